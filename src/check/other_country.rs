//! A directory of another country: its own words serve search and check as Dutch ones do the built-in
//! directory.

use super::{Checker, HostTechnique, Verdict};
use crate::directory::{Date, Directory};
use crate::search::{Field, Index, Tier};
use crate::store::{Store, Writer};

const WORDS: &str = r#"[[kind]]
id = "municipality"
name_words = ["commune", "de"]
handle_prefixes = ["commune"]
handle_suffixes = ["officiel"]

[[kind]]
id = "police-team"
name_words = ["gendarmerie", "de"]

[[synonym]]
word = "commune de"
typed = ["mairie de", "mairie", "town of"]
note = "Qui cherche la mairie cherche la commune."

"#;

const FAMILIES: &str = r#"[[family]]
word = "gendarmerie"
organisation = "gendarmerie"
generic = true

[[family]]
word = "monimpots"
organisation = "impots"
phishing_target = true

"#;

/// Organisations of a country that does not exist: id, name, kind, place, site, handle on X.
const ORGANISATIONS: [[&str; 6]; 6] = [
    ["commune-beauval", "Commune de Beauval", "municipality", "Rougemont", "beauval", "Beauval"],
    ["commune-vaux", "Commune de Vaux", "municipality", "Vaux", "vaux", "commune_vaux"],
    ["gendarmerie", "Gendarmerie nationale", "police-force", "", "gendarmerie", "GendNat"],
    ["gendarmerie-de-rougemont", "Gendarmerie de Rougemont", "police-team", "", "", "GendRou"],
    ["gendarmerie-de-vaux", "Gendarmerie de Vaux", "police-team", "", "", "GendVaux"],
    ["impots", "Impots", "agency", "", "impots", "Impots"],
];

fn text(words: &str, families: &str) -> String {
    let organisation = |[id, name, kind, place, site, handle]: [&str; 6]| {
        let place =
            if place.is_empty() { String::new() } else { format!("places = [\"{place}\"]\n") };
        let site = if site.is_empty() {
            String::new()
        } else {
            format!("website = \"https://www.{site}.fr\"\n")
        };
        format!(
            "[[organisation]]\nid = \"{id}\"\nname = \"{name}\"\nkind = \"{kind}\"\n{place}{site}\n\
             [[organisation.account]]\nplatform = \"x\"\nhandle = \"{handle}\"\nevidence = [\n    \
             {{ method = \"official-site\", url = \"https://www.etat.fr/\", seen = \"2026-01-01\" }},\n]\n\n"
        )
    };
    let organisations: String = ORGANISATIONS.into_iter().map(organisation).collect();
    format!(
        "schema = 1\ntitle = \"Annuaire\"\nedition = \"2026-01-01\"\nlicence = \"CC0-1.0\"\n\n\
         {words}{families}{organisations}"
    )
}

fn load(text: &str) -> Directory {
    crate::embedded::from_toml(text, Date::new(2026, 11, 21).unwrap()).unwrap()
}

fn first_hit(directory: &Directory, query: &str) -> Option<(String, Tier, Field, bool)> {
    let answer = Index::build(directory).search(directory, query, 1);
    let hit = answer.hits.first()?;
    let id = directory.organisation(hit.organisation).id.clone();
    Some((id, hit.tier, hit.field, hit.guess))
}

fn verdict(directory: &Directory, input: &str) -> Verdict {
    let index = Index::build(directory);
    let answers = Checker::default().answers(directory, &index, input, None);
    answers.into_iter().next().unwrap().verdict
}

fn technique(directory: &Directory, host: &str) -> Option<HostTechnique> {
    match verdict(directory, host) {
        Verdict::UnknownHost(unknown) => unknown.imitation.map(|it| it.technique),
        other => panic!("{host}: {other:?}"),
    }
}

#[test]
fn search_knows_the_words_of_the_directory() {
    let directory = load(&text(WORDS, FAMILIES));
    for (query, id, tier, field) in [
        ("beauval", "commune-beauval", Tier::ExactHandle, Field::Name),
        ("commune beauval", "commune-beauval", Tier::Words, Field::Name),
        ("mairie de vaux", "commune-vaux", Tier::ExactName, Field::Name),
        ("mairie vaux", "commune-vaux", Tier::ExactName, Field::Name),
        ("town of vaux", "commune-vaux", Tier::ExactName, Field::Name),
        // People say the name of the place for the municipality, and not for the police there.
        ("vaux", "commune-vaux", Tier::ExactName, Field::Name),
        ("rougemont", "commune-beauval", Tier::ExactName, Field::Place),
    ] {
        let expected = Some((id.to_owned(), tier, field, false));
        assert_eq!(first_hit(&directory, query), expected, "{query}");
    }
    // The Dutch words mean nothing here, nor did the words of this country in the built-in one: what is met without
    // them is a guess.
    let is_guess = |directory: &Directory, query: &str| {
        first_hit(directory, query).is_none_or(|(_, _, _, is_guess)| is_guess)
    };
    for query in ["municipality of vaux", "gemeentehuis vaux"] {
        assert!(is_guess(&directory, query), "{query}");
    }
    let dutch = load(&text("", FAMILIES));
    assert!(is_guess(&dutch, "mairie vaux"));
    let marked = Index::build(&directory);
    let hits = marked.search(&directory, "mairie vaux", 1).hits;
    let matched = marked.matched(&directory, "mairie vaux", &hits[0]);
    assert_eq!(matched.positions.len(), "communedevaux".len(), "{matched:?}");
}

#[test]
fn check_knows_the_words_of_the_directory() {
    let directory = load(&text(WORDS, FAMILIES));
    // Behind a word that many handles begin with, a letter makes the name of another place.
    assert!(matches!(verdict(&directory, "@commune_vaus"), Verdict::NotListed(_)));
    let dutch = load(&text("", FAMILIES));
    assert!(matches!(verdict(&dutch, "@commune_vaus"), Verdict::LookAlike(_)));
    // A club may be called after the police, but nobody else after where people pay.
    assert_eq!(technique(&directory, "gendarmerie.com"), None);
    let embedded = Some(HostTechnique::EmbeddedName);
    assert_eq!(technique(&directory, "monimpots.gestion.com"), embedded);
    let plain = FAMILIES.replace("generic = true\n", "").replace("phishing_target = true\n", "");
    let plain = load(&text(WORDS, &plain));
    assert_eq!(technique(&plain, "gendarmerie.com"), Some(HostTechnique::OtherEnding));
    assert_eq!(technique(&plain, "monimpots.gestion.com"), None);
}

#[test]
fn the_words_of_a_directory_are_kept_as_they_are() {
    let directory = load(&load(&text(WORDS, FAMILIES)).to_toml());
    assert!(directory.own_lexicon);
    let written = directory.to_toml();
    assert!(written.contains(WORDS) && written.contains(FAMILIES), "{written}");
    let mut writer = Writer::new(Vec::new()).unwrap();
    directory.write_to(&mut writer).unwrap();
    let store = Store::owned(writer.finish().unwrap()).unwrap();
    for again in [load(&written), Directory::from_store(&store).unwrap()] {
        assert_eq!(again.lexicon, directory.lexicon);
        assert_eq!(again.families, directory.families);
        assert_eq!(again.to_toml(), written);
    }
    // A file without words has those of the built-in directory, and does not write them down.
    let none = load(&text("", FAMILIES));
    assert_eq!(none.lexicon, crate::embedded::directory().unwrap().lexicon);
    assert!(!none.own_lexicon && !none.to_toml().contains("[[kind]]"));
}
