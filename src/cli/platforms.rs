//! `officieel platforms`: whose platforms are, what holds on them, and who is known to be on them.

mod detail;
mod json;
mod text;

use super::arguments::{NumbersFormat, PlatformsArguments, Shared};
use super::error::Result;
use super::presence::{HEADS, cells};
use super::style::plain;
use super::{Context, ExitStatus, list, load};
use crate::directory::{Directory, Policy};
use crate::json::write as write_json;
use crate::platform::{Platform, PlatformIndex};
use crate::platform_overview::{InTime, PlatformFacts, PlatformOverview};
use crate::report::csv::{guarded, of_system, writer};

pub(super) fn run(
    command: &PlatformsArguments,
    shared: &Shared,
    cx: &mut Context<'_>,
) -> Result<ExitStatus> {
    let directory = load::directory(shared, cx)?;
    let filter = list::filter(&command.filter, &directory, cx)?;
    let only = load::platform_asked(&directory, command.platform.as_deref(), cx)?;
    let overview = PlatformOverview::of(&directory, &filter, cx.today);
    let told = Told { directory: &directory, overview: &overview, only };
    let is_empty = overview.all.looked_at() == 0;
    match command.format {
        NumbersFormat::Text if is_empty => writeln!(cx.err, "{}", cx.words.list_nothing)?,
        NumbersFormat::Text => match only.and_then(|it| overview.platform(it)) {
            Some(facts) => told.write_detail(facts, cx)?,
            None => told.write_text(cx)?,
        },
        NumbersFormat::Csv => told.write_csv(command.delimiter, cx)?,
        NumbersFormat::Json => write_json(cx.out, &told.json())?,
        NumbersFormat::Markdown => told.write_markdown(cx)?,
    }
    Ok(if is_empty { ExitStatus::NotFound } else { ExitStatus::Found })
}

struct Told<'t> {
    directory: &'t Directory,
    overview: &'t PlatformOverview,
    /// The only platform to tell of, where one was asked for.
    only: Option<PlatformIndex>,
}

/// What stands where nothing is known.
const NOTHING: &str = "-";

impl Told<'_> {
    /// The platforms to tell of.
    fn platforms(&self) -> impl Iterator<Item = &PlatformFacts> {
        let is_asked = |it: &&PlatformFacts| self.only.is_none_or(|only| it.platform == only);
        self.overview.platforms.iter().filter(is_asked)
    }

    fn platform(&self, facts: &PlatformFacts) -> &Platform {
        self.directory.platform(facts.platform)
    }

    fn names(&self, platforms: &[PlatformIndex]) -> String {
        let names = platforms.iter().map(|it| self.directory.platform(*it).name());
        names.collect::<Vec<_>>().join(", ")
    }

    /// The policies that hold on the day and are about a platform to tell of, or about none in particular; each
    /// once, in the order of the directory.
    fn policies(&self) -> impl Iterator<Item = &Policy> {
        let holds = |at: usize| {
            let is_it = |(own, time): &(usize, InTime)| (*own, *time) == (at, InTime::Now);
            self.platforms().any(|it| it.policies.iter().any(is_it))
                || self.overview.general_policies.contains(&at)
        };
        let all = self.directory.policies.iter().enumerate();
        all.filter(move |(at, _)| holds(*at)).map(|(_, policy)| policy)
    }

    fn write_csv(&self, delimiter: u8, cx: &mut Context<'_>) -> Result<()> {
        let mut writer = writer(delimiter, &mut *cx.out)?;
        let first = ["id", "name", "owner", "country", "jurisdiction", "login", "login_seen"];
        let last = ["badges_now", "badges_past", "policies_now"];
        writer.write_record(first.iter().chain(&HEADS).chain(&last)).map_err(of_system)?;
        for facts in self.platforms() {
            let rules = &self.platform(facts).rules;
            let seen = rules.reading.seen.map(|date| date.to_string());
            let badges = |time| {
                let its = facts.badges.iter().filter(|(_, own)| *own == time);
                let its = its.filter_map(|(at, _)| self.directory.badges.get(*at));
                its.map(|badge| badge.id.as_str()).collect::<Vec<_>>().join(" ")
            };
            let policies = facts.policies.iter().filter(|(_, own)| *own == InTime::Now);
            let policies = policies.filter_map(|(at, _)| self.directory.policies.get(*at));
            let policies: Vec<&str> = policies.map(|policy| policy.id.as_str()).collect();
            let mut record = vec![
                rules.id.clone(),
                rules.name.clone(),
                rules.owner.clone(),
                rules.country.clone().unwrap_or_default(),
                facts.jurisdiction.id().to_owned(),
                rules.reading.login.id().to_owned(),
                seen.unwrap_or_default(),
            ];
            record.extend(cells(&facts.presence).map(|count| count.to_string()));
            record.extend([badges(InTime::Now), badges(InTime::Past), policies.join(" ")]);
            let record = record.iter().map(|cell| guarded(&plain(cell)));
            writer.write_record(record).map_err(of_system)?;
        }
        writer.flush()?;
        Ok(())
    }
}
