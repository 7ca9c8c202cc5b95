//! What is written, what is refused, and what the screen says of it.

use super::*;
use crate::text::sanitise::is_hostile;

#[test]
fn what_was_said_before_is_taken_back() {
    let mut reader = Reader::common();
    reader.play(AT_ACCOUNT);
    reader.play("b<enter>s3");
    let account = reader.account("GemZandmeer");
    let own = |reader: &Reader| {
        let own = reader.model.directory().unwrap().own_observation(account).cloned();
        own.map(|own| (own.badge.is_some(), own.status.is_some()))
    };
    assert_eq!(own(&reader), Some((true, true)));
    // The badge alone: what was said of the use stands.
    reader.play("b<end><enter>");
    assert_eq!(own(&reader), Some((false, true)));
    assert!(reader.said().1.starts_with("Teruggenomen: uw waarneming van @GemZandmeer"));
    reader.play("s<end><enter>");
    assert_eq!(own(&reader), None);
    // There is nothing to be taken back any more.
    reader.play("s<end><enter>");
    assert_eq!(reader.model.focus(), Focus::Successor);
}

#[test]
fn a_moved_account_needs_the_whole_address_where_it_continues() {
    for (typed, refused) in [
        ("", "heel adres"),
        ("@nieuw", "heel adres"),
        ("x.com/nieuw", "heel adres"),
        ("http://x.com/nieuw", "https://"),
        ("javascript:alert(1)", "https://"),
        ("https://x.com@kwaad.example/", "naam met @"),
        ("https://x.com/nieuw account", "teken"),
        ("https://pоlitie.nl/", "teken"),
        ("https://x.com/GemZandmeer", "account zelf"),
        ("https://x.com/gemzandmeer?lang=nl", "account zelf"),
    ] {
        let mut reader = Reader::common();
        reader.play(AT_ACCOUNT);
        reader.play("s5");
        assert_eq!(reader.model.focus(), Focus::Successor);
        let effects = reader.play(&format!("{typed}<enter>"));
        assert_eq!(effects, [], "{typed}");
        let (tone, text) = reader.said();
        assert_eq!(tone, Tone::Error);
        assert!(text.contains(refused), "{typed}: {text}");
        assert_eq!(reader.model.focus(), Focus::Successor);
        reader.play("<c-u>https://social.overheid.example/@zandmeer<enter>");
        assert!(reader.said().1.contains("verhuisd naar https://social.overheid.example"));
        assert!(
            reader.file().contains("successor = \"https://social.overheid.example/@zandmeer\"")
        );
    }
}

#[test]
fn the_address_is_edited_like_a_query() {
    let mut reader = Reader::common();
    reader.play(AT_ACCOUNT);
    reader.play("s5ttps://a.example/bc<c-a>h<c-e><backspace>d<left><c-d>");
    let sheet = reader.model.observe.sheet.clone().unwrap();
    assert_eq!(sheet.successor.unwrap().text(), "https://a.example/b");
    assert_eq!(reader.model.browse.query.text(), "zandmeer");
}

#[test]
fn hostile_pastes_steer_nothing_and_no_address_is_cut() {
    let long = format!("https://x.com/{}", "a".repeat(300));
    for (pasted, kept) in [
        ("  https://x.com/n\u{200B}ieuw\r\n", Some("https://x.com/nieuw")),
        ("https://x.com/\u{1b}[2Jnieuw", Some("https://x.com/[2Jnieuw")),
        (long.as_str(), None),
        (&"\u{202E}".repeat(5000), Some("")),
    ] {
        let mut reader = Reader::common();
        reader.play(AT_ACCOUNT);
        reader.play("s5");
        paste(&mut reader.model, pasted);
        let text = reader.model.observe.sheet.clone().unwrap().successor.unwrap().text();
        assert_eq!(text, kept.unwrap_or_default());
        assert_eq!(reader.model.status.is_some(), kept.is_none());
        assert!(!reader.text().replace('\n', "").contains(is_hostile));
    }
    let mut reader = Reader::common();
    reader.play(AT_ACCOUNT);
    reader.play("b");
    paste(&mut reader.model, "3");
    assert_eq!(reader.model.observe.sheet.unwrap().selected, 0, "a paste chooses nothing");
}

#[test]
fn where_nothing_can_be_recorded_a_sentence_says_why() {
    let mut reader = Reader::common();
    // A website is no account.
    reader.play("zandmeer<tab><home>b");
    assert!(reader.said().1.contains("geen account"), "{:?}", reader.said());
    assert_eq!(reader.model.focus(), Focus::Channels);
    // Instagram has no badges here.
    let position = reader.model.channels().iter().position(|it| {
        *it == crate::channel::Channel::Account(reader.account("gemeente.zandmeer"))
    });
    reader.model.browse.channel = position.unwrap();
    reader.play("b");
    assert!(reader.said().1.contains("Instagram"), "{:?}", reader.said());
    reader.play("s");
    assert_eq!(reader.model.focus(), Focus::Observe);
    // Without a file.
    let mut reader = Reader::common();
    reader.model.observe.file = None;
    reader.play(AT_ACCOUNT);
    for key in ["b", "s"] {
        reader.play(key);
        let (tone, text) = reader.said();
        assert!(tone == Tone::Error && text.contains("--overlay"), "{text}");
        assert_eq!(reader.model.focus(), Focus::Channels);
    }
}

#[test]
fn what_another_program_wrote_is_kept_and_shown() {
    let mut reader = Reader::common();
    reader.play(AT_ACCOUNT);
    let mut other = Reader { writer: reader.writer.clone(), ..Reader::common() };
    other.play("minwind<tab>");
    other.play("s2");
    assert!(other.said().1.starts_with("Vastgelegd"), "{:?}", other.said());
    reader.play("b<enter>");
    let directory = reader.model.directory().unwrap();
    let theirs = directory.own_observation(account_of(directory, "MinWind")).unwrap();
    assert_eq!(theirs.status.as_ref().unwrap().status, Status::Parked);
    assert!(directory.own_observation(reader.account("GemZandmeer")).is_some());
}

#[test]
fn a_failure_changes_nothing_and_says_why() {
    let mut reader = Reader::common();
    reader.play(AT_ACCOUNT);
    fs::create_dir_all(reader.path().parent().unwrap()).unwrap();
    for (content, expected) in [
        ("schema = 1\nthis is no toml\n", "~/observations.toml:2:"),
        ("schema = 1\ntitle = \"\u{202E}\"\n", "~/observations.toml"),
    ] {
        fs::write(reader.path(), content).unwrap();
        let before = reader.text();
        reader.play("b<enter>");
        let (tone, text) = reader.said();
        assert_eq!(tone, Tone::Error);
        assert!(text.starts_with("Niet vastgelegd. ") && text.contains(expected), "{text}");
        assert!(!text.contains(is_hostile));
        assert_eq!(reader.file(), content);
        // What is said takes no more than the last lines.
        let above = |text: &str| text.lines().take(21).map(str::to_owned).collect::<Vec<_>>();
        assert_eq!(above(&reader.text()), above(&before));
    }
}

#[test]
fn nothing_hostile_of_a_directory_is_shown() {
    for (width, height) in [(120, 60), (80, 24), (40, 12)] {
        for script in ["b", "s", "s5", "b<enter>", "s2e", "s2s"] {
            let mut reader = Reader::new(Language::Nl, width, height);
            let catalogue = Arc::new(Catalogue::new(crate::tui::tests::hostile::poisoned()));
            send(&mut reader.model, Msg::Loaded(catalogue));
            reader.play("zandmeer<tab><end>");
            reader.play(script);
            let text = reader.text().replace('\n', "");
            assert!(!text.contains(is_hostile), "{script}: {text}");
        }
    }
}

#[test]
fn in_a_large_directory_the_verdict_stands_until_the_new_one_comes() {
    let many = (0..=10_000).map(|number| {
        format!(
            "[[organisation]]\nid = \"dienst-{number}\"\nname = \"Dienst {number}\"\nkind = \"agency\"\n"
        )
    });
    let mut reader = Reader::common();
    load(&mut reader.model, &(with_badges() + &many.collect::<String>()));
    reader.play("@GemZandmeer<tab>");
    let verdict = |model: &Model| model.browse.check.answers()[0].verdict.clone();
    let before = verdict(&reader.model);
    assert!(matches!(before, crate::check::Verdict::Official(_)), "{before:?}");
    let effects = play(&mut reader.model, "s4");
    let [Effect::Run(_, Job::Observe { account, observed: seen })] = effects.as_slice() else {
        panic!("{effects:?}");
    };
    let catalogue = Arc::clone(reader.model.catalogue.as_ref().unwrap());
    let write = Write { catalogue, account: *account, observed: seen.clone() };
    let effect = update(&mut reader.model, observed(reader.writer.write(write)));
    let Some(Effect::Run(generation, Job::Check { text })) = effect else { panic!("{effect:?}") };
    assert_eq!(verdict(&reader.model), before);
    let Catalogue { directory, index, checker, .. } = reader.model.catalogue.as_deref().unwrap();
    let message = checker.message(directory, index, &text, None);
    update(&mut reader.model, Msg::Done(generation, Answer::Check(message)));
    let after = verdict(&reader.model);
    assert!(matches!(after, crate::check::Verdict::Retired(_)), "{after:?}");
}
