//! The audit on the screen: families, findings, filter, toggles, jumping there and back, exporting.

mod leads;
mod looks;

use super::*;
use crate::audit::{Family, Finding, Rule};
use crate::channel::Channel;
use crate::directory::Kind;
use crate::tui::job::{Answer, Job, JobKind};
use crate::tui::keys::Focus;
use crate::tui::model::{Screen, Tone};
use crate::tui::screens::audit::export::Export;
use crate::tui::screens::audit::job::Wanted;
use crate::tui::screens::audit::state::{Pane, Row};
use crate::tui::tests::search::shown;

/// The rows of the findings in words: rules by their id, findings by what is said of them.
fn rows(model: &Model) -> Vec<String> {
    let findings = model.audit.findings().unwrap();
    let row_text = |row: &Row| match row {
        Row::Rule(rule) => rule.id().to_owned(),
        Row::Finding(number) => {
            crate::messages::finding::found(model.words, &findings[*number].finding)
        }
    };
    model.audit.grouped.rows.iter().map(row_text).collect()
}

/// What is selected, in the same words.
fn row(model: &Model) -> String {
    rows(model)[model.audit.selected].clone()
}

/// Goes to the first finding of a rule in the findings of the whole directory.
fn to_finding(model: &mut Model, rule: Rule) {
    play(model, "<f5><home><tab>");
    while model.audit.finding().is_none_or(|item| item.finding.rule() != rule) {
        let before = model.audit.selected;
        play(model, "<down>");
        assert_ne!(before, model.audit.selected, "no finding of {}", rule.id());
    }
}

fn status(model: &Model) -> (Tone, &str) {
    let status = model.status.as_ref().unwrap();
    (status.tone, &status.text)
}

#[test]
fn the_whole_directory_is_audited_from_the_list() {
    let mut model = fixture(120, 40);
    assert_eq!(play(&mut model, "<f5>"), []);
    assert_eq!((model.focus(), model.audit.family), (Focus::Audit, None));
    let families: Vec<_> = model.audit.entries.iter().map(|entry| entry.family).collect();
    let kinds =
        [Kind::Municipality, Kind::Ministry, Kind::Agency, Kind::PoliceUnit, Kind::PoliceTeam];
    let expected: Vec<_> =
        std::iter::once(None).chain(kinds.map(|kind| Some(Family::Kind(kind)))).collect();
    assert_eq!(families, expected, "every kind that has accounts, the largest first");
    let all = &model.audit.tallies[&None];
    let findings = model.audit.findings().unwrap();
    assert_eq!(all.counts.iter().sum::<usize>(), findings.len());
    assert!(!model.jobs.is_outstanding(JobKind::Audit) && model.audit.wanted().is_none());
    let freshness = kinds.map(|kind| {
        let share = model.audit.tallies[&Some(Family::Kind(kind))].scores.freshness;
        (share.some, share.all)
    });
    let sum = freshness.iter().fold((0, 0), |sum, it| (sum.0 + it.0, sum.1 + it.1));
    assert_eq!((all.scores.freshness.some, all.scores.freshness.all), sum);
}

#[test]
fn from_the_channels_of_an_organisation_that_is_selected_with_all_under_it() {
    let mut model = fixture(120, 40);
    play(&mut model, "oostmeer<tab><f5>");
    let unit = model.directory().unwrap().organisation_by_id("politie-oostmeer").unwrap();
    assert_eq!(model.audit.family, Some(Family::Under(unit)));
    let entry = model.audit.entry().unwrap();
    assert_eq!((entry.organisations, entry.accounts), (2, 2));
    assert!(shown(&model).contains("waar u vandaan komt"), "{}", shown(&model));
    // All comes first, and what was selected stays so when the audit is left and shown again.
    play(&mut model, "<up>");
    assert_eq!(model.audit.family, None);
    play(&mut model, "<down><esc>");
    assert_eq!(model.focus(), Focus::Channels);
    play(&mut model, "<esc><f5>");
    assert_eq!(model.audit.family, Some(Family::Under(unit)));
    // Another organisation takes its place.
    play(&mut model, "<esc><c-u>minwind<tab><f5>");
    let wind = model.directory().unwrap().organisation_by_id("ministerie-van-wind").unwrap();
    assert_eq!(model.audit.family, Some(Family::Under(wind)));
    assert!(model.audit.entries.iter().all(|it| it.family != Some(Family::Under(unit))));
}

#[test]
fn a_family_is_audited_when_it_is_first_looked_at_and_remembered() {
    let mut model = fixture(80, 24);
    play(&mut model, "<f5>");
    let before = model.jobs.generation(JobKind::Audit);
    play(&mut model, "<down>");
    assert_eq!(model.audit.family, Some(Family::Kind(Kind::Municipality)));
    assert_eq!(model.jobs.generation(JobKind::Audit), before + 1);
    let of_family = rows(&model);
    assert!(of_family.len() < model.audit.findings[&None].len());
    play(&mut model, "<up><down>");
    assert_eq!((rows(&model), model.jobs.generation(JobKind::Audit)), (of_family, before + 1));
}

#[test]
fn what_is_not_known_yet_is_asked_for_once_and_a_late_answer_is_dropped() {
    let mut model = fixture(80, 24);
    let asked = update(&mut model, Msg::Do(crate::tui::keys::Action::Audit));
    let Some(Effect::Run(generation, Job::Audit(Wanted::Families(None)))) = asked else {
        panic!("{asked:?}");
    };
    assert!(shown(&model).contains('…'), "{}", shown(&model));
    assert_eq!(update(&mut model, Msg::Resized(Size::new(80, 25))), None, "asked once");
    let late = crate::tui::screens::audit::job::AuditAnswer::Families(Vec::new());
    update(&mut model, Msg::Done(generation - 1, Answer::Audit(late)));
    assert!(model.jobs.is_outstanding(JobKind::Audit));
}

#[test]
fn rules_are_folded_and_unfolded() {
    let mut model = fixture(80, 24);
    play(&mut model, "<f5><tab>");
    let open = rows(&model);
    assert_eq!(row(&model), "naming-inconsistent");
    for (key, rows_left, selected) in [
        (" ", open.len() - 1, "naming-inconsistent"),
        ("<right>", open.len(), "naming-inconsistent"),
        ("<right>", open.len(), open[1].as_str()),
        ("<left>", open.len() - 1, "naming-inconsistent"),
        ("<enter>", open.len(), "naming-inconsistent"),
        ("<left>", open.len() - 1, "naming-inconsistent"),
    ] {
        play(&mut model, key);
        assert_eq!((rows(&model).len(), row(&model).as_str()), (rows_left, selected), "{key}");
    }
    play(&mut model, "<left>");
    assert_eq!(model.audit.pane, Pane::Families);
    play(&mut model, "<right>f");
    assert_eq!(rows(&model), open, "one was folded, so all are unfolded");
    play(&mut model, "f");
    assert_eq!(rows(&model).len(), model.audit.grouped.groups.len());
}

#[test]
fn a_filter_is_typed_kept_and_cleared() {
    let mut model = fixture(120, 40);
    play(&mut model, "<f5><tab>");
    let all = model.audit.grouped.shown.len();
    play(&mut model, "/ZÁND instagram");
    assert_eq!(model.focus(), Focus::Conditions);
    assert_eq!(model.audit.grouped.shown.len(), 2);
    assert!(shown(&model).contains("2 van "), "{}", shown(&model));
    play(&mut model, "<enter>");
    assert_eq!((model.focus(), model.audit.pane), (Focus::Audit, Pane::Findings));
    play(&mut model, "/<backspace><c-w>x");
    assert_eq!(model.audit.filter.text(), "ZÁND x");
    play(&mut model, "yzzy<esc>");
    assert!(model.audit.filter.is_empty());
    assert_eq!((model.focus(), model.audit.grouped.shown.len()), (Focus::Audit, all));
    play(&mut model, "/zwolle<esc>/ede");
    assert_eq!((model.focus(), model.audit.filter.text().as_str()), (Focus::Conditions, "ede"));
    play(&mut model, "<esc>/<esc>");
    assert_eq!((model.focus(), model.audit.grouped.shown.len()), (Focus::Audit, all));
    play(&mut model, "/wind<enter><esc>");
    assert_eq!((model.focus(), model.audit.grouped.shown.len()), (Focus::Audit, all));
    play(&mut model, "<esc>");
    assert_eq!(model.focus(), Focus::Query);
}

#[test]
fn the_filter_takes_the_conditions_of_every_list() {
    let mut model = fixture(80, 24);
    play(&mut model, "<f5><tab>");
    let all = model.audit.grouped.shown.len();
    let count = |model: &mut Model, filter: &str| {
        play(model, &format!("/{filter}<enter>"));
        let count = model.audit.grouped.shown.len();
        let fault = model.audit.sought.fault.is_some();
        assert_eq!(model.status.is_some(), fault, "{filter}: {:?}", model.status);
        play(model, "<esc>");
        assert_eq!(model.audit.grouped.shown.len(), all);
        (count, fault)
    };
    let (ministries, _) = count(&mut model, "soort:ministerie");
    assert!(ministries > 0 && ministries < all);
    for (filter, like) in [
        ("kind:ministry", "soort:ministerie"),
        ("soort:ministerie wind", "soort:ministerie"),
        ("foo:bar soort:ministerie", "soort:ministerie"),
        ("naam:zandmeer", "kind:municipality zandmeer|naam:zandmeer"),
    ] {
        let like = like.split('|').next_back().unwrap();
        assert_eq!(count(&mut model, filter).0, count(&mut model, like).0, "{filter}");
    }
    // What is asked of accounts holds for those that a finding is about.
    let (on_x, _) = count(&mut model, "op:x");
    let (on_instagram, _) = count(&mut model, "op:instagram");
    assert!(on_x > 0 && on_instagram > 0 && on_x != on_instagram);
    for (filter, is_wrong) in [("foo:bar", true), ("soort:xyz", true), ("https://x.com", false)] {
        assert_eq!(count(&mut model, filter).1, is_wrong, "{filter}");
    }
    play(&mut model, "/foo:bar ");
    let told = shown(&model).replace('\n', " ");
    assert!(told.contains("foo:") && told.contains("opgeheven."), "{told}");
    play(&mut model, "<c-u>soort:mini<tab>");
    assert_eq!(model.audit.filter.text(), "soort:ministerie ");
}

#[test]
fn what_is_pasted_into_the_filter_is_no_query() {
    let mut model = fixture(120, 40);
    play(&mut model, "<f5>/");
    paste(&mut model, "  basis\u{202e}team\n");
    assert_eq!(model.audit.filter.text(), "basisteam");
    assert!(model.browse.query.is_empty());
}

#[test]
fn severities_and_rules_are_left_out_and_shown_again() {
    let mut model = fixture(120, 40);
    play(&mut model, "<f5><tab>");
    let all = model.audit.grouped.shown.len();
    let [notes, warnings, errors] = model.audit.grouped.counts;
    assert_eq!((notes + warnings, errors), (all, 0));
    assert!(notes > 0 && warnings > 0);
    for (key, left) in [("3", warnings), ("2", 0), ("1", 0), ("3", notes), ("2", all), ("1", all)] {
        play(&mut model, key);
        assert_eq!(model.audit.grouped.shown.len(), left, "{key}");
        assert_eq!(model.audit.grouped.counts, [notes, warnings, errors], "counted all the same");
    }
    let rule = model.audit.rule().unwrap();
    play(&mut model, "r");
    assert!(!rows(&model).contains(&rule.id().to_owned()));
    assert!(shown(&model).contains("R 1 uit"), "{}", shown(&model));
    play(&mut model, "r");
    assert!(shown(&model).contains("R 2 uit"), "{}", shown(&model));
    play(&mut model, "R");
    assert_eq!(model.audit.grouped.shown.len(), all);
    play(&mut model, "123");
    let text = format!("Niets van de {all} bevindingen");
    assert!(shown(&model).contains(&text), "{}", shown(&model));
}

/// The export that keys lead to.
fn exported(model: &mut Model, keys: &str) -> Export {
    match &play(model, keys)[..] {
        [Effect::Run(_, Job::Export(export))] => (**export).clone(),
        other => panic!("{other:?}"),
    }
}

#[test]
fn what_is_shown_is_exported_and_nothing_else() {
    let mut model = fixture(120, 40);
    let export = exported(&mut model, "<f5>e<enter>");
    let all = model.audit.findings().unwrap().len();
    assert_eq!((export.findings.len(), export.chosen), (all, None));
    assert_eq!(model.focus(), Focus::Audit);
    let export = exported(&mut model, "<tab>r3/zand<enter>e<down><enter>");
    let shown = &model.audit.grouped.shown;
    let findings = model.audit.findings().unwrap();
    let expected: Vec<_> = shown.iter().map(|it| findings[*it].finding.clone()).collect();
    assert!(!expected.is_empty() && expected.len() < all);
    assert_eq!(export.findings, expected);
    let mut rules: Vec<Rule> = expected.iter().map(Finding::rule).collect();
    rules.dedup();
    assert_eq!(export.rules, rules, "the rules that found something shown");
    let chosen = export.chosen.unwrap();
    let count = format!("{} van {all}", expected.len());
    for part in [count.as_str(), "“zand”", "opmerking", "Niet overal dezelfde naam"] {
        assert!(chosen.contains(part), "{chosen}");
    }
    play(&mut model, "/xyzzy<enter>e");
    assert_eq!(model.focus(), Focus::Audit);
    assert_eq!(status(&model), (Tone::Note, "Er is niets in beeld om te exporteren."));
}

#[test]
fn where_the_export_is_or_why_not_is_said() {
    let mut model = fixture(120, 40);
    update(&mut model, crate::tui::tests::exported(Ok("/tmp/a\u{202e}b.md".into())));
    assert_eq!(status(&model), (Tone::Note, "Geschreven: /tmp/a‹U+202E›b.md"));
    update(&mut model, crate::tui::tests::exported(Err("Nee.".to_owned())));
    assert_eq!(status(&model), (Tone::Error, "Nee."));
}

#[test]
fn when_the_directory_changes_all_is_found_anew_and_the_finding_stays_selected() {
    let mut model = fixture(120, 40);
    to_finding(&mut model, Rule::EvidenceReported);
    play(&mut model, "<down>");
    let all = model.audit.findings().unwrap().len();
    let before = (row(&model), model.jobs.generation(JobKind::Audit));
    // A finding before it goes: the ministry's badge is of another kind.
    let text = FIXTURE.replace(
        "kind = \"x-legacy\", seen = \"2022-08-02\"",
        "kind = \"none\", seen = \"2026-08-02\"",
    );
    load(&mut model, &text);
    assert_eq!(row(&model), before.0);
    assert!(model.jobs.generation(JobKind::Audit) > before.1 && !model.audit.is_old);
    assert!(model.audit.findings().unwrap().len() < all);
    let counts = model.audit.tallies[&None].counts;
    assert_eq!(counts.iter().sum::<usize>(), model.audit.findings().unwrap().len());
}

#[test]
fn a_click_selects_and_folds_and_the_wheel_moves() {
    let mut model = fixture(80, 24);
    play(&mut model, "<f5>");
    send(&mut model, Msg::Click { column: 4, row: 6 });
    assert_eq!(model.audit.family, Some(Family::Kind(Kind::Municipality)));
    send(&mut model, Msg::Click { column: 40, row: 5 });
    assert_eq!((model.audit.pane, model.audit.selected), (Pane::Findings, 0));
    assert!(model.audit.grouped.groups[0].is_folded);
    send(&mut model, Msg::Click { column: 40, row: 5 });
    send(&mut model, Msg::Click { column: 40, row: 8 });
    assert_eq!(model.audit.selected, 3);
    send(&mut model, Msg::Wheel { column: 40, row: 5, down: false });
    assert_eq!((model.audit.pane, model.audit.selected), (Pane::Findings, 2));
    send(&mut model, Msg::Wheel { column: 4, row: 5, down: true });
    assert_eq!(model.audit.family, Some(Family::Kind(Kind::Ministry)));
    // What is empty, and what lies under something else, is not to be clicked on.
    send(&mut model, Msg::Click { column: 40, row: 30 });
    play(&mut model, "e");
    send(&mut model, Msg::Click { column: 4, row: 5 });
    assert_eq!(model.audit.family, Some(Family::Kind(Kind::Ministry)));
}

#[test]
fn in_a_small_window_one_half_is_shown_at_a_time() {
    let mut model = fixture(40, 12);
    play(&mut model, "<f5>");
    assert!(shown(&model).contains("ministerie 2") && !shown(&model).contains("Vinkje"));
    play(&mut model, "<enter>");
    assert!(!shown(&model).contains("ministerie 2") && shown(&model).contains("Vinkje"));
    play(&mut model, "<esc>");
    assert_eq!((model.focus(), model.audit.pane), (Focus::Audit, Pane::Families));
    play(&mut model, "<esc>");
    assert_eq!(model.focus(), Focus::Query);
}
