//! One block of the article. It renders again only where its marks change.

use yew::prelude::*;

use crate::article::BlockKind;

/// The id of the list that says what uses the words that the pointer or the focus is on.
pub const USED_BY_ID: &str = "used-by";

/// A run of the block's text, as it is shown.
#[derive(Clone, PartialEq)]
pub struct Run {
    /// Its words.
    pub words: AttrValue,
    /// The paths of what uses it, apart by spaces; empty where nothing does.
    pub users: AttrValue,
    /// What the mark looks like: the kinds of its users, apart by spaces.
    pub kinds: AttrValue,
    /// The pointer or the focus is on a user of it.
    pub is_pointed: bool,
    /// It is chosen.
    pub is_chosen: bool,
    /// It is the one that the tabulator key leads to.
    pub is_stop: bool,
}

/// What a [`BlockView`] is given.
#[derive(Clone, PartialEq, Properties)]
pub struct BlockProps {
    /// Its index.
    pub at: usize,
    /// What it is.
    pub kind: BlockKind,
    /// Its text, cut into runs.
    pub runs: Vec<Run>,
}

/// One block.
#[component]
pub fn BlockView(props: &BlockProps) -> Html {
    let runs: Html = props.runs.iter().map(run).collect();
    let at = props.at.to_string();
    match props.kind {
        // The desk's own headings go down to the third level: the article's begin below.
        BlockKind::Heading(level) => {
            html! { <@{format!("h{}", (level + 2).min(6))} class={format!("block heading-{level}")} dir="auto" data-block={at}>{ runs }</@> }
        }
        BlockKind::Paragraph => html! { <p class="block" dir="auto" data-block={at}>{ runs }</p> },
        BlockKind::ListItem => html! { <p class="block item" dir="auto" data-block={at}>{ runs }</p> },
        BlockKind::Quotation => html! { <p class="block quotation" dir="auto" data-block={at}>{ runs }</p> },
    }
}

fn run(run: &Run) -> Html {
    let chosen = run.is_chosen.then_some("chosen");
    if run.users.is_empty() {
        return if run.is_chosen {
            html! { <span class="chosen">{ &run.words }</span> }
        } else {
            html! { { &run.words } }
        };
    }
    let classes = classes!("mark", run.kinds.to_string(), chosen, run.is_pointed.then_some("pointed"));
    html! {
        <span class={classes} role="button" tabindex={if run.is_stop { "0" } else { "-1" }} data-users={&run.users} aria-describedby={USED_BY_ID}>{ &run.words }</span>
    }
}
