//! The verdict on one row of a table.

use std::borrow::Cow;

use crate::channel::Channel;
use crate::check::{Answer, LONGEST_INPUT, MAX_TOKENS, Standing};
use crate::cli::check::{Desk, Input, Tally};
use crate::compact_sort::CompactSort;
use crate::directory::{Directory, Organisation};
use crate::messages::verdict;
use crate::table::{Asked, Place, Row};
use crate::text::sanitise::escaped;

/// The most sentences of advice on a row.
const MOST_ADVICE: usize = 3;

/// What is said of a row.
pub(super) struct Judged {
    /// What was judged, and what came of it.
    pub(super) answers: Vec<(Input, Answer)>,
    /// Names on platforms that the directory does not have.
    pub(super) elsewhere: Vec<(String, String)>,
    /// Whether there is more in a cell than was judged.
    pub(super) is_cut: bool,
}

/// How a row is ranked by what is in it: the worst stands for all.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Rank {
    Imitation,
    Other,
    Elsewhere,
    Official,
}

fn rank(directory: &Directory, answer: &Answer) -> Rank {
    match Standing::of(directory, answer) {
        Standing::Imitation => Rank::Imitation,
        Standing::Official(_) => Rank::Official,
        _ => Rank::Other,
    }
}

impl Judged {
    pub(super) fn new(desk: &Desk, asked: Vec<Asked>) -> Self {
        let mut judged = Self { answers: Vec::new(), elsewhere: Vec::new(), is_cut: false };
        for Asked { text, place, .. } in asked {
            let platform = match place {
                Some(Place::On(platform)) => Some(platform),
                Some(Place::Elsewhere(name)) => {
                    judged.elsewhere.push((text, name));
                    continue;
                }
                Some(Place::Itself) => None,
                None => desk.platform,
            };
            let is_cut = text.len() > LONGEST_INPUT;
            let input = Input { text, line: None, arguments: Vec::new(), is_cut };
            let Desk { checker, directory, index, .. } = desk;
            let answers = checker.answers(directory, index, &input.text, platform);
            judged.is_cut |= is_cut || answers.len() >= MAX_TOKENS;
            for answer in answers {
                if !judged.answers.iter().any(|(_, other)| is_same(other, &answer)) {
                    judged.answers.push((input.clone(), answer));
                }
            }
        }
        judged
    }

    /// The answer that stands for the row: the first of the worst.
    pub(super) fn main(&self, directory: &Directory) -> Option<&Answer> {
        let worst =
            self.answers.iter().map(|(_, answer)| answer).min_by_key(|it| rank(directory, it));
        worst
            .filter(|answer| self.elsewhere.is_empty() || rank(directory, answer) < Rank::Elsewhere)
    }

    /// The verdict on the row as it is in JSON; `None` where there was nothing to judge.
    pub(super) fn verdict(&self, directory: &Directory) -> Option<&'static str> {
        let elsewhere = (!self.elsewhere.is_empty()).then_some("other-platform");
        self.main(directory).map(|answer| answer.verdict.id()).or(elsewhere)
    }

    /// The verdict on the row in a word or two; nothing where there was nothing to judge.
    pub(super) fn label(&self, desk: &Desk) -> &'static str {
        let elsewhere = || if self.elsewhere.is_empty() { "" } else { desk.words.table_elsewhere };
        let of = |answer| verdict::label(desk.words, &desk.directory, answer);
        self.main(&desk.directory).map_or_else(elsewhere, of)
    }

    /// The organisation that the verdict names.
    pub(super) fn organisation<'d>(&self, directory: &'d Directory) -> Option<&'d Organisation> {
        let organisation = self.main(directory)?.organisation(directory)?;
        Some(directory.organisation(organisation))
    }

    /// The address or number of the genuine channel.
    pub(super) fn channel<'d>(&self, desk: &'d Desk) -> Option<Cow<'d, str>> {
        let channel: Channel = self.main(&desk.directory)?.channel(&desk.directory, desk.today)?;
        let number = || channel.number(&desk.directory).map(Cow::Borrowed);
        channel.url(&desk.directory).or_else(number)
    }

    /// What is wrong with what is not official, and what to do about it.
    pub(super) fn advice(&self, desk: &Desk) -> String {
        let mut worst: Vec<&Answer> = self.answers.iter().map(|(_, answer)| answer).collect();
        worst.retain(|answer| rank(&desk.directory, answer) != Rank::Official);
        worst.compact_sort_by_key(|answer| rank(&desk.directory, answer));
        let mut sentences: Vec<String> =
            worst.iter().take(MOST_ADVICE).map(|answer| advice(desk, answer)).collect();
        let elsewhere = self.elsewhere.iter().take(MOST_ADVICE - sentences.len());
        sentences.extend(
            elsewhere
                .map(|(name, place)| desk.words.table_not_here(&escaped(name), &escaped(place))),
        );
        if self.is_cut {
            sentences.push(desk.words.table_cut.to_owned());
        }
        sentences.join(" ")
    }

    /// Counts what was judged.
    pub(super) fn count(&self, desk: &Desk, tally: &mut Tally) {
        for (_, answer) in &self.answers {
            tally.add_answer(&desk.directory, answer, self.is_cut);
        }
        tally.add_unjudged(self.elsewhere.len());
    }
}

/// The headline of an answer, and the last of its reasons: what to do.
fn advice(desk: &Desk, answer: &Answer) -> String {
    let Desk { words, directory, today, .. } = desk;
    let headline = verdict::headline(words, directory, answer);
    match verdict::reasons(words, directory, answer, *today).pop() {
        Some(reason) => format!("{headline} {reason}"),
        None => headline,
    }
}

/// Whether two answers of a row say the same: its address and its name often mean one account.
fn is_same(one: &Answer, other: &Answer) -> bool {
    one == other
        || (one.listed().is_some()
            && one.listed() == other.listed()
            && one.verdict == other.verdict)
}

/// What of a row was judged.
pub(super) fn judge(desk: &Desk, columns: &crate::table::Columns, row: &Row) -> Judged {
    Judged::new(desk, columns.asked(&desk.directory, &row.cells))
}
