//! The proposals that are looked at, and where the reader is among them.

use std::collections::{BTreeSet, VecDeque};
use std::sync::Arc;

use crate::directory::{Date, Directory};
use crate::proposals::{Case, Decision, Proposals, Subject, Verdict, effect};
use crate::tui::screens::observe::writer::OwnFile;
use crate::tui::screens::review::writer::{Change, ReviewWrite, Warnings};
use crate::tui::widgets::editor::Editor;

/// The proposals of a file.
#[derive(Debug, Default)]
pub struct ReviewState {
    /// The file that decisions are written to.
    pub file: Option<OwnFile>,
    proposals: Proposals,
    /// What was open when the file was opened, in the order in which it is looked at; behind it what came since.
    order: Vec<Subject>,
    at: usize,
    /// Why the selected one is rejected, while that is typed.
    pub reason: Option<Editor>,
    /// The first row shown.
    pub first: usize,
    /// What was decided before, to be taken back: about what, and what stood there.
    decided: Vec<(Subject, Option<Decision>)>,
    /// Decisions that are being written, the oldest first.
    writing: VecDeque<Change>,
    /// What warns of each, as it was known when the file was read last.
    warnings: Arc<Warnings>,
}

impl ReviewState {
    /// The proposals of a file, before the directory is there.
    pub fn new(file: OwnFile, proposals: Proposals) -> Self {
        let order = proposals.open().into_iter().cloned().collect();
        let warnings = Arc::new(warnings(&proposals));
        Self { file: Some(file), proposals, order, warnings, ..Self::default() }
    }

    /// Tells of each what it would do, now that the directory is there.
    pub fn fill(&mut self, directory: &Directory, today: Date) {
        effect::fill(&mut self.proposals, directory, today);
    }

    /// All of the file.
    pub fn proposals(&self) -> &Proposals {
        &self.proposals
    }

    /// The proposal on screen.
    pub fn selected(&self) -> Option<(&Subject, &Case)> {
        self.proposals.cases.get_key_value(self.order.get(self.at)?)
    }

    /// The page that the newest evidence of the selected one rests on.
    pub fn page(&self) -> Option<&str> {
        let (_, case) = self.selected()?;
        case.evidence.iter().max_by_key(|it| it.seen).map(|it| it.url.as_str())
    }

    /// Where the reader is, of how many.
    pub fn place(&self) -> (usize, usize) {
        (self.at, self.order.len())
    }

    /// The number of the selected one in the file, by which it is decided on elsewhere as well; how many there are, and how
    /// many are still open.
    pub fn numbers(&self) -> [usize; 3] {
        let selected = self.order.get(self.at);
        let at =
            selected.and_then(|it| self.proposals.in_file().into_iter().position(|own| own == it));
        let number = at.map_or(0, |at| at + 1);
        [number, self.proposals.cases.len(), self.proposals.open_count()]
    }

    /// Goes to another.
    pub fn go_to(&mut self, at: usize) {
        self.at = at.min(self.order.len().saturating_sub(1));
        self.first = 0;
    }

    /// Decides on the selected one, and goes to the next; what is to be written of that.
    pub fn decide(
        &mut self,
        verdict: Verdict,
        reason: Option<String>,
        today: Date,
    ) -> Option<ReviewWrite> {
        let subject = self.order.get(self.at)?.clone();
        let case = self.proposals.cases.get_mut(&subject)?;
        let before = case.decision.clone();
        case.decide(verdict, reason, today);
        let after = case.decision.clone();
        self.decided.push((subject.clone(), before.clone()));
        self.go_to(self.at + 1);
        self.write(Change { subject, before, after })
    }

    /// Whether anything was decided here.
    pub fn can_undo(&self) -> bool {
        !self.decided.is_empty()
    }

    /// Takes the last decision back, and goes to what it was about; what is to be written of that.
    pub fn undo(&mut self) -> Option<ReviewWrite> {
        let (subject, earlier) = self.decided.pop()?;
        let at = self.order.iter().position(|it| *it == subject)?;
        let case = self.proposals.cases.get_mut(&subject)?;
        let before = std::mem::replace(&mut case.decision, earlier.clone());
        self.go_to(at);
        self.write(Change { subject, before, after: earlier })
    }

    fn write(&mut self, change: Change) -> Option<ReviewWrite> {
        let file = self.file.clone()?;
        self.writing.push_back(change.clone());
        Some(ReviewWrite { file, change, warnings: Arc::clone(&self.warnings) })
    }

    /// Takes in that the oldest decision was written or not, and what the file says since, where it can be read; on how
    /// many are there to be looked at that were not.
    pub fn written(&mut self, is_written: bool, found: Option<Proposals>) -> usize {
        let oldest = self.writing.pop_front();
        if !is_written && let Some(change) = oldest {
            // What was not written was not decided.
            if let Some(case) = self.proposals.cases.get_mut(&change.subject) {
                case.decision.clone_from(&change.before);
            }
            if let Some(at) = self
                .decided
                .iter()
                .rposition(|(it, earlier)| *it == change.subject && *earlier == change.before)
            {
                self.decided.remove(at);
            }
        }
        found.map_or(0, |found| self.take_in(found))
    }

    /// Takes in what the file says, with what is still being written to it.
    fn take_in(&mut self, found: Proposals) -> usize {
        self.warnings = Arc::new(warnings(&found));
        self.proposals = found;
        for change in &self.writing {
            if let Some(case) = self.proposals.cases.get_mut(&change.subject) {
                case.decision.clone_from(&change.after);
            }
        }
        let selected = self.order.get(self.at).cloned();
        let cases = &self.proposals.cases;
        self.order.retain(|it| cases.contains_key(it));
        self.decided.retain(|(it, _)| cases.contains_key(it));
        let known: BTreeSet<&Subject> = self.order.iter().collect();
        let new = self.proposals.open().into_iter().filter(|it| !known.contains(it));
        let new: Vec<Subject> = new.cloned().collect();
        let count = new.len();
        self.order.extend(new);
        match selected.and_then(|it| self.order.iter().position(|own| *own == it)) {
            Some(at) => self.at = at,
            None => self.go_to(self.at),
        }
        count
    }
}

/// What warns of each, also of those that nothing warns of.
fn warnings(proposals: &Proposals) -> Warnings {
    let all = proposals.cases.iter();
    all.map(|(subject, case)| (subject.clone(), case.warnings().cloned().collect())).collect()
}
