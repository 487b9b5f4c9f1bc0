//! The ways of embedding. What is live on the page and the code beside it are one text.

use article::Article;
use summary_card_render::{Options, render};

use super::{Outcome, between, read};

/// Cards that only this page shows, in `docs/cards/`; their stories are in `docs/stories/`.
pub const OWN_CARDS: [&str; 3] = ["tide-mill", "maktaba", "toshokan"];

/// One way of embedding.
pub struct Example {
    /// For links to it.
    pub id: &'static str,
    pub title: &'static str,
    /// What is to be said about it; code stands between backticks.
    pub text: &'static str,
    /// A class of `docs.css` for the place it stands in.
    pub place: &'static str,
    /// The HTML, live and as code.
    pub code: String,
}

/// All of them.
///
/// # Errors
/// A page or a card that they are made of is not as it was.
pub fn all() -> Outcome<Vec<Example>> {
    let sidebar = story("static/embed/sidebar.html", "")?;
    let library = read("static/embed/inline.html")?;
    let data = between(&library, "inline.html", "<script type=\"application/json\">", "</script>")?;
    let inline = format!(
        "<summary-card>\n  <script type=\"application/json\">\n{}\n  </script>\n</summary-card>",
        indented(&indented(data.trim()))
    );
    Ok(vec![
        Example {
            id: "from-a-card-file",
            title: "In the article, from a card file",
            text: "The usual way: one element where the card is to stand. What is inside of it is shown where no \
                   script runs. Open a claim and press “Show it”: the quote is looked for in the article around the card.",
            place: "",
            code: sidebar.around("", &element("../cards/night-bus.json", "", NEEDS_SCRIPTS)),
        },
        Example {
            id: "data-in-the-page",
            title: "With the data in the page",
            text: "The card file stands in the element, which saves a request. In JSON write every `<` as `\\u003c`.",
            place: "",
            code: story("static/embed/inline.html", "")?.around("", &inline),
        },
        Example {
            id: "html-that-reads-without-a-script",
            title: "As HTML that reads without a script",
            text: "What `summary-card render tide-mill.json --article story.html --base ../` prints, with the \
                   attribute `src`: it reads, opens, prints and is found by search engines as it is, and nothing moves when the \
                   interactive card takes its place.",
            place: "",
            code: rendered()?,
        },
        Example {
            id: "in-a-sidebar",
            title: "In a sidebar",
            text: "A card is as wide as its place, from 200 pixels on. `article` says where the text is when the card \
                   stands outside of it, and `sections` which parts to show.",
            place: "wide",
            code: beside(
                &story("static/embed/two-cards.html", "id=\"market-hall\"")?,
                &element(
                    "../cards/market-hall.json",
                    " article=\"#market-hall-story\" sections=\"summary claims\"",
                    NEEDS_SCRIPTS,
                ),
            ),
        },
        Example {
            id: "on-a-dark-page",
            title: "On a dark page",
            text: "Without `theme` a card follows the reader’s setting. On a page that is dark for everybody, say so.",
            place: "dark",
            code: story("static/embed/dark.html", "")?
                .around("", &element("../cards/dark-sky.json", " theme=\"dark\"", NEEDS_SCRIPTS)),
        },
        Example {
            id: "in-spanish",
            title: "In Spanish",
            text: "The interface speaks the language that the page has around the card, one of thirteen.",
            place: "",
            code: story("static/embed/spanish.html", "")?.around(
                " lang=\"es\"",
                &element("../cards/escuela.json", "", "La tarjeta necesita JavaScript."),
            ),
        },
        Example {
            id: "in-arabic",
            title: "In Arabic",
            text: "From the right, whatever the direction of the page around it.",
            place: "",
            code: story("docs/stories/maktaba.html", "")?.around(
                " lang=\"ar\" dir=\"rtl\"",
                &element("cards/maktaba.json", "", "تحتاج البطاقة إلى جافا سكريبت."),
            ),
        },
        Example {
            id: "in-japanese",
            title: "In Japanese",
            text: "Dates and numbers are written as the language has them.",
            place: "",
            code: story("docs/stories/toshokan.html", "")?.around(
                " lang=\"ja\"",
                &element("cards/toshokan.json", "", "このカードの表示にはJavaScriptが必要です。"),
            ),
        },
        Example {
            id: "two-cards-their-articles-elsewhere",
            title: "Two cards, their articles on other pages",
            text: "As in a newsletter. The program is loaded once, and the cards know nothing of each other. A card file \
                   with a `url` links every quote to its passage there. (These addresses are made up, and lead nowhere.)",
            place: "two",
            code: [
                element("../cards/cartel-strategy.json", "", "The summary card needs scripts."),
                element("../cards/river-park.json", "", "The summary card needs scripts."),
            ]
            .join("\n"),
        },
        Example {
            id: "a-frame",
            title: "In a frame",
            text: "For pages that may have no script of yours. `frame-parent.js` gives the frame the height of what is open \
                   in it; a page that may not have this one either leaves it out, and the frame scrolls. On another host’s page give it \
                   `allow=\"clipboard-write; web-share\"`, for the buttons that copy and share a link.",
            place: "",
            code: FRAME.to_owned(),
        },
    ])
}

const NEEDS_SCRIPTS: &str = "The summary card needs scripts. The story is on this page.";

const FRAME: &str = r#"<iframe src="../frame.html?src=cards/river-park.json" title="Summary card: the river park"
  width="600" height="640" loading="lazy"></iframe>
<script async src="../frame-parent.js"></script>"#;

fn element(src: &str, attributes: &str, fallback: &str) -> String {
    format!("<summary-card src=\"{src}\"{attributes}>\n  <p>{fallback}</p>\n</summary-card>")
}

/// An article of the demonstration: its headline and its paragraphs, as HTML.
struct Story {
    headline: String,
    paragraphs: Vec<String>,
}

/// The first story of a page, after this mark.
fn story(page: &str, after: &str) -> Outcome<Story> {
    let html = read(page)?;
    let (_, html) = html.split_once(after).ok_or_else(|| format!("{page} has no {after}"))?;
    // `<h1>` where it is the page's own, `<h2 class=…>` where it has several.
    let heading = html.split_once("<h1>").or_else(|| html.split_once("<h2 class=\"headline-2\">"));
    let (headline, _) = heading
        .and_then(|(_, rest)| rest.split_once("</h"))
        .ok_or_else(|| format!("{page} has no headline"))?;
    let text = between(html, page, "<div class=\"text\">", "</div>")?;
    let paragraphs: Vec<String> = text
        .lines()
        .map(str::trim)
        .filter_map(|line| line.strip_prefix("<p>").or_else(|| line.strip_prefix("<p class=\"opening\">")))
        .filter(|line| !line.contains("needs scripts") && !line.contains("necesita JavaScript"))
        .map(|line| format!("<p>{line}"))
        .collect();
    if paragraphs.len() < 2 {
        return Err(format!("{page} has no paragraphs"));
    }
    Ok(Story { headline: headline.to_owned(), paragraphs })
}

impl Story {
    /// The article with the card after its first paragraph.
    fn around(&self, attributes: &str, card: &str) -> String {
        let (first, rest) = self.paragraphs.split_first().expect("it has some");
        let mut lines = vec![format!("<h4>{}</h4>", self.headline), first.clone(), card.to_owned()];
        lines.extend(rest.iter().cloned());
        format!("<article{attributes}>\n{}\n</article>", indented(&lines.join("\n")))
    }
}

/// The article with the card in a column beside it.
fn beside(story: &Story, card: &str) -> String {
    let mut lines = vec![format!("<h4>{}</h4>", story.headline)];
    lines.extend(story.paragraphs.iter().cloned());
    format!(
        "<article id=\"market-hall-story\">\n{}\n</article>\n<aside aria-label=\"{}\">\n{}\n</aside>",
        indented(&lines.join("\n")),
        "Summary card: the market hall",
        indented(card)
    )
}

/// Each line two spaces further in.
fn indented(text: &str) -> String {
    text.lines().map(|line| format!("  {line}").trim_end().to_owned()).collect::<Vec<_>>().join("\n")
}

/// The card as HTML, as the command line prints it for the story that it stands in.
fn rendered() -> Outcome<String> {
    let story = story("docs/stories/tide-mill.html", "")?;
    let text = read("docs/cards/tide-mill.json")?;
    let card = card::parse(&text).map_err(|why| format!("tide-mill.json: {why}"))?;
    let src = "cards/tide-mill.json";
    let page = story.around("", &element(src, "", ""));
    let options = Options {
        base: "../".to_owned(),
        attributes: vec![("src".to_owned(), src.to_owned())],
        ..Options::default().beside(&Article::Page(page), "tide-mill.json")
    };
    Ok(story.around("", render(&card, &options).trim_end()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use card::{Levels, check_text};
    use quote::Index;

    #[test]
    fn every_way_is_there_once() {
        let all = all().expect("they can be made");
        assert_eq!(all.len(), 10);
        let mut ids: Vec<&str> = all.iter().map(|example| example.id).collect();
        ids.sort_unstable();
        ids.dedup();
        assert_eq!(ids.len(), 10);
    }

    #[test]
    fn the_cards_of_this_page_have_no_problem_and_their_quotes_are_in_their_stories() {
        for name in OWN_CARDS {
            let text = read(&format!("docs/cards/{name}.json")).expect("it is there");
            let story = story(&format!("docs/stories/{name}.html"), "").expect("it is there");
            let index = Index::of(&Article::Page(story.around("", "")).text(""));
            let problems: Vec<String> = check_text(&text, &Levels::default(), Some(&index))
                .into_iter()
                .map(|each| each.problem.message)
                .collect();
            assert_eq!(problems, Vec::<String>::new(), "{name}");
        }
    }

    #[test]
    fn the_rendered_card_says_of_its_quotes_that_they_are_in_the_article() {
        let html = rendered().expect("it can be rendered");
        assert!(html.contains("shadowrootmode") && html.contains("In the article"), "{html}");
        assert!(!html.contains("Not found"));
    }
}
