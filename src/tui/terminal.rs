//! The terminal: entered once, and given back as it was, whatever happens.

use std::io::{self, Write, stdout};
use std::panic;
use std::sync::Once;
use std::sync::atomic::{AtomicBool, Ordering};

use crossterm::clipboard::CopyToClipboard;
use crossterm::cursor::Show;
use crossterm::event::{DisableBracketedPaste, EnableBracketedPaste};
use crossterm::style::Print;
use crossterm::terminal::{
    BeginSynchronizedUpdate, Clear, ClearType, EndSynchronizedUpdate, EnterAlternateScreen,
    LeaveAlternateScreen, disable_raw_mode, enable_raw_mode,
};
use crossterm::{execute, queue};
use ratatui::backend::CrosstermBackend;
use ratatui::layout::{Rect, Size};
use ratatui::{Frame, Terminal, TerminalOptions, Viewport};

use super::tty::{self, Output};

/// Clicks and wheel, in coordinates without a limit; no movement, which would flood the program.
const MOUSE_ON: &str = "\x1b[?1000h\x1b[?1006h";
/// Asks for the colour of the background (OSC 11; xterm's "Control Sequences").
const BACKGROUND: &str = "\x1b]11;?\x1b\\";
const MOUSE_OFF: &str = "\x1b[?1006l\x1b[?1000l";

/// No screen is larger than this; where a terminal says so, what it says is no size. The memory for a frame
/// grows with it.
const LARGEST: Size = Size { width: 1000, height: 500 };

static ENTERED: AtomicBool = AtomicBool::new(false);
static HOOK: Once = Once::new();

/// How many columns and rows the terminal has, where there is one.
pub fn terminal_size() -> Option<(u16, u16)> {
    crossterm::terminal::size().ok()
}

/// Gives the terminal back. Only the first call after entering acts: leaving the alternate screen
/// twice would put the shell's prompt over a panic's message.
pub fn restore() {
    // A frame that is being drawn on another thread is drawn to its end first.
    let _lock = stdout().lock();
    if !ENTERED.swap(false, Ordering::SeqCst) {
        return;
    }
    let mut out = tty::output();
    // One by one, so that a step that fails does not keep the others from being taken.
    let _ = execute!(out, EndSynchronizedUpdate);
    let _ = execute!(out, Print(MOUSE_OFF));
    let _ = execute!(out, DisableBracketedPaste);
    // After a resize, tmux would pull rows of the alternate screen into the shell's.
    let _ = execute!(out, Clear(ClearType::All));
    let _ = execute!(out, LeaveAlternateScreen, Show);
    let _ = disable_raw_mode();
}

/// Who asks the program to stop.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Stop {
    /// The reader, by a key.
    FromInside,
    /// Another program, by a signal.
    FromOutside,
}

/// The terminal while the UI has it; dropping it gives it back.
#[derive(Debug)]
pub struct TerminalScreen {
    terminal: Terminal<CrosstermBackend<Output>>,
    /// The size of its frames.
    drawn: Size,
    mouse: bool,
}

/// A terminal of a fixed size, of which nothing is drawn yet. One that follows the size by itself would
/// follow it wherever it goes.
fn terminal(size: Size) -> io::Result<Terminal<CrosstermBackend<Output>>> {
    let viewport = Viewport::Fixed(Rect::from((ratatui::layout::Position::ORIGIN, size)));
    Terminal::with_options(CrosstermBackend::new(tty::output()), TerminalOptions { viewport })
}

impl TerminalScreen {
    /// Takes the terminal.
    ///
    /// # Errors
    ///
    /// Where the terminal refuses a mode.
    pub fn enter(mouse: bool) -> io::Result<Self> {
        HOOK.call_once(|| {
            let earlier = panic::take_hook();
            panic::set_hook(Box::new(move |info| {
                restore();
                earlier(info);
            }));
        });
        let drawn = Size::ZERO;
        let screen = Self { terminal: terminal(drawn)?, drawn, mouse };
        screen.take()?;
        Ok(screen)
    }

    fn take(&self) -> io::Result<()> {
        ENTERED.store(true, Ordering::SeqCst);
        let modes = || {
            enable_raw_mode()?;
            execute!(tty::output(), EnterAlternateScreen, EnableBracketedPaste)?;
            if self.mouse {
                execute!(tty::output(), Print(MOUSE_ON))?;
            }
            Ok(())
        };
        modes().inspect_err(|_: &io::Error| restore())
    }

    /// Asks the terminal which colour its background has; the answer comes among what is typed.
    ///
    /// # Errors
    ///
    /// Where the terminal can't be written to.
    pub fn ask_background(&self) -> io::Result<()> {
        execute!(tty::output(), Print(BACKGROUND))
    }

    /// Draws one frame of this size, which appears all at once where the terminal can do that.
    ///
    /// # Errors
    ///
    /// Where the terminal can't be written to.
    pub fn draw(&mut self, size: Size, draw: impl FnOnce(&mut Frame<'_>)) -> io::Result<()> {
        // Whoever gives the terminal back meanwhile waits for the end of the frame.
        let _lock = stdout().lock();
        if !self.is_taken() {
            return Ok(());
        }
        if size != self.drawn {
            self.drawn = size;
            self.clear()?;
        }
        // One buffer or several: what was begun is there before the frame.
        queue!(tty::output(), BeginSynchronizedUpdate)?;
        self.terminal.draw(draw)?;
        execute!(tty::output(), EndSynchronizedUpdate)
    }

    /// Whether the terminal is still ours: a panic on another thread gives it back.
    pub fn is_taken(&self) -> bool {
        ENTERED.load(Ordering::SeqCst)
    }

    /// The size of the terminal, as far as it is one.
    ///
    /// # Errors
    ///
    /// Where it can't be asked.
    pub fn size(&self) -> io::Result<Size> {
        let Size { width, height } = self.terminal.size()?;
        Ok(Size::new(width.min(LARGEST.width), height.min(LARGEST.height)))
    }

    /// Forgets what is on screen, so that the next frame draws all of it.
    ///
    /// # Errors
    ///
    /// Where the terminal can't be written to.
    pub fn clear(&mut self) -> io::Result<()> {
        // Terminal::clear would ask for the cursor's position, and its answer would be waited for
        // behind the thread that reads the keys.
        self.terminal = terminal(self.drawn)?;
        execute!(tty::output(), Clear(ClearType::All))
    }

    /// Asks the terminal to put a text on the clipboard (OSC 52), which also works over ssh.
    ///
    /// # Errors
    ///
    /// Where the terminal can't be written to.
    pub fn copy(&mut self, text: &str) -> io::Result<()> {
        let mut out = tty::output();
        execute!(out, CopyToClipboard::to_clipboard_from(text))?;
        out.flush()
    }

    /// Gives the terminal back, stops until the program is continued, and takes it again.
    ///
    /// # Errors
    ///
    /// Where the program can't be stopped, or the terminal refuses a mode.
    pub fn stop(&mut self, asked: Stop) -> io::Result<()> {
        restore();
        #[cfg(unix)]
        stopping::stop(asked)?;
        #[cfg(not(unix))]
        let _ = asked;
        self.take()?;
        self.clear()
    }

    /// The program was stopped and goes on: takes the terminal again where it was lost meanwhile, and draws
    /// everything anew.
    ///
    /// # Errors
    ///
    /// Where the terminal refuses a mode.
    pub fn go_on(&mut self) -> io::Result<()> {
        #[cfg(unix)]
        if self.is_taken() && stopping::is_lost()? {
            disable_raw_mode()?;
            self.take()?;
        }
        self.clear()
    }
}

#[cfg(unix)]
mod stopping {
    use std::io;

    use rustix::process::{
        Signal, getpgrp, getpid, getsid, kill_current_process_group, kill_process,
    };
    use rustix::termios::{LocalModes, tcgetattr, tcgetpgrp};

    use super::{Stop, tty};

    /// Stops until somebody continues the program.
    pub(super) fn stop(asked: Stop) -> io::Result<()> {
        match asked {
            Stop::FromOutside => kill_process(getpid(), Signal::STOP)?,
            // All that the shell started with it, such as a script around it, or the shell would wait on.
            Stop::FromInside if has_shell() => kill_current_process_group(Signal::STOP)?,
            Stop::FromInside => {}
        }
        Ok(())
    }

    /// Whether there is a shell that would continue the program: where its group leads the session, nobody
    /// is there who could (POSIX calls the group orphaned), and the window would be stuck for ever.
    fn has_shell() -> bool {
        getsid(None).is_ok_and(|session| session != getpgrp())
    }

    /// Whether the terminal is no longer as the program left it. In the background it is the shell's, and
    /// the program stops until it is brought back.
    pub(super) fn is_lost() -> io::Result<bool> {
        if tcgetpgrp(tty::input()).is_ok_and(|group| group != getpgrp()) {
            kill_current_process_group(Signal::TTIN)?;
        }
        let modes = tcgetattr(tty::input())?.local_modes;
        Ok(modes.intersects(LocalModes::ICANON | LocalModes::ECHO))
    }
}

impl Drop for TerminalScreen {
    fn drop(&mut self) {
        restore();
    }
}
