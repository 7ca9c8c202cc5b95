//! The command line as people and programs meet it: the real program is run, its output read.

mod audit;
mod browser;
mod cache;
mod characters;
mod check;
mod conventions;
mod diff;
mod dutch;
mod export;
mod files;
mod harness;
mod help;
mod hostile;
mod json;
mod list;
mod mistyped;
mod observe;
mod propose;
mod radar;
mod streams;
mod table;
mod text;
mod told;
mod variants;
mod windows;
