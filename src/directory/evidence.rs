//! Evidence: who says that an account is official, where, and when that was seen.

use super::date::Date;
use super::source::SourceIndex;

/// How the evidence was had: the steps of the evidence ladder, strongest first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
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
    /// An embedded or quoted post in the press, or the platform's old list of verified accounts.
    Press,
    /// A list or repository of others.
    ThirdParty,
}

impl Method {
    /// All methods, strongest first.
    pub const ALL: [Self; 7] = [
        Self::OwnDomain,
        Self::TwoWay,
        Self::OfficialSite,
        Self::Register,
        Self::Wikidata,
        Self::Press,
        Self::ThirdParty,
    ];

    /// The name in the file.
    pub fn id(self) -> &'static str {
        match self {
            Self::OwnDomain => "own-domain",
            Self::TwoWay => "two-way",
            Self::OfficialSite => "official-site",
            Self::Register => "register",
            Self::Wikidata => "wikidata",
            Self::Press => "press",
            Self::ThirdParty => "third-party",
        }
    }

    /// Whether the government itself says so (steps 1 to 4), rather than others (5 to 7).
    pub fn is_official(self) -> bool {
        self <= Self::Register
    }
}

/// One piece of evidence.
#[derive(Debug, Clone, PartialEq, Eq)]
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
    /// What the page says, where that needs telling.
    pub note: Option<String>,
}

/// How sure it is that an account is official. Computed from the evidence, never typed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Trust {
    /// The government itself says so, seen within [`FRESH_MONTHS`] months.
    Confirmed,
    /// The government itself said so longer ago, or two independent others agree.
    Aged,
    /// Others say so.
    Reported,
}

/// How long official evidence stays fresh, in months.
pub const FRESH_MONTHS: u16 = 24;

impl Trust {
    /// All levels, strongest first.
    pub const ALL: [Self; 3] = [Self::Confirmed, Self::Aged, Self::Reported];

    /// The name in JSON.
    pub fn id(self) -> &'static str {
        match self {
            Self::Confirmed => "confirmed",
            Self::Aged => "aged",
            Self::Reported => "reported",
        }
    }

    /// The level that a set of evidence carries on a day.
    pub fn of(evidence: &[Evidence], today: Date) -> Self {
        let fresh_since = today.months_before(FRESH_MONTHS);
        let mut official = evidence
            .iter()
            .filter(|e| e.method.is_official())
            .peekable();
        if official.peek().is_some() {
            return if official.any(|e| e.seen >= fresh_since) {
                Self::Confirmed
            } else {
                Self::Aged
            };
        }
        let mut origins: Vec<String> = evidence.iter().map(Evidence::origin).collect();
        origins.sort_unstable();
        origins.dedup();
        if origins.len() > 1 {
            Self::Aged
        } else {
            Self::Reported
        }
    }
}

impl Evidence {
    /// Who stands behind this evidence: two pieces agree independently where their origins differ.
    ///
    /// Every extract of Wikidata is Wikidata; pages of one host (or, on a code forge, of one
    /// repository) are one origin.
    pub fn origin(&self) -> String {
        if self.method == Method::Wikidata {
            return "wikidata".to_owned();
        }
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
