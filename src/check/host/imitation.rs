//! What a host that nobody here knows passes itself off as.

use std::collections::HashMap;

use super::genuine::{Genuine, Names, Weight};
use super::inside;
use super::known::{DUTCH_ABROAD, OF_THE_WORLD, SHOWS_OTHERS};
use super::name::Name;
use super::sites::letters;
use super::slip::is_slip;
use super::twin::folded;
use super::{HostImitation, HostTrick, Imitated};
use crate::check::likeness::compared;
use crate::directory::Directory;
use crate::platform::host_of_address;

/// Genuine hosts and whose they are, by what an eye sees of them.
pub(super) type Whole = HashMap<String, (String, Imitated)>;

/// What a host is compared with.
#[derive(Debug, Clone, Copy)]
pub(super) struct Against<'a> {
    pub(super) directory: &'a Directory,
    pub(super) names: &'a Names,
    pub(super) whole: &'a Whole,
}

impl<'a> Against<'a> {
    /// What a host passes itself off as; the surest trick counts, and of its names the one that says
    /// most by itself.
    pub(super) fn imitated(self, name: &Name) -> Option<HostImitation> {
        if SHOWS_OTHERS.contains(&name.domain.as_str())
            || SHOWS_OTHERS.contains(&name.ending.as_str())
        {
            return None;
        }
        self.host_inside(name)
            .or_else(|| self.whole_twin(name))
            .or_else(|| self.label_twin(name))
            .or_else(|| self.other_ending(name))
            .or_else(|| self.name_inside(name))
            .or_else(|| self.disguised_inside(name))
            .or_else(|| self.slip(name))
    }

    /// `belastingdienst.nl.example`, `facebook-com.evil.nl`.
    fn host_inside(self, name: &Name) -> Option<HostImitation> {
        // The chosen label may be the genuine ending: `politie.nl.com`.
        let labels: Vec<&str> =
            name.before.iter().chain([&name.label]).map(String::as_str).collect();
        let runs = (2..=labels.len()).rev().flat_map(|length| labels.windows(length));
        let found = runs.filter(|run| run.iter().all(|label| !label.is_empty())).find_map(|run| {
            let run = run.join(".");
            let run = run.strip_prefix("www.").unwrap_or(&run);
            let (genuine, of) = self.whole.get(&folded(run))?;
            // A host may differ from a short one by chance.
            (run == genuine || run.len() >= 8).then(|| (genuine.clone(), *of))
        });
        let (genuine, of) = found.or_else(|| {
            let dashed = name.before.iter().find_map(|label| self.dashed(label))?;
            Some((dashed.host.clone(), dashed.of?))
        })?;
        Some(imitation(name, genuine, of, HostTrick::HostInside))
    }

    /// `social.0verheid.nl`: all of a host that is not only a registered name.
    fn whole_twin(self, name: &Name) -> Option<HostImitation> {
        if name.before.is_empty() {
            return None;
        }
        let (genuine, of) = self.whole.get(&folded(&name.shown))?;
        let found = imitation(name, genuine.clone(), *of, HostTrick::Characters);
        Some(HostImitation { steps: compared(&name.shown, genuine), ..found })
    }

    /// `faceb00k.com`, `be1astingdienst.nl`.
    fn label_twin(self, name: &Name) -> Option<HostImitation> {
        let label = &name.label;
        let is_foreign = !label.is_ascii();
        let has_digit = label.chars().any(|c| c.is_ascii_digit());
        let genuine = self.names.like(&folded(label)).find(|it| {
            let length = it.label.chars().count();
            let is_long = is_foreign || length >= if has_digit { 4 } else { 6 };
            *label != it.label
                && is_long
                && (it.ending == name.ending || it.weight < Weight::Noun && length >= 5)
                && !(is_foreign && self.is_own_spelling(label, it))
        })?;
        alike(name, genuine, HostTrick::Characters)
    }

    /// Whether an organisation's own name is written with these letters: `fryslân`.
    fn is_own_spelling(self, label: &str, genuine: &Genuine) -> bool {
        let Some(Imitated::Organisation(index)) = genuine.of else { return false };
        let plain = |text: &str| -> String {
            text.to_lowercase().chars().filter(|c| c.is_alphanumeric()).collect()
        };
        let it = self.directory.organisation(index);
        let label = plain(label);
        std::iter::once(&it.name).chain(&it.aliases).any(|own| plain(own).contains(&label))
    }

    /// `belastingdienst.com`, `digid-nl.com`.
    fn other_ending(self, name: &Name) -> Option<HostImitation> {
        let genuine = self.dashed(&name.label).or_else(|| {
            let is_bare = |it: &&Genuine| it.label == name.label && it.ending != name.ending;
            let genuine = self.names.like(&folded(&name.label)).find(is_bare)?;
            // An organisation that chose an ending of the world often has that of its country too.
            let is_national = genuine.ending.len() == 2;
            let ending = name.ending.as_str();
            let is_others = DUTCH_ABROAD.contains(&ending) || OF_THE_WORLD.contains(&ending);
            let length = genuine.label.chars().count();
            let counts = match genuine.weight {
                Weight::Brand => length >= 5,
                Weight::Noun => is_national && length >= 5 && !is_others && !genuine.with_place,
                Weight::Label => is_national && length >= 10 && !is_others,
                Weight::Plain => false,
            };
            counts.then_some(genuine)
        })?;
        let trick = if name.is_hosted { HostTrick::NameInside } else { HostTrick::OtherEnding };
        Some(imitation(name, genuine.host.clone(), genuine.of?, trick))
    }

    /// The genuine host that a label spells with a dash for its dot: `digid-nl`.
    fn dashed(self, label: &str) -> Option<&'a Genuine> {
        let label = label.strip_prefix("www-").unwrap_or(label);
        let (word, ending) = label.rsplit_once('-')?;
        self.names.like(&folded(word)).find(|it| {
            it.ending == ending
                && it.weight < Weight::Plain
                && !it.with_place
                && it.label.len() >= 4
        })
    }

    /// `digid-form-site.xyz`, `evilfacebook.com`, `mijnoverheid.login.example`.
    fn name_inside(self, name: &Name) -> Option<HostImitation> {
        let (genuine, of) = self.names.all.iter().find_map(|it| {
            let is_before = |label: &String| inside::is_put_before(label, &name.label, it);
            let is_inside =
                self.is_borrowed(name, &name.label, it) || name.before.iter().any(is_before);
            is_inside.then_some(())?;
            Some((it, it.of.or_else(|| self.bearer(name, it))?))
        })?;
        let host = if genuine.of.is_some() { Some(genuine.host.clone()) } else { self.site_of(of) };
        let host = host.unwrap_or_else(|| genuine.host.clone());
        Some(imitation(name, host, of, HostTrick::NameInside))
    }

    /// The organisation whose name is made of a word and the place that stands beside it.
    fn bearer(self, name: &Name, genuine: &Genuine) -> Option<Imitated> {
        let place = letters(&name.label.replacen(&genuine.label, "", 1));
        self.names.bearer(self.directory, &genuine.label, &place).map(Imitated::Organisation)
    }

    fn site_of(self, of: Imitated) -> Option<String> {
        let Imitated::Organisation(index) = of else { return None };
        let website = self.directory.organisation(index).website.as_deref()?;
        Some(Name::read(&host_of_address(website)?)?.host)
    }

    /// `evilfaceb00k.com`.
    fn disguised_inside(self, name: &Name) -> Option<HostImitation> {
        let seen = folded(&name.label);
        let genuine = self.names.all.iter().find(|it| {
            let label = (it.weight < Weight::Plain && seen.contains(&it.folded))
                .then(|| undisguised(&name.label, it))
                .flatten();
            label.is_some_and(|label| self.is_borrowed(name, &label, it))
        })?;
        Some(imitation(name, genuine.host.clone(), genuine.of?, HostTrick::Characters))
    }

    fn is_borrowed(self, name: &Name, label: &str, genuine: &Genuine) -> bool {
        inside::is_borrowed(self.names, label, genuine, genuine.ending == name.ending)
    }

    /// `belastingdients.nl`, `twiter.com`.
    fn slip(self, name: &Name) -> Option<HostImitation> {
        let is_slip =
            |it: &&Genuine| is_slip(&name.label, it, it.ending == name.ending && !name.is_hosted);
        let genuine = self.names.all.iter().find(is_slip)?;
        alike(name, genuine, HostTrick::Slip)
    }
}

/// An imitation that is like the genuine host throughout.
fn alike(name: &Name, genuine: &Genuine, trick: HostTrick) -> Option<HostImitation> {
    let found = imitation(name, genuine.host.clone(), genuine.of?, trick);
    let is_host = genuine.host.contains('.');
    let written = if is_host { name.shown_domain() } else { name.label.clone() };
    Some(HostImitation { steps: compared(&written, &genuine.host), ..found })
}

fn imitation(name: &Name, genuine: String, of: Imitated, trick: HostTrick) -> HostImitation {
    HostImitation { of, genuine, domain: name.domain.clone(), trick, steps: Vec::new() }
}

/// A label with the genuine word in the place of what looks like it.
fn undisguised(label: &str, genuine: &Genuine) -> Option<String> {
    let all: Vec<char> = label.chars().collect();
    let length = genuine.label.chars().count();
    if length < 5 {
        return None;
    }
    let ends =
        (0..=all.len()).flat_map(|from| (from + length / 2..=all.len()).map(move |to| (from, to)));
    let mut parts = ends.filter_map(|(from, to)| {
        let part: String = all.get(from..to)?.iter().collect();
        (part != genuine.label && folded(&part) == genuine.folded).then_some((from, to))
    });
    let (from, to) = parts.next()?;
    let chars = |part: Option<&[char]>| part.into_iter().flatten().collect::<String>();
    Some(format!("{}{}{}", chars(all.get(..from)), genuine.label, chars(all.get(to..))))
}
