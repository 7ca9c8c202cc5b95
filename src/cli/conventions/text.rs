//! The tables of conventions as text: a bar for each template.

use std::io;

use crate::audit::ConventionReport;
use crate::audit::conventions::report::{Basis, Entry, Filling, Pattern};
use crate::audit::share::Share;
use crate::cli::Context;
use crate::cli::style::{Styles, plain};
use crate::compact_sort::CompactSort;
use crate::directory::{AccountIndex, Directory};
use crate::messages::labels;
use crate::text::width::width;
use crate::words::Words;

/// How many signs a bar of all accounts has.
const BAR: usize = 20;

/// How many templates and deviating accounts are shown of each family where there are several.
const FEW: usize = 6;

/// How many handles are given as examples of a template.
const EXAMPLES: usize = 2;

/// How wide a list of handles may become.
const WIDE: usize = 78;

/// A template with its share, as columns.
struct Row {
    template: String,
    share: Share,
    remark: String,
}

pub(super) fn write(
    directory: &Directory,
    reports: &[ConventionReport],
    all: bool,
    cx: &mut Context<'_>,
) -> io::Result<()> {
    for (at, report) in reports.iter().enumerate() {
        if at > 0 {
            writeln!(cx.out)?;
        }
        write_table(directory, report, all, cx)?;
    }
    if !reports.is_empty() {
        writeln!(cx.out)?;
        for line in cx.words.convention_is.lines() {
            writeln!(cx.out, "{}", Styles::new(cx.styled).dim(line))?;
        }
    }
    Ok(())
}

fn write_table(
    directory: &Directory,
    report: &ConventionReport,
    all: bool,
    cx: &mut Context<'_>,
) -> io::Result<()> {
    let (words, styles) = (cx.words, Styles::new(cx.styled));
    let family = labels::family(words, directory, report.family);
    let platform = directory.platform(report.platform).name();
    let accounts = accounts(words, report.total);
    writeln!(cx.out, "{}", styles.bold(&format!("{family}, {platform}: {accounts}")))?;
    let mut rows = rows(directory, report, words);
    let hidden = if all { 0 } else { rows.len().saturating_sub(FEW) };
    rows.truncate(rows.len() - hidden);
    rows.extend(no_template(directory, report, words));
    write_rows(&rows, styles, cx)?;
    if hidden > 0 {
        let more = words.more_templates(&hidden.to_string());
        writeln!(cx.out, "  {}", styles.dim(&more))?;
    }
    if report.expected.is_empty() {
        writeln!(cx.out, "  {}", styles.dim(words.no_convention))?;
    }
    write_deviating(directory, report, all, cx)
}

fn accounts(words: &Words, count: usize) -> String {
    match count {
        1 => words.account.to_owned(),
        _ => words.accounts(&count.to_string()),
    }
}

fn rows(directory: &Directory, report: &ConventionReport, words: &Words) -> Vec<Row> {
    let with_template = report.patterns.iter().filter(|pattern| pattern.template.is_some());
    with_template.map(|pattern| row(directory, pattern, words)).collect()
}

/// The accounts that no template explains.
fn no_template(directory: &Directory, report: &ConventionReport, words: &Words) -> Option<Row> {
    let mut patterns = report.patterns.iter();
    let pattern = patterns.find(|pattern| pattern.template.is_none())?;
    Some(row(directory, pattern, words))
}

fn row(directory: &Directory, pattern: &Pattern, words: &Words) -> Row {
    let mut marks: Vec<String> = Vec::new();
    let conventions = words;
    marks.extend(pattern.basis.map(|basis| match basis {
        Basis::Declared => conventions.declared.to_owned(),
        Basis::Leading => conventions.leads.to_owned(),
    }));
    let shortened = pattern.filled(Filling::Shortened).count();
    if shortened > 0 {
        marks.push(conventions.shortened(&shortened.to_string()));
    }
    // What is filled with something else is no example.
    let is_example = |entry: &&Entry| entry.filling != Some(Filling::Otherwise);
    let examples = pattern.following.iter().filter(is_example).take(EXAMPLES);
    let mut remark = handles(directory, examples);
    if !marks.is_empty() {
        let marks = marks.join(", ");
        remark = if remark.is_empty() { marks } else { format!("{remark} ({marks})") };
    }
    let template = pattern.template.as_ref().map(ToString::to_string);
    let template = template.unwrap_or_else(|| format!("({})", conventions.no_template));
    Row { template, share: pattern.share, remark }
}

fn handles<'a>(directory: &Directory, entries: impl Iterator<Item = &'a Entry>) -> String {
    entries.map(|it| directory.account(it.account).name()).collect::<Vec<_>>().join(", ")
}

fn write_rows(rows: &[Row], styles: Styles, cx: &mut Context<'_>) -> io::Result<()> {
    let templates = rows.iter().map(|row| width(&plain(&row.template))).max().unwrap_or_default();
    let counts = rows.iter().map(|row| row.share.some.to_string().len()).max().unwrap_or_default();
    for row in rows {
        let template = plain(&row.template);
        let gap = " ".repeat(templates - width(&template));
        let (bar, percent) = (bar(row.share), row.share.percent().unwrap_or_default());
        let remark = styles.dim(&row.remark);
        let (template, count) = (styles.bold(&template), row.share.some);
        writeln!(
            cx.out,
            "  {template}{gap}  {bar:BAR$}  {count:>counts$}  {percent:>3}%  {remark}"
        )?;
    }
    Ok(())
}

/// A share as a bar; whoever is there at all has at least one sign.
fn bar(share: Share) -> String {
    "#".repeat(share.of_parts(BAR))
}

/// Who does not follow what is expected, by what that is.
fn write_deviating(
    directory: &Directory,
    report: &ConventionReport,
    all: bool,
    cx: &mut Context<'_>,
) -> io::Result<()> {
    let words = cx.words;
    for pattern in &report.patterns {
        let Some(template) = pattern.template.as_ref().map(ToString::to_string) else {
            continue;
        };
        let mut accounts: Vec<AccountIndex> =
            pattern.deviating.iter().map(|entry| entry.account).collect();
        accounts.compact_sort();
        let names = accounts.into_iter().map(|it| plain(directory.account(it).name()));
        let names: Vec<String> = names.collect();
        if names.is_empty() {
            continue;
        }
        let count = names.len().to_string();
        let title = words.deviating(&count, &plain(&template));
        writeln!(cx.out, "  {title}")?;
        let shown = if all { names.len() } else { FEW.min(names.len()) };
        let mut list: Vec<String> = names.iter().take(shown).cloned().collect();
        if shown < names.len() {
            let rest = (names.len() - shown).to_string();
            list.push(words.more(&rest));
        }
        for line in lines(&list) {
            writeln!(cx.out, "    {line}")?;
        }
    }
    Ok(())
}

/// Items with commas between them, on lines that are not too wide.
fn lines(items: &[String]) -> Vec<String> {
    let mut lines: Vec<String> = vec![String::new()];
    for (at, item) in items.iter().enumerate() {
        let item = if at + 1 < items.len() { format!("{item},") } else { item.clone() };
        match lines.last_mut() {
            Some(line) if line.is_empty() => line.push_str(&item),
            Some(line) if width(line) + width(&item) + 5 <= WIDE => {
                line.push(' ');
                line.push_str(&item);
            }
            _ => lines.push(item),
        }
    }
    lines
}
