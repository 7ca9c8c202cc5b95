//! Who the organisation is: the head of the panel, and what is known to be missing at its foot.

use ratatui::style::Style;
use ratatui::text::Line;

use crate::channel::OnPlatform;
use crate::compact_sort::CompactSort;
use crate::directory::{Owner, Phone, phone};
use crate::messages::numbers::grouped;
use crate::messages::{labels, question};
use crate::text::width::width;
use crate::tui::keys::{Action, shown_key};
use crate::tui::layout::panel::Panel;
use crate::tui::widgets::account::host;
use crate::tui::widgets::spans;

impl Panel<'_> {
    /// Name, kind, parent, end, other names and places.
    pub(in crate::tui) fn head(&self) -> Vec<Line<'static>> {
        let (words, theme, it) = (self.model.words, self.theme, self.it());
        let is_marked = self.model.favourites.is_marked(&it.id);
        let mark = if is_marked { format!("{} ", theme.glyphs.favourite) } else { String::new() };
        let mut title = vec![(format!("{mark}{}", it.name), theme.title)];
        title.extend(it.abbreviation.clone().map(|abbreviation| (abbreviation, theme.title)));
        let mut lines = self.flow(&title);
        let mut who = vec![(labels::kind(words, it.kind).to_owned(), theme.base)];
        who.extend(it.parent.map(|parent| (words.panel_parent(self.name_of(parent)), theme.base)));
        who.extend(it.province.clone().map(|province| (province, theme.base)));
        lines.extend(self.flow(&who));
        lines.extend(self.flow(&self.ending()));
        for name in self.other_names() {
            lines.extend(self.flow(&[name]));
        }
        lines.extend(self.places());
        lines.push(Line::default());
        lines
    }

    /// What there is to know of it besides. It stands below the channels, which readers come for.
    pub(in crate::tui) fn note(&self) -> Vec<Line<'static>> {
        let note = self.it().note.iter().flat_map(|note| {
            let lines = self.flow(&[(note.clone(), self.theme.muted)]);
            std::iter::once(Line::default()).chain(lines)
        });
        note.collect()
    }

    /// That no account is known where one was asked for, and whether there is one: unknown is never absent.
    pub(in crate::tui) fn missing(&self) -> Vec<Line<'static>> {
        let (model, directory) = (self.model, self.directory);
        let there = model.there(self.organisation);
        let is_missing = there.is_some_and(|it| !matches!(it, OnPlatform::Known(_)));
        let platform = model.browse.search.understood.platform.filter(|_| is_missing);
        let Some(platform) = platform else {
            return Vec::new();
        };
        let told = question::on_the_platform(
            model.words,
            directory,
            self.organisation,
            platform,
            model.today,
        );
        let name = directory.platform(platform).name();
        // Some of the sentences name the platform themselves.
        let told = if told.contains(name) { told } else { format!("{name}: {told}") };
        let mut lines = self.flow(&[(told, self.theme.warn)]);
        lines.push(Line::default());
        lines
    }

    fn ending(&self) -> Vec<(String, Style)> {
        let (words, it) = (self.model.words, self.it());
        let Some(ended) = it.ended else {
            return Vec::new();
        };
        let ended = words.panel_ended(&ended.to_string());
        let mut pieces = vec![(ended, self.theme.bad)];
        pieces.extend(
            it.successor.map(|successor| {
                (words.panel_successor(self.name_of(successor)), self.theme.title)
            }),
        );
        pieces
    }

    fn other_names(&self) -> Vec<(String, Style)> {
        let (words, it) = (self.model.words, self.it());
        let mut names: Vec<String> = Vec::new();
        if !it.aliases.is_empty() {
            names.push(words.panel_aliases(&it.aliases.join(", ")));
        }
        for former in &it.former_names {
            names.push(match former.until {
                Some(until) => words.panel_former_until(&until.to_string(), former.name.as_str()),
                None => words.panel_former(&former.name),
            });
        }
        names.into_iter().map(|name| (name, self.theme.muted)).collect()
    }

    /// The places in at most two lines, with how many more there are.
    fn places(&self) -> Vec<Line<'static>> {
        let mut places: Vec<&str> = self.it().places.iter().map(String::as_str).collect();
        // The place that was asked for is never among those left out.
        let asked = self.model.met_place();
        places.compact_sort_by_key(|place| asked.as_deref() != Some(*place));
        self.at_most_two_lines(places.into_iter(), |place| place, |left| self.more(left))
    }

    /// Its other sites and telephone numbers, and the services that it answers for.
    pub(in crate::tui) fn reach(&self) -> Vec<Line<'static>> {
        let (words, directory) = (self.model.words, self.directory);
        let owner = Owner::Organisation(self.organisation);
        let sites: Vec<String> =
            directory.other_sites(owner).iter().map(|site| site.shown()).collect();
        let general = self.it().phone.as_deref();
        let numbers = directory.numbers_of(owner);
        let others = numbers.iter().filter(|it| Some(it.number) != general);
        let phones: Vec<String> = others.map(|it| self.number(it.number, it.phone)).collect();
        let services = directory.services_of(self.organisation);
        let services: Vec<String> = services.map(|it| directory.service(it).name.clone()).collect();
        let mut lines = Vec::new();
        for (title, those) in
            [(words.sites, sites), (words.phones, phones), (words.services, services)]
        {
            let more = |left: &str| self.more_reach(left);
            let told = self.at_most_two_lines(those.iter().map(String::as_str), |it| it, more);
            if !told.is_empty() {
                lines.extend([Line::default(), Line::styled(title, self.theme.base)]);
                lines.extend(told);
            }
        }
        lines
    }

    /// A telephone number with what it is for.
    pub(in crate::tui) fn number(&self, number: &str, phone: Option<&Phone>) -> String {
        let number = phone::grouped(number);
        let label = phone.and_then(|phone| phone.label);
        label.map_or(number.clone(), |label| {
            format!("{number} ({})", labels::phone(self.model.words, label))
        })
    }

    /// How many more sites or numbers there are, with the key that shows all of them.
    fn more_reach(&self, left: &str) -> String {
        let key =
            shown_key(self.model.keymap, Action::Reach, self.model.focus(), self.theme.glyphs);
        let words = self.model.words;
        key.map_or_else(|| words.panel_more(left), |key| words.panel_more_key(left, &key))
    }

    /// The organisations that fall under this one.
    pub(in crate::tui) fn parts(&self) -> Vec<Line<'static>> {
        let parts = self.directory.children_of(self.organisation);
        let names =
            self.at_most_two_lines(parts, |part| self.name_of(part), |left| self.more(left));
        if names.is_empty() {
            return Vec::new();
        }
        let title = Line::styled(self.model.words.panel_parts, self.theme.base);
        [Line::default(), title].into_iter().chain(names).collect()
    }

    fn more(&self, left: &str) -> String {
        self.model.words.panel_more(left)
    }

    /// As many names as fit on two lines, with how many more there are; the name of one that is
    /// left out is never looked up.
    fn at_most_two_lines<'n, T>(
        &self,
        mut those: impl Iterator<Item = T>,
        name: impl Fn(T) -> &'n str,
        more: impl Fn(&str) -> String,
    ) -> Vec<Line<'static>> {
        let width = self.width.saturating_sub(1);
        let room = width.saturating_mul(2).saturating_sub(more("99").len() + 2);
        let mut shown = String::new();
        let mut left = 0;
        for name in those.by_ref().map(name) {
            if shown.is_empty() {
                shown.push_str(name);
            } else if self::width(&shown) + self::width(name) + 2 <= room {
                shown.push_str(", ");
                shown.push_str(name);
            } else {
                left = 1;
                break;
            }
        }
        left += those.count();
        if shown.is_empty() {
            return Vec::new();
        }
        if left > 0 {
            shown = format!("{shown} {}", more(&grouped(self.model.words, left)));
        }
        self.flow(&[(shown, self.theme.muted)])
    }

    /// What is known to be missing, with who says so.
    pub(in crate::tui) fn gaps(&self) -> Vec<Line<'static>> {
        let (words, theme) = (self.model.words, self.theme);
        let gaps = &self.it().gaps;
        if gaps.is_empty() {
            return Vec::new();
        }
        let mut lines = vec![Line::default(), Line::styled(words.panel_gaps, theme.warn)];
        for (number, gap) in gaps.iter().enumerate() {
            if number > 0 {
                lines.push(Line::default());
            }
            let source = format!("{}, {}", host(&gap.url), gap.seen);
            let pieces = [(gap.text.clone(), theme.base), (source, theme.muted)];
            lines.extend(spans::flow(theme, &pieces, 0, self.width.saturating_sub(1)));
        }
        lines
    }
}
