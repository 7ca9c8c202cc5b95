//! The words that names are made of: those of the directory that is built in, and more of their
//! like the larger the directory is to be.

use std::collections::{BTreeMap, BTreeSet};

use officieel::directory::{Directory, Kind, Method};
use officieel::text::fold::fold;

use super::families::{Family, families};
use super::places;

/// One made-up place for so many organisations: a million then bear some 50,000 different words.
const ORGANISATIONS_PER_PLACE: usize = 21;

/// Words in names that tell no subject.
const NO_TOPIC: &[&str] = &[
    "stichting",
    "commissie",
    "dienst",
    "regeling",
    "gemeenschappelijke",
    "ministerie",
    "voor",
    "over",
    "naar",
    "door",
    "inzake",
    "raad",
    "college",
    "inspectie",
    "tussen",
    "onder",
];

/// A real organisation whose branches are made up.
pub(crate) struct Body {
    pub(crate) kind: Kind,
    pub(crate) name: String,
    pub(crate) abbreviation: Option<String>,
}

/// Everything that names, handles and evidence are drawn from.
pub(crate) struct Vocabulary {
    /// Places of the built-in directory.
    pub(crate) places: Vec<String>,
    /// Made-up places.
    pub(crate) made_up: Vec<String>,
    /// Words for what organisations do.
    pub(crate) topics: Vec<String>,
    /// The organisations of the built-in directory.
    pub(crate) bodies: Vec<Body>,
    /// The families, as often as the built-in directory has organisations of their kind.
    pub(crate) families: Vec<(Family, usize)>,
    /// Platforms, as often as it has accounts on them.
    pub(crate) platforms: Vec<(&'static str, usize)>,
    /// Methods, as often as its evidence rests on them.
    pub(crate) methods: Vec<(Method, usize)>,
}

/// The platforms whose handles are made up; the others have few accounts or no handles.
const PLATFORMS: &[&str] =
    &["x", "facebook", "linkedin", "instagram", "youtube", "mastodon", "bluesky"];

/// The methods that evidence is made up of; `own-domain` follows from the platform.
const METHODS: &[Method] =
    &[Method::Register, Method::ThirdParty, Method::Wikidata, Method::OfficialSite, Method::Press];

impl Vocabulary {
    /// The words of a directory of so many organisations.
    pub(crate) fn new(directory: &Directory, organisations: usize) -> Self {
        let mut seen = BTreeSet::new();
        let mut places = Vec::new();
        let mut bodies = Vec::new();
        let mut kinds: BTreeMap<Kind, usize> = BTreeMap::new();
        for index in directory.organisation_indexes() {
            let it = directory.organisation(index);
            *kinds.entry(it.kind).or_default() += 1;
            let fresh = it.places.iter().filter(|place| seen.insert((*place).clone()));
            places.extend(fresh.cloned());
            bodies.push(Body {
                kind: it.kind,
                name: it.name.clone(),
                abbreviation: it.abbreviation.clone(),
            });
        }
        let made_up = organisations.div_ceil(ORGANISATIONS_PER_PLACE).min(places::COUNT);
        let weight = |family: Family| {
            let weight = kinds.get(&family.kind).copied().unwrap_or(1);
            (family, weight)
        };
        Self {
            topics: topics(&bodies, &places),
            places,
            made_up: (0..made_up).map(places::place).collect(),
            bodies,
            families: families().into_iter().map(weight).collect(),
            platforms: platforms(directory),
            methods: methods(directory),
        }
    }
}

/// The words of names that are neither a place nor too general.
fn topics(bodies: &[Body], places: &[String]) -> Vec<String> {
    let mut known: BTreeSet<String> =
        places.iter().flat_map(|place| words(place).map(fold).collect::<Vec<_>>()).collect();
    known.extend(NO_TOPIC.iter().map(|&word| word.to_owned()));
    let families = families();
    let heads = families.iter().flat_map(|family| family.heads.iter().copied());
    known.extend(heads.flat_map(words).map(fold));
    let of_places =
        |body: &&Body| families.iter().any(|family| family.kind == body.kind && !family.has_topic);
    let names = bodies.iter().filter(|body| !of_places(body)).flat_map(|body| words(&body.name));
    names
        .filter(|word| word.chars().count() > 3 && word.chars().all(char::is_alphabetic))
        .filter(|word| known.insert(fold(word)))
        .map(str::to_owned)
        .collect()
}

fn words(text: &str) -> impl Iterator<Item = &str> {
    text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty())
}

fn platforms(directory: &Directory) -> Vec<(&'static str, usize)> {
    let count = |id: &'static str| {
        let on = directory
            .account_indexes()
            .filter(|&index| directory.platform(directory.account(index).platform).id() == id);
        (id, on.count())
    };
    PLATFORMS.iter().copied().map(count).collect()
}

fn methods(directory: &Directory) -> Vec<(Method, usize)> {
    let count = |method: Method| {
        let of = |index| {
            directory.account(index).evidence.iter().filter(|it| it.method == method).count()
        };
        (method, directory.account_indexes().map(of).sum())
    };
    METHODS.iter().copied().map(count).collect()
}
