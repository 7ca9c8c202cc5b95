//! Handles that were given up.

use super::{Found, Judge};
use crate::check::{Former, Verdict};
use crate::platform::Reference;

impl Judge<'_> {
    /// The verdict on a handle that is listed as a former one.
    pub(super) fn former(&self, reference: &Reference) -> Option<Found> {
        let formerly = self.directory.formerly(reference)?;
        let at_address = |address: &str| {
            let parsed = self.directory.platforms.parse_address(address).ok()?;
            self.directory.account_by(&parsed.account)
        };
        let successor = formerly.handle.successor.as_deref();
        let continued_by = formerly.account.or_else(|| successor.and_then(at_address));
        let organisation = formerly.organisation;
        let former = Former { organisation, reference: reference.clone(), continued_by };
        let name = reference.name.text();
        Some(Found::new(Some(reference.platform), Some(name), Verdict::Former(former)))
    }
}
