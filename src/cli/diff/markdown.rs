//! Changes as a report to send round.

use std::io::{self, Write};

use super::Comparison;
use crate::messages::change::line;
use crate::report::markdown::inline;

pub(super) fn write(comparison: &Comparison<'_>, out: &mut dyn Write) -> io::Result<()> {
    writeln!(out, "# {}\n", inline(&comparison.heading()))?;
    writeln!(out, "{}", inline(&comparison.summary()))?;
    for group in comparison.groups() {
        let Some(first) = group.first() else { continue };
        writeln!(out, "\n## {}\n", inline(&first.organisation.name))?;
        for change in group {
            let line = inline(&line(comparison.words, change));
            if change.kind.is_alarm() {
                writeln!(out, "- **{}**: {line}", comparison.words.diff_alarm)?;
            } else {
                writeln!(out, "- {line}")?;
            }
        }
    }
    Ok(())
}
