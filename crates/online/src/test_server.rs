//! Servers of this machine for the tests: what they are asked is remembered, what they answer is given as bytes.

use std::io::{BufRead, BufReader, Write};
use std::net::{SocketAddr, TcpListener, TcpStream};
use std::sync::{Arc, LazyLock, Mutex};

use officieel_directory::directory::load::{Defaults, load};
use officieel_directory::directory::{Date, Directory};
use officieel_directory::public_suffixes::PublicSuffixes;

/// A directory of these tables, with the platforms and words that are built in.
pub(crate) fn directory(tables: &str) -> Directory {
    static BUILT_IN: LazyLock<Defaults> = LazyLock::new(|| {
        let text = include_str!("../../../directory.toml");
        Defaults::of(load(text, Date::LAST, &PublicSuffixes::default(), &|| None).unwrap())
    });
    let head = "schema = 1\ntitle = \"T\"\nedition = \"2026-11-28\"\nlicence = \"CC0-1.0\"\n\n";
    let defaults = || Some(BUILT_IN.clone());
    let loaded =
        load(&format!("{head}{tables}"), Date::LAST, &PublicSuffixes::default(), &defaults);
    loaded.unwrap_or_else(|problems| panic!("{:?}", problems.first()))
}

/// What a server does with one question: its head, and where the answer goes.
type Handler = dyn Fn(&Asked, &mut TcpStream) + Send + Sync;

/// One question as the server met it.
#[derive(Debug, Clone)]
pub(crate) struct Asked {
    /// The path with its query.
    pub(crate) path: String,
    pub(crate) headers: Vec<(String, String)>,
}

impl Asked {
    pub(crate) fn header(&self, name: &str) -> Option<&str> {
        let found = self.headers.iter().find(|(own, _)| own.eq_ignore_ascii_case(name));
        found.map(|(_, value)| value.as_str())
    }

    pub(crate) fn host(&self) -> &str {
        self.header("host").unwrap_or_default()
    }
}

/// A server that runs until the test ends.
pub(crate) struct Server {
    pub(crate) socket: SocketAddr,
    asked: Arc<Mutex<Vec<Asked>>>,
}

impl Server {
    pub(crate) fn new(handler: impl Fn(&Asked, &mut TcpStream) + Send + Sync + 'static) -> Self {
        Self::at([127, 0, 0, 1], handler)
    }

    /// A server at an address of this machine.
    pub(crate) fn at(
        address: [u8; 4],
        handler: impl Fn(&Asked, &mut TcpStream) + Send + Sync + 'static,
    ) -> Self {
        let listener = TcpListener::bind(SocketAddr::from((address, 0))).unwrap();
        let socket = listener.local_addr().unwrap();
        let asked = Arc::new(Mutex::new(Vec::new()));
        let (seen, handler): (_, Arc<Handler>) = (Arc::clone(&asked), Arc::new(handler));
        std::thread::spawn(move || {
            for stream in listener.incoming().flatten() {
                let (seen, handler) = (Arc::clone(&seen), Arc::clone(&handler));
                std::thread::spawn(move || answer(stream, &seen, handler.as_ref()));
            }
        });
        Self { socket, asked }
    }

    /// The same answer to every question.
    pub(crate) fn always(answer: impl Into<Vec<u8>>) -> Self {
        let answer = answer.into();
        Self::new(move |_, stream| drop(stream.write_all(&answer)))
    }

    pub(crate) fn asked(&self) -> Vec<Asked> {
        self.asked.lock().unwrap().clone()
    }

    pub(crate) fn paths(&self) -> Vec<String> {
        self.asked().into_iter().map(|asked| asked.path).collect()
    }
}

fn answer(mut stream: TcpStream, seen: &Mutex<Vec<Asked>>, handler: &Handler) {
    let mut lines = BufReader::new(stream.try_clone().unwrap()).lines();
    let first = lines.next().and_then(Result::ok).unwrap_or_default();
    let path = first.split(' ').nth(1).unwrap_or_default().to_owned();
    let mut headers = Vec::new();
    for line in lines.map_while(Result::ok).take_while(|line| !line.is_empty()) {
        let (name, value) = line.split_once(':').unwrap_or((&line, ""));
        headers.push((name.to_owned(), value.trim().to_owned()));
    }
    let asked = Asked { path, headers };
    seen.lock().unwrap().push(asked.clone());
    handler(&asked, &mut stream);
}

/// A whole answer with its headers.
pub(crate) fn response(status: u16, headers: &[&str], body: impl AsRef<[u8]>) -> Vec<u8> {
    let body = body.as_ref();
    let mut out = format!("HTTP/1.1 {status} X\r\nConnection: close\r\n");
    for header in headers {
        out.extend([*header, "\r\n"]);
    }
    out.extend(["Content-Length: ", &body.len().to_string(), "\r\n\r\n"]);
    let mut out = out.into_bytes();
    out.extend_from_slice(body);
    out
}

/// A page of HTML.
pub(crate) fn html(body: &str) -> Vec<u8> {
    response(200, &["Content-Type: text/html; charset=utf-8"], body)
}

/// A redirect.
pub(crate) fn redirect(to: &str) -> Vec<u8> {
    response(302, &[&format!("Location: {to}")], "")
}
