//! The words of the audit's rules: what each is called, what it found, why that matters, and what can
//! be done about it.

use super::{Words, fill, labels};
use crate::audit::{Finding, Rule, rule::Topic};
use crate::directory::Kind;
use crate::text::sanitise::escaped;

/// The words of one rule in one language.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct RuleText {
    /// What the rule is about, in a few words.
    pub title: &'static str,
    /// What was found, in a sentence with `{places}` for the values of the finding.
    pub found: &'static str,
    /// Why it matters, in a paragraph.
    pub why: &'static str,
    /// What can be done, in a sentence with `{places}`; `{proposal}` too, where there is one.
    pub advice: &'static str,
    /// The same for a finding without a proposal; empty where the advice does without one.
    pub otherwise: &'static str,
}

/// The texts of some rules.
macro_rules! rule_texts {
    ($($rule:ident {
        title: $title_nl:literal, $title_en:literal;
        found: $found_nl:literal, $found_en:literal;
        why: $why_nl:literal, $why_en:literal;
        advice: $advice_nl:literal, $advice_en:literal;
        $(otherwise: $otherwise_nl:literal, $otherwise_en:literal;)?
    })*) => {
        /// The text of a rule of this topic.
        pub(super) fn text(rule: Rule, language: Language) -> Option<RuleText> {
            match (rule, language) {
                $((Rule::$rule, Language::Nl) => Some(RuleText {
                    title: $title_nl, found: $found_nl, why: $why_nl, advice: $advice_nl,
                    otherwise: concat!($($otherwise_nl)?),
                }),
                (Rule::$rule, Language::En) => Some(RuleText {
                    title: $title_en, found: $found_en, why: $why_en, advice: $advice_en,
                    otherwise: concat!($($otherwise_en)?),
                }),)*
                _ => None,
            }
        }
    };
}

mod address;
mod badge;
mod coverage;
mod display;
mod evidence;
mod naming;
mod status;

impl RuleText {
    /// The words of a rule.
    pub fn of(words: &Words, rule: Rule) -> Self {
        let text = match rule.topic() {
            Topic::Naming => naming::text,
            Topic::Display => display::text,
            Topic::Badge => badge::text,
            Topic::Address => address::text,
            Topic::Status => status::text,
            Topic::Coverage => coverage::text,
            Topic::Evidence => evidence::text,
        };
        text(rule, words.language).unwrap_or(Self {
            title: rule.id(),
            found: rule.id(),
            why: "",
            advice: "",
            otherwise: "",
        })
    }
}

/// What was found, in a sentence. It is harmless, whatever the directory holds.
pub fn found(words: &Words, finding: &Finding) -> String {
    let found = filled(words, RuleText::of(words, finding.rule).found, finding);
    let reason = reason(finding).map_or("", |reason| naming::reason(words.language, reason));
    if reason.is_empty() { found } else { format!("{found} {}", filled(words, reason, finding)) }
}

/// What can be done about it, in a sentence. It is harmless, whatever the directory holds.
pub fn advice(words: &Words, finding: &Finding) -> String {
    let text = RuleText::of(words, finding.rule);
    let advised = reason(finding).and_then(|reason| naming::advised(words.language, reason));
    if let (Some(advised), Some(_)) = (advised, &finding.proposal) {
        return filled(words, advised, finding);
    }
    let is_open = finding.proposal.is_none() && !text.otherwise.is_empty();
    filled(words, if is_open { text.otherwise } else { text.advice }, finding)
}

/// Why the account of a finding can hardly do otherwise, where there is a reason.
fn reason(finding: &Finding) -> Option<&str> {
    let reason = finding.values.iter().find(|(place, _)| *place == "reason");
    reason.map(|(_, reason)| reason.as_str())
}

/// A value as a reader knows it: the family of a kind goes by the word for that kind.
fn told(words: &Words, place: &str, value: &str) -> String {
    match Kind::from_id(value) {
        Some(kind) if place == "family" => labels::kind(words, kind).to_owned(),
        _ => escaped(value),
    }
}

fn filled(words: &Words, text: &str, finding: &Finding) -> String {
    let proposal = finding.proposal.iter().map(|proposal| ("proposal", escaped(proposal)));
    let values = finding.values.iter().map(|(place, value)| (*place, told(words, place, value)));
    let values: Vec<(&str, String)> = values.chain(proposal).collect();
    let values: Vec<(&str, &str)> = values.iter().map(|(k, v)| (*k, v.as_str())).collect();
    fill(text, &values)
}

#[cfg(test)]
mod tests;
