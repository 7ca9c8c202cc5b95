//! What changed, for a terminal or a mail: a line a change, with the page and the day.

use std::io::{self, Write};

use super::super::style::{Styles, Tone, plain};
use crate::messages::labels;
use crate::messages::watch::{line, open};
use crate::report::watch::Watched;

pub(super) fn write(watched: &Watched<'_>, styles: Styles, out: &mut dyn Write) -> io::Result<()> {
    let words = watched.words;
    for sentence in watched.summary() {
        writeln!(out, "{}", plain(&sentence))?;
    }
    for group in watched.groups() {
        writeln!(out, "\n{}", styles.bold(&watched.whose(&group)))?;
        for it in group {
            let weight = if it.kind.is_alarm() {
                styles.bold_in(Tone::Alarm, words.diff_alarm)
            } else {
                labels::severity(words, it.severity).to_owned()
            };
            let mark = styles.dim(&it.fingerprint);
            writeln!(out, "  [{weight}] {}  {mark}", plain(&line(words, it)))?;
        }
    }
    if !watched.comparison.open.is_empty() {
        writeln!(out, "\n{}", styles.bold(words.watch_open))?;
        for it in &watched.comparison.open {
            writeln!(out, "  {}", plain(&open(words, it)))?;
        }
    }
    Ok(())
}
