//! Which modules a source names, however it spells them: in `use` trees, in paths of types and
//! expressions, and inside the tokens of macros, which no parser of Rust would look into.

use proc_macro2::{Delimiter, Group, Ident, TokenStream, TokenTree};

/// How a crate of this project is called in the others.
const CRATES: [&str; 4] = ["crate", "officieel", "officieel_directory", "officieel_online"];

/// A name of something else of the project, in a source.
pub(super) struct Name {
    /// From the root of its crate: `["check", "host", "*"]`. Empty, or with `*` first, where the whole crate is
    /// named.
    pub(super) path: Vec<String>,
    /// The module that it stands in: that of the file, or one within the file.
    pub(super) module: Vec<String>,
    /// Whether it stands behind `#[cfg(test)]` in its file.
    pub(super) is_test: bool,
    pub(super) line: usize,
}

/// A module that a source says lies in a file of its own.
#[derive(Debug, PartialEq)]
pub(super) struct Declared {
    pub(super) module: Vec<String>,
    pub(super) is_test: bool,
}

/// What the source of a module names of its own project, and the modules that it declares.
///
/// # Panics
///
/// Where the source is no Rust.
pub(super) fn read(module: &[String], source: &str) -> (Vec<Name>, Vec<Declared>) {
    let module = module.to_vec();
    let mut reader = Reader { module, is_test: false, names: Vec::new(), declared: Vec::new() };
    reader.walk(&tokens(source));
    (reader.names, reader.declared)
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

/// Whether tokens begin with `[cfg(test)]`, behind the `#` of an attribute.
fn is_for_tests(tokens: &[TokenTree]) -> bool {
    let Some(TokenTree::Group(attribute)) = tokens.first() else { return false };
    let [name, TokenTree::Group(condition)] = &inside(attribute)[..] else { return false };
    is(Some(name), "cfg") && condition.stream().to_string() == "test"
}

struct Reader {
    module: Vec<String>,
    is_test: bool,
    names: Vec<Name>,
    declared: Vec<Declared>,
}

impl Reader {
    fn add(&mut self, path: Vec<String>, line: usize) {
        let (module, is_test) = (self.module.clone(), self.is_test);
        self.names.push(Name { path, module, is_test, line });
    }

    fn walk(&mut self, tokens: &[TokenTree]) {
        let outside = self.is_test;
        let mut rest = tokens;
        while let [token, after @ ..] = rest {
            rest = match token {
                TokenTree::Ident(word) if word == "mod" => self.inner_module(after),
                TokenTree::Ident(word) => self.word(word, after),
                TokenTree::Group(group) => {
                    self.walk(&inside(group));
                    after
                }
                TokenTree::Punct(sign) if sign.as_char() == '#' => {
                    self.is_test |= is_for_tests(after);
                    after
                }
                TokenTree::Punct(_) | TokenTree::Literal(_) => after,
            };
            // An attribute holds for one item: up to a semicolon, or to what stands between braces.
            let is_block = |group: &Group| group.delimiter() == Delimiter::Brace;
            let is_end = match token {
                TokenTree::Ident(word) => word == "mod",
                TokenTree::Group(group) => is_block(group),
                other => is(Some(other), ";"),
            };
            if is_end {
                self.is_test = outside;
            }
        }
        self.is_test = outside;
    }

    /// Reads what a word begins; gives what stands behind that.
    fn word<'a>(&mut self, word: &Ident, after: &'a [TokenTree]) -> &'a [TokenTree] {
        let start = match word.to_string().as_str() {
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

    /// Reads a module: what stands inside of an inline one has one `super` more.
    fn inner_module<'a>(&mut self, after: &'a [TokenTree]) -> &'a [TokenTree] {
        let [TokenTree::Ident(name), body, after @ ..] = after else {
            return after;
        };
        self.module.push(name.to_string());
        if let TokenTree::Group(body) = body {
            self.walk(&inside(body));
        } else {
            let (module, is_test) = (self.module.clone(), self.is_test);
            self.declared.push(Declared { module, is_test });
        }
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
    use super::{has_word, read};

    /// What a source names, in the module `check::host`.
    fn named(source: &str) -> Vec<String> {
        let module = ["check".to_owned(), "host".to_owned()];
        read(&module, source).0.into_iter().map(|name| name.path.join("::")).collect()
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
        let lines: Vec<usize> = read(&[], source).0.iter().map(|name| name.line).collect();
        assert_eq!(lines, [1, 4, 5]);
    }

    #[test]
    fn words_are_found() {
        assert!(has_word("fn a() { b(|| { ratatui::run() }) }", "ratatui"));
        assert!(!has_word("// ratatui\nfn a() { \"ratatui\"; ratatui2() }", "ratatui"));
    }

    #[test]
    fn modules_are_found_and_those_of_tests_told_apart() {
        let source = "mod a; #[cfg(test)] mod tests; pub mod b { mod c; } // mod d;\n\
                      #[cfg(unix)] mod e; #[cfg(test)] #[path = \"f.rs\"] pub(crate) mod f; mod g;";
        let (_, declared) = read(&["z".to_owned()], source);
        let told = declared.iter().map(|it| (it.module.join("::"), it.is_test));
        let expected = [
            ("z::a", false),
            ("z::tests", true),
            ("z::b::c", false),
            ("z::e", false),
            ("z::f", true),
            ("z::g", false),
        ];
        let expected = expected.map(|(module, is_test)| (module.to_owned(), is_test));
        assert_eq!(told.collect::<Vec<_>>(), expected);
    }

    #[test]
    fn what_is_for_tests_only_is_known_for_that() {
        let source = "use crate::a; #[cfg(test)] use crate::b; use crate::c;\n\
                      #[cfg(test)] fn d() { crate::e() } fn f() { crate::g() }\n\
                      #[cfg(test)] mod tests { use crate::h; mod i { use crate::j; } }\n\
                      #[cfg(not(test))] use crate::k; use crate::l;";
        let (names, _) = read(&[], source);
        let of = |is_test: bool| {
            let names = names.iter().filter(move |name| name.is_test == is_test);
            names.map(|name| name.path.join("::")).collect::<Vec<_>>()
        };
        assert_eq!(of(true), ["b", "e", "h", "j"]);
        assert_eq!(of(false), ["a", "c", "g", "k", "l"]);
    }
}
