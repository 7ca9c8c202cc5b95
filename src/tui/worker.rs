//! What takes longer than a key press, each kind on one thread of its own: searches, checks, and
//! conventions.

use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::mpsc::{Receiver, Sender, channel};
use std::thread;

use super::model::Catalogue;
use crate::audit::{ConventionReport, Family};
use crate::{check, search};

/// Something to be worked out.
pub trait Job: Send + 'static {
    /// What comes of it.
    type Answer;

    /// What such work is called where it is made to fail.
    const NAME: &'static str;

    /// The number of the job, larger than that of every one before it.
    fn generation(&self) -> u64;

    /// The whole answer, unless the job became stale meanwhile.
    fn answer(&self, is_stale: &dyn Fn() -> bool) -> Option<Self::Answer>;
}

/// A search for the worker.
#[derive(Debug)]
pub struct SearchJob {
    /// What is searched.
    pub catalogue: Arc<Catalogue>,
    /// The number of the search.
    pub generation: u64,
    /// What was typed.
    pub query: String,
    /// How many hits are wanted.
    pub limit: usize,
}

impl Job for SearchJob {
    type Answer = search::Answer;
    const NAME: &'static str = "search";

    fn generation(&self) -> u64 {
        self.generation
    }

    fn answer(&self, is_stale: &dyn Fn() -> bool) -> Option<search::Answer> {
        let Catalogue { directory, index, .. } = &*self.catalogue;
        index.rest(directory, &self.query, self.limit, is_stale)
    }
}

/// A check for the worker.
#[derive(Debug)]
pub struct CheckJob {
    /// What is known.
    pub catalogue: Arc<Catalogue>,
    /// The number of the check.
    pub generation: u64,
    /// What is asked about.
    pub text: String,
}

impl Job for CheckJob {
    type Answer = Vec<check::Answer>;
    const NAME: &'static str = "check";

    fn generation(&self) -> u64 {
        self.generation
    }

    fn answer(&self, _is_stale: &dyn Fn() -> bool) -> Option<Vec<check::Answer>> {
        let Catalogue { directory, index, checker } = &*self.catalogue;
        Some(checker.answers(directory, index, &self.text, None))
    }
}

/// A question about the conventions of a family for the worker.
#[derive(Debug)]
pub struct ConventionsJob {
    /// What is known.
    pub catalogue: Arc<Catalogue>,
    /// The number of the question.
    pub generation: u64,
    /// The family.
    pub family: Family,
}

impl Job for ConventionsJob {
    type Answer = Vec<ConventionReport>;
    const NAME: &'static str = "mine";

    fn generation(&self) -> u64 {
        self.generation
    }

    fn answer(&self, _is_stale: &dyn Fn() -> bool) -> Option<Vec<ConventionReport>> {
        Some(ConventionReport::of(&self.catalogue.directory, self.family))
    }
}

/// The way to a thread that works. It ends when this is dropped.
#[derive(Debug)]
pub struct Worker<J> {
    jobs: Sender<J>,
    newest: Arc<AtomicU64>,
}

impl<J: Job> Worker<J> {
    /// Starts the thread; an answer is told with the number of its job.
    pub fn start(tell: impl Fn(u64, J::Answer) + Send + 'static) -> Self {
        Self::start_with(J::answer, tell)
    }

    fn start_with(
        answer: impl Fn(&J, &dyn Fn() -> bool) -> Option<J::Answer> + Send + 'static,
        tell: impl Fn(u64, J::Answer) + Send + 'static,
    ) -> Self {
        let (jobs, inbox) = channel();
        let newest = Arc::new(AtomicU64::new(0));
        let worker = Self { jobs, newest: Arc::clone(&newest) };
        thread::spawn(move || {
            super::environment::panic_if_asked(J::NAME);
            serve(&inbox, &newest, answer, tell);
        });
        worker
    }

    /// Says which job is the newest, so that an older one is dropped where it is.
    pub fn follow(&self, generation: u64) {
        self.newest.store(generation, Ordering::Relaxed);
    }

    /// Works on this, in place of everything before.
    pub fn take_on(&self, job: J) {
        self.follow(job.generation());
        // The thread is gone only where it panicked, and then the program is about to end.
        let _ = self.jobs.send(job);
    }
}

fn serve<J: Job>(
    inbox: &Receiver<J>,
    newest: &AtomicU64,
    answer: impl Fn(&J, &dyn Fn() -> bool) -> Option<J::Answer>,
    tell: impl Fn(u64, J::Answer),
) {
    while let Ok(job) = inbox.recv() {
        let is_stale = || newest.load(Ordering::Relaxed) != job.generation();
        if is_stale() {
            continue;
        }
        if let Some(answer) = answer(&job, &is_stale) {
            tell(job.generation(), answer);
        }
    }
}

#[cfg(test)]
mod tests {
    use std::time::{Duration, Instant};

    use super::super::tests::catalogue;
    use super::*;

    const DEADLINE: Duration = Duration::from_secs(20);

    fn request(generation: u64, query: &str) -> SearchJob {
        SearchJob { catalogue: catalogue(), generation, query: query.to_owned(), limit: 200 }
    }

    #[test]
    fn a_search_is_answered_whole_under_its_number() {
        let (tell, answers) = channel();
        let worker = Worker::<SearchJob>::start(move |generation, answer| {
            tell.send((generation, answer)).unwrap();
        });
        worker.take_on(request(7, "zandm"));
        let (generation, answer) = answers.recv_timeout(DEADLINE).unwrap();
        let Catalogue { directory, index, .. } = &*catalogue();
        assert_eq!((generation, answer), (7, index.search(directory, "zandm", 200)));
    }

    #[test]
    fn a_check_is_answered_under_its_number() {
        let (tell, answers) = channel();
        let worker = Worker::<CheckJob>::start(move |generation, answer| {
            tell.send((generation, answer)).unwrap();
        });
        let catalogue = catalogue();
        let text = "@MinWind".to_owned();
        worker.take_on(CheckJob { catalogue: Arc::clone(&catalogue), generation: 3, text });
        let (generation, answer) = answers.recv_timeout(DEADLINE).unwrap();
        let Catalogue { directory, index, checker } = &*catalogue;
        assert_eq!((generation, answer), (3, checker.answers(directory, index, "@MinWind", None)));
    }

    #[test]
    fn a_new_search_stops_the_one_before() {
        let (tell, answers) = channel();
        let (starts, started) = channel();
        let answer = move |request: &SearchJob, is_stale: &dyn Fn() -> bool| {
            starts.send(()).unwrap();
            if request.generation > 1 {
                return Some(search::Answer { hits: Vec::new(), total: 5 });
            }
            // The first search goes on until it is stale.
            let start = Instant::now();
            while !is_stale() {
                assert!(start.elapsed() < DEADLINE, "never stale");
                thread::yield_now();
            }
            None
        };
        let worker = Worker::start_with(answer, move |generation, answer| {
            tell.send((generation, answer.total)).unwrap();
        });
        worker.take_on(request(1, "z"));
        started.recv_timeout(DEADLINE).unwrap();
        worker.take_on(request(2, "za"));
        assert_eq!(answers.recv_timeout(DEADLINE).unwrap(), (2, 5));
    }

    #[test]
    fn a_search_that_is_stale_when_its_turn_comes_is_not_begun() {
        let (tell, answers) = channel();
        let (requests, inbox) = channel();
        for generation in 1..=3 {
            requests.send(request(generation, "zand")).unwrap();
        }
        drop(requests);
        serve(&inbox, &AtomicU64::new(3), SearchJob::answer, |generation, _| {
            tell.send(generation).unwrap();
        });
        drop(tell);
        assert_eq!(answers.iter().collect::<Vec<_>>(), [3]);
    }
}
