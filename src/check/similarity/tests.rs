mod words;

use std::sync::OnceLock;

use proptest::prelude::*;

use super::Technique::{
    Added, Characters, Doubled, Dropped, Hidden, Replaced, Separators, Swapped,
};
use super::*;

struct Listed {
    directory: Directory,
    similarity: Similarity,
}

/// The directory that is built in.
fn listed() -> &'static Listed {
    static LISTED: OnceLock<Listed> = OnceLock::new();
    LISTED.get_or_init(|| {
        let directory = crate::embedded::directory().unwrap();
        Listed { similarity: Similarity::new(&directory), directory }
    })
}

/// What a name resembles on some platforms; its steps are checked.
fn resembled(name: &str, on: &[&str]) -> Option<Resemblance> {
    let Listed { directory, similarity } = listed();
    let platform = |id: &&str| directory.platforms.by_id(id).unwrap();
    let on: Vec<PlatformIndex> = on.iter().map(platform).collect();
    let found = similarity.resembled(directory, name, &on)?;
    hold_together(&found, name);
    Some(found)
}

fn hold_together(found: &Resemblance, name: &str) {
    let written: String = found.steps.iter().map(|step| step.written.as_str()).collect();
    let genuine: String = found.steps.iter().map(|step| step.genuine.as_str()).collect();
    assert_eq!((written.as_str(), &genuine), (name, &found.genuine));
    assert!(!found.techniques.is_empty(), "{name}");
}

fn disguise(name: &str) -> Option<(String, Option<Vec<Technique>>)> {
    let Listed { directory, similarity } = listed();
    let found = similarity.family_word(directory, name)?;
    if let Some(disguise) = &found.disguise {
        hold_together(disguise, name);
    }
    let word = directory.families[found.family].word.clone();
    Some((word, found.disguise.map(|disguise| disguise.techniques)))
}

fn affix(text: &str) -> Technique {
    Technique::Affix(text.to_owned())
}

#[test]
fn techniques_are_seen() {
    for (name, on, genuine, techniques) in [
        ("P0L_Ede", "x", "POL_Ede", vec![Characters]),
        ("POLEde", "x", "POL_Ede", vec![Separators]),
        ("POL__Ede", "x", "POL_Ede", vec![Separators]),
        ("Rijkswaterstaaat", "x", "Rijkswaterstaat", vec![Doubled]),
        ("Rijkswaterstat", "x", "Rijkswaterstaat", vec![Doubled]),
        ("Rijkswatersbaat", "x", "Rijkswaterstaat", vec![Replaced]),
        ("Rijkswatertsaat", "x", "Rijkswaterstaat", vec![Swapped]),
        ("Rijkswaterstaa", "x", "Rijkswaterstaat", vec![Dropped]),
        ("Rijksowaterstaat", "x", "Rijkswaterstaat", vec![Added]),
        ("PoIitie", "x", "Politie", vec![Characters]),
        ("раураl_politie", "x", "", vec![]),
        ("роlitiе", "x", "Politie", vec![Characters]),
        ("ｐｏｌｉｔｉｅ", "x", "Politie", vec![Characters]),
        ("polítie", "x", "Politie", vec![Characters]),
        ("politie_nl", "x", "Politie", vec![affix("_nl")]),
        ("officieel.politie", "x", "Politie", vec![affix("officieel.")]),
        ("politie2026", "x", "Politie", vec![affix("2026")]),
        ("p0litie_helpdesk", "x", "Politie", vec![Characters, affix("_helpdesk")]),
        ("belastingdienst_helpdesk", "x", "Belastingdienst", vec![affix("_helpdesk")]),
        ("Belastingdients", "x", "Belastingdienst", vec![Swapped]),
        ("bela..stingdienst", "x", "Belastingdienst", vec![Separators]),
        ("gernamersfoort", "x", "Gem_Amersfoort", vec![Characters, Separators]),
        ("knrni@social.overheid.nl", "mastodon", "knmi@social.overheid.nl", vec![Characters]),
        ("knrni", "mastodon", "knmi", vec![Characters]),
        ("P\u{200b}olitie", "x", "Politie", vec![Hidden]),
        ("\u{202e}eitiloP", "x", "Politie", vec![Hidden]),
    ] {
        let found = resembled(name, &[on]);
        let found =
            found.map_or((String::new(), vec![]), |found| (found.genuine, found.techniques));
        assert_eq!(found, (genuine.to_owned(), techniques), "{name}");
    }
}

#[test]
fn steps_show_each_place() {
    let step = |written: &str, genuine: &str, change| Step {
        written: written.to_owned(),
        genuine: genuine.to_owned(),
        change,
    };
    let steps = |name| resembled(name, &["x"]).unwrap().steps;
    assert_eq!(steps("P0L_Ede")[1], step("0", "O", Change::Alike));
    assert_eq!(steps("gernamersfoort")[2], step("rn", "m", Change::Alike));
    assert_eq!(steps("gernamersfoort")[3], step("", "_", Change::Separator));
    assert_eq!(steps("Rijkswatertsaat")[10], step("ts", "st", Change::Swapped));
    assert_eq!(steps("politie_nl")[7], step("_", "", Change::Added));
    assert_eq!(steps("P\u{200b}olitie")[1], step("\u{200b}", "", Change::Hidden));
}

#[test]
fn innocent_names_resemble_nothing() {
    let names = [
        "POL-Ede",
        "politieforum",
        "politieoosterhout",
        "politiek",
        "limburgs",
        "brabants",
        "kind",
        "heemskerk",
        "gember",
        "vvgroningen",
        "rotterdamonline",
        "debreda",
        "12345",
        "lll",
        "",
        "gemeentehuis",
        "handhavingbreda",
        "mastodon",
        "polite",
        "ministries",
        "indoor",
        "flodder",
    ];
    for name in names {
        assert_eq!(resembled(name, &["instagram"]), None, "{name}");
    }
}

#[test]
fn listed_names_resemble_nothing() {
    let Listed { directory, similarity } = listed();
    for account in directory.accounts() {
        let Some(handle) = &account.handle else { continue };
        for name in [handle.text().to_owned(), handle.key().to_uppercase()] {
            let platform = directory.platform(account.platform);
            if platform.known_name(handle.space(), &name).as_ref() == Some(handle) {
                assert_eq!(similarity.resembled(directory, &name, &[account.platform]), None);
            }
        }
    }
}

#[test]
fn the_same_name_elsewhere_is_a_namesake() {
    let Listed { directory, similarity } = listed();
    for (name, on) in [("knmi", "facebook"), ("POL.Ede", "instagram"), ("pol_ede", "tiktok")] {
        assert_eq!(resembled(name, &[on]), None, "{name}");
        let found = similarity.namesakes(directory, name);
        assert!(!found.is_empty(), "{name}");
    }
    assert!(similarity.namesakes(directory, "p0l_ede").is_empty());
    let named = similarity.named(directory, "belasting.dienst");
    assert_eq!(directory.organisation(named[0]).id, "belastingdienst");
}

#[test]
fn siblings_are_named_and_nobody_else() {
    let Listed { directory, similarity } = listed();
    let mut pairs: Vec<(String, String)> = Vec::new();
    for index in directory.account_indexes() {
        for other in similarity.confusable_with(directory, index) {
            let name = |index| directory.account(index).name().to_lowercase();
            pairs.push((name(index), name(other)));
        }
    }
    for (one, other) in [("autoriteitcm", "autoriteitfm"), ("vng", "vnhg"), ("vnhg", "vng")] {
        assert!(pairs.contains(&(one.to_owned(), other.to_owned())), "{one}");
    }
    let polder = |name: &String| name.starts_with("pol_") || name.starts_with("gem_");
    assert!(!pairs.iter().any(|(one, other)| polder(one) && polder(other)), "{pairs:?}");
}

#[test]
fn many_accounts_are_taken_for_the_same_as_each_alone() {
    let Listed { directory, similarity } = listed();
    let all: Vec<AccountIndex> = directory.account_indexes().collect();
    let each = all.iter().map(|&index| (index, similarity.confusable_with(directory, index)));
    let each: Vec<_> = each.filter(|(_, others)| !others.is_empty()).collect();
    assert!(all.len() > FEW && each.len() > 5, "{}", each.len());
    assert_eq!(similarity.confusable(directory, &all), each);
    let (few, _) = all.split_at(FEW);
    let of_few: Vec<_> = each.into_iter().filter(|(index, _)| few.contains(index)).collect();
    assert_eq!(similarity.confusable(directory, few), of_few);
}

#[test]
fn similar_names_come_the_likest_first() {
    let Listed { directory, similarity } = listed();
    let found = similarity.similar(directory, "POL_Edam", 2);
    let names: Vec<&str> = found.iter().map(|index| directory.account(*index).name()).collect();
    assert_eq!(names, ["POL_Ede"]);
}

#[test]
fn families_are_known_by_their_word() {
    for (name, word, techniques) in [
        ("politieforum", "politie", None),
        ("Politie_Oosterhout", "politie", None),
        ("kamer_van_koophandel", "kamervankoophandel", None),
        ("boaoosterhout", "boa", None),
        ("digidhulp", "digid", None),
        ("p0litie_x", "politie", Some(vec![Characters])),
        ("poltiie_x", "politie", Some(vec![Swapped])),
        ("pollitie_x", "politie", Some(vec![Doubled])),
        ("poli_tie_x", "politie", Some(vec![Separators])),
        ("bela..stingterugg..ave", "belastingteruggave", Some(vec![Separators])),
        ("digld_nl", "digid", Some(vec![Characters])),
        ("mijnRijkswaterstaaat", "rijkswaterstaat", Some(vec![Doubled])),
    ] {
        assert_eq!(disguise(name), Some((word.to_owned(), techniques)), "{name}");
    }
    for name in ["politiek", "realpolitik", "ministries", "flodder", "gemeentehuis", "board", ""] {
        assert_eq!(disguise(name), None, "{name}");
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn any_text_is_compared_without_a_panic(name in ".{0,40}", tail in "[po0l1i_tIe\u{202e}.@]{0,12}") {
        let Listed { directory, similarity } = listed();
        for name in [format!("{name}{tail}"), format!("Pol{tail}itie{name}")] {
            let lower = resembled(&name, &[]);
            if name.is_ascii() {
                let upper = resembled(&name.to_ascii_uppercase(), &[]);
                prop_assert_eq!(lower.map(|it| it.of), upper.map(|it| it.of));
            }
            disguise(&name);
            similarity.namesakes(directory, &name);
            similarity.named(directory, &name);
            prop_assert!(similarity.similar(directory, &name, 3).len() <= 3);
        }
    }
}

#[test]
fn a_typo_is_told_from_another_name() {
    for (written, genuine, expected) in [
        ("unseco_nl", "unesco_nl", true),
        ("minsiterieez", "ministerieez", true),
        ("heemsteede", "Heemstede", true),
        ("vluchtelingwerk", "vluchtelingenwerk", true),
        ("svdjnieuws", "svdj_nieuws", true),
        ("Politie", "politie", false),
        ("minlnv", "minlvvn", false),
        ("ksa", "ksb", false),
        ("wvs", "wvsnl", false),
        ("nuffic", "NufficNL", false),
        ("kansspelautoriteit", "de-kansspelautoriteit", false),
        ("valleiveluwe", "waterschapvalleiveluwe", false),
        ("gemeenteheemst", "gemeenteheemstede", false),
        ("", "politie", false),
        ("", "", false),
    ] {
        assert_eq!(is_typo_of(written, genuine), expected, "{written} {genuine}");
        assert_eq!(is_typo_of(genuine, written), expected, "{genuine} {written}");
    }
}
