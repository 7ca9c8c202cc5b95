//! A look, held against what was known before.

mod accounts;
mod renamed;

use std::collections::{BTreeMap, BTreeSet};

use super::baseline::{Baseline, OrganisationRow, PageRow, UnlistedRow};
use super::change::{Change, Kind};
use super::look::{AccountKey, Finding, Look, Reason, Standing, Verified};
use crate::audit::baseline::{Baseline as Known, Entry};
use crate::changes::{Body, NamedAccount, Value};
use crate::compact_sort::CompactSort;
use crate::directory::Date;
use crate::text::fold::fold;

/// An account that its site shows no more counts at a second look, so many days after the first: a page that is half
/// loaded, rebuilt or changed for a week says nothing.
pub const SECOND_LOOK_DAYS: i64 = 7;

/// What a look adds to what was known.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Comparison {
    /// The day of the look before; `None` where this is the first.
    pub since: Option<Date>,
    /// What changed, each once: alarms first, then by organisation. At a first look, only alarms that stand.
    pub changes: Vec<Change>,
    /// What isn't known yet, and is new or goes on.
    pub open: Vec<Open>,
    /// How many pages and accounts were looked at; `None` where only the directory was asked.
    pub looked: Option<usize>,
    /// How many pages and accounts couldn't be looked at, in all.
    pub not_looked: usize,
    /// How many changes weren't told because the baseline says so.
    pub ignored: usize,
}

impl Comparison {
    /// Whether something was to be looked at and nothing could be: that nothing changed says nothing then.
    pub fn is_blind(&self) -> bool {
        self.looked == Some(0)
    }
}

/// How many pages and accounts were looked at. Of a page in other hands is seen what there is to see.
fn looked(look: &Look) -> usize {
    let answered = |it: &Verified| {
        matches!(it, Verified::Answered(_) | Verified::AtLeastExists(_) | Verified::NotThereOnce)
    };
    let accounts = look.accounts.values().filter(|it| answered(&it.verified)).count();
    let pages =
        look.pages.iter().filter(|(place, why)| why.is_none() && !look.lost.contains_key(*place));
    pages.count() + look.lost.len() + accounts
}

/// Something that isn't known yet: it is no change, nor worse than before.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Open {
    /// What.
    pub kind: OpenKind,
    /// Whose.
    pub organisation: Body,
    /// The account, where it is about one.
    pub account: Option<NamedAccount>,
    /// The page.
    pub page: Option<String>,
    /// Since when.
    pub since: Date,
    /// Whether it was so at the look before, on an earlier day.
    pub is_again: bool,
    /// Why.
    pub why: Option<Reason>,
}

/// What isn't known yet.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum OpenKind {
    /// Its own site didn't show it, at a first look.
    NotShownOnce,
    /// It wasn't there, at a first look.
    NotThereOnce,
    /// It couldn't be looked at.
    CouldNotLook,
}

impl OpenKind {
    /// The name in JSON.
    pub fn id(self) -> &'static str {
        match self {
            Self::NotShownOnce => "not-shown-once",
            Self::NotThereOnce => "not-there-once",
            Self::CouldNotLook => "could-not-look",
        }
    }
}

/// What a look adds to what was known before, and what is known after it.
///
/// Of the same look, the second says nothing but the alarms that still stand: what is no alarm, the baseline after the
/// first has taken in.
///
/// # Examples
///
/// ```
/// use std::collections::BTreeMap;
///
/// use officieel::watch::{Look, Organisation, compare};
///
/// let city = Organisation { name: "Gemeente Zandmeer".into(), website: None, ended: None };
/// let mut look = Look {
///     today: "2026-11-30".parse()?,
///     scope: vec!["gemeente-zandmeer".into()],
///     organisations: BTreeMap::from([("gemeente-zandmeer".into(), city)]),
///     accounts: BTreeMap::new(),
///     elsewhere: BTreeMap::new(),
///     unwatched: Vec::new(),
///     platforms: BTreeMap::new(),
///     unlisted: BTreeMap::new(),
///     pages: BTreeMap::new(),
///     lost: BTreeMap::new(),
///     looks: true,
///     findings: Vec::new(),
/// };
/// let (_, known) = compare(None, &look);
/// let new = Some("https://www.zandmeer.example/".to_owned());
/// look.organisations.get_mut("gemeente-zandmeer").unwrap().website = new;
/// let (first, known) = compare(Some(&known), &look);
/// assert_eq!(first.changes[0].kind.id(), "website-changed");
/// let (second, _) = compare(Some(&known), &look);
/// assert!(second.changes.is_empty());
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub fn compare(before: Option<&Baseline>, look: &Look) -> (Comparison, Baseline) {
    let next = Baseline {
        scope: look.scope.clone(),
        seen: look.today,
        organisations: BTreeMap::new(),
        accounts: BTreeMap::new(),
        unlisted: BTreeMap::new(),
        not_looked: BTreeMap::new(),
        findings: look.findings.iter().map(|it| it.entry.clone()).collect(),
        ignored: before.map(|it| it.ignored.clone()).unwrap_or_default(),
    };
    let (changes, open, not_looked) = (Vec::new(), Vec::new(), 0);
    let mut comparing = Comparing { before, look, next, changes, open, not_looked };
    comparing.organisations();
    comparing.accounts();
    comparing.unlisted();
    comparing.lost();
    comparing.pages();
    comparing.findings();
    comparing.finish()
}

struct Comparing<'a> {
    before: Option<&'a Baseline>,
    look: &'a Look,
    next: Baseline,
    changes: Vec<Change>,
    open: Vec<Open>,
    not_looked: usize,
}

impl Comparing<'_> {
    /// An organisation by its name now, else by the one it had.
    fn body(&self, id: &str) -> Body {
        let now = self.look.organisations.get(id).map(|it| &it.name);
        let was = || self.before?.organisations.get(id).map(|it| &it.name);
        let name = now.or_else(was).map_or(id, String::as_str);
        Body { id: id.to_owned(), name: name.to_owned() }
    }

    fn named(&self, key: &AccountKey, name: &str, url: &str) -> NamedAccount {
        let platform_name = self.look.platforms.get(&key.platform).unwrap_or(&key.platform);
        NamedAccount {
            platform: key.platform.clone(),
            platform_name: platform_name.clone(),
            name: name.to_owned(),
            url: url.to_owned(),
        }
    }

    /// Whether an organisation was watched before; of what wasn't, all is new, and nothing of it is told.
    fn was_watched(&self, id: &str) -> bool {
        self.before.is_some_and(|it| it.organisations.contains_key(id))
    }

    fn of_organisation(&self, kind: Kind, id: &str) -> Change {
        Change::new(kind, Some(self.body(id)), None, self.look.today)
    }

    fn organisations(&mut self) {
        for (id, now) in &self.look.organisations {
            let organisation = id.clone();
            let (name, website, ended) = (now.name.clone(), now.website.clone(), now.ended);
            let row = OrganisationRow { organisation, name, website, ended };
            let text = |it: &str| Some(Value::Text(it.to_owned()));
            match self.before.and_then(|it| it.organisations.get(id)) {
                None if self.before.is_some() => {
                    self.changes.push(self.of_organisation(Kind::OrganisationNew, id));
                }
                None => {}
                Some(was) => {
                    if was.name != row.name {
                        let change = self.of_organisation(Kind::OrganisationRenamed, id);
                        self.changes.push(change.after(text(&row.name)).before(text(&was.name)));
                    }
                    if was.website != row.website {
                        let change = self.of_organisation(Kind::WebsiteChanged, id);
                        let (is, was) = (&row.website, &was.website);
                        let change = change.after(is.as_deref().and_then(text));
                        let change = change.before(was.as_deref().and_then(text));
                        self.changes.push(change.on(row.website.clone()));
                    }
                    if let (None, Some(day)) = (was.ended, row.ended) {
                        let change = self.of_organisation(Kind::OrganisationEnded, id);
                        self.changes.push(change.after(Some(Value::End(day, None))));
                    }
                }
            }
            self.next.organisations.insert(id.clone(), row);
        }
        for id in self.before.into_iter().flat_map(|it| it.organisations.keys()) {
            if !self.look.organisations.contains_key(id) && !self.look.unwatched.contains(id) {
                self.changes.push(self.of_organisation(Kind::OrganisationGone, id));
            }
        }
    }

    fn unlisted(&mut self) {
        for (key, now) in &self.look.unlisted {
            let account = Some(self.named(key, &now.name, &now.url));
            let whose = Some(self.body(&key.organisation));
            let page = Some(now.page.clone());
            let (kind, after) = match &now.standing {
                Standing::Another => (Kind::NewOnSite, None),
                Standing::LooksLike(genuine) => (Kind::LookAlikeOnSite, Some(genuine)),
                Standing::Disguised(href) => (Kind::DisguisedOnSite, Some(href)),
                Standing::LeadsNowhere(genuine) => (Kind::LeadsNowhere, Some(genuine)),
            };
            let after = after.map(|it| Value::Text(it.clone()));
            let change = Change::new(kind, whose, account, now.seen).on(page).after(after);
            if kind.stands() {
                self.changes.push(change);
                continue;
            }
            let is_known = self.before.is_some_and(|it| it.unlisted.contains_key(key));
            if !is_known && self.was_watched(&key.organisation) {
                self.changes.push(change);
            }
            self.next.unlisted.insert(key.clone(), UnlistedRow::new(key, &now.page));
        }
        // What was seen on a page that wasn't looked at now is seen there still, as far as is known.
        for (key, row) in self.before.into_iter().flat_map(|it| &it.unlisted) {
            let place = (key.organisation.clone(), row.page.clone());
            let was_looked = matches!(self.look.pages.get(&place), Some(None));
            let is_listed = self.look.accounts.contains_key(key);
            let is_alarm = self.look.unlisted.contains_key(key);
            let is_watched = self.look.organisations.contains_key(&key.organisation);
            if is_watched && !was_looked && !is_listed && !is_alarm {
                self.next.unlisted.insert(key.clone(), row.clone());
            }
        }
    }

    /// Where several pages of an organisation are lost to one stranger, the first tells it.
    fn lost(&mut self) {
        let mut told = BTreeSet::new();
        for ((organisation, page), lost) in &self.look.lost {
            if !told.insert((organisation, &lost.to)) {
                continue;
            }
            let text = |it: &String| Value::Text(it.clone());
            let whose = Some(self.body(organisation));
            let change = Change::new(Kind::SiteLost, whose, None, lost.seen).on(Some(page.clone()));
            let change = change.after(lost.to.as_ref().map(text)).before(Some(text(page)));
            self.changes.push(change);
        }
    }

    fn pages(&mut self) {
        for (place, why) in &self.look.pages {
            let Some(why) = why.as_ref().filter(|_| !self.look.lost.contains_key(place)) else {
                continue;
            };
            let known = self.before.and_then(|it| it.not_looked.get(place)).map(|it| it.since);
            let since = self.could_not_look(known, |this| Open {
                kind: OpenKind::CouldNotLook,
                organisation: this.body(&place.0),
                account: None,
                page: Some(place.1.clone()),
                since: this.look.today,
                is_again: false,
                why: Some(why.clone()),
            });
            self.next.not_looked.insert(place.clone(), PageRow::new(place.clone(), since));
        }
        for (place, row) in self.before.into_iter().flat_map(|it| &it.not_looked) {
            let is_watched = self.look.organisations.contains_key(&place.0);
            if is_watched && !self.look.pages.contains_key(place) {
                self.next.not_looked.insert(place.clone(), row.clone());
            }
        }
    }

    /// Counts something that couldn't be looked at, tells it where that is new or the look before was on an earlier day,
    /// and says since when it is: a run that is done over on one day is one look.
    fn could_not_look(&mut self, known: Option<Date>, open: impl Fn(&Self) -> Open) -> Date {
        self.not_looked += 1;
        let since = known.unwrap_or(self.look.today);
        let last = self.before.map_or(self.look.today, |it| it.seen);
        let is_again = known.is_some() && self.look.today.is_after(last);
        if known.is_none() || is_again {
            let open = Open { since, is_again, ..open(self) };
            self.open.push(open);
        }
        since
    }

    fn findings(&mut self) {
        let Some(before) = self.before else { return };
        let known = Known::new(Vec::new(), before.findings.clone());
        let fingerprints = self.look.findings.iter().map(|it| it.entry.fingerprint.as_str());
        let (new, gone) = known.compare(fingerprints);
        for found in new.into_iter().filter_map(|at| self.look.findings.get(at)) {
            self.changes.push(self.finding(found));
        }
        // What another selection found is not missed in this one.
        if before.scope == self.look.scope {
            let solved: Vec<Change> = gone.into_iter().map(|entry| self.solved(entry)).collect();
            self.changes.extend(solved);
        }
    }

    fn finding(&self, found: &Finding) -> Change {
        let kind = if found.is_imitation { Kind::Imitation } else { Kind::Finding };
        let change = Change::new(kind, found.organisation.clone(), None, self.look.today);
        Change {
            severity: if found.is_imitation { kind.severity() } else { found.severity },
            text: Some(found.text.clone()),
            page: found.page.clone(),
            fingerprint: found.entry.fingerprint.clone(),
            ..change
        }
    }

    fn solved(&self, entry: &Entry) -> Change {
        let change = Change::new(Kind::Solved, None, None, self.look.today);
        let change = change.after(Some(Value::Text(entry.fingerprint.clone())));
        let text = Some(format!("{}: {}", entry.rule, entry.hint));
        Change { after: None, text, ..change }
    }

    fn finish(self) -> (Comparison, Baseline) {
        let (since, mut changes) = (self.before.map(|it| it.seen), self.changes);
        if since.is_none() {
            changes.retain(|it| it.kind.stands());
        }
        let all = changes.len();
        changes.retain(|it| !self.next.ignored.contains_key(&it.fingerprint));
        let ignored = all - changes.len();
        let name = |it: &Option<Body>| it.as_ref().map(|it| (fold(&it.name), it.id.clone()));
        changes.compact_sort_by_key(|it| {
            let account = it.account.as_ref().map(|it| (it.platform.clone(), it.name.clone()));
            let is_alarm = it.kind.is_alarm();
            let whose = (it.organisation.is_none(), name(&it.organisation));
            (!is_alarm, whose, it.kind, account, it.fingerprint.clone())
        });
        let mut open = self.open;
        open.compact_sort_by_key(|it| {
            let account = it.account.as_ref().map(|it| (it.platform.clone(), it.name.clone()));
            (fold(&it.organisation.name), it.kind, account, it.page.clone())
        });
        let not_looked = self.not_looked;
        let looked = self.look.looks.then(|| looked(self.look));
        (Comparison { since, changes, open, looked, not_looked, ignored }, self.next)
    }
}
