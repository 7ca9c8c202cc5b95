//! The searches that take longer than a key press, on one thread of their own.

use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::mpsc::{Receiver, Sender, channel};
use std::thread;

use super::model::Catalogue;
use crate::search::Answer;

/// A search for the worker.
#[derive(Debug)]
pub struct Request {
    /// What is searched.
    pub catalogue: Arc<Catalogue>,
    /// The number of the search, larger than that of every search before it.
    pub generation: u64,
    /// What was typed.
    pub query: String,
    /// How many hits are wanted.
    pub limit: usize,
}

impl Request {
    /// The whole answer, unless the search became stale meanwhile.
    fn answer(&self, is_stale: &dyn Fn() -> bool) -> Option<Answer> {
        let Catalogue { directory, index } = &*self.catalogue;
        index.rest(directory, &self.query, self.limit, is_stale)
    }
}

/// The way to the thread that searches. It ends when this is dropped.
#[derive(Debug)]
pub struct Worker {
    requests: Sender<Request>,
    newest: Arc<AtomicU64>,
}

impl Worker {
    /// Starts the thread; an answer is told with the number of its search.
    pub fn start(tell: impl Fn(u64, Answer) + Send + 'static) -> Self {
        Self::start_with(Request::answer, tell)
    }

    fn start_with(
        answer: impl Fn(&Request, &dyn Fn() -> bool) -> Option<Answer> + Send + 'static,
        tell: impl Fn(u64, Answer) + Send + 'static,
    ) -> Self {
        let (requests, inbox) = channel();
        let newest = Arc::new(AtomicU64::new(0));
        let worker = Self { requests, newest: Arc::clone(&newest) };
        thread::spawn(move || {
            super::environment::panic_if_asked("search");
            serve(&inbox, &newest, answer, tell);
        });
        worker
    }

    /// Says which search is the newest, so that an older one is dropped where it is.
    pub fn follow(&self, generation: u64) {
        self.newest.store(generation, Ordering::Relaxed);
    }

    /// Searches, in place of every search before.
    pub fn search(&self, request: Request) {
        self.follow(request.generation);
        // The thread is gone only where it panicked, and then the program is about to end.
        let _ = self.requests.send(request);
    }
}

fn serve(
    inbox: &Receiver<Request>,
    newest: &AtomicU64,
    answer: impl Fn(&Request, &dyn Fn() -> bool) -> Option<Answer>,
    tell: impl Fn(u64, Answer),
) {
    while let Ok(request) = inbox.recv() {
        let is_stale = || newest.load(Ordering::Relaxed) != request.generation;
        if is_stale() {
            continue;
        }
        if let Some(answer) = answer(&request, &is_stale) {
            tell(request.generation, answer);
        }
    }
}

#[cfg(test)]
mod tests {
    use std::time::{Duration, Instant};

    use super::super::tests::catalogue;
    use super::*;

    const DEADLINE: Duration = Duration::from_secs(20);

    fn request(generation: u64, query: &str) -> Request {
        Request { catalogue: catalogue(), generation, query: query.to_owned(), limit: 200 }
    }

    #[test]
    fn a_search_is_answered_whole_under_its_number() {
        let (tell, answers) = channel();
        let worker = Worker::start(move |generation, answer| {
            tell.send((generation, answer)).unwrap();
        });
        worker.search(request(7, "zandm"));
        let (generation, answer) = answers.recv_timeout(DEADLINE).unwrap();
        let Catalogue { directory, index } = &*catalogue();
        assert_eq!((generation, answer), (7, index.search(directory, "zandm", 200)));
    }

    #[test]
    fn a_new_search_stops_the_one_before() {
        let (tell, answers) = channel();
        let (starts, started) = channel();
        let answer = move |request: &Request, is_stale: &dyn Fn() -> bool| {
            starts.send(()).unwrap();
            if request.generation > 1 {
                return Some(Answer { hits: Vec::new(), total: 5 });
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
        worker.search(request(1, "z"));
        started.recv_timeout(DEADLINE).unwrap();
        worker.search(request(2, "za"));
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
        serve(&inbox, &AtomicU64::new(3), Request::answer, |generation, _| {
            tell.send(generation).unwrap();
        });
        drop(tell);
        assert_eq!(answers.iter().collect::<Vec<_>>(), [3]);
    }
}
