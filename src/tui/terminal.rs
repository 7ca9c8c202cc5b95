//! The terminal: entered once, and given back as it was, whatever happens.

use std::io::{self, IsTerminal, Stdout, Write, stdin, stdout};
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
use ratatui::Frame;
use ratatui::Terminal;
use ratatui::backend::CrosstermBackend;
use ratatui::layout::Size;

/// Clicks and wheel, in coordinates without a limit; no movement, which would flood the program.
const MOUSE_ON: &str = "\x1b[?1000h\x1b[?1006h";
const MOUSE_OFF: &str = "\x1b[?1006l\x1b[?1000l";

static ENTERED: AtomicBool = AtomicBool::new(false);
static HOOK: Once = Once::new();

/// Gives the terminal back. Only the first call after entering acts: leaving the alternate screen
/// twice would put the shell's prompt over a panic's message.
pub fn restore() {
    if !ENTERED.swap(false, Ordering::SeqCst) {
        return;
    }
    let mut out = stdout();
    // One by one, so that a step that fails does not keep the others from being taken.
    let _ = execute!(out, EndSynchronizedUpdate);
    let _ = execute!(out, Print(MOUSE_OFF));
    let _ = execute!(out, DisableBracketedPaste);
    // After a resize, tmux would pull rows of the alternate screen into the shell's.
    let _ = execute!(out, Clear(ClearType::All));
    let _ = execute!(out, LeaveAlternateScreen, Show);
    let _ = disable_raw_mode();
}

/// The terminal while the UI has it; dropping it gives it back.
#[derive(Debug)]
pub struct Screen {
    terminal: Terminal<CrosstermBackend<Stdout>>,
    mouse: bool,
}

impl Screen {
    /// Takes the terminal.
    ///
    /// # Errors
    ///
    /// Where input or output is no terminal, or the terminal refuses a mode.
    pub fn enter(mouse: bool, no_terminal: &str) -> io::Result<Self> {
        if !(stdin().is_terminal() && stdout().is_terminal()) {
            return Err(io::Error::new(io::ErrorKind::Unsupported, no_terminal));
        }
        HOOK.call_once(|| {
            let earlier = panic::take_hook();
            panic::set_hook(Box::new(move |info| {
                restore();
                earlier(info);
            }));
        });
        let terminal = Terminal::new(CrosstermBackend::new(stdout()))?;
        let screen = Self { terminal, mouse };
        screen.take()?;
        Ok(screen)
    }

    fn take(&self) -> io::Result<()> {
        ENTERED.store(true, Ordering::SeqCst);
        let modes = || {
            enable_raw_mode()?;
            execute!(stdout(), EnterAlternateScreen, EnableBracketedPaste)?;
            if self.mouse {
                execute!(stdout(), Print(MOUSE_ON))?;
            }
            Ok(())
        };
        modes().inspect_err(|_: &io::Error| restore())
    }

    /// Draws one frame, which appears all at once where the terminal can do that.
    ///
    /// # Errors
    ///
    /// Where the terminal can't be written to.
    pub fn draw(&mut self, draw: impl FnOnce(&mut Frame<'_>)) -> io::Result<Size> {
        queue!(stdout(), BeginSynchronizedUpdate)?;
        let drawn = self.terminal.draw(draw)?.area.as_size();
        execute!(stdout(), EndSynchronizedUpdate)?;
        Ok(drawn)
    }

    /// Whether the terminal is still ours: a panic on another thread gives it back.
    pub fn is_taken(&self) -> bool {
        ENTERED.load(Ordering::SeqCst)
    }

    /// The size of the terminal.
    ///
    /// # Errors
    ///
    /// Where it can't be asked.
    pub fn size(&self) -> io::Result<Size> {
        self.terminal.size()
    }

    /// Forgets what is on screen, so that the next frame draws all of it.
    ///
    /// # Errors
    ///
    /// Where the terminal can't be written to.
    pub fn clear(&mut self) -> io::Result<()> {
        // Terminal::clear would ask for the cursor's position, and its answer would be waited for
        // behind the thread that reads the keys.
        self.terminal = Terminal::new(CrosstermBackend::new(stdout()))?;
        execute!(stdout(), Clear(ClearType::All))
    }

    /// Asks the terminal to put a text on the clipboard (OSC 52), which also works over ssh.
    ///
    /// # Errors
    ///
    /// Where the terminal can't be written to.
    pub fn copy(&mut self, text: &str) -> io::Result<()> {
        execute!(stdout(), CopyToClipboard::to_clipboard_from(text))?;
        stdout().flush()
    }

    /// Gives the terminal back, stops until the shell continues the program, and takes it again.
    ///
    /// # Errors
    ///
    /// Where the program can't be stopped, or the terminal refuses a mode.
    pub fn suspend(&mut self) -> io::Result<()> {
        #[cfg(unix)]
        {
            restore();
            signal_hook::low_level::raise(signal_hook::consts::SIGTSTP)?;
            self.take()?;
        }
        self.clear()
    }
}

impl Drop for Screen {
    fn drop(&mut self) {
        restore();
    }
}
