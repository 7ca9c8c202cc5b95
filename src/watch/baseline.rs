//! What is known from earlier runs: a file of JSON with one thing a line, sorted, so that it can be kept and merged
//! line by line.

use std::collections::BTreeMap;
use std::path::Path;
use std::{io, str::FromStr};

use serde::de::Error as _;
use serde::{Deserialize, Deserializer, Serialize, Serializer};

use super::look::{Absence, AccountKey, Answer};
use crate::audit::baseline::{BaselineError, Entry, VERSION, fingerprint, read_json, version};
use crate::directory::{Date, Status, Trust};
use crate::json;
use crate::replace::{Readers, replace, target};

/// What is known from earlier runs.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Baseline {
    /// Which organisations were asked for when it was written; empty for all.
    pub scope: Vec<String>,
    /// The day of the look.
    pub seen: Date,
    /// The organisations, by id.
    pub organisations: BTreeMap<String, OrganisationRow>,
    /// Their accounts.
    pub accounts: BTreeMap<AccountKey, AccountRow>,
    /// Accounts that their sites show and that aren't listed.
    pub unlisted: BTreeMap<AccountKey, UnlistedRow>,
    /// Pages that couldn't be looked at, by organisation and address, with the day since when.
    pub not_looked: BTreeMap<(String, String), PageRow>,
    /// What the audit found.
    pub findings: Vec<Entry>,
    /// What isn't to be told.
    pub ignored: BTreeMap<String, IgnoredRow>,
}

/// What is known of an organisation.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct OrganisationRow {
    /// Its id.
    pub organisation: String,
    /// The name it goes by.
    pub name: String,
    /// Its website.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub website: Option<String>,
    /// When it ended.
    #[serde(default, skip_serializing_if = "Option::is_none", with = "day")]
    pub ended: Option<Date>,
}

/// What is known of an account.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct AccountRow {
    organisation: String,
    platform: String,
    account: String,
    /// Its address.
    pub url: String,
    /// How sure it was that it is official.
    #[serde(serialize_with = "trust_id", deserialize_with = "trust")]
    pub trust: Trust,
    /// What had become of it.
    #[serde(serialize_with = "status_id", deserialize_with = "status")]
    pub status: Status,
    /// What its platform answered last.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub answer: Option<Answer>,
    /// The id that its platform gave it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub id: Option<String>,
    /// Since when it isn't there.
    #[serde(default, skip_serializing_if = "Option::is_none", with = "day")]
    pub absent_since: Option<Date>,
    /// Since when its platform couldn't be asked.
    #[serde(default, skip_serializing_if = "Option::is_none", with = "day")]
    pub not_looked_since: Option<Date>,
    /// The page of its own site that showed it last.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub shown_on: Option<String>,
    /// The day of that.
    #[serde(default, skip_serializing_if = "Option::is_none", with = "day")]
    pub shown_seen: Option<Date>,
    /// Since when its own site shows it to programs only.
    #[serde(default, skip_serializing_if = "Option::is_none", with = "day")]
    pub unseen_since: Option<Date>,
    /// Since when that doesn't.
    #[serde(default, skip_serializing_if = "Option::is_none", with = "day")]
    pub not_shown_since: Option<Date>,
    /// The day of the second look, at which that was told.
    #[serde(default, skip_serializing_if = "Option::is_none", with = "day")]
    pub not_shown_told: Option<Date>,
}

/// An account that isn't listed.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct UnlistedRow {
    organisation: String,
    platform: String,
    account: String,
    /// The page that showed it.
    pub page: String,
}

/// A page that couldn't be looked at.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PageRow {
    organisation: String,
    page: String,
    /// Since when.
    #[serde(serialize_with = "date_text", deserialize_with = "date")]
    pub since: Date,
}

/// What isn't to be told.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct IgnoredRow {
    #[serde(deserialize_with = "fingerprint")]
    fingerprint: String,
    /// Why.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reason: Option<String>,
}

impl AccountRow {
    pub(super) fn new(key: &AccountKey, url: &str, trust: Trust, status: Status) -> Self {
        let AccountKey { organisation, platform, account } = key.clone();
        let (url, answer, id, shown_on) = (url.to_owned(), None, None, None);
        let (absent_since, not_looked_since) = (None, None);
        let (shown_seen, unseen_since, not_shown_since, not_shown_told) = (None, None, None, None);
        Self {
            organisation,
            platform,
            account,
            url,
            trust,
            status,
            answer,
            id,
            absent_since,
            not_looked_since,
            shown_on,
            shown_seen,
            unseen_since,
            not_shown_since,
            not_shown_told,
        }
    }

    /// Since when it isn't there.
    pub fn absence(&self) -> Option<Absence> {
        let is_certain = self.answer == Some(Answer::Absent);
        self.absent_since.map(|first| Absence { first, is_certain })
    }
}

impl UnlistedRow {
    pub(super) fn new(key: &AccountKey, page: &str) -> Self {
        let AccountKey { organisation, platform, account } = key.clone();
        Self { organisation, platform, account, page: page.to_owned() }
    }
}

impl PageRow {
    pub(super) fn new((organisation, page): (String, String), since: Date) -> Self {
        Self { organisation, page, since }
    }
}

/// The file as it is read.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Read {
    #[serde(deserialize_with = "version")]
    #[expect(dead_code, reason = "reading it checks it")]
    version: u32,
    scope: Vec<String>,
    #[serde(deserialize_with = "date")]
    seen: Date,
    organisations: Vec<OrganisationRow>,
    accounts: Vec<AccountRow>,
    unlisted: Vec<UnlistedRow>,
    not_looked: Vec<PageRow>,
    findings: Vec<Entry>,
    ignored: Vec<IgnoredRow>,
}

impl Baseline {
    /// Reads a baseline, in any order. Of two lines about one thing, as a merge may leave them, one counts, whichever
    /// comes first.
    ///
    /// # Errors
    ///
    /// The first thing that is wrong with it.
    pub fn read(bytes: &[u8]) -> Result<Self, BaselineError> {
        let read: Read = read_json(bytes)?;
        let key = |organisation: &str, platform: &str, account: &str| AccountKey {
            organisation: organisation.to_owned(),
            platform: platform.to_owned(),
            account: account.to_owned(),
        };
        let mut findings = read.findings;
        findings.sort_unstable();
        Ok(Self {
            scope: read.scope,
            seen: read.seen,
            organisations: rows(read.organisations, |it| it.organisation.clone()),
            accounts: rows(read.accounts, |it| key(&it.organisation, &it.platform, &it.account)),
            unlisted: rows(read.unlisted, |it| key(&it.organisation, &it.platform, &it.account)),
            not_looked: rows(read.not_looked, |it| (it.organisation.clone(), it.page.clone())),
            findings,
            ignored: rows(read.ignored, |it| it.fingerprint.clone()),
        })
    }

    /// A day in it that is yet to come, with the key that it stands under: it would silence what happens until then. A
    /// clock may differ by a day, and the end of an organisation may be known before it.
    pub fn day_after(&self, today: Date) -> Option<(&'static str, Date)> {
        let of_account = |it: &AccountRow| {
            [
                ("absent_since", it.absent_since),
                ("not_looked_since", it.not_looked_since),
                ("shown_seen", it.shown_seen),
                ("unseen_since", it.unseen_since),
                ("not_shown_since", it.not_shown_since),
                ("not_shown_told", it.not_shown_told),
            ]
        };
        let days = self.accounts.values().flat_map(of_account);
        let days = days.filter_map(|(key, day)| Some((key, day?)));
        let pages = self.not_looked.values().map(|it| ("since", it.since));
        let mut all = std::iter::once(("seen", self.seen)).chain(days).chain(pages);
        all.find(|(_, day)| day.days_since(today) > 1)
    }

    /// The file, the same for the same things in any order.
    pub fn to_json(&self) -> String {
        let mut findings = self.findings.clone();
        findings.sort_unstable();
        format!(
            "{{\n  \"version\": {VERSION},\n  \"scope\": {},\n  \"seen\": \"{}\",\n  \
             \"organisations\": {},\n  \"accounts\": {},\n  \"unlisted\": {},\n  \
             \"not_looked\": {},\n  \"findings\": {},\n  \"ignored\": {}\n}}\n",
            one_line(&self.scope),
            self.seen,
            lines(self.organisations.values()),
            lines(self.accounts.values()),
            lines(self.unlisted.values()),
            lines(self.not_looked.values()),
            lines(findings.iter()),
            lines(self.ignored.values()),
        )
    }

    /// Puts it in a file in one step, so that no reader ever sees half of it.
    ///
    /// # Errors
    ///
    /// Where the file can't be written.
    pub fn write(&self, path: &Path) -> io::Result<()> {
        target(path).and_then(|path| replace(&path, self.to_json().as_bytes(), Readers::Anyone))
    }
}

/// Rows by what each is about; of several about one thing, the last in their order.
fn rows<K: Ord, R: Ord>(mut all: Vec<R>, key: impl Fn(&R) -> K) -> BTreeMap<K, R> {
    all.sort_unstable();
    all.into_iter().map(|row| (key(&row), row)).collect()
}

/// A list with a row a line.
fn lines<'r, R: Serialize + 'r>(rows: impl Iterator<Item = &'r R>) -> String {
    let lines: Vec<String> = rows.map(|row| format!("\n    {}", one_line(row))).collect();
    let end = if lines.is_empty() { "" } else { "\n  " };
    format!("[{}{end}]", lines.join(","))
}

/// A value on one line, with nothing in it that steers a terminal: what stands in the file comes from strangers.
fn one_line(value: &impl Serialize) -> String {
    let mut line = Vec::new();
    // Texts and lists of texts always can be written, and a vector takes them.
    let _ = json::line(&mut line, value);
    String::from_utf8_lossy(&line).trim_end().to_owned()
}

fn by_id<'d, D: Deserializer<'d>, T: Copy>(
    from: D,
    all: &[T],
    id: fn(T) -> &'static str,
) -> Result<T, D::Error> {
    let text = String::deserialize(from)?;
    let found = all.iter().copied().find(|it| id(*it) == text);
    found.ok_or_else(|| {
        D::Error::custom(format_args!("`{text}` is none of those that can stand here"))
    })
}

fn trust<'d, D: Deserializer<'d>>(from: D) -> Result<Trust, D::Error> {
    by_id(from, &Trust::ALL, Trust::id)
}

fn status<'d, D: Deserializer<'d>>(from: D) -> Result<Status, D::Error> {
    by_id(from, &Status::ALL, Status::id)
}

fn date<'d, D: Deserializer<'d>>(from: D) -> Result<Date, D::Error> {
    Date::from_str(&String::deserialize(from)?).map_err(D::Error::custom)
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde passes by reference")]
fn trust_id<S: Serializer>(trust: &Trust, to: S) -> Result<S::Ok, S::Error> {
    to.serialize_str(trust.id())
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde passes by reference")]
fn status_id<S: Serializer>(status: &Status, to: S) -> Result<S::Ok, S::Error> {
    to.serialize_str(status.id())
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde passes by reference")]
fn date_text<S: Serializer>(date: &Date, to: S) -> Result<S::Ok, S::Error> {
    to.collect_str(date)
}

/// A day that may be left out.
mod day {
    use serde::{Deserializer, Serializer};

    use super::Date;

    #[expect(
        clippy::ref_option,
        clippy::trivially_copy_pass_by_ref,
        reason = "serde passes by reference"
    )]
    pub(super) fn serialize<S: Serializer>(day: &Option<Date>, to: S) -> Result<S::Ok, S::Error> {
        match day {
            Some(day) => to.collect_str(day),
            None => to.serialize_none(),
        }
    }

    pub(super) fn deserialize<'d, D: Deserializer<'d>>(from: D) -> Result<Option<Date>, D::Error> {
        super::date(from).map(Some)
    }
}
