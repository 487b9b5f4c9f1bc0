//! The README's tables, example and commands against the code: a name that is in one and not in the other fails.

use std::collections::BTreeSet;

use summary_card::card::{Level, Rule, check, limits, lint, parse};

const ROOT: &str = env!("CARGO_MANIFEST_DIR");

pub fn read(path: &str) -> String {
    std::fs::read_to_string(format!("{ROOT}/{path}")).unwrap_or_else(|why| panic!("{path}: {why}"))
}

/// All files of a folder and of those in it, as one text.
fn read_all(folder: &str) -> String {
    let mut text = String::new();
    for entry in std::fs::read_dir(format!("{ROOT}/{folder}")).expect("the folder is there") {
        let entry = entry.expect("it can be read");
        let path = format!("{folder}/{}", entry.file_name().to_string_lossy());
        text += &if entry.path().is_dir() { read_all(&path) } else { read(&path) };
    }
    text
}

/// The cells of the table whose first column is headed so.
pub fn table(first: &str) -> Vec<Vec<String>> {
    let readme = read("README.md");
    let head = format!("| {first} |");
    let mut lines = readme.lines().skip_while(|line| !line.starts_with(&head));
    assert!(lines.next().is_some(), "the README has a table headed {first}");
    let rows = lines.skip(1).take_while(|line| line.starts_with('|'));
    let cells = |line: &str| line.trim_matches('|').split('|').map(|cell| cell.trim().to_owned()).collect();
    let rows: Vec<Vec<String>> = rows.map(cells).collect();
    assert!(!rows.is_empty(), "the table headed {first} has rows");
    rows
}

/// The names in the first column of a table, each once.
fn names(first: &str) -> BTreeSet<String> {
    let all: Vec<String> = table(first).into_iter().map(|row| row[0].trim_matches('`').to_owned()).collect();
    let each: BTreeSet<String> = all.iter().cloned().collect();
    assert_eq!(all.len(), each.len(), "{first}: a name stands twice");
    each
}

/// What stands between two marks, wherever that is in a text.
pub fn between<'a>(text: &'a str, before: &str, after: &str) -> Vec<&'a str> {
    text.split(before).skip(1).filter_map(|rest| Some(rest.split_once(after)?.0)).collect()
}

/// What stands in quotation marks, or other marks of which one begins and the next ends.
pub fn quoted(text: &str, mark: char) -> Vec<&str> {
    text.split(mark).skip(1).step_by(2).collect()
}

/// The one passage between two marks.
pub fn part<'a>(text: &'a str, before: &str, after: &str) -> &'a str {
    between(text, before, after).first().copied().unwrap_or_else(|| panic!("{before} … {after}"))
}

pub fn set(items: impl IntoIterator<Item = impl Into<String>>) -> BTreeSet<String> {
    items.into_iter().map(Into::into).collect()
}

/// The events' names as `page/host.rs` and `embed.js` have them.
fn events() -> BTreeSet<String> {
    let host = read("src/page/host.rs");
    let embed = read("static/embed.js");
    let from_rust = between(part(&host, "pub mod event {", "\n}"), "= \"", "\"");
    let from_script = between(&embed, "#sendEvent(\"", "\"");
    set(from_rust.into_iter().chain(from_script).map(|name| format!("summary-card:{name}")))
}

#[test]
fn attributes() {
    let embed = read("static/embed.js");
    let observed = set(part(&embed, "observedAttributes = \"", "\"").split(' '));
    assert_eq!(names("attribute"), observed);
    let host = read("src/page/host.rs");
    let read_by_rust = set(between(part(&host, "pub mod attribute {", "\n}"), "= \"", "\""));
    assert!(read_by_rust.is_subset(&observed), "{read_by_rust:?}");
}

/// What the frame takes over from its address, in the script, in the command line that writes such addresses, and in the
/// README.
#[test]
fn attributes_of_the_frame() {
    let frame = read("static/frame.js");
    let taken = set(quoted(part(&frame, "const ATTRIBUTES = [", "]"), '"'));
    let oembed = read("crates/cli/src/oembed.rs");
    let written = set(quoted(part(&oembed, "const ATTRIBUTES: [&str; 6] = [", "]"), '"'));
    assert_eq!(taken, written);
    assert!(taken.is_subset(&names("attribute")), "{taken:?}");
    let readme = read("README.md");
    let told = part(&readme, "relative to `frame.html`. ", " are as for the");
    assert_eq!(taken, set(quoted(told, '`')));
}

/// What the frame and the page around it say to each other.
#[test]
fn the_frame_and_the_page_around_it_use_the_same_names() {
    let [frame, around] = ["static/frame.js", "static/frame-parent.js"].map(read);
    for name in ["HEIGHT", "WANTED"] {
        let line = ["const ", name, " = \""].concat();
        assert_eq!(part(&frame, &line, "\""), part(&around, &line, "\""));
    }
    assert!(read("README.md").contains(part(&frame, "const HEIGHT = \"", "\"")));
}

#[test]
fn members() {
    let types = read("static/embed.d.ts");
    let class = part(&types, "class SummaryCardElement extends HTMLElement {", "\n}");
    let declared =
        set(class.lines().map(str::trim).filter(|line| !line.starts_with(['/', '*'])).filter_map(|line| {
            Some(line.trim_start_matches("readonly ").split_once([':', '('])?.0.to_owned())
        }));
    let told = set(names("member").iter().map(|name| name.split('(').next().unwrap_or_default().to_owned()));
    assert_eq!(told, declared);
    let embed = read("static/embed.js");
    for member in told {
        let there = [format!("\n  {member}("), format!("\n  get {member}()")];
        assert!(there.iter().any(|text| embed.contains(text)), "embed.js has no {member}");
    }
}

#[test]
fn events_are_told_and_typed() {
    assert_eq!(names("event"), events());
    let types = read("static/embed.d.ts");
    let map = part(&types, "interface SummaryCardEventMap {", "\n}");
    assert_eq!(set(between(map, "  \"", "\":")), events());
}

#[test]
fn error_codes_with_the_readers_words() {
    let (embed, live) = (read("static/embed.js"), read("static/live.js"));
    let told: BTreeSet<(String, String)> = table("`code`")
        .into_iter()
        .map(|row| (row[0].trim_matches('`').to_owned(), row[1].clone()))
        .collect();
    let words = part(&live, "const WORDS = {", "\n};");
    let coded: BTreeSet<(String, String)> = words
        .lines()
        .filter_map(|line| line.trim().split_once(": \""))
        .map(|(code, rest)| (code.trim_matches('"').to_owned(), rest.trim_end_matches("\",").to_owned()))
        .filter(|(code, _)| code != "retry")
        .collect();
    let (silent, shown): (BTreeSet<_>, BTreeSet<_>) =
        told.iter().cloned().partition(|(_, words)| words.starts_with("*nothing"));
    assert_eq!(shown, coded);
    for (code, _) in silent {
        assert!(embed.contains(&format!("fail(\"{code}\", ")), "embed.js never fails with {code}");
    }
    let types = read("static/embed.d.ts");
    let union = part(&types, "type ErrorCode =", ";");
    assert_eq!(set(between(union, "| \"", "\"")), set(told.into_iter().map(|(code, _)| code)));
}

#[test]
fn custom_properties() {
    let sources = read("static/card.css") + &read("src/page/highlight.rs");
    let used = between(&sources, "var(--summary-card-", ",");
    assert_eq!(names("custom property"), set(used.into_iter().map(|name| format!("--summary-card-{name}"))));
}

#[test]
fn part_names() {
    let view = read_all("src/view");
    let used = between(&view, "part=\"", "\"").into_iter().chain(between(&view, "part: \"", "\""));
    assert_eq!(names("part"), set(used));
}

#[test]
fn rules_and_their_levels() {
    let level = |rule: &Rule| if rule.level() == Level::Deny { "error" } else { "warning" };
    let told: BTreeSet<(String, String)> =
        table("rule").into_iter().map(|row| (row[0].trim_matches('`').to_owned(), row[1].clone())).collect();
    let (settable, fixed): (Vec<Rule>, Vec<Rule>) =
        Rule::ALL.into_iter().partition(|rule| rule.is_settable());
    assert_eq!(told, settable.iter().map(|rule| (rule.name().to_owned(), level(rule).to_owned())).collect());
    assert_eq!(names("rule of the format"), set(fixed.iter().map(|rule| rule.name())));
    assert!(fixed.iter().all(|rule| rule.level() == Level::Deny));
}

#[test]
fn limits_are_the_code_s() {
    let most = |what: &str| -> usize {
        let rows = table("what");
        let row = rows.iter().find(|row| row[0] == what).unwrap_or_else(|| panic!("no limit of {what}"));
        row[1].split(' ').next().and_then(|number| number.parse().ok()).expect("it begins with a number")
    };
    for (what, limit) in [
        ("the file", limits::MAX_FILE_BYTES / 1024),
        ("lists and objects within each other", limits::MAX_DEPTH),
        ("summary points", limits::MAX_SUMMARY_POINTS),
        ("actors", limits::MAX_ACTORS),
        ("claims", limits::MAX_CLAIMS),
        ("stances", limits::MAX_STANCES),
        ("sample comments", limits::MAX_COMMENTS),
        ("quotes in one `evidence`", limits::MAX_QUOTES),
        ("reasons of one stance", limits::MAX_REASONS),
        ("entries of `sameAs` or `appearance`", limits::MAX_LINKS),
        ("factions of a `mixed` stance", limits::MAX_PARTS),
        ("names in one `author`", limits::MAX_AUTHORS),
        ("an id", limits::MAX_ID),
        ("a name, a headline, a description", limits::MAX_NAME),
        ("a claim, a reason, a summary point, a correction", limits::MAX_TEXT),
        ("a quote", limits::MAX_QUOTE),
        ("`prefix`, `suffix`", limits::MAX_CONTEXT),
        ("a sample comment", limits::MAX_COMMENT),
        ("an address", limits::MAX_URL),
    ] {
        assert_eq!(most(what), limit, "{what}");
    }
}

#[test]
fn the_example_card_has_no_problem() {
    let readme = read("README.md");
    let text = part(&readme, "```json\n", "```");
    let card = parse(text).expect("it is a card");
    assert_eq!(check(&card), []);
    assert_eq!(lint(&card), []);
    assert!(!card.claims.is_empty() && !card.stances.is_empty());
}

/// What comes after `start` in every line of code and every code span of the README.
fn commands(start: &str) -> Vec<Vec<String>> {
    let readme = read("README.md");
    let blocks = between(&readme, "```sh\n", "```").into_iter().flat_map(str::lines);
    let prose: String = readme.split("```").step_by(2).collect();
    let spans = prose.split('`').skip(1).step_by(2).map(|span| span.replace('\n', " "));
    let lines: Vec<String> = blocks.map(str::to_owned).chain(spans).collect();
    let found: Vec<Vec<String>> = lines
        .iter()
        .filter_map(|line| line.strip_prefix(start))
        .map(|rest| rest.split_whitespace().map(str::to_owned).collect())
        .collect();
    assert!(!found.is_empty(), "the README has a command that begins with {start}");
    found
}

#[test]
fn cargo_commands_exist() {
    const KNOWN: [&str; 9] =
        ["build", "test", "bench", "doc", "install", "clippy", "summary-card", "xtask", "+nightly"];
    for words in commands("cargo ") {
        assert!(KNOWN.contains(&words[0].as_str()), "cargo {words:?}");
        for pair in words.windows(2) {
            let file = match pair[0].as_str() {
                "--package" => {
                    let name = pair[1].trim_start_matches("summary-card-");
                    format!("crates/{name}/Cargo.toml")
                }
                "--article" => pair[1].clone(),
                _ => continue,
            };
            read(&file);
        }
        for card in words.iter().filter(|word| word.starts_with("static/cards/")) {
            read(card);
        }
    }
    let fuzzed = commands("cargo +nightly ");
    read(&format!("fuzz/fuzz_targets/{}.rs", fuzzed[0][2]));
}

/// What the README says of bundlers and frameworks is what `cargo xtask test package` builds.
#[test]
fn frameworks_are_used_as_the_tests_use_them() {
    let readme = read("README.md");
    let section = part(&readme, "### With a bundler\n", "\n### ");
    let blocks: Vec<&str> = section.split("```").skip(1).step_by(2).collect();
    let apps = ["react/App.tsx", "vue/vite.config.js", "vue/App.vue", "svelte/App.svelte"];
    assert_eq!(blocks.len(), apps.len());
    for (block, app) in blocks.iter().zip(apps) {
        let source = read(&format!("tests/package/{app}"));
        // The first is the name of the language.
        for line in block.lines().skip(1).map(str::trim).filter(|line| !line.is_empty()) {
            assert!(source.contains(line), "{app} has no {line}");
        }
    }
    for before in ["summary-card@", "dist/", "/summary-card/"] {
        for rest in readme.split(before).filter(|rest| rest.starts_with(|next: char| next.is_ascii_digit())) {
            assert!(rest.starts_with(env!("CARGO_PKG_VERSION")), "{before} and another version");
        }
    }
}

#[test]
fn every_task_is_told_and_none_else() {
    let main = read("xtask/src/main.rs");
    let help = part(&main, "cargo xtask COMMAND\n", "\";");
    let known = set(help
        .lines()
        .filter_map(|line| line.strip_prefix("  ")?.split(' ').next())
        .filter(|word| !word.is_empty()));
    let told: BTreeSet<String> = commands("cargo xtask ").into_iter().map(|words| words[0].clone()).collect();
    assert_eq!(told, known);
    let test = read("xtask/src/test/steps.rs");
    let steps = part(&test, "const STEPS:", "\n];");
    let row = table("command").into_iter().find(|row| row[0] == "`cargo xtask test`").expect("it is there");
    let (_, names) = row[1].split_once("named: ").expect("the steps are named");
    assert_eq!(set(quoted(names, '`')), set(between(steps, "name: \"", "\"")));
}

#[test]
fn every_command_of_the_program_is_told_and_none_else() {
    let cli = read("crates/cli/src/main.rs");
    let variants = part(&cli, "enum Command {\n", "\n}");
    let known = set(variants
        .lines()
        .map(str::trim)
        .filter(|line| line.starts_with(char::is_uppercase))
        .map(|line| line.trim_end_matches(',').split('(').next().unwrap_or_default().to_lowercase()));
    let told: BTreeSet<String> =
        commands("cargo summary-card ").into_iter().map(|words| words[0].clone()).collect();
    assert_eq!(told, known);
    for words in commands("summary-card ") {
        assert!(known.contains(&words[0]), "summary-card {words:?}");
    }
    let options = part(&cli, "struct CheckArgs {", "\n}");
    for words in commands("cargo summary-card check ") {
        for option in words.iter().filter_map(|word| word.strip_prefix("--")) {
            assert!(options.contains(&format!("\n    {option}: ")), "check has no --{option}");
        }
    }
}

#[test]
fn every_link_to_a_file_leads_somewhere() {
    let readme = read("README.md");
    let prose: String = readme.split("```").step_by(2).collect();
    let links = between(&prose, "](", ")");
    assert!(links.len() > 10, "{links:?}");
    for link in links.iter().filter(|link| !link.starts_with(['#', 'h'])) {
        assert!(std::path::Path::new(ROOT).join(link).exists(), "{link}");
    }
    let heads: Vec<String> = prose
        .lines()
        .filter(|line| line.starts_with("##"))
        .map(|line| line.trim_start_matches(['#', ' ']).to_lowercase().replace(' ', "-"))
        .collect();
    for link in links.iter().filter_map(|link| link.strip_prefix('#')) {
        assert!(heads.iter().any(|head| head == link), "#{link}");
    }
}
