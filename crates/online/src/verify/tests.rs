//! Accounts on invented servers that answer as the real ones are described.

mod bluesky;
mod existence;
mod files;
mod mastodon;
mod rel_me;

use std::collections::BTreeMap;

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
