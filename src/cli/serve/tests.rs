use std::io::BufReader;

use proptest::prelude::*;

use super::*;
use crate::words::Language;

/// What is answered to an input, a line each.
fn answers(input: &[u8]) -> Vec<String> {
    let line = ["officieel", "--directory", "tests/fixtures/small.toml", "serve"];
    let shared = Arguments::read(line.map(OsString::from).to_vec(), Language::En).unwrap().shared;
    let (mut out, mut err) = (Vec::new(), Vec::new());
    let mut cx = Context {
        out: &mut out,
        err: &mut err,
        styled: false,
        words: Language::En.words(),
        language: Language::En,
        today: "2026-11-21".parse().unwrap(),
    };
    converse(&mut BufReader::new(input), &shared, &mut cx).unwrap();
    let text = String::from_utf8(out).unwrap();
    assert!(text.is_empty() || text.ends_with('\n'));
    text.lines().map(str::to_owned).collect()
}

#[test]
fn every_tool_is_a_command_with_json() {
    for tool in TOOLS {
        let line = ["officieel", tool.name, "--json", "--", "x"].map(OsString::from).to_vec();
        let read = Arguments::read(line, Language::En);
        assert!(read.is_ok(), "{}", tool.name);
    }
}

#[test]
fn a_version_that_is_spoken_is_agreed_on_and_else_the_latest() {
    for (asked, told) in [
        ("\"2024-11-05\"", "2024-11-05"),
        ("\"2025-06-18\"", "2025-06-18"),
        ("\"2025-03-26\"", "2025-06-18"),
        ("\"1999-01-01\"", "2025-06-18"),
        ("\"2999-01-01\"", "2025-06-18"),
        ("\"nonsense\"", "2025-06-18"),
        ("3", "2025-06-18"),
    ] {
        let line = format!(
            "{{\"id\":1,\"method\":\"initialize\",\"params\":{{\"protocolVersion\":{asked}}}}}"
        );
        let answer: Value = serde_json::from_str(&answers(line.as_bytes())[0]).unwrap();
        assert_eq!(answer["result"]["protocolVersion"], told, "{asked}");
    }
}

#[test]
fn an_argument_that_is_wrong_is_named() {
    for tool in TOOLS {
        for (given, why) in [
            (json!({}), "is missing"),
            (json!({ "other": "a" }), "is missing"),
            (json!({ (tool.argument): 3 }), "must be a text"),
            (json!({ (tool.argument): null }), "must be a text"),
            (json!({ (tool.argument): " " }), "is empty"),
            (json!({ (tool.argument): " - " }), "can't be a dash alone"),
        ] {
            let params = json!({ "name": tool.name, "arguments": given });
            let line = json!({ "id": 1, "method": "tools/call", "params": params }).to_string();
            let answer: Value = serde_json::from_str(&answers(line.as_bytes())[0]).unwrap();
            let told = answer["error"]["message"].as_str().unwrap();
            let expected = format!("the argument \"{}\" of {} {why}", tool.argument, tool.name);
            assert_eq!((&answer["error"]["code"], told), (&(-32602).into(), &*expected), "{given}");
        }
    }
    let answer = answers(b"{\"id\":1,\"method\":\"tools/call\",\"params\":{\"name\":\"open\"}}");
    assert!(answer[0].contains("there are check, search, show, channels"), "{}", answer[0]);
}

/// Any JSON, of which some is nearly a question.
fn any_json() -> impl Strategy<Value = Value> {
    let key = "(id|method|params|name|arguments|input|query|jsonrpc|result|[a-z]{0,3})";
    let leaf = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
        any::<i64>().prop_map(Value::from),
        any::<f64>().prop_map(Value::from),
        "(initialize|ping|tools/list|tools/call|check|search|2\\.0|\\PC{0,12})"
            .prop_map(Value::from),
    ];
    leaf.prop_recursive(4, 24, 5, move |inner| {
        prop_oneof![
            proptest::collection::vec(inner.clone(), 0..4).prop_map(Value::from),
            proptest::collection::vec((key, inner), 0..5)
                .prop_map(|all| Value::Object(all.into_iter().collect())),
        ]
    })
}

/// A line: any bytes, any JSON, a piece of it, or a question.
fn any_line() -> impl Strategy<Value = Vec<u8>> {
    let method = "(initialize|ping|tools/list|tools/call|notifications/x|\\PC{0,8})";
    let question = (any_json(), method, any_json()).prop_map(|(id, method, params)| {
        json!({ "id": id, "method": method, "params": params }).to_string().into_bytes()
    });
    prop_oneof![
        proptest::collection::vec(any::<u8>(), 0..40),
        any_json().prop_map(|it| it.to_string().into_bytes()),
        (any_json(), any::<proptest::sample::Index>()).prop_map(|(it, at)| {
            let text = it.to_string().into_bytes();
            text[..at.index(text.len() + 1)].to_vec()
        }),
        question,
    ]
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn whatever_comes_in_each_line_has_one_answer_at_most(
        lines in proptest::collection::vec(any_line(), 0..6)
    ) {
        let input = lines.join(&b'\n');
        let sent = input.split(|byte| *byte == b'\n').filter(|it| !it.trim_ascii().is_empty());
        let found = answers(&input);
        prop_assert!(found.len() <= sent.count(), "{:?}", found);
        for answer in found {
            let read: Value = serde_json::from_str(&answer).unwrap();
            let is_one = read.get("result").is_some() != read.get("error").is_some();
            prop_assert!(is_one && read.get("id").is_some(), "{}", answer);
            prop_assert_eq!(&read["jsonrpc"], "2.0");
        }
    }
}
