//! Tests of [`super`].

use crate::audit::Rule;
use crate::audit::testing::{account, directory, findings, found, organisation, value};

#[test]
fn no_account_is_worth_a_look_where_one_expects_some() {
    for (kind, keys, accounts, expected) in [
        ("municipality", "", "", &["possible note: ede"][..]),
        ("municipality", "ended = \"2019-01-01\"", "", &[]),
        ("municipality", "", &*account("x", "ede", "status = \"left\""), &[]),
        ("advisory-body", "", "", &[]),
    ] {
        let text = organisation("ede", kind, keys) + accounts;
        assert_eq!(found(&text, Rule::CoverageNone), expected, "{kind} {keys}");
    }
    let shared = organisation("ede", "municipality", "")
        + &organisation("epe", "municipality", "")
        + &account("x", "epe", "shared_with = [\"ede\"]");
    assert_eq!(found(&shared, Rule::CoverageNone), [""; 0]);
}

#[test]
fn what_is_known_to_be_missing_is_told_once_for_each_organisation() {
    let gap = |text: &str, seen: &str| {
        format!("{{ text = \"{text}\", url = \"https://krant.example/1\", seen = \"{seen}\" }}")
    };
    let keys = format!("gaps = [{}, {}]", gap("Drie.", "2023-07"), gap("Vier.", "2024-01"));
    let text = organisation("ede", "agency", &keys) + &organisation("epe", "agency", "");
    assert_eq!(found(&text, Rule::CoverageGap), ["certain warning: ede"]);
    let findings = findings(&directory(&text), Rule::CoverageGap);
    for (place, expected) in
        [("gap", "Drie. Vier."), ("date", "2024-01"), ("url", "https://krant.example/1")]
    {
        assert_eq!(value(&findings[0], place), expected);
    }
    let ended = organisation("ede", "agency", &format!("ended = \"2025-01-01\"\n{keys}"));
    assert_eq!(found(&ended, Rule::CoverageGap), [""; 0]);
}

#[test]
fn accounts_are_behind_a_login_only_where_that_is_known_of_all_of_them() {
    let [x, linkedin, facebook, youtube] =
        ["x", "linkedin", "facebook", "youtube"].map(|it| account(it, "ede", ""));
    let gone = account("youtube", "ede", "status = \"closed\"");
    let site = "website = \"https://www.ede.example\"";
    for (keys, accounts, expected) in [
        ("", linkedin.clone(), &["likely warning: ede"][..]),
        (site, linkedin.clone(), &["likely note: ede"]),
        ("", x.clone(), &["possible note: ede"]),
        ("", format!("{x}{linkedin}"), &["possible note: ede"]),
        (site, x.clone(), &[]),
        (site, format!("{x}{linkedin}"), &[]),
        ("", format!("{linkedin}{gone}"), &["likely warning: ede"]),
        ("", format!("{linkedin}{youtube}"), &[]),
        ("", facebook.clone(), &[]),
        ("", format!("{facebook}{linkedin}"), &[]),
        ("", String::new(), &[]),
    ] {
        let text = organisation("ede", "municipality", keys) + &accounts;
        assert_eq!(found(&text, Rule::CoverageLogin), expected, "{keys} {accounts}");
    }
}

#[test]
fn an_account_is_the_governments_own_by_its_evidence() {
    let own = "evidence = [{ method = \"own-domain\", url = \"https://social.overheid.example/@ede\", seen = \"2026-01-01\" }]";
    let mastodon = account("mastodon", "ede@social.overheid.example", own);
    let x = account("x", "ede", "");
    for (kind, accounts, expected) in [
        ("municipality", x.clone(), &["likely note: ede"][..]),
        ("agency", x.clone(), &["likely note: ede"]),
        ("municipality", format!("{x}{mastodon}"), &[]),
        ("police-team", x.clone(), &[]),
        ("municipality", String::new(), &[]),
    ] {
        let text = organisation("ede", kind, "") + &accounts;
        assert_eq!(found(&text, Rule::CoverageOwn), expected, "{kind} {accounts}");
    }
}

#[test]
fn an_emergency_service_is_reached_by_any_open_channel_of_its_own_or_of_those_above() {
    let [x, youtube] = ["x", "youtube"].map(|it| account(it, "ede", ""));
    let (site, phone) = ("website = \"https://www.p.example\"", "phone = \"0900 8844\"");
    for (kind, own, above, accounts, expected) in [
        ("police-team", "", "", &x, &["possible warning: ede"][..]),
        ("police-team", site, "", &x, &[]),
        ("police-team", phone, "", &x, &[]),
        ("police-team", "", site, &x, &[]),
        ("police-team", "", "", &youtube, &[]),
        ("municipality", "", "", &x, &[]),
        ("police-team", "", "", &String::new(), &[]),
    ] {
        let text = organisation("corps", "police-force", above)
            + &organisation("ede", kind, &format!("parent = \"corps\"\n{own}"))
            + accounts;
        assert_eq!(found(&text, Rule::CoverageEmergency), expected, "{kind} {own} {above}");
    }
}

#[test]
fn a_platform_is_advised_against_by_the_directory_alone() {
    let on =
        |platform: &str| organisation("ede", "municipality", "") + &account(platform, "ede", "");
    assert_eq!(found(&on("clip"), Rule::CoverageDiscouraged), ["possible note: ede"]);
    assert_eq!(found(&on("x"), Rule::CoverageDiscouraged), [""; 0]);
    let directory = directory(&on("clip"));
    let found = findings(&directory, Rule::CoverageDiscouraged);
    let values = ["policy", "url", "date"].map(|place| value(&found[0], place));
    assert_eq!(values, ["Better not.", "https://policy.example/", "2023-03"]);
}
