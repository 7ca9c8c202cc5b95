//! A directory of any size, made up after the built-in one: the same seed and size give the same
//! bytes.
//!
//! Names are those of real families ("Politie", "Waterschap", "Adviescollege") with real places
//! and subjects, so that queries meet what they would meet. Besides, the vocabulary grows with the
//! directory: half of all places are made up of syllables. Handles follow a family's custom and
//! its platform's rules, no two alike. Kinds, platforms and methods are spread as in the built-in
//! directory. Nothing in it is true of anyone.

#![expect(
    clippy::indexing_slicing,
    reason = "positions are drawn from the very lists that they are used for"
)]

mod families;
mod handles;
mod organisation;
mod places;
mod random;
mod vocabulary;

use std::io::{self, Write};

use officieel::directory::Directory;

use organisation::Organisations;
use vocabulary::Vocabulary;

/// The seed of every figure that is published.
pub(crate) const SEED: u64 = 20_261_122;

const HEAD: &str = r#"schema = 1
title = "A made-up directory to measure with"
edition = "2026-01-01"
licence = "CC0-1.0"
domains = ["overheid.nl"]

[[source]]
id = "register"
title = "A made-up register"
url = "https://example.org/register"
retrieved = "2026-01-01"

[[source]]
id = "list"
title = "A made-up list of volunteers"
url = "https://example.org/list"
retrieved = "2026-01-01"

[[source]]
id = "wikidata"
title = "Made up as if from Wikidata"
url = "https://example.org/wikidata"
retrieved = "2026-01-01"
"#;

/// Writes a directory of so many organisations with an account each, one by one.
///
/// # Errors
///
/// Where it can't be written.
pub(crate) fn write(
    built_in: &Directory,
    organisations: usize,
    seed: u64,
    out: &mut dyn Write,
) -> io::Result<()> {
    let vocabulary = Vocabulary::new(built_in, organisations);
    let mut drawn = Organisations::new(&vocabulary, seed);
    out.write_all(HEAD.as_bytes())?;
    for _ in 0..organisations {
        drawn.write_next(out)?;
    }
    out.flush()
}
