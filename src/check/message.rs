//! One answer to a whole message: whom it claims to be from, where it leads, and whether these agree.
//!
//! The rules, the first that holds:
//!
//! | verdict | when |
//! | --- | --- |
//! | beware | something in it imitates a name, a site or an account |
//! | beware | a link shows what is official and leads to what is not known to be |
//! | beware | its sender shows the name of somebody official and has an address that is not theirs |
//! | beware | it names somebody official, and asks for what nobody official asks for |
//! | beware | it names somebody official, and asks to act where nothing of theirs is |
//! | can't be confirmed | it leads anywhere that is not known to be official |
//! | can't be confirmed | a link shows what is one body's, and leads to another's |
//! | can't be confirmed | it is all official, and of bodies that have nothing to do with who sends it, or with whom it names |
//! | official | it leads somewhere, and all of that is official |
//! | nothing to check | it leads nowhere |
//!
//! What is official in it never vouches for the rest.

mod claims;
mod demands;
mod disguised;
mod kinship;
mod names;
mod phrases;
mod places;
mod sentences;
mod shown;
mod speaker;
mod standing;
mod summary;

use std::ops::Range;

use super::{Answer, Checker, Instead, LeadsOn, OtherPort, Remark, Verdict};
use crate::compact_sort::CompactSort;
use crate::directory::{Directory, Owner};
pub(super) use claims::Claims;
pub(super) use demands::Demands;
use kinship::owners_of;
use names::Names;
pub use standing::Standing;

/// A message that was judged.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Message {
    /// What it comes down to.
    pub summary: Summary,
    /// The answers to all that leads somewhere in it, in their order; at least one.
    pub answers: Vec<Answer>,
}

/// What a whole message comes down to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Summary {
    /// The verdict.
    pub verdict: MessageVerdict,
    /// Why it is that.
    pub reason: Reason,
    /// The position of the answer that decided it, where one did.
    pub decided_by: Option<usize>,
    /// Who it claims to be from, or speaks of: the likeliest first.
    pub claimed: Vec<Owner>,
    /// Whom what decided imitates, where it does.
    pub imitated: Option<Owner>,
    /// Whose the official things in it are, each once.
    pub owners: Vec<Owner>,
    /// Whether its words or its sender say who it is from, rather than what it imitates.
    pub is_named: bool,
    /// Whether it holds words besides what leads somewhere.
    pub has_text: bool,
}

/// The verdict on a whole message.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum MessageVerdict {
    /// It leads somewhere, and all of that is official.
    Official,
    /// Something in it passes itself off as something else.
    Beware,
    /// It leads somewhere that nothing here knows as official, which does not make it false.
    Unconfirmed,
    /// It leads nowhere.
    Nothing,
}

/// Why a message has its verdict.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Reason {
    /// What decided imitates a name, a site or an account.
    Imitates,
    /// A link shows this, which is official, and leads elsewhere.
    Shows(String),
    /// The sender shows a name, and has this address.
    Sender(String),
    /// It names somebody official, and asks for what nobody official asks for.
    NeverAsked,
    /// It names somebody official, and asks to act where nothing of theirs is.
    LeadsElsewhere,
    /// All that leads anywhere is official.
    AllOfficial,
    /// What decided is listed, and no longer used.
    NotInUse,
    /// What decided is nothing that the directory knows.
    NotKnown,
    /// It asks for money, which nothing here can judge.
    BankAccount,
    /// It names somebody official, and leads to a body of a place that has nothing to do with that.
    OfOthers,
    /// What was judged is official, and not all of it was judged.
    NotWhole,
    /// It is a name, and leads nowhere.
    OnlyName,
    /// It leads nowhere.
    LeadsNowhere,
}

impl MessageVerdict {
    /// How much it weighs beside others: what leads nowhere takes nothing from what is official.
    fn gravity(self) -> u8 {
        match self {
            Self::Nothing => 0,
            Self::Official => 1,
            Self::Unconfirmed => 2,
            Self::Beware => 3,
        }
    }

    /// The name in JSON.
    pub fn id(self) -> &'static str {
        match self {
            Self::Official => "official",
            Self::Beware => "beware",
            Self::Unconfirmed => "unconfirmed",
            Self::Nothing => "nothing",
        }
    }
}

/// A message as far as it was read: what is judged, and where it stands.
pub(super) struct Read<'a> {
    pub(super) directory: &'a Directory,
    pub(super) checker: &'a Checker,
    /// The text that the places are in.
    pub(super) text: &'a str,
    /// The same without its markup: what a person reads.
    pub(super) prose: &'a str,
    /// Where each of the answers stands in it.
    pub(super) places: &'a [Range<usize>],
    pub(super) answers: &'a [Answer],
}

impl Read<'_> {
    /// What the message comes down to.
    pub(super) fn summary(&self) -> Summary {
        // Words alone are a message, too.
        let has_text = self.has_text() || self.is_words();
        let standings: Vec<Standing> =
            self.answers.iter().map(|it| Standing::of(self.directory, it)).collect();
        let (claimed, is_named) = self.claimed(has_text);
        let (verdict, reason, decided_by) = self.decided(&standings, &claimed, has_text, is_named);
        let imitated = decided_by
            .and_then(|at| self.answers.get(at))
            .filter(|it| it.verdict.is_imitation())
            .and_then(|it| claims::of_answer(self.directory, it));
        let mut owners: Vec<Owner> = Vec::new();
        for (standing, answer) in standings.iter().zip(self.answers) {
            if let Standing::Official(Some(owner)) = standing {
                // Of several who have a number, the one that is named.
                let all = owners_of(answer, *owner);
                let owner = all.iter().find(|it| claimed.contains(it)).unwrap_or(owner);
                if !owners.contains(owner) {
                    owners.push(*owner);
                }
            }
        }
        Summary { verdict, reason, decided_by, claimed, imitated, owners, is_named, has_text }
    }

    fn decided(
        &self,
        standings: &[Standing],
        claimed: &[Owner],
        has_text: bool,
        is_named: bool,
    ) -> (MessageVerdict, Reason, Option<usize>) {
        use MessageVerdict::{Beware, Nothing, Official, Unconfirmed};
        let first = |is: &dyn Fn(&Standing) -> bool| standings.iter().position(is);
        if let Some(at) = first(&|it| *it == Standing::Imitation) {
            return (Beware, Reason::Imitates, Some(at));
        }
        if let Some((at, reason)) = self.shown_falsely(standings) {
            return (Beware, reason, Some(at));
        }
        let unknown = first(&|it| *it == Standing::Unknown);
        let is_of_somebody = |it: &Standing| matches!(it, Standing::Official(Some(_)));
        let is_any_named = !claimed.is_empty() || standings.iter().any(is_of_somebody);
        if has_text && is_any_named {
            if self.checker.demands(self.directory).are_never_made(self.prose) {
                return (Beware, Reason::NeverAsked, unknown);
            }
            if !speaker::is_other(self.text, |label| !self.names(label).is_empty())
                && let Some(at) = self.asks_elsewhere(standings)
            {
                return (Beware, Reason::LeadsElsewhere, Some(at));
            }
        }
        if let Some(at) = unknown {
            return (Unconfirmed, Reason::NotKnown, Some(at));
        }
        if let Some(at) = first(&|it| *it == Standing::NotInUse) {
            return (Unconfirmed, Reason::NotInUse, Some(at));
        }
        if let Some(at) = first(&|it| *it == Standing::LeadsOn) {
            return (Unconfirmed, Reason::NotKnown, Some(at));
        }
        if let Some(at) = first(&|it| *it == Standing::BankAccount) {
            return (Unconfirmed, Reason::BankAccount, Some(at));
        }
        let official = first(&|it| matches!(it, Standing::Official(_)));
        let part = first(&|it| *it == Standing::Part);
        if part.is_some() && official.is_none() {
            return (Unconfirmed, Reason::NotKnown, part);
        }
        if let Some((at, reason)) = self.shown_of_another(standings) {
            return (Unconfirmed, reason, Some(at));
        }
        if let Some(at) = self.sends_as_another(standings) {
            return (Unconfirmed, Reason::OfOthers, Some(at));
        }
        let asks = || self.checker.demands(self.directory).stand_in(self.prose);
        if is_named && has_text && self.is_of_others(standings, claimed, asks) {
            return (Unconfirmed, Reason::OfOthers, official);
        }
        if official.is_some() {
            return (Official, Reason::AllOfficial, official);
        }
        let is_name = |it: &Answer| {
            matches!(it.verdict, Verdict::NotAnAccount(Instead::Name(_) | Instead::Words(_)))
        };
        let named = self.answers.iter().position(is_name).filter(|_| !claimed.is_empty());
        let reason = if named.is_some() { Reason::OnlyName } else { Reason::LeadsNowhere };
        (Nothing, reason, None)
    }

    /// What the message asks its reader to act on, and that is known to be nobody's official: where it
    /// stands beside what is asked, or where nothing official is beside it at all.
    fn asks_elsewhere(&self, standings: &[Standing]) -> Option<usize> {
        let demands = self.checker.demands(self.directory);
        let all = || standings.iter().zip(self.places).zip(self.answers).enumerate();
        let unknown = || all().filter(|(_, ((standing, _), _))| **standing == Standing::Unknown);
        let beside = unknown()
            .find(|(_, ((_, place), _))| demands.stand_beside(self.prose, place, self.places));
        // Who shows a mail address as that of the sender may have forged it.
        let is_mail =
            |answer: &Answer| answer.remarks.iter().any(|it| matches!(it, Remark::Sender(_)));
        let is_any_official =
            all().any(|(_, ((standing, _), answer))| standing.is_official() && !is_mail(answer));
        let alone = || {
            let first = unknown().next().filter(|_| !is_any_official && !self.bears_own_name());
            // An official sender may be who it says.
            let is_asked = if self.answers.iter().any(is_mail) {
                demands.stand_firmly_in(self.prose)
            } else {
                demands.stand_in(self.prose)
            };
            first.filter(|_| is_asked)
        };
        let abroad = || all().find(|(_, (_, answer))| is_abroad(answer));
        beside.or_else(alone).or_else(abroad).map(|(at, _)| at)
    }

    /// Whether there are words beside what leads somewhere.
    fn has_text(&self) -> bool {
        let mut at = 0;
        let mut ranges: Vec<&Range<usize>> = self.places.iter().collect();
        ranges.compact_sort_by_key(|range| range.start);
        let has_word = |from: usize, to: usize| {
            let between = self.text.get(from..to).unwrap_or_default();
            between.contains(char::is_alphanumeric)
        };
        for range in ranges {
            if range.start > at && has_word(at, range.start) {
                return true;
            }
            at = at.max(range.end);
        }
        has_word(at, self.text.len())
    }

    fn is_words(&self) -> bool {
        let is = |it: &Answer| matches!(it.verdict, Verdict::NotAnAccount(Instead::Words(_)));
        self.answers.iter().all(is)
    }

    /// Who the message claims to be from: whose name its sender shows, whom it imitates, whom it names.
    /// Says too whether its words or its sender tell that, rather than what it imitates.
    fn claimed(&self, has_text: bool) -> (Vec<Owner>, bool) {
        let mut claimed: Vec<Owner> = Vec::new();
        let mut is_named = false;
        let mut add = |owner: Owner| {
            if !claimed.contains(&owner) && claimed.len() < claims::MOST {
                claimed.push(owner);
            }
        };
        for answer in self.answers {
            let senders = answer.remarks.iter().filter_map(|remark| match remark {
                Remark::Sender(shown) => Some(shown),
                _ => None,
            });
            for owner in senders.flat_map(|shown| self.names(shown)) {
                is_named = true;
                add(owner);
            }
        }
        for answer in self.answers {
            if answer.verdict.is_imitation() {
                claims::of_answer(self.directory, answer).into_iter().for_each(&mut add);
            }
        }
        if has_text {
            let besides: Vec<Range<usize>> =
                self.answers.iter().zip(self.places).filter_map(name_free).collect();
            let claims = self.checker.claims(self.directory);
            let named = claims.named(&self.lookup(), self.text, &besides);
            is_named |= !named.is_empty();
            named.into_iter().for_each(&mut add);
            for answer in self.answers.iter().filter(|it| !it.verdict.is_imitation()) {
                claims::of_answer(self.directory, answer).into_iter().for_each(&mut add);
            }
        }
        for answer in self.answers {
            match &answer.verdict {
                Verdict::NotAnAccount(Instead::Name(owners)) => {
                    owners.iter().copied().for_each(&mut add);
                }
                Verdict::NotAnAccount(
                    Instead::OtherPort(OtherPort { site: Some(site), .. })
                    | Instead::LeadsOn(LeadsOn { site: Some(site), .. }),
                ) => {
                    Some(site.owner).filter(|_| !site.is_anybodys).into_iter().for_each(&mut add);
                }
                _ => {}
            }
        }
        (claimed, is_named)
    }

    /// Whom a text names.
    fn names(&self, text: &str) -> Vec<Owner> {
        self.checker.claims(self.directory).named(&self.lookup(), text, &[])
    }

    fn lookup(&self) -> Names<'_> {
        Names {
            directory: self.directory,
            similarity: self.checker.similarity(self.directory),
            hosts: self.checker.hosts(self.directory),
        }
    }
}

/// Where no name is looked for: in what leads somewhere, but for what stands before the @ of a mail address, which
/// its owner chose.
fn name_free((answer, place): (&Answer, &Range<usize>)) -> Option<Range<usize>> {
    match &answer.verdict {
        Verdict::NotAnAccount(Instead::Words(_)) => None,
        Verdict::NotAnAccount(Instead::Mail(None)) => {
            let at = answer.asked.find('@').unwrap_or_default();
            Some((place.start + at).min(place.end)..place.end)
        }
        _ => Some(place.clone()),
    }
}

/// Whether something is a bank account in another country, where no body of this government has one.
fn is_abroad(answer: &Answer) -> bool {
    let is_account = matches!(answer.verdict, Verdict::NotAnAccount(Instead::BankAccount));
    is_account && super::tokens::is_abroad(&answer.asked)
}
