//! Tests of [`super`]: what is kept, how histories join, and what is never written over.

use std::fs;

use proptest::prelude::*;

use super::*;

#[test]
fn what_is_kept_is_a_query_and_nobodys_own() {
    for query in [
        "a",
        "politie zwolle",
        "soort:gemeente in:gelderland",
        "@Belastingdienst",
        "@minbzk@social.overheid.nl",
        "https://social.overheid.nl/@minbzk",
        "https://mastodon.example/@minbzk@social.overheid.nl",
        "x.com/P0L_Ede",
        "belastingdienst-nl.com/teruggaaf",
        "is dit echt?",
        "a=b of c?",
        "https://nep.example/zoek?",
        "112",
        "14 010",
        "0900",
        "wet open overheid 2022",
        "in 2024 en 2026",
        "\"rijkswaterstaat\" \\ 'n",
        "mail van de belastingdienst",
        "an @ alone",
        "me@home",
        "Súdwest-Fryslân",
        &"a".repeat(LONGEST),
    ] {
        assert!(is_kept(query), "{query}");
        assert!(is_kept(&format!("  {query} ")), "{query}");
    }
    for query in [
        "",
        "   ",
        "jan.jansen@voorbeeld.nl",
        "post van jan@voorbeeld.nl gekregen",
        "<jan+werk@mail.voorbeeld.nl>",
        "mailto:jan@voorbeeld.nl",
        "https://nep.example/?u=jan%40voorbeeld.nl",
        "https://jan@voorbeeld.nl/",
        "https://nep.example/?id=x7Qa",
        "kijk op nep.example/betalen?s=1&k=abc nu",
        "jan＠voorbeeld.nl",
        "NL91 ABNA 0417 1643 00",
        "nl91abna0417164300",
        "BE68 5390 0754 7034",
        "GB29 NWBK 6016 1331 9268 19",
        "MT84 MALT 0110 0001 2345 MTLC AST0 01S",
        "GI75NWBK000000007099453",
        "06-12345678",
        "06 12 34 56 78",
        "+31 (0)6 1234 5678",
        "0031612345678",
        "(030) 123 45 67",
        "555 12 34",
        "０６１２３４５６７８",
        "111222333",
        "1112.22.333",
        "bsn 123456782 klopt",
        "sms van 0612345678?",
        "regel een\nregel twee",
        "regel een\rregel twee",
        "belasting\u{202E}dienst",
        "bel\u{1b}[2J",
        &"a".repeat(LONGEST + 1),
    ] {
        assert!(!is_kept(query), "{query:?}");
    }
}

fn history(queries: &[&str]) -> History {
    History { queries: queries.iter().map(|it| (*it).to_owned()).collect() }
}

#[test]
fn a_file_is_read_strictly_and_passes_over_what_is_not_kept() {
    for (text, queries) in [
        ("", &[][..]),
        ("# none\n", &[]),
        ("queries = []", &[]),
        ("\u{FEFF}queries = [\"b\", \"a\"]\r\n", &["b", "a"]),
        ("queries = [\"b\", \"a\", \"b\"]", &["b", "a"]),
        ("other = 3\nqueries = [\" a \"]\n[more]\nx = 1", &["a"]),
        ("queries = [\"\", \"jan@voorbeeld.nl\", \"\\u001b[2J\", \"a\\nb\", \"a\"]", &["a"]),
    ] {
        assert_eq!(History::parse(text), Ok(history(queries)), "{text:?}");
    }
    for (text, line) in [
        ("queries", 1),
        ("queries = \"a\"", 1),
        ("\nqueries = [\"a\", 3]", 2),
        ("[queries]", 1),
        ("queries = []\nqueries = []", 2),
    ] {
        assert_eq!(History::parse(text), Err(line), "{text:?}");
    }
}

#[test]
fn what_is_asked_again_comes_first_and_the_oldest_is_forgotten() {
    let mut it = History::default();
    for query in ["a", "b", " a ", "", "jan@voorbeeld.nl"] {
        it.ask(query);
    }
    assert_eq!(it, history(&["a", "b"]));
    (0..MOST).for_each(|number| it.ask(&format!("q{number}")));
    assert_eq!((it.queries().len(), it.queries()[0].as_str()), (MOST, "q199"));
    assert!(!it.queries().contains(&"a".to_owned()));
}

#[test]
fn what_other_programs_wrote_meanwhile_stays() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("officieel/history.toml");
    assert_eq!(read(&path).unwrap(), History::default());
    assert!(!path.parent().unwrap().exists(), "reading makes nothing");
    assert_eq!(write(&path, &["jan@voorbeeld.nl".to_owned()]).unwrap(), History::default());
    assert!(!path.exists(), "nothing to keep needs no file");
    write(&path, &["a".to_owned(), "b".to_owned()]).unwrap();
    let both = write(&path, &["zeg \"\\o/\"".to_owned(), "a".to_owned()]).unwrap();
    assert_eq!(both, history(&["a", "zeg \"\\o/\"", "b"]));
    assert_eq!(read(&path).unwrap(), both);
    let text = fs::read_to_string(&path).unwrap();
    assert_eq!(
        text,
        format!("{HEAD}queries = [\n  \"a\",\n  \"zeg \\\"\\\\o/\\\"\",\n  \"b\",\n]\n")
    );
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        let mode = fs::metadata(&path).unwrap().permissions().mode();
        assert_eq!(mode & 0o777, 0o600, "it is nobody else's business");
    }
}

#[test]
fn a_broken_file_is_told_and_stays() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("history.toml");
    for (bytes, line) in [(&b"queries = \n"[..], 1), (b"queries = 1\n", 1), (b"\n\xff", 2)] {
        fs::write(&path, bytes).unwrap();
        assert!(matches!(read(&path), Err(KeptFileError::Broken(at)) if at == line), "{line}");
        let written = write(&path, &["a".to_owned()]);
        assert!(matches!(written, Err(KeptFileError::Broken(at)) if at == line), "{line}");
        assert_eq!(fs::read(&path).unwrap(), bytes);
    }
}

proptest! {
    #[test]
    fn joining_twice_is_joining_once(
        here in proptest::collection::vec("[a-f\"\\\\]{0,3}", 0..260),
        asked in proptest::collection::vec("[a-h ]{0,2}", 0..260),
    ) {
        let mut once = History::default();
        once.join(&here);
        once.join(&asked);
        let mut twice = once.clone();
        twice.join(&asked);
        prop_assert_eq!(&once, &twice);
        prop_assert!(once.queries().len() <= MOST);
        prop_assert_eq!(History::parse(&once.to_toml()), Ok(once));
    }

    #[test]
    fn no_text_is_kept_that_can_hold_a_number_of_somebody(before in "\\PC{0,20}", digits in "[0-9]{7,20}", after in "\\PC{0,20}") {
        let query = format!("{before}{digits}{after}");
        prop_assert!(!is_kept(&query));
    }

    #[test]
    fn what_is_kept_is_read_back(query in "\\PC{1,210}") {
        let mut it = History::default();
        it.ask(&query);
        prop_assert_eq!(it.queries().len(), usize::from(is_kept(&query)));
        prop_assert_eq!(History::parse(&it.to_toml()), Ok(it));
    }
}
