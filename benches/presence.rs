//! Who is where: from a key to its frame, and the list of all accounts, in the built-in directory and in a made-up one.
//! Beside each stands a peer that disturbs of the machine reach as well: filling a frame of the same size with text.
//!
//! `cargo bench --bench presence`; `cargo bench --bench presence -- 0` only the built-in directory, 100000 only the
//! made-up one. It fails where a key takes longer than its budget.

#![expect(clippy::unwrap_used, reason = "a measurement that can't be made stops")]
#![expect(clippy::print_stdout, reason = "the figures are the result")]

#[path = "generate/directory.rs"]
mod generate;

use std::process::ExitCode;
use std::sync::Arc;
use std::time::{Duration, Instant};

use officieel::directory::{Date, Directory};
use officieel::embedded;
use officieel::filter::Filter;
use officieel::listing::{self, Column, Format, List};
use officieel::tui::job::{Context, Job};
use officieel::tui::keys::Action;
use officieel::tui::message::{Effect, Msg};
use officieel::tui::model::{Catalogue, Model};
use officieel::tui::theme::Theme;
use officieel::tui::update::update;
use officieel::tui::view::view;
use officieel::words::Language;
use ratatui::Terminal;
use ratatui::backend::TestBackend;
use ratatui::layout::Size;
use ratatui::widgets::Paragraph;

/// How many organisations, and within how long the frame of a key must be there; 0 stands for the built-in directory.
const BUDGETS: [(usize, Duration); 2] =
    [(0, Duration::from_millis(4)), (100_000, Duration::from_millis(16))];
/// The list of all accounts of the larger one.
const LISTED: Duration = Duration::from_secs(1);
const SIZE: Size = Size { width: 120, height: 40 };
/// Keys as somebody presses them in the map; each is measured this many times.
const KEYS: [Action; 6] =
    [Action::Down, Action::PageDown, Action::CursorRight, Action::Up, Action::Last, Action::First];
const TIMES: usize = 60;

fn main() -> ExitCode {
    let asked: Vec<usize> = std::env::args().skip(1).filter_map(|it| it.parse().ok()).collect();
    println!("| organisations | what | median, ms | p99, ms | budget, ms |");
    println!("| ---: | --- | ---: | ---: | ---: |");
    let mut is_within = true;
    for (size, budget) in BUDGETS {
        if asked.is_empty() || asked.contains(&size) {
            is_within &= measure(&directory(size), budget);
        }
    }
    if is_within {
        return ExitCode::SUCCESS;
    }
    println!("a key takes longer than its budget");
    ExitCode::FAILURE
}

fn directory(size: usize) -> Directory {
    let built_in = embedded::directory().unwrap();
    if size == 0 {
        return built_in;
    }
    let mut text = Vec::new();
    generate::write(&built_in, size, generate::SEED, &mut text).unwrap();
    embedded::from_toml(&String::from_utf8(text).unwrap(), Date::LAST).unwrap()
}

fn measure(directory: &Directory, budget: Duration) -> bool {
    let today = Date::new(2026, 11, 30).unwrap();
    let count = directory.organisation_count();
    let listed = list(directory, today);
    let copy = embedded_copy(directory);
    let mut model = Model::new(Language::Nl, today, "");
    send(&mut model, Msg::Resized(SIZE));
    send(&mut model, Msg::Loaded(Arc::new(Catalogue::new(copy))));
    let begun = Instant::now();
    send(&mut model, Msg::Do(Action::Presence));
    let first = begun.elapsed();
    let theme = Theme::ansi(false);
    let mut terminal = Terminal::new(TestBackend::new(SIZE.width, SIZE.height)).unwrap();
    let mut keys = Vec::new();
    for _ in 0..TIMES {
        for key in KEYS {
            let begun = Instant::now();
            update(&mut model, Msg::Do(key));
            terminal.draw(|frame| view(&model, &theme, frame)).unwrap();
            keys.push(begun.elapsed());
        }
    }
    let mut typed = Vec::new();
    send(&mut model, Msg::Do(Action::Search));
    for letter in "soort:gemeente in:gelderland op:instagram".chars() {
        let begun = Instant::now();
        let effect = update(&mut model, Msg::Type(letter));
        terminal.draw(|frame| view(&model, &theme, frame)).unwrap();
        typed.push(begun.elapsed());
        answer(&mut model, effect);
    }
    let mut peer = Vec::new();
    let text = "wie waar ".repeat(600);
    for turn in 0..TIMES * KEYS.len() {
        let begun = Instant::now();
        let shown = Paragraph::new(text.get(turn % 9..).unwrap_or_default());
        terminal.draw(|frame| frame.render_widget(shown, frame.area())).unwrap();
        peer.push(begun.elapsed());
    }
    let is_within = print(count, "a key in the map to its frame", &mut keys, Some(budget))
        & print(count, "a letter of the filter to its frame", &mut typed, Some(budget));
    print(count, "peer: a frame of plain text", &mut peer, None);
    print(count, "the map worked out, on a thread", &mut [first], None);
    is_within & print(count, "list of all accounts as CSV", &mut [listed], Some(LISTED))
}

/// The same directory once more, for the screen owns its own.
fn embedded_copy(directory: &Directory) -> Directory {
    if directory.organisation_count() < 10_000 {
        return embedded::directory().unwrap();
    }
    self::directory(100_000)
}

fn list(directory: &Directory, today: Date) -> Duration {
    let begun = Instant::now();
    let rows = listing::rows(directory, &Filter::default(), today);
    let list = List { directory, today, words: Language::Nl.words() };
    let mut out = Vec::new();
    listing::write(&list, &rows, &Column::USUAL, Format::Csv(b','), &mut out).unwrap();
    begun.elapsed()
}

fn print(count: usize, what: &str, times: &mut [Duration], budget: Option<Duration>) -> bool {
    times.sort_unstable();
    let at = |share: usize| times.get((times.len() * share / 100).min(times.len() - 1)).unwrap();
    let millis = |it: &Duration| it.as_secs_f64() * 1000.0;
    let told = budget.map(|it| format!("{:.0}", millis(&it))).unwrap_or_default();
    println!("| {count} | {what} | {:.2} | {:.2} | {told} |", millis(at(50)), millis(at(99)));
    budget.is_none_or(|budget| *at(99) <= budget)
}

/// Takes a message in, and what threads would answer to it.
fn send(model: &mut Model, msg: Msg) {
    let effect = update(model, msg);
    answer(model, effect);
}

fn answer(model: &mut Model, mut effect: Option<Effect>) {
    let context = Context {
        words: model.words,
        today: model.today,
        writer: None,
        favourites: None,
        history: None,
        editions: None,
    };
    while let Some(Effect::Run(generation, job)) = effect {
        let is_presence = matches!(job, Job::Presence(_));
        let catalogue = model.catalogue.clone().unwrap();
        let done = job.run(&context, &catalogue, &|| false).filter(|_| is_presence);
        effect = done.and_then(|done| update(model, Msg::Done(generation, done)));
    }
}
