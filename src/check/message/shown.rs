//! What a link shows, or the sender of a mail, beside where these lead.

use super::{Read, Reason, Standing};
use crate::check::{Answer, Remark};
use crate::directory::{OrganisationIndex, Owner};

impl Read<'_> {
    /// What shows something official and is not: a link, or the sender of a mail.
    pub(super) fn shown_falsely(&self, standings: &[Standing]) -> Option<(usize, Reason)> {
        let is_false = |at: usize| standings.get(at).is_some_and(|it| it.may_be_anybodys());
        for (at, answer) in self.answers.iter().enumerate().filter(|(at, _)| is_false(*at)) {
            for remark in &answer.remarks {
                match remark {
                    Remark::ShownAs(shown) if self.is_official(shown) => {
                        return Some((at, Reason::Shows(shown.clone())));
                    }
                    Remark::Sender(shown) => {
                        let named = self.names(shown);
                        let is_own = || self.is_own_mailbox(&answer.asked, &named);
                        if !named.is_empty() && !is_own() {
                            return Some((at, Reason::Sender(answer.asked.clone())));
                        }
                    }
                    _ => {}
                }
            }
        }
        None
    }

    /// Whether what a link shows is something official.
    fn is_official(&self, shown: &str) -> bool {
        let shown = self.answers.iter().filter(|it| it.asked == shown);
        shown.map(|it| Standing::of_shown(self.directory, it)).any(|it| it.is_official())
    }

    /// What shows what is one body's and leads to what is another's: a link, or the sender of a mail.
    pub(super) fn shown_of_another(&self, standings: &[Standing]) -> Option<(usize, Reason)> {
        let owners = |standing: &Standing, answer: &Answer| match standing {
            Standing::Official(Some(owner)) => self.organisations_of(answer, *owner),
            _ => Vec::new(),
        };
        for (at, (standing, answer)) in standings.iter().zip(self.answers).enumerate() {
            let led_to = owners(standing, answer);
            for remark in answer.remarks.iter().filter(|_| !led_to.is_empty()) {
                let Remark::ShownAs(text) = remark else { continue };
                let shown = self.answers.iter().filter(|it| it.asked == *text);
                let shown: Vec<OrganisationIndex> = shown
                    .flat_map(|it| owners(&Standing::of_shown(self.directory, it), it))
                    .collect();
                if !shown.is_empty() && !self.are_related(&shown, &led_to) {
                    return Some((at, Reason::Shows(text.clone())));
                }
            }
        }
        None
    }

    /// The sender who shows the name of one body, and whose mailbox is of another that has nothing to do with it. A
    /// service, such as one for letters, sends for all of them.
    pub(super) fn sends_as_another(&self, standings: &[Standing]) -> Option<usize> {
        standings.iter().zip(self.answers).position(|(standing, answer)| {
            let Standing::Official(Some(owner @ Owner::Organisation(_))) = standing else {
                return false;
            };
            let owners = self.organisations_of(answer, *owner);
            let mut shown = answer.remarks.iter().filter_map(|it| match it {
                Remark::Sender(shown) => Some(self.organisations(&self.names(shown))),
                _ => None,
            });
            shown.any(|claimed| !claimed.is_empty() && !self.are_akin(&claimed, &owners))
        })
    }
}
