//! The threads that work on jobs, one for each kind.

use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender, channel};
use std::thread;
use std::time::Duration;

use crate::tui::environment;
use crate::tui::job::{Answer, Context, Job, JobKind, Jobs};
use crate::tui::model::Catalogue;
use crate::words::Words;

/// A job for a thread.
#[derive(Debug)]
pub struct Task {
    /// What is known.
    pub catalogue: Arc<Catalogue>,
    /// The words in which is said what came of it.
    pub words: &'static Words,
    /// The number of the job, larger than that of every one of its kind before it.
    pub generation: u64,
    /// The job.
    pub job: Job,
}

/// The way to a thread that works on one kind of jobs. It ends when this is dropped.
#[derive(Debug)]
struct Worker {
    kind: JobKind,
    tasks: Sender<Task>,
    /// The generation of the newest job, so that one that is older is given up where it is.
    newest: Arc<AtomicU64>,
    /// Breaks when the thread has ended.
    ended: Receiver<()>,
}

/// All threads that work.
///
/// Each kind of jobs has its own, so that none waits for another: a search is not to be late because
/// the whole directory is being audited. They stand ready from the start.
#[derive(Debug)]
pub struct Workers(Vec<Worker>);

impl Workers {
    /// Starts the threads; an answer is passed on with the generation of its job.
    pub fn start(
        context: &Context,
        answered: impl Fn(u64, Answer) + Clone + Send + 'static,
    ) -> Self {
        let worker = |kind| {
            let context = context.clone();
            let run = move |task: Task, is_stale: &dyn Fn() -> bool| {
                let context = Context { words: task.words, ..context.clone() };
                task.job.run(&context, &task.catalogue, is_stale)
            };
            Worker::start(kind, run, answered.clone())
        };
        Self(JobKind::ALL.map(worker).into())
    }

    /// Says which jobs are the newest, so that older ones are given up.
    pub fn follow(&self, jobs: &Jobs) {
        for worker in &self.0 {
            worker.newest.store(jobs.generation(worker.kind), Ordering::Relaxed);
        }
    }

    /// Works on this: in place of everything before, or where every job counts, after it.
    pub fn take_on(&self, task: Task) {
        let kind = task.job.kind();
        if let Some(worker) = self.0.iter().find(|worker| worker.kind == kind) {
            worker.take_on(task);
        }
    }

    /// Waits until all jobs of these kinds are done, no longer than this for each; the kinds of which some are not.
    pub fn finish(self, kinds: &[JobKind], patience: Duration) -> Vec<JobKind> {
        let asked = self.0.into_iter().filter(|worker| kinds.contains(&worker.kind));
        let unfinished = asked.map(|it| (it.kind, it.finish(patience))).filter(|(_, done)| !done);
        unfinished.map(|(kind, _)| kind).collect()
    }
}

impl Worker {
    fn start(
        kind: JobKind,
        run: impl Fn(Task, &dyn Fn() -> bool) -> Option<Answer> + Send + 'static,
        answered: impl Fn(u64, Answer) + Send + 'static,
    ) -> Self {
        let (tasks, inbox) = channel();
        let (end, ended) = channel::<()>();
        let newest = Arc::new(AtomicU64::new(0));
        let worker = Self { kind, tasks, newest: Arc::clone(&newest), ended };
        thread::spawn(move || {
            // Dropped when the thread ends, however it ends.
            let _end = end;
            environment::panic_if_asked(kind.name());
            serve(kind, &inbox, &newest, run, answered);
        });
        worker
    }

    fn take_on(&self, task: Task) {
        self.newest.store(task.generation, Ordering::Relaxed);
        // The thread is gone only where it panicked, and then the program is about to end.
        let _ = self.tasks.send(task);
    }

    fn finish(self, patience: Duration) -> bool {
        drop(self.tasks);
        !matches!(self.ended.recv_timeout(patience), Err(RecvTimeoutError::Timeout))
    }
}

/// Works on one job after another, without those that a newer one has taken the place of.
fn serve(
    kind: JobKind,
    inbox: &Receiver<Task>,
    newest: &AtomicU64,
    run: impl Fn(Task, &dyn Fn() -> bool) -> Option<Answer>,
    answered: impl Fn(u64, Answer),
) {
    while let Ok(task) = inbox.recv() {
        let generation = task.generation;
        let is_stale = || kind.is_newest_only() && newest.load(Ordering::Relaxed) != generation;
        if is_stale() {
            continue;
        }
        if let Some(answer) = run(task, &is_stale) {
            answered(generation, answer);
        }
    }
}

#[cfg(test)]
mod tests {
    use std::time::Instant;

    use super::*;
    use crate::search;
    use crate::tui::tests::{catalogue, context};

    const DEADLINE: Duration = Duration::from_secs(20);

    fn search(generation: u64, query: &str) -> Task {
        let job = Job::Search { query: query.to_owned(), limit: 200 };
        Task { catalogue: catalogue(), words: context().words, generation, job }
    }

    /// The answer to a task, and its generation.
    fn answer(task: Task) -> (u64, Answer) {
        let (tell, answers) = channel();
        let workers = Workers::start(&context(), move |generation, answer| {
            tell.send((generation, answer)).unwrap();
        });
        workers.take_on(task);
        answers.recv_timeout(DEADLINE).unwrap()
    }

    #[test]
    fn a_search_is_answered_whole_under_its_number() {
        let (generation, answer) = answer(search(7, "zandm"));
        let Answer::Search(answer) = answer else { panic!("{answer:?}") };
        let Catalogue { directory, index, .. } = &*catalogue();
        assert_eq!((generation, answer), (7, index.search(directory, "zandm", 200)));
    }

    #[test]
    fn a_check_is_answered_under_its_number() {
        let catalogue = catalogue();
        let job = Job::Check { text: "@MinWind".to_owned() };
        let task =
            Task { catalogue: Arc::clone(&catalogue), words: context().words, generation: 3, job };
        let (generation, answer) = answer(task);
        let Answer::Check(answer) = answer else { panic!("{answer:?}") };
        let Catalogue { directory, index, checker, .. } = &*catalogue;
        assert_eq!((generation, answer), (3, checker.message(directory, index, "@MinWind", None)));
    }

    #[test]
    fn a_new_search_stops_the_one_before() {
        let (tell, answers) = channel();
        let (starts, started) = channel();
        let run = move |task: Task, is_stale: &dyn Fn() -> bool| {
            starts.send(()).unwrap();
            if task.generation > 1 {
                return Some(Answer::Search(search::Answer { hits: Vec::new(), total: 5 }));
            }
            // The first search goes on until it is stale.
            let start = Instant::now();
            while !is_stale() {
                assert!(start.elapsed() < DEADLINE, "never stale");
                thread::yield_now();
            }
            None
        };
        let worker = Worker::start(JobKind::Search, run, move |generation, answer| {
            let Answer::Search(answer) = answer else { panic!("{answer:?}") };
            tell.send((generation, answer.total)).unwrap();
        });
        worker.take_on(search(1, "z"));
        started.recv_timeout(DEADLINE).unwrap();
        worker.take_on(search(2, "za"));
        assert_eq!(answers.recv_timeout(DEADLINE).unwrap(), (2, 5));
    }

    /// The generations that are answered of three jobs that wait, of which the last is the newest.
    fn answered(kind: JobKind) -> Vec<u64> {
        let (tell, answers) = channel();
        let (tasks, inbox) = channel();
        for generation in 1..=3 {
            tasks.send(search(generation, "zand")).unwrap();
        }
        drop(tasks);
        let run = |task: Task, is_stale: &dyn Fn() -> bool| {
            task.job.run(&context(), &task.catalogue, is_stale)
        };
        serve(kind, &inbox, &AtomicU64::new(3), run, |generation, _| {
            tell.send(generation).unwrap();
        });
        drop(tell);
        answers.iter().collect()
    }

    #[test]
    fn a_search_that_is_stale_when_its_turn_comes_is_not_begun() {
        assert_eq!(answered(JobKind::Search), [3]);
    }

    #[test]
    fn what_is_to_be_written_is_never_given_up() {
        assert_eq!(answered(JobKind::Observe), [1, 2, 3]);
    }
}
