//! All platforms together, or one of them in full.

use super::Told;
use crate::directory::{Directory, Policy, Trust};
use crate::messages::labels;
use crate::messages::numbers::grouped;
use crate::platform::LoginNeeded;
use crate::platform_overview::{InTime, PlatformFacts, PlatformOverview};
use crate::presence::Presence;
use crate::report::platforms::{bound, jurisdiction};
use crate::text::sanitise::escaped;
use crate::tui::widgets::account::{host, short};

/// More organisations that a policy binds are counted and not named.
const FEW: usize = 4;

/// Tells it; whether it is known.
pub(super) fn tell(told: &mut Told<'_>) -> bool {
    let presence = &told.model.presence;
    let Some((overview, directory)) = presence.platforms().zip(told.model.directory()) else {
        return false;
    };
    match presence.choice.checked_sub(1).and_then(|at| overview.platforms.get(at)) {
        Some(facts) => one(told, overview, directory, facts),
        None => all(told, overview, directory),
    }
    told.lines.push(ratatui::text::Line::default());
    told.say(told.model.words.presence_rule, told.theme.muted);
    true
}

fn all(told: &mut Told<'_>, overview: &PlatformOverview, directory: &Directory) {
    let words = told.model.words;
    let known = overview.all.accounts.in_use();
    told.heading(words.platforms_by_country);
    for it in &overview.jurisdictions {
        told.figure(jurisdiction(words, it.of), it.presence.accounts.in_use(), known);
    }
    told.heading(words.platforms_by_owner);
    for it in &overview.owners {
        told.figure(&escaped(&it.of), it.presence.accounts.in_use(), known);
    }
    let general = overview.general_policies.iter();
    let general: Vec<&Policy> = general.filter_map(|at| directory.policies.get(*at)).collect();
    if !general.is_empty() {
        told.heading(words.platforms_policies);
        policies(told, directory, general);
    }
    for comparison in &overview.inventories {
        let Some(inventory) = directory.inventories.get(comparison.inventory) else { continue };
        told.heading(&escaped(&inventory.title));
        let looked_at = grouped(words, overview.all.looked_at());
        let published = words.platforms_published(&inventory.organisations.to_string());
        told.say(&published, told.theme.muted);
        for row in &comparison.rows {
            let name = escaped(directory.platform(row.platform).name());
            let known = words.platforms_known_here(&looked_at);
            let label = format!("{name}; {known}: {}", grouped(words, row.known));
            let all = usize::try_from(inventory.organisations).unwrap_or(usize::MAX);
            told.figure(&label, row.published, all);
        }
        told.say(words.platforms_not_the_same, told.theme.muted);
        source(told, &inventory.url, &inventory.seen.to_string());
    }
}

fn one(
    told: &mut Told<'_>,
    overview: &PlatformOverview,
    directory: &Directory,
    facts: &PlatformFacts,
) {
    let (words, theme) = (told.model.words, told.theme);
    let rules = &directory.platform(facts.platform).rules;
    told.heading(&escaped(&rules.name));
    let country = rules.country.as_ref().map(|country| format!(" ({})", escaped(country)));
    let owner = format!("{}{}", escaped(&rules.owner), country.unwrap_or_default());
    let place = jurisdiction(words, facts.jurisdiction).to_owned();
    told.pieces(&[(owner, theme.base), (place, theme.muted)]);
    let login = labels::login(words, rules.reading.login);
    let seen = rules.reading.seen.filter(|_| rules.reading.login != LoginNeeded::Unknown);
    told.say(&seen.map_or_else(|| login.to_owned(), |day| format!("{login} ({day})")), theme.base);
    if let Some(url) = &rules.reading.url {
        told.say(&escaped(&short(url)), theme.accent);
    }
    told.heading(words.platforms_who);
    known(told, &facts.presence);
    for (time, heading) in
        [(InTime::Now, words.platforms_policies), (InTime::Past, words.platforms_policies_past)]
    {
        let its = facts.policies.iter().filter(|(_, own)| *own == time);
        let its: Vec<&Policy> = its.filter_map(|(at, _)| directory.policies.get(*at)).collect();
        if !its.is_empty() {
            told.heading(heading);
        }
        policies(told, directory, its);
    }
    for (time, heading) in
        [(InTime::Now, words.platforms_badges_now), (InTime::Past, words.platforms_badges_past)]
    {
        let its = facts.badges.iter().filter(|(_, own)| *own == time);
        let its: Vec<_> = its.filter_map(|(at, _)| directory.badges.get(*at)).collect();
        if !its.is_empty() {
            told.heading(heading);
        }
        for badge in its {
            let gained = labels::gained(words, badge.gained).to_owned();
            told.pieces(&[(escaped(&badge.name), theme.base), (gained, theme.muted)]);
        }
    }
    for comparison in &overview.inventories {
        let row = comparison.rows.iter().find(|row| row.platform == facts.platform);
        let inventory = directory.inventories.get(comparison.inventory);
        if let Some((row, inventory)) = row.zip(inventory) {
            told.heading(&escaped(&inventory.title));
            let all = usize::try_from(inventory.organisations).unwrap_or(usize::MAX);
            let published = words.platforms_published(&inventory.organisations.to_string());
            told.figure(&published, row.published, all);
            let looked_at = overview.all.looked_at();
            let here = words.platforms_known_here(&grouped(words, looked_at));
            told.figure(&here, row.known, looked_at);
            told.say(words.platforms_not_the_same, theme.muted);
        }
    }
}

/// Who is known somewhere, by trust.
fn known(told: &mut Told<'_>, presence: &Presence) {
    let words = told.model.words;
    let all = presence.looked_at();
    for trust in Trust::ALL {
        let label = format!("{} {}", told.theme.trust_glyph(trust), labels::trust(words, trust));
        told.figure(&label, presence.organisations.of(trust), all);
    }
    told.figure(words.presence_retired, presence.organisations.retired, all);
    told.figure(words.presence_unknown, presence.unknown, all);
}

/// Policies, with an empty line between them.
fn policies(told: &mut Told<'_>, directory: &Directory, all: Vec<&Policy>) {
    for (at, it) in all.into_iter().enumerate() {
        if at > 0 {
            told.lines.push(ratatui::text::Line::default());
        }
        policy(told, directory, it);
    }
}

/// A policy: what holds, who laid it down, for whom, since when, and where it can be read.
fn policy(told: &mut Told<'_>, directory: &Directory, it: &Policy) {
    let (words, theme) = (told.model.words, told.theme);
    told.say(&escaped(&it.rule), theme.base);
    let binds = bound(words, directory, it, Some(FEW));
    told.pieces(&[
        (escaped(&it.issuer), theme.muted),
        (format!("{}: {}", words.platforms_binds, escaped(&binds)), theme.muted),
        (words.presence_since(&it.from.to_string()), theme.muted),
    ]);
    source(told, &it.url, &it.seen.to_string());
}

fn source(told: &mut Told<'_>, url: &str, seen: &str) {
    let theme = told.theme;
    let seen = told.model.words.account_seen(seen);
    told.pieces(&[(escaped(&host(url)), theme.accent), (seen, theme.muted)]);
}
