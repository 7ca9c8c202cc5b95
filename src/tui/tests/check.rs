//! Checking what the query names: when a verdict is told, how loudly, and what can be done with it.

mod asked;
mod late;

use super::*;
use crate::check::{Answer, Instead, LONGEST_INPUT, Original, Resemblance, Technique, Verdict};
use crate::text::sanitise::is_hostile;
use crate::tui::job;
use crate::tui::job::{Job, JobKind};
use crate::tui::keys::Focus;
use crate::tui::model::{Banner, Page, Screen};
use crate::tui::tests::search::{among_many, shown};

/// What stands above the hits, in a word.
fn banner(model: &Model) -> &'static str {
    match model.banner() {
        None => "nothing",
        Some(Banner::Pending) => "pending",
        Some(Banner::Unfinished) => "unfinished",
        Some(Banner::Verdict(answer)) => answer.verdict.id(),
        Some(Banner::Message(message)) => message.summary.verdict.id(),
    }
}

/// The answer in a word, and which of them is on screen in full.
fn in_full(model: &Model) -> Option<(&'static str, usize)> {
    match model.screen() {
        Some(&Screen::Check { page, .. }) => {
            let check = &model.browse.check;
            let id = match check.pages()[page] {
                Page::Summary => check.message.as_ref().unwrap().summary.verdict.id(),
                Page::Answer(at) => check.answers()[at].verdict.id(),
            };
            Some((id, page))
        }
        _ => None,
    }
}

/// Makes a look-alike of whatever was found.
fn accuse(model: &mut Model) {
    let reference = &model.directory().unwrap().platforms.parse_handle("@GemZandmeer")[0];
    let of = Original::Account(model.directory().unwrap().account_by(reference).unwrap());
    let resemblance = Resemblance {
        of,
        genuine: "GemZandmeer".to_owned(),
        techniques: vec![Technique::Characters],
        steps: Vec::new(),
    };
    for answer in &mut model.browse.check.message.as_mut().unwrap().answers {
        answer.verdict = Verdict::LookAlike(resemblance.clone());
    }
}

#[test]
fn what_is_pasted_is_judged_at_once() {
    for (text, expected) in [
        ("@GemZandmeer", "official"),
        ("https://x.com/kleinmeer", "retired"),
        ("@niemand_hier", "not-listed"),
        ("info@voorbeeld.net", "not-an-account"),
        ("https://voorbeeld.net/x", "unknown-host"),
        ("Kijk eens op\r\nhttps://x.com/GemZandmeer\r\nen win!", "official"),
        ("  @GemZandmeer\n", "official"),
        ("zandmeer", "nothing"),
        ("Gemeente Zandmeer, bij u in de buurt.", "nothing"),
        ("", "nothing"),
        ("@", "nothing"),
    ] {
        let mut model = fixture(80, 24);
        paste(&mut model, text);
        assert_eq!(banner(&model), expected, "{text}");
    }
}

#[test]
fn what_is_typed_is_judged_only_where_it_stays_true() {
    let mut model = fixture(80, 24);
    let mut seen = Vec::new();
    for c in "@GemZandmeerX".chars() {
        play(&mut model, &c.to_string());
        seen.push(banner(&model));
    }
    let mut expected = ["unfinished"; 13];
    expected[0] = "nothing";
    expected[11] = "official";
    assert_eq!(seen, expected);
    play(&mut model, "<c-u>https://www.zandmeer.example/contact");
    assert_eq!(banner(&model), "official-site", "the site of an organisation, however it goes on");
    assert_eq!(
        play(&mut model, "<enter>"),
        [Effect::Open("https://www.zandmeer.example".to_owned())],
        "what is listed and met is opened"
    );
    play(&mut model, "<c-u>zandmeer");
    assert_eq!(banner(&model), "nothing", "words are searched for");
    play(&mut model, "<c-u>kijk op @GemZandmeer");
    assert_eq!(banner(&model), "nothing", "and so is a sentence");
}

#[test]
fn half_a_handle_is_never_called_a_look_alike() {
    let mut model = fixture(80, 24);
    play(&mut model, "@GemZandmee");
    accuse(&mut model);
    assert_eq!(banner(&model), "unfinished");
    assert!(!shown(&model).contains("lijkt op"), "{}", shown(&model));
    // Whoever asks for the verdict on just this is told, and is told so above the hits ever after.
    play(&mut model, "<f2>");
    assert_eq!(in_full(&model), Some(("look-alike", 0)));
    play(&mut model, "<esc>");
    assert_eq!(banner(&model), "look-alike");
    assert!(shown(&model).contains("lijkt op een ander"), "{}", shown(&model));
    play(&mut model, "<backspace>");
    assert_eq!(banner(&model), "unfinished", "another handle is asked about anew");
}

/// Says that nothing was typed for a moment.
fn pause(model: &mut Model) {
    let edit = model.browse.check.edit;
    send(model, Msg::Paused(edit));
}

#[test]
fn what_is_typed_gets_after_a_pause_the_verdict_that_a_paste_gets() {
    for text in [
        "@GemZandmeer",
        "@GemZ4ndmeer",
        "https://x.com/kleinmeer",
        "@niemand_hier",
        "@pol_zand",
        "info@voorbeeld.net",
        "https://voorbeeld.net/x",
        "zandmeer",
        "kijk op @GemZandmeer",
        "",
        "@",
    ] {
        let mut typed = fixture(80, 24);
        play(&mut typed, text);
        pause(&mut typed);
        let mut pasted = fixture(80, 24);
        paste(&mut pasted, text);
        let is_one = pasted.browse.check.names_one;
        // One in a sentence is judged as well; what stands around it is searched for.
        let is_judged = is_one || !typed.browse.search.understood.addresses.is_empty();
        assert_eq!(banner(&typed), if is_judged { banner(&pasted) } else { "nothing" }, "{text}");
        if is_one {
            assert_eq!(typed.browse.hits, pasted.browse.hits, "{text}");
            assert_eq!(shown(&typed), shown(&pasted), "{text}");
        }
    }
}

#[test]
fn a_pause_after_what_is_no_longer_typed_says_nothing() {
    let mut model = fixture(80, 24);
    play(&mut model, "@niemand");
    let edit = model.awaits_pause().unwrap();
    play(&mut model, "_");
    send(&mut model, Msg::Paused(edit));
    assert_eq!(banner(&model), "unfinished");
    pause(&mut model);
    assert_eq!((banner(&model), model.awaits_pause()), ("not-listed", None));
    play(&mut model, "h");
    assert_eq!(banner(&model), "unfinished", "whoever goes on typing has not finished");
    play(&mut model, "<c-u>zand");
    assert_eq!(model.awaits_pause(), None, "words are no account");
}

#[test]
fn in_a_large_directory_a_pause_may_come_before_the_verdict() {
    let mut model = among_many(80, 24);
    for c in "@dienst_00017".chars() {
        update(&mut model, Msg::Type(c));
    }
    let edit = model.awaits_pause().unwrap();
    // The rest of the search and the check are handed out one after another.
    let mut effect = update(&mut model, Msg::Paused(edit));
    while let Some(Effect::Run(..)) = effect {
        effect = update(&mut model, Msg::Resized(Size::new(80, 24)));
    }
    assert_eq!(banner(&model), "pending");
    let generation = model.jobs.generation(JobKind::Check);
    let Catalogue { directory, index, checker, .. } = model.catalogue.as_deref().unwrap();
    let message = checker.message(directory, index, "@dienst_00017", None);
    update(&mut model, Msg::Done(generation, job::Answer::Check(message)));
    assert_eq!(banner(&model), "not-listed");
}

#[test]
fn the_command_line_is_taken_at_its_word() {
    let mut model = Model::new(Language::Nl, today(), "@niemand_hier");
    send(&mut model, Msg::Loaded(catalogue()));
    assert_eq!(banner(&model), "not-listed");
}

#[test]
fn the_weightiest_of_several_answers_stands_above_the_hits() {
    let mut model = fixture(80, 24);
    paste(&mut model, "@GemZandmeer, of anders @niemand_hier");
    assert_eq!(banner(&model), "unconfirmed", "the official one must not vouch for the other");
    play(&mut model, "<f2>");
    assert_eq!(in_full(&model), Some(("unconfirmed", 0)));
    for (key, expected) in [
        ("<tab>", ("official", 1)),
        ("<right>", ("not-listed", 2)),
        ("<left>", ("official", 1)),
        ("<s-tab>", ("unconfirmed", 0)),
        ("<s-tab>", ("not-listed", 2)),
    ] {
        play(&mut model, key);
        assert_eq!(in_full(&model), Some(expected), "{key}");
    }
    assert!(shown(&model).contains("3 van 3"), "{}", shown(&model));
}

#[test]
fn hidden_characters_of_a_paste_are_judged_though_the_query_leaves_them_out() {
    let mut model = fixture(120, 40);
    paste(&mut model, "@Gem\u{200B}Zand\u{202E}meer");
    assert_eq!(model.browse.query.text(), "@GemZandmeer");
    assert_ne!(banner(&model), "official");
    assert!(shown(&model).contains("‹U+200B›"), "{}", shown(&model));
    play(&mut model, "<f2>");
    assert!(!shown(&model).contains(|c| is_hostile(c) && c != '\n'), "{}", shown(&model));
    // What is typed after it is what is seen.
    play(&mut model, "<esc><backspace>r");
    assert_eq!(banner(&model), "official");
}

#[test]
fn a_paste_into_a_query_is_judged_with_what_stands_there() {
    let mut model = fixture(80, 24);
    play(&mut model, "@meer<home><right>");
    paste(&mut model, "GemZand");
    assert_eq!((model.browse.query.text().as_str(), banner(&model)), ("@GemZandmeer", "official"));
}

#[test]
fn the_list_shows_what_a_verdict_leads_to_where_the_search_meets_nothing() {
    let mut model = fixture(80, 24);
    paste(&mut model, "Volg https://x.com/GemZandmeer, @MinWind en @niemand_hier op X");
    let found: Vec<_> =
        model.browse.hits.iter().map(|hit| (hit.account.is_some(), hit.guess)).collect();
    assert_eq!(found, [(true, false), (true, false)]);
    assert_eq!(selected(&model), "Gemeente Zandmeer");
    assert!(shown(&model).contains("Gemeente Zandmeer ✓ X "), "{}", shown(&model));
    let mut model = fixture(80, 24);
    paste(&mut model, "Volg @GemZ4ndmeer!");
    assert_eq!(banner(&model), "look-alike");
    assert!(
        model.browse.hits[0].guess && shown(&model).contains("Bedoelde u"),
        "{}",
        shown(&model)
    );
    assert_eq!(selected(&model), "Gemeente Zandmeer");
}

#[test]
fn an_endless_paste_is_cut() {
    let mut model = fixture(80, 24);
    let before = "woord ".repeat(100);
    paste(&mut model, &format!("{before}@GemZandmeer {}", "x".repeat(1 << 20)));
    let answers = model.browse.check.answers();
    assert_eq!(answers.len(), 1, "further on than the query goes");
    assert_eq!(answers[0].verdict.id(), "official");
    assert_eq!(banner(&model), "unconfirmed", "the rest of it was not judged");
    assert!(model.browse.query.text().chars().count() <= 200);
    assert!(model.browse.check.text().len() <= LONGEST_INPUT);
    play(&mut model, "<f2><end>");
    assert!(shown(&model).contains("niet helemaal beoordeeld"), "{}", shown(&model));
}

#[test]
fn the_view_leads_to_the_account_its_address_its_code_and_its_evidence() {
    let mut model = fixture(80, 24);
    paste(&mut model, "@GemZandmeer");
    play(&mut model, "<f2>");
    assert_eq!(model.focus(), Focus::Check);
    let address = "https://x.com/GemZandmeer".to_owned();
    assert_eq!(play(&mut model, "y"), [Effect::Copy(address.clone())]);
    assert_eq!(play(&mut model, "o"), [Effect::Open("https://www.zandmeer.example".to_owned())]);
    play(&mut model, "q");
    assert_eq!(model.screen(), Some(&Screen::QrCode { address: address.clone() }));
    play(&mut model, "<esc>e");
    assert_eq!(model.focus(), Focus::Evidence);
    play(&mut model, "<down><down><f1>");
    assert_eq!(model.focus(), Focus::Help);
    play(&mut model, "<esc>");
    assert!(matches!(model.screen(), Some(&Screen::Evidence { selected: 2, .. })));
    play(&mut model, "<esc>");
    assert_eq!(in_full(&model), Some(("official", 0)), "back where the reader came from");
    assert_eq!(play(&mut model, "<enter>"), [Effect::Open(address)]);
    play(&mut model, "<esc>");
    assert_eq!((model.focus(), model.browse.query.text().as_str()), (Focus::Query, "@GemZandmeer"));
}

#[test]
fn an_account_that_is_not_sure_opens_at_the_second_enter() {
    let mut model = fixture(80, 24);
    paste(&mut model, "https://www.facebook.com/gemeentezandmeer");
    play(&mut model, "<f2>");
    assert_eq!(play(&mut model, "<enter>"), []);
    assert!(model.status.as_ref().unwrap().text.contains("alleen door"));
    assert_eq!(
        play(&mut model, "<enter>"),
        [Effect::Open("https://www.facebook.com/gemeentezandmeer".to_owned())]
    );
}

#[test]
fn enter_shows_the_verdict_where_the_hits_are_not_what_was_asked_about() {
    for (text, is_shown) in [
        ("@niemand_hier", true),
        ("@pol_zand", true),
        ("@GemZandmeer", false),
        ("https://voorbeeld.net/x", true),
    ] {
        let mut model = fixture(80, 24);
        paste(&mut model, text);
        let effects = play(&mut model, "<enter>");
        assert_eq!(model.focus() == Focus::Check, is_shown, "{text}");
        assert_eq!(effects.is_empty(), is_shown, "{text}");
    }
    // Whoever goes to a hit means that hit.
    let mut model = fixture(80, 24);
    paste(&mut model, "@pol_zand");
    play(&mut model, "<down><enter>");
    assert_eq!(model.focus(), Focus::Query);
    assert!(model.status.as_ref().unwrap().text.contains("gok"));
    // Words that met nothing can be asked about too.
    let mut model = fixture(80, 24);
    play(&mut model, "xyzzy qqq<enter>");
    assert!(matches!(
        model.checked(),
        Some(Answer { verdict: Verdict::NotAnAccount(Instead::Words(_)), .. })
    ));
    play(&mut model, "<esc>");
    assert_eq!(banner(&model), "nothing");
}

#[test]
fn a_verdict_longer_than_the_screen_is_scrolled_to_its_end_and_no_further() {
    let mut model = fixture(40, 12);
    paste(&mut model, "https://x.com/GemZandmeer");
    play(&mut model, "<f2>");
    let top = shown(&model);
    play(&mut model, "<end>");
    let bottom = shown(&model);
    assert!(!bottom.contains("is een officieel account") && bottom.contains("x.com/GemZandmeer"));
    play(&mut model, "<down><pgdn>");
    assert_eq!(shown(&model), bottom);
    play(&mut model, "<up>");
    assert_ne!(shown(&model), bottom);
    play(&mut model, "<pgup><pgup><pgup><pgup>");
    assert_eq!(shown(&model), top);
}

#[test]
fn a_click_on_the_verdict_shows_it_in_full() {
    let mut model = fixture(80, 24);
    paste(&mut model, "@niemand_hier");
    let row = model.layout().banner.y + 1;
    send(&mut model, Msg::Click { column: 9, row });
    assert_eq!(in_full(&model), Some(("not-listed", 0)));
}
