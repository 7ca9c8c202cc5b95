//! Reading records one by one.

use std::io::{self, BufRead};

use super::member::{MEMBER, Member, pass_header};
use super::record::{Found, find, is_at_end, is_at_record, pass};
use super::{Record, WarcError};

/// The most bytes that one compressed record may unpack to for the next to be found.
const MOST_UNPACKED: u64 = 4 * 1024 * 1024 * 1024;

/// The records of a file, in its order. What can't be read is an error, and what comes behind it is read all the same
/// where its beginning is known: from the length of the record, or the end of the compressed member that it is alone
/// in. Where it isn't, the last thing is [`WarcError::Lost`].
#[derive(Debug)]
pub struct Reader<R: BufRead> {
    state: State<R>,
}

#[derive(Debug)]
enum State<R: BufRead> {
    /// Nothing was read yet.
    New(R),
    /// Records that are not compressed.
    Plain(R),
    /// Before a compressed member.
    Between(R),
    /// In a compressed member.
    Member(Box<Member<R>>),
    /// Where the next record begins isn't known, if there is one.
    Lost(R),
    /// The same, behind a record that was given out and is longer than what there is of it.
    BrokeOff(R),
    /// The same, and what was read of the file may have been the beginning of it.
    Swallowed,
    /// At the end.
    Done,
}

type Item = Option<Result<Record, WarcError>>;

impl<R: BufRead> Reader<R> {
    /// A reader of a file, compressed or not.
    pub fn new(input: R) -> Self {
        Self { state: State::New(input) }
    }

    /// What the next thing in the file is, and the state behind it.
    fn step(state: State<R>) -> Result<(State<R>, Item), WarcError> {
        Ok(match state {
            State::Done => (State::Done, None),
            State::New(mut input) => {
                let is_packed = input.fill_buf()?.starts_with(&MEMBER);
                (if is_packed { State::Between(input) } else { State::Plain(input) }, None)
            }
            State::Plain(mut input) => match find(&mut input, u64::MAX)? {
                Found::Record { record, breaks_off } => {
                    let behind = if breaks_off { State::BrokeOff } else { State::Plain };
                    (behind(input), Some(Ok(*record)))
                }
                Found::Passed(error) => (State::Plain(input), Some(Err(error))),
                Found::Lost(error) | Found::BreaksOff(error) => {
                    (State::Lost(input), Some(Err(error)))
                }
                Found::End => (State::Done, None),
            },
            State::Between(mut input) => match next_member(&mut input)? {
                Next::Member => match pass_header(&mut input) {
                    Ok(()) => (State::Member(Box::new(Member::new(input))), None),
                    Err(error) => (State::Lost(input), Some(Err(broken(&error)))),
                },
                Next::Other => (State::Lost(input), Some(Err(WarcError::NoRecord))),
                Next::End => (State::Done, None),
            },
            State::Member(member) => in_member(member),
            State::Lost(mut input) => {
                let is_end = is_at_end(&mut input)?;
                (State::Done, (!is_end).then_some(Err(WarcError::Lost)))
            }
            State::BrokeOff(mut input) => {
                let is_end = is_at_end(&mut input)?;
                let told = if is_end { WarcError::EndsEarly } else { WarcError::Lost };
                (State::Done, Some(Err(told)))
            }
            State::Swallowed => (State::Done, Some(Err(WarcError::Lost))),
        })
    }
}

impl<R: BufRead> Iterator for Reader<R> {
    type Item = Result<Record, WarcError>;

    fn next(&mut self) -> Option<Self::Item> {
        loop {
            let state = std::mem::replace(&mut self.state, State::Done);
            let (state, item) = match Self::step(state) {
                Ok(step) => step,
                Err(error) => return Some(Err(error)),
            };
            self.state = state;
            if item.is_some() || matches!(self.state, State::Done) {
                return item;
            }
        }
    }
}

/// What stands behind a member.
enum Next {
    Member,
    Other,
    End,
}

/// Goes to the next member, over the zeros that some media are filled up with. Anything else may be the remains of a
/// member, in which nothing is looked for.
fn next_member(input: &mut impl BufRead) -> io::Result<Next> {
    loop {
        let bytes = input.fill_buf()?;
        let zeros = bytes.iter().take_while(|byte| **byte == 0).count();
        match bytes.first() {
            None => return Ok(Next::End),
            Some(0) => input.consume(zeros),
            Some(first) if *first == MEMBER[0] => return Ok(Next::Member),
            Some(_) => return Ok(Next::Other),
        }
    }
}

/// The next record of a compressed member. The checksum of the member stands behind its last record, and what it does
/// not fit was changed or damaged on its way, and is evidence of nothing. Where a whole file is one member, what came
/// before the last record was given out by then: holding it all would take the memory that the file takes.
fn in_member<R: BufRead>(mut member: Box<Member<R>>) -> (State<R>, Item) {
    // What can't be unpacked has no end that is known, for its body may hold what looks like another member, and one
    // that is cut takes the next for a part of itself.
    let (found, is_end) = match found_in(&mut member) {
        Ok(found) => found,
        Err(error) => return (State::Swallowed, Some(Err(broken(&error)))),
    };
    let is_first = member.records == 0;
    member.records += 1;
    let is_cut = matches!(found, Found::Record { breaks_off: true, .. });
    let (item, goes_on) = match found {
        Found::Record { record, breaks_off } => (Some(Ok(*record)), !breaks_off),
        Found::Passed(error) => (Some(Err(error)), true),
        // A member that more than one record stands in may not end with one either.
        Found::Lost(error) => {
            let is_record = !matches!(error, WarcError::NoRecord);
            (Some(Err(error)), is_record && is_first && is_end)
        }
        Found::BreaksOff(error) => (Some(Err(error)), false),
        Found::End => (None, true),
    };
    if !is_end {
        let state = if goes_on { State::Member(member) } else { State::Lost(member.give_up()) };
        return (state, item);
    }
    match member.end() {
        Ok((input, true)) if goes_on => (State::Between(input), item),
        Ok((input, true)) if is_cut => (State::BrokeOff(input), item),
        Ok((input, true)) => (State::Lost(input), item),
        Ok((input, false)) => (State::Between(input), Some(Err(WarcError::Compression))),
        Err(error) => (State::Done, Some(Err(broken(&error)))),
    }
}

/// Why a member can't be read: the file ends in it, or it is broken.
fn broken(error: &io::Error) -> WarcError {
    if error.kind() == io::ErrorKind::UnexpectedEof {
        WarcError::EndsEarly
    } else {
        WarcError::Compression
    }
}

/// What stands next in a member, and whether it is at its end.
fn found_in<R: BufRead>(member: &mut Member<R>) -> io::Result<(Found, bool)> {
    let is_first = member.records == 0;
    let text = member.text();
    let found = find(text, MOST_UNPACKED)?;
    match found {
        Found::Lost(_) if is_first => {
            pass(text, MOST_UNPACKED)?;
        }
        // What is followed by no record was not as long as it says.
        Found::Record { .. } if !is_at_record(text)? => {
            return Ok((Found::Lost(WarcError::NoRecord), false));
        }
        _ => {}
    }
    let is_end = is_at_end(text)?;
    Ok((found, is_end))
}
