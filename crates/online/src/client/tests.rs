//! Servers that behave as they should not, and what must come of it.

mod bodies;
mod redirects;
mod tls;

use std::io::Write;
use std::net::{IpAddr, SocketAddr};
use std::sync::Arc;
use std::time::Duration;

use super::*;
use crate::fetch::{Follow, Validators};
use crate::test_server::{Server, html, redirect, response};

fn settings() -> Settings {
    let limits = Limits {
        connect: Duration::from_secs(5),
        first_byte: Duration::from_secs(1),
        total: Duration::from_secs(3),
        ..Limits::default()
    };
    let languages = ["nl", "fr", "de"].map(str::to_owned).to_vec();
    Settings { languages, limits, ..Settings::new("0.1.0", "https://officieel.example/") }
}

/// A client for which two hosts exist, both at one server.
fn client(server: &Server) -> Client {
    let hosts = ["www.stad.example", "stad.example", "www.elders.example"];
    let mut loopback = Loopback::default();
    for host in hosts {
        loopback = loopback.host(host, server.socket).unwrap();
    }
    Client::on_loopback(settings(), loopback)
}

fn url(text: &str) -> Url {
    Url::parse(text).unwrap()
}

fn home() -> Url {
    url("https://www.stad.example/")
}

fn fetched(server: &Server) -> Outcome {
    client(server).fetch(&Request::new(home(), Accept::Html))
}

#[test]
fn a_page_is_fetched_as_this_program_and_in_its_language() {
    let server = Server::always(html("<p>Welkom</p>"));
    let outcome = fetched(&server);
    let page = outcome.page().unwrap();
    assert_eq!((page.status, page.text().as_str(), page.is_complete), (200, "<p>Welkom</p>", true));
    assert_eq!(page.url, home());
    assert_eq!(page.header("content-type"), Some("text/html; charset=utf-8"));
    let asked = server.asked();
    let [asked] = asked.as_slice() else { panic!("{asked:?}") };
    for (header, expected) in [
        ("host", "www.stad.example"),
        ("user-agent", "officieel/0.1.0 (+https://officieel.example/)"),
        ("accept-language", "nl, fr;q=0.8, de;q=0.7"),
        ("accept-encoding", "gzip"),
    ] {
        assert_eq!(asked.header(header), Some(expected), "{header}");
    }
    assert_eq!(asked.header("cookie"), None);
}

#[test]
fn nothing_is_said_of_languages_that_nobody_knows_nor_of_a_page_that_is_not_there() {
    let server = Server::always(html("x"));
    let settings = Settings { languages: Vec::new(), ..Settings::new("0.1.0", "") };
    let loopback = Loopback::default().host("www.stad.example", server.socket).unwrap();
    Client::on_loopback(settings, loopback).fetch(&Request::new(home(), Accept::Html));
    let asked = server.asked();
    assert_eq!(asked[0].header("accept-language"), None);
    assert_eq!(asked[0].header("user-agent"), Some("officieel/0.1.0"));
}

#[test]
fn what_was_seen_before_is_asked_for_under_conditions() {
    let server = Server::new(|asked, stream| {
        let is_known = asked.header("if-none-match") == Some("W/\"a\"")
            && asked.header("if-modified-since") == Some("Fri, 27 Nov 2026 12:00:00 GMT");
        let headers = ["ETag: W/\"a\"", "Last-Modified: Fri, 27 Nov 2026 12:00:00 GMT"];
        let answer =
            if is_known { response(304, &headers, "") } else { response(200, &headers, "x") };
        drop(stream.write_all(&answer));
    });
    let client = client(&server);
    let first = client.fetch(&Request::new(home(), Accept::Html));
    let validators = first.page().unwrap().validators();
    assert_ne!(validators, Validators::default());
    let second = client.fetch(&Request::new(home(), Accept::Html).since(validators));
    assert_eq!(second, Outcome::NotModified(home()));
}

#[test]
fn no_other_host_exists_in_a_test() {
    let server = Server::always(html(""));
    let outcome = client(&server).fetch(&Request::new(url("https://www.knmi.nl/"), Accept::Html));
    assert_eq!(outcome, Outcome::CouldNotLook(Failure::NoSuchHost));
    let far: SocketAddr = "145.12.3.4:443".parse().unwrap();
    let mapped = Loopback::default().host("www.stad.example", far).unwrap_err();
    assert_eq!(mapped, LoopbackError::NotLoopback(far));
}

#[test]
fn a_closed_port_is_no_connection() {
    let socket = std::net::TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap();
    let loopback = Loopback::default().host("www.stad.example", socket).unwrap();
    let client = Client::on_loopback(settings(), loopback);
    let outcome = client.fetch(&Request::new(home(), Accept::Html));
    assert_eq!(outcome, Outcome::CouldNotLook(Failure::NoConnection));
}

/// Names that somebody points wherever they like.
#[derive(Debug)]
struct Names(Vec<IpAddr>);

impl Lookup for Names {
    fn addresses(&self, _host: &str) -> Result<Vec<IpAddr>, Failure> {
        Ok(self.0.clone())
    }
}

#[test]
fn a_name_of_a_private_address_is_never_connected_to() {
    let server = Server::always(html("secret"));
    let port = server.socket.port();
    for addresses in [
        vec!["127.0.0.1"],
        vec!["::1"],
        vec!["::ffff:127.0.0.1"],
        vec!["10.0.0.1", "192.168.1.1"],
        vec!["169.254.169.254"],
        vec!["0.0.0.0"],
        vec!["fd00::1"],
    ] {
        let names = addresses.iter().map(|it| it.parse().unwrap()).collect();
        let client = Client::with_lookup(settings(), Arc::new(Names(names)));
        for asked in
            [format!("https://www.stad.example:{port}/"), format!("http://stad.example:{port}/")]
        {
            let outcome = client.fetch(&Request::new(url(&asked), Accept::Html));
            assert_eq!(outcome, Outcome::Refused(Refusal::PrivateAddress), "{addresses:?} {asked}");
        }
        assert_eq!(client.address_of("www.stad.example"), None, "{addresses:?}");
    }
    assert!(server.asked().is_empty(), "nothing arrived");
}

#[test]
fn of_mixed_addresses_the_private_ones_are_dropped() {
    let names = ["10.0.0.1", "::1", "145.12.3.4"].map(|it| it.parse().unwrap());
    let client = Client::with_lookup(settings(), Arc::new(Names(names.to_vec())));
    assert_eq!(client.address_of("www.stad.example"), Some("145.12.3.4".parse().unwrap()));
}

#[test]
fn addresses_of_this_network_are_refused_before_anything_is_looked_up() {
    let client =
        Client::with_lookup(settings(), Arc::new(Names(vec!["145.12.3.4".parse().unwrap()])));
    for (asked, expected) in [
        ("https://127.0.0.1/", Refusal::PrivateAddress),
        ("https://0x7f.1/", Refusal::PrivateAddress),
        ("https://2130706433/", Refusal::PrivateAddress),
        ("https://[::1]/", Refusal::PrivateAddress),
        ("https://localhost/", Refusal::PrivateAddress),
        ("https://a.localhost/", Refusal::PrivateAddress),
        ("https://printer.local/", Refusal::PrivateAddress),
        ("https://intranet/", Refusal::PrivateAddress),
        ("https://router.home.arpa./", Refusal::PrivateAddress),
        ("https://user:secret@www.stad.example/", Refusal::UserInfo),
        ("ftp://www.stad.example/", Refusal::OtherScheme),
        ("file:///etc/passwd", Refusal::OtherScheme),
    ] {
        let outcome = client.fetch(&Request::new(url(asked), Accept::Html));
        assert_eq!(outcome, Outcome::Refused(expected), "{asked}");
    }
}

#[test]
fn offline_no_socket_is_opened() {
    let server = Server::always(html(""));
    let loopback = Loopback::default().host("www.stad.example", server.socket).unwrap();
    let client = Client::on_loopback(Settings { is_offline: true, ..settings() }, loopback);
    let outcome = client.fetch(&Request::new(home(), Accept::Html));
    assert_eq!(outcome, Outcome::Refused(Refusal::Offline));
    assert_eq!(client.address_of("www.stad.example"), None);
    assert!(server.asked().is_empty());
}
