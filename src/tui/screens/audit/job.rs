//! What the audit on the screen is worked out from, on a thread of its own: which families there are,
//! what stands out in one of them, and how far each of them is.

use crate::audit::score::{self, Scores};
use crate::audit::share::Share;
use crate::audit::{Family, Finding, Scope, Severity, Subject, audit};
use crate::compact_sort::CompactSort;
use crate::directory::{Date, Directory, Kind, OrganisationIndex};
use crate::messages::finding::{self, RuleText};
use crate::messages::labels;
use crate::text::fold::fold;
use crate::tui::model::Catalogue;
use crate::words::Words;

/// An organisation heads a family of its own from so many organisations with accounts on: in fewer
/// there is nothing to be alike.
const LEAST: usize = 3;

/// What is asked of the thread.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Wanted {
    /// The families, with that under this organisation before all others.
    Families(Option<OrganisationIndex>),
    /// What stands out in a family, or in all of the directory.
    Findings(Option<Family>),
    /// How far each of these is.
    Tallies(Vec<Option<Family>>),
}

/// What came of it.
#[derive(Debug)]
pub enum AuditAnswer {
    /// The families.
    Families(Vec<Entry>),
    /// What stands out in a family, in the order of rules.
    Findings(Option<Family>, Vec<FindingText>),
    /// How far each is.
    Tallies(Vec<(Option<Family>, Tally)>),
}

/// The sort of families that one belongs to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Group {
    /// The whole directory.
    All,
    /// The organisation that the reader came from, and all under it.
    Own,
    /// All organisations of a kind.
    Kinds,
    /// An organisation with several under it.
    Heads,
}

/// A family, and how large it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Entry {
    /// The family; `None` for the whole directory.
    pub family: Option<Family>,
    /// Its sort.
    pub group: Group,
    /// How many organisations it has.
    pub organisations: usize,
    /// How many accounts of their own these have.
    pub accounts: usize,
}

/// How far a family is.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Tally {
    /// Its scores.
    pub scores: Scores,
    /// How many findings there are of each severity, the least first.
    pub counts: [usize; Severity::ALL.len()],
}

/// A finding, and the text in which a filter looks for it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FindingText {
    /// The finding.
    pub finding: Finding,
    /// Whose it is, what it is about, and what is said of it; folded.
    pub text: String,
}

/// A job of the audit for the worker.
#[derive(Debug)]
pub struct AuditJob<'a> {
    /// What is audited.
    pub catalogue: &'a Catalogue,
    /// The day on which it is judged.
    pub today: Date,
    /// The words in which findings are told.
    pub words: &'static Words,
    /// What is asked.
    pub wanted: &'a Wanted,
}

impl AuditJob<'_> {
    /// What it comes to, unless it became stale meanwhile.
    pub fn answer(&self, is_stale: &dyn Fn() -> bool) -> Option<AuditAnswer> {
        let directory = &self.catalogue.directory;
        match self.wanted {
            Wanted::Families(own) => Some(AuditAnswer::Families(families(directory, *own))),
            Wanted::Findings(family) => {
                let findings = self.findings(*family).into_iter();
                let texts =
                    findings.map(|finding| FindingText::new(self.words, directory, finding));
                Some(AuditAnswer::Findings(*family, texts.collect()))
            }
            Wanted::Tallies(families) => self.tallies(families, is_stale).map(AuditAnswer::Tallies),
        }
    }

    fn findings(&self, family: Option<Family>) -> Vec<Finding> {
        let Catalogue { directory, checker, .. } = self.catalogue;
        let scope = Scope { family, ..Scope::default() };
        audit(directory, checker.similarity(directory), self.today, &scope)
    }

    fn tallies(
        &self,
        families: &[Option<Family>],
        is_stale: &dyn Fn() -> bool,
    ) -> Option<Vec<(Option<Family>, Tally)>> {
        let directory = &self.catalogue.directory;
        let kinds = Kind::ALL.iter().map(|kind| Family::Kind(*kind));
        let heads = families.iter().flatten().filter(|it| matches!(it, Family::Under(_)));
        let asked: Vec<Family> = kinds.chain(heads.copied()).collect();
        let scores = score::of_families(directory, self.today, &asked);
        let scores: Vec<(Family, Scores)> = asked.into_iter().zip(scores).collect();
        let mut tallies = Vec::new();
        for family in families {
            if is_stale() {
                return None;
            }
            let mut tally = Tally { scores: scores_of(*family, &scores), counts: [0; 3] };
            for finding in self.findings(*family) {
                for (count, severity) in tally.counts.iter_mut().zip(Severity::ALL) {
                    *count += usize::from(severity == finding.severity);
                }
            }
            tallies.push((*family, tally));
        }
        Some(tallies)
    }
}

/// The scores of a family; those of the whole directory are those of all kinds together, for every
/// organisation is of one kind.
fn scores_of(family: Option<Family>, all: &[(Family, Scores)]) -> Scores {
    let is_asked = |(it, _): &&(Family, Scores)| match family {
        Some(family) => *it == family,
        None => matches!(it, Family::Kind(_)),
    };
    let add = |sum: Share, it: Share| Share { some: sum.some + it.some, all: sum.all + it.all };
    all.iter().filter(is_asked).fold(Scores::default(), |sum, (_, it)| Scores {
        convention: add(sum.convention, it.convention),
        consistency: add(sum.consistency, it.consistency),
        badges: add(sum.badges, it.badges),
        observed: add(sum.observed, it.observed),
        freshness: add(sum.freshness, it.freshness),
    })
}

/// The families that can be chosen from: all, then that of the reader's own organisation, then kinds
/// and heads, each with the largest first.
fn families(directory: &Directory, own: Option<OrganisationIndex>) -> Vec<Entry> {
    let count = |organisation| {
        let is_own = |account: &crate::directory::AccountIndex| {
            directory.account(*account).organisation == organisation
        };
        directory.accounts_of(organisation).filter(is_own).count()
    };
    let counts: Vec<(OrganisationIndex, Kind, usize)> = directory
        .organisation_indexes()
        .map(|it| (it, directory.organisation(it).kind, count(it)))
        .collect();
    let entry = |family, group, those: &[usize]| Entry {
        family,
        group,
        organisations: those.len(),
        accounts: those.iter().sum(),
    };
    let all: Vec<usize> = counts.iter().map(|(_, _, accounts)| *accounts).collect();
    let mut entries = vec![entry(None, Group::All, &all)];
    let under = |head| -> Vec<usize> {
        Family::Under(head).organisations(directory).into_iter().map(count).collect()
    };
    entries.extend(own.map(|own| entry(Some(Family::Under(own)), Group::Own, &under(own))));
    let mut kinds: Vec<Entry> = Vec::new();
    for kind in Kind::ALL {
        let of_kind = counts.iter().filter(|(_, it, _)| it == kind);
        let those: Vec<usize> = of_kind.map(|(_, _, accounts)| *accounts).collect();
        kinds.push(entry(Some(Family::Kind(*kind)), Group::Kinds, &those));
    }
    kinds.retain(|kind| kind.accounts > 0);
    kinds.compact_sort_by_key(|kind| std::cmp::Reverse(kind.accounts));
    entries.extend(kinds);
    let mut heads: Vec<Entry> = Vec::new();
    for (head, _, _) in &counts {
        if Some(*head) == own || directory.children_of(*head).next().is_none() {
            continue;
        }
        let those = under(*head);
        if those.iter().filter(|accounts| **accounts > 0).count() >= LEAST {
            heads.push(entry(Some(Family::Under(*head)), Group::Heads, &those));
        }
    }
    heads.compact_sort_by_key(|head| std::cmp::Reverse(head.accounts));
    entries.extend(heads);
    entries
}

impl FindingText {
    fn new(words: &Words, directory: &Directory, finding: Finding) -> Self {
        let mut parts: Vec<&str> = Vec::new();
        let organisation = finding.subject.organisation(directory);
        if let Some(organisation) = organisation.map(|it| directory.organisation(it)) {
            parts.extend([organisation.name.as_str(), &organisation.id]);
            parts.extend(organisation.abbreviation.as_deref());
        }
        for account in finding.subject.accounts() {
            let account = directory.account(*account);
            let platform = directory.platform(account.platform);
            let owner = directory.organisation(account.organisation);
            parts.extend([platform.name(), account.name(), account.url.as_str(), &owner.name]);
        }
        match &finding.subject {
            Subject::Organisation(_, Some(platform)) => {
                parts.push(directory.platform(*platform).name());
            }
            Subject::Family(family, platform) => {
                parts.push(directory.platform(*platform).name());
                parts.extend(match family {
                    Family::Kind(kind) => Some(labels::kind(words, *kind)),
                    Family::Under(head) => Some(directory.organisation(*head).name.as_str()),
                });
            }
            _ => {}
        }
        let sentence = finding::found(words, &finding);
        let title = RuleText::of(words, finding.rule()).title;
        parts.extend([title, sentence.as_str(), finding.rule().id()]);
        let text = fold(&parts.join("\n"));
        Self { finding, text }
    }
}
