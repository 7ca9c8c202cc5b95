//! Style sheets that stand in a page: which elements they leave nothing of to see.
//!
//! Only what is plain counts: a class, an id, an element, or one with a class or an id, that isn't displayed or isn't visible.
//! What is transparent or small is often where an animation begins. A rule that shows something again on some screens, or
//! where somebody points at something, takes back that it is hidden: there is a visitor who sees it.

use std::collections::HashMap;

use html5gum::StartTag;

use super::style::{self, Shown};

mod rules;
mod selector;

use rules::{Rule, rules};
use selector::Compound;

/// More selectors than this are not kept.
const MOST_SELECTORS: usize = 8192;

/// What the style sheets of a page say.
#[derive(Debug, Default)]
pub(super) struct Sheet {
    /// By simple selectors, such as `a.z`, what the last rule says.
    said: HashMap<String, Shown>,
    /// The same of rules that hold here and there.
    shown_somewhere: HashMap<String, Shown>,
    /// Whether any rule hides anything.
    hides_any: bool,
}

impl Sheet {
    /// Reads the text of one; whether it hides anything that wasn't hidden before.
    pub(super) fn read(&mut self, css: &str) -> bool {
        // Most hide nothing, however long they are.
        if !["none", "NONE", "None", "hidden", "collapse", "\\"].iter().any(|it| css.contains(it)) {
            return false;
        }
        let mut is_new = false;
        rules(css, &mut |rule| is_new |= self.add(&rule));
        self.hides_any |= is_new;
        is_new
    }

    fn add(&mut self, rule: &Rule<'_>) -> bool {
        let Some(shown) = style::shown(rule.block) else { return false };
        let mut is_new = false;
        for selector in rule.selectors.split(',') {
            let Some(compound) = Compound::last_of(selector) else { continue };
            if let Some(simple) = compound.simple().filter(|_| !rule.is_conditional) {
                is_new |= shown.is_hidden();
                put(&mut self.said, simple, shown);
            } else if !shown.is_hidden() {
                for key in compound.keys() {
                    put(&mut self.shown_somewhere, key, shown);
                }
            }
        }
        is_new
    }

    /// Whether an element is hidden.
    pub(super) fn hides(&self, tag: &StartTag<()>) -> bool {
        // What hides a whole page at first, a script shows at once.
        if !self.hides_any || matches!(&**tag.name, b"html" | b"body") {
            return false;
        }
        let text = |name: &[u8]| tag.attributes.get(name).map(|it| String::from_utf8_lossy(it));
        let mut key = String::from_utf8_lossy(&tag.name).into_owned();
        let length = key.len();
        let mut is_hidden = |sign: char, part: &str| {
            key.truncate(length);
            key.push(sign);
            key.push_str(part);
            self.is_hidden(&key) || key.get(length..).is_some_and(|part| self.is_hidden(part))
        };
        let by_id = text(b"id").is_some_and(|id| is_hidden('#', id.trim()));
        let mut by_class = || {
            text(b"class")
                .is_some_and(|all| all.split_ascii_whitespace().any(|class| is_hidden('.', class)))
        };
        by_id || by_class() || self.is_hidden(&String::from_utf8_lossy(&tag.name))
    }

    fn is_hidden(&self, key: &str) -> bool {
        self.said.get(key).is_some_and(|said| {
            let again = self.shown_somewhere.get(key);
            said.is_hidden() && again.is_none_or(|again| said.is_important && !again.is_important)
        })
    }
}

/// Keeps what a rule says of a selector: of two rules the later, but an important one.
fn put(all: &mut HashMap<String, Shown>, key: String, shown: Shown) {
    if all.len() >= MOST_SELECTORS && !all.contains_key(&key) {
        return;
    }
    let known = all.entry(key).or_insert(shown);
    if shown.is_important || !known.is_important {
        *known = shown;
    }
}
