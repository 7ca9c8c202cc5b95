//! Evidence: who says that an account is official, where, and when that was seen.

mod trust;

use serde::{Deserialize, Serialize};

pub(super) use trust::taken_back;
pub use trust::{Basis, FRESH_MONTHS, Trust, independent, last_seen, standing, withdrawals};

use super::source::SourceIndex;
use crate::date::Date;

/// How the evidence was had: the steps of the evidence ladder, strongest first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Method {
    /// The account lives on a domain of the government itself.
    OwnDomain,
    /// A proof both ways: `rel="me"` and backlink, atproto handle and DID document, trust.txt or XPOC.
    TwoWay,
    /// The organisation's own website or repository links to it.
    OfficialSite,
    /// An official register lists it.
    Register,
    /// A Wikidata statement on the organisation.
    Wikidata,
    /// The platform's own public register of advertisers names the page, and says that the organisation or the
    /// one above it paid.
    AdRegister,
    /// An embedded or quoted post in the press, or the platform's old list of verified accounts.
    Press,
    /// A list or repository of others.
    ThirdParty,
    /// What the person who keeps the file saw of the account themselves: a badge, or what has become of it.
    /// It says what was seen, not whose account it is, and never counts for trust.
    OwnObservation,
}

impl Method {
    /// All methods, strongest first.
    pub const ALL: [Self; 9] = [
        Self::OwnDomain,
        Self::TwoWay,
        Self::OfficialSite,
        Self::Register,
        Self::Wikidata,
        Self::AdRegister,
        Self::Press,
        Self::ThirdParty,
        Self::OwnObservation,
    ];

    /// The name in the file.
    pub fn id(self) -> &'static str {
        match self {
            Self::OwnDomain => "own-domain",
            Self::TwoWay => "two-way",
            Self::OfficialSite => "official-site",
            Self::Register => "register",
            Self::Wikidata => "wikidata",
            Self::AdRegister => "ad-register",
            Self::Press => "press",
            Self::ThirdParty => "third-party",
            Self::OwnObservation => "own-observation",
        }
    }

    /// Whether the government itself says so (steps 1 to 4), rather than others (5 to 8).
    pub fn is_official(self) -> bool {
        self <= Self::Register
    }

    /// Whether it says whose the account is; an own observation only says what was seen of it.
    pub fn names_owner(self) -> bool {
        self != Self::OwnObservation
    }
}

/// What evidence says of the account.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Says {
    /// It is official.
    Official,
    /// The organisation's own site no longer showed it on that day.
    NoLongerShown,
    /// The organisation said that it leaves the account.
    Leaves,
}

impl Says {
    /// All that can be said, in the order of the file's document.
    pub const ALL: [Self; 3] = [Self::Official, Self::NoLongerShown, Self::Leaves];

    /// The name in the file and in JSON.
    pub fn id(self) -> &'static str {
        match self {
            Self::Official => "official",
            Self::NoLongerShown => "no-longer-shown",
            Self::Leaves => "leaves",
        }
    }
}

/// The note of an own observation of a badge.
pub const NOTE_BADGE: &str = "badge";

/// The note of an own observation of what has become of an account.
pub const NOTE_STATUS: &str = "status";

/// One piece of evidence.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Evidence {
    /// The step on the ladder.
    pub method: Method,
    /// The work it comes from, where the file names one.
    pub source: Option<SourceIndex>,
    /// The page that shows it; of the work itself where the file names no page.
    pub url: String,
    /// Whether the file names that page itself, beside the work.
    pub own_url: bool,
    /// The day on which the page was seen to say so.
    pub seen: Date,
    /// What the page says of the account.
    pub says: Says,
    /// What must be told of the page besides.
    pub note: Option<String>,
}

impl Evidence {
    /// Whether it says whose the account is, then or now.
    pub fn is_claim(&self) -> bool {
        self.method.names_owner() && self.says == Says::Official
    }

    /// Whether it takes away: the organisation no longer showed the account, or said that it leaves it.
    pub fn is_withdrawal(&self) -> bool {
        self.method.names_owner() && self.says != Says::Official
    }

    /// The work or site that it stands in: pages of one host (or, on a code forge, of one repository) are one.
    fn site(&self) -> String {
        let rest = self.url.strip_prefix("https://").unwrap_or(&self.url);
        let mut parts = rest.split('/');
        let host = parts.next().unwrap_or_default().trim_start_matches("www.");
        if host == "github.com" {
            let repository: Vec<&str> = parts.take(2).collect();
            return format!("{host}/{}", repository.join("/"));
        }
        host.to_owned()
    }
}
