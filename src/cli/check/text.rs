//! An answer as text: what it is, why, how the two names differ, and where the real channel is.

use std::io::{self, Write};

use super::Desk;
use super::comparison::{self, Rows};
use super::inputs::Input;
use crate::channel::Channel;
use crate::check::{Answer, LONGEST_INPUT, MAX_TOKENS, Message, MessageVerdict, Step, Verdict};
use crate::cli::fact_table::FactTable;
use crate::cli::render;
use crate::cli::style::{Styles, Tone};
use crate::directory::Trust;
use crate::messages::numbers::grouped;
use crate::messages::{summary, verdict};
use crate::words::Words;

impl Desk {
    /// Writes what a message comes down to, then what is in it.
    pub(super) fn tell(
        &self,
        message: &Message,
        input: &Input,
        out: &mut dyn Write,
    ) -> io::Result<()> {
        let (words, directory) = (self.words, &self.directory);
        let is_cut = input.is_cut || message.answers.len() >= MAX_TOKENS;
        let advice = summary::advice(words, directory, message);
        let is_told = summary::is_told(message);
        if is_told {
            self.summary(message, &advice, is_cut).write(out)?;
        }
        for (at, (_, answer)) in summary::pieces(message).enumerate() {
            if is_told || at > 0 {
                writeln!(out)?;
            }
            let advice = Some(advice.as_str()).filter(|_| !is_told);
            self.facts(answer, advice, is_cut && !is_told).write(out)?;
        }
        Ok(())
    }

    /// The one answer to a message.
    fn summary(&self, message: &Message, advice: &str, is_cut: bool) -> FactTable {
        let (words, directory) = (self.words, &self.directory);
        let styles = Styles::new(self.styled);
        let tone = match message.summary.verdict {
            MessageVerdict::Beware => Tone::Alarm,
            MessageVerdict::Official if summary::has_only_reported(directory, message) => {
                Tone::Trust(Trust::Reported)
            }
            MessageVerdict::Official => Tone::Trust(Trust::Confirmed),
            MessageVerdict::Unconfirmed | MessageVerdict::Nothing => Tone::Plain,
        };
        let label = summary::label(words, directory, message);
        let label = styles.bold_in(tone, &format!("[{label}]"));
        let headline = summary::headline(words, directory, message);
        let mut facts = FactTable::new(styles);
        facts.heading_styled(format!("{label} {}", styles.bold(&headline)));
        facts.add(words.claims_to_be, &summary::claimed(words, directory, &message.summary));
        facts.add(words.leads_to, &summary::places(words, directory, message));
        facts.add(words.do_this, advice);
        if is_cut {
            facts.sentence(&input_cut(words));
        }
        facts
    }

    /// The answer in lines.
    fn facts(&self, answer: &Answer, advice: Option<&str>, is_cut: bool) -> FactTable {
        let (words, styles) = (self.words, Styles::new(self.styled));
        let mut facts = FactTable::new(styles);
        let label = verdict::label(words, &self.directory, answer);
        let headline = verdict::headline(words, &self.directory, answer);
        let label = styles.bold_in(self.tone(answer), &format!("[{label}]"));
        facts.heading_styled(format!("{label} {}", styles.bold(&headline)));
        facts.add_some(words.do_this, advice);
        for reason in verdict::reasons(words, &self.directory, answer, self.today) {
            facts.sentence(&reason);
        }
        if is_cut {
            facts.sentence(&input_cut(words));
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
            let label = verdict::original_label(words, &self.directory, answer);
            facts.add(label, &genuine);
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
                let label = verdict::channel_label(words, &self.directory, channel);
                facts.add(label, &parts.join(" "));
            }
            facts.add(words.cli_address, &it.url);
        } else {
            let url = channel.url(&self.directory);
            let label = verdict::channel_label(words, &self.directory, channel);
            facts.add_some(label, url.as_deref());
            facts.add_some(words.channel_phone, channel.number(&self.directory));
        }
    }
}

/// That not all of the input was judged.
fn input_cut(words: &Words) -> String {
    words.input_cut(&grouped(words, LONGEST_INPUT), &grouped(words, MAX_TOKENS))
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
