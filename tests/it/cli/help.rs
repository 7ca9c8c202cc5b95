//! Help, version, and complaints about arguments.

use std::fmt::Write;

use super::harness::run;

#[test]
#[cfg_attr(not(feature = "online"), ignore = "the snapshots are of the whole program")]
fn help_of_every_command_in_both_languages() {
    for language in ["nl", "en"] {
        for command in [
            "",
            "search",
            "show",
            "open",
            "variants",
            "observe",
            "audit",
            "conventions",
            "propose-handle",
            "explain",
            "diff",
            "platforms",
            "stats",
            "validate",
            "fmt",
            "forget",
        ] {
            let mut arguments = vec!["--lang", language];
            arguments.extend(Some(command).filter(|command| !command.is_empty()));
            arguments.push("--help");
            let long = run(&arguments);
            assert_eq!((long.status, long.err.as_str()), (0, ""), "{command:?} {language:?}");
            assert!(
                long.out.lines().all(|line| line.chars().count() <= 80),
                "{command:?} {language:?}"
            );
            let name = if command.is_empty() { "all" } else { command };
            insta::assert_snapshot!(format!("help-{name}-{language}"), long.out);
            arguments.pop();
            arguments.push("-h");
            let short = run(&arguments);
            assert_eq!((short.status, short.err.as_str()), (0, ""), "{command:?} {language:?}");
            assert!(short.out.lines().count() < long.out.lines().count(), "{command:?}");
            for (told, is_short) in [("--overlay", false), ("--help", true), ("officieel", true)] {
                assert_eq!(short.out.contains(told), is_short, "{told}: {}", short.out);
            }
        }
    }
}

#[test]
fn version() {
    for argument in ["-V", "--version"] {
        let ran = run(&[argument]);
        assert_eq!((ran.status, ran.err.as_str()), (0, ""), "{argument:?}");
        assert_eq!(ran.out, format!("officieel {}\n", env!("CARGO_PKG_VERSION")), "{argument:?}");
    }
}

#[test]
fn arguments_that_can_not_be_used() {
    let mut seen = String::new();
    for language in ["nl", "en"] {
        for line in [
            "--foo",
            "--ascci",
            "search",
            "search --jsn knmi",
            "search knmi --limit",
            "search knmi --limit many",
            "search knmi --limit -1",
            "search knmi --json --json",
            "show",
            "variants",
            "variants one --family ministry",
            "radar --format html",
            "radar one two",
            "open",
            "open knmi --platform myspace",
            "open knmi --platform twiter",
            "politie --ascii search zwolle",
            "validate one two",
            "audit --family gemeenten",
            "audit --family police-taem",
            "audit --kind municipalty",
            "audit --organisation gemeente-zwole",
            "audit --organisation zwolle",
            "audit --platform twiter",
            "audit --rule naming-conventoin",
            "audit --rule convention",
            "audit --rule nothing",
            "audit --rule address-typo",
            "audit --register tests/fixtures/small-register.csv --rule badge-old",
            "audit --register - --baseline -",
            "audit --severity serious",
            "audit --fail-on never",
            "audit --format html",
            "audit --delimiter :",
            "explain naming-conventoin",
            "explain one two",
            "--color maybe",
            "--directory",
        ] {
            let mut arguments = vec!["--lang", language];
            arguments.extend(line.split(' '));
            let ran = run(&arguments);
            assert_eq!((ran.status, ran.out.as_str()), (2, ""), "{line}");
            writeln!(seen, "$ officieel {line}\n{}", ran.err).unwrap();
        }
    }
    insta::assert_snapshot!("unusable-arguments", seen);
}

#[test]
fn the_screen_needs_a_terminal() {
    for arguments in [&[][..], &["politie", "zwolle"], &["--lang", "nl", "search?"]] {
        let ran = run(arguments);
        assert_eq!((ran.status, ran.out.as_str()), (2, ""), "{arguments:?}");
        assert_eq!(ran.err.lines().count(), 1, "{arguments:?}");
        assert!(ran.err.contains("officieel search"), "{}", ran.err);
    }
}

#[test]
fn the_language_follows_the_locale_unless_told() {
    let help = |variables: &[(&str, &str)], arguments: &[&str]| {
        let mut command = super::harness::program(arguments);
        command.env_remove("LC_ALL").envs(variables.iter().copied());
        String::from_utf8(command.output().unwrap().stdout).unwrap()
    };
    for (variables, arguments, is_dutch) in [
        (&[("LANG", "nl_NL.UTF-8")][..], &["-h"][..], true),
        (&[("LANG", "nl_BE")], &["-h"], true),
        (&[("LANG", "nl_NL"), ("LC_ALL", "en_GB")], &["-h"], false),
        (&[("LANG", "nl_NL"), ("LC_ALL", "")], &["-h"], true),
        (&[("LANG", "de_DE")], &["-h"], false),
        (&[], &["-h"], false),
        (&[("LANG", "nl_NL")], &["-h", "--lang", "en"], false),
        (&[], &["-h", "--lang=nl"], true),
    ] {
        let text = help(variables, arguments);
        assert_eq!(text.contains("Gebruik:"), is_dutch, "{variables:?}");
        assert_eq!(text.contains("Usage:"), !is_dutch, "{variables:?}");
    }
}
