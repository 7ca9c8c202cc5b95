//! The names that a body could have, each with what speaks for it.

use std::cmp::Reverse;

use super::customs::{Convention, Custom, Customs};
use super::spelling::{abbreviated, spellings};
use crate::audit::conventions::template::Slot;
use crate::audit::conventions::terms::{SHARED_DOMAIN, bare_name, own_terms};
use crate::audit::share::Share;
use crate::compact_sort::CompactSort;
use crate::directory::{Directory, Organisation};
use crate::platform::{PlatformIndex, host_of_address};

/// Longer names are looked for on no platform: that of a domain is the longest (RFC 1035 section 2.3.4).
const LONGEST: usize = 253;

/// A name before it is known whether it can be had.
#[derive(Debug, Clone)]
pub(super) struct Candidate {
    /// The name as the platform writes it.
    pub(super) name: String,
    /// What it follows.
    pub(super) convention: Convention,
    /// How many of its peers do.
    pub(super) share: Share,
    /// How much speaks for it; only the order counts.
    weight: usize,
}

/// Makes names for a platform by the customs of a family.
pub(super) struct Naming<'a> {
    pub(super) directory: &'a Directory,
    pub(super) platform: PlatformIndex,
    pub(super) customs: &'a Customs,
}

impl Naming<'_> {
    /// The names, those that most speaks for first.
    pub(super) fn candidates(&self, body: &Organisation) -> Vec<Candidate> {
        let templates = self.customs.templates.iter();
        let mut all: Vec<Candidate> = templates.flat_map(|it| self.by_template(it, body)).collect();
        all.compact_sort_by_key(|candidate| Reverse(candidate.weight));
        all.splice(0..0, self.own_domain(body));
        all
    }

    fn by_template(&self, custom: &Custom, body: &Organisation) -> Vec<Candidate> {
        let mut all = Vec::new();
        for (at, term) in terms(body, custom.template.slot()).iter().enumerate() {
            // The word of its family is no part of a name to be shortened.
            let has_family = custom.template.slot() == Slot::Name && bare_name(term).is_some();
            let ways = spellings(term);
            let plain = ways.first().map(|(_, text)| self.whole(&custom.filled(text)));
            let has_room = plain.is_some_and(|name| self.can_be(&name));
            for (spelling, text) in ways {
                if has_room && spelling.is_part() || has_family && !spelling.is_whole() {
                    continue;
                }
                let known = custom.weight(term, spelling);
                // Who has no room has to do what nobody does.
                let weight = known.or_else(|| (!has_room && spelling.is_part()).then_some(0));
                let Some(weight) = weight else { continue };
                all.push(Candidate {
                    name: self.whole(&custom.filled(&text)),
                    convention: Convention::Template(custom.template.clone(), custom.basis),
                    share: custom.share,
                    weight: weight / (1 + at),
                });
            }
        }
        all
    }

    fn can_be(&self, name: &str) -> bool {
        self.directory.platform(self.platform).parse_name(name).is_ok()
    }

    /// The domain of the body itself, where the platform takes domains for names.
    fn own_domain(&self, body: &Organisation) -> Option<Candidate> {
        let host = host_of_address(body.website.as_deref()?)?;
        let name = host.strip_prefix("www.").unwrap_or(&host).to_owned();
        let (convention, share) = (Convention::OwnDomain, self.customs.own_domain);
        self.is_domain().then_some(Candidate { name, convention, share, weight: 0 })
    }

    fn is_domain(&self) -> bool {
        let rules = &self.directory.platform(self.platform).rules;
        rules.names.first().is_some_and(|it| it.is_domain)
    }

    /// A name with what the platform adds to it: the host of a server, or the platform's own domain.
    fn whole(&self, part: &str) -> String {
        match &self.customs.host {
            Some(host) => format!("{part}@{host}"),
            None if self.is_domain() => format!("{part}{SHARED_DOMAIN}"),
            None => part.to_owned(),
        }
    }

    /// The most characters that a name on the platform has; `None` where it has no limit.
    pub(super) fn limit(&self) -> Option<usize> {
        // A domain is as long as its owner likes.
        if self.is_domain() {
            return None;
        }
        let name = |letters: usize| self.whole(&"a".repeat(letters));
        let longest = (1..=LONGEST).rev().find(|&it| self.can_be(&name(it)))?;
        (longest < LONGEST).then(|| name(longest).chars().count())
    }
}

/// What may stand in the open place of a template, the most telling first; where no abbreviation is known, the
/// first letters of the words that say something.
fn terms(body: &Organisation, slot: Slot) -> Vec<String> {
    let own = own_terms(body, slot).into_iter();
    let mut terms: Vec<String> = own.map(str::to_owned).collect();
    if slot == Slot::Abbreviation && terms.is_empty() {
        let name = bare_name(&body.name).unwrap_or(&body.name);
        terms.extend(abbreviated(name));
    }
    terms
}
