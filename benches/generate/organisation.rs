//! One organisation with one account and its evidence, named as its family would.

use std::collections::HashSet;
use std::io::{self, Write};

use officieel::directory::{Kind, Method};

use super::handles::{Handles, Stem, ascii};
use super::random::Random;
use super::vocabulary::Vocabulary;

/// What branches of organisations are for.
const UNITS: &[&str] =
    &["Zakelijk", "Particulier", "Verkeer", "Toezicht", "Communicatie", "Loket", "Jeugd", "Water"];

/// What is drawn for one organisation.
struct Draft {
    kind: Kind,
    name: String,
    abbreviation: Option<String>,
    alias: Option<String>,
    places: Vec<String>,
    handle: String,
}

/// Draws organisations, one after the other.
pub(crate) struct Organisations<'a> {
    vocabulary: &'a Vocabulary,
    random: Random,
    handles: Handles,
    /// The families whose bare name with a place is taken.
    bare: HashSet<(Kind, &'a str)>,
    number: usize,
}

impl<'a> Organisations<'a> {
    pub(crate) fn new(vocabulary: &'a Vocabulary, seed: u64) -> Self {
        Self {
            vocabulary,
            random: Random::new(seed),
            handles: Handles::default(),
            bare: HashSet::new(),
            number: 0,
        }
    }

    /// Writes the next organisation as TOML.
    pub(crate) fn write_next(&mut self, out: &mut dyn Write) -> io::Result<()> {
        self.number += 1;
        let platform = *self.random.weighted(&self.vocabulary.platforms);
        // One in ten is a branch of an organisation that exists.
        let draft =
            if self.random.is_in(10) { self.branch(platform) } else { self.member(platform) };
        let slug = slug(&draft.name);
        writeln!(out, "\n[[organisation]]\nid = \"{slug}-{}\"", self.number)?;
        writeln!(out, "name = {}", quoted(&draft.name))?;
        if let Some(abbreviation) = &draft.abbreviation {
            writeln!(out, "abbreviation = {}", quoted(abbreviation))?;
        }
        if let Some(alias) = &draft.alias {
            writeln!(out, "aliases = [{}]", quoted(alias))?;
        }
        writeln!(out, "kind = \"{}\"", draft.kind.id())?;
        let places: Vec<String> = draft.places.iter().map(|place| quoted(place)).collect();
        writeln!(out, "places = [{}]", places.join(", "))?;
        // Not all have a site of their own; police teams never do.
        let site =
            format!("https://www.{}.nl", slug.get(..60).unwrap_or(&slug).trim_end_matches('-'));
        if draft.kind != Kind::PoliceTeam && self.random.is_in(80) {
            writeln!(out, "website = \"{site}\"")?;
        }
        writeln!(out, "\n[[organisation.account]]\nplatform = \"{platform}\"")?;
        writeln!(out, "handle = \"{}\"", draft.handle)?;
        if self.random.is_in(15) {
            writeln!(out, "display_name = {}", quoted(&draft.name))?;
        }
        if self.random.is_in(10) {
            writeln!(out, "status = \"{}\"", self.random.pick(&["active", "active", "left"]))?;
        }
        writeln!(out, "evidence = [{}]", self.evidence(platform, &site))
    }

    /// An organisation of one of the families.
    fn member(&mut self, platform: &'static str) -> Draft {
        let vocabulary = self.vocabulary;
        let family = self.random.weighted(&vocabulary.families);
        let head = *self.random.pick(family.heads);
        let place = self.place();
        let second = self.place();
        let topic = self.random.pick(&vocabulary.topics).as_str();
        let number = (1 + self.random.below(99)).to_string();
        let mut places = vec![place.to_owned()];
        let (name, words) = if !family.has_topic && self.bare.insert((family.kind, place)) {
            (format!("{head} {place}"), vec![place])
        } else if self.random.is_in(if family.has_topic { 55 } else { 20 }) {
            (format!("{head} {topic} {place}"), vec![topic, place])
        } else if second != place && self.random.is_in(60) {
            places.push(second.to_owned());
            let and = self.random.pick(&["-", " en ", " "]);
            (format!("{head} {place}{and}{second}"), vec![place, second])
        } else {
            (format!("{head} {place} {number}"), vec![place, &number])
        };
        let stem = Stem { short: family.short, long: family.long, words: &words };
        Draft {
            kind: family.kind,
            abbreviation: self.random.is_in(20).then(|| initials(&name)),
            alias: self.random.is_in(20).then(|| format!("{} {second}", family.alias)),
            places,
            handle: self.handles.give(platform, &stem, self.number, &mut self.random),
            name,
        }
    }

    /// A branch of an organisation of the built-in directory.
    fn branch(&mut self, platform: &'static str) -> Draft {
        let body = self.random.pick(&self.vocabulary.bodies);
        let place = self.place();
        let first = body.name.split_whitespace().next().map(ascii).unwrap_or_default();
        let of = body.abbreviation.as_deref().map_or(first, ascii);
        let stem = Stem { short: &of, long: &of.to_lowercase(), words: &[place] };
        let has_abbreviation = self.random.is_in(50);
        let unit = if self.random.is_in(50) { self.random.pick(UNITS) } else { "" };
        let words: Vec<&str> =
            [&body.name, unit, place].into_iter().filter(|word| !word.is_empty()).collect();
        Draft {
            kind: body.kind,
            name: words.join(" "),
            abbreviation: body.abbreviation.clone().filter(|_| has_abbreviation),
            alias: self.random.is_in(20).then(|| format!("Loket {of} {place}")),
            places: vec![place.to_owned()],
            handle: self.handles.give(platform, &stem, self.number, &mut self.random),
        }
    }

    /// A place, as often one that exists as one that could.
    fn place(&mut self) -> &'a str {
        let exists = self.random.is_in(50);
        let vocabulary = self.vocabulary;
        let of: &[String] = if exists { &vocabulary.places } else { &vocabulary.made_up };
        self.random.pick(of).as_str()
    }

    /// One piece of evidence or, in eight of a hundred cases, two.
    fn evidence(&mut self, platform: &str, site: &str) -> String {
        let first = match platform {
            "mastodon" => Method::OwnDomain,
            _ => *self.random.weighted(&self.vocabulary.methods),
        };
        let mut pieces = vec![self.piece(first, site)];
        if self.random.is_in(8) {
            let second = *self.random.weighted(&self.vocabulary.methods);
            if second != first {
                pieces.push(self.piece(second, site));
            }
        }
        pieces.join(", ")
    }

    fn piece(&mut self, method: Method, site: &str) -> String {
        let where_seen = match method {
            Method::Register => "source = \"register\"".to_owned(),
            Method::ThirdParty => "source = \"list\"".to_owned(),
            Method::Wikidata => "source = \"wikidata\"".to_owned(),
            Method::OwnDomain => "url = \"https://social.overheid.nl/about\"".to_owned(),
            Method::OfficialSite => format!("url = \"{site}/contact\""),
            _ => format!("url = \"https://example.org/{}\"", self.number),
        };
        let (year, month) = (2016 + self.random.below(10), 1 + self.random.below(12));
        let seen = match self.random.below(100) {
            0 => year.to_string(),
            1..6 => format!("{year}-{month:02}"),
            _ => format!("{year}-{month:02}-{:02}", 1 + self.random.below(28)),
        };
        format!("{{ method = \"{}\", {where_seen}, seen = \"{seen}\" }}", method.id())
    }
}

/// The first letters of the words of a name.
fn initials(name: &str) -> String {
    let words = name.split(|c: char| !c.is_alphanumeric());
    words.filter_map(|word| word.chars().next()).flat_map(char::to_uppercase).collect()
}

/// A name as an id or a host has it.
fn slug(name: &str) -> String {
    let words = name.split(|c: char| !c.is_alphanumeric()).map(ascii);
    let words: Vec<String> = words.filter(|word| !word.is_empty()).collect();
    words.join("-").to_lowercase()
}

/// A text as TOML has it.
fn quoted(text: &str) -> String {
    format!("\"{}\"", text.replace('\\', "\\\\").replace('"', "\\\""))
}
