//! Whether a form can find anything in addresses that are alike but for one part of the path.

use std::collections::HashSet;

use super::{Base, Form, FormBase, Part, Path, Pieces};

/// What a form finds in a part of a path.
pub(in crate::platform) enum Look<'t> {
    Nothing,
    /// A text in the place of a name of this name-space.
    Name(u8, &'t str),
    /// All of the address must be looked at.
    Unsure,
}

impl Form {
    /// Whether the form can find something in such an address as this one, with any text of plain letters behind `before`
    /// in that part of its path. A form that asks for a word there adds it to `words`, in lower case, and counts for no
    /// other text.
    pub(in crate::platform) fn is_candidate(
        &self,
        pieces: &Pieces,
        (other, before): (usize, &str),
        words: &mut HashSet<String>,
    ) -> bool {
        let is_here = match (&self.base, &pieces.base) {
            (FormBase::Host(pattern) | FormBase::NameIsHost(_, pattern), Base::Host(host)) => {
                pattern.fits(host)
            }
            (FormBase::Platform | FormBase::NameAtHost(..), Base::Host(_)) => true,
            (FormBase::Scheme(own), Base::Scheme(scheme)) => own == scheme,
            _ => false,
        };
        let has_query = self.query.iter().all(|(key, _)| pieces.query.value(key).is_some());
        let is_cut = |fragment: &Path| fragment.parts.is_empty() || !pieces.fragment.is_empty();
        is_here
            && has_query
            && self.fragment.as_ref().is_none_or(is_cut)
            && self.path.is_as_long(pieces.path.len())
            && self.path.fits_beside(&pieces.path, other)
            && self.path.can_be_at(other, before, words)
    }

    /// What a candidate finds in such an address with this text in that part of its path.
    pub(in crate::platform) fn look_at<'t>(
        &self,
        pieces: &Pieces,
        other: usize,
        text: &'t str,
    ) -> Look<'t> {
        let is_word = |part: &Part| matches!(part, Part::Word(_) | Part::OneOf(_));
        // Behind the last part there is at most one that need not be there.
        let mut beside = self.path.parts.iter().take(pieces.path.len()).enumerate();
        let is_plain = matches!(self.base, FormBase::Platform)
            && self.query.is_empty()
            && self.fragment.is_none()
            && beside.all(|(at, part)| at == other || is_word(part));
        match self.path.parts.get(other) {
            Some(Part::Name(it)) if is_plain => {
                it.take(text).map_or(Look::Nothing, |name| Look::Name(it.space, name))
            }
            Some(Part::Any(start, end)) => {
                let rest = text.strip_prefix(start.as_str());
                let fits = rest.is_some_and(|rest| rest.ends_with(end.as_str()));
                if fits { Look::Unsure } else { Look::Nothing }
            }
            _ => Look::Unsure,
        }
    }
}

impl Path {
    /// Whether a path of so many parts can be such a one.
    fn is_as_long(&self, parts: usize) -> bool {
        let has_all = match self.parts.get(parts) {
            None | Some(Part::OneOfOrEnd(_)) => true,
            Some(_) => false,
        };
        has_all && (self.open || parts <= self.parts.len())
    }

    /// Whether all parts but one are the words that are asked for.
    fn fits_beside(&self, parts: &[String], other: usize) -> bool {
        let mut beside = (0..).zip(parts).filter(|(at, _)| *at != other);
        beside.all(|(at, part)| match self.parts.get(at) {
            Some(Part::Word(word)) => part.eq_ignore_ascii_case(word),
            Some(Part::OneOf(words)) => words.iter().any(|word| part.eq_ignore_ascii_case(word)),
            _ => true,
        })
    }

    /// Whether text of plain letters can be that part behind `before`; the words that it must be else are noted.
    fn can_be_at(&self, other: usize, before: &str, words: &mut HashSet<String>) -> bool {
        let own = match self.parts.get(other) {
            Some(Part::Word(word)) => std::slice::from_ref(word),
            Some(Part::OneOf(all) | Part::OneOfOrEnd(all)) => all.as_slice(),
            Some(Part::Name(it)) => return it.anything_first || can_begin(&it.before, before),
            Some(Part::Any(start, _)) => return can_begin(start, before),
            None => return true,
        };
        words.extend(own.iter().map(|word| word.to_ascii_lowercase()));
        false
    }
}

/// Whether what begins so can be this with plain letters behind it.
fn can_begin(start: &str, before: &str) -> bool {
    let behind = start.strip_prefix(before).unwrap_or_default();
    (start.starts_with(before) || before.starts_with(start)) && behind.bytes().all(is_plain)
}

/// Whether a byte stands in an address as it is, and is a sign of nothing there.
pub(in crate::platform) fn is_plain(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || matches!(byte, b'_' | b'-' | b'.')
}
