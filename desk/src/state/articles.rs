//! An article comes in.

use std::rc::Rc;

use super::{Effect, Notice, State, Tab};
use crate::article::{Article, Format};

impl State {
    pub(super) fn read(&mut self, source: &str, format: Format) -> Vec<Effect> {
        match Article::read(source, format) {
            Ok(article) => {
                let new = Some(Rc::new(article));
                self.previous_article = std::mem::replace(&mut self.article, new);
                self.dialog = None;
                self.tab = Tab::Article;
                self.tell(Notice::ArticleRead);
                self.new_article()
            }
            Err(why) => {
                self.tell(Notice::ArticleRefused(why));
                Vec::new()
            }
        }
    }

    pub(super) fn put_back_article(&mut self) -> Vec<Effect> {
        let Some(article) = self.previous_article.take() else { return Vec::new() };
        self.previous_article = self.article.replace(article);
        self.tell(Notice::ArticleRead);
        self.new_article()
    }

    /// What belonged to the article before goes.
    pub(super) fn new_article(&mut self) -> Vec<Effect> {
        self.selection = None;
        self.is_chosen = false;
        self.sentence = None;
        self.anchor = None;
        self.pointed.clear();
        self.suggestions = None;
        self.done_claims.clear();
        self.done_actors.clear();
        self.answer = None;
        self.check();
        vec![Effect::ArticleChanged]
    }
}
