//! Accounts on invented servers that answer as the real ones are described.

mod bluesky;
mod existence;
mod files;
mod mastodon;
mod rel_me;

use std::collections::BTreeMap;
use std::sync::LazyLock;

use proptest::prelude::*;

use super::*;
use crate::fetch::fake::FakeFetch;
use crate::fetch::{Failure, Outcome, Page};
use crate::test_server::directory;

/// A file of the samples.
fn sample(name: &str) -> Vec<u8> {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/fixtures/");
    std::fs::read(format!("{folder}{name}")).unwrap_or_else(|error| panic!("{name}: {error}"))
}

/// Text records by name; a name that isn't there has none.
#[derive(Default)]
struct Records(BTreeMap<&'static str, Vec<&'static str>>);

impl TxtLookup for Records {
    fn txt(&self, name: &str) -> Result<Vec<String>, Failure> {
        if name == "_atproto.storing.example" {
            return Err(Failure::NameLookup);
        }
        let records = self.0.get(name).cloned().unwrap_or_default();
        Ok(records.into_iter().map(str::to_owned).collect())
    }
}

/// An organisation with one account, given by the lines of its table.
fn one(website: &str, account: &str) -> Directory {
    directory(&format!(
        "[[organisation]]\nid = \"dienst\"\nname = \"Dienst\"\nkind = \"other\"\nwebsite = \"{website}\"\n\n\
         [[organisation.account]]\n{account}\n\
         evidence = [{{ method = \"third-party\", url = \"https://a.example/\", seen = \"2026-01-01\" }}]\n"
    ))
}

struct World<'a> {
    directory: &'a Directory,
    fetch: FakeFetch,
    records: Records,
    memory: Memory,
    today: &'a str,
}

impl<'a> World<'a> {
    fn new(directory: &'a Directory, fetch: FakeFetch) -> Self {
        let (records, memory) = (Records::default(), Memory::default());
        Self { directory, fetch, records, memory, today: "2026-11-28" }
    }

    fn verify(&self) -> Verification {
        let suffixes = PublicSuffixes::default();
        let verifier = Verifier {
            directory: self.directory,
            suffixes: &suffixes,
            fetch: &self.fetch,
            txt: &self.records,
            today: self.today.parse().unwrap(),
            memory: &self.memory,
        };
        let organisation = self.directory.organisation_indexes().next().unwrap();
        let mut all = verifier.organisation(organisation);
        assert_eq!(all.len(), 1);
        all.remove(0)
    }
}

/// What evidence a verification would write, in short.
fn evidence(found: &Verification) -> Vec<(Method, &str, &str)> {
    found.evidence.iter().map(|it| (it.method, it.rule.id(), it.url.as_str())).collect()
}

/// A web where everything answers alike.
struct Always(Vec<u8>, u16);

impl Fetch for Always {
    fn fetch(&self, request: &crate::fetch::Request<'_>) -> Outcome {
        Outcome::Page(Page::bare(request.url.clone(), self.1, &self.0))
    }
}

impl TxtLookup for Always {
    fn txt(&self, _name: &str) -> Result<Vec<String>, Failure> {
        Ok(vec![String::from_utf8_lossy(&self.0).into_owned()])
    }
}

proptest! {
    /// Whatever servers answer, verifying ends, and proves nothing by an answer that is broken.
    #[test]
    fn any_answer_comes_to_a_verdict(
        which in 0_usize..6,
        at in any::<prop::sample::Index>(),
        bytes in proptest::collection::vec(any::<u8>(), 0..8),
        status in prop::sample::select(vec![200_u16, 400, 404, 429, 503]),
    ) {
        static WORLD: LazyLock<(Directory, Vec<Vec<u8>>)> = LazyLock::new(|| {
            let account = |platform: &str, handle: &str| format!(
                "[[organisation.account]]\nplatform = \"{platform}\"\nhandle = \"{handle}\"\n\
                 evidence = [{{ method = \"third-party\", url = \"https://a.example/\", seen = \"2026-01-01\" }}]\n"
            );
            let accounts = [
                account("mastodon", "Logius@social.overheid.nl"),
                account("bluesky", "bsky.app"),
                account("youtube", "knmi"),
                account("telegram", "gemeentevoorbeeld"),
                account("tiktok", "scout2015"),
            ];
            let organisation = "[[organisation]]\nid = \"d\"\nname = \"D\"\nkind = \"other\"\nwebsite = \"https://www.d.example/\"\n\n";
            let samples = [
                "mastodon/lookup-logius.json",
                "mastodon/lookup-moved.json",
                "mastodon/webfinger-split-domain.json",
                "bluesky/getProfile-verified.json",
                "bluesky/did-document.json",
                "platforms/tiktok-oembed-profile-200.json",
            ];
            (directory(&format!("{organisation}{}", accounts.concat())), samples.map(sample).to_vec())
        });
        let (directory, samples) = &*WORLD;
        let mut answer = samples[which].clone();
        let position = at.index(answer.len());
        let end = (position + bytes.len()).min(answer.len());
        answer.splice(position..end, bytes);
        let always = Always(answer, status);
        let verifier = Verifier {
            directory,
            suffixes: &PublicSuffixes::default(),
            fetch: &always,
            txt: &always,
            today: "2026-11-28".parse().unwrap(),
            memory: &Memory::default(),
        };
        let found = verifier.organisation(directory.organisation_indexes().next().unwrap());
        prop_assert_eq!(found.len(), 5);
        for it in &found {
            prop_assert!(it.verdict != Verdict::Proved, "{:?}", it);
        }
    }
}
