//! The words of the audit's rules: what each is called, what it found, why that matters, and what can
//! be done about it.

use super::labels;
use crate::audit::conventions::deviation::Excuse;
use crate::audit::details::{FamilyName, Value};
use crate::audit::{Details, Finding, Rule, Topic};
use crate::text::sanitise::escaped;
use crate::words::{Words, fill};

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
    /// The advice for a finding without a proposal; empty where the advice does without one.
    pub otherwise: &'static str,
    /// What several findings have in common, in a sentence with `{places}`, for a list; empty where each
    /// is told by itself.
    pub together: &'static str,
    /// What tells one of them from the others, with `{places}`.
    pub each: &'static str,
}

mod address;
mod badge;
mod coverage;
mod display;
mod evidence;
mod naming;
mod status;

impl RuleText {
    /// No texts.
    const EMPTY: Self =
        Self { title: "", found: "", why: "", advice: "", otherwise: "", together: "", each: "" };

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
        text(words, rule).unwrap_or(Self { title: rule.id(), found: rule.id(), ..Self::EMPTY })
    }
}

/// The facts that the sentences of a finding are filled with.
#[derive(Debug, Clone, Copy)]
pub struct Facts<'a> {
    /// The rule of the finding and what it found.
    pub details: &'a Details,
    /// What is proposed instead.
    pub proposal: Option<&'a str>,
}

impl<'a> From<&'a Finding> for Facts<'a> {
    fn from(finding: &'a Finding) -> Self {
        Self { details: &finding.details, proposal: finding.proposal.as_deref() }
    }
}

/// What was found, in a sentence. It is harmless, whatever the directory holds.
pub fn found(words: &Words, finding: &Finding) -> String {
    let facts = Facts::from(finding);
    facts.with_reason(words, RuleText::of(words, finding.rule()).found)
}

/// What can be done about it, in a sentence. It is harmless, whatever the directory holds.
pub fn advice(words: &Words, finding: &Finding) -> String {
    let facts = Facts::from(finding);
    facts.advice(words, facts.proposal.map(escaped))
}

/// A finding in a list with others of its rule. All of it is harmless, whatever the directory holds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct InList {
    /// What it has in common with others; `None` for a rule whose findings are each told by themselves.
    pub together: Option<String>,
    /// What tells it from the others.
    pub each: String,
    /// What can be done about any of them: each has its proposal behind an arrow.
    pub advice: String,
    /// The proposal, where the advice speaks of one.
    pub arrow: Option<String>,
}

impl Facts<'_> {
    /// What stands of it in a list with other findings of its rule.
    pub fn in_list(self, words: &Words) -> InList {
        let text = RuleText::of(words, self.details.rule());
        let together = (!text.together.is_empty()).then(|| self.with_reason(words, text.together));
        let has_arrow = self.advised(words, self.proposal.is_some()).contains("{proposal}");
        let arrow = self.proposal.filter(|_| has_arrow).map(escaped);
        InList {
            together,
            each: self.filled(words, text.each, None),
            advice: self.advice(words, self.proposal.map(|_| words.behind_arrow.to_owned())),
            arrow,
        }
    }

    fn advice(self, words: &Words, proposal: Option<String>) -> String {
        self.filled(words, self.advised(words, proposal.is_some()), proposal)
    }

    /// The sentence that advises.
    fn advised(self, words: &Words, has_proposal: bool) -> &'static str {
        let text = RuleText::of(words, self.details.rule());
        let advised = self.reason().and_then(|reason| naming::advised(words, reason));
        match advised {
            Some(advised) if has_proposal => advised,
            _ if !has_proposal && !text.otherwise.is_empty() => text.otherwise,
            _ => text.advice,
        }
    }

    fn with_reason(self, words: &Words, text: &str) -> String {
        let text = self.filled(words, text, self.proposal.map(escaped));
        let reason = self.reason().map_or("", |reason| naming::reason(words, reason));
        if reason.is_empty() {
            text
        } else {
            format!("{text} {}", self.filled(words, reason, None))
        }
    }

    /// Why the account can hardly do otherwise, where there is a reason.
    fn reason(&self) -> Option<&Excuse> {
        match self.details {
            Details::NamingConvention(it) | Details::NamingSeparator(it) => it.excuse.as_ref(),
            _ => None,
        }
    }

    fn filled(self, words: &Words, text: &str, proposal: Option<String>) -> String {
        let proposal = proposal.into_iter().map(|proposal| ("proposal", proposal));
        let values = self.details.values();
        let values = values.iter().map(|(place, value)| (*place, told(words, value)));
        let values: Vec<(&str, String)> = values.chain(proposal).collect();
        let values: Vec<(&str, &str)> = values.iter().map(|(k, v)| (*k, v.as_str())).collect();
        fill(text, &values)
    }
}

/// A sentence about no case in particular: what a finding would propose is called that, and `…` stands in the place of
/// every value in quotation marks and every other one.
pub fn without_places(words: &Words, text: &str) -> String {
    let mut told = text.to_owned();
    while let Some((before, rest)) = told.split_once('{') {
        let Some((place, after)) = rest.split_once('}') else {
            break;
        };
        let value = match place {
            _ if before.ends_with(['“', '"']) => "…",
            "proposal" => words.place_proposal,
            "name" => words.place_name,
            "platform" => words.place_platform,
            _ => "…",
        };
        told = format!("{before}{value}{after}");
    }
    told
}

/// A value as a reader knows it: the family of a kind goes by the word for that kind, and the platform that
/// a finding is limited to, if any, stands behind a preposition.
fn told(words: &Words, value: &Value<'_>) -> String {
    match value {
        Value::Text(text) => escaped(text),
        Value::Family(FamilyName::Kind(kind)) => labels::kind(words, *kind).to_owned(),
        Value::Family(FamilyName::Head(name)) => escaped(name),
        Value::Platform(None) => String::new(),
        Value::Platform(Some(platform)) => {
            format!(" {}", words.on_platform(&escaped(platform)))
        }
    }
}

#[cfg(test)]
mod tests;
