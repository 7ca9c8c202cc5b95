//! Other words for the words of a query.

use crate::search::query::{Place, Query, Word};

/// What people type, and the word that names bear instead.
///
/// Only words that stand for a family of organisations or for one place are here; another name of a
/// single organisation is an alias in the directory.
const SYNONYMS: &[(&[&str], &[&str])] = &[
    // English visitors and residents know the family by its English name.
    (&["police"], &["politie"]),
    (&["municipality", "of"], &["gemeente"]),
    (&["municipality"], &["gemeente"]),
    (&["province", "of"], &["provincie"]),
    (&["province"], &["provincie"]),
    (&["ministry", "of"], &["ministerie", "van"]),
    (&["ministry"], &["ministerie"]),
    (&["water", "board"], &["waterschap"]),
    (&["court"], &["rechtbank"]),
    (&["customs"], &["douane"]),
    (&["tax", "office"], &["belastingdienst"]),
    (&["tax"], &["belastingdienst"]),
    (&["city", "of"], &["gemeente"]),
    (&["the", "hague"], &["den", "haag"]),
    // Who looks for the building or the officer looks for the organisation.
    (&["gemeentehuis"], &["gemeente"]),
    (&["stadhuis"], &["gemeente"]),
    (&["politiebureau"], &["politie"]),
    (&["wijkagent"], &["politie"]),
    // Shorter than a prefix of the word, and in daily use.
    (&["ws"], &["waterschap"]),
    (&["rb"], &["rechtbank"]),
    (&["vr"], &["veiligheidsregio"]),
    // The province has one name in Dutch and one in Frisian, and names bear either.
    (&["friesland"], &["fryslan"]),
    (&["fryslan"], &["friesland"]),
    (&["waterschap"], &["wetterskip"]),
    // A numeral is read as the word it stands for.
    (&["1e"], &["eerste"]),
    (&["2e"], &["tweede"]),
    // Two towns each have two names in use; names bear either.
    (&["den", "bosch"], &["hertogenbosch"]),
    (&["denbosch"], &["hertogenbosch"]),
    (&["s", "hertogenbosch"], &["den", "bosch"]),
    (&["den", "haag"], &["gravenhage"]),
    (&["s", "gravenhage"], &["den", "haag"]),
];

/// The most ways in which one query is put.
const MOST_VARIANTS: usize = 6;

/// The query itself, and what it says in other words.
pub(in crate::search) fn variants(query: Query) -> Vec<Query> {
    let mut variants = vec![query];
    if variants.iter().any(|query| query.is_handle) {
        return variants;
    }
    let mut done = 0;
    while let Some(words) = variants.get(done).map(|query| query.words.clone()) {
        for at in 0..words.len() {
            if let Some(put) = replaced(&words, at)
                && variants.len() < MOST_VARIANTS
                && variants.iter().all(|known| known.words != put)
                && let Some(other) = variants.first().map(|query| query.with_words(put))
            {
                variants.push(other);
            }
        }
        done += 1;
    }
    if let [query] = variants.as_slice()
        && let Some(words) = with_ij(&query.words)
    {
        let put = query.with_words(words);
        variants.push(put);
    }
    variants
}

/// The words with `ij` for every `y`: the two are one letter to many, and old names bear the other.
fn with_ij(words: &[Word]) -> Option<Vec<Word>> {
    let has_y = |word: &Word| word.place == Place::Word && word.letters.contains('y');
    words.iter().any(has_y).then(|| {
        let put = |word: &Word| {
            if has_y(word) {
                Word::new(word.letters.replace('y', "ij"), word.place)
            } else {
                word.clone()
            }
        };
        words.iter().map(put).collect()
    })
}

/// The words with those from a position on put otherwise, by the longest synonym that fits.
fn replaced(words: &[Word], at: usize) -> Option<Vec<Word>> {
    let fits = |typed: &[&str]| {
        words.get(at..at + typed.len()).is_some_and(|here| {
            here.iter()
                .zip(typed)
                .all(|(word, typed)| word.letters == *typed && word.place == Place::Word)
        })
    };
    let (typed, put) = SYNONYMS.iter().find(|(typed, _)| fits(typed))?;
    let put = put.iter().map(|word| Word::new((*word).to_owned(), Place::Word));
    let before = words.get(..at)?.iter().cloned();
    let behind = words.get(at + typed.len()..)?.iter().cloned();
    Some(before.chain(put).chain(behind).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_query_is_put_in_other_words() {
        for (text, expected) in [
            ("zwolle", vec!["zwolle"]),
            ("police amsterdam", vec!["policeamsterdam", "politieamsterdam"]),
            ("municipality of ede", vec!["municipalityofede", "gemeenteede"]),
            (
                "waterschap fryslan",
                vec![
                    "waterschapfryslan",
                    "wetterskipfryslan",
                    "waterschapfriesland",
                    "wetterskipfriesland",
                ],
            ),
            ("ysselsteyn", vec!["ysselsteyn", "ijsselsteijn"]),
            ("@police", vec!["police"]),
            ("@ysselstein", vec!["ysselstein"]),
            ("'police", vec!["police"]),
        ] {
            let put: Vec<String> =
                variants(Query::new(text)).into_iter().map(|query| query.letters).collect();
            assert_eq!(put, expected, "{text}");
        }
    }

    #[test]
    fn a_long_query_is_not_put_in_endless_ways() {
        let text = "police court tax friesland ".repeat(7);
        assert_eq!(variants(Query::new(&text)).len(), MOST_VARIANTS);
    }
}
