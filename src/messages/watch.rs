//! What changed since the last run, in words.

use super::{change, labels};
use crate::changes::{Body, Change as Edited, Kind as EditedKind, Value};
use crate::watch::{Change, Kind, Open, OpenKind, SECOND_LOOK_DAYS};
use crate::words::Words;

/// What a kind of change is called.
pub fn kind(words: &Words, kind: Kind) -> &'static str {
    match kind {
        Kind::OtherId => words.watch_other_id,
        Kind::BackAfterAbsence => words.watch_back,
        Kind::MovedToStranger => words.watch_moved_to_stranger,
        Kind::LookAlikeOnSite => words.watch_look_alike,
        Kind::DisguisedOnSite => words.watch_disguised,
        Kind::SiteLost => words.watch_site_lost,
        Kind::Imitation => words.watch_imitation,
        Kind::AccountMoved => words.change_account_moved,
        Kind::Absent => words.watch_absent,
        Kind::Suspended => words.watch_suspended,
        Kind::Moved => words.watch_moved,
        Kind::NoLongerShown => words.watch_no_longer_shown,
        Kind::LeadsNowhere => words.watch_leads_nowhere,
        Kind::NoLongerProved => words.watch_no_longer_proved,
        Kind::AccountGone => words.change_account_gone,
        Kind::AccountRenamed => words.change_account_renamed,
        Kind::AccountRetired => words.change_account_retired,
        Kind::TrustDown => words.change_trust_down,
        Kind::OrganisationGone => words.change_organisation_gone,
        Kind::OrganisationEnded => words.change_organisation_ended,
        Kind::WebsiteChanged => words.change_website,
        Kind::Finding => words.watch_finding,
        Kind::NewOnSite => words.watch_new_on_site,
        Kind::NotShownToVisitors => words.watch_unseen,
        Kind::OrganisationRenamed => words.change_organisation_renamed,
        Kind::OrganisationNew => words.watch_organisation_new,
        Kind::AccountNew => words.change_account_new,
        Kind::AccountResumed => words.change_account_resumed,
        Kind::TrustUp => words.change_trust_up,
        Kind::Proved => words.watch_proved,
        Kind::ThereAgain => words.watch_there_again,
        Kind::ShownAgain => words.watch_shown_again,
        Kind::Solved => words.watch_solved,
    }
}

/// The kind of change between two editions that it is, where it is one of the directory.
fn edited(kind: Kind) -> Option<EditedKind> {
    Some(match kind {
        Kind::AccountMoved => EditedKind::AccountMoved,
        Kind::AccountRenamed => EditedKind::AccountRenamed,
        Kind::AccountRetired => EditedKind::AccountRetired,
        Kind::AccountResumed => EditedKind::AccountResumed,
        Kind::TrustDown => EditedKind::TrustDown,
        Kind::TrustUp => EditedKind::TrustUp,
        Kind::OrganisationEnded => EditedKind::OrganisationEnded,
        Kind::OrganisationRenamed => EditedKind::OrganisationRenamed,
        Kind::WebsiteChanged => EditedKind::WebsiteChanged,
        _ => return None,
    })
}

/// A change in a line: what happened, to which account, and where and when that was seen.
pub fn line(words: &Words, it: &Change) -> String {
    let what = match edited(it.kind) {
        Some(kind) => {
            let nobody = || Body { id: String::new(), name: String::new() };
            change::line(
                words,
                &Edited {
                    organisation: it.organisation.clone().unwrap_or_else(nobody),
                    kind,
                    account: it.account.clone(),
                    before: it.before.clone(),
                    after: it.after.clone(),
                },
            )
        }
        None => own_line(words, it),
    };
    let since = it.since.map(|day| words.watch_since(&day.to_string()));
    let place = [it.page.clone(), Some(it.seen.to_string())];
    let place: Vec<String> = place.into_iter().flatten().collect();
    let parts: Vec<String> = [Some(what), since].into_iter().flatten().collect();
    format!("{} ({})", parts.join(", "), place.join(", "))
}

fn own_line(words: &Words, it: &Change) -> String {
    let account = it.account.as_ref().map(|it| format!("{} {}", it.platform_name, it.name));
    let text = |value: &Option<Value>| match value {
        Some(Value::Text(text)) => text.clone(),
        _ => String::new(),
    };
    let detail = match it.kind {
        Kind::SiteLost if it.after.is_none() => Some(words.sweep_parked.to_owned()),
        Kind::OtherId | Kind::SiteLost => {
            Some(words.change_from_to(&text(&it.after), &text(&it.before)))
        }
        Kind::LookAlikeOnSite => Some(words.watch_looks_like(&text(&it.after))),
        Kind::LeadsNowhere => Some(words.watch_in_place_of(&text(&it.after))),
        Kind::MovedToStranger | Kind::DisguisedOnSite => Some(text(&it.after)),
        _ => it.text.clone(),
    };
    let parts: Vec<String> = [account, detail].into_iter().flatten().collect();
    let kind = kind(words, it.kind);
    if parts.is_empty() { kind.to_owned() } else { format!("{kind}: {}", parts.join(", ")) }
}

/// A change with how much it matters before it; an alarm is called so.
pub fn weighed(words: &Words, it: &Change) -> String {
    let severity = labels::severity(words, it.severity);
    let weight = if it.kind.is_alarm() { words.diff_alarm } else { severity };
    format!("[{weight}] {}", line(words, it))
}

/// What isn't known yet, in a line.
pub fn open(words: &Words, it: &Open) -> String {
    let account = it.account.as_ref().map(|it| format!("{} {}", it.platform_name, it.name));
    let days = SECOND_LOOK_DAYS.to_string();
    let since = it.since.to_string();
    let why = it.why.as_ref().map(|it| it.text.as_str()).unwrap_or_default();
    let text = match it.kind {
        OpenKind::NotShownOnce => words.watch_not_shown_once(&days),
        OpenKind::NotThereOnce => words.watch_not_there_once.to_owned(),
        OpenKind::CouldNotLook if it.is_again => words.watch_could_not_again(&since, why),
        OpenKind::CouldNotLook => words.watch_could_not(why),
    };
    let whose: Vec<String> =
        [Some(it.organisation.name.clone()), account].into_iter().flatten().collect();
    let page = it.page.as_ref().map(|page| format!(" ({page})")).unwrap_or_default();
    format!("{}: {text}{page}", whose.join(", "))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::messages::each_has_a_word_of_its_own;

    #[test]
    fn every_kind_has_a_word_of_its_own() {
        each_has_a_word_of_its_own(Kind::ALL, kind);
    }
}
