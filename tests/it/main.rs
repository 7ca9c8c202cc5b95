//! The integration tests, in one binary, since each more is linked by itself. Beside it stand those that need a
//! terminal (`tests/pty.rs`). `cargo test --test it messages::` runs those of one module.

#![expect(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test that can't do what it takes for granted fails"
)]

mod address_properties;
mod addresses;
mod around_addresses;
mod broken_directories;
mod broken_platforms;
mod broken_services;
mod check_properties;
mod cli;
mod corpus;
mod directory_counts;
mod directory_properties;
mod docs;
mod documented_fakes;
mod field_faults;
mod foreign_accounts;
mod foreign_organisations;
mod generated;
mod handle_proposals;
mod house;
mod imitations;
mod joined;
mod loaded;
mod messages;
mod named;
mod names;
mod order_properties;
mod own_observations;
mod peer_addresses;
mod permutations;
mod policies;
mod public_suffixes;
mod queries;
mod questions;
mod register_audit;
mod relevance;
mod services;
mod similarity_rates;
mod split_directories;
mod wrapped;
mod wrapper_properties;
