//! What readers get of what was written, in whatever WordPress it is.

use super::{
    AT_REST, CLASSIC, STORY, WordPress, assert_live, assert_reads_without_scripts, open_live, wordpress,
};
use crate::harness::{Reply, Site};
use crate::newsroom::bridge;
use serde_json::{Value, json};

/// A post with a shortcode of a card in the uploads folder, by an author.
fn with_shortcode(wordpress: &WordPress, name: &str) -> String {
    let file = wordpress.upload(&format!("{name}.json"), &bridge().to_string());
    let shortcode = format!("[summary-card src=\"{file}\"]The fallback.[/summary-card]");
    wordpress.post(&json!({ "user": "author", "content": CLASSIC.replace("{card}", &shortcode) }))
}

/// A post with a block of a card, by an author, as the editor saves it.
fn with_block(wordpress: &WordPress, card: &Value) -> String {
    wordpress.post(&json!({ "user": "author", "content": STORY, "card": card.to_string() }))
}

#[tokio::test]
async fn a_shortcode_comes_live_and_reads_without_scripts() {
    wordpress(|page, wordpress| async move {
        let address = with_shortcode(wordpress, "shortcode");
        assert_live(&page, &address).await;
        assert_reads_without_scripts(&page, &address).await;
    })
    .await;
}

/// The plugin does not know such a card: the element does, and what is enclosed is shown until then.
#[tokio::test]
async fn a_shortcode_of_a_card_on_another_site_comes_live() {
    wordpress(|page, wordpress| async move {
        let site = Site::empty();
        site.allow_other_origins();
        site.set("/far.json", Reply::json(bridge().to_string()));
        let shortcode = format!(
            "[summary-card src=\"{}\" theme=\"dark\"]\n\nThe fallback.\n\nIn two paragraphs.\n\n[/summary-card]",
            site.url("/far.json")
        );
        let content = CLASSIC.replace("{card}", &shortcode);
        let address = wordpress.post(&json!({ "user": "author", "content": content }));
        assert_live(&page, &address).await;
        let inside: String = page.js("return card().innerHTML.trim()").await;
        assert_eq!(inside.replace('\n', ""), "<p>The fallback.</p><p>In two paragraphs.</p>");
    })
    .await;
}

/// By a theme that writes the page's end before its beginning, as all of newer ones do.
#[tokio::test]
async fn a_theme_made_of_blocks_has_the_script_too() {
    wordpress(|page, wordpress| async move {
        for address in [with_block(wordpress, &bridge()), with_shortcode(wordpress, "in-a-theme")] {
            assert_live(&page, &format!("{address}?theme=twentytwentythree")).await;
        }
    })
    .await;
}

/// Some themes make paragraphs of a post when the card is already in it, and authors put a shortcode into a sentence.
#[tokio::test]
async fn paragraphs_do_not_break_a_card() {
    wordpress(|page, wordpress| async move {
        let file = wordpress.upload("paragraphs.json", &bridge().to_string());
        let content = CLASSIC.replace("{card}", &format!("In a [summary-card src=\"{file}\"] sentence."));
        let addresses = [
            format!("{}?late-paragraphs", with_block(wordpress, &bridge())),
            format!("{}?late-paragraphs", with_shortcode(wordpress, "late")),
            wordpress.post(&json!({ "user": "author", "content": content })),
        ];
        for address in addresses {
            assert_live(&page, &address).await;
            let alone: bool = page
                .js("return !card().closest('p') && !!card().querySelector(':scope > [data-card]')")
                .await;
            assert!(alone, "{address}");
            assert_reads_without_scripts(&page, &address).await;
        }
    })
    .await;
}

#[tokio::test]
async fn a_broken_card_is_told_to_those_who_write_and_readers_get_the_rest() {
    wordpress(|page, wordpress| async move {
        let file = wordpress.upload("broken.json", "{\"version\": 1,");
        let shortcode = format!("[summary-card src=\"{file}\"]The fallback.[/summary-card]");
        let by_shortcode =
            wordpress.post(&json!({ "user": "author", "content": CLASSIC.replace("{card}", &shortcode) }));
        let by_block = wordpress.post(&json!({
            "user": "author", "content": STORY, "block": { "card": "{\"version\": 1," }, "html": "The fallback.",
        }));
        let reason = "Summary card: The card file is not JSON: Syntax error.";
        for address in [&by_shortcode, &by_block] {
            page.goto(address).await;
            let text = page.text().await;
            assert!(text.contains("The fallback.") && !text.contains("Summary card:"), "{text}");
            assert!(page.all("summary-card").await.is_empty());
            page.assert_quiet().await;
        }
        wordpress.sign_in(&page, "author").await;
        for address in [by_shortcode, by_block] {
            page.goto(&address).await;
            let text = page.text().await;
            assert!(text.contains("The fallback.") && text.contains(reason), "{text}");
        }
    })
    .await;
}

/// All of it is text, in what is written, saved and shown.
#[tokio::test]
async fn hostile_words_and_attributes_stay_text() {
    wordpress(|page, wordpress| async move {
        const HOSTILE: &str =
            "</script>\"'><img src=x onerror='hacked = 1'>\\ 5 < 6 &amp; [summary-card] [gallery] -- --> {{x}}";
        let mut card = bridge();
        card["headline"] = HOSTILE.into();
        card["abstract"] = json!([HOSTILE]);
        card["claims"][0]["text"] = HOSTILE.into();
        card["actors"][0]["name"] = HOSTILE.into();
        card["inLanguage"] = "en\" onmouseover=\"hacked = 1".into();
        card["claims"][0]["evidence"][0]["exact"] = HOSTILE.into();
        let attribute = "\"'><img src=x onerror='hacked = 1'>";
        let attributes = json!({
            "src": "javascript:hacked=1", "theme": attribute, "sections": attribute, "lang": attribute,
            "comments": attribute, "loading": "eager", "card": card.to_string(),
        });
        let shortcode = "[summary-card src='javascript:hacked=1' theme='\"><img src=x onerror=\"hacked = 1\">']x[/summary-card]";
        let addresses = [
            // Of an author, whose HTML WordPress cleans, and of an administrator, who may post any.
            with_block(wordpress, &card),
            wordpress.post(&json!({ "user": "administrator", "content": STORY, "block": attributes })),
        ];
        for address in &addresses {
            let card = open_live(&page, address).await;
            page.open_everything().await;
            let text = card.text().await;
            assert!(text.matches(HOSTILE).count() >= 3, "{text}");
            let found: Value = page
                .js("return [typeof hacked, document.querySelectorAll('main img, main [onerror], main [onmouseover]').length]")
                .await;
            assert_eq!(found, json!(["undefined", 0]));
            page.assert_quiet().await;
        }
        page.cdp("Emulation.setScriptExecutionDisabled", json!({ "value": true })).await;
        for address in [&addresses[0], &addresses[1], &format!("{}?without-plugin", addresses[0])] {
            page.goto(address).await;
            let text = page.within("main", "*").await.text().await;
            // Typography is WordPress's own: quotation marks and dashes may be others.
            assert!(text.contains("<img src=x onerror=") && text.contains("5 < 6 &amp; [summary-card] [gallery]"), "{text}");
            let images = page.all("main img, main [onerror], main [onmouseover]").await;
            assert!(images.is_empty(), "{address}");
        }
        page.cdp("Emulation.setScriptExecutionDisabled", json!({ "value": false })).await;
        let address =
            wordpress.post(&json!({ "user": "author", "content": CLASSIC.replace("{card}", shortcode) }));
        page.goto(&address).await;
        assert!(page.all("summary-card, main img, main [onerror]").await.is_empty());
    })
    .await;
}

/// The folder of uploads, and nothing beside it.
#[tokio::test]
async fn an_address_does_not_lead_out_of_the_uploads() {
    wordpress(|page, wordpress| async move {
        wordpress.upload("inside.json", &bridge().to_string());
        let uploads = "/wp-content/uploads";
        for address in [
            format!("{uploads}/../uploads/inside.json"),
            format!("{uploads}/%2e%2e/uploads/inside.json"),
            format!("//elsewhere.example{uploads}/inside.json"),
            format!("http://127.0.0.1:1{uploads}/inside.json"),
        ] {
            let shortcode =
                format!("[summary-card src=\"{address}\" loading=\"interaction\"]Outside.[/summary-card]");
            let post = wordpress.post(&json!({ "user": "author", "content": shortcode }));
            page.cdp("Emulation.setScriptExecutionDisabled", json!({ "value": true })).await;
            page.goto(&post).await;
            let text = page.within("main", "*").await.text().await;
            assert!(text.contains("Outside.") && !text.contains(AT_REST[1]), "{address}: {text}");
        }
    })
    .await;
}

#[tokio::test]
async fn only_pages_with_a_card_have_the_script_and_from_where_the_website_says() {
    wordpress(|page, wordpress| async move {
        // A theme may have some of WordPress's own.
        const SCRIPTS: &str = "return [...document.querySelectorAll('script[type=module]')]
            .map((each) => each.src).filter((src) => !src.includes('/wp-includes/'))";
        let without = wordpress.post(&json!({ "user": "author", "content": "No card." }));
        page.goto(&without).await;
        assert_eq!(page.js::<Vec<String>>(SCRIPTS).await, Vec::<String>::new());
        // One script for two cards.
        let content = format!("{STORY}\n\n{{block}}");
        let two =
            wordpress.post(&json!({ "user": "author", "content": content, "card": bridge().to_string() }));
        page.goto(&two).await;
        let own = wordpress.url("/wp-content/plugins/summary-card/assets/embed.js?ver=0.1.0");
        assert_eq!(page.js::<Vec<String>>(SCRIPTS).await, [own]);
        page.goto(&format!("{two}?elsewhere")).await;
        assert_eq!(page.js::<Vec<String>>(SCRIPTS).await, ["https://cdn.example/card/embed.js?ver=0.1.0"]);
    })
    .await;
}

/// What the editor asks the server is not for visitors.
#[tokio::test]
async fn a_visitor_cannot_ask_for_a_card_as_html() {
    wordpress(|page, wordpress| async move {
        page.goto(&wordpress.url("/")).await;
        let status: u16 = page
            .js_async(
                "const body = new URLSearchParams({ card: '{}' });
                 fetch('/wp-json/summary-card/v1/plain', { method: 'POST', body }).then((answer) => done(answer.status))",
            )
            .await;
        assert_eq!(status, 401);
    })
    .await;
}

/// In a feed there is no script, and no room for one.
#[tokio::test]
async fn a_feed_has_the_card_as_text() {
    wordpress(|page, wordpress| async move {
        let address = with_block(wordpress, &bridge());
        page.goto(&wordpress.url("/")).await;
        let feed: String = page
            .js_async(&format!(
                "fetch('{address}feed/?withoutcomments=1').then((answer) => answer.text()).then(done)"
            ))
            .await;
        assert!(feed.contains("<details data-claim=\"2\">"), "{feed}");
        assert!(!feed.contains("<summary-card") && !feed.contains("<script"), "{feed}");
    })
    .await;
}
