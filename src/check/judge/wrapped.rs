//! Addresses that a service stands around: what is inside is judged, as if it stood alone.

use super::{Found, Judge};
use crate::check::tokens::TokenKind;
use crate::check::{Instead, Remark, Verdict, Wrapping};
use crate::platform::{MOST_LAYERS, Wrapped, WrapperIndex, WrapperKind};

impl Judge<'_> {
    /// The verdict on what stands inside an address of a service; nothing where it is none.
    pub(super) fn wrapped(&self, text: &str) -> Option<Found> {
        let instead = match self.directory.wrappers.unwrap(text)? {
            Wrapped::Around(by, address) if self.layers < MOST_LAYERS => {
                return Some(self.inside(by, address));
            }
            // Whoever lays more of them around an address doesn't want it to be seen.
            Wrapped::Around(by, _) | Wrapped::Unreadable(by) => Instead::UnreadableWrapper(by),
            // Where the directory lists such an address as an account's page, that is what it is.
            Wrapped::Shortened(_) if self.directory.account_by_address(text).is_some() => {
                return None;
            }
            Wrapped::Shortened(by) => Instead::Shortened(by),
        };
        Some(Found::new(None, None, Verdict::NotAnAccount(instead)))
    }

    fn inside(&self, by: WrapperIndex, address: String) -> Found {
        let inner = Self { layers: self.layers + 1, ..*self };
        let mut found = inner.seen(TokenKind::Address, &address);
        let service = self.directory.wrappers.get(by);
        if service.is_some_and(|it| it.kind == WrapperKind::Copy) {
            found.verdict = of_copy(found.verdict);
        }
        found.remarks.insert(0, Remark::Wrapped(Wrapping { by, address }));
        found
    }
}

/// What can be said of a copy: it is never the account itself, whatever stands in it.
fn of_copy(verdict: Verdict) -> Verdict {
    match verdict {
        Verdict::Official(listed) | Verdict::Retired(listed) => {
            Verdict::NotAnAccount(Instead::Copy(listed.account))
        }
        other => other,
    }
}
