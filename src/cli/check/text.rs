//! An answer as text: what it is, why, how the two names differ, and where the real channel is.

use super::Desk;
use super::comparison::{self, Rows};
use crate::channel::Channel;
use crate::check::{Answer, LONGEST_INPUT, MAX_TOKENS, Step, Verdict};
use crate::cli::fact_table::FactTable;
use crate::cli::render;
use crate::cli::style::{Styles, Tone};
use crate::directory::Owner;
use crate::messages::numbers::grouped;
use crate::messages::verdict;

impl Desk {
    /// The answer in lines.
    pub(super) fn facts(&self, answer: &Answer, is_cut: bool) -> FactTable {
        let (words, styles) = (self.words, Styles::new(self.styled));
        let mut facts = FactTable::new(styles);
        let label = verdict::label(words, &self.directory, answer);
        let headline = verdict::headline(words, &self.directory, answer);
        let label = styles.bold_in(self.tone(answer), &format!("[{label}]"));
        facts.heading_styled(format!("{label} {}", styles.bold(&headline)));
        for reason in verdict::reasons(words, &self.directory, answer, self.today) {
            facts.sentence(&reason);
        }
        if is_cut {
            let (bytes, pieces) = (grouped(words, LONGEST_INPUT), grouped(words, MAX_TOKENS));
            facts.sentence(&words.input_cut(&bytes, &pieces));
        }
        self.compare(&mut facts, answer);
        self.show_channel(&mut facts, answer);
        facts
    }

    fn tone(&self, answer: &Answer) -> Tone {
        match &answer.verdict {
            verdict if verdict.is_imitation() || answer.leads_to().is_some() => Tone::Alarm,
            Verdict::Official(listed) => {
                Tone::Trust(self.directory.account(listed.account).trust(self.today))
            }
            _ => Tone::Plain,
        }
    }

    /// How the two names differ, under each other.
    fn compare(&self, facts: &mut FactTable, answer: &Answer) {
        let (words, steps) = (self.words, steps(answer));
        if let Some(Rows { written, carets, genuine }) = comparison::rows(steps) {
            facts.add(words.written, &written);
            facts.add_styled("", carets);
            facts.add(words.genuine, &genuine);
        }
    }

    /// The genuine channel to go to.
    fn show_channel(&self, facts: &mut FactTable, answer: &Answer) {
        let Some(channel) = answer.channel(&self.directory, self.today) else {
            return;
        };
        let words = self.words;
        if let Channel::Account(account) = channel {
            let it = self.directory.account(account);
            // Of the account that was asked about the reasons have told the rest.
            let is_asked = matches!(&answer.verdict,
                    Verdict::Official(listed) if listed.account == account);
            if !is_asked {
                let platform = self.directory.platform(it.platform).name();
                // A number says nothing; the address has it too.
                let name = it.handle.as_ref().map(|_| render::written(&self.directory, account));
                let parts: Vec<&str> =
                    [Some(platform), name.as_deref()].into_iter().flatten().collect();
                facts.add(words.real_channel, &parts.join(" "));
            }
            facts.add(words.cli_address, &it.url);
        } else {
            let url = channel.url(&self.directory);
            // What is not the government's is no official channel.
            let is_official = match channel.owner(&self.directory) {
                Owner::Service(service) => self.directory.service(service).is_government,
                Owner::Organisation(_) => true,
            };
            let label = if is_official { words.real_channel } else { words.cli_address };
            facts.add_some(label, url.as_deref());
            facts.add_some(words.channel_phone, channel.number(&self.directory));
        }
    }
}

/// The comparison that a verdict rests on, where it rests on one.
pub(super) fn steps(answer: &Answer) -> &[Step] {
    match &answer.verdict {
        Verdict::LookAlike(resemblance) => &resemblance.steps,
        Verdict::UnknownHost(unknown) => {
            unknown.imitation.as_ref().map_or(&[], |imitation| imitation.steps.as_slice())
        }
        _ => &[],
    }
}
