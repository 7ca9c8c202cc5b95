//! Telephone numbers: whose one is, in any spelling, and what makes of one another.

use super::Instead;
use crate::directory::{self, Directory, OrganisationIndex, Owner, PhoneNumber, Urgency};

/// A telephone number that the directory knows.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct KnownPhone {
    /// Whose it is; where it is that of several, the one who is meant most likely.
    pub owner: Owner,
    /// Its place among the numbers of its owner; none where it is only known as the general one.
    pub entry: Option<usize>,
    /// Who else has it.
    pub others: Vec<Owner>,
}

impl KnownPhone {
    /// Whether it is the number to call where a life is in danger.
    pub fn is_emergency(&self, directory: &Directory) -> bool {
        match self.owner {
            Owner::Service(it) => directory.service(it).urgency == Some(Urgency::Emergency),
            Owner::Organisation(_) => false,
        }
    }

    /// The organisation that has it or answers for the service which does; of several, none, nor of an
    /// emergency number, which is that of all who come.
    pub fn organisation(&self, directory: &Directory) -> Option<OrganisationIndex> {
        if self.is_emergency(directory) {
            return None;
        }
        let is_other = |it: &Owner| matches!(it, Owner::Organisation(_));
        match self.owner {
            Owner::Organisation(_) if self.others.iter().any(is_other) => None,
            owner => directory.organisation_of(owner),
        }
    }

    /// What the directory says of it, with its evidence.
    pub fn listed<'d>(&self, directory: &'d Directory) -> Option<&'d directory::Phone> {
        directory.phones_of(self.owner).get(self.entry?)
    }
}

/// What about a telephone number changes whom one reaches.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum PhoneOddity {
    /// A code with `*` or `#`, which tells the network to do something: `*21*…#` forwards all calls.
    Code,
    /// Another telephone behind the number: an extension.
    Extension,
    /// The number is said to be one of another country or network.
    Context,
    /// It is written so that nobody can say what is dialled.
    Spelling,
}

/// What a text is, where it reads as a telephone number.
pub(super) fn read(directory: &Directory, text: &str) -> Option<Instead> {
    if let Some(phone) = listed(directory, text) {
        return Some(Instead::Phone(phone));
    }
    if let Some(number) = PhoneNumber::read(text) {
        return number.fits_plan().then_some(Instead::UnlistedPhone);
    }
    oddity(text).map(Instead::OddPhone)
}

/// What is odd about a text that holds a telephone number and is none.
fn oddity(text: &str) -> Option<PhoneOddity> {
    let text = text.trim();
    let digits = text.chars().filter(char::is_ascii_digit).count();
    let is_code = |c: char| c.is_ascii_digit() || matches!(c, '*' | '#' | '+' | ' ' | '-');
    if text.starts_with(['*', '#']) && digits > 0 && text.chars().all(is_code) {
        return Some(PhoneOddity::Code);
    }
    if let Some((number, parameters)) = text.split_once(';') {
        PhoneNumber::read(number)?;
        let names = parameters.split(';').map(|it| it.split('=').next().unwrap_or_default());
        let names: Vec<String> = names.map(|name| name.trim().to_ascii_lowercase()).collect();
        let has = |all: &[&str]| names.iter().any(|name| all.contains(&name.as_str()));
        return Some(match has(&["ext", "isub", "postd"]) {
            true => PhoneOddity::Extension,
            false if has(&["phone-context"]) => PhoneOddity::Context,
            false => PhoneOddity::Spelling,
        });
    }
    let behind = text.trim_end_matches(|c: char| c.is_ascii_digit() || matches!(c, ' ' | '#'));
    let number = behind.trim_end_matches(|c: char| !c.is_ascii_digit());
    let between = behind.get(number.len()..).unwrap_or_default().to_lowercase();
    let word = between.trim_matches(|c: char| !c.is_alphabetic());
    let is_extension = EXTENSION_WORDS.contains(&word) || between == ",,";
    if is_extension && PhoneNumber::read(number).is_some() && behind.len() < text.len() {
        return Some(PhoneOddity::Extension);
    }
    let is_sign = |c: char| c.is_ascii_digit() || "+()-./ ".contains(c);
    let begins = text.starts_with(['+', '0', '(']);
    (begins && digits >= FEWEST && text.chars().all(is_sign)).then_some(PhoneOddity::Spelling)
}

/// Words for the telephone behind a number.
pub(super) const EXTENSION_WORDS: &[&str] = &["ext", "extension", "toestel", "tst", "x"];

/// The fewest digits of what is taken for a number though it can be none.
const FEWEST: usize = 9;

/// The known number that a text is.
fn listed(directory: &Directory, text: &str) -> Option<KnownPhone> {
    let number = PhoneNumber::read(text)?;
    let all = directory.phones_with(&number);
    let found = all.first()?;
    let phones = directory.phones_of(found.owner);
    let mut others: Vec<Owner> = all.iter().map(|it| it.owner).collect();
    // Who answers for a service is no other than it.
    let answers_for = directory.organisation_of(found.owner);
    let is_same =
        |other: &Owner| matches!(*other, Owner::Organisation(it) if Some(it) == answers_for);
    others.retain(|other| *other != found.owner && !is_same(other));
    others.dedup();
    let entry = found.phone.and_then(|phone| phones.iter().position(|it| it == phone));
    Some(KnownPhone { owner: found.owner, entry, others })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_changes_whom_one_reaches_is_told_apart() {
        use PhoneOddity::{Code, Context, Extension, Spelling};
        for (text, expected) in [
            ("*21*0881236555#", Some(Code)),
            ("**21*0881236555#", Some(Code)),
            ("#31#0881236555", Some(Code)),
            ("*#06#", Some(Code)),
            ("0881236555;phone-context=+44", Some(Context)),
            ("0881236555;phone-context=example.com", Some(Context)),
            ("0881236555;ext=1", Some(Extension)),
            ("+31881236555;isub=1;phone-context=+31", Some(Extension)),
            ("088 123 65 55 ext. 5", Some(Extension)),
            ("088 123 65 55, toestel 5", Some(Extension)),
            ("088 123 65 55,,5#", Some(Extension)),
            ("0881236555;tgrp=x", Some(Spelling)),
            ("++++31881236555", Some(Spelling)),
            ("+31 (0)0 88 123 65 55", Some(Spelling)),
            ("088 123 65 55 en 14", None),
            ("naam;ext=1", None),
            ("12-34", None),
            ("@0881236555", None),
            ("#vraag", None),
            ("", None),
        ] {
            assert_eq!(oddity(text), expected, "{text}");
        }
    }
}
