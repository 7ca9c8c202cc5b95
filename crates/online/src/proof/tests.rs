//! What is written is what [`crate::verify`] accepts, and nothing but that.

use officieel_directory::directory::Method;
use officieel_directory::public_suffixes::PublicSuffixes;
use proptest::prelude::*;

use super::*;
use crate::dns::TxtLookup;
use crate::fetch::Failure;
use crate::fetch::fake::FakeFetch;
use crate::test_server::directory;
use crate::verify::{Memory, Verdict, Verification, Verifier};

const DID: &str = "did:plc:z72i7hdynmk6r22z27h6tvur";

/// An organisation with an account on each kind of platform.
fn organisation(name: &str, website: &str) -> Directory {
    let evidence = "evidence = [{ method = \"official-site\", url = \"https://a.example/\", seen = \"2026-05\" }]";
    directory(&format!(
        "[[organisation]]\nid = \"dienst\"\nname = \"Dienst </script> & co\"\nkind = \"other\"\n\
         website = \"{website}\"\nwikidata = \"Q42\"\n\n\
         [[organisation.account]]\nplatform = \"x\"\nhandle = \"{name}\"\n{evidence}\n\
         [[organisation.account]]\nplatform = \"mastodon\"\nhandle = \"{name}@social.overheid.nl\"\n{evidence}\n\
         [[organisation.account]]\nplatform = \"bluesky\"\nhandle = \"dienst.example\"\nplatform_id = \"{DID}\"\n{evidence}\n\
         [[organisation.account]]\nplatform = \"x\"\nhandle = \"{name}_oud\"\nstatus = \"left\"\n{evidence}\n"
    ))
}

fn proof(directory: &Directory) -> Proof {
    let organisation = directory.organisation_indexes().next().unwrap();
    Proof::of(directory, organisation)
}

/// The places where what is written is published.
struct Published {
    home: String,
    trust_txt: String,
    xpoc_manifest: String,
    record: (String, String),
    bio: String,
}

impl Published {
    fn of(proof: &Proof) -> Self {
        let files = proof.files.clone().unwrap();
        let head: Vec<&str> =
            proof.accounts.iter().map(|account| account.rel_me.as_str()).collect();
        let record = proof.records.first().unwrap();
        Self {
            home: format!("<head>{}{}</head>", head.join(""), proof.json_ld),
            trust_txt: files.trust_txt,
            xpoc_manifest: files.xpoc_manifest,
            record: (record.name.clone(), record.value.clone()),
            bio: proof.accounts.first().and_then(|account| account.bio.clone()).unwrap(),
        }
    }

    /// The servers of platforms and the site, as they would answer.
    fn verified(&self, directory: &Directory, name: &str, field: &str) -> Vec<Verification> {
        let lookup = format!("https://social.overheid.nl/api/v1/accounts/lookup?acct={name}");
        let account = serde_json::json!({
            "id": "1", "acct": name, "url": format!("https://social.overheid.nl/@{name}"), "note": self.bio,
            "created_at": "2022-11-15T00:00:00.000Z",
            "fields": [{ "name": "Website", "value": format!("<a href=\"{field}\">x</a>") }],
        });
        let profile = "https://public.api.bsky.app/xrpc/app.bsky.actor.getProfile?actor=did%3Aplc%3Az72i7hdynmk6r22z27h6tvur";
        let fetch = FakeFetch::default()
            .page("https://www.dienst.example/", &self.home)
            .page("https://www.dienst.example/.well-known/trust.txt", &self.trust_txt)
            .page("https://www.dienst.example/xpoc-manifest.json", &self.xpoc_manifest)
            .page(&lookup, account.to_string())
            .page(
                profile,
                serde_json::json!({ "did": DID, "handle": "dienst.example" }).to_string(),
            )
            .page(
                &format!("https://plc.directory/{DID}"),
                serde_json::json!({ "id": DID, "alsoKnownAs": ["at://dienst.example"] })
                    .to_string(),
            );
        let verifier = Verifier {
            directory,
            suffixes: &PublicSuffixes::default(),
            fetch: &fetch,
            txt: self,
            today: "2026-11-28".parse().unwrap(),
            memory: &Memory::default(),
        };
        verifier.organisation(directory.organisation_indexes().next().unwrap())
    }
}

impl TxtLookup for Published {
    fn txt(&self, name: &str) -> Result<Vec<String>, Failure> {
        Ok(if name == self.record.0 { vec![self.record.1.clone()] } else { Vec::new() })
    }
}

/// All that was proved, by account: the verdict, and the evidence by rule.
fn proved(found: &[Verification]) -> Vec<(&'static str, Vec<(&'static str, Method)>)> {
    let rules =
        |it: &Verification| it.evidence.iter().map(|it| (it.rule.id(), it.method)).collect();
    found.iter().map(|it| (it.verdict.id(), rules(it))).collect()
}

const SITE: &str = "https://www.dienst.example/";

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn what_is_written_is_accepted_and_any_change_refused(
        name in "[a-z][a-z0-9]{3,9}",
        place in 0_usize..6,
        at in any::<prop::sample::Index>(),
        new in "[a-z0-9]",
    ) {
        let directory = organisation(&name, SITE);
        let written = proof(&directory);
        let published = Published::of(&written);
        let accepted = proved(&published.verified(&directory, &name, SITE));
        let (one, both) = (Method::OfficialSite, Method::TwoWay);
        prop_assert_eq!(&accepted, &[
            ("cannot-be-checked", vec![("trust-txt", one), ("xpoc", one)]),
            ("proved", vec![("rel-me", both), ("trust-txt", both), ("xpoc", both)]),
            ("proved", vec![("own-handle", Method::OwnDomain), ("trust-txt", one), ("xpoc", one)]),
        ]);

        let mastodon = format!("https://social.overheid.nl/@{name}");
        let mut changed = published;
        let mut field = SITE.to_owned();
        let (text, part) = match place {
            0 => (&mut changed.home, mastodon.as_str()),
            1 => (&mut changed.trust_txt, name.as_str()),
            2 => (&mut changed.xpoc_manifest, name.as_str()),
            3 => (&mut changed.record.1, DID),
            4 => (&mut changed.bio, "www.dienst.example"),
            _ => (&mut field, "dienst.example"),
        };
        // The last place counts: in the manifest, the address, which stands behind the name.
        let begin = if place == 2 { text.find(&format!("/{name}")).unwrap() + 1 } else { text.find(part).unwrap() };
        let position = begin + at.index(part.len());
        let old = char::from(text.as_bytes()[position]);
        prop_assume!(!old.eq_ignore_ascii_case(&new.chars().next().unwrap()));
        text.replace_range(position..=position, &new);
        let refused = proved(&changed.verified(&directory, &name, &field));
        prop_assert_ne!(refused, accepted, "{} at {} in place {}", new, position, place);
    }
}

#[test]
fn what_is_written_can_be_read_by_those_who_publish_it() {
    let directory = organisation("dienstvb", SITE);
    let proof = proof(&directory);
    let rel_me: Vec<&str> = proof.accounts.iter().map(|account| account.rel_me.as_str()).collect();
    assert_eq!(
        rel_me,
        [
            "<link rel=\"me\" href=\"https://x.com/dienstvb\">",
            "<link rel=\"me\" href=\"https://social.overheid.nl/@dienstvb\">",
            "<link rel=\"me\" href=\"https://bsky.app/profile/dienst.example\">",
        ]
    );
    assert_eq!(proof.records[0].name, "_atproto.dienst.example");
    assert_eq!(proof.records[0].value, format!("did={DID}"));
    assert_eq!(
        proof.quick_statements,
        [
            "Q42|P2002|\"dienstvb\"|S854|\"https://a.example/\"|S813|+2026-05-00T00:00:00Z/10",
            "Q42|P4033|\"dienstvb@social.overheid.nl\"|S854|\"https://a.example/\"|S813|+2026-05-00T00:00:00Z/10",
            "Q42|P12361|\"dienst.example\"|S854|\"https://a.example/\"|S813|+2026-05-00T00:00:00Z/10",
        ]
    );
    assert_eq!(
        proof.json_ld.matches("</").count(),
        1,
        "a name can't end the script: {}",
        proof.json_ld
    );
    let files = proof.files.unwrap();
    assert_eq!(
        files.trust_txt,
        "social=https://x.com/dienstvb\nsocial=https://social.overheid.nl/@dienstvb\n\
         social=https://bsky.app/profile/dienst.example\n"
    );
}

#[test]
fn a_part_of_the_host_of_others_has_no_files() {
    let directory = organisation("dienstvb", "https://www.rijk.example/dienst");
    let proof = proof(&directory);
    assert_eq!(proof.files, None);
    assert!(proof.accounts.iter().all(|account| account.bio.is_none()));
    assert_eq!(proof.accounts.len(), 3);
}

#[test]
fn a_verdict_is_proved_by_what_is_written_alone() {
    let directory = organisation("dienstvb", SITE);
    let mut published = Published::of(&proof(&directory));
    published.home.clear();
    published.bio.clear();
    published.record.1.clear();
    let found = published.verified(&directory, "dienstvb", SITE);
    assert!(found.iter().all(|it| it.verdict != Verdict::Proved), "{found:?}");
}

#[test]
fn a_statement_cites_the_evidence_that_there_is() {
    let piece = |method: &str, url: &str, seen: &str| {
        format!("{{ method = \"{method}\", url = \"{url}\", seen = \"{seen}\" }}")
    };
    let own = piece("official-site", "https://a.example/contact", "2026-04-02");
    let older = piece("official-site", "https://a.example/", "2025-01-01");
    let register = piece("register", "https://register.example/7", "2026-10-01");
    let press = piece("press", "https://krant.example/", "2026-11-01");
    let wikidata = piece("wikidata", "https://www.wikidata.org/wiki/Q42", "2026-11-01");
    for (name, evidence, expected) in [
        (
            "its own site",
            vec![&older, &press, &own],
            Some(("https://a.example/contact", "2026-04-02")),
        ),
        ("a register", vec![&press, &register], Some(("https://register.example/7", "2026-10-01"))),
        ("the press", vec![&wikidata, &press], Some(("https://krant.example/", "2026-11-01"))),
        ("only Wikidata", vec![&wikidata], None),
    ] {
        let evidence: Vec<&str> = evidence.into_iter().map(String::as_str).collect();
        let directory = crate::test_server::directory(&format!(
            "[[organisation]]\nid = \"a\"\nname = \"A\"\nkind = \"other\"\nwikidata = \"Q42\"\n\
             website = \"https://a.example/\"\n\n[[organisation.account]]\nplatform = \"x\"\n\
             handle = \"a\"\nevidence = [{}]\n",
            evidence.join(", ")
        ));
        let expected = expected
            .map(|(url, seen)| format!("Q42|P2002|\"a\"|S854|\"{url}\"|S813|+{seen}T00:00:00Z/11"));
        let found = proof(&directory).quick_statements;
        assert_eq!(found.first(), expected.as_ref(), "{name}");
    }
}
