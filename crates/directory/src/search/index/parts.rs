//! The names of the parts of a stored index, and what stands in each.

/// Two numbers of 4 bytes: how many organisations there are, and the rank of the first that ended.
pub(in crate::search) const HEAD: &str = "search.head";
/// For every rank, the index of the organisation: 4 bytes.
pub(in crate::search) const ORDER: &str = "search.order";
/// For every rank, its kind: 1 byte.
pub(in crate::search) const KINDS: &str = "search.kinds";
/// For every rank, the letters and digits that its texts hold: 8 bytes.
pub(in crate::search) const MASKS: &str = "search.masks";
/// The letters of all texts, each with its end.
pub(in crate::search) const LETTERS: &str = "search.letters";
/// For every rank, where its letters begin, and the end of all: 4 bytes.
pub(in crate::search) const LETTERS_AT: &str = "search.letters.at";
/// What the texts are.
pub(in crate::search) const ENCODED: &str = "search.encoded";
/// For every rank, where its encoded texts begin, and the end of all: 4 bytes.
pub(in crate::search) const ENCODED_AT: &str = "search.encoded.at";
/// The postings, sorted: 8 bytes.
pub(in crate::search) const POSTINGS: &str = "search.postings";
/// Where each posting stands in the letters: 4 bytes.
pub(in crate::search) const POSTINGS_AT: &str = "search.postings.at";
/// The distinct words, sorted; see [`super::vocabulary`].
pub(in crate::search) const WORDS: &str = "search.words";
/// Their letters, one behind the other.
pub(in crate::search) const WORD_LETTERS: &str = "search.words.letters";
/// Hosts of websites, by hash: 8 bytes each, then 4 bytes for the organisation.
pub(in crate::search) const HOSTS: &str = "search.hosts";
/// For every rank, one more than the number of its province, or 0: 2 bytes.
pub(in crate::search) const PROVINCES: &str = "search.provinces";
/// The provinces by number, each name with a line end behind it.
pub(in crate::search) const PROVINCE_NAMES: &str = "search.provinces.names";
/// The words of topics and services; see [`super::topic_words`].
pub(in crate::search) const TOPICS: &str = "search.topics";
/// Their letters.
pub(in crate::search) const TOPIC_LETTERS: &str = "search.topics.letters";
/// The organisations that ended, by index: 4 bytes.
pub(in crate::search) const ENDED: &str = "search.ended";
