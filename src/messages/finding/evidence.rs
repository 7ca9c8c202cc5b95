//! The words of the rules about what the claim that an account is official rests on.

use super::RuleText;
use crate::audit::Rule;
use crate::words::Words;

/// The text of a rule of this topic.
pub(super) fn text(words: &Words, rule: Rule) -> Option<RuleText> {
    Some(match rule {
        Rule::EvidenceWithdrawn => RuleText {
            title: words.evidence_withdrawn_title,
            found: words.evidence_withdrawn_found,
            why: words.evidence_withdrawn_why,
            advice: words.evidence_withdrawn_advice,
            together: words.evidence_withdrawn_together,
            each: words.evidence_withdrawn_each,
            ..RuleText::EMPTY
        },
        Rule::EvidenceReported => RuleText {
            title: words.evidence_reported_title,
            found: words.evidence_reported_found,
            why: words.evidence_reported_why,
            advice: words.evidence_reported_advice,
            together: words.evidence_reported_together,
            each: words.evidence_reported_each,
            ..RuleText::EMPTY
        },
        Rule::EvidenceAged => RuleText {
            title: words.evidence_aged_title,
            found: words.evidence_aged_found,
            why: words.evidence_aged_why,
            advice: words.evidence_aged_advice,
            together: words.evidence_aged_together,
            each: words.evidence_aged_each,
            ..RuleText::EMPTY
        },
        Rule::EvidenceDisagrees => RuleText {
            title: words.evidence_disagrees_title,
            found: words.evidence_disagrees_found,
            why: words.evidence_disagrees_why,
            advice: words.evidence_disagrees_advice,
            ..RuleText::EMPTY
        },
        Rule::EvidenceSingle => RuleText {
            title: words.evidence_single_title,
            found: words.evidence_single_found,
            why: words.evidence_single_why,
            advice: words.evidence_single_advice,
            together: words.evidence_single_together,
            each: words.evidence_single_each,
            ..RuleText::EMPTY
        },
        _ => return None,
    })
}
