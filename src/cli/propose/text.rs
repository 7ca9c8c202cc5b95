//! Proposed names as text: a heading for each, and what is known of it in lines below.

use std::io;

use super::Told;
use crate::audit::share::Share;
use crate::cli::Context;
use crate::cli::fact_table::FactTable;
use crate::cli::render;
use crate::cli::style::{Styles, plain};
use crate::directory::AccountIndex;
use crate::handle_proposals::{Basis, Convention, Proposal, Refusal, Refused, Rename};
use crate::platform::AccountName;
use crate::words::Language;

pub(super) fn write(told: &Told<'_>, cx: &mut Context<'_>) -> io::Result<()> {
    let styles = Styles::new(cx.styled);
    let title = cx.words.propose_title(&plain(told.name), &plain(told.platform().name()));
    writeln!(cx.out, "{}\n", styles.bold(&title))?;
    let mut facts = FactTable::new(styles);
    for proposal in &told.proposals.proposals {
        facts.heading(&told.platform().written(&proposal.name));
        add(&mut facts, told, proposal, cx);
    }
    for refused in &told.proposals.refused {
        facts.heading(cx.words.propose_refused);
        facts.add(&refused.name, &reason(told, refused, cx));
    }
    for rename in &told.proposals.renames {
        add_rename(&mut facts, told, rename, cx);
    }
    facts.write(cx.out)?;
    let hidden = told.proposals.total - told.proposals.proposals.len();
    if hidden > 0 {
        let more = cx.words.cli_more_hits(&hidden.to_string());
        writeln!(cx.out, "\n{}", styles.dim(&more))?;
    }
    Ok(())
}

fn add(facts: &mut FactTable, told: &Told<'_>, proposal: &Proposal, cx: &Context<'_>) {
    let words = cx.words;
    facts.add(words.propose_convention, &convention(told, proposal, cx));
    let length = proposal.length.to_string();
    let platform = told.platform().name();
    facts.add(
        words.propose_length,
        &match told.proposals.limit {
            Some(limit) => words.propose_length_of(&length, &limit.to_string(), platform),
            None => words.propose_length_open(&length, platform),
        },
    );
    let is_free = || words.propose_free(platform);
    let is_own = |account| words.propose_own(&told.directory.account(account).url);
    facts.add(words.propose_availability, &proposal.own.map_or_else(is_free, is_own));
    if let Some(other) = proposal.confusable {
        let (account, organisation) = named(told, other);
        facts.add(words.propose_confusable, &words.propose_of(&account, &organisation));
    }
    let parked: Vec<&str> = proposal.parked.iter().map(|it| it.name.as_str()).collect();
    facts.add(words.propose_parked, &parked.join(", "));
}

/// The convention that a name follows, and how many of its peers do.
fn convention(told: &Told<'_>, proposal: &Proposal, cx: &Context<'_>) -> String {
    let words = cx.words;
    let platform = told.platform().name();
    let Share { some, all } = proposal.share;
    let percent = proposal.share.percent().unwrap_or_default().to_string();
    let (some, all) = (some.to_string(), all.to_string());
    match &proposal.convention {
        Convention::OwnDomain => words.propose_own_domain(&all, &percent, platform, &some),
        Convention::Template(template, basis) => {
            let template = template.to_string();
            match basis {
                Basis::Declared => {
                    words.propose_declared(&all, &percent, platform, &some, &template)
                }
                Basis::Platform => {
                    words.propose_followed(&all, &percent, platform, &some, &template)
                }
                Basis::Elsewhere => words.propose_elsewhere(&all, &percent, &some, &template),
                Basis::Name => words.propose_plain_name.to_owned(),
            }
        }
    }
}

/// Why a name can't be had.
fn reason(told: &Told<'_>, refused: &Refused, cx: &Context<'_>) -> String {
    let (words, platform) = (cx.words, told.platform().name());
    let organisation = |it| told.directory.organisation(it).name.as_str();
    match refused.reason {
        Refusal::Long(count) => {
            let limit = told.proposals.limit.unwrap_or_default().to_string();
            words.propose_long(&count.to_string(), &limit, platform)
        }
        Refusal::Invalid => words.propose_invalid(platform),
        Refusal::Taken(account) => words.propose_taken(&named(told, account).1),
        Refusal::Former(former) => words.propose_former(organisation(former)),
        Refusal::Foreign(foreign) => {
            words.propose_taken(&told.directory.foreign_organisation(foreign).name)
        }
    }
}

/// An account as it is written, and whose it is.
fn named(told: &Told<'_>, index: AccountIndex) -> (String, String) {
    let account = told.directory.account(index);
    let owner = told.directory.organisation(account.organisation).name.clone();
    (account.written(told.platform()), owner)
}

fn add_rename(facts: &mut FactTable, told: &Told<'_>, rename: &Rename, cx: &Context<'_>) {
    let words = cx.words;
    let account = told.directory.account(rename.account);
    facts.heading(&words.propose_rename(&account.written(told.platform())));
    let is_seen = account.badge.as_ref().is_some_and(|it| it.kind.is_some());
    let badge = render::badge(told.directory, rename.account, cx);
    let badge = if is_seen { words.propose_badge(&badge) } else { badge };
    facts.add(words.propose_badge_label, &badge);
    let named_by = match rename.named_by {
        1 => words.propose_page.to_owned(),
        count => words.propose_pages(&count.to_string()),
    };
    facts.add(words.propose_named_by, &named_by);
    facts.add(words.propose_old_name, words.propose_keep);
    for language in [Language::Nl, Language::En] {
        let notice = told.notice(rename.account, language.words());
        facts.add_some(&words.propose_notice_label(language.id()), notice.as_deref());
    }
}

/// The name that is proposed first and that the body does not have yet.
pub(super) fn new_name<'a>(told: &'a Told<'_>) -> Option<&'a AccountName> {
    told.proposals.proposals.iter().find(|it| it.own.is_none()).map(|it| &it.name)
}
