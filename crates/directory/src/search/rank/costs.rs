//! Every number that decides the order of hits within a tier, and of equals.
//!
//! A cost is only ever compared with others of the same tier, so that nothing but the order of the
//! sums matters; lower is better. Whoever changes one runs `cargo test --test it relevance::`, which
//! holds the ranking to judged queries.

use crate::directory::Kind;
use crate::search::answer::Field;
use crate::search::query::Query;

/// How little a field says about what an organisation is.
///
/// One step for each field that is less its own: what it is called today, what it is also called,
/// whom it is for, what it was called or calls an account, what an account shows or was called, what an
/// account is for.
pub(in crate::search) fn field_cost(field: Field) -> u32 {
    match field {
        Field::Name | Field::Abbreviation => 0,
        Field::Alias | Field::Service => 1,
        Field::Place | Field::Topic | Field::Province => 2,
        Field::FormerName | Field::Handle => 3,
        Field::Website | Field::Phone | Field::DisplayName | Field::FormerHandle => 4,
        Field::Purpose => 5,
    }
}

/// The cost of a word of the query that begins a word of a field; `ends` says whether it is that word,
/// or all that follows.
///
/// Fields count double, which leaves room for half a step: a whole word comes before the beginning
/// of one in the same field, but never before a better field.
pub(in crate::search) fn word_match_cost(field: Field, ends: bool) -> u32 {
    place_cost(field) + u32::from(!ends)
}

/// The cost of a word that stands where an operator wants it: as much as a whole word, since the
/// reader said how much of it is meant.
pub(in crate::search) fn place_cost(field: Field) -> u32 {
    2 * field_cost(field)
}

/// The cost of a match but for so many typing errors.
///
/// Four for each, because the fields that are guessed at differ by three at most: fewer errors come
/// before a better field.
pub(in crate::search) fn typo_cost(typos: u32, field: Field) -> u32 {
    4 * typos + field_cost(field)
}

/// What a query costs in other words than were typed: one, so that of two matches that are equal
/// otherwise the one in the reader's own words comes first.
pub(in crate::search) fn synonym_cost(query: &Query) -> u32 {
    u32::from(!query.is_typed())
}

/// What it costs to be named without a family word that the organisation hardly goes without.
///
/// One more than a place: who types `veghel` means the municipality with that village, and not the
/// police team of that name.
pub(in crate::search) const MISSING_FAMILY_WORD: u32 = 3;

/// Whether an organisation of this kind goes by the bare name of its place or field, so that it costs
/// nothing to leave out its family word: people say Zwolle, Drenthe and Financiën.
pub(in crate::search) fn goes_by_bare_name(kind: Kind) -> bool {
    matches!(kind, Kind::Municipality | Kind::Province | Kind::Ministry | Kind::CaribbeanBody)
}

/// How unlikely a citizen is to mean an organisation of this kind.
///
/// It orders hits of equal weight only. The steps go from what everybody deals with (police,
/// municipality, ministry) over what many do in one matter or region to what hardly anyone outside
/// the government knows.
pub(in crate::search) fn kind_prior(kind: Kind) -> u8 {
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

#[cfg(test)]
mod tests {
    use super::*;

    /// The fields in which words are looked for.
    const FIELDS: [Field; 10] = [
        Field::Name,
        Field::Abbreviation,
        Field::Alias,
        Field::Place,
        Field::FormerName,
        Field::Handle,
        Field::DisplayName,
        Field::Purpose,
        Field::Service,
        Field::FormerHandle,
    ];

    #[test]
    fn costs_stand_in_the_order_that_their_reasons_say() {
        for (better, worse) in FIELDS.into_iter().flat_map(|a| FIELDS.map(|b| (a, b))) {
            if field_cost(better) < field_cost(worse) {
                assert!(word_match_cost(better, false) < word_match_cost(worse, true));
            }
            let is_guessed_at = |field| crate::search::typo::is_typo_candidate(field, false);
            if is_guessed_at(better) && is_guessed_at(worse) {
                assert!(typo_cost(0, worse) < typo_cost(1, better), "{worse:?} {better:?}");
            }
        }
        assert!(field_cost(Field::Place) < MISSING_FAMILY_WORD + field_cost(Field::Name));
    }
}
