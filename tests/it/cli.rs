//! The command line as people and programs meet it: the real program is run, its output read.

mod audit;
mod belgium;
mod browser;
mod cache;
mod channels;
mod characters;
mod check;
mod conventions;
mod dialogue;
mod diff;
mod dutch;
mod editions;
#[cfg(unix)]
mod endless;
mod export;
mod files;
mod forget;
mod harness;
mod help;
mod hostile;
#[cfg(feature = "online")]
mod import;
mod json;
mod list;
mod meant;
mod mistyped;
mod observe;
mod picked;
mod platforms;
mod proposals;
mod propose;
mod proposed;
mod radar;
mod serve;
mod settings;
mod stats;
mod streams;
mod sweep;
mod table;
mod text;
mod told;
mod variants;
#[cfg(feature = "online")]
mod verify;
mod watch;
mod windows;
mod written;
