//! What screens are drawn with: names, styled text, lines of text, bars, comparisons, QR codes.

pub mod account;
pub mod bar;
pub mod comparison;
pub mod conditions;
pub mod draw;
pub mod editor;
pub mod filter_line;
pub mod filtered_list;
pub mod presence;
pub mod qr;
pub mod spans;
