//! Exporting what is shown.

use std::path::PathBuf;

use crate::audit::Severity;
use crate::messages::finding::RuleText;
use crate::messages::labels;
use crate::messages::numbers::grouped;
use crate::text::sanitise::{escaped, escaped_path};
use crate::tui::job::Job;
use crate::tui::message::Effect;
use crate::tui::model::{Model, Screen, Tone};
use crate::tui::screens::audit::export::{Export, Format};
use crate::tui::update::say;

/// Shows what can be exported as, where there is something to export.
pub(in crate::tui) fn show_export(model: &mut Model) {
    let words = model.words;
    let audit = &model.audit;
    let reason = match audit.findings() {
        None => Some(words.reviewing),
        Some(_) if audit.grouped.shown.is_empty() && audit.is_sifted() => {
            Some(words.export_nothing)
        }
        Some(_) => None,
    };
    match reason {
        Some(reason) => say(model, Tone::Note, reason.to_owned()),
        None => model.push(Screen::Export { selected: 0 }),
    }
}

/// Exports what is shown in the selected format.
pub(in crate::tui) fn export(model: &mut Model, selected: usize) -> Option<Effect> {
    let format = Format::ALL.get(selected).copied()?;
    let audit = &model.audit;
    let all = audit.findings()?;
    let shown = audit.grouped.shown.iter().filter_map(|number| all.get(*number));
    let findings = shown.map(|item| item.finding.clone()).collect();
    let is_sifted = audit.is_sifted();
    // A rule whose findings are left out is no rule that found nothing.
    let rules = audit.grouped.groups.iter().filter(|_| is_sifted).map(|group| group.rule);
    let export = Export {
        format,
        family: audit.family,
        findings,
        rules: rules.collect(),
        chosen: is_sifted.then(|| chosen(model)),
        directory: model.loading.file.clone(),
    };
    model.pop();
    say(model, Tone::Note, model.words.exporting.to_owned());
    Some(Effect::Run(0, Job::Export(Box::new(export))))
}

/// What was left out, and by what.
fn chosen(model: &Model) -> String {
    let (words, audit) = (model.words, &model.audit);
    let all = audit.findings().map_or(0, <[_]>::len);
    let [shown, all] = [audit.grouped.shown.len(), all].map(|count| grouped(model.words, count));
    let mut parts = vec![words.chosen(&all, &shown)];
    let filter = audit.filter.text();
    if !filter.trim().is_empty() {
        parts.push(words.chosen_filter(&escaped(filter.trim())));
    }
    let severities = audit.muted.iter().rev();
    let severities: Vec<&str> =
        severities.map(|severity: &Severity| labels::severity(model.words, *severity)).collect();
    if !severities.is_empty() {
        parts.push(words.chosen_severities(&severities.join(", ")));
    }
    let hidden = audit.hidden.iter();
    let hidden: Vec<&str> = hidden.map(|rule| RuleText::of(model.words, *rule).title).collect();
    if !hidden.is_empty() {
        parts.push(words.chosen_rules(&hidden.join(", ")));
    }
    parts.join(" ")
}

/// Says where the export is, or why it isn't.
pub(in crate::tui) fn exported(model: &mut Model, written: Result<PathBuf, String>) {
    match written {
        Ok(path) => {
            let file = escaped_path(&path);
            say(model, Tone::Note, model.words.exported(&file));
        }
        Err(why) => say(model, Tone::Error, why),
    }
}
