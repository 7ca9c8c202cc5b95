//! Compressing with LZ4, as small as its block format allows.
//!
//! The usual compressors take what is best at each place, and come out a quarter larger. Here time does
//! not matter: it is done once, while the program is built. What comes of it is read by `lz4_flex`,
//! as any LZ4 block.
//!
//! The format: <https://github.com/lz4/lz4/blob/dev/doc/lz4_Block_format.md>. A block is a run of
//! sequences: some bytes as they are (*literals*), then a *match*, which repeats bytes from further back.

/// The shortest match.
const SHORTEST: usize = 4;

/// How far back a match may lie.
const FARTHEST: usize = 65_535;

/// At the end of a block so many bytes are literals.
const LAST_LITERALS: usize = 5;

/// No match begins in the last bytes of a block.
const LAST_MATCH: usize = 12;

/// How many earlier places are looked at for a longer match.
const TRIES: usize = 96;

/// A match of such a length is not cut shorter, and none longer is looked for within it.
const LONG: usize = 64;

/// How many lists the earlier places are in, by a hash of what stands there.
const LISTS: usize = 1 << 15;

/// Bytes that stand further back too.
#[derive(Clone, Copy, Default)]
struct Match {
    length: usize,
    /// How far back.
    distance: usize,
}

/// The cheapest way from a place to the end.
#[derive(Clone, Copy, Default)]
struct Way {
    /// What it takes, in bytes.
    cost: usize,
    /// How many literals it begins with.
    literals: usize,
    /// The length of the match that it begins with; 0 where it begins with a literal.
    step: usize,
}

/// The bytes as a block.
pub(super) fn compress(bytes: &[u8]) -> Vec<u8> {
    let matches = longest_matches(bytes);
    let ways = cheapest_ways(&matches);
    let mut block = Vec::new();
    let (mut at, mut begin) = (0, 0);
    while at < bytes.len() {
        let length = ways.get(at).map_or(0, |way| way.step);
        let found = matches.get(at).copied().unwrap_or_default();
        if length == 0 {
            at += 1;
            continue;
        }
        let literals = bytes.get(begin..at).unwrap_or_default();
        write(&mut block, literals, Some(Match { length, ..found }));
        at += length;
        begin = at;
    }
    write(&mut block, bytes.get(begin..).unwrap_or_default(), None);
    block
}

/// The longest match at each place.
fn longest_matches(bytes: &[u8]) -> Vec<Match> {
    let mut newest = vec![usize::MAX; LISTS];
    let mut earlier = vec![usize::MAX; bytes.len()];
    let mut matches = vec![Match::default(); bytes.len()];
    let mut last = Match::default();
    for at in 0..(bytes.len() + 1).saturating_sub(LAST_MATCH) {
        let rest = bytes.get(at..bytes.len() - LAST_LITERALS).unwrap_or_default();
        let Some(newest) = rest.first_chunk().and_then(|start| newest.get_mut(list_of(*start)))
        else {
            break;
        };
        let candidates = std::iter::successors(Some(*newest), |&at| earlier.get(at).copied());
        last = if last.length > LONG {
            Match { length: last.length - 1, ..last }
        } else {
            longest(bytes, at, rest, candidates)
        };
        if let (Some(earlier), Some(found)) = (earlier.get_mut(at), matches.get_mut(at)) {
            (*earlier, *found) = (*newest, last);
        }
        *newest = at;
    }
    matches
}

/// The longest match for what stands at a place; of two of one length the nearer.
fn longest(bytes: &[u8], at: usize, rest: &[u8], candidates: impl Iterator<Item = usize>) -> Match {
    let mut best = Match::default();
    let is_near = |place: &usize| *place < at && at - place <= FARTHEST;
    for place in candidates.take_while(is_near).take(TRIES) {
        let other = bytes.get(place..).unwrap_or_default();
        if other.get(best.length) != rest.get(best.length) {
            continue;
        }
        let length = rest.iter().zip(other).take_while(|(a, b)| a == b).count();
        if length >= SHORTEST && length > best.length {
            best = Match { length, distance: at - place };
        }
        if length == rest.len() {
            break;
        }
    }
    best
}

fn list_of(start: [u8; SHORTEST]) -> usize {
    let mixed = u32::from_le_bytes(start).wrapping_mul(2_654_435_761) >> 17;
    usize::try_from(mixed).unwrap_or(0) % LISTS
}

/// The cheapest way from each place to the end, worked out from the end backwards.
fn cheapest_ways(matches: &[Match]) -> Vec<Way> {
    let mut ways = vec![Way::default(); matches.len() + 1];
    for (at, found) in matches.iter().enumerate().rev() {
        let behind = |length: usize| ways.get(at + length).copied().unwrap_or_default();
        let next = behind(1);
        let literals = next.literals + 1;
        let more = more_bytes(literals) - more_bytes(next.literals);
        let mut best = Way { cost: next.cost + 1 + more, literals, step: 0 };
        let shorter = SHORTEST..=found.length.min(LONG);
        for length in shorter.chain((found.length > LONG).then_some(found.length)) {
            // A token, and how far back.
            let cost = behind(length).cost + 3 + more_bytes(length - SHORTEST);
            if cost <= best.cost {
                best = Way { cost, literals: 0, step: length };
            }
        }
        if let Some(way) = ways.get_mut(at) {
            *way = best;
        }
    }
    ways
}

/// How many bytes a number takes beside the four bits that it has in a token.
fn more_bytes(number: usize) -> usize {
    number.checked_sub(15).map_or(0, |rest| rest / 255 + 1)
}

/// Writes a sequence; the last of a block has no match.
fn write(block: &mut Vec<u8>, literals: &[u8], found: Option<Match>) {
    let length = found.map_or(0, |found| found.length.saturating_sub(SHORTEST));
    block.push(in_token(literals.len()) << 4 | in_token(length));
    write_more(block, literals.len());
    block.extend(literals);
    if let Some(found) = found {
        let distance = u16::try_from(found.distance).unwrap_or_default();
        block.extend(distance.to_le_bytes());
        write_more(block, length);
    }
}

fn in_token(number: usize) -> u8 {
    u8::try_from(number.min(15)).unwrap_or(15)
}

fn write_more(block: &mut Vec<u8>, number: usize) {
    let Some(mut rest) = number.checked_sub(15) else { return };
    while rest >= 255 {
        block.push(255);
        rest -= 255;
    }
    block.extend(u8::try_from(rest));
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn is_read_back(bytes: &[u8]) -> bool {
        let block = compress(bytes);
        let mut back = vec![0; bytes.len()];
        let length = lz4_flex::block::decompress_into(&block, &mut back).ok();
        length == Some(bytes.len()) && back == bytes
    }

    #[test]
    fn what_is_long_short_or_far_apart_is_read_back() {
        let numbers: Vec<u8> =
            (0..30_000_u32).flat_map(|n| n.wrapping_mul(2_654_435_761).to_le_bytes()).collect();
        for length in [0, 1, 4, 5, 11, 12, 13, 14, 15, 16, 269, 270, 271, 525, 70_000] {
            assert!(is_read_back(&vec![b'a'; length]), "{length} alike");
            assert!(is_read_back(&numbers[..length]), "{length} unlike");
        }
        for gap in [65_534, 65_535, 65_536] {
            let far = [&b"the very same sentence"[..], &numbers[..gap - 22]].concat();
            assert!(is_read_back(&far.repeat(2)), "{gap} apart");
        }
    }

    #[test]
    fn it_is_smaller_than_what_the_library_makes() {
        let text = std::fs::read("../../directory.toml").unwrap();
        let text = &text[..200_000];
        assert!(is_read_back(text));
        let (ours, theirs) = (compress(text).len(), lz4_flex::block::compress(text).len());
        assert!(ours * 10 < theirs * 9, "{ours} bytes, the library {theirs}");
    }

    proptest! {
        #[test]
        fn any_bytes_are_read_back(words in prop::collection::vec("[ab]{0,9}|[a-z]{1,3}|.", 0..400)) {
            prop_assert!(is_read_back(words.concat().as_bytes()));
        }
    }
}
