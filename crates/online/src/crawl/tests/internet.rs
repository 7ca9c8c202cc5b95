//! A small internet on 127.0.0.0/8: 300 sites, each at an address of its own, that behave as sites do.

use std::io::{Read, Write};
use std::net::TcpStream;
use std::sync::LazyLock;
use std::time::Instant;

use flate2::Compression;
use flate2::read::GzEncoder;

use super::*;
use crate::client::{Client, Limits, Loopback, Settings};
use crate::fetch::Refusal;
use crate::test_server::{Asked, Server, html, redirect, response};

/// How a site behaves, and what must come of its home page.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Kind {
    Right,
    Moved,
    Lapsed,
    ToLoopback,
    ToUser,
    Looping,
    Silent,
    Dripping,
    Cut,
    Huge,
    Bomb,
    BrokenGzip,
    WrongCharset,
    ScriptOnly,
    CookieFirst,
    CookieWall,
    Busy,
    BusyForHours,
    BotWall,
    Gone,
    Pdf,
    HeaderFlood,
    ClosedByRobots,
    RobotsDown,
    Refusing,
}

const KINDS: [Kind; 25] = [
    Kind::Right,
    Kind::Moved,
    Kind::Lapsed,
    Kind::ToLoopback,
    Kind::ToUser,
    Kind::Looping,
    Kind::Silent,
    Kind::Dripping,
    Kind::Cut,
    Kind::Huge,
    Kind::Bomb,
    Kind::BrokenGzip,
    Kind::WrongCharset,
    Kind::ScriptOnly,
    Kind::CookieFirst,
    Kind::CookieWall,
    Kind::Busy,
    Kind::BusyForHours,
    Kind::BotWall,
    Kind::Gone,
    Kind::Pdf,
    Kind::HeaderFlood,
    Kind::ClosedByRobots,
    Kind::RobotsDown,
    Kind::Refusing,
];

/// How many sites there are of each kind.
const OF_EACH: usize = 12;

impl Kind {
    fn host(self, at: usize) -> String {
        format!("www.{}{at}.example", format!("{self:?}").to_lowercase())
    }

    fn answer(self, asked: &Asked, stream: &mut TcpStream, nth: usize) -> Vec<u8> {
        match (self, asked.path.as_str()) {
            (Self::ClosedByRobots, "/robots.txt") => {
                response(200, &["Content-Type: text/plain"], "User-agent: officieel\nDisallow: /")
            }
            (Self::RobotsDown, "/robots.txt") => response(500, &[], ""),
            (_, "/") => self.home(asked, stream, nth),
            (Self::Moved, "/nl/") => html("Nieuw contact=/contact"),
            (_, "/contact") => html("Contact"),
            _ => response(404, &[], ""),
        }
    }

    fn home(self, asked: &Asked, stream: &mut TcpStream, nth: usize) -> Vec<u8> {
        let gzip = "Content-Encoding: gzip";
        match self {
            Self::Moved => redirect("/nl/"),
            Self::Lapsed => redirect("https://www.right0.example/"),
            Self::ToLoopback => redirect("http://127.0.0.1:1/"),
            Self::ToUser => redirect("https://user:secret@www.right0.example/"),
            Self::Looping => redirect(if nth.is_multiple_of(2) { "/?a" } else { "/" }),
            Self::Silent => silent(stream),
            Self::Dripping => dripping(stream),
            Self::Cut => {
                b"HTTP/1.1 200 OK\r\nContent-Length: 90\r\n\r\nhalf contact=/contact".to_vec()
            }
            Self::Huge => response(200, &[], vec![b'a'; 6 << 20]),
            Self::Bomb => response(200, &[gzip], bomb()),
            Self::BrokenGzip => response(200, &[gzip], "no gzip"),
            Self::WrongCharset => {
                response(200, &["Content-Type: text/html; charset=utf-16"], b"caf\xE9")
            }
            Self::ScriptOnly => html("<script src=app.js></script>"),
            Self::CookieFirst if asked.header("cookie").is_some() => html("Welkom"),
            Self::CookieFirst | Self::CookieWall => {
                response(302, &["Location: /", "Set-Cookie: a=b"], "")
            }
            Self::Busy if nth == 0 => response(429, &["Retry-After: 7"], ""),
            Self::BusyForHours => response(503, &["Retry-After: 7200"], ""),
            Self::BotWall => response(403, &["Content-Type: text/html"], "Just a moment"),
            Self::Gone => response(404, &[], ""),
            Self::Pdf => response(200, &["Content-Type: application/pdf"], "%PDF"),
            Self::HeaderFlood => {
                format!("HTTP/1.1 200 OK\r\nx: {}\r\n\r\n", "y".repeat(1 << 20)).into_bytes()
            }
            _ => html("Welkom contact=/contact"),
        }
    }

    /// The status of its home page, or why there is none.
    fn expected(self) -> Result<u16, String> {
        let failed = |failure: Failure| Err(failure.to_string());
        let refused = |refusal: Refusal| Err(refusal.to_string());
        match self {
            Self::Lapsed => refused(Refusal::OtherHost("www.right0.example".to_owned())),
            Self::ToLoopback => refused(Refusal::PrivateAddress),
            Self::ToUser => refused(Refusal::UserInfo),
            Self::Looping => failed(Failure::TooManyRedirects),
            Self::Silent | Self::Dripping => failed(Failure::TimedOut),
            Self::BrokenGzip => failed(Failure::Encoding),
            Self::CookieWall => failed(Failure::Cookies),
            Self::BusyForHours => failed(Failure::PutOff(7_200)),
            Self::BotWall => Ok(403),
            Self::Gone => Ok(404),
            Self::Pdf => failed(Failure::OtherContent("application/pdf".to_owned())),
            Self::HeaderFlood => failed(Failure::Protocol),
            Self::ClosedByRobots => failed(Failure::Robots),
            Self::RobotsDown => failed(Failure::Status(500)),
            Self::Refusing => failed(Failure::NoConnection),
            _ => Ok(200),
        }
    }

    fn is_whole(self) -> bool {
        !matches!(self, Self::Cut | Self::Huge | Self::Bomb)
    }
}

fn silent(stream: &mut TcpStream) -> Vec<u8> {
    // Until the other side has had enough.
    let _ = stream.read(&mut [0]);
    Vec::new()
}

fn dripping(stream: &mut TcpStream) -> Vec<u8> {
    drop(stream.write_all(b"HTTP/1.1 200 OK\r\nContent-Length: 90000\r\n\r\n"));
    while stream.write_all(b"a").is_ok() {
        std::thread::sleep(Duration::from_millis(40));
    }
    Vec::new()
}

/// 32 MiB in a few.
fn bomb() -> &'static [u8] {
    static BOMB: LazyLock<Vec<u8>> = LazyLock::new(|| {
        let mut packed = Vec::new();
        let bytes = std::io::repeat(b'a').take(32 << 20);
        GzEncoder::new(bytes, Compression::fast()).read_to_end(&mut packed).unwrap();
        packed
    });
    &BOMB
}

/// The sites, and the only way to them.
struct Internet {
    servers: Vec<(String, Server)>,
    client: Client,
}

impl Internet {
    fn new() -> Self {
        let mut servers = Vec::new();
        let mut loopback = Loopback::default();
        for (at, (kind, number)) in
            KINDS.iter().flat_map(|kind| (0..OF_EACH).map(move |at| (*kind, at))).enumerate()
        {
            let [high, low] = u16::try_from(at + 2).unwrap().to_be_bytes();
            let counts = Mutex::new(0);
            let server = Server::at([127, 1, high, low], move |asked, stream| {
                let nth = {
                    let mut count = counts.lock().unwrap();
                    *count += usize::from(asked.path.starts_with("/?") || asked.path == "/");
                    count.saturating_sub(1)
                };
                let home =
                    Asked { path: asked.path.replace("/?a", "/"), headers: asked.headers.clone() };
                let answer = kind.answer(&home, stream, nth);
                drop(stream.write_all(&answer));
            });
            let mut socket = server.socket;
            if kind == Kind::Refusing {
                // Nobody listens there.
                socket.set_port(1);
            }
            loopback = loopback.host(&kind.host(number), socket).unwrap();
            servers.push((kind.host(number), server));
        }
        let limits = Limits {
            connect: Duration::from_secs(5),
            first_byte: Duration::from_millis(1_500),
            total: Duration::from_secs(5),
            ..Limits::default()
        };
        let settings = Settings { limits, ..Settings::new("0.1.0", "https://officieel.example/") };
        Self { servers, client: Client::on_loopback(settings, loopback) }
    }

    fn crawl(&self, plan: &Plan, state: &State, stop: &AtomicBool, clock: &ManualClock) -> Report {
        let manners = Manners { hosts_at_once: 24, ..Manners::default() };
        let allows = |_: &HostPlan, from: &str, to: &str| from == to;
        let crawl = Crawl {
            fetch: &self.client,
            clock,
            visitor: &Words,
            manners: &manners,
            allows: &allows,
        };
        crawl.run(plan, state, &|_| {}, stop).unwrap()
    }
}

#[test]
fn a_sweep_of_a_small_internet_ends_with_what_each_site_is() {
    let internet = Internet::new();
    let websites: Vec<String> =
        internet.servers.iter().map(|(host, _)| format!("https://{host}/")).collect();
    let websites: Vec<&str> = websites.iter().map(String::as_str).collect();
    let plan = plan(&websites);
    let ((_folder, state), clock) = (state(), ManualClock::at(START));
    let begin = Instant::now();
    // Broken off once on the way, as a person does who has to go.
    let stop = AtomicBool::new(false);
    std::thread::scope(|scope| {
        scope.spawn(|| {
            std::thread::sleep(Duration::from_millis(900));
            stop.store(true, Ordering::SeqCst);
        });
        internet.crawl(&plan, &state, &stop, &clock);
    });
    let report = internet.crawl(&plan, &state, &AtomicBool::new(false), &clock);
    assert!(report.is_finished);
    assert!(begin.elapsed() < Duration::from_secs(300), "{:?}", begin.elapsed());

    for kind in KINDS {
        for at in 0..OF_EACH {
            let host = kind.host(at);
            let is_home = |page: &&PageReport| {
                page.purpose == Purpose::Home && page.url.host_str() == Some(&host)
            };
            let home = report.pages.iter().find(is_home).unwrap_or_else(|| panic!("{host}"));
            let found = match &home.looked {
                Looked::Answered { status, is_complete, .. } => {
                    assert_eq!(*is_complete, kind.is_whole(), "{host}");
                    Ok(*status)
                }
                Looked::Refused(refusal) => Err(refusal.to_string()),
                Looked::CouldNotLook(failure) => Err(failure.to_string()),
            };
            assert_eq!(found, kind.expected(), "{host}");
        }
    }
    let totals = report.totals();
    assert_eq!(totals.organisations, KINDS.len() * OF_EACH);
    let counted = totals.looked_at + totals.could_not_look.values().sum::<usize>();
    assert_eq!(counted, totals.organisations, "the numbers add up");
    for (host, server) in &internet.servers {
        let foreign = server.asked().iter().filter(|asked| asked.host() != host).count();
        assert_eq!(foreign, 0, "{host} is asked for itself alone");
    }
}
