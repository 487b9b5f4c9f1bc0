//! axe-core: what a machine can find of accessibility faults, in open shadow roots too.

use super::page::Page;
use std::path::Path;

/// WCAG 2.2 A and AA, and axe's own good practice.
const ALL_RULES: &str = "'wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'";
/// Those of them that look at colours.
const COLOUR_RULES: &str = "'cat.color'";

const RUN: &str = "axe.run(document, { runOnly: tags, resultTypes: ['violations'] }).then(
      ({ violations }) => done(violations.flatMap(({ id, nodes }) =>
        nodes.map(({ target, failureSummary }) => `${id}: ${target.flat().join(' ')}: ${failureSummary}`))),
      (why) => done([`axe itself failed: ${why}`]));";

impl Page {
    /// Every fault that axe finds on the page now, one text each; none is an empty list.
    pub async fn axe(&self) -> Vec<String> {
        self.axe_by(ALL_RULES).await
    }

    /// The same of colours alone, where all else is as another call has seen it.
    pub async fn axe_of_colours(&self) -> Vec<String> {
        self.axe_by(COLOUR_RULES).await
    }

    async fn axe_by(&self, tags: &str) -> Vec<String> {
        self.bring("axe", "axe-core/axe.min.js").await;
        self.js_async(&format!("const tags = [{tags}]; {RUN}")).await
    }

    /// Runs an npm package's script in the page, unless what it brings is there already.
    pub(super) async fn bring(&self, global: &str, script: &str) {
        let there: bool = self.js(&format!("return typeof {global} === 'object'")).await;
        if !there {
            let file =
                Path::new(env!("CARGO_MANIFEST_DIR")).join("target/tools/npm/node_modules").join(script);
            let source = std::fs::read_to_string(file).unwrap_or_else(|why| {
                panic!("{script} is not in target/tools, `cargo xtask setup` sees to it: {why}")
            });
            let (): () = self.js(&format!("{source}; return null")).await;
        }
    }
}
