//! What a host that nobody here knows passes itself off as.

use std::borrow::Cow;
use std::collections::HashMap;

use super::allowlist::{DUTCH_TLDS_ABROAD, GENERIC_TLDS, PROXY_DOMAINS, SAME_OFFICES_TLDS};
use super::disguise::disguise;
use super::embedded;
use super::genuine::{Genuine, Names, Weight};
use super::homograph::skeleton;
use super::listed;
use super::name::Name;
use super::ordinary::is_ordinary;
use super::typo::{LONG, is_common, is_typo};
use super::{HostImitation, HostTechnique, Imitated};
use crate::check::similarity::{compared, is_place_abroad, is_word_abroad, plain_letters};
use crate::directory::Directory;
use crate::platform::host_of_address;
use crate::text::fold::letters;

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
    /// What a host passes itself off as; the surest technique counts, and of its names the one that says
    /// most by itself.
    pub(super) fn imitated(self, name: &Name) -> Option<HostImitation> {
        if PROXY_DOMAINS.contains(&name.domain.as_str())
            || PROXY_DOMAINS.contains(&name.ending.as_str())
        {
            return None;
        }
        if self.directory.foreign_by_host(&name.host).is_some() {
            return None;
        }
        let embedded = self.embedded_host(name);
        // No more than a whole host of ours before it says that somebody else speaks there than that government.
        if name.is_of_other_government() {
            return embedded;
        }
        embedded
            .or_else(|| self.whole_homograph(name))
            .or_else(|| self.label_homograph(name))
            .or_else(|| self.disguised_label(name))
            .or_else(|| self.other_ending(name))
            .or_else(|| self.embedded_name(name))
            .or_else(|| self.disguised_name(name))
            .or_else(|| self.typo(name))
    }

    /// `belastingdienst.nl.example`, `facebook-com.evil.nl`.
    fn embedded_host(self, name: &Name) -> Option<HostImitation> {
        // The chosen label may be the genuine ending: `politie.nl.com`.
        let labels: Vec<&str> =
            name.before.iter().chain([&name.label]).map(String::as_str).collect();
        let runs = (2..=labels.len()).rev().flat_map(|length| labels.windows(length));
        let found = runs.filter(|run| run.iter().all(|label| !label.is_empty())).find_map(|run| {
            let run = run.join(".");
            let run = run.strip_prefix("www.").unwrap_or(&run);
            // A host may differ from a short one by chance.
            let seen = self.whole.get(&skeleton(run));
            let seen = seen.filter(|(genuine, _)| run == genuine || run.len() >= 8).cloned();
            seen.or_else(|| self.listed(run))
        });
        let found = found.or_else(|| self.joined_host(&labels));
        let (genuine, of) = found.or_else(|| {
            let dashed = name.before.iter().find_map(|label| self.dashed(label))?;
            Some((dashed.host.clone(), dashed.of?))
        })?;
        Some(imitation(name, genuine, of, HostTechnique::EmbeddedHost))
    }

    /// A host that is listed as it stands here.
    pub(super) fn listed(self, host: &str) -> Option<(String, Imitated)> {
        let (host, organisation) = listed::of_host(self.directory, host)?;
        Some((host, Imitated::Organisation(organisation)))
    }

    /// `social.0verheid.nl`: all of a host that is not only a registered name.
    fn whole_homograph(self, name: &Name) -> Option<HostImitation> {
        if name.before.is_empty() {
            return None;
        }
        let (genuine, of) = self.whole.get(&skeleton(&name.shown))?;
        let found = imitation(name, genuine.clone(), *of, HostTechnique::Characters);
        Some(HostImitation { steps: compared(&name.shown, genuine), ..found })
    }

    /// `faceb00k.com`, `be1astingdienst.nl`.
    fn label_homograph(self, name: &Name) -> Option<HostImitation> {
        let label = &name.label;
        let is_foreign = !label.is_ascii();
        // A `rn` for an `m` makes other words, and so does an `l` for an `i` in names that are few letters
        // long: in those it counts where people sign in or pay.
        let fewest = |it: &Genuine, length: usize| match it.weight {
            Weight::Brand if it.label.len() == label.len() && it.is_phishing_target => 4,
            Weight::Brand if it.label.len() == label.len() => 5,
            _ if length == 5 && it.label.len() == label.len() && it.is_service => 5,
            _ => 6,
        };
        let has_digit = label.chars().any(|c| c.is_ascii_digit());
        let genuine = self.names.like(&skeleton(label)).find(|it| {
            let length = it.label.chars().count();
            let is_long = is_foreign || length >= if has_digit { 4 } else { fewest(it, length) };
            *label != it.label
                && is_long
                && (it.ending == name.ending || it.weight < Weight::Generic && length >= 5)
                && !(is_foreign && self.is_own_spelling(label, it))
        })?;
        alike(name, genuine, HostTechnique::Characters)
    }

    /// `annsterdam.nl`, `cligid.nl`: letters that stand for others in a narrow type, and that make honest words
    /// of short names.
    fn disguised_label(self, name: &Name) -> Option<HostImitation> {
        let label = &*plain(&name.label);
        if name.is_hosted || self.is_innocent(label) {
            return None;
        }
        let is_meant = |it: &&Genuine| {
            let length = it.label.chars().count();
            it.ending == name.ending
                && !it.is_platform()
                && !it.with_place
                && disguise(label, &it.label).is_some_and(|found| match length {
                    0..3 => false,
                    3 => it.is_known_abbreviation && found.strong > 0 && found.places() <= 2,
                    4..LONG => {
                        (it.is_known_abbreviation || it.weight == Weight::Brand)
                            && (found.strong > 0 || it.is_phishing_target)
                            && found.places() <= 2
                    }
                    // One letter for another is no more than a slip, and two of them make another town.
                    LONG..8 if it.weight == Weight::Plain => {
                        found.strong > 0 && found.weak < 2 && !is_common(it)
                    }
                    _ => (found.strong > 0 || found.weak > 1) && (!is_common(it) || length > 8),
                })
        };
        alike(name, self.names.disguises(label).find(is_meant)?, HostTechnique::Characters)
    }

    /// Whether a label means something of its own, so that its likeness to a name is no wonder.
    fn is_innocent(self, label: &str) -> bool {
        is_ordinary(label)
            || self.names.is_place(label)
            || is_place_abroad(label.as_bytes())
            || is_word_abroad(label.as_bytes())
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
        let dashed = self.dashed(&name.label).or_else(|| self.dashed_abbreviation(name));
        let genuine = dashed.or_else(|| {
            let is_bare = |it: &&Genuine| it.label == name.label && it.ending != name.ending;
            let genuine = self.names.like(&skeleton(&name.label)).find(is_bare)?;
            // An organisation that chose an ending of the world often has that of its country too.
            let is_national = genuine.ending.len() == 2;
            let ending = name.ending.as_str();
            let is_others = DUTCH_TLDS_ABROAD.contains(&ending) || GENERIC_TLDS.contains(&ending);
            let length = genuine.label.chars().count();
            let counts = match genuine.weight {
                // Few letters are a name of others too, but what is stolen most is worth the doubt;
                // in other countries bodies have such names of their own.
                Weight::Brand if genuine.is_phishing_target && !is_of_country(ending) => {
                    length >= 3
                }
                Weight::Brand => length >= 5 && !self.is_office_abroad(name, genuine),
                Weight::Generic => is_national && length >= 5 && !is_others && !genuine.with_place,
                Weight::Label => is_national && length >= 10 && !is_others,
                Weight::Plain => false,
            };
            counts.then_some(genuine)
        })?;
        let technique =
            if name.is_hosted { HostTechnique::EmbeddedName } else { HostTechnique::OtherEnding };
        Some(imitation(name, genuine.host.clone(), genuine.of?, technique))
    }

    /// Whether a host is called after an office, under the ending of a country that has one of that name too.
    fn is_office_abroad(self, name: &Name, genuine: &Genuine) -> bool {
        let Some(Imitated::Organisation(index)) = genuine.of else { return false };
        let country = name.ending.rsplit('.').next().unwrap_or_default();
        SAME_OFFICES_TLDS.contains(&country)
            && letters(&self.directory.organisation(index).name) == genuine.label
    }

    /// The genuine host that a label spells with a dash for its dot: `digid-nl`.
    fn dashed(self, label: &str) -> Option<&'a Genuine> {
        let label = label.strip_prefix("www-").unwrap_or(label);
        let (word, ending) = label.rsplit_once('-')?;
        self.names.like(&skeleton(word)).find(|it| {
            it.ending == ending
                && it.weight < Weight::Plain
                && !it.with_place
                && it.label.len() >= 4
        })
    }

    /// The host that is called after the abbreviation of a body of the whole country, with its ending behind it
    /// and under that or an ending of the world: `svb-nl.com`, `svbnl.nl`.
    fn dashed_abbreviation(self, name: &Name) -> Option<&'a Genuine> {
        if name.is_hosted {
            return None;
        }
        let is_meant = |it: &&Genuine| {
            let rest = name.label.strip_prefix(it.label.as_str()).unwrap_or_default();
            it.is_known_abbreviation
                && (name.ending == it.ending || !is_of_country(&name.ending))
                && rest.strip_prefix('-').unwrap_or(rest) == it.ending
        };
        self.names.inside(std::iter::once(name.label.as_str())).find(is_meant)
    }

    /// `digid-form-site.xyz`, `evilfacebook.com`, `mijnoverheid.login.example`.
    fn embedded_name(self, name: &Name) -> Option<HostImitation> {
        let labels = name.before.iter().chain([&name.label]).map(String::as_str);
        let (genuine, of) = self.names.inside(labels).find_map(|it| {
            let same_ending = it.ending == name.ending && !name.is_hosted;
            let is_before =
                |label: &String| embedded::is_put_before(label, &name.label, it, same_ending);
            let is_word = || !it.is_platform() && is_ordinary(&name.label);
            let is_inside = self.is_borrowed(name, &name.label, it) && !is_word()
                || name.before.iter().any(is_before);
            is_inside.then_some(())?;
            Some((it, it.of.or_else(|| self.bearer(name, it))?))
        })?;
        let host = if genuine.of.is_some() { Some(genuine.host.clone()) } else { self.site_of(of) };
        let host = host.unwrap_or_else(|| genuine.host.clone());
        Some(imitation(name, host, of, HostTechnique::EmbeddedName))
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
    fn disguised_name(self, name: &Name) -> Option<HostImitation> {
        let seen = skeleton(&name.label);
        let genuine = self.names.seen_inside(&seen).find(|it| {
            let label = (it.weight < Weight::Plain).then(|| undisguised(&name.label, it)).flatten();
            // Nobody writes an honest word made of a name in disguise.
            label.is_some_and(|label| it.is_platform() || self.is_borrowed(name, &label, it))
        })?;
        Some(imitation(name, genuine.host.clone(), genuine.of?, HostTechnique::Characters))
    }

    fn is_borrowed(self, name: &Name, label: &str, genuine: &Genuine) -> bool {
        embedded::is_borrowed(self.names, label, genuine, genuine.ending == name.ending)
    }

    /// `belastingdients.nl`, `twiter.com`.
    fn typo(self, name: &Name) -> Option<HostImitation> {
        let label = &*plain(&name.label);
        if self.is_innocent(label) {
            return None;
        }
        let is_meant = |it: &&Genuine| {
            is_typo(label, it, it.ending == name.ending && !name.is_hosted)
                && !self.is_another_at_place(label, it)
                && !(label.contains('-') && self.is_own_words(label, it))
        };
        let genuine = self.names.slips(label).find(is_meant)?;
        alike(name, genuine, HostTechnique::Typo)
    }

    /// Whether a label and a genuine one end with the same place, behind a few letters that say what of it they
    /// are: `rud-utrecht` and `rid-utrecht`. The word of a family says so too: `gemeenteasten`.
    fn is_another_at_place(self, label: &str, genuine: &Genuine) -> bool {
        const FEW: usize = 4;
        let is_place = |rest: &str| self.names.is_place(&letters(rest));
        let of_family = self.directory.families.iter().filter(|it| it.with_place);
        let mut rests = of_family.filter_map(|it| label.strip_prefix(it.word.as_str()));
        let ends_with_own_place = |at: usize| {
            let rest = label.get(at..).filter(|rest| genuine.label.ends_with(rest));
            rest.is_some_and(|rest| {
                is_place(rest) && (rest.starts_with('-') || self.is_last_of_name(rest, genuine))
            })
        };
        // Of one letter no body is called.
        (2..=FEW).any(ends_with_own_place) || rests.any(is_place)
    }

    /// Whether an organisation's name ends with this place, behind other words.
    fn is_last_of_name(self, place: &str, genuine: &Genuine) -> bool {
        let Some(Imitated::Organisation(index)) = genuine.of else { return false };
        let it = self.directory.organisation(index);
        let (place, own) = (letters(place), letters(&genuine.label));
        let ends = |name: &String| {
            let behind = name.match_indices([' ', '-']).filter_map(|(at, _)| name.get(at..));
            behind.map(letters).any(|rest| rest == place)
        };
        place != own && std::iter::once(&it.name).chain(&it.aliases).any(ends)
    }

    /// Whether a label has the words of an organisation's own name with dashes between them, and that name is one
    /// of a town or of everyday: `den-haag`.
    fn is_own_words(self, label: &str, genuine: &Genuine) -> bool {
        let Some(Imitated::Organisation(index)) = genuine.of else { return false };
        if genuine.weight != Weight::Plain {
            return false;
        }
        let dashed = |text: &str| -> String {
            text.split([' ', '-'])
                .map(letters)
                .filter(|it| !it.is_empty())
                .collect::<Vec<_>>()
                .join("-")
        };
        let it = self.directory.organisation(index);
        std::iter::once(&it.name).chain(&it.aliases).any(|own| dashed(own).contains(label))
    }
}

/// A label in the plain letters that it is taken for.
fn plain(label: &str) -> Cow<'_, str> {
    if label.is_ascii() { label.into() } else { plain_letters(label).into() }
}

/// Whether an ending is that of a country.
fn is_of_country(ending: &str) -> bool {
    ending.rsplit('.').next().is_some_and(|last| last.len() == 2 && last != "eu")
}

/// An imitation that is like the genuine host throughout.
fn alike(name: &Name, genuine: &Genuine, technique: HostTechnique) -> Option<HostImitation> {
    let found = imitation(name, genuine.host.clone(), genuine.of?, technique);
    let is_host = genuine.host.contains('.');
    let written = if is_host { name.shown_domain() } else { name.label.clone() };
    Some(HostImitation { steps: compared(&written, &genuine.host), ..found })
}

pub(super) fn imitation(
    name: &Name,
    genuine: String,
    of: Imitated,
    technique: HostTechnique,
) -> HostImitation {
    HostImitation { of, genuine, domain: name.domain.clone(), technique, steps: Vec::new() }
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
        (part != genuine.label && skeleton(&part) == genuine.skeleton).then_some((from, to))
    });
    let (from, to) = parts.next()?;
    let chars = |part: Option<&[char]>| part.into_iter().flatten().collect::<String>();
    Some(format!("{}{}{}", chars(all.get(..from)), genuine.label, chars(all.get(to..))))
}
