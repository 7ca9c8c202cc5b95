//! What a handle says: the template that it follows with a name of its organisation.

use crate::audit::conventions::spelling::{shortens, spellings};
use crate::audit::conventions::template::{Slot, Template};
use crate::audit::conventions::terms::terms;
use crate::directory::{AccountIndex, Directory};
use crate::text::fold::fold;

/// The template that a handle follows with a whole name of its organisation.
pub(super) fn read(directory: &Directory, account: AccountIndex, handle: &str) -> Option<Template> {
    let organisation = directory.organisation(directory.account(account).organisation);
    let folded = fold(handle);
    Slot::ALL.into_iter().find_map(|slot| {
        let spelled = terms(organisation, slot).into_iter().flat_map(spellings);
        let fitting = spelled.filter(|it| it.len() > 1 && folded.contains(it.as_str()));
        let spelling = fitting.max_by_key(String::len)?;
        // The name stands behind the family's letters more often than before them.
        let (before, behind) = folded.rsplit_once(spelling.as_str())?;
        let is_chance = slot == Slot::Abbreviation
            && (is_inside_word(before, behind) || spellings(&organisation.name).contains(&folded));
        if is_chance || is_number(before) || is_number(behind) {
            return None;
        }
        let (start, end) = (before.chars().count(), behind.chars().count());
        let length = handle.chars().count();
        // Folding may have dropped a mark; then the case is that of the folded letters.
        if folded.chars().count() != length {
            return Some(Template::new(before, slot, behind));
        }
        let before: String = handle.chars().take(start).collect();
        let behind: String = handle.chars().skip(length - end).collect();
        Some(Template::new(&before, slot, &behind))
    })
}

/// Whether something stands in the midst of a word, as `na` in `nationaalarchief`.
fn is_inside_word(before: &str, behind: &str) -> bool {
    before.ends_with(char::is_alphanumeric) && behind.starts_with(char::is_alphanumeric)
}

/// Whether letters around a name are a number: that of one account whose name was taken, such as the
/// `8788` that `YouTube` itself puts behind a name, and no letters of a family.
fn is_number(around: &str) -> bool {
    around.contains(char::is_numeric) && !around.contains(char::is_alphabetic)
}

/// Whether what stands in the open place is a whole name of the account's organisation.
pub(in crate::audit) fn is_spelled(
    directory: &Directory,
    account: AccountIndex,
    opening: &str,
    slot: Slot,
) -> bool {
    let organisation = directory.organisation(directory.account(account).organisation);
    terms(organisation, slot).into_iter().flat_map(spellings).any(|it| it == opening)
}

/// Whether what stands in the open place is a name of the account's organisation, with letters left out.
pub(in crate::audit) fn is_shortened(
    directory: &Directory,
    account: AccountIndex,
    opening: &str,
    slot: Slot,
) -> bool {
    let organisation = directory.organisation(directory.account(account).organisation);
    terms(organisation, slot).iter().any(|term| shortens(opening, term))
}
