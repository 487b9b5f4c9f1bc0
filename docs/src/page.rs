//! The page itself: what stands where.

use maud::{DOCTYPE, Markup, PreEscaped, html};

use super::builder::builder;
use super::examples::{self, Example};
use super::reference::{self, Section, with_code};
use super::{Outcome, schema};

/// Nothing but the page's own host, no script or style within the page.
const POLICY: &str = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; connect-src 'self'; \
                      img-src 'self'; frame-src 'self'; base-uri 'none'; form-action 'none'";

/// What the page's head has for all cards on it, as an example and as what is there.
const SCRIPT: &str = r#"<script type="module" src="../embed.js"></script>"#;

/// Where else to go.
const ELSEWHERE: [(&str, &str); 5] = [
    ("../", "An article with its card"),
    ("../embed/two-cards.html", "Pages of a newspaper, one for each way of embedding"),
    ("../desk/", "The editor’s desk, where cards are made"),
    ("../schema/card.v1.json", "The JSON Schema of the card file"),
    ("../embed.d.ts", "The types of the element"),
];

/// Code of so many bytes scrolls within its place, and then the keyboard has to come to it.
const LONG: usize = 700;

/// The whole page.
///
/// # Errors
/// What it is made of is not as it was.
pub fn page() -> Outcome<Markup> {
    let examples = examples::all()?;
    let sections = reference::sections()?;
    let card_file = schema::reference()?;
    let types = schema::names()?;
    let builder = builder()?;
    let events = reference::table("event")?;
    let events: Vec<&str> = events.iter().map(|row| row[0].trim_matches('`')).collect();
    Ok(html! {
        (DOCTYPE)
        html lang="en" {
            head {
                meta charset="utf-8";
                meta http-equiv="Content-Security-Policy" content=(POLICY);
                meta name="viewport" content="width=device-width, initial-scale=1";
                title { "Put a summary card on a page · Summary card" }
                meta name="description" content="Every way of embedding a summary card, live with its code beside it, and the reference.";
                meta name="color-scheme" content="light dark";
                link rel="icon" type="image/svg+xml" href="../favicon.svg";
                link rel="stylesheet" href="docs.css";
                (PreEscaped(SCRIPT))
                script type="module" src="docs.js" {}
            }
            body {
                a.skip href="#top" { "Skip to the content" }
                header.head {
                    p.product { a href="../" { "Summary card" } }
                    h1 { "Put a summary card on a page" }
                    p.lead {
                        "A card tells what a news article reports, who says so, and where each of them stands, every "
                        "claim with its quote. It comes into a page with one script and one element. What you see here "
                        "is live, and the code beside it is what makes it so."
                    }
                }
                div.columns {
                    (contents(&examples, &sections, &types))
                    main #top {
                        section #begin {
                            h2 { "Begin" }
                            p {
                                "Put " code { "embed.js" } ", " code { "card.css" } " and the folder " code { "parts-…" }
                                " into one folder of your web server. Each page with a card has this line, once; this page "
                                "has it, too."
                            }
                            (sample("the-script", "The script", SCRIPT))
                        }
                        section #ways {
                            h2 { "Ways to embed" }
                            @for example in &examples { (live(example)) }
                        }
                        section #make {
                            h2 { "Make your own" }
                            p { "Choose, and copy what comes out." }
                            noscript { p.note { "This part needs scripts." } }
                            (builder)
                        }
                        section #events-now {
                            h2 { "Events, as they happen" }
                            p {
                                "Open a claim, show a quote or write a comment in any card above: each event comes to "
                                "this list, the newest first. " a href="#events" { "What they mean" } "."
                            }
                            noscript { p.note { "This part needs scripts." } }
                            div.log hidden {
                                div.bar { span.what { "Events of this page" } button #clear-events type="button" { "Clear" } }
                                ol #event-log tabindex="0" aria-label="Events, the newest first" data-names=(events.join(" ")) {}
                            }
                        }
                        section #reference {
                            h2 { "Reference" }
                            @for section in &sections {
                                section.part id=(section.id) {
                                    h3 { (section.heading) }
                                    (section.body)
                                }
                            }
                        }
                        section #card-file {
                            h2 { "The card file" }
                            p {
                                "One JSON file for an article. Addresses are absolute, " code { "http" } " or " code { "https" }
                                "; dates are as " code { "2025-08-14" } " or " code { "2025-08-14T09:30:00Z" }
                                "; ids are letters, digits, " code { "-" } " and " code { "_" } "."
                            }
                            (card_file)
                        }
                    }
                }
                p.hidden #said role="status" {}
                footer.foot {
                    h2 { "More" }
                    ul { @for (href, text) in ELSEWHERE { li { a href=(href) { (text) } } } }
                }
            }
        }
    })
}

/// Links to all that is on the page.
fn contents(examples: &[Example], sections: &[Section], types: &[String]) -> Markup {
    html! {
        nav.contents aria-label="On this page" {
            ul {
                li { a href="#begin" { "Begin" } }
                li {
                    a href="#ways" { "Ways to embed" }
                    ul { @for each in examples { li { a href={ "#" (each.id) } { (each.title) } } } }
                }
                li { a href="#make" { "Make your own" } }
                li { a href="#events-now" { "Events, as they happen" } }
                li {
                    a href="#reference" { "Reference" }
                    ul { @for each in sections { li { a href={ "#" (each.id) } { (each.heading) } } } }
                }
                li {
                    a href="#card-file" { "The card file" }
                    ul { @for each in types { li { a href={ "#" (schema::id(each)) } { (each) } } } }
                }
            }
        }
    }
}

/// An example: the live card, and its code.
fn live(example: &Example) -> Markup {
    html! {
        section.example.(example.place) id=(example.id) {
            h3 { (example.title) }
            p { (with_code(example.text)) }
            div.pair {
                div.live { (PreEscaped(&example.code)) }
                (sample(&format!("code-{}", example.id), example.title, &example.code))
            }
        }
    }
}

/// Code to be copied. The button does nothing without a script, which shows it.
fn sample(id: &str, name: &str, code: &str) -> Markup {
    html! {
        div.sample {
            div.bar {
                span.what { "HTML" }
                (copy_button(id, name))
            }
            @if code.len() > LONG {
                pre.long tabindex="0" role="group" aria-label={ "Code: " (name) } { code id=(id) { (marked(code)) } }
            } @else {
                pre { code id=(id) { (marked(code)) } }
            }
        }
    }
}

/// The code, the card's element standing out from the article around it.
fn marked(code: &str) -> Markup {
    const END: &str = "</summary-card>";
    let element = code.find("<summary-card").zip(code.rfind(END).map(|at| at + END.len()));
    let Some((start, end)) = element else { return html! { (code) } };
    html! {
        span.around-it { (code[..start]) } (code[start..end]) span.around-it { (code[end..]) }
    }
}

/// A button that copies what an element says.
pub fn copy_button(id: &str, name: &str) -> Markup {
    html! {
        button.copy type="button" data-copy=(id) hidden { span { "Copy" } span.hidden { ": " (name) } }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_live_is_what_is_shown() {
        let page = page().expect("it can be made").into_string();
        for example in examples::all().expect("they can be made") {
            assert!(page.contains(&format!("<div class=\"live\">{}</div>", example.code)), "{}", example.id);
            let shown = html! { code id={ "code-" (example.id) } { (marked(&example.code)) } }.into_string();
            assert!(page.contains(&shown), "{}", example.id);
            let said = shown.replace("<span class=\"around-it\">", "").replace("</span>", "");
            assert!(said.contains(&html! { (example.code) }.into_string()), "{}", example.id);
        }
        assert_eq!(page.matches(SCRIPT).count(), 1, "in the head; where it is shown it is escaped");
    }

    #[test]
    fn every_id_is_there_once_and_every_link_within_the_page_leads_to_one() {
        let page = page().expect("it can be made").into_string();
        // Within the examples' own shadow roots ids are their own.
        let (mut outside, mut rest) = (String::new(), &*page);
        while let Some((before, after)) = rest.split_once("<template") {
            outside.push_str(before);
            rest = after.split_once("</template>").expect("it ends").1;
        }
        outside.push_str(rest);
        let all = |mark: &str| -> Vec<String> {
            outside.split(mark).skip(1).filter_map(|rest| Some(rest.split_once('"')?.0.to_owned())).collect()
        };
        let mut ids = all(" id=\"");
        ids.sort_unstable();
        let count = ids.len();
        ids.dedup();
        assert_eq!(ids.len(), count);
        for link in all("href=\"#") {
            assert!(ids.contains(&link), "#{link}");
        }
    }
}
