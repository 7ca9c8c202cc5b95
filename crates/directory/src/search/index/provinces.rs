//! Which organisations lie in a province.

use std::collections::BTreeMap;
use std::ops::ControlFlow;

use crate::directory::{Directory, OrganisationIndex};
use crate::search::tokens::Tokenized;
use crate::store::Part;

/// The provinces of all organisations, by rank.
#[derive(Debug, Default)]
pub(in crate::search) struct Provinces {
    pub(in crate::search) numbers: Part,
    pub(in crate::search) names: Part,
}

/// The stored form: for every rank one more than the number of its province or 0, and the names.
pub(in crate::search) fn lay_out(
    directory: &Directory,
    order: &[OrganisationIndex],
) -> (Vec<u8>, Vec<u8>) {
    let mut known: BTreeMap<&str, u16> = BTreeMap::new();
    let mut names = Vec::new();
    let mut numbers = Vec::with_capacity(order.len() * 2);
    for &index in order {
        let province = directory.organisation(index).province.as_deref();
        let next = u16::try_from(known.len() + 1).unwrap_or(0);
        let number = province.map_or(0, |province| {
            *known.entry(province).or_insert_with(|| {
                names.extend(province.bytes().chain([b'\n']));
                next
            })
        });
        numbers.extend(number.to_le_bytes());
    }
    (numbers, names)
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
