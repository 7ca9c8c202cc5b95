//! What strangers' servers answer: no `robots.txt`, `trust.txt`, manifest, page or JSON makes a reader panic, and no
//! answer to every question proves an account.

#![no_main]

use std::sync::LazyLock;

use libfuzzer_sys::fuzz_target;
use officieel::directory::{Directory, OrganisationIndex};
use officieel::embedded;
use officieel_online::dns::TxtLookup;
use officieel_online::fetch::{Failure, Fetch, Outcome, Page, Request, retry_after};
use officieel_online::robots::Robots;
use officieel_online::verify::rel_me::PageLinks;
use officieel_online::verify::trust_txt::TrustTxt;
use officieel_online::verify::xpoc::Manifest;
use officieel_online::verify::{Memory, Verifier};

/// The built-in directory, and organisations with an account on an open platform.
static DIRECTORY: LazyLock<(Directory, Vec<OrganisationIndex>)> = LazyLock::new(|| {
    let directory = embedded::directory().expect("the built-in directory loads");
    let is_open = |index: &OrganisationIndex| {
        directory.accounts_of(*index).any(|account| {
            let platform = directory.account(account).platform;
            matches!(directory.platform(platform).id(), "mastodon" | "bluesky" | "tiktok")
        })
    };
    let organisations = directory.organisation_indexes().filter(is_open).take(8).collect();
    (directory, organisations)
});

/// Answers everything alike.
struct Always<'a>(&'a [u8], u16);

impl Fetch for Always<'_> {
    fn fetch(&self, request: &Request<'_>) -> Outcome {
        Outcome::Page(Page::bare(request.url.clone(), self.1, self.0))
    }
}

impl TxtLookup for Always<'_> {
    fn txt(&self, _name: &str) -> Result<Vec<String>, Failure> {
        Ok(vec![String::from_utf8_lossy(self.0).into_owned()])
    }
}

fuzz_target!(|bytes: &[u8]| {
    let text = String::from_utf8_lossy(bytes);
    let robots = Robots::parse(bytes, "officieel");
    assert!(robots.allows("/robots.txt"));
    let _ = robots.allows(&text);
    let _ = TrustTxt::parse(bytes);
    let _ = Manifest::parse(bytes, "www.gemeente.example");
    let _ = retry_after(&text, std::time::Duration::from_secs(1_795_824_000));
    if let Ok(url) = "https://www.gemeente.example/".parse() {
        let _ = PageLinks::read(bytes, &url);
    }
    let (directory, organisations) = &*DIRECTORY;
    let status = if bytes.len() % 3 == 0 { 400 } else { 200 };
    let answer = Always(bytes, status);
    let verifier = Verifier {
        directory,
        suffixes: embedded::suffixes(),
        fetch: &answer,
        txt: &answer,
        today: officieel::directory::Date::LAST,
        memory: &Memory::default(),
    };
    for &organisation in organisations {
        verifier.organisation(organisation);
    }
});
