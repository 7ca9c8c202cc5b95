//! A suspect in a line, in JSON, or in CSV.

use std::io::{self, Write};

use serde::Serialize;

use crate::cli::arguments::RadarFormat;
use crate::cli::json as names;
use crate::cli::style::{Styles, plain};
use crate::directory::Directory;
use crate::json::Elements;
use crate::messages::technique;
use crate::radar::{Imitation, Suspect};
use crate::report::csv::{guarded, of_system};
use crate::words::Words;

/// The first row of CSV.
const HEADER: [&str; 8] = [
    "score",
    "name",
    "genuine",
    "organisation_id",
    "organisation",
    "platform",
    "technique",
    "line",
];

/// Tells suspects one by one.
pub(super) struct Teller<'a> {
    format: RadarFormat,
    directory: &'a Directory,
    words: &'static Words,
    styles: Styles,
    elements: Elements,
    out: &'a mut dyn Write,
}

/// A suspect in JSON. Its keys are stable: more may come, none is renamed.
#[derive(Serialize)]
struct SuspectJson<'a> {
    name: &'a str,
    line: u64,
    /// How likely it is meant, from 1 to 100; only the order counts.
    score: u8,
    /// The host or name that it is taken for.
    genuine: &'a str,
    organisation: Option<OrganisationJson<'a>>,
    platform: Option<&'a str>,
    tricks: Vec<&'static str>,
    /// Whether it may be a name of others by chance.
    chance: bool,
    /// The domain that a host belongs to in truth.
    domain: Option<&'a str>,
}

#[derive(Serialize)]
struct OrganisationJson<'a> {
    id: &'a str,
    name: &'a str,
}

impl<'a> Teller<'a> {
    pub(super) fn new(
        format: RadarFormat,
        directory: &'a Directory,
        words: &'static Words,
        is_styled: bool,
        out: &'a mut dyn Write,
    ) -> Self {
        Self {
            format,
            directory,
            words,
            styles: Styles::new(is_styled),
            elements: Elements::default(),
            out,
        }
    }

    /// Writes what stands before all suspects.
    pub(super) fn begin(&mut self) -> io::Result<()> {
        if self.format == RadarFormat::Csv { self.row(&HEADER.map(str::to_owned)) } else { Ok(()) }
    }

    /// Writes a suspect.
    pub(super) fn tell(&mut self, suspect: &Suspect) -> io::Result<()> {
        match self.format {
            RadarFormat::Text => self.line(suspect),
            RadarFormat::Json => self.value(suspect),
            RadarFormat::Csv => self.cells(suspect),
        }
    }

    /// Writes what stands behind all suspects.
    pub(super) fn end(&mut self) -> io::Result<()> {
        if self.format == RadarFormat::Json {
            std::mem::take(&mut self.elements).end(self.out)?;
        }
        self.flush()
    }

    /// Hands on what is written.
    pub(super) fn flush(&mut self) -> io::Result<()> {
        self.out.flush()
    }

    /// Whose name is taken: an organisation, or else a platform.
    fn whose(&self, imitation: &Imitation) -> &'a str {
        let directory = self.directory;
        let organisation = imitation.organisation(directory);
        let organisation = organisation.map(|it| directory.organisation(it).name.as_str());
        let platform = || imitation.platform(directory).map(|it| directory.platform(it).name());
        organisation.or_else(platform).unwrap_or_default()
    }

    fn line(&mut self, suspect: &Suspect) -> io::Result<()> {
        let imitation = &suspect.imitation;
        let (genuine, whose) = (plain(imitation.genuine()), plain(self.whose(imitation)));
        let how = plain(&technique::of_imitation(self.words, imitation));
        let text = if imitation.may_be_chance(self.directory) {
            self.words.radar_resembles(&genuine, &whose, &how)
        } else {
            self.words.radar_imitates(&genuine, &whose, &how)
        };
        let name = self.styles.bold(&plain(&suspect.name));
        writeln!(self.out, "{:3}  {name}  {text}", suspect.score)
    }

    fn value(&mut self, suspect: &Suspect) -> io::Result<()> {
        let Suspect { name, line, score, imitation } = suspect;
        let directory = self.directory;
        let organisation = imitation.organisation(directory).map(|it| {
            let it = directory.organisation(it);
            OrganisationJson { id: &it.id, name: &it.name }
        });
        let value = SuspectJson {
            name,
            line: *line,
            score: *score,
            genuine: imitation.genuine(),
            organisation,
            platform: imitation.platform(directory).map(|it| directory.platform(it).id()),
            tricks: tricks(imitation),
            chance: imitation.may_be_chance(directory),
            domain: match imitation {
                Imitation::Host(host) => Some(&host.domain),
                Imitation::Name(_) => None,
            },
        };
        self.elements.add(&value, self.out)
    }

    fn cells(&mut self, suspect: &Suspect) -> io::Result<()> {
        let Suspect { name, line, score, imitation } = suspect;
        let directory = self.directory;
        let organisation = imitation.organisation(directory).map(|it| directory.organisation(it));
        let platform = imitation.platform(directory).map(|it| directory.platform(it).id());
        self.row(&[
            score.to_string(),
            plain(name),
            plain(imitation.genuine()),
            organisation.map_or_else(String::new, |it| it.id.clone()),
            organisation.map_or_else(String::new, |it| plain(&it.name)),
            platform.unwrap_or_default().to_owned(),
            tricks(imitation).join(" "),
            line.to_string(),
        ])
    }

    fn row(&mut self, cells: &[String; 8]) -> io::Result<()> {
        let mut writer =
            csv::WriterBuilder::new().terminator(csv::Terminator::CRLF).from_writer(Vec::new());
        writer.write_record(cells.iter().map(|cell| guarded(cell))).map_err(of_system)?;
        let row = writer.into_inner().map_err(|error| io::Error::other(error.to_string()))?;
        self.out.write_all(&row)
    }
}

/// The ids of what was done to a name.
fn tricks(imitation: &Imitation) -> Vec<&'static str> {
    match imitation {
        Imitation::Host(host) => vec![names::host_trick(host.technique)],
        Imitation::Name(name) => name.techniques.iter().map(names::trick).collect(),
    }
}
