//! Affixes: what is put before or behind a genuine name to make another that seems official.

use std::ops::Range;
use std::sync::OnceLock;

use super::confusables;
use super::skeleton::Skeleton;

/// On which side of a name an affix stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Side {
    Before,
    Behind,
    Either,
}

/// What an affix makes people believe.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Claim {
    /// Little: it stands in many innocent names too.
    Weak,
    /// That it is the official account, or that of the whole country.
    Official,
    /// That one gets help there: what those who are after money and passwords choose.
    Help,
}

use Claim::{Help, Official, Weak};
use Side::{Before, Behind, Either};

/// All affixes but the letters of the country, which the directory knows.
const AFFIXES: &[(&str, Side, Claim)] = &[
    ("nederland", Either, Official),
    ("netherlands", Behind, Official),
    ("holland", Behind, Weak),
    ("officieel", Either, Official),
    ("officiele", Before, Official),
    ("official", Either, Official),
    ("offical", Either, Official),
    ("echt", Either, Official),
    ("echte", Before, Official),
    ("real", Either, Official),
    ("verified", Either, Official),
    ("geverifieerd", Either, Official),
    ("gov", Either, Official),
    ("overheid", Either, Official),
    ("account", Behind, Official),
    ("info", Either, Official),
    ("informatie", Either, Official),
    ("contact", Either, Official),
    ("webcare", Either, Official),
    ("team", Either, Weak),
    ("online", Behind, Weak),
    ("web", Behind, Weak),
    ("site", Behind, Weak),
    ("app", Behind, Weak),
    ("live", Behind, Weak),
    ("the", Before, Weak),
    ("de", Before, Weak),
    ("het", Before, Weak),
    ("mijn", Before, Weak),
    ("my", Before, Weak),
    ("wij", Before, Weak),
    ("nu", Behind, Weak),
    ("service", Either, Help),
    ("services", Behind, Help),
    ("servicedesk", Either, Help),
    ("helpdesk", Either, Help),
    ("help", Either, Help),
    ("hulp", Either, Help),
    ("hulplijn", Behind, Help),
    ("support", Either, Help),
    ("klantenservice", Either, Help),
    ("klantcontact", Either, Help),
    ("care", Behind, Help),
    ("desk", Behind, Help),
    ("loket", Either, Help),
    ("balie", Behind, Help),
    ("meldpunt", Either, Help),
    ("betaling", Behind, Help),
    ("betalen", Behind, Help),
    ("teruggave", Behind, Help),
    ("terugbetaling", Behind, Help),
    ("alert", Behind, Help),
];

/// The most digits that are an affix: a year, a day, a telephone number of the emergency services.
const DIGITS: usize = 8;

/// No more affixes than this are taken off either side.
const DEPTH: usize = 2;

/// A part of a name without what stands before and behind it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Core {
    /// The letters that are left.
    pub(super) letters: Range<usize>,
    /// What the weakest of the affixes claims; `None` where none was taken off.
    pub(super) claim: Option<Claim>,
    /// How many were taken off.
    pub(super) count: usize,
}

/// The affixes as letter classes.
fn affix_classes() -> &'static [(Vec<u8>, Side, Claim)] {
    static CLASSES: OnceLock<Vec<(Vec<u8>, Side, Claim)>> = OnceLock::new();
    CLASSES.get_or_init(|| {
        let fold = |text: &str| text.bytes().map(confusables::class).collect();
        AFFIXES.iter().map(|(text, side, claim)| (fold(text), *side, *claim)).collect()
    })
}

/// The whole of a name, and what is left without the affixes that stand at its ends.
///
/// `country` is the code of the country, in small letters, which stands at names that are to be taken for those of all of it.
pub(super) fn cores(name: &Skeleton<'_>, country: &[u8]) -> Vec<Core> {
    let country: Vec<u8> = country.iter().map(|letter| confusables::class(*letter)).collect();
    let whole = Core { letters: 0..name.letters.len(), claim: None, count: 0 };
    let mut all = vec![whole];
    for side in [Behind, Before] {
        let mut from = 0;
        for _ in 0..DEPTH {
            let found: Vec<Core> = all
                .iter()
                .skip(from)
                .flat_map(|core| without(name, core, side, &country))
                .collect();
            from = if side == Behind { all.len() } else { from };
            for core in found {
                if !all.iter().any(|known| known.letters == core.letters) {
                    all.push(core);
                }
            }
        }
    }
    all
}

/// What is left of a core without one affix at one side of it.
fn without(name: &Skeleton<'_>, core: &Core, side: Side, country: &[u8]) -> Vec<Core> {
    let letters = name.letters.get(core.letters.clone()).unwrap_or_default();
    let plain = name.plain.get(core.letters.clone()).unwrap_or_default();
    let listed = affix_classes().iter().filter(|(_, own, _)| *own == side || *own == Either);
    let listed = listed.map(|(affix, _, claim)| (affix.as_slice(), *claim));
    let mut found: Vec<(usize, Claim)> = std::iter::once((country, Official))
        .chain(listed)
        .filter(|(affix, _)| match side {
            Before => letters.starts_with(affix),
            Behind | Either => letters.ends_with(affix),
        })
        .map(|(affix, claim)| (affix.len(), claim))
        .collect();
    let is_digit = |letter: &&u8| letter.is_ascii_digit();
    let digits = match side {
        Before => plain.iter().take_while(is_digit).count(),
        Behind | Either => plain.iter().rev().take_while(is_digit).count(),
    };
    if (1..=DIGITS).contains(&digits) {
        found.push((digits, Official));
    }
    let left = |(length, claim): (usize, Claim)| {
        let Range { start, end } = core.letters;
        let letters = match side {
            Before => start + length..end,
            Behind | Either => start..end.checked_sub(length)?,
        };
        let claim = core.claim.map_or(claim, |other| claim.min(other));
        (letters.len() >= 3).then_some(Core { letters, claim: Some(claim), count: core.count + 1 })
    };
    found.into_iter().filter_map(left).collect()
}
