//! Whether what a message leads to has to do with whom it names.

use super::{Read, Standing, claims, speaker};
use crate::check::{Answer, Instead, Verdict, host};
use crate::directory::{Kind, OrganisationIndex, Owner};
use crate::text::fold::fold;

impl Read<'_> {
    /// Whether an unknown host is called as a body whose name it is by the customs of its kind, or as the service that
    /// is named: it may well be theirs.
    pub(super) fn bears_own_name(&self) -> bool {
        let names = self.names(self.text);
        let top = claims::top_domain(self.directory);
        self.answers.iter().any(|answer| {
            let Verdict::UnknownHost(unknown) = &answer.verdict else { return false };
            if !unknown.host.ends_with(&top) {
                return false;
            }
            let label = host::label_alone(&unknown.host).filter(|it| it.len() >= TELLING);
            let is_called = |owner: &Owner| match owner {
                Owner::Service(service) => {
                    let name = fold(&self.directory.service(*service).name).replace(' ', "");
                    label.as_ref().is_some_and(|label| name.starts_with(label.as_str()))
                }
                Owner::Organisation(_) => false,
            };
            !unknown.named.is_empty() || names.iter().any(is_called)
        })
    }

    /// Whether the host of a mailbox is called, by the customs of its kind, as one of these bodies is: it may well be its
    /// own (`postbus@minbzk.nl`).
    pub(super) fn is_own_mailbox(&self, mailbox: &str, of: &[Owner]) -> bool {
        let Some((_, host)) = mailbox.rsplit_once('@') else { return false };
        let label =
            host::label_alone(host).filter(|_| host.ends_with(&claims::top_domain(self.directory)));
        let similarity = self.checker.similarity(self.directory);
        let bearers = label.map(|label| similarity.natural(self.directory, &label));
        let own = self.organisations(of);
        bearers.is_some_and(|all| all.iter().any(|it| own.contains(it)))
    }

    /// Whether nothing official in the message has to do with who is said to speak, or with the bodies of places that
    /// it names where nobody is. The tax office sends nobody to the site of a town, and no town pays for another.
    /// National bodies share sites and numbers, so of them that counts where the message `asks` for something. Who
    /// refers its readers to another body names that.
    pub(super) fn is_of_others(
        &self,
        standings: &[Standing],
        named: &[Owner],
        asks: impl Fn() -> bool,
    ) -> bool {
        let kind = |it: &OrganisationIndex| self.directory.organisation(*it).kind;
        let named = self.organisations(named);
        let speakers = speaker::label(self.text).map(|label| self.names(label)).unwrap_or_default();
        let mut claimed = self.organisations(&speakers);
        let has_speaker = !claimed.is_empty();
        if !has_speaker {
            claimed = named.iter().copied().filter(|it| is_regional(kind(it))).collect();
        }
        if claimed.is_empty() {
            return false;
        }
        let is_national = !claimed.iter().any(|it| is_regional(kind(it)));
        let is_other = |it: &OrganisationIndex| {
            let is_alike = claimed.iter().any(|claimed| kind(claimed) == kind(it));
            match has_speaker {
                true if is_national => is_regional(kind(it)),
                true => claims::is_of_place(kind(it)) || is_alike,
                false => is_alike,
            }
        };
        let mut is_any_other = false;
        let mut is_any_national = false;
        for (standing, answer) in standings.iter().zip(self.answers) {
            let Standing::Official(Some(owner)) = standing else { continue };
            let owners = self.organisations_of(answer, *owner);
            if self.are_akin(&claimed, &owners) || owners.iter().any(|it| named.contains(it)) {
                return false;
            }
            is_any_other |= owners.iter().any(is_other);
            // All bodies send people to the sites of services, and each has a number of its own.
            let is_number = matches!(answer.verdict, Verdict::NotAnAccount(Instead::Phone(_)));
            is_any_national |= is_number || matches!(owner, Owner::Organisation(_));
        }
        is_any_other || has_speaker && is_national && is_any_national && asks()
    }

    /// The organisations of these, or that see to them.
    pub(super) fn organisations(&self, owners: &[Owner]) -> Vec<OrganisationIndex> {
        owners.iter().filter_map(|it| self.directory.organisation_of(*it)).collect()
    }

    /// The organisations whose an official thing is.
    pub(super) fn organisations_of(&self, answer: &Answer, owner: Owner) -> Vec<OrganisationIndex> {
        self.organisations(&owners_of(answer, owner))
    }

    /// Whether any of some organisations has to do with one of the others, or stands beside it below a national one.
    pub(super) fn are_akin(
        &self,
        some: &[OrganisationIndex],
        others: &[OrganisationIndex],
    ) -> bool {
        let parent = |it: OrganisationIndex| {
            let it = self.directory.organisation(it);
            it.parent.filter(|_| !is_regional(it.kind))
        };
        let are_siblings = |one: OrganisationIndex, other: OrganisationIndex| {
            parent(one).is_some_and(|it| parent(other) == Some(it))
        };
        self.are_related(some, others)
            || some.iter().any(|one| others.iter().any(|other| are_siblings(*one, *other)))
    }

    /// Whether any of some organisations is one of the others, or one above or below it.
    pub(super) fn are_related(
        &self,
        some: &[OrganisationIndex],
        others: &[OrganisationIndex],
    ) -> bool {
        let are = |one: OrganisationIndex, other: OrganisationIndex| {
            self.is_above(one, other) || self.is_above(other, one)
        };
        some.iter().any(|one| others.iter().any(|other| are(*one, *other)))
    }

    /// Whether an organisation is another, or one above it.
    fn is_above(&self, above: OrganisationIndex, below: OrganisationIndex) -> bool {
        let next = |index: &OrganisationIndex| self.directory.organisation(*index).parent;
        std::iter::successors(Some(below), next).take(MOST_ABOVE).any(|it| it == above)
    }
}

/// Whether the bodies of a kind are each for a place, or for a few together.
fn is_regional(kind: Kind) -> bool {
    claims::is_of_place(kind)
        || matches!(
            kind,
            Kind::CaribbeanBody
                | Kind::EnvironmentService
                | Kind::FireService
                | Kind::HealthService
                | Kind::JointArrangement
                | Kind::SafetyRegion
        )
}

/// All whose an official thing is.
pub(super) fn owners_of(answer: &Answer, owner: Owner) -> Vec<Owner> {
    match &answer.verdict {
        Verdict::NotAnAccount(Instead::Phone(phone)) => {
            std::iter::once(owner).chain(phone.others.iter().copied()).collect()
        }
        _ => vec![owner],
    }
}

/// A shorter name is that of others as well.
const TELLING: usize = 6;

/// How many organisations above one are looked at.
const MOST_ABOVE: usize = 6;
