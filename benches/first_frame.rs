//! What a person waits for, measured from outside in a real pseudo-terminal: from the start of the
//! program to its first frame and to the first frame with results, and from a key press to the
//! frame that shows it. Every other start has settings and a full history to read, so that both are
//! measured beside none in the same run.
//!
//! `cargo bench --bench first_frame`

#![expect(clippy::unwrap_used, reason = "a measurement that can't be made stops")]
#![expect(clippy::print_stdout, reason = "the figures are the result")]

use std::fmt::Write as _;
use std::fs;
use std::io::{Read, Write};
use std::path::Path;
use std::sync::mpsc::{Receiver, channel};
use std::thread;
use std::time::{Duration, Instant};

use officieel::messages::numbers::grouped;
use officieel::words::Language;
use portable_pty::{CommandBuilder, PtySize, native_pty_system};

const RUNS: usize = 15;
/// The most queries that are remembered.
const HISTORY: usize = 200;
const KEYS: &str = "politie zwolle";
const SIZE: PtySize = PtySize { rows: 40, cols: 120, pixel_width: 0, pixel_height: 0 };

/// Settings that change something of each kind.
const SETTINGS: &str = r##"
[interface]
language = "nl"
theme = "dark"
mouse = true

[channels]
prefer = ["mastodon"]
avoid = ["x"]

[selections]
peers = "kind:municipality in:gelderland"

[theme]
accent = "#74c7dd"

[keys]
palette = ["ctrl-x", ":"]
"##;

fn main() {
    let count = officieel::embedded::directory().unwrap().organisation_count();
    let count = grouped(Language::Nl.words(), count);
    let home = tempfile::tempdir().unwrap();
    fill(home.path());
    let (mut bare, mut kept) = (Times::default(), Times::default());
    for _ in 0..RUNS {
        run(&count, None, &mut bare);
        run(&count, Some(home.path()), &mut kept);
    }
    println!("{RUNS} starts of each, 120x40; milliseconds: median / p99 / worst");
    bare.print("");
    kept.print(", settings and history");
}

/// A home with settings and a history as long as it gets.
fn fill(home: &Path) {
    let folder = home.join("officieel");
    fs::create_dir(&folder).unwrap();
    fs::write(folder.join("config.toml"), SETTINGS).unwrap();
    let mut history = "queries = [\n".to_owned();
    for at in 0..HISTORY {
        writeln!(history, "  \"gemeente nummer {at}\",").unwrap();
    }
    fs::write(folder.join("history.toml"), history + "]\n").unwrap();
}

/// What was measured.
#[derive(Default)]
struct Times {
    first: Vec<Duration>,
    results: Vec<Duration>,
    keys: Vec<Duration>,
}

impl Times {
    fn print(mut self, with: &str) {
        for (what, times) in [
            ("start to first frame", &mut self.first),
            ("start to first frame with results", &mut self.results),
            ("key press to frame", &mut self.keys),
        ] {
            times.sort();
            let at =
                |share: usize| times.get((times.len() * share / 100).min(times.len() - 1)).unwrap();
            let [median, late, worst] =
                [at(50), at(99), times.last().unwrap()].map(|time| time.as_secs_f64() * 1000.0);
            let what = format!("{what}{with}");
            println!("{what:<56} {median:>7.2} / {late:>7.2} / {worst:>7.2}");
        }
    }
}

/// One start of the program, a few keys, and the end.
fn run(count: &str, home: Option<&Path>, times: &mut Times) {
    let pair = native_pty_system().openpty(SIZE).unwrap();
    let mut command = CommandBuilder::new(env!("CARGO_BIN_EXE_officieel"));
    command.env_clear();
    command.env("TERM", "xterm-256color");
    command.env("LANG", "nl_NL.UTF-8");
    if let Some(home) = home {
        command.env("XDG_CONFIG_HOME", home);
        command.env("XDG_DATA_HOME", home);
    }
    let mut reader = pair.master.try_clone_reader().unwrap();
    let (tell, chunks) = channel();
    thread::spawn(move || {
        let mut buffer = vec![0; 65_536];
        while let Ok(length) = reader.read(&mut buffer) {
            let chunk = buffer.get(..length).unwrap_or_default().to_vec();
            if length == 0 || tell.send((Instant::now(), chunk)).is_err() {
                return;
            }
        }
    });
    let start = Instant::now();
    let mut child = pair.slave.spawn_command(command).unwrap();
    drop(pair.slave);
    let mut screen =
        vt100::Parser::new(SIZE.rows.try_into().unwrap(), SIZE.cols.try_into().unwrap(), 0);
    times.first.push(until(&chunks, &mut screen, "›") - start);
    times.results.push(until(&chunks, &mut screen, &format!("/{count}")) - start);
    let mut writer = pair.master.take_writer().unwrap();
    let mut typed = String::new();
    for key in KEYS.chars() {
        // A person's pause: the frame of the key before has long been drawn.
        thread::sleep(Duration::from_millis(20));
        typed.push(key);
        let pressed = Instant::now();
        writer.write_all(key.to_string().as_bytes()).unwrap();
        writer.flush().unwrap();
        times.keys.push(until(&chunks, &mut screen, &format!("› {}", typed.trim_end())) - pressed);
    }
    writer.write_all(b"\x03").unwrap();
    child.wait().unwrap();
}

/// The moment at which the screen first shows a text.
fn until(chunks: &Receiver<(Instant, Vec<u8>)>, screen: &mut vt100::Parser, text: &str) -> Instant {
    loop {
        let (at, chunk) = chunks.recv_timeout(Duration::from_secs(10)).unwrap();
        screen.process(&chunk);
        if screen.screen().contents().contains(text) {
            return at;
        }
    }
}
