//! From the rules of a platform, as data, to what its addresses and names are read with.

use std::sync::OnceLock;

use super::form::Form;
use super::host::HostPattern;
use super::name::NameSpace;
use super::{Authorship, NotAnAccount, Platform, PlatformRules};
use crate::compact_sort::CompactSort;
use crate::text::message::{Message, Sentence};

/// What an address of a form is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Meaning {
    /// The page of the account.
    Account,
    /// Something else; a part of the account where the form holds a name, as far as the platform
    /// holds to it.
    Other(NotAnAccount, Authorship),
}

impl Meaning {
    /// Whether nothing is known of it but the name in its address.
    pub(super) fn is_other(self) -> bool {
        matches!(self, Self::Other(NotAnAccount::Other, _))
    }
}

impl Platform {
    /// Prepares the rules of one platform; what takes time waits until it is needed.
    pub(super) fn new(rules: PlatformRules) -> Result<Self, Message> {
        let hosts = rules.hosts.iter().map(|host| HostPattern::parse(host));
        let hosts = hosts
            .collect::<Result<_, _>>()
            .map_err(|fault: Message| Message::from(Sentence::InHosts).and(fault))?;
        let spaces = name_spaces(&rules)?;
        Ok(Self { rules, hosts, spaces, forms: OnceLock::new(), plain: OnceLock::new() })
    }

    /// Compiles all that [`Platform::new`] puts off.
    pub(super) fn check(&self) -> Result<(), Message> {
        for space in &self.spaces {
            space
                .check()
                .map_err(|fault| Sentence::InNameSpace.of([&space.rules().id]).and(fault))?;
        }
        let forms = forms(&self.rules)?;
        // A canonical address that the platform's own forms don't find again would split an account
        // in two.
        for (position, names) in (0_u8..).zip(&self.rules.names) {
            let is_found = forms.iter().any(|(form, meaning)| {
                (form.space(), *meaning) == (Some(position), Meaning::Account)
            });
            if !is_found {
                return Err(Sentence::NoFormHolds.of([&names.id]));
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
    pub(super) fn clashes_with(&self, other: &Self) -> Option<Message> {
        if self.id() == other.id() {
            return Some(Sentence::PlatformIdTaken.of([&self.id()]));
        }
        let is_taken = |host: &&String| {
            other.rules.hosts.contains(host) || other.hosts.iter().any(|pattern| pattern.fits(host))
        };
        let host = self.rules.hosts.iter().find(is_taken)?;
        Some(Sentence::HostTaken.of([host, &other.name()]))
    }
}

fn name_spaces(rules: &PlatformRules) -> Result<Vec<NameSpace>, Message> {
    if rules.names.len() > usize::from(u8::MAX) {
        return Err(Sentence::TooManyNameSpaces.into());
    }
    let mut spaces = Vec::with_capacity(rules.names.len());
    for (position, names) in (0_u8..).zip(&rules.names) {
        // These have a meaning of their own in addresses and forms.
        let is_reserved = ["name", "host", "tabs"].contains(&names.id.as_str());
        if is_reserved || rules.names.iter().filter(|other| other.id == names.id).count() > 1 {
            return Err(Sentence::NameSpaceTwice.of([&names.id]));
        }
        let space = NameSpace::new(position, names)
            .map_err(|fault| Sentence::InNameSpace.of([&names.id]).and(fault))?;
        spaces.push(space);
    }
    Ok(spaces)
}

/// A form, with the platform's tabs in the place of `{tabs}`.
fn parsed(
    text: &str,
    rules: &PlatformRules,
    space_of: impl Fn(&str) -> Option<u8>,
) -> Result<Form, Message> {
    if !text.contains("{tabs}") {
        return Form::parse(text, space_of);
    }
    let is_word = |tab: &String| {
        !tab.is_empty() && tab.chars().all(|c| c.is_ascii_alphanumeric() || "_-.".contains(c))
    };
    if rules.tabs.is_empty() || !rules.tabs.iter().all(is_word) {
        return Err(Sentence::NeedsTabs.of([&text]));
    }
    Form::parse(&text.replace("{tabs}", &format!("(|{})", rules.tabs.join("|"))), space_of)
}

fn forms(rules: &PlatformRules) -> Result<Vec<(Form, Meaning)>, Message> {
    let by_id = |id: &str| (0_u8..).zip(&rules.names).find(|(_, n)| n.id == id).map(|(at, _)| at);
    let mut forms = Vec::new();
    for (position, names) in (0_u8..).zip(&rules.names) {
        let fault = |fault: Message| Sentence::InForms.of([&names.id]).and(fault);
        for text in &names.forms {
            let space_of = |id: &str| (id == "name").then_some(position);
            let form = parsed(text, rules, space_of).map_err(fault)?;
            if form.space().is_none() {
                return Err(fault(Sentence::HoldsNoName.of([text])));
            }
            forms.push((form, Meaning::Account));
        }
    }
    for refusal in &rules.refused {
        let fault = |fault: Message| Sentence::InForms.of([&refusal.what.id()]).and(fault);
        for text in &refusal.forms {
            let form = parsed(text, rules, by_id).map_err(fault)?;
            if form.space().is_none() && refusal.author.is_some() {
                return Err(fault(Sentence::AuthorOfNoName.of([text])));
            }
            forms.push((form, Meaning::Other(refusal.what, refusal.authorship())));
        }
    }
    let is_platform_id =
        |space: u8| rules.names.get(usize::from(space)).is_some_and(|names| names.is_platform_id);
    // Of two forms of one rank, the refusal counts: a stop word is never an account.
    forms.compact_sort_by_key(|(form, meaning)| {
        (form.rank(is_platform_id), *meaning == Meaning::Account)
    });
    Ok(forms)
}
