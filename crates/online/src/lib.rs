//! Keeps a directory of official accounts true: imports registers, reads the organisations' own pages, verifies
//! accounts from both sides, and makes proposals of what it finds.
//!
//! Nothing here changes a directory: every result is a proposal with its evidence, for a person to decide on. Nothing
//! asks the network unless it is called to do so, and it knows no word of the interface and no terminal.

pub mod archive;
pub mod edition;
pub mod links;
pub mod page;
#[cfg(test)]
mod testing;
pub mod warc;
