//! The reference of the card file: every type and field of its JSON Schema, with what it says and its limits.

use card::formats::{DATE_PATTERN, ID_PATTERN, LANGUAGE_PATTERN, URL_PATTERN};
use maud::{Markup, html};
use serde_json::{Map, Value};

use super::reference::with_code;
use super::{Outcome, read};

/// What a text is where the schema says nothing but that it is not blank.
const NOT_BLANK: &str = "\\S";

/// The name of the whole among the types.
const CARD: &str = "Card";

/// Every type, the card itself first.
///
/// # Errors
/// The schema cannot be read, or has what is not known here.
pub fn reference() -> Outcome<Markup> {
    let text = read("static/schema/card.v1.json")?;
    let schema: Value = serde_json::from_str(&text).map_err(|why| format!("card.v1.json: {why}"))?;
    let types = schema["$defs"].as_object().ok_or("card.v1.json has no types")?;
    let mut all = vec![type_section(CARD, &schema)?];
    for (name, schema) in types {
        all.push(type_section(name, schema)?);
    }
    Ok(html! { @for each in all { (each) } })
}

/// The names of all types, the card's first.
///
/// # Errors
/// The schema cannot be read.
pub fn names() -> Outcome<Vec<String>> {
    let text = read("static/schema/card.v1.json")?;
    let schema: Value = serde_json::from_str(&text).map_err(|why| format!("card.v1.json: {why}"))?;
    let types = schema["$defs"].as_object().into_iter().flat_map(Map::keys);
    Ok([CARD.to_owned()].into_iter().chain(types.cloned()).collect())
}

/// What links to a type lead to.
pub fn id(name: &str) -> String {
    format!("type-{}", name.to_lowercase())
}

fn type_section(name: &str, schema: &Value) -> Outcome<Markup> {
    let body = match (schema["properties"].as_object(), schema["oneOf"].as_array()) {
        (Some(fields), _) => {
            let required: Vec<&str> =
                schema["required"].as_array().into_iter().flatten().filter_map(Value::as_str).collect();
            let fields: Outcome<Vec<Markup>> = fields
                .iter()
                .map(|(field, schema)| entry(field, schema, required.contains(&&**field)))
                .collect();
            fields?
        }
        (None, Some(words)) => words.iter().map(word).collect(),
        (None, None) => return Err(format!("card.v1.json: {name} is neither an object nor a list of words")),
    };
    Ok(html! {
        section.type id=(id(name)) {
            h3 { code { (name) } }
            p { (with_code(description(schema))) }
            dl.fields { @for each in body { (each) } }
        }
    })
}

/// One field: its name and kind, what it says, and its limits.
fn entry(field: &str, schema: &Value, required: bool) -> Outcome<Markup> {
    let (kind, mut limits) = kind(schema).map_err(|why| format!("card.v1.json: {field}: {why}"))?;
    if let Some(default) = schema.get("default").map(|value| value.to_string().replace('"', "")) {
        limits.push(format!("`{default}` where it is left out"));
    }
    Ok(html! {
        div {
            dt { code { (field) } " " span.kind { (kind) } @if required { " " strong.required { "required" } } }
            dd {
                (with_code(description(schema)))
                @if !limits.is_empty() { " " span.limits { (with_code(&sentence(&limits))) } }
            }
        }
    })
}

/// One of the words that a field may hold.
fn word(schema: &Value) -> Markup {
    html! {
        div {
            dt { code { (schema["const"].as_str().unwrap_or_default()) } }
            dd { (with_code(description(schema))) }
        }
    }
}

fn description(schema: &Value) -> &str {
    schema["description"].as_str().unwrap_or_default()
}

fn sentence(limits: &[String]) -> String {
    let mut text = limits.join(", ");
    if let Some(first) = text.get(..1).map(str::to_uppercase) {
        text.replace_range(..1, &first);
    }
    text + "."
}

/// What kind of value it is, and what it may not exceed.
fn kind(schema: &Value) -> Outcome<(Markup, Vec<String>)> {
    if let Some(link) = schema["$ref"].as_str() {
        let name = link.rsplit('/').next().unwrap_or_default();
        return Ok((html! { a href={ "#" (id(name)) } { (name) } }, Vec::new()));
    }
    if let Some(all) = schema["anyOf"].as_array() {
        return any_of(all);
    }
    if let Some(value) = schema.get("const") {
        return Ok((html! { code { (value) } }, Vec::new()));
    }
    let number = |key: &str| schema[key].as_u64();
    match type_of(schema)? {
        "array" => {
            let (each, of_each) = kind(&schema["items"])?;
            let mut limits = Vec::new();
            limits.extend(number("minItems").map(|least| format!("at least {least}")));
            limits.extend(number("maxItems").map(|most| format!("at most {most}")));
            limits.extend(of_each.into_iter().map(|limit| format!("each {limit}")));
            Ok((html! { "list of " (each) }, limits))
        }
        "string" => {
            let most = number("maxLength").map(|most| format!("at most {most} characters"));
            let kind = match schema["pattern"].as_str() {
                None | Some(NOT_BLANK) => "text",
                Some(ID_PATTERN) => "id",
                Some(DATE_PATTERN) => "date",
                Some(LANGUAGE_PATTERN) => "language tag",
                Some(URL_PATTERN) => "address",
                Some(other) => return Err(format!("no words for the pattern {other}")),
            };
            Ok((html! { (kind) }, most.into_iter().collect()))
        }
        "integer" => Ok((html! { "whole number" }, Vec::new())),
        other => Err(format!("no words for the type {other}")),
    }
}

/// One of several kinds. `null` is as good as left out.
fn any_of(all: &[Value]) -> Outcome<(Markup, Vec<String>)> {
    let (mut kinds, mut limits) = (Vec::new(), Vec::new());
    for each in all.iter().filter(|each| each["type"] != "null") {
        let (kind, own) = kind(each)?;
        kinds.push(kind);
        limits.extend(own);
    }
    let kinds = html! { @for (at, kind) in kinds.iter().enumerate() { @if at > 0 { " or " } (kind) } };
    Ok((kinds, limits))
}

/// The type, without the `null` of what may be left out.
fn type_of(schema: &Value) -> Outcome<&str> {
    let types = schema["type"].as_array().map_or_else(|| vec![&schema["type"]], |all| all.iter().collect());
    let mut types = types.into_iter().filter_map(Value::as_str).filter(|each| *each != "null");
    match (types.next(), types.next()) {
        (Some(one), None) => Ok(one),
        _ => Err(format!("no words for the type {}", schema["type"])),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    fn schema() -> Value {
        serde_json::from_str(&read("static/schema/card.v1.json").expect("it is there")).expect("it is JSON")
    }

    #[test]
    fn every_type_and_field_is_there_with_what_it_says() {
        let html = reference().expect("it can be made").into_string();
        let schema = schema();
        let types = schema["$defs"].as_object().expect("types").values();
        let mut fields = 0;
        for each in [&schema].into_iter().chain(types) {
            assert!(html.contains(&with_code(description(each)).into_string()), "{}", description(each));
            for (name, field) in each["properties"].as_object().into_iter().flatten() {
                assert!(html.contains(&format!("<dt><code>{name}</code>")), "{name}");
                assert!(html.contains(&with_code(description(field)).into_string()), "{name}");
                assert!(!description(field).is_empty(), "{name} says nothing");
                fields += 1;
            }
            for word in each["oneOf"].as_array().into_iter().flatten() {
                assert!(
                    html.contains(&format!(
                        "<dt><code>{}</code></dt>",
                        word["const"].as_str().expect("a word")
                    ))
                );
            }
        }
        assert!(fields > 50, "{fields}");
        for name in names().expect("it is there") {
            assert!(html.contains(&format!("id=\"{}\"", id(&name))), "{name}");
        }
    }

    #[test]
    fn limits_defaults_and_what_is_required_are_said() {
        let html = reference().expect("it can be made").into_string();
        for part in [
            "<code>headline</code> <span class=\"kind\">text</span> <strong class=\"required\">required</strong>",
            "<span class=\"limits\">At most 300 characters.</span>",
            "<span class=\"kind\">list of text or <a href=\"#type-point\">Point</a></span>",
            "At least 1, at most 10, each at most 2000 characters.",
            "<code>named</code> where it is left out",
            "<span class=\"kind\">date</span>",
            "<span class=\"kind\"><a href=\"#type-status\">Status</a></span>",
        ] {
            assert!(html.contains(part), "{part}");
        }
    }

    /// A keyword of JSON Schema that is new in the file would be passed over here.
    #[test]
    fn nothing_in_the_schema_is_passed_over() {
        fn keywords(schema: &Value, all: &mut BTreeSet<String>) {
            let Some(object) = schema.as_object() else { return };
            for (key, value) in object {
                all.insert(key.clone());
                match key.as_str() {
                    "properties" | "$defs" => {
                        value.as_object().into_iter().flatten().for_each(|(_, each)| keywords(each, all));
                    }
                    "items" => keywords(value, all),
                    "anyOf" | "oneOf" => {
                        value.as_array().into_iter().flatten().for_each(|each| keywords(each, all));
                    }
                    _ => {}
                }
            }
        }
        const KNOWN: [&str; 21] = [
            "$defs",
            "$id",
            "$ref",
            "$schema",
            "additionalProperties",
            "anyOf",
            "const",
            "default",
            "description",
            "format",
            "items",
            "maxItems",
            "maxLength",
            "minItems",
            "minLength",
            "minimum",
            "oneOf",
            "pattern",
            "properties",
            "required",
            "type",
        ];
        let mut all = BTreeSet::new();
        keywords(&schema(), &mut all);
        all.remove("title");
        assert_eq!(all, KNOWN.iter().map(|key| (*key).to_owned()).collect());
    }
}
