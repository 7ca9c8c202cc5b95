//! Matching and ranking: strict tiers, then guesses where those met nothing.

use super::entries::{Entries, Entry};
use super::query::{Place, Query, Word};
use super::synonyms::variants;
use super::{Field, Hit, Tier, guess};
use crate::directory::{AccountIndex, Directory, Kind, OrganisationIndex};
use crate::platform::{AddressFault, host_of_address};

/// Queries shorter than this, in characters, are never guessed at.
pub(super) const SHORTEST_GUESS: usize = 3;

/// A hit with everything that decides its place.
pub(super) struct Candidate {
    pub(super) tier: Tier,
    /// Within the tier, lower is better.
    cost: u32,
    ended: bool,
    prior: u8,
    /// Whether it is an account that only others say is the organisation's.
    is_hearsay: bool,
    length: usize,
    pub(super) hit: Hit,
}

pub(super) fn search(entries: &Entries, directory: &Directory, text: &str) -> Vec<Hit> {
    let queries = variants(Query::new(text));
    let Some(query) = queries.first() else {
        return Vec::new();
    };
    let asked = addressed(entries, directory, text);
    let mut found: Vec<Candidate> = Vec::new();
    if !query.letters.is_empty() {
        let strict = directory
            .organisation_indexes()
            .filter(|index| asked.as_ref().is_none_or(|hit| hit.organisation != *index))
            .filter_map(|index| strict(entries, directory, &queries, index));
        found.extend(strict);
        let is_met = found.iter().any(|candidate| candidate.tier < Tier::Substring);
        let is_guessable = query.letters.chars().count() >= SHORTEST_GUESS && !query.is_placed();
        if asked.is_none() && !is_met && is_guessable {
            guess::guess(entries, directory, &queries, &mut found);
        }
    } else if text.trim().is_empty() || !query.without.is_empty() {
        return everything(entries, directory, query);
    }
    if !query.without.is_empty() {
        found.retain(|it| !is_excluded(entries, query, it.hit.organisation));
    }
    if query.is_handle || names_an_account(directory, text) {
        // Only that very account is what was asked for, or one whose handle begins so: what merely
        // resembles it must not pass for it.
        for candidate in &mut found {
            let begins_so = query.is_handle
                && candidate.tier == Tier::Prefix
                && candidate.hit.account.is_some();
            candidate.hit.guess |= candidate.tier != Tier::ExactHandle && !begins_so;
        }
    }
    found.sort_unstable_by(|a, b| {
        let id = |it: &Candidate| directory.organisation(it.hit.organisation).id.as_str();
        a.place().cmp(&b.place()).then_with(|| id(a).cmp(id(b)))
    });
    asked.into_iter().chain(found.into_iter().map(|candidate| candidate.hit)).collect()
}

impl Candidate {
    /// What decides its place, the weightiest first.
    fn place(&self) -> impl Ord {
        (self.hit.guess, self.tier, self.ended, self.cost, self.prior, self.is_hearsay, self.length)
    }
}

/// Whether an organisation is one that the query wants left out.
fn is_excluded(entries: &Entries, query: &Query, index: OrganisationIndex) -> bool {
    query.without.iter().any(|word| {
        entries.of(index).iter().any(|entry| {
            // A purpose or a display name tells of one account, not what the organisation is.
            !matches!(entry.field, Field::DisplayName | Field::Purpose)
                && word_cost(entries, word, entry).is_some()
        })
    })
}

fn everything(entries: &Entries, directory: &Directory, query: &Query) -> Vec<Hit> {
    let mut all: Vec<OrganisationIndex> = directory
        .organisation_indexes()
        .filter(|&index| !is_excluded(entries, query, index))
        .collect();
    all.sort_by_key(|&index| directory.organisation(index).ended.is_some());
    let hit = |organisation| Hit {
        organisation,
        account: None,
        tier: Tier::All,
        field: Field::Name,
        guess: false,
        item: 0,
    };
    all.into_iter().map(hit).collect()
}

/// Whether a query names one account or address rather than describing what is looked for: a
/// handle with its `@`, or anything that reads as an address.
pub(super) fn names_an_account(directory: &Directory, text: &str) -> bool {
    let text = text.trim();
    let reads_as_address = || match directory.platforms.parse_address(text) {
        // `gem.ams` are two words; with a path or a scheme it is some other site.
        Err(AddressFault::NotAnAddress | AddressFault::UnknownHost(_)) => {
            text.contains('@') || text.contains("://") || (text.contains('.') && text.contains('/'))
        }
        // On a platform's host, whether it leads to an account or not.
        Ok(_) | Err(_) => true,
    };
    text.starts_with('@') || (!text.contains(char::is_whitespace) && reads_as_address())
}

/// What a pasted address leads to: an account, or the organisation behind a website.
fn addressed(entries: &Entries, directory: &Directory, text: &str) -> Option<Hit> {
    let text = text.trim();
    if text.contains(char::is_whitespace) || !text.contains(['.', ':', '@']) {
        return None;
    }
    let exact = |organisation, account: Option<AccountIndex>, field| Hit {
        organisation,
        account,
        tier: Tier::ExactHandle,
        field,
        guess: false,
        item: account.map_or(0, |AccountIndex(item)| item),
    };
    if let Ok(parsed) = directory.platforms.parse_address(text)
        && let Some(account) = directory.account_by(&parsed.account)
    {
        return Some(exact(directory.account(account).organisation, Some(account), Field::Handle));
    }
    // Who writes an `@` means an account or a mailbox, not the site of that name.
    let host = host_of_address(text).filter(|_| !text.contains('@'))?;
    let organisation = entries.by_host(&host)?;
    Some(exact(organisation, None, Field::Website))
}

/// The best strict match of one organisation, in whichever words the query is put.
fn strict(
    entries: &Entries,
    directory: &Directory,
    queries: &[Query],
    index: OrganisationIndex,
) -> Option<Candidate> {
    queries
        .iter()
        .filter_map(|query| {
            let mut candidate = met(entries, directory, query, index)?;
            // Who says it in the words of the name comes first.
            candidate.cost += u32::from(!query.is_typed());
            Some(candidate)
        })
        .min_by_key(|candidate| (candidate.tier, candidate.cost))
}

/// The best strict match of one organisation with one wording of the query.
fn met(
    entries: &Entries,
    directory: &Directory,
    query: &Query,
    index: OrganisationIndex,
) -> Option<Candidate> {
    let kind = directory.organisation(index).kind;
    let of = entries.of(index);
    // Where words must stand in certain places, all of them must.
    let placed = if query.is_placed() { Some(by_words(entries, query, of)?) } else { None };
    let whole = of
        .iter()
        .filter(|entry| query.mask & !entry.mask == 0)
        .filter_map(|entry| Some((whole(entries, directory, query, entry, kind)?, entry)))
        .min_by_key(|(rank, _)| *rank);
    if let Some(((tier, cost), entry)) = whole
        && tier < Tier::Substring
    {
        let entry = if tier == Tier::ExactHandle && !query.is_handle {
            named_so(entries, query, of).unwrap_or(entry)
        } else {
            entry
        };
        return Some(candidate(directory, index, tier, cost, entry));
    }
    if let Some((cost, entry)) = placed.or_else(|| by_words(entries, query, of)) {
        return Some(candidate(directory, index, Tier::Words, cost, entry));
    }
    whole.map(|((tier, cost), entry)| candidate(directory, index, tier, cost, entry))
}

/// A name of the organisation itself that is the query: who types `knmi` means KNMI, and not just
/// its account of that name.
fn named_so<'e>(entries: &Entries, query: &Query, of: &'e [Entry]) -> Option<&'e Entry> {
    of.iter().find(|entry| {
        matches!(entry.field, Field::Name | Field::Abbreviation | Field::Alias)
            && entries.is_whole(entry, &query.letters)
    })
}

/// How the query as a whole meets one text.
fn whole(
    entries: &Entries,
    directory: &Directory,
    query: &Query,
    entry: &Entry,
    kind: Kind,
) -> Option<(Tier, u32)> {
    let letters = entries.letters(entry);
    let cost = field_cost(entry.field);
    let is_whole = entries.is_whole(entry, &query.letters);
    let one_word = query.is_handle || query.words.len() == 1;
    match entry.field {
        // An account bears the name that it bears: other words for it are another name.
        Field::Handle if !query.is_typed() => return None,
        Field::Handle if is_whole => {
            // `gemeentebergen` and `gemeente_bergen` are two accounts: the platform decides.
            let is_exact = is_exact(directory, AccountIndex(entry.item), &query.typed);
            return Some(if is_exact { (Tier::ExactHandle, 0) } else { (Tier::ExactName, cost) });
        }
        Field::Handle if query.is_handle && letters.starts_with(&query.letters) => {
            return Some((Tier::Prefix, 0));
        }
        // Several words that happen to begin a handle are words all the same: `gem ams`.
        Field::Handle if !one_word => return None,
        Field::Abbreviation if is_whole => return Some((Tier::ExactAbbreviation, 0)),
        Field::Name | Field::Alias | Field::FormerName if is_whole => {
            let is_bare = letters != query.letters && !bears_place(kind);
            let bare_cost = if is_bare { BARE_NAME } else { 0 };
            return Some((Tier::ExactName, cost + bare_cost));
        }
        Field::Place if is_whole && kind == Kind::Municipality => {
            return Some((Tier::ExactName, cost));
        }
        Field::Name | Field::Alias | Field::Abbreviation | Field::Handle
            if entries.begins(entry, &query.letters) =>
        {
            return Some((Tier::Prefix, cost));
        }
        _ => {}
    }
    let inside = !entry.is_made_up
        && query.letters.chars().count() >= SHORTEST_GUESS
        && letters.contains(&query.letters);
    inside.then_some((Tier::Substring, cost))
}

/// What it costs to be named without the family word: who types `veghel` means the municipality with
/// that village rather than the police team.
const BARE_NAME: u32 = 3;

/// Whether an organisation of this kind goes by the bare name of its place or field.
fn bears_place(kind: Kind) -> bool {
    matches!(kind, Kind::Municipality | Kind::Province | Kind::Ministry | Kind::CaribbeanBody)
}

/// Whether what was typed is the name of an account as its platform compares names.
fn is_exact(directory: &Directory, account: AccountIndex, typed: &str) -> bool {
    let account = directory.account(account);
    if account.name().eq_ignore_ascii_case(typed) {
        return true;
    }
    // Only telephone numbers are typed with spaces, and telling what is wrong with other names that
    // have them takes long.
    if typed.contains(char::is_whitespace) && typed.contains(char::is_alphabetic) {
        return false;
    }
    let parsed = directory.platform(account.platform).parse_name(typed);
    parsed.is_ok_and(|name| account.handle.as_ref() == Some(&name))
}

/// The cost of meeting every word of the query at the beginning of a word of some field, and the
/// text that tells most about why: the one behind the costliest word.
fn by_words<'e>(entries: &Entries, query: &Query, of: &'e [Entry]) -> Option<(u32, &'e Entry)> {
    let mut total = 0;
    let mut telling: Option<(u32, &Entry)> = None;
    for word in &query.words {
        let (cost, entry) = of
            .iter()
            .filter(|entry| word.mask & !entry.mask == 0)
            .filter_map(|entry| Some((word_cost(entries, word, entry)?, entry)))
            .min_by_key(|(cost, _)| *cost)?;
        total += cost;
        if telling.is_none_or(|(known, _)| cost > known) {
            telling = Some((cost, entry));
        }
    }
    telling.map(|(_, entry)| (total, entry))
}

fn word_cost(entries: &Entries, word: &Word, entry: &Entry) -> Option<u32> {
    let letters = entries.letters(entry);
    let at_place = match word.place {
        Place::Word => return word_start_cost(entries, word, entry),
        Place::Inside => letters.contains(&word.letters),
        Place::First => entries.begins(entry, &word.letters),
        Place::Last => letters.ends_with(&word.letters),
        Place::Whole => entries.is_whole(entry, &word.letters),
    };
    at_place.then(|| 2 * field_cost(entry.field))
}

fn word_start_cost(entries: &Entries, word: &Word, entry: &Entry) -> Option<u32> {
    let letters = entries.letters(entry);
    let starts = entries.word_starts(entry);
    let ends = |at: usize| at == letters.len() || starts.iter().any(|&start| start as usize == at);
    let best = starts
        .iter()
        .filter(|&&start| {
            letters.get(start as usize..).is_some_and(|rest| rest.starts_with(&word.letters))
        })
        .map(|&start| u32::from(!ends(start as usize + word.letters.len())))
        .min()?;
    Some(2 * field_cost(entry.field) + best)
}

/// How much a field tells about what an organisation is: lower is more.
pub(super) fn field_cost(field: Field) -> u32 {
    match field {
        Field::Name | Field::Abbreviation => 0,
        Field::Alias => 1,
        Field::Place => 2,
        Field::FormerName | Field::Handle => 3,
        Field::Website | Field::DisplayName => 4,
        Field::Purpose => 5,
    }
}

pub(super) fn candidate(
    directory: &Directory,
    organisation: OrganisationIndex,
    tier: Tier,
    cost: u32,
    entry: &Entry,
) -> Candidate {
    let it = directory.organisation(organisation);
    let of_account = matches!(entry.field, Field::Handle | Field::DisplayName | Field::Purpose);
    let account = of_account.then_some(AccountIndex(entry.item));
    Candidate {
        tier,
        cost,
        ended: it.ended.is_some(),
        prior: prior(it.kind),
        is_hearsay: account.is_some_and(|account| {
            let evidence = &directory.account(account).evidence;
            !evidence.iter().any(|piece| piece.method.is_official())
        }),
        length: it.name.chars().count(),
        hit: Hit {
            organisation,
            account,
            tier,
            field: entry.field,
            guess: tier.is_guess(),
            item: entry.item,
        },
    }
}

/// How likely a citizen is to mean an organisation of this kind: lower is likelier.
fn prior(kind: Kind) -> u8 {
    match kind {
        Kind::Ministry | Kind::PoliceForce | Kind::Municipality => 0,
        Kind::Agency | Kind::AdministrativeBody | Kind::Province | Kind::WaterBoard => 1,
        Kind::PoliceUnit | Kind::Court | Kind::HighCouncil | Kind::Inspectorate | Kind::Defence => {
            2
        }
        Kind::PoliceTeam | Kind::SafetyRegion | Kind::HealthService | Kind::CaribbeanBody => 3,
        Kind::FireService | Kind::EnvironmentService | Kind::StatutoryBody => 4,
        Kind::PoliceTheme | Kind::AdvisoryBody | Kind::JointArrangement => 5,
        Kind::Department | Kind::Other => 6,
    }
}
