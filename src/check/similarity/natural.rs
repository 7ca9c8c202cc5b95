//! Names that a listed body would bear by the customs of its kind, whether it has an account of that name or
//! not: the word of the kind, or what handles of it begin with, and then its own name or abbreviation.

use super::siblings::without_repeats;
use super::skeleton::{Skeleton, Sort, is_same_plain, merged};
use super::targets::{Target, Targets, name_of, plain_of_name};
use super::{Original, confusables};
use crate::directory::{Directory, Kind, Lexicon, OrganisationIndex, OrganisationSummary};

/// A word of names from this many letters on is one that a handle can begin with; `van` and `de` are none.
const WORD: usize = 4;

/// The fewest letters of an abbreviation behind the word of a kind: `ministerieAZ`.
const ABBREVIATION: usize = 2;

/// The fewest letters of a name behind a word that is not its own: `gem` before Ede, a `Gemeente`.
const NAME: usize = 3;

/// No more letters than this stand for the word of a kind in an abbreviation: `OD` in ODMH.
const INITIALS: usize = 4;

/// What names of a kind begin with.
#[derive(Debug, Default)]
pub(super) struct Customs {
    /// What handles and names begin with, each with the kind.
    heads: Vec<(Kind, Vec<u8>)>,
    /// What the full names of a kind may have before what is left of a handle.
    words: Vec<(Kind, Vec<u8>)>,
    /// The words that names are known without: people say Aalten for the Gemeente.
    left_out: Vec<(Kind, Vec<u8>)>,
    /// What stands behind the name in some handles.
    tails: Vec<(Kind, Vec<u8>)>,
}

impl Customs {
    pub(super) fn new(lexicon: &Lexicon, organisations: &[OrganisationSummary<'_>]) -> Self {
        let mut customs = Self::default();
        for it in &lexicon.kinds {
            let letters = |word: &String| word.bytes().filter(u8::is_ascii_alphanumeric).collect();
            let words: Vec<Vec<u8>> = it.name_words.iter().map(letters).collect();
            let prefixes: Vec<Vec<u8>> = it.handle_prefixes.iter().map(letters).collect();
            let long = words.iter().filter(|word| word.len() >= WORD);
            customs.heads.extend(prefixes.iter().chain(long).map(|head| (it.kind, head.clone())));
            let pairs = words.iter().flat_map(|one| {
                let others = words.iter().filter(move |other| *other != one);
                others.map(move |other| [one.as_slice(), other.as_slice()].concat())
            });
            let full: Vec<Vec<u8>> = words.iter().cloned().chain(pairs).collect();
            if is_known_bare(it.kind) {
                customs.left_out.extend(full.iter().cloned().map(|word| (it.kind, word)));
            }
            let all = full.into_iter().chain(prefixes);
            customs.words.extend(all.map(|word| (it.kind, word)));
            customs.tails.extend(it.handle_suffixes.iter().map(|tail| (it.kind, letters(tail))));
        }
        let of_names = organisations.iter().flat_map(|it| initials(lexicon, it));
        customs.heads.extend(of_names);
        for all in
            [&mut customs.heads, &mut customs.words, &mut customs.left_out, &mut customs.tails]
        {
            all.sort_unstable();
            all.dedup();
        }
        customs
    }

    /// Whether letters are what names or handles of a kind begin with.
    pub(super) fn is_word(&self, letters: &[u8]) -> bool {
        self.heads.iter().any(|(_, head)| head.len() >= WORD && head == letters)
    }
}

/// Whether people leave the word of the kind out and mean the body all the same, rather than a place.
fn is_known_bare(kind: Kind) -> bool {
    matches!(kind, Kind::Ministry | Kind::Province | Kind::WaterBoard | Kind::Municipality)
}

/// What stands for the word of the kind in the abbreviation and the aliases of a body: `OD` in ODMH of
/// Omgevingsdienst Midden-Holland, `Min` in `MinAZ` beside AZ.
fn initials(lexicon: &Lexicon, it: &OrganisationSummary<'_>) -> Vec<(Kind, Vec<u8>)> {
    let Some(abbreviation) = it.abbreviation.filter(|_| lexicon.has_words(it.kind)) else {
        return Vec::new();
    };
    let abbreviation = plain_of_name(abbreviation);
    let of_kind = lexicon.kinds.iter().filter(|kind| kind.kind == it.kind);
    let words: Vec<&String> =
        of_kind.flat_map(|kind| kind.name_words.iter().chain(&kind.handle_prefixes)).collect();
    let own = it.name.split([' ', '-']).map(plain_of_name);
    let own = own.skip_while(|word| words.iter().any(|it| it.as_bytes() == word.as_slice()));
    let own: Vec<u8> = own.filter_map(|word| word.first().copied()).collect();
    let of_name = abbreviation.strip_suffix(own.as_slice()).filter(|_| !own.is_empty());
    let aliases: Vec<Vec<u8>> = it.aliases.iter().map(|alias| plain_of_name(alias)).collect();
    let of_aliases = aliases.iter().filter_map(|it| it.strip_suffix(abbreviation.as_slice()));
    let all = of_name.into_iter().chain(of_aliases);
    let all = all.filter(|head| (2..=INITIALS).contains(&head.len()));
    all.map(|head| (it.kind, head.to_vec())).collect()
}

/// The bodies whose name it is by the customs of their kind; those that exist first.
pub(super) fn bearers(
    directory: &Directory,
    targets: &Targets,
    name: &Skeleton<'_>,
) -> Vec<OrganisationIndex> {
    let Some(gaps) = gaps(name).filter(|_| name.rest.is_empty()) else { return Vec::new() };
    let all = name.plain.as_slice();
    let mut found = Vec::new();
    for whole in std::iter::once(all).chain(all.strip_suffix(targets.country.as_slice())) {
        let mut ends = vec![whole.len()];
        ends.retain(|end| *end < all.len());
        let reader = Reader { directory, targets, gaps: &gaps, ends };
        found.extend(reader.called(whole, None, 0));
        found.extend(reader.with(&targets.customs.left_out, whole, None, 0));
        for (kind, head) in &targets.customs.heads {
            if let Some(rest) = whole.strip_prefix(head.as_slice()) {
                found.extend(reader.called(rest, Some(*kind), head.len()));
                found.extend(reader.with_words(rest, *kind, head.len()));
            }
        }
        found.extend(reader.with_tail(whole));
    }
    found.sort_by_key(|index| directory.organisation(*index).ended.is_some());
    without_repeats(found)
}

/// Before which letters a sign stands; `None` where there is more than one sign at a place, or one at an end:
/// nobody writes a name so.
fn gaps(name: &Skeleton<'_>) -> Option<Vec<usize>> {
    let mut gaps = Vec::new();
    let mut letters = 0;
    for cell in &name.cells {
        match cell.sort {
            Sort::Letter => letters += cell.letters.iter().count(),
            Sort::Separator if cell.text.chars().count() == 1 && letters > 0 => gaps.push(letters),
            Sort::Separator | Sort::Hidden => return None,
        }
    }
    (!gaps.contains(&letters)).then_some(gaps)
}

struct Reader<'a> {
    directory: &'a Directory,
    targets: &'a Targets,
    /// Before which letters of the name that is asked about a sign stands.
    gaps: &'a [usize],
    /// Before which letters what stands behind the name begins.
    ends: Vec<usize>,
}

impl Reader<'_> {
    /// The bodies that have these letters, which begin so far in the name that is asked about, as a name,
    /// abbreviation or alias; of a kind where one is meant.
    fn called(&self, letters: &[u8], kind: Option<Kind>, start: usize) -> Vec<OrganisationIndex> {
        if letters.len() < ABBREVIATION {
            return Vec::new();
        }
        let found = self.same(letters, kind).into_iter();
        let found = found.filter(|(index, it)| self.is_parted(*index, it, 0, start));
        found.map(|(index, _)| index).collect()
    }

    /// The bodies of a kind whose name is these letters behind the words of that kind.
    fn with_words(&self, letters: &[u8], kind: Kind, start: usize) -> Vec<OrganisationIndex> {
        self.with(&self.targets.customs.words, letters, Some(kind), start)
    }

    fn with(
        &self,
        words: &[(Kind, Vec<u8>)],
        letters: &[u8],
        kind: Option<Kind>,
        start: usize,
    ) -> Vec<OrganisationIndex> {
        if letters.len() < NAME {
            return Vec::new();
        }
        let mut all = Vec::new();
        for (of, word) in words.iter().filter(|(of, _)| kind.is_none_or(|kind| *of == kind)) {
            let full = [word.as_slice(), letters].concat();
            let found = self.same(&full, Some(*of)).into_iter();
            let found = found.filter(|(index, it)| self.is_parted(*index, it, word.len(), start));
            all.extend(found.map(|(index, _)| index));
        }
        all
    }

    /// The bodies whose name stands before what some handles of their kind end with: `edegemeente`.
    fn with_tail(&self, whole: &[u8]) -> Vec<OrganisationIndex> {
        let mut all = Vec::new();
        for (kind, tail) in &self.targets.customs.tails {
            let Some(rest) = whole.strip_suffix(tail.as_slice()) else { continue };
            let ends = self.ends.iter().copied().chain([rest.len()]).collect();
            all.extend(Reader { ends, ..*self }.with_words(rest, *kind, 0));
        }
        all
    }

    /// The bodies that have just these letters as a name, each with that name.
    fn same(&self, letters: &[u8], kind: Option<Kind>) -> Vec<(OrganisationIndex, &Target)> {
        let classes: Vec<u8> = letters.iter().copied().map(confusables::class).collect();
        let both = merged(&classes);
        let found = self.targets.exact(&both).filter(|it| is_same_plain(&it.plain, letters));
        let organisation = |target: &Target| match target.original {
            Original::Name(index) => Some(index),
            Original::Account(_) => None,
        };
        let of_kind = |index: &OrganisationIndex| {
            kind.is_none_or(|kind| self.directory.organisation(*index).kind == kind)
        };
        let found = found.filter_map(|it| Some((organisation(it)?, it)));
        found.filter(|(index, _)| of_kind(index)).collect()
    }

    /// Whether signs stand only between the words of the name, and where it begins and ends. `left_out` of
    /// its letters stand for what begins the name that is asked about instead.
    fn is_parted(
        &self,
        index: OrganisationIndex,
        it: &Target,
        left_out: usize,
        start: usize,
    ) -> bool {
        let name = Skeleton::new(name_of(self.directory, index, it.item));
        let mut between = Vec::new();
        let mut letters = 0;
        for cell in &name.cells {
            match cell.sort {
                Sort::Letter => letters += cell.letters.iter().count(),
                _ => between.push(letters),
            }
        }
        self.gaps.iter().all(|gap| {
            let own = (gap + left_out).checked_sub(start);
            *gap == start || self.ends.contains(gap) || own.is_some_and(|it| between.contains(&it))
        })
    }
}
