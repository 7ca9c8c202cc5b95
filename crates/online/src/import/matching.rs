//! Which organisation of a directory a record is of.

use std::collections::HashMap;

use officieel_directory::directory::{Directory, Organisation, OrganisationIndex};
use officieel_directory::text::fold::fold;
use url::Url;

use super::record::{Ids, OrganisationRecord, RecordKind};

/// What an organisation was recognised by.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Basis {
    /// An id that a register gave it.
    Id,
    /// Its website, which is no other's.
    Website,
    /// Its name, letter by letter but for case and accents. An abbreviation is none.
    Name,
    /// An account that it has already: enough to say whose the record speaks of, not that it is a record of it.
    Account,
}

impl Basis {
    /// The name in files for programs.
    pub fn id(self) -> &'static str {
        match self {
            Self::Id => "id",
            Self::Website => "website",
            Self::Name => "name",
            Self::Account => "account",
        }
    }
}

/// Which organisation a record is of.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Match {
    /// This one.
    Known {
        /// The organisation.
        organisation: OrganisationIndex,
        /// How that is known.
        by: Basis,
    },
    /// None that the directory has.
    New,
    /// One of several, and nothing tells which: a name or site that more than one has.
    Unclear(Vec<OrganisationIndex>),
    /// Its ids are those of different organisations.
    Conflict(Vec<OrganisationIndex>),
}

impl Match {
    /// The organisation, where it is one.
    pub fn organisation(&self) -> Option<OrganisationIndex> {
        match self {
            Self::Known { organisation, .. } => Some(*organisation),
            _ => None,
        }
    }
}

/// The organisations of a directory by what records have in common with them.
#[derive(Debug)]
pub struct Matcher<'d> {
    directory: &'d Directory,
    sites: HashMap<String, Vec<OrganisationIndex>>,
    names: HashMap<String, Vec<OrganisationIndex>>,
}

impl<'d> Matcher<'d> {
    /// Reads all organisations of a directory once.
    pub fn new(directory: &'d Directory) -> Self {
        let mut matcher = Self { directory, sites: HashMap::new(), names: HashMap::new() };
        for index in directory.organisation_indexes() {
            let it = directory.organisation(index);
            let sites = it.sites.iter().filter(|site| site.is_for_readers() && !site.is_shared);
            let sites = sites.map(|site| format!("{}{}", site.bare_host(), site.bare_path()));
            for site in it.website.as_deref().and_then(site).into_iter().chain(sites) {
                push(&mut matcher.sites, site, index);
            }
            for name in names(it) {
                push(&mut matcher.names, name, index);
            }
        }
        matcher
    }

    /// The organisation that a record is of.
    pub fn find(&self, record: &OrganisationRecord) -> Match {
        let mut by_id: Vec<OrganisationIndex> = record
            .ids
            .iter()
            .filter_map(|id| self.directory.organisation_by_official_id(id))
            .collect();
        by_id.sort_unstable();
        by_id.dedup();
        match by_id.as_slice() {
            [organisation] => return Match::Known { organisation: *organisation, by: Basis::Id },
            [] => {}
            _ => return Match::Conflict(by_id),
        }
        // An arrangement bears the name and the site of whoever keeps it.
        if record.kind == RecordKind::Arrangement {
            return Match::New;
        }
        let mut unclear = Vec::new();
        let name = fold(&record.name);
        let main = record.websites.first().and_then(|it| site(it));
        let by_site = main.and_then(|it| self.sites.get(&it));
        let by_name = self.names.get(&name).filter(|_| !is_abbreviation(&record.name));
        for (by, found) in [(Basis::Website, by_site), (Basis::Name, by_name)] {
            let fits = |it: &&OrganisationIndex| !self.contradicts(**it, &record.ids);
            let found: Vec<OrganisationIndex> =
                found.into_iter().flatten().filter(fits).copied().collect();
            match found.as_slice() {
                [organisation] => return Match::Known { organisation: *organisation, by },
                _ => unclear.extend(found),
            }
        }
        unclear.sort_unstable();
        unclear.dedup();
        if unclear.is_empty() { Match::New } else { Match::Unclear(unclear) }
    }

    /// Whether an organisation has another id of a kind than the record: then it is another one.
    fn contradicts(&self, organisation: OrganisationIndex, ids: &Ids) -> bool {
        let own = self.directory.organisation(organisation);
        let all = [
            (&own.register_id, &ids.register),
            (&own.tooi, &ids.tooi),
            (&own.wikidata, &ids.wikidata),
        ];
        all.iter().any(|(own, other)| match (own, other) {
            (Some(own), Some(other)) => !own.eq_ignore_ascii_case(other),
            _ => false,
        })
    }

    /// The organisations whose own site a host is, by its host alone.
    pub(super) fn of_host(&self, host: &str) -> &[OrganisationIndex] {
        self.sites.get(host).map_or(&[], Vec::as_slice)
    }
}

fn push(all: &mut HashMap<String, Vec<OrganisationIndex>>, key: String, index: OrganisationIndex) {
    let known = all.entry(key).or_default();
    if known.last() != Some(&index) {
        known.push(index);
    }
}

/// The names by which an organisation is recognised: all of today but abbreviations.
fn names(organisation: &Organisation) -> impl Iterator<Item = String> + '_ {
    let all = std::iter::once(&organisation.name).chain(&organisation.aliases);
    let is_abbreviation = |name: &&String| {
        is_abbreviation(name)
            || organisation.abbreviation.as_ref().is_some_and(|it| it.eq_ignore_ascii_case(name))
    };
    all.filter(move |name| !is_abbreviation(name)).map(|name| fold(name))
}

/// Whether a name is an abbreviation: one word with no or hardly a small letter, or a very short one.
fn is_abbreviation(name: &str) -> bool {
    let small = name.chars().filter(|c| c.is_lowercase()).count();
    let capitals = name.chars().filter(|c| c.is_uppercase()).count();
    !name.contains(' ') && (small < 2 || capitals > small || name.chars().count() < 4)
}

/// The site that an address is on: host without `www.`, and path.
pub(super) fn site(address: &str) -> Option<String> {
    let address = address.trim();
    let whole =
        if address.contains("://") { address.to_owned() } else { format!("https://{address}") };
    let url = Url::parse(&whole).ok()?;
    let host = url.domain()?.trim_end_matches('.').to_ascii_lowercase();
    let bare = host.strip_prefix("www.").unwrap_or(&host);
    Some(format!("{bare}{}", url.path().trim_end_matches('/')))
}
