//! Reading what the terminal sends, on a thread of its own.
//!
//! That thread waits where the program is slow, so what is typed or pasted meanwhile waits in the terminal
//! and takes no room here.

use std::io;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::{Receiver, SyncSender, sync_channel};
use std::thread;
use std::time::Instant;

use super::environment;
use super::input::burst::Listener;
use super::sources::{Incoming, Notifier};
#[cfg(unix)]
use super::tty;

/// How many pieces wait to be taken in.
const MOST_WAITING: usize = 64;

/// How much is read at a time: as much as Linux keeps of a terminal's input.
#[cfg(unix)]
const PIECE: usize = 4096;

#[cfg(unix)]
type Piece = Vec<u8>;
#[cfg(not(unix))]
type Piece = Vec<super::input::decoder::Heard>;

/// What the terminal sent.
#[derive(Debug)]
pub(super) struct Keyboard {
    pieces: Receiver<(Piece, Instant)>,
    is_reading: Arc<AtomicBool>,
}

impl Keyboard {
    /// Starts to read; each piece is announced.
    pub(super) fn start(notifier: Notifier) -> Self {
        let (tell, pieces) = sync_channel(MOST_WAITING);
        let is_reading = Arc::new(AtomicBool::new(false));
        let reader = Reader { tell, is_reading: Arc::clone(&is_reading) };
        thread::spawn(move || {
            environment::panic_if_asked("keyboard");
            let ended = reader.read(&notifier);
            notifier.send(ended);
        });
        Self { pieces, is_reading }
    }

    /// Hears all that has come until now, and says when that was; nothing where more is still on its way.
    pub(super) fn listen(&self, listener: &mut Listener) -> Option<Instant> {
        let now = Instant::now();
        // In this order, or what is read between two of these looks would not be seen by any.
        let is_more = is_more_sent() || self.is_reading.load(Ordering::SeqCst);
        // A flood comes faster than it is heard, and would be heard for ever.
        let mut left = MOST_WAITING;
        for (piece, at) in self.pieces.try_iter().take(MOST_WAITING) {
            left -= 1;
            #[cfg(unix)]
            listener.hear(&piece, at);
            #[cfg(not(unix))]
            listener.take_in(piece, at);
        }
        (!is_more && left > 0).then_some(now)
    }
}

struct Reader {
    tell: SyncSender<(Piece, Instant)>,
    /// Whether something is read that was not told yet.
    is_reading: Arc<AtomicBool>,
}

impl Reader {
    /// Tells a piece; whether somebody listens.
    fn tell(&self, notifier: &Notifier, piece: Piece) -> bool {
        let is_heard = self.tell.send((piece, Instant::now())).is_ok();
        self.is_reading.store(false, Ordering::SeqCst);
        notifier.wake();
        is_heard
    }
}

#[cfg(unix)]
impl Reader {
    /// Reads until the terminal is gone, and gives back what to make of that.
    fn read(&self, notifier: &Notifier) -> Incoming {
        use rustix::io::Errno;
        let tty = tty::input();
        let mut piece = [0; PIECE];
        loop {
            let is_sent = wait_for_input(None);
            self.is_reading.store(is_sent, Ordering::SeqCst);
            match rustix::io::read(tty, &mut piece) {
                // The other side of the terminal is gone.
                Ok(0) | Err(Errno::IO) => return Incoming::HungUp,
                Ok(count) => {
                    if !self.tell(notifier, piece.get(..count).unwrap_or_default().to_vec()) {
                        return Incoming::HungUp;
                    }
                }
                Err(Errno::INTR | Errno::AGAIN) => self.is_reading.store(false, Ordering::SeqCst),
                Err(error) => return Incoming::Broken(io::Error::from(error)),
            }
        }
    }
}

/// Waits until something can be read, no longer than so many milliseconds; whether it can.
#[cfg(unix)]
fn wait_for_input(limit: Option<rustix::event::Timespec>) -> bool {
    use rustix::event::{PollFd, PollFlags, poll};
    let tty = tty::input();
    let mut fds = [PollFd::new(&tty, PollFlags::IN)];
    let is_some = poll(&mut fds, limit.as_ref()).is_ok_and(|count| count > 0);
    is_some && fds.iter().any(|fd| fd.revents().contains(PollFlags::IN))
}

#[cfg(unix)]
fn is_more_sent() -> bool {
    wait_for_input(Some(rustix::event::Timespec { tv_sec: 0, tv_nsec: 0 }))
}

#[cfg(not(unix))]
impl Reader {
    /// Reads until the terminal is gone, and gives back what to make of that.
    fn read(&self, notifier: &Notifier) -> Incoming {
        use super::input::decoder::Heard;
        loop {
            let event = match crossterm::event::read() {
                Ok(event) => event,
                Err(error) => return Incoming::Broken(error),
            };
            self.is_reading.store(true, Ordering::SeqCst);
            if !self.tell(notifier, Heard::from_event(event).into_iter().collect()) {
                return Incoming::HungUp;
            }
        }
    }
}

#[cfg(not(unix))]
fn is_more_sent() -> bool {
    false
}
