//! Filters: which organisations and accounts are meant, in one grammar for every list.
//!
//! `kind:municipality in:gelderland on:instagram without:mastodon !trust:reported`: conditions, all of which
//! must hold. `!` turns one round, `|` stands between values of which any will do, and a value with blanks
//! stands in quotation marks. Keys and values may be Dutch or English in either language of the interface
//! (`soort:gemeente op:instagram`). Words without a key are
//! words of a name or begin one; in quotation marks they are a part of a name, wherever it stands.
//!
//! What is asked of an account (`on`, `use`, `trust`, `badge`, `login`, `country`, `owner`, `purpose`) must hold
//! for one and the same account; `on` twice asks for one on each platform. Without `use` only accounts count that are not known to be retired, and without
//! `ended` only organisations that exist. `without` asks for organisations of which no account in use is known on
//! a platform: that is not to say that they have none, so [`Filter::absences`] tells how many are known to have
//! stopped there.

mod complete;
mod error;
mod key;
mod parse;
mod searching;
mod values;

use std::collections::HashSet;
use std::sync::Arc;

pub use complete::Completion;
pub use error::FilterError;
pub use key::Key;
pub use parse::FilteredWords;

use crate::directory::{
    Account, AccountIndex, Date, Directory, Kind, Organisation, OrganisationIndex, Purpose, Status,
    Trust,
};
use crate::platform::{LoginNeeded, Platform, PlatformIndex};
use crate::text::fold::fold;

/// The ids of what is called a platform in the file and belongs to the organisation itself.
const OWN: [&str; 2] = ["rss", "website"];

/// Conditions on organisations and accounts, all of which must hold.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Filter {
    conditions: Vec<Condition>,
    among: Option<Among>,
}

/// Some organisations, whatever they have in common.
pub type Among = Arc<HashSet<OrganisationIndex>>;

/// One condition: any of some values, or none of them.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Condition {
    key: Key,
    is_negated: bool,
    any: Vec<Value>,
}

/// What a condition asks for.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Value {
    Kind(Kind),
    Province(String),
    /// The folded name of a town or village.
    Place(String),
    Platform(PlatformIndex),
    Status(Status),
    Trust(Trust),
    Badge(Badge),
    Login(LoginNeeded),
    Country(Country),
    /// A folded part of the name of who owns the platform.
    Owner(String),
    Purpose(Purpose),
    /// The organisations that handle a topic.
    Handlers(Vec<OrganisationIndex>),
    /// A folded part of a name.
    Name(String),
    /// What a word of a name begins with, folded.
    Word(String),
    /// An organisation that it falls under, or is.
    Under(OrganisationIndex),
    Ended(bool),
}

/// What is known of a badge.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Badge {
    /// Whatever badge.
    Any,
    /// It was seen that there is none.
    None,
    /// Nobody has looked.
    Unknown,
}

/// Where who owns a platform is.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Country {
    /// One country, by its two capital letters.
    One(String),
    /// A member of the European Union.
    Union,
    /// Each server has an owner of its own.
    OwnServers,
}

/// How many organisations of a list have no account in use on a platform, as far as is known.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Absence {
    /// The platform.
    pub platform: PlatformIndex,
    /// Of so many nothing is known there: they may well have one.
    pub unknown: usize,
    /// So many are known to have stopped there.
    pub stopped: usize,
}

impl Filter {
    /// Whether everything that exists passes.
    pub fn is_empty(&self) -> bool {
        self.conditions.is_empty() && self.among.is_none()
    }

    /// The same among some organisations only; `None` for all.
    #[must_use]
    pub fn among(self, among: Option<Among>) -> Self {
        Self { among, ..self }
    }

    /// Whether anything is asked of accounts, so that an organisation without one doesn't pass.
    pub fn asks_for_accounts(&self) -> bool {
        self.conditions.iter().any(|it| it.key.is_of_accounts())
    }

    /// The same whatever province an organisation lies in; `None` where none is asked for.
    pub fn without_province(&self) -> Option<Self> {
        let is_province = |value: &Value| matches!(value, Value::Province(_));
        let asks = |it: &Condition| !it.is_negated && it.any.iter().any(is_province);
        let (asked, others): (Vec<Condition>, Vec<Condition>) =
            self.conditions.iter().cloned().partition(asks);
        (!asked.is_empty()).then(|| Self { conditions: others, among: self.among.clone() })
    }

    /// The organisations that pass, in the order of the directory.
    ///
    /// ```
    /// use officieel::directory::Date;
    /// use officieel::filter::Filter;
    ///
    /// let directory = officieel::embedded::directory().unwrap();
    /// let filter = Filter::parse("soort:provincie op:mastodon", &directory).unwrap();
    /// let today = Date::new(2026, 11, 30).unwrap();
    /// let found = filter.organisations(&directory, today);
    /// assert!(!found.is_empty() && found.len() < 12);
    /// ```
    pub fn organisations(&self, directory: &Directory, today: Date) -> Vec<OrganisationIndex> {
        let all = directory.organisation_indexes();
        all.filter(|index| self.lets_through(directory, *index, today)).collect()
    }

    /// Whether an organisation passes.
    pub fn lets_through(
        &self,
        directory: &Directory,
        index: OrganisationIndex,
        today: Date,
    ) -> bool {
        let organisation = directory.organisation(index);
        let of_organisations = || self.conditions.iter().filter(|it| !it.key.is_of_accounts());
        let is_of_its_time =
            of_organisations().any(|it| it.key == Key::Ended) || organisation.ended.is_none();
        let is_among = self.among.as_ref().is_none_or(|among| among.contains(&index));
        is_among
            && is_of_its_time
            && of_organisations()
                .all(|it| it.holds(|value| is_organisation(value, directory, index, organisation)))
            && (!self.asks_for_accounts() || self.has_accounts(directory, index, today))
    }

    /// Whether an organisation has the accounts that are asked for: on each of several platforms one.
    fn has_accounts(&self, directory: &Directory, index: OrganisationIndex, today: Date) -> bool {
        let accounts = self.accounts(directory, index, today);
        let is_there = |condition: &Condition| {
            let mut all = accounts.iter().map(|it| directory.account(*it));
            all.any(|it| condition.holds(|value| is_account(value, directory, it, today)))
        };
        !accounts.is_empty() && self.conditions.iter().filter(|it| it.key == Key::On).all(is_there)
    }

    /// The accounts of an organisation that pass: its own first, then those that others share with it.
    pub fn accounts(
        &self,
        directory: &Directory,
        index: OrganisationIndex,
        today: Date,
    ) -> Vec<AccountIndex> {
        let all = directory.accounts_of(index);
        all.filter(|it| self.lets_account_through(directory, *it, today)).collect()
    }

    fn lets_account_through(
        &self,
        directory: &Directory,
        index: AccountIndex,
        today: Date,
    ) -> bool {
        let account = directory.account(index);
        let of_accounts = || self.conditions.iter().filter(|it| it.key.is_of_accounts());
        let holds = |condition: &Condition| {
            condition.holds(|value| is_account(value, directory, account, today))
        };
        (of_accounts().any(|it| it.key == Key::Use) || !account.status.is_retired())
            && of_accounts().filter(|it| it.key != Key::On).all(&holds)
            && (of_accounts().all(|it| it.key != Key::On)
                || of_accounts().filter(|it| it.key == Key::On).any(&holds))
    }

    /// The same without what is asked of accounts: of whom it is asked.
    #[must_use]
    pub fn of_organisations(&self) -> Self {
        let conditions = self.conditions.iter().filter(|it| !it.key.is_of_accounts());
        Self { conditions: conditions.cloned().collect(), among: self.among.clone() }
    }

    /// What is known of the platforms that the organisations of a list are to be without.
    pub fn absences(&self, directory: &Directory, list: &[OrganisationIndex]) -> Vec<Absence> {
        let without = self.conditions.iter().filter(|it| it.key == Key::Without && !it.is_negated);
        let platforms = without.flat_map(|it| &it.any).filter_map(|value| match value {
            Value::Platform(platform) => Some(*platform),
            _ => None,
        });
        let absence = |platform| {
            let absent = || list.iter().filter(|it| !directory.is_on(**it, platform));
            let stopped = absent().filter(|it| has_stopped(directory, **it, platform)).count();
            Absence { platform, unknown: absent().count() - stopped, stopped }
        };
        platforms.map(absence).collect()
    }
}

impl Condition {
    fn holds(&self, is: impl Fn(&Value) -> bool) -> bool {
        self.any.iter().any(is) != self.is_negated
    }
}

/// Whether a country is a member of the European Union, by its two letters (ISO 3166-1), or is the Union itself.
pub fn is_in_union(code: &str) -> bool {
    values::UNION.contains(&code)
}

/// Whether an organisation is known to use no account on a platform any more.
fn has_stopped(directory: &Directory, index: OrganisationIndex, platform: PlatformIndex) -> bool {
    let mut accounts = directory.accounts_of(index).map(|it| directory.account(it));
    accounts.any(|it| it.platform == platform && it.status.is_retired())
}

fn is_organisation(
    value: &Value,
    directory: &Directory,
    index: OrganisationIndex,
    it: &Organisation,
) -> bool {
    match value {
        Value::Kind(kind) => it.kind == *kind,
        Value::Province(province) => it.province.as_ref() == Some(province),
        Value::Place(place) => it.places.iter().any(|own| fold(own) == *place),
        Value::Platform(platform) => !directory.is_on(index, *platform),
        Value::Handlers(handlers) => handlers.contains(&index),
        Value::Name(part) => names(it).any(|name| fold(name).contains(part)),
        Value::Word(word) => names(it).any(|name| begins_word(&fold(name), word)),
        Value::Under(above) => is_under(directory, index, *above),
        Value::Ended(is_ended) => it.ended.is_some() == *is_ended,
        _ => false,
    }
}

/// What an organisation is called.
fn names(it: &Organisation) -> impl Iterator<Item = &String> {
    it.names().chain([&it.id])
}

/// Whether a text stands in a name where one of its words begins; what begins with a sign stands anywhere.
fn begins_word(name: &str, text: &str) -> bool {
    let mut is_within = false;
    name.char_indices().any(|(at, c)| {
        let may_begin = !is_within || !c.is_alphanumeric();
        is_within = c.is_alphanumeric();
        may_begin && name.get(at..).is_some_and(|rest| rest.starts_with(text))
    })
}

fn is_account(value: &Value, directory: &Directory, it: &Account, today: Date) -> bool {
    let rules = &directory.platform(it.platform).rules;
    match value {
        Value::Platform(platform) => it.platform == *platform,
        Value::Status(status) => it.status == *status,
        Value::Trust(trust) => it.trust(today) == *trust,
        Value::Badge(badge) => match it.badge.as_ref().map(|seen| seen.kind) {
            Some(Some(_)) => *badge == Badge::Any,
            Some(None) => *badge == Badge::None,
            None => *badge == Badge::Unknown,
        },
        Value::Login(login) => rules.reading.login == *login,
        Value::Country(country) => match (country, country_of(directory.platform(it.platform))) {
            (Country::OwnServers, own) => own.is_none(),
            (Country::One(code), own) => own == Some(code.as_str()),
            (Country::Union, own) => own.is_some_and(is_in_union),
        },
        Value::Owner(part) => fold(&rules.owner).contains(part),
        Value::Purpose(purpose) => it.purposes.contains(purpose),
        _ => false,
    }
}

/// The country of who owns a platform; none where each server has its own owner, and where it is the organisation's
/// own.
fn country_of(platform: &Platform) -> Option<&str> {
    platform.rules.country.as_deref().filter(|_| !is_own(platform))
}

/// Whether a platform is the organisation's own, so that nobody stands between it and its readers.
pub fn is_own(platform: &Platform) -> bool {
    OWN.contains(&platform.id())
}

/// Whether an organisation is another one or falls under it, however deep.
fn is_under(directory: &Directory, index: OrganisationIndex, above: OrganisationIndex) -> bool {
    let mut seen = HashSet::new();
    let mut at = Some(index);
    while let Some(own) = at.filter(|own| seen.insert(*own)) {
        if own == above {
            return true;
        }
        at = directory.organisation(own).parent;
    }
    false
}

#[cfg(test)]
mod tests;
