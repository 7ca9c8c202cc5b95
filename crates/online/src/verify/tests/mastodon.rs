use super::*;

const LOOKUP: &str = "https://social.overheid.nl/api/v1/accounts/lookup?acct=logius";
const ACCOUNT: &str = "platform = \"mastodon\"\nhandle = \"Logius@social.overheid.nl\"";

fn logius() -> Directory {
    one("https://www.logius.nl/", ACCOUNT)
}

/// The server of the samples, with what it says of the account, and the page of the site.
fn world(page: &str) -> FakeFetch {
    FakeFetch::default()
        .page(LOOKUP, sample("mastodon/lookup-logius.json"))
        .page("https://www.logius.nl/", page)
}

fn rel_me_page(name: &str) -> String {
    String::from_utf8(sample(&format!("mastodon/relme-pages/{name}"))).unwrap()
}

#[test]
fn both_sides_have_to_say_so() {
    let two_way = [(Method::TwoWay, "rel-me", "https://www.logius.nl/")];
    let link = [(Method::OfficialSite, "link", "https://www.logius.nl/")];
    for (page, verdict, expected) in [
        ("exact.html", Verdict::Proved, &two_way[..]),
        ("head-link-other-case.html", Verdict::Proved, &two_way),
        ("no-rel.html", Verdict::Exists, &link),
        ("similar-token.html", Verdict::Exists, &link),
        ("foreign-profile.html", Verdict::Exists, &[]),
        ("first-link-shortener.html", Verdict::Exists, &[]),
    ] {
        let directory = logius();
        let found = World::new(&directory, world(&rel_me_page(page))).verify();
        assert_eq!(found.verdict, verdict, "{page}");
        assert_eq!(evidence(&found), expected, "{page}");
        let since = Some("2023-02-14T09:31:05.118+00:00".to_owned());
        let only_profile = Remark::OnlyProfile { since };
        assert_eq!(found.remarks.contains(&only_profile), verdict == Verdict::Exists, "{page}");
    }
}

#[test]
fn a_site_that_is_not_looked_at_says_nothing() {
    let home = "https://www.logius.nl/";
    let robots = "https://www.logius.nl/robots.txt";
    let page = rel_me_page("exact.html");
    let closed = "User-agent: *\nDisallow: /\n";
    for (name, fetch, is_asked) in [
        ("its robots.txt asks not to", world(&page).page(robots, closed), false),
        ("its robots.txt can't be had", world(&page).status(robots, 503, ""), false),
        ("it is down", world(&page).status(home, 503, ""), true),
        ("it lets nobody in", world(&page).status(home, 403, ""), true),
        (
            "nobody answers",
            world(&page).outcome(home, Outcome::CouldNotLook(Failure::TimedOut)),
            true,
        ),
    ] {
        let directory = logius();
        let world = World::new(&directory, fetch);
        let found = world.verify();
        assert_eq!(found.verdict, Verdict::Exists, "{name}");
        assert!(found.remarks.contains(&Remark::SiteNotLooked), "{name}: {:?}", found.remarks);
        assert!(!found.remarks.iter().any(|it| matches!(it, Remark::OnlyProfile { .. })), "{name}");
        assert_eq!(world.fetch.asked().contains(&home.to_owned()), is_asked, "{name}");
        let unanswered = found.asked.iter().find(|it| it.url == home).unwrap();
        assert!(unanswered.status.is_none_or(|it| matches!(it, 403 | 503)), "{name}");
    }
    let directory = logius();
    let allowed = world(&page).page(robots, "User-agent: *\nDisallow: /intern\n");
    assert_eq!(World::new(&directory, allowed).verify().verdict, Verdict::Proved);
}

#[test]
fn the_first_link_may_be_a_redirect_to_the_account() {
    for (location, expected) in [
        ("https://social.overheid.nl/@Logius", Verdict::Proved),
        ("https://social.overheid.nl/@logius", Verdict::Proved),
        ("https://social.overheid.nl/@ander", Verdict::Exists),
    ] {
        let short = "https://kort.voorbeeld.example/m";
        let mut answer = Page::bare(short.parse().unwrap(), 302, b"");
        answer.headers.push(("location".to_owned(), location.to_owned()));
        let fetch =
            world(&rel_me_page("first-link-shortener.html")).outcome(short, Outcome::Page(answer));
        let directory = logius();
        assert_eq!(World::new(&directory, fetch).verify().verdict, expected, "{location}");
    }
}

#[test]
fn a_profile_that_names_another_site_proves_nothing() {
    let directory = one("https://www.dienst.example/", ACCOUNT);
    let fetch = world("").page("https://www.dienst.example/", rel_me_page("exact.html"));
    let found = World::new(&directory, fetch).verify();
    assert_eq!(found.verdict, Verdict::Exists);
    assert_eq!(evidence(&found), [(Method::OfficialSite, "link", "https://www.dienst.example/")]);
    assert_eq!(found.remarks, [Remark::OnlySite]);
}

#[test]
fn a_shared_host_speaks_for_a_body_by_its_own_path_only() {
    let lookup = String::from_utf8(sample("mastodon/lookup-logius.json")).unwrap();
    for (field, expected) in [
        ("https://www.rijk.example/dienst", Verdict::Proved),
        ("https://www.rijk.example/dienst/contact", Verdict::Proved),
        ("https://www.rijk.example/", Verdict::Exists),
        ("https://www.rijk.example/dienstregeling", Verdict::Exists),
        ("https://www.rijk.example/andere", Verdict::Exists),
        ("http://www.rijk.example/dienst", Verdict::Exists),
    ] {
        let directory = one("https://www.rijk.example/dienst", ACCOUNT);
        let fetch = FakeFetch::default()
            .page(LOOKUP, lookup.replace("https://www.logius.nl/", field))
            .page(field, rel_me_page("exact.html"));
        assert_eq!(World::new(&directory, fetch).verify().verdict, expected, "{field}");
    }
}

#[test]
fn a_server_of_the_organisation_is_evidence_by_itself() {
    let directory = one("https://www.overheid.nl/", ACCOUNT);
    let found = World::new(&directory, world("")).verify();
    assert_eq!(found.verdict, Verdict::Exists);
    assert_eq!(
        evidence(&found),
        [(Method::OwnDomain, "own-server", "https://social.overheid.nl/@Logius")]
    );
}

#[test]
fn what_has_become_of_an_account_is_told_apart() {
    let nodeinfo = "https://social.overheid.nl/.well-known/nodeinfo";
    let (links, info) =
        (sample("mastodon/nodeinfo-links.json"), sample("mastodon/nodeinfo-2.0.json"));
    let info_url = "https://social.overheid.nl/nodeinfo/2.0";
    let alive = || FakeFetch::default().page(nodeinfo, &links).page(info_url, &info);
    let other =
        String::from_utf8(info.clone()).unwrap().replace("\"mastodon\"", "\"pixel\\u001bfed\"");
    let suspended = String::from_utf8(sample("mastodon/account-suspended.json")).unwrap();
    let suspended = suspended.replace("gesloten", "logius");
    let missing = sample("mastodon/lookup-404.json");
    for (name, fetch, expected) in [
        ("suspended", FakeFetch::default().page(LOOKUP, suspended), Verdict::Suspended),
        (
            "gone",
            FakeFetch::default().status(LOOKUP, 410, sample("mastodon/account-410.json")),
            Verdict::Suspended,
        ),
        (
            "closed",
            FakeFetch::default().status(LOOKUP, 401, sample("mastodon/lookup-401.json")),
            Verdict::CouldNotLook(Reason::ClosedServer),
        ),
        (
            "not there",
            alive().status(LOOKUP, 404, &missing),
            Verdict::CouldNotLook(Reason::NotThereOnce),
        ),
        (
            "not there, nor anything else",
            FakeFetch::default().status(LOOKUP, 404, &missing),
            Verdict::CouldNotLook(Reason::ControlFailed),
        ),
        (
            "other software",
            alive().page(info_url, other).status(LOOKUP, 404, &missing),
            Verdict::CouldNotLook(Reason::OtherSoftware("pixel‹U+001B›fed".to_owned())),
        ),
        (
            "limit",
            FakeFetch::default().status(LOOKUP, 429, "{\"error\":\"Too many requests\"}"),
            Verdict::CouldNotLook(Reason::Failure(Failure::Status(429))),
        ),
        (
            "no JSON",
            FakeFetch::default().page(LOOKUP, "<html>"),
            Verdict::CouldNotLook(Reason::Unreadable),
        ),
        (
            "cut off",
            FakeFetch::default().page(LOOKUP, &sample("mastodon/lookup-logius.json")[..300]),
            Verdict::CouldNotLook(Reason::Unreadable),
        ),
    ] {
        let directory = logius();
        let found = World::new(&directory, fetch).verify();
        assert_eq!(found.verdict, expected, "{name}");
        assert!(found.evidence.is_empty(), "{name}");
    }
}

#[test]
fn an_account_says_where_it_went() {
    let directory = one(
        "https://www.dienst.example/",
        "platform = \"mastodon\"\nhandle = \"oudadres@mastodon.nl\"",
    );
    let moved = String::from_utf8(sample("mastodon/lookup-moved.json")).unwrap();
    let moved = moved.replace("https://mastodon.voorbeeld/", "https://mastodon.nl/");
    let lookup = "https://mastodon.nl/api/v1/accounts/lookup?acct=oudadres";
    let found = World::new(&directory, FakeFetch::default().page(lookup, moved)).verify();
    let Verdict::MovedTo(to) = &found.verdict else { panic!("{:?}", found.verdict) };
    assert_eq!(to.url, "https://social.overheid.nl/@nieuwadres");
    let account = to.account.as_ref().map(|account| account.name.text());
    assert_eq!(account, Some("nieuwadres@social.overheid.nl"));
    assert!(found.evidence.is_empty());
}

#[test]
fn a_handle_may_be_served_by_another_host() {
    let finger = |host: &str, account: &str| {
        format!(
            "https://{host}/.well-known/webfinger?resource=acct%3A{}",
            account.replace('@', "%40")
        )
    };
    let split = String::from_utf8(sample("mastodon/webfinger-split-domain.json")).unwrap();
    let split = split.replace("social.voorbeeld.example", "social.overheid.nl");
    let account = String::from_utf8(sample("mastodon/lookup-logius.json")).unwrap();
    let account = account
        .replace("https://social.overheid.nl/@Logius", "https://social.overheid.nl/@gemeente")
        .replace("\"acct\": \"Logius\"", "\"acct\": \"gemeente\"");
    let lookup = "https://social.overheid.nl/api/v1/accounts/lookup?acct=gemeente";
    let at_server = || {
        FakeFetch::default()
            .page(&finger("social.overheid.nl", "gemeente@social.overheid.nl"), &split)
            .page(lookup, &account)
    };
    let directory = one(
        "https://www.dienst.example/",
        "platform = \"mastodon\"\nhandle = \"gemeente@social.overheid.nl\"",
    );
    let agreed =
        at_server().page(&finger("voorbeeld.example", "gemeente@voorbeeld.example"), &split);
    assert_eq!(World::new(&directory, agreed).verify().verdict, Verdict::Exists);
    // The host that the handle names knows nothing of it.
    let claimed = World::new(&directory, at_server()).verify().verdict;
    assert_eq!(claimed, Verdict::CouldNotLook(Reason::Unreadable));
}

#[test]
fn a_name_that_somebody_else_has_now_is_an_alarm() {
    let directory = logius();
    let mut world = World::new(&directory, world(&rel_me_page("exact.html")));
    let first = world.verify();
    assert_eq!(first.immutable_id.as_deref(), Some("109501 2022-11-15T00:00:00.000Z"));
    world.memory.learn(std::slice::from_ref(&first), world.today.parse().unwrap());
    assert!(world.verify().alarms.is_empty());
    let other =
        String::from_utf8(sample("mastodon/lookup-logius.json")).unwrap().replace("109501", "777");
    world.fetch = std::mem::take(&mut world.fetch).page(LOOKUP, other);
    let found = world.verify();
    let (listed, new) =
        ("109501 2022-11-15T00:00:00.000Z".to_owned(), "777 2022-11-15T00:00:00.000Z".to_owned());
    assert_eq!(found.alarms, [Alarm::OtherId { listed, found: new }]);
    assert_eq!((found.verdict, found.evidence), (Verdict::Exists, Vec::new()));
}

#[test]
fn an_absence_counts_on_the_second_day_and_a_return_is_an_alarm() {
    let directory = logius();
    let absent = FakeFetch::default()
        .page(
            "https://social.overheid.nl/.well-known/nodeinfo",
            sample("mastodon/nodeinfo-links.json"),
        )
        .page("https://social.overheid.nl/nodeinfo/2.0", sample("mastodon/nodeinfo-2.0.json"))
        .status(LOOKUP, 404, sample("mastodon/lookup-404.json"));
    let mut world = World::new(&directory, absent);
    let once = Verdict::CouldNotLook(Reason::NotThereOnce);
    for (day, expected) in
        [("2026-11-28", &once), ("2026-11-28", &once), ("2026-12-05", &Verdict::Absent)]
    {
        world.today = day;
        let found = world.verify();
        assert_eq!(&found.verdict, expected, "{day}");
        world.memory.learn(&[found], day.parse().unwrap());
    }
    world.fetch =
        std::mem::take(&mut world.fetch).page(LOOKUP, sample("mastodon/lookup-logius.json"));
    let found = world.verify();
    assert_eq!(found.alarms, [Alarm::BackAfterAbsence("2026-11-28".parse().unwrap())]);
}
