//! Checking: whether what the query names is the real one.

use std::ops::ControlFlow;

use crate::channel::Channel;
use crate::check::{Answer, Instead, Message, Verdict};
use crate::directory::{Date, Directory};
use crate::filter::Filter;
use crate::search::{Field, Hit, names_an_account};
use crate::text::fold::fold;
use crate::text::sanitise::escaped;
use crate::tui::job::{Job, JobKind};
use crate::tui::keys::{Action, Focus};
use crate::tui::message::Effect;
use crate::tui::model::{Banner, Model, Screen, Tone, is_listed};
use crate::tui::screens::check::state::{Asked, Page, is_asking};
use crate::tui::update::{ask, say, scroll};
use crate::tui::widgets::editor::Editor;

/// In a directory of no more organisations than this, a verdict takes less than a frame.
pub(in crate::tui) const AT_ONCE: usize = 10_000;

/// Looks at another query: what names an account is checked at once, and so is what was pasted, for
/// there may be an account named in it.
pub(in crate::tui) fn begin(model: &mut Model) {
    model.browse.check.forget();
    model.jobs.cancel(JobKind::Check);
    let Some(catalogue) = &model.catalogue else {
        return;
    };
    let query = model.browse.query.text();
    // What is typed as a condition of a filter names nothing; a message is judged whole, whatever stands in it.
    // What holds nothing else names nothing either.
    let words = Filter::split_typed(&query, &catalogue.directory).0.words;
    let is_typed = !model.browse.check.is_whole || words.trim().is_empty();
    let has_condition = is_typed && !Filter::places(&query, &catalogue.directory).is_empty();
    let (query, asked) = if has_condition {
        (words.clone(), words.as_str())
    } else {
        (query, model.browse.check.text())
    };
    // An `@` alone names nothing yet.
    let names_one = asked.contains(char::is_alphanumeric)
        && [query.as_str(), asked].iter().any(|q| names_an_account(&catalogue.directory, q));
    // Plain words that were pasted or stood on the command line are to be searched for.
    let has_sign = asked.contains(|c: char| !c.is_alphabetic() && !c.is_whitespace());
    let is_asked = names_one || (model.browse.check.is_whole && has_sign);
    model.browse.check.names_one = names_one;
    if is_asked {
        put(model);
    }
}

/// Puts the question: answered here, or by the thread that checks.
fn put(model: &mut Model) {
    let Some(catalogue) = model.catalogue.clone() else {
        return;
    };
    model.browse.check.asked = Asked::Verdict;
    let text = model.browse.check.text();
    if catalogue.directory.organisation_count() > AT_ONCE {
        model.jobs.queue(Job::Check { text: text.to_owned() });
        return;
    }
    let message = catalogue.checker.message(&catalogue.directory, &catalogue.index, text, None);
    let is_whole = model.browse.check.left_out == 0;
    model.browse.check.message = Some(if is_whole { message } else { message.not_whole() });
}

/// Asks again what was asked, because more is known now. Until the answer comes, the one before stands.
pub(in crate::tui) fn again(model: &mut Model) {
    let asked = model.browse.check.asked;
    if asked != Asked::Nothing {
        put(model);
        model.browse.check.asked = asked;
    }
}

/// The reader stopped typing after an edit: where that is still the newest, it is all that they mean to ask about.
/// A question that waits for an answer stays what it was, also in what Enter does.
pub(in crate::tui) fn paused(model: &mut Model, edit: u64) {
    if model.awaits_pause() == Some(edit) && model.confirming.is_none() {
        model.browse.check.is_whole = true;
        // A host without a scheme and a handle without its sign read as words as long as they are typed.
        let names_one = !model.browse.search.understood.addresses.is_empty();
        if names_one && model.browse.check.asked == Asked::Nothing {
            model.browse.check.names_one = true;
            put(model);
        }
        suggest(model);
    }
}

/// Takes in what a check came to.
pub(in crate::tui) fn answered(model: &mut Model, message: Message) {
    model.browse.check.message = Some(message);
    suggest(model);
    if model.browse.check.asked == Asked::InFull
        && matches!(model.focus(), Focus::Query | Focus::Channels)
    {
        open(model);
    }
}

/// Puts in the list what the verdict leads to, where the search met nothing: a message is no name to
/// be searched for, and a look-alike is no name that is listed.
pub(in crate::tui) fn suggest(model: &mut Model) {
    let is_told = matches!(model.banner(), Some(Banner::Verdict(_) | Banner::Message(_)));
    if !is_told || !model.browse.hits.is_empty() || model.is_searching() {
        return;
    }
    let Some(catalogue) = &model.catalogue else {
        return;
    };
    let mut hits: Vec<Hit> = Vec::new();
    for answer in model.browse.check.answers() {
        let hit = led_to(&catalogue.directory, answer, model.today);
        let is_new = |hit: &Hit| hits.iter().all(|it| it.organisation != hit.organisation);
        hits.extend(hit.filter(is_new));
    }
    model.browse.search.total = hits.len();
    model.browse.hits = hits;
    model.refresh();
}

/// The organisation and the account that a verdict leads to: a guess, unless that is listed.
fn led_to(directory: &Directory, answer: &Answer, today: Date) -> Option<Hit> {
    let listed = answer.listed();
    let channel = listed.map(Channel::Account).or_else(|| answer.channel(directory, today))?;
    let (organisation, account) = match channel {
        Channel::Account(account) => (directory.account(account).organisation, Some(account)),
        other => (directory.organisation_of(other.owner(directory))?, None),
    };
    let field = if account.is_some() { Field::Handle } else { Field::Name };
    let mut hit = Hit::direct(organisation, account, field);
    hit.guess = !is_listed(&answer.verdict);
    Some(hit)
}

/// Shows the verdict in full on what the query holds, whatever that is; where it holds nothing, asks what to check.
pub(in crate::tui) fn show(model: &mut Model) {
    if model.browse.check.text().is_empty() {
        change(model, Editor::clear);
        model.push(Screen::Check { page: 0, first: 0 });
        return;
    }
    // Whoever asks for the verdict on just this has no more to type.
    model.browse.check.is_whole = true;
    if model.browse.check.asked == Asked::Nothing {
        put(model);
    }
    if model.jobs.is_outstanding(JobKind::Check) {
        model.browse.check.asked = Asked::InFull;
    } else {
        open(model);
    }
}

fn open(model: &mut Model) {
    if is_name(model) {
        while model.pop() {}
        model.browse.inside = false;
        model.browse.check.forget();
        model.browse.check.is_whole = false;
        let asked = escaped(model.browse.check.text());
        return say(model, Tone::Note, model.words.check_name(&asked));
    }
    model.browse.check.asked = Asked::Verdict;
    suggest(model);
    let weightiest = model.browse.check.weightiest().map(Page::Answer);
    let pages = model.browse.check.pages();
    let first = pages.first().copied();
    let page = if first == Some(Page::Summary) { first } else { weightiest };
    if let Some(page) = page.and_then(|page| pages.iter().position(|it| *it == page)) {
        model.push(Screen::Check { page, first: 0 });
    }
}

/// Whether what was asked about is the name of what the search met, and of no account: who asks whether a town is
/// real is helped by who speaks for it.
fn is_name(model: &Model) -> bool {
    let check = &model.browse.check;
    let is_sign = |c: char| !c.is_alphabetic() && !matches!(c, ' ' | '-' | '\'');
    let is_unlisted = |it: &Answer| {
        let words = matches!(it.verdict, Verdict::NotAnAccount(Instead::Words(_)));
        words || matches!(it.verdict, Verdict::NotListed(_) | Verdict::LookAlike(_))
    };
    if check.text().contains(is_sign) || !check.answers().iter().all(is_unlisted) {
        return false;
    }
    let Some((hit, catalogue)) = model.browse.hits.first().zip(model.catalogue.as_deref()) else {
        return false;
    };
    let is_by_name =
        matches!(hit.field, Field::Name | Field::Abbreviation | Field::Alias | Field::Place);
    let met = catalogue.index.matched(&catalogue.directory, check.text(), hit).text;
    let [met, asked] = [met.as_str(), check.text()].map(|it| format!(" {} ", fold(it)));
    is_by_name && !hit.guess && met.contains(&asked)
}

/// Changes what is typed where it is asked what to check.
pub(in crate::tui) fn change(model: &mut Model, change: impl FnOnce(&mut Editor)) {
    let check = &mut model.browse.check;
    change(&mut check.line);
    check.asking = check.line.text();
}

/// Puts a text there, with all that is hidden in it.
pub(in crate::tui) fn insert(model: &mut Model, text: &str) {
    let check = &mut model.browse.check;
    let (before, after) = check.line.parts();
    check.asking = format!("{before}{text}{after}");
    check.line.insert(text);
}

/// Does what a key does where it is asked what to check, if that is one of its own.
fn act_on_line(model: &mut Model, action: Action) -> ControlFlow<Option<Effect>> {
    match action {
        Action::Activate if model.browse.check.asking.trim().is_empty() => {
            say(model, Tone::Note, model.words.nothing_to_check.to_owned());
        }
        Action::Activate => {
            let text = std::mem::take(&mut model.browse.check.asking);
            model.pop();
            model.browse.query.insert(&text);
            model.browse.check.came(&text);
            ask(model);
            show(model);
        }
        Action::Back if !model.browse.check.line.is_empty() => change(model, Editor::clear),
        _ => return ControlFlow::Continue(()),
    }
    ControlFlow::Break(None)
}

/// Does what a key does where a verdict is read in full, if that is one of its own.
pub(in crate::tui) fn act(model: &mut Model, action: Action) -> ControlFlow<Option<Effect>> {
    match action {
        _ if is_asking(model) => return act_on_line(model, action),
        Action::Next => turn(model, true),
        Action::Previous => turn(model, false),
        _ if action.moves() => scroll(model, action),
        _ => return ControlFlow::Continue(()),
    }
    ControlFlow::Break(None)
}

/// Goes to the next page, or back to the one before; round where there are no more.
fn turn(model: &mut Model, forward: bool) {
    let count = model.browse.check.pages().len();
    if let Some(Screen::Check { page, first }) = model.screens.last_mut()
        && count > 0
    {
        let step = if forward { 1 } else { count - 1 };
        *page = (*page + step) % count;
        *first = 0;
    }
}
