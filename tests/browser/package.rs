//! What is published, in use: `cargo xtask test package` makes it and what is built with it, and runs these.

mod nginx;

use crate::harness::{Page, Reply, Site, browser, part};
use crate::newsroom::{FILE, STORY, bridge};
use std::path::Path;

const VERSION: &str = env!("CARGO_PKG_VERSION");

/// The npm package as it was installed.
const INSTALLED: &str = "target/package/apps/node_modules/summary-card";

const FIRST: &str = "The bridge closes in March.*";

/// A card that comes live, and all of it: what is in a claim, a passage in the article, the comments, another language.
async fn assert_whole(page: &Page) {
    page.all_cards_ready().await;
    let card = page.card(0).await;
    card.click("button", FIRST).await;
    card.click("button", "Show it in the article").await;
    assert_eq!(page.event("quote-show").await.detail["found"], true);
    page.open_everything().await;
    card.find("textbox", "Comment*").await;
    let (): () = page.js("card().lang = 'es'; return null").await;
    card.says("Mostrarla").await;
    page.assert_quiet().await;
}

/// Both pages of a framework: the one that the browser renders, and the one that the server has.
async fn built_with(framework: &'static str) {
    browser(move |page| async move {
        let site = Site::folder(&format!("target/package/apps/out/{framework}"));
        for path in ["/index.html", "/server.html"] {
            page.open(&site, path).await;
            page.all_cards_ready().await;
            // The card has one, too.
            let status = "return document.querySelector('main > [role=status]').textContent === 'live'";
            page.until_js("the framework's listener", status).await;
            assert_whole(&page).await;
        }
        // The bundler has given the files other names, so that nothing was found by chance.
        let asked = site.requests();
        for name in ["comments-", "article-", "es-", "card-"] {
            let start = format!("/assets/{name}");
            assert!(asked.iter().any(|path| path.starts_with(&start)), "no {start}: {asked:?}");
        }
    })
    .await;
}

#[tokio::test]
#[ignore = "`cargo xtask test package` builds what it opens"]
async fn react_with_vite() {
    built_with("react").await;
}

#[tokio::test]
#[ignore = "`cargo xtask test package` builds what it opens"]
async fn vue_with_vite() {
    built_with("vue").await;
}

#[tokio::test]
#[ignore = "`cargo xtask test package` builds what it opens"]
async fn svelte_with_vite() {
    built_with("svelte").await;
}

/// Another bundler, which names files by nothing but their hash.
#[tokio::test]
#[ignore = "`cargo xtask test package` builds what it opens"]
async fn a_page_with_webpack() {
    browser(|page| async move {
        let site = Site::folder("target/package/apps/out/webpack");
        page.open(&site, "/index.html").await;
        assert_whole(&page).await;
        assert!(!site.requests().iter().any(|path| path.contains("comments") || path.contains("parts-")));
    })
    .await;
}

/// What the server sends can be read before any script.
#[tokio::test]
#[ignore = "`cargo xtask test package` builds what it opens"]
async fn what_a_server_renders_is_the_element() {
    for framework in ["react", "vue", "svelte"] {
        let path = format!("target/package/apps/out/{framework}/server.html");
        let page = std::fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join(&path));
        let page = page.unwrap_or_else(|why| panic!("{path}: {why}"));
        for part in
            ["<summary-card src=\"/bridge.json\"", "<p>The card needs scripts.</p>", "Bridge to close"]
        {
            assert!(page.contains(part), "{framework} has no {part}: {page}");
        }
        assert!(!page.contains("onsummary-card"), "{framework} writes the listener: {page}");
    }
}

/// A page with an article, a card, and this in its head.
fn story(head: &str) -> Reply {
    Reply::html(format!(
        r#"<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Bridge</title>{head}</head><body>
        <article><h1>Bridge to close</h1><p>The old bridge will close on the first Monday of March.</p>
        <summary-card src="{FILE}" loading="eager"></summary-card></article></body></html>"#
    ))
}

/// The files of the npm package, at the top of a site, with that page.
fn installed(head: &str) -> Site {
    let site = Site::folder(INSTALLED);
    site.set(STORY, story(head));
    site.set(FILE, Reply::json(bridge().to_string()));
    site
}

/// The page's script with the hash that the package tells.
fn held(file: &str, hash: &str) -> String {
    format!(r#"<script type="module" src="{file}" integrity="{hash}" crossorigin></script>"#)
}

fn hash_of(file: &str) -> String {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(INSTALLED).join("integrity.json");
    let text = std::fs::read_to_string(&path).unwrap_or_else(|why| panic!("{}: {why}", path.display()));
    let all: serde_json::Value = serde_json::from_str(&text).expect("it is JSON");
    all[file].as_str().unwrap_or_else(|| panic!("no hash of {file}")).to_owned()
}

#[tokio::test]
#[ignore = "`cargo xtask test package` installs what it opens"]
async fn a_plain_page_with_the_installed_files() {
    browser(|page| async move {
        page.open(&installed(&held("/embed.js", &hash_of("embed.js"))), STORY).await;
        assert_whole(&page).await;
    })
    .await;
}

#[tokio::test]
#[ignore = "`cargo xtask test package` installs what it opens"]
async fn a_file_that_is_another_is_refused() {
    browser(|page| async move {
        let site = installed(&held("/embed.js", &hash_of("card.css")));
        page.open(&site, STORY).await;
        let is_defined: bool = page.js("return !!customElements.get('summary-card')").await;
        assert!(!is_defined);
        let console = page.console().await.join("\n");
        assert!(console.contains("embed.js"), "{console}");
    })
    .await;
}

/// The entry for bundlers as a bundler leaves it that does not know of addresses, and after a crash.
#[tokio::test]
#[ignore = "`cargo xtask test package` installs what it opens"]
async fn the_bundlers_entry_as_it_is() {
    browser(|page| async move {
        let site = installed(r#"<script type="module" src="/bundler/index.js"></script>"#);
        page.open(&site, STORY).await;
        assert_whole(&page).await;
        assert!(!site.requests().iter().any(|path| path.ends_with("/embed.js")));
    })
    .await;
}

/// The second leaves the first alone, also where it is of another version and comes in another way.
#[tokio::test]
#[ignore = "`cargo xtask test package` installs what it opens"]
async fn two_versions_on_one_page() {
    browser(|page| async move {
        let site = Site::dist();
        let other = installed("");
        other.allow_other_origins();
        let head = format!(
            r#"<script type="module" src="/embed.js"></script>
            <script type="module" src="/{VERSION}/embed.js"></script>
            <script type="module" src="{}"></script>"#,
            other.url("/bundler/index.js")
        );
        site.set(STORY, story(&head));
        site.set(FILE, Reply::json(bridge().to_string()));
        page.open(&site, STORY).await;
        page.all_cards_ready().await;
        let said = page.console().await;
        assert!(
            !said.is_empty() && said.iter().all(|line| line.contains("another version is here already")),
            "{said:?}"
        );
        assert_whole(&page).await;
        let asked = site.requests();
        assert!(asked.contains(&part("summary-card_bg.wasm")), "{asked:?}");
        let second = format!("/{VERSION}/");
        let of_second: Vec<&String> = asked.iter().filter(|path| path.starts_with(&second)).collect();
        assert_eq!(of_second, [&format!("{second}embed.js")]);
        assert_eq!(other.requests(), ["/bundler/index.js"]);
    })
    .await;
}

#[tokio::test]
#[ignore = "`cargo xtask test package` makes what it opens"]
async fn the_versioned_folder() {
    browser(|page| async move {
        let site = Site::dist();
        let script = format!("/{VERSION}/embed.js");
        site.set(STORY, story(&held(&script, &hash_of("embed.js"))));
        site.set(FILE, Reply::json(bridge().to_string()));
        page.open(&site, STORY).await;
        assert_whole(&page).await;
        let start = format!("/{VERSION}/");
        let own = site.requests().into_iter().filter(|path| path.contains("parts-"));
        for path in own {
            assert!(path.starts_with(&start), "{path}");
        }
    })
    .await;
}
