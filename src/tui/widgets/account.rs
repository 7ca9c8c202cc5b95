//! How an account and its facts are written.

use ratatui::style::Style;

use crate::directory::{
    Account, AccountIndex, Basis, Directory, OrganisationIndex, OwnObservation, Trust,
};
use crate::messages::{evidence, labels};
use crate::text::sanitise::escaped;
use crate::tui::model::Model;
use crate::tui::theme::Theme;
use crate::words::Words;

/// A handle as people write it: `@POL_Ede`, `politie` on Facebook, else the address in short.
pub fn handle(directory: &Directory, account: &Account) -> String {
    if account.handle.is_none() && account.platform_id.is_none() {
        return short(&account.url);
    }
    account.written(directory.platform(account.platform))
}

/// What an account is called where a citizen reads it: its handle, else the name shown on it, else that it is a
/// page there. A number that only the platform uses tells nobody whose it is.
pub fn named(words: &Words, directory: &Directory, account: &Account) -> String {
    if account.handle.is_some() || account.platform_id.is_none() {
        return handle(directory, account);
    }
    match &account.display_name {
        Some(name) => format!("“{name}”"),
        None => words.account_page.to_owned(),
    }
}

/// An address without what every address has.
pub fn short(url: &str) -> String {
    let rest = url.strip_prefix("https://").unwrap_or(url);
    let rest = rest.strip_prefix("www.").unwrap_or(rest);
    rest.strip_suffix('/').unwrap_or(rest).to_owned()
}

/// The host of an address, without `www.`.
pub fn host(url: &str) -> String {
    short(url).split('/').next().unwrap_or_default().to_owned()
}

/// The short mark of a platform in the list.
pub fn mark(platform: &str) -> String {
    let known = match platform {
        "x" => "X",
        "facebook" => "fb",
        "instagram" => "ig",
        "threads" => "th",
        "whatsapp" => "wa",
        "youtube" => "yt",
        "linkedin" => "li",
        "mastodon" => "ma",
        "peertube" => "pt",
        "bluesky" => "bs",
        "telegram" => "tg",
        "snapchat" => "sc",
        "tiktok" => "tt",
        other => return other.chars().take(3).collect(),
    };
    known.to_owned()
}

/// A platform that has a letter of its own in the list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LetteredPlatform {
    /// Its id.
    pub id: &'static str,
    /// The letter.
    pub letter: &'static str,
    /// Its name.
    pub name: String,
}

/// The letters of the platforms that governments speak on most, in the order of the list.
pub const LETTERS: [(&str, &str); 7] = [
    ("x", "X"),
    ("facebook", "f"),
    ("instagram", "i"),
    ("linkedin", "l"),
    ("youtube", "y"),
    ("mastodon", "m"),
    ("bluesky", "b"),
];

/// What stands for all other platforms.
pub const OTHERS: &str = "+";

/// The platforms of a directory that have a letter.
pub fn lettered(directory: &Directory) -> Vec<LetteredPlatform> {
    let known = LETTERS.into_iter().filter_map(|(id, letter)| {
        let platform = directory.platform(directory.platforms.by_id(id)?);
        Some(LetteredPlatform { id, letter, name: platform.name().to_owned() })
    });
    known.collect()
}

/// What the letters of these platforms mean, and at the end the one for all others.
pub fn letters_told(words: &Words, platforms: &[LetteredPlatform]) -> Vec<String> {
    let told = platforms.iter().map(|it| match it.name.as_str() {
        name if name == it.letter => escaped(name),
        name => format!("{} {}", it.letter, escaped(name)),
    });
    let others = format!("{OTHERS} {}", words.other_platforms);
    told.chain([others]).collect()
}

/// The letter of a platform, where it has one of these.
pub fn letter_of(platforms: &[LetteredPlatform], id: &str) -> Option<&'static str> {
    platforms.iter().find(|platform| platform.id == id).map(|platform| platform.letter)
}

/// The letter of each platform that is among these, and at the end one for all that have none.
pub fn letters(platforms: &[LetteredPlatform], ids: &[&str]) -> Vec<Option<&'static str>> {
    let is_other = |id: &&str| platforms.iter().all(|platform| platform.id != *id);
    let others = ids.iter().any(is_other).then_some(OTHERS);
    let letter =
        |platform: &LetteredPlatform| ids.contains(&platform.id).then_some(platform.letter);
    platforms.iter().map(letter).chain([others]).collect()
}

/// The badge as it was observed: which, how it is come by, when; or that nobody looked.
fn badge(model: &Model, directory: &Directory, index: AccountIndex) -> String {
    let (words, account) = (model.words, directory.account(index));
    let own = directory.own_observation(index).is_some_and(OwnObservation::shows_badge);
    let text = observed_badge(words, directory, account);
    if own { format!("{text} ({})", words.own) } else { text }
}

fn observed_badge(words: &Words, directory: &Directory, account: &Account) -> String {
    let Some(observation) = &account.badge else {
        return words.badge_unknown.to_owned();
    };
    let seen = observation.seen.to_string();
    let kind = observation.kind.and_then(|kind| directory.badges.get(kind.position()));
    match kind {
        Some(kind) => {
            let gained = labels::gained(words, kind.gained);
            words.badge_seen(kind.name.as_str(), &seen, gained)
        }
        None => words.badge_none(&seen),
    }
}

/// What has become of the account; where the reader saw that themselves, when.
fn status(model: &Model, directory: &Directory, index: AccountIndex) -> String {
    let words = model.words;
    let word = labels::status(words, directory.account(index).status);
    let own = directory.own_observation(index).filter(|own| own.shows_status());
    let Some(own) = own.and_then(|own| own.status.as_ref()) else {
        return word.to_owned();
    };
    format!("{} ({})", words.status_seen(&own.seen.to_string(), word), words.own)
}

/// What is known of an account besides handle and trust, one piece after another.
pub fn facts(
    model: &Model,
    theme: &Theme,
    directory: &Directory,
    index: AccountIndex,
    shown_under: OrganisationIndex,
) -> Vec<(String, Style)> {
    let (words, account) = (model.words, directory.account(index));
    let name = |index: OrganisationIndex| directory.organisation(index).name.clone();
    let mut facts = Vec::new();
    let trust = account.trust(model.today);
    if trust == Trust::Aged && Basis::of(&account.evidence) != Basis::Official {
        facts.push((words.account_agreed.to_owned(), theme.base));
    }
    if model.last_edition.is_new(directory, account) {
        let since = model.last_edition.since().map(|it| it.edition.to_string());
        facts.extend(since.map(|day| (words.since_new(&day), theme.accent)));
    }
    let status = status(model, directory, index);
    if account.status.is_retired() {
        facts.push((status.clone(), theme.bad));
    }
    if let Some(successor) = &account.successor {
        facts.push((words.account_moved(&short(successor)), theme.bad));
    }
    facts.extend(evidence::withdrawn(words, account).map(|told| (told, theme.bad)));
    facts.extend(labels::purposes(words, account).map(|purpose| (purpose, theme.base)));
    let platform = directory.platform(account.platform);
    facts.extend(account.former_handles.iter().map(|former| {
        let written = platform.written(&former.handle);
        (words.account_formerly(&written), theme.muted)
    }));
    if account.organisation != shown_under {
        let owner = words.account_of(&name(account.organisation));
        facts.push((owner, theme.base));
    }
    let others: Vec<String> =
        account.shared_with.iter().filter(|o| **o != shown_under).map(|o| name(*o)).collect();
    if !others.is_empty() {
        facts.push((words.account_shared(&others.join(", ")), theme.base));
    }
    // Where it stands in the place of a handle, it is not said twice.
    let is_named = account.handle.is_some() || account.platform_id.is_none();
    let display_name = account.display_name.as_ref().filter(|_| is_named);
    facts.extend(display_name.map(|name| (format!("“{name}”"), theme.muted)));
    facts.push((badge(model, directory, index), theme.muted));
    if !account.status.is_retired() {
        facts.push((status, theme.muted));
    }
    let since = account.since.map(|day| words.account_since(&day.to_string()));
    facts.extend(since.map(|since| (since, theme.muted)));
    facts.extend(account.note.clone().map(|note| (note, theme.muted)));
    facts
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_are_shown_without_what_every_address_has() {
        assert_eq!(short("https://www.zwolle.nl/"), "zwolle.nl");
        assert_eq!(short("https://x.com/POL_Ede"), "x.com/POL_Ede");
        assert_eq!(short("http://example.org"), "http://example.org");
    }

    #[test]
    fn platforms_have_short_marks() {
        assert_eq!(mark("x"), "X");
        assert_eq!(mark("rss"), "rss");
        assert_eq!(mark("hyves"), "hyv");
    }
}
