use std::io::Read;

use flate2::Compression;
use flate2::read::GzEncoder;

use super::*;

fn packed(reader: impl Read) -> Vec<u8> {
    let mut out = Vec::new();
    GzEncoder::new(reader, Compression::best()).read_to_end(&mut out).unwrap();
    out
}

fn page(headers: &[&str], body: &[u8]) -> Outcome {
    fetched(&Server::always(response(200, headers, body)))
}

#[test]
fn a_packed_body_is_unpacked_up_to_the_limit() {
    let gzip = "Content-Encoding: gzip";
    let outcome = page(&[gzip], &packed(&b"<p>Welkom</p>"[..]));
    assert_eq!(
        outcome.page().map(|page| (page.text(), page.is_complete)),
        Some(("<p>Welkom</p>".to_owned(), true))
    );

    let bomb = packed(std::io::repeat(b'a').take(256 << 20));
    assert!(bomb.len() < 1 << 20);
    let outcome = page(&[gzip], &bomb);
    assert_eq!(
        outcome.page().map(|page| (page.body.len(), page.is_complete)),
        Some((4 << 20, false))
    );
}

#[test]
fn a_body_that_cannot_be_unpacked_is_not_looked_at() {
    let whole = packed(&b"<p>Welkom</p>"[..]);
    for (name, encoding, body) in [
        ("plain bytes", "gzip", &b"<p>Welkom</p>"[..]),
        ("cut off", "gzip", &whole[..whole.len() / 2]),
        ("a coding that was not asked for", "br", &b"x"[..]),
    ] {
        let outcome = page(&[&format!("Content-Encoding: {encoding}")], body);
        assert_eq!(outcome, Outcome::CouldNotLook(Failure::Encoding), "{name}");
    }
}

#[test]
fn only_pages_are_read() {
    for content in ["application/pdf", "image/png", "application/octet-stream"] {
        let outcome = page(&[&format!("Content-Type: {content}")], b"%PDF");
        let expected = Failure::OtherContent(content.to_owned());
        assert_eq!(outcome, Outcome::CouldNotLook(expected), "{content}");
    }
    for headers in [&[][..], &["Content-Type: application/xhtml+xml"], &["Content-Type: TEXT/HTML"]]
    {
        assert!(page(headers, b"<p>").page().is_some(), "{headers:?}");
    }
}

#[test]
fn what_a_browser_shows_otherwise_is_no_page() {
    let html = "Content-Type: text/html";
    for (headers, other) in [
        (vec![html, "Content-Type: text/plain"], Some("text/html, text/plain")),
        (vec!["Content-Type: text/plain", html], Some("text/plain, text/html")),
        (
            vec!["Content-Type: text/html; charset=a", "Content-Type: text/html; charset=b"],
            Some("text/html; charset=a, text/html; charset=b"),
        ),
        (vec![html, "Content-Type: TEXT/HTML; charset=utf-8"], None),
        (vec![html, "Content-Disposition: attachment"], Some("attachment")),
        (vec![html, "Content-Disposition: Attachment; filename=a"], Some("Attachment; filename=a")),
        (vec![html, "Content-Disposition: inline"], None),
        (vec![html, "Content-Disposition: filename=a.html"], None),
    ] {
        let outcome = page(&headers, b"<p>");
        let found = match &outcome {
            Outcome::CouldNotLook(Failure::OtherContent(other)) => Some(other.as_str()),
            _ => None,
        };
        assert_eq!(found, other, "{headers:?}");
        assert_eq!(outcome.page().is_some(), other.is_none(), "{headers:?}");
    }
    let file = Server::always(response(200, &["Content-Disposition: attachment"], "a"));
    let url = url("https://www.stad.example/trust.txt");
    let outcome = client(&file).fetch(&Request::new(url, Accept::Text));
    assert!(outcome.page().is_some(), "a file that is wanted as one");
}

#[test]
fn a_status_is_an_answer() {
    for status in [403, 404, 410, 429, 500, 503, 999] {
        let outcome = fetched(&Server::always(response(status, &["Content-Type: image/png"], "x")));
        assert_eq!(outcome.page().map(|page| page.status), Some(status));
    }
}

#[test]
fn a_body_that_is_shorter_than_it_says_is_cut_off() {
    let head = "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n";
    for (name, answer) in [
        ("length", format!("{head}Content-Length: 900\r\n\r\n<p>half")),
        ("chunks", format!("{head}Transfer-Encoding: chunked\r\n\r\n7\r\n<p>half\r\n")),
    ] {
        let outcome = fetched(&Server::always(answer));
        let found = outcome.page().map(|page| (page.text(), page.is_complete));
        assert_eq!(found, Some(("<p>half".to_owned(), false)), "{name}");
    }
}

#[test]
fn a_body_says_where_it_ends_or_ends_with_the_connection() {
    let head = "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n";
    let packed = packed(&b"<p>all"[..]);
    let packed = [
        format!("{head}Content-Encoding: gzip\r\nContent-Length: {}\r\n\r\n", packed.len())
            .as_bytes(),
        &packed,
    ]
    .concat();
    for (name, answer, is_told) in [
        ("length", format!("{head}Content-Length: 6\r\n\r\n<p>all").into_bytes(), true),
        (
            "chunks",
            format!("{head}Transfer-Encoding: chunked\r\n\r\n6\r\n<p>all\r\n0\r\n\r\n")
                .into_bytes(),
            true,
        ),
        ("packed, of which the client keeps no length", packed, false),
        ("nothing", format!("{head}\r\n<p>all").into_bytes(), false),
    ] {
        let outcome = fetched(&Server::always(answer));
        let found = outcome.page().map(|it| (it.text(), it.is_complete, it.is_end_told));
        assert_eq!(found, Some(("<p>all".to_owned(), true, is_told)), "{name}");
    }
}

#[test]
fn an_endless_body_ends_at_the_limit() {
    let server = Server::new(|_, stream| {
        drop(stream.write_all(b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n"));
        let mut chunk = b"10000\r\n".to_vec();
        chunk.resize(chunk.len() + 0x10000, b'a');
        chunk.extend_from_slice(b"\r\n");
        while stream.write_all(&chunk).is_ok() {}
    });
    let outcome = fetched(&server);
    assert_eq!(
        outcome.page().map(|page| (page.body.len(), page.is_complete)),
        Some((4 << 20, false))
    );
}

#[test]
fn a_slow_server_is_left_after_the_time_there_is() {
    let silent = Server::new(|_, _| std::thread::sleep(Duration::from_secs(5)));
    let dripping = Server::new(|_, stream| {
        drop(stream.write_all(b"HTTP/1.1 200 OK\r\nContent-Length: 90000\r\n\r\n"));
        while stream.write_all(b"a").is_ok() {
            std::thread::sleep(Duration::from_millis(50));
        }
    });
    let dripping_headers = Server::new(|_, stream| {
        drop(stream.write_all(b"HTTP/1.1 200 OK\r\n"));
        while stream.write_all(b"a: b\r\n").is_ok() {
            std::thread::sleep(Duration::from_millis(50));
        }
    });
    for (name, server) in [("silent", silent), ("body", dripping), ("headers", dripping_headers)] {
        assert_eq!(fetched(&server), Outcome::CouldNotLook(Failure::TimedOut), "{name}");
    }
}

#[test]
fn a_chain_of_slow_redirects_shares_one_time() {
    let server = Server::new(|asked, stream| {
        std::thread::sleep(Duration::from_millis(600));
        drop(stream.write_all(&redirect(&format!("{}a", asked.path))));
    });
    assert_eq!(fetched(&server), Outcome::CouldNotLook(Failure::TimedOut));
    assert!(server.paths().len() < 8, "{:?}", server.paths());
}

#[test]
fn too_many_headers_are_no_answer() {
    for (name, header) in
        [("many", "x: y\r\n".repeat(200_000)), ("one", format!("x: {}\r\n", "y".repeat(1 << 20)))]
    {
        let outcome = fetched(&Server::always(format!("HTTP/1.1 200 OK\r\n{header}\r\n<p>")));
        assert_eq!(outcome, Outcome::CouldNotLook(Failure::Protocol), "{name}");
    }
}

#[test]
fn what_is_not_http_is_no_answer() {
    for answer in ["SSH-2.0-OpenSSH\r\n", "HTTP/1.1 abc\r\n\r\n", "\u{0}\u{1}\r\n\r\n"] {
        let outcome = fetched(&Server::always(answer));
        let is_no_answer =
            matches!(outcome, Outcome::CouldNotLook(Failure::Protocol | Failure::NoConnection));
        assert!(is_no_answer, "{answer:?}: {outcome:?}");
    }
}
