//! Addresses with a name in them that needs no encoding: what they are made of is known without taking each apart.

use std::collections::HashSet;

use super::Platform;
use super::address::{Base, Pieces};
use super::compile::Meaning;
use super::form::Form;
use super::form::candidate::{Look, is_plain};
use super::name::AccountName;

/// A name that is no name of anybody's, to see where in an address one stands.
const PLACEHOLDER: &str = "0name0";

/// What the canonical addresses of a name-space are made of.
#[derive(Debug, Clone)]
pub(super) struct PlainAddress {
    pieces: Pieces,
    /// The part of the path with the name, and what stands before and behind it there.
    at: usize,
    before: String,
    after: String,
    /// The forms that can find something in such an address, by their positions.
    forms: Vec<usize>,
    /// What that part is in other forms, in lower case: an address with one of these is for all forms.
    words: HashSet<String>,
}

impl PlainAddress {
    /// Of a canonical address with `{name}` in it; `None` where a name in it may be read otherwise than it is written.
    fn of(address: &str, forms: &[(Form, Meaning)]) -> Option<Self> {
        if address.contains(['%', '\\', '?', '#']) || address.contains("{host}") {
            return None;
        }
        let pieces = Pieces::read(&address.replace("{name}", PLACEHOLDER)).ok()?;
        let at = pieces.path.iter().position(|part| part.contains(PLACEHOLDER))?;
        let (before, after) = pieces.path.get(at)?.split_once(PLACEHOLDER)?;
        let is_plain = matches!(pieces.base, Base::Host(_)) && !pieces.user;
        let [before, after] = [before, after].map(str::to_owned);
        let mut words = HashSet::new();
        let may_find = |(position, (form, _)): (usize, &(Form, Meaning))| {
            form.is_candidate(&pieces, (at, &before), &mut words).then_some(position)
        };
        let forms = forms.iter().enumerate().filter_map(may_find).collect();
        is_plain.then_some(Self { pieces, at, before, after, forms, words })
    }

    /// The part of the path with a name; `None` where the address takes a closer look.
    fn part(&self, name: &str) -> Option<String> {
        let part = [self.before.as_str(), name, self.after.as_str()].concat();
        // Of dots only, it would be a step.
        let is_step = part.bytes().all(|byte| byte == b'.');
        if is_step || !name.bytes().all(is_plain) {
            return None;
        }
        (!self.words.contains(part.to_ascii_lowercase().as_str())).then_some(part)
    }

    /// What the address of a name is made of; `None` where that takes a closer look.
    fn pieces(&self, name: &str) -> Option<Pieces> {
        let part = self.part(name)?;
        let mut pieces = self.pieces.clone();
        *pieces.path.get_mut(self.at)? = part;
        Some(pieces)
    }
}

impl Platform {
    /// What the canonical address of a name is made of, and all forms that can find something in it; `None` where the
    /// address must be taken apart to know.
    pub(super) fn plain_pieces(
        &self,
        name: &AccountName,
    ) -> Option<(Pieces, impl Iterator<Item = &(Form, Meaning)>)> {
        let plain = self.plain_address(name)?;
        let forms = plain.forms.iter().filter_map(|&at| self.forms().get(at));
        Some((plain.pieces(name.text())?, forms))
    }

    /// Whether the canonical address of a name leads to just this account, as far as the part with the name in it says it.
    pub(super) fn surely_leads_back(&self, name: &AccountName) -> bool {
        let Some(plain) = self.plain_address(name) else { return false };
        let Some(part) = plain.part(name.text()) else { return false };
        for (form, meaning) in plain.forms.iter().filter_map(|&at| self.forms().get(at)) {
            let (space, text) = match form.look_at(&plain.pieces, plain.at, &part) {
                Look::Nothing => continue,
                Look::Unsure => return false,
                Look::Name(space, text) => (self.spaces.get(usize::from(space)), text),
            };
            let Some(space) = space else { return false };
            if space.has(name) && text == name.text() {
                return *meaning == Meaning::Account;
            }
            // What can't be a name of another kind leaves it to the next form.
            match space.name(text, &self.hosts) {
                Err(fault) if !fault.is_decided() => {}
                _ => return false,
            }
        }
        false
    }

    fn plain_address(&self, name: &AccountName) -> Option<&PlainAddress> {
        let plain = self.plain.get_or_init(|| {
            let names = self.rules.names.iter();
            names.map(|names| PlainAddress::of(&names.address, self.forms())).collect()
        });
        plain.get(name.space())?.as_ref()
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;
    use std::sync::LazyLock;

    use proptest::prelude::*;

    use super::*;
    use crate::platform::{PlatformIndex, Platforms};

    static PLATFORMS: LazyLock<Platforms> = LazyLock::new(|| crate::testing::built_in().platforms);

    /// Names that forms of a platform may take for something else, and some that they don't.
    fn names(platform: &Platform) -> BTreeSet<String> {
        let forms = platform.rules.names.iter().flat_map(|names| &names.forms);
        let forms = forms.chain(platform.rules.refused.iter().flat_map(|it| &it.forms));
        let words = forms.chain(&platform.rules.tabs).flat_map(|form| {
            form.split(|c: char| !c.is_ascii_alphanumeric() && !"_-.".contains(c))
        });
        let words = words.flat_map(|it| [it.to_owned(), it.to_uppercase(), format!("{it}.php")]);
        let some =
            ["a", ".", "..", "...", "x.", ".x", "-", "123456789012", "UC0123456789012345678901"];
        words.chain(some.map(str::to_owned)).collect()
    }

    /// Whether a name is read alike by way of its address and without.
    fn is_read_alike(platform: &Platform, text: &str) -> Result<(), TestCaseError> {
        for space in 0..platform.rules.names.len() {
            let Some(name) = platform.known_name(space, text) else { continue };
            let Some((pieces, forms)) = platform.plain_pieces(&name) else { continue };
            let read = Pieces::read(&platform.address_of(&name));
            prop_assert_eq!(read.as_ref(), Ok(&pieces));
            if platform.surely_leads_back(&name) {
                let forms = platform.forms().iter();
                let read = platform.find_in(PlatformIndex(0), &pieces, Some(&name), forms).unwrap();
                prop_assert!(read.account.name == name && read.part.is_none());
            }
            let some: Vec<_> =
                forms.filter_map(|(it, meaning)| Some((it.find(&pieces)?, *meaning))).collect();
            let all = platform.forms().iter();
            let all: Vec<_> =
                all.filter_map(|(it, meaning)| Some((it.find(&pieces)?, *meaning))).collect();
            prop_assert_eq!(some, all, "{} {}", platform.id(), text);
        }
        Ok(())
    }

    #[test]
    fn words_of_the_forms_are_found_as_in_any_address() {
        for (_, platform) in PLATFORMS.iter() {
            for name in names(platform) {
                is_read_alike(platform, &name).unwrap();
            }
        }
    }

    #[test]
    fn most_names_are_plain() {
        for id in ["x", "facebook", "instagram", "youtube", "linkedin"] {
            let platform = PLATFORMS.get(PLATFORMS.by_id(id).unwrap());
            let name = platform.parse_name("politie").unwrap();
            assert!(platform.plain_pieces(&name).is_some(), "{id}");
            assert!(platform.surely_leads_back(&name), "{id}");
        }
    }

    proptest! {
        #[test]
        fn a_plain_name_is_found_as_in_any_address(name in "[A-Za-z0-9_.@é%/-]{1,12}") {
            for (_, platform) in PLATFORMS.iter() {
                is_read_alike(platform, &name)?;
            }
        }
    }
}
