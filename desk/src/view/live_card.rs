//! The card as readers see it: the widget itself, in a shadow root with its own style sheet, so that its styles and
//! those of the desk do not meet.

use std::rc::Rc;

use card::Card;
use summary_card::settings::Comments;
use summary_card::view::SummaryCard;
use web_sys::{HtmlElement, ShadowRootInit, ShadowRootMode};
use yew::prelude::*;

use super::Same;
use super::selection::ARTICLE_ID;
use crate::state::{Action, EntryKind, entry_path};

/// What a [`LiveCard`] is given.
#[derive(Clone, PartialEq, Properties)]
pub struct LiveCardProps {
    /// The card.
    pub card: Same<Card>,
    /// The interface's language.
    pub lang: AttrValue,
    /// What stands for the headline as long as there is none: a heading without words would be none.
    pub untitled: &'static str,
    /// Where the editor's clicks go.
    pub dispatch: Callback<Action>,
}

/// The card.
#[component]
pub fn LiveCard(props: &LiveCardProps) -> Html {
    let place = use_node_ref();
    let root = use_state(|| None::<web_sys::Element>);
    {
        let (place, root) = (place.clone(), root.clone());
        use_effect_with((), move |()| {
            let made = place.cast::<HtmlElement>().and_then(|place| shadow(&place));
            root.set(made);
        });
    }
    let on_claim_toggle = {
        let (dispatch, card) = (props.dispatch.clone(), props.card.clone());
        Callback::from(move |(id, is_open): (AttrValue, bool)| {
            let at = card.claims.iter().position(|claim| *claim.id == *id);
            if let Some(at) = at.filter(|_| is_open) {
                dispatch.emit(Action::Open(Some(entry_path(EntryKind::Claim.list(), at))));
            }
        })
    };
    let shown = use_memo((props.card.clone(), props.untitled), |(card, untitled)| {
        let is_titled = !card.headline.trim().is_empty();
        if is_titled {
            Rc::clone(&card.0)
        } else {
            Rc::new(Card { headline: (*untitled).to_owned(), ..(**card).clone() })
        }
    });
    let card = root.as_ref().map(|root| {
        let selector = format!("#{ARTICLE_ID}");
        create_portal(
            html! {
                <SummaryCard card={Rc::clone(&*shown)} lang={&props.lang} article={selector} heading_level={3}
                    comments={if props.card.comments.is_empty() { Comments::Off } else { Comments::Local }}
                    {on_claim_toggle} on_comment_submit={Callback::from(|_| false)} />
            },
            root.clone(),
        )
    });
    html! {
        <>
            <div ref={place} class="live-card" key="place"></div>
            <div class="live-card-portal" key="portal">{ for card }</div>
        </>
    }
}

/// The shadow root's own element for the card. The style sheet stands beside it, outside of what Yew renders.
fn shadow(place: &HtmlElement) -> Option<web_sys::Element> {
    let page = place.owner_document()?;
    let root = match place.shadow_root() {
        Some(root) => root,
        None => place.attach_shadow(&ShadowRootInit::new(ShadowRootMode::Open)).ok()?,
    };
    let style = page.create_element("link").ok()?;
    style.set_attribute("rel", "stylesheet").ok()?;
    style.set_attribute("href", "../card.css").ok()?;
    root.append_child(&style).ok()?;
    let card = page.create_element("div").ok()?;
    root.append_child(&card).ok()?;
    Some(card)
}
