//! The card as plain elements, for systems that take `<template>` away.

use summary_card_render::{Options, render};

use super::{beside_its_article, card, lines, parse, texts, values};

#[test]
fn it_reads_without_a_style_sheet() {
    insta::assert_snapshot!(lines(&render(&card(), &Options { light: true, ..beside_its_article() })));
}

#[test]
fn nothing_in_it_is_the_style_sheets() {
    let html = render(&card(), &Options { light: true, ..beside_its_article() });
    let page = parse(&html);
    assert!(texts(&page, "template, svg, link, button, [class], [part], [aria-hidden]").is_empty(), "{html}");
}

#[test]
fn links_lead_to_claims() {
    let page = parse(&render(&card(), &Options { light: true, ..Options::default() }));
    let links = values(&page, "li > a[href^='#']", "href");
    assert!(!links.is_empty());
    for link in links {
        assert!(values(&page, "details", "id").contains(&link[1..].to_owned()), "{link}");
    }
}
