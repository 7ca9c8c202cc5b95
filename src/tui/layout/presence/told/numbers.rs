//! What is known, in numbers.

use super::Told;
use crate::directory::Trust;
use crate::messages::labels;
use crate::messages::numbers::grouped;
use crate::stats::{Category, Dimension};
use crate::text::sanitise::escaped;

/// So many organisations of a kind without an account are named.
const NAMED: usize = 5;

/// Tells it; whether it is known.
pub(super) fn tell(told: &mut Told<'_>) -> bool {
    let (words, theme) = (told.model.words, told.theme);
    let Some((stats, directory)) = told.model.presence.numbers().zip(told.model.directory()) else {
        return false;
    };
    let edition = directory.header.edition.to_string();
    told.heading(&words.stats_title(&edition, &stats.today.to_string()));
    if let Some(all) = stats.line(&Category::All) {
        for trust in Trust::ALL {
            let label = labels::trust(words, trust);
            let label = format!("{} {label}", theme.trust_glyph(trust));
            told.figure(&label, all.organisations.of(trust), all.looked_at());
        }
        told.figure(words.presence_retired, all.organisations.retired, all.looked_at());
        told.figure(words.presence_unknown, all.unknown, all.looked_at());
    }
    told.heading(words.presence_per_kind);
    for line in stats.lines_of(Dimension::Kind) {
        let Category::Kind(kind) = line.of else { continue };
        let all = line.presence.looked_at();
        let confirmed = line.presence.organisations.confirmed;
        let counts = [confirmed, all].map(|count| grouped(words, count));
        let [confirmed, of] = counts;
        let label = words.presence_kind(&confirmed, labels::kind(words, kind), &of);
        told.figure(&label, line.presence.organisations.in_use(), all);
    }
    ages(told);
    if !stats.without_account.is_empty() {
        told.heading(words.stats_without);
    }
    for it in &stats.without_account {
        let names = it.organisations.iter().take(NAMED);
        let names: Vec<String> =
            names.map(|index| escaped(&directory.organisation(*index).name)).collect();
        let more = if it.organisations.len() > NAMED { theme.glyphs.cut } else { "" };
        let label = format!("{}: {}{more}", labels::kind(words, it.kind), names.join(", "));
        told.figure(&label, it.organisations.len(), it.of);
    }
    told.lines.push(ratatui::text::Line::default());
    told.say(words.presence_rule, theme.muted);
    true
}

/// Of when the newest evidence of accounts is, as a histogram.
fn ages(told: &mut Told<'_>) {
    let Some(stats) = told.model.presence.numbers() else { return };
    let most = stats.ages.iter().map(|age| age.accounts.in_use()).max().unwrap_or_default();
    if most > 0 {
        told.heading(told.model.words.stats_ages);
    }
    for age in &stats.ages {
        let label = match age.month {
            Some(month) => format!("{}-{month:02}", age.year),
            None => age.year.to_string(),
        };
        told.figure(&label, age.accounts.in_use(), most);
    }
}
