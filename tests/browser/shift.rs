//! Nothing on the article page moves while its card comes, however late its parts are.

use std::time::Duration;

use summary_card_render::article::Article;
use summary_card_render::{Options, card, render};

use crate::harness::{Need, Page, Reply, Site, browser_with, part};
use crate::pages::{dist_page, with_card};

/// Brings the card to the top of the window as soon as it is there, and tells what moved, and by how much.
const WATCH: &str = "
    document.addEventListener('DOMContentLoaded', () => {
      scrollTo(0, document.querySelector('summary-card').getBoundingClientRect().top + scrollY - 100);
    });
    window.__shifts = [];
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries())
        window.__shifts.push([entry.value.toFixed(4), Math.round(entry.startTime), ...entry.sources.slice(0, 3).map(({ node, previousRect, currentRect }) =>
          `${node?.nodeName}.${node?.className} ${Math.round(previousRect.top)}+${Math.round(previousRect.height)} > ${Math.round(currentRect.top)}+${Math.round(currentRect.height)}`)].join(' | '));
    }).observe({ type: 'layout-shift', buffered: true });
";

/// The article page where each part of the card comes late.
fn slow() -> Site {
    let site = Site::dist();
    site.run_first(WATCH);
    site.set("/card.css", Reply::file().delay(Duration::from_millis(300)));
    site.set("/cards/cartel-strategy.json", Reply::file().delay(Duration::from_millis(500)));
    site.hold(&part("summary-card_bg.wasm"));
    site
}

/// How much has moved once the live card is there, and what.
async fn shift(page: &Page, site: &Site, (width, height): (u32, u32)) -> (f64, Vec<String>) {
    page.viewport(width, height).await;
    page.open(site, "/index.html").await;
    tokio::time::sleep(Duration::from_millis(1200)).await;
    site.let_go(&part("summary-card_bg.wasm"));
    page.event("ready").await;
    tokio::time::sleep(Duration::from_millis(500)).await;
    (page.layout_shift().await, page.js("return window.__shifts").await)
}

const SCREENS: [(u32, u32); 2] = [(1280, 800), (500, 844)];

#[tokio::test]
async fn of_the_prerendered_page() {
    browser_with(Need::Measures, |page| async move {
        for screen in SCREENS {
            let (moved, what) = shift(&page, &slow(), screen).await;
            assert!(moved < 0.001, "{screen:?}: {moved} {what:#?}");
        }
    })
    .await;
}

/// Where a content security policy does not allow the style sheet in the HTML: a link to it in the page's head.
#[tokio::test]
async fn of_a_prerendered_page_that_links_the_style_sheet_in_its_head() {
    browser_with(Need::Measures, |page| async move {
        for screen in SCREENS {
            let site = slow();
            let html = dist_page();
            let options = Options {
                attributes: vec![("src".into(), "cards/cartel-strategy.json".into())],
                ..Options::default().beside(&Article::Page(html.clone()), "cartel-strategy.json")
            };
            let file = include_str!("../../static/cards/cartel-strategy.json");
            let card = render(&card::parse(file).expect("it is a card"), &options);
            let head = r#"<link rel="stylesheet" href="card.css"></head>"#;
            site.set("/index.html", Reply::html(with_card(&html, &card).replacen("</head>", head, 1)));
            let (moved, what) = shift(&page, &site, screen).await;
            assert!(moved < 0.001, "{screen:?}: {moved} {what:#?}");
        }
    })
    .await;
}

#[tokio::test]
async fn of_a_page_with_the_element_alone() {
    browser_with(Need::Measures, |page| async move {
        for screen in SCREENS {
            let site = slow();
            let element = r#"<summary-card src="cards/cartel-strategy.json"><p>The card.</p></summary-card>"#;
            // As the README says: room until embed.js is there, which goes on keeping it.
            let room =
                "<style>summary-card:not(:defined) { display: block; min-block-size: 40rem; }</style></head>";
            site.set(
                "/index.html",
                Reply::html(with_card(&dist_page(), element).replacen("</head>", room, 1)),
            );
            let (moved, what) = shift(&page, &site, screen).await;
            assert!(moved <= 0.02, "{screen:?}: {moved} {what:#?}");
        }
    })
    .await;
}
