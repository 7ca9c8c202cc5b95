//! Tests of [`super`]: what is plain is what a parser of all of TOML makes of it.

use proptest::prelude::*;

use super::*;

const SMALL: &str = include_str!("../../../../../../tests/fixtures/small.toml");

const PLAIN: &str = "# Één\nschema = \"1\"\r\n\n[[organisation]] # eerste\nid = \"a\"\nnames = [\"x\", \"é\", ]\n\
    is_it = true\nlist = [ # hier\n\t\"y\" ,\r\n\n  \"z\"\n]\nevidence = [{ method = \"m\", seen = \"2020\", of = {a=\"\"} }, {b = false}]\n\
    \n[[organisation.account]]\nplatform = \"x\"\n  [[organisation.account.deep]]\n[[organisation]]\n[[organisation.account]]\n\
    a-b_3 = \"\"";

/// A table as text, its keys in order, with all places.
fn shown(table: &Table<'_>) -> String {
    let mut pairs: Vec<String> = table
        .iter()
        .map(|(key, value)| format!("{:?}{} = {}", key.span(), key.get_ref(), shown_value(value)))
        .collect();
    pairs.sort();
    pairs.join("\n")
}

fn shown_value(value: &Spanned<Value<'_>>) -> String {
    let inner = match value.get_ref() {
        Value::Array(items) | Value::Tables(items) => {
            items.iter().map(shown_value).collect::<Vec<_>>().join(",")
        }
        Value::Table(table) => shown(table),
        other => format!("{other:?}"),
    };
    format!("{:?}{}({inner})", value.span(), value.get_ref().type_str())
}

/// Whether a text is plain; then it must be TOML, and say the same to a parser of all of it.
fn is_plain(text: &str) -> bool {
    let Some(plain) = plain::parse(text) else { return false };
    let whole = DeTable::parse(text).unwrap_or_else(|fault| panic!("{fault}: {text:?}"));
    assert_eq!(shown(&plain), shown(&whole.into_inner().into()), "{text:?}");
    true
}

/// What may make a difference wherever it stands.
fn fragment() -> impl Strategy<Value = &'static str> {
    prop::sample::select(vec![
        "[[organisation]]\n",
        "[[organisation.account]]\n",
        "[[organisation.account.deep]]\n",
        "[organisation]\n",
        "[[a]]\n",
        "a = \"b\"\n",
        "b = [\"c\"]\n",
        "account = []\n",
        "organisation = []\n",
        "c = {a = \"b\"}\n",
        "a.b = \"c\"\n",
        "'a' = \"\"\n",
        "\"a\" = \"\"\n",
        "a",
        "b",
        "=",
        " ",
        "\t",
        "\n",
        "\r\n",
        "\r",
        ",",
        "[",
        "]",
        "[[",
        "]]",
        "{",
        "}",
        "\"",
        "\"\"",
        "\"\"\"",
        "'",
        "''",
        "\\",
        "\\\"",
        "\\u00e9",
        "#",
        "# c\n",
        "é",
        "\u{1}",
        "\u{7f}",
        "\u{feff}",
        "\u{85}",
        "true",
        "false",
        "truer",
        "1",
        "0x1",
        "1.5",
        "inf",
        "2020-01-01",
        "-",
        "_",
        ".",
        "+",
        ":",
        ";",
    ])
}

#[test]
fn tables_of_texts_are_plain() {
    assert!(is_plain(PLAIN));
    assert!(is_plain("") && is_plain("\n# nothing\n") && is_plain("[[a]]"));
}

#[test]
fn the_organisations_of_files_are_plain() {
    let built_in = include_str!("../../../../../../directory.toml");
    for text in [SMALL, built_in] {
        let begin = text.find("\n[[organisation]]").unwrap();
        assert!(is_plain(text.get(begin..).unwrap()));
        is_plain(text);
    }
}

#[test]
fn what_is_more_than_plain_is_not_taken() {
    for text in [
        "a = 1",
        "a = 1.5",
        "a = 2020-01-01",
        "a = 'b'",
        "a = \"\"\"b\"\"\"",
        "a = \"\\t\"",
        "a.b = \"c\"",
        "\"a\" = \"b\"",
        "[a]",
        "[[a.b]]",
        "a = {}",
        "a = {b = \"c\",}",
        "a = {\nb = \"c\"}",
        "[[ a ]]",
        "a = \"b",
        "a = \"b\nc\"",
        "a = \"b\" c",
        "a",
        "a =",
        "= \"b\"",
        "a = \"b\"\na = \"c\"",
        "a = []\n[[a]]",
        "[[a]]\nb = []\n[[a.b]]",
        "a = [\"b\" \"c\"]",
        "a = [,]",
        "a = [\"b\",,]",
        "a = truer",
        "a = \"\u{1}\"",
        "# \u{1}",
        "\ra = \"b\"",
        "\u{feff}a = \"b\"",
        "é = \"b\"",
        "[[a]] b = \"c\"",
        "[[a]",
        "[[]]",
        "[[a.]]",
        "a = [[[[[\"deep\"]]]]]",
    ] {
        assert!(plain::parse(text).is_none(), "{text:?}");
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(2048))]

    #[test]
    fn what_is_plain_is_read_as_toml(fragments in prop::collection::vec(fragment(), 0..24)) {
        is_plain(&fragments.concat());
    }

    #[test]
    fn what_is_changed_anywhere_is_read_as_toml(
        from in 0..PLAIN.len(),
        length in 0_usize..6,
        fragments in prop::collection::vec(fragment(), 0..4),
    ) {
        let whole = |at: usize| (at..=PLAIN.len()).find(|at| PLAIN.is_char_boundary(*at)).unwrap();
        let (before, behind) = (PLAIN.get(..whole(from)).unwrap(), PLAIN.get(whole((from + length).min(PLAIN.len()))..).unwrap());
        is_plain(&[before, &fragments.concat(), behind].concat());
    }
}
