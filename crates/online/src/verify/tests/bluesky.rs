use super::*;

const DID: &str = "did:plc:z72i7hdynmk6r22z27h6tvur";
const PROFILE: &str = "https://public.api.bsky.app/xrpc/app.bsky.actor.getProfile?actor=did%3Aplc%3Az72i7hdynmk6r22z27h6tvur";
const BY_HANDLE: &str = "https://public.api.bsky.app/xrpc/app.bsky.actor.getProfile?actor=bsky.app";
const DOCUMENT: &str = "https://plc.directory/did:plc:z72i7hdynmk6r22z27h6tvur";
const FILE: &str = "https://bsky.app/.well-known/atproto-did";

/// The organisation of the handle `bsky.app`: the one whose samples exist.
fn bsky() -> Directory {
    one("https://bsky.app/", "platform = \"bluesky\"\nhandle = \"bsky.app\"")
}

fn profile() -> Vec<u8> {
    text("bluesky/getProfile-none.json")
        .replace("did:plc:cccccccccccccccccccccccc", DID)
        .into_bytes()
}

fn text(name: &str) -> String {
    String::from_utf8(sample(name)).unwrap()
}

fn world() -> FakeFetch {
    FakeFetch::default()
        .page(FILE, sample("bluesky/atproto-did.txt"))
        .page(DOCUMENT, sample("bluesky/did-document.json"))
        .page(PROFILE, profile())
}

fn verified(fetch: FakeFetch, records: &[&'static str]) -> Verification {
    let directory = bsky();
    let mut world = World::new(&directory, fetch);
    world.records.0.insert("_atproto.bsky.app", records.to_vec());
    world.verify()
}

#[test]
fn a_handle_is_proved_in_both_directions() {
    let did = "did=did:plc:z72i7hdynmk6r22z27h6tvur";
    let own = [(Method::OwnDomain, "own-handle", FILE)];
    let by_record = [(Method::OwnDomain, "own-handle", DOCUMENT)];
    for (name, fetch, records, expected) in [
        ("file", world(), &[][..], &own[..]),
        ("both", world(), &[did], &own),
        ("record", world().status(FILE, 404, ""), &[did], &by_record),
        ("other records", world().status(FILE, 404, ""), &["v=spf1 -all", did], &by_record),
        ("the same twice", world().status(FILE, 404, ""), &[did, did], &by_record),
        (
            "a page for everything",
            world().page(FILE, sample("bluesky/atproto-did-html-soft-404.html")),
            &[did],
            &by_record,
        ),
    ] {
        let found = verified(fetch, records);
        assert_eq!(found.verdict, Verdict::Proved, "{name}: {:?}", found.remarks);
        assert_eq!(evidence(&found), expected, "{name}");
        assert_eq!(found.immutable_id.as_deref(), Some(DID), "{name}");
    }
}

#[test]
fn a_direction_that_fails_is_no_proof() {
    let alone = || world().status(FILE, 404, "").page(BY_HANDLE, profile());
    let did = "did=did:plc:z72i7hdynmk6r22z27h6tvur";
    for (name, fetch, records, expected) in [
        (
            "two records",
            alone(),
            &[did, "did=did:plc:aaaaaaaaaaaaaaaaaaaaaaaa"][..],
            Remark::AmbiguousHandle,
        ),
        (
            "record and file",
            world().page(BY_HANDLE, profile()),
            &["did=did:plc:aaaaaaaaaaaaaaaaaaaaaaaa"],
            Remark::AmbiguousHandle,
        ),
        ("no record", alone(), &["did:plc:z72i7hdynmk6r22z27h6tvur"], Remark::HandleLeadsNowhere),
        (
            "another handle",
            world().page(DOCUMENT, sample("bluesky/did-document-other-handle.json")),
            &[],
            Remark::HandleNotNamedBack,
        ),
        (
            "tombstone",
            world().status(DOCUMENT, 404, sample("bluesky/plc-404-tombstone.json")),
            &[],
            Remark::HandleNotNamedBack,
        ),
        (
            "unknown",
            world().status(DOCUMENT, 404, sample("bluesky/plc-404-unknown.json")),
            &[],
            Remark::HandleNotNamedBack,
        ),
        (
            "another document",
            world().page(
                DOCUMENT,
                text("bluesky/did-document.json")
                    .replace("\"did:plc:z72i7hdynmk6r22z27h6tvur\"", "\"did:plc:x\""),
            ),
            &[],
            Remark::HandleNotNamedBack,
        ),
    ] {
        let found = verified(fetch, records);
        assert_eq!(
            (&found.verdict, &found.remarks[..]),
            (&Verdict::Exists, &[expected][..]),
            "{name}"
        );
        assert!(found.evidence.is_empty(), "{name}");
    }
}

#[test]
fn a_handle_on_the_domain_of_another_proves_nothing_of_the_organisation() {
    let directory =
        one("https://www.dienst.example/", "platform = \"bluesky\"\nhandle = \"bsky.app\"");
    let found = World::new(&directory, world()).verify();
    assert_eq!((found.verdict, found.remarks), (Verdict::Exists, vec![Remark::ForeignHandle]));
    assert!(found.evidence.is_empty());
}

#[test]
fn a_did_may_be_a_host() {
    let directory = one(
        "https://www.voorbeeld.example/",
        "platform = \"bluesky\"\nhandle = \"voorbeeld.example\"",
    );
    let did = "did:web:voorbeeld.example";
    let profile =
        text("bluesky/getProfile-none.json").replace("did:plc:cccccccccccccccccccccccc", did);
    let fetch = |document: u16| {
        FakeFetch::default()
            .page("https://voorbeeld.example/.well-known/atproto-did", did)
            .status("https://voorbeeld.example/.well-known/did.json", document, sample("bluesky/did-web.json"))
            .page("https://public.api.bsky.app/xrpc/app.bsky.actor.getProfile?actor=did%3Aweb%3Avoorbeeld.example", &profile)
    };
    assert_eq!(World::new(&directory, fetch(200)).verify().verdict, Verdict::Proved);
    let redirected = World::new(&directory, fetch(302)).verify().verdict;
    assert_eq!(redirected, Verdict::CouldNotLook(Reason::Failure(Failure::Status(302))));
}

#[test]
fn what_has_become_of_an_account_is_told_apart() {
    let control =
        text("bluesky/getProfile-none.json").replace("noordbrabant.bsky.social", "bsky.app");
    let missing = || world().status(PROFILE, 400, sample("bluesky/getProfile-400-notfound.json"));
    for (name, fetch, expected) in [
        (
            "taken down",
            world().status(PROFILE, 400, sample("bluesky/getProfile-400-takedown.json")),
            Verdict::Suspended,
        ),
        (
            "deactivated",
            world().status(PROFILE, 400, sample("bluesky/getProfile-400-deactivated.json")),
            Verdict::Suspended,
        ),
        (
            "not there",
            missing().page(BY_HANDLE, control),
            Verdict::CouldNotLook(Reason::NotThereOnce),
        ),
        ("nothing is there", missing(), Verdict::CouldNotLook(Reason::ControlFailed)),
        ("fault", world().status(PROFILE, 400, "{}"), Verdict::CouldNotLook(Reason::Unreadable)),
        (
            "down",
            world().status(PROFILE, 502, "x"),
            Verdict::CouldNotLook(Reason::Failure(Failure::Status(502))),
        ),
    ] {
        assert_eq!(verified(fetch, &[]).verdict, expected, "{name}");
    }
}

#[test]
fn badges_and_wishes_are_remarked() {
    let with = |name: &str| {
        let profile = text(name).replace("did:plc:cccccccccccccccccccccccc", DID);
        verified(world().page(PROFILE, profile), &[]).remarks
    };
    let badge = |is_valid| Remark::Badge(Badge { is_valid, issuers: vec![DID.to_owned()] });
    assert_eq!(with("bluesky/getProfile-verified.json"), [badge(true)]);
    assert_eq!(with("bluesky/getProfile-verification-stale.json"), [badge(false)]);
    assert_eq!(with("bluesky/getProfile-no-unauthenticated.json"), [Remark::NotForStrangers]);
    assert_eq!(with("bluesky/getProfile-none.json"), []);
}

#[test]
fn where_nobody_can_be_asked_nothing_is_said() {
    let directory =
        one("https://storing.example/", "platform = \"bluesky\"\nhandle = \"storing.example\"");
    let found = World::new(&directory, FakeFetch::default()).verify();
    assert_eq!(found.verdict, Verdict::CouldNotLook(Reason::Failure(Failure::NameLookup)));
}

#[test]
fn a_handle_of_another_account_is_an_alarm() {
    let account = "platform = \"bluesky\"\nhandle = \"bsky.app\"\nplatform_id = \"did:plc:aaaaaaaaaaaaaaaaaaaaaaaa\"";
    let directory = one("https://bsky.app/", account);
    let found = World::new(&directory, world()).verify();
    let listed = "did:plc:aaaaaaaaaaaaaaaaaaaaaaaa".to_owned();
    assert_eq!(found.alarms, [Alarm::OtherId { listed, found: DID.to_owned() }]);
    assert_eq!((found.verdict, found.evidence), (Verdict::Exists, Vec::new()));
}
