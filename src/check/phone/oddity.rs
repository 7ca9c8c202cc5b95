//! What about a telephone number changes whom one reaches, and how it is written.

use std::ops::Range;
use std::sync::LazyLock;

use regex_lite::{Captures, Regex};

use crate::compact_sort::CompactSort;
use crate::directory::PhoneNumber;

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

/// Words for the telephone behind a number.
const EXTENSION_WORDS: &[&str] = &[
    "ext",
    "extension",
    "extensie",
    "extn",
    "toestel",
    "tst",
    "doorkies",
    "doorkiesnummer",
    "intern",
    "durchwahl",
    "poste",
    "x",
];

/// An extension right behind a number, as a part of a pattern: in words, behind pauses, or behind the letters
/// that stand for a pause.
pub(in crate::check) fn extension() -> String {
    let words = EXTENSION_WORDS.join("|");
    let words = format!(r"(?:{words})(?: ?(?:nummer|number|nr|no))?[.:]{{0,2}}[ \u{{A0}}]?#?");
    let between = r"[\s\u{A0},;/|–-]{0,3}[(\[]?[\s\u{A0}]?";
    format!(
        r"{between}{words}[0-9]{{1,6}}(?:[)\]]|\b)|[,;]{{2,}}[0-9]{{1,6}}\b#?|[pw][0-9]{{1,6}}\b"
    )
}

/// A number with an extension behind it.
static EXTENDED: LazyLock<Option<Regex>> =
    LazyLock::new(|| Regex::new(&format!(r"(?is)^(?<number>.*[0-9])(?:{})$", extension())).ok());

/// A code that a telephone gives to its network (3GPP TS 22.030, section 6.5.2), perhaps with a number in it.
static CODE: LazyLock<Option<Regex>> = LazyLock::new(|| {
    let number = r"[+(]{0,2}[0-9](?:[ \u{A0}().+/-]{0,3}[0-9])*";
    let sign = r"(?:[*#]{1,2}[ \u{A0}]?|[ \u{A0}][*#]{1,2}[ \u{A0}])";
    Regex::new(&format!(
        r"[*#]{{1,3}}[ \u{{A0}}]?(?<first>[0-9]{{1,4}})(?<more>(?:{sign}{number})*)(?:[ \u{{A0}}]?(?<end>#))?"
    ))
    .ok()
});

/// A number with a code right behind it.
static CODE_BEHIND: LazyLock<Option<Regex>> = LazyLock::new(|| {
    Regex::new(
        r"(?<number>\+?[0-9](?:[ \u{A0}().-]{0,3}[0-9]){2,})(?:[*#]{1,2}[0-9]{1,6})+(?<end>#?)",
    )
    .ok()
});

/// The code of a country, and a number apart from it.
static COUNTRY: LazyLock<Option<Regex>> = LazyLock::new(|| {
    Regex::new(
        r"(?s)^[\[({]?[ \u{A0}]*(?:\+|00)[ \u{A0}().-]*(?<code>[0-9]{1,3})(?: ?\([A-Za-z .]{2,20}\))?[\s\u{A0}\])}:;,/|.–-]+(?<number>.+)$",
    )
    .ok()
});

/// Digits before a number that has a beginning of its own, such as the one for a line out of the house.
static LEAD: LazyLock<Option<Regex>> = LazyLock::new(|| {
    Regex::new(r"^\+?[0-9]{1,5}(?:(?:[ \u{A0}-]{1,2}|[,.]{1,3})(?<plain>[0+(].*)|(?<glued>\+.*))$")
        .ok()
});

/// The schemes of addresses that a telephone dials.
const SCHEMES: [&str; 3] = ["tel:", "telprompt:", "callto:"];

/// What stands behind the scheme of an address that a telephone dials.
pub(super) fn behind_scheme(text: &str) -> Option<&str> {
    let is_it = |scheme: &&str| {
        text.get(..scheme.len()).is_some_and(|start| start.eq_ignore_ascii_case(scheme))
    };
    let scheme = SCHEMES.into_iter().find(is_it)?;
    text.get(scheme.len()..).map(|rest| rest.trim_start_matches('/'))
}

/// What is odd about a text that holds a telephone number and is none.
pub(in crate::check) fn oddity(text: &str) -> Option<PhoneOddity> {
    let text = text.trim();
    let address = behind_scheme(text);
    let text = address.unwrap_or(text);
    if codes(text).first().is_some_and(|code| *code == (0..text.len())) {
        return Some(PhoneOddity::Code);
    }
    let found = parameters(text).or_else(|| is_extended(text).then_some(PhoneOddity::Extension));
    let found = found.or_else(|| is_misspelled(text).then_some(PhoneOddity::Spelling));
    let has_digit = || text.contains(|c: char| c.is_ascii_digit());
    // A telephone dials whatever stands in its address.
    found.or_else(|| address.filter(|_| has_digit()).map(rest_of_address))
}

/// What the parameters of an address say.
fn parameters(text: &str) -> Option<PhoneOddity> {
    let (number, parameters) = text.split_once(';')?;
    PhoneNumber::read(number)?;
    let names = parameters.split(';').map(|it| it.split('=').next().unwrap_or_default());
    let names: Vec<String> = names.map(|name| name.trim().to_ascii_lowercase()).collect();
    let has = |all: &[&str]| names.iter().any(|name| all.contains(&name.as_str()));
    match has(&["ext", "isub", "postd"]) {
        true => Some(PhoneOddity::Extension),
        false if has(&["phone-context"]) => Some(PhoneOddity::Context),
        false if parameters.contains('=') => Some(PhoneOddity::Spelling),
        false => None,
    }
}

fn is_extended(text: &str) -> bool {
    let found = EXTENDED.as_ref().and_then(|pattern| pattern.captures(text));
    found
        .and_then(|it| it.name("number"))
        .is_some_and(|it| PhoneNumber::read(it.as_str()).is_some())
}

/// Whether it is written as numbers are, and none can be written so.
fn is_misspelled(text: &str) -> bool {
    let digits = text.chars().filter(char::is_ascii_digit).count();
    let is_sign = |c: char| c.is_ascii_digit() || "+()-./ \u{A0}".contains(c);
    let has_plus = text.starts_with('+') && digits >= FEWEST_BEHIND_PLUS;
    let is_long = text.starts_with(['0', '(']) && digits >= FEWEST;
    (has_plus || is_long) && text.chars().all(is_sign) || has_lead(text)
}

/// The fewest digits of what is taken for a number though it can be none, and of that behind a `+`.
const FEWEST: usize = 9;
const FEWEST_BEHIND_PLUS: usize = 3;

/// Whether digits stand before a number that has a beginning of its own.
fn has_lead(text: &str) -> bool {
    let found = LEAD.as_ref().and_then(|pattern| pattern.captures(text));
    let number = found.and_then(|it| it.name("plain").or_else(|| it.name("glued")));
    number.is_some_and(|it| {
        let number = it.as_str();
        // `0+112`
        let number = number.strip_prefix('+').filter(|it| it.len() <= 6).unwrap_or(number);
        PhoneNumber::read(number).is_some_and(|it| it.fits_plan())
    })
}

/// What the rest of an address is whose beginning is a number.
fn rest_of_address(address: &str) -> PhoneOddity {
    let is_of_number = |c: char| c.is_ascii_digit() || "+()-. ".contains(c);
    let rest = address.trim_start_matches(is_of_number);
    let is_pause = rest.starts_with([',', ';', 'p', 'P', 'w', 'W'])
        && rest.get(1..).is_some_and(|it| it.starts_with(|c: char| c.is_ascii_digit() || c == ','));
    match rest {
        _ if is_pause => PhoneOddity::Extension,
        rest if rest.contains(['*', '#']) => PhoneOddity::Code,
        _ => PhoneOddity::Spelling,
    }
}

/// Where the codes of a text stand, with the numbers in them.
pub(in crate::check) fn codes(text: &str) -> Vec<Range<usize>> {
    if !text.contains(['*', '#']) {
        return Vec::new();
    }
    let of = |pattern: &LazyLock<Option<Regex>>, is_code: fn(&str, &Captures<'_>) -> bool| {
        let all = pattern.as_ref().into_iter().flat_map(|it| it.captures_iter(text));
        let all = all.filter(|it| is_code(text, it)).filter_map(|it| it.get(0));
        all.map(|it| it.range()).collect::<Vec<_>>()
    };
    let mut found = of(&CODE, is_code);
    let behind = of(&CODE_BEHIND, is_code_behind);
    let is_new = |it: &Range<usize>| {
        found.iter().all(|known| known.end <= it.start || it.end <= known.start)
    };
    let behind: Vec<Range<usize>> = behind.into_iter().filter(is_new).collect();
    found.extend(behind);
    found.compact_sort_by_key(|it| it.start);
    found
}

/// The characters right before and behind what was found.
fn around(text: &str, found: &Captures<'_>) -> (Option<char>, Option<char>) {
    let range = found.get(0).map_or(0..0, |it| it.range());
    let before = text.get(..range.start).and_then(|it| it.chars().next_back());
    (before, text.get(range.end..).and_then(|it| it.chars().next()))
}

fn is_word(c: Option<char>) -> bool {
    c.is_some_and(|c| c.is_alphanumeric() || matches!(c, '*' | '#' | '_' | '@' | '/'))
}

/// Whether signs and digits are a code, and not a topic (`#112`), nor set in bold (`*112*`).
fn is_code(text: &str, found: &Captures<'_>) -> bool {
    let of = |name| found.name(name).map_or("", |it| it.as_str());
    let (before, behind) = around(text, found);
    let all = of_all(found);
    let digits = all.chars().filter(char::is_ascii_digit).count();
    let ends = !of("end").is_empty() && !behind.is_some_and(char::is_alphanumeric);
    // `*112* 0900-8844`, and items of a list.
    let has_blank = of("more").starts_with(|c: char| c.is_whitespace())
        || of("more").trim_start_matches(['*', '#']).starts_with(|c: char| c.is_whitespace());
    let is_set = has_blank && PhoneNumber::read(of("first")).is_some_and(|it| it.fits_plan());
    let has_more = !of("more").is_empty() && digits >= 3 && !is_set;
    !is_word(before) && (ends || has_more)
}

/// Whether a code stands behind a number, and no sum of digits.
fn is_code_behind(text: &str, found: &Captures<'_>) -> bool {
    let of = |name| found.name(name).map_or("", |it| it.as_str());
    let (before, behind) = around(text, found);
    let is_long = of("number").chars().filter(char::is_ascii_digit).count() >= 8;
    let is_number = PhoneNumber::read(of("number")).is_some();
    // Where digits go on, another number begins behind the sign.
    let after = found.get(0).and_then(|it| text.get(it.end()..)).unwrap_or_default();
    let digits = after.trim_start_matches([' ', '\u{A0}', '(', ')', '.', '-']);
    let goes_on = digits.len() < after.len() && digits.starts_with(|c: char| c.is_ascii_digit());
    let is_end = !of("end").is_empty();
    !is_word(before) && !is_word(behind) && is_number && (is_long || is_end) && (is_end || !goes_on)
}

fn of_all<'t>(found: &Captures<'t>) -> &'t str {
    found.get(0).map_or("", |it| it.as_str())
}

/// The code of a country before a number, and the number, where the two stand apart.
pub(super) fn country_and_number(text: &str) -> Option<(&str, &str)> {
    let found = COUNTRY.as_ref()?.captures(text)?;
    Some((found.name("code")?.as_str(), found.name("number")?.as_str()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn all_patterns_are_sound() {
        let all = [&EXTENDED, &CODE, &CODE_BEHIND, &COUNTRY, &LEAD];
        assert!(all.iter().all(|it| it.is_some()));
    }

    #[test]
    fn what_changes_whom_one_reaches_is_told_apart() {
        use PhoneOddity::{Code, Context, Extension, Spelling};
        for (expected, all) in [
            (
                Some(Code),
                &[
                    "*21*0881236555#",
                    "**21*0881236555#",
                    "**21*0881236555*11#",
                    "*21* 088 123 65 55 #",
                    "*62*09008844#",
                    "*21*112#",
                    "*21*112",
                    "##21#09008844",
                    "#31#0881236555",
                    "*31#14020",
                    "*#06#",
                    "#112#",
                    "0881236555#31#",
                    "09008844*21#",
                    "112*21#",
                    "tel:*21*0881236555#",
                    "tel:#31#112",
                ][..],
            ),
            (
                Some(Context),
                &["0881236555;phone-context=+44", "0881236555; phone-context = example.com"],
            ),
            (
                Some(Extension),
                &[
                    "0881236555;ext=1",
                    "+31881236555;isub=1;phone-context=+31",
                    "088 123 65 55 ext. 5",
                    "088 123 65 55, toestel 5",
                    "088 123 65 55,,5#",
                    "088 123 65 55 (tst 12)",
                    "088 123 65 55 tst12",
                    "088 123 65 55ext12",
                    "0900-8844 doorkiesnummer 5",
                    "0900-8844 toestel nr. 5",
                    "14 020 [ext: 5]",
                    "112 tst 5",
                    "0881236555p5",
                    "tel:0881236555w5",
                    "tel:112,5",
                    "tel:112,,5",
                    "tel:112;5",
                    "tel:112p,5",
                ],
            ),
            (
                Some(Spelling),
                &[
                    "0881236555;tgrp=x",
                    "++++31881236555",
                    "+31 (0)0 88 123 65 55",
                    "+0900 8844",
                    "+09008844",
                    "+112",
                    "+ 14 020",
                    "0+31881236555",
                    "0+112",
                    "9 088 123 65 55",
                    "1633 0900-8844",
                    "9,0881236555",
                    "tel:9,0881236555",
                    "tel:00112",
                    "tel:+31881236555@evil.nl",
                    "tel:0881236555/evil",
                    "tel:0881236555%3Bext=5",
                ],
            ),
            (
                None,
                &[
                    "088 123 65 55 en 14",
                    "naam;ext=1",
                    "12-34",
                    "12 34 56",
                    "@0881236555",
                    "#vraag",
                    "#112",
                    "*112*",
                    "*112* 0900-8844",
                    "* 112 * 144 * 0900-8844",
                    "#100 #200",
                    "100*200",
                    "tel:",
                    "",
                ],
            ),
        ] {
            for text in all {
                assert_eq!(oddity(text), expected, "{text}");
            }
        }
    }
}
