use super::*;

/// A server that redirects each path to what it is given for it.
fn redirecting(to: &'static [(&str, &str)]) -> Server {
    Server::new(move |asked, stream| {
        let found = to.iter().find(|(path, _)| *path == asked.path);
        drop(stream.write_all(&found.map_or_else(|| html("here"), |(_, to)| redirect(to))));
    })
}

#[test]
fn redirects_are_followed_within_the_site() {
    let server = redirecting(&[("/", "https://www.stad.example/nl"), ("/nl", "/nl/home?a=b#c")]);
    let outcome = client(&server).fetch(&Request::new(url("https://stad.example/"), Accept::Html));
    let page = outcome.page().unwrap();
    assert_eq!(page.url.as_str(), "https://www.stad.example/nl/home?a=b");
    let redirects: Vec<&str> = page.redirects.iter().map(Url::as_str).collect();
    assert_eq!(redirects, ["https://stad.example/", "https://www.stad.example/nl"]);
}

#[test]
fn a_plain_address_leads_to_an_encrypted_one_or_nowhere() {
    let upgrading = redirecting(&[("/old", "https://www.stad.example/")]);
    let outcome =
        client(&upgrading).fetch(&Request::new(url("http://www.stad.example/old"), Accept::Html));
    assert_eq!(outcome.page().map(|page| page.url.as_str()), Some("https://www.stad.example/"));

    let plain = Server::always(html("never read"));
    let outcome =
        client(&plain).fetch(&Request::new(url("http://www.stad.example/"), Accept::Html));
    assert_eq!(outcome, Outcome::Refused(Refusal::NotEncrypted));

    let lowering = redirecting(&[("/", "http://www.stad.example/x")]);
    assert_eq!(fetched(&lowering), Outcome::Refused(Refusal::NotEncrypted));
    assert_eq!(lowering.paths(), ["/"]);
}

#[test]
fn redirects_out_of_the_site_or_the_internet_are_refused() {
    for (to, expected) in [
        ("https://www.elders.example/", Refusal::OtherHost("www.elders.example".to_owned())),
        ("//www.elders.example/", Refusal::OtherHost("www.elders.example".to_owned())),
        ("http://127.0.0.1:1/", Refusal::PrivateAddress),
        ("https://127.0.0.1:1/", Refusal::PrivateAddress),
        ("http://[::1]/", Refusal::PrivateAddress),
        ("http://169.254.169.254/", Refusal::PrivateAddress),
        ("http://10.0.0.1/", Refusal::PrivateAddress),
        ("http://0x7f.1/", Refusal::PrivateAddress),
        ("http://localhost/", Refusal::PrivateAddress),
        ("file:///etc/passwd", Refusal::OtherScheme),
        ("ftp://www.stad.example/", Refusal::OtherScheme),
        ("data:text/html,x", Refusal::OtherScheme),
        ("javascript:alert(1)", Refusal::OtherScheme),
        ("https://user:secret@www.stad.example/", Refusal::UserInfo),
    ] {
        let server = Server::always(redirect(to));
        let outcome = fetched(&server);
        assert!(!format!("{outcome:?}").contains("secret"), "{to}");
        assert_eq!(outcome, Outcome::Refused(expected), "{to}");
        assert_eq!(server.paths(), ["/"], "{to}");
    }
}

#[test]
fn another_host_is_followed_to_where_it_is_known_to_be_the_same_body() {
    let server = Server::new(|asked, stream| {
        let is_there = asked.host() == "www.elders.example";
        let answer = if is_there { html("here") } else { redirect("https://www.elders.example/") };
        drop(stream.write_all(&answer));
    });
    let own = |_: &str, to: &str| to == "www.elders.example";
    let request = Request::new(home(), Accept::Html).following(Follow { limit: 10, to: &own });
    let outcome = client(&server).fetch(&request);
    assert_eq!(outcome.page().map(|page| page.url.as_str()), Some("https://www.elders.example/"));
}

#[test]
fn a_circle_ends_at_the_limit() {
    let server = redirecting(&[("/", "/a"), ("/a", "/")]);
    for (limit, expected) in [(10, 11), (5, 6), (1, 2)] {
        let before = server.paths().len();
        let request =
            Request::new(home(), Accept::Html).following(Follow { limit, ..Follow::default() });
        let outcome = client(&server).fetch(&request);
        assert_eq!(outcome, Outcome::CouldNotLook(Failure::TooManyRedirects), "{limit}");
        assert_eq!(server.paths().len() - before, expected, "{limit}");
    }
}

#[test]
fn a_redirect_to_nowhere_is_no_answer() {
    for answer in
        [response(302, &[], ""), redirect("https://"), redirect("https://exa mple.example/")]
    {
        let outcome = fetched(&Server::always(answer.clone()));
        let expected = Outcome::CouldNotLook(Failure::BrokenRedirect);
        assert_eq!(outcome, expected, "{}", String::from_utf8_lossy(&answer));
    }
}

#[test]
fn a_site_that_wants_its_cookie_back_gets_it_three_times() {
    let set = "Set-Cookie: seen=1; Path=/; HttpOnly";
    let kind = Server::new(move |asked, stream| {
        let has = asked.header("cookie") == Some("seen=1");
        let again = response(302, &["Location: /", set], "");
        drop(stream.write_all(&if has { html("here") } else { again }));
    });
    let client = client(&kind);
    let outcome = client.fetch(&Request::new(home(), Accept::Html));
    assert!(outcome.page().is_some_and(|page| page.text() == "here"), "{outcome:?}");
    // For the run, and for this host alone.
    client.fetch(&Request::new(home(), Accept::Html));
    assert_eq!(kind.paths().len(), 3);
    client.fetch(&Request::new(url("https://www.elders.example/"), Accept::Html));
    let cookies: Vec<_> = kind.asked().iter().map(|it| it.header("cookie").is_some()).collect();
    assert_eq!(cookies, [false, true, true, false, true]);

    let greedy = Server::always(response(302, &["Location: /", set], ""));
    assert_eq!(fetched(&greedy), Outcome::CouldNotLook(Failure::Cookies));
    assert_eq!(greedy.paths().len(), 4);
}

#[test]
fn a_redirect_that_is_not_to_be_followed_is_an_answer() {
    let server = Server::always(redirect("https://www.elders.example/"));
    let request = Request::new(home(), Accept::Html).following(Follow::none());
    let outcome = client(&server).fetch(&request);
    let found = outcome.page().map(|page| (page.status, page.header("location")));
    assert_eq!(found, Some((302, Some("https://www.elders.example/"))));
    assert_eq!(server.paths(), ["/"]);
}
