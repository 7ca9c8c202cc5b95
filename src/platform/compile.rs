//! From the rules of a platform, as data, to what its addresses and names are read with.

use std::sync::OnceLock;

use super::form::Form;
use super::host::HostPattern;
use super::name::NameSpace;
use super::{NotAnAccount, Platform, PlatformRules};

/// What an address of a form is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Meaning {
    /// The page of the account.
    Account,
    /// Something else; a part of the account where the form holds a name.
    Other(NotAnAccount),
}

impl Platform {
    /// Prepares the rules of one platform; what takes time waits until it is needed.
    pub(super) fn new(rules: PlatformRules) -> Result<Self, String> {
        let hosts = rules.hosts.iter().map(|host| HostPattern::parse(host));
        let hosts = hosts.collect::<Result<_, _>>().map_err(|fault| format!("`hosts`: {fault}"))?;
        let spaces = name_spaces(&rules)?;
        Ok(Self { rules, hosts, spaces, forms: OnceLock::new() })
    }

    /// Compiles all that [`Platform::new`] puts off.
    pub(super) fn check(&self) -> Result<(), String> {
        for space in &self.spaces {
            space.check().map_err(|fault| format!("name-space `{}`: {fault}", space.rules().id))?;
        }
        let forms = forms(&self.rules)?;
        // A canonical address that the platform's own forms don't find again would split an account
        // in two.
        for (position, names) in (0_u8..).zip(&self.rules.names) {
            let is_found = forms.iter().any(|(form, meaning)| {
                (form.space(), *meaning) == (Some(position), Meaning::Account)
            });
            if !is_found {
                return Err(format!("`forms` of `{}`: no form holds such a name", names.id));
            }
        }
        self.forms.get_or_init(|| forms);
        Ok(())
    }

    /// The forms of the platform's addresses, from the most exact to the least.
    pub(super) fn forms(&self) -> &[(Form, Meaning)] {
        self.forms.get_or_init(|| forms(&self.rules).unwrap_or_default())
    }

    /// Why two platforms can't stand in one directory, if they can't.
    pub(super) fn clashes_with(&self, other: &Self) -> Option<String> {
        if self.id() == other.id() {
            return Some(format!("`id`: there is another platform `{}`", self.id()));
        }
        let is_taken = |host: &&String| {
            other.rules.hosts.contains(host) || other.hosts.iter().any(|pattern| pattern.fits(host))
        };
        let host = self.rules.hosts.iter().find(is_taken)?;
        Some(format!("`hosts`: `{host}` is a host of {} too", other.name()))
    }
}

fn name_spaces(rules: &PlatformRules) -> Result<Vec<NameSpace>, String> {
    if rules.names.len() > usize::from(u8::MAX) {
        return Err("`names`: there are more than 255 name-spaces".to_owned());
    }
    let mut spaces = Vec::with_capacity(rules.names.len());
    for (position, names) in (0_u8..).zip(&rules.names) {
        // `{name}` and `{host}` have a meaning of their own in addresses.
        let is_reserved = names.id == "name" || names.id == "host";
        if is_reserved || rules.names.iter().filter(|other| other.id == names.id).count() > 1 {
            return Err(format!("`id` of a name-space: `{}` can't be used twice", names.id));
        }
        let space = NameSpace::new(position, names)
            .map_err(|fault| format!("name-space `{}`: {fault}", names.id))?;
        spaces.push(space);
    }
    Ok(spaces)
}

fn forms(rules: &PlatformRules) -> Result<Vec<(Form, Meaning)>, String> {
    let by_id = |id: &str| (0_u8..).zip(&rules.names).find(|(_, n)| n.id == id).map(|(at, _)| at);
    let mut forms = Vec::new();
    for (position, names) in (0_u8..).zip(&rules.names) {
        let fault = |fault: String| format!("`forms` of `{}`: {fault}", names.id);
        for text in &names.forms {
            let form = Form::parse(text, |id| (id == "name").then_some(position)).map_err(fault)?;
            if form.space().is_none() {
                return Err(fault(format!("`{text}` holds no `{{name}}`")));
            }
            forms.push((form, Meaning::Account));
        }
    }
    for refusal in &rules.refused {
        for text in &refusal.forms {
            let form = Form::parse(text, by_id)
                .map_err(|fault| format!("`forms` of `{}`: {fault}", refusal.what.id()))?;
            forms.push((form, Meaning::Other(refusal.what)));
        }
    }
    let is_platform_id =
        |space: u8| rules.names.get(usize::from(space)).is_some_and(|names| names.is_platform_id);
    // Of two forms of one rank, the refusal counts: a stop word is never an account.
    forms.sort_by_cached_key(|(form, meaning)| {
        (form.rank(is_platform_id), *meaning == Meaning::Account)
    });
    Ok(forms)
}
