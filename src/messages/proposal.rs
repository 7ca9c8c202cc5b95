//! The words in which proposals are told.

use crate::directory::{Date, Directory, Says, Trust};
use crate::messages::labels;
use crate::proposals::apply::Refusal;
use crate::proposals::file::{self, Fault, FileError};
use crate::proposals::objection::Objection;
use crate::proposals::{Case, Confidence, Kind, Proposals, Sighting, Subject, Verdict};
use crate::words::Words;

/// What a kind of proposal is called.
pub fn kind(words: &Words, kind: Kind) -> &'static str {
    match kind {
        Kind::New => words.proposal_new,
        Kind::Confirms => words.proposal_confirms,
        Kind::NoLongerShown => words.proposal_no_longer_shown,
        Kind::Renamed => words.proposal_renamed,
        Kind::Moved => words.proposal_moved,
        Kind::Gone => words.proposal_gone,
        Kind::OtherOwner => words.proposal_other_owner,
        Kind::WebsiteMoved => words.proposal_website_moved,
        Kind::OrganisationRenamed => words.proposal_organisation_renamed,
        Kind::OrganisationEnded => words.proposal_organisation_ended,
        Kind::OrganisationNew => words.proposal_organisation_new,
    }
}

/// How sure the rule is that led to it.
pub fn confidence(words: &Words, confidence: Confidence) -> &'static str {
    match confidence {
        Confidence::Low => words.proposal_low,
        Confidence::Medium => words.proposal_medium,
        Confidence::High => words.proposal_high,
    }
}

/// What was decided.
pub fn verdict(words: &Words, verdict: Verdict) -> &'static str {
    match verdict {
        Verdict::Later => words.proposal_later,
        Verdict::Accepted => words.proposal_accepted,
        Verdict::Rejected => words.proposal_rejected,
    }
}

/// For whom, and which account: `Gemeente Ede, X gemeente_ede`. An organisation that would be new is called as the
/// proposals that this one is of call it.
pub fn title(directory: &Directory, all: &Proposals, subject: &Subject) -> String {
    let organisation = directory.organisation_by_id(&subject.organisation);
    let own = Some(subject).filter(|it| it.kind == Kind::OrganisationNew);
    let proposed = || all.new_organisation(&subject.organisation).map(|(it, _)| it);
    let new = own.or_else(proposed).and_then(|it| it.value.as_deref());
    let name = organisation.map(|index| directory.organisation(index).name.as_str()).or(new);
    let platform = subject.platform.as_deref().map(|id| {
        directory.platforms.by_id(id).map_or(id, |index| directory.platform(index).name())
    });
    let account = [platform, subject.account.as_deref()].into_iter().flatten();
    let account = account.collect::<Vec<&str>>().join(" ");
    let parts = [name.unwrap_or(&subject.organisation), account.as_str()];
    let told: Vec<&str> = parts.into_iter().filter(|part| !part.is_empty()).collect();
    told.join(", ")
}

/// What is known of an organisation that would be new: its kind, other names, places, telephone number and the ids that registers gave it.
pub fn profile(words: &Words, case: &Case) -> Option<String> {
    let it = case.profile.as_ref()?;
    let ids = [&it.phone, &it.register_id, &it.tooi, &it.wikidata].into_iter().flatten();
    let told = it.aliases.iter().chain(&it.places).chain(ids).map(String::as_str);
    let told: Vec<&str> = std::iter::once(labels::kind(words, it.kind)).chain(told).collect();
    Some(told.join("; "))
}

/// What it would do to the trust in the account; `None` where that isn't known.
pub fn effect(words: &Words, case: &Case) -> Option<String> {
    let effect = case.effect?;
    let name = |trust: Trust| labels::trust(words, trust);
    let before = effect.before.map_or(words.proposal_not_listed, name);
    let after = name(effect.after);
    let is_same = effect.before == Some(effect.after);
    Some(if is_same {
        words.proposal_trust_same(after)
    } else {
        words.proposal_trust(after, before)
    })
}

/// A piece of evidence: who says it, where and when it was seen.
pub fn sighting(words: &Words, it: &Sighting) -> String {
    let seen = it.seen.to_string();
    let method = labels::method(words, it.method);
    let told = words.proposal_sighting(method, &seen, &it.url);
    let zone = it.zone.as_ref().map(|zone| format!("({zone})"));
    let excerpt = it.excerpt.as_ref().map(|text| format!("“{text}”"));
    let says = match it.says {
        Says::Official => None,
        Says::NoLongerShown => Some(words.proposal_no_longer_shown.to_owned()),
        Says::Leaves => Some(words.proposal_leaves.to_owned()),
    };
    let parts = [Some(told), says, zone, excerpt];
    parts.into_iter().flatten().collect::<Vec<String>>().join(" ")
}

/// What speaks against it, by the id that stands in a file of proposals.
pub fn objection(words: &Words, directory: &Directory, subject: &Subject, id: &str) -> String {
    let told = match Objection::read(id) {
        Objection::Unclear => words.objection_unclear.to_owned(),
        Objection::OwnAddress => words.objection_own_address.to_owned(),
        Objection::LookAgain => words.objection_look_again.to_owned(),
        Objection::WithoutHttps => words.objection_without_https.to_owned(),
        Objection::TelephoneNumber if subject.kind == Kind::OrganisationNew => {
            words.objection_own_number.to_owned()
        }
        Objection::TelephoneNumber => words.objection_telephone_number.to_owned(),
        Objection::SendsOn => words.objection_sends_on.to_owned(),
        Objection::UnlistedHost(host) => words.objection_unlisted_host(host),
        Objection::NoProof => words.objection_no_proof.to_owned(),
        Objection::RaisesTrust => words.objection_raises_trust.to_owned(),
        Objection::OnlyRegister => words.objection_only_register.to_owned(),
        Objection::OnlyShown => words.objection_only_shown.to_owned(),
        Objection::OtherPage => words.objection_other_page.to_owned(),
        Objection::LowConfidence => words.objection_low_confidence.to_owned(),
        Objection::Rule(rule) => words.objection_rule(rule),
        Objection::NoRegister => words.objection_no_register.to_owned(),
        Objection::SeenSince(day) => words.objection_seen_since(day),
        Objection::LookAlike(name) => words.proposed_look_alike(name),
        Objection::Stranger(target) => words.objection_stranger(target),
        Objection::SiteOf(name) => words.objection_site_of(name),
        Objection::SharedHost(host) => words.objection_shared_host(host),
        Objection::OtherId(listed, found) => words.objection_other_id(found, listed),
        Objection::NameOf(name) => words.objection_name_of(name),
        Objection::Beside(name) => words.objection_beside(name),
        Objection::PageElsewhere => {
            let organisation = directory.organisation_by_id(&subject.organisation);
            organisation.map_or_else(
                || words.objection_word_of_others.to_owned(),
                |it| words.add_page_elsewhere(&directory.organisation(it).name),
            )
        }
        Objection::NotCustomary(name) => words.add_custom(name),
        Objection::Told(text) => text.to_owned(),
    };
    words.review_against(&told)
}

/// Why it can't be taken over.
pub fn refusal(words: &Words, refusal: Refusal) -> &'static str {
    match refusal {
        Refusal::NoOrganisation => words.refusal_no_organisation,
        Refusal::NoAccount => words.refusal_no_account,
        Refusal::NoPlatform => words.refusal_no_platform,
        Refusal::NoName => words.refusal_no_name,
        Refusal::OtherAddress => words.refusal_other_address,
        Refusal::OtherWord => words.refusal_other_word,
        Refusal::NewUnaccepted => words.refusal_new_unaccepted,
        Refusal::OfAnother => words.refusal_of_another,
        Refusal::NoEvidence => words.refusal_no_evidence,
        Refusal::NoPage => words.refusal_no_page,
        Refusal::NoValue => words.refusal_no_value,
        Refusal::Unminded => words.refusal_unminded,
        Refusal::MissedOnce => words.refusal_missed_once,
        Refusal::ByHand => words.refusal_by_hand,
        Refusal::ListedAlready => words.refusal_listed_already,
    }
}

/// Proposals as a file, which says in the language of the interface what it is.
pub fn file_of(words: &Words, proposals: &Proposals, made: Date) -> String {
    file::write(proposals, &words.proposals_head(&made.to_string()))
}

/// That the proposals of a file are for the directory of another country, where they are.
pub fn of_another(
    words: &Words,
    file: &str,
    proposals: &Proposals,
    directory: &Directory,
) -> Option<String> {
    let own = proposals.country.as_deref().filter(|_| proposals.is_of_another(directory))?;
    let name = |code| labels::country(words, code).unwrap_or(code);
    Some(words.proposals_of_another(name(directory.header.country()), file, name(own)))
}

/// What is wrong with a file of proposals, with its place.
pub fn fault(words: &Words, file: &str, error: &FileError) -> String {
    let told = match &error.fault {
        Fault::Syntax(why) => words.proposals_syntax(why),
        Fault::Encoding => words.proposals_encoding.to_owned(),
        Fault::Schema => words.proposals_schema.to_owned(),
        Fault::UnknownKey(key) => words.proposals_unknown_key(key),
        Fault::Missing(key) => words.proposals_missing(key),
        Fault::Type(key, _) => words.proposals_type(key),
        Fault::Choice { key, given, known } => words.proposals_choice(given, key, known),
        Fault::Hostile(key) => words.proposals_hostile(key),
        Fault::Twice => words.proposals_twice.to_owned(),
    };
    format!("{file}:{}:{}: {told}", error.line, error.column)
}
