//! What the list of what was asked before shows.

use crate::check::Message;
use crate::text::fold::{fold, fold_char};
use crate::tui::model::{Model, Screen};
use crate::tui::widgets::filtered_list::FilteredList;

/// The list: what was typed, and what is selected of what is left.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Asked {
    /// What was asked, the newest first, each once.
    pub queries: Vec<String>,
    /// What each of them comes to by the directory of today, where it names an account or an address.
    pub verdicts: Vec<Option<Message>>,
    /// What was typed, and the selected query.
    pub list: FilteredList,
}

/// A query that is left.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry<'a> {
    /// The query.
    pub query: &'a str,
    /// Which of its characters were met, counted in `char`s.
    pub met: Vec<usize>,
    /// What it comes to.
    pub verdict: Option<&'a Message>,
}

impl Asked {
    /// All of these, with what the first of them come to.
    pub fn of(queries: &[String], verdicts: Vec<Option<Message>>) -> Self {
        Self { queries: queries.to_vec(), verdicts, list: FilteredList::default() }
    }

    /// The queries that what was typed leaves: each word of it stands in them.
    pub fn entries(&self) -> Vec<Entry<'_>> {
        let typed = fold(&self.list.filter.text());
        let wanted: Vec<Vec<char>> =
            typed.split_whitespace().map(|word| word.chars().collect()).collect();
        let verdicts = self.verdicts.iter().map(Option::as_ref).chain(std::iter::repeat(None));
        let all = self.queries.iter().zip(verdicts);
        all.filter_map(|(query, verdict)| Some(Entry { query, met: met(query, &wanted)?, verdict }))
            .collect()
    }
}

/// Where these words stand in a query, each wherever it does; `None` where one does not.
fn met(query: &str, wanted: &[Vec<char>]) -> Option<Vec<usize>> {
    let folded = query.chars().enumerate().filter_map(|(at, c)| Some((at, fold_char(c)?)));
    let (places, folded): (Vec<usize>, Vec<char>) = folded.unzip();
    let mut met = Vec::new();
    for word in wanted {
        let begins = folded.windows(word.len()).enumerate().filter(|(_, it)| it == word);
        let before = met.len();
        met.extend(begins.flat_map(|(at, it)| places.iter().skip(at).take(it.len())));
        if met.len() == before {
            return None;
        }
    }
    met.sort_unstable();
    met.dedup();
    Some(met)
}

/// The list, where it is on screen.
pub(in crate::tui) fn asked(model: &Model) -> Option<&Asked> {
    match model.screen() {
        Some(Screen::History(asked)) => Some(asked),
        _ => None,
    }
}

/// The selected query.
pub(in crate::tui) fn selected(model: &Model) -> Option<String> {
    let asked = asked(model)?;
    asked.entries().get(asked.list.selected).map(|entry| entry.query.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_word_is_met_wherever_it_stands() {
        let queries = ["gemeente súdwest", "politie zwolle", "zandmeer"].map(str::to_owned);
        for (typed, left) in [
            ("", &["gemeente súdwest", "politie zwolle", "zandmeer"][..]),
            ("  ", &["gemeente súdwest", "politie zwolle", "zandmeer"]),
            ("SUD", &["gemeente [súd]west"]),
            ("we", &["gemeente súd[we]st"]),
            ("e", &["g[e]m[ee]nt[e] súdw[e]st", "politi[e] zwoll[e]", "zandm[ee]r"]),
            ("zw pol", &["[pol]itie [zw]olle"]),
            ("zand zand", &["[zand]meer"]),
            ("zand pol", &[]),
            ("een lange zin die nergens in past", &[]),
        ] {
            let mut asked = Asked::of(&queries, Vec::new());
            asked.list.filter.insert(typed);
            let shown: Vec<String> = asked.entries().iter().map(marked).collect();
            assert_eq!(shown, left, "{typed}");
        }
    }

    /// A query with what was met in brackets.
    fn marked(entry: &Entry<'_>) -> String {
        let mut text = String::new();
        for (at, c) in entry.query.chars().enumerate() {
            let is_met = |at: usize| entry.met.contains(&at);
            if is_met(at) && !at.checked_sub(1).is_some_and(is_met) {
                text.push('[');
            }
            text.push(c);
            if is_met(at) && !is_met(at + 1) {
                text.push(']');
            }
        }
        text
    }
}
