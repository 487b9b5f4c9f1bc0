//! An entry is dragged by its grip, and dropped before or after another one of its list. A line shows where.

use wasm_bindgen::JsCast;
use web_sys::{DataTransfer, Element};
use yew::prelude::*;

use super::Ctx;
use crate::state::{Action, EntryKind, entry_path};

/// The attribute of the row that the entry would come before or after. It is not the state's: it is gone with the drag.
const PLACE: &str = "data-drop";

/// What a row listens to.
pub struct Drag {
    /// Of its grip: it is taken.
    pub start: Callback<DragEvent>,
    /// Another one is over it.
    pub over: Callback<DragEvent>,
    /// It is not any more.
    pub leave: Callback<DragEvent>,
    /// It is dropped there.
    pub drop: Callback<DragEvent>,
}

impl Drag {
    /// For the entry of a kind at an index of its list.
    pub fn of(ctx: &Ctx, kind: EntryKind, at: usize) -> Self {
        let list = kind.list();
        // While something is dragged a page sees the kinds of the data alone: the list is told by its kind.
        let data_kind = format!("application/x-summary-card-{list}");
        let start = {
            let data_kind = data_kind.clone();
            Callback::from(move |event: DragEvent| {
                if let Some(data) = event.data_transfer() {
                    let _ = data.set_data(&data_kind, &at.to_string());
                    data.set_effect_allowed("move");
                    if let Some(row) = row(&event) {
                        data.set_drag_image(&row, 12, 12);
                    }
                }
            })
        };
        let over = {
            let data_kind = data_kind.clone();
            Callback::from(move |event: DragEvent| {
                let Some(row) = row(&event).filter(|_| holds(&event, &data_kind)) else { return };
                event.prevent_default();
                let _ = row.set_attribute(PLACE, if is_after(&event, &row) { "after" } else { "before" });
            })
        };
        let leave = Callback::from(|event: DragEvent| {
            let Some(row) = row(&event) else { return };
            let to = event.related_target().and_then(|to| to.dyn_into::<web_sys::Node>().ok());
            if !row.contains(to.as_ref()) {
                let _ = row.remove_attribute(PLACE);
            }
        });
        let dispatch = ctx.dispatch.clone();
        let drop = Callback::from(move |event: DragEvent| {
            let Some(row) = row(&event).filter(|_| holds(&event, &data_kind)) else { return };
            event.prevent_default();
            let _ = row.remove_attribute(PLACE);
            let from = event.data_transfer().and_then(|data| data.get_data(&data_kind).ok());
            let Some(from) = from.and_then(|from| from.parse::<usize>().ok()) else { return };
            let before = at + usize::from(is_after(&event, &row));
            // Without the entry itself, what comes after it is one place further up.
            let to = before - usize::from(from < before);
            dispatch.emit(Action::Move { path: entry_path(list, from), to });
        });
        Self { start, over, leave, drop }
    }
}

fn holds(event: &DragEvent, kind: &str) -> bool {
    event.data_transfer().is_some_and(|data: DataTransfer| data.types().includes(&kind.into(), 0))
}

fn row(event: &DragEvent) -> Option<Element> {
    event.target_dyn_into::<Element>()?.closest(".rows > li").ok().flatten()
}

/// Whether the pointer is in the lower half.
fn is_after(event: &DragEvent, row: &Element) -> bool {
    let place = row.get_bounding_client_rect();
    f64::from(event.client_y()) > place.top() + place.height() / 2.0
}
