//! Hosts that are made of genuine ones by rote, as those do who register a look-alike: how many of them are
//! flagged, by the length of the name. And words of the language as hosts: hardly any is.

use std::collections::BTreeSet;

use officieel::check::host::Hosts;
use officieel::directory::Directory;

/// Names of sites under `nl`, and what share of their permutations must be flagged, in hundredths. The fewer
/// letters, the more of them are rightly others' names.
const CLASSES: [(&[&str], usize); 3] = [
    (&["afm", "cbs", "dnb", "duo", "ind", "kvk", "rdw", "svb", "uwv"], 40),
    (&["cjib", "digid", "hhnk", "knmi", "nvwa", "rivm", "wshd"], 65),
    (
        &[
            "aaenmaas",
            "almere",
            "amsterdam",
            "belastingdienst",
            "douane",
            "eindhoven",
            "kadaster",
            "mijnoverheid",
            "politie",
            "rijksoverheid",
            "rijkswaterstaat",
            "rotterdam",
            "toeslagen",
            "utrecht",
            "vechtstromen",
            "waterschaplimburg",
            "zwolle",
        ],
        95,
    ),
];

/// Words, and domains that exist; one a line.
const WORDS: &str = include_str!("../fixtures/words.txt");
const DOMAINS: &str = include_str!("../fixtures/domains.txt");

/// The rows of a keyboard.
const ROWS: [&str; 4] = ["1234567890", "qwertyuiop", "asdfghjkl", "zxcvbnm"];

/// What is taken for a letter, in the type of an address bar.
const GLYPHS: [(&str, &[&str]); 18] = [
    ("b", &["d", "lb"]),
    ("c", &["e"]),
    ("d", &["b", "cl", "dl"]),
    ("e", &["c"]),
    ("g", &["q"]),
    ("h", &["lh"]),
    ("i", &["1", "l"]),
    ("k", &["lc"]),
    ("l", &["1", "i"]),
    ("m", &["n", "nn", "rn"]),
    ("n", &["m", "r"]),
    ("o", &["0"]),
    ("q", &["g"]),
    ("u", &["v"]),
    ("v", &["u"]),
    ("w", &["vv"]),
    ("rn", &["m"]),
    ("cl", &["d"]),
];

/// The letters beside one on the keyboard.
fn beside(letter: char) -> Vec<char> {
    let place = |row: &str| row.find(letter);
    let Some(row) = ROWS.iter().position(|row| place(row).is_some()) else { return Vec::new() };
    let at = ROWS[row].find(letter).unwrap();
    let near = |row: Option<usize>, places: [Option<usize>; 2]| {
        let keys = row.and_then(|row| ROWS.get(row)).copied().unwrap_or_default();
        places.into_iter().flatten().filter_map(|at| keys.chars().nth(at)).collect::<Vec<char>>()
    };
    let left = at.checked_sub(1);
    let all = [
        near(Some(row), [left, Some(at + 1)]),
        near(row.checked_sub(1), [Some(at), Some(at + 1)]),
        near(Some(row + 1), [left, Some(at)]),
    ];
    all.concat()
}

/// A name with something else in the place of some of its letters.
fn replaced(name: &str, at: usize, length: usize, with: &str) -> String {
    let (before, rest) = name.split_at(at);
    format!("{before}{with}{}", rest.split_at(length).1)
}

/// A name with one more place that looks like another.
fn disguised(name: &str) -> Vec<String> {
    let places = GLYPHS.iter().flat_map(|(glyph, others)| {
        let at = name.match_indices(glyph).map(|(at, _)| at);
        at.flat_map(move |at| {
            others.iter().map(move |other| replaced(name, at, glyph.len(), other))
        })
    });
    places.collect()
}

/// All hosts that are made of a name.
fn permutations(name: &str) -> BTreeSet<String> {
    let mut all = BTreeSet::new();
    let keys = ('a'..='z').chain('0'..='9');
    all.extend(keys.map(|key| format!("{name}{key}")));
    for (at, letter) in name.char_indices() {
        all.insert(replaced(name, at, 1, ""));
        all.insert(replaced(name, at, 1, &format!("{letter}{letter}")));
        for key in beside(letter).iter().map(char::to_string) {
            all.insert(replaced(name, at, 1, &key));
            all.insert(replaced(name, at, 0, &key));
            all.insert(replaced(name, at + 1, 0, &key));
        }
        if at > 0 {
            all.insert(replaced(name, at, 0, "-"));
            let before = char::from(name.as_bytes()[at - 1]);
            all.insert(replaced(name, at - 1, 2, &format!("{letter}{before}")));
        }
        if "aeiou".contains(letter) {
            all.extend("aeiou".chars().map(|vowel| replaced(name, at, 1, &vowel.to_string())));
        }
        // A bit that fell over in some memory.
        let bits = (0..7).map(|bit| char::from(name.as_bytes()[at] ^ (1 << bit)));
        let flipped = bits.filter(|c| c.is_ascii_lowercase() || c.is_ascii_digit());
        all.extend(flipped.map(|c| replaced(name, at, 1, &c.to_string())));
    }
    let once = disguised(name);
    all.extend(once.iter().flat_map(|it| disguised(it)));
    all.extend(once);
    all.remove(name);
    let mut hosts: BTreeSet<String> = all.iter().map(|it| format!("{it}.nl")).collect();
    hosts.extend([format!("{name}nl.nl"), format!("{name}nl.com"), format!("{name}-nl.com")]);
    hosts
}

struct Court {
    directory: Directory,
    hosts: Hosts,
}

impl Court {
    fn new() -> Self {
        let directory = officieel::embedded::directory().unwrap();
        let hosts = Hosts::new(&directory);
        Self { directory, hosts }
    }

    /// What a host is called an imitation of.
    fn imitated(&self, host: &str) -> Option<String> {
        Some(self.hosts.imitated(&self.directory, host)?.genuine)
    }

    fn is_listed(&self, host: &str) -> bool {
        self.hosts.site(&self.directory, host, "").is_some()
    }
}

#[test]
fn permutations_of_genuine_hosts_are_flagged_by_length() {
    let court = Court::new();
    for (names, share) in CLASSES {
        let (mut made, mut flagged) = (0, 0);
        let mut missed = Vec::new();
        for name in names {
            assert!(court.is_listed(&format!("{name}.nl")) || *name == "mijnoverheid", "{name}");
            for host in permutations(name).into_iter().filter(|host| !court.is_listed(host)) {
                made += 1;
                match court.imitated(&host) {
                    Some(_) => flagged += 1,
                    None => missed.push(host),
                }
            }
        }
        println!("{names:?}: {flagged} of {made}");
        let enough = made * share;
        assert!(made > 1000 && flagged * 100 >= enough, "{flagged} of {made}: {missed:?}");
    }
}

/// The lines of a fixture.
fn lines(fixture: &'static str) -> Vec<&'static str> {
    fixture.lines().filter(|line| !line.starts_with('#')).collect()
}

#[test]
fn words_as_hosts_are_left_in_peace() {
    let court = Court::new();
    let words = lines(WORDS);
    let hosts = words.iter().flat_map(|word| [format!("{word}.nl"), format!("{word}.com")]);
    let alarm = |host: String| Some(format!("{host} for {}", court.imitated(&host)?));
    let alarms: Vec<String> = hosts.filter_map(alarm).collect();
    assert!(words.len() >= 5000, "{}", words.len());
    assert!(alarms.len() * 1000 <= words.len(), "{alarms:?}");
}

#[test]
fn domains_that_exist_are_left_in_peace() {
    let court = Court::new();
    let domains = lines(DOMAINS);
    let alarm = |host: &&str| Some(format!("{host} for {}", court.imitated(host)?));
    let alarms: Vec<String> = domains.iter().filter_map(alarm).collect();
    assert!(domains.len() >= 3000, "{}", domains.len());
    assert!(alarms.len() * 1000 <= domains.len(), "{alarms:?}");
}
