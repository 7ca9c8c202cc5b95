//! What changed, for programs. The shape is stable: keys are added, never renamed.

use std::io::{self, Write};

use serde::Serialize;
use serde_json::Value as Json;

use super::super::diff::json::{body, value};
use crate::json::write as write_json;
use crate::messages::watch::line;
use crate::report::watch::Watched;
use crate::watch::{Change, Open};
use crate::words::Words;

#[derive(Serialize)]
struct WatchedJson<'a> {
    /// The day of the run before; null at a first one.
    since: Option<String>,
    seen: String,
    /// How many changes there are.
    total: usize,
    /// How many of them are alarms.
    alarms: usize,
    /// How many pages and accounts were looked at; null where only the directory was asked.
    looked: Option<usize>,
    /// How many pages and accounts couldn't be looked at; nothing follows from that.
    not_looked: usize,
    /// How many changes the baseline ignores.
    ignored: usize,
    changes: Vec<ChangeJson<'a>>,
    /// What isn't known yet.
    open: Vec<OpenJson<'a>>,
}

#[derive(Serialize)]
struct ChangeJson<'a> {
    kind: &'static str,
    severity: &'static str,
    alarm: bool,
    organisation: Option<Json>,
    platform: Option<&'a str>,
    account: Option<&'a str>,
    url: Option<&'a str>,
    before: Option<Json>,
    after: Option<Json>,
    /// The page to look at.
    page: Option<&'a str>,
    /// The day of the first look, where there were two.
    since: Option<String>,
    /// The change as a sentence, in the language of the interface.
    text: String,
    fingerprint: &'a str,
}

#[derive(Serialize)]
struct OpenJson<'a> {
    /// `not-shown-once`, `not-there-once` or `could-not-look`.
    kind: &'static str,
    organisation: Json,
    platform: Option<&'a str>,
    account: Option<&'a str>,
    page: Option<&'a str>,
    since: String,
    /// Whether it was so at the run before, on an earlier day.
    again: bool,
    /// Why it couldn't be looked at: a name.
    why: Option<&'a str>,
}

pub(super) fn write(watched: &Watched<'_>, out: &mut dyn Write) -> io::Result<()> {
    let it = watched.comparison;
    let json = WatchedJson {
        since: it.since.map(|day| day.to_string()),
        seen: watched.next.seen.to_string(),
        total: it.changes.len(),
        alarms: it.changes.iter().filter(|it| it.kind.is_alarm()).count(),
        looked: it.looked,
        not_looked: it.not_looked,
        ignored: it.ignored,
        changes: it.changes.iter().map(|it| change(watched.words, it)).collect(),
        open: it.open.iter().map(open).collect(),
    };
    write_json(out, &json)
}

fn change<'a>(words: &Words, of: &'a Change) -> ChangeJson<'a> {
    let account = of.account.as_ref();
    ChangeJson {
        kind: of.kind.id(),
        severity: of.severity.id(),
        alarm: of.kind.is_alarm(),
        organisation: of.organisation.as_ref().map(body),
        platform: account.map(|it| it.platform.as_str()),
        account: account.map(|it| it.name.as_str()),
        url: account.map(|it| it.url.as_str()),
        before: of.before.as_ref().map(value),
        after: of.after.as_ref().map(value),
        page: of.page.as_deref(),
        since: of.since.map(|day| day.to_string()),
        text: line(words, of),
        fingerprint: &of.fingerprint,
    }
}

fn open(of: &Open) -> OpenJson<'_> {
    let account = of.account.as_ref();
    OpenJson {
        kind: of.kind.id(),
        organisation: body(&of.organisation),
        platform: account.map(|it| it.platform.as_str()),
        account: account.map(|it| it.name.as_str()),
        page: of.page.as_deref(),
        since: of.since.to_string(),
        again: of.is_again,
        why: of.why.as_ref().map(|it| it.id.as_str()),
    }
}
