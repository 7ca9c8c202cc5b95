//! Names of accounts: handles and the platforms' own ids, checked and compared by a platform's rule.

mod cut_off;
mod plain_syntax;

use serde::{Deserialize, Serialize};

use std::fmt;
use std::sync::OnceLock;

use regex_lite::Regex;
use unicode_normalization::UnicodeNormalization;

use super::host::HostPattern;
use super::name_error::{Allowed, NameError, NameSyntaxError, Wrong};
use super::{CaseRule, NameRules};
use crate::text::message::{Message, Sentence};
use crate::text::sanitise;
pub use cut_off::cut_off;
use plain_syntax::{PlainSyntax, is_plain};

/// The id of name-spaces that hold telephone numbers.
pub(super) const NUMBER: &str = "number";

/// The country code of numbers that are written without one: the Netherlands.
const COUNTRY_CODE: &str = "31";

/// A name that stands for one account on one platform: a handle or a platform's own id, parsed once.
///
/// Two names are equal where the platform treats them as one.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct AccountName {
    pub(super) space: u8,
    text: String,
    key: String,
}

impl AccountName {
    /// The name as it was written, without a leading `@`.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// The name as the platform compares it.
    pub fn key(&self) -> &str {
        &self.key
    }

    /// The position of its name-space in [`super::PlatformRules::names`].
    pub fn space(&self) -> usize {
        usize::from(self.space)
    }
}

impl fmt::Display for AccountName {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.text)
    }
}

impl PartialEq for AccountName {
    fn eq(&self, other: &Self) -> bool {
        self.space == other.space && self.key == other.key
    }
}

impl Eq for AccountName {}

impl std::hash::Hash for AccountName {
    fn hash<H: std::hash::Hasher>(&self, state: &mut H) {
        self.space.hash(state);
        self.key.hash(state);
    }
}

/// The compiled rules of one name-space.
#[derive(Debug, Clone)]
pub(super) struct NameSpace {
    position: u8,
    rules: NameRules,
    /// `None` where the pattern is none; then no name fits.
    syntax: OnceLock<Option<Regex>>,
    /// What the pattern asks for, where that is plain: it takes a hundredth of the time of the pattern.
    plain: OnceLock<Option<PlainSyntax>>,
    /// What the pattern allows, found when a fault is first explained.
    allowed: OnceLock<Option<Allowed>>,
    /// Whether names are like `user@host`.
    with_host: bool,
}

impl NameSpace {
    pub(super) fn new(position: u8, rules: &NameRules) -> Result<Self, Message> {
        let sound = rules.address.starts_with("https://")
            && rules.address.matches("{name}").count() == 1
            && rules.address.matches("{host}").count() <= 1;
        if !sound {
            return Err(Sentence::AddressNeedsName.into());
        }
        Ok(Self {
            position,
            syntax: OnceLock::new(),
            plain: OnceLock::new(),
            allowed: OnceLock::new(),
            with_host: rules.address.contains("{host}"),
            rules: rules.clone(),
        })
    }

    /// Whether the pattern is one, and asks for something.
    pub(super) fn check(&self) -> Result<(), Message> {
        let syntax = compiled(&self.rules.syntax).map_err(|why| Sentence::NoPattern.of([&why]))?;
        if syntax.is_match("") {
            return Err(Sentence::MatchesEmpty.into());
        }
        self.syntax.get_or_init(|| Some(syntax));
        Ok(())
    }

    /// The pattern, compiled when it is first needed: a session needs a few of some thirty.
    fn syntax(&self) -> Option<&Regex> {
        self.syntax.get_or_init(|| compiled(&self.rules.syntax).ok()).as_ref()
    }

    /// `.` and `..` are steps in a path, so that no address could hold them as a name.
    fn fits(&self, text: &str) -> bool {
        if text == "." || text == ".." {
            return false;
        }
        let plain = self.plain.get_or_init(|| PlainSyntax::of(&self.rules.syntax));
        plain.as_ref().is_some_and(|plain| plain.fits(text))
            || self.syntax().is_some_and(|syntax| syntax.is_match(text))
    }

    pub(super) fn rules(&self) -> &NameRules {
        &self.rules
    }

    /// Whether a name is of this name-space.
    pub(super) fn has(&self, name: &AccountName) -> bool {
        name.space == self.position
    }

    pub(super) fn with_host(&self) -> bool {
        self.with_host
    }

    /// The name that a person typed: with or without `@` in front, telephone numbers in any form.
    pub(super) fn typed(
        &self,
        typed: &str,
        hosts: &[HostPattern],
    ) -> Result<AccountName, NameSyntaxError> {
        let typed = typed.trim();
        let number = (self.rules.id == NUMBER).then(|| telephone_number(typed)).flatten();
        let text = number.as_deref().unwrap_or(typed.strip_prefix(['@', '＠']).unwrap_or(typed));
        self.name(text, hosts)
    }

    /// The name that stands in an address.
    pub(super) fn name(
        &self,
        text: &str,
        hosts: &[HostPattern],
    ) -> Result<AccountName, NameSyntaxError> {
        check_characters(text)?;
        let number = (self.rules.id == NUMBER).then(|| plain_number(text)).flatten();
        let text = number.unwrap_or_else(|| composed(text));
        if text.is_empty() {
            return Err(NameSyntaxError::Empty);
        }
        if self.with_host {
            return self.name_at_host(&text, hosts);
        }
        if !self.fits(&text) {
            return Err(NameSyntaxError::Syntax(text));
        }
        Ok(self.sound_name(text))
    }

    fn name_at_host(
        &self,
        text: &str,
        hosts: &[HostPattern],
    ) -> Result<AccountName, NameSyntaxError> {
        let (user, host) = text.split_once('@').ok_or(NameSyntaxError::NoHost)?;
        if !self.fits(user) {
            return Err(NameSyntaxError::Syntax(user.to_owned()));
        }
        let host = host.to_ascii_lowercase();
        let host = host.strip_suffix('.').unwrap_or(&host);
        if !hosts.iter().any(|pattern| pattern.fits(host)) {
            return Err(NameSyntaxError::UnknownHost(host.to_owned()));
        }
        Ok(self.sound_name(format!("{user}@{host}")))
    }

    /// Puts into words why a text is no name here; only done for the fault that is reported.
    pub(super) fn explain(&self, typed: &str, platform: &str, error: NameSyntaxError) -> NameError {
        let wrong = match error {
            NameSyntaxError::Hidden(c) => Wrong::Hidden(c),
            NameSyntaxError::Empty => Wrong::Empty,
            NameSyntaxError::CutOff => Wrong::CutOff,
            NameSyntaxError::Syntax(text) => match self.syntax() {
                Some(syntax) => Wrong::in_syntax(syntax, self.allowed(), &text, &self.rules.syntax),
                None => Wrong::Shape(self.rules.syntax.clone()),
            },
            NameSyntaxError::Compatibility(c) => match self.allowed() {
                Some(allowed) => Wrong::Character(c, Box::new(allowed.clone())),
                None => Wrong::Shape(self.rules.syntax.clone()),
            },
            NameSyntaxError::NoHost => Wrong::NoHost,
            NameSyntaxError::UnknownHost(host) => Wrong::UnknownHost(host),
            NameSyntaxError::Reserved => Wrong::Reserved,
        };
        NameError::new(typed, platform, &self.rules.id, wrong)
    }

    fn allowed(&self) -> Option<&Allowed> {
        self.allowed.get_or_init(|| Allowed::by(self.syntax()?)).as_ref()
    }

    /// A name that was found sound before.
    pub(super) fn known(&self, text: &str) -> AccountName {
        self.sound_name(text.to_owned())
    }

    fn sound_name(&self, text: String) -> AccountName {
        AccountName { space: self.position, key: self.key(&text), text }
    }

    fn key(&self, text: &str) -> String {
        let mut key = match self.rules.case {
            CaseRule::Kept => text.to_owned(),
            CaseRule::Ignored if text.is_ascii() => text.to_ascii_lowercase(),
            CaseRule::Ignored => composed(&text.to_lowercase()),
        };
        if !self.rules.ignored.is_empty() {
            key.retain(|c| !self.rules.ignored.contains(c));
        }
        key
    }
}

/// Whether a text holds none but characters that a name may hold, and all of them.
fn check_characters(text: &str) -> Result<(), NameSyntaxError> {
    if is_plain(text) {
        return Ok(());
    }
    if let Some(c) = text.chars().find(|&c| sanitise::is_hostile(c)) {
        return Err(NameSyntaxError::Hidden(c));
    }
    if cut_off(text).is_some() {
        return Err(NameSyntaxError::CutOff);
    }
    match text.chars().find(|&c| !is_itself(c)) {
        Some(c) => Err(NameSyntaxError::Compatibility(c)),
        None => Ok(()),
    }
}

fn compiled(pattern: &str) -> Result<Regex, regex_lite::Error> {
    Regex::new(&format!("^(?:{pattern})$"))
}

fn composed(text: &str) -> String {
    if text.is_ascii() { text.to_owned() } else { text.nfc().collect() }
}

/// Whether composing leaves a character as it is. Of one that is made another (the Kelvin sign a K, the
/// Ohm sign an omega) nobody types a name: it only passes for that other one.
fn is_itself(c: char) -> bool {
    c.is_ascii() || std::iter::once(c).nfc().eq(std::iter::once(c))
}

/// The digits of a number that has its country code already, with or without `00` before it; `None`
/// where there is more in it than digits and the signs that part them.
fn plain_number(text: &str) -> Option<String> {
    let is_sound = text.chars().all(|c| c.is_ascii_digit() || " -.()\u{A0}".contains(c));
    let digits: String = text.chars().filter(char::is_ascii_digit).collect();
    let number = digits.strip_prefix("00").unwrap_or(&digits);
    (is_sound && !text.contains("(0)")).then(|| number.to_owned())
}

/// The digits of a telephone number with its country code; `None` where the text is no number.
///
/// A number that begins with one 0 is Dutch. The `+` stays off: addresses do without (`wa.me/316…`).
fn telephone_number(typed: &str) -> Option<String> {
    let sound = |c: char| c.is_ascii_digit() || " -.()/\u{A0}".contains(c);
    let international = typed.starts_with('+');
    let rest = typed.strip_prefix('+').unwrap_or(typed);
    // `+31 (0)6 …`: the 0 in brackets is dialled inside the country only.
    let rest = rest.replace("(0)", "");
    if !rest.chars().all(sound) {
        return None;
    }
    let digits: String = rest.chars().filter(char::is_ascii_digit).collect();
    if international {
        return Some(digits);
    }
    if let Some(number) = digits.strip_prefix("00") {
        return Some(number.to_owned());
    }
    Some(digits.strip_prefix('0').map_or(digits.clone(), |n| format!("{COUNTRY_CODE}{n}")))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn space(id: &str, syntax: &str, case: CaseRule, ignored: &str) -> NameSpace {
        let rules = NameRules {
            id: id.to_owned(),
            syntax: syntax.to_owned(),
            case,
            ignored: ignored.to_owned(),
            is_platform_id: false,
            sign: String::new(),
            is_preferred: false,
            is_personal: false,
            is_domain: false,
            address: "https://example.nl/{name}".to_owned(),
            forms: Vec::new(),
        };
        NameSpace::new(0, &rules).expect("rules")
    }

    #[test]
    fn names_are_compared_by_the_rule_of_the_platform() {
        let ignored = space("handle", "[A-Za-zë.]{1,15}", CaseRule::Ignored, ".");
        let kept = space("handle", "[A-Za-z]{1,15}", CaseRule::Kept, "");
        let name = |space: &NameSpace, text: &str| space.typed(text, &[]).expect("a name");
        assert_eq!(name(&ignored, "@Gemeente.Ede"), name(&ignored, "gemeenteede"));
        assert_eq!(
            name(&ignored, "justitie\u{308}le"),
            name(&ignored, "JUSTITIËLE".to_lowercase().as_str())
        );
        assert_ne!(name(&kept, "UCa"), name(&kept, "UCA"));
        assert_eq!(name(&ignored, "@Gemeente.Ede").text(), "Gemeente.Ede");
    }

    #[test]
    fn dots_at_the_end_say_that_a_name_was_cut_off() {
        for (text, beginning) in [
            ("POL_Ede…", Some("POL_Ede")),
            ("@POL_Ede...", Some("@POL_Ede")),
            ("POL_Ede…..", Some("POL_Ede")),
            ("POL_Ede..", Some("POL_Ede")),
            ("POL_Ede\u{2025}", Some("POL_Ede")),
            ("POL_Ede\u{22EF}", Some("POL_Ede")),
            ("POL_Ede[…]", Some("POL_Ede")),
            ("POL_Ede(...)", Some("POL_Ede")),
            ("POL_Ede… ", Some("POL_Ede")),
            ("…", Some("")),
            ("POL_Ede", None),
            ("POL_Ede.", None),
            ("argonaut-advies-b.v.", None),
            ("POL…Ede", None),
            ("(POL_Ede)", None),
            ("", None),
        ] {
            assert_eq!(cut_off(text), beginning, "{text}");
        }
    }

    #[test]
    fn telephone_numbers_are_digits_with_the_country_code() {
        let number = space("number", "[1-9][0-9]{6,14}", CaseRule::Kept, "");
        for typed in [
            "+31 6 46 76 48 67",
            "0646764867",
            "06-46 76 48 67",
            "0031646764867",
            "31646764867",
            "+31 (0)6 46764867",
        ] {
            let name = number.typed(typed, &[]).expect("a number");
            assert_eq!(name.text(), "31646764867", "{typed}");
        }
        for typed in ["POL_Ede", "+", "0", "06-abc", "@0646764867"] {
            assert!(number.typed(typed, &[]).is_err(), "{typed}");
        }
    }
}
