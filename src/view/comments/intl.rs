//! What the browser's `Intl` knows of times and characters.

use std::cell::OnceCell;

use js_sys::{Object, Reflect};
use wasm_bindgen::prelude::*;

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(js_name = Date)]
    type Moment;
    #[wasm_bindgen(constructor, js_class = "Date")]
    fn new(iso: &str) -> Moment;

    // `catch`: a malformed tag throws a RangeError.
    #[wasm_bindgen(js_namespace = Intl)]
    type RelativeTimeFormat;
    #[wasm_bindgen(catch, constructor, js_namespace = Intl)]
    fn new(tag: &str, options: &Object) -> Result<RelativeTimeFormat, JsValue>;
    #[wasm_bindgen(method, catch, js_name = format)]
    fn words(this: &RelativeTimeFormat, count: i32, unit: &str) -> Result<String, JsValue>;

    #[wasm_bindgen(js_namespace = Intl)]
    type DateTimeFormat;
    #[wasm_bindgen(catch, constructor, js_namespace = Intl)]
    fn new(tag: &str, options: &Object) -> Result<DateTimeFormat, JsValue>;
    #[wasm_bindgen(method, catch, js_name = format)]
    fn words(this: &DateTimeFormat, moment: &Moment) -> Result<String, JsValue>;

    #[wasm_bindgen(js_namespace = Intl)]
    type Segmenter;
    #[wasm_bindgen(catch, constructor, js_namespace = Intl)]
    fn new(tag: &str) -> Result<Segmenter, JsValue>;
    #[wasm_bindgen(method)]
    fn segment(this: &Segmenter, text: &str) -> Segments;
    type Segments;
    #[wasm_bindgen(method)]
    fn containing(this: &Segments, place: u32) -> JsValue;
}

/// The formatters of one language, each made when it is first needed; `None` where the browser does not take the tag
/// for a language.
#[derive(Default)]
pub struct Formats {
    relative: OnceCell<Option<RelativeTimeFormat>>,
    exact: OnceCell<Option<DateTimeFormat>>,
    segmenter: OnceCell<Option<Segmenter>>,
}

impl Formats {
    /// Those that say nothing of characters: each browser knows them in its own way, and what is rendered without a script
    /// is the same from all.
    pub fn without_characters() -> Self {
        Self { segmenter: OnceCell::from(None), ..Self::default() }
    }

    /// "3 hours ago", "yesterday".
    pub fn ago(&self, tag: &str, count: i32, unit: &str) -> Option<String> {
        let format = self.relative.get_or_init(|| {
            // "yesterday" rather than "1 day ago".
            RelativeTimeFormat::new(tag, &options(&[("numeric", "auto")])).ok()
        });
        format.as_ref()?.words(count, unit).ok()
    }

    /// A moment with its date and time.
    pub fn exact(&self, tag: &str, iso: &str) -> Option<String> {
        let format = self.exact.get_or_init(|| {
            DateTimeFormat::new(tag, &options(&[("dateStyle", "medium"), ("timeStyle", "short")])).ok()
        });
        format.as_ref()?.words(&Moment::new(iso)).ok()
    }

    /// The first character as a reader sees it, with its marks and all that is joined to it.
    pub fn first_character(&self, tag: &str, text: &str) -> Option<String> {
        let segmenter = self.segmenter.get_or_init(|| Segmenter::new(tag).ok()).as_ref()?;
        let first = segmenter.segment(text).containing(0);
        Reflect::get(&first, &"segment".into()).ok()?.as_string()
    }
}

fn options(fields: &[(&str, &str)]) -> Object {
    let options = Object::new();
    for (name, value) in fields {
        let _ = Reflect::set(&options, &(*name).into(), &(*value).into());
    }
    options
}
