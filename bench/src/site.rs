//! All files of the server: the release build, the peers' builds, the card files, the pages.

use std::path::{Path, PathBuf};

use serde_json::{Value, json};

use crate::cards;
use crate::cases::{CARDS, CLAIMS, SYSTEM_COMMENTS};
use crate::pages::{Variant, card_page, comments_page};
use crate::server::Files;

/// The card file of the demonstration article: what a real one is like.
pub const REAL: &str = "real";
/// Comments are loaded by a comment system in pages of this many.
const PAGE_OF_COMMENTS: usize = 20;

/// The workspace's root.
pub fn root() -> PathBuf {
    let here = Path::new(env!("CARGO_MANIFEST_DIR"));
    here.parent().unwrap_or(here).to_path_buf()
}

/// Gathers and compresses everything.
///
/// # Errors
/// A file is missing: which, and what makes it.
pub fn gather() -> Result<Files, String> {
    let mut files = Files::default();
    add_folder(&mut files, &root().join("dist"), "/")?;
    for peer in ["preact", "lit"] {
        add_folder(&mut files, &peers().join(peer).join("dist"), &format!("/peers/{peer}/"))?;
    }
    let systems = peers().join("comments/node_modules");
    for (file, path) in [
        ("@waline/client/dist/waline.js", "/peers/waline/waline.js"),
        ("@waline/client/dist/waline.css", "/peers/waline/waline.css"),
        ("artalk/dist/Artalk.js", "/peers/artalk/Artalk.js"),
        ("artalk/dist/Artalk.css", "/peers/artalk/Artalk.css"),
    ] {
        files.add(path, &read(&systems.join(file))?)?;
    }
    files.add("/avatar.svg", b"<svg xmlns=\"http://www.w3.org/2000/svg\"/>")?;
    files.add("/empty.html", b"<!doctype html><title>Empty</title>")?;

    add_cards(&mut files, &[(format!("/cards/{REAL}.json"), real_card()?)], REAL)?;
    for claims in CLAIMS {
        add_cards(&mut files, &some_cards(claims, 1), &claims.to_string())?;
    }
    for count in CARDS.into_iter().filter(|count| *count > 1) {
        add_cards(&mut files, &some_cards(CLAIMS[0], count), &CLAIMS[0].to_string())?;
    }
    for variant in Variant::COMMENT_SYSTEMS {
        for count in SYSTEM_COMMENTS {
            let html = comments_page(variant, &format!("/cards/{REAL}.json"), count);
            files.add(variant.path("comments", count), html.as_bytes())?;
        }
    }
    for count in SYSTEM_COMMENTS {
        add_interfaces(&mut files, count)?;
    }
    Ok(files)
}

fn peers() -> PathBuf {
    root().join("bench/peers")
}

/// The real card without sample comments, so that what is stored is all there is.
///
/// # Errors
/// It is not there, or no JSON.
pub fn real_card() -> Result<Value, String> {
    let bytes = read(&root().join("static/cards/cartel-strategy.json"))?;
    let mut card: Value =
        serde_json::from_slice(&bytes).map_err(|why| format!("the demonstration card: {why}"))?;
    if let Some(fields) = card.as_object_mut() {
        fields.remove("comments");
        fields.remove("$schema");
    }
    Ok(card)
}

fn some_cards(claims: usize, count: usize) -> Vec<(String, Value)> {
    (0..count).map(|copy| (format!("/cards/{claims}-{copy}.json"), cards::card(claims, copy))).collect()
}

/// The card files and a page with all of them, made in each way.
fn add_cards(files: &mut Files, cards: &[(String, Value)], name: &str) -> Result<(), String> {
    for (path, card) in cards {
        files.add(path.clone(), card.to_string().as_bytes())?;
    }
    // As the demonstration's own page is made; where there are more and more cards, one sheet for all.
    let inline_style = name == REAL;
    for variant in Variant::CARDS {
        files.add(variant.path(name, cards.len()), card_page(variant, cards, inline_style)?.as_bytes())?;
    }
    Ok(())
}

/// What the comment systems' own servers would answer, with a page of comments out of so many.
fn add_interfaces(files: &mut Files, count: usize) -> Result<(), String> {
    let text = |n: usize| {
        format!("Comment {n}: the plan has been talked about for years, and it is time to decide.")
    };
    let shown = count.min(PAGE_OF_COMMENTS);
    let waline: Vec<_> = (0..shown.min(10))
        .map(|n| {
            json!({ "objectId": n, "time": 1_754_000_000_000_u64, "comment": format!("<p>{}</p>", text(n)), "orig": text(n), "like": 0,
                "nick": format!("Reader {n}"), "link": "", "avatar": "/avatar.svg", "sticky": false, "children": [], "status": "approved" })
        })
        .collect();
    let answer = json!({ "errno": 0, "errmsg": "", "data": { "page": 1, "pageSize": 10, "totalPages": count.div_ceil(10),
        "count": count, "data": waline } });
    files.add(format!("/waline-{count}/any.json"), answer.to_string().as_bytes())?;

    let artalk: Vec<_> = (1..=shown)
        .map(|n| {
            json!({ "id": n, "rid": 0, "content": text(n), "content_marked": format!("<p>{}</p>", text(n)), "date": "2025-08-01 10:00:00",
                "nick": format!("Reader {n}"), "link": "", "email_encrypted": "", "ua": "", "ip_region": "", "is_allow_reply": true,
                "is_collapsed": false, "is_pending": false, "is_pinned": false, "is_verified": false, "visible": true, "badge_name": "",
                "badge_color": "", "page_key": "/article", "page_url": "/article", "site_name": "Example", "user_id": n, "vote_up": 0, "vote_down": 0 })
        })
        .collect();
    let page = json!({ "id": 1, "key": "/article", "url": "/article", "title": "Article", "site_name": "Example", "admin_only": false,
        "vote_up": 0, "vote_down": 0, "pv": 1, "date": "2025-08-01 10:00:00" });
    // One answer to all that is asked: the settings, the list, the count of views.
    let answer = json!({ "frontend_conf": {}, "version": { "app": "artalk", "version": "2.9.1", "commit_hash": "" }, "comments": artalk,
        "count": count, "roots_count": count, "page": page, "data": {}, "pv": 1, "is_login": false, "user": null, "notifies": [] });
    files.add(format!("/artalk-{count}/any.json"), answer.to_string().as_bytes())
}

/// Every file in a folder and below it that has to do with a page.
fn add_folder(files: &mut Files, folder: &Path, path: &str) -> Result<(), String> {
    let missing = |why: std::io::Error| format!("{}: {why}; `cargo xtask bench` makes it", folder.display());
    for entry in std::fs::read_dir(folder).map_err(missing)? {
        let file = entry.map_err(missing)?.path();
        let name = file.file_name().unwrap_or_default().to_string_lossy();
        let path = format!("{path}{name}");
        if file.is_dir() {
            add_folder(files, &file, &format!("{path}/"))?;
        } else if [".js", ".css", ".wasm"].iter().any(|ending| name.ends_with(ending)) {
            files.add(path, &read(&file)?)?;
        }
    }
    Ok(())
}

fn read(path: &Path) -> Result<Vec<u8>, String> {
    std::fs::read(path).map_err(|why| format!("{}: {why}; `cargo xtask bench` makes it", path.display()))
}

/// A script that stores so many comments where a variant looks for them.
pub fn stored(variant: Variant, card: &Value, count: usize) -> String {
    let article = card["url"].as_str().or(card["id"].as_str()).unwrap_or_default();
    let article = Value::from(article);
    let comment = "const comment = (n) => {
        const dateCreated = new Date(Date.UTC(2025, 7, 1) + n * 60_000).toISOString();
        const text = `Comment ${n}: the plan has been talked about for years, and it is time to decide.`;
        return { id: `comment-${n}`, text, dateCreated };
    };";
    let store = match variant {
        Variant::Preact | Variant::Lit => {
            "const all = Array.from({ length: count }, (_, n) => ({ ...comment(n), author: `Reader ${n}` })).reverse();
             localStorage.setItem(`card-comments/${article}`, JSON.stringify(all));"
        }
        _ => {
            "const folder = `summary-card/1/${article.replaceAll('%', '%25').replaceAll('/', '%2F')}/comment/`;
             for (let n = 0; n < count; n++) {
               const kept = { ...comment(n), author: { name: `Reader ${n}` }, upvoteCount: 0 };
               localStorage.setItem(folder + kept.id, JSON.stringify({ v: 1, comment: { ...kept, order: kept.dateCreated } }));
             }"
        }
    };
    format!("const article = {article}, count = {count}; {comment} {store}")
}
