//! The reference of the element: sections of the README, as HTML.

use maud::{Markup, PreEscaped, html};
use pulldown_cmark::{CowStr, Event, Options, Parser, Tag, TagEnd};

use super::{Outcome, read};

/// Which, by their headings, in the order of this page.
const SECTIONS: [&str; 12] = [
    "Attributes",
    "Methods and properties",
    "Events",
    "Styling",
    "Links",
    "When something fails",
    "When it is loaded",
    "In a frame",
    "Quotes in the article",
    "Languages",
    "JSON-LD",
    "Content security policy",
];

/// A section's heading, the id that links lead to, and what it says.
pub struct Section {
    pub heading: &'static str,
    pub id: String,
    pub body: Markup,
}

/// All of them.
///
/// # Errors
/// The README has no section of that name.
pub fn sections() -> Outcome<Vec<Section>> {
    let readme = read("README.md")?;
    SECTIONS
        .iter()
        .map(|heading| {
            let body = section(&readme, heading)?;
            Ok(Section { heading, id: slug(heading), body: markdown(body) })
        })
        .collect()
}

/// The rows of the README's table of that first column, cell by cell.
///
/// # Errors
/// There is no such table.
pub fn table(first: &str) -> Outcome<Vec<Vec<String>>> {
    let readme = read("README.md")?;
    let head = format!("| {first} |");
    let rows: Vec<Vec<String>> = readme
        .lines()
        .skip_while(|line| !line.starts_with(&head))
        .skip(2)
        .take_while(|line| line.starts_with('|'))
        .map(|line| line.trim_matches('|').split('|').map(|cell| cell.trim().to_owned()).collect())
        .collect();
    if rows.is_empty() { Err(format!("README.md has no table headed {first}")) } else { Ok(rows) }
}

/// The Markdown below a heading of the third level.
fn section<'a>(readme: &'a str, heading: &str) -> Outcome<&'a str> {
    let head = format!("\n### {heading}\n");
    let (_, body) = readme.split_once(&head).ok_or_else(|| format!("README.md has no section {heading}"))?;
    let end = ["\n## ", "\n### "].iter().filter_map(|next| body.find(next)).min();
    Ok(&body[..end.unwrap_or(body.len())])
}

/// As GitHub makes ids of headings.
fn slug(heading: &str) -> String {
    heading.to_lowercase().replace(' ', "-")
}

/// Markdown of the README as HTML: its links lead where they do from this page, or are text where that is nowhere.
fn markdown(text: &str) -> Markup {
    let mut kept = Vec::new();
    let events = Parser::new_ext(text, Options::ENABLE_TABLES).filter_map(|event| match event {
        Event::Start(Tag::Link { link_type, dest_url, title, id }) => {
            let target = target(&dest_url);
            kept.push(target.is_some());
            let dest_url = CowStr::from(target?);
            Some(Event::Start(Tag::Link { link_type, dest_url, title, id }))
        }
        Event::End(TagEnd::Link) if kept.pop() == Some(false) => None,
        event => Some(event),
    });
    let mut out = String::new();
    pulldown_cmark::html::push_html(&mut out, events);
    // Where the page is narrow the cells stand one below the other: what is no table to look at stays one to hear.
    for (before, after) in [
        ("<table>", "<table role=\"table\">"),
        ("<thead>", "<thead role=\"rowgroup\">"),
        ("<tbody>", "<tbody role=\"rowgroup\">"),
        ("<tr>", "<tr role=\"row\">"),
        ("<th>", "<th role=\"columnheader\" scope=\"col\">"),
        ("<td>", "<td role=\"cell\">"),
        // In the README nothing stands above such a column.
        ("scope=\"col\"></th>", "scope=\"col\"><span class=\"hidden\">more</span></th>"),
    ] {
        out = out.replace(before, after);
    }
    PreEscaped(out)
}

/// Where a link of the README leads from this page.
fn target(link: &str) -> Option<String> {
    if let Some(id) = link.strip_prefix('#') {
        return SECTIONS.iter().any(|heading| slug(heading) == id).then(|| link.to_owned());
    }
    if link.starts_with("https://") {
        return Some(link.to_owned());
    }
    // What is in `dist/`, too.
    let file = link.strip_prefix("static/")?;
    ["embed", "schema"].iter().any(|folder| file.starts_with(folder)).then(|| format!("../{file}"))
}

/// A sentence with code between backticks.
pub fn with_code(text: &str) -> Markup {
    html! {
        @for (at, part) in text.split('`').enumerate() {
            @if at % 2 == 1 { code { (part) } } @else { (part) }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_section_is_there_and_no_link_leads_nowhere() {
        let sections = sections().expect("the README has them");
        let all: String = sections.iter().map(|section| section.body.0.clone()).collect();
        let links: Vec<&str> =
            all.split("<a href=\"").skip(1).filter_map(|rest| Some(rest.split_once('"')?.0)).collect();
        assert!(links.len() > 10, "{links:?}");
        for link in links {
            match link.strip_prefix('#') {
                Some(id) => assert!(sections.iter().any(|section| section.id == id), "{link}"),
                None => assert!(link.starts_with("https://") || link.starts_with("../"), "{link}"),
            }
        }
    }

    #[test]
    fn a_link_that_leads_nowhere_from_here_is_its_text() {
        let html =
            markdown("[one](#rules), [two](#links), [three](tests/size.txt), [four](static/embed.d.ts)").0;
        assert_eq!(
            html,
            "<p>one, <a href=\"#links\">two</a>, three, <a href=\"../embed.d.ts\">four</a></p>\n"
        );
    }

    #[test]
    fn a_table_is_one_to_hear_however_it_looks() {
        let html = markdown("| a | b |\n|---|---|\n| `c` | d |\n").0;
        let rows = html.matches("<tr role=\"row\">").count();
        assert_eq!((rows, html.matches("<tr").count(), html.matches("</tr>").count()), (2, 2, 2), "{html}");
        assert!(html.contains("<td role=\"cell\"><code>c</code></td>"), "{html}");
    }
}
