//! Being asked what to check, and asking about what is no account but a name.

use super::*;

#[test]
fn without_anything_to_check_it_is_asked_for() {
    for door in ["", "<f5>", "<f7>"] {
        let mut model = fixture(80, 24);
        play(&mut model, &format!("{door}<f2>"));
        assert_eq!(model.focus(), Focus::Filter, "{door}");
        assert!(shown(&model).contains("plak een adres"), "{}", shown(&model));
        play(&mut model, "<enter>");
        assert!(model.status.as_ref().unwrap().text.contains("Plak of typ"));
        play(&mut model, "@GemZandmeer<esc>");
        assert!(model.checked().is_none() && model.focus() == Focus::Filter, "Esc clears it first");
        play(&mut model, "x<backspace>@GemZandmeer<enter>");
        assert_eq!(in_full(&model), Some(("official", 0)), "{door}");
        assert_eq!(model.browse.query.text(), "@GemZandmeer");
        play(&mut model, "<esc>");
        assert_eq!(model.screen().is_none(), door.is_empty(), "back where it was asked");
    }
    let mut model = fixture(80, 24);
    play(&mut model, "<f2><esc>");
    assert!(model.is_at_start());
    play(&mut model, "<f2>");
    // What is hidden in a message, and what the line has no room for, is judged too.
    let long = "woord ".repeat(100);
    paste(&mut model, &format!("{long}@Gem\u{200B}Zandmeer"));
    play(&mut model, "<enter>");
    assert!(matches!(in_full(&model), Some((verdict, _)) if verdict != "official"), "hidden");
}

#[test]
fn a_message_is_shown_from_its_beginning_and_a_shortened_link_is_called_that() {
    let text = "Beste klant, uw pakket ligt klaar. Betaal via https://bit.ly/3xYzAbC of bel ons. \
                Groet, Gemeente Zandmeer, afdeling belastingen en inning";
    let bitly = "[[wrapper]]\nname = \"Bitly\"\nkind = \"shortener\"\nhosts = [\"bit.ly\"]\n\
                 url = \"https://bitly.com\"\nseen = \"2026-11-20\"\n\n[[organisation]]";
    let mut model = loading(Language::Nl, 80, 24);
    load(&mut model, &FIXTURE.replacen("[[organisation]]", bitly, 1));
    paste(&mut model, text);
    let line = |model: &Model| shown(model).lines().nth(1).unwrap().to_owned();
    assert!(line(&model).contains("› Beste klant, uw pakket ligt klaar."), "{}", line(&model));
    // Where it is edited, it is seen what is edited.
    play(&mut model, "!");
    assert!(line(&model).contains("inning!"), "{}", line(&model));
    play(&mut model, "<left>");
    assert!(line(&model).contains("inning!"), "{}", line(&model));
    play(&mut model, "<f2>");
    assert!(shown(&model).contains("? verkort adres: doel verborgen"), "{}", shown(&model));
}

#[test]
fn a_name_is_said_to_be_one_and_searched_for() {
    for (keys, is_name) in [
        ("zandmeer<f2>", true),
        ("súdermeer<f2>", true),
        ("de veen<f2>", true),
        ("waterkring<f2>", true),
        // What was an account once is told as that, whatever else is called so.
        ("kleinmeer<f2>", false),
        ("zandmeer<f5><f2>", true),
        ("<f2>zandmeer<enter>", true),
        ("@zandmeer<f2>", false),
        // Half a name, a handle without its sign, and what only resembles a name.
        ("zandm<f2>", false),
        ("gemzandmeer<f2>", false),
        ("zandmere<f2>", false),
    ] {
        let mut model = fixture(80, 24);
        play(&mut model, keys);
        assert_eq!(model.screen().is_none(), is_name, "{keys}");
        let said = model.status.as_ref().is_some_and(|it| it.text.contains("is een naam"));
        assert_eq!(said, is_name, "{keys}");
        if is_name {
            assert!(model.banner().is_none() && !model.is_at_start(), "{keys}");
        }
    }
}

#[test]
fn the_other_doors_lead_on_from_there() {
    for (door, screen) in [("<f5>", Screen::Audit), ("<f7>", Screen::Presence)] {
        let mut model = fixture(80, 24);
        play(&mut model, &format!("<f2>{door}"));
        assert_eq!(model.screen(), Some(&screen), "{door}");
    }
}
