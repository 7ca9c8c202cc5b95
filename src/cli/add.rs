//! `officieel add`: an organisation's own communicator adds an account that its site shows.

use std::path::PathBuf;

use super::arguments::{AddArguments, Shared};
use super::audit::organisation_named;
use super::error::Result;
use super::style::{Styles, plain};
use super::{Context, ExitStatus, load, look_alikes, review};
use crate::directory::Directory;
use crate::dirs;
use crate::messages::{own_addition, proposal};
use crate::own_addition::{Fault, Request, addition, joined};
use crate::proposals::Proposals;

/// The name of the file of own additions.
const FILE: &str = "additions.toml";

pub(super) fn run(
    command: &AddArguments,
    shared: &Shared,
    cx: &mut Context<'_>,
) -> Result<ExitStatus> {
    let directory = load::directory(shared, cx)?;
    let organisation = organisation_named(&directory, &command.organisation, cx)?;
    let platform = command.platform.as_ref();
    let platform = platform.map(|id| load::platform(&directory, id, cx)).transpose()?;
    let request = Request {
        organisation,
        account: &command.account,
        platform,
        page: &command.page,
        seen: command.seen.unwrap_or(cx.today),
    };
    let mut addition = addition(&directory, &request, cx.today).map_err(|fault| {
        let text = own_addition::fault(cx.words, &directory, &command.account, fault);
        let status = match fault {
            Fault::Listed(_) | Fault::OfAnother(_) => ExitStatus::NotFound,
            _ => ExitStatus::Unusable,
        };
        cx.reported(&text, status)
    })?;
    look_alikes::mind(&mut addition, &directory);
    keep(command, &addition, &directory, cx)
}

/// The file of own additions, where none is named.
pub(super) fn default_file() -> Option<PathBuf> {
    Some(dirs::data(|name| std::env::var_os(name))?.join(FILE))
}

/// Writes the addition to the file of own additions, and prints it for whoever keeps the directory.
fn keep(
    command: &AddArguments,
    addition: &Proposals,
    directory: &Directory,
    cx: &mut Context<'_>,
) -> Result<ExitStatus> {
    let path = command.to.clone().or_else(default_file);
    let Some(path) = path else { return Err(cx.unusable(cx.words.add_nowhere)) };
    // The folder for data may not be there yet.
    if command.to.is_none()
        && let Some(folder) = path.parent()
    {
        dirs::make_private(folder)?;
    }
    let _held = review::hold(&path, cx)?;
    let mut all = if path.exists() { review::read(&path, cx)? } else { Proposals::default() };
    review::check_country(&path, &all, directory, cx)?;
    let stood;
    (all, stood) = joined(directory, all, addition);
    review::write(&path, &mut all, directory, cx)?;
    let (words, name) = (cx.words, load::name_of(&path));
    for (subject, case) in &addition.cases {
        let told = own_addition::added(words, directory, addition, subject, case, (&name, stood));
        writeln!(cx.err, "{}", plain(&told))?;
    }
    for (subject, case) in &addition.cases {
        for against in &case.against {
            let told = proposal::objection(words, directory, subject, against);
            writeln!(cx.err, "{}", plain(&told))?;
        }
    }
    let styles = Styles::new(cx.styled);
    writeln!(cx.err, "{}\n", styles.dim(&words.add_send(&name)))?;
    write!(cx.out, "{}", proposal::file_of(cx.words, addition, cx.today))?;
    Ok(ExitStatus::Found)
}
