//! `summary-card check --explain RULE` and `--rules`.

use std::fmt::Write;

use card::Rule;

/// A rule's documentation, as shown on a terminal.
pub fn explain(rule: Rule) -> String {
    let explanation = rule.explanation();
    let setting = if rule.is_settable() {
        "can be set with --allow, --warn or --deny"
    } else {
        "cannot be set: the widget relies on it"
    };
    let mut text = format!(
        "{}\n{}.\n\n{}\n\nLevel: {} ({setting}).\n",
        rule.name(),
        explanation.summary,
        explanation.why,
        rule.level().name(),
    );
    for (title, example) in [("Not good", explanation.bad), ("Good", explanation.good)] {
        if !example.is_empty() {
            // Writing to a String cannot fail.
            let _ = write!(text, "\n{title}:\n    {example}\n");
        }
    }
    text
}

/// Every rule in one line: name, level, what it means.
pub fn list() -> String {
    let mut text = String::new();
    for rule in Rule::ALL {
        let level = if rule.is_settable() { rule.level().name() } else { "error (fixed)" };
        let _ = writeln!(text, "{:<24} {level:<14} {}", rule.name(), rule.explanation().summary);
    }
    text
}
