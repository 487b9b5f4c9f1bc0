//! From a flat list of comments to threads: pure, and ready for any list, however damaged.

use std::rc::Rc;

use super::Time;
use super::comment::Comment;
use super::table::Table;
use quote::order;

/// How deep replies are set in: 0 is a comment on the article. A reply to one at this depth is shown
/// beside it, with the name of whom it answers.
pub const MAX_DEPTH: usize = 3;

/// The order of the comments on the article. Replies are always oldest first, as one reads them.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Sort {
    /// The newest first.
    #[default]
    Newest,
    /// The oldest first.
    Oldest,
    /// The most liked first; of equals the newest.
    MostLiked,
}

/// A comment and its replies.
#[derive(Clone, Debug, PartialEq)]
pub struct Node {
    /// The comment.
    pub comment: Rc<Comment>,
    /// Whom it answers, where its place does not show that.
    pub reply_to: ReplyTo,
    /// The replies to it, oldest first.
    pub replies: Vec<Node>,
}

/// Whom a comment answers, where its place in the thread does not show that.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum ReplyTo {
    /// The comment above it, or nobody.
    #[default]
    Above,
    /// The comment with this id, by the author of this name.
    Named {
        /// The id of the comment answered.
        id: String,
        /// Its author's name, as typed.
        name: String,
    },
    /// A comment that is not here (deleted, on no page yet, or in a ring of comments that answer each other).
    Gone,
}

/// All threads of an article, with what there is to count.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Threads {
    /// The comments on the article, sorted, each with its replies.
    pub roots: Vec<Node>,
    /// How many comments are in `roots`, replies included.
    pub total: usize,
    /// The number of comments about each claim that has any, replies included, in the order of the
    /// claims' ids. Not affected by the filter.
    pub counts: Vec<(String, usize)>,
    /// How many comments there are. Not affected by the filter.
    pub all: usize,
}

impl Threads {
    /// Builds the threads. `about` leaves those that have a comment about that claim. A reply is about
    /// what the comment it answers is about, unless it says otherwise. Of comments with the same id the
    /// first counts.
    pub fn build(comments: &[Rc<Comment>], sort: Sort, about: Option<&str>) -> Self {
        let forest = Forest::new(comments);
        let mut counts = Table::default();
        for claim in forest.claims.iter().flatten() {
            counts.set(claim, counts.get(claim).map_or(1, |count| count + 1));
        }
        let counts = counts.into_vec();
        let mut roots: Vec<usize> = (0..forest.items.len()).filter(|i| forest.parent[*i].is_none()).collect();
        if let Some(about) = about {
            let mut wanted = vec![false; forest.items.len()];
            for (i, claim) in forest.claims.iter().enumerate() {
                wanted[forest.root[i]] |= *claim == Some(about);
            }
            roots.retain(|i| wanted[*i]);
        }
        match sort {
            Sort::Oldest => order::sort(&mut roots, &|a, b| forest.is_older(a, b)),
            Sort::Newest => order::sort(&mut roots, &|a, b| forest.is_older(b, a)),
            Sort::MostLiked => order::sort(&mut roots, &|a, b| {
                let likes = |i: usize| forest.items[i].upvote_count;
                likes(a) > likes(b) || likes(a) == likes(b) && forest.is_older(b, a)
            }),
        }
        let roots: Vec<Node> = roots.into_iter().map(|i| forest.node(i, 0)).collect();
        let total = roots.iter().map(Node::size).sum();
        Self { roots, total, counts, all: forest.items.len() }
    }

    /// The place in reading order of the comment with this id, counted from 0.
    pub fn place(&self, id: &str) -> Option<usize> {
        let mut place = 0;
        walk(&self.roots, id, &mut place).then_some(place)
    }

    /// The first `limit` comments in reading order.
    pub fn first(&self, limit: usize) -> Vec<Node> {
        let mut left = limit;
        first(&self.roots, &mut left)
    }
}

fn walk(nodes: &[Node], id: &str, place: &mut usize) -> bool {
    nodes.iter().any(|node| {
        let found = node.comment.id == id;
        *place += usize::from(!found);
        found || walk(&node.replies, id, place)
    })
}

fn first(nodes: &[Node], left: &mut usize) -> Vec<Node> {
    let mut out = Vec::new();
    for node in nodes {
        if *left == 0 {
            break;
        }
        *left -= 1;
        let replies = first(&node.replies, left);
        out.push(Node { comment: Rc::clone(&node.comment), reply_to: node.reply_to.clone(), replies });
    }
    out
}

impl Node {
    /// How many comments this is, itself included. The depth is bounded, so recursion is.
    pub fn size(&self) -> usize {
        1 + self.replies.iter().map(Self::size).sum::<usize>()
    }

    /// Whether this comment or a reply in it has the id.
    pub fn contains(&self, id: &str) -> bool {
        self.comment.id == id || self.replies.iter().any(|reply| reply.contains(id))
    }
}

/// The comments without doubles, and who answers whom, without rings.
struct Forest<'a> {
    items: Vec<&'a Rc<Comment>>,
    /// The place of the comment that is answered, where it is here.
    parent: Vec<Option<usize>>,
    children: Vec<Vec<usize>>,
    root: Vec<usize>,
    claims: Vec<Option<&'a str>>,
}

impl<'a> Forest<'a> {
    fn new(comments: &'a [Rc<Comment>]) -> Self {
        // The places in the list by id; of equal ids the first stays.
        let mut places: Vec<usize> = (0..comments.len()).collect();
        order::sort(&mut places, &|a, b| comments[a].id < comments[b].id);
        places.dedup_by_key(|at| comments[*at].id.as_str());
        let items: Vec<&Rc<Comment>> = places.iter().map(|at| &comments[*at]).collect();
        let find = |id: &str| items.binary_search_by(|each| each.id.as_str().cmp(id)).ok();
        let mut parent: Vec<Option<usize>> =
            items.iter().map(|comment| find(comment.parent_item.as_deref()?)).collect();
        let order = break_rings(&items, &mut parent);

        let mut children = vec![Vec::new(); items.len()];
        let mut root: Vec<usize> = (0..items.len()).collect();
        let mut claims = vec![None; items.len()];
        for i in order {
            let above = parent[i];
            claims[i] = items[i].about.as_deref().or_else(|| claims[above?]);
            if let Some(above) = above {
                root[i] = root[above];
                children[above].push(i);
            }
        }
        Self { items, parent, children, root, claims }
    }

    fn is_older(&self, a: usize, b: usize) -> bool {
        age(self.items[a]) < age(self.items[b])
    }

    fn node(&self, i: usize, depth: usize) -> Node {
        let comment = self.items[i];
        let mut replies = self.children[i].clone();
        // At the last level what hangs below comes up, however deep it hangs.
        if depth + 1 == MAX_DEPTH {
            let mut at = 0;
            while at < replies.len() {
                replies.extend_from_slice(&self.children[replies[at]]);
                at += 1;
            }
        }
        order::sort(&mut replies, &|a, b| self.is_older(a, b));
        let replies = replies.into_iter().map(|r| {
            let above = self.parent[r].unwrap_or(i);
            if depth + 1 < MAX_DEPTH {
                return self.node(r, depth + 1);
            }
            let answered = self.items[above];
            let reply_to = if above == i {
                ReplyTo::Above
            } else {
                ReplyTo::Named { id: answered.id.clone(), name: answered.author.name.clone() }
            };
            Node { comment: Rc::clone(self.items[r]), reply_to, replies: Vec::new() }
        });
        let reply_to =
            if depth == 0 && comment.parent_item.is_some() { ReplyTo::Gone } else { ReplyTo::Above };
        Node { comment: Rc::clone(comment), reply_to, replies: replies.collect() }
    }
}

fn age(comment: &Comment) -> (Time, &str) {
    (comment.order, &comment.id)
}

/// Cuts each ring of comments that answer each other above its oldest, and gives all places in an order
/// in which each comes after the one it answers. Linear: each place is walked over once.
fn break_rings(items: &[&Rc<Comment>], parent: &mut [Option<usize>]) -> Vec<usize> {
    const NEW: usize = usize::MAX;
    const DONE: usize = usize::MAX - 1;
    let mut state = vec![NEW; items.len()];
    let mut order = Vec::with_capacity(items.len());
    for start in 0..items.len() {
        let mut path = Vec::new();
        let mut at = Some(start);
        while let Some(i) = at {
            match state[i] {
                NEW => {
                    state[i] = path.len();
                    path.push(i);
                    at = parent[i];
                }
                DONE => break,
                since => {
                    // Everything on the path from here on is the ring.
                    let ring = path.split_off(since);
                    let oldest = ring.iter().enumerate().min_by_key(|(_, i)| age(items[**i]));
                    let cut = oldest.map_or(0, |(place, _)| place);
                    parent[ring[cut]] = None;
                    // Turned round so that the new root is the end of the path.
                    path.extend(ring[cut + 1..].iter().chain(&ring[..=cut]));
                    break;
                }
            }
        }
        // A path that leads into the ring may hang on any place of it: the ring goes first.
        while let Some(i) = path.pop() {
            state[i] = DONE;
            order.push(i);
        }
    }
    order
}
