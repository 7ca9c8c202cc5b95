//! How far loading a directory is, told while it happens on a thread of its own.

use std::sync::atomic::{AtomicU64, Ordering};

pub use crate::cache::{Progress, Step};

/// Passes on what is further than all that was passed on before, by a step or by a whole percent.
///
/// A loader may tell of every line, from several threads and not quite in order; the screen is
/// drawn a hundred times a step at most, and never shows a way back.
pub fn by_percent(tell: impl Fn(Progress)) -> impl Fn(Progress) {
    let told = AtomicU64::new(0);
    move |progress| {
        let step = progress.step as u64;
        let now = step * 1_000 + progress.percent().map_or(1, |percent| percent + 2);
        if told.fetch_max(now, Ordering::Relaxed) < now {
            tell(progress);
        }
    }
}

#[cfg(test)]
mod tests {
    use std::cell::RefCell;

    use super::*;

    #[test]
    fn a_share_is_whole_percents_of_what_there_is() {
        for (done, total, expected) in [
            (0, 0, None),
            (5, 0, None),
            (0, 3, Some(0)),
            (1, 3, Some(33)),
            (999, 1_000, Some(99)),
            (3, 3, Some(100)),
            (4, 3, Some(100)),
            (u64::MAX, u64::MAX, Some(100)),
        ] {
            let progress = Progress { step: Step::Checking, done, total };
            assert_eq!(progress.percent(), expected, "{done} of {total}");
        }
    }

    #[test]
    fn only_what_changes_the_picture_is_passed_on() {
        let told = RefCell::new(Vec::new());
        let tell = by_percent(|progress| told.borrow_mut().push(progress));
        for done in 0..=10_000 {
            tell(Progress { step: Step::Reading, done, total: 10_000 });
        }
        for _ in 0..50 {
            tell(Progress::begun(Step::Checking));
            tell(Progress { step: Step::Reading, done: 1, total: 2 });
        }
        drop(tell);
        let told = told.into_inner();
        assert_eq!(told.len(), 102);
        assert_eq!(told.last(), Some(&Progress::begun(Step::Checking)));
        let shares: Vec<Option<u64>> = told.iter().take(101).map(|p| p.percent()).collect();
        assert_eq!(shares, (0..=100).map(Some).collect::<Vec<_>>());
    }
}
