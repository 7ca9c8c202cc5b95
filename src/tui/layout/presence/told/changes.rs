//! What changed since the reader looked last.

use super::Told;
use crate::messages::change::{line, summary};
use crate::text::sanitise::escaped;

/// Tells it; whether it is known.
pub(super) fn tell(told: &mut Told<'_>) -> bool {
    let (model, words, theme) = (told.model, told.model.words, told.theme);
    let Some(directory) = model.directory() else { return false };
    let edition = directory.header.edition;
    let Some(since) = model.last_edition.since() else {
        let said = if model.last_edition.is_kept {
            words.since_nothing(&edition.to_string())
        } else {
            words.since_not_kept.to_owned()
        };
        told.say(&said, theme.base);
        return true;
    };
    let changes = model.changes_since();
    let owned: Vec<_> = changes.iter().map(|it| (*it).clone()).collect();
    told.say(&escaped(&summary(words, &owned, since.edition, edition)), theme.base);
    for group in changes.chunk_by(|one, next| {
        one.kind.is_alarm() == next.kind.is_alarm() && one.organisation == next.organisation
    }) {
        let Some(first) = group.first() else { continue };
        told.heading(&escaped(&first.organisation.name));
        for change in group {
            let said = escaped(&line(words, change));
            if change.kind.is_alarm() {
                let alarm = format!("{} {}: ", theme.glyphs.warning, words.diff_alarm);
                told.pieces(&[(alarm, theme.bad), (said, theme.base)]);
            } else {
                told.say(&said, theme.base);
            }
        }
    }
    true
}
