//! What is asked about in the query, and what a check of it came to.

use crate::check::{Answer, Instead, LONGEST_INPUT, Message, MessageVerdict, Verdict};
use crate::history::is_message;
use crate::messages::summary;
use crate::tui::model::{Model, Screen};
use crate::tui::widgets::editor::Editor;

/// What is wanted to be known of what stands in the query.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Asked {
    /// Nothing.
    #[default]
    Nothing,
    /// The verdict.
    Verdict,
    /// The verdict, which the reader waits for to see it in full.
    InFull,
}

/// What is asked about, and the answers.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct CheckState {
    /// Counts what was typed and what came, so that a pause is known to be one after the newest of it.
    pub edit: u64,
    /// What stands in the query, with the hidden characters that the query itself never holds.
    text: String,
    /// How many bytes of what was pasted were left out behind it.
    pub left_out: usize,
    /// Whether it is all that the reader means to ask about: it was pasted, or stood on the command
    /// line, or the reader stopped typing behind it, or asked for the verdict on just this.
    pub is_whole: bool,
    /// Whether a message came into the query since it was last empty, so that what stands there may be a part of one.
    pub is_message: bool,
    /// Whether the query names one account or address.
    pub names_one: bool,
    /// What is typed where it is asked what to check.
    pub line: Editor,
    /// The same, with what the line has no room for or never holds.
    pub asking: String,
    /// The message that was judged, with an answer for each thing that was asked about.
    pub message: Option<Message>,
    /// Whether it was asked about, so that the answers are there or on their way.
    pub asked: Asked,
}

/// What stands above the hits.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Banner<'a> {
    /// The verdict is on its way.
    Pending,
    /// What is typed so far is not listed, which says nothing while the reader may type on.
    Unfinished,
    /// The verdict on one thing.
    Verdict(&'a Answer),
    /// The verdict on a whole message.
    Message(&'a Message),
}

/// A page of a verdict in full.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Page {
    /// What the whole message comes down to.
    Summary,
    /// One of the answers.
    Answer(usize),
}

/// Whether it is asked what to check, because nothing is there that could be.
pub(in crate::tui) fn is_asking(model: &Model) -> bool {
    matches!(model.screen(), Some(Screen::Check { .. })) && model.browse.check.text.is_empty()
}

impl CheckState {
    /// What was typed: it may go on.
    pub fn typed(&mut self, text: &str) {
        self.is_message &= !text.trim().is_empty();
        self.replace(text);
        self.is_whole = false;
    }

    /// What came in one go, such as a message that was pasted.
    pub fn came(&mut self, text: &str) {
        self.is_message |= is_message(text);
        self.replace(text);
        self.is_whole = true;
    }

    fn replace(&mut self, text: &str) {
        let text = text.trim();
        let longest = LONGEST_INPUT.min(text.len());
        let end = (0..=longest).rev().find(|&at| text.is_char_boundary(at)).unwrap_or_default();
        let (kept, rest) = text.split_at(end);
        self.left_out = rest.len();
        kept.clone_into(&mut self.text);
        self.edit += 1;
        self.forget();
    }

    /// Drops the answers.
    pub fn forget(&mut self) {
        self.message = None;
        self.asked = Asked::Nothing;
    }

    /// What is asked about.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// The answers, one for each thing that was asked about; none before they are there.
    pub fn answers(&self) -> &[Answer] {
        self.message.as_ref().map(|it| it.answers.as_slice()).unwrap_or_default()
    }

    /// The pages of the verdict in full: what the message comes down to, where that is more than what is said of one
    /// thing, and each thing in it.
    pub fn pages(&self) -> Vec<Page> {
        let Some(message) = &self.message else { return Vec::new() };
        let summary = summary::is_told(message).then_some(Page::Summary);
        let pieces = summary::pieces(message).map(|(at, _)| Page::Answer(at));
        summary.into_iter().chain(pieces).collect()
    }

    /// The answer to be told first: the one that the reader is most in need of. That one of several
    /// things is official must never seem to vouch for the others.
    pub fn weightiest(&self) -> Option<usize> {
        let all = self.answers().iter().enumerate();
        all.min_by_key(|(_, answer)| calm(answer)).map(|(number, _)| number)
    }

    /// What stands above the hits, if anything.
    ///
    /// Half a handle is easily like another one: `@belastingdiens` is no trick, but not yet
    /// finished. So of what is typed by hand only what is listed is told at once, which is true of
    /// what stands there however it goes on. All else is no more than not listed yet, until the reader stops typing
    /// for a moment, asks for the verdict on just that, or pastes it.
    pub fn banner(&self, is_outstanding: bool) -> Option<Banner<'_>> {
        let is_offered = self.names_one || self.is_whole && is_outstanding;
        let answer = self.weightiest().and_then(|number| self.answers().get(number));
        let is_message = |message: &&Message| {
            let leads = message.summary.verdict != MessageVerdict::Nothing;
            self.is_whole && leads && summary::is_told(message)
        };
        if let Some(message) = self.message.as_ref().filter(is_message) {
            return Some(Banner::Message(message));
        }
        match answer {
            None if is_offered && is_outstanding => Some(Banner::Pending),
            None => None,
            Some(answer) if self.is_whole && (self.names_one || !is_words(&answer.verdict)) => {
                Some(Banner::Verdict(answer))
            }
            Some(answer) if is_offered && is_listed(&answer.verdict) => {
                Some(Banner::Verdict(answer))
            }
            Some(_) => is_offered.then_some(Banner::Unfinished),
        }
    }
}

/// Whether a verdict is about an account or a site of the directory, or about a part of one.
pub fn is_listed(verdict: &Verdict) -> bool {
    match verdict {
        Verdict::Official(_) | Verdict::Retired(_) | Verdict::Former(_) => true,
        Verdict::NotAnAccount(instead) => matches!(
            instead,
            Instead::Site(_)
                | Instead::Phone(_)
                | Instead::GovernmentSite(_)
                | Instead::Mail(Some(_))
                | Instead::OnPlatform { of: Some(_), .. }
        ),
        _ => false,
    }
}

/// Whether all that was found is words.
fn is_words(verdict: &Verdict) -> bool {
    matches!(
        verdict,
        Verdict::NotAnAccount(Instead::Words(_) | Instead::Name(_) | Instead::Nothing)
    )
}

/// How little there is to fear: the least comes first. What only looks official where a link shows it
/// vouches for nothing, and neither does an official account beside an address that can't be read.
fn calm(answer: &Answer) -> u8 {
    match &answer.verdict {
        imitation if imitation.is_imitation() => 0,
        Verdict::UnknownHost(_) => 1,
        _ if answer.leads_to().is_some() => 2,
        Verdict::LookAlike(_) | Verdict::NotListed(_) => 3,
        Verdict::NotAnAccount(
            Instead::UnknownForm
            | Instead::Ambiguous(_)
            | Instead::CutOff
            | Instead::OtherPort(_)
            | Instead::LeadsOn(_)
            | Instead::ImpossibleName(..),
        ) => 4,
        Verdict::Retired(_) | Verdict::Former(_) => 5,
        Verdict::Official(_) => 6,
        words if is_words(words) => 8,
        Verdict::NotAnAccount(_) => 7,
    }
}
