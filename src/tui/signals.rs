//! Signals from outside: they overtake all that waits.

use std::io;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicI32, Ordering};

use super::sources::Notifier;

/// What signals ask for.
#[derive(Debug, Default)]
pub(super) struct Signals {
    /// The number of the one that ends the program; 0 for none.
    ending: AtomicI32,
    stop: AtomicBool,
    goes_on: AtomicBool,
    is_heeded: AtomicBool,
}

impl Signals {
    /// The signal that ends the program, if there was one.
    pub(super) fn ending(&self) -> Option<i32> {
        let number = self.ending.load(Ordering::SeqCst);
        if number == 0 {
            return None;
        }
        self.is_heeded.store(true, Ordering::SeqCst);
        Some(number)
    }

    /// Whether the program is asked to stop until it is continued.
    pub(super) fn is_to_stop(&self) -> bool {
        self.stop.swap(false, Ordering::SeqCst)
    }

    /// Whether the program was continued.
    pub(super) fn goes_on(&self) -> bool {
        self.goes_on.swap(false, Ordering::SeqCst)
    }
}

#[cfg(unix)]
mod listening {
    use std::thread;
    use std::time::{Duration, Instant};

    use crossterm::terminal::disable_raw_mode;
    use signal_hook::consts::{
        SIGABRT, SIGCONT, SIGHUP, SIGINT, SIGQUIT, SIGTERM, SIGTSTP, SIGWINCH,
    };
    use signal_hook::low_level::emulate_default_handler;

    use super::{Arc, Notifier, Ordering, Signals, io};

    /// How long the program may take to heed a signal that ends it. Where the terminal takes nothing any
    /// more, it never would.
    const PATIENCE: Duration = Duration::from_secs(2);

    /// Listens to signals: a closed connection or a `kill` must not leave a raw terminal behind, and a stop
    /// from outside must give it to the shell.
    ///
    /// An abort of the program itself kills it before any thread can act; only a handler could, and
    /// that is no safe code. What aborts (an allocation that fails, a stack that overflows) is kept from
    /// happening instead, and a panic gives the terminal back before anything else.
    pub(in crate::tui) fn listen(notifier: Notifier) -> io::Result<Arc<Signals>> {
        let all = [SIGTERM, SIGHUP, SIGINT, SIGQUIT, SIGABRT, SIGTSTP, SIGCONT, SIGWINCH];
        let mut heard = signal_hook::iterator::Signals::new(all)?;
        let signals = Arc::new(Signals::default());
        let told = Arc::clone(&signals);
        thread::spawn(move || {
            for signal in heard.forever() {
                match signal {
                    SIGTSTP => told.stop.store(true, Ordering::SeqCst),
                    SIGCONT => told.goes_on.store(true, Ordering::SeqCst),
                    SIGWINCH => {}
                    _ => told.ending.store(signal, Ordering::SeqCst),
                }
                notifier.wake();
                if told.ending.load(Ordering::SeqCst) != 0 {
                    end(&told, signal);
                }
            }
        });
        Ok(signals)
    }

    /// Sees to it that the program ends, even where it can't give back more than the modes of the terminal.
    fn end(signals: &Signals, signal: i32) {
        let start = Instant::now();
        while !signals.is_heeded.load(Ordering::SeqCst) {
            if start.elapsed() > PATIENCE {
                let _ = disable_raw_mode();
                let _ = emulate_default_handler(signal);
            }
            thread::sleep(Duration::from_millis(20));
        }
    }
}

#[cfg(unix)]
pub(super) use listening::listen;

#[cfg(not(unix))]
pub(super) fn listen(_voice: Notifier) -> io::Result<Arc<Signals>> {
    Ok(Arc::default())
}
