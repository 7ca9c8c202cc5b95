//! JSON-RPC 2.0 as it comes in and goes out: a message a line.
//!
//! Source: <https://www.jsonrpc.org/specification>.

use std::borrow::Cow;
use std::collections::HashSet;
use std::fmt;
use std::io::{self, BufRead, Read};

use serde::de::{Deserializer, Error, MapAccess, SeqAccess, Visitor};
use serde::{Deserialize, Serialize};
use serde_json::Value;
use serde_json::value::RawValue;

/// No message is longer than this many bytes.
pub(super) const LONGEST: u64 = 1 << 20;

/// The codes of JSON-RPC 2.0.
const PARSE_ERROR: i32 = -32700;
const INVALID_REQUEST: i32 = -32600;
pub(super) const METHOD_NOT_FOUND: i32 = -32601;
pub(super) const INVALID_PARAMS: i32 = -32602;

/// A line that was sent.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Line {
    Text(String),
    /// It is passed over.
    TooLong,
    /// It is no text.
    NoText,
}

/// The next line; `None` at the end.
pub(super) fn next(input: &mut impl BufRead) -> io::Result<Option<Line>> {
    let mut bytes = Vec::new();
    let read = input.by_ref().take(LONGEST).read_until(b'\n', &mut bytes)?;
    if read == 0 {
        return Ok(None);
    }
    let is_cut = u64::try_from(read).is_ok_and(|read| read == LONGEST) && !bytes.ends_with(b"\n");
    if is_cut {
        skip_line(input)?;
        return Ok(Some(Line::TooLong));
    }
    Ok(Some(String::from_utf8(bytes).map_or(Line::NoText, Line::Text)))
}

fn skip_line(input: &mut impl BufRead) -> io::Result<()> {
    loop {
        let buffer = input.fill_buf()?;
        let end = buffer.iter().position(|byte| *byte == b'\n');
        let used = end.map_or(buffer.len(), |at| at + 1);
        let is_over = buffer.is_empty() || end.is_some();
        input.consume(used);
        if is_over {
            return Ok(());
        }
    }
}

/// By what an answer is known to whoever asked, just as they wrote it: a number may have more digits than any type of
/// numbers here.
#[derive(Debug, Serialize)]
#[serde(untagged)]
pub(super) enum Id {
    Text(String),
    Number(Box<RawValue>),
    /// Of what was no question.
    None(()),
}

/// Something that is asked, or told without an answer being expected.
#[derive(Debug)]
pub(super) struct Request {
    /// `None` of a notification.
    pub(super) id: Option<Id>,
    pub(super) method: String,
    pub(super) params: Value,
}

/// An answer, or why there is none.
#[derive(Debug, Serialize)]
pub(super) struct Answer {
    #[serde(skip_serializing_if = "Option::is_none")]
    error: Option<Failure>,
    id: Id,
    jsonrpc: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    result: Option<Value>,
}

#[derive(Debug, Serialize)]
struct Failure {
    code: i32,
    message: Cow<'static, str>,
}

/// Why a question has no answer: the code, and a sentence.
pub(super) type Refusal = (i32, Cow<'static, str>);

impl Answer {
    pub(super) fn new(id: Id, answered: Result<Value, Refusal>) -> Self {
        let jsonrpc = "2.0";
        match answered {
            Ok(result) => Self { error: None, id, jsonrpc, result: Some(result) },
            Err((code, message)) => {
                Self { error: Some(Failure { code, message }), id, jsonrpc, result: None }
            }
        }
    }

    fn parse_error(message: &'static str) -> Self {
        Self::new(Id::None(()), Err((PARSE_ERROR, message.into())))
    }

    fn invalid(id: Id, message: &'static str) -> Self {
        Self::new(id, Err((INVALID_REQUEST, message.into())))
    }
}

/// What a line asks: nothing where it is empty, or an answer to something. What is no question is refused.
pub(super) fn request(line: Line) -> Result<Option<Request>, Answer> {
    let text = match line {
        Line::Text(text) => text,
        Line::TooLong => return Err(Answer::invalid(Id::None(()), "the message is too long")),
        Line::NoText => return Err(Answer::parse_error("this is no UTF-8")),
    };
    if text.trim().is_empty() {
        return Ok(None);
    }
    let Ok(message) = serde_json::from_str::<Value>(&text) else {
        return Err(Answer::parse_error("this is no JSON"));
    };
    if serde_json::from_str::<Distinct>(&text).is_err() {
        // Which of two ids is meant is not known either.
        return Err(Answer::invalid(Id::None(()), "a key stands twice in an object"));
    }
    let Value::Object(mut message) = message else {
        return Err(Answer::invalid(Id::None(()), "this is no object"));
    };
    let id = match message.remove("id") {
        None => None,
        Some(Value::String(text)) => Some(Id::Text(text)),
        Some(Value::Number(_)) => number(&text).map(Id::Number),
        Some(_) => {
            return Err(Answer::invalid(Id::None(()), "the id is neither a text nor a number"));
        }
    };
    match message.remove("method") {
        Some(Value::String(method)) => {
            let params = message.remove("params").unwrap_or_default();
            Ok(Some(Request { id, method, params }))
        }
        None if message.contains_key("result") || message.contains_key("error") => Ok(None),
        _ => Err(Answer::invalid(id.unwrap_or(Id::None(())), "there is no method")),
    }
}

/// The id of a message as it is written.
fn number(text: &str) -> Option<Box<RawValue>> {
    #[derive(Deserialize)]
    struct Known {
        id: Box<RawValue>,
    }
    serde_json::from_str::<Known>(text).ok().map(|it| it.id)
}

/// JSON in which no object has a key twice: of two, one program takes the first and another the last (RFC 8259, section 4).
struct Distinct;

impl<'de> Deserialize<'de> for Distinct {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(DistinctVisitor)
    }
}

struct DistinctVisitor;

impl<'de> Visitor<'de> for DistinctVisitor {
    type Value = Distinct;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("JSON without a key twice")
    }

    fn visit_bool<E>(self, _: bool) -> Result<Distinct, E> {
        Ok(Distinct)
    }

    fn visit_i64<E>(self, _: i64) -> Result<Distinct, E> {
        Ok(Distinct)
    }

    fn visit_u64<E>(self, _: u64) -> Result<Distinct, E> {
        Ok(Distinct)
    }

    fn visit_f64<E>(self, _: f64) -> Result<Distinct, E> {
        Ok(Distinct)
    }

    fn visit_str<E>(self, _: &str) -> Result<Distinct, E> {
        Ok(Distinct)
    }

    fn visit_unit<E>(self) -> Result<Distinct, E> {
        Ok(Distinct)
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut all: A) -> Result<Distinct, A::Error> {
        while all.next_element::<Distinct>()?.is_some() {}
        Ok(Distinct)
    }

    fn visit_map<A: MapAccess<'de>>(self, mut all: A) -> Result<Distinct, A::Error> {
        let mut keys = HashSet::new();
        while let Some(key) = all.next_key::<String>()? {
            if !keys.insert(key) {
                return Err(A::Error::custom("a key stands twice"));
            }
            all.next_value::<Distinct>()?;
        }
        Ok(Distinct)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_that_is_too_long_is_passed_over_whole() {
        let mut text = vec![b'x'; usize::try_from(LONGEST).unwrap() + 5];
        text.extend(b"\nping\n\n\xff\nlast");
        let mut input = io::BufReader::new(&text[..]);
        let mut next = || next(&mut input).unwrap();
        assert_eq!(next(), Some(Line::TooLong));
        for line in ["ping\n", "\n"] {
            assert_eq!(next(), Some(Line::Text(line.to_owned())), "{line}");
        }
        assert_eq!(next(), Some(Line::NoText));
        assert_eq!(next(), Some(Line::Text("last".to_owned())));
        assert_eq!(next(), None);
    }

    /// The answer to a line that is refused.
    fn refused(line: &str) -> String {
        let answer = request(Line::Text(line.to_owned())).unwrap_err();
        serde_json::to_string(&answer).unwrap()
    }

    #[test]
    fn what_is_no_question_is_refused_with_the_code_of_the_protocol() {
        for (line, code, id) in [
            ("{", PARSE_ERROR, "null"),
            ("{\"id\":1,\"method\":\"ping\"} x", PARSE_ERROR, "null"),
            ("\u{feff}{}", PARSE_ERROR, "null"),
            ("[]", INVALID_REQUEST, "null"),
            ("[{\"id\":1,\"method\":\"ping\"}]", INVALID_REQUEST, "null"),
            ("\"ping\"", INVALID_REQUEST, "null"),
            ("{\"id\":null,\"method\":\"ping\"}", INVALID_REQUEST, "null"),
            ("{\"id\":[1],\"method\":\"ping\"}", INVALID_REQUEST, "null"),
            ("{\"id\":true,\"method\":\"ping\"}", INVALID_REQUEST, "null"),
            ("{\"id\":1,\"id\":2,\"method\":\"ping\"}", INVALID_REQUEST, "null"),
            ("{\"id\":1,\"method\":\"ping\",\"m\\u0065thod\":\"ping\"}", INVALID_REQUEST, "null"),
            (
                "{\"id\":1,\"method\":\"a\",\"params\":[{\"a\":{\"b\":1,\"b\":1}}]}",
                INVALID_REQUEST,
                "null",
            ),
            ("{\"id\":7,\"method\":3}", INVALID_REQUEST, "7"),
            ("{\"id\":\"a\\\"b\"}", INVALID_REQUEST, "\"a\\\"b\""),
        ] {
            let answer = refused(line);
            assert!(answer.contains(&format!("\"code\":{code},")), "{line}: {answer}");
            assert!(answer.contains(&format!("\"id\":{id},")), "{line}: {answer}");
        }
    }

    #[test]
    fn an_id_is_what_was_written() {
        for id in [
            "1",
            "-0",
            "12345678901234567890",
            "123456789012345678901234567890123456789",
            "1.50",
            "1e3",
            "0.1000000000000000055511151231257827",
            "\"a\"",
            "\"\"",
        ] {
            let line = format!("{{\"method\":\"ping\", \"id\" : {id} , \"params\":{{\"id\":2}}}}");
            let request = request(Line::Text(line)).unwrap().unwrap();
            assert_eq!(serde_json::to_string(&request.id.unwrap()).unwrap(), id);
        }
    }

    #[test]
    fn what_expects_no_answer_has_none() {
        let notification = request(Line::Text("{\"method\":\"a\"}".to_owned()));
        assert!(notification.unwrap().unwrap().id.is_none());
        for line in ["", " \n", "{\"id\":1,\"result\":{}}", "{\"id\":1,\"error\":{}}"] {
            assert!(request(Line::Text(line.to_owned())).unwrap().is_none(), "{line}");
        }
    }
}
