use proptest::prelude::*;

use super::super::trust_txt::{Attribute, TrustTxt};
use super::super::xpoc::Manifest;
use super::*;

const TRUST: &str = "https://www.voorbeeld.example/.well-known/trust.txt";
const XPOC: &str = "https://www.voorbeeld.example/xpoc-manifest.json";

fn verified(account: &str, fetch: FakeFetch) -> Verification {
    let directory = one("https://www.voorbeeld.example/", account);
    World::new(&directory, fetch).verify()
}

#[test]
fn a_trust_txt_is_read_as_it_is_written() {
    let file = TrustTxt::parse(&sample("wellknown/trust.txt")).unwrap();
    let social: Vec<&str> = file.values(Attribute::Social).collect();
    assert_eq!(
        social,
        [
            "https://www.facebook.com/dienstvoorbeeld",
            "https://x.com/dienst_vb",
            "https://www.linkedin.com/company/dienst-voorbeeld/",
            "https://social.overheid.nl/@dienstvoorbeeld",
            "https://www.instagram.com/dienstvoorbeeld/",
        ]
    );
    assert_eq!(TrustTxt::parse(&sample("wellknown/trust-html-200.txt")), None);
    assert_eq!(
        TrustTxt::parse(b"\xEF\xBB\xBFsocial=x # y").unwrap().values(Attribute::Social).count(),
        1
    );
}

#[test]
fn a_relation_counts_where_both_sides_say_it() {
    let own = TrustTxt::parse(&sample("wellknown/trust.txt")).unwrap();
    for (file, host, expected) in [
        (
            "ministerie-control.txt",
            "www.ministerie.example",
            &[Attribute::BelongTo, Attribute::ControlledBy][..],
        ),
        ("vereniging-belongs.txt", "vereniging.example", &[Attribute::Member]),
        ("vereniging-belongs.txt", "www.dochter.example", &[]),
    ] {
        let other =
            TrustTxt::parse(&sample(&format!("wellknown/trust-counterparts/{file}"))).unwrap();
        assert_eq!(own.agrees("www.voorbeeld.example", &other, host), expected, "{file} {host}");
    }
}

#[test]
fn files_of_the_site_are_one_side() {
    let trust = || FakeFetch::default().page(TRUST, sample("wellknown/trust.txt"));
    let xpoc = || FakeFetch::default().page(XPOC, sample("wellknown/xpoc-manifest.json"));
    let by_trust = [(Method::OfficialSite, "trust-txt", TRUST)];
    let by_xpoc = [(Method::OfficialSite, "xpoc", XPOC)];
    for (name, account, fetch, expected) in [
        ("trust.txt", "platform = \"x\"\nhandle = \"dienst_vb\"", trust(), &by_trust[..]),
        ("xpoc", "platform = \"x\"\nhandle = \"dienst_vb\"", xpoc(), &by_xpoc),
        (
            "xpoc without address",
            "platform = \"instagram\"\nhandle = \"dienstvoorbeeld\"",
            xpoc(),
            &by_xpoc,
        ),
        ("another name", "platform = \"x\"\nhandle = \"dienst\"", trust(), &[]),
        (
            "a manifest of another",
            "platform = \"x\"\nhandle = \"anders\"",
            FakeFetch::default().page(XPOC, sample("wellknown/xpoc-foreign-baseurl.json")),
            &[],
        ),
        (
            "a page for everything",
            "platform = \"x\"\nhandle = \"neppe_regel\"",
            FakeFetch::default().page(TRUST, sample("wellknown/trust-html-200.txt")),
            &[],
        ),
    ] {
        let found = verified(account, fetch);
        assert_eq!(evidence(&found), expected, "{name}");
        assert_eq!(found.verdict, Verdict::CannotBeChecked, "{name}");
    }
}

#[test]
fn the_files_of_a_shared_host_are_not_a_bodys_own() {
    let directory =
        one("https://www.voorbeeld.example/dienst", "platform = \"x\"\nhandle = \"dienst_vb\"");
    let world =
        World::new(&directory, FakeFetch::default().page(TRUST, sample("wellknown/trust.txt")));
    assert!(world.verify().evidence.is_empty());
    assert!(world.fetch.asked().is_empty());
}

#[test]
fn a_profile_that_names_the_site_is_the_other_side() {
    let account = "platform = \"mastodon\"\nhandle = \"dienstvoorbeeld@social.overheid.nl\"";
    let profile = String::from_utf8(sample("mastodon/lookup-logius.json"))
        .unwrap()
        .replace("\"Logius\"", "\"dienstvoorbeeld\"");
    let lookup = "https://social.overheid.nl/api/v1/accounts/lookup?acct=dienstvoorbeeld";
    for (bio, expected) in [
        ("trust://www.voorbeeld.example!", Verdict::Proved),
        ("<p>trust://voorbeeld.example/! </p>", Verdict::Proved),
        ("trust://anders.example!", Verdict::Exists),
        ("xpoc://www.voorbeeld.example!", Verdict::Exists),
        ("trust://www.voorbeeld.example", Verdict::Exists),
    ] {
        let profile = profile.replace("Officieel account.", bio);
        let fetch =
            FakeFetch::default().page(TRUST, sample("wellknown/trust.txt")).page(lookup, profile);
        let found = verified(account, fetch);
        assert_eq!(found.verdict, expected, "{bio}");
        let method =
            if expected == Verdict::Proved { Method::TwoWay } else { Method::OfficialSite };
        assert_eq!(evidence(&found), [(method, "trust-txt", TRUST)], "{bio}");
    }
}

proptest! {
    #[test]
    fn any_file_can_be_read(file in proptest::collection::vec(any::<u8>(), 0..300), text in "[a-z=:{}\\[\\]\",# ]{0,200}") {
        let _ = TrustTxt::parse(&file);
        let _ = TrustTxt::parse(text.as_bytes());
        prop_assert!(Manifest::parse(&file, "a.example").is_none());
        let _ = Manifest::parse(text.as_bytes(), "a.example");
    }
}
