//! The pages that are measured: one article, with the card in its midst made in each way.

use card::Card;
use serde::Serialize;
use serde_json::Value;
use summary_card_render::{Options, render};

use crate::cards;

/// The ways in which a card or a comment section is made.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Variant {
    /// The rendered card as plain HTML, no script on the page.
    Static,
    /// The rendered card, and `embed.js`.
    Prerendered,
    /// The card from `src`, by `embed.js`.
    Src,
    /// Hand-written with Preact.
    Preact,
    /// Hand-written with Lit.
    Lit,
    /// The card's own comment section, from `src`.
    Comments,
    /// Waline's client.
    Waline,
    /// Artalk's client.
    Artalk,
}

impl Variant {
    /// The ways in which a card is made.
    pub const CARDS: [Self; 5] = [Self::Static, Self::Prerendered, Self::Src, Self::Preact, Self::Lit];
    /// Those that keep comments in the browser.
    pub const WITH_COMMENTS: [Self; 4] = [Self::Prerendered, Self::Src, Self::Preact, Self::Lit];
    /// The comment systems.
    pub const COMMENT_SYSTEMS: [Self; 3] = [Self::Comments, Self::Waline, Self::Artalk];

    /// As it is called in the table.
    pub fn name(self) -> &'static str {
        match self {
            Self::Static => "static HTML, no script",
            Self::Prerendered => "summary-card, prerendered",
            Self::Src => "summary-card from `src`",
            Self::Preact => "Preact",
            Self::Lit => "Lit",
            Self::Comments => "summary-card, comments alone",
            Self::Waline => "Waline",
            Self::Artalk => "Artalk",
        }
    }

    /// As it is called in addresses and in the raw figures.
    pub fn word(self) -> &'static str {
        match self {
            Self::Static => "static",
            Self::Prerendered => "prerendered",
            Self::Src => "src",
            Self::Preact => "preact",
            Self::Lit => "lit",
            Self::Comments => "comments",
            Self::Waline => "waline",
            Self::Artalk => "artalk",
        }
    }

    /// The path of the page with a card of that name, so many times.
    pub fn path(self, card: &str, cards: usize) -> String {
        format!("/{}/{card}-{cards}.html", self.word())
    }
}

/// The first claim's line: in sight when the card can be read.
const CLAIM: &str = "ol > li details > summary";
/// A button that only a card has which answers.
const LIVE: &str = "[aria-label='Search and filter']";

/// A page with these cards, each with the path of its file. The article is the first one's.
/// `inline_style`: a rendered card has its style sheet in the HTML, and does not link it.
///
/// # Errors
/// One is no card, or there is none.
pub fn card_page(variant: Variant, cards: &[(String, Value)], inline_style: bool) -> Result<String, String> {
    let all: Vec<(&str, Card)> = cards
        .iter()
        .map(|(path, card)| {
            let card = card::parse(&card.to_string()).map_err(|why| format!("{path}: {why}"))?;
            Ok((path.as_str(), card))
        })
        .collect::<Result<_, String>>()?;
    let (_, first) = all.first().ok_or("a page needs a card")?;
    let paragraphs = cards::article(first);
    // Cards in numbers are live at once, not when the reader comes near.
    let is_eager = all.len() > 1;
    let mut body = format!("<h1>{}</h1>\n", escape(&first.headline));
    for (path, card) in &all {
        body += &element(variant, path, card, &paragraphs, Made { is_eager, inline_style });
        body.push('\n');
    }
    body.extend(paragraphs.iter().flat_map(|text| ["<p>".to_owned(), escape(text), "</p>\n".to_owned()]));
    let live = if variant == Variant::Static { CLAIM } else { LIVE };
    let head = head(variant, &cards[0].0);
    Ok(page(&Looked { readable: CLAIM, live, cards: all.len() }, &head, &body))
}

/// What a page has in its head for a card from that file: as the README says, and for the peers the same, that nothing
/// waits for what it need not wait for.
fn head(variant: Variant, file: &str) -> String {
    let script = |path: &str| format!("<script type=\"module\" async src=\"{path}\"></script>\n");
    let card_file = format!("<link rel=\"preload\" as=\"fetch\" crossorigin href=\"{file}\">\n");
    match variant {
        Variant::Prerendered => script("/embed.js"),
        Variant::Src => {
            let style = "<link rel=\"preload\" as=\"style\" href=\"/card.css\">
<style>summary-card:not(:defined) { display: block; min-block-size: 40rem }</style>\n";
            [&*script("/embed.js"), style, &card_file].concat()
        }
        Variant::Preact => [script("/peers/preact/card.js"), card_file].concat(),
        Variant::Lit => [script("/peers/lit/card.js"), card_file].concat(),
        _ => String::new(),
    }
}

/// How a card is put into its page.
#[derive(Clone, Copy)]
struct Made {
    is_eager: bool,
    inline_style: bool,
}

fn element(variant: Variant, path: &str, card: &Card, article: &[String], made: Made) -> String {
    let Made { is_eager, inline_style } = made;
    let loading = if is_eager { " loading=\"eager\"" } else { "" };
    match variant {
        Variant::Src => format!("<summary-card src=\"{path}\"{loading}></summary-card>"),
        Variant::Preact => format!("<preact-card src=\"{path}\"></preact-card>"),
        Variant::Lit => format!("<lit-card src=\"{path}\"></lit-card>"),
        _ => {
            let mut attributes = vec![("src".to_owned(), path.to_owned())];
            if is_eager {
                attributes.push(("loading".to_owned(), "eager".to_owned()));
            }
            let options = Options {
                base: "/".to_owned(),
                attributes,
                article: Some(article.join("\n").into()),
                headings: vec![(1, card.headline.clone())],
                inline_style,
                ..Options::default()
            };
            render(card, &options)
        }
    }
}

/// A page with a comment section alone. `count` comments are stored where the section looks for them: in the
/// browser's storage, or on the server under `/SYSTEM-COUNT/`.
pub fn comments_page(variant: Variant, card: &str, count: usize) -> String {
    let (readable, head, body) = match variant {
        Variant::Waline => (
            if count == 0 { ".wl-editor" } else { ".wl-card-item .wl-content" },
            "<link rel=\"stylesheet\" href=\"/peers/waline/waline.css\">".to_owned(),
            format!(
                "<div id=\"comments\"></div>
<script type=\"module\">
  import {{ init }} from \"/peers/waline/waline.js\";
  init({{ el: \"#comments\", serverURL: location.origin + \"/waline-{count}\", path: \"/article\", lang: \"en\", emoji: false, search: false, imageUploader: false }});
</script>"
            ),
        ),
        Variant::Artalk => (
            if count == 0 { ".atk-textarea" } else { ".atk-comment .atk-content" },
            "<link rel=\"stylesheet\" href=\"/peers/artalk/Artalk.css\">".to_owned(),
            format!(
                "<div id=\"comments\"></div>
<script src=\"/peers/artalk/Artalk.js\"></script>
<script>
  Artalk.init({{ el: \"#comments\", server: location.origin + \"/artalk-{count}\", site: \"Example\", pageKey: \"/article\", pageTitle: \"Article\", locale: \"en\", emoticons: false, gravatar: {{ mirror: \"/avatar.svg?\", params: \"\" }} }});
</script>"
            ),
        ),
        _ => (
            if count == 0 { ".comments textarea" } else { ".comments .comment .text" },
            "<script type=\"module\" src=\"/embed.js\"></script>".to_owned(),
            format!(
                "<summary-card src=\"{card}\" sections=\"comments\"></summary-card>
<script>
  // As soon as it can be, the section is opened, as the others are from the start.
  addEventListener(\"summary-card:ready\", ({{ target }}) => {{ target.shadowRoot.querySelector(\".comments > summary\").click(); }});
</script>"
            ),
        ),
    };
    let body = format!("<h1>An article</h1>\n<p>Its text stands here.</p>\n{body}");
    page(&Looked { readable, live: readable, cards: 1 }, &head, &body)
}

/// What `probe.js` looks for.
struct Looked<'a> {
    readable: &'a str,
    live: &'a str,
    cards: usize,
}

fn page(looked: &Looked, head: &str, body: &str) -> String {
    let Looked { readable, live, cards } = looked;
    format!(
        "<!doctype html>
<html lang=\"en\" data-readable=\"{readable}\" data-live=\"{live}\" data-cards=\"{cards}\">
<head>
<meta charset=\"utf-8\">
<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">
<title>An article</title>
<link rel=\"icon\" href=\"data:,\">
<style>body {{ margin: 2rem auto; max-width: 40rem; padding: 0 1rem; font: 1rem/1.6 sans-serif; color-scheme: light dark }}</style>
{head}
</head>
<body>
<main><article>
{body}
</article></main>
</body>
</html>
"
    )
}

fn escape(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_static_page_has_the_card_and_no_script_that_runs() {
        let card = ("/cards/a.json".to_owned(), cards::card(10, 0));
        let html = card_page(Variant::Static, &[card], false).expect("it is a card");
        assert!(html.contains("<template shadowrootmode") && html.contains("In the article"));
        assert!(!html.contains("<script type=\"module\"") && !html.contains("<script src"));
    }

    #[test]
    fn every_variant_has_names_of_its_own() {
        let all: Vec<Variant> = Variant::CARDS.into_iter().chain(Variant::COMMENT_SYSTEMS).collect();
        for (at, variant) in all.iter().enumerate() {
            assert!(
                all[..at]
                    .iter()
                    .all(|other| other.word() != variant.word() && other.name() != variant.name())
            );
        }
    }
}
