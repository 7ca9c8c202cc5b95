//! The program in a pseudo-terminal, and ways to wait for what it shows.

use std::io::{Read, Write};
use std::sync::{Arc, Mutex};
use std::thread;
use std::time::{Duration, Instant};

use portable_pty::{Child, CommandBuilder, MasterPty, PtySize, native_pty_system};

const DEADLINE: Duration = Duration::from_secs(20);
/// The pause between two presses. What comes closer together than any hand presses it is text, and on a
/// busy machine the program may see it closer together than it was sent.
const PAUSE: Duration = Duration::from_millis(200);
pub(crate) const FIXTURE: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/fixtures/small.toml");

/// The program at work.
pub(crate) struct Program {
    pub(crate) screen: Arc<Mutex<vt100::Parser>>,
    bytes: Arc<Mutex<Vec<u8>>>,
    keys: Box<dyn Write + Send>,
    pressed: Instant,
    pub(crate) child: Box<dyn Child + Send + Sync>,
    pub(crate) terminal: Box<dyn MasterPty + Send>,
}

pub(crate) fn size(rows: u16, cols: u16) -> PtySize {
    PtySize { rows, cols, pixel_width: 0, pixel_height: 0 }
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
    for (key, value) in [("TERM", "xterm-256color"), ("LANG", "nl_NL.UTF-8"), ("PATH", "")] {
        command.env(key, value);
    }
    for (key, value) in environment {
        command.env(key, value);
    }
    command
}

impl Program {
    pub(crate) fn start(
        rows: u16,
        cols: u16,
        arguments: &[&str],
        environment: &[(&str, &str)],
    ) -> Self {
        Self::run(rows, cols, command(arguments, environment))
    }

    /// Started by another program, such as a shell.
    pub(crate) fn start_by(starter: &[&str], arguments: &[&str], rows: u16, cols: u16) -> Self {
        let program = command(arguments, &[]);
        let mut by = CommandBuilder::new(starter[0]);
        by.args(&starter[1..]);
        by.args(program.get_argv());
        by.env_clear();
        for (key, value) in program.iter_full_env_as_str() {
            by.env(key, value);
        }
        Self::run(rows, cols, by)
    }

    /// Started in a folder.
    pub(crate) fn start_in(folder: &std::path::Path, rows: u16, cols: u16) -> Self {
        let mut command = command(&[], &[]);
        command.cwd(folder);
        Self::run(rows, cols, command)
    }

    fn run(rows: u16, cols: u16, command: CommandBuilder) -> Self {
        let pair = native_pty_system().openpty(size(rows, cols)).unwrap();
        let child = pair.slave.spawn_command(command).unwrap();
        drop(pair.slave);
        let parser = vt100::Parser::new(rows.try_into().unwrap(), cols.try_into().unwrap(), 0);
        let (screen, bytes) = (Arc::new(Mutex::new(parser)), Arc::new(Mutex::new(Vec::new())));
        let mut output = pair.master.try_clone_reader().unwrap();
        let (for_screen, for_bytes) = (Arc::clone(&screen), Arc::clone(&bytes));
        thread::spawn(move || {
            let mut buffer = [0; 4096];
            while let Ok(count @ 1..) = output.read(&mut buffer) {
                for_bytes.lock().unwrap().extend_from_slice(&buffer[..count]);
                for_screen.lock().unwrap().process(&buffer[..count]);
            }
        });
        let keys = pair.master.take_writer().unwrap();
        Self { screen, bytes, keys, pressed: Instant::now(), child, terminal: pair.master }
    }

    pub(crate) fn in_common_window() -> Self {
        Self::start(24, 80, &[], &[])
    }

    /// Sends this in one go, some time after what was sent before.
    pub(crate) fn press(&mut self, keys: &[u8]) {
        thread::sleep(PAUSE.saturating_sub(self.pressed.elapsed()));
        self.send(keys);
        self.pressed = Instant::now();
    }

    /// Presses one key after another.
    pub(crate) fn press_each(&mut self, keys: &[&[u8]]) {
        for key in keys {
            self.press(key);
        }
    }

    /// Sends this at once; whether the terminal still takes it.
    pub(crate) fn send(&mut self, bytes: &[u8]) -> bool {
        self.keys.write_all(bytes).and_then(|()| self.keys.flush()).is_ok()
    }

    /// Takes the keys away from the program's owner, to send from another thread.
    pub(crate) fn take_keys(&mut self) -> Box<dyn Write + Send> {
        std::mem::replace(&mut self.keys, Box::new(std::io::sink()))
    }

    pub(crate) fn kill(&self, signal: &str) {
        let id = self.id();
        let sent = std::process::Command::new("kill").args([&format!("-{signal}"), &id]).status();
        assert!(sent.unwrap().success(), "{signal}");
    }

    pub(crate) fn id(&self) -> String {
        self.child.process_id().unwrap().to_string()
    }

    /// The other side of the terminal, as the program has it.
    pub(crate) fn tty(&self) -> std::fs::File {
        std::fs::File::open(self.terminal.tty_name().unwrap()).unwrap()
    }

    /// Whether keys come one by one and unseen.
    pub(crate) fn is_raw(&self) -> bool {
        use rustix::termios::{LocalModes, tcgetattr};
        let modes = tcgetattr(self.tty()).unwrap().local_modes;
        !modes.intersects(LocalModes::ICANON | LocalModes::ECHO)
    }

    #[track_caller]
    pub(crate) fn until(&self, what: &str, is: impl Fn(&vt100::Screen) -> bool) {
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
    pub(crate) fn until_shown(&self, text: &str) {
        self.until(text, |screen| screen.contents().contains(text));
    }

    /// How often these bytes were written so far.
    pub(crate) fn count(&self, needle: &[u8]) -> usize {
        self.bytes.lock().unwrap().windows(needle.len()).filter(|window| *window == needle).count()
    }

    #[track_caller]
    pub(crate) fn exit_status(&mut self) -> u32 {
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
    pub(crate) fn until_given_back(&self) {
        self.until("the normal screen", |screen| {
            self.count(b"\x1b[?1049l") > 0
                && !screen.alternate_screen()
                && !screen.hide_cursor()
                && !screen.bracketed_paste()
        });
        assert_eq!(self.count(b"\x1b[?1049l"), 1, "left the alternate screen once");
        assert_eq!(self.count(b"\x1b[2J\x1b[?1049l"), 1, "and left nothing on it");
        assert!(!self.is_raw(), "the modes of the terminal are those of before");
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
