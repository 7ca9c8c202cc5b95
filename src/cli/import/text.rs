//! What was found, for people.

use super::super::Context;
use super::super::error::Result;
use super::super::fact_table::FactTable;
use super::super::style::{Styles, plain};
use super::Told;
use crate::directory::OrganisationIndex;
use crate::messages::numbers::grouped;
use crate::words::Words;
use officieel_online::import::{
    AccountOutcome, Change, DomainOutcome, FoundAccount, FoundOrganisation, ImportError, Match,
    Shrunk, Unclear,
};

pub(super) fn write(told: &Told<'_>, cx: &mut Context<'_>) -> Result<()> {
    let words = cx.words;
    let mut table = FactTable::new(Styles::new(cx.styled));
    for found in &told.import.organisations {
        organisation(told, found, words, &mut table);
    }
    if !table.is_empty() {
        table.write(cx.out)?;
        writeln!(cx.out)?;
    }
    for line in numbers(told, words) {
        writeln!(cx.out, "{line}")?;
    }
    Ok(())
}

/// So many entries without a page are named; of more, how many.
const NAMED: usize = 20;

/// Says which entries name no page that shows them: nothing can be proposed of them.
pub(super) fn without_page(all: &[(String, Option<String>)], cx: &mut Context<'_>) -> Result<()> {
    if all.is_empty() {
        return Ok(());
    }
    writeln!(cx.err, "{}", cx.words.import_without_page(&grouped(cx.words, all.len())))?;
    for (organisation, account) in all.iter().take(NAMED) {
        let parts: Vec<&str> =
            std::iter::once(organisation.as_str()).chain(account.as_deref()).collect();
        writeln!(cx.err, "  {}", plain(&parts.join(": ")))?;
    }
    let left = all.len().saturating_sub(NAMED);
    if left > 0 {
        writeln!(cx.err, "  {}", cx.words.more(&grouped(cx.words, left)))?;
    }
    Ok(())
}

/// What is to be said of one organisation; nothing where all of it only confirms.
fn organisation(told: &Told<'_>, found: &FoundOrganisation, words: &Words, table: &mut FactTable) {
    let Some(record) = told.extract.records.get(found.record) else { return };
    let name = |it: OrganisationIndex| told.directory.organisation(it).name.as_str();
    let mut facts: Vec<(&str, String)> = Vec::new();
    match &found.matched {
        Match::Known { .. } => {}
        Match::New => {
            facts.push((words.import_organisation, words.import_not_in_directory.to_owned()));
        }
        Match::Unclear(all) | Match::Conflict(all) => {
            let names: Vec<&str> = all.iter().map(|it| name(*it)).collect();
            facts.push((words.import_organisation, words.import_one_of(&names.join(", "))));
        }
    }
    for change in &found.changes {
        facts.push((words.import_change, said_change(change, words)));
    }
    let news =
        found.accounts.iter().filter(|it| !matches!(it.outcome, AccountOutcome::Confirms(_)));
    facts.extend(news.map(|it| (outcome(&it.outcome, words), account(told, it, words))));
    for domain in &found.domains {
        let said = match &domain.outcome {
            DomainOutcome::Listed
            | DomainOutcome::New
            | DomainOutcome::Ended { is_in_use: false } => continue,
            DomainOutcome::Ended { .. } => words.import_domain_ended(&domain.host),
            DomainOutcome::BelongsToAnother(owner) => {
                words.import_domain_of_another(&domain.host, name(*owner))
            }
        };
        facts.push((words.import_domain, said));
    }
    if !facts.is_empty() {
        table.heading(&record.name);
        for (label, fact) in &facts {
            table.add(label, fact);
        }
    }
}

fn said_change(change: &Change, words: &Words) -> String {
    match change {
        Change::Ended(day) => words.import_ended(&day.to_string()),
        Change::Renamed(name) => words.import_renamed(name),
        Change::Website(address) => words.import_website(address),
    }
}

/// An account as it is written on its platform, or what was typed, with what is to be known of it.
fn account(told: &Told<'_>, found: &FoundAccount, words: &Words) -> String {
    let record = told.extract.records.get(found.record);
    let entry = record.and_then(|it| it.accounts.get(found.entry));
    let name = match &found.resolved {
        Some(it) => {
            let platform = told.directory.platform(it.reference.platform);
            format!("{} {}", platform.name(), platform.written(&it.reference.name))
        }
        None => {
            entry.and_then(|it| it.address.clone().or_else(|| it.typed.clone())).unwrap_or_default()
        }
    };
    let why = match &found.outcome {
        AccountOutcome::Refused(refusal) => reason_by_id(refusal.id(), words).to_owned(),
        AccountOutcome::BelongsToAnother { owner, .. } | AccountOutcome::Former(owner) => {
            told.directory.organisation(*owner).name.clone()
        }
        AccountOutcome::Foreign(owner) => told.directory.foreign_organisation(*owner).name.clone(),
        AccountOutcome::OtherId { found, .. } => found.clone(),
        AccountOutcome::Unclear(unclear) => said_unclear(told, unclear, words),
        AccountOutcome::New => {
            let beside = found.beside.map(|it| told.directory.account(it).name().to_owned());
            beside.map(|it| words.import_beside(&it)).unwrap_or_default()
        }
        AccountOutcome::Confirms(_) | AccountOutcome::History(_) | AccountOutcome::Repeated => {
            String::new()
        }
    };
    if why.is_empty() { name } else { format!("{name} ({why})") }
}

fn said_unclear(told: &Told<'_>, unclear: &Unclear, words: &Words) -> String {
    match unclear {
        Unclear::Doubt(_) => words.import_unclear_doubt.to_owned(),
        Unclear::Keeper(Some(keeper)) => {
            words.import_unclear_keeper(&told.directory.organisation(*keeper).name)
        }
        Unclear::Keeper(None) => words.import_unclear_arrangement.to_owned(),
        Unclear::Organisation => words.import_unclear_organisation.to_owned(),
        Unclear::ClaimedByOthers => words.import_unclear_claimed.to_owned(),
        Unclear::OwnWord => words.import_unclear_own_word.to_owned(),
    }
}

fn outcome(outcome: &AccountOutcome, words: &Words) -> &'static str {
    match outcome {
        AccountOutcome::Confirms(_) => words.import_confirms,
        AccountOutcome::New => words.import_new,
        AccountOutcome::History(_) => words.import_history,
        AccountOutcome::BelongsToAnother { .. } | AccountOutcome::Foreign(_) => {
            words.import_of_another
        }
        AccountOutcome::Former(_) => words.import_former,
        AccountOutcome::OtherId { .. } => words.import_other_id,
        AccountOutcome::Repeated => words.import_repeated,
        AccountOutcome::Unclear(_) => words.import_unclear,
        AccountOutcome::Refused(_) => words.import_refused,
    }
}

/// Why an entry is no account.
pub(super) fn reason_by_id(id: &str, words: &Words) -> &'static str {
    match id {
        "characters" => words.import_reason_characters,
        "no-address" => words.import_reason_no_address,
        "unknown-host" => words.import_reason_host,
        "unknown-platform" | "no-platform" => words.import_reason_platform,
        "other-platform" => words.import_reason_other_platform,
        "person" => words.import_reason_person,
        "bad-name" => words.import_reason_name,
        "nothing" => words.import_reason_nothing,
        _ => words.import_reason_no_account,
    }
}

/// The numbers, which add up.
fn numbers(told: &Told<'_>, words: &Words) -> Vec<String> {
    let (counts, number) = (&told.counts, |count: usize| grouped(words, count));
    let mut lines = vec![words.import_read(
        &number(counts.accounts),
        &told.import.seen.to_string(),
        &number(counts.records),
    )];
    lines.push(words.import_organisations(
        &number(counts.conflicts),
        &number(counts.known),
        &number(counts.new_organisations),
        &number(counts.unclear_organisations),
    ));
    if counts.accounts > 0 {
        lines.push(words.import_accounts(
            &number(counts.confirmed),
            &number(counts.contradicted),
            &number(counts.new_accounts),
            &number(counts.history + counts.former),
            &number(counts.refused + counts.repeated),
            &number(counts.unclear_accounts),
        ));
    }
    if counts.domains > 0 {
        lines.push(words.import_domains(
            &number(counts.contradicted_domains),
            &number(counts.domains),
            &number(counts.ended_domains),
            &number(counts.listed_domains),
            &number(counts.new_domains),
        ));
    }
    if told.import.not_mentioned > 0 {
        lines.push(words.import_not_mentioned(&number(told.import.not_mentioned)));
    }
    if told.extract.skipped > 0 {
        lines.push(words.import_skipped(&number(told.extract.skipped)));
    }
    if told.extract.is_unknown_version {
        lines.push(words.import_version(told.extract.version.as_deref().unwrap_or_default()));
    }
    lines
}

/// Why an answer isn't used.
pub(super) fn refusal(error: &ImportError, words: &Words) -> String {
    match error {
        ImportError::Unreadable(error) => error.to_string(),
        ImportError::Empty => words.import_fault_empty.to_owned(),
        ImportError::Cut => words.import_fault_cut.to_owned(),
        ImportError::Page => words.import_fault_page.to_owned(),
        ImportError::Status { status } => words.import_fault_status(&status.to_string()),
        ImportError::Reported(said) => words.import_fault_reported(said),
        ImportError::Malformed(why) => words.import_fault_malformed(why),
        ImportError::DocumentType => words.import_fault_doctype.to_owned(),
        ImportError::TooLarge => words.import_fault_large.to_owned(),
        ImportError::Encoding { line, column } => {
            words.import_fault_encoding(&column.to_string(), &line.to_string())
        }
        ImportError::OddPage { row, page } => words.import_fault_page_odd(page, &row.to_string()),
        ImportError::NoColumn(column) => words.import_fault_column(column),
    }
}

/// Why an answer is no news.
pub(super) fn shrunk(shrunk: &Shrunk, words: &Words) -> String {
    match shrunk {
        Shrunk::Fewer { now, before, .. } => {
            words.import_fewer(&grouped(words, *before), &grouped(words, *now))
        }
        Shrunk::Older { now, before } => words.import_older(&before.to_string(), &now.to_string()),
        Shrunk::OtherSource(source) => words.import_other_source(source),
    }
}
