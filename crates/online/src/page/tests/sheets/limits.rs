//! Sheets of anybody.

use super::*;

#[test]
fn sheets_that_ask_for_very_much_are_read_all_the_same() {
    let selectors =
        |count: usize| (0..count).map(|it| format!(".a{it}")).collect::<Vec<_>>().join(",");
    let deep = format!("{}{LINK}", "<div class=d>".repeat(20_000));
    let links = LINK.repeat(2_000);
    for (name, css, html) in [
        ("braces", "{".repeat(100_000), LINK.to_owned()),
        ("open brackets", ":is(".repeat(100_000), LINK.to_owned()),
        ("open rules", "a{".repeat(100_000), LINK.to_owned()),
        ("nested signs", format!("{}{{display:none}}", "& ".repeat(20_000)), LINK.to_owned()),
        (
            "nested lists",
            format!("{}{{&{{display:none}}", selectors(5_000)).repeat(8),
            LINK.to_owned(),
        ),
        ("many rules", format!("{}{{display:none}}", selectors(50_000)), LINK.to_owned()),
        ("many in one", "a{display:none}".repeat(40_000), LINK.to_owned()),
        ("many layers", "@layer{a{display:none}}".repeat(20_000), LINK.to_owned()),
        ("long", format!("{}a{{display:none}}", ".d ".repeat(10_000)), deep.clone()),
        ("deep", "div div div div div div .x a{display:none}".repeat(200), deep),
        (
            "wide",
            "i ~ i ~ i ~ a{display:none}".repeat(200),
            format!("{}{links}", "<i></i>".repeat(2_000)),
        ),
    ] {
        let page = page(&format!("<style>{css}</style>{html}"));
        assert!(page.links.len() <= 2_000, "{name}");
    }
}

proptest! {
    #[test]
    fn any_bytes_are_a_sheet(css in proptest::collection::vec(any::<u8>(), 0..300)) {
        let html = [b"<style>".as_slice(), &css, b"</style>", LINK.as_bytes()].concat();
        Page::read(&html, Some("text/html"));
    }

    /// A sheet adds and takes away no link, and puts none elsewhere than where nobody sees it.
    #[test]
    fn any_signs_are_a_sheet(
        css in "([.#&:>+~*,;{}()@/]|\\[|\\]|a|b|is\\(|not\\(|@media |@layer |display:none|opacity:1|!important| ){0,60}",
        is_behind in any::<bool>(),
    ) {
        let body = format!("<footer class=a><i id=b></i><p class='a b'>{LINK}</p></footer>");
        let style = format!("<style>{css}</style>");
        let html = if is_behind { format!("{body}{style}") } else { format!("{style}{body}") };
        let link = &page(&html).links;
        prop_assert_eq!(link.len(), 1);
        prop_assert!(matches!(link[0].zone, Zone::Footer | Zone::Hidden));
    }
}
