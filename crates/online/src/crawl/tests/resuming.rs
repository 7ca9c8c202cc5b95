use std::sync::LazyLock;

use proptest::prelude::*;

use super::*;

const WEBSITES: [&str; 5] = [
    "https://www.a.example/",
    "https://www.b.example/",
    "https://www.b.example/deel",
    "https://www.c.example/",
    "https://www.d.example/",
];

fn answer(request: &Request<'_>, _: usize) -> Option<Outcome> {
    match (request.url.host_str()?, request.url.path()) {
        ("www.c.example", _) => Some(Outcome::CouldNotLook(Failure::TimedOut)),
        ("www.d.example", "/robots.txt") => {
            page(request, 200, &[], "User-agent: *\nDisallow: /contact")
        }
        (host, "/" | "/deel") => {
            page(request, 200, &[], &format!("{host} contact=/contact follow=/volg"))
        }
        (host, "/contact" | "/volg") => page(request, 200, &[], &format!("{host} links")),
        _ => None,
    }
}

/// What comes of a run that is killed while these of its questions are in flight, and then left alone; and how many
/// pages were asked for in all.
fn killed(plan: &Plan, kills: &[usize]) -> (Report, usize) {
    let ((_folder, state), clock) = (state(), ManualClock::at(START));
    let mut asked = 0;
    for kill in kills.iter().map(Some).chain([None]) {
        let (count, stop) = (AtomicUsize::new(0), AtomicBool::new(false));
        let dying = |request: &Request<'_>, nth: usize| {
            if Some(&count.fetch_add(1, Ordering::SeqCst)) == kill {
                stop.store(true, Ordering::SeqCst);
            }
            answer(request, nth)
        };
        let run = Run::new(plan, &state, &clock, &dying);
        let report = crawled(&run, &|_| {}, &stop).unwrap();
        asked += run.asked().iter().filter(|url| !url.ends_with("/robots.txt")).count();
        assert_eq!(report.is_finished, !stop.load(Ordering::SeqCst), "{kills:?}");
        if report.is_finished {
            return (report, asked);
        }
    }
    panic!("the last run is left alone")
}

fn crawled(
    run: &Run<'_>,
    progress: &(dyn Fn(Progress) + Sync),
    stop: &AtomicBool,
) -> Result<Report, StateError> {
    let allows = |_: &HostPlan, from: &str, to: &str| from == to;
    let (fetch, clock, manners) = (&run.sites, run.sites.clock, &run.manners);
    let crawl = Crawl { fetch, clock, visitor: &Words, manners, allows: &allows };
    crawl.run(run.plan, run.state, progress, stop)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(100))]

    /// Killed at any moment and gone on with, a run comes to the same, and asks for no page twice but the one in flight.
    #[test]
    fn a_run_that_was_killed_goes_on_where_it_was(kills in proptest::collection::vec(0_usize..24, 0..6)) {
        static WHOLE: LazyLock<(Plan, Report, usize)> = LazyLock::new(|| {
            let plan = plan(&WEBSITES);
            let (report, asked) = killed(&plan, &[]);
            (plan, report, asked)
        });
        let (plan, whole, least) = &*WHOLE;
        let (report, asked) = killed(plan, &kills);
        prop_assert_eq!(&report, whole);
        prop_assert!(asked <= least + kills.len(), "{} of {}", asked, least);
    }
}

#[test]
fn a_state_that_is_cut_off_is_as_if_it_were_not_there() {
    let (plan, (folder, state)) = (plan(&WEBSITES), state());
    let clock = ManualClock::at(START);
    let whole = Run::new(&plan, &state, &clock, &answer).report();
    for entry in std::fs::read_dir(folder.path().join("sweep/hosts")).unwrap() {
        let path = entry.unwrap().path();
        let text = std::fs::read(&path).unwrap();
        std::fs::write(&path, &text[..text.len() / 2]).unwrap();
    }
    clock.sleep(Duration::from_secs(86_400));
    let again = Run::new(&plan, &state, &clock, &answer).report();
    assert_eq!(again.pages.len(), whole.pages.len());
}

#[test]
fn the_next_run_asks_for_what_changed() {
    let tagged = |request: &Request<'_>, _: usize| {
        if request.url.path() != "/" {
            return None;
        }
        if request.validators.etag.as_deref() == Some("\"1\"") {
            return Some(Outcome::NotModified(request.url.clone()));
        }
        page(request, 200, &[("etag", "\"1\"")], "Welkom contact=/contact")
    };
    let (plan, (_folder, state)) = (plan(&["https://www.a.example/"]), state());
    let clock = ManualClock::at(START);
    let mut seen = Vec::new();
    for day in [0, 30, 60, 100] {
        clock.sleep(Duration::from_secs(day * 86_400 + START).saturating_sub(clock.now()));
        let asked_in_full = AtomicUsize::new(0);
        let counted = |request: &Request<'_>, nth: usize| {
            let is_full = request.url.path() == "/" && request.validators.etag.is_none();
            asked_in_full.fetch_add(usize::from(is_full), Ordering::SeqCst);
            tagged(request, nth)
        };
        let run = Run::new(&plan, &state, &clock, &counted);
        let report = run.report();
        assert!(
            run.asked().iter().any(|url| url.ends_with("/contact")),
            "its links are known still"
        );
        let home = report.pages.iter().find(|page| page.purpose == Purpose::Home).unwrap();
        assert_eq!(home.record, "200 Welkom contact=/contact", "{day}");
        seen.push((home.day.to_string(), asked_in_full.load(Ordering::SeqCst)));
    }
    let expected = [("2026-11-28", 1), ("2026-12-28", 0), ("2027-01-27", 0), ("2027-03-08", 1)];
    assert_eq!(seen, expected.map(|(day, full)| (day.to_owned(), full)));
}

#[test]
fn what_an_earlier_run_saw_is_not_shown_by_one_that_sees_nothing() {
    let (plan, (_folder, state)) = (plan(&["https://www.a.example/"]), state());
    let clock = ManualClock::at(START);
    Run::new(&plan, &state, &clock, &answer).report();
    let report =
        Run::new(&plan, &state, &clock, &|_, _| Some(Outcome::CouldNotLook(Failure::TimedOut)))
            .report();
    assert!(report.pages.iter().all(|page| page.record.is_empty()), "{report:?}");
    assert_eq!(report.pages.len(), 3, "home and the two files: {report:?}");
}

#[test]
fn a_full_disk_ends_the_run() {
    let (plan, (folder, state)) = (plan(&["https://www.a.example/"]), state());
    let clock = ManualClock::at(START);
    // What stands in the place of the file can't be replaced by one.
    std::fs::create_dir_all(folder.path().join("sweep/hosts/www.a.example.json/x")).unwrap();
    let run = Run::new(&plan, &state, &clock, &answer);
    let error = crawled(&run, &|_| {}, &AtomicBool::new(false)).unwrap_err();
    assert!(error.path.ends_with("hosts/www.a.example.json"), "{error}");
}

#[test]
fn progress_counts_hosts_and_time() {
    let (plan, (_folder, state)) = (plan(&WEBSITES), state());
    let clock = ManualClock::at(START);
    let run = Run::new(&plan, &state, &clock, &answer);
    let events = Mutex::new(Vec::new());
    crawled(&run, &|event| events.lock().unwrap().push(event), &AtomicBool::new(false)).unwrap();
    let events = events.into_inner().unwrap();
    assert_eq!(
        events.iter().map(|it| (it.done, it.total)).collect::<Vec<_>>(),
        [(1, 4), (2, 4), (3, 4), (4, 4)]
    );
    assert_eq!(events[3].left, Duration::ZERO);
    assert_eq!(events[0].left, events[0].elapsed * 3);
}
