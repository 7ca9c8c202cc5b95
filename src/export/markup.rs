//! Text in XML and HTML.

use crate::text::sanitise::escaped;

/// A text as it may stand in an element or an attribute in quotation marks, of XML and of HTML: harmless, and no
/// markup.
pub(super) fn text(text: &str) -> String {
    let mut made = String::with_capacity(text.len() + 8);
    for c in escaped(text).chars() {
        match c {
            '&' => made.push_str("&amp;"),
            '<' => made.push_str("&lt;"),
            '>' => made.push_str("&gt;"),
            '"' => made.push_str("&quot;"),
            // HTML before version 5 has no name for it.
            '\'' => made.push_str("&#39;"),
            _ => made.push(c),
        }
    }
    made
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::text::sanitise::is_hostile;

    proptest! {
        #[test]
        fn nothing_in_a_text_is_markup_and_nothing_is_lost(hostile in any::<String>()) {
            let made = text(&hostile);
            prop_assert!(!made.contains(['<', '>', '"', '\'']), "{made}");
            prop_assert!(!made.contains(is_hostile), "{made:?}");
            let document = format!("<a b=\"{made}\">{made}</a>");
            let read = roxmltree::Document::parse(&document).unwrap();
            let element = read.root_element();
            let expected = escaped(&hostile);
            prop_assert_eq!(element.text().unwrap_or_default(), &expected);
            prop_assert_eq!(element.attribute("b"), Some(expected.as_str()));
        }
    }
}
