//! How a run tells what it saw.

use super::Desk;
use super::taken::{CONTACT, html, link, record, run};

const HOME: &str = "https://www.zandmeer.example/";
const DAY: &str = "2026-12-01";

/// A page that sends its visitors on.
fn refresh(to: &str) -> String {
    let head = format!("<meta http-equiv=refresh content='0;url={to}'>");
    html("Gemeente Zandmeer", &head, "")
}

#[test]
fn a_site_in_other_hands_was_looked_at() {
    let own = html("Gemeente Zandmeer", "", &link("x.com/GemZandmeer"));
    let away = "301 Moved\r\nLocation: https://evil.example/";
    let sale = "<title>zandmeer.example is te koop</title><p>Doe een bod.</p>".to_owned();
    for (name, head, body) in [
        ("a page that sends on", "200 OK", refresh("https://evil.example/")),
        ("a redirect", away, String::new()),
        ("for sale", "200 OK", sale),
    ] {
        let desk = Desk::new();
        run(&desk, "2026-11-21", &[record(HOME, "2026-11-21", "200 OK", &own)], "text");
        let ran = run(&desk, DAY, &[record(HOME, DAY, head, &body)], "text");
        assert_eq!(ran.status, 3, "{name}: {}", ran.shown());
        for wrong in ["Nothing follows", "Nothing could be looked at", "Not known yet"] {
            assert!(!ran.out.contains(wrong), "{name}: {}", ran.out);
        }
        assert!(!ran.err.contains("--offline"), "{name}: {}", ran.err);
    }
}

#[test]
fn a_page_that_leads_elsewhere_tells_where() {
    let own = html("Gemeente Zandmeer", "", &link("x.com/GemZandmeer"));
    for to in ["https://kaartjes.example/zaal", "https://www.toeslagen.example/"] {
        let desk = Desk::new();
        run(&desk, "2026-11-21", &[record(CONTACT, "2026-11-21", "200 OK", &own)], "text");
        let pages = [
            record(CONTACT, DAY, "200 OK", &own),
            record("https://www.zandmeer.example/zaal", DAY, "200 OK", &refresh(to)),
        ];
        let ran = run(&desk, DAY, &pages, "text");
        let line = ran.out.lines().find(|it| it.contains("https://www.zandmeer.example/zaal"));
        assert!(line.is_some_and(|it| it.contains(to)), "{to}: {}", ran.out);
        assert!(ran.out.contains("Nothing follows from that"), "{to}: {}", ran.out);
    }
}

#[test]
fn each_body_has_one_heading() {
    let page = |accounts: &[&str]| {
        let links: Vec<String> = accounts.iter().map(|it| link(it)).collect();
        html("Gemeente Zandmeer", "", &links.concat())
    };
    for (format, heading) in [("text", "Gemeente Zandmeer"), ("markdown", "## Gemeente Zandmeer")] {
        let desk = Desk::new();
        let own = page(&["x.com/GemZandmeer"]);
        run(&desk, "2026-11-21", &[record(CONTACT, "2026-11-21", "200 OK", &own)], format);
        let then = page(&["x.com/GemZandmeer", "x.com/G3mZandmeer", "x.com/Zandmeer"]);
        let ran = run(&desk, DAY, &[record(CONTACT, DAY, "200 OK", &then)], format);
        let headings = ran.out.lines().filter(|line| *line == heading).count();
        assert_eq!(headings, 1, "{format}: {}", ran.out);
        let (alarm, note) = (ran.out.find("G3mZandmeer"), ran.out.find("X Zandmeer"));
        assert!(alarm.is_some() && alarm < note, "{format}: {}", ran.out);
    }
}
