//! Changes as a feed, with an entry for each.
//!
//! Sources: Atom, <https://www.rfc-editor.org/rfc/rfc4287>; `tag:` URIs, <https://www.rfc-editor.org/rfc/rfc4151>.

use std::io::{self, Write};

use super::Comparison;
use crate::changes::Change;
use crate::directory::Date;
use crate::messages::change::{kind, line};
use crate::text::sanitise::escaped;

/// Whose ids these are. The name is no domain of anybody, and nothing is ever fetched by it.
const AUTHORITY: &str = "tag:officieel,2026";

pub(super) fn write(comparison: &Comparison<'_>, out: &mut dyn Write) -> io::Result<()> {
    let (old, new) = (comparison.old, comparison.new);
    writeln!(out, "<?xml version=\"1.0\" encoding=\"utf-8\"?>")?;
    let language = comparison.language.id();
    writeln!(out, "<feed xmlns=\"http://www.w3.org/2005/Atom\" xml:lang=\"{language}\">")?;
    writeln!(out, "  <id>{AUTHORITY}:diff/{old}/{new}</id>")?;
    writeln!(out, "  <title>{}</title>", xml(&comparison.heading()))?;
    writeln!(out, "  <subtitle>{}</subtitle>", xml(&comparison.summary()))?;
    writeln!(out, "  <updated>{}</updated>", moment(new))?;
    writeln!(out, "  <author><name>{}</name></author>", xml(comparison.title))?;
    let version = env!("CARGO_PKG_VERSION");
    writeln!(out, "  <generator version=\"{version}\">officieel</generator>")?;
    for change in comparison.changes {
        entry(comparison, change, out)?;
    }
    writeln!(out, "</feed>")
}

fn entry(comparison: &Comparison<'_>, change: &Change, out: &mut dyn Write) -> io::Result<()> {
    let words = comparison.words;
    let line = line(words, change);
    let whose = &change.organisation.name;
    let title = if change.kind.is_alarm() {
        format!("[{}] {whose}: {line}", words.diff_alarm)
    } else {
        format!("{whose}: {line}")
    };
    let address = change.account.as_ref().map(|it| format!("\n{}", it.url)).unwrap_or_default();
    let fingerprint = change.fingerprint(comparison.old, comparison.new);
    writeln!(out, "  <entry>")?;
    writeln!(out, "    <id>{AUTHORITY}:change/{fingerprint}</id>")?;
    writeln!(out, "    <title>{}</title>", xml(&title))?;
    writeln!(out, "    <updated>{}</updated>", moment(comparison.new))?;
    let (term, label) = (change.kind.id(), xml(kind(words, change.kind)));
    writeln!(out, "    <category term=\"{term}\" label=\"{label}\"/>")?;
    // Text, and no link: what a feed reader shows as one is followed without a second look.
    let content = format!("{}{}", xml(&format!("{whose}: {line}")), xml_lines(&address));
    writeln!(out, "    <content type=\"text\">{content}</content>")?;
    writeln!(out, "  </entry>")
}

/// The first moment of a date: of a month or a year alone, that of its first day.
fn moment(date: Date) -> String {
    let mut day = date.to_string();
    while day.len() < "2026-01-01".len() {
        day.push_str("-01");
    }
    format!("{day}T00:00:00Z")
}

/// A text as it may stand in an element or an attribute: harmless, and no markup.
fn xml(text: &str) -> String {
    let mut made = String::with_capacity(text.len() + 8);
    for c in escaped(text).chars() {
        match c {
            '&' => made.push_str("&amp;"),
            '<' => made.push_str("&lt;"),
            '>' => made.push_str("&gt;"),
            '"' => made.push_str("&quot;"),
            '\'' => made.push_str("&apos;"),
            _ => made.push(c),
        }
    }
    made
}

/// The same, of which lines stay lines.
fn xml_lines(text: &str) -> String {
    text.split('\n').map(xml).collect::<Vec<_>>().join("\n")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_date_that_stops_early_is_its_first_day() {
        for (date, expected) in [
            ("2026-11-21", "2026-11-21T00:00:00Z"),
            ("2026-11", "2026-11-01T00:00:00Z"),
            ("2026", "2026-01-01T00:00:00Z"),
        ] {
            assert_eq!(moment(date.parse().unwrap()), expected);
        }
    }

    #[test]
    fn nothing_in_a_text_is_markup() {
        for (text, expected) in [
            ("<b> & \"c\" 'd'", "&lt;b&gt; &amp; &quot;c&quot; &apos;d&apos;"),
            ("]]>", "]]&gt;"),
            ("a\u{1b}[2J\u{202e}\nb", "a‹U+001B›[2J‹U+202E›‹U+000A›b"),
        ] {
            assert_eq!(xml(text), expected);
        }
    }
}
