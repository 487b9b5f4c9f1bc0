//! The card on somebody else's page.

use crate::harness::{Reply, Site, browser, dist_files};

/// A page of another origin that embeds a card from `site` as the README says.
fn foreign_page(site: &Site) -> String {
    let card_file = dist_files("cards", "json").remove(0);
    format!(
        r#"<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Another host</title>
        <script type="module" src="{}"></script></head>
        <body><main><h1>Another host</h1><summary-card src="{}"></summary-card></main></body></html>"#,
        site.url("/embed.js"),
        site.url(&card_file)
    )
}

#[tokio::test]
async fn a_page_of_another_origin_embeds_a_card() {
    browser(|page| async move {
        let (cards, news) = (Site::dist(), Site::empty());
        cards.allow_other_origins();
        news.set("/story.html", Reply::html(foreign_page(&cards)));
        page.open(&news, "/story.html").await;
        page.all_cards_ready().await;
        assert!(!page.card(0).await.text().await.trim().is_empty());
        page.assert_quiet().await;
    })
    .await;
}
