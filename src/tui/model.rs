//! What the UI knows: the directory, the query, and where the reader is.

mod catalogue;

use std::sync::Arc;

use ratatui::layout::Size;

use crate::channel::Channel;
use crate::check::{Answer, MessageVerdict};
use crate::directory::{Date, Directory, Layer, OrganisationIndex};
use crate::filter::{Completion, Filter};
use crate::messages::question;
use crate::search::{Field, Hit};
use crate::settings::Settings;
use crate::tui::favourites::state::FavouritesState;
use crate::tui::history::state::HistoryState;
use crate::tui::job::{JobKind, Jobs};
use crate::tui::keys::{Focus, Keymap, Situation, TABLE};
use crate::tui::last_edition::LastEdition;
use crate::tui::layout::doors::Door;
use crate::tui::layout::{Layout, card};
use crate::tui::loading::{Progress, Step};
pub use crate::tui::model::catalogue::Catalogue;
use crate::tui::picking::Picking;
pub use crate::tui::screens::Screen;
use crate::tui::screens::add::state::AddState;
use crate::tui::screens::audit::state::AuditState;
use crate::tui::screens::check::state::Asked;
pub use crate::tui::screens::check::state::{Banner, CheckState, Page, is_listed};
use crate::tui::screens::conventions::state::ConventionsState;
use crate::tui::screens::observe::state::ObserveState;
use crate::tui::screens::presence::state::PresenceState;
use crate::tui::screens::review::state::ReviewState;
pub use crate::tui::screens::search::state::{Browse, Choice, Search};
use crate::tui::screens::start::overview::Overview;
use crate::tui::screens::{Handlers, Place};
use crate::tui::theme::Theme;
use crate::tui::widgets::editor::Editor;
use crate::words::{Language, Words};

/// How a status is meant.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Tone {
    /// Something was done.
    Note,
    /// Something is asked.
    Warning,
    /// Something failed.
    Error,
}

/// What is said in the last line, until the next key.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Status {
    /// How it is meant.
    pub tone: Tone,
    /// What is said.
    pub text: String,
}

/// How far the directory is, while it isn't there.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Loading {
    /// The file that is loaded, where it is one.
    pub file: Option<String>,
    /// What is being done.
    pub progress: Progress,
}

/// All that a frame is drawn from.
#[derive(Debug)]
pub struct Model {
    /// The words of the interface.
    pub words: &'static Words,
    /// The day on which trust is reckoned.
    pub today: Date,
    /// The size of the screen.
    pub size: Size,
    /// The directory, once it is loaded.
    pub catalogue: Option<Arc<Catalogue>>,
    /// How far it is until then.
    pub loading: Loading,
    /// The query, what it met, and where the reader is in that.
    pub browse: Browse,
    /// The jobs that threads still owe an answer to.
    pub jobs: Jobs,
    /// The audit: what was found, and where the reader is in it.
    pub audit: AuditState,
    /// The conventions of a family.
    pub conventions: ConventionsState,
    /// What the reader set for themselves.
    pub settings: Settings,
    /// The bindings that hold.
    pub keymap: Keymap,
    /// What is to be picked for another program; `None` where Enter opens.
    pub picking: Option<Picking>,
    /// Who is where.
    pub presence: PresenceState,
    /// The proposals that are looked at.
    pub review: ReviewState,
    /// The account that the reader is about to add.
    pub add: AddState,
    /// What the reader is about to record.
    pub observe: ObserveState,
    /// What the reader keeps at hand.
    pub favourites: FavouritesState,
    /// What the reader asked.
    pub history: HistoryState,
    /// What changed since the reader looked last.
    pub last_edition: LastEdition,
    /// How much the directory knows, once that was counted.
    pub overview: Option<Box<Overview>>,
    /// The screens over the list and the organisation, the lowest first.
    pub screens: Vec<Screen>,
    /// How many rows the text has that is read on screen, where that can be scrolled.
    pub text_height: usize,
    /// The channel that opens at the second Enter, because there is a reason to look first.
    pub confirming: Option<String>,
    /// Whether another Esc ends the program.
    pub is_leaving: bool,
    /// What is said in the last line.
    pub status: Option<Status>,
    /// What a thread said while a question stood there, to be said once that is gone.
    pub held_status: Option<Status>,
    /// Where the last text that came in one go went, and what stood there before it.
    pub before_burst: Option<(Focus, Editor)>,
}

impl Model {
    /// The UI before the directory is there.
    pub fn new(language: Language, today: Date, query: &str) -> Self {
        Self {
            words: language.words(),
            today,
            size: Size::ZERO,
            catalogue: None,
            loading: Loading { file: None, progress: Progress::begun(Step::Reading) },
            browse: Browse::of(query),
            jobs: Jobs::default(),
            audit: AuditState::default(),
            conventions: ConventionsState::default(),
            settings: Settings::default(),
            keymap: TABLE,
            picking: None,
            presence: PresenceState::new(),
            review: ReviewState::default(),
            add: AddState::default(),
            observe: ObserveState::default(),
            favourites: FavouritesState::default(),
            history: HistoryState::default(),
            last_edition: LastEdition::default(),
            overview: None,
            screens: Vec::new(),
            text_height: 0,
            confirming: None,
            is_leaving: false,
            status: None,
            held_status: None,
            before_burst: None,
        }
    }

    /// What the keys go to.
    pub fn focus(&self) -> Focus {
        match self.handlers() {
            Some(handlers) => (handlers.focus)(self),
            None if self.browse.inside => Focus::Channels,
            None => Focus::Query,
        }
    }

    /// Where the reader is, as far as keys care.
    pub fn situation(&self) -> Situation {
        Situation {
            focus: self.focus(),
            nothing_typed: self.browse.query.is_empty(),
            at_end: self.browse.query.is_at_end(),
            in_condition: self.goes_on().is_some(),
            picks: self.picking.is_some(),
            keymap: self.keymap,
            marks: self.picking.as_ref().is_some_and(|picking| picking.is_multiple),
        }
    }

    /// How the condition that is typed in the query can go on.
    pub fn goes_on(&self) -> Option<Completion> {
        let (before, after) = self.browse.query.parts();
        let is_begun = before.rsplit(' ').next().is_some_and(|piece| piece.contains(':'));
        let is_typed = is_begun && after.is_empty() && self.focus() == Focus::Query;
        let directory = self.directory().filter(|_| is_typed)?;
        let found = Filter::complete(before, directory, self.words.language);
        Some(found).filter(|found| !found.added.is_empty() || found.choices.len() > 1)
    }

    /// Where everything stands.
    pub fn layout(&self) -> Layout {
        self.layout_at(self.size)
    }

    /// Where everything stands on a screen of this size.
    pub fn layout_at(&self, size: Size) -> Layout {
        let place = self.handlers().map(|handlers| handlers.place);
        let over = matches!(place, Some(Place::Panel | Place::PanelAlone));
        let has_banner = self.banner().is_some() && place != Some(Place::PanelAlone);
        let layout = Layout::new(size, self.browse.inside || over, has_banner);
        // With nothing to show beside it, what helps with the question has all the room.
        let is_empty = self.catalogue.is_some() && self.browse.hits.is_empty() && !over;
        let layout = if is_empty { layout.without_panel() } else { layout };
        let is_above = !layout.list.is_empty();
        let width = usize::from(size.width);
        let rows = || card::rows(self, &Theme::mono(true), width).len();
        let lines = if is_above { rows() } else { 0 };
        let layout = layout.with_card(u16::try_from(lines).unwrap_or(u16::MAX));
        if is_above && !is_empty { layout.with_few(self.browse.hits.len()) } else { layout }
    }

    /// What the screen on top does.
    pub fn handlers(&self) -> Option<&'static Handlers> {
        self.screen().and_then(Screen::handlers)
    }

    /// The screen on top; `None` where the reader browses.
    pub fn screen(&self) -> Option<&Screen> {
        self.shown().last()
    }

    /// The screens over what is being browsed, the lowest first. What lies below a jump is kept.
    pub fn layers(&self) -> &[Screen] {
        let jump = self.screens.iter().rposition(|screen| matches!(screen, Screen::Browse(_)));
        self.screens.get(jump.map_or(0, |at| at + 1)..).unwrap_or_default()
    }

    /// Those from the door on that the reader went through last. What lies below it, or below a jump, is neither
    /// seen nor acted on until the reader comes back.
    pub fn shown(&self) -> &[Screen] {
        let layers = self.layers();
        let door = layers.iter().rposition(|screen| Door::behind(screen).is_some());
        layers.get(door.unwrap_or_default()..).unwrap_or_default()
    }

    /// Puts a screen over what is on screen.
    pub fn push(&mut self, screen: Screen) {
        self.screens.push(screen);
    }

    /// Takes away the screen on top; whether there was one.
    pub fn pop(&mut self) -> bool {
        let is_there = self.screen().is_some();
        if is_there {
            self.screens.pop();
        }
        is_there
    }

    /// Whether the reader jumped to what is browsed, and put nothing over it.
    pub fn is_jumped(&self) -> bool {
        matches!(self.screens.last(), Some(Screen::Browse(_)))
    }

    /// The screen that the reader jumped from.
    pub fn jumped_from(&self) -> Option<&Screen> {
        let mut below = self.screens.iter().rev();
        below.find(|screen| matches!(screen, Screen::Browse(_)))?;
        below.next()
    }

    /// The page of a verdict that is on screen in full, or lies under what is.
    pub fn check_page(&self) -> Option<Page> {
        self.shown().iter().find_map(|screen| match screen {
            Screen::Check { page, .. } => self.browse.check.pages().get(*page).copied(),
            _ => None,
        })
    }

    /// The answer whose verdict is on screen in full, or lies under what is: on the page of a whole message the one
    /// that decided, where that is official.
    pub fn checked(&self) -> Option<&Answer> {
        match self.check_page()? {
            Page::Answer(at) => self.browse.check.answers().get(at),
            Page::Summary => {
                let message = self.browse.check.message.as_ref()?;
                let is_official = message.summary.verdict == MessageVerdict::Official;
                let decided = message.summary.decided_by.filter(|_| is_official)?;
                message.answers.get(decided)
            }
        }
    }

    /// Where to go instead of where a message leads, while that is on screen.
    pub fn way(&self) -> Option<Channel> {
        let message = self.browse.check.message.as_ref()?;
        let is_summary = self.check_page() == Some(Page::Summary);
        let ways = is_summary.then(|| self.directory().map(|it| message.summary.ways(it)));
        ways??.first().copied()
    }

    /// The audit or its conventions, where one of them is on screen, or lies under what is.
    pub fn ground(&self) -> Option<&Screen> {
        let is_ground = |it: &&Screen| matches!(it, Screen::Audit | Screen::Conventions);
        self.shown().iter().rfind(is_ground)
    }

    /// Whether the audit or its conventions are on screen, or lie under what is.
    pub fn is_auditing(&self) -> bool {
        self.ground().is_some()
    }

    /// Whether Enter goes to the verdict above the hits rather than to the selected one: where there
    /// is nothing but guesses below it, or the hits are not what was asked about.
    pub fn banner_has_enter(&self) -> bool {
        let is_met = self.browse.hits.first().is_some_and(|hit| !hit.guess);
        let is_elsewhere = self.browse.inside || self.browse.chosen || self.is_searching();
        if is_elsewhere || self.browse.query.is_empty() || self.catalogue.is_none() {
            return false;
        }
        match self.banner() {
            None => self.browse.hits.is_empty(),
            Some(Banner::Verdict(answer)) => !is_listed(&answer.verdict) || !is_met,
            Some(Banner::Message(message)) => {
                message.summary.verdict != MessageVerdict::Official || !is_met
            }
            Some(Banner::Pending | Banner::Unfinished) => !is_met,
        }
    }

    /// The number of the edit after which a pause would mean that an address or handle is typed whole, so that it
    /// gets the verdict which a pasted one gets at once.
    pub fn awaits_pause(&self) -> Option<u64> {
        let check = &self.browse.check;
        let is_asked = check.names_one && check.asked != Asked::Nothing;
        let has_address = !self.browse.search.understood.addresses.is_empty();
        (!check.is_whole && (is_asked || has_address)).then_some(check.edit)
    }

    /// The layer of government whose bodies the reader is to choose from: it handles the topic that was asked about,
    /// and nothing says which body of it is meant.
    pub fn layer_to_choose(&self) -> Option<Layer> {
        let search = &self.browse.search;
        let is_open = self.browse.hits.is_empty() && !self.is_searching();
        let layer = question::layer_asked(self.directory()?, search.understood.topic?);
        layer.filter(|_| is_open && search.understood.place.is_none() && self.banner().is_none())
    }

    /// Whether a thread still owes an answer.
    pub fn is_waiting(&self) -> bool {
        self.jobs.is_any_outstanding()
    }

    /// What stands above the hits, if anything.
    pub fn banner(&self) -> Option<Banner<'_>> {
        self.browse.check.banner(self.jobs.is_outstanding(JobKind::Check))
    }

    /// Whether the whole answer to the query is still to come.
    pub fn is_searching(&self) -> bool {
        self.jobs.is_outstanding(JobKind::Search)
    }

    /// The directory, once it is loaded.
    pub fn directory(&self) -> Option<&Directory> {
        self.catalogue.as_ref().map(|catalogue| &catalogue.directory)
    }

    /// Whether the start page stands in the place of the list: nothing is typed, and the reader has not gone
    /// to the list of everything.
    pub fn is_at_start(&self) -> bool {
        let browse = &self.browse;
        let is_elsewhere = browse.chosen || browse.inside;
        self.catalogue.is_some() && browse.query.is_empty() && !is_elsewhere
    }

    /// The selected hit; none while the start page hides the list, so that no key acts on what is not seen.
    pub fn hit(&self) -> Option<&Hit> {
        self.browse.hits.get(self.browse.selected).filter(|_| !self.is_at_start())
    }

    /// The selected organisation.
    pub fn organisation(&self) -> Option<OrganisationIndex> {
        self.hit().map(|hit| hit.organisation)
    }

    /// The selected hit and its line on screen, to be found again among other hits.
    pub fn selected_choice(&self) -> Option<Choice> {
        let line = self.browse.selected.saturating_sub(self.browse.first);
        self.organisation().map(|organisation| Choice { organisation, line })
    }

    /// The place that led to the selected organisation, where it was a place.
    pub fn met_place(&self) -> Option<String> {
        let Catalogue { directory, index, .. } = self.catalogue.as_deref()?;
        let hit = self.hit().filter(|hit| hit.field == Field::Place)?;
        Some(index.matched(directory, self.browse.search.words.trim(), hit).text)
    }
}
