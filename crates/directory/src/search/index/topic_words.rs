//! The words by which people ask for a topic or a service: in what order they stand does not matter.
//!
//! A name of a topic is met where all of its words are typed, but for those that only say what one wants to
//! do with it. So the words are sorted, each with the names that hold it, and a question reads as many runs
//! of names as it has words.

use std::collections::BTreeMap;
use std::ops::Range;

use crate::directory::{Directory, ServiceIndex, TopicIndex};
use crate::search::tokens::Tokenized;
use crate::store::Part;
use crate::store::sorted::partition_point;

/// What a question may be about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(in crate::search) enum Subject {
    Topic(TopicIndex),
    Service(ServiceIndex),
}

/// A name of a subject.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::search) struct SubjectName {
    pub(in crate::search) subject: Subject,
    /// How many of its words must be typed.
    pub(in crate::search) required: u32,
    /// How many words it has.
    pub(in crate::search) total: u32,
}

/// A word of a name.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(in crate::search) struct WordOfName {
    /// The number of the name.
    pub(in crate::search) name: u32,
    /// Whether the name is not met without it.
    pub(in crate::search) is_required: bool,
}

// The stored form is two parts, for numbers compress well by themselves. The first, in numbers of 4 bytes, little
// endian:
//
//     the number of words, of words of names, and of names
//     for every word and behind the last one, where its letters begin
//     for every word and behind the last one, where its words of names begin
//     the words of names: the number of the name, the highest bit set where it is not required
//     the names: 24 bits for the subject, of which the highest says that it is a service, 4 for `total`,
//     4 for `required`
//
// The second is the letters of all words, one behind the other.

const NOT_REQUIRED: u32 = 1 << 31;
const SERVICE: u32 = 1 << 23;
const HEAD: usize = 3;
/// The most words of a name that are counted.
const MOST_WORDS: u32 = 15;

/// Lays out the names of all topics and services; `is_optional` says which words a name is met without.
pub(in crate::search) fn lay_out(
    directory: &Directory,
    is_optional: impl Fn(&str) -> bool,
) -> (Vec<u8>, Vec<u8>) {
    let mut names: Vec<u32> = Vec::new();
    let mut words: BTreeMap<String, Vec<u32>> = BTreeMap::new();
    let mut add = |subject: u32, name: &str| {
        let Ok(number) = u32::try_from(names.len()) else { return };
        let mut all: Vec<String> = words_of(name).collect();
        all.sort_unstable();
        all.dedup();
        let is_any_required = !all.iter().all(|word| is_optional(word));
        let (mut required, total) = (0, u32::try_from(all.len()).unwrap_or(u32::MAX));
        for word in all {
            let is_required = !is_any_required || !is_optional(&word);
            required += u32::from(is_required);
            let entry = if is_required { number } else { number | NOT_REQUIRED };
            words.entry(word).or_default().push(entry);
        }
        names.push(subject << 8 | total.min(MOST_WORDS) << 4 | required.min(MOST_WORDS));
    };
    for (topic, at) in directory.topics().zip(0..SERVICE) {
        std::iter::once(&topic.name).chain(&topic.words).for_each(|name| add(at, name));
    }
    for (service, at) in directory.services().zip(0..SERVICE) {
        let all = std::iter::once(&service.name).chain(&service.aliases);
        all.for_each(|name| add(SERVICE | at, name));
    }
    write(&words, &names)
}

fn write(words: &BTreeMap<String, Vec<u32>>, names: &[u32]) -> (Vec<u8>, Vec<u8>) {
    let entries: usize = words.values().map(Vec::len).sum();
    let begins = |lengths: &mut dyn Iterator<Item = usize>| {
        let mut begin = 0;
        let mut all = vec![0];
        for length in lengths {
            begin += length;
            all.push(begin);
        }
        all
    };
    let head = [words.len(), entries, names.len()].into_iter();
    let letters_at = begins(&mut words.keys().map(String::len));
    let entries_at = begins(&mut words.values().map(Vec::len));
    let numbers = head.chain(letters_at).chain(entries_at);
    let numbers = numbers.map(|number| u32::try_from(number).unwrap_or(u32::MAX));
    let all = numbers.chain(words.values().flatten().copied()).chain(names.iter().copied());
    let numbers = all.flat_map(u32::to_le_bytes).collect();
    (numbers, words.keys().flat_map(|word| word.bytes()).collect())
}

/// The words of a name, as those of a question are read.
pub(in crate::search) fn words_of(name: &str) -> impl Iterator<Item = String> + '_ {
    let parts = name.split(|c: char| !c.is_alphanumeric() && c != '\'' && c != '’');
    parts.map(|word| Tokenized::new(word).letters).filter(|word| !word.is_empty())
}

/// The words of the topics and services of a directory.
#[derive(Debug)]
pub(in crate::search) struct TopicWords {
    numbers: Vec<u8>,
    letters: Vec<u8>,
    words: usize,
    entries: usize,
    names: usize,
}

impl TopicWords {
    /// What [`lay_out`] made; nothing where it can't be read.
    pub(in crate::search) fn read(numbers: &Part, letters: &Part) -> Self {
        let whole = |part: &Part| part.read(0..part.len()).into_owned();
        let (numbers, letters) = (whole(numbers), whole(letters));
        let mut read = Self { numbers, letters, words: 0, entries: 0, names: 0 };
        let head = [0, 1, 2].map(|at| read.number(at));
        let lengths = head.map(|number| usize::try_from(number).unwrap_or(usize::MAX));
        let [words, entries, names] = lengths;
        let numbers = [words, words, entries, names, HEAD + 2];
        let total = numbers.into_iter().try_fold(0_usize, usize::checked_add);
        if total.and_then(|it| it.checked_mul(4)).is_some_and(|it| it <= read.numbers.len()) {
            (read.words, read.entries, read.names) = (words, entries, names);
        }
        read
    }

    fn number(&self, at: usize) -> u32 {
        let place = at.saturating_mul(4);
        let bytes = self.numbers.get(place..).and_then(|rest| rest.first_chunk());
        bytes.map_or(0, |bytes| u32::from_le_bytes(*bytes))
    }

    fn size(&self, at: usize) -> usize {
        usize::try_from(self.number(at)).unwrap_or(usize::MAX)
    }

    /// The letters of a word.
    fn letters(&self, word: usize) -> &[u8] {
        let at = |word: usize| self.size(HEAD + word);
        self.letters.get(at(word)..at(word + 1)).unwrap_or_default()
    }

    /// The numbers of the words that begin with these letters, sorted by their letters.
    pub(in crate::search) fn beginning_with(&self, letters: &str) -> Range<usize> {
        let wanted = letters.as_bytes();
        let first = partition_point(0..self.words, |at| self.letters(at) < wanted);
        let end = partition_point(first..self.words, |at| self.letters(at).starts_with(wanted));
        first..end
    }

    /// The number of just this word.
    pub(in crate::search) fn word(&self, letters: &str) -> Option<usize> {
        let wanted = letters.as_bytes();
        let at = partition_point(0..self.words, |at| self.letters(at) < wanted);
        (at < self.words && self.letters(at) == wanted).then_some(at)
    }

    /// The text of a word.
    pub(in crate::search) fn text(&self, word: usize) -> &str {
        std::str::from_utf8(self.letters(word)).unwrap_or_default()
    }

    /// The names that hold a word.
    pub(in crate::search) fn names_with(
        &self,
        word: usize,
    ) -> impl Iterator<Item = WordOfName> + '_ {
        let base = HEAD + self.words + 1;
        let first = base + self.words + 1;
        let range = self.size(base + word)..self.size(base + word + 1).min(self.entries);
        range.map(move |at| {
            let entry = self.number(first + at);
            WordOfName { name: entry & !NOT_REQUIRED, is_required: entry & NOT_REQUIRED == 0 }
        })
    }

    /// A name.
    pub(in crate::search) fn name(&self, number: u32) -> Option<SubjectName> {
        let at = usize::try_from(number).ok().filter(|at| *at < self.names)?;
        let packed = self.number(HEAD + 2 * self.words + 2 + self.entries + at);
        let place = packed >> 8;
        let subject = if place & SERVICE == 0 {
            Subject::Topic(TopicIndex(place))
        } else {
            Subject::Service(ServiceIndex(place & !SERVICE))
        };
        Some(SubjectName {
            subject,
            required: packed & MOST_WORDS,
            total: packed >> 4 & MOST_WORDS,
        })
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::store::{Store, Writer};

    fn read((numbers, letters): &(Vec<u8>, Vec<u8>)) -> TopicWords {
        let mut writer = Writer::new(Vec::new()).unwrap();
        writer.part("numbers", numbers).unwrap();
        writer.part("letters", letters).unwrap();
        let store = Store::owned(writer.finish().unwrap()).unwrap();
        TopicWords::read(&store.part("numbers"), &store.part("letters"))
    }

    #[test]
    fn every_name_is_found_by_each_of_its_words() {
        let directory = crate::testing::built_in();
        let words = read(&lay_out(&directory, |word| word == "aanvragen"));
        let names = directory.topics().zip(0..).flat_map(|(topic, at)| {
            let all = std::iter::once(&topic.name).chain(&topic.words);
            all.map(move |name| (Subject::Topic(TopicIndex(at)), name))
        });
        let mut count = 0;
        for (number, (subject, name)) in (0..).zip(names) {
            let found = words.name(number).unwrap();
            assert_eq!(found.subject, subject, "{name}");
            for word in words_of(name) {
                let at = words.word(&word).unwrap_or_else(|| panic!("{word}"));
                assert_eq!(words.text(at), word);
                assert!(words.beginning_with(&word).contains(&at), "{word}");
                let of_name = words.names_with(at).find(|it| it.name == number).unwrap();
                let is_only = found.required == 1 && words_of(name).count() == 1;
                assert!(of_name.is_required || (word == "aanvragen" && !is_only), "{name}");
            }
            count += 1;
        }
        assert!(count > 1_000, "{count}");
        assert_eq!(words.word("qwertyuiop"), None);
    }

    proptest! {
        #[test]
        fn any_bytes_are_read_without_a_panic(
            bytes in prop::collection::vec(any::<u8>(), 0..96),
            small in prop::collection::vec(0_u32..6, 0..24),
        ) {
            let numbers: Vec<u8> = small.iter().flat_map(|it| it.to_le_bytes()).collect();
            for bytes in [bytes, numbers] {
                let words = read(&(bytes, b"letters".to_vec()));
                for word in words.beginning_with("") {
                    for it in words.names_with(word) {
                        let _ = (words.name(it.name), words.text(word));
                    }
                }
            }
        }
    }
}
