//! Telephone numbers in any spelling, as one number; and the grouping in which the Dutch write them.

mod plan;

use std::borrow::Cow;
use std::fmt;

/// The country code of the Netherlands.
const DUTCH: &str = "31";

/// Area codes of three digits (Nummerplan telefoon- en ISDN-diensten, annex 1). All others have four.
const SHORT_AREA_CODES: [&str; 20] = [
    "010", "013", "015", "020", "023", "024", "026", "030", "033", "035", "036", "038", "040",
    "043", "045", "046", "050", "053", "055", "058",
];

/// What numbers that belong to no area begin with, where that has three digits.
const WITHOUT_AREA: [&str; 7] = ["066", "082", "084", "085", "087", "088", "091"];

/// Numbers of services, which are the same from everywhere in the country and have no area.
const SERVICE_NUMBERS: [&str; 4] = ["0800", "0900", "0906", "0909"];

/// The most digits of a number with its country code (ITU-T E.164, section 6.1).
const MOST_DIGITS: usize = 15;

/// The most digits of a number that is dialled as it stands: `112`, `14 0318`, `116 000`.
const MOST_SHORT: usize = 6;

/// A telephone number, however it was written: two spellings of one number are equal.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct PhoneNumber(Kind);

#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
enum Kind {
    /// A number within the Netherlands that only makes sense there: `0900…`, `14030`, `112`.
    Short(String),
    /// With the code of its country.
    International(String),
}

impl PhoneNumber {
    /// The code of the Netherlands.
    pub const DUTCH: &str = DUTCH;

    /// Reads a number as people write it: `0900-8844`, `(030) 286 00 00`, `+31 (0)30-2860000`,
    /// `0031302860000`, `14 030`, `tel:+31302860000`. `None` where it can be no number.
    pub fn read(text: &str) -> Option<Self> {
        let Written { digits, is_international } = Written::of(text)?;
        let is_dutch = is_international || is_written_without_plus(&digits);
        let kind = match digits.strip_prefix(DUTCH).filter(|_| is_dutch) {
            Some(national) => {
                // Some write the 0 that is dialled within the country behind the code of it. Two are none.
                let national = national.strip_prefix('0').unwrap_or(national);
                if national.starts_with('0') { None } else { dutch(&format!("0{national}")) }
            }
            None if is_international => (digits.len() >= 7).then_some(Kind::International(digits)),
            None => dutch(&digits),
        };
        kind.map(Self)
    }

    /// Whether the number plan of its country has numbers of this kind and length, as far as that is known
    /// here (Nummerplan telefoon- en ISDN-diensten, annex 1; of other countries only how long one is).
    pub fn fits_plan(&self) -> bool {
        match &self.0 {
            Kind::Short(digits) => {
                let is_service = SERVICE_NUMBERS.iter().any(|start| digits.starts_with(start));
                is_service && matches!(digits.len(), 8..=11)
                    || is_of_municipality(digits)
                    || digits.starts_with("116") && digits.len() == 6
                    || digits.starts_with("11") && digits.len() == 3
                    || ["14", "18"].iter().any(|it| digits.starts_with(it)) && digits.len() == 4
            }
            Kind::International(digits) => match digits.strip_prefix(DUTCH) {
                Some(national) => national.len() == 9,
                None => (8..=MOST_DIGITS).contains(&digits.len()),
            },
        }
    }

    /// The number in one spelling: with `+` and the code of its country, or as it is dialled where it
    /// exists in one country only.
    pub fn key(&self) -> String {
        match &self.0 {
            Kind::Short(digits) => digits.clone(),
            Kind::International(digits) => format!("+{digits}"),
        }
    }
}

impl fmt::Display for PhoneNumber {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.key())
    }
}

/// A number as it stands in a text, without the signs in it.
struct Written {
    digits: String,
    /// Whether the code of a country stands before it.
    is_international: bool,
}

impl Written {
    fn of(text: &str) -> Option<Self> {
        let (text, parameters) = parts(text);
        let is_global = text.trim_start().starts_with(['+', '(']);
        if !parameters.split(';').all(|it| is_harmless(it, is_global)) {
            return None;
        }
        let text = without_trunk_zero(text);
        let is_sign = |c: char| {
            c.is_whitespace() || matches!(c, '-' | '.' | '/' | '(' | ')' | '\u{2010}'..='\u{2015}')
        };
        let mut digits = String::new();
        let mut has_plus = false;
        for c in text.chars().filter(|c| !is_sign(*c)) {
            match c {
                '0'..='9' => digits.push(c),
                '+' if digits.is_empty() && !has_plus => has_plus = true,
                _ => return None,
            }
        }
        let after_zeros = digits.strip_prefix("00").map(str::to_owned).filter(|_| !has_plus);
        let is_international = has_plus || after_zeros.is_some();
        let digits = after_zeros.unwrap_or(digits);
        let is_sound = (3..=MOST_DIGITS).contains(&digits.len())
            && !(is_international && digits.starts_with('0'));
        is_sound.then_some(Self { digits, is_international })
    }
}

/// A number as it was written, without its scheme, and what stands behind its first `;`.
fn parts(text: &str) -> (&str, &str) {
    let text = without_scheme(text.trim());
    text.split_once(';').unwrap_or((text, ""))
}

/// Whether a parameter of a `tel` address leaves the number what it is (RFC 3966, sections 5.1.5 and 5.4):
/// nothing, or within which country a number is meant that has no code of one. An extension or the part of
/// a network is another telephone than that of the number alone.
fn is_harmless(parameter: &str, is_global: bool) -> bool {
    let (name, value) = parameter.split_once('=').unwrap_or((parameter, ""));
    let is_here = || is_global || value.trim() == format!("+{DUTCH}");
    parameter.trim().is_empty() || name.trim().eq_ignore_ascii_case("phone-context") && is_here()
}

/// A number without the `(0)` behind the code of its country; anywhere else that is a part of it.
fn without_trunk_zero(text: &str) -> Cow<'_, str> {
    let Some((before, behind)) = text.split_once("(0)") else { return Cow::Borrowed(text) };
    let code: String = before.chars().filter(char::is_ascii_digit).collect();
    let is_code = if before.contains('+') { code.len() <= 3 } else { code.starts_with("00") };
    // Behind that of the Netherlands one 0 is passed over anyway, with brackets or without.
    let is_dutch = code.trim_start_matches('0') == DUTCH;
    let is_code = is_code && (1..=5).contains(&code.len()) && !is_dutch;
    if is_code { Cow::Owned(format!("{before}{behind}")) } else { Cow::Borrowed(text) }
}

/// A text without the scheme that a link has before a number.
fn without_scheme(text: &str) -> &str {
    let schemes = ["tel:", "callto:", "sms:"];
    let is_begin = |scheme: &&&str| {
        text.get(..scheme.len()).is_some_and(|start| start.eq_ignore_ascii_case(scheme))
    };
    let scheme = schemes.iter().find(is_begin);
    scheme.and_then(|scheme| text.get(scheme.len()..)).unwrap_or(text).trim_start_matches("//")
}

/// Whether these digits are a Dutch number with the code of the country and nothing before it, as
/// message services write it.
fn is_written_without_plus(digits: &str) -> bool {
    digits.len() == 11 && digits.starts_with(DUTCH)
}

/// A number as it is dialled within the Netherlands.
fn dutch(digits: &str) -> Option<Kind> {
    // From abroad, the numbers of municipalities are dialled with the code of the country before them.
    let of_municipality = digits.strip_prefix('0').filter(|rest| is_of_municipality(rest));
    let digits = of_municipality.unwrap_or(digits);
    let is_service = SERVICE_NUMBERS.iter().any(|start| digits.starts_with(start));
    if is_service || (digits.len() <= MOST_SHORT && !digits.starts_with('0')) {
        return (digits.len() >= 3).then(|| Kind::Short(digits.to_owned()));
    }
    let national = digits.strip_prefix('0').filter(|rest| rest.len() >= 8)?;
    Some(Kind::International(format!("{DUTCH}{national}")))
}

/// `14` and the area code of a municipality.
fn is_of_municipality(digits: &str) -> bool {
    digits.starts_with("140") && matches!(digits.len(), 5 | 6)
}

/// A number in the grouping in which the Dutch write it: `0900 8844`, `088 123 65 55`, `14 030`,
/// `+31 343 57 88 44` where it was written with the code of the country. One of another country, and
/// what is no number, stay as they are.
pub fn grouped(written: &str) -> String {
    let as_it_is = || written.trim().to_owned();
    let Some(number) = PhoneNumber::read(written) else { return as_it_is() };
    let is_international = Written::of(written).is_some_and(|it| it.is_international);
    let digits = match number.0 {
        Kind::Short(digits) => digits,
        Kind::International(digits) => match digits.strip_prefix(DUTCH) {
            Some(national) => format!("0{national}"),
            None => return as_it_is(),
        },
    };
    let national = in_groups(&digits);
    match national.strip_prefix('0') {
        Some(rest) if is_international => format!("+{DUTCH} {rest}"),
        None if is_international => format!("+{DUTCH} {national}"),
        _ => national,
    }
}

/// Digits as they are dialled within the Netherlands, in groups.
fn in_groups(digits: &str) -> String {
    let area = if SERVICE_NUMBERS.iter().any(|start| digits.starts_with(start)) {
        4
    } else if digits.starts_with("06") && !digits.starts_with("066") || is_of_municipality(digits) {
        2
    } else if digits.starts_with("116") {
        3
    } else if !digits.starts_with('0') {
        return digits.to_owned();
    } else {
        area_length(digits)
    };
    let (area, rest) = digits.split_at_checked(area).unwrap_or((digits, ""));
    let groups: &[usize] = match rest.len() {
        6 if area.len() < 4 => &[3, 3],
        5 => &[2, 3],
        7 => &[3, 2, 2],
        6 | 8 => &[2, 2, 2, 2],
        _ => &[],
    };
    let mut out = area.to_owned();
    let mut rest = rest;
    for &length in groups {
        let (group, behind) = rest.split_at_checked(length).unwrap_or((rest, ""));
        if !group.is_empty() {
            out.push(' ');
            out.push_str(group);
        }
        rest = behind;
    }
    if !rest.is_empty() {
        out.push(' ');
        out.push_str(rest);
    }
    out
}

/// How many digits the area code of a number has.
fn area_length(digits: &str) -> usize {
    let is_short = digits.starts_with("07")
        || SHORT_AREA_CODES.iter().chain(&WITHOUT_AREA).any(|code| digits.starts_with(code));
    if is_short { 3 } else { 4 }
}

#[cfg(test)]
mod tests;
