//! Evidence of proposals, each piece once.

use crate::directory::{Date, Method, Says};

/// Evidence as it would be written, with what is needed to look again.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Sighting {
    /// The step on the evidence ladder.
    pub method: Method,
    /// What it says of the account.
    pub says: Says,
    /// The page that was seen, with `https`.
    pub url: String,
    /// The day on which it was seen; of several looks the last.
    pub seen: Date,
    /// Where on the page, such as `footer`.
    pub zone: Option<String>,
    /// The address as the page has it.
    pub href: Option<String>,
    /// The words around it, short.
    pub excerpt: Option<String>,
    /// The record in an archive that holds the page (`WARC-Record-ID`, ISO 28500).
    pub record: Option<String>,
    /// The day of the first look that said so, where that was another: what is missing counts only once it was missed
    /// twice.
    pub first: Option<Date>,
}

/// What a piece of evidence is known by: seen once more, it is the same.
pub type SightingKey<'a> = (Method, Says, &'a str);

impl Sighting {
    /// A page that was seen on a day, with nothing more told of it.
    pub fn new(method: Method, url: &str, seen: Date) -> Self {
        Self {
            method,
            says: Says::Official,
            url: url.to_owned(),
            seen,
            zone: None,
            href: None,
            excerpt: None,
            record: None,
            first: None,
        }
    }

    /// The day of the first look.
    pub(super) fn since(&self) -> Date {
        self.first.map_or(self.seen, |first| first.min(self.seen))
    }

    /// What it is known by.
    pub fn key(&self) -> SightingKey<'_> {
        (self.method, self.says, &self.url)
    }
}

/// Of each piece of evidence the newest, in order; of what takes evidence away, also when it was seen first.
pub(super) fn newest(mut evidence: Vec<Sighting>) -> Vec<Sighting> {
    for it in &mut evidence {
        let is_meant = it.says == Says::NoLongerShown;
        it.first = it.first.filter(|first| is_meant && *first < it.seen);
    }
    evidence.sort_by(|a, b| a.key().cmp(&b.key()).then_with(|| rank(b).cmp(&rank(a))));
    evidence.dedup_by(|later, first| {
        let is_same = later.key() == first.key();
        if is_same && first.says == Says::NoLongerShown {
            let since = later.since().min(first.since());
            first.first = (since < first.seen).then_some(since);
        }
        is_same
    });
    evidence
}

/// The newest first; of two of one day that which tells more.
fn rank(it: &Sighting) -> (Date, &Sighting) {
    (it.seen, it)
}

/// How many days lie between two looks that count as two.
const DAYS_APART: i64 = 7;

/// Whether a page was found without an account on two days that lie apart.
pub(super) fn is_seen_twice(evidence: &[Sighting]) -> bool {
    let mut missing = evidence.iter().filter(|it| it.says == Says::NoLongerShown);
    missing.any(|it| it.since().days_until(it.seen).is_some_and(|days| days >= DAYS_APART))
}
