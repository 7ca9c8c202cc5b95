//! Letters of the domain name system that are taken for others: `vv` for `w`, `cl` for `d`, `u` for `v`.
//!
//! Wider than the skeleton of names ([`super::homograph`]): a host is read in the small letters of an
//! address bar, and whoever registers one has only letters, digits and the dash to choose from.

use std::hash::{DefaultHasher, Hasher};

use crate::check::similarity::class;

/// How a label is disguised.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct Disguise {
    /// How many of its places no quick eye tells from the genuine ones.
    pub(super) strong: usize,
    /// How many only look like them: one plain letter for another.
    pub(super) weak: usize,
}

impl Disguise {
    /// How many places of the label are not the genuine ones.
    pub(super) fn places(self) -> usize {
        self.strong + self.weak
    }
}

/// More places than this are no disguise, but another word.
const MOST: usize = 3;

/// A number for what is left of a label in haste: letters that may stand for one another are one, thin
/// strokes are passed over, and so is how often a letter stands.
pub(super) fn outline(label: &str) -> u64 {
    let mut hasher = DefaultHasher::new();
    let mut last = None;
    for rough in label.bytes().filter_map(rough) {
        if last != Some(rough) {
            hasher.write_u8(rough);
        }
        last = Some(rough);
    }
    hasher.finish()
}

fn rough(letter: u8) -> Option<u8> {
    Some(match letter {
        b'i' | b'j' | b'l' | b'1' | b'y' | b'-' => return None,
        b'b' | b'c' | b'd' | b'e' | b'h' | b'k' | b'3' | b'8' => b'c',
        b'm' | b'n' | b'r' => b'n',
        b'u' | b'v' | b'w' => b'v',
        b'6' => b'g',
        other => class(other),
    })
}

/// How a label is a genuine one in disguise, in as few places as can be; `None` where it is not, or is the
/// genuine one.
pub(super) fn disguise(written: &str, genuine: &str) -> Option<Disguise> {
    let found = within(written.as_bytes(), genuine.as_bytes(), MOST)?;
    (found.places() > 0).then_some(found)
}

/// The lightest disguise of at most so many places.
fn within(written: &[u8], genuine: &[u8], most: usize) -> Option<Disguise> {
    let Some(first) = genuine.first() else {
        return written.is_empty().then(Disguise::default);
    };
    let mut best: Option<Disguise> = None;
    if written.first() == Some(first) {
        best = within(written.get(1..)?, genuine.get(1..)?, most);
    }
    let sizes = [(1, 1), (2, 1), (1, 2), (3, 1)];
    for (own, other) in sizes.into_iter().filter(|_| most > 0) {
        let Some(((own, rest), (other, others))) =
            written.split_at_checked(own).zip(genuine.split_at_checked(other))
        else {
            continue;
        };
        let Some(here) = glyph(own, other).filter(|it| it.places() <= most) else { continue };
        if let Some(rest) = within(rest, others, most - here.places()) {
            let sum = Disguise { strong: here.strong + rest.strong, weak: here.weak + rest.weak };
            if best.is_none_or(|best| sum.places() < best.places()) {
                best = Some(sum);
            }
        }
    }
    best
}

/// How some letters stand for others.
fn glyph(written: &[u8], genuine: &[u8]) -> Option<Disguise> {
    let strong = |count| Some(Disguise { strong: count, weak: 0 });
    match (written, genuine) {
        ([own], [other]) if own == other => None,
        ([own], [other]) if class(*own) == class(*other) => strong(1),
        ([own], [other]) => {
            let is_like =
                WEAK.iter().any(|pair| *pair == [*own, *other] || *pair == [*other, *own]);
            is_like.then_some(Disguise { strong: 0, weak: 1 })
        }
        (pair @ [_, _], [one]) => is_drawn(pair, *one).then_some(()).and(strong(1)),
        ([one], pair @ [_, _]) => ONE.contains(&(*one, pair)).then_some(()).and(strong(1)),
        // `cll` for `d`, `nnn` for `m`: a stroke more than it takes.
        ([first, middle, last], [one]) => {
            let is_long = is_drawn(&[*first, *middle], *one) && is_stroke(*last, *one)
                || is_drawn(&[*middle, *last], *one) && is_stroke(*first, *one);
            is_long.then_some(()).and(strong(2))
        }
        _ => None,
    }
}

/// Plain letters that look like one another.
const WEAK: [[u8; 2]; 7] = [*b"bd", *b"ce", *b"mn", *b"nr", *b"uv", *b"69", *b"38"];

/// Letters that are taken for two.
const ONE: [(u8, &[u8]); 6] =
    [(b'm', b"rn"), (b'm', b"nn"), (b'w', b"vv"), (b'd', b"cl"), (b'd', b"ci"), (b'y', b"ij")];

/// Whether two letters are drawn like one.
fn is_drawn(pair: &[u8], one: u8) -> bool {
    let &[first, last] = pair else { return false };
    let is_round = |letter: u8| matches!(letter, b'b' | b'c' | b'd');
    match one {
        b'b' | b'd' => {
            is_round(first) && is_thin(last) || is_thin(first) && matches!(last, b'b' | b'd')
        }
        b'h' => is_thin(first) && last == b'h',
        b'k' => is_thin(first) && last == b'c',
        b'm' => is_arch(first) && is_arch(last) && pair != b"mm",
        b'w' => matches!(first, b'u' | b'v') && matches!(last, b'u' | b'v'),
        b'y' => pair == b"ij",
        _ => false,
    }
}

/// Whether it is a stroke more of a letter.
fn is_stroke(stroke: u8, one: u8) -> bool {
    if one == b'm' { is_arch(stroke) } else { is_thin(stroke) }
}

/// Whether it is a stroke from top to bottom; an `i` makes a syllable with its neighbours.
fn is_thin(letter: u8) -> bool {
    matches!(letter, b'l' | b'1')
}

fn is_arch(letter: u8) -> bool {
    matches!(letter, b'm' | b'n' | b'r')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_disguise_is_told_by_its_places() {
        for (written, genuine, strong, weak) in [
            ("dlgid", "digid", 1, 0),
            ("c1igid", "digid", 1, 0),
            ("clgld", "digid", 0, 0),
            ("cligicl", "digid", 2, 0),
            ("digib", "digid", 0, 1),
            ("lbiqid", "digid", 2, 0),
            ("annsterdam", "amsterdam", 1, 0),
            ("arnsterdarn", "amsterdam", 2, 0),
            ("amstcrdan", "amsterdam", 0, 2),
            ("clluo", "duo", 2, 0),
            ("dv0", "duo", 1, 1),
            ("svd", "svb", 0, 1),
            ("uvw", "uwv", 0, 0),
            ("uvvv", "uwv", 1, 0),
            ("kvlc", "kvk", 1, 0),
            ("kmi", "knmi", 0, 0),
            ("rivmm", "rivm", 0, 0),
            ("rd", "rdi", 0, 0),
            ("cids", "cbs", 0, 0),
            ("rnuiden", "muiden", 1, 0),
            ("mhem", "arnhem", 0, 0),
            ("digid", "digid", 0, 0),
            ("", "digid", 0, 0),
            ("digid", "", 0, 0),
        ] {
            let found = disguise(written, genuine).unwrap_or_default();
            assert_eq!((found.strong, found.weak), (strong, weak), "{written} {genuine}");
            if found.places() > 0 {
                assert_eq!(outline(written), outline(genuine), "{written} {genuine}");
            }
        }
    }
}
