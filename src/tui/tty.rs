//! The terminal itself, also where the output or the input of the program goes elsewhere:
//! `x=$(officieel knmi)` draws on the terminal and prints on the output.
//!
//! Of the three streams of a process, one that still is the terminal stands in for those that are not, as it was
//! opened for both ways by whoever opened it (POSIX, `tcgetattr`; `less` and `fzf` rely on it too). Nothing is
//! opened by name: a program without a terminal has none.

use std::fs::File;
use std::io::{self, BufWriter, IsTerminal, Stdout, Write, stdin, stdout};
use std::sync::OnceLock;

/// What stands in for the streams that are no terminal; the first call decides.
static STAND_INS: OnceLock<StandIns> = OnceLock::new();

/// The terminal for each stream that is none itself.
#[derive(Debug, Default)]
struct StandIns {
    input: Option<File>,
    output: Option<File>,
}

/// Whether the screen can be drawn somewhere, and keys be read.
pub(super) fn is_there() -> bool {
    let stand_ins = stand_ins();
    (stdin().is_terminal() || stand_ins.input.is_some())
        && (stdout().is_terminal() || stand_ins.output.is_some())
}

fn stand_ins() -> &'static StandIns {
    STAND_INS.get_or_init(|| StandIns {
        input: (!stdin().is_terminal()).then(find).flatten(),
        output: (!stdout().is_terminal()).then(find).flatten(),
    })
}

#[cfg(unix)]
fn find() -> Option<File> {
    use std::os::fd::{AsFd, BorrowedFd};
    let (input, output, errors) = (stdin(), stdout(), io::stderr());
    let all: [BorrowedFd<'_>; 3] = [errors.as_fd(), input.as_fd(), output.as_fd()];
    let terminal = all.into_iter().find(IsTerminal::is_terminal)?;
    terminal.try_clone_to_owned().ok().map(File::from)
}

/// The console (`CONOUT$`) is there for every program that was started in one.
#[cfg(windows)]
fn find() -> Option<File> {
    let is_any = stdin().is_terminal() || stdout().is_terminal() || io::stderr().is_terminal();
    let console = || File::options().read(true).write(true).open("CONOUT$");
    is_any.then(console)?.ok()
}

#[cfg(not(any(unix, windows)))]
fn find() -> Option<File> {
    None
}

/// Where the screen is drawn.
#[derive(Debug)]
pub(super) enum Output {
    /// The output, which is the terminal.
    Stdout(Stdout),
    /// The terminal beside the output. What is written is there when this is flushed or dropped.
    StandIn(BufWriter<&'static File>),
}

/// The terminal, to be drawn on.
pub(super) fn output() -> Output {
    match &stand_ins().output {
        Some(terminal) => Output::StandIn(BufWriter::new(terminal)),
        None => Output::Stdout(stdout()),
    }
}

impl Write for Output {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        match self {
            Self::Stdout(output) => output.write(bytes),
            Self::StandIn(output) => output.write(bytes),
        }
    }

    fn flush(&mut self) -> io::Result<()> {
        match self {
            Self::Stdout(output) => output.flush(),
            Self::StandIn(output) => output.flush(),
        }
    }
}

/// The terminal, to be read from.
#[cfg(unix)]
pub(super) fn input() -> std::os::fd::BorrowedFd<'static> {
    use std::os::fd::AsFd;
    match &stand_ins().input {
        Some(terminal) => terminal.as_fd(),
        None => rustix::stdio::stdin(),
    }
}
