//! Two builds of the program on one server, or on one page. All of this needs the release build, which alone names the folder
//! of its parts after what is in them.

use crate::harness::{Page, Reply, Site, browser, part, part_bytes};
use crate::newsroom::CARD;
use crate::pieces::{CLAIM, assert_works, open, town};

/// Puts another build of the program beside that of `dist/`, in `/other/`, and gives the names of its parts, sorted. It is the
/// same program with another look and under other names.
fn add_other_build(site: &Site) -> Vec<String> {
    let dist = concat!(env!("CARGO_MANIFEST_DIR"), "/dist");
    let mut names: Vec<String> = std::fs::read_dir(format!("{dist}{}", part("")))
        .expect("only `cargo xtask build` makes that folder")
        .map(|entry| entry.expect("it can be read").file_name().to_string_lossy().into_owned())
        // The folder of the words, which are of no build: nothing here asks for any.
        .filter(|name| name != "words")
        .collect();
    names.sort_unstable();
    let folder = part("").trim_matches('/').to_owned();
    assert!(folder.starts_with("parts-"), "only `cargo xtask build` names a folder after its contents");
    let text = |name: &str| std::fs::read_to_string(format!("{dist}/{name}")).expect("it is there");
    let embed = text("embed.js");
    assert_eq!(embed.matches(&folder).count(), 1);
    site.set("/other/embed.js", Reply::body("text/javascript", embed.replace(&folder, "parts-other")));
    let look = text("card.css") + ".summary-card { outline: 3px solid }";
    site.set("/other/card.css", Reply::body("text/css", look));
    for name in &names {
        site.set(&format!("/other/parts-other/{name}"), Reply::body(mime(name), part_bytes(name)));
        site.set(&format!("/other/{folder}/{name}"), Reply::body(mime(name), part_bytes(name)));
    }
    names
}

/// All parts that were asked for, sorted.
fn parts_asked_for(site: &Site) -> Vec<String> {
    let mut parts: Vec<String> = site.requests().into_iter().filter(|path| path.contains("parts-")).collect();
    parts.sort_unstable();
    parts
}

/// A page with these scripts, whose card wants every piece.
fn page_with(scripts: &[&str]) -> Reply {
    let scripts: Vec<String> =
        scripts.iter().map(|src| format!(r#"<script type="module" src="{src}"></script>"#)).collect();
    let scripts = scripts.concat();
    let card = CARD.replace("id=", "json-ld=on id=");
    Reply::html(format!(
        "<!doctype html><title>Old</title>{scripts}<article><p>The old bridge will close on the first Monday of March.</p>{card}</article>"
    ))
}

async fn assert_has_all_pieces(page: &Page) {
    page.all_cards_ready().await;
    let card = page.card(0).await;
    open(&card).await;
    assert_works(&card).await;
    card.click("button", CLAIM).await;
    card.says("In the article").await;
}

/// While a new version is being put on the server, a page may still have the script of the one before: it gets the parts
/// of that one, as long as their folder is there, and never any of the other's.
#[tokio::test]
async fn the_parts_of_two_builds_are_never_mixed() {
    browser(|page| async move {
        let site = town();
        let names = add_other_build(&site);
        site.set("/old.html", page_with(&["/other/embed.js"]));
        page.open(&site, "/old.html").await;
        assert_has_all_pieces(&page).await;
        let wanted: Vec<String> = names.iter().map(|name| format!("/other/parts-other/{name}")).collect();
        assert_eq!(parts_asked_for(&site), wanted);
    })
    .await;
}

/// Whichever comes first is there for every card, with its own parts and its own look. Of the other the console says that
/// it is not used.
#[tokio::test]
async fn of_two_versions_on_a_page_the_first_is_used() {
    browser(|page| async move {
        const OUTLINE: &str = "return getComputedStyle(root().querySelector('.summary-card')).outlineStyle";
        for (scripts, folder, outline) in [
            (["/other/embed.js", "/embed.js"], "/other/parts-other/".to_owned(), "solid"),
            (["/embed.js", "/other/embed.js"], part(""), "none"),
        ] {
            let site = town();
            let names = add_other_build(&site);
            site.set("/two.html", page_with(&scripts));
            page.open(&site, "/two.html").await;
            assert_has_all_pieces(&page).await;
            let wanted: Vec<String> = names.iter().map(|name| format!("{folder}{name}")).collect();
            assert_eq!(parts_asked_for(&site), wanted);
            assert_eq!(page.js::<String>(OUTLINE).await, outline);
            // Chromium's own log has it, too.
            let said = page.console().await;
            assert!(!said.is_empty(), "nothing is said of {}", scripts[1]);
            assert!(said.iter().all(|line| line.contains("another version is here already")), "{said:?}");
        }
    })
    .await;
}

fn mime(name: &str) -> &'static str {
    if name.split('.').next_back() == Some("js") { "text/javascript" } else { "application/wasm" }
}
