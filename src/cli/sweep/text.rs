//! What `sweep` found, for people.

use std::io;

use super::super::Context;
use super::super::style::{Styles, plain};
use super::super::verify::reason::of_status;
use crate::directory::{Directory, OrganisationIndex};
use crate::messages::numbers::grouped;
use crate::words::Words;
use officieel_online::archive::{Finding, FindingKey, Findings, NotLooked};
use officieel_online::links::Outcome;
use officieel_online::page::Obstacle;

/// Writes one organisation after the other, and then what couldn't be looked at.
pub(super) fn write(
    directory: &Directory,
    findings: &Findings,
    cx: &mut Context<'_>,
) -> io::Result<()> {
    let mut counts = Outcome::ALL.map(|outcome| (outcome, 0_usize));
    for (_, finding) in findings.found() {
        let of_outcome = counts.iter_mut().find(|(outcome, _)| *outcome == finding.best.outcome);
        if let Some((_, count)) = of_outcome {
            *count += 1;
        }
    }
    for id in findings.organisations() {
        if let Some(index) = directory.organisation_by_id(id) {
            write_organisation(directory, index, findings, cx)?;
        }
    }
    write_aside(findings, cx)?;
    let looked = findings.organisations().len();
    let told = counts.iter().filter(|(_, count)| *count > 0).map(|(outcome, count)| {
        format!("{} {}", grouped(cx.words, *count), outcome_word(cx.words, *outcome))
    });
    let told: Vec<String> = told.collect();
    let counts = if told.is_empty() { cx.words.sweep_nothing.to_owned() } else { told.join(", ") };
    let text = cx.words.sweep_summary(&counts, &grouped(cx.words, looked));
    writeln!(cx.out, "{}", Styles::new(cx.styled).dim(&text))
}

fn write_organisation(
    directory: &Directory,
    index: OrganisationIndex,
    findings: &Findings,
    cx: &mut Context<'_>,
) -> io::Result<()> {
    let (styles, words) = (Styles::new(cx.styled), cx.words);
    let organisation = directory.organisation(index);
    let id = organisation.id.as_str();
    writeln!(cx.out, "{}", styles.bold(&organisation.name))?;
    for (page, _) in findings.looked_at(id) {
        writeln!(cx.out, "  {}", styles.dim(&words.sweep_looked_at(&plain(page))))?;
    }
    let mut own: Vec<(&FindingKey, &Finding)> =
        findings.found().filter(|(key, _)| key.organisation == id).collect();
    own.sort_by_key(|(_, it)| it.best.outcome);
    if own.is_empty() && findings.looked_at(id).next().is_some() {
        writeln!(cx.out, "  {}", words.sweep_none)?;
    }
    for (key, finding) in own {
        write_finding(key, finding, cx)?;
    }
    for missing in findings.no_longer_shown(directory, index) {
        let account = directory.account(missing.account);
        let platform = directory.platform(account.platform);
        let written = plain(&account.written(platform));
        let page = plain(&missing.page);
        writeln!(cx.out, "  {}", words.sweep_no_longer_shown(&written, &page, platform.name()))?;
    }
    for (page, why) in findings.not_looked_at(Some(id)) {
        let why = reason_of(words, findings, page, why);
        writeln!(cx.out, "  {}", words.sweep_not_looked(&plain(page), &why))?;
    }
    writeln!(cx.out)
}

fn write_finding(key: &FindingKey, finding: &Finding, cx: &mut Context<'_>) -> io::Result<()> {
    let best = &finding.best;
    let outcome = outcome_word(cx.words, best.outcome);
    let what = best.account.as_ref().unwrap_or(&best.url);
    let (what, platform) = (plain(what), plain(&key.platform));
    let zone = if best.follow { format!("{}, follow", best.zone) } else { best.zone.to_string() };
    let rule = Styles::new(cx.styled).dim(&format!("{} ({zone})", best.rule));
    writeln!(cx.out, "  {outcome:<18} {platform} {what}  {rule}")
}

/// Tells of pages that are no organisation's, and of records that can't be read; on the error output, for nothing
/// was found on them.
pub(super) fn write_aside(findings: &Findings, cx: &mut Context<'_>) -> io::Result<()> {
    for (page, why) in findings.not_looked_at(None) {
        let text = cx.words.sweep_not_looked(&plain(page), &reason(cx.words, why));
        writeln!(cx.err, "{text}")?;
    }
    Ok(())
}

fn outcome_word(words: &'static Words, outcome: Outcome) -> &'static str {
    match outcome {
        Outcome::Confirms => words.sweep_confirms,
        Outcome::New => words.sweep_new,
        Outcome::BelongsToAnother => words.sweep_belongs_to_another,
        Outcome::Person => words.sweep_person,
        Outcome::Refused => words.sweep_refused,
        Outcome::Unclear => words.sweep_unclear,
    }
}

/// Why a page wasn't looked at, and where it leads, where it does.
pub(in crate::cli) fn reason_of(
    words: &'static Words,
    findings: &Findings,
    page: &str,
    why: NotLooked,
) -> String {
    let told = reason(words, why);
    let leads = matches!(why, NotLooked::Redirect | NotLooked::Obstacle(Obstacle::SentAway));
    match findings.lead_of(page).filter(|_| leads) {
        Some(to) => format!("{told}: {}", plain(to)),
        None => told,
    }
}

pub(in crate::cli) fn reason(words: &'static Words, why: NotLooked) -> String {
    match why {
        NotLooked::Nobody => words.sweep_nobody,
        NotLooked::Shared => words.sweep_shared,
        NotLooked::NoAddress => words.sweep_no_own_address,
        NotLooked::Status(status) => return of_status(words, status),
        NotLooked::Redirect => words.sweep_redirect,
        NotLooked::NotAPage => words.sweep_not_a_page,
        NotLooked::Revisit => words.sweep_revisit,
        NotLooked::Broken => words.sweep_broken,
        NotLooked::FieldTwice => words.sweep_field_twice,
        NotLooked::EndsEarly => words.sweep_ends_early,
        NotLooked::Rest => words.sweep_rest,
        NotLooked::NoDay => words.sweep_no_day,
        NotLooked::Checksum => words.sweep_checksum,
        NotLooked::Obstacle(obstacle) => match obstacle {
            Obstacle::BotWall => words.sweep_bot_wall,
            Obstacle::CookieWall => words.sweep_cookie_wall,
            Obstacle::Parked => words.sweep_parked,
            Obstacle::Hostile => words.sweep_hostile,
            Obstacle::SentAway => words.sweep_sent_away,
            Obstacle::Splash => words.sweep_splash,
            Obstacle::Frames => words.sweep_frames,
            Obstacle::ErrorPage => words.sweep_error_page,
            Obstacle::ScriptOnly => words.sweep_script_only,
            Obstacle::Cut => words.sweep_cut,
        },
    }
    .to_owned()
}
