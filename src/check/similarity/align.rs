//! Aligning a name with the one that it is taken for, place by place.

use super::skeleton::{Cell, Sort, is_same_merged};
use super::{Change, Step, Technique};

/// What one step of an alignment does, and to how many places of both names.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Edit {
    Same,
    Hidden,
    /// Places that look alike: one for one, two for one, or one for two.
    Alike(usize, usize),
    /// Separators: one for another, one that was added, or one that was dropped.
    Separator(usize, usize),
    Swapped,
    /// A letter that its neighbour repeats, in the written name or in the genuine one.
    Doubled(usize, usize),
    Added,
    Dropped,
    Replaced,
}

impl Edit {
    /// How many places of the written name and of the genuine one it takes.
    fn size(self) -> (usize, usize) {
        match self {
            Self::Same | Self::Replaced => (1, 1),
            Self::Alike(written, genuine)
            | Self::Separator(written, genuine)
            | Self::Doubled(written, genuine) => (written, genuine),
            Self::Swapped => (2, 2),
            Self::Hidden | Self::Added => (1, 0),
            Self::Dropped => (0, 1),
        }
    }

    /// How many places of the genuine name it takes; separators count as none.
    pub(super) fn genuine_letters(self) -> usize {
        if matches!(self, Self::Separator(..)) { 0 } else { self.size().1 }
    }

    /// What it weighs. Only the order and the sums matter: what is seen last weighs least, and a
    /// letter that is replaced less than one that is dropped beside one that is added.
    pub(super) fn weight(self) -> u32 {
        match self {
            Self::Same => 0,
            Self::Hidden => 1,
            Self::Separator(1, 1) => 2,
            Self::Separator(..) => 3,
            Self::Alike(1, 1) => 4,
            Self::Alike(..) => 5,
            Self::Doubled(..) => 8,
            Self::Swapped => 9,
            Self::Added | Self::Dropped => 10,
            Self::Replaced => 14,
        }
    }

    /// Whether it is a typo: something that a reader sees when looking closely.
    pub(super) fn is_typo(self) -> bool {
        matches!(
            self,
            Self::Doubled(..) | Self::Swapped | Self::Added | Self::Dropped | Self::Replaced
        )
    }

    /// The technique that it is a part of.
    pub(super) fn technique(self) -> Option<Technique> {
        match self {
            Self::Same => None,
            Self::Hidden => Some(Technique::Hidden),
            Self::Alike(..) => Some(Technique::Characters),
            Self::Separator(..) => Some(Technique::Separators),
            Self::Swapped => Some(Technique::Swapped),
            Self::Doubled(..) => Some(Technique::Doubled),
            Self::Added => Some(Technique::Added),
            Self::Dropped => Some(Technique::Dropped),
            Self::Replaced => Some(Technique::Replaced),
        }
    }

    fn change(self) -> Change {
        match self {
            Self::Same => Change::None,
            Self::Hidden => Change::Hidden,
            Self::Alike(..) => Change::Alike,
            Self::Separator(..) => Change::Separator,
            Self::Swapped => Change::Swapped,
            Self::Doubled(1, _) | Self::Added => Change::Added,
            Self::Doubled(..) | Self::Dropped => Change::Missing,
            Self::Replaced => Change::Replaced,
        }
    }
}

/// Nearly all names that are compared are this close: a typo or two.
const CLOSE: u32 = 24;

/// The lightest way from the genuine name to the written one.
pub(super) fn align(written: &[Cell<'_>], genuine: &[Cell<'_>]) -> Vec<Edit> {
    let close = align_within(CLOSE, written, genuine);
    close.or_else(|| align_within(u32::MAX, written, genuine)).unwrap_or_default()
}

/// What it takes for the first places of both, and the last move of that.
type Sum = (u32, Edit);

/// The lightest way, where it weighs at most so much. What weighs more on the way is not followed.
fn align_within(limit: u32, written: &[Cell<'_>], genuine: &[Cell<'_>]) -> Option<Vec<Edit>> {
    let width = genuine.len() + 1;
    let mut best: Vec<Sum> = Vec::with_capacity((written.len() + 1) * width);
    for at in 0..=written.len() {
        for of in 0..=genuine.len() {
            let mut lightest = (if at + of == 0 { 0 } else { u32::MAX }, Edit::Same);
            if is_reached(&best, width, at, of) {
                for step in edits(written, genuine, at, of) {
                    let before = before(&best, width, (at, of), step.size());
                    let sum = before.map(|(before, _)| before.saturating_add(step.weight()));
                    if let Some(sum) = sum.filter(|sum| *sum < lightest.0 && *sum <= limit) {
                        lightest = (sum, step);
                    }
                }
            }
            best.push(lightest);
        }
    }
    let (mut at, mut of) = (written.len(), genuine.len());
    best.last().filter(|(sum, _)| *sum <= limit)?;
    let mut path = Vec::with_capacity(at.max(of));
    while at + of > 0 {
        let Some(&(_, step)) = best.get(at * width + of) else { break };
        let (rows, columns) = step.size();
        path.push(step);
        (at, of) = (at.saturating_sub(rows), of.saturating_sub(columns));
    }
    path.reverse();
    Some(path)
}

/// Whether a move can come from anywhere that was followed.
fn is_reached(best: &[Sum], width: usize, at: usize, of: usize) -> bool {
    let sizes = [(1, 1), (1, 0), (0, 1), (2, 1), (1, 2), (2, 2)];
    let mut sums = sizes.into_iter().filter_map(|size| before(best, width, (at, of), size));
    sums.any(|(sum, _)| sum < u32::MAX)
}

/// What it takes up to where a move of this size to these places begins.
fn before(
    best: &[Sum],
    width: usize,
    (at, of): (usize, usize),
    (rows, columns): (usize, usize),
) -> Option<Sum> {
    let (at, of) = (at.checked_sub(rows)?, of.checked_sub(columns)?);
    best.get(at * width + of).copied()
}

/// The moves that can end at these places; the first of two that weigh the same is taken.
fn edits<'a>(
    written: &'a [Cell<'_>],
    genuine: &'a [Cell<'_>],
    at: usize,
    of: usize,
) -> impl Iterator<Item = Edit> + 'a {
    let both = last(written, at, 1).zip(last(genuine, of, 1));
    let one_for_one = both.map(|(w, g)| single(w, g));
    let pairs = [(2, 1), (1, 2)].into_iter().filter_map(move |(rows, columns)| {
        let (w, g) = last(written, at, rows).zip(last(genuine, of, columns))?;
        are_alike(w, g).then_some(Edit::Alike(rows, columns))
    });
    let two = last(written, at, 2).zip(last(genuine, of, 2));
    let swapped = two.filter(|(w, g)| is_swapped(w, g)).map(|_| Edit::Swapped);
    let added = last(written, at, 1).and_then(|w| w.first()).map(|cell| match cell.sort {
        Sort::Hidden => Edit::Hidden,
        Sort::Separator => Edit::Separator(1, 0),
        Sort::Letter if is_doubled(written, at) => Edit::Doubled(1, 0),
        Sort::Letter => Edit::Added,
    });
    let dropped = last(genuine, of, 1).and_then(|g| g.first()).map(|cell| match cell.sort {
        Sort::Letter if is_doubled(genuine, of) => Edit::Doubled(0, 1),
        Sort::Letter => Edit::Dropped,
        Sort::Separator | Sort::Hidden => Edit::Separator(0, 1),
    });
    one_for_one.flatten().into_iter().chain(swapped).chain(pairs).chain(added).chain(dropped)
}

/// The last so many of the first `end` cells.
fn last<'a, 't>(cells: &'a [Cell<'t>], end: usize, count: usize) -> Option<&'a [Cell<'t>]> {
    cells.get(end.checked_sub(count)?..end)
}

fn single(written: &[Cell<'_>], genuine: &[Cell<'_>]) -> Option<Edit> {
    let (w, g) = (written.first()?, genuine.first()?);
    match (w.sort, g.sort) {
        _ if w.is_same(g) => Some(Edit::Same),
        (Sort::Separator, Sort::Separator) => Some(Edit::Separator(1, 1)),
        (Sort::Letter, Sort::Letter) if is_like(w, g) => Some(Edit::Alike(1, 1)),
        (Sort::Letter, Sort::Letter) => Some(Edit::Replaced),
        _ => None,
    }
}

fn is_like(one: &Cell<'_>, other: &Cell<'_>) -> bool {
    one.sort == Sort::Letter && other.sort == Sort::Letter && one.classes().eq(other.classes())
}

/// Whether letters that are not as many look alike: `rn` and `m`.
fn are_alike(written: &[Cell<'_>], genuine: &[Cell<'_>]) -> bool {
    let mut room = [[0; MOST]; 2];
    let [written_room, genuine_room] = &mut room;
    let both = classes(written, written_room).zip(classes(genuine, genuine_room));
    both.is_some_and(|(written, genuine)| is_same_merged(written, genuine))
}

/// Two places have no more letters than this.
const MOST: usize = 6;

/// The classes of cells that are letters.
fn classes<'r>(cells: &[Cell<'_>], room: &'r mut [u8; MOST]) -> Option<&'r [u8]> {
    let mut length = 0;
    for cell in cells {
        if cell.sort != Sort::Letter {
            return None;
        }
        for class in cell.classes() {
            *room.get_mut(length)? = class;
            length += 1;
        }
    }
    room.get(..length)
}

fn is_swapped(written: &[Cell<'_>], genuine: &[Cell<'_>]) -> bool {
    match (written, genuine) {
        ([a, b], [c, d]) => is_like(a, d) && is_like(b, c) && !is_like(a, b),
        _ => false,
    }
}

/// Whether the last of the first `end` cells repeats the letter beside it.
fn is_doubled(cells: &[Cell<'_>], end: usize) -> bool {
    let cell = |at: Option<usize>| at.and_then(|at| cells.get(at));
    let Some(own) = cell(end.checked_sub(1)) else { return false };
    [end.checked_sub(2), Some(end)].into_iter().any(|at| cell(at).is_some_and(|c| is_like(own, c)))
}

/// The moves in the words of [`Step`].
pub(super) fn steps(path: &[Edit], written: &[Cell<'_>], genuine: &[Cell<'_>]) -> Vec<Step> {
    let text = |cells: Option<&[Cell<'_>]>| -> String {
        cells.unwrap_or_default().iter().map(|cell| cell.text).collect()
    };
    let (mut at, mut of) = (0, 0);
    let step = |step: &Edit| {
        let (rows, columns) = step.size();
        let made = Step {
            written: text(written.get(at..at + rows)),
            genuine: text(genuine.get(of..of + columns)),
            change: step.change(),
        };
        (at, of) = (at + rows, of + columns);
        made
    };
    path.iter().map(step).collect()
}
