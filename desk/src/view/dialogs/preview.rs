//! How the card will look in a page: a page of its own in a frame, which loads the widget as any page does. The desk
//! writes the article's words into it as text, and gives its element the card.

use js_sys::{Function, JSON, Reflect};
use serde_json::Value;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Document, Element, HtmlIFrameElement};
use yew::prelude::*;

use crate::article::{Article, BlockKind};
use crate::text::Strings;
use crate::view::Same;

/// The widths that can be tried, in pixels.
const WIDTHS: [u32; 3] = [320, 640, 1000];
/// The themes that can be tried: the element's `theme`.
const THEMES: [&str; 2] = ["light", "dark"];

/// What a [`Preview`] is given.
#[derive(Clone, PartialEq, Properties)]
pub struct PreviewProps {
    /// The interface's words.
    pub words: &'static Strings,
    /// The card.
    pub card: Same<Value>,
    /// The article.
    pub article: Option<Same<Article>>,
}

/// The frame, and the choice of its width and theme.
#[component]
pub fn Preview(props: &PreviewProps) -> Html {
    let frame = use_node_ref();
    let width = use_state(|| WIDTHS[1]);
    let theme = use_state(|| THEMES[0]);
    let loaded = use_state(|| 0_u32);
    {
        let (frame, card, article) = (frame.clone(), props.card.clone(), props.article.clone());
        let untitled = props.words.untitled;
        use_effect_with((*loaded, *theme, props.card.clone()), move |(loaded, theme, _)| {
            if *loaded > 0 {
                let page = frame.cast::<HtmlIFrameElement>().and_then(|frame| frame.content_document());
                if let Some(page) = page {
                    let _ = fill_in(&page, &card, untitled, article.as_deref(), theme);
                }
            }
        });
    }
    let onload = {
        let loaded = loaded.clone();
        Callback::from(move |_: Event| loaded.set(*loaded + 1))
    };
    let choose_width = WIDTHS.map(|each| {
        let width = width.clone();
        (each.to_string() + " px", *width == each, Callback::from(move |_: MouseEvent| width.set(each)))
    });
    let choose_theme = THEMES.iter().zip(props.words.themes).map(|(each, name)| {
        let theme = theme.clone();
        (name.to_owned(), *theme == *each, Callback::from(move |_: MouseEvent| theme.set(each)))
    });
    let button = |(name, is_pressed, onclick): (String, bool, Callback<MouseEvent>)| {
        html! { <button key={name.clone()} type="button" class="button" aria-pressed={is_pressed.to_string()} {onclick}>{ name }</button> }
    };
    html! {
        <>
            <div class="buttons">
                <span class="group" role="group" aria-label={props.words.width}>{ for choose_width.into_iter().map(button) }</span>
                <span class="group" role="group" aria-label={props.words.theme}>{ for choose_theme.map(button) }</span>
            </div>
            <div class="frame-place" tabindex="0" role="group" aria-label={props.words.preview}>
                <iframe ref={frame} src="preview.html" class={format!("preview width-{}", *width)} title={props.words.preview} {onload}></iframe>
            </div>
        </>
    }
}

/// Writes the article into the page and gives its element the card, with a word for a headline that is not there yet.
fn fill_in(
    page: &Document,
    card: &Value,
    untitled: &str,
    article: Option<&Article>,
    theme: &str,
) -> Result<(), JsValue> {
    let root = page.document_element();
    if let Some(root) = &root {
        root.set_attribute("data-theme", theme)?;
        if let Some(language) = card.get("inLanguage").and_then(Value::as_str) {
            root.set_attribute("lang", language)?;
        }
    }
    let Some(element) = page.query_selector("summary-card")? else { return Ok(()) };
    element.set_attribute("theme", theme)?;
    if let Some(place) = element.parent_element() {
        write_article(page, &place, &element, article)?;
    }
    // The element's own method: it is there once its script has run, and asks for it until then.
    let mut shown = card.clone();
    if let Some(headline) = shown.get_mut("headline").filter(|headline| *headline == "") {
        *headline = untitled.into();
    }
    let value = JSON::parse(&shown.to_string())?;
    if let Ok(load) = Reflect::get(&element, &"load".into())?.dyn_into::<Function>() {
        load.call1(&element, &value)?;
    }
    Ok(())
}

/// The headline and the opening paragraph before the card, the rest after it: all as text.
fn write_article(
    page: &Document,
    place: &Element,
    card: &Element,
    article: Option<&Article>,
) -> Result<(), JsValue> {
    let old = place.query_selector_all("[data-block]")?;
    for node in (0..old.length()).filter_map(|at| old.item(at)) {
        place.remove_child(&node)?;
    }
    let Some(article) = article else { return Ok(()) };
    let has_heading = article.blocks().iter().any(|block| matches!(block.kind, BlockKind::Heading(_)));
    let (mut is_headed, mut is_after) = (!has_heading, false);
    for block in article.blocks() {
        let name = match block.kind {
            BlockKind::Heading(level) => format!("h{}", level.clamp(1, 6)),
            BlockKind::Quotation => "blockquote".to_owned(),
            BlockKind::Paragraph | BlockKind::ListItem => "p".to_owned(),
        };
        let made = page.create_element(&name)?;
        made.set_attribute("dir", "auto")?;
        made.set_attribute("data-block", "")?;
        made.set_text_content(article.text().get(block.range.clone()));
        place.insert_before(&made, (!is_after).then_some(card))?;
        // The card stands below the opening paragraph.
        let is_heading = matches!(block.kind, BlockKind::Heading(_));
        is_after |= is_headed && !is_heading;
        is_headed |= is_heading;
    }
    Ok(())
}
