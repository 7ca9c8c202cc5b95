//! All platforms, for people.

use super::{NOTHING, Told};
use crate::audit::share::Share;
use crate::cli::Context;
use crate::cli::columns::Columns;
use crate::cli::error::Result;
use crate::cli::presence::{heads_of_organisations, organisations};
use crate::cli::style::{Styles, plain};
use crate::directory::{Inventory, Policy};
use crate::messages::labels;
use crate::messages::numbers::grouped;
use crate::platform_overview::{InventoryComparison, Jurisdiction, Portion};
use crate::report::markdown::inline;
use crate::report::platforms::{bound, jurisdiction};
use crate::text::width::width;

/// So many cells wide is a bar of all.
const BAR: usize = 20;

/// More organisations that a policy binds are counted and not named.
const FEW: usize = 2;

impl Told<'_> {
    pub(super) fn write_text(&self, cx: &mut Context<'_>) -> Result<()> {
        let (words, styles) = (cx.words, Styles::new(cx.styled));
        let heading = |text: &str| styles.bold(text);
        writeln!(cx.out, "{}", heading(&words.platforms_title(&cx.today.to_string())))?;
        writeln!(cx.out, "  {}\n", self.looked_at(cx))?;
        writeln!(cx.out, "{}", heading(words.platforms_whose))?;
        self.whose(cx).write(styles, cx.out)?;
        writeln!(cx.out, "\n{}", heading(words.platforms_who))?;
        self.who(cx).write(styles, cx.out)?;
        writeln!(cx.out, "\n{}", heading(words.platforms_by_owner))?;
        write_bars(&self.overview.owners, Clone::clone, cx)?;
        writeln!(cx.out, "\n{}", heading(words.platforms_by_country))?;
        let name = |it: &Jurisdiction| jurisdiction(words, *it).to_owned();
        write_bars(&self.overview.jurisdictions, name, cx)?;
        writeln!(cx.out, "  {}", styles.dim(words.platforms_percents))?;
        let policies: Vec<String> =
            self.policies().map(|it| self.policy_in_short(it, cx)).collect();
        if !policies.is_empty() {
            writeln!(cx.out, "\n{}", heading(words.platforms_policies))?;
        }
        for text in policies {
            writeln!(cx.out, "  {}", plain(&text))?;
        }
        for (comparison, inventory) in self.inventories() {
            writeln!(cx.out, "\n{}", heading(&inventory.title))?;
            writeln!(cx.out, "  {}", plain(&inventory_source(inventory, cx)))?;
            self.compared(comparison, inventory, cx).write(styles, cx.out)?;
            writeln!(cx.out, "  {}", styles.dim(words.platforms_not_the_same))?;
        }
        writeln!(cx.out, "\n{}", styles.dim(words.presence_rule))?;
        Ok(())
    }

    pub(super) fn write_markdown(&self, cx: &mut Context<'_>) -> Result<()> {
        let words = cx.words;
        writeln!(cx.out, "# {}\n", inline(&words.platforms_title(&cx.today.to_string())))?;
        writeln!(cx.out, "{}\n", inline(&self.looked_at(cx)))?;
        writeln!(cx.out, "## {}\n", words.platforms_whose)?;
        self.whose(cx).write_markdown(cx.out)?;
        writeln!(cx.out, "\n## {}\n", words.platforms_who)?;
        self.who(cx).write_markdown(cx.out)?;
        if self.only.is_none() {
            writeln!(cx.out, "\n## {}\n", words.platforms_by_owner)?;
            portions(&self.overview.owners, Clone::clone, words.list_owner, cx)
                .write_markdown(cx.out)?;
            writeln!(cx.out, "\n## {}\n", words.platforms_by_country)?;
            let name = |it: &Jurisdiction| jurisdiction(words, *it).to_owned();
            portions(&self.overview.jurisdictions, name, words.list_country, cx)
                .write_markdown(cx.out)?;
            writeln!(cx.out, "\n{}", words.platforms_percents)?;
        }
        let policies: Vec<String> =
            self.policies().map(|it| self.policy_in_short(it, cx)).collect();
        if !policies.is_empty() {
            writeln!(cx.out, "\n## {}\n", words.platforms_policies)?;
        }
        for text in policies {
            writeln!(cx.out, "- {}", inline(&text))?;
        }
        for (comparison, inventory) in self.inventories() {
            writeln!(cx.out, "\n## {}\n", inline(&inventory.title))?;
            writeln!(cx.out, "{}\n", inline(&inventory_source(inventory, cx)))?;
            self.compared(comparison, inventory, cx).write_markdown(cx.out)?;
            writeln!(cx.out, "\n{}", words.platforms_not_the_same)?;
        }
        writeln!(cx.out, "\n{}", words.presence_rule)?;
        Ok(())
    }

    fn looked_at(&self, cx: &Context<'_>) -> String {
        let all = &self.overview.all;
        let known = grouped(cx.words, all.organisations.in_use());
        cx.words.platforms_looked_at(&known, &grouped(cx.words, all.looked_at()))
    }

    /// Whose each platform is, and whether it can be read.
    fn whose(&self, cx: &Context<'_>) -> Columns {
        let words = cx.words;
        let heads = [
            words.list_platform,
            words.list_owner,
            words.list_country,
            words.list_login,
            words.list_seen,
        ];
        let mut columns = Columns::new(&heads, heads.len());
        for facts in self.platforms() {
            let rules = &self.platform(facts).rules;
            let seen = rules.reading.seen.map(|date| date.to_string());
            columns.add(&[
                &rules.name,
                &rules.owner,
                rules.country.as_deref().unwrap_or(NOTHING),
                labels::login(words, rules.reading.login),
                seen.as_deref().unwrap_or(NOTHING),
            ]);
        }
        columns
    }

    /// Who is known to be on each platform.
    fn who(&self, cx: &Context<'_>) -> Columns {
        let words = cx.words;
        let [confirmed, aged, reported, in_use, retired, unknown] = heads_of_organisations(cx);
        let of_accounts = words.presence_accounts;
        let heads =
            [words.list_platform, confirmed, aged, reported, in_use, retired, unknown, of_accounts];
        let mut columns = Columns::new(&heads, 1);
        for facts in self.platforms() {
            let mut numbers = organisations(&facts.presence, cx);
            numbers.push(grouped(words, facts.presence.accounts.in_use()));
            columns.add_numbers(self.platform(facts).name(), &numbers);
        }
        columns
    }

    /// A policy in a line, with where it can be read.
    fn policy_in_short(&self, policy: &Policy, cx: &Context<'_>) -> String {
        let about = self.names(&policy.platforms);
        let about = if about.is_empty() { cx.words.platforms_any.to_owned() } else { about };
        let from = policy.from.to_string();
        let binds = bound(cx.words, self.directory, policy, Some(FEW));
        let text = cx.words.platforms_policy(&binds, &from, &policy.issuer, &about, &policy.rule);
        format!("{text} {}", policy.url)
    }

    /// The published counts that have a platform to tell of.
    pub(super) fn inventories(&self) -> impl Iterator<Item = (&InventoryComparison, &Inventory)> {
        self.overview.inventories.iter().filter_map(|comparison| {
            let has_it =
                comparison.rows.iter().any(|row| self.only.is_none_or(|only| row.platform == only));
            let inventory = self.directory.inventories.get(comparison.inventory)?;
            has_it.then_some((comparison, inventory))
        })
    }

    /// A published count beside what is known here.
    pub(super) fn compared(
        &self,
        comparison: &InventoryComparison,
        inventory: &Inventory,
        cx: &Context<'_>,
    ) -> Columns {
        let words = cx.words;
        let answered = inventory.organisations.to_string();
        let looked_at = grouped(words, self.overview.all.looked_at());
        let published = words.platforms_published(&answered);
        let known = words.platforms_known_here(&looked_at);
        let mut columns = Columns::new(&[words.list_platform, &published, &known], 1);
        let is_asked = |platform| self.only.is_none_or(|only| platform == only);
        for row in comparison.rows.iter().filter(|row| is_asked(row.platform)) {
            let name = self.directory.platform(row.platform).name();
            let numbers = [grouped(words, row.published), grouped(words, row.known)];
            columns.add_numbers(name, &numbers);
        }
        columns
    }
}

/// Where and when a count was published, and what a reader must know of it.
pub(super) fn inventory_source(inventory: &Inventory, cx: &Context<'_>) -> String {
    let seen = inventory.seen.to_string();
    let source = cx.words.platforms_source(&inventory.url, &seen);
    match &inventory.note {
        Some(note) => format!("{source} {note}"),
        None => source,
    }
}

/// Portions with a bar for each.
fn write_bars<T>(
    all: &[Portion<T>],
    name: impl Fn(&T) -> String,
    cx: &mut Context<'_>,
) -> Result<()> {
    let names: Vec<String> = all.iter().map(|it| plain(&name(&it.of))).collect();
    let widest = names.iter().map(|name| width(name)).max().unwrap_or_default();
    let total: usize = all.iter().map(|it| it.presence.accounts.in_use()).sum();
    for (name, it) in names.iter().zip(all) {
        let accounts = it.presence.accounts.in_use();
        let bar = "#".repeat(Share { some: accounts, all: total }.of_parts(BAR));
        let room = " ".repeat(widest - width(name));
        let percent = percent(it.percent_of_accounts, accounts);
        let organisations = grouped(cx.words, it.presence.organisations.in_use());
        let text = cx.words.platforms_portion(&grouped(cx.words, accounts), &organisations);
        writeln!(cx.out, "  {name}{room}  {bar:BAR$}  {percent:>4}  {text}")?;
    }
    Ok(())
}

/// A percentage; what there is of something is never nothing.
fn percent(percent: usize, count: usize) -> String {
    if percent == 0 && count > 0 { "<1%".to_owned() } else { format!("{percent}%") }
}

/// Portions as a table.
fn portions<T>(
    all: &[Portion<T>],
    name: impl Fn(&T) -> String,
    head: &str,
    cx: &Context<'_>,
) -> Columns {
    let words = cx.words;
    let heads = [head, "%", words.presence_accounts, words.presence_organisations];
    let mut columns = Columns::new(&heads, 1);
    for it in all {
        let numbers = [
            percent(it.percent_of_accounts, it.presence.accounts.in_use()),
            grouped(words, it.presence.accounts.in_use()),
            grouped(words, it.presence.organisations.in_use()),
        ];
        columns.add_numbers(&name(&it.of), &numbers);
    }
    columns
}
