//! Which modules a source names, however it spells them: in `use` trees, in paths of types and
//! expressions, and inside the tokens of macros, which no parser of Rust would look into.

use proc_macro2::{Delimiter, Group, Ident, TokenStream, TokenTree};

/// How a crate of this project is called in the others.
const CRATES: [&str; 3] = ["crate", "officieel", "officieel_directory"];

/// A name of something else of the project, in a source.
pub(super) struct Name {
    /// From the root of its crate: `["check", "host", "*"]`. Empty, or with `*` first, where the whole crate is
    /// named.
    pub(super) path: Vec<String>,
    /// The module that it stands in: that of the file, or one within the file.
    pub(super) module: Vec<String>,
    pub(super) line: usize,
}

/// What the source of a module names of its own project.
///
/// # Panics
///
/// Where the source is no Rust.
pub(super) fn names(module: &[String], source: &str) -> Vec<Name> {
    let mut reader = Reader { module: module.to_vec(), found: Vec::new() };
    reader.walk(&tokens(source));
    reader.found
}

/// Whether a source has a word anywhere, comments and texts aside.
pub(super) fn has_word(source: &str, word: &str) -> bool {
    fn is_in(tokens: &[TokenTree], word: &str) -> bool {
        tokens.iter().any(|token| match token {
            TokenTree::Group(group) => is_in(&inside(group), word),
            other => is(Some(other), word),
        })
    }
    is_in(&tokens(source), word)
}

/// The modules that a source says lie in files of their own.
pub(super) fn modules(source: &str) -> Vec<String> {
    let tokens = tokens(source);
    let declared =
        tokens.windows(3).filter(|three| is(three.first(), "mod") && is(three.get(2), ";"));
    declared.filter_map(|three| three.get(1).map(ToString::to_string)).collect()
}

fn tokens(source: &str) -> Vec<TokenTree> {
    let stream: TokenStream = source.parse().unwrap_or_else(|error| panic!("{error} in {source}"));
    stream.into_iter().collect()
}

fn is(token: Option<&TokenTree>, text: &str) -> bool {
    match token {
        Some(TokenTree::Ident(word)) => word == text,
        Some(TokenTree::Punct(sign)) => text.len() == 1 && text.starts_with(sign.as_char()),
        _ => false,
    }
}

fn inside(group: &Group) -> Vec<TokenTree> {
    group.stream().into_iter().collect()
}

fn parent(module: &[String]) -> Vec<String> {
    module.split_last().map_or_else(Vec::new, |(_, above)| above.to_vec())
}

struct Reader {
    module: Vec<String>,
    found: Vec<Name>,
}

impl Reader {
    fn add(&mut self, path: Vec<String>, line: usize) {
        self.found.push(Name { path, module: self.module.clone(), line });
    }

    fn walk(&mut self, tokens: &[TokenTree]) {
        let mut rest = tokens;
        while let [token, after @ ..] = rest {
            rest = match token {
                TokenTree::Ident(word) => self.word(word, after),
                TokenTree::Group(group) => {
                    self.walk(&inside(group));
                    after
                }
                TokenTree::Punct(_) | TokenTree::Literal(_) => after,
            };
        }
    }

    /// Reads what a word begins; gives what stands behind that.
    fn word<'a>(&mut self, word: &Ident, after: &'a [TokenTree]) -> &'a [TokenTree] {
        let start = match word.to_string().as_str() {
            "mod" => return self.inline_module(after),
            "self" => self.module.clone(),
            "super" => parent(&self.module),
            word if CRATES.contains(&word) => Vec::new(),
            _ => return after,
        };
        let line = word.span().start().line;
        if is(after.first(), ":") {
            return self.follow(after, start, line);
        }
        if is(after.first(), "as") && word != "self" {
            self.add(start, line);
        }
        after
    }

    /// What stands inside of an inline module has one `super` more.
    fn inline_module<'a>(&mut self, after: &'a [TokenTree]) -> &'a [TokenTree] {
        let [TokenTree::Ident(name), TokenTree::Group(body), after @ ..] = after else {
            return after;
        };
        self.module.push(name.to_string());
        self.walk(&inside(body));
        self.module.pop();
        after
    }

    /// Follows a path from where its first word ended; gives what stands behind it.
    fn follow<'a>(
        &mut self,
        mut rest: &'a [TokenTree],
        mut path: Vec<String>,
        line: usize,
    ) -> &'a [TokenTree] {
        while let [first, second, next, after @ ..] = rest {
            if !is(Some(first), ":") || !is(Some(second), ":") {
                break;
            }
            match next {
                TokenTree::Ident(word) if word == "super" => path = parent(&path),
                TokenTree::Ident(word) => path.push(word.to_string()),
                TokenTree::Punct(sign) if sign.as_char() == '*' => path.push("*".to_owned()),
                TokenTree::Group(group) if group.delimiter() == Delimiter::Brace => {
                    self.branches(&inside(group), &path);
                    return after;
                }
                _ => break,
            }
            rest = after;
        }
        self.add(path, line);
        rest
    }

    /// Reads the branches of a `use` tree: what stands between its braces, at the end of a path.
    fn branches(&mut self, tokens: &[TokenTree], path: &[String]) {
        for branch in tokens.split(|token| is(Some(token), ",")) {
            let [first, rest @ ..] = branch else { continue };
            let line = first.span().start().line;
            match first {
                TokenTree::Ident(word) if word == "self" => self.add(path.to_vec(), line),
                TokenTree::Group(group) => self.branches(&inside(group), path),
                other => {
                    let path = [path, &[other.to_string()]].concat();
                    self.follow(rest, path, line);
                }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{has_word, modules, names};

    /// What a source names, in the module `check::host`.
    fn named(source: &str) -> Vec<String> {
        let module = ["check".to_owned(), "host".to_owned()];
        names(&module, source).into_iter().map(|name| name.path.join("::")).collect()
    }

    #[test]
    fn every_spelling_of_a_path_is_read() {
        for (source, expected) in [
            ("use crate::tui;", &["tui"][..]),
            ("pub(crate) use crate::tui::Model;", &["tui::Model"]),
            ("use crate::{search, tui};", &["search", "tui"]),
            (
                "use crate::{\n    search::{self, Index},\n    tui::{view::{list, help}, Model},\n};",
                &["search", "search::Index", "tui::view::list", "tui::view::help", "tui::Model"],
            ),
            ("use {crate::tui, super::name};", &["tui", "check::name"]),
            ("use crate::{{tui}};", &["tui"]),
            ("use crate::tui as screen;", &["tui"]),
            ("use crate::{tui as screen, search as _};", &["tui", "search"]),
            ("use crate::tui::*;", &["tui::*"]),
            ("use crate::*;", &["*"]),
            ("use crate as all;", &[""]),
            ("use crate::{self as all};", &[""]),
            ("use super::super::tui::Model;", &["tui::Model"]),
            ("use super::super::{tui, search};", &["tui", "search"]),
            ("use super::super as all;", &[""]),
            ("use self::super::super::tui;", &["tui"]),
            ("use super::similarity::Similarity;", &["check::similarity::Similarity"]),
            ("use self::name::Name;", &["check::host::name::Name"]),
            ("use ::officieel::tui;", &["tui"]),
            ("use officieel_directory::search::Index;", &["search::Index"]),
            ("fn a() -> crate::tui::Model { b() }", &["tui::Model"]),
            ("fn a() { crate::tui::run(crate::search::all()) }", &["tui::run", "search::all"]),
            ("fn a() { super::super::tui::run::<u8>() }", &["tui::run"]),
            ("impl From<crate::tui::Model> for A {}", &["tui::Model"]),
            ("fn a() { println!(\"{}\", crate::tui::name()) }", &["tui::name"]),
            ("macro_rules! a { () => { $crate::tui::run() } }", &["tui::run"]),
            ("#[derive(crate::tui::Draw)] struct A;", &["tui::Draw"]),
            ("mod tests { use super::super::search; }", &["check::search"]),
            ("mod tests { use super::super::super::tui; }", &["tui"]),
            ("mod a { mod b { } use super::A; } use super::B;", &["check::host::A", "check::B"]),
        ] {
            assert_eq!(named(source), expected, "{source}");
        }
    }

    #[test]
    fn what_is_no_path_is_not_read() {
        for source in [
            "// crate::tui\nfn a() {}",
            "/// See [`crate::tui`].\nfn a() {}",
            "fn a() -> &'static str { \"use crate::tui;\" }",
            "pub(crate) fn a(&self) { self.tui() }",
            "pub(super) struct A;",
            "use std::collections::{BTreeMap, self as tui};",
            "fn a(tui: &str) -> usize { tui.len() }",
        ] {
            assert_eq!(named(source), Vec::<String>::new(), "{source}");
        }
    }

    #[test]
    fn lines_are_those_of_the_name() {
        let source = "use crate::search;\n\nuse crate::{\n    check,\n    tui::Model,\n};\n";
        let lines: Vec<usize> = names(&[], source).iter().map(|name| name.line).collect();
        assert_eq!(lines, [1, 4, 5]);
    }

    #[test]
    fn words_and_modules_are_found() {
        assert!(has_word("fn a() { b(|| { ratatui::run() }) }", "ratatui"));
        assert!(!has_word("// ratatui\nfn a() { \"ratatui\"; ratatui2() }", "ratatui"));
        assert_eq!(modules("mod a; #[cfg(test)] mod tests; pub mod b { mod c; }"), ["a", "tests"]);
    }
}
