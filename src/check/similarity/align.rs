//! Aligning a name with the one that it is taken for, place by place.

use super::confusables::pair;
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

/// One place of a name, with what its moves depend on.
#[derive(Clone, Copy)]
struct Place<'a, 't> {
    cell: &'a Cell<'t>,
    /// The classes of its letters as one number; `None` where it has no letters.
    classes: Option<u32>,
    /// Whether it repeats the letters beside it.
    is_doubled: bool,
}

impl Place<'_, '_> {
    /// The class of its letter, where it has one letter.
    fn class(&self) -> Option<u8> {
        u8::try_from(self.classes?).ok()
    }

    fn is_like(&self, other: &Place<'_, '_>) -> bool {
        self.classes.is_some() && self.classes == other.classes
    }
}

fn places<'a, 't>(cells: &'a [Cell<'t>]) -> Vec<Place<'a, 't>> {
    let number = |cell: &Cell<'_>| cell.classes().fold(0, |all, class| all << 8 | u32::from(class));
    let place = |cell: &'a Cell<'t>| Place {
        cell,
        classes: (cell.sort == Sort::Letter).then(|| number(cell)),
        is_doubled: false,
    };
    let mut places: Vec<Place<'a, 't>> = cells.iter().map(place).collect();
    for at in 1..places.len() {
        if let Some([one, other]) = places.get_mut(at - 1..=at)
            && one.is_like(other)
        {
            (one.is_doubled, other.is_doubled) = (true, true);
        }
    }
    places
}

/// The lightest way from the genuine name to the written one.
pub(super) fn align(written: &[Cell<'_>], genuine: &[Cell<'_>]) -> Vec<Edit> {
    let (written, genuine) = (places(written), places(genuine));
    let close = align_within(CLOSE, &written, &genuine);
    close.or_else(|| align_within(u32::MAX, &written, &genuine)).unwrap_or_default()
}

/// What it takes for the first places of both, and the last move of that.
type Sum = (u32, Edit);

/// Where nothing leads to.
const NOWHERE: Sum = (u32::MAX, Edit::Same);

/// The lightest way, where it weighs at most so much. What weighs more on the way is not followed.
fn align_within(
    limit: u32,
    written: &[Place<'_, '_>],
    genuine: &[Place<'_, '_>],
) -> Option<Vec<Edit>> {
    let width = genuine.len() + 1;
    let mut best: Vec<Sum> = Vec::with_capacity((written.len() + 1) * width);
    // The first column that was reached in the last row and in the one before it, and where they end.
    let mut reached = [(0, 1), (0, 1)];
    for at in 0..=written.len() {
        let [earlier, last] = reached;
        // A move leads at most two columns on.
        let (from, to) = (earlier.0.min(last.0), earlier.1.max(last.1) + 2);
        let mut own = (usize::MAX, 0);
        best.resize(at * width + from.min(width), NOWHERE);
        for of in from..width {
            if of >= to && of > own.1 {
                break;
            }
            let mut lightest = if at + of == 0 { (0, Edit::Same) } else { NOWHERE };
            for step in edits(written, genuine, at, of) {
                let before = before(&best, width, (at, of), step.size());
                let sum = before.map(|(before, _)| before.saturating_add(step.weight()));
                if let Some(sum) = sum.filter(|sum| *sum < lightest.0 && *sum <= limit) {
                    lightest = (sum, step);
                }
            }
            if lightest.0 < u32::MAX {
                own = (own.0.min(of), of + 1);
            }
            best.push(lightest);
        }
        best.resize((at + 1) * width, NOWHERE);
        reached = [last, own];
    }
    path(&best, written.len(), genuine.len())
        .filter(|_| best.last().is_some_and(|it| it.0 <= limit))
}

/// The moves that lead to the end of both names.
fn path(best: &[Sum], mut at: usize, mut of: usize) -> Option<Vec<Edit>> {
    let width = of + 1;
    let mut path = Vec::with_capacity(at.max(of));
    while at + of > 0 {
        let &(_, step) = best.get(at * width + of)?;
        let (rows, columns) = step.size();
        path.push(step);
        (at, of) = (at.checked_sub(rows)?, of.checked_sub(columns)?);
    }
    path.reverse();
    Some(path)
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
fn edits(
    written: &[Place<'_, '_>],
    genuine: &[Place<'_, '_>],
    at: usize,
    of: usize,
) -> impl Iterator<Item = Edit> {
    let (w, g) = (last(written, at), last(genuine, of));
    let both = w.zip(g);
    let two = w.zip(at.checked_sub(1).and_then(|at| last(written, at)));
    let two_genuine = g.zip(of.checked_sub(1).and_then(|of| last(genuine, of)));
    let one_for_one = both.and_then(|(w, g)| single(w, g));
    let swapped = two.zip(two_genuine).filter(|(w, g)| is_swapped(*w, *g)).map(|_| Edit::Swapped);
    let joined = two.zip(g).filter(|((second, first), g)| are_alike([first, second], g));
    let joined = joined.map(|_| Edit::Alike(2, 1));
    let parted = two_genuine.zip(w).filter(|((second, first), w)| are_alike([first, second], w));
    let parted = parted.map(|_| Edit::Alike(1, 2));
    let added = w.map(|place| match place.cell.sort {
        Sort::Hidden => Edit::Hidden,
        Sort::Separator => Edit::Separator(1, 0),
        Sort::Letter if place.is_doubled => Edit::Doubled(1, 0),
        Sort::Letter => Edit::Added,
    });
    let dropped = g.map(|place| match place.cell.sort {
        Sort::Letter if place.is_doubled => Edit::Doubled(0, 1),
        Sort::Letter => Edit::Dropped,
        Sort::Separator | Sort::Hidden => Edit::Separator(0, 1),
    });
    [one_for_one, swapped, joined, parted, added, dropped].into_iter().flatten()
}

/// The last of the first `end` places.
fn last<'p, 'a, 't>(places: &'p [Place<'a, 't>], end: usize) -> Option<&'p Place<'a, 't>> {
    places.get(end.checked_sub(1)?)
}

fn single(written: &Place<'_, '_>, genuine: &Place<'_, '_>) -> Option<Edit> {
    match (written.cell.sort, genuine.cell.sort) {
        // The letter in both cases is of one class.
        (Sort::Letter, Sort::Letter) if written.classes != genuine.classes => Some(Edit::Replaced),
        _ if written.cell.is_same(genuine.cell) => Some(Edit::Same),
        (Sort::Separator, Sort::Separator) => Some(Edit::Separator(1, 1)),
        (Sort::Letter, Sort::Letter) => Some(Edit::Alike(1, 1)),
        _ => None,
    }
}

/// Whether two places and one look alike: `rn` and `m`.
fn are_alike(two: [&Place<'_, '_>; 2], one: &Place<'_, '_>) -> bool {
    let [first, second] = two;
    if let (Some(first), Some(second), Some(one)) = (first.class(), second.class(), one.class()) {
        return pair(first, second) == Some(one);
    }
    let (mut room, mut other_room) = ([0; MOST], [0; MOST]);
    let both = classes(&two, &mut room).zip(classes(&[one], &mut other_room));
    both.is_some_and(|(two, one)| is_same_merged(two, one))
}

/// Two places have no more letters than this.
const MOST: usize = 6;

/// The classes of places that are letters.
fn classes<'r>(places: &[&Place<'_, '_>], room: &'r mut [u8; MOST]) -> Option<&'r [u8]> {
    let mut length = 0;
    for place in places {
        place.classes?;
        for class in place.cell.classes() {
            *room.get_mut(length)? = class;
            length += 1;
        }
    }
    room.get(..length)
}

/// Whether two places, the last one first, are those of the other name the other way round.
fn is_swapped(
    written: (&Place<'_, '_>, &Place<'_, '_>),
    genuine: (&Place<'_, '_>, &Place<'_, '_>),
) -> bool {
    let ((b, a), (d, c)) = (written, genuine);
    a.is_like(d) && b.is_like(c) && !a.is_like(b)
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
