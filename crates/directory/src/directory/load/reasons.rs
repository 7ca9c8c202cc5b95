//! Why a text can't be a name and why an address leads to no account, as messages.

use crate::platform::{AddressError, Allowed, Ambiguity, NameError, NotAnAccount, Wrong};
use crate::text::message::{Message, Sentence};
use crate::text::sanitise::{escape, escaped};

impl From<&NameError> for Message {
    fn from(fault: &NameError) -> Self {
        let text = escaped(&fault.text);
        let (platform, space) = (escaped(&fault.platform), escaped(&fault.space));
        match &fault.wrong {
            Wrong::NoSuchNames if space.is_empty() => Sentence::NoSuchNames.of([&platform, &text]),
            Wrong::NoSuchNames => Sentence::NoNamesOf.of([&platform, &space, &text]),
            wrong => Sentence::NameWrong.of([&text, &space, &platform]).and(wrong),
        }
    }
}

impl From<&Wrong> for Message {
    fn from(wrong: &Wrong) -> Self {
        match wrong {
            Wrong::NoSuchNames | Wrong::Empty => Sentence::NameEmpty.into(),
            Wrong::CutOff => Sentence::NameCutOff.into(),
            Wrong::Hidden(c) => Sentence::NameHidden.of([&escape(*c)]),
            Wrong::Character(c, allowed) => {
                Sentence::NameCharacter.of([&escaped(&c.to_string())]).and(&**allowed)
            }
            Wrong::Length(length, allowed) => Sentence::NameLength.of([length]).and(&**allowed),
            Wrong::Order(pattern) => Sentence::NameOrder.of([&escaped(pattern)]),
            Wrong::Shape(pattern) => Sentence::NameShape.of([&escaped(pattern)]),
            Wrong::NoHost => Sentence::NameNoHost.into(),
            Wrong::Reserved => Sentence::NameReserved.into(),
            Wrong::UnknownHost(host) => Sentence::NameUnknownHost.of([&escaped(host)]),
        }
    }
}

impl From<&Allowed> for Message {
    fn from(allowed: &Allowed) -> Self {
        let words = [(allowed.letters, Sentence::Letters), (allowed.digits, Sentence::Digits)];
        let words = words.into_iter().filter(|(has, _)| *has).map(|(_, word)| Self::from(word));
        let signs = allowed.signs.chars().map(|c| Sentence::AsIs.of([&format!("`{c}`")]));
        let mut all: Vec<Self> = words.chain(signs).collect();
        let last = all.pop().unwrap_or_else(|| Sentence::AsIs.of([&""]));
        let join = |sentence, all: Self, next: Self| Self::from(sentence).and(all).and(next);
        let most = all.into_iter().reduce(|all, next| join(Sentence::Comma, all, next));
        let listed = match most {
            Some(most) => join(Sentence::And, most, last),
            None => last,
        };
        let (shortest, longest) = (allowed.shortest, allowed.longest);
        match (shortest, longest) {
            (1, Allowed::UNLIMITED) => listed,
            (1, longest) => Self::from(Sentence::AtMost).and(listed).with(&longest),
            (shortest, Allowed::UNLIMITED) => {
                Self::from(Sentence::AtLeast).and(listed).with(&shortest)
            }
            _ if shortest == longest => Self::from(Sentence::Exactly).and(listed).with(&shortest),
            _ => Self::from(Sentence::FromTo).and(listed).with(&shortest).with(&longest),
        }
    }
}

impl From<&AddressError> for Message {
    fn from(fault: &AddressError) -> Self {
        match fault {
            AddressError::NotAnAddress => Sentence::NotAnAddress.into(),
            AddressError::Disguised(c) => Sentence::AddressDisguised.of([&escape(*c)]),
            AddressError::UserBeforeHost(host) => Sentence::AddressUserName.of([&escaped(host)]),
            AddressError::UnknownHost(host) => Sentence::AddressUnknownHost.of([&escaped(host)]),
            AddressError::UnknownForm(_) => Sentence::AddressUnknownForm.into(),
            AddressError::Ambiguous(_, Ambiguity::TwoAccounts) => {
                Sentence::AddressTwoAccounts.into()
            }
            AddressError::Ambiguous(_, Ambiguity::HiddenSlash) => {
                Sentence::AddressHiddenSlash.into()
            }
            AddressError::NotAnAccount(_, what) => {
                Self::from(Sentence::AddressNotAnAccount).and(what)
            }
            AddressError::BadName(_, fault) => fault.into(),
        }
    }
}

impl From<&NotAnAccount> for Message {
    fn from(what: &NotAnAccount) -> Self {
        Self::from(match what {
            NotAnAccount::Page => Sentence::APage,
            NotAnAccount::Post => Sentence::APost,
            NotAnAccount::Search => Sentence::ASearch,
            NotAnAccount::Share => Sentence::AShare,
            NotAnAccount::Login => Sentence::ALogin,
            NotAnAccount::Admin => Sentence::AnAdmin,
            NotAnAccount::Group => Sentence::AGroup,
            NotAnAccount::Invitation => Sentence::AnInvitation,
            NotAnAccount::Other => Sentence::SomethingElse,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::platform::Wrong;

    #[test]
    fn every_reason_is_a_sentence_that_says_what_is_allowed() {
        let allowed = |signs: &str, letters, shortest, longest| {
            Box::new(Allowed { signs: signs.to_owned(), letters, digits: true, shortest, longest })
        };
        for (wrong, expected) in [
            (
                Wrong::Character('-', allowed("_", true, 1, 15)),
                "`-` is not allowed, only letters, digits and `_`, at most 15 characters",
            ),
            (
                Wrong::Length(18, allowed("", false, 7, 15)),
                "it has 18 characters, allowed are digits, 7 to 15 characters",
            ),
            (
                Wrong::Length(1, allowed("", true, 3, 3)),
                "it has 1 characters, allowed are letters and digits, 3 characters",
            ),
            (
                Wrong::Length(1, allowed("", true, 3, Allowed::UNLIMITED)),
                "it has 1 characters, allowed are letters and digits, at least 3 characters",
            ),
            (Wrong::Hidden('\u{202E}'), "‹U+202E› is invisible or steers the text"),
        ] {
            let fault = NameError {
                text: "a".to_owned(),
                platform: "X".to_owned(),
                space: "handle".to_owned(),
                wrong,
            };
            let expected = format!("`a` can't be a handle on X: {expected}");
            assert_eq!(crate::testing::english(&Message::from(&fault)), expected);
        }
    }
}
