//! What time it is, so that waiting can be tried without waiting.

use std::sync::atomic::{AtomicU64, Ordering};
use std::time::{Duration, SystemTime, UNIX_EPOCH};

use officieel_directory::date::Date;

/// A clock that can be waited by.
pub trait Clock: Sync {
    /// The time since 1 January 1970, UTC.
    fn now(&self) -> Duration;

    /// Waits.
    fn sleep(&self, time: Duration);

    /// The day that it is, in UTC.
    fn today(&self) -> Date {
        Date::from_unix_seconds(self.now().as_secs())
    }
}

impl<C: Clock> Clock for &C {
    fn now(&self) -> Duration {
        (**self).now()
    }

    fn sleep(&self, time: Duration) {
        (**self).sleep(time);
    }
}

/// The clock of this machine.
#[derive(Debug, Clone, Copy, Default)]
pub struct SystemClock;

impl Clock for SystemClock {
    fn now(&self) -> Duration {
        SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default()
    }

    fn sleep(&self, time: Duration) {
        std::thread::sleep(time);
    }
}

/// A clock that stands still, and moves on at once where somebody waits by it.
///
/// ```
/// use std::time::Duration;
/// use officieel_online::clock::{Clock, ManualClock};
///
/// let clock = ManualClock::at(1_795_824_000);
/// clock.sleep(Duration::from_secs(86_400));
/// assert_eq!(clock.today().to_string(), "2026-11-29");
/// ```
#[derive(Debug, Default)]
pub struct ManualClock(AtomicU64);

impl ManualClock {
    /// A clock at a moment, in seconds since 1970.
    pub fn at(seconds: u64) -> Self {
        Self(AtomicU64::new(seconds.saturating_mul(1_000)))
    }
}

impl Clock for ManualClock {
    fn now(&self) -> Duration {
        Duration::from_millis(self.0.load(Ordering::SeqCst))
    }

    fn sleep(&self, time: Duration) {
        let time = u64::try_from(time.as_millis()).unwrap_or(u64::MAX);
        self.0.fetch_add(time, Ordering::SeqCst);
    }
}
