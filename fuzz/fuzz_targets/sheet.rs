//! Style sheets: no bytes make the reader panic, and a sheet adds no link, takes none away, and puts none elsewhere than where
//! nobody sees it, wherever on the page it stands.

#![no_main]

use libfuzzer_sys::fuzz_target;
use officieel_online::page::{Page, Zone};

/// What the selectors of the seeds are about.
const BODY: &str = "<header id=h class='top nav'><i>a</i><br><a class='x y' href=https://x.com/a>a</a></header>\
    <main lang=nl data-a='b c'><ul class=menu><li hidden><a href=https://x.com/b><svg></svg>b</a>\
    <li style='font-size:0'><a id=c href=https://x.com/c>c</a></ul></main>\
    <footer class='z open'><p><a class=z href=https://x.com/d style='color:red'>d</a></footer>";

fuzz_target!(|bytes: &[u8]| {
    let css = String::from_utf8_lossy(bytes);
    // What ends the sheet is for the target of pages.
    if css.contains('<') {
        return;
    }
    let read = |html: &str| Page::read(html.as_bytes(), Some("text/html; charset=utf-8"));
    let plain = read(BODY);
    let (before, behind) = (
        read(&format!("<style>{css}</style>{BODY}")),
        read(&format!("{BODY}<style>{css}</style>")),
    );
    for page in [&before, &behind] {
        assert_eq!(page.links.len(), plain.links.len());
        for (own, other) in page.links.iter().zip(&plain.links) {
            assert_eq!(own.href, other.href);
            let is_shown_again = other.zone == Zone::Hidden;
            assert!(own.zone == other.zone || own.zone == Zone::Hidden || is_shown_again);
        }
    }
    let seen = |page: &Page| -> Vec<(Zone, bool)> {
        page.links.iter().map(|it| (it.zone, it.may_be_hidden)).collect()
    };
    // A page has one style, whichever end of it that stands at, but for what is the first or stands behind it.
    if !css.contains([':', '+', '~']) {
        assert_eq!(seen(&before), seen(&behind));
    }
});
