//! The words of the rules about what has become of accounts.

use super::RuleText;
use crate::audit::Rule;
use crate::words::Words;

/// The text of a rule of this topic.
pub(super) fn text(words: &Words, rule: Rule) -> Option<RuleText> {
    Some(match rule {
        Rule::StatusEnded => RuleText {
            title: words.status_ended_title,
            found: words.status_ended_found,
            why: words.status_ended_why,
            advice: words.status_ended_advice,
            otherwise: words.status_ended_otherwise,
            together: words.status_ended_together,
            each: words.status_ended_each,
        },
        Rule::StatusParked => RuleText {
            title: words.status_parked_title,
            found: words.status_parked_found,
            why: words.status_parked_why,
            advice: words.status_parked_advice,
            ..RuleText::EMPTY
        },
        Rule::StatusLeft => RuleText {
            title: words.status_left_title,
            found: words.status_left_found,
            why: words.status_left_why,
            advice: words.status_left_advice,
            ..RuleText::EMPTY
        },
        Rule::StatusMoved => RuleText {
            title: words.status_moved_title,
            found: words.status_moved_found,
            why: words.status_moved_why,
            advice: words.status_moved_advice,
            ..RuleText::EMPTY
        },
        _ => return None,
    })
}
