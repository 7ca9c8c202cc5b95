//! The conventions of a family on the screen.

use std::collections::BTreeMap;

use crate::audit::conventions::report::{ConventionReport, Entry, Pattern};
use crate::audit::{Family, conventions::template::Template};
use crate::directory::AccountIndex;
use crate::platform::PlatformIndex;

/// Which half has the keys.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Pane {
    /// The templates.
    #[default]
    Patterns,
    /// The accounts that have to do with the selected one.
    Accounts,
}

/// The conventions, and where the reader is in them.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct ConventionsState {
    /// The family on screen.
    pub family: Option<Family>,
    /// The conventions of the families that were seen, on each platform by itself.
    known: BTreeMap<Family, Vec<ConventionReport>>,
    /// The platform on screen.
    platform: Option<PlatformIndex>,
    /// The selected pattern.
    pub pattern: usize,
    /// The first pattern on screen.
    pub first: usize,
    /// Which of its accounts is selected.
    pub account: usize,
    /// Which half has the keys.
    pub pane: Pane,
    /// The account that the reader comes from, until it is known where that stands.
    sought: Option<AccountIndex>,
    /// Whether what is known of the family on screen is of a directory that has changed since.
    is_old: bool,
}

impl ConventionsState {
    /// Turns to a family; coming from an account, to where that stands.
    pub fn turn_to(&mut self, family: Family, account: Option<AccountIndex>) {
        if self.family != Some(family) {
            self.platform = None;
            if std::mem::take(&mut self.is_old) {
                self.known.clear();
            }
        }
        self.family = Some(family);
        self.pane = Pane::Patterns;
        self.sought = account;
        if self.known.contains_key(&family) {
            self.arrive();
        }
    }

    /// Turns to a family on a platform.
    pub fn turn_to_platform(&mut self, family: Family, platform: PlatformIndex) {
        self.turn_to(family, None);
        self.platform = Some(platform);
        (self.pattern, self.account) = (0, 0);
        self.arrive();
    }

    /// Takes in what was reckoned of the family on screen.
    pub fn take(&mut self, reports: Vec<ConventionReport>) {
        let Some(family) = self.family else {
            return;
        };
        let template = self.pattern().and_then(|it| it.template.clone());
        let account = self.entry().map(|entry| entry.account);
        let was_known = self.known.insert(family, reports).is_some();
        self.is_old = false;
        if was_known && self.sought.is_none() {
            self.stay(template.as_ref(), account);
        } else {
            self.arrive();
        }
    }

    /// Says that the directory has changed. What stands on screen stays until there is better.
    pub fn outdate(&mut self) {
        let family = self.family;
        self.known.retain(|it, _| Some(*it) == family);
        self.is_old = !self.known.is_empty();
    }

    /// The family that is on screen, where a thread is to be asked about it.
    pub fn wanted(&self) -> Option<Family> {
        self.family.filter(|family| self.is_old || !self.known.contains_key(family))
    }

    /// The conventions of the family on each platform; `None` until they are known.
    pub fn reports(&self) -> Option<&[ConventionReport]> {
        self.known.get(&self.family?).map(Vec::as_slice)
    }

    /// The conventions on the platform on screen.
    pub fn report(&self) -> Option<&ConventionReport> {
        self.reports()?.get(self.position()?)
    }

    /// Which of the platforms is on screen.
    pub fn position(&self) -> Option<usize> {
        let reports = self.reports()?;
        reports.iter().position(|report| Some(report.platform) == self.platform)
    }

    /// The selected pattern.
    pub fn pattern(&self) -> Option<&Pattern> {
        self.report()?.patterns.get(self.pattern)
    }

    /// The selected account among those of the pattern.
    pub fn entry(&self) -> Option<&Entry> {
        self.pattern()?.entry(self.account)
    }

    /// The account that keys act on.
    pub fn acted_on(&self) -> Option<AccountIndex> {
        let entry = self.entry().filter(|_| self.pane == Pane::Accounts);
        entry.map(|entry| entry.account)
    }

    /// Selects a platform, and there the template that is expected.
    pub fn select_platform(&mut self, position: usize) {
        let Some(report) = self.reports().and_then(|reports| reports.get(position)) else {
            return;
        };
        let expected = report.patterns.iter().position(|it| it.basis.is_some());
        self.platform = Some(report.platform);
        self.select_pattern(expected.unwrap_or_default());
        self.pane = Pane::Patterns;
    }

    /// Selects a pattern.
    pub fn select_pattern(&mut self, pattern: usize) {
        if pattern != self.pattern {
            self.account = 0;
        }
        self.pattern = pattern;
    }

    /// Keeps every selection on something that is there.
    pub fn settle(&mut self) {
        let patterns = self.report().map_or(0, |report| report.patterns.len());
        self.pattern = self.pattern.min(patterns.saturating_sub(1));
        let accounts = self.pattern().map_or(0, Pattern::len);
        self.account = self.account.min(accounts.saturating_sub(1));
        if accounts == 0 {
            self.pane = Pane::Patterns;
        }
    }

    /// Goes to the account that the reader comes from, or else to the platform with most accounts.
    fn arrive(&mut self) {
        let sought = self.sought.take();
        let reports = self.reports().unwrap_or_default();
        let found = sought.and_then(|account| {
            let is_it =
                |pattern: &Pattern| pattern.following.iter().any(|it| it.account == account);
            let mut places = reports.iter().enumerate();
            places.find_map(|(at, report)| Some((at, report.patterns.iter().position(is_it)?)))
        });
        let all = reports.iter().enumerate();
        let most = all.min_by_key(|(_, report)| std::cmp::Reverse(report.total));
        let most = most.map(|(at, _)| at);
        let is_there = self.position().is_some();
        if let Some((platform, pattern)) = found {
            self.select_platform(platform);
            self.select_pattern(pattern);
        } else if let Some(platform) = most.filter(|_| !is_there) {
            self.account = 0;
            self.select_platform(platform);
        }
    }

    /// Finds the pattern and the account again that were selected.
    fn stay(&mut self, template: Option<&Template>, account: Option<AccountIndex>) {
        if self.position().is_none() {
            self.arrive();
            return;
        }
        let Some(report) = self.report() else {
            return;
        };
        let is_it = |it: &Pattern| it.template.as_ref() == template;
        let pattern = report.patterns.iter().position(is_it);
        let entries = pattern.and_then(|at| report.patterns.get(at));
        let entry = entries.and_then(|it| it.entries().position(|it| Some(it.account) == account));
        self.pattern = pattern.unwrap_or(self.pattern);
        self.account = entry.unwrap_or(self.account);
        if account.is_some() && entry.is_none() {
            // The next key must not act on whichever account took the place of the selected one.
            self.pane = Pane::Patterns;
        }
    }
}
