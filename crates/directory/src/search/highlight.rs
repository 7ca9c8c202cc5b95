//! Which characters of a shown text a query met.

use crate::directory::Lexicon;
use crate::search::fuzzy::Subsequences;
use crate::search::query::synonyms::variants;
use crate::search::query::{Place, Query, Word};
use crate::search::tokens::Tokenized;

/// The positions, ascending, in characters of the text.
///
/// Each word of the query is marked where it begins a word; a query that does so nowhere is marked
/// where it stands as a whole, or else letter by letter. A query that says it in other words than the
/// text does is marked by those of the text.
pub(super) fn positions(query: &str, text: &str, lexicon: &Lexicon) -> Vec<usize> {
    let tokenized = Tokenized::new(text);
    let queries = variants(Query::new(query), lexicon);
    let mut marked = in_words(&queries, &tokenized);
    if let Some(query) = queries.first()
        && marked.is_empty()
    {
        marked = anywhere(query, &tokenized);
    }
    sorted(marked)
}

/// The positions at which words of the text begin with the query or with words of it, as in
/// [`positions`], and never scattered letters: these say nothing of a text that the query did not
/// meet, such as the name beside a place that it did.
pub(super) fn positions_of_words(query: &str, text: &str, lexicon: &Lexicon) -> Vec<usize> {
    let tokenized = Tokenized::new(text);
    sorted(in_words(&variants(Query::new(query), lexicon), &tokenized))
}

/// Where words of the text begin with the query, or else with words of it, in the wording that
/// marks most.
fn in_words(queries: &[Query], tokenized: &Tokenized) -> Vec<usize> {
    let mut most = Vec::new();
    for query in queries {
        let marked = at_words(query, tokenized);
        if marked.len() > most.len() {
            most = marked;
        }
    }
    most
}

fn sorted(mut marked: Vec<usize>) -> Vec<usize> {
    marked.sort_unstable();
    marked.dedup();
    marked
}

/// Where the words of a query stand, or where it stands as a whole.
fn at_words(query: &Query, tokenized: &Tokenized) -> Vec<usize> {
    let mut marked = Vec::new();
    if query.letters.is_empty() {
        return marked;
    }
    if let Some(at) = find_at_word(tokenized, &query.letters) {
        mark(tokenized, at, &query.letters, &mut marked);
        return marked;
    }
    for word in &query.words {
        if let Some(at) = find(tokenized, word) {
            mark(tokenized, at, &word.letters, &mut marked);
        }
    }
    marked
}

/// Where a query stands inside words, or its letters do.
fn anywhere(query: &Query, tokenized: &Tokenized) -> Vec<usize> {
    let mut marked = Vec::new();
    if query.letters.is_empty() {
        return marked;
    }
    if let Some(at) = tokenized.letters.find(&query.letters) {
        mark(tokenized, at, &query.letters, &mut marked);
    } else if let Some(found) = Subsequences::new(&query.letters).positions(&tokenized.letters) {
        let origin = found.into_iter().filter_map(|i| tokenized.origin.get(i));
        marked.extend(origin.map(|&position| position as usize));
    }
    marked
}

fn find(tokenized: &Tokenized, word: &Word) -> Option<usize> {
    match word.place {
        Place::Last => tokenized.letters.strip_suffix(word.letters.as_str()).map(str::len),
        Place::Inside => tokenized.letters.find(&word.letters),
        Place::Word | Place::First | Place::Whole => find_at_word(tokenized, &word.letters),
    }
}

fn find_at_word(tokenized: &Tokenized, letters: &str) -> Option<usize> {
    let starts = tokenized.words.iter().map(|&start| start as usize);
    starts
        .into_iter()
        .find(|&at| tokenized.letters.get(at..).is_some_and(|rest| rest.starts_with(letters)))
}

fn mark(tokenized: &Tokenized, at: usize, letters: &str, marked: &mut Vec<usize>) {
    let before = tokenized.letters.get(..at).map_or(0, |before| before.chars().count());
    let range = before..before + letters.chars().count();
    marked.extend(
        tokenized.origin.get(range).unwrap_or_default().iter().map(|&position| position as usize),
    );
}

#[cfg(test)]
mod tests {
    use super::{positions, positions_of_words};

    #[test]
    fn marks_what_the_query_met() {
        let lexicon = crate::testing::built_in().lexicon;
        for (query, text, expected) in [
            ("zwolle", "Gemeente Zwolle", "_________######"),
            ("gem zwo", "Gemeente Zwolle", "###______###___"),
            ("gemeentezwolle", "Gemeente Zwolle", "########_######"),
            ("fryslan", "Súdwest-Fryslân", "________#######"),
            ("@pol_ede", "POL_Ede", "###_###"),
            ("den bosch", "'s-Hertogenbosch", "___#############"),
            ("police ede", "Politie Ede", "#######_###"),
            ("'wol $ !x", "Gemeente Zwolle", "__________###__"),
            ("lle$", "Gemeente Zwolle", "____________###"),
            ("ertogen", "'s-Hertogenbosch", "____#######_____"),
            ("zwl", "Gemeente Zwolle", "_________##_#__"),
            ("", "Gemeente Zwolle", ""),
            ("@", "Gemeente Zwolle", ""),
        ] {
            let marked = positions(query, text, &lexicon);
            let shown: String = (0..text.chars().count())
                .map(|i| if marked.contains(&i) { '#' } else { '_' })
                .collect();
            let shown = if marked.is_empty() { String::new() } else { shown };
            assert_eq!(shown, expected, "{query} in {text}");
        }
    }

    #[test]
    fn beside_what_was_met_only_words_are_marked() {
        let lexicon = crate::testing::built_in().lexicon;
        for (query, text, expected) in [
            ("leiden", "Veiligheidsregio Hollands Midden", vec![]),
            ("leiden", "Politie Leiden Zuid", (8..14).collect()),
            ("knmi", "Koninklijk Nederlands Meteorologisch Instituut", vec![]),
            ("", "Leiden", vec![]),
        ] {
            assert_eq!(positions_of_words(query, text, &lexicon), expected, "{query} in {text}");
        }
    }
}
