//! The words of the rules about naming.

use super::RuleText;
use crate::audit::Rule;
use crate::audit::conventions::deviation::Excuse;
use crate::words::Words;

/// The text of a rule of this topic.
pub(super) fn text(words: &Words, rule: Rule) -> Option<RuleText> {
    Some(match rule {
        Rule::NamingConvention => RuleText {
            title: words.naming_convention_title,
            found: words.naming_convention_found,
            why: words.naming_convention_why,
            advice: words.naming_convention_advice,
            otherwise: words.naming_convention_otherwise,
            together: words.naming_convention_together,
            each: words.naming_convention_each,
        },
        Rule::NamingNoConvention => RuleText {
            title: words.naming_no_convention_title,
            found: words.naming_no_convention_found,
            why: words.naming_no_convention_why,
            advice: words.naming_no_convention_advice,
            ..RuleText::EMPTY
        },
        Rule::NamingSeparator => RuleText {
            title: words.naming_separator_title,
            found: words.naming_separator_found,
            why: words.naming_separator_why,
            advice: words.naming_separator_advice,
            otherwise: words.naming_separator_otherwise,
            together: words.naming_separator_together,
            each: words.naming_separator_each,
        },
        Rule::NamingCase => RuleText {
            title: words.naming_case_title,
            found: words.naming_case_found,
            why: words.naming_case_why,
            advice: words.naming_case_advice,
            together: words.naming_case_together,
            each: words.naming_case_each,
            ..RuleText::EMPTY
        },
        Rule::NamingShortened => RuleText {
            title: words.naming_shortened_title,
            found: words.naming_shortened_found,
            why: words.naming_shortened_why,
            advice: words.naming_shortened_advice,
            together: words.naming_shortened_together,
            each: words.naming_shortened_each,
            ..RuleText::EMPTY
        },
        Rule::NamingFamilyWord => RuleText {
            title: words.naming_family_word_title,
            found: words.naming_family_word_found,
            why: words.naming_family_word_why,
            advice: words.naming_family_word_advice,
            together: words.naming_family_word_together,
            each: words.naming_family_word_each,
            ..RuleText::EMPTY
        },
        Rule::NamingInconsistent => RuleText {
            title: words.naming_inconsistent_title,
            found: words.naming_inconsistent_found,
            why: words.naming_inconsistent_why,
            advice: words.naming_inconsistent_advice,
            otherwise: words.naming_inconsistent_otherwise,
            together: words.naming_inconsistent_together,
            each: words.naming_inconsistent_each,
        },
        Rule::NamingConfusable => RuleText {
            title: words.naming_confusable_title,
            found: words.naming_confusable_found,
            why: words.naming_confusable_why,
            advice: words.naming_confusable_advice,
            ..RuleText::EMPTY
        },
        _ => return None,
    })
}

/// What can be done where a reason asks for another advice than that of the rule, in a sentence with
/// `{places}`.
pub(super) fn advised(words: &Words, excuse: &Excuse) -> Option<&'static str> {
    Some(match excuse {
        Excuse::Unit(_) => words.reason_unit_advice,
        Excuse::Beside
        | Excuse::Purpose
        | Excuse::Note(_)
        | Excuse::Unknown
        | Excuse::Long
        | Excuse::Invalid
        | Excuse::Taken => return None,
    })
}

/// Why an account can hardly be named otherwise, in a sentence with `{places}`; empty where the account is
/// beside another that follows the convention.
pub(super) fn reason(words: &Words, excuse: &Excuse) -> &'static str {
    match excuse {
        Excuse::Long | Excuse::Invalid => words.reason_unfit,
        Excuse::Taken => words.reason_taken,
        Excuse::Unknown => words.reason_unknown,
        Excuse::Note(_) => words.reason_note,
        Excuse::Unit(_) => words.reason_unit,
        Excuse::Beside | Excuse::Purpose => "",
    }
}
