//! Links in markup: what they show, and where they lead.

use std::borrow::Cow;
use std::ops::Range;
use std::sync::LazyLock;

use regex_lite::Regex;

/// A link of a text: the places of what it shows and of where it leads, in bytes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Link {
    pub(super) shown: Range<usize>,
    pub(super) target: Range<usize>,
    /// Whether it is a link whatever it shows; `"word": 1` is also written for other things.
    pub(super) is_sure: bool,
    /// Whether a target without a scheme leads on from the page that the link stands on.
    pub(super) is_of_page: bool,
}

/// One way to write links, with the groups `s` (shown) and `t` (target).
struct Markup {
    /// What stands in each text with such a link, so that others are not searched.
    mark: &'static str,
    /// What stands at the end of each, in lower case: behind the last one, none is looked for.
    end: &'static str,
    is_sure: bool,
    is_of_page: bool,
    pattern: LazyLock<Option<Regex>>,
}

macro_rules! markup {
    ($mark:literal, $end:literal, $is_sure:literal, $is_of_page:literal, $pattern:literal) => {
        Markup {
            mark: $mark,
            end: $end,
            is_sure: $is_sure,
            is_of_page: $is_of_page,
            pattern: LazyLock::new(|| Regex::new($pattern).ok()),
        }
    };
}

static MARKUPS: [Markup; 9] = [
    // Markdown: [shown](target "title"), [shown](<target>)
    markup!("](", "](", true, true, r"\[(?<s>[^\[\]]*)\]\(\s*<?(?<t>[^\s<>)]*)"),
    // Markdown: [shown][1] … is told by its definition alone. HTML: <a href="target">shown</a>
    markup!(
        "<",
        "</a",
        true,
        true,
        r#"(?is)<a\s(?:[^<>]*?\s)?href\s*=\s*["']?(?<t>[^\s"'<>]*)[^<>]*>(?<s>.*?)</a"#
    ),
    // BBCode: [url=target]shown[/url]
    markup!(
        "[",
        "[/",
        true,
        false,
        r#"(?is)\[(?:url|link)=["']?(?<t>[^\s"'\]]*)["']?\](?<s>.*?)\[/"#
    ),
    // Chat programs: <target|shown>
    markup!("|", ">", false, false, r"<(?<t>[^\s<>|]+)\|(?<s>[^<>]*)>"),
    // Wikis: [[target|shown]]
    markup!("[[", "]]", false, false, r"\[\[(?<t>[^\s\[\]|]+)\|(?<s>[^\[\]]*)\]\]"),
    // Org: [[target][shown]]
    markup!("][", "]]", false, false, r"\[\[(?<t>[^\s\[\]]+)\]\[(?<s>[^\[\]]*)\]\]"),
    // Textile: "shown":target
    markup!("\":", "\":", false, false, r#""(?<s>[^"]+)":(?<t>[^\s"]+)"#),
    // reStructuredText: `shown <target>`_
    markup!("`", "`_", false, false, r"`(?<s>[^`<>]+)<(?<t>[^\s`<>]+)>`_"),
    // Spreadsheets: HYPERLINK("target"; "shown")
    markup!("\"", "\"", true, false, r#"(?i)HYPERLINK\(\s*"(?<t>[^"]*)"\s*[,;]\s*"(?<s>[^"]*)""#),
];

/// A tag of HTML with attributes, of which only addresses lead anywhere: `target=_blank` does not.
static TAG: LazyLock<Option<Regex>> =
    LazyLock::new(|| Regex::new(r"<[A-Za-z][A-Za-z0-9]*\s[^<>]*=[^<>]*>").ok());

/// Any tag of HTML.
static ANY_TAG: LazyLock<Option<Regex>> =
    LazyLock::new(|| Regex::new(r"</?[A-Za-z][A-Za-z0-9]*(?:\s[^<>]*)?/?>").ok());

/// The places of all tags in a text.
pub(super) fn all_tags(text: &str) -> Vec<Range<usize>> {
    ANY_TAG.as_ref().map_or_else(Vec::new, |tag| tag.find_iter(text).map(|it| it.range()).collect())
}

/// The tags that begin or end a line on a page.
const BLOCKS: &[&str] = &[
    "article",
    "blockquote",
    "div",
    "footer",
    "h1",
    "h2",
    "h3",
    "h4",
    "header",
    "hr",
    "li",
    "ol",
    "p",
    "section",
    "table",
    "td",
    "th",
    "title",
    "tr",
    "ul",
];

/// The text as it is read, with all in its place: blanks for tags, and the end of a line for those that end one.
pub(in crate::check) fn as_prose(text: &str) -> Cow<'_, str> {
    if !text.contains('<') {
        return Cow::Borrowed(text);
    }
    let mut out = text.to_owned();
    for tag in all_tags(text) {
        let written = text.get(tag.clone()).unwrap_or_default();
        let name = written.trim_start_matches(['<', '/']);
        let name = name.split(|c: char| !c.is_ascii_alphanumeric()).next().unwrap_or_default();
        let is_block = BLOCKS.iter().any(|own| name.eq_ignore_ascii_case(own));
        let mut blank = " ".repeat(tag.len());
        if is_block {
            blank.replace_range(..1, "\n");
        }
        out.replace_range(tag, &blank);
    }
    Cow::Owned(out)
}

/// The places of the tags with attributes in a text.
pub(super) fn tags(text: &str) -> Vec<Range<usize>> {
    match TAG.as_ref().filter(|_| text.contains('<')) {
        Some(tag) => tag.find_iter(text).map(|it| it.range()).collect(),
        None => Vec::new(),
    }
}

/// The links of a text.
pub(super) fn links(text: &str) -> Vec<Link> {
    let mut links = Vec::new();
    let lower = text.to_ascii_lowercase();
    for markup in MARKUPS.iter().filter(|markup| text.contains(markup.mark)) {
        let Some(pattern) = markup.pattern.as_ref() else {
            continue;
        };
        let text = up_to_last(text, &lower, markup);
        for found in pattern.captures_iter(text) {
            if let (Some(shown), Some(target)) = (found.name("s"), found.name("t")) {
                links.push(Link {
                    shown: shown.range(),
                    target: target.range(),
                    is_sure: markup.is_sure,
                    is_of_page: markup.is_of_page,
                });
            }
        }
    }
    links
}

/// The text as far as there can be links: a pattern that finds no end would look for it at every beginning.
fn up_to_last<'t>(text: &'t str, lower: &str, markup: &Markup) -> &'t str {
    let Some(at) = lower.rfind(markup.end) else { return "" };
    // A target stands behind the sign.
    let is_between = matches!(markup.end, "](" | "\":");
    if is_between { text } else { text.get(..at + markup.end.len()).unwrap_or(text) }
}

#[cfg(test)]
mod tests {
    use super::{ANY_TAG, MARKUPS, TAG, as_prose, links};

    #[test]
    fn all_patterns_are_sound() {
        assert!(
            ANY_TAG.is_some()
                && TAG.is_some()
                && MARKUPS.iter().all(|markup| markup.pattern.is_some())
        );
    }

    #[test]
    fn tags_are_blanks_and_ends_of_lines() {
        for (text, expected) in [
            ("a < b", "a < b"),
            ("<b>a</b> <i@x.nl>", "   a     <i@x.nl>"),
            ("<P class='x'>a</p>b<pre>", "\n            a\n   b     "),
        ] {
            assert_eq!(as_prose(text), expected, "{text}");
        }
    }

    #[test]
    fn what_is_shown_and_where_it_leads_are_told_apart() {
        for text in [
            "[S](T)",
            "zie [S](T \"titel\")!",
            "[S](<T>)",
            "<a href=\"T\">S</a>",
            "<A class='x' HREF = 'T' target=_blank>S</A>",
            "<a href=T>S</a>",
            "[url=T]S[/url]",
            "[URL=\"T\"]S[/URL]",
            "<T|S>",
            "[[T|S]]",
            "[[T][S]]",
            "\"S\":T",
            "`S<T>`_",
            "=HYPERLINK(\"T\";\"S\")",
            "=hyperlink( \"T\" , \"S\" )",
        ] {
            let found = links(text);
            assert_eq!(found.len(), 1, "{text}");
            assert_eq!(text.get(found[0].shown.clone()), Some("S"), "{text}");
            assert_eq!(text.get(found[0].target.clone()), Some("T"), "{text}");
        }
        assert!(links("a [b] (c) <d> \"e\" | f").is_empty());
    }
}
