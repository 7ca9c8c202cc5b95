//! Platforms and pages that answer without a network, from the look at them to what is told of it.

mod visit;

use officieel_online::archive::{ArchivedPage, Findings};
use officieel_online::dns::TxtLookup;
use officieel_online::fetch::fake::FakeFetch;
use officieel_online::fetch::{Failure, Outcome};
use officieel_online::verify::Verifier;

use super::*;
use crate::directory::Date;
use crate::embedded;
use crate::words::Language;

const LOOKUP: &str = "https://mastodon.nl/api/v1/accounts/lookup?acct=dienst";
const HOME: &str = "https://www.dienst.example/";
const LINKS: &str = "<a rel=me href=https://mastodon.nl/@dienst>Mastodon</a>";

struct NoRecords;

impl TxtLookup for NoRecords {
    fn txt(&self, _name: &str) -> std::result::Result<Vec<String>, Failure> {
        Ok(Vec::new())
    }
}

fn directory() -> Directory {
    let text = format!(
        "schema = 1\ntitle = \"T\"\nedition = \"2026-11-01\"\nlicence = \"CC0-1.0\"\n\n\
         [[organisation]]\nid = \"dienst\"\nname = \"Dienst Voorbeeld\"\nkind = \"other\"\n\
         website = \"{HOME}\"\n\n\
         [[organisation.account]]\nplatform = \"mastodon\"\nhandle = \"dienst@mastodon.nl\"\n\
         evidence = [{{ method = \"official-site\", url = \"{HOME}\", seen = \"2026-10-01\" }}]\n"
    );
    embedded::from_toml(&text, Date::LAST).unwrap()
}

/// The web of a day: the account with an id and what more its server says, and the home page.
fn web(id: &str, more: &str, home: Option<&str>) -> FakeFetch {
    let account = format!(
        "{{\"id\":\"{id}\",\"acct\":\"dienst\",\"created_at\":\"2023-01-01\",\
         \"url\":\"https://mastodon.nl/@dienst\",\"fields\":[{{\"name\":\"Site\",\
         \"value\":\"<a href=\\\"{HOME}\\\">site</a>\"}}]{more}}}"
    );
    let web = FakeFetch::default().page(LOOKUP, account);
    match home {
        Some(home) => web.page(HOME, home),
        None => web.outcome(HOME, Outcome::CouldNotLook(Failure::TimedOut)),
    }
}

/// One run on a day, held against the one before: what it tells, and what is known after it.
fn run_on(
    day: &str,
    web: &FakeFetch,
    before: Option<&Baseline>,
    findings: &dyn Fn(&Directory) -> Findings,
) -> (Comparison, Baseline) {
    let directory = directory();
    let today: Date = day.parse().unwrap();
    let organisations: Vec<_> = directory.organisation_indexes().collect();
    let mut memory = gather::memory(&directory, before);
    let verifier = Verifier {
        directory: &directory,
        suffixes: embedded::suffixes(),
        fetch: web,
        txt: &NoRecords,
        today,
        memory: &memory,
    };
    let answers = verifier.organisation(organisations[0]);
    let language = Language::En;
    let (out, err): (&mut Vec<u8>, &mut Vec<u8>) = (&mut Vec::new(), &mut Vec::new());
    let cx = Context { out, err, styled: false, words: language.words(), language, today };
    let look = gather::Gathering {
        directory: &directory,
        organisations: &organisations,
        before,
        findings: &findings(&directory),
        report: None,
        verified: &answers,
        looks: true,
    }
    .look(&[], &mut memory, &cx);
    compare(before, &look)
}

fn kinds(of: &Comparison) -> Vec<&'static str> {
    let open = of.open.iter().map(|it| it.kind.id());
    of.changes.iter().map(|it| it.kind.id()).chain(open).collect()
}

#[test]
fn what_the_web_answers_is_told_when_it_differs() {
    let nothing = |_: &Directory| Findings::default();
    let moved = ",\"moved\":{\"acct\":\"ander\",\"url\":\"https://elders.example/@ander\"}";
    let missing = || FakeFetch::default().status(LOOKUP, 404, "{\"error\":\"Record not found\"}");
    for (name, then, told, again) in [
        ("all is as it was", web("1", "", Some(LINKS)), vec![], vec![]),
        ("the link is gone", web("1", "", Some("")), vec!["no-longer-proved"], vec![]),
        ("the site is out", web("1", "", None), vec!["could-not-look"], vec![]),
        ("suspended", web("1", ",\"suspended\":true", Some(LINKS)), vec!["suspended"], vec![]),
        ("another id", web("2", "", Some(LINKS)), vec!["other-id"], vec!["other-id"]),
        (
            "elsewhere",
            web("1", moved, Some("")),
            vec!["moved-to-stranger"],
            vec!["moved-to-stranger"],
        ),
        ("the server is out", missing().status(LOOKUP, 503, ""), vec!["could-not-look"], vec![]),
        ("its server says nothing of itself", missing(), vec!["could-not-look"], vec![]),
    ] {
        let (first, known) = run_on("2026-11-01", &web("1", "", Some(LINKS)), None, &nothing);
        assert_eq!(kinds(&first), Vec::<&str>::new(), "{name}");
        let (second, known) = run_on("2026-12-01", &then, Some(&known), &nothing);
        assert_eq!(kinds(&second), told, "{name}");
        let (third, known) = run_on("2026-12-01", &then, Some(&known), &nothing);
        assert_eq!(kinds(&third), again, "{name}, again");
        // What was known outlives what couldn't be looked at, and an alarm that turned out well.
        let back = run_on("2027-01-01", &web("1", "", Some(LINKS)), Some(&known), &nothing).0;
        let is_better = ["proved", "there-again"];
        assert!(kinds(&back).iter().all(|it| is_better.contains(it)), "{name}: {:?}", kinds(&back));
    }
}

#[test]
fn what_is_not_there_counts_on_a_second_day() {
    let nothing = |_: &Directory| Findings::default();
    let info = "https://mastodon.nl/nodeinfo/2.0";
    let links = format!("{{\"links\":[{{\"href\":\"{info}\"}}]}}");
    let gone = FakeFetch::default()
        .page("https://mastodon.nl/.well-known/nodeinfo", links)
        .page(info, "{\"software\":{\"name\":\"mastodon\"}}");
    let there = web("1", "", Some(LINKS));
    let mut known = run_on("2026-11-01", &there, None, &nothing).1;
    for (day, web, told) in [
        ("2026-12-01", &gone, vec!["not-there-once"]),
        ("2026-12-01", &gone, vec![]),
        ("2026-12-02", &gone, vec!["absent"]),
        ("2027-01-01", &gone, vec![]),
        ("2027-02-01", &there, vec!["back-after-absence"]),
        ("2027-03-01", &there, vec!["back-after-absence"]),
    ] {
        let (comparison, next) = run_on(day, web, Some(&known), &nothing);
        assert_eq!(kinds(&comparison), told, "{day}");
        known = next;
    }
}

/// What an archive of a day shows of the home page.
fn archived(home: &str, day: &str, directory: &Directory) -> Findings {
    let page = ArchivedPage {
        file: "a.warc".to_owned(),
        address: HOME.parse().ok(),
        status: Some(200),
        content_type: Some("text/html".to_owned()),
        location: None,
        refresh: None,
        body: format!("<title>Dienst Voorbeeld</title><footer>{home}</footer>").into_bytes(),
        is_cut: false,
        is_end_told: true,
        seen: day.parse().ok(),
        sealed: None,
    };
    ArchiveSweep::new(directory, |_| true).page(&page)
}

#[test]
fn one_archive_is_one_look_whenever_it_is_read() {
    let web = web("1", "", Some(LINKS));
    let mut known = None;
    for (today, home, seen, told) in [
        ("2026-11-02", LINKS, "2026-11-01", vec![]),
        ("2026-11-12", "<p>Bel ons</p>", "2026-11-10", vec!["not-shown-once"]),
        ("2026-11-30", "<p>Bel ons</p>", "2026-11-10", vec![]),
        ("2026-12-01", "<p>Bel ons</p>", "2026-09-10", vec![]),
        ("2026-12-02", "<p>Bel ons</p>", "2026-11-17", vec!["no-longer-shown"]),
        ("2026-12-03", LINKS, "2026-11-01", vec![]),
        ("2026-12-04", LINKS, "2026-12-04", vec!["shown-again"]),
    ] {
        let findings = |directory: &Directory| archived(home, seen, directory);
        let (comparison, next) = run_on(today, &web, known.as_ref(), &findings);
        assert_eq!(kinds(&comparison), told, "{today}");
        known = Some(next);
    }
}

#[test]
fn what_stands_there_hidden_is_not_gone() {
    let web = web("1", "", Some(LINKS));
    for home in [
        "<div hidden><a rel=me href=https://mastodon.nl/@dienst>Mastodon</a></div>",
        "<style>.z{display:none}</style><a class=z href=https://mastodon.nl/@dienst>Mastodon</a>",
        "<a style=\"opacity:0\" href=https://mastodon.nl/@dienst>Mastodon</a>",
    ] {
        let mut known = None;
        for (day, home) in [("2026-11-01", LINKS), ("2026-11-10", home), ("2026-11-20", home)] {
            let page = format!("<p>Bel ons</p>{home}");
            let findings = |directory: &Directory| archived(&page, day, directory);
            let (comparison, next) = run_on(day, &web, known.as_ref(), &findings);
            assert_eq!(kinds(&comparison), Vec::<&str>::new(), "{day}: {home}");
            known = Some(next);
        }
    }
}
