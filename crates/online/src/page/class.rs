//! Classes and ids of elements, as makers of sites name the parts of a page.

use super::words::{has_any, phrase};

/// What the class or the id of an element says that it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Class {
    Embed,
    Comments,
    Share,
    Follow,
    Footer,
    Header,
}

const EMBED_CLASSES: &[&str] = &[
    "twitter tweet",
    "twitter timeline",
    "twitter feed",
    "twitter wall",
    "instagram media",
    "instagram feed",
    "tiktok embed",
    "bluesky embed",
    "mastodon embed",
    "fb post",
    "fb page",
    "fb video",
    "social feed",
    "social wall",
    "social stream",
    "social media feed",
    "social media wall",
    "socialfeed",
    "socialwall",
    "juicer feed",
];

const COMMENT_CLASSES: &[&str] = &[
    "comments",
    "comment list",
    "commentlist",
    "comment body",
    "comment content",
    "comments area",
    "reacties",
    "reactie",
    "commentaires",
    "kommentare",
    "disqus thread",
];

const SHARE_CLASSES: &[&str] = &[
    "share",
    "sharing",
    "sharer",
    "sharebar",
    "sharebuttons",
    "share buttons",
    "social share",
    "social sharing",
    "socialshare",
    "delen",
    "deel",
    "partage",
    "teilen",
    "addtoany",
    "addthis",
    "a2a kit",
    "sharethis",
];

const FOLLOW_CLASSES: &[&str] = &[
    "social",
    "socials",
    "socialmedia",
    "sociallinks",
    "socialicons",
    "socialnav",
    "follow",
    "followus",
    "volg",
    "volgons",
    "suivez",
    "folgen",
];

const FOOTER_CLASSES: &[&str] = &["footer", "voet", "voettekst", "pied"];

/// The feet of boxes inside of a page.
const BOX_FOOTERS: &[&str] = &[
    "card footer",
    "modal footer",
    "panel footer",
    "post footer",
    "entry footer",
    "article footer",
    "tile footer",
    "item footer",
    "table footer",
    "dialog footer",
];

const HEADER_CLASSES: &[&str] = &["site header", "page header", "masthead", "topbar"];

/// What the words of a class or id say.
pub(super) fn class(list: &str) -> Option<Class> {
    let words = phrase(&split_camel(list));
    let is = |all: &[&str]| has_any(&words, all);
    if words.trim().is_empty() {
        None
    } else if is(EMBED_CLASSES) {
        Some(Class::Embed)
    } else if is(COMMENT_CLASSES) {
        Some(Class::Comments)
    } else if is(SHARE_CLASSES) {
        Some(Class::Share)
    } else if is(FOLLOW_CLASSES) {
        Some(Class::Follow)
    } else if is(FOOTER_CLASSES) && !is(BOX_FOOTERS) {
        Some(Class::Footer)
    } else if is(HEADER_CLASSES) {
        Some(Class::Header)
    } else {
        None
    }
}

/// `socialMedia` as two words.
fn split_camel(list: &str) -> String {
    let mut out = String::with_capacity(list.len() + 8);
    let mut was_lower = false;
    for c in list.chars().take(400) {
        if was_lower && c.is_ascii_uppercase() {
            out.push(' ');
        }
        was_lower = c.is_ascii_lowercase();
        out.push(c);
    }
    out
}
