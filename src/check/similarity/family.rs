//! The words of families in names: plain, or disguised.

use std::ops::Range;

use super::affix::{Claim, Core, cores};
use super::align::{align, steps};
use super::compare::{added, shown, tidy};
use super::confusables;
use super::edit_distance::{edit_distance, letter_mask};
use super::siblings::{named, order};
use super::skeleton::{Cell, Skeleton, Sort, merged, merged_spans};
use super::targets::{Targets, account_of, handle_of, split};
use super::{Change, FamilyWordMatch, Original, Resemblance, Step, Technique};
use crate::compact_sort::CompactSort;
use crate::directory::{Directory, FamilyWord};

/// A word of fewer letters counts only where a word begins or ends: `ind` is not in `kind`.
const SHORT: usize = 6;

/// A word of fewer letters counts only where it begins and ends: `indoor`.
const SHORTER: usize = 4;

/// A word is looked for in disguise from this many letters on, and only with both ends free where it
/// is short.
const DISGUISED: usize = 4;

/// Separators stand inside words of at least so many letters.
const SPLIT_WORD: usize = 6;

/// A word with two letters swapped or one doubled is looked for from this many letters on.
const TYPO_WORD: usize = 7;

/// A word with a letter dropped or added. `ministries` is near to `ministerie`.
const MISSPELT: usize = 11;

/// A word is told from others by an affix that only says that it is official from this many letters on.
const OFFICIAL: usize = 5;

/// Where a compound is written as two words, the second of them begins so.
pub(super) const COMPOUND_PARTS: [&str; 21] = [
    "agent",
    "ambassade",
    "bank",
    "box",
    "dienst",
    "embassy",
    "financiering",
    "heemraadschap",
    "koophandel",
    "korps",
    "ministerie",
    "overheid",
    "raadschap",
    "regio",
    "schap",
    "spraak",
    "telefoon",
    "teruggave",
    "toeslag",
    "van",
    "waterstaat",
];

/// A word that was found: the letters that it takes.
struct Found<'a> {
    family: (usize, &'a FamilyWord),
    letters: Range<usize>,
}

/// A name in which words are looked for.
struct Reader<'a, 't> {
    directory: &'a Directory,
    targets: &'a Targets,
    name: &'a Skeleton<'t>,
    cores: Vec<Core>,
}

/// The family whose word stands in a name; a plain one first, then the longest word.
pub(super) fn family_word(
    directory: &Directory,
    targets: &Targets,
    name: &str,
) -> Option<FamilyWordMatch> {
    let (own, host) = split(name);
    let skeleton = Skeleton::new(own);
    let cores = cores(&skeleton, &targets.country);
    let reader = Reader { directory, targets, name: &skeleton, cores };
    let mut families: Vec<(usize, &FamilyWord)> = directory.families.iter().enumerate().collect();
    families.retain(|(_, family)| !family.word.is_empty());
    families
        .compact_sort_by_key(|(_, family)| (std::cmp::Reverse(family.word.len()), &family.word));
    let plain = families.iter().find(|(_, family)| reader.plain(family).is_some());
    if let Some((family, _)) = plain {
        return Some(FamilyWordMatch { family: *family, disguise: None });
    }
    families.iter().find_map(|&(at, family)| {
        let letters = reader.disguised(family)?;
        let disguise = reader.disguise(&Found { family: (at, family), letters }, host, Vec::new());
        Some(FamilyWordMatch { family: at, disguise })
    })
}

/// A word under which people sign in or pay, with an affix that makes others trust the name: who is called
/// `digid_helpdesk` wants to be taken for them, whether they have an account of that name or not.
pub(super) fn borrowed(
    directory: &Directory,
    targets: &Targets,
    name: &str,
) -> Option<Resemblance> {
    let (own, host) = split(name);
    let skeleton = Skeleton::new(own);
    if !skeleton.rest.is_empty() {
        return None;
    }
    let cores = cores(&skeleton, &targets.country);
    let reader = Reader { directory, targets, name: &skeleton, cores };
    let families = directory.families.iter().enumerate();
    let stolen = families.filter(|(_, it)| it.is_phishing_target && !it.with_place);
    let mut found = stolen.filter_map(|family| {
        let word = family.1.word.as_bytes();
        let least = if word.len() < OFFICIAL { Claim::Help } else { Claim::Official };
        let core = reader.cores.iter().find(|core| {
            let plain = skeleton.plain.get(core.letters.clone());
            core.claim.is_some_and(|claim| claim >= least) && plain == Some(word)
        })?;
        let letters = core.letters.clone();
        if reader.is_split(&letters) {
            return None;
        }
        let cells = skeleton.cells_of(&letters);
        let sides = [skeleton.cells.get(..cells.start)?, skeleton.cells.get(cells.end..)?];
        let has_letter = |side: &&[Cell<'_>]| side.iter().any(|cell| cell.sort == Sort::Letter);
        let affixes = sides.into_iter().filter(has_letter);
        let affixes = affixes.map(|side| Technique::Affix(shown(side))).collect();
        reader.disguise(&Found { family, letters }, host, affixes)
    });
    found.next()
}

impl Reader<'_, '_> {
    /// Where the word stands as it is, with no more between its letters than where a compound is
    /// written as two words.
    fn plain(&self, family: &FamilyWord) -> Option<Range<usize>> {
        let word = family.word.as_bytes();
        let found = find_all(&self.name.plain, word);
        found.into_iter().find(|letters| {
            (!self.is_split(letters) || self.is_compound(letters))
                && self.counts(family, letters, family.word.len() < SHORTER)
        })
    }

    /// Where the word stands in disguise.
    fn disguised(&self, family: &FamilyWord) -> Option<Range<usize>> {
        let length = family.word.len();
        if length < DISGUISED {
            return None;
        }
        let word: Vec<u8> = family.word.bytes().map(confusables::class).collect();
        let own = letter_mask(&self.name.letters);
        let mut found = find_all(&self.name.letters, &word);
        let (both, spans) = merged_spans(&self.name.letters);
        for at in find_all(&both, &merged(&word)) {
            let last = at.end.checked_sub(1).and_then(|last| spans.get(last));
            if let Some((first, last)) = spans.get(at.start).zip(last) {
                found.push(first.start..last.end);
            }
        }
        if length >= TYPO_WORD && (letter_mask(&word) & !own).count_ones() <= 1 {
            found.extend(self.with_typo(&word));
        }
        found.into_iter().find(|letters| {
            let is_whole = letters.len() == length;
            let plain = self.name.plain.get(letters.clone()).unwrap_or_default();
            let is_plain = plain == family.word.as_bytes();
            let is_split = self.is_split(letters);
            (!is_plain || (is_split && is_whole && !self.is_compound(letters)))
                && (!is_split || length >= SPLIT_WORD || self.has_hidden(letters))
                && self.counts(family, letters, length < SHORT)
        })
    }

    /// The parts that are the word but for one typo; the ends of the word stand.
    fn with_typo(&self, word: &[u8]) -> Vec<Range<usize>> {
        let letters = &self.name.letters;
        let starts = 0..letters.len();
        let ranges = starts.flat_map(|start| {
            [word.len(), word.len() + 1, word.len() - 1].map(|length| start..start + length)
        });
        let has_typo = |range: &Range<usize>| {
            let Some(part) = letters.get(range.clone()) else { return false };
            let is_near = edit_distance(part, word, 1) == Some(1);
            let swapped = is_swapped(part, word);
            let are_ends = part.first() == word.first() && part.last() == word.last();
            is_near
                && (swapped || (are_ends && (is_doubled(part, word) || is_misspelt(part, word))))
        };
        ranges.filter(has_typo).collect()
    }

    /// Whether a word that was found is one by itself, and no other word's beginning.
    fn counts(&self, family: &FamilyWord, letters: &Range<usize>, with_both_ends: bool) -> bool {
        let behind = self.name.letters.get(letters.start..).unwrap_or_default();
        let is_other = family.except.iter().any(|other| {
            let other: Vec<u8> = other.bytes().map(confusables::class).collect();
            behind.starts_with(&other)
        });
        if is_other {
            return false;
        }
        if family.with_place {
            return self.is_with_place(letters);
        }
        let (starts, ends) = (self.is_edge(letters.start), self.is_edge(letters.end));
        let is_free = if with_both_ends { starts && ends } else { starts || ends };
        family.word.len() >= SHORT
            || is_free
            || self.cores.iter().any(|core| core.letters == *letters)
            || self.is_with_place(letters)
    }

    /// Whether what is left without the word, and without affixes, is the name of a place.
    fn is_with_place(&self, letters: &Range<usize>) -> bool {
        let plain = |range: Range<usize>| self.name.plain.get(range).unwrap_or_default();
        self.cores.iter().any(|core| {
            let all = &core.letters;
            let holds = all.start <= letters.start && letters.end <= all.end;
            let rest = || [plain(all.start..letters.start), plain(letters.end..all.end)].concat();
            holds && self.targets.is_place(&rest())
        })
    }

    /// Whether a word may begin or end before a letter: at the ends of the name, at separators, and
    /// between letters and digits.
    fn is_edge(&self, at: usize) -> bool {
        let around = at.checked_sub(1).map(|before| (before, at));
        let Some((before, behind)) = around.filter(|_| at < self.name.letters.len()) else {
            return true;
        };
        let is_digit = |at: usize| self.name.plain.get(at).is_some_and(u8::is_ascii_digit);
        self.gap(before, behind) || is_digit(before) != is_digit(behind)
    }

    /// Whether something stands between two neighbours.
    fn gap(&self, before: usize, behind: usize) -> bool {
        let owner = |at: usize| self.name.owners.get(at).copied().unwrap_or_default();
        owner(behind) > owner(before) + 1
    }

    fn is_split(&self, letters: &Range<usize>) -> bool {
        (letters.start + 1..letters.end).any(|at| self.gap(at - 1, at))
    }

    fn has_hidden(&self, letters: &Range<usize>) -> bool {
        let cells = self.name.cells.get(self.name.cells_of(letters)).unwrap_or_default();
        cells.iter().any(|cell| cell.sort == Sort::Hidden)
    }

    /// Whether the word is torn only where a compound may be written as two words.
    fn is_compound(&self, letters: &Range<usize>) -> bool {
        !self.has_hidden(letters)
            && (letters.start + 1..letters.end).filter(|at| self.gap(at - 1, *at)).all(|at| {
                let behind = self.name.plain.get(at..).unwrap_or_default();
                COMPOUND_PARTS.iter().any(|part| behind.starts_with(part.as_bytes()))
            })
    }

    /// How the word is disguised, beside what was put to it, and whose it is. `None` where it is nobody's: that of all
    /// municipalities, without a place that one of them has.
    fn disguise(
        &self,
        found: &Found<'_>,
        host: &str,
        affixes: Vec<Technique>,
    ) -> Option<Resemblance> {
        let (_, family) = found.family;
        let (of, genuine) = self.owner(family, &found.letters)?;
        let word = Skeleton::new(genuine).cells;
        let range = self.name.cells_of(&found.letters);
        let written = self.name.cells.get(range.clone())?;
        let before = self.name.cells.get(..range.start)?;
        let behind = self.name.cells.get(range.end..)?;
        let path = align(written, &word);
        let mut techniques: Vec<Technique> =
            path.iter().filter_map(|step| step.technique()).chain(affixes).collect();
        if before.iter().chain(behind).any(|cell| cell.sort == Sort::Hidden) {
            techniques.push(Technique::Hidden);
        }
        tidy(&mut techniques);
        let mut all: Vec<Step> = before.iter().map(added).collect();
        all.extend(steps(&path, written, &word));
        all.extend(behind.iter().map(added));
        let tails = [self.name.rest, host].into_iter().filter(|tail| !tail.is_empty());
        all.extend(tails.map(|tail| Step {
            written: tail.to_owned(),
            genuine: String::new(),
            change: Change::Added,
        }));
        let is_one = !techniques.is_empty();
        is_one.then(|| Resemblance { of, genuine: genuine.to_owned(), techniques, steps: all })
    }

    /// Whose word it is, and the word as they write it.
    fn owner<'f>(
        &'f self,
        family: &'f FamilyWord,
        letters: &Range<usize>,
    ) -> Option<(Original, &'f str)> {
        let Some(organisation) = family.organisation else {
            // A word of many: whose it is here, the rest of the name tells.
            let plain = |range: Range<usize>| self.name.plain.get(range).unwrap_or_default();
            let rest =
                [plain(0..letters.start), plain(letters.end..self.name.plain.len())].concat();
            let rest = String::from_utf8(rest).ok()?;
            let all = named(self.directory, self.targets, &format!("{}{rest}", family.word));
            return all.first().map(|index| (Original::Name(*index), family.word.as_str()));
        };
        let classes: Vec<u8> = family.word.bytes().map(confusables::class).collect();
        let both = merged(&classes);
        let accounts = self.targets.exact(&both).filter_map(|target| {
            let index = account_of(target.original)?;
            let is_own = self.directory.account(index).organisation == organisation;
            (is_own && *target.plain == *family.word.as_bytes()).then_some(index)
        });
        let account = accounts.min_by_key(|index| order(self.directory, *index));
        let handle = account.and_then(|index| {
            let handle = split(handle_of(self.directory.account(index))?).0;
            Some((Original::Account(index), handle))
        });
        Some(handle.unwrap_or((Original::Name(organisation), family.word.as_str())))
    }
}

/// Whether a part has the letters of the word, in another order.
fn is_swapped(part: &[u8], word: &[u8]) -> bool {
    let sorted = |letters: &[u8]| {
        let mut sorted = letters.to_vec();
        sorted.sort_unstable();
        sorted
    };
    part.len() == word.len() && sorted(part) == sorted(word)
}

/// Whether a part is the word with a letter doubled, or with one of a double letter missing.
fn is_doubled(part: &[u8], word: &[u8]) -> bool {
    let once = |letters: &[u8]| {
        let mut once = letters.to_vec();
        once.dedup();
        once
    };
    part.len() != word.len() && once(part) == once(word)
}

fn is_misspelt(part: &[u8], word: &[u8]) -> bool {
    word.len() >= MISSPELT && part.len() != word.len()
}

/// All places where some letters stand in others.
fn find_all(letters: &[u8], wanted: &[u8]) -> Vec<Range<usize>> {
    let windows = letters.windows(wanted.len().max(1)).enumerate();
    windows
        .filter(|(_, window)| *window == wanted)
        .map(|(at, window)| at..at + window.len())
        .collect()
}
