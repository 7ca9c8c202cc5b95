//! Rules on platforms: each fault of a `[[policy]]` gets its one clear message, and those of the built-in
//! directory are the ones that its file has.

use crate::loaded::problems;
use officieel::directory::Date;

/// A sound file.
const SOUND: &str = include_str!("../fixtures/policies.toml");

#[test]
fn the_sound_file_is_sound_and_canonical() {
    let directory = officieel::embedded::from_toml(SOUND, Date::LAST).unwrap();
    assert_eq!(directory.to_toml(), SOUND);
    let [first, second] = &directory.policies[..] else { panic!("two policies") };
    assert_eq!(first.url, "https://www.zandmeer.example/handboek/x");
    assert_eq!(second.url, "https://www.zandmeer.example/handboek", "that of its source");
    assert!(!second.own_url && second.platforms.is_empty());
}

#[test]
fn each_fault_has_its_one_message() {
    #[rustfmt::skip]
    let faults: &[(&str, &str, &str)] = &[
        ("id = \"schrijf-helder\"\n", "", "42:1: a policy lacks `id`; add it"),
        ("\"schrijf-helder\"", "\"Schrijf helder\"", "43:6: `Schrijf helder` is no slug"),
        ("\"schrijf-helder\"", "\"blijft-op-x\"", "43:6: there is already a policy `blijft-op-x`; give this one its own id"),
        ("rule = \"Schrijf helder.\"\n", "", "42:1: a policy lacks `rule`; add it"),
        ("rule = \"Schrijf helder.\"", "rule = \"\"", "44:8: `rule` is empty; fill it in or leave the key out"),
        ("rule = \"Schrijf helder.\"", "regel = \"a\"\nrule = \"Schrijf helder.\"", "44:1: unknown key `regel` in a policy"),
        ("binds = \"iedereen\"\n", "", "42:1: whom does this policy bind? add `binds`, `kinds` or `organisations`"),
        ("binds = \"iedereen\"", "binds = 3", "45:9: `binds` must be a text, not a number"),
        ("platforms = [\"x\"]", "platforms = [\"twitter\"]", "30:14: `twitter` is no known `platform`; choose one of x"),
        ("platforms = [\"x\"]", "platforms = \"x\"", "30:13: `platforms` must be a list of texts in [ ], not a text"),
        ("platforms = [\"x\"]", "platforms = []", "30:13: `platforms` is empty"),
        ("platforms = [\"x\"]", "platforms = [\"x\", \"x\"]", "30:19: `x` stands twice in `platforms`; keep one"),
        ("kinds = [\"province\", \"municipality\"]", "kinds = [\"municipalty\"]", "32:10: `municipalty` is no known `kinds`; did you mean `municipality`?"),
        ("organisations = [\"gemeente-zandmeer\"]", "organisations = [\"gemeente-zandmer\"]", "33:18: `organisations` names `gemeente-zandmer`, which is no organisation here; did you mean `gemeente-zandmeer`?"),
        ("issuer = \"Gemeente Zandmeer\"\nsource = \"handboek\"\nseen = \"2024\"", "source = \"handboek\"\nseen = \"2024\"", "42:1: a policy lacks `issuer`; add it"),
        ("source = \"handboek\"\nseen = \"2024\"", "seen = \"2024\"", "42:1: a policy needs a `source` or a `url`: where can it be read?"),
        ("source = \"handboek\"\nseen", "source = \"handbook\"\nseen", "47:10: `handbook` is no known `source`; did you mean `handboek`?"),
        ("https://www.zandmeer.example/handboek/x", "http://www.zandmeer.example/x", "36:7: `http://www.zandmeer.example/x` in `url` is no `https` address"),
        ("seen = \"2024\"\n", "", "42:1: a policy lacks `seen`; add it"),
        ("from = \"2024\"\n", "", "42:1: a policy lacks `from`; add it"),
        ("from = \"2024\"", "from = 2024-01-01", "49:8: `from` is a bare date; put quotes around it"),
        ("from = \"2024\"", "from = \"2027\"", "49:8: `from` is 2027, in the future"),
        ("from = \"2024\"", "from = \"1066\"", "49:8: `from` is 1066, before there was a web (1990)"),
        ("until = \"2026-06-30\"", "until = \"2025-01\"", "39:9: `until` lies before `from` (2025-02); put them right"),
        ("until = \"2026-06-30\"", "until = \"lang\"", "39:9: `lang` in `until` is no date"),
    ];
    for (old, new, expected) in faults {
        assert_eq!(SOUND.matches(old).count(), 1, "`{old}` stands once in the sound file");
        let found = problems(&SOUND.replace(old, new));
        assert_eq!(found.len(), 1, "{old} -> {new}: {found:#?}");
        assert!(
            found[0].starts_with(expected),
            "{old} -> {new}\nexpected {expected}\nfound    {}",
            found[0]
        );
    }
}

#[test]
fn a_policy_may_end_in_the_month_or_year_in_which_it_began() {
    for until in ["2025", "2025-02", "2025-02-01"] {
        let text = SOUND.replace("until = \"2026-06-30\"", &format!("until = \"{until}\""));
        assert_eq!(problems(&text), [""; 0], "{until}");
    }
}

#[test]
fn those_of_the_built_in_directory_are_in_its_file() {
    let file = std::fs::read_to_string("directory.toml").unwrap();
    let tables: Vec<&str> = file.split("[[policy]]\n").skip(1).collect();
    let built_in = officieel::embedded::directory().unwrap();
    assert_eq!(built_in.policies.len(), tables.len());
    for (policy, table) in built_in.policies.iter().zip(tables) {
        let value = |key: &str| {
            let begins = format!("{key} = \"");
            let line = table.lines().find_map(|line| line.strip_prefix(begins.as_str()));
            line.and_then(|line| line.strip_suffix('"')).map(str::to_owned)
        };
        let told = [&policy.id, &policy.rule, &policy.url, &policy.from.to_string()];
        let written = ["id", "rule", "url", "from"].map(|key| value(key).unwrap_or_default());
        assert_eq!(told, written.each_ref(), "{}", policy.id);
        assert!(policy.from <= policy.seen, "{}: held before anybody said so", policy.id);
        assert!(policy.rule.ends_with('.'), "{}: a sentence", policy.id);
    }
}
