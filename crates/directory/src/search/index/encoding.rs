//! The texts of an organisation as bytes: their letters in one place, what they are in another.

use crate::search::answer::Field;
use crate::search::index::entries::{Entries, Entry};

const OPAQUE_ID: u8 = 1 << 4;
const UNOFFICIAL: u8 = 1 << 5;

/// The fields with a text of their own that is searched, in the order of their numbers in the stored form.
pub(in crate::search) const FIELDS: [Field; 12] = [
    Field::Name,
    Field::Abbreviation,
    Field::Alias,
    Field::Place,
    Field::FormerName,
    Field::Handle,
    Field::Website,
    Field::DisplayName,
    Field::Purpose,
    Field::Service,
    Field::Phone,
    Field::FormerHandle,
];

/// The number of a field in the stored form.
pub(in crate::search) fn number(field: Field) -> u8 {
    FIELDS.iter().zip(0..).find(|(known, _)| **known == field).map_or(0, |(_, number)| number)
}

/// Writes down what the texts are; their letters are stored as they stand in the arena.
pub(in crate::search) fn write(entries: &Entries, into: &mut Vec<u8>) {
    for entry in &entries.all {
        let opaque_id = if entry.is_opaque_id { OPAQUE_ID } else { 0 };
        let unofficial = if entry.is_unofficial { UNOFFICIAL } else { 0 };
        into.push(number(entry.field) | opaque_id | unofficial);
        let starts = entries.word_starts(entry);
        write_number(entry.item, into);
        write_number(entry.letters.end - entry.letters.start, into);
        write_number(entry.bare_start, into);
        write_number(u32::try_from(starts.len()).unwrap_or(u32::MAX), into);
        let mut last = 0;
        for &start in starts {
            write_number(start - last, into);
            last = start;
        }
    }
}

/// Reads texts back; what can't be read is left out.
pub(in crate::search) fn read(encoded: &[u8], letters: &[u8], entries: &mut Entries) {
    entries.arena.clear();
    entries.arena.push_str(std::str::from_utf8(letters).unwrap_or_default());
    entries.word_starts.clear();
    entries.all.clear();
    let mut rest = encoded;
    let mut at = 0;
    while let Some(entry) = read_one(&mut rest, at, &mut entries.word_starts) {
        // The letters are followed by one sign that ends them.
        at = entry.letters.end.saturating_add(1);
        entries.all.push(entry);
    }
}

fn read_one(rest: &mut &[u8], at: u32, word_starts: &mut Vec<u32>) -> Option<Entry> {
    let (&first, behind) = rest.split_first()?;
    *rest = behind;
    let field = *FIELDS.get(usize::from(first & 15))?;
    let item = read_number(rest)?;
    let length = read_number(rest)?;
    let bare_start = read_number(rest)?;
    let words = read_number(rest)?;
    let first_word = u32::try_from(word_starts.len()).ok()?;
    let mut start = 0_u32;
    for _ in 0..words {
        start = start.checked_add(read_number(rest)?)?;
        word_starts.push(start);
    }
    Some(Entry {
        field,
        is_opaque_id: first & OPAQUE_ID != 0,
        is_unofficial: first & UNOFFICIAL != 0,
        item,
        letters: at..at.checked_add(length)?,
        words: first_word..first_word.checked_add(words)?,
        bare_start,
    })
}

/// Seven bits a byte, the lowest first; the highest bit says that more follow.
fn write_number(mut number: u32, into: &mut Vec<u8>) {
    loop {
        let [low, ..] = (number & 0x7f).to_le_bytes();
        number >>= 7;
        if number == 0 {
            into.push(low);
            return;
        }
        into.push(low | 0x80);
    }
}

fn read_number(rest: &mut &[u8]) -> Option<u32> {
    let mut number = 0;
    for shift in [0, 7, 14, 21, 28] {
        let (&byte, behind) = rest.split_first()?;
        *rest = behind;
        number |= u32::from(byte & 0x7f) << shift;
        if byte & 0x80 == 0 {
            return Some(number);
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn texts_are_read_back_as_they_were() {
        let directory = crate::testing::built_in();
        for index in directory.organisation_indexes() {
            let entries = Entries::new(&directory, index);
            let (mut encoded, mut back) = (Vec::new(), Entries::default());
            write(&entries, &mut encoded);
            read(&encoded, entries.arena.as_bytes(), &mut back);
            assert_eq!(back, entries);
        }
    }

    proptest! {
        #[test]
        fn any_bytes_are_read_without_a_panic(
            encoded in prop::collection::vec(any::<u8>(), 0..64),
            letters in prop::collection::vec(any::<u8>(), 0..64),
        ) {
            let mut entries = Entries::default();
            read(&encoded, &letters, &mut entries);
            for entry in &entries.all {
                let _ = (entries.letters(entry), entries.word_starts(entry));
            }
        }

        #[test]
        fn numbers_are_read_back(number: u32) {
            let mut bytes = Vec::new();
            write_number(number, &mut bytes);
            prop_assert_eq!(read_number(&mut bytes.as_slice()), Some(number));
        }
    }
}
