//! Statements for Wikidata, in the form of its tool for many of them:
//! <https://www.wikidata.org/wiki/Help:QuickStatements>.

use officieel_directory::date::Date;
use officieel_directory::directory::{
    Account, AccountIndex, Directory, Evidence, Method, Organisation,
};

/// The property of each platform for the name of an account: <https://www.wikidata.org/wiki/Wikidata:List_of_properties>.
const BY_HANDLE: [(&str, &str); 11] = [
    ("x", "P2002"),
    ("facebook", "P2013"),
    ("instagram", "P2003"),
    ("youtube", "P11245"),
    ("linkedin", "P4264"),
    ("mastodon", "P4033"),
    ("bluesky", "P12361"),
    ("threads", "P11892"),
    ("tiktok", "P7085"),
    ("telegram", "P3789"),
    ("snapchat", "P2984"),
];

/// A channel by its id, which stays where handles change.
const YOUTUBE_CHANNEL: &str = "P2397";

pub(super) fn of(
    directory: &Directory,
    organisation: &Organisation,
    accounts: &[AccountIndex],
) -> Vec<String> {
    let Some(item) = organisation.wikidata.as_deref().and_then(item) else {
        return Vec::new();
    };
    let mut lines = Vec::new();
    for &index in accounts {
        let account = directory.account(index);
        let Some(Evidence { url, seen, .. }) = cited(account) else { continue };
        for (property, value) in statements(directory, account) {
            let seen = time(*seen);
            lines.push(format!("{item}|{property}|\"{value}\"|S854|\"{url}\"|S813|{seen}"));
        }
    }
    lines
}

/// The evidence that a statement rests on: what the organisation itself says goes before what others say, and the newest
/// before the older. Wikidata is no source for itself.
fn cited(account: &Account) -> Option<&Evidence> {
    let is_sound = |it: &&Evidence| {
        it.is_claim() && it.method != Method::Wikidata && !it.url.contains(['"', '|', '\t', '\n'])
    };
    let others = |it: &Evidence| (it.method > Method::OfficialSite).then_some(it.method);
    let sound = account.evidence.iter().filter(is_sound);
    sound.min_by_key(|it| (others(it), std::cmp::Reverse(it.seen)))
}

fn statements<'a>(directory: &'a Directory, account: &'a Account) -> Vec<(&'static str, &'a str)> {
    let platform = directory.platform(account.platform).id();
    let property = BY_HANDLE.iter().find(|(id, _)| *id == platform).map(|(_, property)| *property);
    let handle =
        property.zip(account.handle.as_ref()).map(|(property, name)| (property, name.text()));
    let id = account.platform_id.as_ref().filter(|_| platform == "youtube");
    let id = id.map(|id| (YOUTUBE_CHANNEL, id.text()));
    // A line is cut at these, and has no way to write them.
    let is_sound = |(_, value): &(&str, &str)| !value.contains(['"', '|', '\t', '\n']);
    id.into_iter().chain(handle).filter(is_sound).collect()
}

/// The number of an item, which stands by itself or at the end of its address.
fn item(text: &str) -> Option<&str> {
    let item = text.rsplit('/').next()?;
    let is_item = item.strip_prefix('Q').is_some_and(|number| {
        !number.is_empty() && number.bytes().all(|byte| byte.is_ascii_digit())
    });
    is_item.then_some(item)
}

/// A day, month or year, with how exact it is.
fn time(date: Date) -> String {
    let (text, precision) = match (date.to_string(), date.month()) {
        (text, None) => (format!("{text}-00-00"), 9),
        (text, Some(_)) if text.len() == 7 => (format!("{text}-00"), 10),
        (text, Some(_)) => (text, 11),
    };
    format!("+{text}T00:00:00Z/{precision}")
}
