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

#[path = "pty/audit.rs"]
mod audit;
#[path = "pty/browser.rs"]
mod browser;
#[path = "pty/bursts.rs"]
mod bursts;
#[path = "pty/favourites.rs"]
mod favourites;
#[path = "pty/history.rs"]
mod history;
#[path = "pty/observe.rs"]
mod observe;
#[path = "pty/picker.rs"]
mod picker;
#[path = "pty/signals.rs"]
mod signals;
#[path = "pty/themes.rs"]
mod themes;

#[path = "pty/program.rs"]
mod program;

use std::io::Write as _;

use program::{FIXTURE, Program, size};

const ENTER: &[u8] = b"\r";

fn reversed_rows(screen: &vt100::Screen) -> usize {
    let (rows, _) = screen.size();
    // In the bar the door that one went through is reversed.
    (1..rows.get()).filter(|&y| screen.cell(y, 3).is_some_and(vt100::Cell::inverse)).count()
}

#[test]
fn the_first_frame_has_the_prompt_the_count_and_the_keys() {
    let program = Program::in_common_window();
    program.until_shown("7/7");
    program.until_shown("Is dit echt?");
    program.until_shown("Esc stopt");
    program.until("the modes, and the cursor in the query", |screen| {
        screen.alternate_screen() && screen.bracketed_paste() && screen.cursor_position() == (1, 4)
    });
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
    assert_eq!(program.count(b"\x1b]52;c;aHR0cHM6Ly94LmNvbS9NaW5XaW5k\x1b\\"), 1);
}

#[test]
fn conventions_are_reckoned_and_lead_back() {
    let mut program = Program::start(24, 80, &["zandmeer"], &[]);
    program.until_shown("Enter opent zandmeer.example");
    program.press(b"\x1b[17~");
    program.until_shown("Gemeente op X · 1 account");
    program.press(b"\x1b[C");
    program.until_shown("Gemeente op Facebook · 1 account");
    program.press(b"\t");
    program.until_shown("Enter naar het account");
    program.press(b"\x1b");
    program.until_shown("Enter wie dat zijn");
    program.press(b"\x1b");
    program.until_shown("Enter opent zandmeer.example");
}

#[test]
fn quitting_leaves_the_terminal_as_it_was() {
    let mut program = Program::in_common_window();
    program.until_shown("7/7");
    program.press(b"\x1b");
    program.until_shown("Nog eens Esc sluit af");
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
fn a_resize_is_drawn_from_nothing_to_large_and_back() {
    let program = Program::start(1, 1, &[], &[]);
    for (rows, cols) in [(40, 120), (12, 40), (24, 80)] {
        let (rows16, cols16) = (rows.try_into().unwrap(), cols.try_into().unwrap());
        program.screen.lock().unwrap().screen_mut().set_size(rows16, cols16);
        program.terminal.resize(size(rows, cols)).unwrap();
        program.until("the count at the right edge", |screen| {
            // Above it the bar stands where there is room.
            let at = usize::from(rows >= 24);
            let first = screen.rows(0, cols).nth(at).unwrap_or_default();
            first.ends_with("7/7") && first.chars().count() == usize::from(cols) - 1
        });
    }
}

#[test]
fn control_z_without_a_shell_gives_the_terminal_back_and_takes_it_again() {
    let mut program = Program::in_common_window();
    program.until_shown("7/7");
    program.press(b"\x1a");
    program.until("the normal screen", |_| program.count(b"\x1b[?1049l") == 1);
    program.kill("CONT");
    program.until("the screen again", |screen| {
        program.count(b"\x1b[?1049h") == 2 && screen.contents().contains("7/7")
    });
    program.press_each(&[b"\x0c", b"zand"]);
    program.until_shown("2/7");
    let asked = program.count(b"\x1b[6n");
    assert_eq!(asked, 0, "the terminal is never asked for its cursor");
}

#[test]
fn the_selection_is_seen_without_colour() {
    let mut program = Program::start(24, 80, &[], &[("NO_COLOR", "1")]);
    program.until_shown("7/7");
    program.press(b"\x1b[B");
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
fn the_mouse_selects_unless_it_is_left_to_the_terminal() {
    let mut program = Program::in_common_window();
    program.until_shown("7/7");
    program.press(b"\x1b[B");
    program.until("the first organisation reversed", |screen| {
        screen.cell(3, 3).is_some_and(vt100::Cell::inverse)
    });
    program.press(b"\x1b[<0;5;5M\x1b[<0;5;5m");
    program.until("the second organisation reversed", |screen| {
        screen.cell(4, 3).is_some_and(vt100::Cell::inverse)
    });
    assert_eq!(program.count(b"\x1b[?1003h"), 0, "movement is never asked for");
    let without = Program::start(24, 80, &["--no-mouse"], &[]);
    without.until_shown("7/7");
    assert_eq!(without.count(b"\x1b[?1000h"), 0);
}

#[test]
fn a_typed_handle_is_judged_once_the_typing_stops() {
    let mut program = Program::in_common_window();
    program.until_shown("7/7");
    program.press_each(&[b"@", b"n", b"i", b"e", b"m", b"a", b"n", b"d"]);
    program.until_shown("? niet in deze lijst  @niemand");
}

#[test]
fn a_paste_is_one_edit_and_steers_nothing() {
    let mut program = Program::in_common_window();
    program.until_shown("7/7");
    program.press("\x1b[200~zand\u{202E}me\ner\x1b[201~".as_bytes());
    program.until_shown("› zandme er");
}

#[test]
fn a_pasted_message_is_judged_and_the_verdict_shown_in_full() {
    let mut program = Program::in_common_window();
    program.until_shown("7/7");
    program.press(b"\x1b[200~Echt?\r\nhttps://x.com/GemZandmeer\x1b[201~");
    program.until_shown("officieel · bevestigd  https://x.com/GemZandmeer");
    program.press(b"\x1bOQ");
    program.until_shown("is een officieel account van Gemeente Zandmeer");
    program.until_shown("Enter opent X @GemZandmeer");
    program.press(b"\x1b");
    program.until("the message in the query, and the verdict above the hits", |screen| {
        let contents = screen.contents();
        contents.contains("› Echt? https://x.com/GemZandmeer") && contents.contains("F2 waarom")
    });
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

/// A directory that is on its way until it is written into the pipe that a shell hands over.
struct OnItsWay {
    program: Program,
    pipe: std::fs::File,
    _folder: tempfile::TempDir,
}

impl OnItsWay {
    fn start() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let (path, link) = (folder.path().join("pipe"), folder.path().join("gids.toml"));
        let made = std::process::Command::new("mkfifo").arg(&path).status().unwrap();
        assert!(made.success());
        std::os::unix::fs::symlink("/dev/fd/3", &link).unwrap();
        // Open in both directions, so that neither side waits for the other.
        let pipe = std::fs::File::options().read(true).write(true).open(&path).unwrap();
        let script = format!("exec \"$@\" 3<'{}'", path.display());
        let starter = ["/bin/sh", "-c", &script, "sh"];
        let arguments = ["--directory", link.to_str().unwrap()];
        let program = Program::start_by(&starter, &arguments, 24, 80);
        program.until_shown("gids.toml");
        program.until_shown("lezen");
        Self { program, pipe, _folder: folder }
    }
}

#[test]
fn a_directory_on_its_way_is_shown_and_what_is_typed_meanwhile_is_searched() {
    let OnItsWay { mut program, mut pipe, _folder } = OnItsWay::start();
    program.press(b"zandm");
    program.until_shown("› zandm");
    pipe.write_all(&std::fs::read(FIXTURE).unwrap()).unwrap();
    drop(pipe);
    program.until_shown("zandmeer.example");
    program.until("the count in place of the file", |screen| {
        let contents = screen.contents();
        contents.contains("2/7") && !contents.contains("gids.toml")
    });
}

#[test]
fn a_directory_on_its_way_keeps_nobody_from_leaving() {
    let OnItsWay { mut program, pipe: _pipe, _folder } = OnItsWay::start();
    program.press(b"\x03");
    assert_eq!(program.exit_status(), 130);
    program.until_given_back();
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
    assert!(!output.stdout.contains(&0x1b), "no escape sequence reaches a pipe");
}
