//! The accounts that were observed, as they are with that.

use std::cmp::Reverse;
use std::collections::HashMap;

use super::{AccountIndex, BadgeObservation, Date, Directory, Overlay, Status};
use crate::compact_sort::CompactSort;
use crate::directory::Account;
use crate::directory::evidence::{Evidence, Method, NOTE_BADGE, NOTE_STATUS};

/// What has become of an account, as it was seen on a day.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StatusObservation {
    /// What was seen.
    pub status: Status,
    /// The address where it continues, for [`Status::Moved`].
    pub successor: Option<String>,
    /// The day of the observation.
    pub seen: Date,
}

/// What a person saw of a listed account.
#[derive(Debug, Clone)]
pub struct OwnObservation {
    /// The badge, where they looked for one.
    pub badge: Option<BadgeObservation>,
    /// What has become of it, where they said so.
    pub status: Option<StatusObservation>,
    shows_badge: bool,
    shows_status: bool,
    /// The account as it is with that.
    account: Account,
}

impl OwnObservation {
    /// Whether the badge of the account is the one that was observed; else the directory has a newer one.
    pub fn shows_badge(&self) -> bool {
        self.shows_badge
    }

    /// Whether the status of the account is the one that was observed; else the directory has a newer one.
    pub fn shows_status(&self) -> bool {
        self.shows_status
    }

    fn nothing_of(listed: &Account) -> Self {
        Self {
            badge: None,
            status: None,
            shows_badge: false,
            shows_status: false,
            account: listed.clone(),
        }
    }

    /// Adds what an account of an overlay says, up to a day; whether that is anything.
    fn add(&mut self, own: &Account, today: Date) -> bool {
        let evidence: Vec<&Evidence> = own.evidence.iter().filter(|it| it.seen <= today).collect();
        let badge = own.badge.as_ref().filter(|badge| badge.seen <= today);
        let status = status_of(own).filter(|status| status.seen <= today);
        let is_anything = !evidence.is_empty() || badge.is_some();
        if let Some(badge) = badge.filter(|badge| is_newer(self.badge.as_ref(), badge)) {
            self.badge = Some(badge.clone());
            if is_newer(self.account.badge.as_ref(), badge) {
                self.account.badge = Some(badge.clone());
                self.shows_badge = true;
            }
        }
        if let Some(status) = status {
            self.add_status(status);
        }
        // Its sources are those of another file.
        let evidence =
            evidence.into_iter().map(|it| Evidence { source: None, own_url: true, ..it.clone() });
        self.account.evidence.extend(evidence);
        // What the directory has stays in its order; own observations follow it, the newest first.
        let own = |it: &Evidence| (!it.method.names_owner()).then_some(Reverse(it.seen));
        self.account.evidence.compact_sort_by_key(own);
        is_anything
    }

    fn add_status(&mut self, own: StatusObservation) {
        if self.status.as_ref().is_some_and(|earlier| earlier.seen > own.seen) {
            return;
        }
        let listed = &mut self.account;
        // What the overlay added itself is no newer than this.
        let by_others = listed.evidence.iter().filter(|it| it.method.names_owner());
        let known = by_others.map(|it| it.seen).max();
        let is_outdated = known.is_some_and(|known| known > own.seen);
        if self.shows_status || listed.status == Status::Unknown || !is_outdated {
            listed.status = own.status;
            // Where a retired account continues, the directory may know.
            let is_known = own.successor.is_none() && own.status.is_retired();
            if !is_known {
                listed.successor.clone_from(&own.successor);
            }
            self.shows_status = true;
        }
        self.status = Some(own);
    }
}

/// Whether an observation is not older than another.
fn is_newer(known: Option<&BadgeObservation>, own: &BadgeObservation) -> bool {
    known.is_none_or(|known| known.seen <= own.seen)
}

/// The status that an account of an overlay has, and since when.
fn status_of(own: &Account) -> Option<StatusObservation> {
    let seen = status_day(&own.evidence).filter(|_| own.status != Status::Unknown)?;
    Some(StatusObservation { status: own.status, successor: own.successor.clone(), seen })
}

/// The day on which a status was seen: of the newest own observation with the note for it, or else of the
/// newest that is not about a badge.
pub(super) fn status_day(evidence: &[Evidence]) -> Option<Date> {
    let own = || evidence.iter().filter(|it| it.method == Method::OwnObservation);
    let noted = own().filter(|it| it.note.as_deref() == Some(NOTE_STATUS));
    let others = own().filter(|it| it.note.as_deref() != Some(NOTE_BADGE));
    noted.map(|it| it.seen).max().or_else(|| others.map(|it| it.seen).max())
}

/// All accounts of a directory that were observed.
#[derive(Debug, Default)]
pub(in crate::directory) struct Observations {
    all: HashMap<AccountIndex, OwnObservation>,
}

/// What of an overlay says nothing of the directory.
#[derive(Debug, Default)]
pub(super) struct LeftOut {
    /// The accounts of the overlay that are not listed.
    pub(super) unlisted: Vec<AccountIndex>,
    /// How many accounts were only observed after the day.
    pub(super) later: usize,
}

impl Observations {
    /// What an overlay says of a directory up to a day.
    pub(super) fn of(overlay: &Overlay, over: &Directory, today: Date) -> (Self, LeftOut) {
        let (mut observations, mut left_out) = (Self::default(), LeftOut::default());
        for own_index in overlay.file.account_indexes() {
            let own = overlay.file.account(own_index);
            let Some(index) = same_account(over, own) else {
                left_out.unlisted.push(own_index);
                continue;
            };
            let nothing = || OwnObservation::nothing_of(over.listed_account(index));
            let mut all = observations.all.remove(&index).unwrap_or_else(nothing);
            if all.add(own, today) {
                observations.all.insert(index, all);
            } else {
                left_out.later += 1;
            }
        }
        (observations, left_out)
    }

    pub(super) fn len(&self) -> usize {
        self.all.len()
    }

    pub(super) fn get(&self, index: AccountIndex) -> Option<&OwnObservation> {
        self.all.get(&index)
    }

    /// The account with what was observed of it, where something was.
    pub(in crate::directory) fn account(&self, index: AccountIndex) -> Option<&Account> {
        self.get(index).map(|it| &it.account)
    }
}

/// The account of a directory that an account of another one with the same platforms is: by its handle,
/// its id or its page.
pub(super) fn same_account(directory: &Directory, account: &Account) -> Option<AccountIndex> {
    let by_name = account.references().find_map(|reference| directory.account_by(&reference));
    by_name.or_else(|| account.page().and_then(|_| directory.account_by_address(&account.url)))
}
