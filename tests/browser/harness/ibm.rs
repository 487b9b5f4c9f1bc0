//! IBM's accessibility checker: a second opinion beside axe, with rules of its own, in open shadow roots too.

use super::page::Page;

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
        self.bring("ace_ibma", "accessibility-checker-engine/ace-window.js").await;
        self.js_async(RUN).await
    }
}
