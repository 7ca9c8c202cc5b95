//! The numbers, for programs.

use serde::Serialize;

use super::Told;
use crate::cli::Context;
use crate::cli::presence::{JsonPresence, JsonTally};
use crate::directory::OrganisationIndex;

impl Told<'_> {
    pub(super) fn json(&self, cx: &Context<'_>) -> Json<'_> {
        let id = |index: &OrganisationIndex| self.directory.organisation(*index).id.as_str();
        let lines = self.lines().into_iter().map(|it| JsonLine {
            dimension: it.of.dimension().id(),
            id: it.of.id().to_owned(),
            name: self.name(&it.of, cx),
            known: (&it.now).into(),
            before: it.before.as_ref().map(JsonPresence::from),
        });
        let evidence = self.ages().into_iter().map(|it| JsonAge {
            seen: it.name(),
            accounts: it.now.into(),
            before: it.before.map(JsonTally::from),
        });
        let without = self.stats.without_account.iter().map(|it| JsonWithoutAccount {
            kind: it.kind.id(),
            looked_at: it.of,
            organisations: it.organisations.iter().map(id).collect(),
        });
        Json {
            today: cx.today.to_string(),
            edition: self.directory.header.edition.to_string(),
            against: self.before.map(|it| it.edition.to_string()),
            lines: lines.collect(),
            evidence: evidence.collect(),
            without_account: without.collect(),
            unnamed: self.stats.unnamed.iter().map(id).collect(),
        }
    }
}

#[derive(Serialize)]
pub(super) struct Json<'j> {
    today: String,
    edition: String,
    against: Option<String>,
    lines: Vec<JsonLine>,
    evidence: Vec<JsonAge>,
    without_account: Vec<JsonWithoutAccount<'j>>,
    unnamed: Vec<&'j str>,
}

#[derive(Serialize)]
struct JsonLine {
    dimension: &'static str,
    id: String,
    name: String,
    known: JsonPresence,
    #[serde(skip_serializing_if = "Option::is_none")]
    before: Option<JsonPresence>,
}

#[derive(Serialize)]
struct JsonAge {
    seen: String,
    accounts: JsonTally,
    #[serde(skip_serializing_if = "Option::is_none")]
    before: Option<JsonTally>,
}

#[derive(Serialize)]
struct JsonWithoutAccount<'j> {
    kind: &'static str,
    looked_at: usize,
    organisations: Vec<&'j str>,
}
