//! In a browser, where nothing can wait for what is still to come.

use card::Card;

use super::{Options, html};

/// The card as HTML: one `<summary-card>` element.
pub async fn render(card: &Card, options: &Options) -> String {
    html(card, options).await
}
