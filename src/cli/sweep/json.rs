//! What `sweep` found, for programs.

use std::io::{self, Write};

use serde::Serialize;

use crate::json::Elements;
use officieel_online::archive::Findings;

/// What the pages of an organisation say of an account.
#[derive(Debug, Serialize)]
struct Row<'a> {
    organisation: &'a str,
    platform: &'a str,
    /// The name of the account; null where the address is none of one.
    account: Option<&'a str>,
    url: &'a str,
    outcome: &'static str,
    /// The page that tells most.
    page: &'a str,
    zone: &'static str,
    rule: &'static str,
    /// Whether it stands where the page says that one can follow its owner.
    follow: bool,
    /// The day on which the page was seen.
    seen: Option<String>,
    /// All pages that show it, up to eight.
    pages: Vec<&'a str>,
}

pub(super) fn write(findings: &Findings, out: &mut dyn Write) -> io::Result<()> {
    let mut rows = Elements::default();
    for (key, finding) in findings.found() {
        let best = &finding.best;
        let row = Row {
            organisation: &key.organisation,
            platform: &key.platform,
            account: best.account.as_deref(),
            url: &best.url,
            outcome: best.outcome.id(),
            page: &best.page,
            zone: best.zone.id(),
            rule: best.rule,
            follow: best.follow,
            seen: best.seen.0.map(|day| day.to_string()),
            pages: finding.pages.iter().map(String::as_str).collect(),
        };
        rows.add(&row, out)?;
    }
    rows.end(out)
}
