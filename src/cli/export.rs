//! `officieel export`: what a filter lets through, as a file for another program.

use std::path::Path;

use super::arguments::{ExportArguments, ExportFormat, Shared};
use super::error::Result;
use super::load::{self, is_stream, name_of};
use super::{Context, ExitStatus, list};
use crate::export::{Counts, Export, Format};
use crate::listing::{self, List};
use crate::messages::numbers::grouped;
use crate::replace::{Readers, replace};

pub(super) fn run(
    command: &ExportArguments,
    shared: &Shared,
    cx: &mut Context<'_>,
) -> Result<ExitStatus> {
    let file = command.output.as_deref().filter(|it| !is_stream(it));
    if let Some(file) = file {
        refuse_what_is_there(file, cx)?;
    }
    let directory = load::directory(shared, cx)?;
    let filter = list::filter(&command.filter, &directory, cx)?;
    let rows = listing::rows(&directory, &filter, cx.today);
    if rows.is_empty() {
        writeln!(cx.err, "{}", cx.words.list_nothing)?;
        return Ok(ExitStatus::NotFound);
    }
    let list = List { directory: &directory, today: cx.today, words: cx.words };
    let given = command.filter.join(" ");
    let export = Export { list, language: cx.language, filter: &given, rows: &rows };
    let format = format(command.format);
    // A file is put there whole or not at all.
    let mut bytes = Vec::new();
    let counts = export.write(format, &mut bytes)?;
    tell_left_out(format, counts, cx)?;
    list::write_absences(&list, &filter, &rows, cx)?;
    if counts.written == 0 && matches!(format, Format::Opml | Format::Mastodon) {
        return Ok(ExitStatus::NotFound);
    }
    match file {
        Some(file) => replace(file, &bytes, Readers::Anyone).map_err(|error| {
            cx.unusable(&cx.words.not_written(&name_of(file), &error.to_string()))
        })?,
        None => cx.out.write_all(&bytes)?,
    }
    Ok(ExitStatus::Found)
}

/// Complains of a file that is there already: nothing here was asked to replace it.
fn refuse_what_is_there(file: &Path, cx: &mut Context<'_>) -> Result<()> {
    // A link that leads nowhere is there as well.
    if file.symlink_metadata().is_ok() {
        let text = cx.words.exported_is_there(&name_of(file));
        return Err(cx.unusable(&text));
    }
    Ok(())
}

/// Says of how many accounts a format has nothing.
fn tell_left_out(format: Format, counts: Counts, cx: &mut Context<'_>) -> Result<()> {
    let words = cx.words;
    let left_out = grouped(words, counts.left_out);
    let text = match (format, counts.written, counts.left_out) {
        (Format::Opml, 0, _) => words.exported_no_feeds.to_owned(),
        (Format::Mastodon, 0, _) => words.exported_none_federated.to_owned(),
        (_, _, 0) => return Ok(()),
        (Format::Mastodon, ..) => words.exported_not_federated(&left_out),
        _ => words.exported_without_feed(&left_out),
    };
    writeln!(cx.err, "{text}")?;
    Ok(())
}

fn format(chosen: ExportFormat) -> Format {
    match chosen {
        ExportFormat::Jsonld => Format::JsonLd,
        ExportFormat::Vcard => Format::VCard,
        ExportFormat::Opml => Format::Opml,
        ExportFormat::Mastodon => Format::Mastodon,
        ExportFormat::Csv => Format::Csv,
        ExportFormat::Html => Format::Html,
    }
}
