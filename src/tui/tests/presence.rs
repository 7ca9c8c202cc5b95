//! Who is where: the map, what would be left, the filter of both, and what is written of them.

mod looks;

use super::*;
use crate::tui::job::Job;
use crate::tui::keys::Focus;
use crate::tui::model::Screen;
use crate::tui::screens::presence::state::{Line, View};
use crate::tui::tests::screens::shot;

fn map_in(language: Language, width: u16, height: u16) -> Model {
    let mut model = fixture_in(language, width, height);
    play(&mut model, "<f7>");
    model
}

fn map(width: u16, height: u16) -> Model {
    map_in(Language::Nl, width, height)
}

/// The name of the organisation of the selected row, and the id of the selected platform.
fn place(model: &Model) -> (&str, &str) {
    let directory = model.directory().unwrap();
    let presence = &model.presence;
    (
        &directory.organisation(presence.organisation().unwrap()).name,
        directory.platform(presence.platform().unwrap()).id(),
    )
}

/// The text of the screen, row by row.
fn text(model: &Model) -> Vec<String> {
    let size = model.size;
    let buffer = screen(model, &Theme::mono(false), size.width, size.height);
    let rows = buffer.content.chunks(usize::from(size.width));
    rows.map(|cells| cells.iter().map(ratatui::buffer::Cell::symbol).collect()).collect()
}

/// Where a text stands on the screen.
fn spot_of(model: &Model, what: &str) -> (u16, u16) {
    let rows = text(model);
    let found = rows.iter().enumerate().find_map(|(row, text)| {
        let before = text.get(..text.find(what)?)?.chars().count();
        Some((u16::try_from(before).unwrap(), u16::try_from(row).unwrap()))
    });
    found.unwrap_or_else(|| panic!("{what} is not on screen: {rows:#?}"))
}

#[test]
fn a_key_shows_who_is_where_and_esc_leads_back() {
    let mut model = fixture(80, 24);
    play(&mut model, "zand<f7>");
    assert_eq!(model.focus(), Focus::Presence);
    assert!(model.presence.map().is_some_and(|map| !map.organisations.is_empty()));
    play(&mut model, "<esc>");
    assert_eq!((model.focus(), model.browse.query.text().as_str()), (Focus::Query, "zand"));
}

#[test]
fn arrows_move_through_rows_and_platforms_and_stay_within() {
    let mut model = map(80, 24);
    let first = place(&model).0.to_owned();
    play(&mut model, "<down><right>");
    let (name, platform) = place(&model);
    assert_ne!(name, first);
    assert_ne!(platform, "x");
    play(&mut model, &"<left>".repeat(9));
    play(&mut model, &"<up>".repeat(9));
    assert_eq!(place(&model), (first.as_str(), "x"));
    play(&mut model, &"<right>".repeat(99));
    play(&mut model, "G");
    let map = model.presence.map().unwrap();
    assert_eq!(model.presence.row, map.organisations.len() - 1);
    assert_eq!(model.presence.column, map.platforms.len() - 1);
}

#[test]
fn a_filter_is_typed_and_narrows_the_map_and_a_mistake_is_told_and_leaves_it() {
    let mut model = map(80, 24);
    let all = model.presence.map().unwrap().organisations.len();
    play(&mut model, "/soort:gemeente");
    assert_eq!(model.focus(), Focus::Conditions);
    let some = model.presence.map().unwrap().organisations.len();
    assert!(0 < some && some < all);
    play(&mut model, " op:instagran");
    assert_eq!(model.presence.map().unwrap().organisations.len(), some);
    spot_of(&model, "bedoelde u");
    play(&mut model, "<c-u><enter>");
    assert_eq!(model.presence.map().unwrap().organisations.len(), all);
    assert_eq!(model.focus(), Focus::Presence);
    play(&mut model, "/zand<enter><esc>");
    assert_eq!((model.focus(), model.presence.filter.is_empty()), (Focus::Presence, true));
}

#[test]
fn a_condition_is_completed_by_tab_and_the_choices_are_told() {
    let mut model = map(120, 24);
    play(&mut model, "/soo<tab>gem<tab>");
    assert_eq!(model.presence.filter.text(), "soort:gemeente ");
    play(&mut model, "zekerheid:<tab>");
    let status = model.status.clone().unwrap().text;
    assert!(status.contains("bevestigd") && status.contains("gemeld"), "{status}");
}

#[test]
fn a_map_without_columns_says_why_and_what_to_do() {
    for (width, height) in [(80, 24), (40, 12)] {
        let mut model = map(width, height);
        play(&mut model, "/waterkring<enter>");
        let told = search::shown(&model);
        assert!(
            told.contains("Waterkring")
                && told.contains("Geen account bekend")
                && told.contains("filter."),
            "{told}"
        );
        assert!(!told.contains("gestopt"), "{told}");
    }
}

#[test]
fn conditions_in_the_query_are_what_the_map_is_about() {
    let mut model = fixture(80, 24);
    paste(&mut model, "soort:gemeente zand");
    play(&mut model, "<f7>");
    assert_eq!(model.presence.filter.text(), "soort:gemeente zand");
    let directory = model.directory().unwrap();
    let kinds = model.presence.map().unwrap().organisations.iter();
    let kinds: Vec<_> = kinds.map(|index| directory.organisation(*index).kind.id()).collect();
    assert!(!kinds.is_empty() && kinds.iter().all(|kind| *kind == "municipality"));
}

#[test]
fn the_reader_stays_with_what_was_selected() {
    let mut model = map(80, 24);
    play(&mut model, "<down><down><right>");
    let before = {
        let (name, platform) = place(&model);
        (name.to_owned(), platform.to_owned())
    };
    play(&mut model, "s");
    assert_eq!(place(&model), (before.0.as_str(), before.1.as_str()));
    play(&mut model, "t");
    assert_eq!(place(&model), (before.0.as_str(), before.1.as_str()));
    assert!(!model.presence.map().unwrap().groups.is_empty());
}

#[test]
fn lines_and_rows_are_the_same_counted_from_either_side() {
    let mut model = map(80, 24);
    play(&mut model, "t");
    let presence = &model.presence;
    let mut rows = 0;
    let mut headings = 0;
    for line in 0..presence.lines() {
        match presence.line(line).unwrap() {
            Line::Heading(group) => {
                assert_eq!(group, headings);
                headings += 1;
            }
            Line::Row(row) => {
                assert_eq!((row, presence.line_of(row)), (rows, line));
                rows += 1;
            }
        }
    }
    assert_eq!(presence.line(presence.lines()), None);
    assert_eq!(rows, presence.map().unwrap().organisations.len());
    assert!(headings > 1);
}

#[test]
fn enter_goes_to_the_account_of_the_cell_and_esc_comes_back() {
    let mut model = map(80, 24);
    play(&mut model, "/op:x<enter>");
    let account = model.account().unwrap();
    let (name, _) = place(&model);
    let name = name.to_owned();
    play(&mut model, "<enter>");
    assert_eq!((selected(&model), model.focus()), (name.as_str(), Focus::Channels));
    assert_eq!(model.account(), Some(account));
    spot_of(&model, "terug naar de kaart");
    play(&mut model, "<esc>");
    assert_eq!((model.focus(), place(&model).0), (Focus::Presence, name.as_str()));
}

#[test]
fn keys_act_on_the_account_of_the_cell() {
    let mut model = map(80, 24);
    play(&mut model, "/op:x<enter>");
    let account = model.account().unwrap();
    let url = model.directory().unwrap().account(account).url.clone();
    assert_eq!(play(&mut model, "y"), [Effect::Copy(url)]);
    play(&mut model, "<f3>");
    assert_eq!(model.screen(), Some(&Screen::Evidence { account, selected: 0 }));
    play(&mut model, "<esc>");
    assert_eq!(model.focus(), Focus::Presence);
}

#[test]
fn what_is_left_is_told_for_the_platforms_that_are_marked() {
    let mut model = map(80, 24);
    play(&mut model, " <tab><tab>");
    assert_eq!(model.presence.view, View::WhatIf);
    let outcome = model.presence.outcome().unwrap();
    let affected = outcome.affected.len();
    assert!(affected > 0);
    let map = model.presence.map().unwrap();
    assert_eq!(affected, map.totals[0].known, "all that are known there give it up");
    play(&mut model, " ");
    assert!(model.presence.outcome().unwrap().affected.is_empty(), "nobody leaves anything");
    play(&mut model, " <down>m");
    assert_eq!((model.presence.leave.len(), model.presence.move_to.is_some()), (1, true));
    play(&mut model, " ");
    assert_eq!((model.presence.leave.len(), model.presence.move_to), (2, None));
}

#[test]
fn another_filter_counts_in_every_view_at_once() {
    for turns in ["<tab>", " <tab><tab>", "<s-tab><s-tab>"] {
        let mut model = map(80, 24);
        play(&mut model, turns);
        play(&mut model, "/soort:gemeente<enter>");
        let rows = model.presence.map().unwrap().organisations.len();
        let looked_at = match model.presence.view {
            View::Platforms => model.presence.platforms().unwrap().all.looked_at(),
            View::WhatIf => model.presence.outcome().unwrap().organisations,
            View::Numbers => {
                let all = crate::stats::Category::All;
                model.presence.numbers().unwrap().line(&all).unwrap().looked_at()
            }
            View::Map | View::Changes => unreachable!(),
        };
        let all = model.directory().unwrap().organisation_count();
        assert!(rows < all && rows == looked_at, "{turns}: {rows} and {looked_at}");
    }
}

#[test]
fn selections_of_the_settings_are_filters() {
    let mut model = map(80, 24);
    let text = "[selections]\npeers = \"soort:gemeente\"\n";
    model.settings = crate::settings::Settings::parse(text).unwrap();
    play(&mut model, "/soort:gemeente<enter>");
    let expected = model.presence.map().unwrap().organisations.clone();
    play(&mut model, "<esc>/@peers<enter>");
    assert_eq!(model.presence.map().unwrap().organisations, expected);
    play(&mut model, "<esc>/@friends");
    spot_of(&model, "Geen selectie heet \"@friends\"; wel @peers.");
}

#[test]
fn whoever_wants_to_be_asked_before_a_login_is_asked() {
    for is_set in [false, true] {
        let mut model = fixture(80, 24);
        model.settings.ask_before_walled = is_set;
        play(&mut model, "zandmeer<tab><down><down><down>");
        let account = model.account().unwrap();
        let directory = model.directory().unwrap();
        let platform = directory.platform(directory.account(account).platform);
        assert_eq!(platform.rules.reading.login, crate::platform::LoginNeeded::Partly);
        let address = Effect::Open(directory.account(account).url.clone());
        let first = play(&mut model, "<enter>");
        assert_eq!(first.contains(&address), !is_set, "{is_set}");
        if is_set {
            assert!(play(&mut model, "<enter>").contains(&address));
        }
    }
}

#[test]
fn a_filter_is_answered_at_once_also_where_it_stands_there_from_the_start() {
    for (query, count) in [("soort:gemeente naam:zand", 1), ("soort:gemeente", 1), ("zand op:x", 2)]
    {
        let mut model = Model::new(Language::Nl, today(), query);
        update(&mut model, Msg::Resized(Size::new(80, 24)));
        let catalogue = catalogue();
        update(&mut model, Msg::Loaded(catalogue));
        assert!(!model.is_searching(), "{query}");
        assert_eq!(model.browse.hits.len(), count, "{query}");
        assert!(model.banner().is_none() || query.contains("zand "), "{query}");
    }
}

#[test]
fn a_filter_that_is_typed_in_the_query_is_no_message() {
    for query in ["soort:gem", "gebruik:ver", "op:instagram soort:"] {
        let mut model = fixture(80, 24);
        play(&mut model, query);
        let edit = model.awaits_pause().unwrap_or_default();
        send(&mut model, Msg::Paused(edit));
        assert!(model.banner().is_none(), "{query}");
    }
    let mut model = fixture(100, 24);
    play(&mut model, "gebruik:ver<tab>");
    assert_eq!(model.focus(), Focus::Query, "there is more than one way to go on");
    assert!(model.status.is_some());
}

#[test]
fn platforms_stand_side_by_side_and_enter_goes_to_the_column_of_one() {
    let mut model = map(80, 24);
    play(&mut model, "<tab>");
    assert_eq!(model.presence.view, View::Platforms);
    let overview = model.presence.platforms().unwrap();
    let map = model.presence.map().unwrap();
    for (platform, total) in map.platforms.iter().zip(&map.totals) {
        let known = overview.platform(*platform).unwrap().presence;
        assert_eq!(known.organisations.in_use(), total.known);
        assert_eq!(known.unknown, total.unknown);
    }
    spot_of(&model, "Verenigde Staten");
    let mastodon = map
        .platforms
        .iter()
        .position(|it| model.directory().unwrap().platform(*it).id() == "mastodon");
    let choice = overview
        .platforms
        .iter()
        .position(|it| model.directory().unwrap().platform(it.platform).id() == "mastodon");
    play(&mut model, &"<down>".repeat(choice.unwrap() + 1));
    spot_of(&model, "elke server een eigen eigenaar");
    play(&mut model, "<enter>");
    assert_eq!((model.presence.view, Some(model.presence.column)), (View::Map, mastodon));
}

#[test]
fn numbers_are_those_of_the_filter_and_scroll_to_their_end_and_back() {
    let mut model = map(80, 14);
    play(&mut model, "/soort:gemeente<enter><s-tab><s-tab>");
    assert_eq!(model.presence.view, View::Numbers);
    let rows = model.presence.map().unwrap().organisations.len();
    let stats = model.presence.numbers().unwrap();
    let all = stats.line(&crate::stats::Category::All).unwrap();
    assert_eq!(all.looked_at(), rows);
    spot_of(&model, "Geteld op");
    play(&mut model, "<end>");
    spot_of(&model, "onbekend is niet afwezig");
    play(&mut model, "<home>");
    spot_of(&model, "Geteld op");
}

#[test]
fn what_is_shown_is_written_and_nothing_else() {
    let mut model = map(80, 24);
    play(&mut model, "/soort:gemeente<enter>");
    let effects = play(&mut model, "e");
    let [Effect::Run(_, Job::ExportPresence(export))] = &effects[..] else { panic!("{effects:?}") };
    let directory = model.directory().unwrap();
    assert_eq!(export.file_name(directory, today()), "officieel-matrix-2026-11-21.csv");
    let bytes = export.bytes(directory, model.words, today()).unwrap();
    let written = String::from_utf8(bytes).unwrap();
    let shown = model.presence.map().unwrap().organisations.len();
    assert_eq!(written.lines().count(), shown + 1);
    assert!(written.starts_with('\u{feff}') && written.contains(';'), "for a Dutch Excel");
    let effects = play(&mut model, " <tab><tab>e");
    let [Effect::Run(_, Job::ExportPresence(export))] = &effects[..] else { panic!("{effects:?}") };
    let directory = model.directory().unwrap();
    assert_eq!(export.file_name(directory, today()), "officieel-what-if-x-2026-11-21.md");
    let bytes = export.bytes(directory, model.words, today()).unwrap();
    let report = String::from_utf8(bytes).unwrap();
    assert!(report.starts_with("# Als ze weggaan van X") && report.contains("soort:gemeente"));
}

#[test]
fn a_click_selects_a_cell_a_platform_and_a_view() {
    let mut model = map(80, 24);
    play(&mut model, "<down><down><right>");
    let (name, platform) = {
        let (n, p) = place(&model);
        (n.to_owned(), p.to_owned())
    };
    play(&mut model, "g<left>");
    let (_, row) = spot_of(&model, &name.chars().take(14).collect::<String>());
    let directory = model.directory().unwrap();
    let name_of_platform = directory.platform(directory.platforms.by_id(&platform).unwrap()).name();
    let (column, head) = spot_of(&model, &format!("{name_of_platform} "));
    send(&mut model, Msg::Click { column, row });
    assert_eq!(place(&model), (name.as_str(), platform.as_str()));
    play(&mut model, "<left>");
    send(&mut model, Msg::Click { column, row: head });
    assert_eq!(place(&model).1, platform);
    let (column, row) = spot_of(&model, "Wat als");
    send(&mut model, Msg::Click { column, row });
    assert_eq!(model.presence.view, View::WhatIf);
}

#[test]
fn nothing_that_passes_is_told_as_such() {
    let mut model = map(80, 24);
    play(&mut model, "/zzzz");
    spot_of(&model, "Niets in deze lijst");
    play(&mut model, "<enter>e<enter>");
    assert_eq!(model.focus(), Focus::Presence);
}
