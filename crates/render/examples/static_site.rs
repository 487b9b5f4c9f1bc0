//! A build script for a site of static pages: where a page says `<!-- summary-card: bus.json -->`, the card of that file
//! beside it is put in as HTML, and the page's own article says which of its quotes are there.
//!
//! `cargo run -p summary-card-render --example static_site -- PAGES OUTPUT`

use std::error::Error;
use std::fs;
use std::path::Path;

use summary_card_render::article::Article;
use summary_card_render::card;
use summary_card_render::{Options, render};

const START: &str = "<!-- summary-card: ";
const END: &str = " -->";

/// Writes every page (`.html`) of the folder `pages` into the folder `output`, with its cards in it. `embed.js` and
/// `card.css` are at `base`.
///
/// # Errors
/// A file that cannot be read or written, or is no card.
pub fn build(pages: &Path, output: &Path, base: &str) -> Result<(), Box<dyn Error>> {
    fs::create_dir_all(output)?;
    for entry in fs::read_dir(pages)? {
        let file = entry?.path();
        if file.extension().is_some_and(|extension| extension == "html") {
            let page = with_cards(&fs::read_to_string(&file)?, pages, base)?;
            fs::write(output.join(file.file_name().unwrap_or_default()), page)?;
        }
    }
    Ok(())
}

/// A page with its cards in it.
fn with_cards(page: &str, folder: &Path, base: &str) -> Result<String, Box<dyn Error>> {
    let article = Article::Page(page.to_owned());
    let mut out = String::new();
    let mut rest = page;
    while let Some((before, after)) = rest.split_once(START) {
        let (name, after) = after.split_once(END).ok_or("a place for a card does not end")?;
        let text = fs::read_to_string(folder.join(name))?;
        let card = card::parse(&text).map_err(|error| format!("{name}: {error}"))?;
        let options = Options { base: base.to_owned(), ..Options::default() }.beside(&article, name);
        out.push_str(before);
        out.push_str(&render(&card, &options));
        rest = after;
    }
    out.push_str(rest);
    Ok(out)
}

#[allow(dead_code, reason = "the test calls `build` itself")]
fn main() -> Result<(), Box<dyn Error>> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let [pages, output] = &*arguments else { return Err("give two folders: PAGES OUTPUT".into()) };
    build(Path::new(pages), Path::new(output), "/summary-card/")
}
