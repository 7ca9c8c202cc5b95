//! The words of the rules about display names.

use super::RuleText;
use crate::audit::Rule;
use crate::words::Words;

/// The text of a rule of this topic.
pub(super) fn text(words: &Words, rule: Rule) -> Option<RuleText> {
    Some(match rule {
        Rule::DisplaySame => RuleText {
            title: words.display_same_title,
            found: words.display_same_found,
            why: words.display_same_why,
            advice: words.display_same_advice,
            ..RuleText::EMPTY
        },
        Rule::DisplayDisagrees => RuleText {
            title: words.display_disagrees_title,
            found: words.display_disagrees_found,
            why: words.display_disagrees_why,
            advice: words.display_disagrees_advice,
            ..RuleText::EMPTY
        },
        _ => return None,
    })
}
