//! What is asked about, and what is not.

use super::{all, findings, json};
use crate::harness::run;

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
        for fingerprint in all(&part, "fingerprint") {
            assert!(known.contains(&fingerprint), "{key} {fingerprint}");
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
    for (option, entries) in
        [(" --platform x", 2), (" --platform Twitter", 2), (" --platform mastodon", 0)]
    {
        let part = json(&format!("{register}{option}"));
        assert_eq!(part["summary"]["entries"], entries, "{option}");
    }
    let part = json(&format!("{register} --severity error"));
    assert!(all(&part, "severity").iter().all(|it| *it == "error"));
    assert!(!findings(&part).is_empty());
}
