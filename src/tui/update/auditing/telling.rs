//! Exporting what is shown.

use std::path::PathBuf;

use super::super::super::export::{Export, Format};
use super::super::super::message::Effect;
use super::super::super::model::{Model, Overlay, Tone};
use super::super::say;
use crate::audit::Severity;
use crate::text::sanitise::{escaped, escaped_path};
use crate::words::numbers::grouped;
use crate::words::rules::RuleText;
use crate::words::{fill, labels};

/// Shows what can be exported as, where there is something to export.
pub(in crate::tui::update) fn show_export(model: &mut Model) {
    let words = model.words.screen;
    let auditing = &model.auditing;
    let reason = match auditing.review() {
        None => Some(words.reviewing),
        Some(_) if auditing.grouped.shown.is_empty() && auditing.is_sifted() => {
            Some(words.export_nothing)
        }
        Some(_) => None,
    };
    match reason {
        Some(reason) => say(model, Tone::Note, reason.to_owned()),
        None => model.lay(Overlay::Export { selected: 0 }),
    }
}

/// Exports what is shown in the selected format.
pub(super) fn export(model: &mut Model, selected: usize) -> Option<Effect> {
    let format = Format::ALL.get(selected).copied()?;
    let auditing = &model.auditing;
    let review = auditing.review()?;
    let shown = auditing.grouped.shown.iter().filter_map(|number| review.get(*number));
    let findings = shown.map(|told| told.finding.clone()).collect();
    let is_sifted = auditing.is_sifted();
    // A rule whose findings are left out is no rule that found nothing.
    let rules = auditing.grouped.groups.iter().filter(|_| is_sifted).map(|group| group.rule);
    let export = Export {
        format,
        family: auditing.family,
        findings,
        rules: rules.collect(),
        chosen: is_sifted.then(|| chosen(model)),
        directory: model.loading.file.clone(),
    };
    model.lift();
    say(model, Tone::Note, model.words.screen.exporting.to_owned());
    Some(Effect::Export(Box::new(export)))
}

/// What was left out, and by what.
fn chosen(model: &Model) -> String {
    let (words, auditing) = (model.words.screen, &model.auditing);
    let all = auditing.review().map_or(0, <[_]>::len);
    let [shown, all] = [auditing.grouped.shown.len(), all].map(|count| grouped(model.words, count));
    let mut told = vec![fill(words.chosen, &[("shown", &shown), ("all", &all)])];
    let filter = auditing.filter.text();
    if !filter.trim().is_empty() {
        told.push(fill(words.chosen_filter, &[("filter", &escaped(filter.trim()))]));
    }
    let severities = auditing.muted.iter().rev();
    let severities: Vec<&str> =
        severities.map(|severity: &Severity| labels::severity(model.words, *severity)).collect();
    if !severities.is_empty() {
        told.push(fill(words.chosen_severities, &[("names", &severities.join(", "))]));
    }
    let hidden = auditing.hidden.iter();
    let hidden: Vec<&str> = hidden.map(|rule| RuleText::of(model.words, *rule).title).collect();
    if !hidden.is_empty() {
        told.push(fill(words.chosen_rules, &[("names", &hidden.join(", "))]));
    }
    told.join(" ")
}

/// Says where the export is, or why it isn't.
pub(in crate::tui::update) fn exported(model: &mut Model, written: Result<PathBuf, String>) {
    match written {
        Ok(path) => {
            let file = escaped_path(&path);
            say(model, Tone::Note, fill(model.words.screen.exported, &[("file", &file)]));
        }
        Err(why) => say(model, Tone::Error, why),
    }
}
