//! What is met at once, what comes later, and how far down the hits go.

use std::sync::OnceLock;

use super::*;
use crate::search::{Answer, First};
use crate::tui::job;
use crate::tui::job::{Job, JobKind};
use crate::tui::message::Ending;
use crate::tui::model::Tone;
use crate::tui::screens::search::update::{END, START, begin};

/// More organisations than the key for the last one goes down.
const MANY: usize = END + 300;

fn large() -> Arc<Catalogue> {
    static LARGE: OnceLock<Arc<Catalogue>> = OnceLock::new();
    let large = LARGE.get_or_init(|| {
        let (head, _) = FIXTURE.split_once("[[family]]").unwrap();
        let organisations = (1..=MANY).map(|number| {
            format!(
                "[[organisation]]\nid = \"dienst-{number:05}\"\nname = \"Dienst {number:05}\"\n\
                 kind = \"agency\"\nwebsite = \"https://d{number}.example\"\n"
            )
        });
        let text = head.to_owned() + &organisations.collect::<String>();
        let directory = crate::embedded::from_toml(&text, today()).unwrap_or_else(|problems| {
            panic!("{:#?}", problems.first());
        });
        Arc::new(Catalogue::new(directory))
    });
    Arc::clone(large)
}

pub(super) fn among_many(width: u16, height: u16) -> Model {
    let mut model = loading(Language::Nl, width, height);
    send(&mut model, Msg::Loaded(large()));
    model
}

fn answer(model: &Model, query: &str, limit: usize) -> Answer {
    let Catalogue { directory, index, .. } = model.catalogue.as_deref().unwrap();
    index.search(directory, query, limit)
}

fn found(answer: Answer) -> job::Answer {
    job::Answer::Search(answer)
}

/// Types a query of which only the first few hits are met at once.
fn type_slowly(model: &mut Model, query: &str, at_once: usize) {
    model.browse.query.insert(query);
    let mut answer = answer(model, model.browse.query.text().trim(), START);
    answer.hits.truncate(at_once);
    answer.total = answer.hits.len();
    begin(model, First { answer, is_whole: false, ..First::default() });
    let generation = model.jobs.generation(JobKind::Search);
    let job = Job::Search { query: model.browse.query.text(), limit: START };
    let effect = update(model, Msg::Resized(model.size));
    assert_eq!(effect, Some(Effect::Run(generation, job)));
}

/// The whole answer comes.
fn find(model: &mut Model, answer: Answer) {
    let generation = model.jobs.generation(JobKind::Search);
    assert!(model.is_searching());
    assert_eq!(update(model, Msg::Done(generation, found(answer))), None);
}

pub(super) fn shown(model: &Model) -> String {
    let Size { width, height } = model.size;
    let buffer = screen(model, &Theme::ansi(false), width, height);
    let row = |cells: &[ratatui::buffer::Cell]| {
        cells.iter().map(ratatui::buffer::Cell::symbol).collect::<String>()
    };
    buffer.content.chunks(usize::from(width)).map(row).collect::<Vec<_>>().join("\n")
}

#[test]
fn what_tells_names_apart_is_seen_and_the_panel_begins_at_the_name() {
    let text = FIXTURE
        .replace("name = \"Gemeente Zandmeer\"", "name = \"Gemeente Zandmeer aan Zee (NH)\"")
        .replace("name = \"Basisteam Zandmeer\"", "name = \"Gemeente Zandmeer aan Zee (L)\"");
    for (width, height) in [(80, 24), (80, 12), (40, 12), (120, 40)] {
        let mut model = loading(Language::Nl, width, height);
        load(&mut model, &text);
        play(&mut model, "zandmeer op:x");
        let list = shown(&model);
        assert!(list.contains("(NH)") && list.contains("(L)"), "{list}");
        // Wherever the panel is scrolled to, it says whose it is.
        play(&mut model, "<c-u>gemzandmeer<tab><end>");
        let panel = shown(&model);
        assert!(panel.contains("Gemeente Zandmeer aan Zee (NH)"), "{panel}");
    }
}

#[test]
fn only_the_answer_to_the_newest_search_counts() {
    for (newer, outstanding) in [(-1, true), (1, true), (0, false)] {
        let mut model = fixture(80, 24);
        play(&mut model, "zandm");
        if outstanding {
            search_on(&mut model);
        }
        let before = (model.browse.hits.clone(), model.browse.search.clone());
        let generation = model.jobs.generation(JobKind::Search).checked_add_signed(newer).unwrap();
        let answer = answer(&model, "wind", START);
        assert_ne!(answer.hits, before.0);
        update(&mut model, Msg::Done(generation, found(answer)));
        assert_eq!((model.browse.hits, model.browse.search), before, "{newer} {outstanding}");
    }
}

#[test]
fn what_comes_later_stands_below_and_the_best_stays_selected() {
    let mut model = fixture(80, 24);
    type_slowly(&mut model, "zand", 1);
    assert!(shown(&model).contains("1…/7"), "{}", shown(&model));
    let whole = answer(&model, "zand", START);
    assert!(whole.total > 1);
    find(&mut model, whole.clone());
    assert_eq!((model.browse.selected, model.browse.chosen), (0, false));
    assert_eq!((&model.browse.hits, model.browse.search.total), (&whole.hits, whole.total));
    assert!(shown(&model).contains(&format!(" {}/7", whole.total)));
}

#[test]
fn nothing_is_said_to_be_missing_before_that_is_known() {
    let mut model = fixture(80, 24);
    type_slowly(&mut model, "xyzzy", 0);
    let interim = shown(&model);
    assert!(interim.contains(" …/7") && !interim.contains("Niets"), "{interim}");
    find(&mut model, Answer::default());
    let after = shown(&model);
    assert!(after.contains(" 0/7") && after.contains("Niets gevonden"), "{after}");
}

#[test]
fn what_stays_is_the_whole_answer_however_it_came() {
    let mut model = among_many(80, 24);
    for query in ["dienst 00017", "dinst 17", "ienst 9", "xyzzy qqq", "@d17", "d"] {
        play(&mut model, &format!("<c-u>{query}"));
        let whole = answer(&model, query, START);
        assert_eq!(
            (&model.browse.hits, model.browse.search.total),
            (&whole.hits, whole.total),
            "{query}"
        );
        assert!(!model.is_searching());
    }
}

#[test]
fn a_chosen_row_stays_on_its_line() {
    // How many hits come in above it, and on which line it then is.
    for (above, line) in [(0, 3), (5, 3), (150, 3), (-20, 3), (-28, 2)] {
        let mut model = among_many(79, 24);
        play(&mut model, "dienst<pgdn><pgdn><pgdn><pgdn><up><up><up><up><up><up>");
        assert_eq!((model.browse.selected, model.browse.first), (30, 27), "inside the screen");
        let chosen = selected(&model).to_owned();
        let mut later = answer(&model, "dienst", START);
        let by = usize::try_from(i32::abs(above)).unwrap();
        if above < 0 {
            later.hits.drain(..by);
        } else {
            later.hits.rotate_right(by);
        }
        search_on(&mut model);
        find(&mut model, later);
        assert_eq!(selected(&model), chosen, "{above}");
        assert_eq!(model.browse.selected - model.browse.first, line, "{above}");
        assert!(model.browse.chosen);
    }
}

#[test]
fn a_chosen_hit_may_come_back_among_the_guesses() {
    for (query, place) in [("zand", Some(1)), ("wind", None)] {
        let mut model = fixture(80, 24);
        play(&mut model, "zand<down>");
        let chosen = selected(&model).to_owned();
        let later = answer(&model, query, START);
        type_slowly(&mut model, "q", 0);
        assert!(model.browse.hits.is_empty() && !model.browse.chosen);
        find(&mut model, later);
        assert_eq!(model.browse.selected, place.unwrap_or(0));
        assert_eq!(model.browse.chosen, place.is_some(), "{query}");
        assert_eq!(selected(&model) == chosen, place.is_some());
    }
}

#[test]
fn the_reader_is_not_thrown_out_by_what_comes_later() {
    let mut model = fixture(80, 24);
    type_slowly(&mut model, "zandmeer", 1);
    play(&mut model, "<tab><down><down><end><up><enter>");
    let (channel, asked) = (model.browse.channel, model.confirming.clone());
    assert!(channel > 3 && asked.is_some());
    let later = answer(&model, "zandmeer", START);
    find(&mut model, later);
    assert!(model.browse.inside && !model.browse.chosen);
    assert_eq!((model.browse.channel, model.confirming.clone()), (channel, asked));
    assert_eq!(play(&mut model, "<enter>").len(), 1, "the question still stands");
}

#[test]
fn the_list_goes_on_as_the_reader_comes_near_its_end() {
    // Everything is met at once; what resembles a word with a slip takes longer.
    for query in ["", "dinst"] {
        let mut model = among_many(80, 24);
        play(&mut model, query);
        if query.is_empty() {
            play(&mut model, "<down>");
        }
        let all = answer(&model, query, usize::MAX).hits;
        assert_eq!((model.browse.hits.len(), model.browse.search.total), (START, MANY), "{query}");
        assert!(shown(&model).contains("10.300/10.300"));
        let rows = model.layout().rows();
        for page in 1..=100 {
            play(&mut model, "<pgdn>");
            assert_eq!(model.browse.selected, page * (rows - 1));
            assert!(model.browse.hits.len() >= model.browse.selected + rows);
            assert_eq!(model.browse.hits, all[..model.browse.hits.len()]);
        }
        assert_eq!(
            model.browse.hits.len(),
            START * 4 * 4,
            "no more than four times what is needed"
        );
        play(&mut model, "<c-end>");
        assert_eq!(model.browse.selected, END - 1);
        assert_eq!(model.browse.hits, all[..model.browse.hits.len()]);
    }
}

#[test]
fn the_list_stays_as_it_is_until_more_of_it_comes() {
    let mut model = among_many(80, 24);
    play(&mut model, "dinst<pgdn><pgdn>");
    let (hits, at) = (model.browse.hits.clone(), model.browse.selected);
    let effect = update(&mut model, Msg::Do(crate::tui::keys::Action::Last));
    let Some(Effect::Run(generation, Job::Search { limit, .. })) = effect else {
        panic!("{effect:?}");
    };
    assert_eq!((&model.browse.hits, model.browse.selected), (&hits, at));
    let answer = answer(&model, "dinst", limit);
    update(&mut model, Msg::Done(generation, found(answer)));
    assert_eq!(model.browse.selected, END - 1);
}

#[test]
fn wheel_and_click_go_on_too() {
    let mut model = among_many(79, 24);
    play(&mut model, "<down>");
    for notch in 1..=START + 50 {
        send(&mut model, Msg::Wheel { column: 3, row: 10, down: true });
        assert_eq!(model.browse.selected, notch);
    }
    let list = model.layout().list;
    model.browse.hits.truncate(model.browse.first + model.layout().rows());
    model.browse.search.limit = model.browse.hits.len();
    let lowest = model.browse.hits.len() - 1;
    send(&mut model, Msg::Click { column: 3, row: list.y + 18 });
    assert_eq!(model.browse.selected, lowest);
    assert!(model.browse.hits.len() > lowest + 1);
}

#[test]
fn a_screen_with_more_rows_than_hits_is_filled() {
    let mut model = among_many(80, 24);
    send(&mut model, Msg::Resized(Size::new(80, 1_000)));
    assert_eq!(model.browse.hits.len(), START * 4);
    assert_eq!((model.browse.selected, model.browse.chosen), (0, false));
}

#[test]
fn the_key_for_the_last_goes_to_the_last_of_ten_thousand() {
    let mut model = among_many(80, 24);
    // "00" begins the numbers below a thousand.
    play(&mut model, "00<c-end>");
    assert!((START..END).contains(&model.browse.search.total), "{}", model.browse.search.total);
    assert_eq!(model.browse.selected, model.browse.search.total - 1);
    assert_eq!(model.browse.hits.len(), model.browse.search.total);
    assert_eq!(model.status, None);

    play(&mut model, "<c-u><end>");
    assert_eq!(model.browse.selected, END - 1);
    let status = model.status.clone().unwrap();
    assert_eq!(status.tone, Tone::Note);
    assert!(status.text.contains("nummer 10.000 van 10.300"), "{}", status.text);
    play(&mut model, "<pgdn>");
    assert_eq!(model.browse.selected, END - 1 + model.layout().rows() - 1, "the way down goes on");
    let beyond = model.browse.selected;
    play(&mut model, "<end>");
    assert_eq!(model.browse.selected, beyond, "never up");
}

#[test]
fn the_last_is_selected_when_it_comes_unless_the_reader_went_elsewhere() {
    for (key, selected) in [("", END - 1), ("<home>", 0), ("<up>", 0), ("<down>", 0)] {
        let mut model = among_many(80, 24);
        // As it is where the rest takes longer than a key press.
        search_on(&mut model);
        model.browse.search.to_last = true;
        play(&mut model, key);
        let later = answer(&model, "", END + START);
        find(&mut model, later);
        assert_eq!(model.browse.selected, selected, "{key}");
        assert_eq!(model.status.is_some(), key.is_empty());
    }
}

#[test]
fn a_new_query_starts_with_few_hits_again() {
    let mut model = among_many(80, 24);
    play(&mut model, "<end>");
    assert!(model.browse.hits.len() > START);
    play(&mut model, "dienst");
    assert_eq!((model.browse.hits.len(), model.browse.search.limit), (START, START));
}

#[test]
fn what_is_typed_while_loading_is_searched_when_the_directory_comes() {
    use crate::tui::loading::{Progress, Step};
    let mut model = loading(Language::Nl, 80, 24);
    model.loading.file = Some("gids.toml".to_owned());
    play(&mut model, "zan");
    let progress = Progress { step: Step::Checking, done: 1, total: 2 };
    assert_eq!(update(&mut model, Msg::Loading(progress)), None);
    play(&mut model, "dm");
    let before = shown(&model);
    for part in ["› zandm", "gids.toml", "controleren", "50 %"] {
        assert!(before.contains(part), "{part} in\n{before}");
    }
    send(&mut model, Msg::Loaded(catalogue()));
    assert_eq!(selected(&model), "Gemeente Zandmeer");
    assert!(!shown(&model).contains("gids.toml"));
}

#[test]
fn a_load_that_fails_half_way_ends_with_the_reason() {
    use crate::tui::loading::{Progress, Step};
    let mut model = loading(Language::Nl, 80, 24);
    update(&mut model, Msg::Loading(Progress { step: Step::Checking, done: 1, total: 2 }));
    let why = "gids.toml:3: kapot\n".to_owned();
    let end = update(&mut model, Msg::LoadFailed(why.clone()));
    assert_eq!(end, Some(Effect::End(Ending::LoadFailed(why))));
}

#[test]
fn an_answer_without_a_hit_helps_with_just_that_question() {
    for (query, expected) in [
        (
            "xyzzyq",
            &["Niets gevonden voor “xyzzyq”", "7 organisaties", "Probeer een plaatsnaam"][..],
        ),
        ("@xyzzyq_qq", &["staat zo niet in deze lijst", "Zoek de organisatie bij haar naam"]),
    ] {
        let mut model = fixture(80, 24);
        play(&mut model, query);
        assert!(model.browse.hits.is_empty(), "{query}");
        let layout = model.layout();
        assert_eq!((layout.list.width, layout.shows_panel()), (80, false), "{query}");
        let text = shown(&model);
        for part in expected {
            assert!(text.contains(part), "{query}: {part} in\n{text}");
        }
        play(&mut model, "<c-u>zandmeer");
        assert!(model.layout().shows_panel(), "{query}");
    }
}
