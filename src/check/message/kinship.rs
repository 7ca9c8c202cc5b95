//! Whether what a message leads to has to do with whom it names.

use super::{Read, Standing, claims, speaker};
use crate::check::{Answer, Instead, Remark, Verdict, host};
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

    /// Whether nothing official in the message has to do with who is said to speak, and some of it is of a body of a place:
    /// the tax office sends nobody to the site of a town. National bodies share sites and numbers. Where nobody is said to
    /// speak, a body of a place that is `named` is not another of its kind.
    pub(super) fn is_of_others(&self, standings: &[Standing], named: &[Owner]) -> bool {
        let organisation = |owner: &Owner| self.directory.organisation_of(*owner);
        let kind = |it: &OrganisationIndex| self.directory.organisation(*it).kind;
        let mut claimed =
            speaker::label(self.text).map(|label| self.names(label)).unwrap_or_default();
        let shown = self.answers.iter().flat_map(|it| &it.remarks).filter_map(|it| match it {
            Remark::Sender(shown) => Some(self.names(shown)),
            _ => None,
        });
        let shown: Vec<Owner> = shown.flatten().collect();
        let has_sender = !shown.is_empty();
        claimed.extend(shown);
        let mut is_any_of_place = false;
        let mut claimed: Vec<OrganisationIndex> = claimed.iter().filter_map(organisation).collect();
        let has_speaker = !claimed.is_empty();
        if !has_speaker {
            let of_place = |it: &OrganisationIndex| claims::is_of_place(kind(it));
            claimed = named.iter().filter_map(organisation).filter(of_place).collect();
        }
        let is_national = !claimed.iter().any(|it| is_regional(kind(it)));
        for (standing, answer) in standings.iter().zip(self.answers) {
            let Standing::Official(Some(owner)) = standing else { continue };
            let owners: Vec<OrganisationIndex> =
                owners_of(answer, *owner).iter().filter_map(organisation).collect();
            let is_akin = |owner: &OrganisationIndex| {
                claimed.iter().any(|it| self.is_above(*it, *owner) || self.is_above(*owner, *it))
            };
            // Who refers its readers to another body names that; a sender's name is shown by whoever sent it.
            let is_named =
                |it: &OrganisationIndex| named.iter().any(|own| organisation(own) == Some(*it));
            if owners.iter().any(|it| is_akin(it) || !has_sender && is_named(it)) {
                return false;
            }
            let is_other = |it: &OrganisationIndex| match has_speaker {
                true if is_national => is_regional(kind(it)),
                true => claims::is_of_place(kind(it)),
                false => claimed.iter().any(|claimed| kind(claimed) == kind(it)),
            };
            is_any_of_place |= owners.iter().any(is_other);
        }
        is_any_of_place && !claimed.is_empty()
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
