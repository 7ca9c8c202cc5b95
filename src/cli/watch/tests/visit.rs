//! A visit over sockets of this machine, from the page that is sent to what is told of it.

use std::io::{BufRead, BufReader, Write};
use std::net::{SocketAddr, TcpListener, TcpStream};
use std::time::Duration;

use officieel_online::client::{Client, Loopback, Settings};
use officieel_online::crawl::Manners;

use super::*;
use crate::changes::Value;

/// What the home page of the organisation answers.
#[derive(Debug, Clone, Copy)]
enum Home {
    Page(&'static str),
    SentTo(&'static str),
    Broken,
}

/// A server that answers as a home page does, for as long as the tests run.
fn server(home: Home) -> SocketAddr {
    let listener = TcpListener::bind(("127.0.0.1", 0)).unwrap();
    let socket = listener.local_addr().unwrap();
    std::thread::spawn(move || {
        for stream in listener.incoming().flatten() {
            let _ = answer(stream, home);
        }
    });
    socket
}

fn answer(mut stream: TcpStream, home: Home) -> std::io::Result<()> {
    let mut lines = BufReader::new(stream.try_clone()?).lines();
    let first = lines.next().transpose()?.unwrap_or_default();
    while lines.next().transpose()?.is_some_and(|line| !line.is_empty()) {}
    let (status, header, body) = match home {
        _ if !first.starts_with("GET / ") => (404, String::new(), ""),
        Home::Page(body) => (200, "Content-Type: text/html; charset=utf-8\r\n".to_owned(), body),
        Home::SentTo(to) => (301, format!("Location: {to}\r\n"), ""),
        Home::Broken => (500, String::new(), ""),
    };
    let length = body.len();
    write!(
        stream,
        "HTTP/1.1 {status} X\r\nConnection: close\r\n{header}Content-Length: {length}\r\n\r\n{body}"
    )
}

/// The directory with another organisation in it.
fn neighbours() -> Directory {
    let other = "\n[[organisation]]\nid = \"ander\"\nname = \"Andere Dienst\"\nkind = \"other\"\n\
                 website = \"https://www.ander.example/\"\n";
    embedded::from_toml(&(directory().to_toml() + other), Date::LAST).unwrap()
}

/// One visit, held against what was known: what it tells, where it leads, and what is known after it.
fn visited(home: Home, before: Option<&Baseline>) -> (Comparison, Baseline) {
    let directory = neighbours();
    let organisations = [directory.organisation_by_id("dienst").unwrap()];
    let folder = tempfile::tempdir().unwrap();
    let loopback = Loopback::default().host("www.dienst.example", server(home)).unwrap();
    let client = Client::on_loopback(Settings::new("0", ""), loopback);
    let command = SweepArguments {
        filter: Vec::new(),
        from: Vec::new(),
        site: None,
        seen: None,
        archive: None,
        state: Some(folder.path().join("state")),
        limit: None,
        dry_run: false,
        offline: false,
        proposals: None,
        json: false,
    };
    let (language, today) = (Language::En, "2026-12-01".parse().unwrap());
    let (out, err): (&mut Vec<u8>, &mut Vec<u8>) = (&mut Vec::new(), &mut Vec::new());
    let mut cx = Context { out, err, styled: false, words: language.words(), language, today };
    let sweep = ArchiveSweep::new(&directory, |_| true);
    let manners = Manners { pause: Duration::ZERO, ..Manners::default() };
    let by = (&client, &manners);
    let visit =
        live::findings_by(by, &command, &directory, &organisations, &sweep, &mut cx).unwrap();
    let visit = visit.unwrap();
    let mut memory = gather::memory(&directory, before);
    let look = gather::Gathering {
        directory: &directory,
        organisations: &organisations,
        before,
        findings: &visit.findings,
        report: Some(&visit.report),
        verified: &[],
        looks: true,
    }
    .look(&[], &mut memory, &cx);
    compare(before, &look)
}

const SHOWN: Home = Home::Page(
    "<html lang=nl><title>Dienst Voorbeeld</title><h1>Dienst Voorbeeld</h1>\
     <footer><a rel=me href=https://mastodon.nl/@dienst>Mastodon</a></footer>",
);

const OTHERS: Home = Home::Page(
    "<html lang=nl><title>Dienst Voorbeeld</title><h1>Dienst Voorbeeld</h1>\
     <footer><a rel=me href=https://mastodon.nl/@dienst>Mastodon</a>\
     <a rel=me href=https://x.com/dienstvoorbeeld>X</a></footer>",
);

const WITHOUT: Home = Home::Page(
    "<html lang=nl><title>Dienst Voorbeeld</title><h1>Dienst Voorbeeld</h1><p>Bel ons.</p>",
);

#[test]
fn what_a_visit_sees_is_told_when_it_differs() {
    let (first, known) = visited(SHOWN, None);
    assert_eq!(kinds(&first), Vec::<&str>::new());
    assert_eq!(first.looked, Some(1));
    let row = known.accounts.values().next().unwrap();
    assert_eq!(row.shown_on.as_deref(), Some(HOME));
    for (name, home, told) in [
        ("all is as it was", SHOWN, vec![]),
        ("one more account", OTHERS, vec!["new-on-site"]),
        ("the account is gone", WITHOUT, vec!["not-shown-once"]),
        ("the site is broken", Home::Broken, vec!["could-not-look"]),
    ] {
        let (comparison, _) = visited(home, Some(&known));
        assert_eq!(kinds(&comparison), told, "{name}");
    }
}

#[test]
fn a_website_that_a_visit_is_sent_away_from_is_lost() {
    let known = visited(SHOWN, None).1;
    for (name, to, told) in [
        ("a stranger", "https://www.vreemd.example/", vec!["site-lost"]),
        ("without encryption", "http://www.vreemd.example/", vec!["could-not-look"]),
        ("another organisation", "https://www.ander.example/", vec!["could-not-look"]),
        ("a platform", "https://x.com/dienst", vec!["site-lost"]),
        ("this machine", "https://127.0.0.1/", vec!["could-not-look"]),
    ] {
        let (comparison, next) = visited(Home::SentTo(to), Some(&known));
        assert_eq!(kinds(&comparison), told, "{name}");
        let Some(change) = comparison.changes.first() else { continue };
        let Some(Value::Text(lost_to)) = &change.after else { panic!("{name}: {change:?}") };
        assert!(to.starts_with(&format!("https://{lost_to}/")), "{name}: {lost_to}");
        assert_eq!(change.page.as_deref(), Some(HOME), "{name}");
        let again = visited(Home::SentTo(to), Some(&next)).0;
        assert_eq!(kinds(&again), told, "{name}: an alarm stands");
        let first = visited(Home::SentTo(to), None).0;
        assert_eq!(kinds(&first), told, "{name}: at a first look as well");
    }
}
