//! Draws the README's pictures: the real screen with the built-in directory, as SVG.
//!
//! `cargo run --example picture` writes `docs/screen-search.svg`, `docs/screen-evidence.svg`,
//! `docs/screen-check.svg`, `docs/screen-audit.svg`, `docs/screen-conventions.svg`, `docs/screen-map.svg` and
//! `docs/screen-platforms.svg`, the animated `docs/screen-tour.svg`, and each with a light background besides; other arguments are a query, a size, a file and actions:
//! `cargo run --example picture -- "politie zwolle" 100x30 out.svg into down`. The query is judged as
//! if it was pasted, so `... @p0litie 100x30 out.svg check` shows a verdict in full.

mod svg;

use std::error::Error;
use std::sync::Arc;

use officieel::directory::Date;
use officieel::tui::job::Context;
use officieel::tui::keys::Action;
use officieel::tui::message::{Effect, Msg};
use officieel::tui::model::{Catalogue, Model};
use officieel::tui::theme::Theme;
use officieel::tui::theme::depth::Depth;
use officieel::tui::theme::palette::Palette;
use officieel::tui::update::update;
use officieel::tui::view::view;
use officieel::words::Language;
use ratatui::Terminal;
use ratatui::backend::TestBackend;
use ratatui::buffer::Buffer;
use ratatui::layout::Size;
use svg::{animated, svg};

/// The day on which trust is reckoned in pictures, so that they only change with the data.
const TODAY: (u16, u8, u8) = (2026, 11, 21);

/// What the pictures ask for: a search that shows every trust level, an account with its evidence,
/// and a message with a look-alike in it.
const SEARCH: &str = "leiden";
const EVIDENCE: &str = "@POL_Ede";
const CHECK: &str = "Volg ons op https://x.com/P0L_Ede";
/// Whose channels the map shows.
const MAP: &str = "soort:provincie|ministerie";

fn main() -> Result<(), Box<dyn Error>> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    if let [query, size, file, actions @ ..] = arguments.as_slice() {
        let (width, height) = size.split_once('x').ok_or("the size is written as 100x30")?;
        let size = Size::new(width.parse()?, height.parse()?);
        let actions: Vec<Action> = actions.iter().filter_map(|name| named(name)).collect();
        let palette = if file.contains("light") { &Palette::LIGHT } else { &Palette::DARK };
        return draw(query, size, &actions, palette, file);
    }
    let size = Size::new(104, 26);
    let evidence = [Action::Into, Action::Evidence];
    // The police teams, the accounts that break their convention, and one of these; and the
    // municipalities, which have none.
    let audit = [Action::Audit, Action::Down, Action::Down, Action::Unfold, Action::Unfold];
    let audit = [&audit[..], &[Action::Down, Action::Down]].concat();
    let platforms = [Action::Presence, Action::Next, Action::Down];
    let conventions = [Action::Audit, Action::Down, Action::Conventions];
    for (palette, suffix) in [(&Palette::DARK, ""), (&Palette::LIGHT, "-light")] {
        let file = |name: &str| format!("docs/screen-{name}{suffix}.svg");
        draw(SEARCH, size, &[], palette, &file("search"))?;
        draw(EVIDENCE, size, &evidence, palette, &file("evidence"))?;
        draw(CHECK, size, &[Action::Check], palette, &file("check"))?;
        draw("", Size::new(120, 34), &audit, palette, &file("audit"))?;
        draw("", Size::new(104, 26), &conventions, palette, &file("conventions"))?;
        draw(MAP, Size::new(110, 32), &[Action::Presence], palette, &file("map"))?;
        draw("", Size::new(110, 34), &platforms, palette, &file("platforms"))?;
        draw_tour(Size::new(100, 26), palette, &file("tour"))?;
    }
    Ok(())
}

fn named(name: &str) -> Option<Action> {
    Some(match name {
        "into" => Action::Into,
        "down" => Action::Down,
        "evidence" => Action::Evidence,
        "check" => Action::Check,
        "audit" => Action::Audit,
        "conventions" => Action::Conventions,
        "presence" => Action::Presence,
        "unfold" => Action::Unfold,
        "next" => Action::Next,
        "back" => Action::Back,
        "qr" => Action::QrCode,
        "help" => Action::Help,
        "enter" => Action::Activate,
        _ => return None,
    })
}

/// Takes a message in; what a thread would answer is answered here.
fn send(model: &mut Model, msg: Msg) {
    let mut effect = update(model, msg);
    while let (Some(Effect::Run(generation, job)), Some(catalogue)) = (effect, &model.catalogue) {
        let (words, today) = (model.words, model.today);
        let context =
            Context { words, today, writer: None, favourites: None, history: None, editions: None };
        let Some(answer) = job.run(&context, catalogue, &|| false) else {
            return;
        };
        effect = update(model, Msg::Done(generation, answer));
    }
}

/// The model with the built-in directory, before anybody did anything.
fn begun(query: &str, size: Size) -> Result<Model, Box<dyn Error>> {
    let (year, month, day) = TODAY;
    let directory = officieel::embedded::directory()?;
    let mut model = Model::new(Language::Nl, Date::new(year, month, day)?, query);
    send(&mut model, Msg::Resized(size));
    send(&mut model, Msg::Loaded(Arc::new(Catalogue::new(directory))));
    Ok(model)
}

/// What is on screen.
fn shown(model: &Model, size: Size, palette: &Palette) -> Result<Buffer, Box<dyn Error>> {
    let theme = Theme::of(palette, Depth::True, false, false);
    let mut terminal = Terminal::new(TestBackend::new(size.width, size.height))?;
    terminal.draw(|frame| view(model, &theme, frame))?;
    Ok(terminal.backend().buffer().clone())
}

fn draw(
    query: &str,
    size: Size,
    actions: &[Action],
    palette: &Palette,
    file: &str,
) -> Result<(), Box<dyn Error>> {
    let mut model = begun(query, size)?;
    for action in actions {
        send(&mut model, Msg::Do(*action));
    }
    let title = format!("officieel: {query}");
    std::fs::write(file, svg(&shown(&model, size, palette)?, palette, &title))?;
    Ok(())
}

/// Draws what somebody does who looks for an account, and asks whether another one is real.
fn draw_tour(size: Size, palette: &Palette, file: &str) -> Result<(), Box<dyn Error>> {
    let mut model = begun("", size)?;
    let mut screens = vec![shown(&model, size, palette)?];
    for piece in ["polit", "ie ede"] {
        for letter in piece.chars() {
            send(&mut model, Msg::Type(letter));
        }
        screens.push(shown(&model, size, palette)?);
    }
    send(&mut model, Msg::Do(Action::Into));
    for action in [Action::Down, Action::Evidence] {
        send(&mut model, Msg::Do(action));
        screens.push(shown(&model, size, palette)?);
    }
    let mut model = begun(CHECK, size)?;
    screens.push(shown(&model, size, palette)?);
    for action in [Action::Check, Action::Presence] {
        send(&mut model, Msg::Do(action));
        screens.push(shown(&model, size, palette)?);
    }
    let title = "officieel: zoeken, bewijs bekijken, een bericht beoordelen, en wie waar is";
    std::fs::write(file, animated(&screens, palette, title))?;
    Ok(())
}
