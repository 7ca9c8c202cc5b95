//! Certificates as servers have them. `tests/fixtures/tls` holds them: issued by an invented root that only these
//! tests trust, from 2020 to 2120 unless they have expired, all with one key.

use std::net::TcpListener;
use std::sync::atomic::{AtomicUsize, Ordering};

use rustls::crypto::ring::default_provider;
use rustls::pki_types::pem::PemObject;
use rustls::pki_types::{CertificateDer, PrivateKeyDer};
use rustls::{ServerConfig, ServerConnection, Stream};

use super::*;
use crate::fetch::CertificateFault;

fn file(name: &str) -> Vec<u8> {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/fixtures/tls/");
    std::fs::read(format!("{folder}{name}")).unwrap()
}

/// A server with a certificate, and how many questions arrived over a connection that was made.
fn server(certificate: &str) -> (SocketAddr, Arc<AtomicUsize>) {
    let chain = CertificateDer::pem_slice_iter(&file(certificate)).collect::<Result<Vec<_>, _>>();
    let key = PrivateKeyDer::from_pem_slice(&file("site.key")).unwrap();
    let config = ServerConfig::builder_with_provider(Arc::new(default_provider()))
        .with_safe_default_protocol_versions()
        .unwrap()
        .with_no_client_auth()
        .with_single_cert(chain.unwrap(), key)
        .unwrap();
    let config = Arc::new(config);
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let socket = listener.local_addr().unwrap();
    let asked = Arc::new(AtomicUsize::new(0));
    let count = Arc::clone(&asked);
    std::thread::spawn(move || {
        for mut stream in listener.incoming().flatten() {
            let mut connection = ServerConnection::new(Arc::clone(&config)).unwrap();
            let mut secure = Stream::new(&mut connection, &mut stream);
            let mut buffer = [0; 4_096];
            if std::io::Read::read(&mut secure, &mut buffer).is_ok_and(|length| length > 0) {
                count.fetch_add(1, Ordering::SeqCst);
                drop(secure.write_all(&html("secure")));
                drop(secure.flush());
            }
        }
    });
    (socket, asked)
}

fn fetched(socket: SocketAddr) -> Outcome {
    let loopback = Loopback::default().host("www.stad.example", socket).unwrap();
    let loopback = loopback.trusting(&file("root.pem")).unwrap();
    Client::on_loopback(settings(), loopback).fetch(&Request::new(home(), Accept::Html))
}

#[test]
fn a_site_with_a_good_certificate_is_read() {
    let (socket, asked) = server("good.pem");
    assert_eq!(fetched(socket).page().map(Page::text), Some("secure".to_owned()));
    assert_eq!(asked.load(Ordering::SeqCst), 1);
}

#[test]
fn a_certificate_that_cannot_be_trusted_ends_it_and_is_told_apart() {
    for (certificate, expected) in [
        ("expired.pem", CertificateFault::Expired),
        ("other-name.pem", CertificateFault::OtherName),
        ("self-signed.pem", CertificateFault::UnknownIssuer),
        ("incomplete.pem", CertificateFault::UnknownIssuer),
    ] {
        let (socket, asked) = server(certificate);
        let expected = Outcome::CouldNotLook(Failure::Certificate(expected));
        assert_eq!(fetched(socket), expected, "{certificate}");
        assert_eq!(
            asked.load(Ordering::SeqCst),
            0,
            "{certificate}: nothing was asked without trust"
        );
    }
}

#[test]
fn a_server_without_encryption_is_not_asked_in_the_plain() {
    let server = Server::always(html("plain"));
    let outcome = fetched(server.socket);
    let is_none = matches!(
        outcome,
        Outcome::CouldNotLook(Failure::Certificate(_) | Failure::NoConnection | Failure::TimedOut)
    );
    assert!(is_none, "{outcome:?}");
    assert!(server.asked().iter().all(|asked| asked.path != "/"), "{:?}", server.asked());
}
