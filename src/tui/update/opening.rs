//! What opening, copying and looking up the source do.

use std::borrow::Cow;

use crate::channel::Channel;
use crate::directory::{Basis, Directory, Trust};
use crate::messages::labels;
use crate::pick::Pick;
use crate::platform::LoginNeeded;
use crate::text::sanitise::escaped;
use crate::tui::favourites::update as favourites;
use crate::tui::keys::{Action, shown_key};
use crate::tui::message::Effect;
use crate::tui::model::{Model, Screen, Tone};
use crate::tui::picking;
use crate::tui::screens::check::update as check;
use crate::tui::update::{enter, say};
use crate::tui::widgets::account::{named, short};

/// Enter: from the list the preferred channel, if the reader can see which; else the selected one.
pub(in crate::tui) fn activate(model: &mut Model) -> Option<Effect> {
    let is_marked = model.picking.as_ref().is_some_and(|it| !it.marked.is_empty());
    let picks_hit = model.picking.as_ref().is_some_and(|it| it.of_organisations);
    if is_marked || picks_hit && model.screen().is_none() && model.hit().is_some() {
        return picking::pick(model);
    }
    if model.screen().is_none() && model.banner_has_enter() {
        check::show(model);
        return None;
    }
    let is_unseen = !model.layout().shows_panel() || model.lacks_asked_platform();
    if model.screen().is_none() && !model.browse.inside && is_unseen {
        enter(model);
        return None;
    }
    open_current(model)
}

/// Opens the channel that keys act on; at the second press where there is a reason to look first.
pub(in crate::tui) fn open_current(model: &mut Model) -> Option<Effect> {
    if model.picking.is_some() {
        return picking::pick(model);
    }
    let Some(channel) = model.current() else {
        if model.is_auditing() {
            say(model, Tone::Note, model.words.no_account.to_owned());
        }
        return None;
    };
    let Some(address) = model.directory().and_then(|d| channel.url(d)).map(Cow::into_owned) else {
        let text =
            if model.is_auditing() { model.words.no_account.to_owned() } else { phone_only(model) };
        say(model, Tone::Note, text);
        return None;
    };
    let reason = reason_to_look(model, channel);
    if !is_confirmed(model, reason, &address) {
        return None;
    }
    let owner = model.directory().and_then(|it| it.organisation_of(channel.owner(it)));
    favourites::visit(model, owner);
    open(model, address)
}

/// Whether nothing speaks against something, or the reader was told what does and presses again.
fn is_confirmed(model: &mut Model, reason: Option<String>, what: &str) -> bool {
    if let Some(reason) = reason
        && model.confirming.as_deref() != Some(what)
    {
        let text = model.words.status_confirm(&reason);
        say(model, Tone::Warning, text);
        model.confirming = Some(what.to_owned());
        return false;
    }
    model.confirming = None;
    true
}

/// Whether something can be picked as it is: at the second press where there is a reason to look first.
pub(in crate::tui) fn is_sure(model: &mut Model, pick: Pick) -> bool {
    let reason = match pick {
        Pick::Channel(_, channel) => reason_to_look(model, channel),
        Pick::Organisation(_) => reason_of_guess(model),
    };
    let key = model.directory().map(|it| format!("{} {:?}", pick.name(it), pick.address(it)));
    is_confirmed(model, reason, &key.unwrap_or_default())
}

/// Why an account should be looked at before it is opened, if there is a reason.
fn reason_to_look(model: &Model, channel: Channel) -> Option<String> {
    if let Some(reason) = reason_of_guess(model) {
        return Some(reason);
    }
    let directory = model.directory()?;
    let Channel::Account(index) = channel else {
        return reason_of_site(model, directory, channel);
    };
    let account = directory.account(index);
    let words = model.words;
    let name = escaped(&named(words, directory, account));
    if account.status.is_retired() {
        let status = labels::status(words, account.status);
        return Some(format!("{name}: {status}"));
    }
    let login = directory.platform(account.platform).rules.reading.login;
    let is_walled = matches!(login, LoginNeeded::Yes | LoginNeeded::Partly);
    if model.settings.ask_before_walled && is_walled {
        return Some(format!("{name}: {}", labels::login(words, login)));
    }
    if let Some(ended) = directory.organisation(account.organisation).ended {
        let ended = words.panel_ended(&ended.to_string());
        return Some(format!("{name}: {ended}"));
    }
    let is_withdrawn = Basis::of(&account.evidence) == Basis::Withdrawn;
    let warning = if is_withdrawn { words.basis_withdrawn } else { words.status_reported_only };
    (account.trust(model.today) == Trust::Reported).then(|| format!("{name}: {warning}"))
}

/// That the selected hit is a guess, where it is one.
fn reason_of_guess(model: &Model) -> Option<String> {
    let hit = model.hit().filter(|hit| hit.guess && model.screen().is_none())?;
    let name = escaped(&model.directory()?.organisation(hit.organisation).name);
    Some(model.words.status_guess(&name))
}

/// The same of a site: it is for tests, its organisation has ended, so that it may be anybody's now, or only
/// others say whose it is.
fn reason_of_site(model: &Model, directory: &Directory, channel: Channel) -> Option<String> {
    if !matches!(channel, Channel::Site(..) | Channel::Website(_)) {
        return None;
    }
    let words = model.words;
    let name = escaped(&short(&channel.url(directory)?));
    if channel.site(directory).is_some_and(|site| site.is_test) {
        return Some(format!("{name}: {}", words.site_test));
    }
    let owner = directory.organisation_of(channel.owner(directory));
    if let Some(ended) = owner.and_then(|it| directory.organisation(it).ended) {
        return Some(format!("{name}: {}", words.panel_ended(&ended.to_string())));
    }
    let evidence = channel.evidence(directory);
    let is_reported = !evidence.is_empty() && Trust::of(evidence, model.today) == Trust::Reported;
    is_reported.then(|| format!("{name}: {}", words.status_reported_only))
}

/// Opens an address, if that is one with `https`.
pub(in crate::tui) fn open(model: &mut Model, address: String) -> Option<Effect> {
    if !address.starts_with("https://") {
        say(model, Tone::Error, model.words.status_https_only.to_owned());
        return None;
    }
    let text = model.words.status_handing_over(&escaped(&address));
    say(model, Tone::Note, text);
    Some(Effect::Open(address))
}

/// Copies the address, or the phone number, of what the reader looks at.
pub(in crate::tui) fn copy(model: &mut Model) -> Option<Effect> {
    let directory = model.directory()?;
    let text = match model.screen() {
        Some(Screen::Evidence { account, selected }) => {
            directory.account(*account).evidence.get(*selected).map(|e| e.url.clone())
        }
        Some(Screen::QrCode { address }) => Some(address.clone()),
        Some(Screen::Review) => model.review.page().map(str::to_owned),
        _ => model.current().and_then(|channel| text_of(directory, channel)),
    }?;
    say(model, Tone::Note, model.words.status_copied(&escaped(&text)));
    Some(Effect::Copy(text))
}

/// What is worth copying of a channel: its address, or its number.
fn text_of(directory: &Directory, channel: Channel) -> Option<String> {
    let number = channel.number(directory).map(ToOwned::to_owned);
    number.or_else(|| channel.url(directory).map(Cow::into_owned))
}

/// Opens the page that the evidence rests on: of the selected piece, or else the strongest.
pub(in crate::tui) fn source(model: &mut Model) -> Option<Effect> {
    if let Some(Screen::Rule { rule, .. }) = &model.screen() {
        let address = rule.source().to_owned();
        return open(model, address);
    }
    let (account, piece) = match model.screen() {
        Some(Screen::Evidence { account, selected }) => (Some(*account), *selected),
        Some(Screen::Reach(_)) => (None, 0),
        _ => (model.account(), 0),
    };
    let of_account = account.zip(model.directory()).and_then(|(account, directory)| {
        directory.account(account).evidence.get(piece).map(|evidence| evidence.url.clone())
    });
    let of_site = || model.site_evidence().first().map(|evidence| evidence.url.clone());
    let address = of_account.or_else(of_site);
    if address.is_none() {
        say(model, Tone::Note, model.words.status_no_evidence.to_owned());
    }
    open(model, address?)
}

/// No browser could be started: the address is still there to be copied or scanned.
pub(in crate::tui) fn failed(model: &mut Model, address: &str, why: &str) {
    let (copy, qr) = keys(model);
    let text = model.words.status_open_failed(&escaped(address), &copy, &qr, &escaped(why));
    say(model, Tone::Error, text);
}

/// There is no screen for a browser here: the address can be copied or scanned.
pub(in crate::tui) fn no_display(model: &mut Model, address: &str) {
    let (copy, qr) = keys(model);
    let text = model.words.status_no_display(&escaped(address), &copy, &qr);
    say(model, Tone::Warning, text);
}

/// What is said where a telephone number has no address to open or to scan.
pub(in crate::tui) fn phone_only(model: &Model) -> String {
    let (copy, _) = keys(model);
    model.words.status_phone(&copy)
}

/// The keys that copy an address and that show it as a QR code.
fn keys(model: &Model) -> (String, String) {
    let focus = model.focus();
    let glyphs = crate::tui::theme::Theme::mono(true).glyphs;
    let key = |action| shown_key(model.keymap, action, focus, glyphs).unwrap_or_default();
    (key(Action::Copy), key(Action::QrCode))
}
