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
