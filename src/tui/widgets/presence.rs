//! What is known of an organisation on a platform, as a sign.

use crate::directory::Trust;
use crate::matrix::Cell;
use crate::tui::theme::Glyphs;
use crate::words::Words;

/// The sign of a cell: how sure, whether a badge was seen, and how many more accounts there are.
pub fn sign(glyphs: &Glyphs, cell: &Cell) -> String {
    match cell {
        Cell::Unknown => glyphs.dot.to_owned(),
        Cell::Retired(_) => glyphs.failing.to_owned(),
        Cell::InUse { trust, has_badge, others, .. } => {
            let sure = match trust {
                Trust::Confirmed => glyphs.confirmed,
                Trust::Aged => glyphs.aged,
                Trust::Reported => glyphs.reported,
            };
            let badge = if *has_badge { glyphs.favourite } else { "" };
            let more = if *others > 0 { format!("+{others}") } else { String::new() };
            format!("{sure}{badge}{more}")
        }
    }
}

/// The sign of a cell in no more than two cells: of a badge and others besides, the badge is told.
pub fn short_sign(glyphs: &Glyphs, cell: &Cell) -> String {
    let whole = sign(glyphs, cell);
    whole.chars().take(2).collect()
}

/// What the signs mean.
pub fn legend(glyphs: &Glyphs, words: &Words) -> String {
    words.matrix_legend(
        glyphs.aged,
        glyphs.favourite,
        glyphs.confirmed,
        glyphs.reported,
        glyphs.failing,
        glyphs.dot,
    )
}
