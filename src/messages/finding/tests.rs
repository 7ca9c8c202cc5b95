//! Tests of [`super`]: every rule can be read in both languages, and says the same in both.

use std::collections::BTreeSet;

use super::*;
use crate::audit::conventions::report::Basis;
use crate::audit::details::{MixedBadges, Nonconformity};
use crate::audit::share::Share;
use crate::audit::{Certainty, Scope, Subject, audit};
use crate::check::similarity::Similarity;
use crate::directory::{Date, Kind};
use crate::words::Language;

const LANGUAGES: [Language; 2] = [Language::Nl, Language::En];

fn text(rule: Rule, language: Language) -> RuleText {
    RuleText::of(language.words(), rule)
}

fn places(text: &str) -> BTreeSet<&str> {
    text.split('{').skip(1).filter_map(|rest| Some(rest.split_once('}')?.0)).collect()
}

#[test]
fn every_rule_has_a_text_in_both_languages() {
    for &rule in Rule::ALL {
        for language in LANGUAGES {
            let it = text(rule, language);
            assert_ne!(it.title, rule.id(), "{language:?}");
            for part in [it.title, it.found, it.why, it.advice] {
                assert!(!part.is_empty(), "{rule:?} {language:?}");
                assert_eq!(part.trim(), part, "{rule:?} {language:?}");
            }
            let sentences = it.why.matches(['.', '?']).count();
            assert!(sentences > 1, "{rule:?} gives no reason in {language:?}: {}", it.why);
            assert!(places(it.title).is_empty() && places(it.why).is_empty(), "{rule:?}");
            assert!(!places(it.otherwise).contains("proposal"), "{rule:?}");
        }
    }
}

#[test]
fn both_languages_fill_the_same_places() {
    for &rule in Rule::ALL {
        let [dutch, english] = LANGUAGES.map(|language| text(rule, language));
        for (dutch, english) in [
            (dutch.found, english.found),
            (dutch.advice, english.advice),
            (dutch.otherwise, english.otherwise),
            (dutch.together, english.together),
            (dutch.each, english.each),
        ] {
            assert_eq!(places(dutch), places(english), "{rule:?}");
        }
        assert_eq!(dutch.otherwise.is_empty(), english.otherwise.is_empty(), "{rule:?}");
        // What is told of many tells of each what it tells of one.
        let listed: BTreeSet<&str> =
            places(dutch.together).union(&places(dutch.each)).copied().collect();
        let told = places(dutch.found);
        assert!(listed.is_empty() || told.is_subset(&listed), "{rule:?} {listed:?}");
    }
}

#[test]
fn dutch_says_account_and_name() {
    for &rule in Rule::ALL {
        let it = text(rule, Language::Nl);
        for part in [it.title, it.found, it.why, it.advice, it.otherwise, it.together, it.each] {
            let mut read = part.to_lowercase();
            for place in places(part) {
                read = read.replace(&format!("{{{place}}}"), "");
            }
            for word in read.split(|c: char| !c.is_alphanumeric()) {
                assert!(!["handle", "handles", "badge", "badges"].contains(&word), "{part}");
            }
        }
    }
}

#[test]
fn no_finding_about_the_embedded_directory_leaves_a_place_open() {
    let directory = crate::embedded::directory().unwrap();
    let today: Date = "2026-11-21".parse().unwrap();
    let findings = audit(&directory, &Similarity::new(&directory), today, &Scope::default());
    assert!(!findings.is_empty());
    for finding in &findings {
        let values = finding.details.values();
        let filled: BTreeSet<&str> = values.iter().map(|(place, _)| *place).collect();
        let [dutch, _] = LANGUAGES.map(|language| text(finding.rule(), language));
        let advised = match &finding.proposal {
            None if !dutch.otherwise.is_empty() => dutch.otherwise,
            _ => dutch.advice,
        };
        for place in places(dutch.found).into_iter().chain(places(advised)) {
            let is_filled = match place {
                "proposal" => finding.proposal.is_some(),
                _ => filled.contains(place),
            };
            assert!(is_filled, "{place} of {finding:?}");
        }
        for (place, value) in &values {
            // Most findings are about all platforms.
            assert!(*place == "on" || !value.plain().trim().is_empty(), "{place} of {finding:?}");
        }
        for words in LANGUAGES.map(Language::words) {
            for told in [found(words, finding), advice(words, finding)] {
                assert!(!told.contains("  ") && !told.contains("()"), "{told}");
            }
        }
    }
}

#[test]
fn a_list_says_once_what_its_findings_have_in_common() {
    let x = crate::embedded::directory().unwrap().platforms.by_id("x").unwrap();
    let finding = |handle: &str, proposal: Option<&str>, excuse: Option<Excuse>| {
        let family = crate::audit::Family::Kind(Kind::Municipality);
        let details = Details::NamingConvention(Nonconformity {
            handle: handle.to_owned(),
            template: "gem_{place}".parse().unwrap(),
            share: Share { some: 3, all: 5 },
            family: "municipality".to_owned(),
            platform: "X".to_owned(),
            basis: Basis::Leading,
            excuse,
        });
        let finding = Finding::new(details, Certainty::Certain, Subject::Family(family, x));
        finding.proposing(proposal.map(str::to_owned))
    };
    let words = Language::Nl.words();
    let [one, two, without] = [
        finding("@ede", Some("gem_ede"), None),
        finding("@epe\u{1b}", Some("gem_epe\u{202e}"), None),
        finding("@a", None, Some(Excuse::Long)),
    ];
    let [one, two, without] = [&one, &two, &without].map(|it| Facts::from(it).in_list(words));
    assert_eq!((&one.together, &one.advice), (&two.together, &two.advice));
    assert!(one.together.unwrap().contains("gem_{place} (60%)"));
    assert!(one.advice.contains("achter de pijl") && !one.advice.contains("gem_ede"));
    assert_eq!((one.each.as_str(), one.arrow.as_deref()), ("@ede", Some("gem_ede")));
    assert!(!two.each.contains('\u{1b}') && !two.arrow.unwrap().contains('\u{202e}'));
    assert_eq!(without.arrow, None);
    assert!(without.together.unwrap().ends_with("een teken dat er niet mag."));
    assert!(!without.advice.contains("pijl"));
}

#[test]
fn a_value_is_harmless_and_a_kind_is_told_in_words() {
    let x = crate::embedded::directory().unwrap().platforms.by_id("x").unwrap();
    let family = crate::audit::Family::Kind(Kind::PoliceTeam);
    let details = Details::BadgeMixed(MixedBadges {
        family: FamilyName::Kind(Kind::PoliceTeam),
        platform: "X\u{1b}[31m".to_owned(),
        kinds: vec!["{platform}".to_owned()],
    });
    let finding = Finding::new(details, Certainty::Certain, Subject::Family(family, x));
    let told = found(Language::Nl.words(), &finding);
    assert!(told.contains("politieteam") && !told.contains('\u{1b}'), "{told}");
}

#[test]
fn every_place_is_one_of_the_details_of_its_rule() {
    for &rule in Rule::ALL {
        let details = Details::made_of(rule, &mut || "a".to_owned());
        assert_eq!(details.rule(), rule);
        let mut filled: BTreeSet<&str> =
            details.values().into_iter().map(|(place, _)| place).collect();
        filled.insert("proposal");
        let it = text(rule, Language::Nl);
        for part in [it.found, it.advice, it.otherwise, it.together, it.each] {
            assert!(places(part).is_subset(&filled), "{rule:?}: {part}");
        }
    }
}

#[test]
fn no_place_of_a_rule_in_general_is_left_bare() {
    for language in Language::ALL {
        let words = language.words();
        for rule in Rule::ALL {
            let RuleText { advice, otherwise, .. } = RuleText::of(words, *rule);
            for told in [advice, otherwise].map(|text| without_places(words, text)) {
                let bare = told.replace("“… ", "").replace("\"… ", "");
                assert!(!bare.contains("…") && !bare.contains('{'), "{}: {told}", rule.id());
            }
        }
    }
}
