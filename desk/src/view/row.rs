//! One entry in a list. It renders again only where its own words change.

use yew::prelude::*;

use crate::state::Action;
use crate::text::Strings;

/// What a [`Row`] is given: words and numbers alone, so that it is quickly known whether they are the same.
#[derive(Clone, PartialEq, Properties)]
pub struct RowProps {
    /// The interface's words.
    pub words: &'static Strings,
    /// The entry's path.
    pub path: AttrValue,
    /// Its number, from 1; 0 where it is the only one.
    pub number: usize,
    /// Its words.
    pub title: AttrValue,
    /// What is said about it.
    pub note: AttrValue,
    /// The language of its words.
    pub lang: Option<AttrValue>,
    /// What is said about it is in that language, too.
    #[prop_or_default]
    pub is_note_own: bool,
    /// Its problems, in words; empty where it has none.
    pub problems: AttrValue,
    /// One of them keeps the card from being published.
    pub has_error: bool,
    /// Its form is open.
    pub is_open: bool,
    /// Where the editor's clicks go.
    pub dispatch: Callback<Action>,
}

/// So long the pointer has to stay before the article moves, in milliseconds.
const PAUSE: u32 = 250;

/// The line that opens the entry's form.
#[component]
pub fn Row(props: &RowProps) -> Html {
    let waiting = use_mut_ref(|| None::<gloo::timers::callback::Timeout>);
    let toggle = {
        let (dispatch, path, is_open) = (props.dispatch.clone(), props.path.to_string(), props.is_open);
        Callback::from(move |_: MouseEvent| {
            dispatch.emit(Action::Open((!is_open).then(|| path.clone())));
        })
    };
    let show = {
        let (dispatch, path) = (props.dispatch.clone(), props.path.to_string());
        move || dispatch.emit(Action::LookAt(path.clone()))
    };
    let onmouseenter = {
        let (waiting, show) = (waiting.clone(), show.clone());
        Callback::from(move |_: MouseEvent| {
            *waiting.borrow_mut() = Some(gloo::timers::callback::Timeout::new(PAUSE, show.clone()));
        })
    };
    let onmouseleave = Callback::from(move |_: MouseEvent| {
        waiting.borrow_mut().take();
    });
    let onfocus = Callback::from(move |_: FocusEvent| show());
    html! {
        <button type="button" id={format!("row:{}", props.path)} class={classes!("row", props.is_open.then_some("open"))} aria-expanded={props.is_open.to_string()}
            onclick={toggle} {onmouseenter} {onmouseleave} {onfocus}>
            <span class="number">{ if props.number == 0 { String::new() } else { props.number.to_string() } }</span>
            <span class="words">
                if props.title.is_empty() {
                    <span class="title none">{ props.words.no_words }</span>
                } else {
                    <span class="title" dir="auto" lang={props.lang.clone()}>{ &props.title }</span>
                }
                if !props.note.is_empty() {
                    <span class="about" dir="auto" lang={props.lang.clone().filter(|_| props.is_note_own)}>{ &props.note }</span>
                }
            </span>
            if !props.problems.is_empty() {
                <span class={classes!("badge", props.has_error.then_some("error"))}>{ &props.problems }</span>
            }
        </button>
    }
}
