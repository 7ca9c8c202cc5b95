//! The searchable texts of a directory, folded once and laid out in one arena.

use std::collections::BTreeMap;
use std::ops::Range;

use serde::{Deserialize, Serialize};

use super::Field;
use super::folded::{Folded, mask};
use crate::directory::{AccountIndex, Directory, Kind, Organisation, OrganisationIndex};

/// One searchable text.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub(super) struct Entry {
    pub(super) field: Field,
    /// Whether it is an id that a platform made up: what stands inside it tells nothing.
    pub(super) is_made_up: bool,
    /// Which text of that field; see [`shown`].
    pub(super) item: u32,
    letters: Range<u32>,
    words: Range<u32>,
    /// The letters and digits it holds.
    pub(super) mask: u64,
    /// Where the name begins behind its family word, as a byte offset into the letters.
    head: u32,
}

/// All searchable texts, organisation by organisation.
#[derive(Debug, Default, Serialize, Deserialize)]
pub(super) struct Entries {
    arena: String,
    word_starts: Vec<u32>,
    texts: Vec<Entry>,
    /// For every organisation, its part of `texts`.
    of_organisation: Vec<Range<u32>>,
    /// Organisations by the host of their website.
    by_host: BTreeMap<String, OrganisationIndex>,
}

/// Words that a name of this kind begins with and that people leave out.
const FAMILY_WORDS: [(Kind, &[&str]); 9] = [
    (Kind::Ministry, &["ministerie", "van"]),
    (Kind::Municipality, &["gemeente"]),
    (Kind::Province, &["provincie"]),
    (Kind::WaterBoard, &["waterschap", "hoogheemraadschap", "wetterskip", "van", "de"]),
    (Kind::PoliceTeam, &["politie", "team", "basisteam", "bureau"]),
    (Kind::PoliceUnit, &["politie", "eenheid"]),
    (Kind::PoliceTheme, &["politie"]),
    (Kind::SafetyRegion, &["veiligheidsregio"]),
    (Kind::CaribbeanBody, &["openbaar", "lichaam"]),
];

impl Entries {
    pub(super) fn new(directory: &Directory) -> Self {
        let mut entries = Self::default();
        for index in directory.organisation_indexes() {
            let start = entries.next();
            entries.add_organisation(directory, index);
            entries.of_organisation.push(start..entries.next());
        }
        entries
    }

    fn next(&self) -> u32 {
        u32::try_from(self.texts.len()).unwrap_or(u32::MAX)
    }

    fn add_organisation(&mut self, directory: &Directory, index: OrganisationIndex) {
        let it = directory.organisation(index);
        let kind = Some(it.kind);
        self.add(Field::Name, 0, &it.name, kind);
        if let Some(abbreviation) = &it.abbreviation {
            self.add(Field::Abbreviation, 0, abbreviation, None);
        }
        for (item, alias) in (0..).zip(&it.aliases) {
            self.add(Field::Alias, item, alias, kind);
        }
        for (item, place) in (0..).zip(&it.places) {
            self.add(Field::Place, item, place, None);
        }
        for (item, former) in (0..).zip(&it.former_names) {
            self.add(Field::FormerName, item, &former.name, kind);
        }
        if let Some(host) = host_of(it) {
            self.by_host.entry(host).or_insert(index);
        }
        for &AccountIndex(item) in &it.accounts {
            let account = directory.account(AccountIndex(item));
            if account.handle.is_none() && account.platform_id.is_some() {
                let id = Folded::of_one_word(account.name());
                self.push(Field::Handle, item, id, 0, true);
            } else {
                self.add(Field::Handle, item, account.name(), None);
            }
            if let Some(name) = &account.display_name {
                self.add(Field::DisplayName, item, name, None);
            }
            if let Some(purpose) = &account.purpose {
                self.add(Field::Purpose, item, purpose, None);
            }
        }
    }

    fn add(&mut self, field: Field, item: u32, text: &str, kind: Option<Kind>) {
        let folded = Folded::new(text);
        let head = kind.map_or(0, |kind| head(&folded, kind));
        self.push(field, item, folded, head, false);
    }

    fn push(&mut self, field: Field, item: u32, folded: Folded, head: u32, is_made_up: bool) {
        if folded.letters.is_empty() {
            return;
        }
        let offset = |len: usize| u32::try_from(len).unwrap_or(u32::MAX);
        let letters = offset(self.arena.len())..offset(self.arena.len() + folded.letters.len());
        let words =
            offset(self.word_starts.len())..offset(self.word_starts.len() + folded.words.len());
        self.texts.push(Entry {
            field,
            item,
            letters,
            words,
            mask: mask(&folded.letters),
            head,
            is_made_up,
        });
        self.arena.push_str(&folded.letters);
        self.word_starts.extend(folded.words);
    }

    /// The entries of an organisation.
    pub(super) fn of(&self, organisation: OrganisationIndex) -> &[Entry] {
        let range = self.of_organisation.get(organisation.position());
        range.and_then(|r| self.texts.get(r.start as usize..r.end as usize)).unwrap_or_default()
    }

    /// The folded letters of an entry.
    pub(super) fn letters(&self, entry: &Entry) -> &str {
        self.arena.get(entry.letters.start as usize..entry.letters.end as usize).unwrap_or_default()
    }

    /// Whether an entry is just these letters, with or without its family word.
    pub(super) fn is_whole(&self, entry: &Entry, letters: &str) -> bool {
        self.letters(entry) == letters || self.behind_family(entry) == letters
    }

    /// Whether an entry begins with these letters, with or without its family word.
    pub(super) fn begins(&self, entry: &Entry, letters: &str) -> bool {
        self.letters(entry).starts_with(letters) || self.behind_family(entry).starts_with(letters)
    }

    fn behind_family(&self, entry: &Entry) -> &str {
        self.letters(entry).get(entry.head as usize..).unwrap_or_default()
    }

    /// Where the words of an entry begin in its letters.
    pub(super) fn word_starts(&self, entry: &Entry) -> &[u32] {
        let range = entry.words.start as usize..entry.words.end as usize;
        self.word_starts.get(range).unwrap_or_default()
    }

    /// The organisation whose website is on this host.
    pub(super) fn by_host(&self, host: &str) -> Option<OrganisationIndex> {
        self.by_host.get(host.strip_prefix("www.").unwrap_or(host)).copied()
    }
}

/// The byte offset of the first word that is no family word of this kind; 0 where all are.
fn head(folded: &Folded, kind: Kind) -> u32 {
    let Some((_, family)) = FAMILY_WORDS.iter().find(|(of, _)| *of == kind) else {
        return 0;
    };
    let first_own = folded.words().zip(&folded.words).find(|(word, _)| !family.contains(word));
    first_own.map_or(0, |(_, &start)| start)
}

fn host_of(organisation: &Organisation) -> Option<String> {
    let url = url::Url::parse(organisation.website.as_deref()?).ok()?;
    // A page deep inside a shared site is not the organisation's own address.
    if url.path().trim_matches('/').contains('/') {
        return None;
    }
    let host = url.host_str()?;
    Some(host.strip_prefix("www.").unwrap_or(host).to_owned())
}

/// The text of a field as it is shown.
pub(super) fn shown(
    directory: &Directory,
    organisation: OrganisationIndex,
    field: Field,
    item: u32,
) -> &str {
    let it = directory.organisation(organisation);
    let position = item as usize;
    let account = || directory.account(AccountIndex(item));
    let text = match field {
        Field::Name => Some(it.name.as_str()),
        Field::Abbreviation => it.abbreviation.as_deref(),
        Field::Alias => it.aliases.get(position).map(String::as_str),
        Field::Place => it.places.get(position).map(String::as_str),
        Field::FormerName => it.former_names.get(position).map(|former| former.name.as_str()),
        Field::Website => it.website.as_deref(),
        Field::Handle => Some(account().name()),
        Field::DisplayName => account().display_name.as_deref(),
        Field::Purpose => account().purpose.as_deref(),
    };
    text.unwrap_or(&it.name)
}
