//! `officieel explain`: what a rule of the audit looks for, why that matters, and what to do.

use std::io;

use serde::Serialize;

use super::arguments::ExplainArguments;
use super::audit::rule_named;
use super::error::Result;
use super::fact_table::FactTable;
use super::style::Styles;
use super::{Context, ExitStatus, json};
use crate::audit::{Rule, Severity};
use crate::messages::finding::{RuleText, without_places};
use crate::messages::labels;
use crate::words::Words;

/// A rule, as JSON. The shape is stable: keys are added, never renamed.
#[derive(Serialize)]
struct RuleJson {
    id: &'static str,
    topic: &'static str,
    severity: &'static str,
    title: &'static str,
    /// What it says of a case, with places in braces.
    found: &'static str,
    why: &'static str,
    /// What can be done, with places in braces.
    advice: &'static str,
    /// What can be done where nothing can be proposed; null where that is no different.
    otherwise: Option<&'static str>,
    source: &'static str,
}

pub(super) fn run(command: &ExplainArguments, cx: &mut Context<'_>) -> Result<ExitStatus> {
    let Some(given) = &command.rule else {
        return Ok(all(command.json, cx)?);
    };
    let rule = rule_named(given, cx)?;
    if command.json {
        json::write(cx.out, &as_json(cx.words, rule))?;
    } else {
        explain(rule, cx)?;
    }
    Ok(ExitStatus::Found)
}

fn all(is_json: bool, cx: &mut Context<'_>) -> io::Result<ExitStatus> {
    if is_json {
        let all: Vec<RuleJson> = Rule::ALL.iter().map(|rule| as_json(cx.words, *rule)).collect();
        json::write(cx.out, &all)?;
        return Ok(ExitStatus::Found);
    }
    let styles = Styles::new(cx.styled);
    let widest = Rule::ALL.iter().map(|rule| rule.id().len()).max().unwrap_or_default();
    let word = |severity: &Severity| labels::severity(cx.words, *severity).chars().count();
    let widest_word = Severity::ALL.iter().map(word).max().unwrap_or_default();
    let mut topic = None;
    for &rule in Rule::ALL {
        if topic != Some(rule.topic()) {
            let gap = if topic.is_some() { "\n" } else { "" };
            topic = Some(rule.topic());
            writeln!(cx.out, "{gap}{}", styles.bold(labels::topic(cx.words, rule.topic())))?;
        }
        let title = RuleText::of(cx.words, rule).title;
        let word = labels::severity(cx.words, rule.severity());
        let after_word = " ".repeat(widest_word - word.chars().count() + 2);
        let after_id = " ".repeat(widest - rule.id().len() + 2);
        let severity = styles.severity(rule.severity(), word);
        writeln!(cx.out, "  {}{after_id}{severity}{after_word}{title}", rule.id())?;
    }
    Ok(ExitStatus::Found)
}

fn explain(rule: Rule, cx: &mut Context<'_>) -> io::Result<()> {
    let text = RuleText::of(cx.words, rule);
    let styles = Styles::new(cx.styled);
    let words = cx.words;
    let mut facts = FactTable::new(styles);
    facts.heading_styled(format!("{} {}", styles.bold(text.title), styles.dim(rule.id())));
    facts.add(words.column_severity, labels::severity(cx.words, rule.severity()));
    facts.add(words.explained_topic, labels::topic(cx.words, rule.topic()));
    facts.add(words.rule_why, text.why);
    facts.add(words.advice, &without_places(words, text.advice));
    facts.add(words.or_else, &without_places(words, text.otherwise));
    facts.add(words.source, rule.source());
    facts.write(cx.out)
}

fn as_json(words: &Words, rule: Rule) -> RuleJson {
    let text = RuleText::of(words, rule);
    RuleJson {
        id: rule.id(),
        topic: rule.topic().id(),
        severity: rule.severity().id(),
        title: text.title,
        found: text.found,
        why: text.why,
        advice: text.advice,
        otherwise: Some(text.otherwise).filter(|text| !text.is_empty()),
        source: rule.source(),
    }
}
