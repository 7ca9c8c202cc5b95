//! How many look-alikes are flagged, and how many innocent names are.

use officieel::check::{Checker, Verdict};
use officieel::directory::Directory;
use officieel::platform::PlatformIndex;
use officieel::search::Index;

use super::lookalikes::{LookAlike, LookAlikes};

/// Innocent names, one a line.
const INNOCENT: &str = include_str!("../../tests/fixtures/innocent.txt");

/// The platforms that an innocent name is checked on.
const PLATFORMS: [&str; 2] = ["x", "instagram"];

/// What is needed for a verdict.
pub(crate) struct Court {
    pub(crate) directory: Directory,
    pub(crate) index: Index,
    pub(crate) checker: Checker,
}

/// What a name was called.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Called {
    LookAlike,
    Official,
    Neither,
}

/// What became of the look-alikes, in their order.
pub(crate) struct Caught {
    pub(crate) made: LookAlikes,
    pub(crate) called: Vec<Called>,
}

/// An innocent name that was called a look-alike.
pub(crate) struct FalseAlarm {
    pub(crate) name: &'static str,
    /// The name that it was taken for.
    pub(crate) genuine: String,
}

/// What became of the innocent names.
pub(crate) struct Innocents {
    pub(crate) names: usize,
    pub(crate) false_alarms: Vec<FalseAlarm>,
    /// Innocent names that are listed, which they must not be.
    pub(crate) official: Vec<&'static str>,
}

impl Court {
    pub(crate) fn new() -> Self {
        let directory = officieel::embedded::directory().unwrap();
        let index = Index::new(&directory);
        Self { directory, index, checker: Checker::default() }
    }

    fn verdicts(&self, name: &str, platform: PlatformIndex) -> impl Iterator<Item = Verdict> {
        let asked = format!("@{name}");
        let answers = self.checker.answers(&self.directory, &self.index, &asked, Some(platform));
        answers.into_iter().map(|answer| answer.verdict)
    }

    /// Judges one in so many of the look-alikes that can be made.
    pub(crate) fn caught(&self, one_in: usize) -> Caught {
        let made = LookAlikes::new(&self.directory, one_in);
        let called = made.all.iter().map(|it| self.called(it)).collect();
        Caught { made, called }
    }

    fn called(&self, it: &LookAlike) -> Called {
        let mut called = Called::Neither;
        for verdict in self.verdicts(&it.name, it.platform) {
            match verdict {
                Verdict::Official(_) | Verdict::Retired(_) => return Called::Official,
                Verdict::LookAlike(_) => called = Called::LookAlike,
                _ => {}
            }
        }
        called
    }

    /// Judges one in so many of the innocent names. One is a false alarm where it is on any platform.
    pub(crate) fn innocents(&self, one_in: usize) -> Innocents {
        let platforms = PLATFORMS.map(|id| self.directory.platforms.by_id(id).unwrap());
        let mut found = Innocents { names: 0, false_alarms: Vec::new(), official: Vec::new() };
        for name in innocent_names().step_by(one_in) {
            found.names += 1;
            let verdicts = platforms.iter().flat_map(|&platform| self.verdicts(name, platform));
            let mut genuine = None;
            for verdict in verdicts {
                match verdict {
                    Verdict::LookAlike(it) => genuine = Some(it.genuine),
                    Verdict::Official(_) | Verdict::Retired(_) => found.official.push(name),
                    _ => {}
                }
            }
            found.false_alarms.extend(genuine.map(|genuine| FalseAlarm { name, genuine }));
        }
        found
    }
}

/// The innocent names, in the order of their file.
pub(crate) fn innocent_names() -> impl Iterator<Item = &'static str> {
    let lines = INNOCENT.lines().map(str::trim);
    lines.filter(|line| !line.is_empty() && !line.starts_with('#'))
}

impl Caught {
    /// How many there are, and how many of them were flagged, of those that a rule picks.
    pub(crate) fn count(&self, is_wanted: impl Fn(&LookAlike) -> bool) -> (usize, usize) {
        let wanted = self.made.all.iter().zip(&self.called).filter(|(it, _)| is_wanted(it));
        wanted.fold((0, 0), |(all, flagged), (_, called)| {
            (all + 1, flagged + usize::from(*called == Called::LookAlike))
        })
    }

    /// Those that were called so.
    pub(crate) fn that_were(&self, wanted: Called) -> impl Iterator<Item = &LookAlike> {
        let all = self.made.all.iter().zip(&self.called);
        all.filter(move |(_, called)| **called == wanted).map(|(it, _)| it)
    }
}
