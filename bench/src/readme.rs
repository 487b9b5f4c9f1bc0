//! The part of the README that the bench writes.

const BEGIN: &str = "<!-- bench: `cargo xtask bench` writes what follows -->\n";
const END: &str = "<!-- bench: end -->";

const PLOT: &str = "![How soon each card can be read and is live on a slow phone, how long a click takes with more and more claims, and when all are live with more and more cards on the page](bench/results/plot.svg)";

/// A text with the plot and `table` between the marks; `None` where it has no marks.
pub fn with_table(readme: &str, table: &str) -> Option<String> {
    let (before, rest) = readme.split_once(BEGIN)?;
    let (_, after) = rest.split_once(END)?;
    Some([before, BEGIN, "\n", PLOT, "\n\n", table, "\n", END, after].concat())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::site::root;

    #[test]
    fn only_what_is_between_the_marks_is_replaced() {
        let old = format!("before\n{BEGIN}old{END}\nafter");
        let new = with_table(&old, "| new |\n").expect("it has marks");
        assert_eq!(new, format!("before\n{BEGIN}\n{PLOT}\n\n| new |\n\n{END}\nafter"));
        assert_eq!(with_table(&new, "| new |\n").as_deref(), Some(&*new));
        assert_eq!(with_table("no marks", "| new |"), None);
    }

    #[test]
    fn the_readme_has_the_table_that_was_measured_last() {
        let read = |path: &str| std::fs::read_to_string(root().join(path)).expect("it is there");
        let readme = read("README.md");
        assert_eq!(with_table(&readme, &read("bench/results/table.md")).as_deref(), Some(&*readme));
    }
}
