//! Which organisations lie in a province.

use std::ops::ControlFlow;

use crate::search::tokens::Tokenized;
use crate::store::Part;

/// The provinces of all organisations, by rank.
#[derive(Debug, Default)]
pub(in crate::search) struct Provinces {
    pub(in crate::search) numbers: Part,
    pub(in crate::search) names: Part,
}

/// The stored form: for every rank one more than the number of its province or 0, and the names in the order in which
/// ranks first bear them. The numbers that come here are one more than places among the names, or 0.
pub(in crate::search) fn lay_out(
    by_rank: impl Iterator<Item = u32>,
    names: &[String],
) -> (Vec<u8>, Vec<u8>) {
    let mut numbers: Vec<Option<u16>> = vec![None; names.len()];
    let (mut known, mut written, mut all) = (0_usize, Vec::new(), Vec::new());
    for province in by_rank {
        let at = (province as usize).checked_sub(1);
        let number = at.and_then(|at| Some((numbers.get_mut(at)?, names.get(at)?)));
        let number = number.map_or(0, |(number, name)| {
            *number.get_or_insert_with(|| {
                known += 1;
                written.extend(name.bytes().chain([b'\n']));
                u16::try_from(known).unwrap_or(0)
            })
        });
        all.extend(number.to_le_bytes());
    }
    (all, written)
}

impl Provinces {
    /// The number of the province with these letters.
    pub(in crate::search) fn number(&self, letters: &str) -> Option<u16> {
        let names = self.names.read(0..self.names.len());
        let names = std::str::from_utf8(&names).unwrap_or_default();
        let at = names.lines().position(|name| Tokenized::new(name).letters == letters)?;
        u16::try_from(at + 1).ok()
    }

    /// The ranks in a province, in their order, as long as `visit` wants more.
    pub(in crate::search) fn each_in(
        &self,
        number: u16,
        visit: &mut dyn FnMut(u32) -> ControlFlow<()>,
    ) {
        let wanted = number.to_le_bytes();
        self.numbers.pieces(0..self.numbers.len(), &mut |at, bytes| {
            let all = bytes.as_chunks::<2>().0.iter().zip(at / 2..);
            for (_, rank) in all.filter(|(number, _)| **number == wanted) {
                let Ok(rank) = u32::try_from(rank) else { return ControlFlow::Break(()) };
                visit(rank)?;
            }
            ControlFlow::Continue(())
        });
    }
}
