//! The words of the rules about badges.

use super::RuleText;
use crate::audit::Rule;
use crate::words::Words;

/// The text of a rule of this topic.
pub(super) fn text(words: &Words, rule: Rule) -> Option<RuleText> {
    Some(match rule {
        Rule::BadgeUnknown => RuleText {
            title: words.badge_unknown_title,
            found: words.badge_unknown_found,
            why: words.badge_unknown_why,
            advice: words.badge_unknown_advice,
            together: words.badge_unknown_together,
            each: words.badge_unknown_each,
            ..RuleText::EMPTY
        },
        Rule::BadgeAbsent => RuleText {
            title: words.badge_absent_title,
            found: words.badge_absent_found,
            why: words.badge_absent_why,
            advice: words.badge_absent_advice,
            ..RuleText::EMPTY
        },
        Rule::BadgeMixed => RuleText {
            title: words.badge_mixed_title,
            found: words.badge_mixed_found,
            why: words.badge_mixed_why,
            advice: words.badge_mixed_advice,
            ..RuleText::EMPTY
        },
        Rule::BadgeOld => RuleText {
            title: words.badge_old_title,
            found: words.badge_old_found,
            why: words.badge_old_why,
            advice: words.badge_old_advice,
            together: words.badge_old_together,
            each: words.badge_old_each,
            ..RuleText::EMPTY
        },
        Rule::BadgeEnded => RuleText {
            title: words.badge_ended_title,
            found: words.badge_ended_found,
            why: words.badge_ended_why,
            advice: words.badge_ended_advice,
            together: words.badge_ended_together,
            each: words.badge_ended_each,
            ..RuleText::EMPTY
        },
        Rule::BadgeBought => RuleText {
            title: words.badge_bought_title,
            found: words.badge_bought_found,
            why: words.badge_bought_why,
            advice: words.badge_bought_advice,
            ..RuleText::EMPTY
        },
        Rule::BadgeRename => RuleText {
            title: words.badge_rename_title,
            found: words.badge_rename_found,
            why: words.badge_rename_why,
            advice: words.badge_rename_advice,
            ..RuleText::EMPTY
        },
        _ => return None,
    })
}
