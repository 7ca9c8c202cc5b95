//! `officieel serve`: answers questions of another program on standard input and output, without a network.
//!
//! The Model Context Protocol over stdio: JSON-RPC 2.0, a message a line. What a tool answers is what the command of
//! its name prints with `--json`.
//!
//! Source: <https://modelcontextprotocol.io/specification/2025-06-18/basic/transports> and
//! <https://www.jsonrpc.org/specification>.

mod rpc;
#[cfg(test)]
mod tests;

use std::ffi::OsString;
use std::io::{self, BufRead};

use serde_json::{Value, json};

use super::arguments::{Arguments, Shared};
use super::error::Result;
use super::load::is_stream;
use super::{Context, ExitStatus, execute};
use crate::json::line;
use rpc::{Answer, INVALID_PARAMS, METHOD_NOT_FOUND, Refusal, Request};

/// The versions of the protocol that are spoken, the latest first. Who asks for another is told the latest. That of March
/// 2025 has several messages in a line, which no other version has.
const PROTOCOLS: [&str; 2] = ["2025-06-18", "2024-11-05"];

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
    converse(&mut io::stdin().lock(), shared, cx)?;
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

/// Answers each line of an input.
fn converse(input: &mut impl BufRead, shared: &Shared, cx: &mut Context<'_>) -> Result<()> {
    while let Some(message) = rpc::next(input)? {
        let answer = match rpc::request(message) {
            Ok(None) => None,
            Ok(Some(request)) => answer(request, shared, cx)?,
            Err(refused) => Some(refused),
        };
        if let Some(answer) = answer {
            line(cx.out, &answer)?;
            cx.out.flush()?;
        }
    }
    Ok(())
}

/// The answer to a question; none to a notification.
fn answer(request: Request, shared: &Shared, cx: &mut Context<'_>) -> Result<Option<Answer>> {
    let Request { id: Some(id), method, params } = request else { return Ok(None) };
    let answered = match method.as_str() {
        "initialize" => Ok(greeting(&params)),
        "ping" => Ok(json!({})),
        "tools/list" => Ok(json!({ "tools": TOOLS.iter().map(described).collect::<Vec<_>>() })),
        "tools/call" => call(&params, shared, cx)?,
        _ => Err((METHOD_NOT_FOUND, "there is no such method".into())),
    };
    Ok(Some(Answer::new(id, answered)))
}

fn greeting(params: &Value) -> Value {
    let asked = params.get("protocolVersion").and_then(Value::as_str);
    let version = PROTOCOLS.iter().copied().find(|it| Some(*it) == asked).unwrap_or(PROTOCOLS[0]);
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
type Called = std::result::Result<Value, Refusal>;

/// What the argument of a tool is, or what is wrong with it, with its name.
fn argument<'p>(tool: &Tool, params: &'p Value) -> std::result::Result<&'p str, Refusal> {
    let Tool { name, argument, .. } = tool;
    let given = params.get("arguments").and_then(|all| all.get(argument));
    let wrong = |why: String| Err((INVALID_PARAMS, why.into()));
    match given {
        None => wrong(format!("the argument \"{argument}\" of {name} is missing")),
        Some(Value::String(given)) if given.trim().is_empty() => {
            wrong(format!("the argument \"{argument}\" of {name} is empty"))
        }
        // A dash alone would have the command read what is meant for us.
        Some(Value::String(given)) if given.trim() == "-" => {
            wrong(format!("the argument \"{argument}\" of {name} can't be a dash alone"))
        }
        Some(Value::String(given)) => Ok(given),
        Some(_) => wrong(format!("the argument \"{argument}\" of {name} must be a text")),
    }
}

/// Has the command of a tool answer.
fn call(params: &Value, shared: &Shared, cx: &mut Context<'_>) -> Result<Called> {
    let name = params.get("name").and_then(Value::as_str);
    let Some(tool) = TOOLS.iter().find(|tool| Some(tool.name) == name) else {
        let known = TOOLS.map(|tool| tool.name).join(", ");
        return Ok(Err((
            INVALID_PARAMS,
            format!("there is no such tool; there are {known}").into(),
        )));
    };
    let given = match argument(tool, params) {
        Ok(given) => given,
        Err(refused) => return Ok(Err(refused)),
    };
    let line = ["officieel", tool.name, "--json", "--", given].map(OsString::from).to_vec();
    let Ok(mut arguments) = Arguments::read(line, cx.language) else {
        let why = format!("the argument \"{}\" of {} can't be used", tool.argument, tool.name);
        return Ok(Err((INVALID_PARAMS, why.into())));
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
