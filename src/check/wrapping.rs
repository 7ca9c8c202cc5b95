//! The services that stand between an address and where it leads.

use super::{Answer, Remark};
use crate::directory::Directory;
use crate::platform::{WrapperIndex, WrapperKind};

/// A service around an address, and that address.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Wrapping {
    /// The service.
    pub by: WrapperIndex,
    /// What stands inside, which another service may stand around again; as hostile as the input.
    pub address: String,
}

impl Answer {
    /// What was judged in truth: the innermost address, where services stand around it.
    pub fn address(&self) -> &str {
        self.wrappings().last().map_or(&self.asked, |it| &it.address)
    }

    /// The services around what was judged, outermost first.
    pub fn wrappings(&self) -> impl Iterator<Item = &Wrapping> {
        self.remarks.iter().filter_map(|remark| match remark {
            Remark::Wrapped(wrapping) => Some(wrapping),
            _ => None,
        })
    }

    /// The names of the services around what was judged that do this with it, outermost first and each once.
    pub fn wrapped_by<'d>(
        &self,
        directory: &'d Directory,
        is_meant: impl Fn(WrapperKind) -> bool,
    ) -> Vec<&'d str> {
        let mut names = Vec::new();
        for wrapping in self.wrappings() {
            let service = directory.wrappers.get(wrapping.by);
            if let Some(service) = service.filter(|it| is_meant(it.kind))
                && !names.contains(&service.name.as_str())
            {
                names.push(service.name.as_str());
            }
        }
        names
    }
}
