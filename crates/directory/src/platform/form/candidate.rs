//! Whether a form can find anything in addresses that are alike but for one part of the path.

use std::collections::HashSet;

use super::{Base, Form, FormBase, Part, Path, Pieces};

impl Form {
    /// Whether the form can find something in such an address as this one, with any text in that part of its path. A
    /// form that asks for a word there adds it to `words`, in lower case, and counts for no other text.
    pub(in crate::platform) fn is_candidate(
        &self,
        pieces: &Pieces,
        other: usize,
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
            && self.path.asks_no_word(other, words)
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
            _ => true,
        })
    }

    /// Whether any text can be that part; the words that it must be else are noted.
    fn asks_no_word(&self, other: usize, words: &mut HashSet<String>) -> bool {
        let own = match self.parts.get(other) {
            Some(Part::Word(word)) => std::slice::from_ref(word),
            Some(Part::OneOf(all) | Part::OneOfOrEnd(all)) => all.as_slice(),
            _ => return true,
        };
        words.extend(own.iter().map(|word| word.to_ascii_lowercase()));
        false
    }
}
