//! The README of the npm package: of the repository's what concerns a page that embeds the card.

use crate::Outcome;

/// Everything from here on is about other things.
const END: &str = "\n## Make a card at the desk\n";

/// The first part, without pictures and the list of contents, and with no link to what the package does not have.
pub fn for_npm(readme: &str) -> Outcome<String> {
    let (text, _) = readme.split_once(END).ok_or_else(|| format!("README.md has no {}", END.trim()))?;
    let lines: Vec<&str> =
        text.lines().filter(|line| !line.starts_with("![") && !line.starts_with("- [")).collect();
    let mut kept = without_links(&(lines.join("\n") + "\n"));
    // Where something was taken out, one empty line is enough.
    while kept.contains("\n\n\n") {
        kept = kept.replace("\n\n\n", "\n\n");
    }
    Ok(kept)
}

/// The text with the words alone where they led to a file, or to a part that is not in it.
fn without_links(text: &str) -> String {
    let mut out = String::new();
    let mut rest = text;
    while let Some((before, after)) = rest.split_once('[') {
        let link = after.split_once("](").and_then(|(words, more)| Some((words, more.split_once(')')?)));
        let Some((words, (address, more))) = link.filter(|(words, _)| is_words(words)) else {
            out.extend([before, "["]);
            rest = after;
            continue;
        };
        out.push_str(before);
        if leads_somewhere(address, text) {
            out.extend(["[", words, "](", address, ")"]);
        } else {
            out.push_str(words);
        }
        rest = more;
    }
    out + rest
}

/// Whether it can be the words of a link, and not only what stands between two brackets of some code.
fn is_words(text: &str) -> bool {
    !text.contains(['[', ']']) && !text.contains("\n\n")
}

fn leads_somewhere(address: &str, text: &str) -> bool {
    match address.strip_prefix('#') {
        None => address.starts_with("https://"),
        Some(name) => text
            .lines()
            .filter(|line| line.starts_with('#'))
            .any(|line| line.trim_start_matches(['#', ' ']).to_lowercase().replace(' ', "-") == name),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const README: &str = "# It

Made with [Yew](https://yew.rs), see `a[0]` and [the
types](static/embed.d.ts).

![A picture](static/picture.png)

- [Embed it](#embed-it)

## Embed it

See [below](#events), [the types](embed.d.ts), [the desk](#make-a-card-at-the-desk).

### Events

## Make a card at the desk

More.
";

    #[test]
    fn only_links_that_lead_somewhere_stay() {
        let text = for_npm(README).expect("it has the part");
        assert!(text.contains("with [Yew](https://yew.rs), see `a[0]` and the\ntypes."), "{text}");
        assert!(text.contains("See [below](#events), the types, the desk."), "{text}");
        assert!(!text.contains("picture") && !text.contains("- [") && !text.contains("More."), "{text}");
    }

    #[test]
    fn the_repository_s_readme_has_the_part() {
        let readme = std::fs::read_to_string(crate::paths::root().join("README.md")).expect("it is there");
        let text = for_npm(&readme).expect("it has the part");
        assert!(text.contains("\n## Install it\n") && text.contains("\n## Embed it\n"));
        assert!(!text.contains("](static/"), "a link to a file that the package does not have");
    }
}
