//! Organisations and their accounts as text of a directory file.

use std::collections::{BTreeMap, HashMap, HashSet};

use officieel_directory::directory::{Kind, Lexicon};
use officieel_directory::platform::{Reference, check_https};
use officieel_directory::text::fold::fold;

use super::super::address::resolve;
use super::super::matching::site;
use super::super::record::{AccountEntry, OrganisationRecord, Rank, RecordKind};
use super::super::text::clean;
use super::super::{Extract, Source};
use super::kinds::kind_of;
use super::names::{Places, own_name, region};
use super::text::{Block, Writer, quoted};
use super::values::{phone, secure, shared_hosts, slugs};
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
    /// What each municipality calls itself, where the source calls it otherwise.
    own_names: Vec<Vec<String>>,
    places: Places,
    /// The hosts that several bodies speak on, each by its path.
    shared_hosts: HashSet<String>,
}

impl<'a> Maker<'a> {
    pub(super) fn new(
        extract: &'a Extract,
        options: &'a NewDirectoryOptions<'a>,
        words: &'a Words<'a>,
    ) -> Self {
        let kinds: Vec<Kind> = extract.records.iter().map(|it| kind(it, words)).collect();
        let own = |(it, kind): (&OrganisationRecord, &Kind)| match kind {
            Kind::Municipality => {
                own_name(it, &words.prefixes).into_iter().chain(words.borne(it)).collect()
            }
            _ => Vec::new(),
        };
        let own_names: Vec<Vec<String>> = extract.records.iter().zip(&kinds).map(own).collect();
        let mut places = Places::default();
        for ((record, kind), own) in extract.records.iter().zip(&kinds).zip(&own_names) {
            if *kind == Kind::Municipality {
                for name in names_of(record, own) {
                    places.add(&name);
                }
            }
        }
        // What a province is called, as Limburg, is no town of that name in another language.
        let is_province = |name: &str| {
            let named = extract.records.iter().zip(&kinds).filter(|(_, it)| **it == Kind::Province);
            named.into_iter().any(|(record, _)| fold(&record.name) == name)
        };
        let synonyms = words.synonyms.iter().map(|(word, typed)| (word.as_str(), typed.as_str()));
        places.add_synonyms(synonyms.filter(|(_, typed)| !is_province(typed)));
        Self {
            ids: slugs(extract),
            extract,
            options,
            kinds,
            own_names,
            places,
            shared_hosts: shared_hosts(extract),
        }
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

    fn own_names(&self, at: usize) -> &[String] {
        self.own_names.get(at).map(Vec::as_slice).unwrap_or_default()
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
        let own = self.own_names(at);
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
        if let Some(site) = website.as_deref().and_then(|it| self.shared_site(it, record)) {
            full.raw("sites", &site);
        }
        full.optional("phone", phone_in(record, self.options.country).as_deref());
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
        let own = self.own_names(at);
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

    /// The site of a body that speaks on a host of many: without it the host would be taken for its own.
    fn shared_site(&self, website: &str, record: &OrganisationRecord) -> Option<String> {
        let site = site(website)?;
        let (host, path) =
            site.split_once('/').filter(|(host, _)| self.shared_hosts.contains(*host))?;
        let evidence = self.evidence(record.page.as_deref());
        let (host, path) = (quoted(host), quoted(&format!("/{path}")));
        Some(format!("[{{ host = {host}, path = {path}, shared = true, evidence = {evidence} }}]"))
    }

    fn evidence(&self, page: Option<&str>) -> String {
        let page = page.filter(|it| check_https(it).is_ok());
        let page = page.map(|it| format!(", url = {}", quoted(it))).unwrap_or_default();
        format!(
            "[{{ method = \"{}\", source = {}{page}, seen = \"{}\" }}]",
            self.options.source.method_in_new().id(),
            quoted(&Work::of(self.options).id),
            self.options.seen,
        )
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
        let evidence = self.evidence(account.page.as_deref());
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

/// Whether a record is of an organisation, and has another name than its id.
fn is_kept(record: &OrganisationRecord) -> bool {
    let is_named = !record.name.is_empty() && record.ids.iter().all(|id| id != record.name);
    is_named && record.kind == RecordKind::Organisation
}

/// The kind of a record in the words of a directory, which names and sources of its country use too, or in English.
pub fn kind_in(record: &OrganisationRecord, lexicon: &Lexicon) -> Kind {
    let mut words = Words::default();
    words.add_kinds(lexicon);
    kind(record, &words)
}

/// The places that an organisation of a kind is for: the name of a municipality is that of its place, without the word that
/// names of municipalities begin with.
pub fn places_in(record: &OrganisationRecord, kind: Kind, lexicon: &Lexicon) -> Vec<String> {
    if !record.places.is_empty() || kind != Kind::Municipality {
        return record.places.clone();
    }
    let own: Vec<&String> =
        lexicon.kinds.iter().filter(|it| it.kind == kind).flat_map(|it| &it.name_words).collect();
    let place = |name: String| match name.split_once(' ') {
        Some((first, rest)) if own.iter().any(|word| **word == fold(first)) => rest.to_owned(),
        _ => name,
    };
    names_of(record, &[]).into_iter().map(place).collect()
}

/// Its telephone number, as a directory of a country can have it.
pub fn phone_in(record: &OrganisationRecord, country: &str) -> Option<String> {
    record.phones.iter().find_map(|it| phone(it, country))
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
fn names_of(record: &OrganisationRecord, own: &[String]) -> Vec<String> {
    let mut names: Vec<String> = Vec::new();
    // Some names are two in one: "Ixelles - Elsene".
    let parts =
        record.name.split(" - ").chain(record.name.split(" / ").filter(|it| *it != record.name));
    let others = record.other_names.iter().map(|it| it.text.as_str());
    for name in own.iter().map(String::as_str).chain(parts).chain(others).filter_map(clean) {
        if names.iter().all(|known| fold(known) != fold(&name)) {
            names.push(name);
        }
    }
    names
}
