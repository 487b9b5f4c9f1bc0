//! Reading what others wrote, answering it, and taking one's own along.

use super::{again, open, page_with, post, says, show, sign, stored, texts};
use crate::harness::{Reply, Site, browser, part};

/// Three comments of different ages and likes.
const THREE: &str = "
    [['a', 'Old and liked', '2024-01-01', 5], ['b', 'Newest', '2024-03-01', 0], ['c', 'Middling', '2024-02-01', 1]]
      .forEach(([id, text, date, likes]) => localStorage['summary-card/1/town/comment/' + id] ??= JSON.stringify({v: 1,
        comment: {id, text, author: {name: 'Writer ' + id}, dateCreated: date, upvoteCount: likes}}));";

#[tokio::test]
async fn comments_are_sorted_liked_and_answered() {
    browser(|page| async move {
        let _site = open(&page, THREE).await;
        assert_eq!(texts(&page).await, ["A sample.", "Newest", "Middling", "Old and liked"]);
        page.choose("Order", "Oldest first").await;
        page.until("the oldest first", || async {
            texts(&page).await == ["Old and liked", "Middling", "Newest", "A sample."]
        })
        .await;
        page.choose("Order", "Most liked first").await;
        page.until("the most liked first", || async { texts(&page).await[..2] == ["Old and liked", "Middling"] })
            .await;

        page.click("button", "Like, comment by Writer b").await;
        page.find("button", "Like 1, comment by Writer b").await;
        page.click("button", "Like 1, comment by Writer c").await;
        page.find("button", "Like 2, comment by Writer c").await;
        again(&page).await;
        page.find("button", "Like 2, comment by Writer c").await;
        page.click("button", "Like 2, comment by Writer c").await;
        page.find("button", "Like 1, comment by Writer c").await;

        page.click("button", "Reply to Writer b").await;
        page.until("the focus in the reply", || async { page.focused().await.1 == "Comment" }).await;
        page.press("An answer").await;
        let form = page.within("article", "Writer b").await;
        sign(&form).await;
        form.click("button", "Post reply").await;
        says(&page, "Comment posted.").await;
        page.until("the focus on the answer", || async { page.focused().await.1 == "Ana Ruiz" }).await;
        assert!(texts(&page).await.windows(2).any(|pair| pair == ["Newest", "An answer"]));
        let nested: bool = page
            .js("const answer = [...root().querySelectorAll('.comment')].find((c) => c.textContent.includes('An answer'));
                 return answer.parentElement.parentElement.parentElement.querySelector('.text').textContent === 'Newest'")
            .await;
        assert!(nested, "the answer stands below what it answers");
        page.find_none("button", "Post reply").await;
        page.assert_quiet().await;
    })
    .await;
}

#[tokio::test]
async fn a_long_comment_is_read_to_its_end_and_a_text_is_previewed() {
    browser(|page| async move {
        let _site = open(&page, "").await;
        page.type_into("textbox", "Comment", "A *fine* text\n> quoted").await;
        page.click("button", "Preview").await;
        let preview = page.within("group", "Preview").await;
        preview.says("A fine text").await;
        let inside: Vec<String> = page
            .js("return [...root().querySelectorAll('.preview > *, .preview em')].map((e) => e.localName)")
            .await;
        assert_eq!(inside, ["p", "em", "blockquote"]);
        page.type_into("textbox", "Comment", " and more").await;
        preview.says("and more").await;
        page.click("button", "Preview").await;
        page.find_none("group", "Preview").await;

        let end = "the very end";
        let long = [&"word ".repeat(400), end].concat();
        let set = format!(
            "const area = root().querySelector('textarea'); area.value = {long:?}; area.dispatchEvent(new InputEvent('input', {{bubbles: true}})); return null"
        );
        let (): () = page.js(&set).await;
        post(&page, "").await;
        page.until("the folded comment", || async { texts(&page).await[0].ends_with('…') }).await;
        page.click("button", "Read more").await;
        page.until("all of it", || async { texts(&page).await[0].ends_with(end) }).await;
        page.click("button", "Show less").await;
        page.until("folded again", || async { texts(&page).await[0].ends_with('…') }).await;
        page.assert_quiet().await;
    })
    .await;
}

#[tokio::test]
async fn comments_are_taken_along_as_a_file_and_brought_in_again() {
    browser(|page| async move {
        let script = "
            const url = URL.createObjectURL;
            URL.createObjectURL = (blob) => { blob.text().then((text) => window.saved = text); return url.call(URL, blob) };
            const click = HTMLElement.prototype.click;
            HTMLElement.prototype.click = function () { if (this.download) window.name_of_file = this.download; else click.call(this) };";
        let _site = open(&page, script).await;
        post(&page, "To be taken along").await;
        page.click("button", "Your comments in this browser").await;
        page.click("button", "Export as a file").await;
        page.until_js("the file", "return typeof window.saved === 'string'").await;
        assert_eq!(page.js::<String>("return window.name_of_file").await, "town-comments.json");
        let file: String = page.js("return window.saved").await;
        assert!(file.contains("To be taken along") && !file.contains("ana@example.org"), "{file}");

        page.click("button", "Delete everything I wrote here").await;
        page.click("button", "Yes, delete everything").await;
        says(&page, "Everything you wrote here was deleted.").await;
        assert!(stored(&page, "comment/").await.is_empty());
        assert_eq!(texts(&page).await, ["A sample."]);

        let folder = std::env::temp_dir().join(format!("summary-card-{}", std::process::id()));
        std::fs::create_dir_all(&folder).unwrap();
        for (name, text, said) in [
            ("comments.json", file.as_str(), "1 added, 0 already here, 0 unreadable."),
            ("again.json", file.as_str(), "0 added, 1 already here, 0 unreadable."),
            ("other.json", "{}", "This is not a file of exported comments."),
        ] {
            let path = folder.join(name);
            std::fs::write(&path, text).unwrap();
            let input = page.all("input[type=file]").await.remove(0);
            input.send_keys(path.display().to_string()).await.unwrap();
            says(&page, said).await;
            assert_eq!(texts(&page).await, ["To be taken along", "A sample."]);
        }
        std::fs::remove_dir_all(&folder).unwrap();
        again(&page).await;
        assert_eq!(texts(&page).await, ["To be taken along", "A sample."]);
        page.assert_quiet().await;
    })
    .await;
}

#[tokio::test]
async fn two_cards_of_one_article_on_one_page_see_each_other_at_once() {
    browser(|page| async move {
        let site = Site::dist();
        let card = |id: &str| {
            format!(
                r#"<summary-card><script type="application/json">{{"version": 1, "id": "{id}", "url": "https://town.example/bridge",
                "headline": "The bridge", "abstract": ["A bridge opens."]}}</script></summary-card>"#
            )
        };
        site.set(
            "/two.html",
            Reply::html(format!(
                r#"<!doctype html><html lang="en"><meta charset="utf-8"><title>Two</title>
                <script type="module" src="/embed.js"></script><main><h1>Two</h1>{}{}</main>"#,
                card("one"),
                card("two")
            )),
        );
        page.open(&site, "/two.html").await;
        page.all_cards_ready().await;
        let (one, two) = (page.card(0).await, page.card(1).await);
        show(&one).await;
        show(&two).await;
        two.type_into("textbox", "Comment", "A draft in the second").await;
        post(&one, "Seen by both").await;
        page.until("the comment in the other card", || async {
            page.js::<Vec<String>>("return [...root(1).querySelectorAll('.comment .text')].map((t) => t.textContent)")
                .await
                == ["Seen by both"]
        })
        .await;
        two.find("heading", "1 comment").await;
        assert_eq!(two.value_of("textbox", "Comment").await, "A draft in the second");
        one.click("button", "Delete your comment*").await;
        page.until("gone from both", || async { two.has("heading", "Comments").await }).await;
        page.assert_quiet().await;
    })
    .await;
}

/// The list of keys that the count on the line was taken from serves for the section, too, until another tab has changed
/// something: here it is as long as before, and no longer true.
#[tokio::test]
async fn what_another_tab_stores_before_the_section_comes_is_shown_when_it_does() {
    browser(|page| async move {
        let site = Site::dist();
        site.set("/town.html", page_with(THREE));
        site.hold(&part("comments.wasm"));
        page.open(&site, "/town.html").await;
        page.all_cards_ready().await;
        let card = page.card(0).await;
        card.click("button", "4 comments*").await;
        card.says("Loading…").await;
        // A document of its own, as another tab is one.
        let (): () = page
            .js_async(
                "const other = document.body.appendChild(document.createElement('iframe')).contentWindow.localStorage;
                const folder = 'summary-card/1/town/comment/';
                let heard = 0;
                addEventListener('storage', () => ++heard === 2 && done(null));
                other[folder + 'd'] = other[folder + 'a'].replace('Old and liked', 'A later one').replace('\"a\"', '\"d\"');
                delete other[folder + 'a'];",
            )
            .await;
        site.let_go(&part("comments.wasm"));
        page.until("the new one", || async { texts(&page).await.contains(&"A later one".to_owned()) }).await;
        page.find("heading", "4 comments").await;
        assert!(!texts(&page).await.contains(&"Old and liked".to_owned()));
        page.assert_quiet().await;
    })
    .await;
}

#[tokio::test]
async fn initials_are_whole_characters() {
    browser(|page| async move {
        let site = Site::dist();
        let seed = "['ana maria ruiz', '👩‍🚀 Zoe', '🇲🇽🇺🇸', 'e\\u0301mile zola'].forEach((name, i) =>
            localStorage['summary-card/1/town/comment/' + i] = JSON.stringify({v: 1, comment: {id: '' + i, text: 'x',
              author: {name}, dateCreated: '2024-01-0' + (i + 1)}}));";
        site.set("/town.html", page_with(seed));
        page.open(&site, "/town.html").await;
        page.all_cards_ready().await;
        show(&page).await;
        page.until("all of them", || async { texts(&page).await.len() == 5 }).await;
        let mut initials: Vec<String> =
            page.js("return [...root().querySelectorAll('.avatar')].map((a) => a.textContent)").await;
        initials.reverse();
        assert_eq!(initials[..4], ["AR", "👩‍🚀Z", "🇲🇽", "E\u{301}Z"]);
    })
    .await;
}
