//! The real program in a real pseudo-terminal, looked at through a terminal emulator.
//!
//! Every test waits for a condition, never for a time; on failure it shows the screen.

#![cfg(unix)]
#![expect(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test stops at the first surprise"
)]

use std::io::{Read, Write};
use std::sync::{Arc, Mutex};
use std::thread;
use std::time::{Duration, Instant};

use portable_pty::{Child, CommandBuilder, MasterPty, PtySize, native_pty_system};

const ENTER: &[u8] = b"\r";
const DEADLINE: Duration = Duration::from_secs(20);
const FIXTURE: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/fixtures/small.toml");

/// The program at work.
struct Program {
    screen: Arc<Mutex<vt100::Parser>>,
    bytes: Arc<Mutex<Vec<u8>>>,
    keys: Box<dyn Write + Send>,
    child: Box<dyn Child + Send + Sync>,
    terminal: Box<dyn MasterPty + Send>,
}

fn size(rows: u16, cols: u16) -> PtySize {
    PtySize {
        rows,
        cols,
        pixel_width: 0,
        pixel_height: 0,
    }
}

/// The program with an environment of its own: no browser can be started, nobody's settings count.
fn command(arguments: &[&str], environment: &[(&str, &str)]) -> CommandBuilder {
    let mut command = CommandBuilder::new(env!("CARGO_BIN_EXE_officieel"));
    if !arguments.contains(&"--directory") {
        command.args(["--directory", FIXTURE]);
    }
    command.args(["--today", "2026-11-21", "--lang", "nl"]);
    command.args(arguments);
    command.env_clear();
    for (key, value) in [
        ("TERM", "xterm-256color"),
        ("LANG", "nl_NL.UTF-8"),
        ("PATH", ""),
    ] {
        command.env(key, value);
    }
    for (key, value) in environment {
        command.env(key, value);
    }
    command
}

impl Program {
    fn start(rows: u16, cols: u16, arguments: &[&str], environment: &[(&str, &str)]) -> Self {
        let pair = native_pty_system().openpty(size(rows, cols)).unwrap();
        let child = pair
            .slave
            .spawn_command(command(arguments, environment))
            .unwrap();
        drop(pair.slave);
        let parser = vt100::Parser::new(rows.try_into().unwrap(), cols.try_into().unwrap(), 0);
        let (screen, bytes) = (
            Arc::new(Mutex::new(parser)),
            Arc::new(Mutex::new(Vec::new())),
        );
        let mut output = pair.master.try_clone_reader().unwrap();
        let (for_screen, for_bytes) = (Arc::clone(&screen), Arc::clone(&bytes));
        thread::spawn(move || {
            let mut buffer = [0; 4096];
            while let Ok(count @ 1..) = output.read(&mut buffer) {
                for_bytes
                    .lock()
                    .unwrap()
                    .extend_from_slice(&buffer[..count]);
                for_screen.lock().unwrap().process(&buffer[..count]);
            }
        });
        let keys = pair.master.take_writer().unwrap();
        Self {
            screen,
            bytes,
            keys,
            child,
            terminal: pair.master,
        }
    }

    fn in_common_window() -> Self {
        Self::start(24, 80, &[], &[])
    }

    fn press(&mut self, keys: &[u8]) {
        self.keys.write_all(keys).unwrap();
        self.keys.flush().unwrap();
    }

    #[track_caller]
    fn until(&self, what: &str, is: impl Fn(&vt100::Screen) -> bool) {
        let start = Instant::now();
        while !is(self.screen.lock().unwrap().screen()) {
            if start.elapsed() > DEADLINE {
                let contents = self.screen.lock().unwrap().screen().contents();
                panic!("waited for {what}; the screen was:\n{contents}");
            }
            thread::sleep(Duration::from_millis(5));
        }
    }

    #[track_caller]
    fn until_shown(&self, text: &str) {
        self.until(text, |screen| screen.contents().contains(text));
    }

    /// How often these bytes were written so far.
    fn count(&self, needle: &[u8]) -> usize {
        self.bytes
            .lock()
            .unwrap()
            .windows(needle.len())
            .filter(|window| *window == needle)
            .count()
    }

    #[track_caller]
    fn exit_status(&mut self) -> u32 {
        let start = Instant::now();
        loop {
            if let Some(status) = self.child.try_wait().unwrap() {
                return status.exit_code();
            }
            assert!(start.elapsed() < DEADLINE, "the program did not end");
            thread::sleep(Duration::from_millis(5));
        }
    }

    /// Waits until the program gave the terminal back, once and whole.
    #[track_caller]
    fn until_given_back(&self) {
        self.until("the normal screen", |screen| {
            self.count(b"\x1b[?1049l") > 0
                && !screen.alternate_screen()
                && !screen.hide_cursor()
                && !screen.bracketed_paste()
        });
        assert_eq!(
            self.count(b"\x1b[?1049l"),
            1,
            "left the alternate screen once"
        );
        let mouse = self.screen.lock().unwrap().screen().mouse_protocol_mode();
        assert_eq!(mouse, vt100::MouseProtocolMode::None);
    }
}

impl Drop for Program {
    fn drop(&mut self) {
        // It may have ended by itself.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

fn reversed_rows(screen: &vt100::Screen) -> usize {
    let (rows, _) = screen.size();
    (0..rows.get())
        .filter(|&y| screen.cell(y, 3).is_some_and(vt100::Cell::inverse))
        .count()
}

#[test]
fn the_first_frame_has_the_prompt_the_count_and_the_keys() {
    let program = Program::in_common_window();
    program.until_shown("7/7");
    program.until_shown("Ministerie van Wind");
    program.until_shown("Esc stopt");
    let screen = program.screen.lock().unwrap();
    assert!(screen.screen().alternate_screen() && screen.screen().bracketed_paste());
    assert_eq!(
        screen.screen().cursor_position(),
        (0, 4),
        "the cursor stands in the query"
    );
}

#[test]
fn what_is_typed_is_searched_and_shown() {
    let mut program = Program::in_common_window();
    program.press(b"zandm");
    program.until_shown("zandmeer.example");
    program.until_shown("2/7");
    program.press(b"\t\x1b[B\x1b[B\x1b[B");
    program.until_shown("Enter opent X @GemZandmeer");
    program.press(b"e");
    program.until_shown("Bewijs voor @GemZandmeer op X");
}

#[test]
fn a_query_on_the_command_line_is_searched_at_once() {
    let program = Program::start(24, 80, &["minwind"], &[]);
    program.until_shown("@MinWind");
    program.until_shown("1/7");
}

#[test]
fn when_no_browser_starts_the_address_is_offered_otherwise() {
    let mut program = Program::start(24, 120, &["zandmeer"], &[]);
    program.until_shown("Enter opent zandmeer.example");
    program.press(ENTER);
    program.until_shown("Geen browser gestart");
    program.until_shown("https://www.zandmeer.example");
    program.press(b"\x1bOS");
    program.until("a QR code", |screen| screen.contents().contains("▀▀▀▀▀▀▀▀"));
}

#[test]
fn over_ssh_without_a_display_nothing_is_started() {
    let ssh = [("SSH_CONNECTION", "192.0.2.1 1 192.0.2.2 22")];
    let mut program = Program::start(24, 120, &["zandmeer"], &ssh);
    program.until_shown("Enter opent zandmeer.example");
    program.press(ENTER);
    program.until_shown("Geen scherm voor een browser");
}

#[test]
fn copying_sends_the_address_to_the_clipboard() {
    let mut program = Program::start(24, 80, &["minwind"], &[]);
    program.until_shown("@MinWind");
    program.press(b"\x19");
    program.until_shown("Naar het klembord gestuurd: https://x.com/MinWind");
    assert_eq!(
        program.count(b"\x1b]52;c;aHR0cHM6Ly94LmNvbS9NaW5XaW5k\x1b\\"),
        1
    );
}

#[test]
fn quitting_leaves_the_terminal_as_it_was() {
    let mut program = Program::in_common_window();
    program.until_shown("7/7");
    program.press(b"\x1b");
    assert_eq!(program.exit_status(), 0);
    program.until_given_back();
}

#[test]
fn control_c_quits_with_130() {
    let mut program = Program::in_common_window();
    program.until_shown("7/7");
    program.press(b"\x03");
    assert_eq!(program.exit_status(), 130);
    program.until_given_back();
}

#[test]
fn a_panic_leaves_a_usable_terminal_and_its_message() {
    let mut program = Program::start(24, 80, &[], &[("OFFICIEEL_TEST_PANIC", "1")]);
    assert_ne!(program.exit_status(), 0);
    program.until_shown("on purpose");
    program.until_given_back();
}

#[test]
fn a_signal_gives_the_terminal_back() {
    let mut program = Program::in_common_window();
    program.until_shown("7/7");
    let id = program.child.process_id().unwrap().to_string();
    std::process::Command::new("kill")
        .args(["-TERM", &id])
        .status()
        .unwrap();
    assert_eq!(program.exit_status(), 128 + 15);
    program.until_given_back();
}

#[test]
fn a_resize_is_drawn_from_nothing_to_large_and_back() {
    let program = Program::start(1, 1, &[], &[]);
    for (rows, cols) in [(40, 120), (12, 40), (24, 80)] {
        let (rows16, cols16) = (rows.try_into().unwrap(), cols.try_into().unwrap());
        program
            .screen
            .lock()
            .unwrap()
            .screen_mut()
            .set_size(rows16, cols16);
        program.terminal.resize(size(rows, cols)).unwrap();
        program.until("the count at the right edge", |screen| {
            let first = screen.rows(0, cols).next().unwrap_or_default();
            first.ends_with("7/7") && first.chars().count() == usize::from(cols) - 1
        });
    }
}

#[test]
fn control_z_gives_the_terminal_back_until_the_program_goes_on() {
    let mut program = Program::in_common_window();
    program.until_shown("7/7");
    program.press(b"\x1a");
    program.until("the normal screen", |_| program.count(b"\x1b[?1049l") == 1);
    let id = program.child.process_id().unwrap().to_string();
    std::process::Command::new("kill")
        .args(["-CONT", &id])
        .status()
        .unwrap();
    program.until("the screen again", |screen| {
        program.count(b"\x1b[?1049h") == 2 && screen.contents().contains("7/7")
    });
    program.press(b"\x0czand");
    program.until_shown("2/7");
    let asked = program.count(b"\x1b[6n");
    assert_eq!(asked, 0, "the terminal is never asked for its cursor");
}

#[test]
fn the_selection_is_seen_without_colour() {
    let mut program = Program::start(24, 80, &[], &[("NO_COLOR", "1")]);
    program.until("one reversed row", |screen| reversed_rows(screen) == 1);
    program.press(b"\x1b[B");
    program.until("the second organisation reversed", |screen| {
        screen.cell(4, 3).is_some_and(vt100::Cell::inverse) && reversed_rows(screen) == 1
    });
    let screen = program.screen.lock().unwrap();
    for row in 0..24 {
        for column in 0..80 {
            let cell = screen.screen().cell(row, column).unwrap();
            assert_eq!(cell.fgcolor(), vt100::Color::Default, "{row} {column}");
        }
    }
}

#[test]
fn a_paste_is_one_edit_and_steers_nothing() {
    let mut program = Program::in_common_window();
    program.until_shown("7/7");
    program.press("\x1b[200~zand\u{202E}me\ner\x1b[201~".as_bytes());
    program.until_shown("› zandme er");
}

#[test]
fn ascii_is_enough_where_the_locale_asks() {
    let program = Program::start(24, 80, &["zandmeer"], &[("LC_ALL", "C")]);
    program.until_shown("> Gemeente Zandmeer");
    program.until_shown("+ X          @GemZandmeer");
}

#[test]
fn a_broken_directory_is_told_on_the_normal_screen() {
    let file = std::env::temp_dir().join(format!("officieel-broken-{}.toml", std::process::id()));
    std::fs::write(&file, "schema = 1\nthis is no toml").unwrap();
    let mut program = Program::start(24, 80, &["--directory", file.to_str().unwrap()], &[]);
    let status = program.exit_status();
    std::fs::remove_file(&file).unwrap();
    assert_eq!(status, 2);
    program.until_given_back();
    program.until_shown(":2:");
}

#[test]
fn without_a_terminal_it_says_so() {
    let output = std::process::Command::new(env!("CARGO_BIN_EXE_officieel"))
        .args(["--directory", FIXTURE, "--lang", "nl"])
        .stdin(std::process::Stdio::null())
        .output()
        .unwrap();
    assert_eq!(output.status.code(), Some(2));
    assert!(String::from_utf8_lossy(&output.stderr).contains("terminal"));
    assert!(
        !output.stdout.contains(&0x1b),
        "no escape sequence reaches a pipe"
    );
}
