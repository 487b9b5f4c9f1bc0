//! The editor's desk: from an article to a card, as an editor does it.

mod editing;
mod hostile;
mod keeping;
mod prerendered;
mod whole;

use crate::harness::{Key, Page, Site};
use serde_json::Value;

const PASTE_HERE: &str = "Paste the article, from a page or as HTML";
const ARTICLE: &str = "Article";
const SELECTED: &str = "Make something of the selected words";

/// A short article, as a page has it.
const LEVEE: &str = "<article><h1>The levee</h1>
    <p>The levee held for one night, <b>Mayor Ana Ruiz</b> said.</p>
    <p>The engineer Luis Ortega doubts the figure of 40 million. “It may cost more,” he said.</p>
    <p>The river office will measure the levee again in May.</p></article>";

const HELD: &str = "The levee held for one night, Mayor Ana Ruiz said.";
const FIGURE: &str = "The engineer Luis Ortega doubts the figure of 40 million.";
const AGAIN: &str = "The river office will measure the levee again in May.";

/// The desk, with nothing on it.
async fn open(page: &Page) -> Site {
    let site = Site::dist();
    open_at(page, &site).await;
    site
}

async fn open_at(page: &Page, site: &Site) {
    page.open(site, "/desk/").await;
    page.find("textbox", PASTE_HERE).await;
}

/// The desk with that article on it.
async fn open_with(page: &Page, html: &str) -> Site {
    let site = open(page).await;
    paste(page, html).await;
    site
}

/// Pastes rich text, as a browser does it when somebody has copied a part of a page.
async fn paste(page: &Page, html: &str) {
    let script = format!(
        "const data = new DataTransfer();
         data.setData('text/html', {html:?});
         data.setData('text/plain', 'the same without its looks');
         const box = [...document.querySelectorAll('textarea')].find((box) => box.labels[0].textContent.includes({PASTE_HERE:?}));
         box.focus();
         // Firefox takes one text, by names of its own, and passes over `clipboardData`.
         const own = {{ dataType: 'text/html', data: {html:?} }};
         box.dispatchEvent(new ClipboardEvent('paste', {{ clipboardData: data, ...own, bubbles: true, cancelable: true }}));
         return null"
    );
    let (): () = page.js(&script).await;
    page.find("button", "Another article").await;
}

/// A script's function: the range of words of the article.
const RANGE_OF: &str = "const rangeOf = (words) => {
  const nodes = [];
  let text = '';
  for (const block of document.querySelectorAll('[data-block]')) {
    const walker = document.createTreeWalker(block, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) { nodes.push([text.length, walker.currentNode]); text += walker.currentNode.data; }
  }
  const start = text.indexOf(words), end = start + words.length;
  if (start < 0) throw new Error('not in: ' + text);
  const place = (at, isEnd) => {
    const [from, node] = nodes.findLast(([from]) => isEnd ? from < at : from <= at);
    return [node, at - from];
  };
  const range = document.createRange();
  range.setStart(...place(start, false));
  range.setEnd(...place(end, true));
  return range;
};";

/// Selects words of the article, as a browser's own ways of selecting do, and waits until something can be made of them.
async fn select(page: &Page, words: &str) {
    let script = format!(
        "{RANGE_OF}
         const range = rangeOf({words:?});
         getSelection().setBaseAndExtent(range.startContainer, range.startOffset, range.endContainer, range.endOffset);
         return null"
    );
    let (): () = page.js(&script).await;
    is_selected(page, words).await;
}

/// Selects words of the article with the pointer: from the left half of the first letter to the right half of the last.
async fn drag(page: &Page, words: &str) {
    let scroll = format!(
        "{RANGE_OF}
         rangeOf({words:?}).startContainer.parentElement.scrollIntoView({{ block: 'center', behavior: 'instant' }});
         return null"
    );
    let (): () = page.js(&scroll).await;
    page.at_rest().await;
    let places = format!(
        "{RANGE_OF}
         const lines = [...rangeOf({words:?}).getClientRects()].filter(({{ width }}) => width > 2);
         const middle = ({{ top, bottom }}) => (top + bottom) / 2;
         return [lines[0].left + 1, middle(lines[0]), lines.at(-1).right - 1, middle(lines.at(-1))].map(Math.round)"
    );
    let [from_x, from_y, to_x, to_y]: [i64; 4] = page.js(&places).await;
    page.drag((from_x, from_y), (to_x, to_y)).await;
    is_selected(page, words).await;
}

async fn is_selected(page: &Page, words: &str) {
    let beginning: String = words.chars().take(40).collect();
    page.until(&format!("{words:?} to be selected"), || async {
        page.has("region", SELECTED).await && page.text_of("region", SELECTED).await.contains(&beginning)
    })
    .await;
}

/// Makes something of words of the article, by the button of that name.
async fn make(page: &Page, words: &str, button: &str) {
    select(page, words).await;
    page.within("region", SELECTED).await.click("button", button).await;
}

async fn make_claim(page: &Page, words: &str) {
    make(page, words, "New claim").await;
    is_made(page, "Claim", words).await;
}

async fn make_actor(page: &Page, name: &str) {
    make(page, name, "Person or group").await;
    is_made(page, "Person or group", name).await;
}

/// Waits until the status line says that this was made: with its words, since it may say so of the one before.
async fn is_made(page: &Page, kind: &str, words: &str) {
    let beginning: String = words.chars().take(40).collect();
    page.until(&format!("the {kind} {words:?}"), || async {
        let said = statuses(page).await;
        said.contains(&format!("There now: {kind}")) && said.contains(&beginning)
    })
    .await;
    // It comes a moment later. With it goes in WebKit what a script has selected by then, though not what a pointer has.
    page.until_js("the focus there", r"return /\[\d+\]/.test(document.activeElement.id)").await;
}

/// Waits until the status line says that.
async fn says(page: &Page, text: &str) {
    page.until(&format!("the status {text:?}"), || async { statuses(page).await.contains(text) }).await;
}

async fn statuses(page: &Page) -> String {
    page.js(
        "return [...document.querySelectorAll('[role=status]')].map((status) => status.textContent).join('\\n')",
    )
    .await
}

/// Waits until the card is in the storage.
async fn kept(page: &Page) {
    says(page, "Kept in this browser").await;
}

/// Types in the place of what a field has.
async fn fill(page: &Page, role: &str, name: &str, text: &str) {
    let field = page.find(role, name).await;
    // As a person does it: a field that is emptied for them would count as changed.
    field.send_keys(Key::Control + "a").await.expect("the field takes keys");
    page.type_into(role, name, text).await;
}

/// Chooses from a list beside the article. By a script: where the driver clicks an option that is not drawn, it may click
/// into the article, and then nothing is selected there any more.
async fn pick(page: &Page, list: &str, start: &str) {
    page.find("combobox", list).await;
    let script = format!(
        "const list = [...document.querySelectorAll('select')].find((list) => list.labels[0].textContent === {list:?});
         const option = [...list.options].find((option) => option.label.startsWith({start:?}));
         if (!option) return false;
         list.value = option.value;
         list.dispatchEvent(new Event('change', {{ bubbles: true }}));
         return true"
    );
    assert!(page.js::<bool>(&script).await, "{list} has no {start}");
}

/// Adds the stance that was picked, with the keyboard: the bar that the button is in is scrolled to it, and what a pointer
/// then is over may be the article, where a click gives the selection up.
async fn add_stance(page: &Page) {
    let button = page.find("button", "Add the stance").await;
    button.send_keys(Key::Enter + "").await.expect("the button takes a key");
    says(page, "There now: Stance").await;
}

/// Opens the form of an entry, whose row's name has these words.
async fn open_form(page: &Page, words: &str) {
    page.click("button", &format!("*{words}*")).await;
    page.find("group", "Fields").await;
}

/// What can be copied under such a title, letter for letter.
async fn out(page: &Page, title: &str) -> String {
    let dialog = page.within("dialog", "Publish").await;
    let text = dialog.find("region", title).await.prop("textContent").await;
    text.ok().flatten().expect("the place has a text")
}

/// The card file as it would be saved now.
async fn card_text(page: &Page) -> String {
    page.click("button", "Publish").await;
    let text = out(page, "The card file").await;
    close(page, "Publish").await;
    text
}

async fn card(page: &Page) -> Value {
    let text = card_text(page).await;
    serde_json::from_str(&text).unwrap_or_else(|why| panic!("{why}: {text}"))
}

async fn close(page: &Page, dialog: &str) {
    page.within("dialog", dialog).await.click("button", "Close").await;
    page.find_none("dialog", dialog).await;
}

/// A file as a browser hands it over when somebody has chosen it: `place` is a selector, since such a field has no role.
async fn choose_file(page: &Page, place: &str, name: &str, text: &str) {
    let script = format!(
        "const data = new DataTransfer();
         data.items.add(new File([{text:?}], {name:?}));
         const field = document.querySelector({place:?});
         field.files = data.files;
         field.dispatchEvent(new Event('change', {{ bubbles: true }}));
         return null"
    );
    let (): () = page.js(&script).await;
}
