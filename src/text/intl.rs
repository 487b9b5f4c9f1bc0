//! Dates, numbers and lower case as the reader's language writes them: the browser's own `Intl`.

use std::cell::OnceCell;

use js_sys::{Object, Reflect};
use wasm_bindgen::prelude::*;

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(js_name = Date)]
    type Day;
    #[wasm_bindgen(constructor, js_class = "Date")]
    fn new(iso: &str) -> Day;

    // `catch`: a malformed tag or an invalid date throws a RangeError.
    #[wasm_bindgen(js_namespace = Intl)]
    type DateTimeFormat;
    #[wasm_bindgen(catch, constructor, js_namespace = Intl)]
    fn new(tag: &str, options: &Object) -> Result<DateTimeFormat, JsValue>;
    #[wasm_bindgen(method, catch, js_name = format)]
    fn words(this: &DateTimeFormat, day: &Day) -> Result<String, JsValue>;

    #[wasm_bindgen(catch, js_namespace = Intl, js_name = getCanonicalLocales)]
    fn canonical_locales(tag: &str) -> Result<JsValue, JsValue>;

    #[wasm_bindgen(js_namespace = Intl)]
    type NumberFormat;
    #[wasm_bindgen(catch, constructor, js_namespace = Intl)]
    fn new(tag: &str) -> Result<NumberFormat, JsValue>;
    #[wasm_bindgen(method, js_name = format)]
    fn words(this: &NumberFormat, count: f64) -> String;

    #[wasm_bindgen(js_namespace = Intl)]
    type PluralRules;
    #[wasm_bindgen(catch, constructor, js_namespace = Intl)]
    fn new(tag: &str) -> Result<PluralRules, JsValue>;
    #[wasm_bindgen(method)]
    fn select(this: &PluralRules, count: f64) -> String;
}

/// The formatters of one language, each made when it is first needed; `None` where the browser does not take
/// the tag for a language.
#[derive(Default)]
pub struct Formats {
    date: OnceCell<Option<DateTimeFormat>>,
    day: OnceCell<Option<DateTimeFormat>>,
    number: OnceCell<Option<NumberFormat>>,
}

impl Formats {
    /// A date in words; `None` for what is no date.
    pub fn date(&self, tag: &str, iso: &str) -> Option<String> {
        // A date without a time is a calendar day, the same one in every time zone.
        let is_day = iso.len() <= 10;
        let format = if is_day { &self.day } else { &self.date };
        let format = format.get_or_init(|| {
            let options = Object::new();
            let set = |key: &str, value: &str| Reflect::set(&options, &key.into(), &value.into());
            set("dateStyle", "long").ok()?;
            if is_day {
                set("timeZone", "UTC").ok()?;
            }
            DateTimeFormat::new(tag, &options).ok()
        });
        format.as_ref()?.words(&Day::new(iso)).ok()
    }

    /// A whole number with the language's digits and separators.
    pub fn number(&self, tag: &str, count: usize) -> Option<String> {
        self.number
            .get_or_init(|| NumberFormat::new(tag).ok())
            .as_ref()
            .map(|format| format.words(float(count)))
    }
}

/// CLDR's name for how a language speaks of so many: `one`, `other`; empty on a page that has taken `Intl` away.
pub fn category(tag: &str, count: usize) -> String {
    PluralRules::new(tag).map(|rules| rules.select(float(count))).unwrap_or_default()
}

#[allow(clippy::cast_precision_loss, reason = "counts on a page are far below 2^53")]
fn float(count: usize) -> f64 {
    count as f64
}

/// The text in lower case. The browser has its own tables for this: ours would be 4 KB more to load.
pub fn lower_case(text: &str) -> String {
    js_sys::JsString::from(text).to_lower_case().into()
}

/// Whether a text is in another. The browser finds it, too: ours would be another kilobyte.
pub fn is_within(part: &str, text: &str) -> bool {
    js_sys::JsString::from(text).includes(part, 0)
}

/// The text in capital letters.
pub fn upper_case(text: &str) -> String {
    js_sys::JsString::from(text).to_upper_case().into()
}

/// Whether a language tag is one that `Intl` takes.
pub fn is_tag(tag: &str) -> bool {
    canonical_locales(tag).is_ok()
}
