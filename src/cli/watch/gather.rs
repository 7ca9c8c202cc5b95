//! What a run found, from the findings of a sweep, the answers of platforms and the audit.

use std::collections::BTreeMap;

use officieel_online::archive::{Finding as FoundOnSite, FindingKey, Findings, NotLooked};
use officieel_online::crawl::{Looked, Report};
use officieel_online::fetch::says_nothing;
use officieel_online::links::Outcome;
use officieel_online::verify::{
    Alarm as FoundAlarm, Memory, Reason as NoAnswer, Verdict, Verification,
};

use super::super::verify::reason as of_verify;
use super::super::{Context, sweep};
use crate::audit::baseline::Entry;
use crate::audit::{Scope, audit};
use crate::changes::Body;
use crate::check::similarity::Similarity;
use crate::directory::{AccountIndex, Date, Directory, OrganisationIndex};
use crate::platform::{Reference, page_of_address};
use crate::report::{Looked as Audited, Report as Audit};
use crate::watch::{
    Absence, Account, AccountKey, Alarm, Answer, Baseline, Finding, Look, Organisation, Reason,
    Shown, Verified,
};
use crate::words::Words;

/// What a run found.
pub(super) struct Gathering<'a> {
    pub(super) directory: &'a Directory,
    /// In the order of the directory.
    pub(super) organisations: &'a [OrganisationIndex],
    pub(super) before: Option<&'a Baseline>,
    pub(super) findings: &'a Findings,
    pub(super) report: Option<&'a Report>,
    /// By organisation.
    pub(super) verified: &'a [Verification],
    /// Whether sites, archives or platforms were to be looked at.
    pub(super) looks: bool,
}

/// What the runs before know of ids and absences.
pub(super) fn memory(directory: &Directory, before: Option<&Baseline>) -> Memory {
    let mut memory = Memory::default();
    for (key, row) in before.into_iter().flat_map(|it| &it.accounts) {
        if let Some(account) = listed(directory, key) {
            let absence = row.absence().map(|it| (it.first, it.is_certain));
            memory.recall(directory, directory.account(account), row.id.as_deref(), absence);
        }
    }
    memory
}

/// The account that is listed with a name now, whoever it is of.
fn listed(directory: &Directory, key: &AccountKey) -> Option<AccountIndex> {
    let platform = directory.platforms.by_id(&key.platform)?;
    let name = directory.platform(platform).parse_name(&key.account).ok()?;
    directory.account_by(&Reference { platform, name })
}

impl Gathering<'_> {
    /// Everything, in the form in which it is compared. The memory learns what was found, but nothing of accounts that
    /// may be in other hands.
    pub(super) fn look(&self, scope: &[String], memory: &mut Memory, cx: &Context<'_>) -> Look {
        let calm: Vec<Verification> =
            self.verified.iter().filter(|it| it.alarms.is_empty()).cloned().collect();
        memory.learn(&calm, cx.today);
        let directory = self.directory;
        let organisation = |it: &OrganisationIndex| {
            let it = directory.organisation(*it);
            let (name, website) = (it.name.clone(), it.website.clone());
            let ended = it.ended;
            (it.id.clone(), Organisation { name, website, ended })
        };
        let accounts = self.accounts(memory, cx);
        let platforms = directory.platforms.iter();
        Look {
            today: cx.today,
            scope: scope.to_vec(),
            organisations: self.organisations.iter().map(organisation).collect(),
            elsewhere: self.elsewhere(&accounts),
            unlisted: self.unlisted(&accounts, cx.today),
            accounts,
            unwatched: self.unwatched(),
            platforms: platforms
                .map(|(_, it)| (it.id().to_owned(), it.name().to_owned()))
                .collect(),
            pages: self.pages(cx.words),
            lost: self.lost(cx.today),
            looks: self.looks,
            findings: self.audited(cx),
        }
    }

    pub(super) fn is_asked(&self, organisation: OrganisationIndex) -> bool {
        self.organisations.binary_search(&organisation).is_ok()
    }

    fn key(&self, account: AccountIndex) -> AccountKey {
        let it = self.directory.account(account);
        let name = it.handle.as_ref().or(it.platform_id.as_ref());
        AccountKey {
            organisation: self.directory.organisation(it.organisation).id.clone(),
            platform: self.directory.platform(it.platform).id().to_owned(),
            account: name.map_or(&*it.url, |name| name.key()).to_owned(),
        }
    }

    fn accounts(&self, memory: &Memory, cx: &Context<'_>) -> BTreeMap<AccountKey, Account> {
        let verified: BTreeMap<AccountIndex, &Verification> =
            self.verified.iter().map(|it| (it.account, it)).collect();
        let mut all = BTreeMap::new();
        for &organisation in self.organisations {
            let gone: BTreeMap<AccountIndex, String> = self
                .findings
                .no_longer_shown(self.directory, organisation)
                .into_iter()
                .map(|it| (it.account, it.page))
                .collect();
            for index in self.directory.accounts_of(organisation) {
                let it = self.directory.account(index);
                // What is shared stands with the one that owns it.
                if it.organisation != organisation {
                    continue;
                }
                let key = self.key(index);
                let found = verified.get(&index);
                let absence = memory.absence(self.directory, it);
                let listed_id = || it.platform_id.as_ref().map(|id| id.text().to_owned());
                let account = Account {
                    name: it.name().to_owned(),
                    url: it.url.clone(),
                    trust: it.trust(cx.today),
                    status: it.status,
                    shown: self.shown(&key, index, gone.get(&index), cx.today),
                    is_unseen: self.is_unseen(index),
                    verified: found.map_or(Verified::NotAsked, |it| self.answer(it, cx.words)),
                    id: found.and_then(|it| it.immutable_id.clone()).or_else(listed_id),
                    absence: absence.map(|(first, is_certain)| Absence { first, is_certain }),
                    alarms: found.map(|it| self.alarms(it)).unwrap_or_default(),
                };
                all.insert(key, account);
            }
        }
        all
    }

    /// Whether its own site shows it: a page that did, by the directory or by the runs before, must have been looked at
    /// as a whole before it counts that it doesn't.
    fn shown(
        &self,
        key: &AccountKey,
        index: AccountIndex,
        gone: Option<&String>,
        today: Date,
    ) -> Shown {
        let account = self.directory.account(index);
        let own = self.found_of(&key.organisation, index);
        if let Some(found) = own.filter(|it| it.best.outcome == Outcome::Confirms) {
            // A day that is yet to come is none.
            let seen = found.best.seen.0.map_or(today, |seen| seen.min(today));
            return Shown::On(found.best.page.clone(), seen);
        }
        if account.status.is_retired() {
            return Shown::Unknown;
        }
        let row = self.before.and_then(|it| it.accounts.get(key));
        let was_on = row.and_then(|it| it.shown_on.as_deref()).and_then(page_of_address);
        let looked = || {
            let mut pages = self.findings.looked_at(&key.organisation);
            pages.find(|(page, is_whole)| *is_whole && page_of_address(page) == was_on)
        };
        let stood = own.and_then(|it| it.stood);
        let page = gone.cloned();
        let page = page.or_else(|| was_on.as_ref().and_then(|_| Some(looked()?.0.to_owned())));
        page.map_or(Shown::Unknown, |page| {
            let seen = self.findings.whole_on(&key.organisation, &page);
            // What stands there hidden, or so that nobody can say, is not gone.
            if stood.is_some_and(|day| seen.is_none_or(|seen| seen <= day)) {
                return Shown::Unknown;
            }
            Shown::NotOn(page, seen.map_or(today, |seen| seen.min(today)))
        })
    }

    /// What the site of an organisation shows of a listed account.
    pub(super) fn found_of(
        &self,
        organisation: &str,
        account: AccountIndex,
    ) -> Option<&FoundOnSite> {
        let account = self.directory.account(account);
        self.findings.get(&FindingKey {
            organisation: organisation.to_owned(),
            platform: self.directory.platform(account.platform).id().to_owned(),
            name: account.name().to_owned(),
        })
    }

    fn alarms(&self, found: &Verification) -> Vec<Alarm> {
        let mut alarms: Vec<Alarm> = found
            .alarms
            .iter()
            .map(|alarm| match alarm {
                FoundAlarm::OtherId { listed, found } => {
                    Alarm::OtherId { listed: listed.clone(), found: found.clone() }
                }
                FoundAlarm::BackAfterAbsence(day) => Alarm::BackAfterAbsence(*day),
            })
            .collect();
        if let Verdict::MovedTo(to) = &found.verdict {
            let there = to.account.as_ref().and_then(|it| self.directory.account_by(it));
            let whose = there.map(|it| self.directory.account(it).organisation);
            if whose != Some(found.organisation) {
                alarms.push(Alarm::MovedToStranger(to.url.clone()));
            }
        }
        alarms
    }

    /// Accounts of the baseline that are listed with another organisation now.
    fn elsewhere(&self, accounts: &BTreeMap<AccountKey, Account>) -> BTreeMap<AccountKey, Body> {
        let mut all = BTreeMap::new();
        for key in self.before.into_iter().flat_map(|it| it.accounts.keys()) {
            if accounts.contains_key(key) {
                continue;
            }
            let Some(index) = listed(self.directory, key) else { continue };
            let whose = self.directory.organisation(self.directory.account(index).organisation);
            if whose.id != key.organisation {
                let body = Body { id: whose.id.clone(), name: whose.name.clone() };
                all.insert(key.clone(), body);
            }
        }
        all
    }

    /// Organisations of the baseline that are listed and not asked for.
    fn unwatched(&self) -> Vec<String> {
        let known = self.before.into_iter().flat_map(|it| it.organisations.keys());
        let is_listed = |id: &&String| {
            let found = self.directory.organisation_by_id(id);
            found.is_some_and(|it| !self.is_asked(it))
        };
        known.filter(is_listed).cloned().collect()
    }

    /// The pages that were to be looked at. A page that isn't there says nothing where others were looked at.
    fn pages(&self, words: &'static Words) -> BTreeMap<(String, String), Option<Reason>> {
        let mut all = BTreeMap::new();
        for id in self.findings.organisations() {
            let looked: Vec<&str> = self.findings.looked_at(id).map(|(page, _)| page).collect();
            for (page, why) in self.findings.not_looked_at(Some(id)) {
                let is_nothing = match why {
                    NotLooked::Redirect | NotLooked::NotAPage | NotLooked::Revisit => true,
                    NotLooked::Status(404 | 410) => !looked.is_empty(),
                    _ => false,
                };
                if !is_nothing {
                    let text = sweep::text::reason_of(words, self.findings, page, why);
                    let reason = Reason { id: why.id().to_owned(), text };
                    all.insert((id.to_owned(), page.to_owned()), Some(reason));
                }
            }
            all.extend(looked.into_iter().map(|page| ((id.to_owned(), page.to_owned()), None)));
        }
        for page in self.report.into_iter().flat_map(|it| &it.pages) {
            let (id, text) = match &page.looked {
                Looked::Refused(it) => (it.id(), of_verify::of_refusal(words, it)),
                Looked::CouldNotLook(it) => (it.id(), of_verify::of_failure(words, it)),
                Looked::Answered { .. } => continue,
            };
            for &organisation in page.organisations.iter().filter(|_| page.purpose.is_page()) {
                let organisation = self.directory.organisation(organisation).id.clone();
                let reason = Reason { id: id.to_owned(), text: text.clone() };
                all.entry((organisation, page.url.to_string())).or_insert(Some(reason));
            }
        }
        all
    }

    /// What the audit finds, and the imitations that were reported.
    fn audited(&self, cx: &Context<'_>) -> Vec<Finding> {
        let directory = self.directory;
        let scope = Scope { among: Some(self.organisations.to_vec()), ..Scope::default() };
        let findings = audit(directory, &Similarity::new(directory), cx.today, &scope);
        let looked = Audited::Directory {
            file: std::path::PathBuf::new(),
            organisations: self.organisations.len(),
        };
        let report = Audit::new(directory, &scope, looked, findings, cx.words, cx.today);
        let audited = report.rows().map(|row| Finding {
            entry: Entry {
                rule: row.rule.id().to_owned(),
                hint: row.hint(),
                fingerprint: row.fingerprint.clone(),
            },
            organisation: row
                .organisation
                .as_ref()
                .map(|it| Body { id: it.id.clone().unwrap_or_default(), name: it.name.clone() }),
            severity: row.severity,
            is_imitation: false,
            text: row.found.clone(),
            page: row.accounts.first().map(|it| it.url.clone()),
        });
        let imitations = directory.imitations.iter();
        let own = imitations.filter(|it| self.is_asked(it.organisation));
        let own = own.map(|it| {
            let whose = directory.organisation(it.organisation);
            let body = Body { id: whose.id.clone(), name: whose.name.clone() };
            Finding::imitation(body, &it.names, &it.url)
        });
        audited.chain(own).collect()
    }

    /// What came of asking a platform.
    fn answer(&self, found: &Verification, words: &Words) -> Verified {
        let because = |reason: &NoAnswer| Reason {
            id: reason.id().to_owned(),
            text: of_verify::told(words, reason),
        };
        match &found.verdict {
            Verdict::Proved => Verified::Answered(Answer::Proved),
            Verdict::Exists => match self.unanswered(found) {
                None => Verified::Answered(Answer::Exists),
                Some(url) => Verified::AtLeastExists(Reason {
                    id: "unanswered".to_owned(),
                    text: words.watch_unanswered(url),
                }),
            },
            Verdict::MovedTo(_) => Verified::Answered(Answer::Moved),
            Verdict::Suspended => Verified::Answered(Answer::Suspended),
            Verdict::Absent => Verified::Answered(Answer::Absent),
            Verdict::CannotBeChecked => Verified::NotAsked,
            Verdict::CouldNotLook(NoAnswer::NotThereOnce) => Verified::NotThereOnce,
            Verdict::CouldNotLook(reason) => Verified::CouldNotLook(because(reason)),
        }
    }

    /// The first question about an account that found no answer, or one that says nothing of what was asked. A page of
    /// the site is asked for once, for whichever account comes first.
    fn unanswered<'v>(&'v self, found: &'v Verification) -> Option<&'v str> {
        let website = self.directory.organisation(found.organisation).website.as_deref();
        let site = website.and_then(page_of_address);
        let site = site.as_deref().and_then(|it| it.split('/').next());
        let is_of_site = |url: &str| {
            let page = page_of_address(url);
            site.is_some() && page.as_deref().and_then(|it| it.split('/').next()) == site
        };
        // Those of one organisation stand together.
        let first = self.verified.partition_point(|it| it.organisation < found.organisation);
        let of_organisation = self.verified.get(first..).unwrap_or_default().iter();
        let of_organisation =
            of_organisation.take_while(|it| it.organisation == found.organisation);
        let others = of_organisation.flat_map(|it| &it.asked).filter(|it| is_of_site(&it.url));
        let mut all = found.asked.iter().chain(others);
        all.find(|it| it.status.is_none_or(says_nothing)).map(|it| it.url.as_str())
    }
}
