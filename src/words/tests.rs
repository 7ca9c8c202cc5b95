use super::*;

#[test]
fn places_are_filled_and_the_rest_stays() {
    for (text, expected) in [
        ("{name} is {kind}", "Ede is gemeente"),
        ("{other} {", "{other} {"),
        ("}{name}{", "}Ede{"),
        ("", ""),
    ] {
        assert_eq!(fill(text, &[("name", "Ede"), ("kind", "gemeente")]), expected);
    }
}

#[test]
fn both_languages_fill_the_same_places() {
    let places = |text: &str| {
        let mut places: Vec<String> = text
            .split('{')
            .skip(1)
            .filter_map(|rest| Some(rest.split_once('}')?.0.to_owned()))
            .collect();
        places.sort();
        places
    };
    let tables = [
        TABLE,
        verdicts::TABLE,
        audit::TABLE,
        conventions::TABLE,
        observations::TABLE,
        screen::TABLE,
    ];
    for (key, nl, en) in tables.into_iter().flatten() {
        assert!(!nl.is_empty() && !en.is_empty(), "{key}");
        assert_eq!(places(nl), places(en), "{key}");
    }
}

#[test]
fn dutch_locales_speak_dutch() {
    for (locale, expected) in [
        ("nl_NL.UTF-8", Language::Nl),
        ("nl", Language::Nl),
        ("nl-BE", Language::Nl),
        ("en_US.UTF-8", Language::En),
        ("nlx", Language::En),
        ("C", Language::En),
        ("", Language::En),
    ] {
        assert_eq!(Language::of_locale(locale), expected, "{locale}");
    }
}
