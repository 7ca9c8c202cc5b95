//! What the figures are called and how they are set side by side, and where they go in the
//! documents.

use std::fs;
use std::path::Path;

use crate::peers::Matcher;
use crate::samples::Samples;
use crate::stages::{Stage, Stages};
use crate::subject::{Size, Subject};
use crate::table::{Table, number, pair, thousands};
use crate::{LIMIT, QUERIES, machine};

/// What one size showed.
struct Part {
    size: Size,
    organisations: usize,
    samples: Samples,
    stages: Stages,
}

/// What all sizes showed.
#[derive(Default)]
pub(crate) struct Report(Vec<Part>);

impl Report {
    pub(crate) fn add(&mut self, subject: &Subject, samples: Samples, stages: Stages) {
        let organisations = subject.directory.organisation_indexes().count();
        self.0.push(Part { size: subject.size, organisations, samples, stages });
    }

    /// Every query at every size.
    pub(crate) fn details(&self) -> String {
        self.0.iter().map(Part::queries).collect::<Vec<_>>().join("\n")
    }

    /// The tables that the documents quote: the stages, then the ratios.
    pub(crate) fn closing(&self) -> String {
        format!("{}\n{}", marked("stages", &self.stages()), marked("ratios", &self.ratios()))
    }

    fn ratios(&self) -> String {
        let names = Matcher::PEERS.map(|(_, name)| name);
        let headings = ["organisations", "whole answer, ms", "first screen, ms"];
        let mut table = Table::new(headings.into_iter().chain(names).map(str::to_owned));
        for part in &self.0 {
            let ours = part.samples.of(Matcher::Search);
            let ratio = |(peer, _)| {
                let ratio = part.samples.of(peer).median() / ours.median();
                format!("{}×", number(ratio))
            };
            let own = [pair(&ours), pair(&part.samples.of(Matcher::First))];
            table.row(&part.title(), own.into_iter().chain(Matcher::PEERS.map(ratio)));
        }
        let repetitions: Vec<String> =
            self.0.iter().map(|part| part.size.repetitions().to_string()).collect();
        format!(
            "{}\n\n{} queries, each {} times: median / what 99 of 100 stayed within. Behind these, how \
             many times as\nlong the others took in the same run, medians. `memchr` only reads every \
             letter once.\n\n{table}",
            machine::sentence(&names),
            QUERIES.len(),
            repetitions.join(", "),
        )
    }

    fn stages(&self) -> String {
        let titles = self.0.iter().map(Part::title);
        let mut table = Table::new(std::iter::once("milliseconds".to_owned()).chain(titles));
        for (stage, name) in Stage::ALL {
            table.row(name, self.0.iter().map(|part| number(part.stage(stage))));
        }
        let wait = |part: &Part| number(part.samples.of(Matcher::First).longest());
        table.row("the screen waits for a key (longest)", self.0.iter().map(wait));
        table.to_string()
    }

    /// Writes the closing tables, and the queries at the largest size, between their markers in
    /// the document of them.
    pub(crate) fn write_into_document(&self) {
        let queries = self.0.last().map(Part::queries).unwrap_or_default();
        let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/performance.md");
        for (name, made) in
            [("ratios", self.ratios()), ("stages", self.stages()), ("queries", queries)]
        {
            let text = fs::read_to_string(&path).unwrap();
            let (start, end) = markers(name);
            if let Some((before, rest)) = text.split_once(&start)
                && let Some((_, after)) = rest.split_once(&end)
            {
                let made = format!("{before}{}{}", marked(name, &made).trim_end(), after);
                fs::write(&path, made).unwrap();
            }
        }
    }
}

impl Part {
    fn title(&self) -> String {
        let count = thousands(self.organisations);
        if self.size == Size::Embedded { format!("{count} (built in)") } else { count }
    }

    /// A stage in milliseconds: the median, or the longest where that is what matters.
    fn stage(&self, stage: Stage) -> f64 {
        let times = self.stages.of(stage);
        if stage == Stage::Cancel { times.longest() } else { times.median() }
    }

    /// The median of every query with every matcher.
    fn queries(&self) -> String {
        let matchers = Matcher::ALL.iter().map(ToString::to_string);
        let met = ["met by search", "met by fuzzy-matcher"].map(str::to_owned);
        let mut table = Table::new(std::iter::once("query".to_owned()).chain(matchers).chain(met));
        for query in QUERIES {
            let median = |&matcher| number(self.samples.of_query(matcher, query).median());
            let met = [Matcher::Search, Matcher::Naive]
                .map(|matcher| thousands(self.samples.met(matcher, query)));
            table.row(&format!("`{query}`"), Matcher::ALL.iter().map(median).chain(met));
        }
        format!(
            "{} organisations; milliseconds, medians; each hands over its best {LIMIT}.\n\n{table}",
            self.title()
        )
    }
}

fn markers(name: &str) -> (String, String) {
    (format!("<!-- {name} -->"), format!("<!-- /{name} -->"))
}

fn marked(name: &str, text: &str) -> String {
    let (start, end) = markers(name);
    format!("{start}\n\n{}\n\n{end}\n", text.trim_end())
}
