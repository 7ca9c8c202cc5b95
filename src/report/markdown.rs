//! Findings as a report to send round.

use std::io::{self, Write};

use super::row::Row;
use super::{Looked, Report, share, shares};
use crate::audit::{Rule, Severity};
use crate::messages::finding::RuleText;
use crate::messages::labels;
use crate::text::sanitise::{escaped as plain, escaped_path};

/// Writes the whole report.
pub(crate) fn write(report: &Report<'_>, out: &mut dyn Write) -> io::Result<()> {
    head(report, out)?;
    counts(report, out)?;
    scores(report, out)?;
    if report.is_of_register() {
        by_line(report, out)?;
    } else {
        for rule in report.rules() {
            let rows = report.of(rule);
            if !rows.is_empty() {
                of_rule(report, rule, &rows, out)?;
            }
        }
    }
    gone(report, out)
}

fn head(report: &Report<'_>, out: &mut dyn Write) -> io::Result<()> {
    let words = report.words;
    let title = if report.is_of_register() { words.title_register } else { words.title };
    let edition = report.directory.header.edition.to_string();
    let today = report.today.to_string();
    writeln!(out, "# {title}\n")?;
    if let Looked::Register { file, .. } = &report.looked {
        let file = inline(&escaped_path(file));
        writeln!(out, "{}", words.subject_register(&file))?;
    }
    writeln!(out, "{}\n{}\n", words.edition(&edition, &today), inline(&report.looked_at()))?;
    if let Some(chosen) = &report.chosen {
        writeln!(out, "{}\n", inline(chosen))?;
    }
    writeln!(out, "{}\n", words.not_proof)
}

fn counts(report: &Report<'_>, out: &mut dyn Write) -> io::Result<()> {
    let words = report.words;
    if report.findings.is_empty() {
        writeln!(out, "{}\n", words.audit_nothing_found)?;
    } else {
        table(out, &[words.column_severity, words.column_count])?;
        for severity in Severity::ALL.into_iter().rev() {
            let count = report.count(severity).to_string();
            row(out, &[labels::severity(report.words, severity).to_owned(), count])?;
        }
        writeln!(out)?;
    }
    if report.has_baseline {
        let count = report.hidden.to_string();
        writeln!(out, "{}\n", words.hidden(&count))?;
    }
    Ok(())
}

fn scores(report: &Report<'_>, out: &mut dyn Write) -> io::Result<()> {
    let all = report.scores(true);
    let words = report.words;
    let Some((_, _, first)) = all.first() else {
        return Ok(());
    };
    writeln!(out, "## {}\n", words.scores)?;
    let mut columns = vec![words.column_family];
    columns.extend(shares(words, first).map(|(what, _)| what));
    table(out, &columns)?;
    for (_, name, scores) in &all {
        let mut cells = vec![inline(name)];
        cells.extend(shares(words, scores).map(|(_, it)| share(words, it)));
        row(out, &cells)?;
    }
    writeln!(out)
}

fn of_rule(report: &Report<'_>, rule: Rule, rows: &[Row], out: &mut dyn Write) -> io::Result<()> {
    let words = report.words;
    let text = RuleText::of(report.words, rule);
    let severity = labels::severity(report.words, rule.severity());
    writeln!(out, "## {} (`{}`, {severity}: {})\n", inline(text.title), rule.id(), rows.len())?;
    writeln!(out, "{}\n", inline(text.why))?;
    let columns = [
        words.column_organisation,
        words.column_found,
        words.column_certainty,
        words.column_advice,
    ];
    table(out, &columns)?;
    for it in rows {
        let cells = [
            inline(&it.whose()),
            inline(&it.found),
            labels::certainty(report.words, it.certainty).to_owned(),
            inline(&it.advice),
        ];
        row(out, &cells)?;
    }
    writeln!(out)
}

fn by_line(report: &Report<'_>, out: &mut dyn Write) -> io::Result<()> {
    if report.findings.is_empty() {
        return Ok(());
    }
    let words = report.words;
    writeln!(out, "## {}\n", words.findings)?;
    let columns = [
        words.column_line,
        words.column_organisation,
        words.column_severity,
        words.column_found,
        words.column_certainty,
        words.column_advice,
        words.column_rule,
    ];
    table(out, &columns)?;
    for it in report.rows() {
        let cells = [
            it.line.unwrap_or_default().to_string(),
            inline(&it.whose()),
            labels::severity(report.words, it.severity).to_owned(),
            inline(&it.found),
            labels::certainty(report.words, it.certainty).to_owned(),
            inline(&it.advice),
            format!("`{}`", it.rule.id()),
        ];
        row(out, &cells)?;
    }
    writeln!(out)
}

fn gone(report: &Report<'_>, out: &mut dyn Write) -> io::Result<()> {
    if report.gone.is_empty() {
        return Ok(());
    }
    let count = report.gone.len().to_string();
    writeln!(out, "{}\n", report.words.gone(&count))?;
    for entry in &report.gone {
        writeln!(out, "- {} {}", inline(&entry.rule), inline(&entry.hint))?;
    }
    writeln!(out)
}

/// The head of a table.
fn table(out: &mut dyn Write, columns: &[&str]) -> io::Result<()> {
    writeln!(out, "| {} |", columns.join(" | "))?;
    writeln!(out, "|{}", " --- |".repeat(columns.len()))
}

/// A row of a table, of cells that are escaped.
fn row(out: &mut dyn Write, cells: &[String]) -> io::Result<()> {
    writeln!(out, "| {} |", cells.join(" | "))
}

/// A text that stands in Markdown as it is: nothing in it is markup, HTML or the end of a cell.
pub(crate) fn inline(text: &str) -> String {
    let text = plain(text);
    let mut escaped = String::with_capacity(text.len() + 8);
    for c in text.chars() {
        match c {
            '<' => escaped.push_str("&lt;"),
            '>' => escaped.push_str("&gt;"),
            '&' => escaped.push_str("&amp;"),
            '\\' | '`' | '*' | '_' | '[' | ']' | '|' | '~' | '$' | '#' => {
                escaped.push('\\');
                escaped.push(c);
            }
            _ => escaped.push(c),
        }
    }
    escaped
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_in_a_text_is_markup() {
        for (text, expected) in [
            ("Gemeente 's-Hertogenbosch", "Gemeente 's-Hertogenbosch"),
            ("POL_Ede", "POL\\_Ede"),
            ("a | b", "a \\| b"),
            ("[x](javascript:alert(1))", "\\[x\\](javascript:alert(1))"),
            ("<script>&lt;", "&lt;script&gt;&amp;lt;"),
            ("\\|", "\\\\\\|"),
            ("a\nb", "a‹U+000A›b"),
            ("`*_~$#", "\\`\\*\\_\\~\\$\\#"),
        ] {
            assert_eq!(inline(text), expected);
        }
    }
}
