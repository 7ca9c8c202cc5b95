//! A name that passes itself off as another, and how likely that is meant.

use super::{Name, Radar};
use crate::check::{
    HostImitation, HostTechnique, Imitated, Original, Resemblance, Technique, Verdict,
};
use crate::directory::{Directory, OrganisationIndex};
use crate::platform::PlatformIndex;

/// A name that passes itself off as another.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Suspect {
    /// The name as it was written: as hostile as the stream is.
    pub name: String,
    /// Its line, from 1.
    pub line: u64,
    /// How likely it is meant so, from 1 to 100. Only the order counts.
    pub score: u8,
    /// What it passes itself off as.
    pub imitation: Imitation,
}

/// What a name passes itself off as.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Imitation {
    /// A host.
    Host(HostImitation),
    /// The name of an account, or of an organisation.
    Name(Resemblance),
}

impl Imitation {
    /// The host or name that is imitated.
    pub fn genuine(&self) -> &str {
        match self {
            Self::Host(host) => &host.genuine,
            Self::Name(name) => &name.genuine,
        }
    }

    /// The organisation whose name it is, where it is not that of a platform.
    pub fn organisation(&self, directory: &Directory) -> Option<OrganisationIndex> {
        match self {
            Self::Host(host) => match host.of {
                Imitated::Organisation(organisation) => Some(organisation),
                Imitated::Platform(_) => None,
            },
            Self::Name(name) => Some(name.of.organisation(directory)),
        }
    }

    /// The platform: that which is imitated itself, or on which the imitated account is.
    pub fn platform(&self, directory: &Directory) -> Option<PlatformIndex> {
        match self {
            Self::Host(host) => match host.of {
                Imitated::Platform(platform) => Some(platform),
                Imitated::Organisation(_) => None,
            },
            Self::Name(name) => match name.of {
                Original::Account(account) => Some(directory.account(account).platform),
                Original::Name(_) => None,
            },
        }
    }

    /// Whether it is likely that nobody meant it.
    pub fn may_be_chance(&self, directory: &Directory) -> bool {
        match self {
            Self::Host(host) => host.may_be_chance(directory),
            Self::Name(name) => name.may_be_chance(),
        }
    }

    /// How likely it is meant, from 1 to 100: by how it is done, and how long the name is that is imitated.
    /// Many letters are not alike by chance.
    fn score(&self, directory: &Directory) -> u8 {
        /// What a name that may be one by chance loses.
        const CHANCE: i32 = 20;
        /// With so many letters, a name gains and loses nothing.
        const USUAL: i32 = 8;
        /// Beyond so many letters more or fewer, it makes no difference.
        const MOST: i32 = 8;
        let technique = match self {
            Self::Host(host) => of_host(host.technique),
            Self::Name(name) => name.techniques.first().map_or(0, of_name),
        };
        let letters = self.genuine().split('.').map(|part| part.chars().count()).max();
        let letters = letters.and_then(|it| i32::try_from(it).ok()).unwrap_or_default();
        let chance = if self.may_be_chance(directory) { CHANCE } else { 0 };
        let score = technique + (letters - USUAL).clamp(-MOST, MOST) - chance;
        u8::try_from(score.clamp(1, 100)).unwrap_or(1)
    }
}

/// What a technique says by itself: nobody writes a genuine host in front of another one by chance.
fn of_host(technique: HostTechnique) -> i32 {
    match technique {
        HostTechnique::EmbeddedHost
        | HostTechnique::BeforeHost
        | HostTechnique::Backslash
        | HostTechnique::Ambiguous => 92,
        HostTechnique::Characters => 88,
        HostTechnique::EmbeddedName => 78,
        HostTechnique::OtherEnding => 72,
        HostTechnique::Typo => 66,
        HostTechnique::InPath => 60,
    }
}

fn of_name(technique: &Technique) -> i32 {
    match technique {
        Technique::Hidden => 92,
        Technique::Characters => 88,
        Technique::Affix(_) => 78,
        Technique::Separators => 72,
        Technique::Doubled | Technique::Dropped | Technique::Added | Technique::Swapped => 66,
        Technique::Replaced => 60,
    }
}

impl Suspect {
    /// What the names of a line pass themselves off as.
    pub(super) fn find(radar: &Radar<'_>, name: Name, line: u64) -> Option<Self> {
        let Radar { directory, checker, .. } = radar;
        let imitation = match &name {
            Name::Host(host) => {
                let found = checker.host_imitation(directory, host).map(Imitation::Host);
                // What no network can read as a host is a name to the eye all the same.
                let is_odd = !host.is_ascii() || host.contains("xn--");
                found.or_else(|| is_odd.then(|| answered(radar, host)).flatten())
            }
            Name::Account(name) => {
                let name = name.trim_start_matches(['@', '＠']);
                answered(radar, &format!("@{name}"))
            }
            Name::Address(address) => answered(radar, address),
        }?;
        let score = imitation.score(directory);
        let name = match name {
            Name::Host(text) | Name::Account(text) | Name::Address(text) => text,
        };
        Some(Self { name, line, score, imitation })
    }
}

/// What a check finds imitated in a text.
fn answered(radar: &Radar<'_>, text: &str) -> Option<Imitation> {
    let Radar { directory, index, checker, platform, .. } = radar;
    let answers = checker.answers(directory, index, text, *platform);
    answers.into_iter().find_map(|answer| match answer.verdict {
        Verdict::LookAlike(resemblance) => Some(Imitation::Name(resemblance)),
        Verdict::UnknownHost(unknown) => unknown.imitation.map(Imitation::Host),
        _ => None,
    })
}
