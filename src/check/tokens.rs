//! What leads somewhere in an input: addresses, names of accounts, telephone numbers, mail addresses;
//! where there is none, the words themselves.
//!
//! The grammar, in the order in which it is applied:
//!
//! | step | what becomes of the input |
//! | --- | --- |
//! | [`coloured`] | colours of a terminal around words are gone |
//! | [`mime`] | bodies of mails are decoded |
//! | [`entity`] | references of HTML such as `&amp;` are undone, once |
//! | [`encoded_word`] | words in the heads of mails are decoded |
//! | [`quoted`] | quotations are without their signs |
//! | [`defanged`] | addresses that were made harmless (`evil[.]nl`) are what they stand for |
//! | [`dotted`] | hosts with other signs for their points, or with blanks between their letters, are plain |
//! | [`mended`] | those that were damaged (`htps://`, `evil .nl`) are what they were meant to be |
//! | [`keyboard`] | signs of telephone numbers are those of a keyboard |
//! | [`numeral`] | and those that are parted by odd signs, or written in words, are plain |
//! | [`schemes`] | addresses of telephones and of mail are what programs read in them |
//! | [`split`] | it is cut into parts: addresses, signed names, plain words |
//! | [`number`] | telephone numbers are put together from their groups |
//! | [`mod@dialled`] | they are taken with what changes whom one reaches |
//! | [`short_number`] | so are short ones that are listed, where a text says to call them |
//! | [`bank_account`] | numbers of bank accounts are no numbers to dial |
//! | [`payment`] | nor are wallets, and accounts behind a label |
//! | [`mod@reference`] | nor are those of cases, behind a label that says so |
//! | [`route`] | mailboxes are taken with the route before them |
//! | [`shape`] | plain words that are written as only names are become names |
//! | [`markup`] | links are told by what they show and by where they lead |
//! | [`lines`] | addresses that a line ended in are put together |
//! | [`sender`] | mailboxes are told by the name that a mail shows for them |
//!
//! Nothing that leads somewhere is passed over: what can't be read as one thing is read as several.

mod bank_account;
mod base64;
mod coloured;
mod defanged;
mod dialled;
mod dotted;
mod entity;
mod held;
mod inner;
mod keyboard;
mod lines;
mod markup;
mod mended;
mod mime;
mod number;
mod numeral;
mod payment;
mod quoted;
mod recipients;
mod reference;
mod room;
mod route;
mod schemes;
mod sender;
mod shape;
mod short_number;
mod split;

use std::borrow::Cow;
use std::ops::Range;

use super::platform_mentions::names_platform;
use crate::compact_sort::CompactSort;
use crate::directory::Directory;
pub(super) use bank_account::is_abroad;
use dialled::{Dialled, dialled};
pub(crate) use held::hosts_held;
pub(super) use inner::inner_addresses;
use markup::Link;
pub(super) use markup::as_prose;
pub(super) use mime::has_unread_body;
pub(crate) use room::condensed;
use room::cut;
pub(crate) use route::is_routed;
pub(super) use sender::Sender;
use sender::{encoded_word, senders};
use shape::{NameShape, is_ending, is_written_as_name};
use split::{Part, PartKind, parts};

/// One thing in an input that can be judged, as it stands there.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Token {
    pub(super) text: String,
    pub(super) kind: TokenKind,
    /// Where it begins in [`Tokens::text`], in bytes.
    pub(super) start: usize,
    /// The position of the token that a link shows for this one, which is its target.
    pub(super) shown_as: Option<usize>,
    /// Whether it is the target of a link that leads on from the page that it stands on, wherever that is.
    pub(super) is_relative: bool,
    /// The sender of a mail whose mailbox this is, with the name that is shown for it.
    pub(super) sender: Option<Sender>,
    /// Whether it stands where programs read the mailbox that a mail is written to: behind `mailto:`.
    pub(super) is_written_to: bool,
    pub(super) origin: Origin,
}

impl Token {
    pub(super) fn new(text: String, kind: TokenKind, start: usize) -> Self {
        let (shown_as, sender, origin) = (None, None, Origin::Itself);
        let (is_relative, is_written_to) = (false, false);
        Self { text, kind, start, shown_as, is_relative, sender, is_written_to, origin }
    }
}

/// How a token came to be one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Origin {
    /// It stands in the text for itself.
    Itself,
    /// It stands in the address that begins at this place, as far as a browser goes by its signs.
    Within(usize),
    /// It is an address that a line ended in, put together: with the end of its host, or of its path.
    Joined(Break),
}

/// Where the end of a line broke an address.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Break {
    /// In its host, so that what stands before it leads nowhere.
    Host,
    /// In its path, so that what stands before it leads somewhere else.
    Path,
}

/// What a token is read as.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(super) enum TokenKind {
    /// An address of the web or of an app.
    Address,
    /// A name of an account, with or without its sign.
    Handle,
    /// The number of a bank account.
    BankAccount,
    /// Several words, none of which is one of the others.
    Words,
}

/// The tokens of an input.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Tokens {
    /// The input as it was read.
    pub(super) text: String,
    /// In their order; at least one.
    pub(super) all: Vec<Token>,
}

/// The most things that are judged in one input.
pub const MAX_TOKENS: usize = 20;

/// The most of an input that is read, in bytes: more than any message that a person pastes.
pub const LONGEST_INPUT: usize = 16 << 10;

/// The tokens of an input.
///
/// `is_name` says whether a word that may be a name or a brand (`MinPres`, `WhatsApp`) is or resembles
/// the name of a listed account.
pub(super) fn tokens(directory: &Directory, input: &str, is_name: impl Fn(&str) -> bool) -> Tokens {
    let text = coloured::plain(cut(input));
    let text = mime::decoded(text.trim());
    let text = entity::decoded(&text);
    let text = encoded_word::in_text(&text);
    let text = quoted::unquoted(&text);
    let text = defanged::undone(&text);
    let text = mended::mended(dotted::pointed(text));
    let text = schemes::read(numeral::written(keyboard::typed(&text))).into_owned();
    let alone = !text.contains(char::is_whitespace);
    let parts = parts(directory, &text, alone);
    let mut found = leading_somewhere(directory, &text, &parts, &is_name);
    add_targets(&text, &mut found);
    add_senders(&text, &mut found);
    add_joined(directory, &text, &mut found);
    let is_reference = |it: &Token| {
        it.kind != TokenKind::BankAccount && reference::is_reference(&text, it.start, &it.text)
    };
    found.retain(|it| !is_reference(it));
    let is_to_reader = recipients::all(&text);
    // Only mailboxes: an account, a number or a link there is told to somebody.
    let is_recipient = |it: &Token| {
        let is_mailbox = it.text.find('@').is_some_and(|at| at > 0) && !it.text.contains('/');
        is_mailbox && it.kind != TokenKind::BankAccount && is_to_reader(it.start)
    };
    if !found.iter().all(is_recipient) {
        found.retain(|it| !is_recipient(it));
    }
    // `Consument-&-Markt` can be a name; without one of that name, signs stand between several.
    let is_amount = is_amount(&text);
    if found.is_empty() && alone && !is_amount && (parts.len() < 2 || !is_name(&text)) {
        found = parts.iter().map(|part| token(part, TokenKind::Handle)).collect();
    }
    if found.is_empty() {
        let kind = if alone && !is_amount { TokenKind::Handle } else { TokenKind::Words };
        found.push(Token::new(text.clone(), kind, 0));
    }
    Tokens { text, all: found }
}

/// Whether a text is a sum of money: digits that nobody dials.
pub(super) fn is_amount(text: &str) -> bool {
    dialled::is_amount(text)
}

fn token(part: &Part<'_>, kind: TokenKind) -> Token {
    // The wide form of the sign is the sign.
    let text = match part.text.strip_prefix(['＠', '﹫']) {
        Some(name) => format!("@{name}"),
        None => part.text.to_owned(),
    };
    let origin = part.within.map_or(Origin::Itself, Origin::Within);
    Token { origin, ..Token::new(text, kind, part.start) }
}

/// The parts that lead somewhere, and the telephone numbers between them.
fn leading_somewhere(
    directory: &Directory,
    text: &str,
    parts: &[Part<'_>],
    is_name: impl Fn(&str) -> bool,
) -> Vec<Token> {
    let mut found: Vec<Token> = Vec::new();
    let tags = markup::tags(text);
    let numbers = dialled(text);
    let is_dialled = |part: &Part<'_>| {
        let end = part.start + part.text.len();
        // `088.123.65.55 ext 5`: figures are the address of a host, too.
        let is_within = |it: &Dialled| it.number.start <= part.start && end < it.number.end;
        let is_of = |it: &Dialled| it.whole != it.number && it.whole.contains(&part.start);
        numbers.iter().any(|it| is_of(it) || part.kind != PartKind::Signed && is_within(it))
    };
    for part in parts.iter().filter(|part| !is_dialled(part)) {
        let kind = match part.kind {
            PartKind::Address => TokenKind::Address,
            PartKind::Signed => TokenKind::Handle,
            PartKind::Plain if tags.iter().any(|tag| tag.contains(&part.start)) => continue,
            PartKind::Plain if is_behind_ending(text, part.start) => continue,
            PartKind::Plain => match is_written_as_name(part.text) {
                NameShape::Name => TokenKind::Handle,
                NameShape::Odd if is_name(part.text) => TokenKind::Handle,
                _ if is_labelled(directory, text, part) => TokenKind::Handle,
                NameShape::Odd | NameShape::Word => continue,
            },
        };
        let start = route::begin(text, part.start);
        match text.get(start..part.start + part.text.len()) {
            Some(whole) if start < part.start && part.kind == PartKind::Signed => {
                found.push(Token::new(whole.to_owned(), kind, start));
            }
            _ => found.push(token(part, kind)),
        }
    }
    let taken: Vec<Range<usize>> =
        found.iter().map(|it| it.start..it.start + it.text.len()).collect();
    let mut short = short_number::all(directory, text);
    short.retain(|it| !numbers.iter().any(|other| other.whole.contains(&it.start)));
    for range in numbers.iter().map(|it| it.as_judged(text)).chain(short) {
        let is_free = taken.iter().all(|it| it.end <= range.start || range.end <= it.start);
        if let Some(number) = text.get(range.clone()).filter(|_| is_free) {
            found.push(Token::new(plain_number(number), TokenKind::Handle, range.start));
        }
    }
    let mut accounts = bank_account::all(text);
    for other in payment::all(text) {
        if accounts.iter().all(|it| it.end <= other.start || other.end <= it.start) {
            accounts.push(other);
        }
    }
    let is_within =
        |it: &Token| accounts.iter().any(|range| range.start <= it.start && it.start < range.end);
    found.retain(|it| !is_within(it));
    for range in accounts {
        let number = text.get(range.clone()).unwrap_or_default().to_owned();
        found.push(Token::new(number, TokenKind::BankAccount, range.start));
    }
    found.compact_sort_by_key(|it| it.start);
    found
}

/// Whether what stands at a place is the path of an address whose host nobody can read: `com/POL_Ede`.
fn is_behind_ending(text: &str, start: usize) -> bool {
    let before = text.get(..start).unwrap_or_default();
    let Some(before) = before.strip_suffix(['/', '\\']) else {
        return false;
    };
    let word = before.rsplit(|c: char| !c.is_alphanumeric()).next().unwrap_or_default();
    word.len() > 1 && is_ending(word)
}

/// A telephone number with the signs that a keyboard has.
fn plain_number(number: &str) -> String {
    let plain = |c: char| match c {
        '‐' | '‑' | '‒' | '–' | '—' | '―' | '−' | '•' | '·' => '-',
        c if c.is_whitespace() => ' ',
        c => c,
    };
    number.chars().map(plain).collect()
}

/// What is put before the name of an account, besides the platform that it is on.
const LABELS: &[&str] = &["account", "gebruikersnaam", "handle", "kanaal", "profiel", "username"];

/// What joins one channel to the next.
const CONJUNCTIONS: &[&str] = &["en", "of", "and", "or", "&", "+", "-", "/"];

/// Whether a word stands alone behind a label: `Insta: politieede`. With more words behind it, it is the
/// beginning of what something is called.
fn is_labelled(directory: &Directory, text: &str, part: &Part<'_>) -> bool {
    let before = text.get(..part.start).unwrap_or_default().trim_end_matches(' ');
    let Some(before) = before.strip_suffix(':') else {
        return false;
    };
    let label = before.rsplit(|c: char| !c.is_alphanumeric()).next().unwrap_or_default();
    let is_label = LABELS.iter().any(|own| label.eq_ignore_ascii_case(own))
        || names_platform(directory, label);
    let behind = text.get(part.start + part.text.len()..).unwrap_or_default();
    let behind = behind.trim_start_matches(' ');
    let is_alone =
        behind.is_empty() || behind.starts_with(['\n', '\r', ',', ';', '.', ')', '|', '#']);
    let next = behind.split_whitespace().next().unwrap_or_default().to_lowercase();
    let goes_on =
        CONJUNCTIONS.contains(&next.as_str()) || next.starts_with("http") || next.starts_with('@');
    is_label && (is_alone || goes_on) && part.text.len() > 2
}

/// Joins the targets of links with what is shown for them. A target that begins as no address does is
/// judged too, as a whole: it leads somewhere, and not to what stands inside it.
fn add_targets(text: &str, found: &mut Vec<Token>) {
    for Link { shown, target, is_sure, is_of_page } in markup::links(text) {
        let within = |range: &Range<usize>, found: &[Token]| {
            found.iter().position(|it| range.contains(&it.start))
        };
        let whole = text.get(target.clone()).unwrap_or_default();
        let shown_at = within(&shown, found);
        if whole.is_empty() || (shown_at.is_none() && !is_sure) {
            continue;
        }
        let at = within(&target, found).filter(|&at| {
            let start = found.get(at).map_or(0, |it| it.start);
            let before = text.get(target.start..start).unwrap_or_default().to_lowercase();
            BEFORE_TARGETS.contains(&before.as_str())
        });
        // Without a scheme it leads on from where it stands.
        let is_relative = is_of_page && !whole.contains(':') && !whole.starts_with("//");
        let at = at.unwrap_or_else(|| {
            let it = Token::new(whole.to_owned(), TokenKind::Address, target.start);
            found.push(Token { is_relative: true, ..it });
            found.len() - 1
        });
        if let Some(it) = found.get_mut(at) {
            it.is_relative |= is_relative;
            it.shown_as = shown_at.or(it.shown_as);
        }
    }
}

/// Joins mailboxes with the names that are shown for them; one of these may be an address itself.
fn add_senders(text: &str, found: &mut [Token]) {
    for token in &mut *found {
        token.is_written_to = schemes::is_behind_mailto(text, token.start);
    }
    for sender in senders(text) {
        let shown = found.iter().position(|it| sender.shown.contains(&it.start));
        let at = found.iter_mut().find(|it| it.start == sender.mailbox.start);
        if let Some(token) = at {
            token.shown_as = token.shown_as.or(shown);
            token.sender = Some(sender);
        }
    }
}

/// Adds the addresses that a line ended in, as a whole.
fn add_joined(directory: &Directory, text: &str, found: &mut Vec<Token>) {
    for broken in lines::broken(text) {
        let all = parts(directory, &broken.whole, true);
        if let Some(part) = all.first().filter(|it| it.start == 0 && it.kind == PartKind::Address) {
            let it = Token::new(part.text.to_owned(), TokenKind::Address, broken.start);
            found.push(Token { origin: Origin::Joined(broken.at), ..it });
        }
    }
}

/// What may stand before the address in the target of a link.
const BEFORE_TARGETS: &[&str] = &["", "mailto:", "tel:", "sms:", "//", "<", "\"", "'"];

/// The text with blanks in the place of its tags, so that all else keeps its place.
pub(super) fn without_tags(text: &str) -> Cow<'_, str> {
    if !text.contains('<') {
        return Cow::Borrowed(text);
    }
    let mut out = text.to_owned();
    for tag in markup::all_tags(text) {
        out.replace_range(tag.clone(), &" ".repeat(tag.len()));
    }
    Cow::Owned(out)
}

#[cfg(test)]
mod tests;
