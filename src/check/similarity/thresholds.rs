//! How far a name may be from a listed one to be called its look-alike.
//!
//! Letters that look alike deceive in a name of any length. Typos do only in longer ones, because
//! short names are few letters apart anyway: `AutoriteitCM` and `AutoriteitFM` are both real.

use super::affix::{Claim, Core};
use super::align::Edit;
use super::skeleton::Skeleton;
use super::targets::{ABBREVIATION, Target, Targets};
use super::{Original, abroad, inflection};

/// From this many letters on, two typos are allowed.
const TWO_TYPOS: usize = 12;

/// How many letters a name must have for a typo of this kind.
fn letters_needed(typo: Edit) -> usize {
    match typo {
        Edit::Doubled(..) => 4,
        Edit::Swapped => 5,
        Edit::Added | Edit::Dropped => 6,
        // The letter that stands there instead makes another name of it.
        Edit::Replaced => 8,
        Edit::Same | Edit::Hidden | Edit::Alike(..) | Edit::Separator(..) => 0,
    }
}

/// Another letter in the word of a family makes the word of another: `vv` and `vr`.
const WHOLE_HEAD: usize = 5;

/// Names of organisations that have fewer letters are not compared: too much looks like them.
const SHORTEST_NAME: usize = 5;

/// The names of organisations are compared for typos from this many letters on.
const NAME_WITH_TYPO: usize = 10;

/// The names of organisations are compared with affixes, and with separators inside a word, from this
/// many letters on.
const NAME_WITH_MORE: usize = 8;

/// A handle of fewer letters than this is told from others by an affix only where the affix says
/// much.
const SHORT: usize = 5;

/// A name with an affix is compared for typos from this many letters on.
const AFFIX_WITH_TYPO: usize = 8;

/// So many letters before the name of a place or of a subject tell of what kind the organisation is.
const INITIALS: usize = 3;

/// Two listed names of fewer letters are not called confusable: too many are alike.
pub(super) const SHORTEST_CONFUSABLE: usize = 3;

/// How many typos are looked for in a name of so many letters.
pub(super) fn reach(letters: usize, core: &Core) -> usize {
    match letters {
        _ if core.claim == Some(Claim::Weak) || core.count > 1 => 0,
        _ if core.count > 0 => usize::from(letters >= AFFIX_WITH_TYPO),
        0..4 => 0,
        4..TWO_TYPOS => 1,
        _ => 2,
    }
}

/// Whether what differs is little enough for a name of this length, and is no other place's name.
pub(super) fn is_allowed(
    targets: &Targets,
    name: &Skeleton<'_>,
    core: &Core,
    target: &Target,
    path: &[Edit],
) -> bool {
    let letters = name.plain.get(core.letters.clone()).unwrap_or_default();
    let is_number = letters.iter().all(u8::is_ascii_digit);
    !is_number
        && !is_police_zone(name, core, target)
        && is_affix_allowed(core, target, path)
        && is_name_allowed(core, target, path)
        && are_typos_allowed(targets, letters, target, path)
}

/// Whether two listed names are so close that a reader must look twice. `is_handle` says whether the
/// first is one, or else an abbreviation.
pub(super) fn is_confusable(
    targets: &Targets,
    name: &Skeleton<'_>,
    target: &Target,
    path: &[Edit],
    is_handle: bool,
) -> bool {
    let shortest = name.letters.len().min(target.letters.len());
    let is_same = path.iter().all(|step| matches!(step, Edit::Same | Edit::Separator(..)));
    let typos = path.iter().filter(|step| step.is_typo()).count();
    if is_same || typos > 1 || shortest < SHORTEST_CONFUSABLE {
        return false;
    }
    let is_abbreviation = !is_handle || matches!(target.original, Original::Name(_));
    let is_one_more = path.iter().any(|step| matches!(step, Edit::Added | Edit::Dropped));
    (is_abbreviation && is_one_more) || are_typos_allowed(targets, &name.plain, target, path)
}

/// Whether all that differs between two names of so many letters is a typing error. Two typos at
/// an end are none: something was put there.
pub(super) fn is_typo(path: &[Edit], letters: usize) -> bool {
    let typos: Vec<Edit> = path.iter().copied().filter(|step| step.is_typo()).collect();
    let is_far = |step: &Edit| letters_needed(*step) > letters;
    let is_light =
        |step: &Edit| matches!(step, Edit::Alike(..) | Edit::Hidden | Edit::Separator(..));
    let at_end = |step: Option<&Edit>| step.is_some_and(|step| step.is_typo());
    match typos.as_slice() {
        [] => letters >= SHORT && path.iter().any(is_light),
        [one] => !is_far(one),
        [one, other] => {
            let is_replaced = typos.contains(&Edit::Replaced);
            let is_affix = at_end(path.first()) || at_end(path.last());
            letters >= TWO_TYPOS && !is_replaced && !is_affix && !is_far(one) && !is_far(other)
        }
        _ => false,
    }
}

/// Whether a number of four digits stands behind the word for the police that is that of a zone of the
/// Belgian police: all of them begin with a 5.
fn is_police_zone(name: &Skeleton<'_>, core: &Core, target: &Target) -> bool {
    let behind = name.plain.get(core.letters.end..).unwrap_or_default();
    let is_zone = matches!(behind, [b'5', _, _, _]) && behind.iter().all(u8::is_ascii_digit);
    is_zone && core.letters.start == 0 && *target.plain == *b"politie"
}

fn is_affix_allowed(core: &Core, target: &Target, path: &[Edit]) -> bool {
    let Some(claim) = core.claim else { return true };
    let length = target.letters.len();
    let has_typo = path.iter().any(|step| step.is_typo());
    if has_typo && (length < AFFIX_WITH_TYPO || core.count > 1) {
        return false;
    }
    // A town and one of many words make innocent names: `rotterdamonline`.
    let is_vague = claim == Claim::Weak && (target.is_place || core.count > 1);
    !is_vague && (length >= SHORT || (claim > Claim::Weak && core.count == 1))
}

fn is_name_allowed(core: &Core, target: &Target, path: &[Edit]) -> bool {
    if !matches!(target.original, Original::Name(_)) {
        return true;
    }
    let length = target.letters.len();
    let has_typo = path.iter().any(|step| step.is_typo());
    let is_split = path.contains(&Edit::Separator(1, 0));
    let is_disguised = has_typo || path.iter().any(|step| matches!(step, Edit::Alike(..)));
    // What an organisation calls itself with an affix may be its own, as far as is known: only who
    // promises help there is worth a warning.
    let is_affixed = core.claim == Some(Claim::Help) && length >= NAME_WITH_MORE;
    let is_typo_fine = !has_typo || (length >= NAME_WITH_TYPO && target.item != ABBREVIATION);
    let is_hidden = path.contains(&Edit::Hidden);
    length >= SHORTEST_NAME
        && is_typo_fine
        && (core.claim.is_none() || is_affixed)
        && (is_disguised || is_affixed || is_hidden || (is_split && length >= NAME_WITH_MORE))
}

fn are_typos_allowed(targets: &Targets, letters: &[u8], target: &Target, path: &[Edit]) -> bool {
    let typos = path.iter().filter(|step| step.is_typo()).count();
    if typos == 0 {
        return true;
    }
    let length = target.letters.len();
    // Behind the word of a family, a name is as long as what tells it from its siblings; the word
    // itself helps a little to know it again.
    let own = if target.head > 0 { length - target.head + 2 } else { length };
    let mut at = 0;
    let mut shortest = length;
    let mut in_initials = [false; 2];
    let is_national = target.plain.ends_with(&targets.country);
    for step in path {
        let inside = if at < target.head { length } else { own };
        if step.is_typo() {
            shortest = shortest.min(inside);
            let is_short_head = at < target.head && target.head < WHOLE_HEAD;
            if at < INITIALS {
                let [added, dropped] = in_initials;
                in_initials = [added || *step == Edit::Added, dropped || *step == Edit::Dropped];
            }
            // `AmsterdamNY` is another Amsterdam.
            let is_elsewhere = is_national && at + targets.country.len() >= length;
            let is_other = (is_short_head || is_elsewhere) && *step == Edit::Replaced;
            if inside < letters_needed(*step) || is_other {
                return false;
            }
        }
        at += step.genuine_letters();
    }
    let replaced = path.iter().filter(|step| **step == Edit::Replaced).count();
    let alike = path.iter().filter(|step| matches!(step, Edit::Alike(..))).count();
    // `crisis112` is no `CrisisGLZ`.
    if replaced > 0 && alike > 1 {
        return false;
    }
    if alike > 0 && own < letters_needed(Edit::Replaced) {
        return false;
    }
    let is_few = typos == 1 || (typos == 2 && replaced == 0 && shortest >= TWO_TYPOS);
    // `BwRivierenland` is the fire service, and `wsrivierenland` the water board.
    let is_other_kind = in_initials == [true, true];
    // Two letters at an end were put there: those of a country, `RaadvanState_be`.
    let (before, behind) =
        (letters.strip_suffix(&*target.plain), letters.strip_prefix(&*target.plain));
    let added = path.iter().filter(|step| **step == Edit::Added).count();
    let is_put = added > 1 && (before.is_some() || behind.is_some());
    is_few
        && !is_put
        && !is_other_kind
        && !abroad::is_word(letters)
        && !inflection::is_derived(targets, letters, &target.plain)
        && !is_another_place(targets, letters, target, path)
}

/// Whether the letters name a place of their own, or are an inflection of the place that the listed
/// name is: `brabants`.
fn is_another_place(targets: &Targets, letters: &[u8], target: &Target, path: &[Edit]) -> bool {
    let is_longer = matches!(path, [.., Edit::Same | Edit::Alike(..), Edit::Added])
        || matches!(path, [.., Edit::Doubled(1, 0)]);
    let is_inflected =
        target.is_place && is_longer && matches!(letters.last(), Some(b's' | b'e' | b'n' | b'r'));
    let own_head = targets.head(letters);
    let same_head = own_head == target.head;
    let place = letters.get(own_head..).unwrap_or_default();
    let has_place = targets.has_place(letters) || abroad::is_place(place);
    is_inflected || (same_head && has_place && letters != &*target.plain)
}
