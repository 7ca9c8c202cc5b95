//! How near the name of an account is to that of an organisation.

mod words;

use officieel_directory::directory::{Directory, Kind, Organisation, OrganisationIndex};
use officieel_directory::platform::{AccountName, NameRules, Platform, Reference, host_of_address};
use officieel_directory::text::fold::fold;

use super::site_map::SiteMap;
use crate::page::Page;
use crate::page::words::{has_any, phrase};
pub(super) use words::Words;
use words::{COMMON, NEUTRAL, PLAIN};

/// A body for more places than this isn't called after any of them.
const MOST_PLACES: usize = 3;

/// How near a name is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Distance {
    /// It is put together of the organisation's name, words of its kind and words that say nothing.
    Own,
    /// It has the organisation's name and more.
    Partly,
    /// It has no name to compare: a number, or an id of the platform.
    Unnamed,
    /// It is something else.
    Far,
    /// It is put together of words of another kind of body.
    OtherKind,
}

/// The longest handle that is compared, in bytes.
const LONGEST: usize = 80;

/// What an organisation is called.
#[derive(Debug)]
pub(super) struct Names {
    kind: Kind,
    /// Its names and abbreviations without spaces.
    keys: Vec<String>,
    /// The words of its names that tell it from others.
    words: Vec<String>,
    /// The words of its kind, and words that say nothing.
    rest: Vec<String>,
    /// The words of its kind.
    kinds: Vec<String>,
    /// The names as they stand in texts, with spaces at both ends.
    phrases: Vec<String>,
    /// The hosts that are its own.
    hosts: Vec<String>,
    /// How long its name is without the words of its kind, in bytes.
    length: usize,
}

impl Names {
    pub(super) fn of(
        directory: &Directory,
        sites: &SiteMap,
        words: &Words,
        index: OrganisationIndex,
    ) -> Self {
        let it = directory.organisation(index);
        let hosts: Vec<String> = sites.own_hosts(index).map(str::to_owned).collect();
        let mut names = Self {
            kind: it.kind,
            keys: Vec::new(),
            words: Vec::new(),
            rest: NEUTRAL.iter().map(|&word| word.to_owned()).collect(),
            kinds: words.of_kind.get(&it.kind).cloned().unwrap_or_default(),
            phrases: Vec::new(),
            length: squashed(bare_name(directory, it, &it.name).unwrap_or(&it.name)).len(),
            hosts,
        };
        names.rest.extend(names.kinds.iter().cloned());
        for name in all_names(it) {
            names.add(name);
            names.add_initials(name, false);
            if let Some(bare) = bare_name(directory, it, name) {
                names.add(bare);
                names.add_initials(bare, true);
            }
        }
        // A team of the police is called after its town; the villages of a municipality have names of their own.
        for place in it.places.iter().filter(|_| it.places.len() <= MOST_PLACES) {
            let place = squashed(place);
            let with_kind = names.kinds.iter().map(|kind| format!("{kind}{place}"));
            names.keys.extend(with_kind);
        }
        let website = it.website.as_deref().and_then(host_of_address);
        let is_website = |host: &String| {
            website.as_ref().is_some_and(|own| own.trim_start_matches("www.") == host.as_str())
        };
        for host in names.hosts.clone().into_iter().filter(is_website) {
            let mut labels = host.rsplit('.').skip(1).filter(|label| label.len() > 1);
            if let Some(label) = labels.next() {
                names.keys.push(squashed(label));
                names.words.extend(label.split('-').filter(|it| it.len() > 3).map(squashed));
            }
        }
        let kinds = &names.kinds;
        let is_kind = |word: &String| kinds.contains(word) || word.is_empty();
        for all in [&mut names.keys, &mut names.words] {
            all.retain(|word| !is_kind(word) && !COMMON.contains(&word.as_str()));
            all.sort();
            all.dedup();
        }
        names
    }

    fn add(&mut self, name: &str) {
        self.keys.push(squashed(name));
        self.phrases.push(phrase(name));
        let parts = phrase(name);
        for word in parts.split_whitespace() {
            if word.len() > 2 && !COMMON.contains(&word) {
                self.words.push(word.to_owned());
            } else {
                self.rest.push(word.to_owned());
            }
        }
    }

    /// What the words of a name begin with, with and without those that stand in most names.
    fn add_initials(&mut self, name: &str, is_bare: bool) {
        let name = phrase(name);
        let initials = |is_word: &dyn Fn(&&str) -> bool| -> String {
            name.split_whitespace().filter(is_word).filter_map(|word| word.chars().next()).collect()
        };
        for key in [initials(&|_| true), initials(&|word| !COMMON.contains(word))] {
            if key.len() > 2 {
                self.keys.push(key);
            } else if key.len() == 2 && is_bare {
                // Two letters tell nothing without a word of the kind.
                self.keys.extend(self.kinds.iter().map(|kind| format!("{kind}{key}")));
            }
        }
    }

    /// How near the name of an account is.
    pub(super) fn distance(
        &self,
        platform: &Platform,
        account: &Reference,
        words: &Words,
    ) -> Distance {
        let rules = platform.name_rules(&account.name);
        if is_unnamed(rules, &account.name) {
            return Distance::Unnamed;
        }
        let (user, host) = parts(rules, account.name.text());
        let is_own = |host: &str| {
            let is_under = |own: &String| {
                host == own || host.strip_suffix(own.as_str()).is_some_and(|it| it.ends_with('.'))
            };
            self.hosts.iter().any(is_under)
        };
        if host.is_some_and(|host| is_own(&host.to_ascii_lowercase())) {
            return Distance::Own;
        }
        self.distance_of(&squashed(user), words)
    }

    fn distance_of(&self, name: &str, words: &Words) -> Distance {
        if name.is_empty() || name.len() > LONGEST {
            return Distance::Far;
        }
        if self.is_own(name) {
            return Distance::Own;
        }
        let is_other = |kind: Kind, mark: &str| {
            let is_ours = kind == self.kind || self.rest.iter().any(|it| it == mark);
            let rest = name.strip_prefix(mark).or_else(|| name.strip_suffix(mark));
            !is_ours && rest.is_some_and(|rest| mark.len() > 4 || self.is_own(rest))
        };
        if words.marks.iter().any(|(kind, mark)| is_other(*kind, mark)) {
            return Distance::OtherKind;
        }
        let has = |key: &String| {
            (key.len() > 3 && name.contains(key.as_str()))
                || (key.len() > 2
                    && (name.starts_with(key.as_str()) || name.ends_with(key.as_str())))
        };
        if self.keys.iter().any(has)
            || self.words.iter().any(|it| it.len() > 4 && name.contains(it.as_str()))
        {
            Distance::Partly
        } else {
            Distance::Far
        }
    }

    /// Whether a name is put together of the organisation's and words that say nothing, and has enough of the first.
    fn is_own(&self, name: &str) -> bool {
        // At each place: how many letters of own words the best way to get there has, and whether a whole name.
        let mut best: Vec<Option<(bool, usize)>> = vec![None; name.len() + 1];
        if let Some(first) = best.first_mut() {
            *first = Some((false, 0));
        }
        for at in 0..name.len() {
            let Some(&Some((has_key, letters))) = best.get(at) else { continue };
            let Some(rest) = name.get(at..) else { continue };
            let mut reach = |length: usize, is_key: bool, own: usize| {
                if let Some(there) = best.get_mut(at + length) {
                    *there = (*there).max(Some((has_key || is_key, letters + own)));
                }
            };
            let fits = |word: &&String| rest.starts_with(word.as_str());
            self.keys.iter().filter(fits).for_each(|it| reach(it.len(), true, it.len()));
            self.words.iter().filter(fits).for_each(|it| reach(it.len(), false, it.len()));
            self.rest.iter().filter(fits).for_each(|it| reach(it.len(), false, 0));
            // The beginning of one of its own words is short for it.
            let common = |word: &String| common_beginning(word, rest);
            let short = self.words.iter().chain(&self.rest).map(common).max().unwrap_or_default();
            (3..=short).for_each(|length| reach(length, false, 0));
            // So are some of its letters, as `prv` is for `provincie`.
            (2..=4)
                .filter(|length| self.kinds.iter().any(|word| is_short_for(rest, *length, word)))
                .for_each(|length| reach(length, false, 0));
            if rest.starts_with(|c: char| c.is_ascii_digit()) {
                reach(1, false, 0);
            }
        }
        // Of several words of a name, those that are most of it.
        best.last().copied().flatten().is_some_and(|(has_key, letters)| {
            has_key || (letters > 3 && letters * 5 >= self.length * 3)
        })
    }

    /// Whether a text has a name of the organisation.
    pub(super) fn is_named_in(&self, text: &str) -> bool {
        let text = phrase(text);
        self.phrases.iter().any(|it| text.contains(it.as_str()))
            || self.keys.iter().any(|it| it.len() > 1 && has_any(&text, &[it.as_str()]))
    }

    /// Whether a text has the name that the organisation goes by, kind and all.
    pub(super) fn is_named_whole_in(&self, text: &str) -> bool {
        self.phrases.first().is_some_and(|name| phrase(text).contains(name.as_str()))
    }

    /// Whether a page has a name of the organisation in what it says of itself or in its text.
    pub(super) fn is_named_on(&self, page: &Page) -> bool {
        let about = page.site_names.iter().chain(&page.headings).chain([&page.title, &page.text]);
        about.into_iter().any(|text| self.is_named_in(text))
    }

    /// Whether the words of a link say no more than which platform it is, and whose.
    pub(super) fn is_plain(&self, label: &str, platform: &Platform, account: &Reference) -> bool {
        let named = [platform.id(), platform.name()].into_iter().map(str::to_owned);
        let named =
            named.chain(platform.rules.former_names.iter().chain(&platform.rules.aliases).cloned());
        let named: Vec<String> = named.map(|name| squashed(&name)).collect();
        let handle = squashed(account.name.text());
        phrase(label).split_whitespace().all(|word| {
            let is_own =
                || self.words.iter().chain(&self.rest).chain(&self.keys).any(|it| it == word);
            word.len() < 2
                || word.starts_with(|c: char| c.is_ascii_digit())
                || named.iter().any(|name| name.contains(word) || word.starts_with(name.as_str()))
                || handle.contains(word)
                || PLAIN.contains(&word)
                || is_own()
        })
    }
}

/// Whether the words of a link are the name of its account, as those of a thing of its own are.
pub(super) fn is_its_name(label: &str, account: &Reference) -> bool {
    let handle = squashed(account.name.text());
    !label.trim_start().starts_with('@') && handle.len() > 3 && squashed(label) == handle
}

fn bare_name<'n>(directory: &Directory, it: &Organisation, name: &'n str) -> Option<&'n str> {
    directory.lexicon.bare_name(it.kind, name)
}

fn all_names(it: &Organisation) -> impl Iterator<Item = &str> {
    let former = it.former_names.iter().map(|former| former.name.as_str());
    let own = [Some(it.name.as_str()), it.abbreviation.as_deref()].into_iter().flatten();
    own.chain(it.aliases.iter().map(String::as_str)).chain(former)
}

/// A name folded, without anything but letters and digits.
fn squashed(name: &str) -> String {
    fold(name).chars().filter(|c| c.is_alphanumeric()).collect()
}

/// Whether the beginning of a text is some letters of a longer word, in their order and with its first.
fn is_short_for(text: &str, length: usize, word: &str) -> bool {
    let Some(short) = text.get(..length) else { return false };
    let mut letters = word.chars();
    let is_first = short.chars().next() == word.chars().next();
    is_first && word.len() > 5 && short.chars().all(|c| letters.any(|it| it == c))
}

/// How many bytes two words have in common at the beginning.
fn common_beginning(word: &str, rest: &str) -> usize {
    let mut length = 0;
    for (ours, theirs) in word.chars().zip(rest.chars()) {
        if ours != theirs {
            break;
        }
        length += ours.len_utf8();
    }
    length
}

fn is_unnamed(rules: Option<&NameRules>, name: &AccountName) -> bool {
    rules.is_some_and(|it| it.is_platform_id) || name.text().bytes().all(|it| it.is_ascii_digit())
}

/// The part of a name that its owner chose, and the host that it is on or is.
fn parts<'n>(rules: Option<&NameRules>, name: &'n str) -> (&'n str, Option<&'n str>) {
    if rules.is_some_and(|it| it.is_domain) {
        return (name.rsplit_once('.').map_or(name, |(before, _)| before), Some(name));
    }
    match name.split_once('@') {
        Some((user, host)) => (user, Some(host)),
        None => (name, None),
    }
}
