//! What is asked about, and what is not.

use super::{all, findings, json};
use crate::cli::harness::{run, small};
use crate::loaded::BUILT_IN;

#[test]
fn filters_leave_out_and_change_nothing_else() {
    let everything = json("");
    for (option, key) in [
        (" --severity warning", "severity"),
        (" --rule badge-old --rule badge-ended", "rule"),
        (" --kind police-team", "kind"),
        (" --organisation politie-oostmeer", "organisation"),
        (" --platform instagram", "platform"),
    ] {
        let part = json(option);
        assert!(findings(&part).len() < findings(&everything).len(), "{key}");
        assert!(!findings(&part).is_empty(), "{key}");
        let known = all(&everything, "fingerprint");
        for finding in findings(&part) {
            let fingerprint = finding["fingerprint"].as_str().unwrap();
            // Who has no account on a platform is asked only where one is asked about.
            let is_new = finding["rule"] == "coverage-none" && !finding["platform"].is_null();
            assert!(is_new || known.contains(&fingerprint), "{key} {fingerprint}");
        }
    }
    assert!(all(&json(" --severity warning"), "severity").iter().all(|it| *it != "note"));
    let rules = json(" --rule badge-old --rule badge-ended");
    assert!(all(&rules, "rule").iter().all(|it| ["badge-old", "badge-ended"].contains(it)));
    for finding in findings(&json(" --organisation politie-oostmeer")) {
        let id = finding["organisation"]["id"].as_str().unwrap();
        assert!(["politie-oostmeer", "politie-zandmeer"].contains(&id), "{id}");
    }
    for finding in findings(&json(" --platform instagram")) {
        assert!(finding["platform"].is_null() || finding["platform"] == "instagram", "{finding}");
    }
}

#[test]
fn an_organisation_goes_by_its_official_ids_too() {
    let known = run(&["audit", "--organisation", "gemeente-zwolle", "--format", "json"]);
    let shown = run(&["show", "gemeente-zwolle", "--json"]);
    let shown: serde_json::Value = serde_json::from_str(&shown.out).unwrap();
    for key in ["register_id", "tooi", "wikidata"] {
        let Some(id) = shown[key].as_str() else {
            continue;
        };
        let by_id = run(&["audit", "--organisation", id, "--format", "json"]);
        assert_eq!(by_id.out, known.out, "{id}");
    }
    assert!(shown["register_id"].is_string());
}

#[test]
fn a_register_is_filtered_as_a_directory_is() {
    let register = format!(" --register {}", super::REGISTER);
    let everything = json(&register);
    assert_eq!(everything["summary"]["entries"], 4);
    for (option, entries) in [(" --platform x", 2), (" --platform Twitter", 2)] {
        let part = json(&format!("{register}{option}"));
        assert_eq!(part["summary"]["entries"], entries, "{option}");
    }
    let part = json(&format!("{register} --severity error"));
    assert!(all(&part, "severity").iter().all(|it| *it == "error"));
    assert!(!findings(&part).is_empty());
}

/// Arguments behind `audit`, and what the complaint of each must hold.
const EMPTY: &[(&str, &[&str])] = &[
    (
        "--kind municipality --organisation provincie-gelderland",
        &[
            "No organisation falls under --kind municipality and --organisation provincie-gelderland",
        ],
    ),
    ("--family police-team --kind municipality", &["--family police-team and --kind municipality"]),
    ("--family gemeente-zwolle --organisation gemeente-ede", &["--family gemeente-zwolle and"]),
    (
        "--family police-team --kind ministry --organisation gemeente-ede",
        &["--family police-team, --kind ministry and --organisation gemeente-ede"],
    ),
    ("--organisation gemeente-ede --kind police-team --platform x", &["--kind police-team and"]),
    ("--kind agency --platform tiktok", &["None of the chosen organisations", "TikTok"]),
    (
        "--kind ministry --platform tiktok --rule badge-unknown",
        &["None of the chosen organisations", "TikTok"],
    ),
    ("--kind ministry --platform snapchat", &["Nobody in the directory", "Snapchat"]),
    ("--platform telegram", &["Nobody in the directory", "Telegram"]),
];

#[test]
fn a_scope_that_nothing_falls_under_is_refused() {
    for (line, parts) in EMPTY {
        for format in ["text", "json", "junit"] {
            let mut arguments = vec!["audit", "--format", format];
            arguments.extend(line.split(' '));
            let ran = run(&arguments);
            assert_eq!((ran.status, ran.out.as_str()), (2, ""), "{line}");
            for part in *parts {
                assert!(ran.err.contains(part), "{line}: {}", ran.err);
            }
        }
    }
    for (line, part) in [
        ("audit --kind ministry --organisation gemeente-zandmeer", "--kind ministry and"),
        ("audit --kind fire-service", "falls under --kind fire-service,"),
        ("audit --family fire-service", "falls under --family fire-service,"),
    ] {
        let ran = small(line);
        assert_eq!((ran.status, ran.out.as_str()), (2, ""), "{line}");
        assert!(ran.err.contains(part), "{line}: {}", ran.err);
    }
    let register = format!("audit --register {}", super::REGISTER);
    for (options, part) in [
        ("--platform mastodon", "None of the 4 entries of tests/fixtures/small-register.csv"),
        ("--kind police-team", "falls under --kind police-team"),
        ("--kind fire-service", "falls under --kind fire-service"),
    ] {
        let ran = small(&format!("{register} {options}"));
        assert_eq!((ran.status, ran.out.as_str()), (2, ""), "{options}");
        assert!(ran.err.contains(part), "{options}: {}", ran.err);
    }
    let dutch = run(&[
        "--lang",
        "nl",
        "audit",
        "--kind",
        "municipality",
        "--organisation",
        "provincie-gelderland",
    ]);
    assert!(dutch.err.contains("Geen organisatie valt onder --kind municipality en --organ"));
}

#[test]
fn who_has_none_is_asked_of_the_platform_that_is_asked_about() {
    let missing = |more: &str| {
        let line = format!("audit --rule coverage-none --kind ministry --format json{more}");
        let ran = run(&line.split(' ').collect::<Vec<_>>());
        let report: serde_json::Value = serde_json::from_str(&ran.out).unwrap();
        findings(&report).clone()
    };
    let directory = &BUILT_IN.directory;
    let ministries = directory.organisation_indexes().filter(|it| {
        let it = directory.organisation(*it);
        it.kind == officieel::directory::Kind::Ministry && it.ended.is_none()
    });
    let ministries: Vec<_> = ministries.collect();
    for id in ["tiktok", "instagram", "x", "mastodon"] {
        let platform = directory.platforms.by_id(id).unwrap();
        let has_none = ministries.iter().filter(|it| {
            let mut accounts = directory.accounts_of(**it);
            !accounts.any(|account| directory.account(account).platform == platform)
        });
        let expected: Vec<&str> =
            has_none.map(|it| directory.organisation(*it).id.as_str()).collect();
        let found = missing(&format!(" --platform {id}"));
        let ids: Vec<&str> =
            found.iter().map(|it| it["organisation"]["id"].as_str().unwrap()).collect();
        assert_eq!(ids, expected, "{id}");
        let name = directory.platform(platform).name();
        for finding in &found {
            assert_eq!(finding["platform"], id, "{id} {finding}");
            let sentence = finding["found"].as_str().unwrap();
            assert!(sentence.ends_with(&format!(" is known on {name}.")), "{sentence}");
        }
    }
    let everywhere = missing("");
    assert!(everywhere.len() < missing(" --platform tiktok").len());
    for finding in everywhere {
        assert!(finding["platform"].is_null(), "{finding}");
        assert!(finding["found"].as_str().unwrap().ends_with(" is known."), "{finding}");
    }
}

#[test]
fn a_family_goes_by_its_word_in_the_language_of_the_report() {
    for (language, word) in [("nl", "gemeente"), ("en", "municipality")] {
        let line =
            "audit --organisation gemeente-ede --rule badge-unknown --format markdown --lang";
        let mut arguments: Vec<&str> = line.split(' ').collect();
        arguments.push(language);
        let ran = run(&arguments);
        let start = format!("| {word} |");
        assert!(ran.out.lines().any(|line| line.starts_with(&start)), "{}", ran.out);
    }
}

#[test]
fn one_entry_of_a_register_is_one() {
    let folder = tempfile::tempdir().unwrap();
    let register = folder.path().join("register.csv");
    let text = std::fs::read_to_string(super::REGISTER).unwrap();
    for (lines, more, said) in [
        (2, "", "Looked at: 1 entry of "),
        (3, "", "Looked at: 2 entries of "),
        (2, " --lang nl", "Bekeken: 1 vermelding in "),
        (2, " --platform mastodon", "The one entry of "),
        (3, " --platform mastodon", "None of the 2 entries of "),
        (2, " --platform mastodon --lang nl", "De ene vermelding in "),
    ] {
        let some: Vec<&str> = text.lines().take(lines).collect();
        std::fs::write(&register, some.join("\n")).unwrap();
        let ran = small(&format!("audit --register {}{more}", register.display()));
        let told = ran.out + &ran.err;
        assert!(told.contains(said), "{more}: {told}");
    }
}
