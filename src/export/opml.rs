//! Feeds for readers of feeds, by organisation.
//!
//! Source: OPML 2.0, <http://opml.org/spec2.opml>.

use std::collections::HashSet;
use std::io::{self, Write};

use super::{Counts, Entry, Export, feed, markup};
use crate::directory::Date;

/// The months as RFC 822 writes them.
const MONTHS: [&str; 12] =
    ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

pub(super) fn write(export: &Export<'_>, out: &mut dyn Write) -> io::Result<Counts> {
    writeln!(out, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<opml version=\"2.0\">\n  <head>")?;
    writeln!(out, "    <title>{}</title>", markup::text(&export.title()))?;
    if let Some(moment) = moment(export.list.directory.header.edition) {
        writeln!(out, "    <dateCreated>{moment}</dateCreated>")?;
    }
    writeln!(out, "  </head>\n  <body>")?;
    let mut seen = HashSet::new();
    let mut counts = Counts::default();
    for entry in export.entries() {
        let outlines = outlines(export, &entry, &mut seen, &mut counts);
        if outlines.is_empty() {
            continue;
        }
        let name = markup::text(&entry.organisation.name);
        writeln!(out, "    <outline text=\"{name}\" title=\"{name}\">")?;
        for outline in outlines {
            writeln!(out, "      {outline}")?;
        }
        writeln!(out, "    </outline>")?;
    }
    writeln!(out, "  </body>\n</opml>")?;
    Ok(counts)
}

/// The feeds of an organisation; one that several share stands with the first of them.
fn outlines(
    export: &Export<'_>,
    entry: &Entry<'_>,
    seen: &mut HashSet<String>,
    counts: &mut Counts,
) -> Vec<String> {
    let mut outlines = Vec::new();
    for account in &entry.accounts {
        let Some(feed) = feed::of(export.list.directory, account) else {
            // An account that is shared is one all the same.
            counts.left_out += usize::from(seen.insert(account.url.clone()));
            continue;
        };
        if !seen.insert(feed.clone()) {
            continue;
        }
        counts.written += 1;
        let text =
            markup::text(&format!("{} — {}", entry.organisation.name, export.named(account)));
        let (standing, feed) = (markup::text(&export.standing(account)), markup::text(&feed));
        let page = markup::text(&account.url);
        outlines.push(format!(
            "<outline type=\"rss\" text=\"{text}\" title=\"{text}\" description=\"{standing}\" \
             xmlUrl=\"{feed}\" htmlUrl=\"{page}\"/>"
        ));
    }
    outlines
}

/// The first moment of a day (RFC 822, with four digits for the year); `None` of a month or a year alone.
fn moment(date: Date) -> Option<String> {
    let text = date.to_string();
    let mut parts = text.split('-');
    let (year, month, day) = (parts.next()?, parts.next()?, parts.next()?);
    let month = month.parse::<usize>().ok()?.checked_sub(1)?;
    Some(format!("{day} {} {year} 00:00:00 GMT", MONTHS.get(month)?))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_day_is_told_as_mail_does_it() {
        let moment = |text: &str| moment(text.parse().unwrap());
        assert_eq!(moment("2026-11-28").as_deref(), Some("28 Nov 2026 00:00:00 GMT"));
        assert_eq!(moment("2026-01-02").as_deref(), Some("02 Jan 2026 00:00:00 GMT"));
        assert_eq!(moment("2026-11"), None);
    }
}
