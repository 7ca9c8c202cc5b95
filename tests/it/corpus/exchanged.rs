//! Genuine messages with one part exchanged: for a forged one, which must never pass as official, or for another
//! genuine one, which must not be suspected.

use std::collections::BTreeMap;

use officieel::check::{Answer, Instead, Message, MessageVerdict, Standing, Verdict};
use proptest::prelude::Rng;
use proptest::test_runner::{RngAlgorithm, TestRng};

use super::{Row, rows};
use crate::loaded::BUILT_IN;

/// How many messages are made of each sort; `OFFICIEEL_MESSAGES` asks for more.
fn made() -> usize {
    let asked = std::env::var("OFFICIEEL_MESSAGES").ok().and_then(|it| it.parse().ok());
    asked.unwrap_or(600)
}

/// The way that imitates nobody.
const STRANGER: &str = "unrelated";

/// A way to forge a part.
type Trick = (&'static str, fn(&str) -> Option<String>);

const TRICKS: &[Trick] = &[
    ("letter", |host| {
        let letters = [('l', "1"), ('i', "l"), ('o', "0"), ('m', "rn"), ('e', "3")];
        let (from, to) = letters.into_iter().find(|(from, _)| label(host).contains(*from))?;
        let changed = label(host).replacen(from, to, 1);
        Some(host.replacen(label(host), &changed, 1))
    }),
    ("word behind", |host| Some(format!("{}-inloggen.nl", label(host)))),
    ("word before", |host| Some(format!("mijn-{}-betalen.com", label(host)))),
    ("label of a foreign domain", |host| Some(format!("{host}.dossier-2026.com"))),
    ("joined to a foreign domain", |host| Some(format!("{host}-afhandeling.com"))),
    ("in the path", |host| Some(format!("dossier-afhandeling.net/{host}"))),
    ("before an @", |host| Some(format!("https://{host}@dossier-afhandeling.net"))),
    (STRANGER, |_| Some("dossier-afhandeling.net".to_owned())),
];

/// The label that a host is known by.
fn label(host: &str) -> &str {
    let mut labels = host.rsplit('.');
    labels.next();
    labels.next().unwrap_or(host)
}

fn chosen<'a, T>(random: &mut TestRng, all: &'a [T]) -> &'a T {
    &all[random.next_u32() as usize % all.len()]
}

fn random() -> TestRng {
    TestRng::from_seed(RngAlgorithm::ChaCha, &[7; 32])
}

/// The host of an answer on a site of more than a few letters: a short name may be anybody's.
fn host(answer: &Answer) -> Option<&str> {
    match &answer.verdict {
        Verdict::NotAnAccount(Instead::Site(site)) => {
            Some(site.host.as_str()).filter(|host| label(host).len() > 3)
        }
        _ => None,
    }
}

/// The genuine messages of the corpus that are all official, with their answers.
fn official() -> Vec<(Row, Message)> {
    let all = rows().into_iter().filter(|row| row.is_genuine);
    let judged = all.map(|row| (BUILT_IN.message(&row.text), row));
    // What a link shows is not where it leads: exchanging that alone forges nothing.
    let official = judged.filter(|(it, row)| {
        it.summary.verdict == MessageVerdict::Official && !row.text.contains("](")
    });
    official.map(|(message, row)| (row, message)).collect()
}

#[test]
fn a_forged_part_makes_no_message_official() {
    let mut random = random();
    let with_host: Vec<(Row, Message)> = official()
        .into_iter()
        .filter(|(_, message)| message.answers.iter().any(|it| host(it).is_some()))
        .collect();
    let mut table: BTreeMap<&str, (usize, usize)> = BTreeMap::new();
    let mut missed = Vec::new();
    for _ in 0..made() {
        let (row, message) = chosen(&mut random, &with_host);
        let (trick, forge) = *chosen(&mut random, TRICKS);
        let all: Vec<&Answer> = message.answers.iter().filter(|it| host(it).is_some()).collect();
        let answer = chosen(&mut random, &all);
        let Some(forged) = forge(host(answer).unwrap()) else { continue };
        // What was put together of pieces can't be exchanged as one.
        if !row.text.contains(&answer.asked) {
            continue;
        }
        let text = row.text.replacen(&answer.asked, &forged, 1);
        let verdict = BUILT_IN.message(&text).summary.verdict;
        assert_ne!(verdict, MessageVerdict::Official, "{trick}: {text}");
        let (count, caught) = table.entry(trick).or_default();
        *count += 1;
        if verdict == MessageVerdict::Beware {
            *caught += 1;
        } else {
            missed.push(format!("{trick}: {text}"));
        }
    }
    let imitating = table.iter().filter(|(trick, _)| **trick != STRANGER).map(|(_, it)| it);
    let (count, caught) = imitating.fold((0, 0), |sum, it| (sum.0 + it.0, sum.1 + it.1));
    assert!(count > made() / 2);
    // What leads to a stranger is suspect only where the message asks for something.
    let told = missed.join("\n");
    assert!(caught * 100 >= count * 90, "{caught} of {count}: {table:?}\n{told}");
}

#[test]
fn another_genuine_part_makes_no_message_suspect() {
    let mut random = random();
    let all = official();
    let parts: Vec<String> = all
        .iter()
        .flat_map(|(_, message)| &message.answers)
        .filter(|it| Standing::of(&BUILT_IN.directory, it).is_official() && !it.asked.contains('@'))
        .map(|it| it.asked.clone())
        .collect();
    let mut suspect = Vec::new();
    for _ in 0..made() {
        let (row, message) = chosen(&mut random, &all);
        let answer = chosen(&mut random, &message.answers);
        let text = row.text.replacen(&answer.asked, chosen::<String>(&mut random, &parts), 1);
        if BUILT_IN.message(&text).summary.verdict == MessageVerdict::Beware {
            suspect.push(text);
        }
    }
    assert!(suspect.len() * 200 <= made(), "{}: {}", suspect.len(), suspect.join("\n"));
}
