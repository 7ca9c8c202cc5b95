//! The platforms, for programs.

use serde::Serialize;

use super::Told;
use crate::cli::presence::JsonPresence;
use crate::directory::{Inventory, Kind, Policy};
use crate::platform::PlatformIndex;
use crate::platform_overview::{InTime, InventoryComparison, PlatformFacts, Portion};

impl Told<'_> {
    pub(super) fn json(&self) -> Json<'_> {
        let overview = self.overview;
        let general = overview.general_policies.iter();
        Json {
            today: overview.today.to_string(),
            all: (&overview.all).into(),
            platforms: self.platforms().map(|it| self.json_platform(it)).collect(),
            owners: overview.owners.iter().map(|it| self.json_portion(&it.of, it)).collect(),
            jurisdictions: overview
                .jurisdictions
                .iter()
                .map(|it| self.json_portion(it.of.id(), it))
                .collect(),
            general_policies: general.filter_map(|at| self.json_policy(*at, InTime::Now)).collect(),
            inventories: self.inventories().map(|(it, of)| self.json_inventory(it, of)).collect(),
        }
    }

    fn id(&self, platform: PlatformIndex) -> &str {
        self.directory.platform(platform).id()
    }

    fn json_platform(&self, facts: &PlatformFacts) -> JsonPlatform<'_> {
        let rules = &self.directory.platform(facts.platform).rules;
        let badge = |(at, time): &(usize, InTime)| {
            let badge = self.directory.badges.get(*at)?;
            Some(JsonBadge {
                id: &badge.id,
                name: &badge.name,
                when: time.id(),
                from: badge.from.map(|date| date.to_string()),
                until: badge.until.map(|date| date.to_string()),
                gained: badge.gained.id(),
                meaning: &badge.meaning,
                url: &badge.url,
                seen: badge.seen.to_string(),
            })
        };
        let policies = facts.policies.iter();
        JsonPlatform {
            id: &rules.id,
            name: &rules.name,
            owner: &rules.owner,
            country: rules.country.as_deref(),
            jurisdiction: facts.jurisdiction.id(),
            login: rules.reading.login.id(),
            login_url: rules.reading.url.as_deref(),
            login_seen: rules.reading.seen.map(|date| date.to_string()),
            known: (&facts.presence).into(),
            badges: facts.badges.iter().filter_map(badge).collect(),
            policies: policies.filter_map(|(at, time)| self.json_policy(*at, *time)).collect(),
        }
    }

    fn json_policy(&self, at: usize, time: InTime) -> Option<JsonPolicy<'_>> {
        let policy: &Policy = self.directory.policies.get(at)?;
        let organisation = |it: &_| self.directory.organisation(*it).id.as_str();
        Some(JsonPolicy {
            id: &policy.id,
            rule: &policy.rule,
            when: time.id(),
            platforms: policy.platforms.iter().map(|it| self.id(*it)).collect(),
            binds: policy.binds.as_deref(),
            kinds: policy.kinds.iter().copied().map(Kind::id).collect(),
            organisations: policy.organisations.iter().map(organisation).collect(),
            issuer: &policy.issuer,
            url: &policy.url,
            seen: policy.seen.to_string(),
            from: policy.from.to_string(),
            until: policy.until.map(|date| date.to_string()),
            note: policy.note.as_deref(),
        })
    }

    fn json_portion<'j, T>(&'j self, of: &'j str, it: &Portion<T>) -> JsonPortion<'j> {
        JsonPortion {
            of,
            platforms: it.platforms.iter().map(|it| self.id(*it)).collect(),
            percent_of_accounts: it.percent_of_accounts,
            known: (&it.presence).into(),
        }
    }

    fn json_inventory<'j>(
        &'j self,
        comparison: &InventoryComparison,
        inventory: &'j Inventory,
    ) -> JsonInventory<'j> {
        let rows = comparison.rows.iter();
        JsonInventory {
            title: &inventory.title,
            organisations: inventory.organisations,
            url: &inventory.url,
            seen: inventory.seen.to_string(),
            note: inventory.note.as_deref(),
            rows: rows
                .map(|row| JsonRow {
                    platform: self.id(row.platform),
                    published: row.published,
                    known: row.known,
                })
                .collect(),
        }
    }
}

#[derive(Serialize)]
pub(super) struct Json<'j> {
    today: String,
    all: JsonPresence,
    platforms: Vec<JsonPlatform<'j>>,
    owners: Vec<JsonPortion<'j>>,
    jurisdictions: Vec<JsonPortion<'j>>,
    general_policies: Vec<JsonPolicy<'j>>,
    inventories: Vec<JsonInventory<'j>>,
}

#[derive(Serialize)]
struct JsonPlatform<'j> {
    id: &'j str,
    name: &'j str,
    owner: &'j str,
    country: Option<&'j str>,
    jurisdiction: &'static str,
    login: &'static str,
    login_url: Option<&'j str>,
    login_seen: Option<String>,
    known: JsonPresence,
    badges: Vec<JsonBadge<'j>>,
    policies: Vec<JsonPolicy<'j>>,
}

#[derive(Serialize)]
struct JsonBadge<'j> {
    id: &'j str,
    name: &'j str,
    when: &'static str,
    from: Option<String>,
    until: Option<String>,
    gained: &'static str,
    meaning: &'j str,
    url: &'j str,
    seen: String,
}

#[derive(Serialize)]
struct JsonPolicy<'j> {
    id: &'j str,
    rule: &'j str,
    when: &'static str,
    platforms: Vec<&'j str>,
    binds: Option<&'j str>,
    kinds: Vec<&'static str>,
    organisations: Vec<&'j str>,
    issuer: &'j str,
    url: &'j str,
    seen: String,
    from: String,
    until: Option<String>,
    note: Option<&'j str>,
}

#[derive(Serialize)]
struct JsonPortion<'j> {
    of: &'j str,
    platforms: Vec<&'j str>,
    percent_of_accounts: usize,
    known: JsonPresence,
}

#[derive(Serialize)]
struct JsonInventory<'j> {
    title: &'j str,
    organisations: u32,
    url: &'j str,
    seen: String,
    note: Option<&'j str>,
    rows: Vec<JsonRow<'j>>,
}

#[derive(Serialize)]
struct JsonRow<'j> {
    platform: &'j str,
    published: usize,
    known: usize,
}
