use proptest::prelude::*;
use url::Url;

use super::super::rel_me::PageLinks;

fn me(page: &str) -> Vec<String> {
    let url = Url::parse("https://www.dienst.example/a/").unwrap();
    PageLinks::read(page.as_bytes(), &url).me().map(Url::to_string).collect()
}

#[test]
fn only_links_that_are_shown_say_it() {
    for (page, expected) in [
        ("<a rel=me href=https://a.example/x>", "https://a.example/x"),
        ("<LINK REL=\"alternate ME\" HREF='https://a.example/x'>", "https://a.example/x"),
        ("<a rel='me' href='&#104;ttps://a.example/x'>", "https://a.example/x"),
        ("<a rel=me href=//a.example/x#y>", "https://a.example/x"),
        ("<base href=https://b.example/><a rel=me href=x>", "https://b.example/x"),
        ("<a rel=me href=x>", "https://www.dienst.example/a/x"),
        ("<!-- <a rel=me href=https://a.example/x> -->", ""),
        ("<script>'<a rel=me href=https://a.example/x>'</script>", ""),
        ("<textarea><a rel=me href=https://a.example/x></textarea>", ""),
        ("<template><a rel=me href=https://a.example/x></template>", ""),
        ("<noscript><a rel=me href=https://a.example/x></noscript>", ""),
        ("<template><p></template><a rel=me href=https://a.example/x>", "https://a.example/x"),
        ("<div rel=me href=https://a.example/x>", ""),
        ("<area rel=me href=https://a.example/x>", ""),
        ("<a rel=meer href=https://a.example/x>", ""),
        ("<a rel=me>", ""),
    ] {
        assert_eq!(me(page).join(" "), expected, "{page}");
    }
}

#[test]
fn a_page_in_utf_16_is_read_as_well() {
    let text = "\u{FEFF}<a rel=me href=https://a.example/x>";
    let bytes: Vec<u8> = text.encode_utf16().flat_map(u16::to_le_bytes).collect();
    let url = Url::parse("https://www.dienst.example/").unwrap();
    assert!(PageLinks::read(&bytes, &url).has_me("https://a.example/X"));
}

#[test]
fn a_bomb_costs_no_time() {
    let begin = std::time::Instant::now();
    let nested = "<div>".repeat(64_000) + "<a rel=me href=https://a.example/x>";
    assert_eq!(me(&nested), ["https://a.example/x"]);
    let attributes: Vec<String> = (0..100_000).map(|at| format!("a{at}=1")).collect();
    let attributes = attributes.join(" ");
    assert_eq!(
        me(&format!("<a {attributes} rel=me href=https://a.example/x>")),
        ["https://a.example/x"]
    );
    let long = format!("<a rel=me href=https://a.example/{}>", "x".repeat(1 << 20));
    assert!(me(&long).is_empty());
    assert!(begin.elapsed().as_secs() < 20, "{:?}", begin.elapsed());
}

proptest! {
    #[test]
    fn any_page_can_be_read(page in proptest::collection::vec(any::<u8>(), 0..400), text in ".{0,200}") {
        let url = Url::parse("https://www.dienst.example/").unwrap();
        let _ = PageLinks::read(&page, &url);
        let _ = PageLinks::read(text.as_bytes(), &url);
    }
}
