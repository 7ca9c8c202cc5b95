//! `officieel serve`: what another program is answered, and what it can't have the program do.

use serde_json::{Value, json};

use super::harness::{SMALL, fed};

/// A question, as a line.
fn call(tool: &str, arguments: &Value) -> String {
    let params = json!({ "name": tool, "arguments": arguments });
    json!({ "jsonrpc": "2.0", "id": 1, "method": "tools/call", "params": params }).to_string()
        + "\n"
}

fn answers(out: &str) -> Vec<Value> {
    out.lines().map(|line| serde_json::from_str(line).unwrap_or_default()).collect()
}

#[test]
fn a_tool_answers_as_its_command_does() {
    let question = call("show", &json!({ "organisation": "gemeente-zandmeer" }));
    let ran = fed(&["serve", "--directory", SMALL], question.as_bytes());
    let answers = answers(&ran.out);
    let content = &answers[0]["result"]["structuredContent"];
    assert_eq!(content["status"], 0, "{}", ran.shown());
    let shown = content["result"].to_string();
    assert!(shown.contains("Gemeente Zandmeer"), "{shown}");
}

#[test]
fn nothing_but_reading_is_a_tool_and_no_argument_is_an_option() {
    for (tool, arguments) in [
        ("open", json!({ "query": "knmi" })),
        ("observe", json!({ "account": "@KNMI" })),
        ("sweep", json!({})),
        ("check", json!({ "input": "-" })),
        ("check", json!({ "input": ["a"] })),
    ] {
        let ran = fed(&["serve"], call(tool, &arguments).as_bytes());
        assert_eq!(answers(&ran.out)[0]["error"]["code"], -32602, "{tool}: {}", ran.shown());
    }
    let ran = fed(&["serve"], call("check", &json!({ "input": "--table=Cargo.toml" })).as_bytes());
    assert!(!ran.out.contains("[package]"), "{}", ran.shown());
    assert_eq!(answers(&ran.out)[0]["result"]["isError"], false, "{}", ran.shown());
}

#[test]
fn an_id_comes_back_as_it_was_written() {
    for id in ["123456789012345678901234567890", "1.50", "-0", "\"a b\"", "9007199254740993"] {
        let line = format!("{{\"jsonrpc\":\"2.0\",\"id\":{id},\"method\":\"ping\"}}\n");
        let ran = fed(&["serve"], line.as_bytes());
        let expected = format!("{{\"id\":{id},\"jsonrpc\":\"2.0\",\"result\":{{}}}}\n");
        assert_eq!(ran.out, expected, "{id}");
    }
}

#[test]
fn what_can_be_read_in_two_ways_is_refused() {
    let ping = b"{\"id\":9,\"method\":\"ping\"}\n";
    for (name, line, code) in [
        ("no UTF-8", &b"{\"id\":1,\"method\":\"ping\",\"params\":\"\xff\"}\n"[..], -32700),
        ("two ids", b"{\"id\":1,\"id\":2,\"method\":\"ping\"}\n", -32600),
        ("two methods", b"{\"id\":1,\"method\":\"ping\",\"method\":\"initialize\"}\n", -32600),
        (
            "two inputs",
            b"{\"id\":1,\"method\":\"tools/call\",\"params\":{\"name\":\"check\",\"arguments\":{\"input\":\"a\",\"input\":\"b\"}}}\n",
            -32600,
        ),
    ] {
        let ran = fed(&["serve"], &[line, ping].concat());
        let answers = answers(&ran.out);
        assert_eq!(answers.len(), 2, "{name}: {}", ran.shown());
        assert_eq!(answers[0]["error"]["code"], code, "{name}: {}", ran.shown());
        assert_eq!(answers[1]["id"], 9, "{name}: {}", ran.shown());
    }
}

#[test]
fn questions_alone_come_from_standard_input() {
    for option in ["--directory", "--with"] {
        let ran = fed(&["serve", option, "-"], b"\n");
        assert_eq!((ran.status, ran.out.as_str()), (2, ""), "{option}: {}", ran.shown());
        assert!(ran.err.contains("standard input"), "{option}: {}", ran.err);
    }
}

#[test]
#[cfg(feature = "online")]
fn an_edition_on_the_web_is_asked_for_once_and_not_for_a_question() {
    // No address of one's own machine is asked, so that this goes nowhere.
    let address = "https://127.0.0.1/directory.toml";
    let key = "RWQf6LRCGA9i53mlYecO4IzT51TGPpvWucNSCh1CBM0QTaLn73Y7GFO3";
    let question = call("search", &json!({ "query": "knmi" }));
    let ran = fed(&["serve", "--directory", address, "--key", key], question.repeat(3).as_bytes());
    assert_eq!(ran.err.matches("127.0.0.1").count(), 1, "{}", ran.shown());
    let answers = answers(&ran.out);
    assert_eq!(answers.len(), 3, "{}", ran.shown());
    for answer in answers {
        assert_eq!(answer["result"]["structuredContent"]["message"], "", "{answer}");
    }
}
