//! The contract in the forms that editors and other tools read.

use super::VERSION;
use super::contract::{Attribute, Contract, CssProperty, Named};
use serde_json::{Map, Value, json};

/// Each file's name in the package, and what is in it.
pub fn files(contract: &Contract) -> [(&'static str, Value); 4] {
    [
        ("custom-elements.json", manifest(contract)),
        ("vscode.html-custom-data.json", html_data(contract)),
        ("vscode.css-custom-data.json", css_data(contract)),
        ("web-types.json", web_types(contract)),
    ]
}

/// The [custom elements manifest](https://github.com/webcomponents/custom-elements-manifest), version 2.1.
fn manifest(contract: &Contract) -> Value {
    let attributes = contract.attributes.iter().map(|each| {
        let mut value = json!({
            "name": each.name,
            "description": each.description,
            "type": { "text": each.type_text() },
        });
        set_default(&mut value, each);
        value
    });
    let properties = contract.properties.iter().map(|each| {
        json!({
            "kind": "field",
            "name": each.name,
            "description": each.description,
            "type": { "text": each.kind },
            "readonly": true,
        })
    });
    let methods = contract.methods.iter().map(|each| {
        let parameters: Vec<Value> = each
            .parameters
            .iter()
            .map(|one| json!({ "name": one.name, "type": { "text": one.kind } }))
            .collect();
        json!({
            "kind": "method",
            "name": each.name,
            "description": each.description,
            "parameters": parameters,
            "return": { "type": { "text": each.returns } },
        })
    });
    let events = contract.events.iter().map(|each| {
        let cancelled = if each.cancelable { " Can be cancelled." } else { "" };
        json!({
            "name": each.name,
            "description": format!("{}{cancelled} `detail` is `{}`.", each.description, each.detail),
            "type": { "text": format!("CustomEvent<{}>", each.detail) },
        })
    });
    let mut declaration = json!({
        "kind": "class",
        "customElement": true,
        "tagName": contract.element,
        "name": contract.class,
        "description": description(contract),
        "superclass": { "name": "HTMLElement" },
        "attributes": attributes.collect::<Vec<_>>(),
        "members": properties.chain(methods).collect::<Vec<_>>(),
        "events": events.collect::<Vec<_>>(),
        "slots": named(&contract.slots),
        "cssParts": named(&contract.css_parts),
    });
    declaration["cssProperties"] = contract.css_properties.iter().map(css_property).collect();
    let path = "embed.js";
    json!({
        "schemaVersion": "2.1.0",
        "readme": "README.md",
        "modules": [{
            "kind": "javascript-module",
            "path": path,
            "declarations": [declaration],
            "exports": [
                { "kind": "js", "name": contract.class, "declaration": { "name": contract.class, "module": path } },
                {
                    "kind": "custom-element-definition",
                    "name": contract.element,
                    "declaration": { "name": contract.class, "module": path },
                },
            ],
        }],
    })
}

/// What the element is, and what can fail: the manifest has no place of its own for that.
fn description(contract: &Contract) -> String {
    let codes: Vec<String> =
        contract.error_codes.iter().map(|each| format!("- `{}`: {}", each.name, each.description)).collect();
    format!("{}\n\nWhat `code` of a failure can be:\n\n{}", contract.description, codes.join("\n"))
}

fn css_property(each: &CssProperty) -> Value {
    let mut value = json!({ "name": each.name, "description": each.description, "default": each.default });
    if let Some(syntax) = &each.syntax {
        value["syntax"] = json!(syntax);
    }
    value
}

fn named(list: &[Named]) -> Value {
    list.iter().map(|each| json!({ "name": each.name, "description": each.description })).collect()
}

fn set_default(value: &mut Value, attribute: &Attribute) {
    if !attribute.default.is_empty() {
        value["default"] = json!(format!("\"{}\"", attribute.default));
    }
}

fn values(attribute: &Attribute) -> Value {
    attribute.values.iter().map(|value| json!({ "name": value })).collect()
}

/// In the words of a description for VS Code.
fn markdown(text: &str) -> Value {
    json!({ "kind": "markdown", "value": text })
}

/// For `html.customData` of VS Code.
fn html_data(contract: &Contract) -> Value {
    let attributes: Vec<Value> = contract
        .attributes
        .iter()
        .map(|each| {
            let mut value = json!({ "name": each.name, "description": markdown(&each.description) });
            if !each.values.is_empty() {
                value["values"] = values(each);
            }
            value
        })
        .collect();
    json!({
        "version": 1.1,
        "tags": [{
            "name": contract.element,
            "description": markdown(&contract.description),
            "attributes": attributes,
        }],
    })
}

/// For `css.customData` of VS Code.
fn css_data(contract: &Contract) -> Value {
    let properties: Vec<Value> = contract
        .css_properties
        .iter()
        .map(|each| json!({ "name": each.name, "description": markdown(&each.description) }))
        .collect();
    json!({ "version": 1.1, "properties": properties })
}

/// [Web-types](https://github.com/JetBrains/web-types), which the editors of `JetBrains` find by `package.json`.
fn web_types(contract: &Contract) -> Value {
    let attributes: Vec<Value> = contract
        .attributes
        .iter()
        .map(|each| {
            let mut value = Map::new();
            value.insert("type".to_owned(), json!(each.type_text()));
            let mut attribute = json!({ "name": each.name, "description": each.description, "value": value });
            set_default(&mut attribute, each);
            attribute
        })
        .collect();
    let properties: Vec<Value> = contract
        .properties
        .iter()
        .map(|each| {
            json!({ "name": each.name, "description": each.description, "type": each.kind, "read-only": true })
        })
        .collect();
    let events: Vec<Value> = contract
        .events
        .iter()
        .map(|each| json!({ "name": each.name, "description": each.description }))
        .collect();
    let css_properties: Vec<Value> = contract
        .css_properties
        .iter()
        .map(|each| json!({ "name": each.name, "description": each.description }))
        .collect();
    json!({
        "$schema": "https://json.schemastore.org/web-types",
        "name": contract.element,
        "version": VERSION,
        "description-markup": "markdown",
        "contributions": {
            "html": {
                "elements": [{
                    "name": contract.element,
                    "description": contract.description,
                    "attributes": attributes,
                    "slots": named(&contract.slots),
                    "js": { "properties": properties, "events": events },
                    "css": { "properties": css_properties, "parts": named(&contract.css_parts) },
                }],
            },
        },
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::package::contract;

    /// The names in a list of the result.
    fn names(list: &Value) -> Vec<&str> {
        list.as_array().expect("a list").iter().filter_map(|each| each["name"].as_str()).collect()
    }

    #[test]
    fn every_form_has_every_name_of_the_contract() {
        let contract = contract::read().expect("it can be read");
        let attributes: Vec<&str> = contract.attributes.iter().map(|each| &*each.name).collect();
        let events: Vec<&str> = contract.events.iter().map(|each| &*each.name).collect();
        let colours: Vec<&str> = contract.css_properties.iter().map(|each| &*each.name).collect();
        let parts: Vec<&str> = contract.css_parts.iter().map(|each| &*each.name).collect();
        let manifest = manifest(&contract);
        let class = &manifest["modules"][0]["declarations"][0];
        assert_eq!(names(&class["attributes"]), attributes);
        assert_eq!(names(&class["events"]), events);
        assert_eq!(names(&class["members"]), ["ready", "load", "openClaim"]);
        assert_eq!(names(&class["cssProperties"]), colours);
        assert_eq!(names(&class["cssParts"]), parts);
        for code in &contract.error_codes {
            assert!(class["description"].as_str().is_some_and(|text| text.contains(&code.name)));
        }
        assert_eq!(names(&html_data(&contract)["tags"][0]["attributes"]), attributes);
        assert_eq!(names(&css_data(&contract)["properties"]), colours);
        let types = web_types(&contract);
        let element = &types["contributions"]["html"]["elements"][0];
        assert_eq!(names(&element["attributes"]), attributes);
        assert_eq!(names(&element["js"]["events"]), events);
        assert_eq!(names(&element["css"]["properties"]), colours);
        assert_eq!(names(&element["css"]["parts"]), parts);
    }

    #[test]
    fn an_attribute_of_some_values_has_them_as_its_type_and_the_first_as_its_default() {
        let contract = contract::read().expect("it can be read");
        let class = &manifest(&contract)["modules"][0]["declarations"][0];
        let attributes = class["attributes"].as_array().expect("a list");
        let theme = attributes.iter().find(|each| each["name"] == "theme").expect("it has one");
        assert_eq!(theme["type"]["text"], r#""auto" | "light" | "dark""#);
        assert_eq!(theme["default"], r#""auto""#);
    }
}
