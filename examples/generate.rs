//! Writes a made-up directory to measure with: the file that `benches/` and its scripts search.
//!
//! `cargo run --release --example generate -- 1000000 > big.toml`; a second argument is the seed.

use std::error::Error;
use std::io::{BufWriter, stdout};

#[path = "../benches/generate/directory.rs"]
mod generate;

fn main() -> Result<(), Box<dyn Error>> {
    let mut arguments = std::env::args().skip(1);
    let count = arguments.next().ok_or("how many organisations?")?.parse()?;
    let seed = arguments.next().map_or(Ok(generate::SEED), |seed| seed.parse())?;
    let built_in = officieel::embedded::directory()?;
    generate::write(&built_in, count, seed, &mut BufWriter::new(stdout().lock()))?;
    Ok(())
}
