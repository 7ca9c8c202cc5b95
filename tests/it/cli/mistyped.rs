//! Commands that are mistyped, and `help` as a command.

use super::harness::run;

fn ran(line: &str) -> super::harness::Ran {
    run(&line.split(' ').collect::<Vec<_>>())
}

#[test]
fn a_mistyped_command_is_asked_about() {
    for (line, said) in [
        ("serach knmi", "There is no command “serach”. Did you mean search?"),
        ("serach", "There is no command “serach”. Did you mean search?"),
        ("Chekc x.com/POL_Ede", "There is no command “Chekc”. Did you mean check?"),
        ("varaints POL_Ede", "There is no command “varaints”. Did you mean variants?"),
        ("validte", "There is no command “validte”. Did you mean validate?"),
        ("help chekc", "There is no command “chekc”. Did you mean check?"),
        ("hlep check", "There is no command “hlep”. Did you mean help?"),
        ("--lang nl serach knmi", "Er is geen opdracht “serach”. Bedoelde u search?"),
    ] {
        // Where a command stands behind it, that is told instead.
        let ran = ran(line);
        assert_eq!((ran.status, ran.out.as_str()), (2, ""), "{line}");
        let is_told = ran.err == format!("officieel: {said}\n");
        assert!(is_told || line == "hlep check", "{line}: {}", ran.err);
    }
}

#[test]
fn words_to_search_for_are_no_commands() {
    for line in ["politie zwolle", "politie", "gemeente ede", "help ik word bedreigd", "open"] {
        let ran = ran(line);
        assert!(!ran.err.contains("There is no command"), "{line}: {}", ran.err);
    }
}

#[test]
fn only_an_organisation_that_is_near_is_asked_about() {
    for (given, meant) in [
        ("gemeente-zwole", Some("gemeente-zwolle")),
        ("zwolle", Some("gemeente-zwolle")),
        ("gemeente zwole", Some("gemeente-zwolle")),
        ("RWSS", Some("rijkswaterstaat")),
        ("politie edee", Some("politie-team-ede")),
        ("gemeenten", None),
        ("gemeente-abcdef", None),
        ("waterschap-xyz", None),
        ("dienst-lalala", None),
        ("knm", None),
        ("xyzzy", None),
        ("-", None),
        ("", None),
    ] {
        let told = meant.map(|it| format!("Did you mean {it}?\n"));
        let (account, page) = ("https://x.com/een", "https://www.een.example/");
        let lines = [
            vec!["audit", "--organisation", given],
            vec!["add", "--page", page, "--", given, account],
        ];
        for line in &lines {
            let ran = run(line);
            assert_eq!(ran.status, 2, "{line:?}: {}", ran.shown());
            let said = ran.err.contains("Did you mean");
            assert_eq!(said, told.is_some(), "{line:?}: {}", ran.err);
            assert!(
                told.as_deref().is_none_or(|it| ran.err.ends_with(it)),
                "{line:?}: {}",
                ran.err
            );
        }
    }
}

#[test]
fn an_organisation_is_also_named_by_what_it_alone_is_called() {
    for name in ["RWS", "MinBZK", "politie ede", "knmi", "Rijkswaterstaat"] {
        for line in [&["audit", "--organisation", name][..], &["conventions", name]] {
            let ran = run(line);
            assert_ne!(ran.status, 2, "{line:?}: {}", ran.shown());
        }
    }
}

#[test]
fn a_day_that_is_none_is_told_with_one_that_is() {
    for line in ["search --as-of yesterday knmi", "search --today 28-11-2026 knmi"] {
        for (language, told) in [("en", "write one as 2026-"), ("nl", "schrijf die als 2026-")] {
            let ran = ran(&format!("{line} --lang {language}"));
            assert_eq!(ran.status, 2, "{line}");
            assert!(ran.err.contains(told), "{line}: {}", ran.err);
        }
    }
}

#[test]
fn help_is_a_command_too() {
    for (line, same) in [
        ("help", "--help"),
        ("help check", "check --help"),
        ("help fmt", "fmt --help"),
        ("--lang nl help search", "--lang nl search --help"),
        ("help help", "--help"),
    ] {
        let (help, option) = (ran(line), ran(same));
        assert_eq!((help.status, help.err.as_str()), (0, ""), "{line}");
        assert_eq!(help.out, option.out, "{line}");
    }
}
