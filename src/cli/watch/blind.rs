//! What a run could not look at, and a run that could look at nothing: that nothing changed would say nothing.

use std::io;

use officieel_online::archive::NotLooked;

use super::super::arguments::WatchArguments;
use super::super::error::Result;
use super::super::style::plain;
use super::super::sweep::text::reason;
use super::super::{Context, ExitStatus, load};
use super::Seen;
use crate::messages::numbers::grouped;

/// Tells of archives and pages of nobody that couldn't be looked at: what is an organisation's stands among what isn't
/// known yet. Pages of other sites, of which an archive may be full, matter only where nothing else is in it.
pub(super) fn tell(seen: &Seen, is_blind: bool, cx: &mut Context<'_>) -> io::Result<()> {
    if seen.archived.is_none() {
        return Ok(());
    }
    for (page, why) in seen.findings.not_looked_at(None) {
        if is_blind || why.is_unread() {
            let why = match why {
                NotLooked::NoAddress => cx.words.watch_no_own_address.to_owned(),
                _ => reason(cx.words, why),
            };
            let text = cx.words.sweep_not_looked(&plain(page), &why);
            writeln!(cx.err, "{text}")?;
        }
    }
    Ok(())
}

/// Ends a run that could look at nothing: why, what to do, and that nothing is kept. What the directory alone shows was
/// told, and its status goes before.
pub(super) fn end(
    command: &WatchArguments,
    seen: &Seen,
    status: ExitStatus,
    cx: &mut Context<'_>,
) -> Result<ExitStatus> {
    let words = cx.words;
    let files: Vec<String> = command.from.iter().map(|it| load::name_of(it)).collect();
    let files = files.join(", ");
    let text = match seen.archived {
        None => words.watch_blind_live.to_owned(),
        Some(0) => words.watch_blind_no_page(&files),
        Some(pages) => words.watch_blind_others(&files, &grouped(words, pages)),
    };
    writeln!(cx.err, "officieel: {text}")?;
    if let Some(path) = command.baseline.as_deref().filter(|_| command.update_baseline) {
        writeln!(cx.err, "officieel: {}", words.watch_not_kept(&load::name_of(path)))?;
    }
    Ok(if status == ExitStatus::Found { ExitStatus::Unusable } else { status })
}
