//! How one organisation meets a query: the tier, what it costs within the tier, and the text.

use crate::directory::{AccountIndex, Directory, Kind};
use crate::search::answer::{Field, Tier};
use crate::search::index::entries::{Entries, Entry};
use crate::search::plan::Plan;
use crate::search::query::{Place, Query, Word};
use crate::search::rank::costs::{
    MISSING_FAMILY_WORD, field_cost, goes_by_bare_name, place_cost, synonym_cost, word_match_cost,
};
use crate::search::rank::weight::Weight;

/// How an organisation meets a query.
#[derive(Debug, Clone, Copy)]
pub(in crate::search) struct Match<'e> {
    /// Whether that is only a guess at what was meant.
    pub(in crate::search) is_guess: bool,
    pub(in crate::search) tier: Tier,
    /// Within the tier, lower is better.
    pub(in crate::search) cost: u32,
    /// Whether it does so by an account that only others say is the organisation's.
    pub(in crate::search) is_unofficial: bool,
    /// The text that tells most about why.
    pub(in crate::search) entry: &'e Entry,
}

impl Match<'_> {
    /// What decides between two ways to meet it.
    pub(in crate::search) fn order(&self) -> (bool, Tier, u32, bool) {
        (self.is_guess, self.tier, self.cost, self.is_unofficial)
    }

    /// What it weighs among all.
    pub(in crate::search) fn weight(&self) -> Weight {
        Weight::new(self.tier, self.cost, self.is_unofficial, self.is_guess)
    }
}

/// The best strict match of one organisation, in whichever words the query is put.
pub(in crate::search) fn best_match<'e>(
    entries: &'e Entries,
    plan: &Plan<'_>,
    kind: Kind,
) -> Option<Match<'e>> {
    plan.queries
        .iter()
        .filter_map(|query| {
            let matched = match_wording(entries, plan, query, kind)?;
            Some(Match { cost: matched.cost + synonym_cost(query), ..matched })
        })
        .min_by_key(Match::order)
}

/// The best strict match of one organisation with one wording of the query.
fn match_wording<'e>(
    entries: &'e Entries,
    plan: &Plan<'_>,
    query: &Query,
    kind: Kind,
) -> Option<Match<'e>> {
    let words = || match_words(entries, plan, query);
    // Where words must stand in certain places, all of them must.
    let placed = if query.is_placed() { Some(words()?) } else { None };
    let whole = entries
        .all
        .iter()
        .filter_map(|entry| match_whole(entries, plan, query, entry, kind))
        .min_by_key(Match::order);
    if let Some(matched) = whole
        && matched.tier < Tier::Substring
    {
        let is_named = matched.tier == Tier::ExactHandle && !query.is_handle;
        let entry =
            is_named.then(|| own_name_of(entries, query)).flatten().unwrap_or(matched.entry);
        return Some(Match { entry, ..matched });
    }
    placed.or_else(words).or(whole)
}

/// A name of the organisation itself that is the query: who types `knmi` means KNMI, and not just
/// its account of that name.
fn own_name_of<'e>(entries: &'e Entries, query: &Query) -> Option<&'e Entry> {
    entries.all.iter().find(|entry| {
        matches!(entry.field, Field::Name | Field::Abbreviation | Field::Alias)
            && entries.is_whole(entry, &query.letters)
    })
}

/// How the query as a whole meets one text.
fn match_whole<'e>(
    entries: &Entries,
    plan: &Plan<'_>,
    query: &Query,
    entry: &'e Entry,
    kind: Kind,
) -> Option<Match<'e>> {
    let as_match = |(tier, cost)| {
        let is_guess = plan.is_guess(tier);
        Match { is_guess, tier, cost, is_unofficial: entry.is_unofficial, entry }
    };
    let letters = entries.letters(entry);
    let starts = [(letters, false), (entries.bare_name(entry), true)];
    let beginnings = starts.into_iter().take(if entry.bare_start == 0 { 1 } else { 2 });
    let is_met = |rest: &str| {
        rest.starts_with(&query.letters)
            && (!entry.is_opaque_id || rest.len() == query.letters.len())
    };
    let beginnings = beginnings.filter(|(rest, _)| is_met(rest));
    let beginnings = beginnings
        .filter_map(|(rest, is_behind)| {
            let is_whole = rest.len() == query.letters.len();
            let start = letters.len() - rest.len();
            if !is_whole && !query.breaks_as(entries.word_length(entry, start)) {
                return None;
            }
            let lacks_family_word = is_behind && !goes_by_bare_name(kind);
            let is_municipal_place = kind == Kind::Municipality;
            match_start(
                query,
                entry.field,
                Beginning { is_whole, lacks_family_word, is_municipal_place },
            )
        })
        .min();
    if let Some(best) = beginnings {
        let is_handle = entry.field == Field::Handle && letters == query.letters;
        // `gemeentebergen` and `gemeente_bergen` are two accounts: the platform decides.
        let is_exact = is_handle
            && !query.is_kind
            && is_exact(plan.directory, AccountIndex(entry.item), &query.typed);
        return Some(as_match(if is_exact { (Tier::ExactHandle, 0) } else { best }));
    }
    let is_called = matches!(entry.field, Field::Handle | Field::FormerHandle);
    if !query.is_typed() && is_called {
        return None;
    }
    let inside = query.is_looked_for_inside()
        && !entry.is_opaque_id
        && entries.holds_in_a_word(entry, &query.letters);
    let is_words = is_called && !query.is_one_word();
    (inside && !is_words).then(|| as_match((Tier::Substring, field_cost(entry.field))))
}

/// Where a query stands at the beginning of a text, or of what follows its family word.
#[derive(Debug, Clone, Copy)]
pub(in crate::search) struct Beginning {
    /// Whether nothing follows.
    pub(in crate::search) is_whole: bool,
    /// Whether a family word stands before it that the organisation hardly goes without.
    pub(in crate::search) lacks_family_word: bool,
    /// Whether a place is one of a municipality.
    pub(in crate::search) is_municipal_place: bool,
}

/// How a query that begins a text meets it, handles that are the query not yet told from those that
/// only look so.
pub(in crate::search) fn match_start(
    query: &Query,
    field: Field,
    start: Beginning,
) -> Option<(Tier, u32)> {
    let cost = field_cost(field);
    match field {
        // An account bears the name that it bears: other words for it are another name.
        Field::Handle | Field::FormerHandle if !query.is_typed() => None,
        Field::Handle | Field::FormerHandle if start.is_whole && query.is_kind => {
            Some((Tier::Words, place_cost(field)))
        }
        Field::Handle | Field::FormerHandle if start.is_whole => Some((Tier::ExactName, cost)),
        Field::Handle if query.is_handle => Some((Tier::Prefix, 0)),
        // Several words that happen to begin a handle are words all the same: `gem ams`.
        Field::Handle if !query.is_one_word() => None,
        Field::Abbreviation if start.is_whole => Some((Tier::ExactAbbreviation, 0)),
        Field::Name | Field::Alias | Field::Service | Field::FormerName if start.is_whole => Some(
            (Tier::ExactName, cost + if start.lacks_family_word { MISSING_FAMILY_WORD } else { 0 }),
        ),
        Field::Place if start.is_whole && start.is_municipal_place => Some((Tier::ExactName, cost)),
        Field::Name | Field::Alias | Field::Service | Field::Abbreviation | Field::Handle => {
            Some((Tier::Prefix, cost))
        }
        _ => None,
    }
}

/// Whether what was typed is the name of an account as its platform compares names.
pub(in crate::search) fn is_exact(
    directory: &Directory,
    account: AccountIndex,
    typed: &str,
) -> bool {
    let account = directory.account(account);
    if account.name().eq_ignore_ascii_case(typed) {
        return true;
    }
    // Only telephone numbers are typed with spaces, and costliest what is wrong with other names that
    // have them takes long.
    if typed.contains(char::is_whitespace) && typed.contains(char::is_alphabetic) {
        return false;
    }
    let parsed = directory.platform(account.platform).parse_name(typed);
    parsed.is_ok_and(|name| account.handle.as_ref() == Some(&name))
}

/// How every word of the query begins a word of some field, with the text that tells most about
/// why: the one behind the costliest word.
fn match_words<'e>(entries: &'e Entries, plan: &Plan<'_>, query: &Query) -> Option<Match<'e>> {
    all_words(query, |word| {
        entries
            .all
            .iter()
            .filter_map(|entry| Some((word_cost(entries, word, entry)?, entry)))
            .min_by_key(|(cost, entry)| (*cost, entry.is_unofficial))
    })
    .map(|(cost, is_unofficial, entry)| {
        let is_guess = plan.is_guess(Tier::Words);
        Match { is_guess, tier: Tier::Words, cost, is_unofficial, entry }
    })
}

/// The sum of what the words of a query cost, whether any was met by an unofficial account, and the text behind
/// the costliest; `None` where a word was not met.
pub(in crate::search) fn all_words<'e>(
    query: &Query,
    cost_of: impl Fn(&Word) -> Option<(u32, &'e Entry)>,
) -> Option<(u32, bool, &'e Entry)> {
    let (mut total, mut is_unofficial) = (0, false);
    let mut costliest: Option<(u32, &Entry)> = None;
    for word in &query.words {
        let (cost, entry) = cost_of(word)?;
        total += cost;
        is_unofficial |= entry.is_unofficial;
        if costliest.is_none_or(|(known, _)| cost > known) {
            costliest = Some((cost, entry));
        }
    }
    costliest.map(|(_, entry)| (total, is_unofficial, entry))
}

/// Whether an organisation is one that the query wants left out.
pub(in crate::search) fn is_excluded(entries: &Entries, query: &Query) -> bool {
    query.without.iter().any(|word| {
        entries.all.iter().any(|entry| {
            // A purpose or a display name tells of one account, not what the organisation is.
            !matches!(entry.field, Field::DisplayName | Field::Purpose)
                && word_cost(entries, word, entry).is_some()
        })
    })
}

fn word_cost(entries: &Entries, word: &Word, entry: &Entry) -> Option<u32> {
    let letters = entries.letters(entry);
    let at_place = match word.place {
        Place::Word => return word_prefix_cost(entries, word, entry),
        Place::Inside => letters.contains(&word.letters),
        Place::First => entries.begins(entry, &word.letters),
        Place::Last => letters.ends_with(&word.letters),
        Place::Whole => entries.is_whole(entry, &word.letters),
    };
    at_place.then(|| place_cost(entry.field))
}

fn word_prefix_cost(entries: &Entries, word: &Word, entry: &Entry) -> Option<u32> {
    let letters = entries.letters(entry);
    let starts = entries.word_starts(entry);
    let ends = starts.iter().skip(1).map(|&end| end as usize).chain([letters.len()]);
    starts
        .iter()
        .zip(ends)
        .filter_map(|(&start, end)| {
            let rest = letters.get(start as usize..)?;
            let first_word = end - start as usize;
            let ends = [first_word, rest.len()].contains(&word.letters.len());
            let is_met = rest.starts_with(&word.letters) && (ends || !entry.is_opaque_id);
            is_met.then(|| word_match_cost(entry.field, ends))
        })
        .min()
}
