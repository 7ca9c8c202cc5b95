//! What is said of the selected cell of the map.

use ratatui::style::Style;
use ratatui::text::Line;

use crate::directory::evidence::last_seen;
use crate::directory::{AccountIndex, Directory};
use crate::matrix::Cell;
use crate::messages::labels;
use crate::messages::numbers::grouped;
use crate::platform::LoginNeeded;
use crate::text::sanitise::escaped;
use crate::tui::layout::presence::INDENT;
use crate::tui::model::Model;
use crate::tui::theme::Theme;
use crate::tui::widgets::account::named;
use crate::tui::widgets::spans;

/// Some lines: what is known of the organisation on the platform, then who owns that and how it is read.
pub(super) fn lines(
    model: &Model,
    theme: &Theme,
    directory: &Directory,
    room: usize,
    height: usize,
) -> Vec<Line<'static>> {
    let presence = &model.presence;
    let (Some(organisation), Some(platform)) = (presence.organisation(), presence.platform())
    else {
        return Vec::new();
    };
    let rules = &directory.platform(platform).rules;
    let name = escaped(&directory.organisation(organisation).name);
    let mut said = vec![(name, theme.title), (escaped(&rules.name), theme.base)];
    said.extend(match presence.cell(directory) {
        None | Some(Cell::Unknown) => {
            vec![(model.words.presence_cell_unknown.to_owned(), theme.muted)]
        }
        Some(Cell::Retired(account) | Cell::InUse { account, .. }) => {
            of_account(model, theme, directory, account)
        }
    });
    let country = rules.country.as_ref().map(|country| format!(" ({})", escaped(country)));
    let owner = format!("{}{}", escaped(&rules.owner), country.unwrap_or_default());
    let login = labels::login(model.words, rules.reading.login);
    let login = match (rules.reading.login, rules.reading.seen) {
        (LoginNeeded::Unknown, _) | (_, None) => login.to_owned(),
        (_, Some(seen)) => format!("{login} ({seen})"),
    };
    let mut below = vec![(escaped(&rules.name), theme.muted), (owner, theme.muted)];
    below.push((login, theme.muted));
    if let Some(total) = presence.map().and_then(|map| map.totals.get(presence.column)) {
        let counts = [total.known, total.retired, total.unknown];
        let [known, retired, unknown] = counts.map(|count| grouped(model.words, count));
        below.push((model.words.presence_totals(&known, &retired, &unknown), theme.muted));
    }
    let line = |pieces: &[(String, Style)]| {
        let flowed = spans::flow(theme, pieces, INDENT, usize::MAX >> 1);
        let spans = flowed.into_iter().flat_map(|line| line.spans).collect();
        Line::from(spans::cut(theme, spans, room))
    };
    [line(&said), line(&below)].into_iter().take(height).collect()
}

fn of_account(
    model: &Model,
    theme: &Theme,
    directory: &Directory,
    index: AccountIndex,
) -> Vec<(String, Style)> {
    let words = model.words;
    let account = directory.account(index);
    let trust = account.trust(model.today);
    let mut said = vec![(escaped(&named(words, directory, account)), theme.accent)];
    if account.status.is_retired() {
        said.push((labels::status(words, account.status).to_owned(), theme.bad));
    }
    let word = format!("{} {}", theme.trust_glyph(trust), labels::trust(words, trust));
    said.push((word, theme.trust(trust)));
    let seen = last_seen(&account.evidence);
    said.extend(seen.map(|day| (words.account_seen(&day.to_string()), theme.base)));
    said
}
