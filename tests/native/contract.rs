//! `static/contract.json`, of which descriptions for editors are made, against the README, the types and the style sheet.

use crate::readme::{between, part, quoted, read, set, table};
use serde_json::Value;
use std::collections::BTreeSet;

fn contract() -> Value {
    serde_json::from_str(&read("static/contract.json")).expect("it is JSON")
}

/// One text of each entry of a list.
fn all(list: &Value, field: &str) -> Vec<String> {
    let entries = list.as_array().expect("a list").iter();
    entries
        .map(|each| each[field].as_str().unwrap_or_else(|| panic!("{each} has no {field}")).to_owned())
        .collect()
}

/// The first column of a table of the README, in its order, without what stands in brackets after a name.
fn told(first: &str) -> Vec<String> {
    let name = |cell: &str| cell.trim_matches('`').split('(').next().unwrap_or_default().to_owned();
    table(first).into_iter().map(|row| name(&row[0])).collect()
}

#[test]
fn every_name_is_the_readme_s_in_its_order() {
    let contract = contract();
    assert_eq!(all(&contract["attributes"], "name"), told("attribute"));
    let mut members = all(&contract["properties"], "name");
    members.extend(all(&contract["methods"], "name"));
    assert_eq!(members, told("member"));
    assert_eq!(all(&contract["events"], "name"), told("event"));
    assert_eq!(all(&contract["errorCodes"], "name"), told("`code`"));
    assert_eq!(all(&contract["cssProperties"], "name"), told("custom property"));
    assert_eq!(all(&contract["cssParts"], "name"), told("part"));
}

#[test]
fn values_and_defaults_are_the_readme_s() {
    let contract = contract();
    for (attribute, row) in contract["attributes"].as_array().expect("a list").iter().zip(table("attribute"))
    {
        let values: Vec<&str> =
            attribute["values"].as_array().into_iter().flatten().filter_map(Value::as_str).collect();
        let default = attribute["default"].as_str().expect("a text");
        if values.is_empty() {
            // Of any text the README gives the default, or says what it depends on.
            assert!(default.is_empty() || quoted(&row[1], '`') == [default], "{attribute}: {row:?}");
        } else {
            assert_eq!(quoted(&row[1], '`'), values, "{row:?}");
            assert_eq!(default, values[0], "{attribute}");
        }
    }
}

#[test]
fn details_and_what_can_be_cancelled_are_the_readme_s() {
    let contract = contract();
    for (event, row) in contract["events"].as_array().expect("a list").iter().zip(table("event")) {
        let detail = event["detail"].as_str().expect("a text");
        let fields: Vec<&str> = detail
            .trim_matches(['{', '}', ' '])
            .split(';')
            .filter_map(|field| Some(field.split_once(':')?.0.trim()))
            .collect();
        assert_eq!(row[1].trim_matches('`'), format!("{{{}}}", fields.join(", ")), "{event}");
        assert_eq!(event["cancelable"], row[2].contains("preventDefault"), "{row:?}");
    }
}

#[test]
fn the_types_have_the_same_attributes_members_and_events() {
    let (contract, types) = (contract(), read("static/embed.d.ts"));
    let attributes = part(&types, "interface SummaryCardAttributes {\n", "\n}");
    let lines: Vec<&str> =
        attributes.lines().map(str::trim).filter(|line| !line.starts_with("/**")).collect();
    let list = contract["attributes"].as_array().expect("a list");
    assert_eq!(lines.len(), list.len());
    for (line, attribute) in lines.iter().zip(list) {
        let (name, kind) =
            line.trim_end_matches(';').split_once("?: ").expect("every attribute may be absent");
        assert_eq!(name.trim_matches('"'), attribute["name"], "{line}");
        match attribute["type"].as_str() {
            Some(text) => assert_eq!(kind, text, "{line}"),
            None => assert_eq!(
                quoted(kind, '"'),
                attribute["values"]
                    .as_array()
                    .expect("values")
                    .iter()
                    .filter_map(Value::as_str)
                    .collect::<Vec<_>>(),
                "{line}"
            ),
        }
    }
    for event in contract["events"].as_array().expect("a list") {
        let line = format!("{}: CustomEvent<{}>;", event["name"], event["detail"].as_str().expect("a text"));
        assert!(types.contains(&line), "embed.d.ts has no {line}");
    }
    let class = contract["class"].as_str().expect("a text");
    let element = part(&types, &format!("export class {class} extends HTMLElement {{\n"), "\n}");
    for method in contract["methods"].as_array().expect("a list") {
        let parameters: Vec<String> = method["parameters"]
            .as_array()
            .expect("a list")
            .iter()
            .map(|each| format!("{}: {}", each["name"], each["type"]).replace('"', ""))
            .collect();
        // What it is of, the class itself is called `this` there.
        let returns = method["returns"].as_str().expect("a text").replace(class, "this");
        let line = format!("{}({}): {returns};", method["name"], parameters.join(", ")).replace('"', "");
        assert!(element.contains(&line), "the class has no {line}");
    }
}

/// What a style sheet falls back on where a page sets nothing.
#[test]
fn the_defaults_of_the_custom_properties_are_the_style_sheet_s() {
    let sources = read("static/card.css") + &read("src/page/highlight.rs");
    for property in contract()["cssProperties"].as_array().expect("a list") {
        let (name, default) = (property["name"].as_str(), property["default"].as_str());
        let (name, default) = (name.expect("a name"), default.expect("a default"));
        let fallbacks: BTreeSet<String> =
            between(&sources, &format!("var({name},"), ";").into_iter().map(fallback).collect();
        assert_eq!(fallbacks, set([default]), "{name}");
    }
}

/// What stands before the bracket that closes `var(`.
fn fallback(rest: &str) -> String {
    let mut depth = 0;
    let end = rest.find(|letter| {
        match letter {
            '(' => depth += 1,
            ')' => depth -= 1,
            _ => {}
        }
        depth < 0
    });
    rest[..end.unwrap_or(rest.len())].trim().to_owned()
}
