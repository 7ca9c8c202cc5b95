//! What pages of organisations show, as proposals.

use officieel_online::archive::{Finding, FindingKey, Findings};
use officieel_online::links::Outcome;

use super::{cited, of_account};
use crate::directory::{Date, Directory, Method, Says};
use crate::proposals::objection::Objection;
use crate::proposals::{Case, Confidence, Kind, Proposals, Sighting, Subject};

/// The first year of which a page can be evidence.
const EARLIEST: u16 = 1990;

/// Proposals of what was found: listed accounts with newer evidence, accounts that aren't listed, and such as their own
/// site shows no more. What is another's, a person's or refused is none.
pub(in crate::cli) fn proposals(
    findings: &Findings,
    directory: &Directory,
    today: Date,
) -> Proposals {
    let mut all = Proposals::default();
    for (key, finding) in findings.found() {
        let not_looked =
            |page: &str| findings.not_looked_at(Some(&key.organisation)).any(|(it, _)| it == page);
        let is_own_word = |page: &str| findings.is_named_by_itself(page);
        // Of what is listed, and shown in a way that confirms nothing, there is nothing to propose.
        let is_unclear = finding.best.outcome == Outcome::Unclear;
        let address = directory.platforms.parse_address(&finding.best.url);
        if is_unclear && address.is_ok_and(|it| directory.account_by(&it.account).is_some()) {
            continue;
        }
        if let Some((subject, case)) = found(key, finding, &not_looked, &is_own_word, today) {
            all.add(subject, case);
        }
    }
    for id in findings.organisations() {
        let Some(index) = directory.organisation_by_id(id) else { continue };
        for missing in findings.no_longer_shown(directory, index) {
            let account = directory.account(missing.account);
            let Some(seen) = day(Some(missing.seen), today) else { continue };
            let sighting = Sighting {
                says: Says::NoLongerShown,
                first: missing.first,
                ..Sighting::new(Method::OfficialSite, &missing.page, seen)
            };
            let mut case = Case { url: Some(account.url.clone()), ..Case::default() };
            let (sighting, against) = cited(sighting);
            case.evidence.push(sighting);
            case.confidence = Some(Confidence::Low);
            case.rules.insert("not-on-a-whole-page".to_owned());
            case.against.extend(against);
            all.add(of_account(directory, Kind::NoLongerShown, account), case);
        }
    }
    all
}

/// The day of a look. An archive may say any; one that is yet to come, or before there was a web, is none.
fn day(seen: Option<Date>, today: Date) -> Option<Date> {
    let seen = seen?;
    (seen <= today && seen.year() >= EARLIEST).then_some(seen)
}

fn found(
    key: &FindingKey,
    finding: &Finding,
    not_looked: &dyn Fn(&str) -> bool,
    is_own_word: &dyn Fn(&str) -> bool,
    today: Date,
) -> Option<(Subject, Case)> {
    let best = &finding.best;
    let (kind, confidence) = match best.outcome {
        Outcome::Confirms => (Kind::Confirms, Confidence::High),
        Outcome::New if best.is_weak => (Kind::New, Confidence::Medium),
        Outcome::New => (Kind::New, Confidence::High),
        Outcome::Unclear => (Kind::New, Confidence::Low),
        Outcome::BelongsToAnother | Outcome::Person | Outcome::Refused => return None,
    };
    let subject = Subject {
        organisation: key.organisation.clone(),
        kind,
        platform: Some(key.platform.clone()),
        account: Some(best.account.clone().unwrap_or_else(|| best.url.clone())),
        value: None,
    };
    let seen = day(best.seen.0, today)?;
    let mut case = Case { url: Some(best.url.clone()), ..Case::default() };
    case.confidence = Some(confidence);
    case.rules.insert(best.rule.to_owned());
    if best.outcome == Outcome::Unclear {
        case.against.insert(Objection::Unclear.to_string());
    }
    for page in finding.pages.iter().filter(|page| !not_looked(page)) {
        let mut sighting = Sighting::new(Method::OfficialSite, page, seen);
        if *page == best.page {
            sighting.zone = Some(best.zone.to_string());
            sighting.href = Some(best.href.clone());
            let label = best.label.trim();
            sighting.excerpt = (!label.is_empty()).then(|| label.to_owned());
        }
        if is_own_word(page) {
            case.against.insert(Objection::OwnAddress.to_string());
        }
        let (sighting, against) = cited(sighting);
        case.evidence.push(sighting);
        case.against.extend(against);
    }
    if case.evidence.is_empty() {
        return None;
    }
    // As joining leaves it: each page once.
    Some((subject, Case::default().join(case)))
}

#[cfg(test)]
mod tests {
    use officieel_online::links::{Outcome, Rule};

    use crate::platform::NotAnAccount;
    use crate::proposals::unseen::REFUSING;

    #[test]
    fn what_refuses_a_link_is_known_where_proposals_are_taken_over() {
        let mut refusing = Vec::new();
        for rule in [
            Rule::Listed,
            Rule::ListedForAnother,
            Rule::ListedAbroad,
            Rule::FormerHandle,
            Rule::PersonalAddress,
            Rule::Office,
            Rule::PersonInData,
            Rule::OwnName,
            Rule::RelMe,
            Rule::FollowBlock,
            Rule::SiteWide,
            Rule::SameAs,
            Rule::NotAnAccount(NotAnAccount::Post),
            Rule::NoSuchAddress,
            Rule::NotShown,
            Rule::InComments,
            Rule::Embedded,
            Rule::Credit,
            Rule::OtherInData,
            Rule::Obstacle(officieel_online::page::Obstacle::BotWall),
            Rule::PhoneNumber,
            Rule::OtherKind,
            Rule::NearerAccount,
            Rule::OtherWords,
            Rule::Stranger,
            Rule::InShareBlock,
            Rule::InText,
            Rule::Elsewhere,
            Rule::WeakStatement,
            Rule::Feed,
            Rule::SeveralOwners,
            Rule::OwnServer,
            Rule::UserName,
            Rule::OtherPort,
            Rule::OwnRedirect,
        ] {
            let is_shown = matches!(rule.outcome(), Outcome::Confirms | Outcome::New);
            // On a server of its own an account that is listed is confirmed by a rule of that name.
            if !is_shown && rule != Rule::OwnServer {
                refusing.push(rule.id());
            }
        }
        refusing.sort_unstable();
        let mut known = REFUSING.to_vec();
        known.sort_unstable();
        assert_eq!(refusing, known);
    }
}
