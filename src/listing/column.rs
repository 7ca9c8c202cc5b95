//! The columns of a list.

use super::{List, Row};
use crate::directory::badge::{BadgeKind, BadgeKindIndex};
use crate::directory::{Account, Organisation};
use crate::messages::labels;
use crate::words::Words;

macro_rules! columns {
    ($($(#[$doc:meta])* $column:ident $id:literal $head:ident,)*) => {
        /// A column of a list.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
        pub enum Column { $($(#[$doc])* $column,)* }

        impl Column {
            /// All columns.
            pub const ALL: &'static [Self] = &[$(Self::$column,)*];

            /// The name in options, CSV and JSON.
            pub fn id(self) -> &'static str {
                match self { $(Self::$column => $id,)* }
            }

            /// What stands above it for people.
            pub fn head(self, words: &Words) -> &'static str {
                match self { $(Self::$column => words.$head,)* }
            }
        }
    };
}

columns! {
    /// The name of the organisation.
    Organisation "organisation" list_organisation,
    /// The organisation's id.
    Id "id" list_id,
    /// What kind of organisation it is.
    Kind "kind" list_kind,
    /// Its province.
    Province "province" list_province,
    /// The platform of the account.
    Platform "platform" list_platform,
    /// The account as it is written on its platform.
    Account "account" list_account,
    /// The address of the account.
    Url "url" list_url,
    /// What has become of it.
    Use "use" list_use,
    /// How sure it is that it is official.
    Trust "trust" list_trust,
    /// When that was last seen.
    Seen "seen" list_seen,
    /// Where that was seen.
    Evidence "evidence" list_evidence,
    /// Which badge it showed.
    Badge "badge" list_badge,
    /// What it is for.
    Purpose "purpose" list_purpose,
    /// Whether reading it needs a login.
    Login "login" list_login,
    /// Who owns the platform.
    Owner "owner" list_owner,
    /// The country of that owner.
    Country "country" list_country,
    /// The website of the organisation.
    Website "website" list_website,
    /// The telephone number of the organisation.
    Phone "phone" list_phone,
}

impl Column {
    /// The columns of a list where none are chosen.
    pub const USUAL: [Self; 7] = [
        Self::Organisation,
        Self::Platform,
        Self::Account,
        Self::Use,
        Self::Trust,
        Self::Seen,
        Self::Url,
    ];

    /// The column with this id.
    pub fn from_id(id: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|column| column.id() == id)
    }
}

impl List<'_> {
    /// What stands in a column, as programs read it: ids and plain values, the same in every language.
    pub fn value(&self, column: Column, row: &Row) -> String {
        let organisation = self.directory.organisation(row.organisation);
        let of = of_organisation(column, organisation);
        of.unwrap_or_else(|| {
            let account = row.account.map(|index| self.directory.account(index));
            account.map(|it| self.of_account(column, it)).unwrap_or_default()
        })
    }

    /// What stands in a column, in the words of the language.
    pub fn told(&self, column: Column, row: &Row) -> String {
        let organisation = self.directory.organisation(row.organisation);
        let account = row.account.map(|index| self.directory.account(index));
        let platform = || account.map(|it| self.directory.platform(it.platform));
        let word = match (column, account) {
            (Column::Kind, _) => Some(labels::kind(self.words, organisation.kind)),
            (Column::Use, Some(it)) => Some(labels::status(self.words, it.status)),
            (Column::Trust, Some(it)) => Some(labels::trust(self.words, it.trust(self.today))),
            (Column::Login, Some(_)) => {
                platform().map(|it| labels::login(self.words, it.rules.reading.login))
            }
            (Column::Platform, Some(_)) => {
                return platform().map(|it| it.name().to_owned()).unwrap_or_default();
            }
            (Column::Purpose, Some(it)) => {
                return labels::purposes(self.words, it).unwrap_or_default();
            }
            (Column::Badge, Some(it)) => return self.badge(it),
            _ => None,
        };
        word.map_or_else(|| self.value(column, row), str::to_owned)
    }

    fn of_account(&self, column: Column, it: &Account) -> String {
        let platform = self.directory.platform(it.platform);
        let rules = &platform.rules;
        match column {
            Column::Platform => rules.id.clone(),
            Column::Account => it.written(platform),
            Column::Url => it.url.clone(),
            Column::Use => it.status.id().to_owned(),
            Column::Trust => it.trust(self.today).id().to_owned(),
            Column::Seen => it.last_seen().map(|date| date.to_string()).unwrap_or_default(),
            Column::Evidence => {
                let newest =
                    it.claims().max_by_key(|claim| (std::cmp::Reverse(claim.method), claim.seen));
                newest.map(|claim| claim.url.clone()).unwrap_or_default()
            }
            Column::Badge => match it.badge.as_ref().map(|seen| seen.kind) {
                Some(Some(kind)) => self.badge_kind(kind, |it| it.id.clone()),
                Some(None) => "none".to_owned(),
                None => "unknown".to_owned(),
            },
            Column::Purpose => it.purposes.iter().map(|it| it.id()).collect::<Vec<_>>().join(" "),
            Column::Login => rules.reading.login.id().to_owned(),
            Column::Owner => rules.owner.clone(),
            Column::Country => rules.country.clone().unwrap_or_default(),
            _ => String::new(),
        }
    }

    fn badge(&self, it: &Account) -> String {
        match it.badge.as_ref().map(|seen| seen.kind) {
            Some(Some(kind)) => self.badge_kind(kind, |it| it.name.clone()),
            Some(None) => self.words.argument_badge_none.to_owned(),
            None => self.words.argument_badge_unknown.to_owned(),
        }
    }

    fn badge_kind(&self, kind: BadgeKindIndex, told: impl Fn(&BadgeKind) -> String) -> String {
        let mut kinds = self.directory.badge_kinds();
        kinds.find(|(index, _)| *index == kind).map(|(_, it)| told(it)).unwrap_or_default()
    }
}

/// What stands in a column of an organisation; `None` where the column is of accounts.
fn of_organisation(column: Column, it: &Organisation) -> Option<String> {
    let text = |text: &Option<String>| text.clone().unwrap_or_default();
    Some(match column {
        Column::Organisation => it.name.clone(),
        Column::Id => it.id.clone(),
        Column::Kind => it.kind.id().to_owned(),
        Column::Province => text(&it.province),
        Column::Website => text(&it.website),
        Column::Phone => text(&it.phone),
        _ => return None,
    })
}
