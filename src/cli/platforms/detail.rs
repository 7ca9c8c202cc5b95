//! One platform, for people.

use super::text::inventory_source;
use super::{NOTHING, Told};
use crate::cli::Context;
use crate::cli::error::Result;
use crate::cli::fact_table::FactTable;
use crate::cli::presence::{heads_of_organisations, organisations};
use crate::cli::style::{Styles, plain};
use crate::directory::{Date, Policy};
use crate::messages::labels;
use crate::messages::numbers::grouped;
use crate::platform_overview::{InTime, PlatformFacts};
use crate::report::platforms::{bound, jurisdiction};

impl Told<'_> {
    pub(super) fn write_detail(&self, facts: &PlatformFacts, cx: &mut Context<'_>) -> Result<()> {
        let (words, styles) = (cx.words, Styles::new(cx.styled));
        let rules = &self.platform(facts).rules;
        let mut table = FactTable::new(styles);
        table.heading(&rules.name);
        table.add(words.list_owner, &rules.owner);
        let code = rules.country.as_deref().unwrap_or(NOTHING);
        let place = format!("{code} ({})", jurisdiction(words, facts.jurisdiction));
        table.add(words.list_country, &place);
        table.add(words.list_login, labels::login(words, rules.reading.login));
        if let (Some(url), Some(seen)) = (&rules.reading.url, rules.reading.seen) {
            table.add(words.cli_source, &words.platforms_source(url, &seen.to_string()));
        }
        table.add_some(words.platforms_note, rules.note.as_deref());
        table.heading(words.platforms_who);
        let numbers = organisations(&facts.presence, cx);
        for (head, number) in heads_of_organisations(cx).iter().zip(&numbers) {
            table.add(head, number);
        }
        table.heading(words.presence_accounts);
        let it = facts.presence.accounts;
        for (label, count) in [
            (words.trust_confirmed, it.confirmed),
            (words.trust_aged, it.aged),
            (words.trust_reported, it.reported),
            (words.presence_in_use, it.in_use()),
            (words.presence_retired, it.retired),
        ] {
            table.add(label, &grouped(words, count));
        }
        self.add_badges(&mut table, facts, cx);
        self.add_policies(&mut table, facts, cx);
        table.write(cx.out)?;
        for (comparison, inventory) in self.inventories() {
            writeln!(cx.out, "\n{}", styles.bold(&inventory.title))?;
            writeln!(cx.out, "  {}", plain(&inventory_source(inventory, cx)))?;
            self.compared(comparison, inventory, cx).write(styles, cx.out)?;
            writeln!(cx.out, "  {}", styles.dim(words.platforms_not_the_same))?;
        }
        writeln!(cx.out, "\n{}", styles.dim(words.presence_rule))?;
        Ok(())
    }

    fn add_badges(&self, table: &mut FactTable, facts: &PlatformFacts, cx: &Context<'_>) {
        for (time, head) in [
            (InTime::Now, cx.words.platforms_badges_now),
            (InTime::Past, cx.words.platforms_badges_past),
            (InTime::Ahead, cx.words.platforms_badges_ahead),
        ] {
            let its = facts.badges.iter().filter(|(_, own)| *own == time);
            let mut its = its.filter_map(|(at, _)| self.directory.badges.get(*at)).peekable();
            if its.peek().is_some() {
                table.heading(head);
            }
            for badge in its {
                let gained = labels::gained(cx.words, badge.gained);
                let span = span(badge.from, badge.until);
                let text = [span.as_str(), gained, &badge.meaning];
                let text: Vec<&str> = text.into_iter().filter(|it| !it.is_empty()).collect();
                table.add(&badge.name, &text.join("; "));
            }
        }
    }

    fn add_policies(&self, table: &mut FactTable, facts: &PlatformFacts, cx: &Context<'_>) {
        let words = cx.words;
        for (time, head) in [
            (InTime::Now, words.platforms_policies),
            (InTime::Past, words.platforms_policies_past),
            (InTime::Ahead, words.platforms_policies_ahead),
        ] {
            let its = facts.policies.iter().filter(|(_, own)| *own == time);
            let its = its.filter_map(|(at, _)| self.directory.policies.get(*at));
            for (at, policy) in its.enumerate() {
                if at == 0 {
                    table.heading(head);
                }
                self.add_policy(table, policy, cx);
            }
        }
    }

    fn add_policy(&self, table: &mut FactTable, policy: &Policy, cx: &Context<'_>) {
        let words = cx.words;
        table.sentence(&policy.rule);
        table.add(words.platforms_binds, &bound(cx.words, self.directory, policy, None));
        table.add(words.platforms_issuer, &policy.issuer);
        table.add(words.platforms_holds, &span(Some(policy.from), policy.until));
        let source = words.platforms_source(&policy.url, &policy.seen.to_string());
        table.add(words.cli_source, &source);
        table.add_some(words.platforms_note, policy.note.as_deref());
    }
}

/// From when to when, as far as is known; nothing where neither is.
fn span(from: Option<Date>, until: Option<Date>) -> String {
    let of = |date: Option<Date>| date.map_or_else(|| "…".to_owned(), |date| date.to_string());
    if from.is_none() && until.is_none() {
        return String::new();
    }
    format!("{} – {}", of(from), of(until))
}
