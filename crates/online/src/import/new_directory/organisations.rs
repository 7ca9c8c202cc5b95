//! Organisations and their accounts as text of a directory file.

use std::collections::{BTreeMap, HashMap, HashSet};

use officieel_directory::directory::{Kind, PhoneNumber};
use officieel_directory::platform::{Reference, check_https};
use officieel_directory::text::fold::fold;
use url::Url;

use super::super::address::resolve;
use super::super::matching::site;
use super::super::record::{AccountEntry, OrganisationRecord, Rank, RecordKind};
use super::super::text::clean;
use super::super::{Extract, Source};
use super::kinds::{kind_of, words};
use super::names::{Places, own_name, region};
use super::text::{Block, Writer, quoted};
use super::words::{Words, Work};
use super::{NewDirectoryOptions, count, platforms};

/// What was made of a record.
pub(super) struct Made {
    pub(super) name: String,
    pub(super) kind: Kind,
    pub(super) places: Vec<String>,
    /// The names of its accounts.
    pub(super) handles: Vec<String>,
}

/// All that was made.
pub(super) struct AllMade {
    pub(super) organisations: Vec<Made>,
    pub(super) blocks: Vec<Block>,
    pub(super) refused: BTreeMap<&'static str, usize>,
    pub(super) left_out: usize,
    pub(super) dropped: usize,
}

/// An account that is to be written.
struct NewAccount {
    owner: usize,
    shared_with: Vec<usize>,
    reference: Reference,
    url: String,
    platform_id: Option<String>,
    since: Option<String>,
    page: Option<String>,
}

pub(super) struct Maker<'a> {
    extract: &'a Extract,
    options: &'a NewDirectoryOptions<'a>,
    ids: Vec<String>,
    kinds: Vec<Kind>,
    own_names: Vec<Option<String>>,
    places: Places,
}

impl<'a> Maker<'a> {
    pub(super) fn new(
        extract: &'a Extract,
        options: &'a NewDirectoryOptions<'a>,
        words: &'a Words<'a>,
    ) -> Self {
        let kinds: Vec<Kind> = extract.records.iter().map(|it| kind(it, words)).collect();
        let own_names: Vec<Option<String>> = extract
            .records
            .iter()
            .zip(&kinds)
            .map(|(it, kind)| {
                (*kind == Kind::Municipality).then(|| own_name(it, &words.prefixes)).flatten()
            })
            .collect();
        let mut places = Places::default();
        for ((record, kind), own) in extract.records.iter().zip(&kinds).zip(&own_names) {
            if *kind == Kind::Municipality {
                for name in names_of(record, own.as_ref()) {
                    places.add(&name);
                }
            }
        }
        Self { ids: slugs(extract), extract, options, kinds, own_names, places }
    }

    pub(super) fn make(&self) -> AllMade {
        let mut made = AllMade {
            organisations: Vec::new(),
            blocks: Vec::new(),
            refused: BTreeMap::new(),
            left_out: 0,
            dropped: 0,
        };
        let accounts = self.accounts(&mut made);
        let mut of_owner: HashMap<usize, Vec<&NewAccount>> = HashMap::new();
        for account in &accounts {
            of_owner.entry(account.owner).or_default().push(account);
        }
        for (at, record) in self.extract.records.iter().enumerate() {
            if !is_kept(record) {
                made.dropped += 1;
                continue;
            }
            let own = of_owner.remove(&at).unwrap_or_default();
            let places = self.places_of(at, record);
            made.blocks.push(self.organisation(at, record, &places));
            made.blocks.extend(own.iter().map(|it| self.account(it)));
            made.organisations.push(Made {
                name: record.name.clone(),
                kind: self.kind(at),
                places,
                handles: own.iter().map(|it| it.reference.name.text().to_owned()).collect(),
            });
        }
        made
    }

    fn kind(&self, at: usize) -> Kind {
        self.kinds.get(at).copied().unwrap_or(Kind::Other)
    }

    fn id(&self, at: usize) -> &str {
        self.ids.get(at).map_or("", String::as_str)
    }

    /// The accounts of all records, each once: with the first that has it, shared with the others.
    fn accounts(&self, made: &mut AllMade) -> Vec<NewAccount> {
        let mut all: Vec<NewAccount> = Vec::new();
        let mut known: HashMap<Reference, usize> = HashMap::new();
        for (owner, record) in self.extract.records.iter().enumerate().filter(|(_, it)| is_kept(it))
        {
            for entry in &record.accounts {
                let resolved = match resolve(entry, platforms(self.options)) {
                    Ok(resolved) => resolved,
                    Err(refusal) => {
                        count(&mut made.refused, &refusal);
                        continue;
                    }
                };
                if self.is_past(record, entry) {
                    made.left_out += 1;
                    continue;
                }
                if let Some(account) =
                    known.get(&resolved.reference).and_then(|at| all.get_mut(*at))
                {
                    made.left_out += 1;
                    if account.owner != owner && !account.shared_with.contains(&owner) {
                        account.shared_with.push(owner);
                    }
                    continue;
                }
                known.insert(resolved.reference.clone(), all.len());
                all.push(NewAccount {
                    owner,
                    shared_with: Vec::new(),
                    reference: resolved.reference,
                    url: resolved.url,
                    platform_id: entry.platform_id.clone(),
                    since: entry.since.map(|it| it.to_string()),
                    page: entry.page.clone().or_else(|| record.page.clone()),
                });
            }
        }
        all
    }

    /// Whether an entry is of the past, or doubted by its own source.
    fn is_past(&self, record: &OrganisationRecord, entry: &AccountEntry) -> bool {
        let is_over = [record.ended, entry.until]
            .into_iter()
            .flatten()
            .any(|it| !it.is_after(self.options.seen));
        is_over || entry.rank == Rank::Deprecated || entry.doubt.is_some()
    }

    fn places_of(&self, at: usize, record: &OrganisationRecord) -> Vec<String> {
        let own = self.own_names.get(at).and_then(Option::as_ref);
        match self.kind(at) {
            Kind::Municipality => names_of(record, own),
            Kind::PoliceUnit | Kind::PoliceTeam | Kind::FireService | Kind::Court => {
                let within = self.places.within(&record.name);
                if within.is_empty() { record.places.clone() } else { within }
            }
            _ => record.places.clone(),
        }
    }

    fn organisation(&self, at: usize, record: &OrganisationRecord, places: &[String]) -> Block {
        let begun = || {
            let mut writer = Writer::table("organisation");
            writer.text("id", self.id(at));
            writer.text("name", &record.name);
            writer
        };
        let kind = self.kind(at);
        let mut bare = begun();
        bare.text("kind", kind.id());
        let mut full = begun();
        full.optional("abbreviation", record.abbreviation.as_deref());
        full.texts("aliases", &self.aliases(at, record));
        full.text("kind", kind.id());
        let parent = record.parent.filter(|it| self.extract.records.get(*it).is_some_and(is_kept));
        full.optional("parent", parent.map(|it| self.id(it)));
        full.texts("places", places);
        let region = record.region.clone().or_else(|| region(kind, record.description.as_deref()?));
        full.optional("province", region.as_deref());
        let website = record.websites.iter().find_map(|it| self.website(it));
        full.optional("website", website.as_deref());
        full.optional(
            "phone",
            record.phones.iter().find_map(|it| phone(it, self.options.country)).as_deref(),
        );
        full.optional(
            "contact_form",
            record.contact_forms.iter().find_map(|it| secure(it)).as_deref(),
        );
        for (key, id) in [
            ("register_id", &record.ids.register),
            ("tooi", &record.ids.tooi),
            ("wikidata", &record.ids.wikidata),
        ] {
            full.optional(key, id.as_deref());
        }
        full.optional("ended", record.ended.map(|it| it.to_string()).as_deref());
        let note = record.description.as_deref().filter(|_| kind == Kind::Other);
        full.optional("note", note);
        Block::organisation(full.finish(), bare.finish())
    }

    fn aliases(&self, at: usize, record: &OrganisationRecord) -> Vec<String> {
        let own = self.own_names.get(at).and_then(Option::as_ref);
        let mut names: Vec<String> = Vec::new();
        for name in record.other_names.iter().map(|it| &it.text).chain(own) {
            let is_new = |known: &String| fold(known) != fold(name);
            if fold(&record.name) != fold(name) && names.iter().all(is_new) {
                names.push(name.clone());
            }
        }
        names
    }

    /// A website as a directory can have it: an own host, and no page of a platform.
    fn website(&self, typed: &str) -> Option<String> {
        let address = secure(typed)?;
        let host = site(&address)?.split('/').next()?.to_owned();
        let is_platform = platforms(self.options).of_host(&host).is_some();
        let is_own = self.options.suffixes.registered(&host).is_some();
        (is_own && !is_platform).then_some(address)
    }

    fn account(&self, account: &NewAccount) -> Block {
        let platform = platforms(self.options).get(account.reference.platform);
        let name = &account.reference.name;
        let mut writer = Writer::table("organisation.account");
        writer.text("platform", platform.id());
        let is_id = platform.name_rules(name).is_some_and(|it| it.is_platform_id);
        match (is_id, name.space()) {
            (true, _) => writer.text("platform_id", name.text()),
            (false, 0) => writer.text("handle", name.text()),
            (false, _) => writer.text("url", &account.url),
        }
        let id = account
            .platform_id
            .as_deref()
            .filter(|it| !is_id && platform.parse_platform_id(it).is_ok());
        writer.optional("platform_id", id);
        let shared: Vec<&str> = account.shared_with.iter().map(|it| self.id(*it)).collect();
        writer.texts("shared_with", &shared);
        writer.optional("since", account.since.as_deref());
        let page = account.page.as_deref().filter(|it| check_https(it).is_ok());
        let page = page.map(|it| format!(", url = {}", quoted(it))).unwrap_or_default();
        let evidence = format!(
            "[{{ method = \"{}\", source = {}{page}, seen = \"{}\" }}]",
            self.options.source.method_in_new().id(),
            quoted(&Work::of(self.options).id),
            self.options.seen,
        );
        writer.raw("evidence", &evidence);
        Block::account(writer.finish())
    }
}

impl Source {
    /// The step of evidence in a directory that knows nothing of who owns which domain yet.
    fn method_in_new(self) -> officieel_directory::directory::Method {
        use officieel_directory::directory::Method;
        if self == Self::Mastodon { Method::ThirdParty } else { self.method() }
    }
}

fn is_kept(record: &OrganisationRecord) -> bool {
    !record.name.is_empty() && record.kind == RecordKind::Organisation
}

/// The kind of a record: by the words of the country in its name, else by what the source calls it.
fn kind(record: &OrganisationRecord, own: &Words<'_>) -> Kind {
    let told = record.types.iter().find_map(|it| kind_of(it).filter(|kind| *kind != Kind::Agency));
    told.or_else(|| own.kind_of(&record.name))
        .or_else(|| record.types.iter().find_map(|it| own.kind_of(it)))
        .or_else(|| record.types.iter().find_map(|it| kind_of(it)))
        .or_else(|| kind_of(&record.name))
        .unwrap_or(Kind::Other)
}

/// The names of a municipality, which are those of its place.
fn names_of(record: &OrganisationRecord, own: Option<&String>) -> Vec<String> {
    let mut names: Vec<String> = Vec::new();
    // Some names are two in one: "Ixelles - Elsene".
    let parts =
        record.name.split(" - ").chain(record.name.split(" / ").filter(|it| *it != record.name));
    let others = record.other_names.iter().map(|it| it.text.as_str());
    for name in own.map(String::as_str).into_iter().chain(parts).chain(others).filter_map(clean) {
        if names.iter().all(|known| fold(known) != fold(&name)) {
            names.push(name);
        }
    }
    names
}

/// A slug for each record, the same in any order of them: where two have one name, both bear their ids.
fn slugs(extract: &Extract) -> Vec<String> {
    let plain: Vec<String> = extract
        .records
        .iter()
        .map(|it| {
            words(&it.name)
                .iter()
                .map(|it| ascii(it))
                .filter(|it| !it.is_empty())
                .collect::<Vec<_>>()
                .join("-")
        })
        .collect();
    let mut counts: HashMap<&str, usize> = HashMap::new();
    for slug in &plain {
        *counts.entry(slug).or_default() += 1;
    }
    let mut used: HashSet<String> = HashSet::new();
    let mut slugs = Vec::new();
    for (at, (record, slug)) in extract.records.iter().zip(&plain).enumerate() {
        let id = record
            .ids
            .iter()
            .next()
            .map(|it| it.rsplit('/').next().unwrap_or(it).to_ascii_lowercase());
        let id = id.unwrap_or_else(|| (at + 1).to_string());
        let is_unique = counts.get(slug.as_str()) == Some(&1) && !slug.is_empty();
        let mut name = if is_unique {
            slug.clone()
        } else {
            format!("{slug}-{id}").trim_matches('-').to_owned()
        };
        while !used.insert(name.clone()) {
            name.push_str("-2");
        }
        slugs.push(name);
    }
    slugs
}

fn ascii(word: &str) -> String {
    word.chars().filter(char::is_ascii_alphanumeric).collect()
}

/// An address as it may be opened: `https`, and in full.
fn secure(typed: &str) -> Option<String> {
    let typed = typed.trim();
    let whole = match typed.split_once("://") {
        Some(("http" | "https" | "HTTP" | "HTTPS", rest)) => format!("https://{rest}"),
        Some(_) => return None,
        None => format!("https://{typed}"),
    };
    let url = Url::parse(&whole).ok().filter(|url| url.port().is_none())?;
    let text = url.to_string();
    (url.domain().is_some_and(|it| it.contains('.')) && check_https(&text).is_ok()).then_some(text)
}

/// A number with the code of its country; of another country than the Netherlands none without.
fn phone(typed: &str, country: &str) -> Option<String> {
    let spaced: String =
        typed.chars().map(|c| if matches!(c, '-' | '.' | '/') { ' ' } else { c }).collect();
    let spaced = clean(&spaced)?;
    let fits = PhoneNumber::read(&spaced).is_some_and(|it| it.fits_plan());
    let is_whole = spaced.starts_with('+') || country.eq_ignore_ascii_case("NL");
    let is_plain = spaced.chars().all(|c| c.is_ascii_digit() || matches!(c, '+' | ' '));
    (fits && is_whole && is_plain).then_some(spaced)
}
