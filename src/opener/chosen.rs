//! The browsers that the variable `BROWSER` names.

use std::env;
use std::ffi::OsStr;
use std::io::{self, IsTerminal};
use std::process::{Child, Command, Stdio};
use std::thread;
use std::time::{Duration, Instant};

use super::Terminal;

/// How long a program may take to fail; one that still runs has taken the address.
const TIME_TO_FAIL: Duration = Duration::from_millis(700);

/// How often it is looked at meanwhile.
const LOOKED_AT: Duration = Duration::from_millis(10);

/// One of the commands: the program, and what it is started with.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Candidate {
    words: Vec<String>,
}

impl Candidate {
    /// The commands in their order. What is empty, or no text, is none.
    pub(super) fn all(value: &OsStr) -> Vec<Self> {
        let commands =
            env::split_paths(value).filter_map(|it| it.into_os_string().into_string().ok());
        commands.map(|it| Self { words: words(&it) }).filter(|it| !it.words.is_empty()).collect()
    }

    /// Starts the program with the address; whether it took it.
    pub(super) fn open(&self, address: &str, terminal: Terminal) -> bool {
        let all = self.arguments(address);
        let Some((program, arguments)) = all.split_first() else { return false };
        let is_shared =
            terminal == Terminal::Free && io::stdin().is_terminal() && io::stdout().is_terminal();
        let mut command = Command::new(program);
        command.args(arguments);
        if is_shared {
            return command.status().is_ok_and(|status| status.success());
        }
        command.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null());
        command.spawn().is_ok_and(took)
    }

    /// The program and its arguments, the address among them.
    fn arguments(&self, address: &str) -> Vec<String> {
        let mut has_place = false;
        let mut arguments: Vec<String> = Vec::new();
        for word in &self.words {
            // The program itself is no place for it.
            if arguments.is_empty() || !word.contains("%s") {
                arguments.push(word.clone());
            } else {
                has_place = true;
                arguments.push(word.replace("%s", address));
            }
        }
        if !has_place {
            arguments.push(address.to_owned());
        }
        arguments
    }
}

/// Whether a program took the address: it ended well, or goes on.
fn took(mut child: Child) -> bool {
    let started = Instant::now();
    loop {
        match child.try_wait() {
            Ok(Some(status)) => return status.success(),
            Ok(None) if started.elapsed() < TIME_TO_FAIL => thread::sleep(LOOKED_AT),
            Ok(None) => {
                // Whoever ends must be waited for, or stays behind as long as this program runs.
                thread::spawn(move || child.wait());
                return true;
            }
            Err(_) => return false,
        }
    }
}

/// The words of a command: spaces part them, save in quotation marks.
fn words(command: &str) -> Vec<String> {
    let mut words: Vec<String> = Vec::new();
    let (mut quote, mut is_in_word) = (None, false);
    for c in command.chars() {
        match quote {
            Some(mark) if c == mark => quote = None,
            None if c == '"' || c == '\'' => {
                quote = Some(c);
                if !std::mem::replace(&mut is_in_word, true) {
                    words.push(String::new());
                }
            }
            None if c.is_whitespace() => is_in_word = false,
            _ => {
                if !std::mem::replace(&mut is_in_word, true) {
                    words.push(String::new());
                }
                if let Some(word) = words.last_mut() {
                    word.push(c);
                }
            }
        }
    }
    // The Debian convention ends a command in `&` to have it run beside: here all do.
    words.retain(|word| word != "&");
    words
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_address_goes_where_the_command_says() {
        for (command, expected) in [
            ("firefox", &["firefox", "A"][..]),
            ("firefox --new-tab %s", &["firefox", "--new-tab", "A"]),
            ("'/opt/my browser/run' --url=%s -q", &["/opt/my browser/run", "--url=A", "-q"]),
            ("w3m -cookie", &["w3m", "-cookie", "A"]),
            ("  chromium  &", &["chromium", "A"]),
            ("a 'b; c' %s %s", &["a", "b; c", "A", "A"]),
            ("a \"\" b", &["a", "", "b", "A"]),
            ("%s", &["%s", "A"]),
        ] {
            let candidate = Candidate { words: words(command) };
            assert_eq!(candidate.arguments("A"), expected, "{command}");
        }
    }

    #[cfg(unix)]
    #[test]
    fn commands_are_tried_in_turn() {
        let all = Candidate::all(OsStr::new("firefox -P x: :w3m:"));
        let expected = ["firefox -P x", "w3m"].map(|it| Candidate { words: words(it) });
        assert_eq!(all, expected);
        assert!(Candidate::all(OsStr::new("")).is_empty());
        assert!(Candidate::all(OsStr::new(": :")).is_empty());
    }

    #[cfg(unix)]
    #[test]
    fn a_program_that_fails_did_not_take_it() {
        let open = |command: &str| Candidate { words: words(command) }.open("A", Terminal::Taken);
        assert!(open("true"));
        assert!(open("sh -c 'sleep 2'"), "what goes on has taken it");
        assert!(!open("false"));
        assert!(!open("/nonexistent/browser"));
    }
}
