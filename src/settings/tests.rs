use proptest::prelude::*;

use super::*;

#[test]
fn settings_are_read_whole() {
    let text = "[selections]\npeers = \"soort:gemeente in:gelderland\"\nMine = \"@peers op:x\"\n\n\
                [channels]\nprefer = [\"mastodon\", \"bluesky\"]\navoid = [\"x\"]\nask_before_walled = true\n";
    let settings = Settings::parse(text).unwrap();
    assert_eq!(settings.prefer, ["mastodon", "bluesky"]);
    assert_eq!(settings.avoid, ["x"]);
    assert!(settings.ask_before_walled && !Settings::default().ask_before_walled);
    for (filter, expanded) in [
        ("@peers", "soort:gemeente in:gelderland"),
        ("zonder:x @PEERS", "zonder:x soort:gemeente in:gelderland"),
        ("@mine", "soort:gemeente in:gelderland op:x"),
        ("naam:ede", "naam:ede"),
    ] {
        assert_eq!(settings.expanded(filter).as_deref(), Ok(expanded), "{filter}");
    }
    assert_eq!(Settings::parse("").unwrap(), Settings::default());
}

#[test]
fn faults_are_told_with_their_place_and_what_was_meant() {
    for (text, place, expected) in [
        ("[selection]\n", (1, 2), Wrong::Key("selection".to_owned(), Some("selections"))),
        ("[channels]\nprefr = []\n", (2, 1), Wrong::Key("prefr".to_owned(), Some("prefer"))),
        ("[selections]\npeers = 3\n", (2, 9), Wrong::Value("peers".to_owned())),
        ("channels = 1", (1, 12), Wrong::Value("channels".to_owned())),
        ("[channels]\navoid = \"x\"\n", (2, 9), Wrong::Value("avoid".to_owned())),
        (
            "[interface]\nlanguage = \"de\"\n",
            (2, 12),
            Wrong::Choice {
                key: "language".to_owned(),
                given: "de".to_owned(),
                known: vec!["nl", "en"],
            },
        ),
        ("[interface]\nmouze = true\n", (2, 1), Wrong::Key("mouze".to_owned(), Some("mouse"))),
        ("[keys]\ncopy = 3\n", (2, 8), Wrong::Value("copy".to_owned())),
        ("[channels]\navoid = [1]\n", (2, 10), Wrong::Value("avoid".to_owned())),
        (
            "[channels]\nask_before_walled = 1\n",
            (2, 21),
            Wrong::Value("ask_before_walled".to_owned()),
        ),
    ] {
        match Settings::parse(text) {
            Err(SettingsError::Wrong(faults)) => {
                assert_eq!(faults, [Fault { place, wrong: expected }], "{text}");
            }
            other => panic!("{text}: {other:?}"),
        }
    }
    let Err(SettingsError::Wrong(faults)) = Settings::parse("a = = 3") else { panic!() };
    assert!(matches!(&faults[..], [Fault { place: (1, _), wrong: Wrong::Syntax(_) }]));
}

#[test]
fn all_faults_are_told_in_the_order_of_the_file() {
    for (text, expected) in [
        ("zeta = 1\n[selections]\nb = 1\na = 2\n", vec![(1, 1), (3, 5), (4, 5)]),
        (
            "[keys]\nz = 1\na = 2\n[channels]\nwho = 1\navoid = 1\n[interface]\nmouse = 1\nascii = 2\n",
            vec![(2, 5), (3, 5), (5, 1), (6, 9), (8, 9), (9, 9)],
        ),
        ("b = 1\na = 2\nchannels = 3\n", vec![(1, 1), (2, 1), (3, 12)]),
        ("interface = { mouse = 1, ascii = 2 }\nchannels.x = 1\n", vec![(1, 23), (1, 34), (2, 10)]),
    ] {
        let Err(SettingsError::Wrong(faults)) = Settings::parse(text) else { panic!("{text}") };
        let places: Vec<(usize, usize)> = faults.iter().map(|it| it.place).collect();
        assert_eq!(places, expected, "{text}");
    }
}

#[test]
fn keys_stand_in_the_order_of_the_file() {
    let settings = Settings::parse("[keys]\nz = \"a\"\nb = []\n\"c.d\" = [\"e\"]\n").unwrap();
    let actions: Vec<String> = settings.chosen_keys().into_iter().map(|it| it.0).collect();
    assert_eq!(actions, ["z", "b", "c.d"]);
}

#[test]
fn a_selection_that_stands_for_nothing_is_told_with_why() {
    let chain: Vec<String> = (0..20).map(|at| format!("c{at} = \"@c{}\"", at + 1)).collect();
    let text = format!(
        "[selections]\na = \"@b\"\nb = \"op:x @A\"\nme = \"@me\"\non = \"@a\"\ntwice = \"@x @x\"\n\
         x = \"op:x\"\n{}\n",
        chain.join("\n")
    );
    let settings = Settings::parse(&text).unwrap();
    let (circle, deep) = (Unexpanded::Circle, Unexpanded::Deep);
    for (filter, expected) in [
        ("@a", Err(circle("a".to_owned()))),
        ("naam:b @B", Err(circle("b".to_owned()))),
        ("@me", Err(circle("me".to_owned()))),
        ("@on", Err(circle("a".to_owned()))),
        ("@None", Err(Unexpanded::Unknown("None".to_owned()))),
        ("@c0", Err(deep("c8".to_owned()))),
        ("@c13", Err(Unexpanded::Unknown("c20".to_owned()))),
        ("@twice @x", Ok("op:x op:x op:x".to_owned())),
    ] {
        assert_eq!(settings.expanded(filter), expected, "{filter}");
    }
}

proptest! {
    #[test]
    fn no_text_breaks_the_reader(text in "\\PC{0,80}|[\\[\\]a-z=\" \n@]{0,80}") {
        if let Ok(settings) = Settings::parse(&text) {
            let _ = settings.expanded(&text);
        }
    }
}
