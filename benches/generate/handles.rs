//! Handles as families of organisations choose them, each valid on its platform and taken once.

use std::collections::HashSet;

use officieel::text::fold::fold;

use super::random::Random;

/// What a handle is made of.
pub(crate) struct Stem<'a> {
    /// How handles of the family begin where there is little room.
    pub(crate) short: &'a str,
    /// How they begin elsewhere.
    pub(crate) long: &'a str,
    /// The words behind, as they stand in the name.
    pub(crate) words: &'a [&'a str],
}

/// The handles that are given away.
#[derive(Default)]
pub(crate) struct Handles {
    taken: HashSet<(&'static str, String)>,
}

/// The longest handle of a platform, in characters; its rule is in `directory.toml`.
fn longest(platform: &str) -> usize {
    match platform {
        "x" => 15,
        "instagram" | "youtube" => 30,
        "mastodon" => 40,
        _ => 50,
    }
}

impl Handles {
    /// A handle for an organisation; `number` is its own and ends a handle that is taken.
    pub(crate) fn give(
        &mut self,
        platform: &'static str,
        stem: &Stem<'_>,
        number: usize,
        random: &mut Random,
    ) -> String {
        let wished = wished(platform, stem, random);
        let mut handle = cut(&wished, longest(platform), "");
        let mut attempt = number;
        // Facebook passes over dots and case, the others over case: what is left must be new.
        while handle.len() < 4 || !self.taken.insert((platform, key(&handle))) {
            handle = cut(&wished, longest(platform), &base36(attempt));
            attempt += 36 * 36 * 36;
        }
        match platform {
            "mastodon" => format!("{handle}@social.overheid.nl"),
            "bluesky" => format!("{handle}.bsky.social"),
            _ => handle,
        }
    }
}

fn key(handle: &str) -> String {
    handle.replace('.', "").to_ascii_lowercase()
}

/// The handle that the family's custom suggests.
fn wished(platform: &str, stem: &Stem<'_>, random: &mut Random) -> String {
    let words: Vec<String> = stem.words.iter().map(|word| ascii(word)).collect();
    let joined = words.concat();
    let lower = joined.to_lowercase();
    let long = stem.long;
    match platform {
        "x" if random.is_in(70) => [stem.short, &joined].concat(),
        "instagram" => format!("{long}_{lower}"),
        "linkedin" | "bluesky" => format!("{long}-{}", words.join("-").to_lowercase()),
        "facebook" if random.is_in(20) => format!("{long}.{lower}"),
        _ => [long, &lower].concat(),
    }
}

/// The letters and digits of a word that every platform takes.
pub(crate) fn ascii(word: &str) -> String {
    let is_capital = word.chars().next().is_some_and(char::is_uppercase);
    let mut letters: String = fold(word).chars().filter(char::is_ascii_alphanumeric).collect();
    if is_capital && let Some(first) = letters.get_mut(..1) {
        first.make_ascii_uppercase();
    }
    letters
}

/// A handle cut to what the platform allows, with this end.
fn cut(wished: &str, longest: usize, end: &str) -> String {
    let room = longest - end.len();
    let kept: String = wished.chars().take(room).collect();
    format!("{}{end}", kept.trim_end_matches(['_', '-', '.']))
}

/// A number in the digits and letters that every platform takes.
fn base36(mut number: usize) -> String {
    let mut digits = Vec::new();
    loop {
        digits.push(char::from(b"0123456789abcdefghijklmnopqrstuvwxyz"[number % 36]));
        number /= 36;
        if number == 0 {
            return digits.iter().rev().collect();
        }
    }
}
