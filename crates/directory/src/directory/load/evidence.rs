//! Evidence, of whatever it is said: a list of tables that is never empty.

use std::cmp::Reverse;
use std::collections::{HashMap, HashSet};

use super::fields::{Context, Fields, Located, Sentence, not_one_of};
use crate::compact_sort::CompactSort;
use crate::date::Date;
use crate::directory::evidence::{Evidence, Method, Says, taken_back};
use crate::directory::source::{Source, SourceIndex};

/// One item of `evidence`, before its source is looked up.
pub(super) struct RawEvidence {
    pub(super) at: usize,
    pub(super) method: Method,
    pub(super) source: Option<Located<String>>,
    pub(super) url: Option<String>,
    pub(super) seen: Date,
    pub(super) says: Says,
    pub(super) note: Option<String>,
}

/// Reads the `evidence` of a table, and reports where there is none.
pub(super) fn read(of: &Fields<'_, '_>) -> Vec<RawEvidence> {
    let tables = of.required_tables("evidence", Sentence::Evidence, Sentence::NoEvidence);
    let mut all: Vec<RawEvidence> = tables.into_iter().filter_map(read_one).collect();
    all.shrink_to_fit();
    all
}

fn read_one(fields: Fields<'_, '_>) -> Option<RawEvidence> {
    let method = fields.required_choice("method", &Method::ALL, Method::id);
    let source = fields.text("source");
    let url = fields.address("url").map(|url| url.value);
    if source.is_none() && url.is_none() {
        fields.fault(fields.at, Sentence::EvidenceNowhere);
    }
    let seen = fields.required_web_date("seen");
    let says = fields.choice("says", &Says::ALL, Says::id).unwrap_or(Says::Official);
    if says != Says::Official && method == Some(Method::OwnObservation) {
        fields.fault(fields.place_of("says"), Sentence::ObservedWithdrawal);
    }
    let note = fields.text("note").map(|note| note.value);
    let at = fields.at;
    fields.finish();
    Some(RawEvidence { at, method: method?, source, url, seen: seen?.value, says, note })
}

/// Reports what is written twice.
pub(super) fn no_evidence_twice(context: &Context<'_>, all: &[RawEvidence]) {
    if all.len() < 2 {
        return;
    }
    let mut seen = HashSet::with_capacity(all.len());
    for raw in all {
        let source = raw.source.as_ref().map(|id| &id.value);
        // A badge and a status are two observations, though of one page and day.
        let of = raw.note.as_ref().filter(|_| raw.method == Method::OwnObservation);
        if !seen.insert((raw.method, raw.seen, &raw.url, source, raw.says, of)) {
            context.fault(raw.at, Sentence::EvidenceTwice);
        }
    }
}

/// Reports where nothing says whose it is, or was: own observations don't, nor does what takes away.
pub(super) fn needs_claim(context: &Context<'_>, all: &[RawEvidence]) {
    let is_own = |it: &RawEvidence| it.method == Method::OwnObservation;
    let is_claim = |it: &RawEvidence| !is_own(it) && it.says == Says::Official;
    let Some(first) = all.first().filter(|_| !all.iter().any(is_claim)) else {
        return;
    };
    let is_observed = all.iter().all(is_own);
    let fault = if is_observed { Sentence::OnlyObserved } else { Sentence::OnlyWithdrawn };
    context.fault(first.at, fault);
}

/// The works that evidence may name.
pub(super) struct Sources<'a> {
    all: &'a [Source],
    by_id: HashMap<&'a str, SourceIndex>,
}

impl<'a> Sources<'a> {
    pub(super) fn new(all: &'a [Source]) -> Self {
        let ids = all.iter().map(|source| source.id.as_str());
        Self { all, by_id: ids.zip((0..=u16::MAX).map(SourceIndex)).collect() }
    }

    /// The strongest first, of those the newest: what is shown and opened first. What was taken back comes behind
    /// what stands, and last what took it back.
    pub(super) fn evidence(&self, context: &Context<'_>, raw: Vec<RawEvidence>) -> Vec<Evidence> {
        let resolve = |raw| self.resolve(context, raw);
        let mut all: Vec<Evidence> = raw.into_iter().filter_map(resolve).collect();
        let taken_back = taken_back(&all);
        all.compact_sort_by_key(|e| {
            let is_void = taken_back.is_some_and(|day| e.is_void_by(day));
            (e.is_withdrawal(), is_void, e.method, Reverse(e.seen))
        });
        all.shrink_to_fit();
        all
    }

    fn resolve(&self, context: &Context<'_>, raw: RawEvidence) -> Option<Evidence> {
        let source = match &raw.source {
            None => None,
            Some(id) => Some(self.find(context, id)?),
        };
        let own_url = raw.url.is_some();
        let url = raw.url.or_else(|| self.url_of(source?))?;
        Some(Evidence {
            method: raw.method,
            source,
            own_url,
            url,
            seen: raw.seen,
            says: raw.says,
            note: raw.note,
        })
    }

    /// Where a source is.
    pub(super) fn url_of(&self, source: SourceIndex) -> Option<String> {
        Some(self.all.get(source.position())?.url.clone())
    }

    /// The source with this id; reports where there is none.
    pub(super) fn find(&self, context: &Context<'_>, id: &Located<String>) -> Option<SourceIndex> {
        let found = self.by_id.get(id.value.as_str()).copied();
        if found.is_none() {
            let ids: Vec<&str> = self.all.iter().map(|source| source.id.as_str()).collect();
            context.fault(id.at, not_one_of("source", &id.value, &ids));
        }
        found
    }
}
