//! Other words for the words of a query, as the directory has them.

use crate::directory::Lexicon;
use crate::search::query::{Place, Query, Word};

/// The most ways in which one query is put.
const MOST_VARIANTS: usize = 6;

/// The query itself, and what it says in other words.
pub(in crate::search) fn variants(query: Query, lexicon: &Lexicon) -> Vec<Query> {
    let mut variants = vec![query];
    if variants.iter().any(|query| query.is_handle) {
        return variants;
    }
    let mut done = 0;
    while let Some(words) = variants.get(done).map(|query| query.words.clone()) {
        for at in 0..words.len() {
            if let Some(put) = replaced(&words, at, lexicon)
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
fn replaced(words: &[Word], at: usize, lexicon: &Lexicon) -> Option<Vec<Word>> {
    let here = words.get(at..)?;
    let all = lexicon.synonyms.iter();
    let all = all.flat_map(|synonym| synonym.typed.iter().map(|typed| (typed, &synonym.word)));
    let fitting = all.filter_map(|(typed, word)| Some((words_typed(typed, here)?, word)));
    // Of synonyms of one length only one fits: nothing is typed for two words.
    let (count, word) = fitting.max_by_key(|(count, _)| *count)?;
    let put = word.split(' ').map(|word| Word::new(word.to_owned(), Place::Word));
    let before = words.get(..at)?.iter().cloned();
    let behind = here.get(count..)?.iter().cloned();
    Some(before.chain(put).chain(behind).collect())
}

/// How many words of a query, from the first on, are what people type for another word; `None` where
/// they are not it.
fn words_typed(typed: &str, words: &[Word]) -> Option<usize> {
    let mut rest = typed;
    for (count, word) in (1..).zip(words) {
        rest = rest.strip_prefix(word.letters.as_str()).filter(|_| word.place == Place::Word)?;
        if rest.is_empty() {
            return Some(count);
        }
        rest = rest.strip_prefix(' ')?;
    }
    None
}

#[cfg(test)]
mod tests {
    use std::sync::{Arc, LazyLock};

    use super::*;

    fn lexicon() -> &'static Lexicon {
        static LEXICON: LazyLock<Arc<Lexicon>> =
            LazyLock::new(|| crate::testing::built_in().lexicon);
        &LEXICON
    }

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
            let put: Vec<String> = variants(Query::new(text), lexicon())
                .into_iter()
                .map(|query| query.letters)
                .collect();
            assert_eq!(put, expected, "{text}");
        }
    }

    #[test]
    fn a_long_query_is_not_put_in_endless_ways() {
        let text = "police court tax friesland ".repeat(7);
        assert_eq!(variants(Query::new(&text), lexicon()).len(), MOST_VARIANTS);
    }
}
