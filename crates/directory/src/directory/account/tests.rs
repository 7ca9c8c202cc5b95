//! Tests of [`super`]: what a file says of an account comes back from it, laid out and stored.

use super::*;
use crate::directory::Directory;
use crate::store::{Store, Writer};

const SMALL: &str = include_str!("../../../../../tests/fixtures/small.toml");

/// In its canonical layout.
const TOLD: &str = r#"
[[organisation]]
id = "zzz-dienst"
name = "ZZZ Dienst"
kind = "other"
former_handles = [
    { platform = "x", handle = "dienst_oud", until = "2024-07", successor = "https://x.com/dienst_nu", url = "https://dienst.example/nieuws", seen = "2024-07-02" },
    { platform = "facebook", handle = "oudedienst", url = "https://dienst.example/nieuws", seen = "2024-07-02" },
]

[[organisation.account]]
platform = "x"
handle = "dienst_nu"
purpose = "Vragen en nieuws"
purposes = ["general", "webcare"]
status = "active"
former_handles = [
    { handle = "Dienst_Eerst", until = "2019", url = "https://dienst.example/naam", seen = "2019-03" },
]
since = "2015-02-03"
evidence = [
    { method = "official-site", url = "https://dienst.example/", seen = "2025-06-04", says = "no-longer-shown" },
    { method = "official-site", url = "https://dienst.example/", seen = "2025-04-15" },
    { method = "ad-register", source = "adverts", seen = "2026-10-02" },
    { method = "press", url = "https://krant.example/1", seen = "2025-06-10", says = "leaves", note = "Zegt dat de dienst vertrekt." },
]
"#;

const ADVERTS: &str = r#"[[source]]
id = "adverts"
title = "Advertenties"
publisher = "Meta"
kept_by = "iemand op GitHub"
url = "https://github.com/a/b"
retrieved = "2026-11-01"
licence = "CC0-1.0"

[[platform]]
id = "x"
"#;

fn small() -> Directory {
    crate::testing::loaded(SMALL)
}

fn told() -> Directory {
    let text = SMALL.replacen("[[platform]]\nid = \"x\"\n", ADVERTS, 1) + TOLD;
    crate::testing::loaded(&text)
}

fn stored(directory: &Directory) -> Directory {
    let mut writer = Writer::new(Vec::new()).unwrap();
    directory.write_to(&mut writer).unwrap();
    Directory::from_store(&Store::owned(writer.finish().unwrap()).unwrap()).unwrap()
}

#[test]
fn what_is_said_of_an_account_comes_back_laid_out_and_stored() {
    let loaded = told();
    let laid_out = loaded.to_toml();
    assert!(laid_out.contains(TOLD), "{laid_out}");
    assert!(laid_out.contains(ADVERTS));
    let stored = stored(&loaded);
    assert_eq!(stored.to_toml(), laid_out);
    assert_eq!(crate::testing::loaded(&laid_out).to_toml(), laid_out);
    // Nothing of it was in the file before.
    assert_eq!(stored.organisation_count(), small().organisation_count() + 1);
}

#[test]
fn a_former_handle_leads_to_whose_it_was() {
    for directory in [told(), stored(&told())] {
        let owner = directory.organisation_by_id("zzz-dienst").unwrap();
        let (x, facebook) = (directory.platforms.by_id("x"), directory.platforms.by_id("facebook"));
        let reference = |platform: Option<PlatformIndex>, text: &str| {
            let platform = platform.unwrap();
            Reference { platform, name: directory.platform(platform).parse_name(text).unwrap() }
        };
        for (platform, text, is_of_account, successor) in [
            (x, "DIENST_oud", false, Some("https://x.com/dienst_nu")),
            (facebook, "oude.dienst", false, None),
            (x, "dienst_eerst", true, None),
        ] {
            let found = directory.formerly(&reference(platform, text)).unwrap();
            assert_eq!(found.organisation, owner, "{text}");
            assert_eq!(found.account.is_some(), is_of_account, "{text}");
            assert_eq!(found.handle.successor.as_deref(), successor, "{text}");
        }
        for (platform, text) in [(x, "dienst_nu"), (x, "oudedienst"), (facebook, "dienstnu")] {
            assert!(directory.formerly(&reference(platform, text)).is_none(), "{text}");
        }
    }
}

#[test]
fn what_takes_away_is_no_claim_and_comes_last() {
    let directory = told();
    let owner = directory.organisation_by_id("zzz-dienst").unwrap();
    let index = directory.accounts_of(owner).next().unwrap();
    let account = directory.account(index);
    let says: Vec<Says> = account.evidence.iter().map(|it| it.says).collect();
    assert_eq!(says, [Says::Official, Says::Official, Says::NoLongerShown, Says::Leaves]);
    // What stands is shown and opened first.
    assert_eq!(account.evidence[0].method, Method::AdRegister);
    let date = |text: &str| text.parse::<Date>().unwrap();
    assert_eq!(account.claims().count(), 2);
    assert_eq!(account.withdrawal().map(|it| it.seen), Some(date("2025-06-10")));
    assert_eq!(account.last_seen(), Some(date("2026-10-02")));
    assert_eq!(account.trust(date("2026-11-21")), Trust::Reported);
    // Where nothing stands, the day on which it was last shown.
    let mut withdrawn = account.clone();
    withdrawn.evidence.retain(|it| it.method != Method::AdRegister);
    assert_eq!(withdrawn.last_seen(), Some(date("2025-04-15")));
    assert!(account.is_taken_back() && withdrawn.is_taken_back());
    // Without the word that it leaves, the report of advertisers still stands.
    withdrawn.evidence.clone_from(&account.evidence);
    withdrawn.evidence.retain(|it| it.says != Says::Leaves);
    assert!(!withdrawn.is_taken_back() && withdrawn.open_withdrawal().is_some());
}

#[test]
fn an_account_for_something_of_its_own_is_special() {
    let directory = told();
    let owner = directory.organisation_by_id("zzz-dienst").unwrap();
    let index = directory.accounts_of(owner).next().unwrap();
    let mut account = directory.account(index).clone();
    for (purposes, is_special) in [
        (vec![], false),
        (vec![Purpose::General, Purpose::Webcare], false),
        (vec![Purpose::General, Purpose::Theme], false),
        (vec![Purpose::Place], true),
        (vec![Purpose::Webcare, Purpose::Press], true),
    ] {
        account.purposes = purposes;
        assert_eq!(account.is_special(), is_special, "{:?}", account.purposes);
    }
}
