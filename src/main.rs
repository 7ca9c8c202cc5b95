//! Starts `officieel`.

fn main() {}
