//! A large directory file into a store, piece by piece: the organisations are never in memory together.
//!
//! The store is byte for byte the one that [`Directory::write_to`] and [`Index::write_to`] write of the file read
//! whole. Only a sound file can be read so; whatever is amiss, reading it whole says it.
//!
//! [`Index::write_to`]: crate::search::Index::write_to

#[cfg(test)]
mod tests;

use std::fs::File;
use std::io::{self, Write};
use std::panic::resume_unwind;
use std::thread;

pub use crate::directory::load::large::{Content, PIECE, Rules};

use crate::directory::load::large;
use crate::directory::{Directory, LaidOut, OrganisationIndex, RecordsWriter};
use crate::parallel::streamed;
use crate::search::index::gathered::{Gathered, Owner};
use crate::search::index::layout::{Ranks, Sorted, Standing, sorting_after, write_gathered};
use crate::store::Writer;

/// How far it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Progress {
    /// So many bytes are read and checked.
    Read(usize),
    /// So much is laid out, of so much.
    LaidOut(u64, u64),
}

/// Writes a directory file, from where it stands, and its index as parts of a store. `aside` makes empty files, for
/// what is put aside meanwhile. Tells what stands in the file, as it was read.
///
/// # Errors
///
/// Where a file can't be read or written, and where the directory has any problem or an unusual form: then it is to be
/// read whole. What is written is no store then.
///
/// # Examples
///
/// ```
/// use std::io::{Seek, Write};
///
/// use officieel_directory::directory::{Date, Directory};
/// use officieel_directory::large::{PIECE, Rules, write};
/// use officieel_directory::public_suffixes::PublicSuffixes;
/// use officieel_directory::store::{Store, Writer};
///
/// let mut file = std::fs::File::open("../../directory.toml")?;
/// let suffixes = PublicSuffixes::default();
/// let rules = Rules { today: Date::LAST, suffixes: &suffixes, built_in: &|| None, piece: PIECE };
/// let mut store = Writer::new(Vec::new())?;
/// write(&mut file, &mut tempfile::tempfile, &mut store, rules, &|_| {})?;
/// let directory = Directory::from_store(&Store::owned(store.finish()?).unwrap()).unwrap();
/// assert!(directory.organisation_by_id("belastingdienst").is_some());
/// # Ok::<(), std::io::Error>(())
/// ```
pub fn write<W: Write>(
    file: &mut File,
    aside: &mut dyn FnMut() -> io::Result<File>,
    to: &mut Writer<W>,
    rules: Rules<'_>,
    progress: &dyn Fn(Progress),
) -> io::Result<Content> {
    let read = |done| progress(Progress::Read(done));
    let all = large::read(file, aside()?, rules, &read)?;
    let standing = |it: &large::Facts| Standing::new(it.has_ended, it.kind, it.name);
    let ranks = Ranks::new(all.facts.iter().map(standing).zip(all.ids()));
    let total = sorting_after(all.facts.len());
    let mut records = RecordsWriter::begin(&all.head, [aside()?, aside()?, aside()?], to)?;
    let mut index = Gathered::default();
    let mut done = 0;
    let lay_out = |part: io::Result<(large::PartPlace, Vec<u8>)>| {
        let (place, bytes) = part?;
        laid_out(&all, &all.stretch(place, &bytes)?, &ranks)
    };
    streamed(all.aside()?, large::AT_ONCE, lay_out, |part| {
        let (of_part, gathered, count) = part?;
        records.add(&of_part, to)?;
        index.append(&gathered);
        done += count;
        progress(Progress::LaidOut(done, total));
        Ok(())
    })?;
    let large::Large { head, lines, content, .. } = all;
    // The records are sealed while the index is sorted.
    let (finished, sorted) = thread::scope(|scope| {
        let sorted = scope.spawn(|| Sorted::of(&mut index, &ranks));
        let finished = records.finish(&head, &lines, to);
        (finished, sorted.join().unwrap_or_else(|panic| resume_unwind(panic)))
    });
    finished?;
    drop(lines);
    write_gathered(&head, &ranks, (index, sorted), to)?;
    progress(Progress::LaidOut(total, total));
    Ok(content)
}

/// The stored form of a stretch, what the index holds of it, and how many organisations it has.
fn laid_out(
    all: &large::Large,
    part: &large::Stretch,
    ranks: &Ranks,
) -> io::Result<(LaidOut, Gathered, u64)> {
    let large::Stretch { first, organisations, first_account, accounts } = part;
    let nothing = Directory::no_account();
    let account = |index: crate::directory::AccountIndex| {
        let own = index.0.checked_sub(*first_account).and_then(|at| accounts.get(at as usize));
        own.or_else(|| all.shared(index)).unwrap_or(nothing)
    };
    let mut gathered = Gathered::default();
    for (organisation, at) in organisations.iter().zip(*first..) {
        let index = OrganisationIndex(at);
        gathered.add(&all.head, Owner { index, organisation, rank: ranks.of(index) }, &account);
    }
    let of_part = LaidOut::of((*first, organisations), (*first_account, accounts))?;
    Ok((of_part, gathered, u64::try_from(organisations.len()).unwrap_or(u64::MAX)))
}
