//! Which characters of a shown text a query met.

use super::folded::Folded;
use super::fuzzy::Subsequences;

/// The positions, ascending, in characters of the text.
///
/// Each word of the query is marked where it begins a word; a query that does so nowhere is marked
/// where it stands as a whole, or else letter by letter.
pub(super) fn positions(query: &str, text: &str) -> Vec<usize> {
    let folded = Folded::new(text);
    let whole = Folded::new(query.trim().trim_start_matches('@'));
    let mut marked = in_words(query, &folded, &whole);
    if marked.is_empty() && !whole.letters.is_empty() {
        if let Some(at) = folded.letters.find(&whole.letters) {
            mark(&folded, at, &whole.letters, &mut marked);
        } else if let Some(found) = Subsequences::new(&whole.letters).positions(&folded.letters) {
            let origin = found.into_iter().filter_map(|i| folded.origin.get(i));
            marked.extend(origin.map(|&position| position as usize));
        }
    }
    sorted(marked)
}

/// The same, but for the letter by letter: of a text that was not what the query met, such as the
/// name beside a place that was, scattered letters tell nothing.
pub(super) fn positions_of_words(query: &str, text: &str) -> Vec<usize> {
    let folded = Folded::new(text);
    let whole = Folded::new(query.trim().trim_start_matches('@'));
    sorted(in_words(query, &folded, &whole))
}

/// Where words of the text begin with the query, or else with words of it.
fn in_words(query: &str, folded: &Folded, whole: &Folded) -> Vec<usize> {
    let mut marked: Vec<usize> = Vec::new();
    if whole.letters.is_empty() {
        return marked;
    }
    if let Some(at) = find_at_word(folded, &whole.letters) {
        mark(folded, at, &whole.letters, &mut marked);
    } else {
        for word in query.split(|c: char| !c.is_alphanumeric() && c != '\'' && c != '’') {
            let letters = Folded::new(word).letters;
            if let Some(at) = (!letters.is_empty())
                .then(|| find_at_word(folded, &letters))
                .flatten()
            {
                mark(folded, at, &letters, &mut marked);
            }
        }
    }
    marked
}

fn sorted(mut marked: Vec<usize>) -> Vec<usize> {
    marked.sort_unstable();
    marked.dedup();
    marked
}

fn find_at_word(folded: &Folded, letters: &str) -> Option<usize> {
    let starts = folded.words.iter().map(|&start| start as usize);
    starts.into_iter().find(|&at| {
        folded
            .letters
            .get(at..)
            .is_some_and(|rest| rest.starts_with(letters))
    })
}

fn mark(folded: &Folded, at: usize, letters: &str, marked: &mut Vec<usize>) {
    let before = folded
        .letters
        .get(..at)
        .map_or(0, |before| before.chars().count());
    let range = before..before + letters.chars().count();
    marked.extend(
        folded
            .origin
            .get(range)
            .unwrap_or_default()
            .iter()
            .map(|&position| position as usize),
    );
}

#[cfg(test)]
mod tests {
    use super::{positions, positions_of_words};

    #[test]
    fn marks_what_the_query_met() {
        for (query, text, expected) in [
            ("zwolle", "Gemeente Zwolle", "_________######"),
            ("gem zwo", "Gemeente Zwolle", "###______###___"),
            ("gemeentezwolle", "Gemeente Zwolle", "########_######"),
            ("fryslan", "Súdwest-Fryslân", "________#######"),
            ("@pol_ede", "POL_Ede", "###_###"),
            ("den bosch", "'s-Hertogenbosch", ""),
            ("ertogen", "'s-Hertogenbosch", "____#######_____"),
            ("zwl", "Gemeente Zwolle", "_________##_#__"),
            ("", "Gemeente Zwolle", ""),
            ("@", "Gemeente Zwolle", ""),
        ] {
            let marked = positions(query, text);
            let shown: String = (0..text.chars().count())
                .map(|i| if marked.contains(&i) { '#' } else { '_' })
                .collect();
            let shown = if marked.is_empty() {
                String::new()
            } else {
                shown
            };
            assert_eq!(shown, expected, "{query} in {text}");
        }
    }

    #[test]
    fn beside_what_was_met_only_words_are_marked() {
        for (query, text, expected) in [
            ("leiden", "Veiligheidsregio Hollands Midden", vec![]),
            ("leiden", "Politie Leiden Zuid", (8..14).collect()),
            (
                "knmi",
                "Koninklijk Nederlands Meteorologisch Instituut",
                vec![],
            ),
            ("", "Leiden", vec![]),
        ] {
            assert_eq!(
                positions_of_words(query, text),
                expected,
                "{query} in {text}"
            );
        }
    }
}
