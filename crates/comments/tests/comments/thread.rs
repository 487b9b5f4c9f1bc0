//! Threads out of any list of comments: properties over thousands of made-up lists.

use std::collections::BTreeSet;
use std::rc::Rc;

use super::common::texts;
use summary_card_comments::thread::{MAX_DEPTH, Threads};
use summary_card_comments::*;

fn comment(id: &str, parent: Option<&str>, seq: i64) -> Comment {
    let new = NewComment {
        text: id.to_owned(),
        parent_item: parent.map(ToOwned::to_owned),
        ..NewComment::default()
    };
    let mut comment = new.preview(Time::from_ms(seq));
    id.clone_into(&mut comment.id);
    comment.author.name = format!("by {id}");
    comment
}

fn build(list: &[(&str, Option<&str>, i64)], sort: Sort) -> Threads {
    let list: Vec<_> = list.iter().map(|(id, parent, seq)| Rc::new(comment(id, *parent, *seq))).collect();
    Threads::build(&list, sort, None)
}

#[test]
fn replies_stand_below_what_they_answer_oldest_first() {
    let list =
        [("b", None, 2), ("a2", Some("a"), 5), ("a", None, 1), ("a1", Some("a"), 3), ("a11", Some("a1"), 4)];
    assert_eq!(texts(&build(&list, Sort::Oldest).roots), ["a", "-a1", "--a11", "-a2", "b"]);
    assert_eq!(texts(&build(&list, Sort::Newest).roots), ["b", "a", "-a1", "--a11", "-a2"]);
}

#[test]
fn most_liked_first_of_equals_the_newest() {
    let mut list: Vec<_> =
        ["a", "b", "c", "d"].iter().zip(1..).map(|(id, seq)| comment(id, None, seq)).collect();
    list[1].upvote_count = 5;
    list[3].upvote_count = 2;
    let list: Vec<_> = list.into_iter().map(Rc::new).collect();
    assert_eq!(texts(&Threads::build(&list, Sort::MostLiked, None).roots), ["b", "d", "c", "a"]);
}

#[test]
fn deep_replies_are_flattened_and_say_whom_they_answer() {
    let list = [
        ("0", None, 0),
        ("1", Some("0"), 1),
        ("2", Some("1"), 2),
        ("3", Some("2"), 3),
        ("4", Some("3"), 4),
        ("5", Some("4"), 5),
        ("3b", Some("2"), 6),
    ];
    let threads = build(&list, Sort::Oldest);
    assert_eq!(texts(&threads.roots), ["0", "-1", "--2", "---3", "---4", "---5", "---3b"]);
    let flat = &threads.roots[0].replies[0].replies[0].replies;
    assert_eq!(flat[0].reply_to, ReplyTo::Above);
    assert_eq!(flat[1].reply_to, ReplyTo::Named { id: "3".to_owned(), name: "by 3".to_owned() });
    assert_eq!(flat[3].reply_to, ReplyTo::Above);
}

#[test]
fn orphans_rings_and_doubles_are_shown_once() {
    let list = [
        ("orphan", Some("gone"), 1),
        ("a", Some("c"), 4),
        ("b", Some("a"), 2),
        ("c", Some("b"), 3),
        ("self", Some("self"), 5),
        ("tail", Some("c"), 6),
        ("self", None, 0),
    ];
    let threads = build(&list, Sort::Oldest);
    assert_eq!(texts(&threads.roots), ["orphan", "b", "-c", "--a", "--tail", "self"]);
    assert!(threads.roots.iter().all(|root| root.reply_to == ReplyTo::Gone));
    assert_eq!((threads.total, threads.all), (6, 6));
}

#[test]
fn replies_count_for_the_claim_of_what_they_answer() {
    let mut list = vec![
        comment("a", None, 1),
        comment("a1", Some("a"), 2),
        comment("b", None, 3),
        comment("b1", Some("b"), 4),
    ];
    list[0].about = Some("c1".to_owned());
    list[3].about = Some("c2".to_owned());
    let list: Vec<_> = list.into_iter().map(Rc::new).collect();
    let about = |claim| Threads::build(&list, Sort::Oldest, Some(claim));
    let counts = about("c1").counts;
    assert_eq!(counts, [("c1".to_owned(), 2), ("c2".to_owned(), 1)]);
    assert_eq!(texts(&about("c1").roots), ["a", "-a1"]);
    assert_eq!(texts(&about("c2").roots), ["b", "-b1"], "a thread is shown whole");
    assert_eq!((about("nothing").total, about("nothing").all), (0, 4));
}

/// Small numbers from a seed (xorshift): the same lists in every run.
struct Chance(u64);

impl Chance {
    fn below(&mut self, limit: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        usize::try_from(self.0 % limit as u64).unwrap()
    }
}

#[test]
fn whatever_the_list_each_comment_is_shown_once_in_order_and_not_too_deep() {
    let mut chance = Chance(42);
    for _ in 0..5_000 {
        let size = chance.below(14);
        let list: Vec<Rc<Comment>> = (0..size)
            .map(|_| {
                let id = chance.below(12).to_string();
                let parent = (chance.below(4) > 0).then(|| chance.below(14).to_string());
                let mut made = comment(&id, parent.as_deref(), i64::try_from(chance.below(6)).unwrap());
                made.about = (chance.below(3) == 0).then(|| chance.below(2).to_string());
                made.upvote_count = u32::try_from(chance.below(3)).unwrap();
                Rc::new(made)
            })
            .collect();
        let ids: BTreeSet<&str> = list.iter().map(|c| c.id.as_str()).collect();
        for sort in [Sort::Newest, Sort::Oldest, Sort::MostLiked] {
            let threads = Threads::build(&list, sort, None);
            let shown = texts(&threads.roots);
            assert_eq!(shown.len(), ids.len(), "{list:?}");
            let once: BTreeSet<&str> = shown.iter().map(|t| t.trim_start_matches('-')).collect();
            assert_eq!(once, ids);
            assert!(shown.iter().all(|t| t.len() - t.trim_start_matches('-').len() <= MAX_DEPTH));
            assert_eq!((threads.total, threads.all), (ids.len(), ids.len()));
            check_replies(&threads.roots);
            // A page is the beginning of the whole, whatever its length.
            let limit = chance.below(size + 2);
            assert_eq!(texts(&threads.first(limit)), shown[..limit.min(shown.len())]);
            // Turned round, the list gives the same threads, as long as no id is there twice.
            if ids.len() == list.len() {
                let turned: Vec<_> = list.iter().rev().cloned().collect();
                assert_eq!(texts(&Threads::build(&turned, sort, None).roots), shown);
            }
        }
        for claim in ["0", "1"] {
            let all = Threads::build(&list, Sort::Oldest, None);
            let some = Threads::build(&list, Sort::Oldest, Some(claim));
            assert_eq!(all.counts, some.counts);
            assert!(some.total >= some.counts.iter().find(|(id, _)| id == claim).map_or(0, |(_, n)| *n));
            assert!(some.roots.iter().all(|root| all.roots.contains(root)));
        }
    }
}

fn check_replies(nodes: &[Node]) {
    for node in nodes {
        assert!(node.replies.is_sorted_by_key(|r| (r.comment.order, r.comment.id.clone())));
        for reply in &node.replies {
            let answered = reply.comment.parent_item.as_deref().unwrap();
            match &reply.reply_to {
                ReplyTo::Above => assert_eq!(answered, node.comment.id),
                ReplyTo::Named { id, .. } => {
                    assert_eq!(answered, id);
                    assert!(node.contains(id));
                }
                ReplyTo::Gone => {
                    panic!("only a thread's first comment can have lost what it answers")
                }
            }
        }
        check_replies(&node.replies);
    }
}

#[test]
fn long_chains_and_wide_threads_need_no_deep_stack() {
    let chain: Vec<Rc<Comment>> = (0..100_000)
        .map(|i: i64| {
            let parent = (i > 0).then(|| (i - 1).to_string());
            Rc::new(comment(&i.to_string(), parent.as_deref(), i))
        })
        .collect();
    assert_eq!(Threads::build(&chain, Sort::Newest, None).total, 100_000);
    let mut ring = chain;
    ring[0] = Rc::new(comment("0", Some("99999"), 0));
    assert_eq!(Threads::build(&ring, Sort::Newest, None).total, 100_000);
}
