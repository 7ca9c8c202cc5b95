//! Listed accounts, held against what was known of them.

use super::super::baseline::AccountRow;
use super::super::change::{Change, Kind};
use super::super::look::{Account, AccountKey, Alarm, Answer, Reason, Shown, Verified};
use super::renamed::renamed;
use super::{Comparing, Open, OpenKind, SECOND_LOOK_DAYS};
use crate::changes::Value;
use crate::directory::Date;

/// An account with what was known of it.
#[derive(Clone, Copy)]
struct Listed<'l> {
    key: &'l AccountKey,
    now: &'l Account,
    was: Option<&'l AccountRow>,
    /// What it was known by, where it is called otherwise now.
    former: Option<&'l AccountKey>,
}

impl Comparing<'_> {
    pub(super) fn accounts(&mut self) {
        let (look, before) = (self.look, self.before);
        let renamed = renamed(look, before);
        for (key, now) in &look.accounts {
            let (former, row) = renamed.get(key).copied().unzip();
            let was = row.or_else(|| before.and_then(|it| it.accounts.get(key)));
            let it = Listed { key, now, was, former };
            let mut row = AccountRow::new(key, &now.url, now.trust, now.status);
            self.listed(it);
            self.verified(it, &mut row);
            self.shown(it, &mut row);
            self.next.accounts.insert(key.clone(), row);
        }
        for (key, row) in before.into_iter().flat_map(|it| &it.accounts) {
            if look.accounts.contains_key(key) || renamed.values().any(|(it, _)| *it == key) {
                continue;
            }
            let change = |kind| {
                let account = Some(self.named(key, &key.account, &row.url));
                let whose = Some(self.body(&key.organisation));
                Change::new(kind, whose, account, look.today).on(Some(row.url.clone()))
            };
            if let Some(whose) = look.elsewhere.get(key) {
                let after = Some(Value::Organisation(whose.clone()));
                let change = change(Kind::AccountMoved).after(after);
                self.changes.push(change);
            } else if look.organisations.contains_key(&key.organisation) {
                let change = change(Kind::AccountGone);
                self.changes.push(change);
            }
        }
    }

    fn change(&self, it: Listed<'_>, kind: Kind) -> Change {
        let account = Some(self.named(it.key, &it.now.name, &it.now.url));
        let whose = Some(self.body(&it.key.organisation));
        Change::new(kind, whose, account, self.look.today).on(Some(it.now.url.clone()))
    }

    /// What the directory says of it.
    fn listed(&mut self, it: Listed<'_>) {
        let Some(was) = it.was else {
            if self.was_watched(&it.key.organisation) {
                self.changes.push(self.change(it, Kind::AccountNew));
            }
            return;
        };
        let now = it.now;
        if let Some(former) = it.former {
            let text = |it: &str| Some(Value::Text(it.to_owned()));
            let change = self.change(it, Kind::AccountRenamed).after(text(&now.name));
            self.changes.push(change.before(text(&former.account)));
        }
        if was.trust != now.trust {
            let kind = if now.trust > was.trust { Kind::TrustDown } else { Kind::TrustUp };
            let change = self.change(it, kind).after(Some(Value::Trust(now.trust)));
            self.changes.push(change.before(Some(Value::Trust(was.trust))));
        }
        if was.status.is_retired() != now.status.is_retired() {
            let is_retired = now.status.is_retired();
            let kind = if is_retired { Kind::AccountRetired } else { Kind::AccountResumed };
            let change = self.change(it, kind).after(Some(Value::Status(now.status)));
            self.changes.push(change.before(Some(Value::Status(was.status))));
        }
    }

    /// What its platform answered.
    fn verified(&mut self, it: Listed<'_>, row: &mut AccountRow) {
        let (was, now) = (it.was, it.now);
        row.answer = was.and_then(|it| it.answer);
        row.id = was.and_then(|it| it.id.clone());
        row.absent_since = was.and_then(|it| it.absent_since);
        if !now.alarms.is_empty() {
            for alarm in &now.alarms {
                let change = self.alarm(it, alarm);
                self.changes.push(change);
            }
            return;
        }
        row.id = now.id.clone().or_else(|| row.id.take());
        row.absent_since = now.absence.map(|it| it.first);
        match &now.verified {
            Verified::NotAsked => row.not_looked_since = was.and_then(|it| it.not_looked_since),
            Verified::CouldNotLook(why) => self.no_answer(it, why, row),
            Verified::AtLeastExists(why) if row.answer == Some(Answer::Proved) => {
                self.no_answer(it, why, row);
            }
            Verified::AtLeastExists(_) => self.answered(it, Answer::Exists, row),
            Verified::Answered(answer) => self.answered(it, *answer, row),
            Verified::NotThereOnce => {
                let first = was.and_then(|it| it.absent_since);
                row.absent_since = row.absent_since.or(first).or(Some(self.look.today));
                if first.is_none() {
                    let open = self.open_of(it, OpenKind::NotThereOnce);
                    self.open.push(open);
                }
            }
        }
    }

    fn alarm(&self, it: Listed<'_>, alarm: &Alarm) -> Change {
        let text = |it: &str| Some(Value::Text(it.to_owned()));
        match alarm {
            Alarm::OtherId { listed, found } => {
                self.change(it, Kind::OtherId).after(text(found)).before(text(listed))
            }
            Alarm::BackAfterAbsence(day) => self.change(it, Kind::BackAfterAbsence).since(*day),
            Alarm::MovedToStranger(to) => self.change(it, Kind::MovedToStranger).after(text(to)),
        }
    }

    fn answered(&mut self, it: Listed<'_>, answer: Answer, row: &mut AccountRow) {
        let was = row.answer.replace(answer);
        let is_watched = self.was_watched(&it.key.organisation);
        let kind = match (was, answer) {
            _ if was == Some(answer) || !is_watched => return,
            (_, Answer::Absent) => Kind::Absent,
            (_, Answer::Suspended) => Kind::Suspended,
            (_, Answer::Moved) => Kind::Moved,
            (None, _) => return,
            (Some(Answer::Proved), _) => Kind::NoLongerProved,
            (Some(Answer::Exists), _) => Kind::Proved,
            (Some(_), _) => Kind::ThereAgain,
        };
        let change = self.change(it, kind);
        let since = it.now.absence.filter(|_| answer == Answer::Absent).map(|it| it.first);
        self.changes.push(Change { since, ..change });
    }

    /// Nothing is known, which takes nothing away from what was.
    fn no_answer(&mut self, it: Listed<'_>, why: &Reason, row: &mut AccountRow) {
        let known = it.was.and_then(|it| it.not_looked_since);
        let open = |this: &Self| Open {
            why: Some(why.clone()),
            ..this.open_of(it, OpenKind::CouldNotLook)
        };
        row.not_looked_since = Some(self.could_not_look(known, open));
    }

    fn open_of(&self, it: Listed<'_>, kind: OpenKind) -> Open {
        Open {
            kind,
            organisation: self.body(&it.key.organisation),
            account: Some(self.named(it.key, &it.now.name, &it.now.url)),
            page: Some(it.now.url.clone()),
            since: self.look.today,
            is_again: false,
            why: None,
        }
    }

    /// Whether its own site shows it, by the newest look that is known: an archive may be older than that.
    fn shown(&mut self, it: Listed<'_>, row: &mut AccountRow) {
        if let Some(was) = it.was {
            row.shown_on.clone_from(&was.shown_on);
            row.shown_seen = was.shown_seen;
            row.not_shown_since = was.not_shown_since;
            row.not_shown_told = was.not_shown_told;
            row.unseen_since = was.unseen_since;
        }
        match &it.now.shown {
            Shown::Unknown => {}
            Shown::On(page, seen) => self.is_shown(it, (page, *seen), row),
            Shown::NotOn(page, seen) => {
                let is_old = row.shown_seen.is_some_and(|shown| shown.is_after(*seen));
                if !is_old {
                    self.is_not_shown(it, (page, *seen), row);
                }
            }
        }
    }

    fn is_shown(&mut self, it: Listed<'_>, (page, seen): (&str, Date), row: &mut AccountRow) {
        if row.not_shown_since.is_some_and(|since| since.is_after(seen)) {
            return;
        }
        if row.not_shown_told.is_some() {
            let change = self.change(it, Kind::ShownAgain).on(Some(page.to_owned()));
            self.changes.push(change);
        }
        if it.now.is_unseen && row.unseen_since.is_none() && it.was.is_some() {
            let change = self.change(it, Kind::NotShownToVisitors).on(Some(page.to_owned()));
            self.changes.push(Change { seen, ..change });
        }
        row.unseen_since = it.now.is_unseen.then(|| row.unseen_since.unwrap_or(seen));
        row.shown_on = Some(page.to_owned());
        row.shown_seen = row.shown_seen.max(Some(seen));
        (row.not_shown_since, row.not_shown_told) = (None, None);
    }

    /// It counts at a second look, some days after the first: by when the page was as it is, not by when it was read.
    fn is_not_shown(&mut self, it: Listed<'_>, (page, seen): (&str, Date), row: &mut AccountRow) {
        let first = row.not_shown_since;
        let since = first.unwrap_or(seen);
        row.shown_on = Some(page.to_owned());
        row.not_shown_since = Some(since);
        if row.not_shown_told.is_some() {
            return;
        }
        if seen.days_since(since) >= SECOND_LOOK_DAYS {
            row.not_shown_told = Some(seen);
            let change = self.change(it, Kind::NoLongerShown).since(since);
            self.changes.push(Change { seen, ..change.on(Some(page.to_owned())) });
        } else if first.is_none() {
            let open = self.open_of(it, OpenKind::NotShownOnce);
            self.open.push(Open { since, page: Some(page.to_owned()), ..open });
        }
    }
}
