use std::time::Duration;

use proptest::prelude::*;

use super::*;
use crate::fetch::{Failure, Outcome, Page, Refusal};

fn sample(name: &str) -> Robots {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/fixtures/robots/");
    let file = std::fs::read(format!("{folder}{name}")).unwrap();
    Robots::parse(&file, "officieel")
}

#[test]
fn files_say_what_may_be_asked_for() {
    for (file, path, expected) in [
        ("ai-block.txt", "/", true),
        ("ai-block.txt", "/inloggen/", false),
        ("crawl-delay.txt", "/zoeken?q=x", false),
        ("crawl-delay.txt", "/lijst?sort=naam", false),
        ("crawl-delay.txt", "/a.pdf", false),
        ("crawl-delay.txt", "/a.pdf?versie=2", true),
        ("disallow-all.txt", "/", false),
        ("disallow-all.txt", "/robots.txt", true),
        ("groups-merge.txt", "/", true),
        ("groups-merge.txt", "/a", false),
        ("groups-merge.txt", "/b/c", false),
        ("html-instead.txt", "/", true),
        ("only-us.txt", "/", true),
        ("only-us.txt", "/contact", false),
        ("only-us.txt", "/contact/social", true),
        ("percent.txt", "/bestand naam", false),
        ("percent.txt", "/bestand%20naam", false),
        ("percent.txt", "/bestand%20naam/ok", true),
        ("percent.txt", "/€", false),
        ("percent.txt", "/%e2%82%ac", false),
        ("percent.txt", "/%C3%A9", true),
    ] {
        assert_eq!(sample(file).allows(path), expected, "{file} {path}");
    }
    assert_eq!(sample("crawl-delay.txt").crawl_delay(), Some(Duration::from_secs(10)));
}

#[test]
fn the_longest_rule_that_fits_decides() {
    for (rules, path, expected) in [
        ("allow: /p\ndisallow: /", "/page", true),
        ("disallow: /p\nallow: /p", "/page", true),
        ("allow: /page\ndisallow: /*.htm", "/page.htm", false),
        ("allow: /$\ndisallow: /", "/", true),
        ("allow: /$\ndisallow: /", "/page", false),
        ("disallow: /*/x*y$", "/a/x/y", false),
        ("disallow: /*/x*y$", "/a/x/yz", true),
        ("disallow: /a$", "/a", false),
        ("disallow: /a$", "/aa", true),
        ("disallow: *", "/", false),
        ("disallow: /a*a$", "/a", true),
        ("disallow: page", "/page", true),
        ("disallow: /file-with-a-%2A.html", "/file-with-a-*.html", false),
        ("disallow: /foo%24", "/foo$", false),
        ("disallow: /%7Ejan", "/~jan", false),
        ("Disallow :/x", "/x", false),
        ("disallow:", "/", true),
        ("disallow: /a # b", "/a", false),
        ("nonsense\n: \n:::\ndisallow: /a", "/a", false),
    ] {
        let file = format!("user-agent: *\n{rules}\n");
        let robots = Robots::parse(file.as_bytes(), "officieel");
        assert_eq!(robots.allows(path), expected, "{rules:?} {path}");
    }
}

#[test]
fn groups_are_for_whom_they_name() {
    for (file, path, expected) in [
        ("User-agent: officieel/1.0\nDisallow: /a", "/a", false),
        ("User-agent: officieelbot\nDisallow: /a", "/a", true),
        ("User-agent: x\nUser-agent: *\nDisallow: /a", "/a", false),
        ("User-agent: x\nDisallow: /a\nUser-agent: y\nDisallow: /b", "/a", true),
        ("User-agent: *\nSitemap: https://a.example/\nDisallow: /a", "/a", false),
        ("User-agent: *\nUser-agent: x\nCrawl-delay: 3\nDisallow: /a", "/a", false),
        ("User-agent: officieel\n\nUser-agent: *\nDisallow: /", "/", false),
        ("User-agent: officieel\nDisallow:\nUser-agent: *\nDisallow: /", "/", true),
        ("Disallow: /", "/", true),
        ("User-agent: *\rDisallow: /a\r", "/a", false),
    ] {
        let robots = Robots::parse(file.as_bytes(), "officieel");
        assert_eq!(robots.allows(path), expected, "{file:?} {path}");
    }
}

#[test]
fn delays_are_read_where_they_can_be() {
    for (value, expected) in [
        ("10", Some(Duration::from_secs(10))),
        ("0.5", Some(Duration::from_millis(500))),
        ("99999999999999999999999999", Some(Duration::MAX)),
        ("-1", None),
        ("inf", None),
        ("soon", None),
        ("", None),
        ("1.2.3", None),
    ] {
        let file = format!("User-agent: *\nCrawl-delay: {value}\n");
        let delay = Robots::parse(file.as_bytes(), "officieel").crawl_delay();
        assert_eq!(delay, expected, "{value:?}");
    }
}

#[test]
fn what_stands_beyond_the_length_that_is_read_counts_for_nothing() {
    let with_rule_at = |at: usize| {
        let mut file = b"User-agent: *\n".to_vec();
        while file.len() < at {
            file.extend_from_slice(b"# a comment of a line\n");
        }
        file.extend_from_slice(b"Disallow: /\n");
        Robots::parse(&file, "officieel").allows("/")
    };
    assert!(!with_rule_at(500_000), "within the first 512,000 bytes");
    assert!(with_rule_at(520_000), "behind them");
}

#[test]
fn answers_other_than_a_file_close_or_open_the_host() {
    let answered = |status| {
        let url = url::Url::parse("https://a.example/robots.txt").unwrap();
        Outcome::Page(Page::bare(url, status, b""))
    };
    for (answer, expected) in [
        (answered(404), Ok(true)),
        (answered(403), Ok(true)),
        (answered(200), Ok(true)),
        (answered(503), Err(Failure::Status(503))),
        (answered(429), Err(Failure::Status(429))),
        (Outcome::CouldNotLook(Failure::TimedOut), Err(Failure::TimedOut)),
        (Outcome::CouldNotLook(Failure::TooManyRedirects), Ok(true)),
        (Outcome::Refused(Refusal::PrivateAddress), Err(Failure::Refused(Refusal::PrivateAddress))),
    ] {
        let read = Robots::of_answer(&answer, "officieel").map(|robots| robots.allows("/"));
        assert_eq!(read, expected, "{answer:?}");
    }
}

proptest! {
    #[test]
    fn any_file_can_be_read(file in proptest::collection::vec(any::<u8>(), 0..400), path in ".{0,60}") {
        let robots = Robots::parse(&file, "officieel");
        prop_assert!(robots.allows("/robots.txt"));
        let _ = robots.allows(&path);
    }

    /// The pattern is its own witness: with something for each star, it fits.
    #[test]
    fn a_pattern_fits_what_is_made_from_it(
        parts in proptest::collection::vec("[a-c/]{0,4}", 1..6),
        filling in "[a-c]{0,3}",
    ) {
        let pattern = format!("/{}", parts.join("*"));
        let path = format!("/{}", parts.join(&filling));
        for end in ["", "$"] {
            let file = format!("User-agent: *\nDisallow: {pattern}{end}\n");
            prop_assert!(!Robots::parse(file.as_bytes(), "x").allows(&path), "{pattern}{end} {path}");
        }
    }
}
