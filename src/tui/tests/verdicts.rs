//! Pictures of verdicts, above the hits and in full.

use super::*;
use crate::check::{
    Answer, Change, HostImitation, HostTechnique, Imitated, Original, Resemblance, Step, Technique,
    UnknownHost, Verdict,
};
use crate::tui::tests::screens::shot;

/// What is pasted, and what kind of answer the small directory has to it.
const PASTES: [(&str, &str); 8] = [
    ("official", "https://x.com/GemZandmeer"),
    ("retired", "@kleinmeer"),
    ("not-listed", "@niemand_hier op X"),
    ("family-word", "@waterkring_nieuws op Instagram"),
    ("no-account", "info@voorbeeld.net"),
    ("site", "https://www.zandmeer.example/contact/afspraak-maken"),
    ("unknown-host", "https://voorbeeld.net/zandmeer"),
    ("several", "info@voorbeeld.net schrijft: volg @GemZandmeer en @zandmeer_hulp, beide op X"),
];

fn step(written: &str, genuine: &str, change: Change) -> Step {
    Step { written: written.to_owned(), genuine: genuine.to_owned(), change }
}

/// Names of as many letters, of which some differ.
fn steps(written: &str, genuine: &str) -> Vec<Step> {
    let pairs = written.chars().zip(genuine.chars());
    let change = |alike| if alike { Change::None } else { Change::Alike };
    pairs.map(|(w, g)| step(&w.to_string(), &g.to_string(), change(w == g))).collect()
}

/// A screen after a paste whose answer is made by hand: the screen is to stay as it is when what
/// makes a look-alike changes.
fn judged(width: u16, height: u16, text: &str, verdict: impl Fn(&Directory) -> Verdict) -> Model {
    let mut model = fixture(width, height);
    paste(&mut model, text);
    let verdict = verdict(model.directory().unwrap());
    let (asked, remarks) = (text.to_owned(), Vec::new());
    let message = model.browse.check.message.as_mut().unwrap();
    message.answers = vec![Answer { asked, platform: None, account: None, verdict, remarks }];
    message.summary.has_text = false;
    model
}

fn look_alike(directory: &Directory) -> Verdict {
    let reference = &directory.platforms.parse_handle("@GemZandmeer")[0];
    let mut steps = steps("GemZ4ndme", "GemZandme");
    steps.push(step("e", "", Change::Added));
    steps.extend(self::steps("er", "er"));
    steps.push(step("\u{200B}", "", Change::Hidden));
    Verdict::LookAlike(Resemblance {
        of: Original::Account(directory.account_by(reference).unwrap()),
        genuine: "GemZandmeer".to_owned(),
        techniques: vec![Technique::Hidden, Technique::Characters, Technique::Doubled],
        steps,
    })
}

fn imitating_host(directory: &Directory) -> Verdict {
    let organisation = directory.organisation_by_id("gemeente-zandmeer").unwrap();
    Verdict::UnknownHost(UnknownHost {
        host: "www.zandrneer.example".to_owned(),
        reported: Vec::new(),
        named: Vec::new(),
        imitation: Some(HostImitation {
            of: Imitated::Organisation(organisation),
            genuine: "zandmeer.example".to_owned(),
            domain: "zandrneer.example".to_owned(),
            technique: HostTechnique::Characters,
            steps: [
                steps("zand", "zand"),
                vec![step("rn", "m", Change::Alike)],
                steps("eer.example", "eer.example"),
            ]
            .concat(),
        }),
    })
}

const LOOK_ALIKE: &str = "@GemZ4ndmeeer\u{200B}";
const HOST: &str = "https://www.zandrneer.example/betalen";

fn both(name: &str, mut model: Model, theme: &Theme) {
    shot(&format!("{name}-above"), &model, theme);
    play(&mut model, "<f2>");
    shot(&format!("{name}-in-full"), &model, theme);
}

fn every_verdict(width: u16, height: u16, theme: &Theme, suffix: &str) {
    for (name, text) in PASTES {
        let mut model = fixture(width, height);
        paste(&mut model, text);
        both(&format!("check-{name}-{suffix}"), model, theme);
    }
    let model = judged(width, height, LOOK_ALIKE, look_alike);
    both(&format!("check-look-alike-{suffix}"), model, theme);
    let model = judged(width, height, HOST, imitating_host);
    both(&format!("check-imitating-host-{suffix}"), model, theme);
}

#[test]
fn every_verdict_in_a_common_window() {
    every_verdict(80, 24, &Theme::ansi(false), "80x24-ansi");
}

#[test]
fn the_gravest_verdicts_in_a_large_window() {
    let theme = Theme::ansi(false);
    both("check-look-alike-120x40-ansi", judged(120, 40, LOOK_ALIKE, look_alike), &theme);
    let mut model = fixture(120, 40);
    paste(&mut model, PASTES[0].1);
    both("check-official-120x40-ansi", model, &theme);
}

#[test]
fn every_verdict_in_a_small_window_without_colour() {
    every_verdict(40, 12, &Theme::mono(false), "40x12-mono");
}

#[test]
fn without_colour_and_without_unicode() {
    let theme = Theme::mono(true);
    both("check-look-alike-80x24-mono-ascii", judged(80, 24, LOOK_ALIKE, look_alike), &theme);
}

#[test]
fn in_english() {
    let mut model = fixture_in(Language::En, 80, 24);
    paste(&mut model, PASTES[2].1);
    both("check-not-listed-80x24-english", model, &Theme::ansi(false));
}

#[test]
fn half_a_handle() {
    for (width, height) in [(80, 24), (40, 12)] {
        let mut model = fixture(width, height);
        play(&mut model, "@gemz4nd");
        shot(&format!("check-typing-{width}x{height}-mono"), &model, &Theme::mono(false));
    }
}
