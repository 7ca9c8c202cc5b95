//! Recording what the reader sees of an account.

use std::ops::ControlFlow;

use ratatui::layout::Position;

use crate::directory::{AccountIndex, Directory, Observed, Status};
use crate::messages::labels;
use crate::platform::{HttpsError, check_https};
use crate::text::sanitise::escaped;
use crate::tui::job::Job;
use crate::tui::keys::Action;
use crate::tui::layout;
use crate::tui::message::Effect;
use crate::tui::model::{Model, Screen, Tone};
use crate::tui::screens::check::update as check;
use crate::tui::screens::observe::state::{Asked, Choice, Sheet};
use crate::tui::screens::observe::writer::{Outcome, Written};
use crate::tui::screens::outdated;
use crate::tui::update::typing::edit_line;
use crate::tui::update::{moved, page, say};
use crate::tui::widgets::account::handle;
use crate::tui::widgets::editor::Editor;
use crate::words::Words;

/// Asks what the reader sees of the account that they look at.
pub(in crate::tui) fn show(model: &mut Model, asked: Asked) {
    let words = model.words;
    let Some((account, directory)) = looked_at(model).zip(model.directory()) else {
        return say(model, Tone::Note, words.observe_no_account.to_owned());
    };
    if model.observe.file.is_none() {
        return say(model, Tone::Error, words.observe_no_file.to_owned());
    }
    let sheet = Sheet::new(directory, account, asked, model.today);
    if sheet.choices(directory, model.today).is_empty() {
        let platform = escaped(directory.platform(directory.account(account).platform).name());
        let text = words.observe_no_badges(&platform);
        return say(model, Tone::Note, text);
    }
    model.observe.sheet = Some(sheet);
    model.push(Screen::Observe);
}

/// The account whose evidence is on screen, or else the current one.
fn looked_at(model: &Model) -> Option<AccountIndex> {
    match model.screen() {
        Some(Screen::Evidence { account, .. }) => Some(*account),
        _ => model.account(),
    }
}

/// Does what a key does there, if that is one of its own.
pub(in crate::tui) fn act(model: &mut Model, action: Action) -> ControlFlow<Option<Effect>> {
    match action {
        Action::Activate => return ControlFlow::Break(activate(model)),
        Action::Back => back(model),
        _ if action.moves() => move_by(model, action),
        _ => return ControlFlow::Continue(()),
    }
    ControlFlow::Break(None)
}

/// A click selects the choice that it is on.
pub(in crate::tui) fn click(model: &mut Model, position: Position) {
    let parts = model.layout();
    let area = if layout::fills_body(model) { parts.body() } else { parts.panel };
    if area.contains(position)
        && let Some(choice) = layout::observe::choice_at(model, area, position.y - area.y)
    {
        select(model, choice);
    }
}

/// The address, while it is typed.
pub(in crate::tui) fn line(model: &mut Model) -> Option<&mut Editor> {
    model.observe.sheet.as_mut()?.successor.as_mut()
}

/// How many choices there are.
fn count(model: &Model) -> usize {
    let sheet = model.observe.sheet.as_ref().zip(model.directory());
    sheet.map_or(0, |(sheet, directory)| sheet.choices(directory, model.today).len())
}

/// Moves the selection.
fn move_by(model: &mut Model, action: Action) {
    let (count, page) = (count(model), page(model));
    if let Some(sheet) = &mut model.observe.sheet {
        sheet.selected = moved(sheet.selected, count, page, action);
    }
}

/// Selects a choice, where there is such a one.
fn select(model: &mut Model, choice: usize) {
    let is_there = choice < count(model);
    if let Some(sheet) = model.observe.sheet.as_mut().filter(|_| is_there) {
        sheet.selected = choice;
    }
}

/// A digit records the choice of that number; an address is typed.
pub(in crate::tui) fn typed(model: &mut Model, c: char) -> Option<Effect> {
    if model.observe.is_typing() {
        insert(model, c.encode_utf8(&mut [0; 4]));
        return None;
    }
    let number = c.to_digit(10).and_then(|number| usize::try_from(number).ok())?;
    let choice = number.checked_sub(1).filter(|choice| *choice < count(model))?;
    select(model, choice);
    activate(model)
}

/// Puts a text into the address. Half an address is another address, so none is cut.
pub(in crate::tui) fn insert(model: &mut Model, text: &str) {
    let typing = model.observe.sheet.as_mut().and_then(|sheet| sheet.successor.as_mut());
    let Some(editor) = typing else {
        return;
    };
    let before = editor.clone();
    editor.insert(text);
    if editor.is_full() {
        *editor = before;
        let text = model.words.successor_too_long.to_owned();
        say(model, Tone::Error, text);
    }
}

/// Edits the address.
pub(in crate::tui) fn edit(model: &mut Model, action: Action) {
    let typing = model.observe.sheet.as_mut().and_then(|sheet| sheet.successor.as_mut());
    if let Some(editor) = typing {
        edit_line(editor, action);
    }
}

/// Goes back from the address to the choices, or away.
fn back(model: &mut Model) {
    match &mut model.observe.sheet {
        Some(sheet) if sheet.successor.is_some() => sheet.successor = None,
        _ => leave(model),
    }
}

fn leave(model: &mut Model) {
    model.observe.sheet = None;
    model.pop();
}

/// Enter: records the selected choice, or asks where the account continues.
fn activate(model: &mut Model) -> Option<Effect> {
    let today = model.today;
    let (sheet, catalogue) = model.observe.sheet.as_mut().zip(model.catalogue.as_deref())?;
    let directory = &catalogue.directory;
    let account = sheet.account;
    if let Some(editor) = &sheet.successor {
        let address = editor.text();
        return match fault(model.words, directory, account, &address) {
            None => Some(write(model, account, Observed::Moved(address))),
            Some(fault) => {
                say(model, Tone::Error, fault.to_owned());
                None
            }
        };
    }
    let observed = match (sheet.choice(directory, today)?, sheet.asked) {
        (Choice::NoBadge, _) => Observed::Badge(None),
        (Choice::Badge(kind), _) => Observed::Badge(Some(kind)),
        (Choice::Status(Status::Moved), _) => {
            let known = directory.account(account).successor.clone();
            sheet.successor = Some(Editor::with(&known.unwrap_or_default()));
            return None;
        }
        (Choice::Status(status), _) => Observed::Status(status),
        (Choice::TakeBack, Asked::Badge) => Observed::BadgeUnknown,
        (Choice::TakeBack, Asked::Status) => Observed::Status(Status::Unknown),
    };
    Some(write(model, account, observed))
}

/// What is wrong with the address where an account continues, if anything.
fn fault(
    words: &Words,
    directory: &Directory,
    account: AccountIndex,
    address: &str,
) -> Option<&'static str> {
    if let Err(fault) = check_https(address) {
        return Some(match fault {
            HttpsError::NoAddress => words.successor_no_address,
            HttpsError::OtherScheme => words.successor_other_scheme,
            HttpsError::UserName => words.successor_user_name,
            HttpsError::Character => words.successor_character,
        });
    }
    let parsed = directory.platforms.parse_address(address).ok();
    let named = parsed.and_then(|parsed| directory.account_by(&parsed.account));
    let is_itself = named.or_else(|| directory.account_by_address(address)) == Some(account);
    is_itself.then_some(words.successor_itself)
}

fn write(model: &mut Model, account: AccountIndex, observed: Observed) -> Effect {
    leave(model);
    model.observe.outstanding += 1;
    say(model, Tone::Note, model.words.observe_writing.to_owned());
    Effect::Run(0, Job::Observe { account, observed })
}

/// Takes in what came of writing an observation. Where it was written, all that is known is as it is
/// with that; the reader stays where they are.
pub(in crate::tui) fn written(model: &mut Model, outcome: Outcome) {
    model.observe.outstanding = model.observe.outstanding.saturating_sub(1);
    let words = model.words;
    match outcome {
        Err(why) => say(model, Tone::Error, words.not_recorded(&why)),
        Ok(written) => {
            let text = said(model, &written);
            swap(model, written);
            say(model, Tone::Note, text);
        }
    }
}

/// What was recorded, when and where.
fn said(model: &Model, written: &Written) -> String {
    let (words, directory) = (model.words, &written.catalogue.directory);
    let what = match &written.observed {
        Observed::Badge(None) => words.observe_no_badge.to_owned(),
        Observed::Badge(Some(kind)) => {
            let kind = directory.badges.get(kind.position());
            kind.map(|kind| escaped(&kind.name)).unwrap_or_default()
        }
        Observed::Moved(address) => words.observe_moved(&escaped(address)),
        Observed::Status(status) if *status != Status::Unknown => {
            labels::status(words, *status).to_owned()
        }
        Observed::Status(_) | Observed::BadgeUnknown | Observed::Nothing => String::new(),
    };
    let name = escaped(&handle(directory, directory.account(written.account)));
    let day = model.today.to_string();
    let file = model.observe.file.as_deref().unwrap_or_default();
    if what.is_empty() {
        words.observe_taken_back(&name, file)
    } else {
        words.recorded(&day, file, &what)
    }
}

/// Puts what is known now in the place of what was known before.
fn swap(model: &mut Model, written: Written) {
    let channel = model.channels().get(model.browse.channel).copied();
    model.catalogue = Some(written.catalogue);
    outdated(model);
    model.refresh();
    // An account that is no longer in use stands lower.
    let place = channel.and_then(|it| model.channels().iter().position(|known| *known == it));
    model.browse.channel = place.unwrap_or(model.browse.channel);
    keep_in_reach(model);
    check::again(model);
}

/// Keeps what is selected among what is there.
fn keep_in_reach(model: &mut Model) {
    let Some(catalogue) = model.catalogue.clone() else {
        return;
    };
    for screen in &mut model.screens {
        if let Screen::Evidence { account, selected } = screen {
            let pieces = catalogue.directory.account(*account).evidence.len();
            *selected = (*selected).min(pieces.saturating_sub(1));
        }
    }
    let last = count(model).saturating_sub(1);
    if let Some(sheet) = &mut model.observe.sheet {
        sheet.selected = sheet.selected.min(last);
    }
}
