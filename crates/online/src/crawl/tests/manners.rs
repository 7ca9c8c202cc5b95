use super::*;

fn one(answer: &Answer<'_>) -> (Report, Vec<u64>, Vec<String>) {
    let (plan, (_folder, state)) = (plan(&["https://www.a.example/"]), state());
    let clock = ManualClock::at(START);
    let run = Run::new(&plan, &state, &clock, answer);
    (run.report(), run.times(), run.asked())
}

#[test]
fn a_second_lies_between_two_requests() {
    let (_, times, _) = one(&|request, _| page(request, 200, &[], ""));
    assert_eq!(times, [0, 1, 2, 3]);
}

#[test]
fn a_site_says_how_long_to_wait_between_two_requests() {
    for (delay, times, reason) in [
        ("10", &[0, 10, 20, 30][..], None),
        ("0.1", &[0, 1, 2, 3], None),
        ("30", &[0, 30, 60, 90], None),
        ("31", &[0], Some(Failure::PutOff(31))),
    ] {
        let file = format!("User-agent: *\nCrawl-delay: {delay}\n");
        let (report, asked, _) = one(&|request, _| page(request, 200, &[], &file));
        assert_eq!(asked, times, "{delay}");
        let could_not = reason.map(Looked::CouldNotLook);
        let home = looked(&report, Purpose::Home);
        assert_eq!(
            home.first().filter(|it| matches!(it, Looked::CouldNotLook(_))).copied(),
            could_not.as_ref(),
            "{delay}"
        );
    }
}

#[test]
fn a_site_that_has_enough_is_asked_again_when_it_says() {
    for (name, status, header, waits) in [
        ("seconds", 429, Some("7"), [7, 14]),
        ("a date", 503, Some("Sat, 28 Nov 2026 00:00:20 GMT"), [19, 20]),
        ("nonsense", 429, Some("soon"), [5, 15]),
        ("less than nothing", 429, Some("-1"), [5, 15]),
        ("without end", 429, Some("99999999999"), [5, 15]),
        ("nothing", 503, None, [5, 15]),
    ] {
        let headers: Vec<_> = header.iter().map(|value| ("retry-after", *value)).collect();
        let answer = |request: &Request<'_>, nth: usize| match (request.url.path(), nth) {
            ("/", 0 | 1) => page(request, status, &headers, ""),
            ("/", _) => page(request, 200, &[], "here"),
            _ => None,
        };
        let (report, times, _) = one(&answer);
        assert_eq!(times.get(1..4), Some(&[1, 1 + waits[0], 1 + waits[1]][..]), "{name}");
        let home = looked(&report, Purpose::Home);
        assert!(matches!(home[..], [Looked::Answered { status: 200, .. }]), "{name}: {home:?}");
    }
}

#[test]
fn a_site_that_still_has_enough_is_left_alone() {
    let answer = |request: &Request<'_>, _: usize| match request.url.path() {
        "/" => page(request, 429, &[("retry-after", "1")], ""),
        _ => None,
    };
    let (report, _, asked) = one(&answer);
    assert_eq!(asked.len(), 1 + 3, "{asked:?}");
    assert_eq!(looked(&report, Purpose::Home), [&Looked::CouldNotLook(Failure::Status(429))]);
    assert_eq!(looked(&report, Purpose::TrustTxt), [&Looked::CouldNotLook(Failure::Status(429))]);
}

#[test]
fn a_site_that_asks_for_hours_is_put_off() {
    let answer = |request: &Request<'_>, _: usize| match request.url.path() {
        "/" => page(request, 503, &[("retry-after", "Sat, 28 Nov 2026 02:00:01 GMT")], ""),
        _ => None,
    };
    let (report, times, asked) = one(&answer);
    assert_eq!((asked.len(), times.last()), (2, Some(&1)));
    assert_eq!(looked(&report, Purpose::Home), [&Looked::CouldNotLook(Failure::PutOff(7_200))]);
}

#[test]
fn where_the_rules_cannot_be_had_nothing_is_asked() {
    for (name, outcome, expected) in [
        ("time", Outcome::CouldNotLook(Failure::TimedOut), Failure::TimedOut),
        ("host", Outcome::CouldNotLook(Failure::NoSuchHost), Failure::NoSuchHost),
    ] {
        let (report, _, asked) = one(&|_, _| Some(outcome.clone()));
        assert_eq!(asked, ["https://www.a.example/robots.txt"], "{name}");
        assert_eq!(looked(&report, Purpose::Home), [&Looked::CouldNotLook(expected)], "{name}");
    }
    let (report, _, asked) = one(&|request, _| page(request, 503, &[], ""));
    assert_eq!(asked, ["https://www.a.example/robots.txt"; 3]);
    assert_eq!(looked(&report, Purpose::Home), [&Looked::CouldNotLook(Failure::Status(503))]);
}

#[test]
fn hosts_at_one_address_are_asked_one_after_another() {
    let websites: Vec<String> = (0..6).map(|at| format!("https://www.s{at}.example/")).collect();
    let websites: Vec<&str> = websites.iter().map(String::as_str).collect();
    let plan = plan(&websites);
    let ((_folder, state), clock) = (state(), ManualClock::at(START));
    let (now, most) = (AtomicUsize::new(0), AtomicUsize::new(0));
    let answer = |request: &Request<'_>, _: usize| {
        most.fetch_max(now.fetch_add(1, Ordering::SeqCst) + 1, Ordering::SeqCst);
        std::thread::sleep(Duration::from_millis(3));
        now.fetch_sub(1, Ordering::SeqCst);
        page(request, 200, &[], "")
    };
    let mut run = Run::new(&plan, &state, &clock, &answer);
    run.manners.hosts_at_once = 4;
    let hosts: [&'static str; 6] = [
        "www.s0.example",
        "www.s1.example",
        "www.s2.example",
        "www.s3.example",
        "www.s4.example",
        "www.s5.example",
    ];
    run.sites.addresses = hosts.map(|host| (host, "145.12.3.4")).into();
    let report = run.report();
    assert_eq!(most.load(Ordering::SeqCst), 1);
    assert_eq!(report.totals().looked_at, 6);
    let mut times = run.times();
    times.sort_unstable();
    times.dedup();
    assert_eq!(times.len(), 6 * 4, "a pause lies between two hosts as well");
}
