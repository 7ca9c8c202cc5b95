//! The conditions under which the rules of a style sheet hold.

use super::fit::Fit;

/// For whom the rules behind `@media`, or of a sheet with `media`, hold.
pub(in super::super) fn media(queries: &str) -> Fit {
    let queries = queries.to_ascii_lowercase();
    queries.split(',').map(query).max().unwrap_or(Fit::Yes)
}

fn query(query: &str) -> Fit {
    let words: Vec<&str> = query.split_ascii_whitespace().collect();
    let (is_not, words) = match words.as_slice() {
        ["not", rest @ ..] => (true, rest),
        ["only", rest @ ..] => (false, rest),
        all => (false, all),
    };
    let fit = match words {
        [] | ["all" | "screen"] => Fit::Yes,
        ["all" | "screen", "and", ..] => Fit::Sometimes,
        [first, ..] if first.contains('(') => Fit::Sometimes,
        // For paper, for voices, and what no browser is.
        _ => Fit::No,
    };
    match (is_not, fit) {
        (true, Fit::Yes) => Fit::No,
        (true, Fit::No) => Fit::Yes,
        (_, fit) => fit,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn media_are_those_of_visitors() {
        for (queries, expected) in [
            ("", Fit::Yes),
            ("all", Fit::Yes),
            (" Screen ", Fit::Yes),
            ("only screen", Fit::Yes),
            ("not print", Fit::Yes),
            ("print, screen", Fit::Yes),
            ("print", Fit::No),
            ("speech", Fit::No),
            ("not screen", Fit::No),
            ("not all", Fit::No),
            ("print and (min-width:9em)", Fit::No),
            ("screen and (min-width:9em)", Fit::Sometimes),
            ("(max-width:9em)", Fit::Sometimes),
            ("not all and (hover)", Fit::Sometimes),
            ("not (hover)", Fit::Sometimes),
            ("print, (hover)", Fit::Sometimes),
        ] {
            assert_eq!(media(queries), expected, "{queries}");
        }
    }
}
