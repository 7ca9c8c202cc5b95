use proptest::prelude::*;

use super::*;
use crate::text::sanitise::is_hostile;

/// Reads a value as RFC 6350 says it is read: its parts, between the signs that are not escaped.
fn read(value: &str, between: &[char]) -> Vec<String> {
    let mut parts = vec![String::new()];
    let mut characters = value.chars();
    while let Some(c) = characters.next() {
        let last = parts.last_mut().unwrap();
        match c {
            '\\' => match characters.next().unwrap() {
                'n' | 'N' => last.push('\n'),
                escaped @ ('\\' | ',' | ';') => last.push(escaped),
                other => panic!("\\{other}"),
            },
            other if between.contains(&other) => parts.push(String::new()),
            other => last.push(other),
        }
    }
    parts
}

proptest! {
    #[test]
    fn a_text_is_read_back_as_one_value(hostile in any::<String>()) {
        let made = text(&hostile);
        prop_assert!(!made.contains(is_hostile), "{made:?}");
        prop_assert_eq!(read(&made, &[',']), [escaped(&hostile)]);
        prop_assert_eq!(read(&component(&hostile), &[',', ';']), [escaped(&hostile)]);
    }

    #[test]
    fn a_parameter_ends_where_its_quotation_marks_do(hostile in any::<String>()) {
        let made = parameter(&hostile);
        let inner = made.strip_prefix('"').and_then(|it| it.strip_suffix('"')).unwrap();
        prop_assert!(!inner.contains('"') && !inner.contains(is_hostile), "{made:?}");
        // RFC 6868, section 3.2, from the left.
        let mut back = String::new();
        let mut characters = inner.chars();
        while let Some(c) = characters.next() {
            back.push(match c {
                '^' => match characters.next().unwrap() {
                    '^' => '^',
                    '\'' => '"',
                    other => panic!("^{other}"),
                },
                other => other,
            });
        }
        prop_assert_eq!(back, escaped(&hostile));
    }

    #[test]
    fn lines_are_short_and_whole(line in "[^\r\n]{0,300}") {
        let made = folded(&line);
        let whole = made.strip_suffix("\r\n").unwrap();
        for (at, piece) in whole.split("\r\n").enumerate() {
            prop_assert!(piece.len() <= 75, "{} {piece}", piece.len());
            prop_assert!(at == 0 || piece.starts_with(' '));
            // A piece without what it says would be wasted.
            prop_assert!(at == 0 || piece.len() > 1);
        }
        prop_assert_eq!(whole.replace("\r\n ", ""), line);
    }
}

#[test]
fn a_line_is_folded_where_it_must_be() {
    let exact = "a".repeat(75);
    assert_eq!(folded(&exact), format!("{exact}\r\n"));
    assert_eq!(folded(&format!("{exact}b")), format!("{exact}\r\n b\r\n"));
    // Two bytes don't fit where one is left.
    let all_but_one = "a".repeat(74);
    assert_eq!(folded(&format!("{all_but_one}é")), format!("{all_but_one}\r\n é\r\n"));
}
