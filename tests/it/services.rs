//! Sites, telephone numbers and services, from a file to what a reader is told of them.

use std::sync::LazyLock;

use officieel::check::{Imitated, Instead, Verdict};
use officieel::directory::Date;
use officieel::messages::verdict;
use officieel::words::Language;

use crate::loaded::Loaded;

static SMALL: LazyLock<Loaded> = LazyLock::new(|| {
    let text = include_str!("../fixtures/services.toml");
    Loaded::new(officieel::embedded::from_toml(text, Date::LAST).unwrap())
});

/// The built-in directory with one more service that people sign in with.
static WITH_DIGID: LazyLock<Loaded> = LazyLock::new(|| {
    let service = r#"[[service]]
id = "digid-proef"
name = "DigiD-proef"
text = "Hiermee logt u in."
organisation = "logius"
sites = [
    { host = "digid.nl", evidence = [{ method = "register", url = "https://a.example/", seen = "2026-05-16" }] },
    { host = "machtigen.digid.nl", evidence = [{ method = "register", url = "https://a.example/", seen = "2026-05-16" }] },
    { host = "digid-uitleg.nl", evidence = [{ method = "register", url = "https://a.example/", seen = "2026-05-16" }] },
    { host = "internetconsultatie.nl", evidence = [{ method = "register", url = "https://a.example/", seen = "2026-05-16" }] },
    { host = "oefen-digid.nl", test = true, evidence = [{ method = "register", url = "https://a.example/", seen = "2026-05-16" }] },
]
evidence = [{ method = "register", url = "https://a.example/", seen = "2026-05-16" }]

"#;
    let text = officieel::embedded::TEXT;
    let text = text.replacen("[[organisation]]", &format!("{service}[[organisation]]"), 1);
    Loaded::new(officieel::embedded::from_toml(&text, Date::LAST).unwrap())
});

/// What a reader is told in English: the headline, then the reasons.
fn told(loaded: &Loaded, input: &str) -> Vec<String> {
    let words = Language::En.words();
    let today = Date::new(2026, 11, 21).unwrap();
    let answers = loaded.answers(input);
    let directory = &loaded.directory;
    let of = |answer| {
        let headline = verdict::headline(words, directory, answer);
        let reasons = verdict::reasons(words, directory, answer, today);
        std::iter::once(headline).chain(reasons).collect::<Vec<_>>()
    };
    answers.iter().flat_map(of).collect()
}

#[test]
fn a_site_is_told_with_whose_it_is_and_who_says_so() {
    for (input, headline) in [
        (
            "https://www.meldpunt.example/a?b",
            "https://www.meldpunt.example/a?b is a site of Meldpunt (Gemeente Zandmeer).",
        ),
        (
            "https://a.meldpunt.example/",
            "https://a.meldpunt.example/ is an address under meldpunt.example, of Meldpunt (Gemeente Zandmeer).",
        ),
        (
            "https://oefen.meldpunt.example/",
            "https://oefen.meldpunt.example/ is a site for tests of Meldpunt (Gemeente Zandmeer): its own, but nobody is sent there.",
        ),
        (
            "https://mijn.zandmeer.example/",
            "https://mijn.zandmeer.example/ is a site of Meldpunt (Gemeente Zandmeer).",
        ),
        (
            "https://zandmeer.example/",
            "https://zandmeer.example/ is the website of Gemeente Zandmeer.",
        ),
        (
            "https://gedeeld.example/",
            "https://gedeeld.example/ is on gedeeld.example, where several bodies of the government speak: the host alone does not say which.",
        ),
        (
            "https://gedeeld.example/Zandmeer/a",
            "https://gedeeld.example/Zandmeer/a is under gedeeld.example/zandmeer, where Gemeente Zandmeer speaks.",
        ),
        (
            "https://gedeeld.example/zandmeertje",
            "https://gedeeld.example/zandmeertje is on gedeeld.example, where several bodies of the government speak: the host alone does not say which.",
        ),
    ] {
        assert_eq!(told(&SMALL, input)[0], headline, "{input}");
    }
    let all = told(&SMALL, "https://meldpunt.example/");
    assert_eq!(all[1], "What it is (in Dutch): Hier meldt u wat er op straat ligt.");
    assert_eq!(
        all[2],
        "Evidence: the organisation's own website links to it, seen 2026-11-20: https://www.zandmeer.example/meldpunt"
    );
    assert_eq!(
        all[3],
        "Evidence: listed in an official register, seen 2026-05-16: https://register.example/"
    );
}

#[test]
fn a_shared_host_is_nobodys() {
    let answers = SMALL.answers("https://gedeeld.example/");
    assert_eq!(answers[0].organisation(&SMALL.directory), None);
    let answers = SMALL.answers("https://gedeeld.example/zandmeer");
    let zandmeer = SMALL.directory.organisation_by_id("gemeente-zandmeer");
    assert_eq!(answers[0].organisation(&SMALL.directory), zandmeer);
    let mail = told(&SMALL, "info@gedeeld.example");
    assert!(
        mail[1].starts_with("Several bodies of the government use gedeeld.example"),
        "{mail:?}"
    );
    let mail = told(&SMALL, "info@meldpunt.example");
    assert!(
        mail[1].starts_with("The site behind the @ belongs to Meldpunt (Gemeente Zandmeer)."),
        "{mail:?}"
    );
}

#[test]
fn a_listed_number_is_known_in_any_spelling() {
    for input in
        ["0900-1234", "0900 12 34", "09001234", "tel:0900-1234", "+31 900 1234", "bel 0900-1234 nu"]
    {
        let all = told(&SMALL, input);
        assert!(
            all[0].ends_with("is a telephone number of Meldpunt (Gemeente Zandmeer)."),
            "{input}: {all:?}"
        );
        assert_eq!(all[1], "What it is (in Dutch): Hier meldt u wat er op straat ligt.", "{input}");
        assert_eq!(all[2], "What for: help and questions", "{input}");
        assert_eq!(all[3], "Note: Elke werkdag.", "{input}");
        assert!(
            all[4].starts_with("Evidence: listed in an official register, seen 2026-05-16"),
            "{input}"
        );
        assert_eq!(all[5], "Meldpunt does use: https://meldpunt.example and 0900 1234.", "{input}");
        assert!(all[6].starts_with("A number on your screen can be forged"), "{input}");
    }
    let all = told(&SMALL, "(038) 123 45 68");
    assert_eq!(
        all[0],
        "(038) 123 45 68 is a telephone number of Politie Zandmeer and Gemeente Zandmeer."
    );
    let answers = SMALL.answers("(038) 123 45 68");
    assert_eq!(
        answers[0].organisation(&SMALL.directory),
        None,
        "it is no more one's than the other's"
    );
    let all = told(&SMALL, "19 999");
    assert_eq!(all[0], "19 999 is a telephone number of Hulplijn 99.");
    assert_eq!(all[2], "It is no service of the government.");
    // Nothing is known of a number that merely looks like one.
    for input in ["0900-1235", "99 998", "038 123 45 60", "1234"] {
        let known = |verdict: &Verdict| matches!(verdict, Verdict::NotAnAccount(Instead::Phone(_)));
        assert!(!SMALL.answers(input).iter().any(|it| known(&it.verdict)), "{input}");
    }
}

#[test]
fn a_service_is_found_by_its_names_sites_and_numbers() {
    let loaded = &*SMALL;
    for (query, field, text) in [
        ("meldpunt", "service", "Meldpunt"),
        ("meldmaar", "service", "MeldMaar"),
        ("meldp", "service", "Meldpunt"),
        ("meldpunt.example", "service", "Meldpunt"),
        ("https://mijn.zandmeer.example/x", "service", "Meldpunt"),
        ("0900-1234", "service", "Meldpunt"),
        ("+31 38 123 45 67", "phone", "038 123 45 67"),
        ("038-1234567", "phone", "038 123 45 67"),
        ("www.zandmeer.example", "website", "https://www.zandmeer.example"),
    ] {
        let answer = loaded.index.search(&loaded.directory, query, 5);
        let hit = answer.hits.first().unwrap_or_else(|| panic!("nothing for {query}"));
        assert_eq!(
            loaded.directory.organisation(hit.organisation).id,
            "gemeente-zandmeer",
            "{query}"
        );
        assert!(!hit.guess, "{query}");
        let service = hit.service().map(|it| loaded.directory.service(it).id.as_str());
        assert_eq!(service, (field == "service").then_some("meldpunt"), "{query}");
        let matched = loaded.index.matched(&loaded.directory, query, hit);
        assert_eq!((matched.field.id(), matched.text.as_str()), (field, text), "{query}");
    }
    // A service that nobody of the government answers for leads to no organisation.
    let answer = loaded.index.search(&loaded.directory, "19 999", 5);
    assert!(answer.hits.iter().all(|hit| hit.guess), "{:?}", answer.hits);
}

#[test]
fn hosts_close_to_those_of_a_service_are_caught_and_its_own_are_not() {
    let loaded = &*WITH_DIGID;
    let imitated = |host: &str| {
        let answers = loaded.answers(host);
        let [answer] = &answers[..] else { panic!("{host}: {answers:?}") };
        match &answer.verdict {
            Verdict::UnknownHost(unknown) => unknown.imitation.as_ref().map(|it| it.of),
            _ => None,
        }
    };
    // It means what it says, and others say it too.
    assert_eq!(imitated("internet-consultatie.nl"), None);
    let logius = loaded.directory.organisation_by_id("logius").map(Imitated::Organisation);
    for host in [
        "digid-inloggen.nl",
        "mijndigid.nl",
        "mijndigid.online",
        "d1gid-form.xyz",
        "digid.nl.evil.example",
        "digid-nl.com",
    ] {
        assert_eq!(imitated(host), logius, "{host}");
    }
    for host in [
        "digid.nl",
        "www.digid.nl",
        "a.digid.nl",
        "machtigen.digid.nl",
        "digid-uitleg.nl",
        "x.digid-uitleg.nl",
        "oefen-digid.nl",
    ] {
        assert_eq!(imitated(host), None, "{host}");
        assert!(told(loaded, host)[0].contains("(Logius)"), "{host}: {:?}", told(loaded, host));
    }
}

/// The small directory with one text replaced.
fn with(old: &str, new: &str) -> Loaded {
    let text = include_str!("../fixtures/services.toml");
    assert_eq!(text.matches(old).count(), 1, "`{old}` stands once in the file");
    Loaded::new(officieel::embedded::from_toml(&text.replace(old, new), Date::LAST).unwrap())
}

#[test]
fn a_number_for_emergencies_says_so() {
    let loaded = with("urgency = \"urgent\"", "urgency = \"emergency\"");
    let all = told(&loaded, "0900 1234");
    assert_eq!(all[0], "0900 1234 is the number to call in an emergency: Meldpunt.");
    assert!(!all.iter().any(|it| it.contains("can be forged")), "{all:?}");
}

#[test]
fn a_shared_host_of_a_service_is_that_of_the_service_and_of_nobody_else() {
    let shared = "host = \"gedeeld.example\", shared = true";
    let loaded = with("host = \"mijn.zandmeer.example\"", shared);
    let answers = loaded.answers("https://gedeeld.example/");
    assert_eq!(answers[0].organisation(&loaded.directory), None);
    let all = told(&loaded, "https://gedeeld.example/");
    assert!(all[0].contains("a site of Meldpunt (Gemeente Zandmeer). Several bodies"), "{all:?}");
    let all = told(&loaded, "https://gedeeld.example/zandmeer");
    assert!(all[0].contains("under gedeeld.example/zandmeer, where Gemeente Zandmeer"), "{all:?}");
}

#[test]
fn of_two_services_on_one_host_the_one_that_is_called_so_is_meant() {
    let loaded = with(
        "government = false\n",
        "organisation = \"gemeente-zandmeer\"\nsites = [{ host = \"meldpunt.example\", evidence = [{ method = \"register\", source = \"register\", seen = \"2026-05-16\" }] }]\n",
    );
    let all = told(&loaded, "https://meldpunt.example/");
    assert!(all[0].ends_with("a site of Meldpunt (Gemeente Zandmeer)."), "{all:?}");
}

#[test]
fn where_several_organisations_have_the_number_of_a_service_the_service_is_named() {
    let loaded = with("number = \"0900 1234\"", "number = \"038 123 45 68\"");
    let all = told(&loaded, "038 1234568");
    assert!(all[0].ends_with("a telephone number of Meldpunt (Gemeente Zandmeer)."), "{all:?}");
    // Gemeente Zandmeer answers for the service, and is no other.
    let others = "The same number is also that of Politie Zandmeer.";
    assert!(all.iter().any(|it| it == others), "{all:?}");
}
