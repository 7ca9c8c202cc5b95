//! What a filter can ask for.

use crate::words::Language;

/// What a condition of a filter is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Key {
    /// What kind of organisation it is.
    Kind,
    /// The province or place that it is in or for.
    In,
    /// A platform that an account is on.
    On,
    /// A platform on which no account in use is known.
    Without,
    /// What has become of an account.
    Use,
    /// How sure it is that an account is official.
    Trust,
    /// What is known of its badge.
    Badge,
    /// Whether reading its platform needs a login.
    Login,
    /// The country of who owns its platform.
    Country,
    /// Who owns its platform.
    Owner,
    /// What an account is for.
    Purpose,
    /// A topic that the organisation handles.
    Topic,
    /// A part of its name.
    Name,
    /// An organisation that it falls under.
    Under,
    /// Whether it no longer exists.
    Ended,
}

impl Key {
    /// All keys.
    pub const ALL: [Self; 15] = [
        Self::Kind,
        Self::In,
        Self::On,
        Self::Without,
        Self::Use,
        Self::Trust,
        Self::Badge,
        Self::Login,
        Self::Country,
        Self::Owner,
        Self::Purpose,
        Self::Topic,
        Self::Name,
        Self::Under,
        Self::Ended,
    ];

    /// How it is written in English and in Dutch.
    pub fn written(self) -> [&'static str; 2] {
        match self {
            Self::Kind => ["kind", "soort"],
            Self::In => ["in", "in"],
            Self::On => ["on", "op"],
            Self::Without => ["without", "zonder"],
            Self::Use => ["use", "gebruik"],
            Self::Trust => ["trust", "zekerheid"],
            Self::Badge => ["badge", "vinkje"],
            Self::Login => ["login", "inloggen"],
            Self::Country => ["country", "land"],
            Self::Owner => ["owner", "eigenaar"],
            Self::Purpose => ["purpose", "doel"],
            Self::Topic => ["topic", "onderwerp"],
            Self::Name => ["name", "naam"],
            Self::Under => ["under", "onder"],
            Self::Ended => ["ended", "opgeheven"],
        }
    }

    /// What else people write for it.
    fn also_written(self) -> &'static [&'static str] {
        match self {
            Self::On => &["platform"],
            Self::In => &["place", "plaats", "province", "provincie"],
            _ => &[],
        }
    }

    /// How it is written in a language of the interface.
    pub fn written_in(self, language: Language) -> &'static str {
        let [english, dutch] = self.written();
        if language == Language::Nl { dutch } else { english }
    }

    /// The key that is written so, in either language and in any case.
    pub fn from_written(written: &str) -> Option<Self> {
        let is_it = |own: &&str| own.eq_ignore_ascii_case(written);
        Self::ALL.into_iter().find(|key| key.written().iter().chain(key.also_written()).any(is_it))
    }

    /// Whether it asks something of accounts rather than of organisations.
    pub(super) fn is_of_accounts(self) -> bool {
        matches!(
            self,
            Self::On
                | Self::Use
                | Self::Trust
                | Self::Badge
                | Self::Login
                | Self::Country
                | Self::Owner
                | Self::Purpose
        )
    }
}
