//! The form that writes the code for a page. What can be chosen is what the README's table of attributes says.

use maud::{Markup, html};

use super::page::copy_button;
use super::reference::table;
use super::{Outcome, between, read};

/// The names of the interface's languages, each in itself.
const LANGUAGES: [(&str, &str); 13] = [
    ("ar", "العربية"),
    ("de", "Deutsch"),
    ("en", "English"),
    ("es", "Español"),
    ("fr", "Français"),
    ("he", "עברית"),
    ("it", "Italiano"),
    ("ja", "日本語"),
    ("pl", "Polski"),
    ("pt", "Português"),
    ("tr", "Türkçe"),
    ("uk", "Українська"),
    ("zh", "中文"),
];

/// How a card can come into a page, and what that is called here.
const WAYS: [(&str, &str); 4] = [
    ("src", "From a card file"),
    ("inline", "Data in the page"),
    ("render", "HTML that reads without a script"),
    ("frame", "A frame"),
];

/// The form, what it writes, and a look at it. Only a script makes it work, and shows it.
///
/// # Errors
/// The README or the program has other attributes or languages.
pub fn builder() -> Outcome<Markup> {
    let languages = languages()?;
    let [theme, headline, marks, comments, loading, json_ld] =
        ["theme", "headline", "marks", "comments", "loading", "json-ld"].map(choices);
    let [theme, headline, marks] = [theme?, headline?, marks?];
    let [comments, loading, json_ld] = [comments?, loading?, json_ld?];
    let sections = values("sections")?;
    Ok(html! {
        form #builder hidden {
            div.fields-of-form {
                fieldset {
                    legend { "How the card comes into the page" }
                    @for (at, (value, name)) in WAYS.iter().enumerate() {
                        label.choice { input type="radio" name="way" value=(value) checked[at == 0]; " " (name) }
                    }
                }
                fieldset {
                    legend { "Where things are" }
                    label { "Card file" input type="text" name="card" required autocomplete="off" spellcheck="false"; }
                    label { "Folder of embed.js" input type="text" name="base" required autocomplete="off" spellcheck="false"; }
                }
                fieldset {
                    legend { "How it looks" }
                    (select("theme", "Theme", &theme))
                    label { "Language of the interface"
                        select name="lang" {
                            option value="" { "that of the page or the card" }
                            @for (tag, name) in &languages { option value=(tag) lang=(tag) { (name) } }
                        }
                    }
                    (select("headline", "Headline", &headline))
                }
                fieldset {
                    legend { "Sections" }
                    @for section in sections.split(' ') {
                        label.choice { input type="checkbox" name="sections" value=(section) checked; " " (section) }
                    }
                }
                fieldset {
                    legend { "What it does" }
                    (select("loading", "Becomes live", &loading))
                    (select("comments", "Comments", &comments))
                }
                fieldset #on-the-page {
                    legend { "On the article’s page" }
                    label { "Where the article is (a CSS selector)" input type="text" name="article" autocomplete="off" spellcheck="false"; }
                    (select("marks", "Quotes marked in the article", &marks))
                    (select("json-ld", "JSON-LD", &json_ld))
                }
            }
            div.result {
                div.sample {
                    div.bar { span.what { "The code" } (copy_button("snippet", "what the form writes")) }
                    pre.long tabindex="0" role="group" aria-label="The code that the form writes" { code #snippet {} }
                }
                p #builder-note role="status" {}
                div.preview {
                    p.what { "The card" }
                    iframe #preview title="The card as the form has it" {}
                }
            }
        }
    })
}

/// A list of choices; the first is the default, which need not be written.
fn select(name: &str, label: &str, choices: &[String]) -> Markup {
    html! {
        label { (label)
            select name=(name) {
                @for (at, choice) in choices.iter().enumerate() {
                    option value=(if at == 0 { "" } else { choice.as_str() }) { (choice) }
                }
            }
        }
    }
}

/// What the README says may stand in an attribute.
fn values(attribute: &str) -> Outcome<String> {
    let name = format!("`{attribute}`");
    let row = table("attribute")?.into_iter().find(|row| row[0] == name);
    let row = row.ok_or_else(|| format!("README.md has no attribute {attribute}"))?;
    Ok(row[1].trim_matches('`').to_owned())
}

/// The same as single words, the default first.
fn choices(attribute: &str) -> Outcome<Vec<String>> {
    Ok(values(attribute)?.split("`, `").map(str::to_owned).collect())
}

/// The languages that the program speaks, with their names.
fn languages() -> Outcome<Vec<(&'static str, &'static str)>> {
    let live = read("static/live.js")?;
    let in_files = between(&live, "live.js", "const LANGUAGES = \"", "\"")?;
    let mut spoken: Vec<&str> = in_files.split(' ').chain(["en"]).collect();
    spoken.sort_unstable();
    if spoken == LANGUAGES.map(|(tag, _)| tag) {
        Ok(LANGUAGES.to_vec())
    } else {
        Err(format!("docs/src/builder.rs has the names of other languages than {}", spoken.join(" ")))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_can_be_chosen_is_what_the_readme_says() {
        let html = builder().expect("the README has it").into_string();
        for part in [
            "<option value=\"\">auto</option><option value=\"light\">light</option>",
            "<option value=\"\">lazy</option>",
            "<option value=\"\">local</option><option value=\"off\">off</option>",
            "name=\"sections\" value=\"stances\" checked",
            "<option value=\"ja\" lang=\"ja\">日本語</option>",
        ] {
            assert!(html.contains(part), "{part}: {html}");
        }
    }
}
