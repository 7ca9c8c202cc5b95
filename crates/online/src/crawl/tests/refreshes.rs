use super::*;
use crate::fetch::Refusal;

/// What a site answers that is asked for its home page, and what comes of it.
fn home(answer: &Answer<'_>) -> (Looked, Vec<String>, String) {
    let (plan, (_folder, state)) = (plan(&["https://a.example/"]), state());
    let clock = ManualClock::at(START);
    let run = Run::new(&plan, &state, &clock, answer);
    let report = run.report();
    let home = report.pages.iter().find(|page| page.purpose == Purpose::Home).unwrap();
    (home.looked.clone(), run.asked(), home.record.clone())
}

#[test]
fn a_page_that_sends_on_is_a_redirect() {
    let refused = |it| Looked::Refused(it);
    let failed = |it| Looked::CouldNotLook(it);
    for (name, first, header, expected) in [
        (
            "to a stranger",
            "refresh=https://b.example/",
            None,
            refused(Refusal::OtherHost("b.example".to_owned())),
        ),
        (
            "by a header",
            "Welkom",
            Some("https://b.example/"),
            refused(Refusal::OtherHost("b.example".to_owned())),
        ),
        ("out of encryption", "refresh=http://a.example/nl", None, refused(Refusal::NotEncrypted)),
        ("where nobody may look", "refresh=/closed", None, failed(Failure::Robots)),
        ("round and round", "refresh=/?again", None, failed(Failure::TooManyRedirects)),
    ] {
        let answer = |request: &Request<'_>, nth: usize| match request.url.path() {
            "/robots.txt" => page(request, 200, &[], "User-agent: *\nDisallow: /closed"),
            "/" if request.url.query().is_some() => {
                page(request, 200, &[], &format!("refresh=/?{nth}"))
            }
            "/" => {
                let headers: Vec<_> = header.map(|it| ("refresh", it)).into_iter().collect();
                page(request, 200, &headers, first)
            }
            _ => None,
        };
        let (looked, asked, record) = home(&answer);
        assert_eq!((looked, record.as_str()), (expected, ""), "{name}");
        assert!(asked.iter().all(|it| it.starts_with("https://a.example/")), "{name}: {asked:?}");
    }
}

#[test]
fn a_page_behind_one_that_sends_on_is_the_home_page() {
    let answer = |request: &Request<'_>, _: usize| match request.url.path() {
        "/" => page(request, 200, &[("etag", "\"1\"")], "refresh=/nl/ contact=/wrong"),
        "/nl/" => page(request, 200, &[("etag", "\"2\"")], "Welkom contact=/nl/contact"),
        "/nl/contact" => page(request, 200, &[], "Bel ons"),
        _ => None,
    };
    let (looked, asked, record) = home(&answer);
    let url = "https://a.example/nl/".parse().unwrap();
    assert_eq!(looked, Looked::Answered { url, status: 200, is_complete: true });
    assert_eq!(record, "200 Welkom contact=/nl/contact");
    assert!(asked.contains(&"https://a.example/nl/contact".to_owned()), "{asked:?}");
    assert!(!asked.contains(&"https://a.example/wrong".to_owned()), "{asked:?}");
}

#[test]
fn a_page_that_sends_on_is_asked_for_in_full_each_time() {
    let sent = Mutex::new(Vec::new());
    let answer = |request: &Request<'_>, _: usize| {
        sent.lock().unwrap().push(request.validators.etag.clone());
        match request.url.path() {
            "/" => page(request, 200, &[("etag", "\"1\"")], "refresh=/nl/"),
            "/nl/" => page(request, 200, &[("etag", "\"2\"")], "Welkom"),
            _ => None,
        }
    };
    let (plan, (_folder, state)) = (plan(&["https://a.example/"]), state());
    let clock = ManualClock::at(START);
    for _ in 0..2 {
        Run::new(&plan, &state, &clock, &answer).report();
    }
    assert!(sent.lock().unwrap().iter().all(Option::is_none), "the first page stays as it is");
}
