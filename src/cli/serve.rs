//! `officieel serve`: answers questions of another program on standard input and output, without a network.
//!
//! The Model Context Protocol over stdio: JSON-RPC 2.0, a message a line. What a tool answers is what the command of
//! its name prints with `--json`.
//!
//! Source: <https://modelcontextprotocol.io/specification/2025-06-18/basic/transports> and
//! <https://www.jsonrpc.org/specification>.

use std::ffi::OsString;
use std::io::{self, BufRead, Read};

use serde_json::{Value, json};

use super::arguments::{Arguments, Shared};
use super::error::Result;
use super::load::is_stream;
use super::{Context, ExitStatus, execute};
use crate::json::line;

/// The version of the protocol that is spoken; what a client asks for is its own affair.
const PROTOCOL: &str = "2025-06-18";
/// No message is longer than this many bytes.
const LONGEST: u64 = 1 << 20;

/// The codes of JSON-RPC 2.0.
const PARSE_ERROR: i32 = -32700;
const INVALID_REQUEST: i32 = -32600;
const METHOD_NOT_FOUND: i32 = -32601;
const INVALID_PARAMS: i32 = -32602;

/// A tool: a command that only reads, and its one argument.
struct Tool {
    name: &'static str,
    argument: &'static str,
    about: &'static str,
    of_argument: &'static str,
}

/// The tools. Their descriptions are read by programs, which expect English.
const TOOLS: [Tool; 4] = [
    Tool {
        name: "check",
        argument: "input",
        about: "Judge whether an address, account, telephone number or message is really of the government. Says \
                official only with evidence; not listed does not mean fake.",
        of_argument: "An address, an account, a telephone number, or a whole message",
    },
    Tool {
        name: "search",
        argument: "query",
        about: "Find government organisations by name, place, topic, account or address, best first.",
        of_argument: "Words, or conditions such as kind:municipality in:gelderland on:mastodon",
    },
    Tool {
        name: "show",
        argument: "organisation",
        about: "All that is known of one organisation: sites, numbers, accounts, each with its evidence.",
        of_argument: "Its id, an official id, or words that find it",
    },
    Tool {
        name: "channels",
        argument: "query",
        about: "Which channel of an organisation suits a need, with the reasons.",
        of_argument: "The organisation",
    },
];

/// Answers until standard input ends.
pub(super) fn run(shared: &Shared, cx: &mut Context<'_>) -> Result<ExitStatus> {
    let shared = &settled(shared, cx)?;
    let mut input = io::stdin().lock();
    while let Some(message) = next(&mut input)? {
        let answer = match message {
            Message::Text(text) if text.trim().is_empty() => None,
            Message::Text(text) => answer(&text, shared, cx)?,
            Message::TooLong => {
                Some(failure(&Value::Null, INVALID_REQUEST, "the message is too long"))
            }
        };
        if let Some(answer) = answer {
            line(cx.out, &answer)?;
            cx.out.flush()?;
        }
    }
    Ok(ExitStatus::Found)
}

/// What all answers go by: an edition on the web is asked for once, before the first question and never for one.
fn settled(shared: &Shared, cx: &mut Context<'_>) -> Result<Shared> {
    let mut files = shared.directory.iter().chain(&shared.additions);
    if files.any(|path| is_stream(path)) {
        return Err(cx.unusable(cx.words.serve_stream));
    }
    #[cfg(feature = "online")]
    if let Some(url) = shared.directory.as_deref().and_then(super::fetched::address) {
        let mut settled = shared.clone();
        settled.directory = super::fetched::edition(&url, shared, cx)?;
        settled.key = None;
        return Ok(settled);
    }
    Ok(shared.clone())
}

/// A line that was sent.
#[derive(Debug, PartialEq, Eq)]
enum Message {
    Text(String),
    /// It is passed over.
    TooLong,
}

/// The next line; `None` at the end.
fn next(input: &mut impl BufRead) -> io::Result<Option<Message>> {
    let mut bytes = Vec::new();
    let read = input.by_ref().take(LONGEST).read_until(b'\n', &mut bytes)?;
    if read == 0 {
        return Ok(None);
    }
    let is_cut = u64::try_from(read).is_ok_and(|read| read == LONGEST) && !bytes.ends_with(b"\n");
    if is_cut {
        skip_line(input)?;
        return Ok(Some(Message::TooLong));
    }
    Ok(Some(Message::Text(String::from_utf8_lossy(&bytes).into_owned())))
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

/// The answer to a message; none to a notification.
fn answer(text: &str, shared: &Shared, cx: &mut Context<'_>) -> Result<Option<Value>> {
    let Ok(message) = serde_json::from_str::<Value>(text) else {
        return Ok(Some(failure(&Value::Null, PARSE_ERROR, "this is no JSON")));
    };
    let id = message.get("id").cloned();
    let Some(method) = message.get("method").and_then(Value::as_str) else {
        let is_answer = message.get("result").is_some() || message.get("error").is_some();
        let refusal = || failure(&id.unwrap_or_default(), INVALID_REQUEST, "there is no method");
        return Ok((!is_answer).then(refusal));
    };
    let Some(id) = id else { return Ok(None) };
    let params = message.get("params").cloned().unwrap_or_default();
    let answered = match method {
        "initialize" => Ok(greeting(&params)),
        "ping" => Ok(json!({})),
        "tools/list" => Ok(json!({ "tools": TOOLS.iter().map(described).collect::<Vec<_>>() })),
        "tools/call" => call(&params, shared, cx)?,
        _ => Err((METHOD_NOT_FOUND, "there is no such method")),
    };
    Ok(Some(match answered {
        Ok(result) => json!({ "jsonrpc": "2.0", "id": id, "result": result }),
        Err((code, why)) => failure(&id, code, why),
    }))
}

fn failure(id: &Value, code: i32, why: &str) -> Value {
    json!({ "jsonrpc": "2.0", "id": id, "error": { "code": code, "message": why } })
}

fn greeting(params: &Value) -> Value {
    let asked = params.get("protocolVersion").and_then(Value::as_str).unwrap_or(PROTOCOL);
    // Dates compare as texts.
    let version = if asked < PROTOCOL { asked } else { PROTOCOL };
    json!({
        "protocolVersion": version,
        "capabilities": { "tools": {} },
        "serverInfo": { "name": "officieel", "version": env!("CARGO_PKG_VERSION") },
    })
}

fn described(tool: &Tool) -> Value {
    json!({
        "name": tool.name,
        "description": tool.about,
        "inputSchema": {
            "type": "object",
            "properties": { (tool.argument): { "type": "string", "description": tool.of_argument } },
            "required": [tool.argument],
        },
        "annotations": { "readOnlyHint": true, "openWorldHint": false },
    })
}

/// The answer of a tool, or why there is none.
type Called = std::result::Result<Value, (i32, &'static str)>;

/// Has the command of a tool answer.
fn call(params: &Value, shared: &Shared, cx: &mut Context<'_>) -> Result<Called> {
    let name = params.get("name").and_then(Value::as_str);
    let Some(tool) = TOOLS.iter().find(|tool| Some(tool.name) == name) else {
        return Ok(Err((INVALID_PARAMS, "there is no such tool")));
    };
    let given = params.get("arguments").and_then(|all| all.get(tool.argument));
    // A dash alone would have the command read what is meant for us.
    let Some(given) = given.and_then(Value::as_str).filter(|it| !matches!(it.trim(), "" | "-"))
    else {
        return Ok(Err((INVALID_PARAMS, "the argument is missing")));
    };
    let line = ["officieel", tool.name, "--json", "--", given].map(OsString::from).to_vec();
    let Ok(mut arguments) = Arguments::read(line, cx.language) else {
        return Ok(Err((INVALID_PARAMS, "the argument can't be used")));
    };
    arguments.shared = shared.clone();
    let (mut out, mut err) = (Vec::new(), Vec::new());
    let mut own = Context {
        out: &mut out,
        err: &mut err,
        styled: false,
        words: cx.words,
        language: cx.language,
        today: cx.today,
    };
    let status = execute(&arguments, &mut own)?;
    let result: Value = serde_json::from_slice(&out).unwrap_or_default();
    let said = String::from_utf8_lossy(&err).trim().to_owned();
    let content = json!({ "status": status.code(), "result": result, "message": said });
    let text = content.to_string();
    Ok(Ok(json!({
        "content": [{ "type": "text", "text": text }],
        "structuredContent": content,
        "isError": status == ExitStatus::Unusable,
    })))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_that_is_too_long_is_passed_over_whole() {
        let mut text = vec![b'x'; usize::try_from(LONGEST).unwrap() + 5];
        text.extend(b"\nping\n\nlast");
        let mut input = io::BufReader::new(&text[..]);
        let mut next = || next(&mut input).unwrap();
        assert_eq!(next(), Some(Message::TooLong));
        for line in ["ping\n", "\n", "last"] {
            assert_eq!(next(), Some(Message::Text(line.to_owned())), "{line}");
        }
        assert_eq!(next(), None);
    }

    #[test]
    fn every_tool_is_a_command_with_json() {
        for tool in TOOLS {
            let line = ["officieel", tool.name, "--json", "--", "x"].map(OsString::from).to_vec();
            let read = Arguments::read(line, crate::words::Language::En);
            assert!(read.is_ok(), "{}", tool.name);
        }
    }
}
