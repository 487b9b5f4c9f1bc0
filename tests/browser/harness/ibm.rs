//! IBM's accessibility checker: a second opinion beside axe, with rules of its own, in open shadow roots too.

use super::page::Page;
use std::path::Path;

/// What it is sure of: the faults, without what it asks a person to look at.
const RUN: &str = "
    new ace_ibma.Checker().check(document, ['WCAG_2_2', 'IBM_Accessibility']).then(
      ({ results }) => done(results
        .filter(({ value: [kind, outcome] }) => kind === 'VIOLATION' && outcome === 'FAIL')
        .map(({ ruleId, reasonId, message, snippet, path }) => `${ruleId} ${reasonId}: ${message} ${path.dom} ${snippet}`)),
      (why) => done([`the checker itself failed: ${why}`]));";

impl Page {
    /// Every fault that IBM's checker finds on the page now, one text each; none is an empty list.
    pub async fn ibm(&self) -> Vec<String> {
        let there: bool = self.js("return typeof ace_ibma === 'object'").await;
        if !there {
            let file = Path::new(env!("CARGO_MANIFEST_DIR"))
                .join("target/tools/npm/node_modules/accessibility-checker-engine/ace-window.js");
            let source = std::fs::read_to_string(file)
                .expect("IBM's checker is in target/tools: `cargo xtask setup` sees to it");
            let (): () = self.js(&format!("{source}; return null")).await;
        }
        self.js_async(RUN).await
    }
}
