//! The searchable texts of one organisation, tokenized.

use std::ops::Range;

use crate::directory::{
    Account, AccountIndex, Directory, FormerHandle, Organisation, OrganisationIndex, ServiceIndex,
    TopicIndex,
};
use crate::platform::PlainHttps;
use crate::search::answer::{Field, MOST_SERVICE_NAMES, service_item, service_of};
use crate::search::tokens::{tokenize, tokenize_as_one_word, words};

/// One searchable text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::search) struct Entry {
    pub(in crate::search) field: Field,
    /// Whether it is an id that a platform made up, or the address of a page: what stands inside it tells
    /// nothing, and it is met as a whole only.
    pub(in crate::search) is_opaque_id: bool,
    /// Whether it is of an account that only others say is the organisation's.
    pub(in crate::search) is_unofficial: bool,
    /// Which text of that field; see [`shown`].
    pub(in crate::search) item: u32,
    /// Its part of the letters.
    pub(in crate::search) letters: Range<u32>,
    /// Its part of the word starts.
    pub(in crate::search) words: Range<u32>,
    /// Where the name begins behind its family word, as a byte offset into the letters.
    pub(in crate::search) bare_start: u32,
}

/// What stands behind the letters of each text, so that nothing is met across two of them; it
/// sorts before every letter and digit.
pub(in crate::search) const END: char = '\u{1f}';

/// All searchable texts of one organisation.
#[derive(Debug, Default, Clone, PartialEq, Eq)]
pub(in crate::search) struct Entries {
    /// The letters of all texts, with [`END`] behind each.
    pub(in crate::search) arena: String,
    /// Where words begin, as byte offsets into the letters of their text.
    pub(in crate::search) word_starts: Vec<u32>,
    pub(in crate::search) all: Vec<Entry>,
}

impl Entries {
    /// Folds the texts of an organisation of a directory.
    #[cfg(test)]
    pub(in crate::search) fn new(directory: &Directory, index: OrganisationIndex) -> Self {
        let mut entries = Self::default();
        let it = directory.organisation(index);
        entries.fill(directory, index, it, &|account| directory.account(account));
        entries
    }

    /// Folds the texts of an organisation with its accounts looked up, in the place of those of another; the words of
    /// its kind and its services are those of a directory.
    pub(in crate::search) fn fill<'d>(
        &mut self,
        directory: &'d Directory,
        index: OrganisationIndex,
        it: &'d Organisation,
        account: &dyn Fn(AccountIndex) -> &'d Account,
    ) {
        self.arena.clear();
        self.word_starts.clear();
        self.all.clear();
        let family_words = directory.lexicon.name_words(it.kind);
        self.add(Field::Name, 0, &it.name, family_words);
        if let Some(abbreviation) = &it.abbreviation {
            self.add(Field::Abbreviation, 0, abbreviation, &[]);
        }
        for (item, alias) in (0..).zip(&it.aliases) {
            self.add(Field::Alias, item, alias, family_words);
        }
        for (item, place) in (0..).zip(&it.places) {
            self.add(Field::Place, item, place, &[]);
        }
        for (item, former) in (0..).zip(&it.former_names) {
            self.add(Field::FormerName, item, &former.name, family_words);
        }
        for service in directory.services_of(index) {
            self.add_service(directory, service);
        }
        for &AccountIndex(item) in &it.accounts {
            self.add_account(account(AccountIndex(item)), item);
        }
        let of_accounts = it.accounts.iter().flat_map(|&it| &account(it).former_handles);
        for (item, former) in (0..).zip(it.former_handles.iter().chain(of_accounts)) {
            self.add(Field::FormerHandle, item, former.handle.text(), &[]);
        }
    }

    /// The names of a service; what is said of its places does not tell what it is.
    fn add_service(&mut self, directory: &Directory, index: ServiceIndex) {
        let it = directory.service(index);
        let names = std::iter::once(&it.name).chain(&it.aliases);
        for (name, at) in names.zip(0..MOST_SERVICE_NAMES) {
            self.add(Field::Service, service_item(index, at), name, &[]);
        }
    }

    fn add_account(&mut self, account: &Account, item: u32) {
        let first = self.all.len();
        // Neither an id nor the address of a page holds words that anybody would type.
        if account.handle.is_none() {
            self.push(Field::Handle, item, |letters, words| {
                tokenize_as_one_word(account.name(), letters, words);
            });
            self.all.iter_mut().skip(first).for_each(|entry| entry.is_opaque_id = true);
        } else {
            self.add(Field::Handle, item, account.name(), &[]);
        }
        if let Some(name) = &account.display_name {
            self.add(Field::DisplayName, item, name, &[]);
        }
        if let Some(purpose) = &account.purpose {
            self.add(Field::Purpose, item, purpose, &[]);
        }
        if !account.evidence.iter().any(|piece| piece.method.is_official()) {
            self.all.iter_mut().skip(first).for_each(|entry| entry.is_unofficial = true);
        }
    }

    fn add(&mut self, field: Field, item: u32, text: &str, family_words: &[String]) {
        let count = self.all.len();
        self.push(field, item, |letters, words| tokenize(text, letters, words, |_| {}));
        if family_words.is_empty() {
            return;
        }
        if let Some(entry) = self.all.get(count) {
            let bare_start = bare_start(self.letters(entry), self.word_starts(entry), family_words);
            self.all.iter_mut().skip(count).for_each(|entry| entry.bare_start = bare_start);
        }
    }

    /// Adds the text that is folded into the letters and word starts, unless nothing is left of it.
    fn push(&mut self, field: Field, item: u32, fold: impl FnOnce(&mut String, &mut Vec<u32>)) {
        let offset = |len: usize| u32::try_from(len).unwrap_or(u32::MAX);
        let (begin, first) = (offset(self.arena.len()), offset(self.word_starts.len()));
        fold(&mut self.arena, &mut self.word_starts);
        let letters = begin..offset(self.arena.len());
        if letters.is_empty() {
            return;
        }
        self.arena.push(END);
        self.all.push(Entry {
            field,
            item,
            letters,
            words: first..offset(self.word_starts.len()),
            bare_start: 0,
            is_opaque_id: false,
            is_unofficial: false,
        });
    }

    /// The folded letters of an entry.
    pub(in crate::search) fn letters(&self, entry: &Entry) -> &str {
        self.arena.get(entry.letters.start as usize..entry.letters.end as usize).unwrap_or_default()
    }

    /// Whether an entry is just these letters, with or without its family word.
    pub(in crate::search) fn is_whole(&self, entry: &Entry, letters: &str) -> bool {
        self.letters(entry) == letters || self.bare_name(entry) == letters
    }

    /// Whether these letters stand inside one word of an entry: across the border of two they are there by
    /// chance, as `leger` is in *college rechtspositie*.
    pub(in crate::search) fn holds_in_a_word(&self, entry: &Entry, letters: &str) -> bool {
        let text = self.letters(entry);
        let starts = self.word_starts(entry);
        text.match_indices(letters).any(|(at, found)| {
            let next = starts.iter().map(|&start| start as usize).find(|&start| start > at);
            next.is_none_or(|next| at + found.len() <= next)
        })
    }

    /// Whether an entry begins with these letters, with or without its family word.
    pub(in crate::search) fn begins(&self, entry: &Entry, letters: &str) -> bool {
        self.letters(entry).starts_with(letters) || self.bare_name(entry).starts_with(letters)
    }

    /// The letters behind the family word; all where there is none.
    pub(in crate::search) fn bare_name(&self, entry: &Entry) -> &str {
        self.letters(entry).get(entry.bare_start as usize..).unwrap_or_default()
    }

    /// The length of the word that begins at a place in the letters of an entry; as far as a posting tells it.
    pub(in crate::search) fn word_length(&self, entry: &Entry, start: usize) -> usize {
        let starts = self.word_starts(entry).iter().map(|&start| start as usize);
        let next = starts.into_iter().find(|next| *next > start);
        let end = next.unwrap_or_else(|| self.letters(entry).len());
        (end - start).min(usize::from(u8::MAX))
    }

    /// Where the words of an entry begin in its letters.
    pub(in crate::search) fn word_starts(&self, entry: &Entry) -> &[u32] {
        let range = entry.words.start as usize..entry.words.end as usize;
        self.word_starts.get(range).unwrap_or_default()
    }
}

/// The name of a service that an item stands for.
fn service_name(directory: &Directory, item: u32) -> Option<&str> {
    let it = directory.service(service_of(item));
    let names = std::iter::once(&it.name).chain(&it.aliases).map(String::as_str);
    let at = usize::try_from(item % MOST_SERVICE_NAMES).ok()?;
    names.into_iter().nth(at).filter(|name| !name.is_empty())
}

/// The byte offset of the first word that is no family word; 0 where all are.
fn bare_start(letters: &str, starts: &[u32], family_words: &[String]) -> u32 {
    let is_own = |word: &str| !family_words.iter().any(|family_word| family_word == word);
    let first_own = words(letters, starts).zip(starts).find(|(word, _)| is_own(word));
    first_own.map_or(0, |(_, &start)| start)
}

/// The handles that an organisation had once, then those of its accounts.
pub(in crate::search) fn former_handles<'d>(
    directory: &'d Directory,
    of: &'d Organisation,
) -> impl Iterator<Item = &'d FormerHandle> {
    let of_accounts = of.accounts.iter().flat_map(|&it| &directory.account(it).former_handles);
    of.former_handles.iter().chain(of_accounts)
}

/// The host of an organisation's own website, without `www.`.
pub(in crate::search) fn host_of(organisation: &Organisation) -> Option<String> {
    let website = organisation.website.as_deref()?;
    let without_www = |host: &str| host.strip_prefix("www.").unwrap_or(host).to_owned();
    if let Some((host, path)) = PlainHttps::of(website).and_then(|it| Some((it.host, it.path()?))) {
        return (!path.trim_matches('/').contains('/')).then(|| without_www(host));
    }
    let url = url::Url::parse(website).ok()?;
    // A page deep inside a shared site is not the organisation's own address.
    if url.path().trim_matches('/').contains('/') {
        return None;
    }
    url.host_str().map(without_www)
}

/// The text of a field as it is shown.
pub(in crate::search) fn shown(
    directory: &Directory,
    organisation: OrganisationIndex,
    field: Field,
    item: u32,
) -> &str {
    let it = directory.organisation(organisation);
    let position = item as usize;
    let account_at =
        || it.accounts.contains(&AccountIndex(item)).then(|| directory.account(AccountIndex(item)));
    let text = match field {
        Field::Name => Some(it.name.as_str()),
        Field::Abbreviation => it.abbreviation.as_deref(),
        Field::Alias => it.aliases.get(position).map(String::as_str),
        Field::Place => it.places.get(position).map(String::as_str),
        Field::FormerName => it.former_names.get(position).map(|former| former.name.as_str()),
        // The website itself, or one of the other sites behind it; numbers likewise.
        Field::Website => match position.checked_sub(1) {
            None => it.website.as_deref(),
            Some(at) => it.sites.get(at).map(|site| site.host.as_str()),
        },
        Field::Phone => match position.checked_sub(1) {
            None => it.phone.as_deref(),
            Some(at) => it.phones.get(at).map(|phone| phone.number.as_str()),
        },
        Field::Service => service_name(directory, item),
        Field::Handle => account_at().map(Account::name),
        Field::DisplayName => account_at().and_then(|it| it.display_name.as_deref()),
        Field::FormerHandle => {
            former_handles(directory, it).nth(position).map(|former| former.handle.text())
        }
        Field::Purpose => account_at().and_then(|it| it.purpose.as_deref()),
        Field::Topic => Some(directory.topic(TopicIndex(item)).name.as_str()),
        Field::Province => it.province.as_deref(),
    };
    text.unwrap_or(&it.name)
}
