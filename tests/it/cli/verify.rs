//! `officieel verify` and `officieel proof`: what they say without a network.
#![cfg(feature = "online")]

use serde_json::Value as Json;

use super::harness::{run, small};

#[test]
fn offline_nothing_is_asked_and_that_is_said() {
    for (name, line) in [
        ("offline", "verify --offline kind:municipality"),
        ("offline-dutch", "--lang nl verify --offline kind:municipality"),
        ("nobody", "verify --offline name:nobody-is-called-so"),
        ("no-filter", "verify --offline"),
    ] {
        insta::assert_snapshot!(format!("verify-{name}"), small(line).shown());
    }
}

#[test]
fn offline_no_account_of_the_directory_can_be_proved() {
    let ran = run(&["verify", "--offline", "--json", "on:mastodon"]);
    let told: Json = serde_json::from_str(&ran.out).unwrap();
    let all = told.as_array().unwrap();
    assert!(all.len() > 10, "{}", all.len());
    for it in all {
        if it["platform"] == "mastodon" {
            assert_eq!(it["verdict"], "could-not-look", "{it}");
        }
        assert_eq!(it["evidence"], Json::Array(Vec::new()), "{it}");
    }
    assert!(ran.err.is_empty(), "{}", ran.err);
}

#[test]
fn what_a_run_found_is_kept() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("verified.json");
    let file = file.to_str().unwrap();
    let line = ["verify", "--offline", "name:logius", "--last-run", file];
    assert_eq!(run(&line).status, 0);
    let kept: Json = serde_json::from_slice(&std::fs::read(file).unwrap()).unwrap();
    assert!(kept["ids"].is_object(), "{kept}");
    assert_eq!(run(&line).status, 0);
    std::fs::write(file, "[[").unwrap();
    let broken = run(&line);
    assert_eq!((broken.status, broken.out.as_str()), (2, ""), "{}", broken.err);
}

#[test]
fn proofs_as_people_read_them() {
    for (name, line) in [
        ("text", "proof gemeente-zandmeer"),
        ("dutch", "--lang nl proof gemeente-zandmeer"),
        ("json", "proof --json gemeente-zandmeer"),
        ("nobody", "proof nobody-is-called-so"),
    ] {
        insta::assert_snapshot!(format!("proof-{name}"), small(line).shown());
    }
}

#[test]
fn a_proof_is_of_one_body_and_says_what_only_others_report() {
    for (asked, said) in
        [("gemeente", "For which place?"), ("ministerie", "Several are met"), ("zzqzz", "Nothing")]
    {
        let ran = run(&["proof", asked]);
        assert_eq!((ran.status, ran.out.as_str()), (1, ""), "{asked}");
        assert!(ran.err.contains(said), "{asked}: {}", ran.err);
    }
    let listed = |asked: &str| -> Vec<(String, bool)> {
        let told: Json = serde_json::from_str(&run(&["proof", "--json", asked]).out).unwrap();
        let all = told["accounts"].as_array().unwrap().iter();
        all.map(|it| {
            (it["url"].as_str().unwrap().to_owned(), it["official_source"].as_bool().unwrap())
        })
        .collect()
    };
    for asked in ["gemeente-ede", "logius"] {
        let text = run(&["proof", asked]).out;
        let (before, _) = text.split_once("In the head of").unwrap();
        for (url, has_official_source) in listed(asked) {
            assert_eq!(before.contains(&url), !has_official_source, "{asked}: {url}");
        }
    }
}
