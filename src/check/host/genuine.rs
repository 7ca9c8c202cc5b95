//! The names that are worth imitating: those of platforms, of government services, of organisations.

use std::collections::{HashMap, HashSet};

use super::Imitated;
use super::allowlist::{COMMON_WORD_PLATFORMS, COMMON_WORDS, GENERIC_LABELS};
use super::homograph::skeleton;
use super::name::Name;
use super::near::{Inside, Near};
use super::sites::{Organisations, Sites};
use crate::compact_sort::CompactSort;
use crate::directory::{
    Directory, FamilyWord, Kind, OrganisationIndex, OrganisationSummary, Owner, Site,
};
use crate::platform::host_of_address;
use crate::text::fold::letters;

/// How much a name says by itself.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Weight {
    /// Nobody else is called so: `digid`, `facebook`.
    Brand,
    /// A word for a part of the government that others rightly use as well: `politie`.
    Generic,
    /// The label of a website that means little else.
    Label,
    /// A town, a short name or an everyday word.
    Plain,
}

/// A name that a host can pass itself off as.
#[expect(clippy::struct_excessive_bools, reason = "each is a fact of its own that rules ask for")]
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Genuine {
    /// Whose it is; `None` where that takes the name of a place.
    pub(super) of: Option<Imitated>,
    /// Its host; where none is known, the word itself.
    pub(super) host: String,
    /// The label or word.
    pub(super) label: String,
    /// What an eye sees of the label.
    pub(super) skeleton: String,
    /// What stands behind it in the genuine host.
    pub(super) ending: String,
    /// How much it says by itself.
    pub(super) weight: Weight,
    /// Whether it only counts together with the name of a place.
    pub(super) with_place: bool,
    /// Whether people sign in, pay or are paid under it.
    pub(super) is_phishing_target: bool,
    /// Whether it is the name of a service whose own hosts the directory knows.
    pub(super) is_service: bool,
    /// Whether a body of the whole country is known by it, as by `svb`: few letters, but many readers.
    pub(super) is_known_abbreviation: bool,
    /// Longer words that begin with it and mean something else.
    pub(super) except: Vec<String>,
    /// Decides between equals, whatever the order of the directory.
    pub(super) id: String,
}

impl Genuine {
    /// Whether it can stand in the name of another host to make people think of it.
    fn can_be_borrowed(&self) -> bool {
        self.weight < Weight::Plain || self.with_place || self.is_known_abbreviation
    }

    /// Whether it is the name of a platform.
    pub(super) fn is_platform(&self) -> bool {
        matches!(self.of, Some(Imitated::Platform(_)))
    }
}

/// From this many letters on, two slips are looked for.
const TWO_SLIPS: usize = 12;

/// All names of a directory that a host can pass itself off as.
#[derive(Debug, Default)]
pub(super) struct Names {
    /// Sorted by weight, then longer ones first.
    pub(super) all: Vec<Genuine>,
    /// Positions in `all` by the skeleton of the label.
    by_skeleton: HashMap<String, Vec<usize>>,
    /// Those that a label may be a slip or a disguise of.
    near: Near,
    /// Those that may stand inside a longer label, as they are.
    inside: Inside,
    /// And as an eye sees them.
    seen_inside: Inside,
    /// Places, in letters only, with the municipality that they lie in.
    places: HashMap<String, Option<OrganisationIndex>>,
}

impl Names {
    pub(super) fn new(organisations: &Organisations<'_>, sites: &Sites) -> Self {
        let directory = organisations.directory;
        let places = places(organisations);
        let mut all = of_platforms(directory);
        all.extend(of_families(directory, sites));
        let taken: HashSet<String> = all.iter().map(|it| it.label.clone()).collect();
        let of_services: HashSet<&str> =
            directory.services().flat_map(|it| &it.sites).map(Site::bare_host).collect();
        for (owner, name) in sites.own().filter(|(_, name)| name.before.is_empty()) {
            if !taken.contains(&name.label) {
                let is_service = of_services.contains(name.host.as_str());
                all.push(of_site(organisations, owner, name, is_service, &places));
            }
        }
        all.compact_sort_by(|a, b| {
            let key = |it: &Genuine| (it.weight, usize::MAX - it.label.len());
            (key(a), &a.label, &a.host, &a.id).cmp(&(key(b), &b.label, &b.host, &b.id))
        });
        let mut by_skeleton: HashMap<String, Vec<usize>> = HashMap::new();
        for (at, it) in all.iter().enumerate() {
            by_skeleton.entry(it.skeleton.clone()).or_default().push(at);
        }
        let near = Near::new(all.iter().map(|it| (it.label.as_str(), it.label.len() >= TWO_SLIPS)));
        let borrowed = || all.iter().enumerate().filter(|(_, it)| it.can_be_borrowed());
        let inside = Inside::new(borrowed().map(|(at, it)| (at, it.label.as_str())));
        let seen_inside = Inside::new(borrowed().map(|(at, it)| (at, it.skeleton.as_str())));
        Self { all, by_skeleton, near, inside, seen_inside, places }
    }

    /// The names that stand in any of some labels, those that say most by themselves first.
    pub(super) fn inside<'l>(
        &self,
        labels: impl Iterator<Item = &'l str>,
    ) -> impl Iterator<Item = &Genuine> {
        self.at(self.inside.of(labels))
    }

    /// The names that an eye sees in a label of this skeleton, in the same order.
    pub(super) fn seen_inside(&self, skeleton: &str) -> impl Iterator<Item = &Genuine> {
        self.at(self.seen_inside.of(std::iter::once(skeleton)))
    }

    /// The names that a label may be a slip of, in the same order.
    pub(super) fn slips(&self, label: &str) -> impl Iterator<Item = &Genuine> {
        self.at(self.near.slips(label))
    }

    /// The names that may look like a label, in the same order.
    pub(super) fn disguises(&self, label: &str) -> impl Iterator<Item = &Genuine> {
        self.at(self.near.disguises(label))
    }

    fn at(&self, positions: impl IntoIterator<Item = u32>) -> impl Iterator<Item = &Genuine> {
        let at = |position: u32| self.all.get(usize::try_from(position).ok()?);
        positions.into_iter().filter_map(at)
    }

    /// The names that look like the skeleton of a label.
    pub(super) fn like<'a>(
        &'a self,
        skeleton: &str,
    ) -> impl Iterator<Item = &'a Genuine> + use<'a> {
        let at = self.by_skeleton.get(skeleton).into_iter().flatten();
        at.filter_map(|&at| self.all.get(at))
    }

    pub(super) fn is_place(&self, letters: &str) -> bool {
        self.places.contains_key(letters)
    }

    /// The organisation that bears a word together with the name of a place: `gemeente` and the name
    /// of any place in it, else only a name as it is.
    pub(super) fn bearer(
        &self,
        directory: &Directory,
        word: &str,
        place: &str,
    ) -> Option<OrganisationIndex> {
        let name = format!("{word}{place}");
        let id = |index: OrganisationIndex| directory.organisation(index).id.as_str();
        let is_named = |index: &OrganisationIndex| {
            let it = directory.organisation(*index);
            it.ended.is_none() && letters(&it.name) == name
        };
        let named = directory.organisation_indexes().filter(is_named);
        // Of two of one name, the same one whatever the order of the directory.
        let named = named.min_by(|&one, &other| id(one).cmp(id(other)));
        let municipality = || *self.places.get(place)?;
        let is_of_municipalities =
            directory.lexicon.name_words(Kind::Municipality).iter().any(|own| own == word);
        named.or_else(|| if is_of_municipalities { municipality() } else { None })
    }
}

fn places(all: &Organisations<'_>) -> HashMap<String, Option<OrganisationIndex>> {
    let lexicon = &all.directory.lexicon;
    let mut places: HashMap<String, Option<OrganisationIndex>> = HashMap::new();
    for (index, it) in all.numbered() {
        let own = match it.kind {
            Kind::Municipality => lexicon.bare_name(it.kind, it.name),
            _ => None,
        };
        if let Some(province) = it.province {
            places.entry(letters(province)).or_default();
        }
        for name in it.places.iter().copied().chain(own) {
            let place = places.entry(letters(name)).or_default();
            if it.kind == Kind::Municipality && !it.has_ended {
                // Where two have a place of one name, the one that is called so. The order of the
                // directory plays no part in it.
                let rank = |index: OrganisationIndex| {
                    let it = all.summaries.get(index.position());
                    let own = it.and_then(|it| lexicon.bare_name(it.kind, it.name));
                    (own != Some(name), it.map(|it| it.id))
                };
                *place = match *place {
                    Some(other) if rank(other) <= rank(index) => Some(other),
                    _ => Some(index),
                };
            }
        }
    }
    places
}

fn of_platforms(directory: &Directory) -> Vec<Genuine> {
    let mut all = Vec::new();
    for (index, platform) in directory.platforms.iter() {
        // Anyone may run a server of a network of many, and call it after that network.
        let is_federated = platform.rules.names.iter().any(|it| it.address.contains("{host}"));
        let names: Vec<String> = std::iter::once(&platform.rules.name)
            .chain(&platform.rules.former_names)
            .map(|it| letters(it))
            .collect();
        let exact = platform.rules.hosts.iter().filter(|host| !host.contains(['*', '?']));
        for name in exact.filter_map(|host| Name::read(host)) {
            if !name.before.is_empty() || all.iter().any(|it: &Genuine| it.host == name.host) {
                continue;
            }
            let is_own = !is_federated && names.contains(&name.label) && name.label.len() >= 6;
            let is_brand = is_own && !COMMON_WORD_PLATFORMS.contains(&name.label.as_str());
            // One genuine host for each name: the first.
            let is_second = all.iter().any(|it| it.label == name.label);
            all.push(Genuine {
                of: Some(Imitated::Platform(index)),
                weight: if is_brand && !is_second { Weight::Brand } else { Weight::Plain },
                host: name.host,
                skeleton: skeleton(&name.label),
                label: name.label,
                ending: name.ending,
                with_place: false,
                is_phishing_target: false,
                is_service: false,
                is_known_abbreviation: false,
                except: Vec::new(),
                id: platform.id().to_owned(),
            });
        }
    }
    all
}

fn of_families(directory: &Directory, sites: &Sites) -> Vec<Genuine> {
    let domains: Vec<Name> =
        directory.header.domains.iter().filter_map(|it| Name::read(it)).collect();
    let family = |family: &FamilyWord| {
        // A word that nobody bears alone counts only beside a place.
        let owner = family.organisation;
        if owner.is_none() && !family.with_place {
            return None;
        }
        let own = sites.own().map(|(_, name)| name).chain(&domains);
        let own = own.filter(|it| it.before.is_empty() && it.label == family.word);
        let own = own.min_by_key(|name| &name.host);
        let ending = own.map(|name| name.ending.clone());
        // A word of many has no site of its own; it is meant under the ending of the government's.
        let of_government = || domains.first().map(|domain| domain.ending.clone());
        let ending = ending.or_else(|| ending_of(directory, owner?)).or_else(of_government);
        Some(Genuine {
            of: owner.map(Imitated::Organisation),
            host: own.map_or_else(|| family.word.clone(), |name| name.host.clone()),
            skeleton: skeleton(&family.word),
            label: family.word.clone(),
            ending: ending.unwrap_or_else(|| "nl".to_owned()),
            weight: if family.is_generic { Weight::Generic } else { Weight::Brand },
            is_phishing_target: family.is_phishing_target,
            is_service: own.is_some_and(|name| is_of_service(directory, &name.host)),
            with_place: family.with_place,
            is_known_abbreviation: !family.is_generic && family.word.chars().count() < TELLING,
            except: family.except.clone(),
            id: owner.map_or_else(String::new, |owner| directory.organisation(owner).id.clone()),
        })
    };
    directory.families.iter().filter_map(family).collect()
}

/// Names of fewer letters are abbreviations, or words that say little by themselves.
const TELLING: usize = 6;

/// Whether a label is what a body is called for short, or by name, that serves all of the country: many people
/// know it. The names of water boards' sites are of that kind too.
fn is_known_abbreviation(organisation: &OrganisationSummary<'_>, label: &str) -> bool {
    let is_called = |name: &str| letters(name) == label;
    let is_its_name = match organisation.kind {
        Kind::Ministry
        | Kind::Department
        | Kind::Agency
        | Kind::Inspectorate
        | Kind::AdministrativeBody => {
            organisation.abbreviation.is_some_and(is_called) || is_called(organisation.name)
        }
        Kind::WaterBoard => true,
        _ => false,
    };
    is_its_name && !organisation.has_ended && (3..TELLING).contains(&label.chars().count())
}

/// Whether a service has a site on just this host.
fn is_of_service(directory: &Directory, host: &str) -> bool {
    let sites = directory.sites_on_host(host);
    sites.iter().any(|it| matches!(it.owner, Owner::Service(_)) && it.site.bare_host() == host)
}

/// The ending of an organisation's website.
fn ending_of(directory: &Directory, owner: OrganisationIndex) -> Option<String> {
    let website = directory.organisation(owner).website.as_deref()?;
    Some(Name::read(&host_of_address(website)?)?.ending)
}

/// Whether the directory says of a word that others than the government rightly use it.
fn is_generic(directory: &Directory, label: &str) -> bool {
    directory.families.iter().any(|family| family.is_generic && family.word == label)
}

fn of_site(
    all: &Organisations<'_>,
    owner: OrganisationIndex,
    name: &Name,
    is_service: bool,
    places: &HashMap<String, Option<OrganisationIndex>>,
) -> Genuine {
    let label = &name.label;
    let weight = match label.as_str() {
        label if GENERIC_LABELS.contains(&label) || is_generic(all.directory, label) => {
            Weight::Generic
        }
        label if label.chars().count() < 6 || COMMON_WORDS.contains(&label) => Weight::Plain,
        label if places.contains_key(&letters(label)) => Weight::Plain,
        _ => Weight::Label,
    };
    Genuine {
        of: Some(Imitated::Organisation(owner)),
        host: name.host.clone(),
        skeleton: skeleton(label),
        label: label.clone(),
        ending: name.ending.clone(),
        weight,
        with_place: false,
        is_phishing_target: false,
        is_service,
        is_known_abbreviation: all
            .summaries
            .get(owner.position())
            .is_some_and(|it| is_known_abbreviation(it, label)),
        except: Vec::new(),
        id: all.summaries.get(owner.position()).map(|it| it.id.to_owned()).unwrap_or_default(),
    }
}
