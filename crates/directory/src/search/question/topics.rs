//! Which topics and services the words of a question name.

use std::cmp::Reverse;
use std::collections::HashMap;

use super::stems::{cuts, forms};
use super::tokens::{Role, Token};
use super::words::QuestionWords;
use crate::compact_sort::CompactSort;
use crate::directory::lexicon::PhraseRole;
use crate::search::index::topic_words::{Subject, TopicWords};
use crate::search::typo;

/// The fewest letters of a word that is still being typed.
const SHORTEST_BEGINNING: usize = 4;

/// The most words that one that is still being typed is taken for.
const MOST_BEGINNINGS: usize = 12;

/// The fewest letters of both parts of a compound.
const SHORTEST_OF_TWO: usize = 4;

/// The fewest letters of a word that was mistyped.
const SHORTEST_MISTYPED: usize = 5;

/// How far a word of a question is from the word of the directory that it is taken for.
const EXACT: u8 = 0;
const OTHER_FORM: u8 = 1;
const PART: u8 = 2;
const PART_OF_TWO: u8 = 3;
const BEGINNING: u8 = 4;

/// A topic or service that was named.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::search) struct Met {
    pub(in crate::search) subject: Subject,
    /// The tokens that name it, a bit each.
    pub(in crate::search) covered: u32,
    /// How many of its words were typed.
    pub(in crate::search) words: u32,
    /// How many words of its name were not typed.
    pub(in crate::search) missing: u32,
    /// How far what was typed is from its name.
    distance: u8,
}

impl Met {
    /// Whether it is named by just its words.
    pub(in crate::search) fn is_exact(&self) -> bool {
        self.distance == EXACT
    }
}

/// One word of the directory that a token may be.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct Candidate {
    word: usize,
    bits: u32,
    distance: u8,
}

/// What the tokens name, the best first, each subject once.
pub(in crate::search) fn find(
    topics: &TopicWords,
    words: &QuestionWords,
    tokens: &[Token],
) -> Vec<Met> {
    let mut met = Vec::new();
    let mut postings: Vec<(u32, Candidate, bool)> = Vec::new();
    for candidate in candidates(topics, words, tokens) {
        let names = topics.names_with(candidate.word);
        postings.extend(names.map(|it| (it.name, candidate, it.is_required)));
    }
    postings.sort_unstable();
    for of_name in postings.chunk_by(|a, b| a.0 == b.0) {
        met.extend(of_name.first().and_then(|first| met_name(topics, first.0, of_name)));
    }
    let content = bits_of(tokens, |token| is_content(&token.role));
    let told = bits_of(tokens, |token| token.role != Role::Phrase(PhraseRole::Ignored));
    // All names of a subject speak for it.
    let mut by_subject: HashMap<Subject, u32> = HashMap::new();
    for it in &met {
        *by_subject.entry(it.subject).or_default() |= it.covered;
    }
    met.compact_sort_by_key(|it: &Met| {
        let covered = (it.covered & content).count_ones();
        let of_subject = by_subject.get(&it.subject).map_or(0, |bits| (bits & told).count_ones());
        let all = (it.covered & told).count_ones();
        (Reverse(covered), Reverse(of_subject), Reverse(all), it.missing, it.distance, it.subject)
    });
    let mut seen = Vec::new();
    met.retain(|it| {
        let is_new = !seen.contains(&it.subject);
        seen.push(it.subject);
        is_new
    });
    met
}

/// A name that was met: all that it requires was typed.
fn met_name(topics: &TopicWords, number: u32, of_name: &[(u32, Candidate, bool)]) -> Option<Met> {
    let name = topics.name(number)?;
    let (mut required, mut all, mut covered, mut distance) = (0, 0, 0, 0);
    for of_word in of_name.chunk_by(|a, b| a.1.word == b.1.word) {
        let (_, best, is_required) = of_word.iter().min_by_key(|it| it.1.distance)?;
        if best.distance == PART_OF_TWO && !has_other_part(of_name, best) {
            continue;
        }
        required += u32::from(*is_required);
        all += 1;
        covered |= of_word.iter().fold(0, |bits, it| bits | it.1.bits);
        distance = distance.max(best.distance);
    }
    (required >= name.required).then(|| Met {
        subject: name.subject,
        covered,
        words: all,
        missing: name.total.saturating_sub(all),
        distance,
    })
}

/// Whether a name has the other part of a compound as well: one alone is there by chance, as *schapen* is in
/// `agentschap`.
fn has_other_part(of_name: &[(u32, Candidate, bool)], part: &Candidate) -> bool {
    let is_other =
        |it: &Candidate| it.bits == part.bits && it.distance == PART_OF_TWO && it.word != part.word;
    of_name.iter().any(|(_, it, _)| is_other(it))
}

/// The words of the directory that the tokens may be.
fn candidates(topics: &TopicWords, words: &QuestionWords, tokens: &[Token]) -> Vec<Candidate> {
    let mut all = Vec::new();
    for (at, token) in tokens.iter().enumerate() {
        if matches!(token.role, Role::Platform(_)) {
            continue;
        }
        let bits = 1 << at;
        let known = topics.word(&token.letters);
        all.extend(known.map(|word| Candidate { word, bits, distance: EXACT }));
        let next = tokens.get(at + 1);
        let both = next.and_then(|next| topics.word(&format!("{}{}", token.letters, next.letters)));
        all.extend(both.map(|word| Candidate {
            word,
            bits: bits | bits << 1,
            distance: OTHER_FORM,
        }));
        if both.is_none() {
            let is_last = at + 1 == tokens.len();
            let further =
                Further { topics, words, token, bits, is_last, is_known: known.is_some() };
            further.add(&mut all);
        }
    }
    all
}

/// What a word may be besides itself: another form of a word, a compound, or the beginning of one.
struct Further<'f> {
    topics: &'f TopicWords,
    words: &'f QuestionWords,
    token: &'f Token,
    bits: u32,
    is_last: bool,
    is_known: bool,
}

impl Further<'_> {
    fn add(&self, all: &mut Vec<Candidate>) {
        let letters = self.token.letters.as_str();
        let forms: Vec<usize> =
            forms(letters).iter().filter_map(|form| self.topics.word(form)).collect();
        let is_done = self.is_known || !forms.is_empty();
        all.extend(forms.into_iter().map(|word| self.candidate(word, OTHER_FORM)));
        if is_done || matches!(self.token.role, Role::Phrase(_)) || self.add_parts(letters, all) {
            return;
        }
        if self.is_last && letters.len() >= SHORTEST_BEGINNING {
            let range = self.topics.beginning_with(letters).take(MOST_BEGINNINGS);
            all.extend(range.map(|word| self.candidate(word, BEGINNING)));
        }
    }

    fn candidate(&self, word: usize, distance: u8) -> Candidate {
        Candidate { word, bits: self.bits, distance }
    }

    /// The word, or another form of it.
    fn known(&self, letters: &str) -> Option<usize> {
        let form = || forms(letters).iter().find_map(|form| self.topics.word(form));
        self.topics.word(letters).or_else(form)
    }

    /// The parts of a compound of which one is known, or both are.
    fn add_parts(&self, letters: &str, all: &mut Vec<Candidate>) -> bool {
        let known = |letters: &str| self.known(letters);
        if let Some(word) = self.words.without_ending(letters).find_map(known) {
            all.push(self.candidate(word, PART));
            return true;
        }
        let parts = cuts(letters).find_map(|(first, rest)| {
            let is_long = first.len() >= SHORTEST_OF_TWO && rest.len() >= SHORTEST_OF_TWO;
            is_long.then(|| Some((self.topics.word(first)?, known(rest)?))).flatten()
        });
        if let Some((first, rest)) = parts {
            all.extend([first, rest].map(|word| self.candidate(word, PART_OF_TWO)));
        }
        parts.is_some()
    }
}

/// What the tokens name but for a typing error in some: the subject that is best met so.
pub(in crate::search) fn find_mistyped(
    topics: &TopicWords,
    words: &QuestionWords,
    tokens: &[Token],
) -> Option<Met> {
    let mut meant = tokens.to_vec();
    let mut is_changed = false;
    for token in meant.iter_mut().filter(|token| token.role == Role::Term) {
        let is_known = topics.word(&token.letters).is_some();
        if is_known || token.letters.len() < SHORTEST_MISTYPED {
            continue;
        }
        let first = token.letters.get(..1).unwrap_or_default();
        let most = usize::try_from(typo::max_typos(token.letters.len())).unwrap_or(0);
        let length = token.letters.chars().count();
        let near = topics.beginning_with(first).filter_map(|word| {
            let text = topics.text(word);
            // No typo makes a word more than a letter longer or shorter.
            if text.len() < SHORTEST_MISTYPED || text.chars().count().abs_diff(length) > most {
                return None;
            }
            let typos = strsim::osa_distance(&token.letters, text);
            (typos <= most).then_some((typos, word))
        });
        if let Some((_, word)) = near.min() {
            topics.text(word).clone_into(&mut token.letters);
            is_changed = true;
        }
    }
    if !is_changed {
        return None;
    }
    find(topics, words, &meant).into_iter().find(|met| is_sure(met, &meant))
}

/// Whether a token says what is asked for, rather than where, of what kind or how.
fn is_content(role: &Role) -> bool {
    matches!(role, Role::Term | Role::Topic | Role::Name)
}

fn bits_of(tokens: &[Token], is: impl Fn(&Token) -> bool) -> u32 {
    let all = tokens.iter().enumerate().filter(|(_, token)| is(token));
    all.fold(0, |bits, (at, _)| bits | 1 << at)
}

/// Whether a question is about this rather than about anything else that it says: it covers two fifths of what it
/// asks for at least, or says it in a word that means little else.
pub(in crate::search) fn is_sure(met: &Met, tokens: &[Token]) -> bool {
    let content = bits_of(tokens, |token| is_content(&token.role));
    let told = bits_of(tokens, |token| matches!(token.role, Role::Phrase(PhraseRole::Action)));
    // What stands in a longer name says nothing by itself: `huis` in `koninklijk huis`.
    let names = bits_of(tokens, |token| token.role == Role::Name);
    let is_all_of_names = met.covered & names == names;
    let covered = met.covered & content & if is_all_of_names { content } else { !names };
    let letters = |bits: u32| letters_of(tokens, bits);
    let is_told = covered != 0 || (met.covered & told != 0 && content == 0);
    // Of two words a short one is what the question is about where it is an abbreviation: `apk auto`.
    let is_short = covered.count_ones() * 2 >= content.count_ones()
        && letters(covered) <= SHORT
        && met.missing == 0;
    // `bank` alone is no furniture, though *bank ophalen* is.
    let is_whole = met.missing == 0 || met.words > 1;
    let is_most = letters(covered) * 5 >= letters(content) * 2 || is_short;
    let is_telling = met.distance <= OTHER_FORM && letters(covered) >= TELLING;
    is_told && is_whole && met.distance < BEGINNING && (is_most || is_telling)
}

/// The letters of an abbreviation at the most.
const SHORT: usize = 4;

/// A word of so many letters means little else than what it names.
const TELLING: usize = 9;

fn letters_of(tokens: &[Token], bits: u32) -> usize {
    let all = tokens.iter().enumerate().filter(|(at, _)| bits & 1 << at != 0);
    all.map(|(_, token)| token.letters.len()).sum()
}

/// Marks the tokens that name it.
pub(in crate::search) fn mark(met: &Met, tokens: &mut [Token]) {
    for (at, token) in tokens.iter_mut().enumerate() {
        let is_plain = matches!(token.role, Role::Term | Role::Phrase(PhraseRole::Action));
        if met.covered & 1 << at != 0 && is_plain {
            token.role = Role::Topic;
        }
    }
}
