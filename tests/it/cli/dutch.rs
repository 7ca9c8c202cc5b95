//! With `--lang nl` whatever goes wrong is said in Dutch.

use crate::cli::harness::run;

/// A word of English that no Dutch sentence has: keys and values of files stand between backticks.
const ENGLISH: &[&str] = &[
    "the", "this", "not", "no", "remove", "add", "keep", "here", "must", "and", "its", "there",
    "missing", "unknown", "known",
];

/// The words of a text that stand outside backticks, places in files aside.
fn words(text: &str) -> Vec<String> {
    let plain: String = text.split('`').step_by(2).collect::<Vec<_>>().join(" ");
    let words = plain.split(|c: char| !c.is_alphabetic());
    words.map(str::to_lowercase).filter(|it| !it.is_empty()).collect()
}

#[track_caller]
fn is_dutch(text: &str) {
    assert!(!text.is_empty());
    for line in text.lines() {
        // What the readers of TOML and CSV say themselves is quoted, and said to be English.
        let own = line.split("in het Engels:").next().unwrap_or_default();
        // Nor are the ids that may be chosen from words of the interface.
        let own = own.split("; kies uit").next().unwrap_or_default();
        let english: Vec<String> =
            words(own).into_iter().filter(|word| ENGLISH.contains(&word.as_str())).collect();
        assert!(english.is_empty(), "{english:?} in {line}");
    }
}

/// Writes a file for one test, and gives its path.
fn file(name: &str, bytes: &[u8]) -> String {
    let path = std::path::Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    std::fs::write(&path, bytes).unwrap();
    path.to_str().unwrap().to_owned()
}

const BROKEN: &str = r#"schema = 2
title = 3
edition = "2027"
license = "CC0-1.0"
domains = ["Overheid"]

[[family]]
word = "om"

[[organisation]]
id = "A b"
name = "A"
kind = "town"
parent = "b"
website = "http://a.example"
phone = "x"
wikidata = "q1"

[[organisation]]
id = "c"
name = "C "
kind = "other"
successor = "c"

[[organisation.account]]
platform = "x"
handle = "POL-Ede"
evidence = []

[[organisation.account]]
platform = "hyves"
url = "https://x.com/search"
badge = { kind = "x-groen", seen = "gisteren", url = "https://x.com/a" }
evidence = [{ method = "register", seen = "2026-01-01" }, { method = "gerucht" }]
"#;

#[test]
fn a_broken_directory() {
    let path = file("dutch-broken.toml", BROKEN.as_bytes());
    let ran = run(&["--lang", "nl", "validate", &path]);
    assert_eq!(ran.status, 1);
    assert!(ran.out.lines().count() > 15, "{}", ran.out);
    is_dutch(&ran.out.replace(&path, "bestand"));
    let other = run(&["--lang", "nl", "--directory", &path, "show", "c"]);
    assert_eq!(other.status, 2);
    is_dutch(&other.err.replace(&path, "bestand"));
    let path = file("dutch-no.toml", b"title = ");
    is_dutch(&run(&["--lang", "nl", "validate", &path]).out.replace(&path, "bestand"));
    let path = file("dutch-bytes.toml", b"title = \"\xFF\"");
    is_dutch(&run(&["--lang", "nl", "validate", &path]).out.replace(&path, "bestand"));
}

#[test]
fn a_register_that_is_none() {
    let head =
        "register_id,org_name,platform,username_as_registered,url_as_registered,register_url";
    for (name, text) in [
        ("accounts", "naam,adres\na,b\n".to_owned()),
        ("empty", String::new()),
        ("short", format!("{head}\n1,a\n")),
        ("twice", format!("{head},platform\n")),
        ("open", format!("{head}\n1,a,x,\"b,c,d\n")),
        ("lines", format!("{head}\n1,a,x,\"b\nc\",d,e\n")),
    ] {
        let path = file(&format!("dutch-{name}.csv"), text.as_bytes());
        let ran = run(&["--lang", "nl", "audit", "--register", &path]);
        assert_eq!((ran.status, ran.out.as_str()), (2, ""), "{name}");
        is_dutch(&ran.err.replace(&path, "bestand"));
    }
}

#[test]
fn a_baseline_that_is_none() {
    for (name, text) in [
        ("data", "{\"version\": 3, \"scope\": [], \"findings\": []}"),
        ("key", "{\"version\": 1, \"scope\": [], \"findings\": [], \"x\": 1}"),
        (
            "fingerprint",
            "{\"version\": 1, \"scope\": [], \"findings\": [{\"rule\": \"badge-mixed\", \"hint\": \"\", \
             \"fingerprint\": \"vandaag\"}]}",
        ),
        ("cut", "{\"version\": 1"),
        ("json", "no JSON"),
        ("utf16", "\u{FEFF}"),
    ] {
        let bytes = if name == "utf16" { b"\xFF\xFE{\0".to_vec() } else { text.into() };
        let path = file(&format!("dutch-baseline-{name}.json"), &bytes);
        let ran = run(&["--lang", "nl", "audit", "--baseline", &path]);
        assert_eq!((ran.status, ran.out.as_str()), (2, ""), "{name}");
        is_dutch(&ran.err.replace(&path, "bestand"));
        let is_ours = ["data", "fingerprint", "utf16"].contains(&name);
        assert_eq!(ran.err.contains("in het Engels"), !is_ours, "{name}: {}", ran.err);
    }
}

#[test]
fn a_directory_that_has_no_layout() {
    let path = file("dutch-fmt.toml", BROKEN.as_bytes());
    let ran = run(&["--lang", "nl", "fmt", "--check", &path]);
    assert_eq!((ran.status, ran.out.as_str()), (2, ""));
    is_dutch(&ran.err.replace(&path, "bestand"));
    let json = run(&["--lang", "nl", "validate", "--json", &path]);
    assert!(json.out.contains("add it"), "programs are told in English: {}", json.out);
}

#[test]
fn own_observations() {
    let head = "schema = 1\ntitle = \"Eigen\"\nedition = \"2026-11-21\"\nlicence = \"eigen\"\n\n\
                [[organisation]]\nid = \"gemeente-ede\"\nname = \"Gemeente Ede\"\n\
                kind = \"municipality\"\n\n[[organisation.account]]\nplatform = \"x\"\n\
                handle = \"GemeenteEde\"\n";
    let own = |note: &str| {
        format!(
            "evidence = [{{ method = \"own-observation\", url = \"https://x.com/GemeenteEde\", \
             seen = \"2026-11-20\"{note} }}]\n"
        )
    };
    let unsound = [
        format!(
            "{head}evidence = [{{ method = \"register\", source = \"roo\", seen = \"2026\" }}]\n"
        ),
        format!("{head}status = \"left\"\n{}", own(", note = \"badge\"")),
        format!("{head}status = \"weg\"\n{}", own("")),
    ];
    for (at, text) in unsound.iter().enumerate() {
        let path = file(&format!("dutch-overlay-{at}.toml"), text.as_bytes());
        let ran = run(&["--lang", "nl", "--overlay", &path, "validate"]);
        assert_eq!(ran.status, 1, "{text}");
        is_dutch(&ran.out.replace(&path, "bestand"));
        let shown = run(&["--lang", "nl", "--overlay", &path, "show", "gemeente-ede"]);
        // The option is named as it is typed.
        is_dutch(&shown.err.replace(&path, "bestand").replace("--no-overlay", ""));
    }
    // What an observation is of is told in words, and not in those of the file.
    let seen =
        "badge = { kind = \"none\", seen = \"2026-11-20\", url = \"https://x.com/GemeenteEde\" }\n";
    let sound = format!("{head}{seen}{}", own(", note = \"badge\""));
    let path = file("dutch-overlay.toml", sound.as_bytes());
    for (language, method, label, left_out) in [
        ("nl", "eigen waarneming van het vinkje, gezien 2026-11-20", "vinkje", "opmerking"),
        ("en", "own observation of the badge, seen 2026-11-20", "badge", "remark"),
    ] {
        let shown = run(&["--lang", language, "--overlay", &path, "show", "gemeente-ede"]);
        assert!(shown.out.contains(method), "{}", shown.out);
        let labels: Vec<&str> =
            shown.out.lines().filter_map(|line| line.split_whitespace().next()).collect();
        assert!(labels.contains(&label) && !labels.contains(&left_out), "{}", shown.out);
        assert!(
            !shown.out.lines().any(|line| line.trim_end().ends_with("  badge")),
            "{}",
            shown.out
        );
    }
}
