//! Finding what a reader would find: by role and accessible name, as the browser itself computes them.

use super::page::Page;
use serde_json::Value;
use thirtyfour::WebElement;

/// All elements below the scope that match a selector, shadow roots included, in document order.
const DEEP: &str = "
    const found = [];
    const walk = (root) => {
      for (const element of root.querySelectorAll('*')) {
        if (element.matches(arguments[1])) found.push(element);
        if (element.shadowRoot) walk(element.shadowRoot);
      }
    };
    const scope = arguments[0] ?? document;
    if (scope.shadowRoot) walk(scope.shadowRoot);
    walk(scope);
    return found;";

/// Elements that can have a role, so that the browser need not be asked about every one.
fn candidates(role: &str) -> String {
    let native = match role {
        "button" => "button, summary, input[type=button], input[type=submit], input[type=reset]",
        "link" => "a[href], area[href]",
        "heading" => "h1, h2, h3, h4, h5, h6",
        "textbox" => "input, textarea",
        "searchbox" => "input[type=search], input",
        "checkbox" => "input[type=checkbox]",
        "radio" => "input[type=radio]",
        "combobox" | "listbox" => "select, input",
        "option" => "option",
        "list" => "ul, ol, menu",
        "listitem" => "li",
        "table" => "table",
        "row" => "tr",
        "cell" | "columnheader" | "rowheader" => "td, th",
        "group" => "details, fieldset, optgroup",
        "region" => "section",
        "form" => "form",
        "article" => "article",
        "navigation" => "nav",
        "complementary" => "aside",
        "img" | "image" => "img, svg",
        "status" => "output",
        _ => return "*".to_owned(),
    };
    format!("{native}, [role={role}]")
}

/// Whether a computed role is the wanted one. Chromium has a word of its own for `<summary>`, which acts and is
/// announced as a button.
fn is_role(computed: &str, wanted: &str) -> bool {
    computed == wanted
        || (wanted == "button" && computed == "DisclosureTriangle")
        || (matches!(computed, "img" | "image") && matches!(wanted, "img" | "image"))
}

/// A name as it is compared: browsers differ in the white space around and between its parts, which nobody hears.
fn folded(name: &str) -> String {
    name.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// `*part*`, `start*`, `*end` or the whole name, which is [`folded`].
fn is_name(computed: &str, wanted: &str) -> bool {
    match (wanted.strip_prefix('*'), wanted.strip_suffix('*')) {
        (Some(""), _) => true,
        (Some(_), Some(_)) => computed.contains(wanted.trim_matches('*')),
        (Some(end), None) => computed.ends_with(end),
        (None, Some(start)) => computed.starts_with(start),
        (None, None) => computed == wanted,
    }
}

impl Page {
    /// Every displayed element of that role and name now, without waiting. A name can be `*part*`, `start*`,
    /// `*end` or `*`.
    pub async fn find_all(&self, role: &str, name: &str) -> Vec<WebElement> {
        let mut found = Vec::new();
        for element in self.all(&candidates(role)).await {
            // An element that went away while we asked is not one that was found.
            let Some(computed) = self.ask(&element, "computedrole").await else {
                continue;
            };
            if is_role(&computed, role)
                && let Some(label) = self.ask(&element, "computedlabel").await
                && is_name(&label, name)
                && element.is_displayed().await.unwrap_or(false)
            {
                found.push(element);
            }
        }
        found
    }

    /// The first displayed element of that role and name; waits for it.
    pub async fn find(&self, role: &str, name: &str) -> WebElement {
        match self.until_some(|| async { self.find_all(role, name).await.into_iter().next() }).await {
            Some(element) => element,
            None => panic!("no {role} named {name:?}; there are: {}", self.names(role).await),
        }
    }

    /// Waits until no such element is displayed.
    pub async fn find_none(&self, role: &str, name: &str) {
        let what = format!("no {role} named {name:?}");
        self.until(&what, || async { self.find_all(role, name).await.is_empty() }).await;
    }

    /// Whether such an element is displayed now.
    pub async fn has(&self, role: &str, name: &str) -> bool {
        !self.find_all(role, name).await.is_empty()
    }

    /// Every element below the scope that matches a CSS selector, shadow roots included.
    pub async fn all(&self, selector: &str) -> Vec<WebElement> {
        let scope = self.scope().map_or(Value::Null, |scope| scope.to_json().expect("an element is JSON"));
        let result = self.driver().execute(DEEP, vec![scope, selector.into()]);
        result
            .await
            .and_then(thirtyfour::prelude::ScriptRet::elements)
            .unwrap_or_else(|why| panic!("looking for {selector}: {why}"))
    }

    /// Role and name of the element that has the focus, in whatever shadow root; empty when nothing has it.
    pub async fn focused(&self) -> (String, String) {
        let script = "
            let element = document.activeElement;
            while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
            return element === document.body ? null : element;";
        let result = self.driver().execute(script, Vec::new()).await;
        let Ok(element) = result.and_then(thirtyfour::prelude::ScriptRet::element) else {
            return (String::new(), String::new());
        };
        let role = self.ask(&element, "computedrole").await.unwrap_or_default();
        let name = self.ask(&element, "computedlabel").await;
        let role = if is_role(&role, "button") { "button".to_owned() } else { role };
        (role, name.unwrap_or_default())
    }

    /// The names of all elements of a role, for a message.
    async fn names(&self, role: &str) -> String {
        let mut names = Vec::new();
        for element in self.find_all(role, "*").await {
            let name = self.ask(&element, "computedlabel").await;
            names.push(format!("{:?}", name.unwrap_or_default()));
        }
        names.join(", ")
    }

    /// `computedrole` or `computedlabel` of an element, as the browser gives it to assistive technology, [`folded`].
    async fn ask(&self, element: &WebElement, what: &str) -> Option<String> {
        let answer = self.get(&format!("/element/{}/{what}", element.element_id())).await;
        answer.ok()?.as_str().map(folded)
    }
}

mod tests {
    use super::*;

    #[test]
    fn white_space_in_a_name_is_one_space_between_words_and_none_around() {
        assert_eq!(folded("Text "), "Text");
        assert_eq!(folded("\n  Two\u{a0}\u{202f} words\t"), "Two words");
        assert_eq!(folded(" "), "");
    }
}
