//! From an entry as it was typed to the account that it means, or why it means none.

use officieel_directory::platform::{
    AddressError, NotAnAccount, PlatformIndex, Platforms, Reference,
};
use officieel_directory::text::fold::fold;
use officieel_directory::text::sanitise::is_hostile;
use url::Url;

use super::record::AccountEntry;

/// Why an entry leads to no account.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Refusal {
    /// Neither an address nor a name stands there.
    Nothing,
    /// A space, a control or another character that no address has stands in it: two addresses, or a slip.
    Characters,
    /// It is no address.
    NotAnAddress,
    /// Its host is no platform's, such as a slip, or a site of the body itself.
    UnknownHost(String),
    /// The platform is none of the directory's.
    UnknownPlatform(String),
    /// It leads to another platform than the source says for sure.
    OtherPlatform {
        /// The platform that the source says.
        said: String,
        /// That of the address.
        found: PlatformIndex,
    },
    /// It is something else on the platform: a post, a search, the page for administrators.
    NotAnAccount(PlatformIndex, Option<NotAnAccount>),
    /// It is the account of a person.
    Person(PlatformIndex),
    /// No account of the platform can have that name.
    BadName(PlatformIndex),
    /// Only a name stands there, and nothing says on which platform.
    NoPlatform,
}

impl Refusal {
    /// The name of the reason in files for programs.
    pub fn id(&self) -> &'static str {
        match self {
            Self::Nothing => "nothing",
            Self::Characters => "characters",
            Self::NotAnAddress => "no-address",
            Self::UnknownHost(_) => "unknown-host",
            Self::UnknownPlatform(_) => "unknown-platform",
            Self::OtherPlatform { .. } => "other-platform",
            Self::NotAnAccount(..) => "no-account",
            Self::Person(_) => "person",
            Self::BadName(_) => "bad-name",
            Self::NoPlatform => "no-platform",
        }
    }

    /// Whether a slip that a person can mend may be behind it, rather than something that is no account.
    pub fn is_question(&self) -> bool {
        matches!(
            self,
            Self::Characters | Self::NotAnAddress | Self::UnknownHost(_) | Self::BadName(_)
        )
    }
}

/// What a person who decides on an entry should know of how it was typed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Remark {
    /// The name beside the address is another one; the address counts.
    TypedDiffers,
    /// The address has no scheme.
    WithoutScheme,
    /// The platform beside the address is another one; the address counts.
    PlatformDiffers,
}

impl Remark {
    /// The name in files for programs.
    pub fn id(self) -> &'static str {
        match self {
            Self::TypedDiffers => "typed-differs",
            Self::WithoutScheme => "without-scheme",
            Self::PlatformDiffers => "platform-differs",
        }
    }
}

/// The account that an entry means.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Resolved {
    /// The account.
    pub reference: Reference,
    /// Its canonical address.
    pub url: String,
    /// What is odd about how it was typed.
    pub remarks: Vec<Remark>,
}

/// The account that an entry means, by the rules of the platforms. The address decides, never the name beside it; a
/// name alone counts only where the source has no addresses.
///
/// # Errors
///
/// Why it means none.
pub fn resolve(entry: &AccountEntry, platforms: &Platforms) -> Result<Resolved, Refusal> {
    let said = entry.platform.as_deref().map(|word| (word, platform_named(platforms, word)));
    if let Some((word, None)) = said
        && entry.is_platform_sure
    {
        return Err(Refusal::UnknownPlatform(word.to_owned()));
    }
    let expected = said.and_then(|(_, index)| index);
    let reference = match entry.address.as_deref() {
        Some(address) => by_address(entry, address, platforms, expected)?,
        None => by_name(entry, platforms, expected, said.map(|it| it.0))?,
    };
    let platform = platforms.get(reference.platform);
    if platform.is_personal(&reference.name) {
        return Err(Refusal::Person(reference.platform));
    }
    if let Some((said, Some(expected))) = said
        && entry.is_platform_sure
        && expected != reference.platform
    {
        return Err(Refusal::OtherPlatform { said: said.to_owned(), found: reference.platform });
    }
    let is_other = said.is_some_and(|(_, index)| index != Some(reference.platform));
    let remarks = remarks(entry, &reference, is_other);
    Ok(Resolved { url: platform.address_of(&reference.name), reference, remarks })
}

fn by_address(
    entry: &AccountEntry,
    address: &str,
    platforms: &Platforms,
    expected: Option<PlatformIndex>,
) -> Result<Reference, Refusal> {
    if address.contains(|c: char| c.is_whitespace() || is_hostile(c)) || has_two(address) {
        return Err(Refusal::Characters);
    }
    let refused = match platforms.parse_address(address) {
        Ok(parsed) => {
            return match parsed.part {
                None => Ok(parsed.account),
                Some(part) => Err(Refusal::NotAnAccount(parsed.account.platform, Some(part))),
            };
        }
        Err(error) => refusal(error, address),
    };
    // A service that sends on to accounts has the name in its address.
    let sent_on = expected.filter(|_| entry.is_platform_sure).zip(entry.typed.as_deref());
    match (&refused, sent_on) {
        (Refusal::UnknownHost(_), Some((index, typed))) if has_value(address, typed) => platforms
            .get(index)
            .parse_name(typed)
            .map(|name| Reference { platform: index, name })
            .map_err(|_bad| refused),
        _ => Err(refused),
    }
}

/// Whether a second address stands in an address, other than as a value of its query.
fn has_two(address: &str) -> bool {
    let before = address.split(['?', '#']).next().unwrap_or(address);
    before.matches("://").count() > 1
}

/// Whether an address holds a name as a value of its query.
fn has_value(address: &str, typed: &str) -> bool {
    let url = Url::parse(address).ok();
    url.is_some_and(|url| url.query_pairs().any(|(_, value)| value == typed))
}

fn by_name(
    entry: &AccountEntry,
    platforms: &Platforms,
    expected: Option<PlatformIndex>,
    said: Option<&str>,
) -> Result<Reference, Refusal> {
    let typed = entry.typed.as_deref().ok_or(Refusal::Nothing)?;
    let Some(index) = expected else {
        // Some tables have addresses in the column of names.
        return platforms.parse_address(typed).map_or_else(
            |_| Err(said.map_or(Refusal::NoPlatform, |it| Refusal::UnknownPlatform(it.to_owned()))),
            |parsed| Ok(parsed.account),
        );
    };
    if typed.contains("://") {
        return by_address(entry, typed, platforms, None);
    }
    let name = platforms.get(index).parse_name(typed);
    name.map(|name| Reference { platform: index, name }).map_err(|_bad| Refusal::BadName(index))
}

fn refusal(error: AddressError, address: &str) -> Refusal {
    match error {
        AddressError::NotAnAddress => Refusal::NotAnAddress,
        AddressError::Disguised(_) => Refusal::Characters,
        AddressError::UnknownHost(host) if host.is_empty() => {
            Refusal::UnknownHost(address.to_owned())
        }
        AddressError::UnknownHost(host) | AddressError::UserBeforeHost(host) => {
            Refusal::UnknownHost(host)
        }
        AddressError::UnknownForm(index) | AddressError::Ambiguous(index, _) => {
            Refusal::NotAnAccount(index, None)
        }
        AddressError::NotAnAccount(index, what) => Refusal::NotAnAccount(index, Some(what)),
        AddressError::BadName(index, _) => Refusal::BadName(index),
    }
}

fn remarks(entry: &AccountEntry, reference: &Reference, has_other_platform: bool) -> Vec<Remark> {
    let mut remarks = Vec::new();
    let Some(address) = entry.address.as_deref() else { return remarks };
    let user = |text: &str| {
        let text = text.trim().trim_start_matches('@');
        fold(text.split('@').next().unwrap_or(text))
    };
    let differs = entry.typed.as_deref().is_some_and(|typed| {
        // What the account is called, an address in the place of a name, or a number in any grouping, is no other name.
        let is_number =
            typed.chars().filter(char::is_ascii_digit).eq(reference.name.text().chars());
        let is_name = !typed.trim().contains(char::is_whitespace);
        is_name
            && user(typed) != user(reference.name.text())
            && !typed.contains("://")
            && !is_number
    });
    if differs {
        remarks.push(Remark::TypedDiffers);
    }
    if !address.contains("://") {
        remarks.push(Remark::WithoutScheme);
    }
    if has_other_platform {
        remarks.push(Remark::PlatformDiffers);
    }
    remarks
}

/// The platform that a word names: its id, or a name that it has or had.
pub(super) fn platform_named(platforms: &Platforms, word: &str) -> Option<PlatformIndex> {
    let asked = fold(word.trim());
    let is_it = |known: &String| fold(known) == asked;
    let found = platforms.iter().find(|(_, platform)| {
        let rules = &platform.rules;
        is_it(&rules.id)
            || is_it(&rules.name)
            || rules.former_names.iter().chain(&rules.aliases).any(is_it)
    });
    found.map(|(index, _)| index)
}
