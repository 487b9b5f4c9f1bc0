//! The one table of what the element promises: `static/contract.json`. `tests/native/contract.rs` holds it to the README,
//! the types and the style sheet; here descriptions for editors are made of it.

use crate::Outcome;
use crate::paths::root;
use serde::Deserialize;

/// All of the table.
#[derive(Debug, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Contract {
    /// The name of the element.
    pub element: String,
    /// The name of its class.
    pub class: String,
    /// What it is.
    pub description: String,
    /// In the order of the README.
    pub attributes: Vec<Attribute>,
    /// What scripts read.
    pub properties: Vec<Property>,
    /// What scripts call.
    pub methods: Vec<Method>,
    /// All bubble and are composed.
    pub events: Vec<Event>,
    /// What `code` of a failure can be.
    pub error_codes: Vec<Named>,
    /// What the element may have in it; the one without a name is its content.
    pub slots: Vec<Named>,
    /// What a style sheet sets.
    pub css_properties: Vec<CssProperty>,
    /// What a style sheet reaches with `::part()`.
    pub css_parts: Vec<Named>,
}

/// A thing that has a name and nothing else to say of it.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Named {
    /// What it is called.
    pub name: String,
    /// What it is, in Markdown.
    pub description: String,
}

/// An attribute: any text of a type, or one of some values.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Attribute {
    /// What it is called.
    pub name: String,
    /// A type of TypeScript, where there are no `values`.
    #[serde(rename = "type")]
    pub kind: Option<String>,
    /// The values that it knows, the default first.
    #[serde(default)]
    pub values: Vec<String>,
    /// What it is where it is absent; empty where that depends on the page.
    pub default: String,
    /// What it does, in Markdown.
    pub description: String,
}

impl Attribute {
    /// Its type, as TypeScript has it.
    pub fn type_text(&self) -> String {
        let values: Vec<String> = self.values.iter().map(|value| format!("\"{value}\"")).collect();
        self.kind.clone().unwrap_or_else(|| values.join(" | "))
    }
}

/// A property that can be read.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Property {
    /// What it is called.
    pub name: String,
    /// A type of TypeScript.
    #[serde(rename = "type")]
    pub kind: String,
    /// What it is, in Markdown.
    pub description: String,
}

/// A method.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Method {
    /// What it is called.
    pub name: String,
    /// What it takes.
    pub parameters: Vec<Parameter>,
    /// A type of TypeScript.
    pub returns: String,
    /// What it does, in Markdown.
    pub description: String,
}

/// What a method takes.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Parameter {
    /// What it is called.
    pub name: String,
    /// A type of TypeScript.
    #[serde(rename = "type")]
    pub kind: String,
}

/// An event.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Event {
    /// Its type.
    pub name: String,
    /// The type of its `detail`, as TypeScript has it.
    pub detail: String,
    /// Whether `preventDefault()` does anything.
    pub cancelable: bool,
    /// When it comes, in Markdown.
    pub description: String,
}

/// A custom property of CSS.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CssProperty {
    /// What it is called.
    pub name: String,
    /// What it takes, in the words of `@property`; none where those have no word for it.
    pub syntax: Option<String>,
    /// What is taken where it is not set.
    pub default: String,
    /// What it sets, in Markdown.
    pub description: String,
}

/// Reads the table.
pub fn read() -> Outcome<Contract> {
    let path = root().join("static/contract.json");
    let failed = |why: &dyn std::fmt::Display| format!("{}: {why}", path.display());
    let text = std::fs::read_to_string(&path).map_err(|why| failed(&why))?;
    serde_json::from_str(&text).map_err(|why| failed(&why))
}
