//! From the rules of a platform, as data, to what its addresses and names are read with.

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
    /// Compiles the rules of one platform.
    pub(super) fn new(rules: PlatformRules) -> Result<Self, String> {
        let hosts = rules
            .hosts
            .iter()
            .map(|host| HostPattern::parse(host))
            .collect::<Result<Vec<_>, _>>()
            .map_err(|fault| format!("`hosts`: {fault}"))?;
        let spaces = name_spaces(&rules)?;
        let mut forms = forms(&rules)?;
        let is_platform_id = |space: u8| {
            rules
                .names
                .get(usize::from(space))
                .is_some_and(|names| names.is_platform_id)
        };
        forms.sort_by_cached_key(|(form, meaning)| {
            (form.rank(is_platform_id), *meaning == Meaning::Account)
        });
        let platform = Self {
            rules,
            hosts,
            spaces,
            forms,
        };
        platform.reads_its_own_addresses()?;
        Ok(platform)
    }

    /// Why two platforms can't stand in one directory, if they can't.
    pub(super) fn clashes_with(&self, other: &Self) -> Option<String> {
        if self.id() == other.id() {
            return Some(format!("`id`: there is another platform `{}`", self.id()));
        }
        let is_taken = |host: &String| {
            other.rules.hosts.contains(host) || other.hosts.iter().any(|pattern| pattern.fits(host))
        };
        let host = self.rules.hosts.iter().find(|host| is_taken(host))?;
        Some(format!(
            "`hosts`: `{host}` is a host of {} too",
            other.name()
        ))
    }

    /// A canonical address that the platform's own forms don't find again would split an account in
    /// two.
    fn reads_its_own_addresses(&self) -> Result<(), String> {
        for (position, names) in (0_u8..).zip(&self.rules.names) {
            let is_found = self.forms.iter().any(|(form, meaning)| {
                form.space() == Some(position) && *meaning == Meaning::Account
            });
            if !is_found {
                return Err(format!(
                    "`forms` of `{}`: no form holds such a name",
                    names.id
                ));
            }
        }
        Ok(())
    }
}

fn name_spaces(rules: &PlatformRules) -> Result<Vec<NameSpace>, String> {
    if rules.names.len() > usize::from(u8::MAX) {
        return Err("`name`: there are more than 255 name-spaces".to_owned());
    }
    let mut spaces = Vec::with_capacity(rules.names.len());
    for (position, names) in (0_u8..).zip(&rules.names) {
        if rules
            .names
            .iter()
            .filter(|other| other.id == names.id)
            .count()
            > 1
            || names.id == "name"
        {
            return Err(format!(
                "`id` of a name-space: `{}` can't be used twice",
                names.id
            ));
        }
        let space = NameSpace::new(position, names)
            .map_err(|fault| format!("name-space `{}`: {fault}", names.id))?;
        spaces.push(space);
    }
    Ok(spaces)
}

fn forms(rules: &PlatformRules) -> Result<Vec<(Form, Meaning)>, String> {
    let by_id = |id: &str| {
        (0_u8..)
            .zip(&rules.names)
            .find(|(_, n)| n.id == id)
            .map(|(at, _)| at)
    };
    let mut forms = Vec::new();
    for (position, names) in (0_u8..).zip(&rules.names) {
        let space_of = |id: &str| if id == "name" { Some(position) } else { None };
        for text in &names.forms {
            let form = Form::parse(text, space_of)
                .map_err(|fault| format!("`forms` of `{}`: {fault}", names.id))?;
            if form.space().is_none() {
                return Err(format!(
                    "`forms` of `{}`: `{text}` holds no `{{name}}`",
                    names.id
                ));
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
    Ok(forms)
}
