//! What there is to reach an organisation by, and which of it is shown.

use crate::channel::{self, Channel};
use crate::directory::{Directory, OrganisationIndex, Owner, ServiceIndex, phone};
use crate::messages::labels;
use crate::text::fold::fold;
use crate::tui::model::{Model, Screen};
use crate::tui::widgets::account::short;
use crate::tui::widgets::editor::Editor;
use crate::words::Words;

/// What stands together under one heading.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Group {
    /// The sites of the organisation.
    Sites,
    /// Its telephone numbers.
    Numbers,
    /// The sites and telephone numbers of a service.
    Service(ServiceIndex),
}

/// A site or a telephone number.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Item {
    /// Under which heading it stands.
    pub group: Group,
    /// Which it is.
    pub channel: Channel,
    /// The address without what every address has, or the number in the grouping of its country.
    pub name: String,
    /// What a reader must know of it at once: what the number is for, or that the site is for tests.
    pub label: Option<&'static str>,
    /// What a filter looks into, folded.
    text: String,
}

/// All sites and telephone numbers of an organisation, and where the reader is among them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reach {
    /// The organisation.
    pub organisation: OrganisationIndex,
    /// All of them, in their order.
    pub items: Vec<Item>,
    /// What is typed as a filter.
    pub filter: Editor,
    /// Those that have all words of the filter, by their place among all.
    pub shown: Vec<usize>,
    /// The selected one of those.
    pub selected: usize,
    /// The first line of the list on screen.
    pub first: usize,
}

impl Reach {
    /// All of an organisation; a service that was asked for comes first.
    pub fn of(
        words: &Words,
        directory: &Directory,
        organisation: OrganisationIndex,
        asked: Option<ServiceIndex>,
    ) -> Self {
        let owner = Owner::Organisation(organisation);
        let of_service = |service| {
            let owner = Owner::Service(service);
            let all = channel::sites(directory, owner).into_iter();
            all.chain(channel::numbers(directory, owner))
                .map(move |channel| (Group::Service(service), channel))
        };
        let mut services: Vec<ServiceIndex> = directory.services_of(organisation).collect();
        services.retain(|it| Some(*it) != asked);
        let sites = channel::sites(directory, owner).into_iter().map(|it| (Group::Sites, it));
        let numbers = channel::numbers(directory, owner).into_iter();
        let all = asked
            .into_iter()
            .flat_map(of_service)
            .chain(sites)
            .chain(numbers.map(|it| (Group::Numbers, it)))
            .chain(services.into_iter().flat_map(of_service));
        let items: Vec<Item> =
            all.map(|(group, channel)| Item::new(words, directory, group, channel)).collect();
        let shown = (0..items.len()).collect();
        Self { organisation, items, filter: Editor::default(), shown, selected: 0, first: 0 }
    }

    /// The items that are shown, in their order.
    pub fn shown(&self) -> impl Iterator<Item = &Item> {
        self.shown.iter().filter_map(|at| self.items.get(*at))
    }

    /// The selected item.
    pub fn item(&self) -> Option<&Item> {
        self.items.get(*self.shown.get(self.selected)?)
    }

    /// The channel that keys act on.
    pub fn channel(&self) -> Option<Channel> {
        self.item().map(|item| item.channel)
    }

    /// Shows what has all words of the filter. What was selected stays so where it is still there.
    pub fn sift(&mut self) {
        let before = self.shown.get(self.selected).copied();
        let filter = fold(&self.filter.text());
        let words: Vec<&str> = filter.split_whitespace().collect();
        let fits = |item: &Item| words.iter().all(|word| item.text.contains(word));
        let all = self.items.iter().enumerate();
        self.shown = all.filter(|(_, item)| fits(item)).map(|(at, _)| at).collect();
        let kept = self.shown.iter().position(|at| Some(*at) == before);
        self.selected = kept.unwrap_or_default();
    }

    /// Selects a channel, where it is there.
    pub fn select(&mut self, channel: Channel) {
        let found = self.shown().position(|item| item.channel == channel);
        self.selected = found.unwrap_or(self.selected);
    }
}

impl Item {
    fn new(words: &Words, directory: &Directory, group: Group, channel: Channel) -> Self {
        let site = channel.site(directory);
        let name = match (channel.number(directory), channel, site) {
            (Some(number), ..) => phone::grouped(number),
            (_, Channel::Site(..), Some(site)) => site.shown(),
            _ => channel.url(directory).map(|url| short(&url)).unwrap_or_default(),
        };
        let purpose = channel.phone(directory).and_then(|it| it.label);
        let of_phone = purpose.map(|it| labels::phone(words, it));
        let label = of_phone.or_else(|| labels::site(words, site?));
        let service = match group {
            Group::Service(service) => directory.service(service).name.as_str(),
            Group::Sites | Group::Numbers => "",
        };
        // A number is typed with and without its spaces.
        let digits: String = channel.number(directory).unwrap_or_default().split(' ').collect();
        let text = fold(&[name.as_str(), &digits, label.unwrap_or_default(), service].join(" "));
        Self { group, channel, name, label, text }
    }
}

impl Model {
    /// All sites and numbers of an organisation, where they are on screen.
    pub fn reach(&self) -> Option<&Reach> {
        match self.screen()? {
            Screen::Reach(reach) => Some(reach),
            _ => None,
        }
    }

    /// The same, to be changed.
    pub fn reach_mut(&mut self) -> Option<&mut Reach> {
        match self.screens.last_mut()? {
            Screen::Reach(reach) => Some(reach),
            _ => None,
        }
    }
}
