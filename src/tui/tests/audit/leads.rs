//! Where the findings of the audit lead to: their accounts, their rules, the conventions; and back.

use super::*;

#[test]
fn enter_goes_to_the_account_and_esc_comes_back_to_all_that_stood_there() {
    for (query, keys) in
        [("", ""), ("zand", "<down>"), ("@GemZandmeer", ""), ("zand", "<tab><down>")]
    {
        let mut model = fixture(80, 24);
        play(&mut model, &format!("{query}{keys}"));
        let before = shown(&model);
        let hits = model.browse.hits.clone();
        to_finding(&mut model, Rule::BadgeEnded);
        let (audit, finding) = (shown(&model), model.audit.selected);
        play(&mut model, "<enter>");
        assert_eq!(model.focus(), Focus::Channels);
        assert_eq!(selected(&model), "Ministerie van Wind en Weer");
        let wind = model.directory().unwrap();
        let wind = wind.account_by(&wind.platforms.parse_handle("@MinWind")[0]).unwrap();
        assert_eq!(model.current(), Some(Channel::Account(wind)));
        assert_eq!((model.browse.hits.len(), model.browse.search.total), (1, 1));
        assert_eq!(model.browse.query.text(), "https://x.com/MinWind");
        assert!(shown(&model).contains("Esc terug naar de audit"), "{}", shown(&model));
        // The evidence of the account can be looked at, and the way back stays open.
        play(&mut model, "e<esc><esc>");
        assert_eq!((shown(&model), model.audit.selected), (audit, finding), "{query}");
        play(&mut model, "<f5>");
        assert_eq!((shown(&model), &model.browse.hits), (before, &hits), "{query}");
        assert_eq!(model.browse.query.text(), query);
    }
}

#[test]
fn a_jump_behind_a_jump_is_come_back_from_step_by_step() {
    let mut model = fixture(80, 24);
    play(&mut model, "zand<down>");
    let mut steps = vec![shown(&model)];
    to_finding(&mut model, Rule::BadgeEnded);
    for keys in ["", "<enter>", "<f6>", "<enter>", "<enter>"] {
        play(&mut model, keys);
        steps.push(shown(&model));
    }
    assert_eq!(model.focus(), Focus::Channels, "at an account of the conventions");
    while let Some(before) = steps.pop() {
        assert_eq!(shown(&model), before, "{} steps from the start", steps.len());
        play(&mut model, "<esc>");
    }
}

#[test]
fn whoever_types_after_jumping_stays_there() {
    let mut model = fixture(80, 24);
    to_finding(&mut model, Rule::BadgeEnded);
    play(&mut model, "<enter>/<c-u>zandm");
    assert_eq!((model.focus(), selected(&model)), (Focus::Query, "Gemeente Zandmeer"));
    play(&mut model, "<esc>");
    assert_eq!((model.focus(), model.browse.query.text().as_str()), (Focus::Query, ""));
    play(&mut model, "<f5>");
    assert_eq!(model.audit.rule(), Some(Rule::BadgeEnded), "the audit is where it was left");
    // Without typing, the way back is open from the query too, and F5 is one.
    play(&mut model, "<enter>/<esc>");
    assert_eq!(model.focus(), Focus::Audit);
    play(&mut model, "<enter><f5>");
    assert_eq!(model.focus(), Focus::Audit);
}

#[test]
fn a_finding_about_an_organisation_leads_to_it() {
    let mut model = fixture(80, 24);
    to_finding(&mut model, Rule::CoverageOwn);
    let about = model.audit.finding().unwrap().finding.subject.clone();
    assert_eq!(model.account(), None);
    play(&mut model, "<enter>");
    assert_eq!(model.focus(), Focus::Channels);
    assert_eq!(model.organisation(), about.organisation(model.directory().unwrap()));
    play(&mut model, "<esc>");
    assert_eq!(model.audit.rule(), Some(Rule::CoverageOwn));
}

#[test]
fn keys_act_on_the_account_of_the_finding() {
    let mut model = fixture(120, 40);
    to_finding(&mut model, Rule::BadgeEnded);
    let address = "https://x.com/MinWind".to_owned();
    assert_eq!(play(&mut model, "y"), [Effect::Copy(address.clone())]);
    assert_eq!(play(&mut model, "o"), [Effect::Open(address)]);
    play(&mut model, "<f3>");
    assert!(matches!(model.screen(), Some(&Screen::Evidence { .. })));
    assert!(shown(&model).contains("Bewijs voor @MinWind"), "{}", shown(&model));
    play(&mut model, "<esc>");
    assert_eq!(model.focus(), Focus::Audit);
    // What is not sure opens at the second press only.
    let mut model = fixture(120, 40);
    to_finding(&mut model, Rule::EvidenceReported);
    assert_eq!(play(&mut model, "o"), []);
    assert_eq!(status(&model).0, Tone::Warning);
    assert!(matches!(play(&mut model, "o")[..], [Effect::Open(_)]));
    // In the families there is no account to act on.
    assert_eq!(play(&mut model, "<tab>o"), []);
    assert_eq!(model.account(), None);
}

#[test]
fn a_rule_is_explained_with_its_source() {
    let mut model = fixture(40, 12);
    to_finding(&mut model, Rule::BadgeEnded);
    play(&mut model, "w");
    assert_eq!(model.focus(), Focus::Rule);
    let top = shown(&model);
    assert!(top.contains("Deze bevinding"), "{top}");
    play(&mut model, "<end>");
    let bottom = shown(&model);
    assert!(bottom.contains("Bron"), "{bottom}");
    play(&mut model, "<down><pgdn>");
    assert_eq!(shown(&model), bottom);
    let source = Rule::BadgeEnded.source().to_owned();
    assert_eq!(play(&mut model, "o"), [Effect::Open(source)]);
    play(&mut model, "<home>");
    assert_eq!(shown(&model), top);
    play(&mut model, "w");
    assert_eq!(model.focus(), Focus::Audit);
}

#[test]
fn the_conventions_shown_are_those_of_what_is_selected() {
    let mut model = fixture(120, 40);
    play(&mut model, "<f5><down>c");
    assert_eq!(model.focus(), Focus::Conventions);
    assert_eq!(model.conventions.family, Some(Family::Kind(Kind::Municipality)));
    play(&mut model, "<esc>");
    assert_eq!(model.focus(), Focus::Audit);
    // Of the whole directory there is no one convention: those of the account's own kind are shown.
    play(&mut model, "<esc>");
    to_finding(&mut model, Rule::BadgeEnded);
    play(&mut model, "c");
    assert_eq!(model.conventions.family, Some(Family::Kind(Kind::Ministry)));
}
