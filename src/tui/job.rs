//! What takes longer than a key press: the jobs, what they came to, and how far each is.
//!
//! There is one mechanism for all of them. A screen queues a job, [`update`](mod@crate::tui::update) hands it out
//! as an effect under a generation, a thread works on it (see [`worker`](crate::tui::worker)), and the
//! answer comes back as a message under that generation.
//!
//! Every job works on the directory. What is done before there is one (loading it, see
//! `sources`), or without it (starting the browser), is none.

use std::env;
use std::path::PathBuf;
use std::sync::Arc;

use crate::audit::{ConventionReport, Family};
use crate::directory::{AccountIndex, Date, Observed};
use crate::favourites::{Change, Favourites};
use crate::history::History;
use crate::last_edition::{self, Since};
use crate::proposals::Proposals;
use crate::tui::favourites::writer::{Kept, keep};
use crate::tui::history::writer as history_writer;
use crate::tui::last_edition::EditionTask;
use crate::tui::model::Catalogue;
use crate::tui::screens::add::writer::{AddWrite, Added};
use crate::tui::screens::audit::export::Export;
use crate::tui::screens::audit::job::{AuditAnswer, AuditJob, Wanted};
use crate::tui::screens::observe::writer::{ObservationWriter, Outcome, OwnFile, Write};
use crate::tui::screens::presence::export::Export as PresenceExport;
use crate::tui::screens::presence::job::{PresenceAnswer, Question};
use crate::tui::screens::review::writer::{ReviewWrite, Unwritten};
use crate::tui::screens::start::overview::Overview;
use crate::words::Words;
use crate::{check, search};

/// A piece of work for a thread.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Job {
    /// The whole answer to a query, of which what is met at once is on screen already.
    Search {
        /// What was typed.
        query: String,
        /// How many hits are wanted.
        limit: usize,
    },
    /// The verdicts on what a text names.
    Check {
        /// What is asked about, as hostile as it came.
        text: String,
    },
    /// The conventions of a family, on each platform by itself.
    Conventions(Family),
    /// Something for the audit.
    Audit(Wanted),
    /// Write what was observed of an account.
    Observe {
        /// The account.
        account: AccountIndex,
        /// What was seen of it.
        observed: Observed,
    },
    /// Write findings to a new file in the working directory.
    Export(Box<Export>),
    /// Write what is shown of who is where to a new file in the working directory.
    ExportPresence(Box<PresenceExport>),
    /// Something for who is where.
    Presence(Question),
    /// How much the directory knows, and what must be at hand.
    Overview,
    /// Write changes of what the reader keeps at hand; none is to read the file.
    Favourites(Vec<Change>),
    /// Join what was asked with the history, the oldest first; nothing is to read the file.
    History(Vec<String>),
    /// Something with the edition that the reader looked at last.
    Edition(EditionTask),
    /// Write what was decided into a file of proposals.
    Review(Box<ReviewWrite>),
    /// Write an account that is added.
    Add(Box<AddWrite>),
}

/// What a job came to.
#[derive(Debug)]
pub enum Answer {
    /// What a query met in all.
    Search(search::Answer),
    /// One answer for each thing that was asked about.
    Check(check::Message),
    /// The conventions of a family, on each platform by itself.
    Conventions(Vec<ConventionReport>),
    /// What the audit asked for.
    Audit(AuditAnswer),
    /// What came of an observation.
    Observe(Outcome),
    /// The file that an export was written to, or a sentence that says why it wasn't.
    Export(Result<PathBuf, String>),
    /// What was worked out of who is where.
    Presence(Box<PresenceAnswer>),
    /// How much the directory knows.
    Overview(Box<Overview>),
    /// What the reader keeps at hand.
    Favourites(Kept<Favourites>),
    /// What was asked.
    History(Kept<History>),
    /// What changed since the reader looked last, where that was asked and something did.
    Edition(Option<Box<Since>>),
    /// What the file of proposals says with a decision, or why it wasn't written.
    Review(Box<Result<Proposals, Unwritten>>),
    /// What came of adding an account.
    Add(Box<Result<Added, String>>),
}

/// The kinds of jobs; each has a thread of its own.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[expect(missing_docs, reason = "the jobs say what each does")]
pub enum JobKind {
    Search,
    Check,
    Conventions,
    Audit,
    Presence,
    Observe,
    Export,
    Overview,
    Favourites,
    History,
    Edition,
    Review,
    Add,
}

/// What jobs are done with, besides the directory.
#[derive(Debug, Clone)]
pub struct Context {
    /// The words in which is said what came of it.
    pub words: &'static Words,
    /// The day on which is judged.
    pub today: Date,
    /// What writes the reader's observations; `None` where nothing can be written.
    pub writer: Option<ObservationWriter>,
    /// Where what the reader keeps at hand is written; `None` where nothing is kept.
    pub favourites: Option<OwnFile>,
    /// Where the history is written; `None` where nothing is kept.
    pub history: Option<OwnFile>,
    /// Where the edition is kept that the reader looked at last; `None` where nothing is kept.
    pub editions: Option<PathBuf>,
}

impl JobKind {
    /// Every kind; jobs that wait are handed out in this order.
    pub const ALL: [Self; 13] = [
        Self::Search,
        Self::Check,
        Self::Conventions,
        Self::Audit,
        Self::Presence,
        Self::Observe,
        Self::Export,
        Self::Overview,
        Self::Favourites,
        Self::History,
        Self::Edition,
        Self::Review,
        Self::Add,
    ];

    /// What such work is called where it is made to fail.
    pub fn name(self) -> &'static str {
        match self {
            Self::Search => "search",
            Self::Check => "check",
            Self::Conventions => "conventions",
            Self::Audit => "audit",
            Self::Presence => "presence",
            Self::Observe => "observe",
            Self::Export => "export",
            Self::Overview => "overview",
            Self::Favourites => "favourites",
            Self::History => "history",
            Self::Edition => "edition",
            Self::Review => "review",
            Self::Add => "add",
        }
    }

    /// Whether only the newest job counts, so that an older one is given up: a question is put anew
    /// with every key. What is to be written is written, each job after the one before.
    pub fn is_newest_only(self) -> bool {
        !matches!(
            self,
            Self::Observe
                | Self::Export
                | Self::Favourites
                | Self::History
                | Self::Review
                | Self::Add
        )
    }
}

impl Job {
    /// Its kind.
    pub fn kind(&self) -> JobKind {
        match self {
            Self::Search { .. } => JobKind::Search,
            Self::Check { .. } => JobKind::Check,
            Self::Conventions(_) => JobKind::Conventions,
            Self::Audit(_) => JobKind::Audit,
            Self::Observe { .. } => JobKind::Observe,
            Self::Export(_) | Self::ExportPresence(_) => JobKind::Export,
            Self::Presence(_) => JobKind::Presence,
            Self::Overview => JobKind::Overview,
            Self::Favourites(_) => JobKind::Favourites,
            Self::History(_) => JobKind::History,
            Self::Edition(_) => JobKind::Edition,
            Self::Review(_) => JobKind::Review,
            Self::Add(_) => JobKind::Add,
        }
    }

    /// Does the work; `None` where it became stale meanwhile.
    pub fn run(
        self,
        context: &Context,
        catalogue: &Arc<Catalogue>,
        is_stale: &dyn Fn() -> bool,
    ) -> Option<Answer> {
        let Catalogue { directory, index, checker, .. } = &**catalogue;
        let Context { words, today, writer, favourites, history, editions } = context;
        Some(match self {
            Self::Search { query, limit } => {
                let (asked, _) = catalogue.split(&query);
                Answer::Search(asked.rest(directory, index, limit, *today, is_stale)?)
            }
            Self::Check { text } => Answer::Check(checker.message(directory, index, &text, None)),
            Self::Conventions(family) => {
                Answer::Conventions(ConventionReport::of(directory, family))
            }
            Self::Audit(wanted) => {
                let job = AuditJob { catalogue, today: *today, words, wanted: &wanted };
                Answer::Audit(job.answer(is_stale)?)
            }
            Self::Observe { account, observed } => {
                let catalogue = Arc::clone(catalogue);
                Answer::Observe(writer.as_ref()?.write(Write { catalogue, account, observed }))
            }
            Self::Export(export) => {
                let folder = env::current_dir().unwrap_or_else(|_| PathBuf::from("."));
                Answer::Export(export.write(catalogue, words, *today, &folder))
            }
            Self::ExportPresence(export) => {
                let folder = env::current_dir().unwrap_or_else(|_| PathBuf::from("."));
                Answer::Export(export.write(catalogue, words, *today, &folder))
            }
            Self::Presence(question) => {
                Answer::Presence(Box::new(PresenceAnswer::of(question, directory, *today)))
            }
            Self::Overview => {
                Answer::Overview(Box::new(Overview::of(directory, *today, is_stale)?))
            }
            Self::Favourites(changes) => {
                Answer::Favourites(keep(words, favourites.as_ref()?, &changes))
            }
            Self::History(asked) => {
                Answer::History(history_writer::keep(words, history.as_ref()?, &asked))
            }
            // Nobody is told that nothing can be kept: then nothing is told of changes either.
            Self::Edition(EditionTask::Compare) => {
                let since = last_edition::changes(editions.as_ref()?, directory, *today);
                Answer::Edition(since.ok().flatten().map(Box::new))
            }
            Self::Edition(EditionTask::Keep) => {
                last_edition::keep(editions.as_ref()?, directory).ok()?;
                Answer::Edition(None)
            }
            Self::Review(write) => Answer::Review(Box::new(write.write(words, directory, *today))),
            Self::Add(add) => Answer::Add(Box::new(add.write(words, catalogue, *today))),
        })
    }
}

impl Answer {
    /// The kind of the job that it is the answer to.
    pub fn kind(&self) -> JobKind {
        match self {
            Self::Search(_) => JobKind::Search,
            Self::Check(_) => JobKind::Check,
            Self::Conventions(_) => JobKind::Conventions,
            Self::Audit(_) => JobKind::Audit,
            Self::Observe(_) => JobKind::Observe,
            Self::Export(_) => JobKind::Export,
            Self::Presence(_) => JobKind::Presence,
            Self::Overview(_) => JobKind::Overview,
            Self::Favourites(_) => JobKind::Favourites,
            Self::History(_) => JobKind::History,
            Self::Edition(_) => JobKind::Edition,
            Self::Review(_) => JobKind::Review,
            Self::Add(_) => JobKind::Add,
        }
    }
}

/// How far the newest job of a kind is.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
struct Pending {
    /// Counts the jobs, also those that were taken back, so that an answer to an earlier one is
    /// known by its number: it may be on its way already when a newer job takes its place.
    generation: u64,
    /// The job, until it is answered.
    job: Option<Job>,
    /// Whether a thread has it.
    is_running: bool,
}

/// The jobs that are still to be answered.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Jobs {
    all: [Pending; JobKind::ALL.len()],
}

impl Jobs {
    fn of(&self, kind: JobKind) -> Option<&Pending> {
        self.all.get(kind as usize)
    }

    fn of_mut(&mut self, kind: JobKind) -> Option<&mut Pending> {
        self.all.get_mut(kind as usize)
    }

    /// Puts a job in the place of whatever was asked for of its kind.
    pub fn queue(&mut self, job: Job) {
        if let Some(pending) = self.of_mut(job.kind()) {
            pending.generation += 1;
            pending.job = Some(job);
            pending.is_running = false;
        }
    }

    /// No longer waits for an answer of this kind.
    pub fn cancel(&mut self, kind: JobKind) {
        if let Some(pending) = self.of_mut(kind) {
            pending.generation += 1;
            pending.job = None;
        }
    }

    /// The next job for a thread, and its generation.
    pub fn next_queued(&mut self) -> Option<(u64, Job)> {
        let mut waiting = self.all.iter_mut().filter(|it| !it.is_running);
        waiting.find_map(|pending| {
            let job = pending.job.clone()?;
            pending.is_running = true;
            Some((pending.generation, job))
        })
    }

    /// The job of a kind that waits for its thread, and its generation.
    pub fn next_of(&mut self, kind: JobKind) -> Option<(u64, Job)> {
        let pending = self.of_mut(kind).filter(|it| !it.is_running)?;
        let job = pending.job.clone()?;
        pending.is_running = true;
        Some((pending.generation, job))
    }

    /// Whether a job of this kind waits for its thread.
    pub fn is_queued(&self, kind: JobKind) -> bool {
        self.of(kind).is_some_and(|pending| pending.job.is_some() && !pending.is_running)
    }

    /// Takes in that an answer is there; whether it is to what is asked for.
    pub fn is_answered_by(&mut self, generation: u64, kind: JobKind) -> bool {
        if !kind.is_newest_only() {
            return true;
        }
        let Some(pending) = self.of_mut(kind) else {
            return false;
        };
        let is_it = pending.is_running && pending.generation == generation;
        is_it && pending.job.take().is_some()
    }

    /// Whether an answer of this kind is still to come.
    pub fn is_outstanding(&self, kind: JobKind) -> bool {
        self.of(kind).is_some_and(|pending| pending.job.is_some())
    }

    /// Whether an answer to any question is still to come.
    pub fn is_any_outstanding(&self) -> bool {
        self.all.iter().any(|pending| pending.job.is_some())
    }

    /// Whether just this is asked for already.
    pub fn is_asked(&self, job: &Job) -> bool {
        self.of(job.kind()).is_some_and(|pending| pending.job.as_ref() == Some(job))
    }

    /// The generation of the newest job of a kind.
    pub fn generation(&self, kind: JobKind) -> u64 {
        self.of(kind).map_or(0, |pending| pending.generation)
    }
}
