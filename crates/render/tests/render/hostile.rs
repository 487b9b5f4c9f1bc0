//! Whatever stands in a card file, it stays text.

use std::collections::BTreeMap;

use card::Card;
use scraper::Html;
use serde_json::Value;
use summary_card_render::{Options, render};

use super::{EVERY_FIELD, parse, texts};

const HOSTILE: &str = "</script></template><img src=x onerror=alert(1)>]]><!--\"'`&amp;\u{2028}\u{2029}\u{202e}\u{2066}<script>alert(2)</script></summary-card>";

/// The same for what cannot be so long.
const SHORT: &str = "\"></script><!--<img>\u{2028}";

/// Fields that hold an id.
const IDS: [&str; 7] = ["id", "author", "actor", "target", "claims", "about", "parentItem"];

/// Other fields that are short.
const SHORT_ONES: [&str; 5] = ["inLanguage", "datePublished", "dateModified", "prefix", "suffix"];

/// Fields whose words are fixed, and the one without which a comment is none.
const WORDS: [&str; 8] =
    ["type", "anonymity", "label", "status", "claimType", "attribution", "position", "dateCreated"];

/// The same card file with hostile text in every string.
fn hostile(value: &mut Value, key: &str) {
    match value {
        Value::String(text) if ["url", "sameAs"].contains(&key) => text.push_str(HOSTILE),
        Value::String(text) if IDS.contains(&key) => *text = [SHORT, text].concat(),
        Value::String(text) if SHORT_ONES.contains(&key) => SHORT.clone_into(text),
        Value::String(text) if !WORDS.contains(&key) => *text = [HOSTILE, text].concat(),
        Value::Array(all) => all.iter_mut().for_each(|each| hostile(each, key)),
        Value::Object(fields) => fields.iter_mut().for_each(|(key, each)| hostile(each, key)),
        _ => {}
    }
}

/// How often each element and each name of an attribute is there.
fn census(page: &Html) -> BTreeMap<String, usize> {
    let mut counts = BTreeMap::new();
    for element in page.root_element().descendent_elements() {
        *counts.entry(element.value().name().to_owned()).or_default() += 1;
        for (name, _) in element.value().attrs() {
            *counts.entry(format!("{}[{name}]", element.value().name())).or_default() += 1;
        }
    }
    counts
}

#[test]
fn no_text_becomes_markup() {
    let good: Value = serde_json::from_str(EVERY_FIELD).unwrap();
    let mut bad = good.clone();
    hostile(&mut bad, "");
    let [good, bad]: [Card; 2] = [good, bad].map(|value| card::parse(&value.to_string()).unwrap());
    // Two ends of a line part two paragraphs of a comment.
    let mut good = good;
    good.comments.iter_mut().for_each(|comment| comment.text.insert_str(0, "One.\u{2028}\u{2029}"));
    assert!(bad.claims[0].text.starts_with(HOSTILE) && bad.id.starts_with(SHORT));
    let attributes = ["lang", "sections", "headline", "on<x", "data-\"", "é"]
        .map(|name| (name.to_owned(), HOSTILE.to_owned()));
    for light in [false, true] {
        let plain = Options {
            light,
            attributes: attributes[..3].to_vec(),
            headings: vec![(9, "x".into())],
            ..Options::default()
        };
        let options = Options {
            light,
            inline_style: false,
            attributes: attributes.to_vec(),
            base: HOSTILE.into(),
            article: Some(HOSTILE.into()),
            page: Some(HOSTILE.into()),
            headings: vec![(9, HOSTILE.into())],
        };
        let (benign, page) = (parse(&render(&good, &plain)), parse(&render(&bad, &options)));
        let (allowed, found) = (census(&benign), census(&page));
        assert!(allowed["details"] > 3 && allowed["script"] == 2, "{allowed:?}");
        let more: Vec<_> =
            found.iter().filter(|(what, count)| **count > *allowed.get(*what).unwrap_or(&0)).collect();
        assert!(more.is_empty(), "{more:?}");
        assert_eq!(found["script"], 2);
        assert!(texts(&page, "summary").iter().any(|text| text.contains(HOSTILE)), "the text itself is read");
        let [data, json_ld] = &*texts(&page, "script") else { panic!("two scripts") };
        assert_eq!(card::parse(data).unwrap(), Card { schema: None, ..bad.clone() });
        let _: Value = serde_json::from_str(json_ld).unwrap();
        for script in [data, json_ld] {
            assert!(!script.contains(['<', '>', '&', '\u{2028}', '\u{2029}']), "{script}");
        }
    }
}
