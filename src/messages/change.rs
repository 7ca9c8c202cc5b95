//! What changed between two editions, in words.

use super::labels;
use super::numbers::grouped;
use crate::changes::{Body, Change, Kind, Value, counts};
use crate::directory::Date;
use crate::words::Words;

/// What a kind of change is called.
pub fn kind(words: &Words, kind: Kind) -> &'static str {
    match kind {
        Kind::AccountMoved => words.change_account_moved,
        Kind::HandleTaken => words.change_handle_taken,
        Kind::OrganisationNew => words.change_organisation_new,
        Kind::OrganisationGone => words.change_organisation_gone,
        Kind::OrganisationRenamed => words.change_organisation_renamed,
        Kind::OrganisationEnded => words.change_organisation_ended,
        Kind::OrganisationResumed => words.change_organisation_resumed,
        Kind::SuccessorChanged => words.change_successor,
        Kind::AccountNew => words.change_account_new,
        Kind::AccountGone => words.change_account_gone,
        Kind::AccountRenamed => words.change_account_renamed,
        Kind::AccountRetired => words.change_account_retired,
        Kind::AccountResumed => words.change_account_resumed,
        Kind::StatusChanged => words.change_status,
        Kind::TrustUp => words.change_trust_up,
        Kind::TrustDown => words.change_trust_down,
        Kind::BadgeChanged => words.change_badge,
        Kind::WebsiteChanged => words.change_website,
        Kind::SiteNew => words.change_site_new,
        Kind::SiteGone => words.change_site_gone,
        Kind::PhoneNew => words.change_phone_new,
        Kind::PhoneGone => words.change_phone_gone,
    }
}

/// A change in a line: what happened, to which account, from what to what.
pub fn line(words: &Words, change: &Change) -> String {
    let account = change.account.as_ref().map(|it| match change.kind {
        // Both of its names follow.
        Kind::AccountRenamed => it.platform_name.clone(),
        _ => format!("{} {}", it.platform_name, it.name),
    });
    let parts: Vec<String> = account.into_iter().chain(from_to(words, change)).collect();
    let kind = kind(words, change.kind);
    if parts.is_empty() { kind.to_owned() } else { format!("{kind}: {}", parts.join(", ")) }
}

/// How many changes there are, and of which kinds.
pub fn summary(words: &Words, changes: &[Change], old: Date, new: Date) -> String {
    let (old, new) = (old.to_string(), new.to_string());
    if changes.is_empty() {
        return words.diff_nothing(&new, &old);
    }
    let alarms = changes.iter().filter(|it| it.kind.is_alarm()).count();
    let count = |(it, count)| format!("{}: {}", kind(words, it), grouped(words, count));
    let counts: Vec<String> = counts(changes).into_iter().map(count).collect();
    let (all, alarms) = (grouped(words, changes.len()), grouped(words, alarms));
    words.diff_summary(&alarms, &all, &counts.join(", "), &new, &old)
}

/// What stood before and what stands now; where only one of them says anything, that.
fn from_to(words: &Words, change: &Change) -> Option<String> {
    let told = |value: &Value| value_told(words, change, value);
    let absent = absent(words, change.kind);
    match (&change.before, &change.after, absent) {
        (None, None, _) => None,
        (None, Some(one), None) | (Some(one), None, None) => Some(told(one)),
        (before, after, absent) => {
            let absent = absent.unwrap_or_default();
            let or_absent =
                |value: &Option<Value>| value.as_ref().map_or_else(|| absent.to_owned(), told);
            Some(words.change_from_to(&or_absent(after), &or_absent(before)))
        }
    }
}

/// What is said where there was, or is, no value and that is the change.
fn absent(words: &Words, kind: Kind) -> Option<&'static str> {
    match kind {
        Kind::WebsiteChanged | Kind::SuccessorChanged => Some(words.change_none),
        Kind::BadgeChanged | Kind::HandleTaken => Some(words.change_unknown),
        _ => None,
    }
}

fn value_told(words: &Words, change: &Change, value: &Value) -> String {
    match value {
        Value::Text(text) => text.clone(),
        Value::Organisation(body) => body_told(change, body),
        Value::End(day, None) => day.to_string(),
        Value::End(day, Some(successor)) => words.change_end(&day.to_string(), &successor.name),
        Value::Status(status) => labels::status(words, *status).to_owned(),
        Value::Trust(trust) => labels::trust(words, *trust).to_owned(),
        Value::Badge { name, .. } => name.clone(),
        Value::NoBadge => words.cli_badge_none.to_owned(),
    }
}

/// The name of an organisation, with its id where that is what tells the two apart, or changed.
fn body_told(change: &Change, body: &Body) -> String {
    let is_id_telling = match (&change.before, &change.after) {
        (Some(Value::Organisation(was)), Some(Value::Organisation(is))) => {
            was.name == is.name || (change.kind == Kind::OrganisationRenamed && was.id != is.id)
        }
        _ => false,
    };
    if is_id_telling { format!("{} ({})", body.name, body.id) } else { body.name.clone() }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::messages::each_has_a_word_of_its_own;
    use crate::words::Language;

    #[test]
    fn every_kind_has_a_word_of_its_own() {
        each_has_a_word_of_its_own(Kind::ALL, kind);
    }

    #[test]
    fn an_organisation_is_told_by_its_id_where_its_name_does_not() {
        let body = |id: &str, name: &str| Body { id: id.to_owned(), name: name.to_owned() };
        for (kind, was, is, told) in [
            (Kind::OrganisationRenamed, ("a", "A"), ("a", "B"), "from A to B"),
            (Kind::OrganisationRenamed, ("a", "A"), ("b", "A"), "from A (a) to A (b)"),
            (Kind::OrganisationRenamed, ("a", "A"), ("b", "B"), "from A (a) to B (b)"),
            (Kind::AccountMoved, ("a", "A"), ("b", "B"), "from A to B"),
            (Kind::AccountMoved, ("a", "A"), ("b", "A"), "from A (a) to A (b)"),
        ] {
            let [was, is] = [was, is].map(|(id, name)| body(id, name));
            let change = Change {
                organisation: is.clone(),
                kind,
                account: None,
                before: Some(Value::Organisation(was)),
                after: Some(Value::Organisation(is)),
            };
            let line = line(Language::En.words(), &change);
            assert!(line.ends_with(told), "{line}");
        }
    }
}
