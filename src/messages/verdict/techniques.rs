//! The techniques of look-alikes in words: which characters stand there, and which ones they are taken for.

use super::row;
use crate::check::{Answer, Change, Instead, Step, Technique, Verdict};
use crate::text::sanitise::{escape, escaped};
use crate::words::Words;

/// The most pairs of characters that are named one by one.
const MOST_PAIRS: usize = 4;

/// How a name differs from the one that it is taken for, a sentence for each technique.
pub(super) fn techniques(words: &Words, techniques: &[Technique], steps: &[Step]) -> Vec<String> {
    // Without the value, the sentence would end in nothing.
    let with = |text: fn(&Words, &str) -> String, value: String| {
        (!value.is_empty()).then(|| text(words, &value))
    };
    let pairs = |change| pairs(words, steps, change);
    let letters = |text: fn(&Step) -> &str, change| letters(words, steps, text, change);
    let told = |technique: &Technique| match technique {
        Technique::Hidden => None,
        Technique::Characters => with(Words::technique_characters, pairs(Change::Alike)),
        Technique::Separators => Some(words.technique_separators.to_owned()),
        Technique::Affix(affix) => with(Words::technique_affix, escaped(affix)),
        Technique::Doubled => Some(words.technique_doubled.to_owned()),
        Technique::Dropped => {
            with(Words::technique_dropped, letters(|step| &step.genuine, Change::Missing))
        }
        Technique::Added => {
            with(Words::technique_added, letters(|step| &step.written, Change::Added))
        }
        Technique::Swapped => with(Words::technique_swapped, pairs(Change::Swapped)),
        Technique::Replaced => with(Words::technique_replaced, pairs(Change::Replaced)),
    };
    techniques.iter().filter_map(told).collect()
}

/// The characters that nobody sees, in the name of an account or in an address.
pub(super) fn hidden(words: &Words, answer: &Answer, characters: &[char]) -> String {
    let shown: Vec<String> = characters.iter().copied().map(escape).collect();
    let is_address = match &answer.verdict {
        Verdict::UnknownHost(_) => true,
        Verdict::NotAnAccount(instead) => matches!(
            instead,
            Instead::Site(_)
                | Instead::GovernmentSite(_)
                | Instead::OtherPort(_)
                | Instead::LeadsOn(_)
                | Instead::Mail(_)
                | Instead::Phone(_)
                | Instead::UnlistedPhone
                | Instead::OddPhone(_)
        ),
        _ => false,
    };
    let text = if is_address { Words::hidden_in_address } else { Words::technique_hidden };
    text(words, &row(words, &shown))
}

/// The characters that nobody sees, in the text around it.
pub(super) fn hidden_around(words: &Words, characters: &[char]) -> String {
    let shown: Vec<String> = characters.iter().copied().map(escape).collect();
    words.hidden_around(&row(words, &shown))
}

/// The letters of another script in the name of an official host.
pub(super) fn other_script(words: &Words, letters: &[char]) -> String {
    let mut told: Vec<String> =
        letters.iter().map(|letter| character(words, &letter.to_string())).collect();
    told.truncate(MOST_PAIRS);
    words.host_other_script(&row(words, &told))
}

/// What stands in place of what: `het cijfer 0 in plaats van de hoofdletter O`.
pub(super) fn pairs(words: &Words, steps: &[Step], change: Change) -> String {
    let mut pairs: Vec<String> = Vec::new();
    for step in steps.iter().filter(|step| step.change == change) {
        let (written, genuine) = (character(words, &step.written), character(words, &step.genuine));
        let pair = words.pair(&genuine, &written);
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
    let mut characters = text.chars();
    let (Some(c), None) = (characters.next(), characters.next()) else {
        return words.character_other(&escaped(text));
    };
    let shown = escaped(text);
    if !c.is_ascii() && c.is_alphanumeric() {
        let code = format!("U+{:04X}", u32::from(c));
        return words.character_foreign(&shown, &code);
    }
    match c {
        '0'..='9' => words.character_digit(&shown),
        'A'..='Z' => words.character_capital(&shown),
        'a'..='z' => words.character_small(&shown),
        _ => words.character_other(&shown),
    }
}
