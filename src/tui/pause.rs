//! The pause after which what was typed counts as all of it. No clock is read here: what time it is, is told.

use std::time::{Duration, Instant};

/// How long nothing is typed before it counts as a pause: longer than between two keys of a slow hand that goes
/// on, and too short to be waited for.
const PAUSE: Duration = Duration::from_millis(400);

/// What was typed last, and when a pause after it is long enough.
#[derive(Debug, Default)]
pub(super) struct Pause {
    /// The number of the edit, and when that is; `None` once it was told.
    awaited: Option<(u64, Option<Instant>)>,
}

impl Pause {
    /// Waits for a pause after this edit, or for none any more.
    pub(super) fn follow(&mut self, edit: Option<u64>, now: Instant) {
        if self.awaited.map(|(edit, _)| edit) != edit {
            self.awaited = edit.map(|edit| (edit, Some(now + PAUSE)));
        }
    }

    /// When to ask again, if nothing else happens.
    pub(super) fn deadline(&self) -> Option<Instant> {
        self.awaited.and_then(|(_, due)| due)
    }

    /// The edit after which the pause was long enough; once.
    pub(super) fn over(&mut self, now: Instant) -> Option<u64> {
        let (edit, due) = self.awaited.as_mut()?;
        if due.is_some_and(|due| due <= now) {
            *due = None;
            return Some(*edit);
        }
        None
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_pause_is_told_once_and_each_edit_begins_it_anew() {
        let start = Instant::now();
        let at = |millis| start + Duration::from_millis(millis);
        let mut pause = Pause::default();
        assert_eq!((pause.deadline(), pause.over(at(0))), (None, None));
        pause.follow(Some(1), at(0));
        pause.follow(Some(2), at(300));
        // What is no edit changes nothing.
        pause.follow(Some(2), at(600));
        assert_eq!(pause.deadline(), Some(at(700)));
        assert_eq!(pause.over(at(699)), None);
        assert_eq!(pause.over(at(700)), Some(2));
        pause.follow(Some(2), at(701));
        assert_eq!((pause.deadline(), pause.over(at(5000))), (None, None));
        pause.follow(Some(3), at(5000));
        pause.follow(None, at(5100));
        assert_eq!((pause.deadline(), pause.over(at(9000))), (None, None));
    }
}
