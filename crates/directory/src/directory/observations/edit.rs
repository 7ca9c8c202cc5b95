//! Writing an observation into an overlay.

use super::own::{same_account, status_day};
use super::{AccountIndex, BadgeObservation, Date, Directory, Observed, Overlay, Status};
use crate::directory::evidence::{Evidence, Method, NOTE_BADGE, NOTE_STATUS, Says};
use crate::directory::load::give_accounts;
use crate::directory::records::{Lines, Records};
use crate::directory::{Account, Organisation, OrganisationIndex};

/// An observation of a later day stands already.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("there is an observation of {0} already")]
pub struct NewerObservationError(pub Date);

impl Overlay {
    /// The overlay with what was observed of an account of its directory today. All else stays.
    ///
    /// # Errors
    ///
    /// Where the same was observed on a later day: that stands.
    pub fn with(
        &self,
        over: &Directory,
        index: AccountIndex,
        observed: &Observed,
        today: Date,
    ) -> Result<Self, NewerObservationError> {
        let listed = over.listed_account(index);
        let own = same_account(&self.file, listed);
        let mut account = own.map_or_else(
            || Account {
                shared_with: Vec::new(),
                display_name: None,
                purpose: None,
                status: Status::Unknown,
                successor: None,
                badge: None,
                evidence: Vec::new(),
                note: None,
                ..listed.clone()
            },
            |own| self.file.account(own).clone(),
        );
        amend(&mut account, observed, &listed.url, today)?;
        let mut contents = Contents::of(&self.file);
        let is_empty = account.evidence.is_empty() && account.badge.is_none();
        match own {
            Some(own) if is_empty => contents.remove(own, &self.file),
            Some(own) => contents.replace(own, account),
            None if is_empty => {}
            None => contents.add(account, over.organisation(listed.organisation)),
        }
        let mut file = contents.into_directory(&self.file);
        file.header.edition = file.header.edition.max(today);
        Ok(Self { file, foreign: self.foreign.clone() })
    }
}

/// Puts what was observed into an account of an overlay.
fn amend(
    account: &mut Account,
    observed: &Observed,
    url: &str,
    today: Date,
) -> Result<(), NewerObservationError> {
    let own = |note: &str, seen: Date| Evidence {
        method: Method::OwnObservation,
        source: None,
        url: url.to_owned(),
        own_url: true,
        seen,
        says: Says::Official,
        note: Some(note.to_owned()),
    };
    let (status, successor) = match observed {
        Observed::Badge(kind) => {
            let earlier = account.badge.as_ref().map(|badge| badge.seen);
            not_after(earlier, today)?;
            account.badge =
                Some(BadgeObservation { kind: *kind, seen: today, url: url.to_owned() });
            forget(account, NOTE_BADGE);
            account.evidence.push(own(NOTE_BADGE, today));
            return Ok(());
        }
        Observed::BadgeUnknown => {
            account.badge = None;
            forget(account, NOTE_BADGE);
            return Ok(());
        }
        Observed::Nothing => {
            account.badge = None;
            account.evidence.clear();
            return Ok(());
        }
        Observed::Status(status) => (*status, None),
        Observed::Moved(address) => (Status::Moved, Some(address.clone())),
    };
    let earlier = status_day(&account.evidence).filter(|_| account.status != Status::Unknown);
    if status != Status::Unknown {
        not_after(earlier, today)?;
    }
    (account.status, account.successor) = (status, successor);
    forget(account, NOTE_STATUS);
    if status != Status::Unknown {
        account.evidence.push(own(NOTE_STATUS, today));
    }
    // A badge is never without the observation that shows it.
    let badge = account.badge.as_ref().filter(|_| account.evidence.is_empty());
    if let Some(seen) = badge.map(|badge| badge.seen) {
        account.evidence.push(own(NOTE_BADGE, seen));
    }
    Ok(())
}

fn not_after(earlier: Option<Date>, today: Date) -> Result<(), NewerObservationError> {
    earlier
        .filter(|earlier| *earlier > today)
        .map_or(Ok(()), |later| Err(NewerObservationError(later)))
}

/// Takes the own observations with a note out of the evidence.
fn forget(account: &mut Account, note: &str) {
    let is_it =
        |it: &Evidence| it.method == Method::OwnObservation && it.note.as_deref() == Some(note);
    account.evidence.retain(|it| !is_it(it));
}

/// The organisations and accounts of an overlay, to be changed.
struct Contents {
    organisations: Vec<Organisation>,
    accounts: Vec<Account>,
}

impl Contents {
    fn of(file: &Directory) -> Self {
        let organisations =
            file.organisations().cloned().map(|it| Organisation { accounts: Vec::new(), ..it });
        Self {
            organisations: organisations.collect(),
            accounts: file.accounts().cloned().collect(),
        }
    }

    fn replace(&mut self, index: AccountIndex, account: Account) {
        if let Some(place) = self.accounts.get_mut(index.position()) {
            *place = account;
        }
    }

    /// Removes an account, and its organisation where nothing else is known of that.
    fn remove(&mut self, index: AccountIndex, file: &Directory) {
        if index.position() < self.accounts.len() {
            let owner = self.accounts.remove(index.position()).organisation;
            if self.is_idle(owner, file) {
                self.remove_organisation(owner);
            }
        }
    }

    /// Whether an organisation is there for no more than an account that is gone.
    fn is_idle(&self, index: OrganisationIndex, file: &Directory) -> bool {
        let Some(it) = self.organisations.get(index.position()) else { return false };
        let bare = Organisation::bare(it.id.clone(), it.name.clone(), it.kind);
        let links = |it: &Organisation| it.parent == Some(index) || it.successor == Some(index);
        let has = |it: &Account| it.organisation == index || it.shared_with.contains(&index);
        *it == bare
            && !self.organisations.iter().any(links)
            && !self.accounts.iter().any(has)
            && !file.families.iter().any(|it| it.organisation.is_some())
            && file.imitations.is_empty()
            && file.service_count() == 0
            && file.topic_count() == 0
    }

    /// Removes an organisation that nothing names, and moves those after it up.
    fn remove_organisation(&mut self, OrganisationIndex(gone): OrganisationIndex) {
        self.organisations.retain({
            let mut positions = 0..;
            move |_| positions.next() != Some(gone)
        });
        let move_up = |OrganisationIndex(position): &mut OrganisationIndex| {
            *position -= u32::from(*position > gone);
        };
        for it in &mut self.organisations {
            it.parent.iter_mut().chain(&mut it.successor).for_each(move_up);
        }
        for it in &mut self.accounts {
            std::iter::once(&mut it.organisation).chain(&mut it.shared_with).for_each(move_up);
        }
    }

    /// Adds an account under the organisation that owns it.
    fn add(&mut self, account: Account, owner: &Organisation) {
        let found = self.organisations.iter().position(|it| it.id == owner.id);
        let position = found.unwrap_or_else(|| {
            let bare = Organisation::bare(owner.id.clone(), owner.name.clone(), owner.kind);
            self.organisations.push(bare);
            self.organisations.len() - 1
        });
        let organisation = OrganisationIndex(u32::try_from(position).unwrap_or(u32::MAX));
        self.accounts.push(Account { organisation, ..account });
    }

    fn into_directory(mut self, file: &Directory) -> Directory {
        give_accounts(&mut self.organisations, &self.accounts);
        let records = Records::loaded(
            self.organisations,
            self.accounts,
            file.services().cloned().collect(),
            file.topics().cloned().collect(),
            Lines::default(),
        );
        Directory { records, ..file.clone() }
    }
}
