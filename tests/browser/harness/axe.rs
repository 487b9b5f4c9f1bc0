//! axe-core: what a machine can find of accessibility faults, in open shadow roots too.

use super::page::Page;
use std::path::Path;

/// WCAG 2.2 A and AA, and axe's own good practice.
const RUN: &str = "
    const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
    axe.run(document, { runOnly: tags, resultTypes: ['violations'] }).then(
      ({ violations }) => done(violations.flatMap(({ id, nodes }) =>
        nodes.map(({ target, failureSummary }) => `${id}: ${target.flat().join(' ')}: ${failureSummary}`))),
      (why) => done([`axe itself failed: ${why}`]));";

impl Page {
    /// Every fault that axe finds on the page now, one text each; none is an empty list.
    pub async fn axe(&self) -> Vec<String> {
        let there: bool = self.js("return typeof axe === 'object'").await;
        if !there {
            let file = Path::new(env!("CARGO_MANIFEST_DIR"))
                .join("target/tools/npm/node_modules/axe-core/axe.min.js");
            let source = std::fs::read_to_string(file)
                .expect("axe-core is in target/tools: `cargo xtask setup` sees to it");
            let (): () = self.js(&format!("{source}; return null")).await;
        }
        self.js_async(RUN).await
    }
}
