//! Rules on platforms: `[[policy]]` tables.

use std::collections::HashSet;

use super::evidence::Sources;
use super::fields::{Context, Fields, Located, Sentence};
use super::head::known_platform;
use super::organisations::{is_slug, value};
use super::resolve::Names;
use crate::directory::policy::Policy;
use crate::directory::{Date, Kind};
use crate::platform::{PlatformIndex, Platforms};

/// A `[[policy]]` table, before its source and the organisations that it binds are looked up.
pub(super) struct RawPolicy {
    id: String,
    rule: String,
    platforms: Vec<PlatformIndex>,
    binds: Option<String>,
    kinds: Vec<Kind>,
    organisations: Vec<Located<String>>,
    issuer: String,
    source: Option<Located<String>>,
    url: Option<String>,
    seen: Date,
    from: Date,
    until: Option<Date>,
    note: Option<String>,
}

pub(super) fn read(root: &Fields<'_, '_>, platforms: &Platforms) -> Vec<RawPolicy> {
    let mut ids = HashSet::new();
    let tables = root.tables("policy", Sentence::APolicy);
    tables.into_iter().filter_map(|fields| read_one(fields, platforms, &mut ids)).collect()
}

fn read_one(
    fields: Fields<'_, '_>,
    platforms: &Platforms,
    ids: &mut HashSet<String>,
) -> Option<RawPolicy> {
    let id = fields.required_text("id").filter(|id| is_slug(&fields, id));
    if let Some(id) = id.as_ref().filter(|id| !ids.insert(id.value.clone())) {
        fields.fault(id.at, Sentence::PolicyTwice.of([&id.value]));
    }
    let rule = fields.required_text("rule");
    let about = fields.texts("platforms");
    let about = about.iter().filter_map(|id| known_platform(&fields, id, platforms)).collect();
    let binds = fields.text("binds");
    let kinds = fields.choices("kinds", Kind::ALL, Kind::id);
    let organisations = fields.texts("organisations");
    if ["binds", "kinds", "organisations"].iter().all(|key| fields.is_missing(key)) {
        fields.fault(fields.at, Sentence::PolicyForNobody);
    }
    let issuer = fields.required_text("issuer");
    let source = fields.text("source");
    let url = fields.address("url");
    if fields.is_missing("source") && fields.is_missing("url") {
        fields.fault(fields.at, Sentence::PolicyNowhere);
    }
    let seen = fields.required_web_date("seen");
    let from = fields.required_web_date("from");
    let until = fields.web_date("until");
    if let (Some(from), Some(until)) = (&from, &until)
        && from.value.is_after(until.value)
    {
        fields.fault(until.at, Sentence::UntilBeforeFrom.of([&from.value]));
    }
    let note = value(fields.text("note"));
    fields.finish();
    Some(RawPolicy {
        id: id?.value,
        rule: rule?.value,
        platforms: about,
        binds: value(binds),
        kinds,
        organisations,
        issuer: issuer?.value,
        source,
        url: value(url),
        seen: seen?.value,
        from: from?.value,
        until: until.map(|date| date.value),
        note,
    })
}

/// The policies with their sources and the organisations that they bind; an unknown one is reported.
pub(super) fn policies(
    context: &Context<'_>,
    names: &Names<'_>,
    sources: &Sources<'_>,
    raw: Vec<RawPolicy>,
) -> Vec<Policy> {
    let resolve = |raw: RawPolicy| {
        let find = |id: &Located<String>| names.find(context, "organisations", id);
        let organisations = raw.organisations.iter().filter_map(find).collect();
        let source = match &raw.source {
            None => None,
            Some(id) => Some(sources.find(context, id)?),
        };
        let own_url = raw.url.is_some();
        Some(Policy {
            id: raw.id,
            rule: raw.rule,
            platforms: raw.platforms,
            binds: raw.binds,
            kinds: raw.kinds,
            organisations,
            issuer: raw.issuer,
            source,
            own_url,
            url: raw.url.or_else(|| sources.url_of(source?))?,
            seen: raw.seen,
            from: raw.from,
            until: raw.until,
            note: raw.note,
        })
    };
    raw.into_iter().filter_map(resolve).collect()
}
