//! A table of cases that fails says for which of them: what is asserted in a loop has a message.

use proc_macro2::{Group, Spacing, TokenStream, TokenTree};

/// The macros that assert, and how many values each takes before its message.
const ASSERTIONS: [(&str, usize); 6] = [
    ("assert", 1),
    ("assert_eq", 2),
    ("assert_ne", 2),
    ("prop_assert", 1),
    ("prop_assert_eq", 2),
    ("prop_assert_ne", 2),
];

/// The lines of a source on which something is asserted of a case that goes unnamed.
pub(super) fn unnamed(source: &str) -> Vec<usize> {
    let stream: TokenStream = source.parse().unwrap_or_else(|error| panic!("{error} in {source}"));
    let mut lines = Vec::new();
    look(stream, false, &mut lines);
    lines
}

fn look(stream: TokenStream, is_in_loop: bool, lines: &mut Vec<usize>) {
    let tokens: Vec<TokenTree> = stream.into_iter().collect();
    // Between `for` and the body of the loop; `impl A for B` has no `in`.
    let mut is_head = false;
    let mut has_in = false;
    for (at, token) in tokens.iter().enumerate() {
        match token {
            TokenTree::Ident(word) if word == "for" => (is_head, has_in) = (true, false),
            TokenTree::Ident(word) if word == "in" => has_in = true,
            TokenTree::Ident(word) if is_in_loop => {
                let values = ASSERTIONS.iter().find(|(name, _)| word == name);
                if let (Some((_, values)), [sign, TokenTree::Group(arguments), ..]) =
                    (values, tokens.get(at + 1..).unwrap_or_default())
                    && sign.to_string() == "!"
                    && arguments_of(arguments) <= *values
                {
                    lines.push(word.span().start().line);
                }
            }
            TokenTree::Group(group) => {
                let is_body =
                    is_head && has_in && group.delimiter() == proc_macro2::Delimiter::Brace;
                look(group.stream(), is_in_loop || is_body, lines);
                is_head = is_head && !is_body;
            }
            _ => {}
        }
    }
}

/// How many arguments stand between the brackets of a call.
fn arguments_of(group: &Group) -> usize {
    let tokens: Vec<TokenTree> = group.stream().into_iter().collect();
    let is_comma = |token: &TokenTree| matches!(token, TokenTree::Punct(sign) if sign.as_char() == ',' && sign.spacing() == Spacing::Alone);
    tokens.split(is_comma).filter(|argument| !argument.is_empty()).count()
}

#[cfg(test)]
mod tests {
    use super::unnamed;

    #[test]
    fn a_case_without_its_name_is_noticed() {
        for source in [
            "fn a() { for x in [1] { assert!(x > 0); } }",
            "fn a() { for (x, y) in [(1, 1)] { assert_eq!(f(x, 2), y,); } }",
            "fn a() { for x in [1] { if b { assert_ne!(x, 2) } } }",
            "fn a() { for x in [1] { b(|| assert!(x > 0)) } }",
            "proptest! { fn a(b in c()) { for x in b { prop_assert!(x > 0); } } }",
        ] {
            assert_eq!(unnamed(source), [1], "{source}");
        }
        for source in [
            "fn a() { for x in [1] { assert!(x > 0, \"{x}\"); } }",
            "fn a() { for x in [1] { assert_eq!(x, 2, \"{x}\"); } }",
            "fn a() { for x in [1] { b(x) } assert!(c); }",
            "impl A for B { fn a() { assert!(c) } }",
        ] {
            assert_eq!(unnamed(source), Vec::<usize>::new(), "{source}");
        }
    }
}
