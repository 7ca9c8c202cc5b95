//! Reasons for what is no account, and for hosts.

use super::{about_account, handle, name, platform_name, row, unlisted};
use crate::check::{Answer, Instead, Named, Site};
use crate::directory::{Date, Directory, OrganisationIndex};
use crate::platform::{Ambiguity, NameFault, NotAnAccount, Wrong, host_of_address};
use crate::text::sanitise::{escape, escaped};
use crate::words::{Words, fill};

/// What an input is instead of an account, in one sentence.
pub(super) fn headline(
    words: &Words,
    directory: &Directory,
    answer: &Answer,
    instead: &Instead,
    asked: &str,
) -> String {
    let all = words.verdicts;
    let platform =
        || answer.platform.map(|platform| platform_name(directory, platform)).unwrap_or_default();
    match instead {
        Instead::OnPlatform { what, .. } => {
            let what = self::what(words, *what, &platform());
            fill(all.is_other, &[("asked", asked), ("what", &what)])
        }
        Instead::Ambiguous(_) => {
            fill(all.is_ambiguous, &[("asked", asked), ("platform", &platform())])
        }
        Instead::UnknownForm if answer.platform.is_none() => {
            fill(all.is_user_address, &[("asked", asked)])
        }
        Instead::UnknownForm => {
            fill(all.is_unknown_form, &[("asked", asked), ("platform", &platform())])
        }
        Instead::ImpossibleName(_) => {
            fill(all.is_impossible, &[("asked", asked), ("platform", &platform())])
        }
        Instead::CutOff => fill(all.is_cut_off, &[("asked", asked)]),
        Instead::Site(site) => {
            let organisation = name(directory, site.organisation);
            let is_site = host_of_address(&answer.asked)
                .is_some_and(|host| host.strip_prefix("www.").unwrap_or(&host) == site.host);
            let text = if is_site { all.is_site } else { all.is_below_site };
            let values =
                [("asked", asked), ("organisation", &organisation), ("host", &escaped(&site.host))];
            fill(text, &values)
        }
        Instead::GovernmentSite(domain) => {
            fill(all.is_government_site, &[("asked", asked), ("host", &escaped(domain))])
        }
        Instead::Mail(_) => fill(all.is_mail, &[("asked", asked)]),
        Instead::Words(_) => fill(all.is_words, &[("asked", asked)]),
        Instead::Nothing => all.is_nothing.to_owned(),
    }
}

/// What a part of a platform is.
pub(super) fn what(words: &Words, what: NotAnAccount, platform: &str) -> String {
    let all = words.verdicts;
    let text = match what {
        NotAnAccount::Page => all.what_page,
        NotAnAccount::Post => all.what_post,
        NotAnAccount::Search => all.what_search,
        NotAnAccount::Share => all.what_share,
        NotAnAccount::Login => all.what_login,
        NotAnAccount::Admin => all.what_admin,
        NotAnAccount::Group => all.what_group,
        NotAnAccount::Invitation => all.what_invitation,
        NotAnAccount::Other => all.what_other,
    };
    fill(text, &[("platform", platform)])
}

/// Why it is no account, and what to do.
pub(super) fn reasons(
    words: &Words,
    directory: &Directory,
    answer: &Answer,
    instead: &Instead,
    today: Date,
) -> Vec<String> {
    let all = words.verdicts;
    match instead {
        Instead::OnPlatform { of: Some(account), .. } => {
            let handle = handle(directory, *account);
            let text = about_account(directory, all.part_of_listed, "", *account);
            vec![fill(&text, &[("handle", &handle)]), all.listed_is_not_safe.to_owned()]
        }
        Instead::OnPlatform { what, named: Some(named), .. } => {
            vec![names_only(words, directory, answer, *what, *named)]
        }
        Instead::OnPlatform { of: None, .. } if answer.account.is_some() => {
            vec![all.part_of_unlisted.to_owned()]
        }
        Instead::Ambiguous(Ambiguity::TwoAccounts) => vec![all.names_two_accounts.to_owned()],
        Instead::Ambiguous(Ambiguity::HiddenSlash) => vec![all.hides_slash.to_owned()],
        Instead::OnPlatform { .. }
        | Instead::UnknownForm
        | Instead::GovernmentSite(_)
        | Instead::Nothing => Vec::new(),
        Instead::ImpossibleName(fault) => vec![why(words, fault)],
        Instead::CutOff => vec![all.ask_for_the_whole.to_owned()],
        Instead::Site(Site { organisation, .. }) => {
            unlisted::reached_by(words, all.uses_instead, directory, *organisation, today)
                .into_iter()
                .collect()
        }
        Instead::Mail(Some(site)) => {
            let organisation = name(directory, site.organisation);
            vec![fill(all.mail_of_site, &[("organisation", &organisation)])]
        }
        Instead::Mail(None) => vec![all.mail_unknown.to_owned()],
        Instead::Words(meant) => words_mean(words, directory, answer, meant),
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
    let all = words.verdicts;
    let platform = answer.platform.map(|it| platform_name(directory, it)).unwrap_or_default();
    let Some(account) = named.account else {
        return fill(all.names_unlisted, &[("platform", &platform)]);
    };
    let text = match what {
        NotAnAccount::Other => all.begins_like_listed,
        _ if named.is_ignored => all.name_is_ignored,
        _ => all.name_is_no_proof,
    };
    let url = escaped(&directory.account(account).url);
    let handle = handle(directory, account);
    fill(text, &[("handle", &handle), ("platform", &platform), ("url", &url)])
}

fn words_mean(
    words: &Words,
    directory: &Directory,
    answer: &Answer,
    meant: &[OrganisationIndex],
) -> Vec<String> {
    let all = words.verdicts;
    let mut reasons = vec![all.words_are_no_proof.to_owned()];
    if !meant.is_empty() {
        let names: Vec<String> = meant.iter().map(|&it| name(directory, it)).collect();
        let values =
            [("organisations", row(words, &names)), ("words", super::shown(&answer.asked))];
        reasons.push(fill(all.words_may_mean, &values.each_ref().map(|(k, v)| (*k, v.as_str()))));
    }
    reasons
}

/// Why no account can have a name.
fn why(words: &Words, fault: &NameFault) -> String {
    let all = words.verdicts;
    let platform = escaped(&fault.platform);
    match &fault.wrong {
        Wrong::Hidden(c) | Wrong::Character(c, _) => {
            let character = if crate::text::sanitise::is_hostile(*c) {
                escape(*c)
            } else {
                format!("“{c}”")
            };
            let values = [("character", character.as_str()), ("platform", &platform)];
            fill(all.name_wrong_character, &values)
        }
        Wrong::Length(length, allowed) => {
            let values = [
                ("platform", platform),
                ("shortest", allowed.shortest.to_string()),
                ("longest", allowed.longest.to_string()),
                ("length", length.to_string()),
            ];
            fill(all.name_wrong_length, &values.each_ref().map(|(k, v)| (*k, v.as_str())))
        }
        Wrong::Reserved => fill(all.name_reserved, &[("platform", &platform)]),
        Wrong::NoSuchNames
        | Wrong::Empty
        | Wrong::CutOff
        | Wrong::Order(_)
        | Wrong::Shape(_)
        | Wrong::NoHost
        | Wrong::UnknownHost(_) => fill(all.name_wrong, &[("platform", &platform)]),
    }
}
