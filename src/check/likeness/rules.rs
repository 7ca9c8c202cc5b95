//! How far a name may be from a listed one to be called its look-alike.
//!
//! Letters that look alike deceive in a name of any length. Slips do only in longer ones, because
//! short names are few letters apart anyway: `AutoriteitCM` and `AutoriteitFM` are both real.

use super::Original;
use super::affix::{Claim, Core};
use super::align::Move;
use super::fold::Folded;
use super::targets::{ABBREVIATION, Target, Targets, head};

/// From this many letters on, two slips are allowed.
const TWO_SLIPS: usize = 12;

/// How many letters a name must have for a slip of this kind.
fn letters_needed(slip: Move) -> usize {
    match slip {
        Move::Doubled(..) => 4,
        Move::Swapped => 5,
        Move::Added | Move::Dropped => 6,
        // The letter that stands there instead makes another name of it.
        Move::Replaced => 8,
        Move::Same | Move::Hidden | Move::Alike(..) | Move::Separator(..) => 0,
    }
}

/// Another letter in the word of a family makes the word of another: `vv` and `vr`.
const WHOLE_HEAD: usize = 5;

/// Names of organisations that have fewer letters are not compared: too much looks like them.
const SHORTEST_NAME: usize = 5;

/// The names of organisations are compared for slips from this many letters on.
const NAME_WITH_SLIP: usize = 10;

/// The same for affixes and for separators inside a word.
const NAME_WITH_MORE: usize = 8;

/// A handle of fewer letters than this is told from others by an affix only where the affix says
/// much.
const SHORT: usize = 5;

/// A name with an affix is compared for slips from this many letters on.
const AFFIX_WITH_SLIP: usize = 8;

/// Two listed names of fewer letters are not called confusable: too many are alike.
pub(super) const SHORTEST_CONFUSABLE: usize = 3;

/// How many slips are looked for in a name of so many letters.
pub(super) fn reach(letters: usize, core: &Core) -> usize {
    match letters {
        _ if core.claim == Some(Claim::Weak) || core.count > 1 => 0,
        _ if core.count > 0 => usize::from(letters >= AFFIX_WITH_SLIP),
        0..4 => 0,
        4..TWO_SLIPS => 1,
        _ => 2,
    }
}

/// Whether what differs is little enough for a name of this length, and is no other place's name.
pub(super) fn is_allowed(
    targets: &Targets,
    name: &Folded<'_>,
    core: &Core,
    target: &Target,
    path: &[Move],
) -> bool {
    let letters = name.plain.get(core.letters.clone()).unwrap_or_default();
    let is_number = letters.iter().all(u8::is_ascii_digit);
    !is_number
        && is_affix_allowed(core, target, path)
        && is_name_allowed(core, target, path)
        && are_slips_allowed(targets, letters, target, path)
}

/// Whether two listed names are so close that a reader must look twice. `is_handle` says whether the
/// first is one, or else an abbreviation.
pub(super) fn is_confusable(
    targets: &Targets,
    name: &Folded<'_>,
    target: &Target,
    path: &[Move],
    is_handle: bool,
) -> bool {
    let shortest = name.letters.len().min(target.letters.len());
    let is_same = path.iter().all(|step| matches!(step, Move::Same | Move::Separator(..)));
    let slips = path.iter().filter(|step| step.is_slip()).count();
    if is_same || slips > 1 || shortest < SHORTEST_CONFUSABLE {
        return false;
    }
    let is_abbreviation = !is_handle || matches!(target.original, Original::Name(_));
    let is_one_more = path.iter().any(|step| matches!(step, Move::Added | Move::Dropped));
    (is_abbreviation && is_one_more) || are_slips_allowed(targets, &name.plain, target, path)
}

/// Whether all that differs between two names of so many letters is a slip of the pen. Two slips at
/// an end are none: something was put there.
pub(super) fn is_slip(path: &[Move], letters: usize) -> bool {
    let slips: Vec<Move> = path.iter().copied().filter(|step| step.is_slip()).collect();
    let is_far = |step: &Move| letters_needed(*step) > letters;
    let is_light =
        |step: &Move| matches!(step, Move::Alike(..) | Move::Hidden | Move::Separator(..));
    let at_end = |step: Option<&Move>| step.is_some_and(|step| step.is_slip());
    match slips.as_slice() {
        [] => letters >= SHORT && path.iter().any(is_light),
        [one] => !is_far(one),
        [one, other] => {
            let is_replaced = slips.contains(&Move::Replaced);
            let is_affix = at_end(path.first()) || at_end(path.last());
            letters >= TWO_SLIPS && !is_replaced && !is_affix && !is_far(one) && !is_far(other)
        }
        _ => false,
    }
}

fn is_affix_allowed(core: &Core, target: &Target, path: &[Move]) -> bool {
    let Some(claim) = core.claim else { return true };
    let length = target.letters.len();
    let has_slip = path.iter().any(|step| step.is_slip());
    if has_slip && (length < AFFIX_WITH_SLIP || core.count > 1) {
        return false;
    }
    // A town and one of many words make innocent names: `rotterdamonline`.
    let is_vague = claim == Claim::Weak && (target.is_place || core.count > 1);
    !is_vague && (length >= SHORT || (claim > Claim::Weak && core.count == 1))
}

fn is_name_allowed(core: &Core, target: &Target, path: &[Move]) -> bool {
    if !matches!(target.original, Original::Name(_)) {
        return true;
    }
    let length = target.letters.len();
    let has_slip = path.iter().any(|step| step.is_slip());
    let is_split = path.contains(&Move::Separator(1, 0));
    let is_disguised = has_slip || path.iter().any(|step| matches!(step, Move::Alike(..)));
    // What an organisation calls itself with an affix may be its own, as far as is known: only who
    // promises help there is worth a warning.
    let is_affixed = core.claim == Some(Claim::Help) && length >= NAME_WITH_MORE;
    let is_slip_fine = !has_slip || (length >= NAME_WITH_SLIP && target.item != ABBREVIATION);
    let is_hidden = path.contains(&Move::Hidden);
    length >= SHORTEST_NAME
        && is_slip_fine
        && (core.claim.is_none() || is_affixed)
        && (is_disguised || is_affixed || is_hidden || (is_split && length >= NAME_WITH_MORE))
}

fn are_slips_allowed(targets: &Targets, letters: &[u8], target: &Target, path: &[Move]) -> bool {
    let slips = path.iter().filter(|step| step.is_slip()).count();
    if slips == 0 {
        return true;
    }
    let length = target.letters.len();
    // Behind the word of a family, a name is as long as what tells it from its siblings; the word
    // itself helps a little to know it again.
    let own = if target.head > 0 { length - target.head + 2 } else { length };
    let mut at = 0;
    let mut shortest = length;
    for step in path {
        let inside = if at < target.head { length } else { own };
        if step.is_slip() {
            shortest = shortest.min(inside);
            let is_short_head = at < target.head && target.head < WHOLE_HEAD;
            if inside < letters_needed(*step) || (is_short_head && *step == Move::Replaced) {
                return false;
            }
        }
        at += step.genuine_letters();
    }
    let replaced = path.iter().filter(|step| **step == Move::Replaced).count();
    let is_disguised = path.iter().any(|step| matches!(step, Move::Alike(..)));
    if is_disguised && own < letters_needed(Move::Replaced) {
        return false;
    }
    let is_few = slips == 1 || (slips == 2 && replaced == 0 && shortest >= TWO_SLIPS);
    is_few && !is_another_place(targets, letters, target, path)
}

/// Whether the letters name a place of their own, or are an inflection of the place that the listed
/// name is: `brabants`.
fn is_another_place(targets: &Targets, letters: &[u8], target: &Target, path: &[Move]) -> bool {
    let is_longer = matches!(path, [.., Move::Same | Move::Alike(..), Move::Added])
        || matches!(path, [.., Move::Doubled(1, 0)]);
    let is_inflected =
        target.is_place && is_longer && matches!(letters.last(), Some(b's' | b'e' | b'n' | b'r'));
    let own_head = head(letters);
    let same_head = own_head == target.head;
    is_inflected || (same_head && targets.has_place(letters) && letters != &*target.plain)
}
