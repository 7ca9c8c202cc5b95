//! What happens before and around a search, stage by stage.

use std::hint::black_box;
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread;
use std::time::{Duration, Instant};

use officieel::search::Index;

use crate::samples::Times;
use crate::subject::Subject;
use crate::{LIMIT, QUERIES};

/// How often the stages that take long are repeated.
const REPETITIONS: usize = 5;

/// One thing that takes time.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Stage {
    /// A directory file for the first time, to its end.
    First,
    /// Of that, TOML to directory.
    Check,
    /// Of that, directory to index, and both to the cache.
    Index,
    /// The same file again: from the cache.
    Again,
    /// Its index.
    AgainIndex,
    /// What a query asks for, before it is searched.
    Understand,
    /// The best hundred of what the commonest query meets.
    Best,
    /// All of what it meets, in order.
    InOrder,
    /// Where a query stands in the texts of sixty rows.
    Rows,
    /// From a new key to the end of the search for the one before.
    Cancel,
}

impl Stage {
    pub(crate) const ALL: [(Self, &'static str); 10] = [
        (Self::First, "a directory file for the first time"),
        (Self::Check, "– of that: reading and checking the TOML"),
        (Self::Index, "– of that: making the index and the cache"),
        (Self::Again, "the same again, from the cache, or the built-in one"),
        (Self::AgainIndex, "its index"),
        (Self::Understand, "understanding a query"),
        (Self::Best, "`p`, the best hundred"),
        (Self::InOrder, "`p`, all hits in order"),
        (Self::Rows, "marking what was met in sixty rows"),
        (Self::Cancel, "a new key ends the old search (longest)"),
    ];
}

/// The times of stages at one size.
#[derive(Default)]
pub(crate) struct Stages(Vec<(Stage, Duration)>);

impl Stages {
    /// Times something.
    pub(crate) fn time<T>(&mut self, stage: Stage, work: impl FnOnce() -> T) -> T {
        let start = Instant::now();
        let made = work();
        self.add(stage, start.elapsed());
        made
    }

    /// Adds what a stage took.
    pub(crate) fn add(&mut self, stage: Stage, time: Duration) {
        self.0.push((stage, time));
    }

    /// The times of a stage.
    pub(crate) fn of(&self, stage: Stage) -> Times {
        self.0.iter().filter(|(of, _)| *of == stage).map(|(_, time)| *time).collect()
    }
}

/// Measures all but loading, which is done by then.
pub(crate) fn measure(subject: &Subject, stages: &mut Stages) {
    let Subject { directory, index, .. } = subject;
    for _ in 0..REPETITIONS {
        let opened = stages.time(Stage::Again, || subject.open());
        black_box(stages.time(Stage::AgainIndex, || Index::new(&opened)));
        for query in QUERIES {
            black_box(stages.time(Stage::Understand, || index.understand(directory, query)));
        }
        black_box(stages.time(Stage::Best, || index.search(directory, "p", LIMIT)));
        let all = stages.time(Stage::InOrder, || index.search(directory, "p", usize::MAX));
        stages.time(Stage::Rows, || {
            for hit in all.hits.iter().take(60) {
                black_box(index.matched(directory, "p", hit));
            }
        });
    }
    for query in QUERIES {
        if let Some(time) = cancel(subject, query) {
            stages.add(Stage::Cancel, time);
        }
    }
}

/// How long a search that takes a while goes on once a new key has been pressed; `None` where it
/// is over before that.
fn cancel(subject: &Subject, query: &str) -> Option<Duration> {
    let Subject { directory, index, .. } = subject;
    if index.first(directory, query, LIMIT).is_whole {
        return None;
    }
    let start = Instant::now();
    black_box(index.rest(directory, query, LIMIT, &|| false));
    let halfway = start.elapsed() / 2;
    let is_stale = AtomicBool::new(false);
    thread::scope(|scope| {
        let search = scope.spawn(|| {
            let answer = index.rest(directory, query, LIMIT, &|| is_stale.load(Ordering::Relaxed));
            (Instant::now(), answer.is_none())
        });
        thread::sleep(halfway);
        let pressed = Instant::now();
        is_stale.store(true, Ordering::Relaxed);
        let (end, was_ended) = search.join().unwrap();
        was_ended.then(|| end.saturating_duration_since(pressed))
    })
}
