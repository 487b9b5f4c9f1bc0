//! The words of every language inside of the program: the files of `static/words`. The widget fetches them instead.

use include_dir::{Dir, include_dir};
use serde_json::Value;

use super::words::add_language;

static FILES: Dir = include_dir!("$CARGO_MANIFEST_DIR/static/words");

/// The sections of a file whose words are in tables, in the order in which they are added.
const SECTIONS: [&str; 3] = ["card", "inside", "comments"];

/// Adds the language of a primary subtag in lower case, where it has a file.
pub fn add(tag: &str) {
    let file = FILES.get_file(format!("{tag}.json")).and_then(|file| file.contents_utf8());
    let Some(text) = file else { return };
    let words: Value = serde_json::from_str(text).expect("a test reads all of these files");
    let sections = SECTIONS.map(|section| lines(&words[section]).join("\n"));
    add_language([tag, "\0", &sections.join("\0")].concat());
}

/// The words of a section or a list as lines; a plural is one.
fn lines(words: &Value) -> Vec<String> {
    match words {
        Value::String(word) => vec![word.clone()],
        Value::Array(list) => list.iter().flat_map(lines).collect(),
        Value::Object(plural) if plural.contains_key("other") => {
            let forms = plural.iter().filter_map(|(name, form)| Some([name, "=", form.as_str()?].concat()));
            vec![forms.collect::<Vec<_>>().join("|")]
        }
        Value::Object(fields) => fields.values().flat_map(lines).collect(),
        _ => Vec::new(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::{Locale, en};
    use icu_plurals::{PluralCategory, PluralRules, PluralRulesOptions};

    const LIVE: &str = include_str!("../../static/live.js");

    /// What a template is filled with: `{0}`, `{1}`.
    fn places(text: &str) -> Vec<&str> {
        let mut places: Vec<&str> =
            ["{0}", "{1}", "{2}"].into_iter().filter(|place| text.contains(place)).collect();
        places.sort_unstable();
        places
    }

    /// CLDR's names of the categories.
    const NAMES: [&str; 6] = ["zero", "one", "two", "few", "many", "other"];

    /// The categories that whole numbers have in a language, as CLDR has them.
    fn categories(tag: &str) -> Vec<&'static str> {
        let rules = PluralRules::try_new(
            tag.parse::<icu_locale_core::Locale>().expect("a tag").into(),
            PluralRulesOptions::default(),
        );
        let rules = rules.expect("CLDR knows the language");
        let order = [
            PluralCategory::Zero,
            PluralCategory::One,
            PluralCategory::Two,
            PluralCategory::Few,
            PluralCategory::Many,
            PluralCategory::Other,
        ];
        let has =
            |category| (0..=200_u32).chain([1_000_000]).any(|count| rules.category_for(count) == category);
        order
            .into_iter()
            .zip(NAMES)
            // The last is for fractions, too, and for whatever a language adds later.
            .filter(|(category, _)| *category == PluralCategory::Other || has(*category))
            .map(|(_, name)| name)
            .collect()
    }

    fn names(object: &Value) -> Vec<&str> {
        object.as_object().map(|fields| fields.keys().map(String::as_str).collect()).unwrap_or_default()
    }

    /// What is wrong with a word, told by its path.
    fn compare(path: &str, word: &Value, english: &[&str], categories: &[&str], problems: &mut Vec<String>) {
        let mut say = |what: String| problems.push(format!("{path}: {what}"));
        match word {
            Value::Object(plural) => {
                let has: Vec<&str> = plural.keys().map(String::as_str).collect();
                if has != categories {
                    say(format!("the categories are {has:?}, not {categories:?}"));
                }
                for text in plural.values().filter_map(Value::as_str) {
                    // A category of one number need not say it.
                    if places(text).iter().any(|place| *place != "{0}") || text.is_empty() {
                        say(format!("{text:?} cannot be filled"));
                    }
                }
                if !plural.get("other").and_then(Value::as_str).is_some_and(|text| text.contains("{0}")) {
                    say("\"other\" does not say the number".to_owned());
                }
            }
            Value::Array(list) => {
                if list.len() != english.len() {
                    return say(format!("has {} entries", list.len()));
                }
                for (at, (entry, english)) in list.iter().zip(english).enumerate() {
                    compare(&format!("{path}[{at}]"), entry, &[*english], categories, problems);
                }
            }
            Value::String(text) if english.len() == 1 => {
                if text.is_empty() != english[0].is_empty() || text.contains(['\n', '|', '=']) {
                    say(format!("{text:?} stands for {:?}", english[0]));
                }
                if places(text) != places(english[0]) {
                    say(format!("{text:?} is not filled as {:?}", english[0]));
                }
            }
            other => say(format!("{other} is no word")),
        }
    }

    #[test]
    fn every_file_has_all_words_and_no_other() {
        let english = [en::CARD.fields(), en::INSIDE.fields(), en::COMMENTS.fields()];
        let mut problems = Vec::new();
        for file in FILES.files() {
            let name = file.path().display().to_string();
            let tag = name.strip_suffix(".json").expect("a JSON file");
            let words: Value = serde_json::from_str(file.contents_utf8().expect("UTF-8"))
                .unwrap_or_else(|why| panic!("{name}: {why}"));
            assert_eq!(names(&words), ["card", "inside", "comments", "failures"], "{name}");
            let categories = categories(tag);
            for (section, english) in SECTIONS.iter().zip(&english) {
                let is: Vec<&str> = names(&words[section]);
                let wanted: Vec<&str> = english.iter().map(|(name, _)| *name).collect();
                problems.extend(
                    wanted
                        .iter()
                        .filter(|each| !is.contains(each))
                        .map(|each| format!("{name}: {section}.{each} is missing")),
                );
                problems.extend(
                    is.iter()
                        .filter(|each| !wanted.contains(each))
                        .map(|each| format!("{name}: {section}.{each} is surplus")),
                );
                if problems.is_empty() && is != wanted {
                    problems.push(format!("{name}: {section} is not in the order of src/text/en.rs"));
                }
                for (field, english) in english {
                    compare(
                        &format!("{name}: {section}.{field}"),
                        &words[section][field],
                        english,
                        &categories,
                        &mut problems,
                    );
                }
            }
        }
        assert!(problems.is_empty(), "{}", problems.join("\n"));
    }

    #[test]
    fn every_file_has_the_words_of_every_failure() {
        let own = LIVE.split_once("const WORDS = {").expect("the English ones").1;
        let own = own.split_once("\n};").expect("their end").0;
        let wanted: Vec<&str> = own
            .lines()
            .filter_map(|line| line.trim().split_once(':'))
            .map(|(name, _)| name.trim_matches('"'))
            .collect();
        assert!(wanted.contains(&"no-source") && wanted.contains(&"retry"), "{wanted:?}");
        for file in FILES.files() {
            let words: Value = serde_json::from_slice(file.contents()).expect("JSON");
            assert_eq!(names(&words["failures"]), wanted, "{}", file.path().display());
            assert!(
                words["failures"]
                    .as_object()
                    .expect("words")
                    .values()
                    .all(|word| word.as_str().is_some_and(|word| !word.is_empty()))
            );
        }
    }

    #[test]
    fn the_widget_knows_of_every_file() {
        let list =
            LIVE.split_once("const LANGUAGES = \"").expect("the list").1.split_once('"').expect("its end").0;
        let mut files: Vec<String> =
            FILES.files().map(|file| file.path().with_extension("").display().to_string()).collect();
        files.sort();
        assert_eq!(list, files.join(" "), "static/live.js");
    }

    #[test]
    fn counts_have_the_words_of_their_category() {
        for (tag, count, words) in [
            ("en", 0, "0 claims"),
            ("en-GB", 1, "1 claim"),
            ("es-MX", 1, "1 afirmación"),
            ("es", 2, "2 afirmaciones"),
            ("nl", 2, "2 claims"),
        ] {
            let locale = Locale::new(tag);
            assert_eq!(locale.words.claims.count(&locale, count), words, "{tag} {count}");
        }
    }

    #[test]
    fn tags_find_their_words() {
        for (tag, own) in [
            ("ES", "es"),
            ("es_MX", "es"),
            ("es-419", "es"),
            ("", "en"),
            ("nl", "en"),
            ("constructor", "en"),
            ("est", "en"),
        ] {
            assert_eq!(Locale::new(tag).words_tag(), own, "{tag}");
        }
    }
}
