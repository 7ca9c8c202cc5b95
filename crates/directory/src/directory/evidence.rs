//! Evidence: who says that an account is official, where, and when that was seen.

use serde::{Deserialize, Serialize};

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
    pub const ALL: [Self; 8] = [
        Self::OwnDomain,
        Self::TwoWay,
        Self::OfficialSite,
        Self::Register,
        Self::Wikidata,
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
            Self::Press => "press",
            Self::ThirdParty => "third-party",
            Self::OwnObservation => "own-observation",
        }
    }

    /// Whether the government itself says so (steps 1 to 4), rather than others (5 to 7).
    pub fn is_official(self) -> bool {
        self <= Self::Register
    }

    /// Whether it says whose the account is; an own observation only says what was seen of it.
    pub fn names_owner(self) -> bool {
        self != Self::OwnObservation
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
        let is_fresh = |e: &Evidence| e.method.is_official() && e.seen >= fresh_since;
        match Basis::of(evidence) {
            Basis::Official if evidence.iter().any(is_fresh) => Self::Confirmed,
            Basis::Official | Basis::Agreeing(_) => Self::Aged,
            Basis::Others => Self::Reported,
        }
    }
}

/// What a trust level rests on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Basis {
    /// The government itself says so.
    Official,
    /// This many others say so, independently of each other.
    Agreeing(usize),
    /// One other says so.
    Others,
}

impl Basis {
    /// What a set of evidence amounts to.
    pub fn of(evidence: &[Evidence]) -> Self {
        if evidence.iter().any(|e| e.method.is_official()) {
            return Self::Official;
        }
        let by_others = evidence.iter().filter(|e| e.method.names_owner());
        let mut origins: Vec<String> = by_others.map(Evidence::origin).collect();
        origins.sort_unstable();
        origins.dedup();
        if origins.len() > 1 { Self::Agreeing(origins.len()) } else { Self::Others }
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

#[cfg(test)]
mod tests {
    use super::*;

    fn evidence(method: Method, url: &str, seen: &str) -> Evidence {
        Evidence {
            method,
            source: None,
            url: url.to_owned(),
            own_url: true,
            seen: seen.parse().unwrap(),
            note: None,
        }
    }

    #[test]
    fn trust_is_the_strongest_evidence_aged() {
        use Method::{OfficialSite, OwnDomain, Press, Register, ThirdParty, Wikidata};
        let today = "2026-11-21".parse().unwrap();
        let register = |seen| evidence(Register, "https://organisaties.overheid.nl/1", seen);
        let wikidata = |seen| evidence(Wikidata, "https://www.wikidata.org/wiki/Q1", seen);
        let extract = evidence(Wikidata, "https://cdn.example/wikidata.json", "2026-09-18");
        let list = |path: &str| {
            evidence(ThirdParty, &format!("https://github.com/{path}/blob/1/a"), "2016-04-22")
        };
        let press = evidence(Press, "https://www.krant.example/1", "2026-01-05");
        for (given, expected) in [
            (vec![register("2026-05-16")], Trust::Confirmed),
            (vec![register("2024-11-21")], Trust::Confirmed),
            (vec![register("2024-11-20")], Trust::Aged),
            // The month alone may have been its first day.
            (vec![register("2024-11")], Trust::Aged),
            (vec![register("2020-11-26"), wikidata("2026-09-18")], Trust::Aged),
            (vec![evidence(OwnDomain, "https://a.example", "2026-01-01")], Trust::Confirmed),
            (vec![evidence(OfficialSite, "https://a.example", "2018-03")], Trust::Aged),
            (vec![wikidata("2026-09-18")], Trust::Reported),
            (vec![wikidata("2026-09-18"), extract], Trust::Reported),
            (vec![list("a/b"), list("a/b")], Trust::Reported),
            (vec![list("a/b"), list("a/c")], Trust::Aged),
            (vec![wikidata("2026-09-18"), press], Trust::Aged),
            (vec![wikidata("2026-09-18"), list("a/b")], Trust::Aged),
        ] {
            assert_eq!(Trust::of(&given, today), expected, "{given:?}");
        }
    }
}
