//! The proposals that are looked at, and where the reader is among them.

use crate::directory::{Date, Directory};
use crate::proposals::{Case, Decision, Proposals, Subject, Verdict, effect, file};
use crate::tui::screens::observe::writer::OwnFile;
use crate::tui::widgets::editor::Editor;

/// The proposals of a file.
#[derive(Debug, Default)]
pub struct ReviewState {
    /// The file that decisions are written to.
    pub file: Option<OwnFile>,
    proposals: Proposals,
    /// What was open when the file was opened, in the order in which it is looked at.
    order: Vec<Subject>,
    at: usize,
    /// Why the selected one is rejected, while that is typed.
    pub reason: Option<Editor>,
    /// The first row shown.
    pub first: usize,
    /// What was decided before, to be taken back: where, and what stood there.
    decided: Vec<(usize, Option<Decision>)>,
}

impl ReviewState {
    /// The proposals of a file, before the directory is there.
    pub fn new(file: OwnFile, proposals: Proposals) -> Self {
        let order = proposals.open().into_iter().cloned().collect();
        Self { file: Some(file), proposals, order, ..Self::default() }
    }

    /// Tells of each what it would do, now that the directory is there.
    pub fn fill(&mut self, directory: &Directory, today: Date) {
        effect::fill(&mut self.proposals, directory, today);
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
        let at = selected.and_then(|it| self.proposals.cases.keys().position(|own| own == it));
        let number = at.map_or(0, |at| at + 1);
        [number, self.proposals.cases.len(), self.proposals.open_count()]
    }

    /// Goes to another.
    pub fn go_to(&mut self, at: usize) {
        self.at = at.min(self.order.len().saturating_sub(1));
        self.first = 0;
    }

    /// Decides on the selected one, and goes to the next.
    pub fn decide(&mut self, verdict: Verdict, reason: Option<String>, today: Date) {
        let Some(subject) = self.order.get(self.at) else { return };
        let Some(case) = self.proposals.cases.get_mut(subject) else { return };
        self.decided.push((self.at, case.decision.take()));
        case.decide(verdict, reason, today);
        self.go_to(self.at + 1);
    }

    /// Whether anything was decided here.
    pub fn can_undo(&self) -> bool {
        !self.decided.is_empty()
    }

    /// Takes the last decision back, and goes to what it was about.
    pub fn undo(&mut self) {
        let Some((at, before)) = self.decided.pop() else { return };
        let subject = self.order.get(at);
        if let Some(case) = subject.and_then(|subject| self.proposals.cases.get_mut(subject)) {
            case.decision = before;
        }
        self.go_to(at);
    }

    /// The file as it is now.
    pub fn text(&self, today: Date) -> String {
        file::write(&self.proposals, today)
    }
}
