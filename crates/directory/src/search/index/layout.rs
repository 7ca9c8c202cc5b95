//! Laying out the index: the folded texts of a directory in the order of rank, and sorted tables
//! over them, written once as parts of a store.

use std::collections::HashSet;
use std::io::{self, Write};
use std::mem::take;
use std::ops::Range;
use std::panic::resume_unwind;
use std::thread;

use crate::directory::lexicon::PhraseRole;
use crate::directory::{Directory, Kind, Organisation, OrganisationIndex};
use crate::parallel::streamed;
use crate::search::index::gathered::{Gathered, Owner, small};
use crate::search::index::sorting::Postings;
use crate::search::index::{parts, provinces, sorting, topic_words, vocabulary};
use crate::search::rank::costs::kind_prior;
use crate::store::Writer;

/// So many organisations are gathered at once.
const AT_ONCE: usize = 1024;

/// With fewer items than this, threads take longer to start than they save.
const FEW: usize = 1 << 14;

/// Writes the index of a directory; `progress` hears what is done, of how much.
pub(in crate::search) fn write_to<W: Write>(
    directory: &Directory,
    to: &mut Writer<W>,
    progress: &dyn Fn(u64, u64),
) -> io::Result<()> {
    let indexes: Vec<OrganisationIndex> = directory.organisation_indexes().collect();
    let ranks = Ranks::new(indexes.iter().map(|&index| {
        let it = directory.organisation(index);
        (Standing::of(it), it.id.as_str())
    }));
    let mut all = Gathered::default();
    let gather = |some: &[OrganisationIndex]| {
        let mut gathered = Gathered::default();
        for &index in some {
            let organisation = directory.organisation(index);
            let owner = Owner { index, organisation, rank: ranks.of(index) };
            gathered.add(directory, owner, &|account| directory.account(account));
        }
        gathered
    };
    let total = sorting_after(indexes.len());
    streamed(indexes.chunks(AT_ONCE), 1, gather, |gathered| {
        all.append(&gathered);
        progress(small(all.kinds.len()).into(), total);
        Ok(())
    })?;
    let sorted = Sorted::of(&mut all, &ranks);
    write_gathered(directory, &ranks, (all, sorted), to)?;
    progress(total, total);
    Ok(())
}

/// How much there is to do where so many organisations are gathered: sorting takes half as long.
pub(crate) fn sorting_after(organisations: usize) -> u64 {
    let count = u64::from(small(organisations));
    count + count / 2
}

/// What decides on the rank of an organisation, before its id does: whether it ended, the likelihood of its kind, and
/// the length of its name.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Standing {
    has_ended: bool,
    prior: u8,
    name: u32,
}

impl Standing {
    /// That of an organisation of this kind with a name of so many characters.
    pub(crate) fn new(has_ended: bool, kind: Kind, name: u32) -> Self {
        Self { has_ended, prior: kind_prior(kind), name }
    }

    fn of(it: &Organisation) -> Self {
        Self::new(it.ended.is_some(), it.kind, small(it.name.chars().count()))
    }
}

/// The organisations by rank: what decides between hits that are equal otherwise.
#[derive(Debug)]
pub(crate) struct Ranks {
    order: Vec<u32>,
    of: Vec<u32>,
    first_ended: usize,
}

impl Ranks {
    /// The ranks of organisations that come in the order of the file, each with its id.
    pub(crate) fn new<'d>(all: impl Iterator<Item = (Standing, &'d str)>) -> Self {
        let keyed = |((standing, id), index)| (standing, beginning(id), id, index);
        let mut order: Vec<(Standing, u64, &str, u32)> = all.zip(0..).map(keyed).collect();
        sort_in_halves(&mut order);
        let first_ended = order.partition_point(|(standing, ..)| !standing.has_ended);
        let order: Vec<u32> = order.into_iter().map(|(.., index)| index).collect();
        let mut of = vec![0; order.len()];
        for (rank, &index) in (0..).zip(&order) {
            if let Some(of) = of.get_mut(index as usize) {
                *of = rank;
            }
        }
        Self { order, of, first_ended }
    }

    /// The rank of an organisation.
    pub(crate) fn of(&self, index: OrganisationIndex) -> u32 {
        self.of.get(index.position()).copied().unwrap_or_default()
    }

    /// Where the items of the organisations stand that come in the order of the file, by rank.
    fn by_rank(&self, lengths: &[u32]) -> impl Iterator<Item = Range<usize>> {
        let mut begins = Vec::with_capacity(lengths.len());
        let mut at = 0;
        for length in lengths {
            begins.push(at);
            at = small(at as usize + *length as usize);
        }
        let place = move |&index: &u32| {
            let begin = begins.get(index as usize).copied().unwrap_or_default() as usize;
            begin..begin + lengths.get(index as usize).copied().unwrap_or_default() as usize
        };
        self.order.iter().map(place)
    }

    fn pick<'a, T: Copy + 'a>(&'a self, all: &'a [T]) -> impl Iterator<Item = T> + 'a {
        self.order.iter().filter_map(|&index| all.get(index as usize).copied())
    }
}

/// The first eight bytes of an id, as a number that is compared as they are: it mostly decides between two.
fn beginning(id: &str) -> u64 {
    let mut bytes = [0; 8];
    bytes.iter_mut().zip(id.bytes()).for_each(|(to, from)| *to = from);
    u64::from_be_bytes(bytes)
}

/// Sorts many items on two threads, by halves that are merged.
fn sort_in_halves<T: Ord + Send>(all: &mut [T]) {
    if all.len() < FEW {
        return all.sort_unstable();
    }
    let (low, high) = all.split_at_mut(all.len() / 2);
    thread::scope(|scope| {
        scope.spawn(|| low.sort_unstable());
        high.sort_unstable();
    });
    // This sort takes what is in order already as it is.
    all.sort();
}

/// What of an index is sorted: letters, and what stands in them where.
#[derive(Debug)]
pub(crate) struct Sorted {
    /// The letters by rank, and where those of each organisation begin.
    letters: String,
    letters_at: Vec<u32>,
    postings: Postings,
}

impl Sorted {
    /// Takes the letters and postings of all that was gathered.
    pub(crate) fn of(all: &mut Gathered, ranks: &Ranks) -> Self {
        let mut letters = String::with_capacity(all.letters.len());
        let in_file = take(&mut all.letters);
        for place in ranks.by_rank(&all.letter_lengths) {
            letters.push_str(in_file.get(place).unwrap_or_default());
        }
        drop(in_file);
        let letters_at = begins(ranks.pick(&all.letter_lengths));
        let (packed, places) = (take(&mut all.packed), take(&mut all.places));
        let postings = sorting::sort(packed, places, &letters_at, &letters);
        Self { letters, letters_at, postings }
    }
}

/// Writes the index of the organisations that were gathered, as it was sorted; its topics are those of a directory.
pub(crate) fn write_gathered<W: Write>(
    directory: &Directory,
    ranks: &Ranks,
    (all, sorted): (Gathered, Sorted),
    to: &mut Writer<W>,
) -> io::Result<()> {
    // The words come last, and are found while all else is written.
    thread::scope(|scope| {
        let words = scope.spawn(|| vocabulary::lay_out(&sorted.postings, &sorted.letters));
        write_heads(directory, ranks, &all, to)?;
        write_tables(ranks, &all, &sorted, to)?;
        let (words, letters) = words.join().unwrap_or_else(|panic| resume_unwind(panic));
        to.part(parts::WORDS, &words)?;
        to.part(parts::WORD_LETTERS, &letters)
    })
}

/// What an index has once, and of each organisation once.
fn write_heads<W: Write>(
    directory: &Directory,
    ranks: &Ranks,
    all: &Gathered,
    to: &mut Writer<W>,
) -> io::Result<()> {
    to.part(parts::HEAD, &bytes([ranks.order.len(), ranks.first_ended].map(small)))?;
    to.part(parts::ORDER, &bytes(ranks.order.iter().copied()))?;
    let mut ended: Vec<u32> = ranks.order.iter().skip(ranks.first_ended).copied().collect();
    ended.sort_unstable();
    to.part(parts::ENDED, &bytes(ended))?;
    to.part(parts::HOSTS, &hosts(all.hosts.clone()))?;
    let names = &all.province_names.all;
    let (numbers, names) = provinces::lay_out(ranks.pick(&all.provinces), names);
    to.part(parts::PROVINCES, &numbers)?;
    to.part(parts::PROVINCE_NAMES, &names)?;
    let optional = [PhraseRole::Action, PhraseRole::Ignored];
    let optional = optional.into_iter().flat_map(|role| directory.lexicon.phrases_of(role));
    let optional: HashSet<&str> = optional.collect();
    let (numbers, letters) = topic_words::lay_out(directory, |word| optional.contains(word));
    to.part(parts::TOPICS, &numbers)?;
    to.part(parts::TOPIC_LETTERS, &letters)
}

/// The letters, what they are, and where words begin in them.
fn write_tables<W: Write>(
    ranks: &Ranks,
    all: &Gathered,
    Sorted { letters, letters_at, postings }: &Sorted,
    to: &mut Writer<W>,
) -> io::Result<()> {
    to.part(parts::LETTERS, letters.as_bytes())?;
    to.part(parts::LETTERS_AT, &bytes(letters_at.iter().copied()))?;
    to.begin(parts::ENCODED)?;
    for place in ranks.by_rank(&all.encoded_lengths) {
        to.write(all.encoded.get(place).unwrap_or_default())?;
    }
    to.end()?;
    to.part(parts::ENCODED_AT, &bytes(begins(ranks.pick(&all.encoded_lengths))))?;
    to.part(parts::KINDS, &ranks.pick(&all.kinds).collect::<Vec<u8>>())?;
    to.part(parts::MASKS, &ranks.pick(&all.masks).flat_map(u64::to_le_bytes).collect::<Vec<u8>>())?;
    to.begin(parts::POSTINGS)?;
    for packed in &postings.packed {
        to.write(&packed.to_le_bytes())?;
    }
    to.end()?;
    to.begin(parts::POSTINGS_AT)?;
    for place in &postings.places {
        to.write(&place.to_le_bytes())?;
    }
    to.end()
}

/// Where each of some stretches begins that lie one behind the other, and where the last ends.
fn begins(lengths: impl Iterator<Item = u32>) -> Vec<u32> {
    let mut all = vec![0];
    let mut at = 0_usize;
    for length in lengths {
        at += length as usize;
        all.push(small(at));
    }
    all
}

fn bytes(numbers: impl IntoIterator<Item = u32>) -> Vec<u8> {
    numbers.into_iter().flat_map(u32::to_le_bytes).collect()
}

/// The hosts of websites, each with the first organisation that has it, sorted by hash.
fn hosts(mut hosts: Vec<(u64, u32)>) -> Vec<u8> {
    hosts.sort_unstable();
    let hashes = hosts.iter().flat_map(|(hash, _)| hash.to_le_bytes());
    hashes.chain(hosts.iter().flat_map(|(_, index)| index.to_le_bytes())).collect()
}
