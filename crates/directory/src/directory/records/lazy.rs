//! Records that are read from a store when they are first asked for.

use std::sync::OnceLock;

use serde::de::DeserializeOwned;

use super::Limits;
use crate::store::{Part, StorageError, Store};

/// A record of a directory.
pub(in crate::directory) trait Record: DeserializeOwned + 'static {
    /// Whether everything that it names is there.
    fn is_within(&self, limits: &Limits) -> bool;

    /// What stands in for a record that can't be read: it claims nothing.
    ///
    /// A store is verified when it is opened. Only a file that is changed while the program runs
    /// can make it say something else later.
    fn nothing() -> &'static Self;
}

/// The name of the part that says where the records of a part begin.
pub(super) fn offsets_of(name: &str) -> String {
    format!("{name}.offsets")
}

/// How many slots are made at a time: a directory of a million records is open before any is.
const BLOCK: usize = 256;

type Slot<T> = OnceLock<Option<Box<T>>>;

/// Records in their store.
#[derive(Debug)]
pub(super) struct Lazy<T> {
    records: Part,
    offsets: Part,
    length: usize,
    limits: Option<Limits>,
    blocks: Vec<OnceLock<Box<[Slot<T>]>>>,
}

impl<T: Record> Lazy<T> {
    /// The records in a part of a store.
    pub(super) fn new(records: Part, store: &Store, name: &str) -> Result<Self, StorageError> {
        let offsets = store.part(&offsets_of(name));
        let length = (offsets.len() / 8).checked_sub(1).ok_or(StorageError)?;
        let ends = offsets.u64_at(length).and_then(|end| usize::try_from(end).ok());
        if ends != Some(records.len()) || u32::try_from(length).is_err() {
            return Err(StorageError);
        }
        let blocks = std::iter::repeat_with(OnceLock::new).take(length.div_ceil(BLOCK)).collect();
        Ok(Self { records, offsets, length, limits: None, blocks })
    }

    /// Says what its records may name.
    pub(super) fn limit(&mut self, limits: Limits) {
        self.limits = Some(limits);
    }

    pub(super) fn len(&self) -> usize {
        self.length
    }

    /// The record at a position, where it is there and can be read.
    pub(super) fn get(&self, position: usize) -> Option<&T> {
        let block = self.blocks.get(position / BLOCK)?;
        let slots = block.get_or_init(|| std::iter::repeat_with(Slot::new).take(BLOCK).collect());
        let slot = slots.get(position % BLOCK)?;
        slot.get_or_init(|| self.read(position).map(Box::new)).as_deref()
    }

    fn read(&self, position: usize) -> Option<T> {
        let offset = position.checked_mul(8).filter(|_| position < self.length)?;
        let both = self.offsets.read(offset..offset.checked_add(16)?);
        let (start, rest) = both.split_first_chunk::<8>()?;
        let end = rest.first_chunk::<8>()?;
        let at = |bytes: &[u8; 8]| usize::try_from(u64::from_le_bytes(*bytes)).ok();
        let record: T = postcard::from_bytes(&self.records.read(at(start)?..at(end)?)).ok()?;
        self.limits.is_none_or(|limits| record.is_within(&limits)).then_some(record)
    }
}
