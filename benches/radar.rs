//! How long it takes to look at a million hosts, beside the plain way.
//!
//! `cargo bench --bench radar` makes a million hosts as they are registered in a country, a few hundred
//! of them made from listed ones, looks at them on all cores as `officieel radar` does, and holds every host
//! of a sample against every listed host by its edit distance. `cargo bench --bench radar -- 100000` takes
//! so many.

#![expect(clippy::unwrap_used, reason = "a measurement that can't be made stops")]
#![expect(clippy::print_stdout, reason = "the figures are the result")]

use std::hint::black_box;
use std::io::Write;
use std::time::{Duration, Instant};

use officieel::check::Checker;
use officieel::directory::Directory;
use officieel::embedded;
use officieel::parallel::in_order;
use officieel::radar::{Block, Blocks, Looked, Radar};
use officieel::search::Index;
use strsim::osa_distance;

/// How many hosts of the plain way are timed: more would only take longer.
const SAMPLE: usize = 2_000;

/// One in so many hosts is made from a listed one.
const ONE_IN: u64 = 500;

const WORDS: &[&str] = &[
    "bakkerij",
    "molen",
    "huis",
    "tuin",
    "fiets",
    "auto",
    "garage",
    "kapper",
    "salon",
    "studio",
    "media",
    "groep",
    "advies",
    "bouw",
    "hout",
    "schilder",
    "rijschool",
    "tandarts",
    "praktijk",
    "zorg",
    "fysio",
    "yoga",
    "sport",
    "club",
    "stichting",
    "school",
    "opvang",
    "dier",
    "paard",
    "bloem",
    "plant",
    "zon",
    "energie",
    "warmte",
    "kozijn",
    "keuken",
    "vloer",
    "shop",
    "winkel",
    "koffie",
    "wijn",
    "eten",
    "feest",
    "foto",
    "muziek",
    "dans",
    "kunst",
    "reis",
    "camping",
    "hotel",
    "strand",
    "noord",
    "zuid",
    "oost",
    "west",
    "amsterdam",
    "rotterdam",
    "utrecht",
    "breda",
    "zwolle",
    "jansen",
    "bakker",
    "visser",
    "smit",
    "mulder",
    "peters",
    "service",
    "partner",
    "totaal",
    "plus",
    "direct",
    "snel",
    "best",
    "mijn",
    "onze",
    "het",
    "de",
    "van",
];

const ENDINGS: &[&str] = &["nl", "nl", "nl", "nl", "com", "com", "eu", "be", "org", "net", "shop"];

fn main() {
    let count = std::env::args().find_map(|it| it.parse().ok()).unwrap_or(1_000_000);
    let directory = embedded::directory().unwrap();
    let listed = listed_hosts(&directory);
    let hosts = made(&listed, count);
    let mut text = Vec::new();
    for host in &hosts {
        writeln!(text, "{host}").unwrap();
    }
    let (ours, suspects) = timed(|| look(&directory, &text));
    let sample: Vec<&str> =
        hosts.iter().step_by((count / SAMPLE).max(1)).map(String::as_str).collect();
    let (plain, _) = timed(|| nearest(&listed, &sample));
    let number = |count: usize| u32::try_from(count).unwrap();
    let scaled = plain * number(count) / number(sample.len());
    println!("# Radar\n");
    println!("{count} hosts against {} listed ones, on all cores.\n", listed.len());
    println!("| what | seconds | microseconds a host |\n| --- | ---: | ---: |");
    let row = |what: &str, took: Duration| {
        let each = (took / number(count)).as_secs_f64() * 1e6;
        println!("| {what} | {:.1} | {each:.1} |", took.as_secs_f64());
    };
    row(&format!("radar ({suspects} suspects)"), ours);
    row(&format!("edit distance to each, from {} hosts", sample.len()), scaled);
}

/// Looks at all hosts as the program does; how many are suspect.
fn look(directory: &Directory, text: &[u8]) -> usize {
    let (index, checker) = (Index::new(directory), Checker::default());
    let radar = Radar { directory, index: &index, checker: &checker, kind: None, platform: None };
    checker.prepare(directory);
    let mut blocks = Blocks::new(text);
    let mut suspects = 0;
    loop {
        let some: Vec<Block> =
            std::iter::from_fn(|| blocks.next_block().unwrap()).take(64).collect();
        if some.is_empty() {
            return suspects;
        }
        let looked: Vec<Looked> = in_order(some, |block| radar.look(&block));
        suspects += looked.iter().map(|it| it.suspects.len()).sum::<usize>();
    }
}

/// The distance of each host to the nearest listed one.
fn nearest(listed: &[String], hosts: &[&str]) -> usize {
    let chunks: Vec<&[&str]> = hosts.chunks(50).collect();
    let near = in_order(chunks, |hosts| {
        let of = |host: &&str| listed.iter().map(|it| osa_distance(host, it)).min();
        hosts.iter().filter(|host| of(host) == Some(1)).count()
    });
    black_box(near.into_iter().sum())
}

fn timed<T>(work: impl FnOnce() -> T) -> (Duration, T) {
    let start = Instant::now();
    let done = work();
    (start.elapsed(), done)
}

/// The hosts of all listed websites and sites.
fn listed_hosts(directory: &Directory) -> Vec<String> {
    let websites = directory.organisations().filter_map(|it| it.website.clone());
    let sites =
        directory.organisations().flat_map(|it| &it.sites).map(|it| it.bare_host().to_owned());
    let bare = |address: String| {
        let rest = address.trim_start_matches("https://").trim_start_matches("www.").to_owned();
        rest.split('/').next().unwrap_or_default().to_owned()
    };
    let mut hosts: Vec<String> = websites.map(bare).chain(sites).collect();
    hosts.sort();
    hosts.dedup();
    hosts
}

/// Made-up hosts, the same on every machine.
fn made(listed: &[String], count: usize) -> Vec<String> {
    let mut random = Random(7);
    (0..count)
        .map(|_| {
            if random.below(ONE_IN) == 0 {
                imitation(listed, &mut random)
            } else {
                ordinary(&mut random)
            }
        })
        .collect()
}

fn ordinary(random: &mut Random) -> String {
    let mut label = String::new();
    for at in 0..=random.below(3) {
        if at > 0 && random.below(4) == 0 {
            label.push('-');
        }
        label.push_str(random.of(WORDS));
    }
    if random.below(3) == 0 {
        label.push_str(&random.below(1000).to_string());
    }
    let before = if random.below(5) == 0 { "www." } else { "" };
    format!("{before}{label}.{}", random.of(ENDINGS))
}

/// A listed host in one of the ways in which hosts are imitated.
fn imitation(listed: &[String], random: &mut Random) -> String {
    let position = usize::try_from(random.next()).unwrap_or_default() % listed.len().max(1);
    let host = listed.get(position).map_or("politie.nl", String::as_str);
    let (label, _) = host.rsplit_once('.').unwrap_or((host, ""));
    match random.below(4) {
        0 => format!("{label}-inloggen.{}", random.of(ENDINGS)),
        1 => format!("{label}.com"),
        2 => format!("{host}.{}.com", random.of(WORDS)),
        _ => format!("{}.nl", label.replacen('e', "", 1)),
    }
}

/// The generator `SplitMix64` (<https://prng.di.unimi.it/splitmix64.c>).
struct Random(u64);

impl Random {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let z = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        let z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        z ^ (z >> 31)
    }

    fn below(&mut self, limit: u64) -> u64 {
        self.next() % limit
    }

    fn of<'a>(&mut self, all: &[&'a str]) -> &'a str {
        let at = usize::try_from(self.next()).unwrap_or_default() % all.len();
        all.get(at).copied().unwrap_or_default()
    }
}
