//! What one run found.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::audit::Severity;
use crate::audit::baseline::Entry;
use crate::changes::Body;
use crate::directory::{Date, Status, Trust};
use crate::store::sorted;

/// All that a run found of the organisations that it looked at.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Look {
    /// The day.
    pub today: Date,
    /// Which organisations were asked for, as they were asked for; empty for all.
    pub scope: Vec<String>,
    /// The organisations, by id.
    pub organisations: BTreeMap<String, Organisation>,
    /// Their listed accounts.
    pub accounts: BTreeMap<AccountKey, Account>,
    /// Listed accounts of others that were theirs in the baseline, with whose they are.
    pub elsewhere: BTreeMap<AccountKey, Body>,
    /// The ids of organisations of the baseline that the directory has and that aren't asked for now.
    pub unwatched: Vec<String>,
    /// What platforms are called, by id.
    pub platforms: BTreeMap<String, String>,
    /// The accounts that their sites show as their own and that aren't listed.
    pub unlisted: BTreeMap<AccountKey, Unlisted>,
    /// The pages that were to be looked at, by the id of the organisation and the address, with why that could not be.
    pub pages: BTreeMap<(String, String), Option<Reason>>,
    /// The pages that stand for an organisation and are in other hands, by its id and the address.
    pub lost: BTreeMap<(String, String), Lost>,
    /// Whether sites, archives or platforms were to be looked at, and not the directory alone.
    pub looks: bool,
    /// What the audit finds, and imitations that were reported.
    pub findings: Vec<Finding>,
}

/// An organisation.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Organisation {
    /// The name it goes by.
    pub name: String,
    /// The address of its website.
    pub website: Option<String>,
    /// The day on which it ended, where it has.
    pub ended: Option<Date>,
}

/// By what an account is known from run to run.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub struct AccountKey {
    /// The id of the organisation.
    pub organisation: String,
    /// The id of the platform.
    pub platform: String,
    /// The name as its platform compares it; the address of what has none.
    pub account: String,
}

/// A listed account.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Account {
    /// The name as people write it.
    pub name: String,
    /// Its address.
    pub url: String,
    /// How sure it is that it is official, on the day.
    pub trust: Trust,
    /// What has become of it, by the directory.
    pub status: Status,
    /// Whether its own site shows it.
    pub shown: Shown,
    /// Whether its own site shows it to programs only, and shows visitors another account of the platform.
    pub is_unseen: bool,
    /// What its platform answered.
    pub verified: Verified,
    /// The id that its platform gives it, where it was asked and gives one; else the one that is listed.
    pub id: Option<String>,
    /// Since when it isn't there.
    pub absence: Option<Absence>,
    /// What a person must look at.
    pub alarms: Vec<Alarm>,
}

/// Whether the own site of an organisation shows an account.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Shown {
    /// Nothing is known: no page was looked at that ever showed it.
    Unknown,
    /// This page does, as it was on this day.
    On(String, Date),
    /// This page, which did, was looked at as a whole as it was on this day and doesn't, nor does another.
    NotOn(String, Date),
}

/// What a platform answered of an account.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Verified {
    /// It wasn't asked, or answers nobody without an account.
    NotAsked,
    /// It was asked, and nothing is known.
    CouldNotLook(Reason),
    /// It isn't there; that counts when it isn't there on another day either.
    NotThereOnce,
    /// It said so.
    Answered(Answer),
    /// It is there, and whether more than that can be shown isn't known: a page couldn't be looked at.
    AtLeastExists(Reason),
}

/// What came of asking.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Answer {
    /// Both sides say that it is the organisation's.
    Proved,
    /// It exists.
    Exists,
    /// It says that it goes on elsewhere.
    Moved,
    /// The platform or its owner has suspended it.
    Suspended,
    /// It isn't there.
    Absent,
}

/// Since when an account isn't there.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Absence {
    /// The day on which it wasn't there first.
    pub first: Date,
    /// Whether it wasn't there on another day either.
    pub is_certain: bool,
}

/// Why nothing is known.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reason {
    /// Its name in JSON.
    pub id: String,
    /// The same for people.
    pub text: String,
}

/// What a person must look at.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Alarm {
    /// The name has another id on its platform than it had.
    OtherId {
        /// The id that is known.
        listed: String,
        /// The one it has now.
        found: String,
    },
    /// It is there again, after it was gone on the day given.
    BackAfterAbsence(Date),
    /// It says that it goes on at this address, which isn't listed as the organisation's.
    MovedToStranger(String),
}

/// What a site shows as an account of its organisation and that isn't listed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Unlisted {
    /// The name as people write it.
    pub name: String,
    /// Its address.
    pub url: String,
    /// The page that shows it.
    pub page: String,
    /// The day of the page.
    pub seen: Date,
    /// How it stands to the listed accounts.
    pub standing: Standing,
}

/// What a page of an organisation is that is in other hands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Lost {
    /// The stranger that it leads to; `None` where its domain is for sale.
    pub to: Option<String>,
    /// The day of the page.
    pub seen: Date,
}

/// How what a site shows stands to the listed accounts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Standing {
    /// It is another account.
    Another,
    /// It looks like the listed account of this name, whether or not the site shows that too.
    LooksLike(String),
    /// A user name stands in its address before the host, so that it passes for another one, which is written so.
    Disguised(String),
    /// No account can be called so, and the site doesn't show the listed account of this name, in whose place it is.
    LeadsNowhere(String),
}

/// Something that the directory alone shows.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Finding {
    /// What it is known by; the rule of an imitation that was reported is `reported-imitation`.
    pub entry: Entry,
    /// Whose it is.
    pub organisation: Option<Body>,
    /// How much it matters.
    pub severity: Severity,
    /// Whether it is an imitation that was reported: an alarm when it is new.
    pub is_imitation: bool,
    /// What was found, in a sentence.
    pub text: String,
    /// Where to look.
    pub page: Option<String>,
}

impl Finding {
    /// An imitation that was reported, by the names that were used and the page that says so.
    pub fn imitation(of: Body, names: &[String], url: &str) -> Self {
        let rule = "reported-imitation";
        let names = names.join(", ");
        let key = [rule, &of.id, &names, url].join("\n");
        let fingerprint = format!("{:016x}", sorted::hash([key.as_bytes()]));
        let entry =
            Entry { rule: rule.to_owned(), hint: format!("{} {names}", of.id), fingerprint };
        Self {
            entry,
            organisation: Some(of),
            severity: Severity::Error,
            is_imitation: true,
            text: names,
            page: Some(url.to_owned()),
        }
    }
}
