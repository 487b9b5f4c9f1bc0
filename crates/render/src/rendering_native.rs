//! Natively, where a thread waits for it.

use card::Card;
use tokio::runtime::Builder;
use tokio::task::LocalSet;

use super::{Options, html};

/// The card as HTML: one `<summary-card>` element.
pub fn render(card: &Card, options: &Options) -> String {
    // A thread of its own: who calls may be within an async program, and that cannot wait for another one.
    let rendered = std::thread::scope(|scope| scope.spawn(|| block_on(card, options)).join());
    rendered.unwrap_or_else(|panic| std::panic::resume_unwind(panic))
}

fn block_on(card: &Card, options: &Options) -> String {
    // Without timers or input and output there is nothing that can fail to start.
    let runtime = Builder::new_current_thread().build().expect("a runtime that waits for nothing");
    LocalSet::new().block_on(&runtime, html(card, options))
}
