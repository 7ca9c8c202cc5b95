//! The public suffix list is that of the crate `psl`, which is kept up to date, and says the same.
//!
//! `UPDATE_DOCS=1 cargo test --test it public_suffixes::` writes `public-suffixes.txt` anew.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use officieel::public_suffixes::{Giver, PublicSuffixes, write_to};
use officieel::store::{Store, Writer};

const HEAD: &str = "\
// The public suffix list (https://publicsuffix.org), as the crate `psl` has it: the rules of registries, then
// those of others who give names away under theirs. `UPDATE_DOCS=1 cargo test --test it public_suffixes::` writes it.
// Subject to the terms of the Mozilla Public License, v. 2.0: https://mozilla.org/MPL/2.0/.
";

fn path() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("public-suffixes.txt")
}

/// The platform that this is built on: of others cargo need not have the packages.
fn host() -> String {
    let out = Command::new("rustc").arg("-vV").output().unwrap();
    let told = String::from_utf8(out.stdout).unwrap();
    told.lines().find_map(|line| line.strip_prefix("host: ")).unwrap().to_owned()
}

/// The rules that `psl` was made of, as they are written there.
fn rules() -> String {
    let mut cargo = Command::new(env!("CARGO"));
    cargo.args(["metadata", "--offline", "--locked", "--format-version", "1"]);
    cargo.args(["--filter-platform", &host()]);
    let out = cargo.current_dir(env!("CARGO_MANIFEST_DIR")).output().unwrap();
    let about: serde_json::Value = serde_json::from_slice(&out.stdout).unwrap();
    let packages = about["packages"].as_array().unwrap();
    let psl = packages.iter().find(|it| it["name"] == "psl").unwrap();
    let manifest = Path::new(psl["manifest_path"].as_str().unwrap());
    fs::read_to_string(manifest.with_file_name("data").join("rules.txt")).unwrap()
}

/// A host for which a rule decides.
fn host_of(rule: &str) -> String {
    rule.strip_prefix('!').map_or_else(|| rule.replacen('*', "any", 1), str::to_owned)
}

fn giver(suffix: psl::Suffix<'_>) -> Option<Giver> {
    suffix.typ().map(|kind| match kind {
        psl::Type::Icann => Giver::Registry,
        psl::Type::Private => Giver::Private,
    })
}

/// The file: every rule by who gives names away, and behind one in other letters the same as the network
/// asks for it.
fn made(rules: &str) -> String {
    let of = |wanted| -> String {
        let is_of =
            |rule: &&str| psl::suffix(host_of(rule).as_bytes()).and_then(giver) == Some(wanted);
        let encoded = |rule: &str| idna::domain_to_ascii(rule).unwrap();
        let both = |rule: &str| {
            if rule.is_ascii() {
                format!("{rule}\n")
            } else {
                format!("{rule}\n{}\n", encoded(rule))
            }
        };
        rules.lines().filter(is_of).map(both).collect()
    };
    format!("{HEAD}\n{}\n// private\n{}", of(Giver::Registry), of(Giver::Private))
}

#[test]
fn the_list_is_that_of_psl() {
    let made = made(&rules());
    if std::env::var_os("UPDATE_DOCS").is_some() {
        fs::write(path(), &made).unwrap();
    }
    let is_same = fs::read_to_string(path()).unwrap() == made;
    assert!(is_same, "run `UPDATE_DOCS=1 cargo test --test it public_suffixes::`");
}

#[test]
fn every_rule_is_followed_as_psl_does() {
    let list = fs::read_to_string(path()).unwrap();
    let mut writer = Writer::new(Vec::new()).unwrap();
    write_to(&list, &mut writer).unwrap();
    let store = Store::owned(writer.finish().unwrap()).unwrap();
    let ours = PublicSuffixes::from_store(&store);
    let mut checked = 0;
    for rule in list.lines().filter(|line| !line.is_empty() && !line.starts_with("//")) {
        let ending = host_of(rule);
        let above = ending.split_once('.').map_or("nl", |(_, above)| above);
        for host in [
            ending.clone(),
            format!("a.{ending}"),
            format!("b.a.{ending}"),
            format!("other-{ending}"),
            format!("a.b.{above}"),
        ] {
            let theirs = psl::suffix(host.as_bytes()).unwrap();
            let suffix = ours.suffix(&host);
            assert_eq!(suffix.text.as_bytes(), theirs.as_bytes(), "{host}");
            assert_eq!(suffix.giver, giver(theirs), "{host}");
            let registered = ours.registered(&host).map(|(registered, _)| registered);
            assert_eq!(registered, psl::domain_str(&host), "{host}");
            checked += 1;
        }
    }
    assert!(checked > 50_000, "{checked} hosts");
}
