mod evidence;
mod missing;
mod unread;

use std::sync::LazyLock;

use officieel_directory::directory::Date;
use proptest::prelude::*;

use super::*;
use crate::links::Outcome;
use crate::testing::leaning;
use crate::warc::{Exchange, Writer};

static DIRECTORY: LazyLock<Directory> = LazyLock::new(|| {
    leaning(
        r#"schema = 1
title = "T"
edition = "2026-01-01"
licence = "CC0-1.0"

[[organisation]]
id = "gemeente-voorbeeld"
name = "Gemeente Voorbeeld"
kind = "municipality"
website = "https://www.voorbeeld.example/"

[[organisation]]
id = "gemeente-anders"
name = "Gemeente Anders"
kind = "municipality"
website = "https://www.anders.example/"
"#,
    )
});

/// A directory in which a page showed the account of an organisation on a day.
fn shown_on(page: &str, seen: &str) -> Directory {
    leaning(&format!(
        r#"schema = 1
title = "T"
edition = "2026-11-02"
licence = "CC0-1.0"

[[organisation]]
id = "gemeente-voorbeeld"
name = "Gemeente Voorbeeld"
kind = "municipality"
website = "https://www.voorbeeld.example/"

[[organisation.account]]
platform = "x"
handle = "gem_voorbeeld"
evidence = [{{ method = "official-site", url = "{page}", seen = "{seen}" }}]
"#
    ))
}

fn html(body: &str) -> String {
    format!("<title>Gemeente Voorbeeld</title>{body}")
}

fn archived(address: &str, body: &str) -> ArchivedPage {
    ArchivedPage {
        file: "a.warc".to_owned(),
        address: Some(address.parse().unwrap()),
        status: Some(200),
        content_type: Some("text/html".to_owned()),
        location: None,
        refresh: None,
        body: html(body).into_bytes(),
        is_cut: false,
        is_end_told: true,
        seen: "2026-11-30".parse().ok(),
        sealed: None,
    }
}

fn found(findings: &Findings) -> Vec<(&str, Outcome, &str, usize)> {
    findings
        .found()
        .map(|(key, it)| (key.platform.as_str(), it.best.outcome, it.best.rule, it.pages.len()))
        .collect()
}

#[test]
fn an_archive_is_swept() {
    let mut writer = Writer::compressed(Vec::new());
    writer.info("test", "2026-11-30T12:00:00Z").unwrap();
    let footer = "<footer><a href='https://x.com/gem_voorbeeld'>X</a></footer>";
    for (target, head) in [
        ("https://www.voorbeeld.example/", "HTTP/1.1 200 OK\r\nContent-Type: text/html"),
        ("https://www.voorbeeld.example/contact", "HTTP/1.1 200 OK\r\nContent-Type: text/html"),
        ("https://www.voorbeeld.example/weg", "HTTP/1.1 301 Moved\r\nContent-Type: text/html"),
        ("https://www.voorbeeld.example/stuk", "HTTP/1.1 503 Later\r\nContent-Type: text/html"),
        ("https://www.voorbeeld.example/a.png", "HTTP/1.1 200 OK\r\nContent-Type: image/png"),
        ("https://student.example/", "HTTP/1.1 200 OK\r\nContent-Type: text/html"),
    ] {
        let response = format!("{head}\r\n\r\n{}</html>", html(footer));
        let exchange = Exchange {
            target,
            date: "2026-11-30T12:00:00Z",
            request: b"GET / HTTP/1.1\r\n\r\n",
            response: response.as_bytes(),
            is_cut: false,
        };
        writer.exchange(&exchange).unwrap();
    }
    let file = writer.into_inner();
    let sweep = ArchiveSweep::new(&DIRECTORY, |_| true);
    let findings = sweep.run(pages_of("a.warc", file.as_slice()));
    assert_eq!(found(&findings), [("x", Outcome::New, "own-name", 2)]);
    let looked: Vec<_> = findings.looked_at("gemeente-voorbeeld").collect();
    let site = "https://www.voorbeeld.example";
    assert_eq!(looked, [(format!("{site}/").as_str(), true), (&format!("{site}/contact"), true)]);
    let not_looked: Vec<_> =
        findings.not_looked_at(Some("gemeente-voorbeeld")).map(|it| it.1).collect();
    assert_eq!(not_looked, [NotLooked::Status(503), NotLooked::Redirect]);
    let nobody: Vec<_> = findings.not_looked_at(None).collect();
    assert_eq!(nobody, [("https://student.example/", NotLooked::Nobody)]);
}

#[test]
fn only_those_asked_for_are_looked_at() {
    let other = DIRECTORY.organisation_by_id("gemeente-anders");
    let sweep = ArchiveSweep::new(&DIRECTORY, move |it| Some(it) == other);
    let page =
        archived("https://www.voorbeeld.example/", "<a href='https://x.com/gem_voorbeeld'>X</a>");
    assert_eq!(sweep.page(&page), Findings::default());
}

#[test]
fn a_page_may_say_its_address_itself() {
    let sweep = ArchiveSweep::new(&DIRECTORY, |_| true);
    for (name, head, expected) in [
        ("canonical", "<link rel=canonical href='https://www.voorbeeld.example/'>", 1),
        ("og:url", "<meta property=og:url content='https://www.voorbeeld.example/'>", 1),
        ("another site", "<link rel=canonical href='https://www.ergens.example/'>", 0),
        ("nothing", "", 0),
        (
            "both",
            "<link rel=canonical href='https://www.voorbeeld.example/'>\
             <meta property=og:url content='https://www.voorbeeld.example'>",
            1,
        ),
        (
            "both, which differ",
            "<link rel=canonical href='https://www.voorbeeld.example/'>\
             <meta property=og:url content='https://www.anders.example/'>",
            0,
        ),
        (
            "two that differ",
            "<link rel=canonical href='https://www.voorbeeld.example/'>\
             <link rel=canonical href='https://www.anders.example/'>",
            0,
        ),
        ("saved", "<!-- saved from url=(0029)https://www.voorbeeld.example/ -->", 1),
        (
            "saved from elsewhere",
            "<!-- saved from url=(0026)https://www.ergens.example/ -->\
             <link rel=canonical href='https://www.voorbeeld.example/'>",
            0,
        ),
        ("in the body", "<p>a</p><link rel=canonical href='https://www.voorbeeld.example/'>", 0),
        ("behind words", "a<meta property=og:url content='https://www.voorbeeld.example/'>", 0),
        (
            "in a template",
            "<template><link rel=canonical href='https://www.voorbeeld.example/'></template>",
            0,
        ),
        (
            "in the head and the same in the body",
            "<link rel=canonical href='https://www.voorbeeld.example/'>\
             <p><link rel=canonical href='https://www.voorbeeld.example/'>",
            1,
        ),
        (
            "in the head and another in the body",
            "<link rel=canonical href='https://www.voorbeeld.example/'>\
             <p><link rel=canonical href='https://www.anders.example/'>",
            0,
        ),
    ] {
        let body = format!("{head}<a href='https://x.com/gem_voorbeeld'>X</a>");
        let page = ArchivedPage { address: None, ..archived("https://a.example", &body) };
        let findings = sweep.page(&page);
        assert_eq!(findings.found().count(), expected, "{name}");
        let is_own_word = findings.is_named_by_itself("https://www.voorbeeld.example/")
            || findings.is_named_by_itself("https://www.voorbeeld.example");
        assert_eq!(is_own_word, expected > 0, "{name}");
    }
}

#[test]
fn what_a_page_does_not_show_counts_only_since_it_was_seen_to() {
    let directory = shown_on("https://www.voorbeeld.example/contact", "2026-11-01");
    let index = directory.organisation_by_id("gemeente-voorbeeld").unwrap();
    let sweep = ArchiveSweep::new(&directory, |_| true);
    for (name, seen, expected) in [
        ("a later look", Some("2026-11-30"), 1),
        ("the same day", Some("2026-11-01"), 1),
        ("an older archive", Some("2025-11-30"), 0),
        ("a day that nobody knows", None, 0),
    ] {
        let mut page = archived("https://www.voorbeeld.example/contact", "<p>Bel ons maar</p>");
        page.seen = seen.and_then(|day| day.parse().ok());
        let findings = sweep.page(&page);
        assert_eq!(findings.no_longer_shown(&directory, index).len(), expected, "{name}");
        let whole =
            findings.whole_on("gemeente-voorbeeld", "https://www.voorbeeld.example/contact");
        assert_eq!(whole, page.seen, "{name}");
    }
}

/// Pages with some accounts in some places.
fn any_page() -> impl Strategy<Value = ArchivedPage> {
    let link = ("(x\\.com|www\\.facebook\\.com)", "(gem_voorbeeld|iets|nog)", "(footer|main|div)");
    let links = proptest::collection::vec(link, 0..4);
    let host = "(www\\.voorbeeld|www\\.anders|student)";
    (host, "(|contact|weg)", links, 1_u8..4, 0_usize..3).prop_map(
        |(host, path, links, day, status)| {
            let body: Vec<String> = links
                .iter()
                .map(|(platform, name, zone)| {
                    format!("<{zone}><a href='https://{platform}/{name}'>X</a></{zone}>")
                })
                .collect();
            let status = [200, 404, 503].get(status).copied();
            let seen = Date::new(2026, 11, day).ok();
            ArchivedPage {
                status,
                seen,
                ..archived(&format!("https://{host}.example/{path}"), &body.concat())
            }
        },
    )
}

proptest! {
    #[test]
    fn merging_is_associative_commutative_and_idempotent(
        pages in proptest::collection::vec(any_page(), 0..8),
        cuts in (0_usize..9, 0_usize..9),
    ) {
        let sweep = ArchiveSweep::new(&DIRECTORY, |_| true);
        let all: Vec<Findings> = pages.iter().map(|page| sweep.page(page)).collect();
        let merged = |all: &[Findings]| all.iter().cloned().fold(Findings::default(), Findings::merge);
        let (low, high) = (cuts.0.min(cuts.1).min(all.len()), cuts.0.max(cuts.1).min(all.len()));
        let (a, b, c) = (merged(&all[..low]), merged(&all[low..high]), merged(&all[high..]));
        let whole = merged(&all);
        prop_assert_eq!(&a.clone().merge(b.clone()).merge(c.clone()), &whole);
        prop_assert_eq!(&a.clone().merge(b.clone().merge(c.clone())), &whole);
        prop_assert_eq!(&c.merge(a).merge(b), &whole);
        prop_assert_eq!(&whole.clone().merge(whole.clone()), &whole);
        prop_assert_eq!(sweep.run(pages.into_iter().map(Ok)), whole);
    }
}

#[test]
fn a_page_that_sends_on_to_a_stranger_shows_nothing() {
    let footer = "<footer><a href='https://x.com/gem_voorbeeld'>X</a></footer>";
    let meta = |to: &str| format!("<meta http-equiv=Refresh content=\"5; URL='{to}'\">{footer}");
    let sweep = ArchiveSweep::new(&DIRECTORY, |_| true);
    let away = Some(NotLooked::Obstacle(Obstacle::SentAway));
    for (name, body, header, why, is_whole) in [
        ("a stranger", meta("https://koopjes.example/"), None, away, false),
        ("one without its scheme", meta("//koopjes.example/nl"), None, away, false),
        ("another body", meta("https://www.anders.example/"), None, away, false),
        ("by a header", footer.to_owned(), Some("0; url=https://koopjes.example/"), away, false),
        (
            "by its base",
            format!("<base href='https://koopjes.example/'>{}", meta("/nl")),
            None,
            away,
            false,
        ),
        ("its own host", meta("/nl/"), None, None, false),
        ("its own host with www.", meta("https://voorbeeld.example/nl/"), None, None, false),
        ("a host below its own", meta("https://nieuw.voorbeeld.example/"), None, None, false),
        ("itself again", meta("https://www.voorbeeld.example/"), None, None, true),
        ("only a time", format!("<meta http-equiv=refresh content=300>{footer}"), None, None, true),
        (
            "without scripts",
            format!("<noscript>{}</noscript>", meta("https://koopjes.example/")),
            None,
            None,
            true,
        ),
        (
            "a template",
            format!("<template>{}</template>{footer}", meta("https://koopjes.example/")),
            None,
            None,
            true,
        ),
        ("a script", meta("javascript:alert(1)"), None, None, true),
    ] {
        let page = archived("https://www.voorbeeld.example/", &body);
        let findings = sweep.page(&ArchivedPage { refresh: header.map(str::to_owned), ..page });
        let id = "gemeente-voorbeeld";
        let not_looked = findings.not_looked_at(Some(id)).next().map(|(_, why)| why);
        assert_eq!(not_looked, why, "{name}");
        let whole = findings.looked_at(id).any(|(_, is_whole)| is_whole);
        assert_eq!(whole, is_whole, "{name}");
        let counted = findings.found().any(|(_, it)| it.best.outcome != Outcome::Refused);
        assert_eq!(counted, why.is_none(), "{name}");
    }
}

#[test]
fn a_revisit_shows_the_page_that_it_refers_to() {
    let record = |head: &str, content: &str| {
        let length = content.len();
        format!("WARC/1.1\r\n{head}Content-Length: {length}\r\n\r\n{content}\r\n\r\n")
    };
    let uri = "WARC-Target-URI: https://www.voorbeeld.example/\r\n";
    let page = record(
        &format!(
            "WARC-Type: response\r\n{uri}WARC-Date: 2026-11-01T00:00:00Z\r\nWARC-Record-ID: <urn:a>\r\n"
        ),
        "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n<p>a</p>",
    );
    let revisit = |refers: &str| {
        let head =
            format!("WARC-Type: revisit\r\n{uri}WARC-Date: 2026-11-05T00:00:00Z\r\n{refers}");
        record(&head, "HTTP/1.1 304 Not Modified\r\n\r\n")
    };
    let dated = "WARC-Refers-To-Date: 2026-11-01T00:00:00Z\r\n";
    let to = "WARC-Refers-To-Target-URI: https://www.voorbeeld.example/\r\n";
    for (name, refers, is_shown) in [
        ("by id", "WARC-Refers-To: <urn:a>\r\n".to_owned(), true),
        ("by address and date", format!("{to}{dated}"), true),
        ("by date", dated.to_owned(), true),
        ("another id", format!("WARC-Refers-To: <urn:b>\r\n{dated}"), false),
        ("another date", dated.replace("-01T", "-02T"), false),
        ("another address", dated.to_owned() + &to.replace("www.", "x."), false),
        ("nothing", String::new(), false),
    ] {
        let file = page.clone() + &revisit(&refers);
        let pages: Vec<_> = pages_of("f", file.as_bytes()).collect();
        let days: Vec<Option<String>> = pages
            .iter()
            .map(|it| it.as_ref().ok().and_then(|it| Some(it.seen?.to_string())))
            .collect();
        let again = is_shown.then(|| "2026-11-05".to_owned());
        assert_eq!(days, [Some("2026-11-01".to_owned()), again], "{name}");
        if !is_shown {
            assert_eq!(pages[1].as_ref().unwrap_err().why, NotLooked::Revisit, "{name}");
        }
    }
}
