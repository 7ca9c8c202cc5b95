//! Which organisation is meant by a name: one, or a question which.

use std::io;

use super::style::plain;
use super::{Context, load};
use crate::directory::{Directory, OrganisationIndex};
use crate::messages::question::{self, has_places};
use crate::search::{Field, Hit, Index, Tier};
use crate::text::fold::fold;
use crate::words::Words;

/// The organisation by its id or an official one, or as the best hit that is no guess. Where that is nobody, or
/// others are met as well, that is told and none is taken: what is said of one would be believed of another.
///
/// # Errors
///
/// Where the error output can't be written.
pub(super) fn organisation(
    directory: &Directory,
    asked: &str,
    cx: &mut Context<'_>,
) -> io::Result<Option<OrganisationIndex>> {
    if let Some(found) = by_id(directory, asked) {
        return Ok(Some(found));
    }
    let index = Index::new(directory);
    let hits = index.search(directory, asked, 2).hits;
    let best = hits.first().filter(|hit| is_sure(hit, asked));
    let told = match (best, hits.get(1)) {
        (Some(best), _) if is_called(directory, best, asked) => {
            return Ok(Some(best.organisation));
        }
        (best, other) => {
            let understood = index.understand(directory, asked);
            let of_kind = question::which_of_kind(cx.words, directory, &index, &understood);
            match (of_kind.map(|it| plain(&it)), best, other) {
                (Some(told), ..) => told,
                (None, None, _) => load::nothing_found(cx.words, directory, asked),
                (None, Some(best), Some(other)) if is_as_good(directory, asked, best, other) => {
                    which(directory, best, other, cx.words)
                }
                (None, Some(best), _) => return Ok(Some(best.organisation)),
            }
        }
    };
    writeln!(cx.err, "{told}")?;
    Ok(None)
}

/// The same without asking: the best hit, whoever else is met.
pub(super) fn best(directory: &Directory, asked: &str) -> Option<OrganisationIndex> {
    let by_search = || {
        let hits = Index::new(directory).search(directory, asked, 1).hits;
        hits.first().filter(|hit| is_sure(hit, asked)).map(|hit| hit.organisation)
    };
    by_id(directory, asked).or_else(by_search)
}

fn by_id(directory: &Directory, asked: &str) -> Option<OrganisationIndex> {
    let by_official_id = || directory.organisation_by_official_id(asked);
    directory.organisation_by_id(asked).or_else(by_official_id)
}

fn is_sure(hit: &Hit, asked: &str) -> bool {
    !hit.guess && !asked.trim().is_empty()
}

/// Whether the second hit was met in the same way as the first, and the query is not the name of the first.
pub(super) fn is_as_good(directory: &Directory, query: &str, best: &Hit, other: &Hit) -> bool {
    // A province names no body in it, and a name that only resembles a handle is not that handle.
    let is_open = matches!(best.tier, Tier::Prefix | Tier::Words | Tier::Substring)
        || best.field == Field::Province
        || best.field == Field::Handle && !is_handle(directory, best, query)
        // Several places were named, or several have the name that was.
        || best.tier == Tier::Meant && is_of_place(best.field);
    let kind = |hit: &Hit| directory.organisation(hit.organisation).kind;
    let is_same =
        best.field == other.field || (is_of_place(best.field) && is_of_place(other.field));
    // A topic is handled by one body of a kind at each place.
    let is_one_of_two =
        best.tier == Tier::Meant && best.field == Field::Topic && kind(best) == kind(other);
    let is_open = is_open || (is_one_of_two && has_places(kind(best)));
    let is_alike = best.tier == other.tier && is_same && !other.guess;
    is_open && is_alike && !is_called(directory, best, query)
}

fn is_of_place(field: Field) -> bool {
    matches!(field, Field::Name | Field::Place)
}

/// Whether a query is the handle of the account that was met.
fn is_handle(directory: &Directory, hit: &Hit, query: &str) -> bool {
    let typed = query.trim().trim_start_matches('@');
    let handle = hit.account.and_then(|it| directory.account(it).handle.as_ref());
    handle.is_some_and(|handle| handle.text().eq_ignore_ascii_case(typed))
}

/// Whether a query is the name of a hit.
pub(super) fn is_called(directory: &Directory, hit: &Hit, query: &str) -> bool {
    let it = directory.organisation(hit.organisation);
    it.names().any(|name| fold(name) == fold(query.trim()))
}

/// The question which of two is meant.
pub(super) fn which(directory: &Directory, best: &Hit, other: &Hit, words: &Words) -> String {
    let name = |hit: &Hit| plain(&directory.organisation(hit.organisation).name);
    words.cli_which_of(&name(best), &name(other))
}
