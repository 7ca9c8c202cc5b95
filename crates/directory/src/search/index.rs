//! The index: the folded texts of a directory as sorted tables, how they are written and read.

pub(super) mod encoding;
pub(super) mod entries;
pub(crate) mod gathered;
pub(crate) mod layout;
pub(super) mod parts;
pub(super) mod provinces;
pub(super) mod sorting;
pub(super) mod tables;
pub(super) mod topic_words;
pub(super) mod vocabulary;
pub(super) mod word_index;
