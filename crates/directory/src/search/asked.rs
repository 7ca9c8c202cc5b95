//! Which plan a question is answered with: all of its words, those that are met, or what it leads to alone.

use super::composing::Composer;
use super::evaluate::{self, Scratch};
use super::plan::Plan;
use super::question::Reading;
use super::{Index, SMALL, address};
use crate::directory::Directory;

/// What is searched for a question.
pub(super) struct Asked<'p> {
    pub(super) plan: Plan<'p>,
    /// Whether too little of the question is searched for more than a guess.
    pub(super) is_guess: bool,
    /// Whether what the strict tiers meet is in the scratch already.
    pub(super) is_weighed: bool,
    /// The words that are searched for, where these are not all of the question's.
    pub(super) kept: Option<String>,
}

impl<'p> Asked<'p> {
    /// A plan that nothing is known of yet.
    fn unweighed(plan: Plan<'p>, is_guess: bool) -> Self {
        Self { plan, is_guess, is_weighed: false, kept: None }
    }

    /// A plan that was just weighed.
    fn weighed(plan: Plan<'p>, is_guess: bool) -> Self {
        Self { plan, is_guess, is_weighed: true, kept: None }
    }

    /// The same with only these words of the question.
    fn keeping(self, kept: String) -> Self {
        Self { kept: Some(kept), ..self }
    }
}

impl Index {
    /// What is searched for a question; where that must be known at once, without a look at what is only near in a
    /// large directory.
    pub(super) fn asked<'p>(
        &'p self,
        directory: &'p Directory,
        query: &str,
        reading: &Reading,
        (limit, is_at_once): (usize, bool),
        scratch: &mut Scratch,
    ) -> Asked<'p> {
        let plan = |searched: &str| Plan::new(&self.tables, directory, searched, limit);
        if reading.tokens.is_empty() {
            return Asked::unweighed(plan(query), false);
        }
        let question = Composer { tables: &self.tables, directory, reading };
        let composed = question.compose(query);
        let first = plan(&composed.searched);
        // An address or handle in a question is answered by what it leads to, and its parts by nothing.
        let leads_to = |it: &String| address::addressed(&self.tables, directory, it);
        let addressed = reading.understood.addresses.iter().find_map(leads_to);
        let first = first.led_by(addressed.into_iter().collect()).led_by(composed.lead);
        let has_lead = !first.lead.is_empty();
        if reading.understood.terms.is_empty() {
            return Asked::unweighed(first.naming_nothing(), false);
        }
        // In danger, what a word of the question stands in by chance is beside the point.
        if question.is_pressing() {
            return Asked::unweighed(plan(query).led_by(first.lead).naming_nothing(), false);
        }
        if reading.names_a_kind() {
            return Asked::unweighed(first.for_a_kind(), false);
        }
        if evaluate::meets_any(&first, scratch) {
            // All words in one name mean the body of that name, before what some of them name or tell.
            // The name of a town in a longer one is not that town.
            let is_named = has_lead
                && reading.understood.terms.len() > 1
                && scratch.weights.is_named()
                && !question.asks_for_places();
            let is_part = composed.searched != query;
            let is_guess = is_part && !has_lead && question.is_met_by_beginnings();
            return Asked::weighed(if is_named { first.unled() } else { first }, is_guess);
        }
        if has_lead {
            // What an address or number leads to is met by all of it.
            let kept = reading.named_words();
            let asked = Asked::weighed(first, false);
            return if kept.is_empty() { asked } else { asked.keeping(kept) };
        }
        // Who handles the topic is the answer, though no body of it can be named; a word of it leads elsewhere by chance.
        if reading.understood.topic.is_some() {
            return Asked::weighed(first.led_by(composed.fallback).naming_nothing(), false);
        }
        let mut guessed = None;
        for relaxed in composed.relaxed {
            let plan = plan(&relaxed.searched);
            if evaluate::meets_any(&plan, scratch) {
                if !relaxed.is_guess {
                    return Asked::weighed(plan, false).keeping(relaxed.searched);
                }
                guessed = guessed.or(Some((plan, relaxed.searched)));
            }
        }
        // The bodies of a region answer for a place in it.
        if reading.understood.place.is_some() && !composed.fallback.is_empty() {
            return Asked::unweighed(first.led_by(composed.fallback), false);
        }
        if is_at_once && self.tables.count > SMALL {
            return Asked::unweighed(first, false);
        }
        // What has all words but for typing errors is nearer than a topic that has, or what has a few of them.
        if evaluate::meets_near(&first, scratch) {
            return Asked::unweighed(first, false);
        }
        if !composed.fallback.is_empty() {
            return Asked::unweighed(first.led_by(composed.fallback), false);
        }
        let mistyped = self.reader(directory).mistyped(reading);
        let lead = mistyped.map(|topic| question.handlers(topic)).unwrap_or_default();
        let is_led = !lead.is_empty();
        match guessed.filter(|_| !is_led) {
            Some((plan, kept)) => Asked::unweighed(plan, true).keeping(kept),
            None => Asked::unweighed(first.led_by(lead), is_led),
        }
    }
}
