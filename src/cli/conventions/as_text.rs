//! The tables of conventions as text: a bar for each template.

use std::io;

use super::deviating;
use crate::audit::score::Share;
use crate::audit::{ConventionTable, Family};
use crate::cli::Surroundings;
use crate::cli::style::{Styles, plain};
use crate::directory::{AccountIndex, Directory};
use crate::text::width::width;
use crate::words::{Words, fill, labels};

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
    tables: &[ConventionTable],
    all: bool,
    to: &mut Surroundings<'_>,
) -> io::Result<()> {
    for (at, table) in tables.iter().enumerate() {
        if at > 0 {
            writeln!(to.out)?;
        }
        write_table(directory, table, all, to)?;
    }
    if !tables.is_empty() {
        writeln!(to.out)?;
        for line in to.words.conventions.custom_is.lines() {
            writeln!(to.out, "{}", Styles::new(to.styled).dim(line))?;
        }
    }
    Ok(())
}

fn write_table(
    directory: &Directory,
    table: &ConventionTable,
    all: bool,
    to: &mut Surroundings<'_>,
) -> io::Result<()> {
    let (words, styles) = (to.words, Styles::new(to.styled));
    let family = match table.family {
        Family::Kind(kind) => labels::kind(words, kind).to_owned(),
        Family::Under(head) => directory.organisation(head).name.clone(),
    };
    let platform = directory.platform(table.platform).name();
    let accounts = accounts(words, table.mined.total);
    writeln!(to.out, "{}", styles.bold(&format!("{family}, {platform}: {accounts}")))?;
    let mut rows = rows(directory, table, words);
    let hidden = if all { 0 } else { rows.len().saturating_sub(FEW) };
    rows.truncate(rows.len() - hidden);
    rows.extend(no_template(directory, table, words));
    write_rows(&rows, styles, to)?;
    if hidden > 0 {
        let more = fill(words.conventions.more_templates, &[("count", &hidden.to_string())]);
        writeln!(to.out, "  {}", styles.dim(&more))?;
    }
    if table.expected().next().is_none() {
        writeln!(to.out, "  {}", styles.dim(words.conventions.no_custom))?;
    }
    write_deviating(directory, table, all, to)
}

fn accounts(words: &Words, count: usize) -> String {
    match count {
        1 => words.conventions.account.to_owned(),
        _ => fill(words.conventions.accounts, &[("count", &count.to_string())]),
    }
}

fn rows(directory: &Directory, table: &ConventionTable, words: &Words) -> Vec<Row> {
    let mut rows: Vec<Row> = Vec::new();
    for row in &table.mined.rows {
        let mut marks: Vec<String> = Vec::new();
        let mut customs = table.expected().filter(|(_, custom)| custom.template == row.template);
        if let Some((_, custom)) = customs.next() {
            let words = words.conventions;
            marks.push(if custom.is_declared { words.declared } else { words.leads }.to_owned());
        }
        let shortened = row.shortened.len();
        if shortened > 0 {
            let count = shortened.to_string();
            marks.push(fill(words.conventions.shortened, &[("count", &count)]));
        }
        let examples = row.followers.iter().chain(&row.shortened).take(EXAMPLES);
        let mut remark = handles(directory, examples);
        if !marks.is_empty() {
            remark = format!("{remark} ({})", marks.join(", "));
        }
        rows.push(Row {
            template: row.template.to_string(),
            share: table.mined.share(row),
            remark,
        });
    }
    // What was declared is shown where nobody follows it too.
    let declared =
        table.expected().filter(|(_, custom)| custom.is_declared && custom.share.some == 0);
    rows.extend(declared.map(|(_, custom)| Row {
        template: custom.template.to_string(),
        share: custom.share,
        remark: words.conventions.declared.to_owned(),
    }));
    rows
}

/// The accounts that no template explains.
fn no_template(directory: &Directory, table: &ConventionTable, words: &Words) -> Option<Row> {
    let unexplained = &table.mined.unexplained;
    (!unexplained.is_empty()).then(|| Row {
        template: format!("({})", words.conventions.no_template),
        share: Share { some: unexplained.len(), all: table.mined.total },
        remark: handles(directory, unexplained.iter().take(EXAMPLES)),
    })
}

fn handles<'a>(directory: &Directory, accounts: impl Iterator<Item = &'a AccountIndex>) -> String {
    accounts.map(|it| directory.account(*it).name()).collect::<Vec<_>>().join(", ")
}

fn write_rows(rows: &[Row], styles: Styles, to: &mut Surroundings<'_>) -> io::Result<()> {
    let templates = rows.iter().map(|row| width(&plain(&row.template))).max().unwrap_or_default();
    let counts = rows.iter().map(|row| row.share.some.to_string().len()).max().unwrap_or_default();
    for row in rows {
        let template = plain(&row.template);
        let gap = " ".repeat(templates - width(&template));
        let (bar, percent) = (bar(row.share), row.share.percent().unwrap_or_default());
        let remark = styles.dim(&row.remark);
        let (template, count) = (styles.bold(&template), row.share.some);
        writeln!(
            to.out,
            "  {template}{gap}  {bar:BAR$}  {count:>counts$}  {percent:>3}%  {remark}"
        )?;
    }
    Ok(())
}

/// A share as a bar; whoever is there at all has at least one sign.
fn bar(share: Share) -> String {
    let signs = (share.some * BAR * 2 + share.all).checked_div(share.all * 2).unwrap_or_default();
    "#".repeat(signs.max(usize::from(share.some > 0)))
}

/// Who does not follow what is expected, by what that is.
fn write_deviating(
    directory: &Directory,
    table: &ConventionTable,
    all: bool,
    to: &mut Surroundings<'_>,
) -> io::Result<()> {
    let words = to.words.conventions;
    let mut told: Vec<String> = Vec::new();
    for (_, custom) in table.expected() {
        let template = custom.template.to_string();
        if told.contains(&template) {
            continue;
        }
        let breaks = |it: &AccountIndex| {
            table.custom(directory, *it).is_some_and(|it| it.template == custom.template)
        };
        let names: Vec<String> = deviating(directory, table)
            .into_iter()
            .filter(breaks)
            .map(|it| plain(directory.account(it).name()))
            .collect();
        told.push(template.clone());
        if names.is_empty() {
            continue;
        }
        let count = names.len().to_string();
        let title = fill(words.deviating, &[("template", &plain(&template)), ("count", &count)]);
        writeln!(to.out, "  {title}")?;
        let shown = if all { names.len() } else { FEW.min(names.len()) };
        let mut list: Vec<String> = names.iter().take(shown).cloned().collect();
        if shown < names.len() {
            let rest = (names.len() - shown).to_string();
            list.push(fill(words.more, &[("count", &rest)]));
        }
        for line in lines(&list) {
            writeln!(to.out, "    {line}")?;
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
