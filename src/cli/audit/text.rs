//! Findings for people, in a terminal: by rule within topic, or by line of a register.

mod lists;

use std::io::{self, Write};

use crate::audit::{Certainty, Rule};
use crate::cli::style::{Styles, plain};
use crate::messages::finding::RuleText;
use crate::messages::labels;
use crate::report::row::Row;
use crate::report::{Report, counts, share, shares};

/// Writes the whole report.
pub(super) fn write(report: &Report<'_>, styles: Styles, out: &mut dyn Write) -> io::Result<()> {
    if report.is_of_register() {
        by_line(report, styles, out)?;
    } else {
        by_rule(report, styles, out)?;
    }
    scores(report, styles, out)?;
    summary(report, styles, out)
}

fn by_rule(report: &Report<'_>, styles: Styles, out: &mut dyn Write) -> io::Result<()> {
    let mut topic = None;
    for rule in report.rules() {
        let rows = report.of(rule);
        if rows.is_empty() {
            continue;
        }
        if topic != Some(rule.topic()) {
            topic = Some(rule.topic());
            let word = labels::topic(report.words, rule.topic());
            writeln!(out, "{}\n", styles.bold(&format!("== {word}")))?;
        }
        of_rule(report, rule, &rows, styles, out)?;
    }
    Ok(())
}

fn of_rule(
    report: &Report<'_>,
    rule: Rule,
    rows: &[Row],
    styles: Styles,
    out: &mut dyn Write,
) -> io::Result<()> {
    let text = RuleText::of(report.words, rule);
    let count = counts(report.words, rows.iter().map(|row| row.severity)).unwrap_or_default();
    let count = styles.severity(rule.severity(), &count);
    let (title, id) = (styles.bold(text.title), styles.dim(rule.id()));
    writeln!(out, "{title} [{id}] {count}")?;
    lists::write(report.words, styles, rule, rows, out)?;
    writeln!(out)
}

/// The list that a registrar works through.
fn by_line(report: &Report<'_>, styles: Styles, out: &mut dyn Write) -> io::Result<()> {
    let mut line = None;
    for row in report.rows() {
        if line != row.line {
            if line.is_some() {
                writeln!(out)?;
            }
            line = row.line;
            let number = row.line.unwrap_or_default().to_string();
            let number = report.words.line(&number);
            let platform = plain(row.platform.as_deref().unwrap_or_default());
            let heading = format!("{number}: {} · {platform}", row.whose());
            writeln!(out, "{}", styles.bold(&heading))?;
        }
        let severity = labels::severity(report.words, row.severity);
        let severity = styles.severity(row.severity, severity);
        let id = styles.dim(row.rule.id());
        let certainty = match row.certainty {
            Certainty::Certain => String::new(),
            other => format!(" ({})", labels::certainty(report.words, other)),
        };
        let advice = styles.dim(&format!("→ {}", row.advice));
        writeln!(out, "  {severity} [{id}] {}{certainty} {advice}", row.found)?;
    }
    if line.is_some() {
        writeln!(out)?;
    }
    Ok(())
}

fn scores(report: &Report<'_>, styles: Styles, out: &mut dyn Write) -> io::Result<()> {
    for (_, name, scores) in report.scores(false) {
        let heading = format!("{}: {}", report.words.scores, plain(&name));
        writeln!(out, "{}", styles.bold(&heading))?;
        for (what, it) in shares(report.words, &scores) {
            writeln!(out, "  {what}: {}", share(report.words, it))?;
        }
        writeln!(out)?;
    }
    Ok(())
}

fn summary(report: &Report<'_>, styles: Styles, out: &mut dyn Write) -> io::Result<()> {
    let words = report.words;
    match report.counts() {
        None => writeln!(out, "{} {}", words.audit_nothing_found, report.looked_at())?,
        Some(counts) => {
            let summary = words.summary(&counts);
            writeln!(out, "{} {}", styles.bold(&summary), report.looked_at())?;
        }
    }
    if report.has_baseline {
        let count = report.hidden.to_string();
        writeln!(out, "{}", words.hidden(&count))?;
    }
    if !report.gone.is_empty() {
        let count = report.gone.len().to_string();
        writeln!(out, "{}", words.gone(&count))?;
        for entry in &report.gone {
            let values = [("rule", &entry.rule), ("hint", &entry.hint)];
            let values = values.map(|(place, value)| (place, plain(value)));
            let [(_, rule), (_, hint)] = &values;
            writeln!(out, "  {}", words.gone_entry(entry.fingerprint.as_str(), hint, rule))?;
        }
    }
    Ok(())
}
