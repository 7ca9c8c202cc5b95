//! From the text of selectors to what they ask for.

use std::iter::Peekable;
use std::rc::Rc;
use std::str::Chars;

use super::super::super::style::{escaped, pass_comment};
use super::{Attribute, Compound, Part, Relation, Selector, Selectors, add};

/// The most elements that one selector asks for.
const MOST_PARTS: usize = 32;

/// How deep selectors may stand in others.
const DEEPEST: usize = 8;

/// Reads a list of selectors. What stands in the braces of other rules is about what these are about. `None` where a browser
/// passes over the rule, for a selector can't be one.
pub(in super::super) fn read(text: &str, outer: Option<&Selectors>) -> Option<Selectors> {
    let rest = text.chars().peekable();
    let mut reader = Reader { rest, outer, depth: 0, is_cut: false, names_outer: false };
    let all = reader.list(outer.is_some())?;
    (reader.rest.peek().is_none()).then(|| all.into())
}

struct Reader<'t> {
    rest: Peekable<Chars<'t>>,
    outer: Option<&'t Selectors>,
    depth: usize,
    /// Whether a selector was met that asks for more than is read.
    is_cut: bool,
    /// Whether what is around the rule was named by its sign.
    names_outer: bool,
}

impl Reader<'_> {
    /// Selectors up to the end, or to the bracket that closes.
    fn list(&mut self, is_nested: bool) -> Option<Vec<Selector>> {
        let mut all = Vec::new();
        loop {
            all.push(self.selector(is_nested)?);
            match self.rest.peek() {
                Some(',') => drop(self.rest.next()),
                _ => return Some(all),
            }
        }
    }

    fn selector(&mut self, is_nested: bool) -> Option<Selector> {
        let mut parts: Vec<(Relation, Compound)> = Vec::new();
        self.names_outer &= !is_nested;
        // What a nested one begins with stands behind what is around it.
        let mut relation = self.relation()?.filter(|_| is_nested);
        let begins_with = relation;
        while self.rest.peek().is_some_and(|c| !matches!(c, ',' | ')')) {
            let compound = self.compound()?;
            let before = relation.take().unwrap_or(Relation::Itself);
            parts.push((before, compound));
            if parts.len() > MOST_PARTS {
                self.is_cut = true;
                parts.remove(0);
            }
            relation = self.relation()?;
        }
        // A selector ends with what it is about.
        if parts.is_empty() || relation.is_some_and(|it| it != Relation::Around) {
            return None;
        }
        if let Some(outer) = self.outer.filter(|_| is_nested && !self.names_outer) {
            let outer = Compound { name: None, parts: vec![Part::Is(Rc::clone(outer))] };
            if let Some((relation, _)) = parts.first_mut() {
                *relation = begins_with.unwrap_or(Relation::Around);
            }
            parts.insert(0, (Relation::Itself, outer));
        }
        if std::mem::take(&mut self.is_cut) {
            parts.last_mut()?.1.parts.push(Part::Unknown);
        }
        let specificity = parts.iter().fold([0; 3], |sum, (_, it)| add(sum, it.specificity()));
        let asks_before = parts.iter().any(|(relation, compound)| {
            let is_before = matches!(relation, Relation::Before | Relation::Earlier);
            is_before || compound.asks_before()
        });
        Some(Selector { parts: from_the_last(parts), specificity, asks_before })
    }

    /// What stands between two compounds; `Some(None)` where one begins at once.
    #[expect(clippy::option_option, reason = "what can't be read is no missing relation")]
    fn relation(&mut self) -> Option<Option<Relation>> {
        let mut found = None;
        while let Some(&c) = self.rest.peek() {
            let relation = match c {
                '/' => {
                    self.comment()?;
                    continue;
                }
                _ if c.is_whitespace() => Relation::Around,
                '>' => Relation::Parent,
                '+' => Relation::Before,
                '~' => Relation::Earlier,
                _ => break,
            };
            self.rest.next();
            match found {
                _ if relation == Relation::Around => found = found.or(Some(relation)),
                None | Some(Relation::Around) => found = Some(relation),
                Some(_) => return None,
            }
        }
        Some(found)
    }

    fn comment(&mut self) -> Option<()> {
        self.rest.next();
        (self.rest.peek() == Some(&'*')).then(|| pass_comment(&mut self.rest))
    }

    fn compound(&mut self) -> Option<Compound> {
        let mut it = Compound::default();
        let mut is_any = false;
        while let Some(&c) = self.rest.peek() {
            match c {
                '/' => self.comment()?,
                '.' => {
                    self.rest.next();
                    it.parts.push(Part::Class(self.identifier()?));
                }
                '#' => {
                    self.rest.next();
                    it.parts.push(Part::Id(self.identifier()?));
                }
                '*' => {
                    self.rest.next();
                    is_any = true;
                }
                '&' => {
                    self.rest.next();
                    self.names_outer = true;
                    let outer = self.outer.map(Rc::clone);
                    it.parts.push(outer.map_or(Part::Unknown, Part::Is));
                }
                '[' => it.parts.push(self.attribute()?),
                ':' => it.parts.push(self.pseudo()?),
                // A namespace, of which pages have none.
                '|' => {
                    self.rest.next();
                    it.parts.push(Part::Unknown);
                }
                _ if is_of_name(c) => it.name = Some(self.identifier()?.to_ascii_lowercase()),
                _ => break,
            }
        }
        (is_any || it.name.is_some() || !it.parts.is_empty()).then_some(it)
    }

    fn identifier(&mut self) -> Option<String> {
        let mut out = String::new();
        // None begins with a digit.
        out.extend(self.rest.next_if_eq(&'-'));
        if self.rest.peek().is_some_and(char::is_ascii_digit) {
            return None;
        }
        while let Some(c) = self.rest.next_if(|c| is_of_name(*c)) {
            match c {
                '\\' => out.extend(escaped(&mut self.rest)),
                _ => out.push(c),
            }
        }
        (!out.is_empty()).then_some(out)
    }

    fn pass_space(&mut self) {
        while self.rest.next_if(|c| c.is_whitespace()).is_some() {}
    }

    /// `[name]`, `[name=value]`, `[name^="value" i]`.
    fn attribute(&mut self) -> Option<Part> {
        self.rest.next();
        self.pass_space();
        let name = self.identifier()?.to_ascii_lowercase();
        self.pass_space();
        let mut it = Attribute { name, sign: None, value: String::new(), ignores_case: false };
        match self.rest.next()? {
            ']' => return Some(Part::Attribute(it)),
            '=' => it.sign = Some('='),
            sign @ ('~' | '|' | '^' | '$' | '*') if self.rest.next() == Some('=') => {
                it.sign = Some(sign);
            }
            _ => return None,
        }
        self.pass_space();
        it.value = match self.rest.next_if(|c| matches!(c, '"' | '\'')) {
            Some(quote) => self.string(quote)?,
            None => self.identifier()?,
        };
        self.pass_space();
        if let Some(flag) = self.rest.next_if(char::is_ascii_alphabetic) {
            it.ignores_case = flag.eq_ignore_ascii_case(&'i');
            self.pass_space();
        }
        (self.rest.next() == Some(']')).then_some(Part::Attribute(it))
    }

    fn string(&mut self, quote: char) -> Option<String> {
        let mut out = String::new();
        loop {
            match self.rest.next()? {
                '\\' => out.extend(escaped(&mut self.rest)),
                c if c == quote => return Some(out),
                c => out.push(c),
            }
        }
    }

    fn pseudo(&mut self) -> Option<Part> {
        self.rest.next();
        let is_element = self.rest.next_if_eq(&':').is_some();
        let name = self.identifier()?.to_ascii_lowercase();
        let has_more = self.rest.next_if_eq(&'(').is_some();
        let of_elements = ["before", "after", "first-line", "first-letter"];
        if is_element || of_elements.contains(&name.as_str()) {
            if has_more {
                self.pass_brackets();
            }
            let is_generated = matches!(name.as_str(), "before" | "after");
            return Some(if is_generated { Part::Generated } else { Part::Never });
        }
        let is_list = matches!(name.as_str(), "is" | "where" | "not" | "matches" | "-webkit-any");
        if has_more && is_list && self.depth < DEEPEST {
            self.depth += 1;
            let all: Selectors = self.inner_list()?.into();
            self.depth -= 1;
            return Some(match name.as_str() {
                "not" => Part::Not(all),
                "where" => Part::Is(all.iter().cloned().map(Selector::weightless).collect()),
                _ => Part::Is(all),
            });
        }
        if has_more {
            self.pass_brackets();
            return Some(Part::Unknown);
        }
        Some(match name.as_str() {
            "first-child" => Part::First,
            "root" => Part::Root,
            "link" | "any-link" => Part::Link,
            // It may only be of another colour, so that no page can tell where somebody was.
            "visited" => Part::Never,
            "hover" | "focus" | "focus-within" | "focus-visible" | "active" | "checked"
            | "target" | "target-within" | "open" | "popover-open" | "modal" | "indeterminate"
            | "valid" | "invalid" | "user-invalid" | "placeholder-shown" | "fullscreen" => {
                Part::Sometimes
            }
            _ => Part::Unknown,
        })
    }

    /// The selectors in brackets, which are passed. Those that can't be read are no reason to read none.
    fn inner_list(&mut self) -> Option<Vec<Selector>> {
        self.relation()?;
        let all = self.list(false)?;
        (self.rest.next() == Some(')')).then_some(all)
    }

    /// Goes on behind the bracket that closes the one that was opened.
    fn pass_brackets(&mut self) {
        let mut depth = 1_usize;
        while let Some(c) = self.rest.next() {
            match c {
                '\\' => drop(escaped(&mut self.rest)),
                '(' | '[' => depth += 1,
                ')' | ']' => depth -= 1,
                _ => {}
            }
            if depth == 0 {
                return;
            }
        }
    }
}

fn is_of_name(c: char) -> bool {
    c.is_ascii_alphanumeric() || matches!(c, '-' | '_' | '\\') || !c.is_ascii()
}

/// The parts of a selector as they are looked at: what it is about, and each with where it stands seen from the one before.
fn from_the_last(parts: Vec<(Relation, Compound)>) -> Vec<(Relation, Compound)> {
    let mut relation = Relation::Itself;
    let turned = parts
        .into_iter()
        .rev()
        .map(|(to_the_left, compound)| (std::mem::replace(&mut relation, to_the_left), compound));
    turned.collect()
}
