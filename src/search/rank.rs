//! Matching and ranking: strict tiers, then guesses where those met nothing.

use super::entries::{Entries, Entry};
use super::folded::{Folded, mask};
use super::{Field, Hit, Tier, guess};
use crate::directory::{AccountIndex, Directory, Kind, OrganisationIndex};

/// Queries shorter than this, in characters, are never guessed at.
pub(super) const SHORTEST_GUESS: usize = 3;

/// A hit with everything that decides its place.
pub(super) struct Candidate {
    pub(super) tier: Tier,
    /// Within the tier, lower is better.
    cost: u32,
    ended: bool,
    prior: u8,
    length: usize,
    pub(super) hit: Hit,
}

/// A query, folded.
pub(super) struct Query {
    pub(super) letters: String,
    pub(super) words: Vec<Word>,
    pub(super) mask: u64,
    /// Whether it is written as a handle, with an `@` in front.
    is_handle: bool,
    /// As it was typed, without the `@`.
    typed: String,
}

pub(super) struct Word {
    pub(super) letters: String,
    mask: u64,
}

impl Query {
    fn new(text: &str) -> Self {
        let trimmed = text.trim();
        let folded = Folded::new(trimmed);
        // A capital inside a word is no new word in a query: people type `DigiD`.
        let words = trimmed
            .split(|c: char| !c.is_alphanumeric() && c != '\'' && c != '’')
            .map(|word| Folded::new(word).letters)
            .filter(|letters| !letters.is_empty())
            .map(|letters| Word {
                mask: mask(&letters),
                letters,
            })
            .collect();
        let is_handle = trimmed.starts_with('@');
        let typed = trimmed.trim_start_matches('@').to_owned();
        Self {
            mask: mask(&folded.letters),
            letters: folded.letters,
            words,
            is_handle,
            typed,
        }
    }
}

pub(super) fn search(entries: &Entries, directory: &Directory, text: &str) -> Vec<Hit> {
    if text.trim().is_empty() {
        return everything(directory);
    }
    let query = Query::new(text);
    let mut found: Vec<Candidate> = Vec::new();
    let asked = addressed(entries, directory, text);
    if !query.letters.is_empty() {
        let strict = directory
            .organisation_indexes()
            .filter(|index| asked.as_ref().is_none_or(|hit| hit.organisation != *index))
            .filter_map(|index| strict(entries, directory, &query, index));
        found.extend(strict);
        let is_met = found
            .iter()
            .any(|candidate| candidate.tier < Tier::Substring);
        if asked.is_none() && !is_met && query.letters.chars().count() >= SHORTEST_GUESS {
            guess::guess(entries, directory, &query, &mut found);
        }
    }
    if query.is_handle {
        // Only an account of that very name is what was asked for, or of one that begins so: what
        // merely resembles it must not pass for it.
        for candidate in &mut found {
            let is_it = candidate.tier == Tier::ExactHandle
                || (candidate.tier == Tier::Prefix && candidate.hit.account.is_some());
            candidate.hit.guess |= !is_it;
        }
    }
    found.sort_unstable_by(|a, b| {
        let key = |c: &Candidate| (c.hit.guess, c.tier, c.cost, c.ended, c.prior, c.length);
        key(a).cmp(&key(b)).then_with(|| {
            let id = |c: &Candidate| directory.organisation(c.hit.organisation).id.as_str();
            id(a).cmp(id(b))
        })
    });
    asked
        .into_iter()
        .chain(found.into_iter().map(|candidate| candidate.hit))
        .collect()
}

fn everything(directory: &Directory) -> Vec<Hit> {
    let mut all: Vec<OrganisationIndex> = directory.organisation_indexes().collect();
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
        return Some(exact(
            directory.account(account).organisation,
            Some(account),
            Field::Handle,
        ));
    }
    let rest = text.split_once("://").map_or(text, |(_, rest)| rest);
    let host = rest.split(['/', '?', '#']).next()?.to_ascii_lowercase();
    let organisation = entries.by_host(&host)?;
    Some(exact(organisation, None, Field::Website))
}

/// The best strict match of one organisation.
fn strict(
    entries: &Entries,
    directory: &Directory,
    query: &Query,
    index: OrganisationIndex,
) -> Option<Candidate> {
    let kind = directory.organisation(index).kind;
    let of = entries.of(index);
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
    if let Some((cost, entry)) = by_words(entries, query, of) {
        return Some(candidate(directory, index, Tier::Words, cost, entry));
    }
    whole.map(|((tier, cost), entry)| candidate(directory, index, tier, cost, entry))
}

/// A name of the organisation itself that is the query: who types `knmi` means KNMI, and not just
/// its account of that name.
fn named_so<'e>(entries: &Entries, query: &Query, of: &'e [Entry]) -> Option<&'e Entry> {
    of.iter().find(|entry| {
        matches!(
            entry.field,
            Field::Name | Field::Abbreviation | Field::Alias
        ) && entries.is_whole(entry, &query.letters)
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
        Field::Handle if is_whole => {
            // `gemeentebergen` and `gemeente_bergen` are two accounts: the platform decides.
            let is_exact = is_exact(directory, AccountIndex(entry.item), &query.typed);
            return Some(if is_exact {
                (Tier::ExactHandle, 0)
            } else {
                (Tier::ExactName, cost)
            });
        }
        Field::Handle if query.is_handle && letters.starts_with(&query.letters) => {
            return Some((Tier::Prefix, 0));
        }
        // Several words that happen to begin a handle are words all the same: `gem ams`.
        Field::Handle if !one_word => return None,
        Field::Abbreviation if is_whole => return Some((Tier::ExactAbbreviation, 0)),
        Field::Name | Field::Alias | Field::FormerName if is_whole => {
            return Some((Tier::ExactName, cost));
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

/// Whether what was typed is the name of an account as its platform compares names.
fn is_exact(directory: &Directory, account: AccountIndex, typed: &str) -> bool {
    let account = directory.account(account);
    let parsed = directory.platform(account.platform).parse_name(typed).ok();
    account.name().eq_ignore_ascii_case(typed)
        || parsed.is_some_and(|name| account.handle.as_ref() == Some(&name))
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
    let starts = entries.word_starts(entry);
    let ends = |at: usize| at == letters.len() || starts.iter().any(|&start| start as usize == at);
    let best = starts
        .iter()
        .filter(|&&start| {
            letters
                .get(start as usize..)
                .is_some_and(|rest| rest.starts_with(&word.letters))
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
    let of_account = matches!(
        entry.field,
        Field::Handle | Field::DisplayName | Field::Purpose
    );
    Candidate {
        tier,
        cost,
        ended: it.ended.is_some(),
        prior: prior(it.kind),
        length: it.name.chars().count(),
        hit: Hit {
            organisation,
            account: of_account.then_some(AccountIndex(entry.item)),
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
