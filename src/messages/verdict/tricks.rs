//! Tricks in words: which characters stand there, and which ones they are taken for.

use super::row;
use crate::check::{Change, Step, Technique};
use crate::text::sanitise::{escape, escaped};
use crate::words::{Words, fill};

/// So many pairs of characters are told one by one.
const MOST_PAIRS: usize = 4;

/// How a name differs from the one that it is taken for, a sentence for each trick.
pub(super) fn tricks(words: &Words, tricks: &[Technique], steps: &[Step]) -> Vec<String> {
    let all = words.verdicts;
    let pairs = |change| ("pairs", pairs(words, steps, change));
    let letters =
        |text: fn(&Step) -> &str, change| ("letters", letters(words, steps, text, change));
    let told = |trick: &Technique| {
        let (text, (key, value)) = match trick {
            Technique::Hidden => return None,
            Technique::Characters => (all.trick_characters, pairs(Change::Alike)),
            Technique::Separators => return Some(all.trick_separators.to_owned()),
            Technique::Affix(affix) => (all.trick_affix, ("affix", escaped(affix))),
            Technique::Doubled => return Some(all.trick_doubled.to_owned()),
            Technique::Dropped => {
                (all.trick_dropped, letters(|step| &step.genuine, Change::Missing))
            }
            Technique::Added => (all.trick_added, letters(|step| &step.written, Change::Added)),
            Technique::Swapped => (all.trick_swapped, pairs(Change::Swapped)),
            Technique::Replaced => (all.trick_replaced, pairs(Change::Replaced)),
        };
        // Without the place, the sentence would end in nothing.
        (!value.is_empty()).then(|| fill(text, &[(key, &value)]))
    };
    tricks.iter().filter_map(told).collect()
}

/// The characters that nobody sees.
pub(super) fn hidden(words: &Words, characters: &[char]) -> String {
    let shown: Vec<String> = characters.iter().copied().map(escape).collect();
    fill(words.verdicts.trick_hidden, &[("characters", &row(words, &shown))])
}

/// The characters that nobody sees, in the text around it.
pub(super) fn hidden_around(words: &Words, characters: &[char]) -> String {
    let shown: Vec<String> = characters.iter().copied().map(escape).collect();
    fill(words.verdicts.hidden_around, &[("characters", &row(words, &shown))])
}

/// What stands in place of what: `het cijfer 0 in plaats van de hoofdletter O`.
pub(super) fn pairs(words: &Words, steps: &[Step], change: Change) -> String {
    let mut pairs: Vec<String> = Vec::new();
    for step in steps.iter().filter(|step| step.change == change) {
        let (written, genuine) = (character(words, &step.written), character(words, &step.genuine));
        let pair = fill(words.verdicts.pair, &[("written", &written), ("genuine", &genuine)]);
        if !pairs.contains(&pair) {
            pairs.push(pair);
        }
    }
    pairs.truncate(MOST_PAIRS);
    row(words, &pairs)
}

fn letters(words: &Words, steps: &[Step], text: fn(&Step) -> &str, change: Change) -> String {
    let changed = steps.iter().filter(|step| step.change == change);
    let mut letters: Vec<String> = changed.map(|step| character(words, text(step))).collect();
    letters.truncate(MOST_PAIRS);
    row(words, &letters)
}

/// A character by its name, so that a reader can tell it from its look-alike by ear as well.
fn character(words: &Words, text: &str) -> String {
    let all = words.verdicts;
    let mut characters = text.chars();
    let (Some(c), None) = (characters.next(), characters.next()) else {
        return fill(all.character_other, &[("character", &escaped(text))]);
    };
    let shown = escaped(text);
    if !c.is_ascii() && c.is_alphanumeric() {
        let code = format!("U+{:04X}", u32::from(c));
        return fill(all.character_foreign, &[("character", &shown), ("code", &code)]);
    }
    let kind = match c {
        '0'..='9' => all.character_digit,
        'A'..='Z' => all.character_capital,
        'a'..='z' => all.character_small,
        _ => all.character_other,
    };
    fill(kind, &[("character", &shown)])
}
