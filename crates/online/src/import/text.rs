//! Text of a source, made fit to be kept.

use officieel_directory::text::sanitise::is_hostile;

/// The most characters of a text that is kept.
const MOST_CHARACTERS: usize = 2_000;

/// A text without what nobody sees: one space between words, nothing hostile; `None` where nothing is left.
///
/// # Examples
///
/// ```
/// use officieel_online::import::clean;
///
/// assert_eq!(clean(" Gemeente\u{200b}\tEde\n").as_deref(), Some("Gemeente Ede"));
/// assert_eq!(clean("\u{202e} \n"), None);
/// ```
pub fn clean(text: &str) -> Option<String> {
    let mut out = String::with_capacity(text.len().min(MOST_CHARACTERS));
    let visible = text.chars().map(|c| if c.is_whitespace() { ' ' } else { c });
    for c in visible.filter(|c| !is_hostile(*c)).take(MOST_CHARACTERS) {
        if c != ' ' || !(out.is_empty() || out.ends_with(' ')) {
            out.push(c);
        }
    }
    out.truncate(out.trim_end().len());
    (!out.is_empty()).then_some(out)
}

/// A text as it was typed, without the space around it and cut to a length that can be shown; `None` where it
/// is empty. What is hostile in it stays: it tells why an address is refused.
pub(super) fn typed(text: &str) -> Option<String> {
    let text = text.trim();
    (!text.is_empty()).then(|| text.chars().take(MOST_CHARACTERS).collect())
}

/// A `Q` with its number, as Wikidata writes its items: alone or at the end of an address.
pub(super) fn item(text: &str) -> Option<String> {
    let last = text.trim().rsplit('/').next()?;
    let number = last.strip_prefix(['Q', 'q'])?;
    let is_item = !number.is_empty()
        && number.len() <= 12
        && !number.starts_with('0')
        && number.bytes().all(|b| b.is_ascii_digit());
    is_item.then(|| format!("Q{number}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn items_are_read_from_addresses_too() {
        for (text, expected) in [
            ("Q55", Some("Q55")),
            ("http://www.wikidata.org/entity/Q9899", Some("Q9899")),
            (" q7 ", Some("Q7")),
            ("Q0", None),
            ("Q", None),
            ("P2002", None),
            ("Q12 OR 1=1", None),
            ("http://www.wikidata.org/.well-known/genid/0a1b", None),
        ] {
            assert_eq!(item(text).as_deref(), expected, "{text}");
        }
    }
}
