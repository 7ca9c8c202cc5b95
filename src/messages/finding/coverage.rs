//! The words of the rules about which channels there are.

use super::RuleText;
use crate::audit::Rule;
use crate::words::Words;

/// The text of a rule of this topic.
pub(super) fn text(words: &Words, rule: Rule) -> Option<RuleText> {
    Some(match rule {
        Rule::CoverageNone => RuleText {
            title: words.coverage_none_title,
            found: words.coverage_none_found,
            why: words.coverage_none_why,
            advice: words.coverage_none_advice,
            together: words.coverage_none_together,
            each: words.coverage_none_each,
            ..RuleText::EMPTY
        },
        Rule::CoverageGap => RuleText {
            title: words.coverage_gap_title,
            found: words.coverage_gap_found,
            why: words.coverage_gap_why,
            advice: words.coverage_gap_advice,
            together: words.coverage_gap_together,
            each: words.coverage_gap_each,
            ..RuleText::EMPTY
        },
        Rule::CoverageLogin => RuleText {
            title: words.coverage_login_title,
            found: words.coverage_login_found,
            why: words.coverage_login_why,
            advice: words.coverage_login_advice,
            together: words.coverage_login_together,
            each: words.coverage_login_each,
            ..RuleText::EMPTY
        },
        Rule::CoverageOwn => RuleText {
            title: words.coverage_own_title,
            found: words.coverage_own_found,
            why: words.coverage_own_why,
            advice: words.coverage_own_advice,
            together: words.coverage_own_together,
            each: words.coverage_own_each,
            ..RuleText::EMPTY
        },
        Rule::CoverageEmergency => RuleText {
            title: words.coverage_emergency_title,
            found: words.coverage_emergency_found,
            why: words.coverage_emergency_why,
            advice: words.coverage_emergency_advice,
            ..RuleText::EMPTY
        },
        Rule::CoverageDiscouraged => RuleText {
            title: words.coverage_discouraged_title,
            found: words.coverage_discouraged_found,
            why: words.coverage_discouraged_why,
            advice: words.coverage_discouraged_advice,
            ..RuleText::EMPTY
        },
        _ => return None,
    })
}
