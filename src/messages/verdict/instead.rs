//! Reasons for what is no account, and for hosts.

use super::{handle, name, names, platform_name, reach, row, shown};
use crate::check::similarity::Resemblance;
use crate::check::{Answer, Instead, KnownSite, Named, PhoneOddity, is_routed};
use crate::directory::{Date, Directory, OrganisationIndex};
use crate::platform::{Ambiguity, NameError, NotAnAccount, WrapperIndex, Wrong};
use crate::text::sanitise::{escape, escaped};
use crate::words::Words;

/// What an input is instead of an account, in one sentence.
pub(super) fn headline(
    words: &Words,
    directory: &Directory,
    answer: &Answer,
    instead: &Instead,
    asked: &str,
) -> String {
    let platform =
        || answer.platform.map(|platform| platform_name(directory, platform)).unwrap_or_default();
    match instead {
        Instead::OnPlatform { what, .. } => {
            let what = self::what(words, *what, &platform());
            words.is_other(asked, &what)
        }
        Instead::Ambiguous(_) => words.is_ambiguous(asked, &platform()),
        Instead::UnknownForm if answer.platform.is_none() => words.is_user_address(asked),
        Instead::UnknownForm => words.is_unknown_form(asked, &platform()),
        Instead::ImpossibleName(..) => words.is_impossible(asked, &platform()),
        Instead::CutOff => words.is_cut_off(asked),
        Instead::Copy(account) => {
            let organisation = name(directory, directory.account(*account).organisation);
            words.is_copy(asked, &handle(directory, *account), &organisation)
        }
        Instead::Shortened(by) => words.is_shortened(asked, &service(directory, *by)),
        Instead::UnreadableWrapper(by) => words.is_unreadable(asked, &service(directory, *by)),
        Instead::Site(site) => reach::site_headline(words, directory, site, answer.address()),
        Instead::Phone(phone) => reach::phone_headline(words, directory, phone, asked),
        Instead::UnlistedPhone => words.is_unlisted_phone(asked),
        Instead::OddPhone(_) => words.is_odd_phone(asked),
        Instead::Name(owners) => words.is_name(asked, &reach::owners(words, directory, owners)),
        Instead::GovernmentSite(domain) => words.is_government_site(asked, &escaped(domain)),
        Instead::OtherPort(it) => words.is_other_port(asked, &escaped(&it.host), &shown(&it.port)),
        Instead::LeadsOn(it) => words.is_leading_on(asked, &escaped(&it.host), &shown(&it.to)),
        Instead::Mail(Some(site)) if site.is_anybodys => words.is_mail_of_government(asked),
        Instead::Mail(Some(site)) => {
            words.is_mail_of(asked, &reach::owner(words, directory, site.owner))
        }
        Instead::Mail(None) => words.is_mail(asked),
        Instead::BankAccount => words.is_bank_account(asked),
        Instead::Words(_) => words.is_words(asked),
        Instead::Nothing => words.is_nothing.to_owned(),
    }
}

/// What a part of a platform is.
pub(super) fn what(words: &Words, what: NotAnAccount, platform: &str) -> String {
    match what {
        NotAnAccount::Page => words.what_page(platform),
        NotAnAccount::Post => words.what_post(platform),
        NotAnAccount::Search => words.what_search(platform),
        NotAnAccount::Share => words.what_share(platform),
        NotAnAccount::Login => words.what_login(platform),
        NotAnAccount::Admin => words.what_admin(platform),
        NotAnAccount::Group => words.what_group(platform),
        NotAnAccount::Invitation => words.what_invitation(platform),
        NotAnAccount::Other => words.what_other(platform),
    }
}

/// Why it is no account, and what to do.
pub(super) fn reasons(
    words: &Words,
    directory: &Directory,
    answer: &Answer,
    instead: &Instead,
    today: Date,
) -> Vec<String> {
    match instead {
        Instead::OnPlatform { of: Some(account), .. } => {
            let handle = handle(directory, *account);
            let organisation = name(directory, directory.account(*account).organisation);
            let belongs = words.part_of_listed(&handle, &organisation);
            vec![belongs, words.listed_is_not_safe.to_owned()]
        }
        Instead::OnPlatform { what, named: Some(named), .. } => {
            vec![names_only(words, directory, answer, *what, *named)]
        }
        Instead::OnPlatform { of: None, .. } if answer.account.is_some() => {
            vec![words.part_of_unlisted.to_owned()]
        }
        Instead::Ambiguous(Ambiguity::TwoAccounts) => vec![words.names_two_accounts.to_owned()],
        Instead::Ambiguous(Ambiguity::HiddenSlash) => vec![words.hides_slash.to_owned()],
        Instead::OnPlatform { .. }
        | Instead::UnknownForm
        | Instead::GovernmentSite(_)
        | Instead::Nothing => Vec::new(),
        Instead::ImpossibleName(fault, near) => {
            let near = near.as_ref().map(|it| nearness(words, directory, it));
            std::iter::once(why(words, fault)).chain(near).collect()
        }
        Instead::CutOff => vec![words.ask_for_the_whole.to_owned()],
        Instead::Copy(_) => vec![words.open_the_account.to_owned()],
        Instead::Shortened(_) => vec![words.shortened_hides.to_owned()],
        Instead::UnreadableWrapper(_) => vec![words.target_unreadable.to_owned()],
        Instead::Site(site) => reach::site_reasons(words, directory, site, today),
        Instead::OtherPort(it) => {
            let way = words.open_without_port(&escaped(&it.host));
            instead_of(words, directory, way, it.site.as_ref(), today)
        }
        Instead::LeadsOn(it) => {
            let way = words.open_host_alone(&escaped(&it.host));
            instead_of(words, directory, way, it.site.as_ref(), today)
        }
        Instead::Phone(phone) => reach::phone_reasons(words, directory, phone, &answer.asked),
        Instead::UnlistedPhone => {
            vec![words.verify_phone.to_owned(), words.phone_can_be_forged.to_owned()]
        }
        Instead::BankAccount => vec![words.ask_about_payment.to_owned()],
        Instead::OddPhone(oddity) => vec![odd_phone(words, *oddity).to_owned()],
        Instead::Name(owners) => names::reasons(words, directory, answer, owners, today),
        Instead::Mail(Some(site)) if site.is_anybodys => {
            vec![words.mail_of_shared_site(&escaped(&site.host))]
        }
        Instead::Mail(Some(site)) => {
            vec![words.mail_of_site(&reach::owner(words, directory, site.owner))]
        }
        Instead::Mail(None) if is_routed(answer.address()) => vec![words.mail_routed.to_owned()],
        Instead::Mail(None) => vec![words.mail_unknown.to_owned()],
        Instead::Words(meant) => words_mean(words, directory, answer, meant),
    }
}

/// What to open instead on an official host, and who says whose that host is.
fn instead_of(
    words: &Words,
    directory: &Directory,
    way: String,
    site: Option<&KnownSite>,
    today: Date,
) -> Vec<String> {
    let site = site.map(|site| reach::site_reasons(words, directory, site, today));
    std::iter::once(way).chain(site.unwrap_or_default()).collect()
}

/// What a name that can't be is near to: who typed it may have meant that, and who sent it may have meant it to be.
fn nearness(words: &Words, directory: &Directory, near: &Resemblance) -> String {
    let (genuine, organisation) =
        (escaped(&near.genuine), name(directory, near.of.organisation(directory)));
    match near.of.account() {
        Some(account) => {
            let account = directory.account(account);
            let platform = platform_name(directory, account.platform);
            words.near_to_listed(&genuine, &organisation, &platform, &escaped(&account.url))
        }
        None => words.near_to_name(&genuine, &organisation),
    }
}

/// The name of a service that stands between an address and where it leads.
fn service(directory: &Directory, by: WrapperIndex) -> String {
    directory.wrappers.get(by).map(|it| escaped(&it.name)).unwrap_or_default()
}

/// What about a telephone number changes whom one reaches.
fn odd_phone(words: &Words, oddity: PhoneOddity) -> &'static str {
    match oddity {
        PhoneOddity::Code => words.phone_code,
        PhoneOddity::Extension => words.phone_extension,
        PhoneOddity::Context => words.phone_context,
        PhoneOddity::Spelling => words.phone_spelling,
    }
}

/// What the name in the address of something is worth that may be anybody's.
fn names_only(
    words: &Words,
    directory: &Directory,
    answer: &Answer,
    what: NotAnAccount,
    named: Named,
) -> String {
    let platform = answer.platform.map(|it| platform_name(directory, it)).unwrap_or_default();
    let Some(account) = named.account else {
        return words.names_unlisted(&platform);
    };
    let url = escaped(&directory.account(account).url);
    let handle = handle(directory, account);
    match what {
        NotAnAccount::Other => words.begins_like_listed(&handle, &url),
        _ if named.is_ignored => words.name_is_ignored(&handle, &platform),
        _ => words.name_is_no_proof(&handle, &platform),
    }
}

fn words_mean(
    words: &Words,
    directory: &Directory,
    answer: &Answer,
    meant: &[OrganisationIndex],
) -> Vec<String> {
    let mut reasons = vec![words.words_are_no_proof.to_owned()];
    if !meant.is_empty() {
        let names: Vec<String> = meant.iter().map(|&it| name(directory, it)).collect();
        reasons.push(words.words_may_mean(&row(words, &names), &super::shown(&answer.asked)));
    }
    reasons
}

/// Why no account can have a name.
fn why(words: &Words, fault: &NameError) -> String {
    let platform = escaped(&fault.platform);
    match &fault.wrong {
        Wrong::Hidden(c) | Wrong::Character(c, _) => {
            let character = if crate::text::sanitise::is_hostile(*c) {
                escape(*c)
            } else {
                format!("“{c}”")
            };
            words.name_wrong_character(&character, &platform)
        }
        Wrong::Length(length, allowed) => words.name_wrong_length(
            &length.to_string(),
            &allowed.longest.to_string(),
            &platform,
            &allowed.shortest.to_string(),
        ),
        Wrong::Reserved => words.name_reserved(&platform),
        Wrong::NoSuchNames
        | Wrong::Empty
        | Wrong::CutOff
        | Wrong::Order(_)
        | Wrong::Shape(_)
        | Wrong::NoHost
        | Wrong::UnknownHost(_) => words.name_wrong(&platform),
    }
}
