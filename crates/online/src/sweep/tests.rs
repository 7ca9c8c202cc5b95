use std::sync::atomic::AtomicBool;
use std::time::Duration;

use super::*;
use crate::archive::pages_of;
use crate::clock::ManualClock;
use crate::crawl::{Crawl, HostPlan, Manners, Plan, Report, State};
use crate::fetch::{Fetch, Outcome, Page as Answer, Request};
use crate::links::Outcome as Sorted;
use crate::testing::leaning;

/// 28 November 2026.
const START: u64 = 1_795_824_000;

const HOME: &str = "<html><title>Gemeente Voorbeeld</title><a href='/contact'>Contact</a>\
    <footer><h2>Volg ons</h2><a href='https://x.com/gem_voorbeeld'>X</a></footer></html>";
const CONTACT: &str = "<html><title>Contact - Gemeente Voorbeeld</title>\
    <footer><a href='https://www.instagram.com/gemeentevoorbeeld/'>Instagram</a></footer></html>";

/// A site with a home page and a contact page, which stay as they are.
struct Site;

impl Fetch for Site {
    fn fetch(&self, request: &Request<'_>) -> Outcome {
        let (status, body) = match request.url.path() {
            "/" => (200, HOME),
            "/contact" => (200, CONTACT),
            _ => (404, ""),
        };
        if request.validators.etag.is_some() {
            return Outcome::NotModified(request.url.clone());
        }
        let mut page = Answer::bare(request.url.clone(), status, body.as_bytes());
        page.headers.push(("content-type".to_owned(), "text/html; charset=utf-8".to_owned()));
        page.headers.push(("etag".to_owned(), "\"1\"".to_owned()));
        Outcome::Page(page)
    }
}

fn directory() -> officieel_directory::directory::Directory {
    leaning(
        "schema = 1\ntitle = \"T\"\nedition = \"2026-01-01\"\nlicence = \"CC0-1.0\"\n\n\
         [[organisation]]\nid = \"gemeente-voorbeeld\"\nname = \"Gemeente Voorbeeld\"\n\
         kind = \"municipality\"\nplaces = [\"Voorbeeld\"]\n\
         website = \"https://www.voorbeeld.example/\"\n\n\
         [[organisation.account]]\nplatform = \"x\"\nhandle = \"gem_voorbeeld\"\n\
         evidence = [{ method = \"press\", url = \"https://krant.example/\", seen = \"2020-01-01\" }]\n",
    )
}

fn visit(folder: &Path, keeper: &PageKeeper, day: u64) -> Report {
    let directory = directory();
    let plan = Plan::of(&directory, directory.organisation_indexes());
    let state = State::open(folder).unwrap();
    let clock = ManualClock::at(START + day * 86_400);
    let manners = Manners { hosts_at_once: 1, pause: Duration::ZERO, ..Manners::default() };
    let allows = |_: &HostPlan, from: &str, to: &str| from == to;
    let crawl =
        Crawl { fetch: &Site, clock: &clock, visitor: keeper, manners: &manners, allows: &allows };
    crawl.run(&plan, &state, &|_| {}, &AtomicBool::new(false)).unwrap()
}

#[test]
fn what_is_seen_on_a_visit_is_sorted_and_bears_the_day_of_it() {
    let folder = tempfile::tempdir().unwrap();
    let keeper = PageKeeper::new(&folder.path().join("pages")).unwrap();
    let directory = directory();
    let sweep = ArchiveSweep::new(&directory, |_| true);
    for day in [0, 3] {
        let report = visit(folder.path(), &keeper, day);
        let findings = keeper.findings(&report, &sweep);
        let found: Vec<_> = findings
            .found()
            .map(|(key, it)| {
                let seen = it.best.seen.0.unwrap().to_string();
                (key.platform.as_str(), it.best.outcome, seen)
            })
            .collect();
        let seen = format!("2026-{}", ["11-28", "12-01"][usize::from(day > 0)]);
        let expected =
            [("instagram", Sorted::New, seen.clone()), ("x", Sorted::Confirms, seen.clone())];
        assert_eq!(found, expected, "day {day}");
    }
}

#[test]
fn the_archive_of_a_visit_shows_the_same() {
    let folder = tempfile::tempdir().unwrap();
    let keeper = PageKeeper::new(&folder.path().join("pages")).unwrap();
    let report = visit(folder.path(), &keeper, 0);
    let directory = directory();
    let sweep = ArchiveSweep::new(&directory, |_| true);
    let mut archive = Vec::new();
    keeper.archive(&report, &mut archive).unwrap();
    let again = sweep.run(pages_of("archive", archive.as_slice()));
    let (live, archived) = (keeper.findings(&report, &sweep), again);
    assert!(live.found().eq(archived.found()));
    assert_eq!(live.found().count(), 2);
}

#[test]
fn what_is_unchanged_is_seen_again_and_the_archive_says_so() {
    let folder = tempfile::tempdir().unwrap();
    let keeper = PageKeeper::new(&folder.path().join("pages")).unwrap();
    visit(folder.path(), &keeper, 0);
    let report = visit(folder.path(), &keeper, 3);
    let mut archive = Vec::new();
    keeper.archive(&report, &mut archive).unwrap();
    let records: Vec<Record> = Reader::new(archive.as_slice()).map(Result::unwrap).collect();
    let revisits: Vec<&Record> =
        records.iter().filter(|it| it.kind == RecordKind::Revisit).collect();
    assert_eq!(revisits.len(), 2, "{records:?}");
    for revisit in revisits {
        let referred = records.iter().find(|it| it.id == revisit.refers_to.id).unwrap();
        assert_eq!((referred.kind, &referred.target), (RecordKind::Response, &revisit.target));
        assert_eq!(referred.date, revisit.refers_to.date);
        assert_eq!(revisit.date.as_deref(), Some("2026-12-01T00:00:00Z"));
    }
    let directory = directory();
    let sweep = ArchiveSweep::new(&directory, |_| true);
    for (name, findings) in [
        ("live", keeper.findings(&report, &sweep)),
        ("archive", sweep.run(pages_of("archive", archive.as_slice()))),
    ] {
        let days: Vec<String> =
            findings.found().map(|(_, it)| it.best.seen.0.unwrap().to_string()).collect();
        assert_eq!(days, ["2026-12-01", "2026-12-01"], "{name}");
        assert_eq!(findings.not_looked_at(None).count(), 0, "{name}");
    }
}

#[test]
fn a_page_is_kept_with_whether_its_server_told_where_it_ends() {
    let folder = tempfile::tempdir().unwrap();
    let keeper = PageKeeper::new(folder.path()).unwrap();
    let url: Url = "https://www.voorbeeld.example/".parse().unwrap();
    let directory = directory();
    for (name, body, is_end_told, is_whole) in [
        ("told", "<title>Gemeente Voorbeeld</title><p>a", true, true),
        ("not told", "<title>Gemeente Voorbeeld</title><p>a", false, false),
        ("by itself", "<title>Gemeente Voorbeeld</title><p>a</html>", false, true),
    ] {
        keeper.read(&SeenPage {
            organisations: &[],
            purpose: Purpose::Home,
            url: &url,
            day: Date::from_unix_seconds(START),
            status: 200,
            content_type: Some("text/html"),
            refresh: None,
            body: body.as_bytes(),
            is_complete: true,
            is_end_told,
        });
        let kept = File::open(keeper.file(&url)).unwrap();
        let sweep = ArchiveSweep::new(&directory, |_| true);
        let findings = sweep.run(pages_of("a", BufReader::new(kept)));
        let looked: Vec<bool> = findings.looked_at("gemeente-voorbeeld").map(|it| it.1).collect();
        assert_eq!(looked, [is_whole], "{name}");
    }
}

#[test]
fn a_page_that_was_lost_is_told_as_broken_and_shows_nothing() {
    let folder = tempfile::tempdir().unwrap();
    let pages = folder.path().join("pages");
    let keeper = PageKeeper::new(&pages).unwrap();
    let report = visit(folder.path(), &keeper, 0);
    for file in std::fs::read_dir(&pages).unwrap() {
        std::fs::write(file.unwrap().path(), b"\x1f\x8b\x08half").unwrap();
    }
    let directory = directory();
    let sweep = ArchiveSweep::new(&directory, |_| true);
    let findings = keeper.findings(&report, &sweep);
    assert_eq!(findings.found().count(), 0);
    assert!(findings.not_looked_at(None).count() > 0, "{findings:?}");
}
