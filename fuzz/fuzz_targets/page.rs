//! Pages: no bytes make the reader or the sorter panic, and every link is sorted at most once.

#![no_main]

use std::sync::LazyLock;

use libfuzzer_sys::fuzz_target;
use officieel::directory::Directory;
use officieel_online::links::Sorter;
use officieel_online::page::Page;

static DIRECTORY: LazyLock<Directory> =
    LazyLock::new(|| officieel::embedded::directory().expect("the built-in directory loads"));
static SORTER: LazyLock<Sorter<'static>> = LazyLock::new(|| Sorter::new(&DIRECTORY));

fuzz_target!(|bytes: &[u8]| {
    let address = "https://www.zwolle.nl/contact".parse().expect("it is an address");
    for content_type in [None, Some("text/html; charset=utf-8"), Some("application/json")] {
        let page = Page::read(bytes, content_type);
        let sorted = SORTER.sort(&page, &address);
        assert!(sorted.sightings.len() <= page.links.len());
        page.leads(&address);
    }
});
