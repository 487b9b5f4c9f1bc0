//! What takes long to render, and is not what the editor looks for first.

use std::cell::RefCell;
use std::rc::Rc;

use gloo::render::request_animation_frame;
use gloo::timers::callback::Timeout;
use yew::prelude::*;

/// What [`OnceDrawn`] is given.
#[derive(Clone, PartialEq, Properties)]
pub struct OnceDrawnProps {
    /// The class of the element that holds it.
    pub class: &'static str,
    /// What comes later.
    pub children: Html,
}

/// An empty element at first. What it holds comes when the browser has drawn what is around it: lists of some hundred
/// choices take as long as an answer to the editor may.
#[component]
pub fn OnceDrawn(props: &OnceDrawnProps) -> Html {
    let is_drawn = use_state(|| false);
    {
        let is_drawn = is_drawn.clone();
        use_effect_with((), move |()| {
            let timeout = Rc::new(RefCell::new(None));
            let after = Rc::clone(&timeout);
            // Called before the frame is drawn, hence the timeout.
            let frame = request_animation_frame(move |_| {
                after.replace(Some(Timeout::new(0, move || is_drawn.set(true))));
            });
            move || drop((frame, timeout))
        });
    }
    html! {
        <div class={props.class}>
            if *is_drawn {
                { props.children.clone() }
            }
        </div>
    }
}
