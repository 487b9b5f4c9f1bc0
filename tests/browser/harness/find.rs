//! Finding what a reader would find: by role and accessible name.

use super::page::{Page, json};
use std::time::Duration;
use thirtyfour::WebElement;
use thirtyfour::error::{WebDriverError, WebDriverErrorInner};
use thirtyfour::prelude::ScriptRet;

/// At hand in the scripts here.
const ACCESSIBLE: &str = include_str!("accessible.js");
/// The same for what is read aloud.
const TRANSCRIPT: &str = include_str!("transcript.js");

impl Page {
    /// Every element of that role and name that is there for a reader now, without waiting. A name can be `*part*`,
    /// `start*`, `*end` or `*`; its white space is folded.
    pub async fn find_all(&self, role: &str, name: &str) -> Vec<WebElement> {
        let mut tries = 0;
        loop {
            let args = vec![self.scope_value(), role.into(), name.into()];
            let found = self.driver().execute([ACCESSIBLE, "return find(...arguments)"].concat(), args).await;
            match found.and_then(ScriptRet::elements) {
                Ok(found) => return found,
                // What was found can be gone before the driver hands it over, as when the live card takes its place.
                Err(why) if tries < 5 && is_stale(&why) => tries += 1,
                Err(why) => panic!("looking for the {role} {name:?}: {why}"),
            }
            tokio::time::sleep(Duration::from_millis(50)).await;
        }
    }

    /// The first element of that role and name; waits for it.
    pub async fn find(&self, role: &str, name: &str) -> WebElement {
        match self.until_some(|| async { self.find_all(role, name).await.into_iter().next() }).await {
            Some(element) => element,
            None => panic!("no {role} named {name:?}; there are: {}", self.names(role).await),
        }
    }

    /// Waits until no such element is there.
    pub async fn find_none(&self, role: &str, name: &str) {
        let what = format!("no {role} named {name:?}");
        self.until(&what, || async { self.find_all(role, name).await.is_empty() }).await;
    }

    /// Whether such an element is there now.
    pub async fn has(&self, role: &str, name: &str) -> bool {
        !self.find_all(role, name).await.is_empty()
    }

    /// Every element below the scope that matches a CSS selector, shadow roots included.
    pub async fn all(&self, selector: &str) -> Vec<WebElement> {
        let script = "return everything(arguments[0]).filter((each) => each.matches(arguments[1]))";
        let args = vec![self.scope_value(), selector.into()];
        let found = self.driver().execute([ACCESSIBLE, script].concat(), args).await;
        found.and_then(ScriptRet::elements).unwrap_or_else(|why| panic!("looking for {selector}: {why}"))
    }

    /// Role and name of the element that has the focus, in whatever shadow root; empty when nothing has it.
    pub async fn focused(&self) -> (String, String) {
        self.js(&[ACCESSIBLE, "return focused()"].concat()).await
    }

    /// Role and name of each element, as `find` sees them.
    pub async fn roles_and_names(&self, elements: &[WebElement]) -> Vec<(String, String)> {
        let elements = elements.iter().map(json).collect();
        let script = "return [...arguments].map((each) => [roleOf(each), nameOf(each)])";
        self.run(&[ACCESSIBLE, script].concat(), elements).await
    }

    /// What is read aloud from the start of the scope to its end: a line for each thing, with role, name and state.
    pub async fn transcript(&self) -> String {
        let script = [ACCESSIBLE, TRANSCRIPT, "return transcript(arguments[0])"].concat();
        self.run(&script, vec![self.scope_value()]).await
    }

    /// `computedrole` or `computedlabel` of an element: what the engine itself would say.
    pub async fn computed(&self, element: &WebElement, what: &str) -> String {
        let answer = self.get(&format!("/element/{}/{what}", element.element_id())).await;
        let answer = answer.unwrap_or_else(|why| panic!("no {what}: {why}"));
        answer.as_str().unwrap_or_default().to_owned()
    }

    /// The names of all elements of a role, for a message.
    async fn names(&self, role: &str) -> String {
        let script = "return find(arguments[0], arguments[1], '*').map(nameOf)";
        let args = vec![self.scope_value(), role.into()];
        let names: Vec<String> = self.run(&[ACCESSIBLE, script].concat(), args).await;
        names.iter().map(|name| format!("{name:?}")).collect::<Vec<_>>().join(", ")
    }
}

fn is_stale(why: &WebDriverError) -> bool {
    matches!(why.as_inner(), WebDriverErrorInner::StaleElementReference(_))
}
