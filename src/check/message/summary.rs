//! What can be asked of a message that was judged.

use super::places::is_namesake;
use super::{Message, MessageVerdict, Reason, Summary};
use crate::channel::{self, Channel};
use crate::directory::{Directory, Owner};

impl Message {
    /// Says that not all of the message was judged: what is official of it says nothing of the rest.
    #[must_use]
    pub fn not_whole(mut self) -> Self {
        if self.summary.verdict == MessageVerdict::Official {
            self.summary.verdict = MessageVerdict::Unconfirmed;
            self.summary.reason = Reason::NotWhole;
        }
        self
    }

    /// Several messages as one, of which the gravest says what it comes down to.
    pub fn joined(messages: Vec<Self>) -> Option<Self> {
        let gravest = messages
            .iter()
            .enumerate()
            .max_by_key(|(at, it)| (it.summary.verdict.gravity(), std::cmp::Reverse(*at)));
        let (at, _) = gravest?;
        let before: usize = messages.iter().take(at).map(|it| it.answers.len()).sum();
        let mut summary = messages.get(at)?.summary.clone();
        summary.decided_by = summary.decided_by.map(|decided| before + decided);
        for owner in messages.iter().flat_map(|it| &it.summary.owners) {
            if !summary.owners.contains(owner) {
                summary.owners.push(*owner);
            }
        }
        let answers = messages.into_iter().flat_map(|it| it.answers).collect();
        Some(Self { summary, answers })
    }
}

impl Summary {
    /// Where to go instead of where the message leads: a site, and a telephone number, of whom it passes itself off
    /// as, or else claims to be from. Of what is official, whose that is; of several of these nowhere, for who wants
    /// one has no use for the other. Nowhere too where nobody knows whom it means: one of several of that name, or whose
    /// a link shows and whose it leads to.
    pub fn ways(&self, directory: &Directory) -> Vec<Channel> {
        let is_of_two =
            self.verdict == MessageVerdict::Unconfirmed && matches!(self.reason, Reason::Shows(_));
        let owner = match self.verdict {
            MessageVerdict::Official => self.only_owner(directory),
            _ if is_of_two || self.imitated.is_none() && self.names_namesakes(directory) => None,
            _ => self.imitated.or(self.claimed.first().copied()).or(self.owners.first().copied()),
        };
        owner.map_or_else(Vec::new, |owner| channel::site_and_number(directory, owner))
    }

    /// Whether whom it claims to be from is one of several who bear the same name.
    fn names_namesakes(&self, directory: &Directory) -> bool {
        let mut claimed = self.claimed.iter().filter_map(|it| match it {
            Owner::Organisation(organisation) => Some(*organisation),
            Owner::Service(_) => None,
        });
        claimed.next().is_some_and(|first| {
            claimed.any(|other| other != first && is_namesake(directory, first, other))
        })
    }

    /// Who the official things in it are of, as the message calls them, where that is one alone.
    fn only_owner(&self, directory: &Directory) -> Option<Owner> {
        let organisation = |owner: &Owner| directory.organisation_of(*owner);
        let (first, others) = self.owners.split_first()?;
        let is_same = |owner: &Owner| {
            owner == first || organisation(owner).is_some_and(|it| Some(it) == organisation(first))
        };
        let named = self.claimed.iter().find(|it| is_same(it)).unwrap_or(first);
        others.iter().all(is_same).then_some(*named)
    }

    /// The organisations that it claims to be from, each once.
    pub fn organisations<'d>(&self, directory: &'d Directory) -> Vec<&'d str> {
        let mut ids: Vec<&str> = Vec::new();
        for owner in &self.claimed {
            let organisation = directory.organisation_of(*owner);
            if let Some(id) = organisation.map(|it| directory.organisation(it).id.as_str())
                && !ids.contains(&id)
            {
                ids.push(id);
            }
        }
        ids
    }
}
