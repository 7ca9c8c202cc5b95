//! How many archived pages are read and sorted in a second, beside a plain parse of the same pages.
//!
//! `cargo bench --bench pages` makes 2,000 pages as bodies have them, of some 70 kB, reads each
//! from its answer of HTTP, sorts its links by the built-in directory, and merges what it shows; then it takes the
//! same pages apart with html5gum alone. `-- 500` makes so many. Both run on all cores.

#![expect(clippy::unwrap_used, reason = "a measurement that can't be made stops")]
#![expect(clippy::print_stdout, reason = "the figures are the result")]

use std::fmt::Write as _;
use std::hint::black_box;
use std::time::Instant;

use html5gum::emitters::default::DefaultEmitter;
use html5gum::{Token, Tokenizer};
use officieel_directory::directory::load::load;
use officieel_directory::directory::{Date, Directory};
use officieel_directory::parallel::in_order;
use officieel_directory::public_suffixes::PublicSuffixes;
use officieel_online::archive::{ArchiveSweep, pages_of};
use officieel_online::warc::{Exchange, Writer};

/// How many pages are made where nobody says it.
const PAGES: usize = 2_000;

fn main() {
    let asked = std::env::args().find_map(|it| it.parse().ok());
    let count: usize = asked.unwrap_or(PAGES);
    let text = include_str!("../directory.toml");
    let directory = load(text, Date::LAST, &PublicSuffixes::default(), &|| None).unwrap();
    let pages = pages(&directory, count);
    let size: usize = pages.iter().map(|(_, html)| html.len()).sum();
    println!("{count} pages of {} kB", size / count / 1000);

    let archive = archived(&pages);
    let sweep = ArchiveSweep::new(&directory, |_| true);
    let begin = Moment::now();
    let findings = sweep.run(pages_of("bench.warc", archive.as_slice()));
    told("archive read, pages read and sorted, merged", count, &begin);
    println!("  {} accounts and other addresses", findings.found().count());

    let begin = Moment::now();
    let tokens: usize = in_order(pages, |(_, html)| plain(&html)).into_iter().sum();
    told("plain parse", count, &begin);
    println!("  {tokens} start tags");
}

/// A moment, by the clock and by the time that the processor worked for this program.
struct Moment {
    clock: Instant,
    worked: f64,
}

impl Moment {
    fn now() -> Self {
        Self { clock: Instant::now(), worked: worked() }
    }
}

/// How long the processor worked for this program, in seconds; nothing where the system doesn't tell as Linux does.
fn worked() -> f64 {
    let stat = std::fs::read_to_string("/proc/self/stat").unwrap_or_default();
    let behind_name = stat.rsplit(')').next().unwrap_or_default();
    // In hundredths of a second: of the program, and of the system for it.
    let ticks = behind_name.split_whitespace().skip(11).take(2);
    ticks.filter_map(|it| it.parse::<f64>().ok()).sum::<f64>() / 100.0
}

fn told(what: &str, count: usize, begin: &Moment) {
    let seconds = begin.clock.elapsed().as_secs_f64();
    let worked = worked() - begin.worked;
    let pages = u32::try_from(count).map_or(f64::INFINITY, f64::from);
    let (by_clock, by_work) = (pages / seconds, pages / worked);
    println!(
        "{what}: {seconds:.2} s, {by_clock:.0} pages a second; {by_work:.0} in a second of one core"
    );
}

fn plain(html: &str) -> usize {
    let mut emitter = DefaultEmitter::default();
    emitter.naively_switch_states(true);
    let tokens = Tokenizer::new_with_emitter(html, emitter).flatten();
    black_box(tokens.filter(|token| matches!(token, Token::StartTag(_))).count())
}

fn archived(pages: &[(String, String)]) -> Vec<u8> {
    let mut writer = Writer::plain(Vec::new());
    for (target, html) in pages {
        let head = "HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\r\n";
        let response = format!("{head}{html}");
        let date = "2026-11-30T12:00:00Z";
        let response = response.as_bytes();
        writer.exchange(&Exchange { target, date, request: b"", response, is_cut: false }).unwrap();
    }
    writer.into_inner()
}

/// Pages of the organisations that have a website.
fn pages(directory: &Directory, count: usize) -> Vec<(String, String)> {
    let sites: Vec<(&str, &str)> = directory
        .organisations()
        .filter_map(|it| Some((it.name.as_str(), it.website.as_deref()?)))
        .collect();
    let all = sites.iter().cycle().take(count).enumerate();
    all.map(|(number, (name, site))| (format!("{site}?p={number}"), page(name, number))).collect()
}

fn page(name: &str, number: usize) -> String {
    let handle: String = name.to_lowercase().chars().filter(char::is_ascii_alphanumeric).collect();
    let mut html = format!(
        "<!DOCTYPE html><html lang=nl><head><meta charset=utf-8><title>Nieuws {number} - {name}</title>\
         <script>{}</script></head><body class='page no-js'><header class='c-header'><nav aria-label='Hoofdmenu'><ul>",
        "var settings = { a: 1, b: '<b>' };".repeat(200)
    );
    for item in 0..60 {
        let _ = write!(
            html,
            "<li class='c-menu__item c-menu__item--level-{item}'><a class='c-menu__link' href='/onderwerp/{item}?a=b&amp;c=d'>Onderwerp {item}</a></li>"
        );
    }
    html.push_str("</ul></nav></header><main id=content>");
    for item in 0..120 {
        let _ = write!(
            html,
            "<article class='c-card c-card--news' data-id='{item}'><h2 class='c-card__title'><a href='/nieuws/{item}'>Bericht {item}</a></h2>\
             <div class='c-card__body'><p>Vandaag is er nieuws over wonen, werken &amp; leven, zie <a href='https://www.ergens.example/{item}'>de site</a>.</p>\
             <img class='c-card__image' src='/beeld/{item}.jpg' alt='Een foto van iets in de gemeente'></div></article>"
        );
    }
    let _ = write!(
        html,
        "</main><footer class='c-footer'><h2>Volg ons</h2><ul class='c-social'>\
         <li><a href='https://www.facebook.com/{handle}'><svg><title>Facebook</title></svg></a></li>\
         <li><a href='https://x.com/{handle:.15}'>X</a></li>\
         <li><a href='https://www.instagram.com/{handle:.30}/'>Instagram</a></li></ul>\
         <a href='/contact'>Contact</a></footer></body></html>"
    );
    html
}
