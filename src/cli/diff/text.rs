//! Changes as text: a summary, then the organisations with a line for each change.

use std::io::{self, Write};

use super::super::style::{Styles, Tone, plain};
use super::Comparison;
use crate::messages::change::line;

pub(super) fn write(
    comparison: &Comparison<'_>,
    styles: Styles,
    out: &mut dyn Write,
) -> io::Result<()> {
    writeln!(out, "{}", plain(&comparison.summary()))?;
    for group in comparison.groups() {
        let Some(first) = group.first() else { continue };
        writeln!(out, "\n{}", styles.bold(&first.organisation.name))?;
        for change in group {
            let line = plain(&line(comparison.words, change));
            if change.kind.is_alarm() {
                let alarm = styles.bold_in(Tone::Alarm, comparison.words.diff_alarm);
                writeln!(out, "  [{alarm}] {line}")?;
            } else {
                writeln!(out, "  {line}")?;
            }
        }
    }
    Ok(())
}
