//! `--with`: own additions, shown beside what the directory lists.

use super::arguments::Shared;
use super::error::Result;
use super::style::plain;
use super::{Context, load, look_alikes, merge, review};
use crate::directory::Directory;
use crate::messages::proposal;
use crate::proposals::additions::additions;

/// A directory with the accounts of files of own additions; of those that can't be added it is told why, and they are
/// left out. Of two files that add one account the first counts.
pub(super) fn laid_over(
    mut directory: Directory,
    shared: &Shared,
    cx: &mut Context<'_>,
) -> Result<Directory> {
    for path in &shared.additions {
        let mut proposals = review::read(path, cx)?;
        let (name, words) = (load::name_of(path), cx.words);
        if let Some(why) = proposal::of_another(words, &name, &proposals, &directory) {
            writeln!(cx.err, "{}", plain(&why))?;
            continue;
        }
        look_alikes::leave_out(&mut proposals, &directory, &name, cx)?;
        let (accounts, refused) = additions(&directory, &proposals, &words.with_note(&name));
        let refused = refused.iter().map(|(subject, why)| {
            let title = proposal::title(&directory, &proposals, subject);
            let why = proposal::refusal(words, *why);
            plain(&format!("{name}: {title}: {why}"))
        });
        for line in merge::capped(refused, words) {
            writeln!(cx.err, "{line}")?;
        }
        if !accounts.is_empty() {
            directory = directory.with_accounts(accounts);
        }
    }
    Ok(directory)
}
