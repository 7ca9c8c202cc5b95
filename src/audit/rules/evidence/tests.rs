//! Tests of [`super`].

use crate::audit::Rule;
use crate::audit::testing::{account, directory, findings, found, organisation, value};

const REGISTER: &str = "{ method = \"register\", source = \"register\", seen = \"2026-05-16\" }";
const OLD: &str = "{ method = \"register\", source = \"register\", seen = \"2020-11-26\" }";
const SITE: &str =
    "{ method = \"official-site\", url = \"https://ede.example/\", seen = \"2026-01-01\" }";
const WIKIDATA: &str =
    "{ method = \"wikidata\", url = \"https://www.wikidata.org/wiki/Q1\", seen = \"2026-09-18\" }";
const WIKIDATA_THEN: &str =
    "{ method = \"wikidata\", url = \"https://www.wikidata.org/wiki/Q1\", seen = \"2022-04-25\" }";
const LIST: &str =
    "{ method = \"third-party\", url = \"https://github.com/a/b/c\", seen = \"2016-04-22\" }";
const PROOF: &str =
    "{ method = \"two-way\", url = \"https://ede.example/\", seen = \"2026-01-01\" }";

const GONE: &str = "{ method = \"official-site\", url = \"https://ede.example/\", seen = \"2026-06-01\", says = \"no-longer-shown\" }";
const LEAVES: &str = "{ method = \"press\", url = \"https://krant.example/\", seen = \"2026-06-01\", says = \"leaves\" }";
const AGAIN: &str =
    "{ method = \"official-site\", url = \"https://ede.example/\", seen = \"2026-07-01\" }";
const ADVERT: &str =
    "{ method = \"ad-register\", url = \"https://github.com/a/b/r\", seen = \"2026-10-02\" }";

fn by(evidence: &[&str]) -> String {
    format!("evidence = [{}]", evidence.join(", "))
}

#[test]
fn evidence_is_judged_by_who_gives_it_and_when() {
    use Rule::{EvidenceAged, EvidenceReported, EvidenceSingle};
    for (evidence, reported, aged, single) in [
        (&[REGISTER, SITE][..], "", "", ""),
        (&[REGISTER], "", "", "certain note: ede"),
        (&[PROOF], "", "", ""),
        (&[OLD], "", "certain note: ede", ""),
        (&[OLD, WIKIDATA], "", "certain note: ede", ""),
        (&[WIKIDATA], "certain warning: ede", "", ""),
        (&[WIKIDATA, WIKIDATA_THEN], "certain warning: ede", "", ""),
        (&[WIKIDATA, LIST], "certain note: ede", "", ""),
        // A list beside the report of advertisers that it was made of is no second source.
        (&[ADVERT, LIST], "certain warning: ede", "", ""),
        (&[ADVERT, WIKIDATA], "certain note: ede", "", ""),
        // Shown again by one source, the other of which is void.
        (&[SITE, GONE, AGAIN], "", "", "certain note: ede"),
    ] {
        let text = organisation("ede", "municipality", "") + &account("x", "ede", &by(evidence));
        for (rule, expected) in
            [(EvidenceReported, reported), (EvidenceAged, aged), (EvidenceSingle, single)]
        {
            assert_eq!(found(&text, rule).concat(), expected, "{rule:?} {evidence:?}");
        }
    }
}

#[test]
fn a_source_goes_by_its_title_and_wikidata_by_its_name() {
    let text = organisation("ede", "municipality", "")
        + &account("x", "ede", &by(&[WIKIDATA, LIST]))
        + &account("youtube", "ede", &by(&[REGISTER]));
    let directory = directory(&text);
    let reported = findings(&directory, Rule::EvidenceReported);
    assert_eq!(value(&reported[0], "sources"), "github.com/a/b, Wikidata");
    assert_eq!(value(&reported[0], "date"), "2026-09-18");
    let single = findings(&directory, Rule::EvidenceSingle);
    assert_eq!(value(&single[0], "source"), "The register");
}

#[test]
fn what_was_taken_back_is_found_and_nothing_else_of_it() {
    let others = [Rule::EvidenceReported, Rule::EvidenceAged, Rule::EvidenceSingle];
    for (evidence, keys, expected) in [
        (&[SITE, GONE][..], "", "certain warning: ede"),
        (&[OLD, GONE], "", "certain warning: ede"),
        (&[WIKIDATA, GONE], "", "certain warning: ede"),
        (&[REGISTER, SITE, LEAVES], "", "certain warning: ede"),
        // Somebody says what became of it.
        (&[SITE, GONE], "status = \"closed\"\n", ""),
    ] {
        let keys = format!("{keys}{}", by(evidence));
        let text = organisation("ede", "municipality", "") + &account("x", "ede", &keys);
        assert_eq!(found(&text, Rule::EvidenceWithdrawn).concat(), expected, "{evidence:?}");
        for rule in others {
            assert_eq!(found(&text, rule), [""; 0], "{rule:?} {evidence:?}");
        }
    }
    let again = organisation("ede", "municipality", "")
        + &account("x", "ede", &by(&[SITE, REGISTER, GONE, AGAIN]));
    assert_eq!(found(&again, Rule::EvidenceWithdrawn), [""; 0]);
}

#[test]
fn an_account_that_was_left_needs_no_proof() {
    let keys = format!("status = \"left\"\n{}", by(&[LIST]));
    let text = organisation("ede", "municipality", "") + &account("x", "ede", &keys);
    for rule in [Rule::EvidenceReported, Rule::EvidenceAged, Rule::EvidenceSingle] {
        assert_eq!(found(&text, rule), [""; 0], "{rule:?}");
    }
}

#[test]
fn sources_disagree_where_each_names_another_account() {
    let far = "likely warning: gem_ede and ede";
    for (first, second, keys, expected) in [
        (WIKIDATA, LIST, "", &[far][..]),
        (WIKIDATA, WIKIDATA_THEN, "", &[far]),
        (WIKIDATA, REGISTER, "", &["possible warning: gem_ede and ede"]),
        // One source with two accounts knows of both.
        (REGISTER, REGISTER, "", &[]),
        (WIKIDATA, LIST, "purpose = \"webcare\"", &[]),
        (WIKIDATA, LIST, "purposes = [\"place\"]", &[]),
        (WIKIDATA, LIST, "purposes = [\"general\"]\npurpose = \"nieuws\"", &[far]),
        (WIKIDATA, LIST, "status = \"closed\"", &[]),
    ] {
        let text = organisation("ede", "municipality", "")
            + &account("x", "ede", &format!("{}\n{keys}", by(&[second])))
            + &account("x", "gem_ede", &by(&[first]));
        assert_eq!(found(&text, Rule::EvidenceDisagrees), expected, "{first} {second} {keys}");
    }
    let one_name = organisation("ede", "municipality", "")
        + &account("x", "gem_ede", &by(&[WIKIDATA]))
        + &account("x", "gemede", &by(&[LIST]));
    assert_eq!(found(&one_name, Rule::EvidenceDisagrees), [""; 0]);
}
