//! Proposals: what a look at a source would change in a directory, for a person to decide on.
//!
//! Nothing that is imported, swept or verified changes a directory by itself. It ends here: what is proposed, for
//! whom, on which evidence, with what was seen to be checked again. [`Proposals::join`] puts any number of them together,
//! [`file`](mod@file) reads and writes them, and [`apply`](mod@apply) makes those that were accepted into an edition.

mod account_names;
pub mod additions;
mod address;
pub mod apply;
pub mod effect;
mod fate;
pub mod file;
mod mind;
mod names;
pub mod new_organisation;
pub mod objection;
pub mod order;
pub mod own_page;
mod sends_on;
mod sighting;
mod strangers;
mod table;
mod telephone;
#[cfg(test)]
mod tests;
pub mod unseen;
mod vouched;
mod website;

use std::collections::{BTreeMap, BTreeSet};

use crate::directory::{Date, Directory, Trust};
use new_organisation::Profile;
use objection::Objection;
pub use sighting::{Sighting, SightingKey};
use sighting::{is_seen_twice, newest};

/// What is proposed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Kind {
    /// An account that the directory doesn't list.
    New,
    /// Newer evidence, or evidence of another kind, of an account that it lists.
    Confirms,
    /// The organisation's own site no longer shows an account.
    NoLongerShown,
    /// An account has another handle.
    Renamed,
    /// An account continues at another address.
    Moved,
    /// An account is no longer there.
    Gone,
    /// What bears the handle now is the account of somebody else.
    OtherOwner,
    /// The organisation has another website.
    WebsiteMoved,
    /// The organisation bears another name.
    OrganisationRenamed,
    /// The organisation has ended.
    OrganisationEnded,
    /// An organisation that the directory doesn't list.
    OrganisationNew,
}

impl Kind {
    /// All kinds.
    pub const ALL: [Self; 11] = [
        Self::New,
        Self::Confirms,
        Self::NoLongerShown,
        Self::Renamed,
        Self::Moved,
        Self::Gone,
        Self::OtherOwner,
        Self::WebsiteMoved,
        Self::OrganisationRenamed,
        Self::OrganisationEnded,
        Self::OrganisationNew,
    ];

    /// The name in a file.
    pub fn id(self) -> &'static str {
        match self {
            Self::New => "new",
            Self::Confirms => "confirms",
            Self::NoLongerShown => "no-longer-shown",
            Self::Renamed => "renamed",
            Self::Moved => "moved",
            Self::Gone => "gone",
            Self::OtherOwner => "other-owner",
            Self::WebsiteMoved => "website-moved",
            Self::OrganisationRenamed => "organisation-renamed",
            Self::OrganisationEnded => "organisation-ended",
            Self::OrganisationNew => "organisation-new",
        }
    }

    /// Whether somebody else may have taken a handle over: that is told before all else.
    pub fn is_alarm(self) -> bool {
        self == Self::OtherOwner
    }

    /// Whether it is about an account.
    pub fn is_of_account(self) -> bool {
        self < Self::WebsiteMoved
    }
}

/// How sure the rule is that led to a proposal.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Confidence {
    /// It may as well be otherwise.
    Low,
    /// It is likely.
    Medium,
    /// The rule is hardly ever wrong.
    High,
}

impl Confidence {
    /// All of them.
    pub const ALL: [Self; 3] = [Self::Low, Self::Medium, Self::High];

    /// The name in a file.
    pub fn id(self) -> &'static str {
        match self {
            Self::Low => "low",
            Self::Medium => "medium",
            Self::High => "high",
        }
    }
}

/// What a proposal is about: two proposals with the same subject are one.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Subject {
    /// The organisation, by its id; of one that is new, the id that it would have.
    pub organisation: String,
    /// What would change.
    pub kind: Kind,
    /// The id of the platform, where it is about an account.
    pub platform: Option<String>,
    /// The account as it is or would be listed: its handle, or else its platform id or address.
    pub account: Option<String>,
    /// What stands instead: the handle of what was renamed, the address of what moved, the website, the name (also that
    /// of an organisation that would be new), or the day of the end.
    pub value: Option<String>,
}

/// What a reviewer made of a proposal.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Decision {
    /// What was decided. Of two decisions that are joined a rejection counts, whenever it was.
    pub verdict: Verdict,
    /// The day.
    pub on: Date,
    /// Why, where that was told.
    pub reason: Option<String>,
    /// The pages that it was decided on.
    pub pages: BTreeSet<String>,
    /// What warned of it, by its ids, and was known when it was decided.
    pub despite: BTreeSet<String>,
}

/// What can be decided.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Verdict {
    /// To be looked at again.
    Later,
    /// It is right.
    Accepted,
    /// It is not.
    Rejected,
}

impl Verdict {
    /// All of them.
    pub const ALL: [Self; 3] = [Self::Later, Self::Accepted, Self::Rejected];

    /// The name in a file.
    pub fn id(self) -> &'static str {
        match self {
            Self::Later => "later",
            Self::Accepted => "accepted",
            Self::Rejected => "rejected",
        }
    }
}

/// What a proposal would do to the trust in an account.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Effect {
    /// How sure it is now; `None` of an account that isn't listed.
    pub before: Option<Trust>,
    /// How sure it would be.
    pub after: Trust,
}

/// All that is known for and against one change.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Case {
    /// The address of the account, where it is about one; of an organisation that would be new, its website.
    pub url: Option<String>,
    /// The evidence, each piece once.
    pub evidence: Vec<Sighting>,
    /// The rules that led to it, by their ids.
    pub rules: BTreeSet<String>,
    /// How sure the surest of them is.
    pub confidence: Option<Confidence>,
    /// What speaks against it, by ids that [`Objection`] reads: each reader is told it in their own language.
    pub against: BTreeSet<String>,
    /// What it would do to the trust in the account.
    pub effect: Option<Effect>,
    /// What is known of an organisation that would be new.
    pub profile: Option<Profile>,
    /// What was decided.
    pub decision: Option<Decision>,
}

impl Case {
    /// Both together: what either has, the newest sighting of each page, and the later decision.
    ///
    /// It doesn't matter in which order, nor how often, cases are joined.
    #[must_use]
    pub fn join(mut self, other: Self) -> Self {
        self.url = self.url.max(other.url);
        self.evidence.extend(other.evidence);
        self.evidence = newest(self.evidence);
        self.rules.extend(other.rules);
        self.against.extend(other.against);
        self.confidence = self.confidence.max(other.confidence);
        self.effect = self.effect.max(other.effect);
        self.profile = self.profile.max(other.profile);
        self.decision = self.decision.max(other.decision);
        self
    }

    /// Whether a person still has to look at it: nothing was decided, or evidence came that wasn't decided on.
    ///
    /// What was rejected stays rejected for as long as the same pages say it. What was accepted before a warning of it was
    /// known wasn't accepted.
    pub fn is_open(&self) -> bool {
        let Some(decision) = &self.decision else { return true };
        match decision.verdict {
            Verdict::Later => true,
            Verdict::Accepted => !self.is_minded(),
            Verdict::Rejected => self.evidence.iter().any(|it| !decision.pages.contains(&it.url)),
        }
    }

    /// What warns of it: an account or a site that may be a stranger's.
    pub fn warnings(&self) -> impl Iterator<Item = &String> {
        self.against.iter().filter(|it| Objection::read(it).warns())
    }

    /// Whether all that warns of it was known when it was decided. Which account it looks like may depend on the directory.
    pub fn is_minded(&self) -> bool {
        let despite = self.decision.as_ref().map(|it| &it.despite);
        let is_known = |warning: &String| {
            let is_alike = |it: &str| matches!(Objection::read(it), Objection::LookAlike(_));
            let is_same = |it: &String| it == warning || (is_alike(it) && is_alike(warning));
            despite.is_some_and(|it| it.iter().any(is_same))
        };
        self.warnings().all(is_known)
    }

    /// Decides on what is known now. Whoever decides the same again, and tells no reason, means the one that was told.
    pub fn decide(&mut self, verdict: Verdict, reason: Option<String>, on: Date) {
        let same = self.decision.take().filter(|it| it.verdict == verdict);
        let reason = reason.or_else(|| same?.reason);
        let pages = self.evidence.iter().map(|it| it.url.clone()).collect();
        let despite = self.warnings().cloned().collect();
        self.decision = Some(Decision { verdict, on, reason, pages, despite });
    }
}

/// Any number of proposals, each once, in order.
///
/// Where they stand in a file is no part of what they say: it is only what they are numbered by.
#[derive(Debug, Clone, Default)]
pub struct Proposals {
    /// The country of the directory that they are for, as [`Header::country`](crate::directory::Header::country) has it;
    /// `None` in files that were made before it was written down.
    pub country: Option<String>,
    /// By what they are about.
    pub cases: BTreeMap<Subject, Case>,
    /// Where each of them stands in the file that they were read from.
    pub places: BTreeMap<Subject, usize>,
}

impl PartialEq for Proposals {
    fn eq(&self, other: &Self) -> bool {
        (&self.country, &self.cases) == (&other.country, &other.cases)
    }
}

impl Eq for Proposals {}

impl Proposals {
    /// Adds a case, joined with what is known of its subject.
    pub fn add(&mut self, subject: Subject, case: Case) {
        let mut case = self.cases.remove(&subject).unwrap_or_default().join(case);
        if subject.kind == Kind::NoLongerShown {
            let once = Objection::LookAgain.to_string();
            if is_seen_twice(&case.evidence) {
                case.against.remove(&once);
            } else {
                case.against.insert(once);
            }
        }
        self.cases.insert(subject, case);
    }

    /// Both together. It doesn't matter in which order, nor how often, proposals are joined; those that stand in a file keep
    /// their places, and what comes of the other follows.
    ///
    /// ```
    /// use officieel::proposals::{Case, Kind, Proposals, Subject};
    ///
    /// let subject = Subject {
    ///     organisation: "gemeente-ede".to_owned(),
    ///     kind: Kind::New,
    ///     platform: Some("x".to_owned()),
    ///     account: Some("gemeente_ede".to_owned()),
    ///     value: None,
    /// };
    /// let mut one = Proposals::default();
    /// one.add(subject, Case::default());
    /// assert_eq!(one.clone().join(one.clone()), one);
    /// ```
    #[must_use]
    pub fn join(mut self, other: Self) -> Self {
        self.country = self.country.max(other.country);
        for (subject, case) in other.cases {
            self.add(subject, case);
        }
        self
    }

    /// Leaves out what others accepted: whoever takes a file in decides anew. What they rejected stays rejected. On how many
    /// that is.
    pub fn forget_acceptances(&mut self) -> usize {
        let is_accepted = |it: &mut Decision| it.verdict == Verdict::Accepted;
        let forgotten = self.cases.values_mut().filter_map(|it| it.decision.take_if(is_accepted));
        forgotten.count()
    }

    /// Leaves out decisions of days that are yet to come: nobody made them.
    pub fn forget_later_decisions(&mut self, today: Date) {
        for case in self.cases.values_mut() {
            case.decision.take_if(|it| it.on > today);
        }
    }

    /// How many a person still has to look at.
    pub fn open_count(&self) -> usize {
        self.cases.values().filter(|case| case.is_open()).count()
    }

    /// Whether a directory is that of another country than the one that they are for.
    pub fn is_of_another(&self, directory: &Directory) -> bool {
        self.country.as_deref().is_some_and(|own| own != directory.header.country())
    }

    /// The proposal of an organisation that would be new, by the id that it would have.
    pub fn new_organisation(&self, id: &str) -> Option<(&Subject, &Case)> {
        let first = Subject {
            organisation: id.to_owned(),
            kind: Kind::OrganisationNew,
            platform: None,
            account: None,
            value: None,
        };
        let mut from = self.cases.range(first..);
        from.next().filter(|(it, _)| it.organisation == id && it.kind == Kind::OrganisationNew)
    }

    /// All, in the order of their file; what doesn't stand there yet comes last. The place of one is its number.
    pub fn in_file(&self) -> Vec<&Subject> {
        let mut all: Vec<&Subject> = self.cases.keys().collect();
        all.sort_by_key(|it| self.places.get(it).copied().unwrap_or(usize::MAX));
        all
    }

    /// Those that a person still has to look at: see [`order`].
    pub fn open(&self) -> Vec<&Subject> {
        order::ordered(self, |_, case| case.is_open())
    }
}
