//! `officieel show`: one organisation with its channels, its evidence and its gaps.

use std::io;

use super::arguments::{Shared, ShowArguments};
use super::style::{Styles, plain};
use super::{Outcome, Surroundings, json, lines, subject};
use crate::channel::{Channel, channels};
use crate::directory::{AccountIndex, Directory, OrganisationIndex};
use crate::search::Index;
use crate::text::sanitise;
use crate::words::{fill, labels};

pub(super) fn run(
    command: &ShowArguments,
    shared: &Shared,
    to: &mut Surroundings<'_>,
) -> io::Result<Outcome> {
    let Some(directory) = subject::load(shared, to)? else {
        return Ok(Outcome::Unusable);
    };
    let asked = command.organisation.join(" ");
    let Some(index) = find(&directory, &asked) else {
        let name = sanitise::escaped(&asked);
        writeln!(
            to.err,
            "{}",
            fill(to.words.cli_nothing_found, &[("query", &name)])
        )?;
        return Ok(Outcome::NotFound);
    };
    if command.json {
        json::write(
            to.out,
            &json::organisation_full(&directory, index, to.today),
        )?;
    } else {
        write(&directory, index, to)?;
    }
    Ok(Outcome::Found)
}

/// The organisation by its id, its register id, or as the best hit that is no guess.
fn find(directory: &Directory, asked: &str) -> Option<OrganisationIndex> {
    let by_register = || {
        directory
            .organisation_indexes()
            .find(|&index| directory.organisation(index).register_id.as_deref() == Some(asked))
    };
    let by_search = || {
        let hits = Index::new(directory).search(directory, asked);
        let best = hits
            .into_iter()
            .next()
            .filter(|hit| !hit.guess && !asked.is_empty());
        best.map(|hit| hit.organisation)
    };
    directory
        .organisation_by_id(asked)
        .or_else(by_register)
        .or_else(by_search)
}

fn write(
    directory: &Directory,
    index: OrganisationIndex,
    to: &mut Surroundings<'_>,
) -> io::Result<()> {
    let styles = Styles::new(to.styled);
    let it = directory.organisation(index);
    let words = to.words;
    let name = match &it.abbreviation {
        Some(abbreviation) => format!("{} ({abbreviation})", it.name),
        None => it.name.clone(),
    };
    writeln!(to.out, "{}", styles.bold(&name))?;
    writeln!(to.out, "{}", plain(&lines::about(directory, index, to)))?;
    let former: Vec<String> = it
        .former_names
        .iter()
        .map(|former| former.name.clone())
        .collect();
    let successor = it.successor.map(|o| directory.organisation(o).name.clone());
    for (label, value) in [
        (words.cli_aliases, it.aliases.join(", ")),
        (words.cli_former_names, former.join(", ")),
        (words.cli_places, it.places.join(", ")),
        (words.cli_province, it.province.clone().unwrap_or_default()),
        (words.cli_successor, successor.unwrap_or_default()),
        (words.cli_note, it.note.clone().unwrap_or_default()),
    ] {
        if !value.is_empty() {
            writeln!(to.out, "{}  {}", styles.dim(label), plain(&value))?;
        }
    }
    for channel in channels(directory, index, to.today) {
        match channel {
            Channel::Account(account) => write_account(directory, account, to)?,
            other => writeln!(to.out, "{}", lines::channel(directory, other, to))?,
        }
    }
    for gap in &it.gaps {
        let text = fill(
            words.cli_gap,
            &[("text", &gap.text), ("date", &gap.seen.to_string())],
        );
        writeln!(to.out, "\n{}\n    {}", plain(&text), styles.dim(&gap.url))?;
    }
    Ok(())
}

fn write_account(
    directory: &Directory,
    index: AccountIndex,
    to: &mut Surroundings<'_>,
) -> io::Result<()> {
    let styles = Styles::new(to.styled);
    let it = directory.account(index);
    writeln!(
        to.out,
        "\n{}",
        lines::channel(directory, Channel::Account(index), to)
    )?;
    let badge = match &it.badge {
        None => to.words.cli_badge_unknown.to_owned(),
        Some(badge) => {
            let kind = badge
                .kind
                .and_then(|kind| directory.badges.get(kind.position()));
            let name = kind.map_or(to.words.cli_badge_none, |kind| kind.name.as_str());
            fill(
                to.words.cli_badge,
                &[("badge", name), ("date", &badge.seen.to_string())],
            )
        }
    };
    let status = labels::status(to.words, it.status);
    writeln!(to.out, "    {}", plain(&format!("{status}, {badge}")))?;
    let shared: Vec<&str> = it
        .shared_with
        .iter()
        .map(|&o| directory.organisation(o).name.as_str())
        .collect();
    for (label, value) in [
        (to.words.cli_purpose, it.purpose.clone()),
        (to.words.cli_display_name, it.display_name.clone()),
        (to.words.cli_successor, it.successor.clone()),
        (
            to.words.cli_shared_with,
            (!shared.is_empty()).then(|| shared.join(", ")),
        ),
        (to.words.cli_note, it.note.clone()),
    ] {
        if let Some(value) = value {
            writeln!(to.out, "    {}  {}", styles.dim(label), plain(&value))?;
        }
    }
    for evidence in &it.evidence {
        let method = labels::method(to.words, evidence.method);
        let line = fill(
            to.words.cli_evidence,
            &[
                ("method", method),
                ("date", &evidence.seen.to_string()),
                ("url", &evidence.url),
            ],
        );
        writeln!(to.out, "    {}", styles.dim(&line))?;
    }
    Ok(())
}
