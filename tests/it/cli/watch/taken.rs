//! What a run tells where somebody else has a site in hand, whatever they leave standing on it.

use std::fs;

use serde_json::Value as Json;

use super::super::harness::{Ran, SMALL, on_day};
use super::Desk;

const FACEBOOK: &str = "www.facebook.com/gemeentezandmeer";
pub(super) const CONTACT: &str = "https://www.zandmeer.example/contact";

/// A page with these things in its head and these in its footer.
pub(super) fn html(title: &str, head: &str, footer: &str) -> String {
    format!(
        "<!DOCTYPE html><html lang=nl><head><title>{title}</title>{head}</head><body><main>\
         <h1>Contact</h1><p>Bel of mail de gemeente Zandmeer over alles.</p></main>\
         <footer><h2>Volg ons</h2>{footer}</footer></body></html>"
    )
}

pub(super) fn link(to: &str) -> String {
    format!("<a href='https://{to}'>volg</a> ")
}

/// A record of an archive.
pub(super) fn record(target: &str, day: &str, head: &str, body: &str) -> String {
    let answer = format!("HTTP/1.1 {head}\r\nContent-Type: text/html\r\n\r\n{body}");
    format!(
        "WARC/1.1\r\nWARC-Type: response\r\nWARC-Target-URI: {target}\r\n\
         WARC-Date: {day}T10:00:00Z\r\nWARC-Record-ID: <urn:{target}#{day}>\r\n\
         Content-Type: application/http; msgtype=response\r\nContent-Length: {}\r\n\r\n{answer}\
         \r\n\r\n",
        answer.len()
    )
}

/// A run over an archive, which keeps what it learns.
pub(super) fn run(desk: &Desk, day: &str, records: &[String], format: &str) -> Ran {
    let file = desk.file("site.warc");
    fs::write(&file, records.concat()).unwrap();
    let baseline = desk.file("known.json");
    let given =
        ["--directory", SMALL, "watch", "name:zandmeer", "kind:municipality", "--format", format];
    let options = ["--baseline", &baseline, "--update-baseline", "--from", &file];
    on_day(day, &[&given[..], &options[..]].concat())
}

/// The status of a run over an archive, and what it tells: the changes with their pages, and what is open.
fn told(desk: &Desk, day: &str, records: &[String]) -> (i32, Vec<(String, String)>, Json) {
    let ran = run(desk, day, records, "json");
    let told: Json = serde_json::from_str(&ran.out).unwrap();
    let text = |it: &Json, key: &str| it[key].as_str().unwrap_or_default().to_owned();
    let all = told["changes"].as_array().unwrap().iter().chain(told["open"].as_array().unwrap());
    let all = all.map(|it| (text(it, "kind"), text(it, "page"))).collect();
    (ran.status, all, told)
}

/// What a page of 1 December tells where one of 21 November showed what is listed.
fn after(head: &str, footer: &str) -> (i32, Vec<String>, Json) {
    let desk = Desk::new();
    let own = [link("x.com/GemZandmeer"), link(FACEBOOK)].concat();
    let first = record(CONTACT, "2026-11-21", "200 OK", &html("Gemeente Zandmeer", "", &own));
    told(&desk, "2026-11-21", &[first]);
    let then = html("Gemeente Zandmeer", head, &[footer, &link(FACEBOOK)].concat());
    let (status, all, json) =
        told(&desk, "2026-12-01", &[record(CONTACT, "2026-12-01", "200 OK", &then)]);
    (status, all.into_iter().map(|it| it.0).collect(), json)
}

#[test]
fn a_look_alike_is_an_alarm_wherever_the_account_still_stands() {
    let own = "https://x.com/GemZandmeer";
    let same_as = format!(
        "<script type='application/ld+json'>{{\"@type\":\"GovernmentOrganization\",\
         \"name\":\"Gemeente Zandmeer\",\"sameAs\":[\"{own}\"]}}</script>"
    );
    for (name, head, footer) in [
        ("nowhere", String::new(), String::new()),
        ("JSON-LD", same_as, String::new()),
        ("meta", "<meta name='twitter:site' content='@GemZandmeer'>".to_owned(), String::new()),
        ("rel=me", format!("<link rel=me href='{own}'>"), String::new()),
        ("an empty link", String::new(), format!("<a href='{own}'></a>")),
        ("an area", String::new(), format!("<map><area href='{own}'></map>")),
        ("noscript", String::new(), format!("<noscript><a href='{own}'>X</a></noscript>")),
        ("hidden", String::new(), format!("<a href='{own}' style='display:none'>X</a>")),
        ("beside it", String::new(), link("x.com/GemZandmeer")),
    ] {
        for look_alike in ["x.com/G3mZandmeer", "x.com/GernZandmeer"] {
            let (status, kinds, json) = after(&head, &[link(look_alike), footer.clone()].concat());
            assert_eq!(status, 3, "{name}, {look_alike}: {kinds:?}");
            let alarm = &json["changes"][0];
            assert_eq!(alarm["kind"], "look-alike-on-site", "{name}, {look_alike}: {kinds:?}");
            assert_eq!(alarm["page"], CONTACT, "{name}, {look_alike}");
        }
    }
}

#[test]
fn an_account_that_no_visitor_sees_beside_another_is_told_once() {
    let desk = Desk::new();
    let page = |footer: &str| {
        let head = "<link rel=me href='https://x.com/GemZandmeer'>";
        html("Gemeente Zandmeer", head, footer)
    };
    let own = link("x.com/GemZandmeer");
    for (day, footer, expected) in [
        ("2026-11-21", own.clone(), vec![]),
        ("2026-11-28", String::new(), vec![]),
        ("2026-12-01", link("x.com/iets_anders"), vec!["not-shown-to-visitors"]),
        ("2026-12-02", link("x.com/iets_anders"), vec![]),
        ("2026-12-03", [own, link("x.com/iets_anders")].concat(), vec![]),
        ("2026-12-04", link("x.com/iets_anders"), vec!["not-shown-to-visitors"]),
    ] {
        let (_, all, _) = told(&desk, day, &[record(CONTACT, day, "200 OK", &page(&footer))]);
        let kinds: Vec<&str> = all.iter().map(|it| it.0.as_str()).collect();
        let kinds: Vec<&str> = kinds.into_iter().filter(|it| *it != "new-on-site").collect();
        assert_eq!(kinds, expected, "{day}");
    }
}

#[test]
fn what_surrounds_a_look_alike_does_not_silence_it() {
    let look_alike = link("x.com/G3mZandmeer");
    for (name, footer) in [
        ("a comment", format!("<div class=comments>{look_alike}</div>")),
        ("a person", format!("<p>Burgemeester {look_alike}</p>")),
        ("whoever made the site", format!("<p>Website door {look_alike}</p>")),
        ("the text of an article", format!("<article><p>Lees {look_alike}</p></article>")),
        ("others", format!("<h3>Onze partners</h3>{look_alike}")),
    ] {
        let own = link("x.com/GemZandmeer");
        let (status, kinds, _) = after("", &[&*own, &footer].concat());
        assert_eq!((status, kinds), (3, vec!["look-alike-on-site".to_owned()]), "{name}");
    }
}

#[test]
fn a_link_that_passes_for_another_one_is_an_alarm() {
    let own = link("x.com/GemZandmeer");
    let (alike, disguised) = ("look-alike-on-site", "disguised-on-site");
    for (address, expected) in [
        ("www.zandmeer.example@x.com/G3mZandmeer", Some(alike)),
        ("x.com:8443/G3mZandmeer", Some(alike)),
        ("www.zandmeer.example/uit?naar=https://x.com/G3mZandmeer", Some(alike)),
        ("l.facebook.com/l.php?u=https://a@x.com/G3mZandmeer", Some(alike)),
        ("www.zandmeer.example@x.com/iets_anders", Some(disguised)),
        ("x.com@evil.example/GemZandmeer", Some(disguised)),
        ("x.com%2FGemZandmeer@evil.example/", Some(disguised)),
        ("www.zandmeer.example@x.com/GemZandmeer", None),
        ("www.zandmeer.example/uit?naar=https://x.com/GemZandmeer", None),
        ("x.com:8443/GemZandmeer", None),
        ("iemand@elders.example/", None),
    ] {
        let (status, kinds, json) = after("", &[&*own, &link(address)].concat());
        assert_eq!(kinds.first().map(String::as_str), expected, "{address}: {kinds:?}");
        assert_eq!(status == 3, expected.is_some(), "{address}: {kinds:?}");
        if expected == Some(disguised) {
            let text = json["changes"][0]["text"].as_str().unwrap();
            assert!(text.contains(address), "{address}: {text}");
        }
    }
}

#[test]
fn a_listed_account_behind_a_disguise_is_not_shown_and_behind_an_own_redirect_it_may_be() {
    for (address, told) in [
        ("www.zandmeer.example@x.com/GemZandmeer", &["not-shown-once"][..]),
        ("x.com:8443/GemZandmeer", &["not-shown-once"]),
        ("www.zandmeer.example/uit?naar=https://x.com/GemZandmeer", &[]),
    ] {
        let (status, kinds, _) = after("", &link(address));
        assert_eq!(status, 0, "{address}");
        assert_eq!(kinds, told, "{address}");
    }
}

#[test]
fn legitimate_neighbours_of_an_account_are_no_alarm() {
    let own = link("x.com/GemZandmeer");
    for (name, more) in [
        ("another body's", link("x.com/POL_Zandmeer")),
        ("its own second one", link("www.instagram.com/gemeente.zandmeer")),
        ("one that it gave up", link("x.com/zandmeer_oud")),
        ("one like no other", link("x.com/bibliotheek_oost")),
        ("a post of its own", link("x.com/GemZandmeer/status/1")),
    ] {
        let (status, kinds, _) = after("", &[own.clone(), more].concat());
        assert!(status < 3, "{name}: {kinds:?}");
        assert!(!kinds.contains(&"look-alike-on-site".to_owned()), "{name}: {kinds:?}");
    }
}

#[test]
fn another_page_of_the_host_does_not_make_a_take_over_a_note() {
    let desk = Desk::new();
    let page = |account: &str| html("Gemeente Zandmeer", "", &link(account));
    let own = page("x.com/GemZandmeer");
    told(&desk, "2026-11-21", &[record(CONTACT, "2026-11-21", "200 OK", &own)]);
    let upload = "https://www.zandmeer.example/upload/a";
    let then = [
        record(CONTACT, "2026-12-01", "200 OK", &page("x.com/G3mZandmeer")),
        record(upload, "2026-12-01", "200 OK", &own),
    ];
    let (status, all, _) = told(&desk, "2026-12-01", &then);
    assert_eq!(status, 3, "{all:?}");
    assert_eq!(all[0], ("look-alike-on-site".to_owned(), CONTACT.to_owned()));
}

#[test]
fn a_site_in_other_hands_is_an_alarm_until_it_is_dealt_with() {
    let home = "https://www.zandmeer.example/";
    let refresh = |to: &str| {
        let head = format!("<meta http-equiv=refresh content='0;url={to}'>");
        html("Gemeente Zandmeer", &head, "")
    };
    let away = "301 Moved\r\nLocation: https://evil.example/";
    let sale = "<title>zandmeer.example is te koop</title><p>Doe een bod.</p>";
    let stranger = "from https://www.zandmeer.example/ to https://evil.example/";
    for (name, page, head, body, detail) in [
        ("a page that sends on", home, "200 OK", refresh("https://evil.example/"), Some(stranger)),
        ("a redirect", home, away, String::new(), Some(stranger)),
        ("for sale", home, "200 OK", sale.to_owned(), Some("for sale")),
        ("for sale, below", CONTACT, "200 OK", sale.to_owned(), Some("for sale")),
        ("its own host", home, "200 OK", refresh("https://zandmeer.example/nl"), None),
        (
            "a page for sales",
            "https://www.zandmeer.example/zaal",
            "200 OK",
            refresh("https://kaartjes.example/"),
            None,
        ),
    ] {
        let desk = Desk::new();
        let own = html("Gemeente Zandmeer", "", &link("x.com/GemZandmeer"));
        let beside = "https://www.zandmeer.example/nieuws";
        let beside = record(beside, "2026-11-21", "200 OK", &own);
        let good = record(page, "2026-11-21", "200 OK", &own);
        run(&desk, "2026-11-21", &[beside.clone(), good], "json");
        for day in ["2026-12-01", "2027-01-01"] {
            let lost = record(page, day, head, &body);
            let (status, all, json) = told(&desk, day, &[beside.clone(), lost]);
            let alarm = ("site-lost".to_owned(), page.to_owned());
            assert_eq!(all.contains(&alarm), detail.is_some(), "{name}, {day}: {all:?}");
            let Some(detail) = detail else { continue };
            assert_eq!(status, 3, "{name}, {day}: {all:?}");
            let text = json["changes"][0]["text"].as_str().unwrap();
            assert!(text.contains(detail), "{name}, {day}: {text}");
        }
    }
}

#[test]
fn a_baseline_of_a_day_that_is_yet_to_come_is_refused() {
    let desk = Desk::new();
    let own = html("Gemeente Zandmeer", "", &link("x.com/GemZandmeer"));
    let page = |day: &str| [record(CONTACT, day, "200 OK", &own)];
    run(&desk, "2026-11-21", &page("2026-11-21"), "text");
    let known = fs::read_to_string(desk.file("known.json")).unwrap();
    for (key, status) in [("shown_seen", 2), ("seen", 2)] {
        for (day, status) in [("2999-01-01", status), ("2026-12-03", status), ("2026-12-02", 0)] {
            let (old, new) = (format!("\"{key}\":"), format!("\"{key}\":\"{day}\""));
            let lines = known.replace("\"seen\": ", "\"seen\":");
            let written = lines.replace(&format!("{old}\"2026-11-21\""), &new);
            assert_ne!(lines, written, "{key}");
            fs::write(desk.file("known.json"), written).unwrap();
            let ran = run(&desk, "2026-12-01", &page("2026-12-01"), "text");
            assert_eq!(ran.status, status, "{key} {day}: {}", ran.shown());
            let is_named = ran.err.contains(&format!("`{key}`")) && ran.err.contains(day);
            assert_eq!(is_named, status == 2, "{key} {day}: {}", ran.err);
        }
    }
}
