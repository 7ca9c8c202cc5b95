//! The conventions of a family: what is shown of them, and where the keys lead.

use std::fmt::Write as _;

use super::*;
use crate::audit::{ConventionReport, Family};
use crate::directory::Kind;
use crate::tui::job::{Answer, Job, JobKind};
use crate::tui::keys::Focus;
use crate::tui::model::Screen;
use crate::tui::screens::conventions::state::Pane;
use crate::tui::tests::screens::shot;

/// Municipalities with their names on X and on Facebook; `-` for none.
const MUNICIPALITIES: [(&str, &str, &str); 12] = [
    ("Aalbroek", "gem_Aalbroek", "gemeenteaalbroek"),
    ("Beekdal", "gem_Beekdal", "GemeenteBeekdal"),
    ("Cruinen", "gem_cruinen", "gemeentecruinen"),
    ("Dorpsveld", "gem_Dorpsveld", "gemeentedorpsveld"),
    ("Eikhuizen", "GemEikhuizen", "gemeenteeikhuizen"),
    ("Fennewoud", "GemFennewoud", "gemeentefennewoud"),
    ("Grootveen", "GemGrtveen", "gem.grootveen"),
    ("Heideveld", "heideveld", "gemeente.heideveld"),
    ("Iepenrode", "iepenrode", "-"),
    ("Oost Westerbroekerveen", "gem_OWBveen", "-"),
    ("Jachtpad", "hallojachtpad1", "HalloJachtpad"),
    ("Kwelder", "-", "KwelderLive"),
];

/// Police teams with their names on X, of which one is declared to be the model.
const TEAMS: [(&str, &str); 7] = [
    ("Aalbroek", "POL_Aalbroek"),
    ("Beekdal", "pol_Beekdal"),
    ("Cruinen", "PolitieCruinen"),
    ("Dorpsveld", "POL_Dorpsveld"),
    ("Westerbroekerveen", "PolitieWbroekv"),
    ("Grootveen", "POLGrootveen"),
    ("Overtoomseveldpolder", "OVPblauw"),
];

/// A directory of these.
pub(super) fn families() -> String {
    let (head, _) = FIXTURE.split_once("[[family]]").unwrap();
    let mut text = head.to_owned();
    text.push_str(
        "[[convention]]\nkind = \"police-team\"\nplatform = \"x\"\ntemplate = \"POL_{place}\"\n\
         url = \"https://politie.example/huisstijl\"\nseen = \"2023-07\"\n",
    );
    let evidence =
        "evidence = [{ method = \"register\", source = \"register\", seen = \"2026-05-16\" }]";
    let account = |platform: &str, handle: &str| match handle {
        "-" => String::new(),
        _ => format!(
            "\n[[organisation.account]]\nplatform = \"{platform}\"\nhandle = \"{handle}\"\n{evidence}\n"
        ),
    };
    for (name, x, facebook) in MUNICIPALITIES {
        let id = name.to_lowercase().replace(' ', "-");
        write!(
            text,
            "\n[[organisation]]\nid = \"gemeente-{id}\"\nname = \"Gemeente {name}\"\n\
             kind = \"municipality\"\nplaces = [\"{name}\"]\n{}{}",
            account("x", x),
            account("facebook", facebook),
        )
        .unwrap();
    }
    for (name, x) in TEAMS {
        let id = name.to_lowercase();
        write!(
            text,
            "\n[[organisation]]\nid = \"politie-{id}\"\nname = \"Politie {name}\"\n\
             kind = \"police-team\"\nplaces = [\"{name}\"]\n{}",
            account("x", x),
        )
        .unwrap();
    }
    text
}

fn conventions_in(language: Language, width: u16, height: u16) -> Model {
    let mut model = loading(language, width, height);
    load(&mut model, &families());
    model
}

fn conventions(width: u16, height: u16) -> Model {
    conventions_in(Language::Nl, width, height)
}

/// The platform and the template on which the reader is, and the account that keys act on.
fn place(model: &Model) -> (String, String, String) {
    let directory = model.directory().unwrap();
    let report = model.conventions.report().unwrap();
    let template = model.conventions.pattern().unwrap().template.as_ref();
    (
        directory.platform(report.platform).id().to_owned(),
        template.map(ToString::to_string).unwrap_or_default(),
        model.account().map(|it| directory.account(it).name().to_owned()).unwrap_or_default(),
    )
}

fn at(platform: &str, template: &str, account: &str) -> (String, String, String) {
    (platform.to_owned(), template.to_owned(), account.to_owned())
}

#[test]
fn the_family_of_the_selected_organisation_is_shown_where_it_has_most_accounts() {
    let mut model = conventions(80, 24);
    play(&mut model, "beekdal<f6>");
    assert_eq!(model.focus(), Focus::Conventions);
    assert_eq!(model.conventions.family, Some(Family::Kind(Kind::Municipality)));
    assert_eq!(place(&model).0, "x");
    play(&mut model, "<esc>");
    assert_eq!(model.focus(), Focus::Query);
    assert_eq!(model.browse.query.text(), "beekdal");
}

#[test]
fn from_a_channel_one_arrives_where_that_account_stands() {
    let mut model = conventions(80, 24);
    play(&mut model, "grootveen<tab>");
    let channels = model.channels().to_vec();
    let facebook = channels.iter().position(|channel| match channel {
        crate::channel::Channel::Account(account) => {
            model.directory().unwrap().account(*account).name() == "gem.grootveen"
        }
        _ => false,
    });
    play(&mut model, &"<down>".repeat(facebook.unwrap()));
    play(&mut model, "<f6>");
    assert_eq!(place(&model), at("facebook", "", ""));
    play(&mut model, "<esc>");
    assert_eq!(model.focus(), Focus::Channels);
}

#[test]
fn left_and_right_turn_to_the_other_platforms_and_round() {
    let mut model = conventions(80, 24);
    play(&mut model, "gemeente beekdal<f6>");
    assert_eq!(place(&model).0, "x");
    play(&mut model, "<right>");
    assert_eq!(place(&model), at("facebook", "gemeente{place}", ""));
    play(&mut model, "<right>");
    assert_eq!(place(&model).0, "x");
    play(&mut model, "<left>");
    assert_eq!(place(&model).0, "facebook");
    let effects = play(&mut model, "<left><esc><f6>");
    assert_eq!((place(&model).0.as_str(), effects), ("x", Vec::new()), "the reader was there");
}

#[test]
fn tab_and_enter_lead_to_the_accounts_and_esc_back() {
    let mut model = conventions(80, 24);
    play(&mut model, "gemeente beekdal<f6><right>");
    assert_eq!(model.account(), None, "a template is no account");
    assert_eq!(play(&mut model, "y"), []);
    play(&mut model, "<tab>");
    assert_eq!(model.conventions.pane, Pane::Accounts);
    let first = place(&model).2;
    play(&mut model, "<down>");
    assert_ne!(place(&model).2, first);
    play(&mut model, "<tab>");
    assert_eq!((model.conventions.pane, model.account()), (Pane::Patterns, None));
    play(&mut model, "<enter>");
    assert_eq!(model.conventions.pane, Pane::Accounts);
    play(&mut model, "<esc>");
    assert_eq!((model.conventions.pane, model.focus()), (Pane::Patterns, Focus::Conventions));
    play(&mut model, "<esc>");
    assert_eq!(model.focus(), Focus::Query);
}

#[test]
fn who_deviates_comes_first_and_the_last_key_goes_to_the_last_who_follows() {
    let mut model = conventions(80, 24);
    play(&mut model, "politie aalbroek<f6><enter>");
    assert_eq!(place(&model), at("x", "POL_{place}", "PolitieCruinen"));
    play(&mut model, "<end>");
    assert_eq!(place(&model).2, "POL_Dorpsveld");
    play(&mut model, "<home>");
    assert_eq!(place(&model).2, "PolitieCruinen");
}

#[test]
fn keys_act_on_the_selected_account() {
    let mut model = conventions(80, 24);
    play(&mut model, "politie aalbroek<f6><enter>");
    let opened = play(&mut model, "oo");
    assert_eq!(opened.last(), Some(&Effect::Open("https://x.com/PolitieCruinen".to_owned())));
    let copied = play(&mut model, "y");
    assert_eq!(copied, [Effect::Copy("https://x.com/PolitieCruinen".to_owned())]);
    let account = model.account().unwrap();
    play(&mut model, "e");
    assert_eq!(model.screen(), Some(&Screen::Evidence { account, selected: 0 }));
    assert_eq!(model.account(), Some(account));
    play(&mut model, "<esc>");
    assert_eq!(model.focus(), Focus::Conventions);
    play(&mut model, "q");
    let address = "https://x.com/PolitieCruinen".to_owned();
    assert_eq!(model.screen(), Some(&Screen::QrCode { address }));
}

#[test]
fn enter_on_an_account_goes_there_and_esc_comes_back() {
    let mut model = conventions(80, 24);
    play(&mut model, "politie aalbroek<f6><enter><down><enter>");
    assert_eq!((selected(&model), model.focus()), ("Politie Westerbroekerveen", Focus::Channels));
    let account = model.account().unwrap();
    assert_eq!(model.directory().unwrap().account(account).name(), "PolitieWbroekv");
    place_of(&model, "terug naar de patronen");
    play(&mut model, "<esc>");
    assert_eq!(place(&model), at("x", "POL_{place}", "PolitieWbroekv"));
    assert_eq!(model.focus(), Focus::Conventions);
    play(&mut model, "<esc><esc>");
    assert_eq!(
        (model.browse.query.text().as_str(), model.focus()),
        ("politie aalbroek", Focus::Query)
    );
}

#[test]
fn from_the_audit_the_family_selected_there_is_shown_and_esc_leads_back() {
    let mut model = conventions(80, 24);
    play(&mut model, "politie aalbroek<f5>");
    assert_eq!(model.focus(), Focus::Audit);
    let own = model.audit.family;
    play(&mut model, "c");
    assert_eq!(model.focus(), Focus::Conventions);
    assert!(own.is_none() || model.conventions.family == own);
    play(&mut model, "<tab><enter>");
    assert_eq!(model.focus(), Focus::Channels);
    play(&mut model, "<esc><esc><esc>");
    assert_eq!((model.focus(), model.audit.family), (Focus::Audit, own));
}

#[test]
fn a_click_selects_and_the_wheel_moves() {
    let mut model = conventions(80, 24);
    play(&mut model, "gemeente beekdal<f6>");
    let click = |model: &mut Model, what: &str| {
        let (column, row) = place_of(model, what);
        send(model, Msg::Click { column, row });
    };
    click(&mut model, "{place}  ");
    assert_eq!(place(&model), at("x", "{place}", ""));
    click(&mut model, "@iepenrode");
    assert_eq!(place(&model), at("x", "{place}", "iepenrode"));
    let (column, row) = place_of(&model, "@iepenrode");
    send(&mut model, Msg::Wheel { column, row, down: false });
    assert_eq!(place(&model), at("x", "{place}", "heideveld"));
    click(&mut model, "Facebook");
    assert_eq!(place(&model), at("facebook", "gemeente{place}", ""));
}

/// Where a text stands on the screen of a common window.
fn place_of(model: &Model, what: &str) -> (u16, u16) {
    let buffer = screen(model, &Theme::mono(false), 80, 24);
    let mut rows = (0_u16..).zip(buffer.content.chunks(80));
    let found = rows.find_map(|(row, cells)| {
        let text: String = cells.iter().map(ratatui::buffer::Cell::symbol).collect();
        let before = text.get(..text.find(&format!(" {what}"))? + 1)?.chars().count();
        Some((u16::try_from(before).unwrap(), row))
    });
    found.unwrap_or_else(|| panic!("{what} is not on screen"))
}

fn answered(generation: u64, reports: Vec<ConventionReport>) -> Msg {
    Msg::Done(generation, Answer::Conventions(reports))
}

#[test]
fn an_answer_to_an_earlier_question_is_dropped() {
    let mut model = conventions(80, 24);
    play(&mut model, "gemeente beekdal");
    let pressed = Pressed::Key(KeyEvent::new(KeyCode::F(6), KeyModifiers::NONE));
    let msg = translate(pressed, model.situation()).unwrap();
    let effect = update(&mut model, msg);
    let Some(Effect::Run(generation, Job::Conventions(family))) = effect else { panic!() };
    assert!(model.jobs.is_outstanding(JobKind::Conventions));
    assert_eq!(model.conventions.reports(), None);
    screen(&model, &Theme::mono(false), 80, 24);
    let reports = ConventionReport::of(model.directory().unwrap(), family);
    update(&mut model, answered(generation - 1, reports.clone()));
    assert_eq!(model.conventions.reports(), None, "of another question");
    update(&mut model, answered(generation, reports));
    assert_eq!(place(&model).0, "x");
    update(&mut model, answered(generation, Vec::new()));
    assert_eq!(place(&model).0, "x", "asked once, answered once");
}

#[test]
fn where_the_directory_changes_all_is_reckoned_anew_and_the_reader_stays() {
    let mut model = conventions(80, 24);
    play(&mut model, "politie aalbroek<f6><enter><down>");
    let before = place(&model);
    let catalogue = model.catalogue.clone().unwrap();
    let effect = update(&mut model, Msg::Loaded(catalogue));
    assert_eq!(place(&model), before, "until there is better");
    let size = model.size;
    let effect = effect.or_else(|| update(&mut model, Msg::Resized(size)));
    let Some(Effect::Run(generation, Job::Conventions(family))) = effect else {
        panic!("{effect:?}")
    };
    let reports = ConventionReport::of(model.directory().unwrap(), family);
    update(&mut model, answered(generation, reports));
    assert_eq!(place(&model), before);
    assert!(!model.jobs.is_outstanding(JobKind::Conventions));
}

#[test]
fn no_key_acts_on_what_took_the_place_of_the_selected_account() {
    let mut model = conventions(80, 24);
    play(&mut model, "politie aalbroek<f6><enter><down>");
    let selected = model.conventions.acted_on().unwrap();
    let reports: Vec<ConventionReport> = model.conventions.reports().unwrap().to_vec();
    let without = reports.into_iter().map(|mut report| {
        for pattern in &mut report.patterns {
            pattern.following.retain(|entry| entry.account != selected);
            pattern.deviating.retain(|entry| entry.account != selected);
        }
        report
    });
    model.conventions.outdate();
    model.conventions.take(without.collect());
    assert_eq!(model.conventions.acted_on(), None);
}

#[test]
fn conventions_in_every_window() {
    for (name, script) in [
        ("leading", "gemeente beekdal<f6><right>"),
        ("none", "gemeente beekdal<f6>"),
        ("declared", "politie aalbroek<f6>"),
        ("deviating", "politie aalbroek<f6><enter>"),
        ("following", "gemeente beekdal<f6><down><enter>"),
    ] {
        for (width, height) in [(80, 24), (120, 40)] {
            let mut model = conventions(width, height);
            play(&mut model, script);
            shot(&format!("conventions-{name}-{width}x{height}-ansi"), &model, &Theme::ansi(false));
        }
        let mut model = conventions(40, 12);
        play(&mut model, script);
        shot(&format!("conventions-{name}-40x12-mono"), &model, &Theme::mono(false));
    }
    let mut model = conventions(80, 24);
    play(&mut model, "gemeente beekdal<f6><right>");
    shot("conventions-leading-80x24-mono-ascii", &model, &Theme::mono(true));
    let mut model = conventions_in(Language::En, 80, 24);
    play(&mut model, "politie aalbroek<f6><enter>");
    shot("conventions-deviating-80x24-english", &model, &Theme::ansi(false));
    let mut model = conventions(20, 6);
    play(&mut model, "gemeente beekdal<f6><right>");
    shot("conventions-leading-20x6-mono", &model, &Theme::mono(false));
}

#[test]
fn conventions_are_drawn_at_every_size() {
    let theme = Theme::ansi(false);
    for script in ["gemeente beekdal<f6><right>", "gemeente beekdal<f6><right><enter><end>"] {
        let mut model = conventions(80, 24);
        play(&mut model, script);
        for width in (18..=24).chain([59, 60, 99, 100, 101, 140]) {
            for height in (3..=24).chain([40]) {
                update(&mut model, Msg::Resized(Size::new(width, height)));
                screen(&model, &theme, width, height);
            }
        }
    }
}

#[test]
fn one_organisation_alone_follows_what_its_kind_declared() {
    let mut model = conventions(80, 24);
    let (family, reports) = {
        let directory = model.directory().unwrap();
        let family = Family::Under(directory.organisation_by_id("politie-aalbroek").unwrap());
        (family, ConventionReport::of(directory, family))
    };
    model.conventions.turn_to(family, None);
    model.conventions.take(reports);
    assert_eq!(place(&model).1, "POL_{place}");
    let pattern = model.conventions.pattern().unwrap();
    assert_eq!((pattern.share.some, pattern.share.all, pattern.deviating.len()), (1, 1, 0));
}
