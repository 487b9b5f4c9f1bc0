//! The JSON-LD of a card, held against schema.org's own list of types and properties: the definitions
//! in the npm package `schema-dts`, which are generated from schema.org, pending terms included.

use std::collections::{BTreeMap, BTreeSet};
use std::path::PathBuf;

use serde_json::{Value, json};
use summary_card_card::{Card, JsonLdOptions, json_ld};

const FIXTURE: &str = include_str!("../fixtures/bridge.json");

fn graph(card: &Card, options: JsonLdOptions<'_>) -> Value {
    let text = json_ld(card, options);
    assert!(!text.contains('<'), "{text}");
    let value: Value = serde_json::from_str(&text).unwrap();
    assert_eq!(value["@context"], "https://schema.org");
    value["@graph"].clone()
}

fn fixture() -> Card {
    serde_json::from_str(FIXTURE).unwrap()
}

fn of_type<'a>(graph: &'a Value, kind: &str) -> Vec<&'a Value> {
    graph.as_array().unwrap().iter().filter(|node| node["@type"] == kind).collect()
}

#[test]
fn the_card_in_the_terms_of_schema_org() {
    let graph = graph(
        &fixture(),
        JsonLdOptions { page: Some("https://news.example/old-bridge?x=1#top"), article: None },
    );
    assert_eq!(
        of_type(&graph, "Claim")[1],
        &json!({
            "@type": "Claim",
            "@id": "https://news.example/old-bridge?x=1#bridge.closing",
            "text": "The bridge should be closed to cars.",
            "author": [{ "@id": "_:actor-mayor" }],
            "inLanguage": "en",
            "appearance": [{ "@id": "https://news.example/old-bridge" }],
            "isBasedOn": [{
                "@type": "Quotation",
                "text": "It is time to close the bridge to cars",
                "isPartOf": [{ "@id": "https://news.example/old-bridge" }],
                "spokenByCharacter": [{ "@id": "_:actor-mayor" }],
            }],
        })
    );
    // The article's own words are nobody's speech.
    assert_eq!(of_type(&graph, "Claim")[0]["isBasedOn"][0]["spokenByCharacter"], Value::Null);
    // The mayor is against one claim, the residents are divided on another, the council says nothing.
    assert_eq!(of_type(&graph, "DisagreeAction").len(), 1);
    assert_eq!(of_type(&graph, "AssessAction")[0]["agent"], json!({ "@id": "_:actor-residents" }));
    assert_eq!(of_type(&graph, "AssessAction")[0]["subjectOf"].as_array().unwrap().len(), 2);
    assert_eq!(of_type(&graph, "AgreeAction").len(), 0);
    assert_eq!(
        of_type(&graph, "Statement")[2],
        &json!({
            "@type": "Statement",
            "text": "What the repairs could cost is disputed.",
            "inLanguage": "en",
            "isBasedOn": [{ "@id": "https://news.example/old-bridge?x=1#bridge.cost" }],
        })
    );
    assert_eq!(of_type(&graph, "Person").len(), 3);
    let text = graph.to_string();
    for never in ["NewsArticle", "\"Comment\"", "Close it.", "ClaimReview"] {
        assert!(!text.contains(never), "{never}");
    }
}

#[test]
fn a_review_is_a_claim_review_only_on_its_own_site() {
    let elsewhere = graph(&fixture(), JsonLdOptions { page: Some("https://news.example/"), article: None });
    assert_eq!(of_type(&elsewhere, "ClaimReview").len(), 0);
    assert_eq!(of_type(&elsewhere, "Claim")[0]["subjectOf"][0]["url"], "https://check.example/bridge");
    let home = JsonLdOptions { page: Some("https://CHECK.example:443/today"), article: None };
    let at_home = graph(&fixture(), home);
    assert_eq!(of_type(&at_home, "Claim")[0]["subjectOf"], Value::Null);
    let review = of_type(&at_home, "ClaimReview")[0];
    assert_eq!(review["reviewRating"], json!({ "@type": "Rating", "alternateName": "Lacks context" }));
    assert_eq!(review["claimReviewed"], "Repairs could cost 1.2 million.");
    assert_eq!(review["author"]["name"], "Example Fact Check");
    assert_eq!(review["itemReviewed"]["@id"], "https://CHECK.example:443/today#bridge.cost");
    // Without a name, or without a conclusion, nobody's review is claimed.
    for field in ["name", "rating"] {
        let mut card = fixture();
        let review = card.claims[0].review.as_mut().unwrap();
        match field {
            "name" => review.author.name = " ".into(),
            _ => review.review_rating.alternate_name = String::new(),
        }
        assert_eq!(of_type(&graph(&card, home), "ClaimReview").len(), 0, "{field}");
    }
}

#[test]
fn what_cannot_be_shown_is_left_out() {
    let mut card = fixture();
    card.url = Some("javascript:alert(1)".into());
    card.actors[0].same_as = vec!["javascript:alert(2)".into()];
    card.claims[0].appearance[0].url = Some("data:,x".into());
    card.claims[0].review.as_mut().unwrap().url = "javascript:alert(3)".into();
    card.claims[0].author.push("nobody".into());
    card.stances[0].reasons.clear();
    card.stances[2].target = "nothing".into();
    card.summary[0].claims.clear();
    card.summary[1].claims = vec!["nothing".into()];
    let graph = graph(&card, JsonLdOptions { page: Some("javascript:alert(4)"), article: None });
    let text = graph.to_string();
    assert!(!text.contains("alert") && !text.contains("data:") && !text.contains("nobody"), "{text}");
    assert_eq!(of_type(&graph, "DisagreeAction").len() + of_type(&graph, "AssessAction").len(), 0);
    assert_eq!(of_type(&graph, "Statement").len(), 1);
    assert_eq!(of_type(&graph, "Claim")[0]["@id"], "_:claim-cost");
    assert_eq!(of_type(&graph, "Claim")[0]["isBasedOn"][0]["isPartOf"], Value::Null);
}

#[test]
fn who_is_not_named_is_nobody_in_particular() {
    let mut card = fixture();
    card.actors[3].same_as = vec!["https://a.example/".into()];
    let graph = graph(&card, JsonLdOptions::default());
    let engineer = graph.as_array().unwrap().iter().find(|node| node["@id"] == "_:actor-engineer").unwrap();
    assert_eq!(engineer["sameAs"], Value::Null);
    assert_eq!(engineer["disambiguatingDescription"], "not named in the article");
}

#[test]
fn the_page_can_say_what_it_calls_the_article() {
    let options = JsonLdOptions { page: None, article: Some("#article") };
    assert_eq!(
        of_type(&graph(&fixture(), options), "Claim")[1]["appearance"],
        json!([{ "@id": "#article" }])
    );
}

#[test]
fn every_type_and_property_is_schema_orgs() {
    let schema_org = SchemaOrg::load();
    let mut cards = vec![fixture()];
    for entry in std::fs::read_dir(concat!(env!("CARGO_MANIFEST_DIR"), "/../../static/cards")).unwrap() {
        let path = entry.unwrap().path();
        if path.extension().is_some_and(|extension| extension == "json") {
            cards.push(summary_card_card::parse(&std::fs::read_to_string(path).unwrap()).unwrap());
        }
    }
    assert!(cards.len() > 1);
    for card in &cards {
        for page in [None, Some("https://news.example/story"), Some("https://check.example/")] {
            let graph =
                graph(card, JsonLdOptions { page, article: Some("https://news.example/story#article") });
            assert_eq!(schema_org.mistakes(&graph), [""; 0], "{}", card.id);
        }
    }
}

/// The test above can fail.
#[test]
fn what_is_not_schema_orgs_is_noticed() {
    let schema_org = SchemaOrg::load();
    for (node, says) in [
        (json!({ "@type": "Stance" }), "no type Stance"),
        (json!({ "@type": "Claim", "verdict": "true" }), "Claim has no property verdict"),
        (json!({ "@type": "Person", "text": "x" }), "Person has no property text"),
        (json!({ "@type": "Claim", "author": { "@type": "Rating" } }), "Claim.author cannot be a Rating"),
        (
            json!({ "@type": "Quotation", "spokenByCharacter": "x" }),
            "Quotation.spokenByCharacter cannot be a text",
        ),
        (
            json!({ "@type": "AgreeAction", "agent": [{ "@id": "_:c" }] }),
            "AgreeAction.agent cannot be a Claim",
        ),
        (
            json!({ "@type": "AgreeAction", "agent": { "@id": "_:x" } }),
            "AgreeAction.agent refers to nothing: _:x",
        ),
    ] {
        let graph = json!([node, { "@type": "Claim", "@id": "_:c" }]);
        assert_eq!(schema_org.mistakes(&graph), [says]);
    }
}

/// What schema.org defines, read from its TypeScript declarations.
#[derive(Default)]
struct SchemaOrg {
    /// For each interface: those it extends.
    parents: BTreeMap<String, Vec<String>>,
    /// For each interface: its own properties and the types of their values.
    properties: BTreeMap<String, BTreeMap<String, Vec<String>>>,
    /// For each type: the types that are a kind of it.
    unions: BTreeMap<String, Vec<String>>,
}

impl SchemaOrg {
    fn load() -> Self {
        let npm = std::env::var_os("SUMMARY_CARD_NPM").map_or_else(
            || PathBuf::from(concat!(env!("CARGO_MANIFEST_DIR"), "/../../target/tools/npm")),
            PathBuf::from,
        );
        let file = npm.join("node_modules/schema-dts/dist/schema.d.ts");
        let text = std::fs::read_to_string(&file)
            .unwrap_or_else(|error| panic!("{}: {error}. `cargo xtask test` sets it up", file.display()));
        Self::read(&text)
    }

    fn read(text: &str) -> Self {
        let mut all = Self::default();
        let mut current = String::new();
        for line in text.lines() {
            let line = line.strip_prefix("export ").unwrap_or(line);
            if let Some(rest) = line.strip_prefix("interface ") {
                let (head, _) = rest.split_once('{').unwrap();
                let (name, parents) = head.split_once(" extends ").unwrap_or((head, ""));
                name.trim().clone_into(&mut current);
                all.parents.insert(current.clone(), list(parents, ','));
                all.properties.entry(current.clone()).or_default();
            } else if let Some((name, union)) =
                line.strip_prefix("type ").and_then(|rest| rest.split_once(" = "))
            {
                all.unions.insert(name.to_owned(), list(union.trim_end_matches(';'), '|'));
            } else if let Some(rest) = line.strip_prefix("    \"")
                && let Some((name, value)) = rest.split_once("\"?: SchemaValue<")
            {
                let types = value.rsplit_once(", \"").unwrap().0;
                all.properties.get_mut(&current).unwrap().insert(name.to_owned(), list(types, '|'));
            }
        }
        assert!(all.unions.len() > 800, "schema.org has more types than {}", all.unions.len());
        all
    }

    fn mistakes(&self, graph: &Value) -> Vec<String> {
        let nodes = graph.as_array().unwrap();
        let types: BTreeMap<&str, &str> =
            nodes.iter().filter_map(|node| Some((node["@id"].as_str()?, node["@type"].as_str()?))).collect();
        let mut mistakes = Vec::new();
        for node in nodes {
            self.node(node, &types, &mut mistakes);
        }
        mistakes
    }

    fn node(&self, node: &Value, types: &BTreeMap<&str, &str>, mistakes: &mut Vec<String>) {
        let kind = node["@type"].as_str().unwrap_or_default();
        let leaf = format!("{kind}Leaf");
        if !self.properties.contains_key(&leaf) {
            mistakes.push(format!("no type {kind}"));
            return;
        }
        for (name, value) in node.as_object().unwrap().iter().filter(|(name, _)| !name.starts_with('@')) {
            let Some(expected) = self.expected(&leaf, name) else {
                mistakes.push(format!("{kind} has no property {name}"));
                continue;
            };
            let values = value.as_array().map_or_else(|| std::slice::from_ref(value), Vec::as_slice);
            for value in values {
                self.value(&format!("{kind}.{name}"), value, &expected, types, mistakes);
            }
        }
    }

    fn value(
        &self,
        place: &str,
        value: &Value,
        expected: &BTreeSet<String>,
        types: &BTreeMap<&str, &str>,
        mistakes: &mut Vec<String>,
    ) {
        if value.is_string() {
            if !["Text", "URL", "Date", "DateTime"].iter().any(|plain| expected.contains(*plain)) {
                mistakes.push(format!("{place} cannot be a text"));
            }
            return;
        }
        let kind = match (value["@type"].as_str(), value["@id"].as_str()) {
            (Some(kind), _) => {
                self.node(value, types, mistakes);
                kind
            }
            (None, Some(id)) => match types.get(id) {
                Some(kind) => kind,
                // The article is described elsewhere; what is local to the card must be in the card.
                None if id.starts_with("_:") || id.contains("#bridge.") => {
                    mistakes.push(format!("{place} refers to nothing: {id}"));
                    return;
                }
                None => "NewsArticle",
            },
            _ => "",
        };
        if !expected.contains(&format!("{kind}Leaf")) {
            mistakes.push(format!("{place} cannot be a {kind}"));
        }
    }

    /// The types that a property's value may have, with everything that is a kind of them; `None` where
    /// the interface has no such property.
    fn expected(&self, interface: &str, property: &str) -> Option<BTreeSet<String>> {
        if let Some(types) = self.properties.get(interface).and_then(|all| all.get(property)) {
            let mut all = BTreeSet::new();
            for name in types {
                self.kinds(name, &mut all);
            }
            return Some(all);
        }
        self.parents.get(interface)?.iter().find_map(|parent| self.expected(parent, property))
    }

    fn kinds(&self, name: &str, all: &mut BTreeSet<String>) {
        if all.insert(name.to_owned()) {
            for kind in self.unions.get(name).into_iter().flatten() {
                self.kinds(kind, all);
            }
        }
    }
}

fn list(text: &str, separator: char) -> Vec<String> {
    text.split(separator).map(|part| part.trim().to_owned()).filter(|part| !part.is_empty()).collect()
}
