//! What the editor is told of what just happened.

use summary_card::text::fill;
use yew::prelude::*;

use super::Ctx;
use super::titles::title;
use super::toolbar::cannot;
use crate::article::Refusal;
use crate::make::CannotMake;
use crate::state::{Action, Names, Notice};

/// The status line. It is always there, so that screen readers notice what comes into it.
pub fn status(ctx: &Ctx) -> Html {
    let text = ctx.state.notice.as_ref().map(|notice| words(ctx, notice)).unwrap_or_default();
    // Another key makes another element: the same words a second time are told a second time.
    let told = ctx.state.told;
    html! {
        <div class="status" role="status" aria-live="polite">
            if !text.is_empty() {
                <p key={told} class="notice">
                    <span>{ text }</span>
                    { action(ctx) }
                </p>
            }
        </div>
    }
}

/// What is told while a dialog lies over the status line: what became of copying. Empty where that was not it.
pub fn copied(ctx: &Ctx) -> String {
    let notice = ctx.state.notice.as_ref();
    let notice = notice.filter(|notice| matches!(notice, Notice::Copied | Notice::NotCopied));
    notice.map(|notice| words(ctx, notice)).unwrap_or_default()
}

fn action(ctx: &Ctx) -> Html {
    match &ctx.state.notice {
        Some(Notice::ArticleRead) if ctx.state.previous_article.is_some() => {
            ctx.link(ctx.words.put_back, Action::PutBackArticle)
        }
        Some(Notice::Removed | Notice::DraftUsed | Notice::WentBack | Notice::Fixed(_))
            if ctx.state.document.can_undo() =>
        {
            ctx.link(ctx.words.undo, Action::Undo)
        }
        _ => Html::default(),
    }
}

fn words(ctx: &Ctx, notice: &Notice) -> String {
    let words = ctx.words;
    match notice {
        Notice::ArticleRead => {
            let count = ctx.state.article.as_ref().map_or(0, |article| article.sentences().len());
            words.article_read.count(ctx.locale, count)
        }
        Notice::ArticleRefused(Refusal::Empty) => words.article_empty.to_owned(),
        Notice::ArticleRefused(Refusal::TooLong) => words.article_too_long.to_owned(),
        Notice::OtherOrigin => words.other_origin.to_owned(),
        Notice::NotFetched(why) => fill(words.not_fetched, &[why]),
        Notice::CannotMake(why) => cannot(words, &why_not(ctx, why)),
        Notice::Made(path) => {
            let names = Names::of(ctx.state.document.value());
            fill(words.made, &[&title(words, &names, path)])
        }
        Notice::Removed => words.removed.to_owned(),
        Notice::Undone => words.undone.to_owned(),
        Notice::Redone => words.redone.to_owned(),
        Notice::Moved(to, of) => fill(words.moved, &[&to.to_string(), &of.to_string()]),
        Notice::Fixed(count) => words.fixed.count(ctx.locale, *count),
        Notice::DraftUsed => words.draft_used.to_owned(),
        Notice::WentBack => words.went_back.to_owned(),
        Notice::Opened => words.opened.to_owned(),
        Notice::Copied => words.copied.to_owned(),
        Notice::NotCopied => words.not_copied.to_owned(),
        Notice::NotSaved(why) => fill(words.not_saved, &[why]),
        Notice::Failed(why) => fill(words.failed, &[why]),
    }
}

fn why_not(ctx: &Ctx, why: &CannotMake) -> String {
    use quote::WhyNot;
    let words = ctx.words;
    match why {
        CannotMake::Quote(WhyNot::TooLong(count)) => fill(words.quote_too_long, &[&count.to_string()]),
        CannotMake::Quote(WhyNot::Places(count)) => fill(words.quote_places, &[&count.to_string()]),
        CannotMake::Quote(WhyNot::NoWords | WhyNot::Empty) => words.quote_no_words.to_owned(),
        CannotMake::Quote(WhyNot::OutOfText | WhyNot::Broken) => words.quote_broken.to_owned(),
        CannotMake::Doubled(path) => {
            let names = Names::of(ctx.state.document.value());
            fill(words.quote_doubled, &[&title(words, &names, path)])
        }
        CannotMake::Gone => words.owner_gone.to_owned(),
        CannotMake::Full(most) => fill(words.list_full, &[&most.to_string()]),
    }
}
