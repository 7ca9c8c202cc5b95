//! Typing errors: two letters swapped, one left out, one too many, one wrong.

use super::answer::Field;

/// How many typos a word of this many letters may hold.
pub(super) fn max_typos(letters: usize) -> u32 {
    match letters {
        0..=3 => 0,
        4..=8 => 1,
        _ => 2,
    }
}

/// The typos between what was typed and a word, or its beginning for a word still being typed;
/// `None` where there are more than a word of this length may hold.
pub(super) fn distance(typed: &str, word: &str) -> Option<u32> {
    if !shares_first_letter(typed, word) {
        return None;
    }
    let (typed_length, length) = (typed.chars().count(), word.chars().count());
    let allowed = max_typos(typed_length) as usize;
    if typed_length > length + allowed {
        return None;
    }
    let whole = if length > typed_length + allowed {
        usize::MAX
    } else {
        strsim::osa_distance(typed, word)
    };
    let beginning = if length > typed_length {
        let end = word.char_indices().nth(typed_length).map_or(word.len(), |(end, _)| end);
        strsim::osa_distance(typed, word.get(..end).unwrap_or(word))
    } else {
        usize::MAX
    };
    let is_close = whole <= allowed || beginning <= allowed;
    // One more than as a whole word, so that the word that was finished comes first.
    let typos = whole.min(beginning.saturating_add(1));
    is_close.then(|| u32::try_from(typos).unwrap_or(u32::MAX))
}

/// Whether a text may be what a mistyped word was meant to be. What is like a handle that nobody has any more is
/// nothing that anyone would mean.
pub(super) fn is_typo_candidate(field: Field, is_opaque_id: bool) -> bool {
    !is_opaque_id && !matches!(field, Field::DisplayName | Field::Purpose | Field::FormerHandle)
}

/// Hardly anyone mistypes the first letter, but for swapping the first two.
fn shares_first_letter(typed: &str, word: &str) -> bool {
    let mut typed = typed.chars();
    let mut word = word.chars();
    let typed = (typed.next(), typed.next());
    let word = (word.next(), word.next());
    typed.0 == word.0 || (typed.0 == word.1 && typed.1 == word.0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn typos_grow_with_the_length_of_a_word() {
        for (typed, word, expected) in [
            ("amsterdm", "amsterdam", Some(1)),
            ("amsterdam", "amsterdam", Some(0)),
            ("belastingdeinst", "belastingdienst", Some(1)),
            ("rijkswatrstaat", "rijkswaterstaat", Some(1)),
            ("roterdam", "rotterdam", Some(1)),
            ("zwoole", "zwolle", Some(1)),
            ("zwxxle", "zwolle", None),
            ("gem", "gen", None),
            ("belastign", "belastingdienst", Some(2)),
            ("wzolle", "zwolle", Some(1)),
            ("wolle", "zwolle", None),
            ("", "", Some(0)),
        ] {
            assert_eq!(distance(typed, word), expected, "{typed} {word}");
        }
    }
}
