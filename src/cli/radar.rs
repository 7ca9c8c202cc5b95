//! `officieel radar`: of many names, those that pass themselves off as others.

mod told;

use std::io::{self, Read};
use std::path::Path;

use super::arguments::{RadarArguments, RadarFormat, Shared};
use super::check::table;
use super::error::{CommandError, Result};
use super::progress::Progress;
use super::{Context, ExitStatus, load};
use crate::check::Checker;
use crate::input_file;
use crate::messages::numbers::grouped;
use crate::parallel::in_order;
use crate::radar::{Block, Blocks, Looked, Radar, Ranking};
use crate::search::Index;
use crate::table::{TableError, text};
use crate::words::Words;
use told::Teller;

/// How many blocks are looked at side by side.
const BLOCKS: usize = 64;

/// What a stream came to.
#[derive(Debug, Default)]
struct Count {
    names: u64,
    suspects: u64,
}

pub(super) fn run(
    command: &RadarArguments,
    shared: &Shared,
    cx: &mut Context<'_>,
) -> Result<ExitStatus> {
    let path = command.file.as_deref().unwrap_or(Path::new("-"));
    if load::is_stream(path) && shared.directory.as_deref().is_some_and(load::is_stream) {
        return Err(cx.unusable(cx.words.cli_input_twice));
    }
    let directory = load::directory_to_answer(shared, cx)?;
    let platform = load::platform_asked(&directory, command.platform.as_deref(), cx)?;
    let (index, checker) = (Index::new(&directory), Checker::default());
    let radar = Radar {
        directory: &directory,
        index: &index,
        checker: &checker,
        kind: command.kind.map(Into::into),
        platform,
    };
    let from: Box<dyn Read> = if load::is_stream(path) {
        Box::new(io::stdin().lock())
    } else {
        Box::new(input_file::open(path).map_err(|error| load::unreadable(path, &error, cx))?)
    };
    let (_, from) = text(from).map_err(|error| complaint(path, &error, cx))?;
    let mut count = Count::default();
    let format = if command.json { RadarFormat::Json } else { command.format };
    match look(command, format, &radar, Blocks::new(from), &mut count, cx) {
        Ok(()) => {}
        Err(Stopped::Reading(error)) => {
            cx.out.flush()?;
            return Err(load::unreadable(path, &error, cx));
        }
        Err(Stopped::Writing(error)) if error.kind() == io::ErrorKind::BrokenPipe => {}
        Err(Stopped::Writing(error)) => return Err(error.into()),
    }
    Ok(if count.suspects > 0 { ExitStatus::Imitation } else { ExitStatus::Found })
}

/// Why no more is looked at.
enum Stopped {
    Reading(io::Error),
    Writing(io::Error),
}

impl From<io::Error> for Stopped {
    fn from(error: io::Error) -> Self {
        Self::Writing(error)
    }
}

/// Looks at all names, and tells the suspects: as they are found, or the likeliest at the end.
fn look(
    command: &RadarArguments,
    format: RadarFormat,
    radar: &Radar<'_>,
    mut blocks: Blocks<Box<dyn Read>>,
    count: &mut Count,
    cx: &mut Context<'_>,
) -> std::result::Result<(), Stopped> {
    radar.checker.prepare(radar.directory);
    let mut ranking = Ranking::new((command.limit > 0).then_some(command.limit));
    let mut progress = Progress::new(cx.words, Words::radar_progress);
    let mut teller = Teller::new(format, radar.directory, cx.words, cx.styled, cx.out);
    teller.begin()?;
    loop {
        let read = some(&mut blocks, command.stream).map_err(Stopped::Reading)?;
        if read.is_empty() {
            break;
        }
        for Looked { names, suspects } in in_order(read, |block| radar.look(&block)) {
            count.names += names;
            for suspect in suspects {
                count.suspects += 1;
                if command.stream {
                    teller.tell(&suspect)?;
                } else {
                    ranking.add(suspect);
                }
            }
        }
        if command.stream {
            teller.flush()?;
        }
        progress.tell(count.names)?;
    }
    progress.end()?;
    let left_out = ranking.left_out();
    if !command.stream {
        // Names that came again are not counted again.
        count.suspects = left_out + u64::try_from(ranking.kept()).unwrap_or_default();
    }
    for suspect in ranking.into_suspects() {
        teller.tell(&suspect)?;
    }
    teller.end()?;
    summary(count, left_out, cx)?;
    Ok(())
}

/// The next blocks; in a stream that is followed no more than have come.
fn some<R: Read>(blocks: &mut Blocks<R>, is_followed: bool) -> io::Result<Vec<Block>> {
    let mut some = Vec::new();
    while some.len() < BLOCKS {
        let Some(block) = blocks.next_block()? else { break };
        let is_all = is_followed && !block.is_full;
        some.push(block);
        if is_all {
            break;
        }
    }
    Ok(some)
}

/// How many names and suspects there were, and how many of those are not told.
fn summary(count: &Count, left_out: u64, cx: &mut Context<'_>) -> io::Result<()> {
    let words = cx.words;
    let number = |count: u64| grouped(words, usize::try_from(count).unwrap_or(usize::MAX));
    let (names, suspects) = (number(count.names), number(count.suspects));
    writeln!(cx.err, "{}", words.radar_summary(&names, &suspects))?;
    if left_out > 0 {
        writeln!(cx.err, "{}", words.radar_left_out(&number(left_out)))?;
    }
    Ok(())
}

/// Complains of a file that holds no names.
fn complaint(path: &Path, error: &TableError, cx: &mut Context<'_>) -> CommandError {
    match error {
        TableError::Unreadable(_) | TableError::Workbook | TableError::Markup => {
            table::complaint(path, error, cx)
        }
        _ => cx.unusable(&cx.words.radar_binary(&load::name_of(path))),
    }
}
