//! Where the words of a name meet: at a capital, at digits, and beside words that are known.

use std::collections::{BTreeSet, HashSet};

use super::is_separator;
use crate::directory::{Directory, Organisation};
use crate::platform::Reference;
use crate::text::fold::{fold, fold_char};

/// Shorter words stand in others by chance.
const SHORTEST_WORD: usize = 3;

/// The positions between two words without a separator between them, in ascending order. `own` is
/// the name on the platforms that have it: the words of its owner count too.
pub(super) fn borders(
    directory: &Directory,
    chars: &[char],
    own: &HashSet<Reference>,
) -> Vec<usize> {
    let mut found: BTreeSet<usize> = (1..chars.len()).filter(|&at| changes(chars, at)).collect();
    let folded: Vec<char> = chars.iter().map(|&c| fold_char(c).unwrap_or(c)).collect();
    for word in words(directory, own) {
        for (start, window) in folded.windows(word.len()).enumerate() {
            if window == word {
                found.extend([start, start + word.len()]);
            }
        }
    }
    let is_inside = |at: &usize| {
        let before = at.checked_sub(1).and_then(|before| chars.get(before));
        before.zip(chars.get(*at)).is_some_and(|(&b, &a)| !is_separator(b) && !is_separator(a))
    };
    found.into_iter().filter(is_inside).collect()
}

/// Whether a word begins here, by the look of it: `GemeenteEde`, `NLArmy`, `politie112`.
fn changes(chars: &[char], at: usize) -> bool {
    let get = |at: Option<usize>| at.and_then(|at| chars.get(at)).copied();
    let (Some(before), Some(here)) = (get(at.checked_sub(1)), get(Some(at))) else { return false };
    let next = get(Some(at + 1));
    before.is_numeric() != here.is_numeric()
        || (before.is_lowercase() && here.is_uppercase())
        || (before.is_uppercase() && here.is_uppercase() && next.is_some_and(char::is_lowercase))
}

/// The words that are known in such a name: those of families, and those of its owner.
fn words(directory: &Directory, own: &HashSet<Reference>) -> Vec<Vec<char>> {
    let families = directory.families.iter().map(|family| family.word.clone());
    let accounts = own.iter().filter_map(|reference| directory.account_by(reference));
    let owners = accounts
        .flat_map(|account| names(directory.organisation(directory.account(account).organisation)));
    let all: BTreeSet<String> = families.chain(owners).collect();
    let all = all.iter().map(|word| word.chars().collect::<Vec<char>>());
    all.filter(|word| word.len() >= SHORTEST_WORD).collect()
}

fn names(organisation: &Organisation) -> Vec<String> {
    let names = [&organisation.name].into_iter().chain(&organisation.abbreviation);
    let folded = names.chain(&organisation.aliases).map(|name| fold(name));
    let words = folded.map(|name| {
        let words = name.split(|c: char| !c.is_alphanumeric());
        words.map(str::to_owned).collect::<Vec<_>>()
    });
    words.flatten().collect()
}
