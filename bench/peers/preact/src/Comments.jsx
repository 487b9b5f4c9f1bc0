import { useEffect, useMemo, useRef, useState } from "preact/hooks";
import { MAX_NAME, MAX_TEXT, PAGE_SIZE, ago, initials, postComment, readComments } from "../../common/comments.js";
import { plural } from "../../common/words.js";

/** The comments on the card's article. They are kept in this browser. */
export function Comments({ card, about, setAbout }) {
  const [comments, setComments] = useState(() => readComments(card));
  const [isOpen, setIsOpen] = useState(false);
  const [limit, setLimit] = useState(PAGE_SIZE);
  // "Comment on this claim" opens the section.
  useEffect(() => { if (about) setIsOpen(true); }, [about]);
  const shown = useMemo(() => comments.slice(0, limit), [comments, limit]);
  const toggle = (event) => setIsOpen(event.currentTarget.open);
  return (
    <details class="part comments" open={isOpen} onToggle={toggle}>
      <summary>
        <h3>{comments.length ? plural(comments.length, "comment") : "Comments"}</h3>
        <span class="gist">{!isOpen && "Leave a comment"}</span>
      </summary>
      {isOpen && (
        <>
          <p class="note">Comments stay in this browser; nothing is sent.</p>
          <Form card={card} about={about} setAbout={setAbout} done={() => setComments(readComments(card))} />
          {shown.length === 0 ? <p class="note">No comments yet.</p> : (
            <ol class="thread">
              {shown.map((comment) => <li key={comment.id}><Comment card={card} comment={comment} /></li>)}
            </ol>
          )}
          {comments.length > limit && (
            <p class="actions">
              <button type="button" class="button" onClick={() => setLimit(limit + PAGE_SIZE)}>Show more</button>
              <span class="note">Showing {limit} of {comments.length} comments</span>
            </p>
          )}
        </>
      )}
    </details>
  );
}

function Comment({ card, comment }) {
  const claim = card.byId.get(comment.about);
  return (
    <article class="comment" aria-label={comment.author}>
      <p class="by">
        <span class="avatar" aria-hidden="true">{initials(comment.author)}</span>
        <span><strong><bdi>{comment.author}</bdi></strong><span class="mark">{comment.isSample ? "Sample" : "You"}</span></span>
        <time class="when" datetime={comment.dateCreated}>{ago(comment.dateCreated)}</time>
      </p>
      {claim && <p class="note context">On claim {claim.number}</p>}
      <div class="text">{comment.text.split(/\n{2,}/).map((text, at) => <p key={at} dir="auto">{text}</p>)}</div>
    </article>
  );
}

function Form({ card, about, setAbout, done }) {
  const text = useRef();
  const [message, setMessage] = useState("");
  const [problem, setProblem] = useState("");
  const [isEntered, setIsEntered] = useState(false);
  useEffect(() => { if (about) text.current.focus(); }, [about]);
  const post = (event) => {
    event.preventDefault();
    const form = event.currentTarget;
    try {
      postComment(card, { text: form.text.value, name: form.author.value, about: about?.id });
      form.text.value = "";
      setAbout(undefined);
      setProblem("");
      setMessage("Comment posted.");
      done();
    } catch (error) {
      setProblem(error.message);
    }
  };
  return (
    <form onSubmit={post} novalidate>
      {about && (
        <div class="about">
          <p dir="auto">About claim {about.number}: {about.text}</p>
          <button type="button" class="link" onClick={() => setAbout(undefined)}>Not about this claim</button>
        </div>
      )}
      <label class="field">
        <span class="label">Comment</span>
        <textarea ref={text} name="text" rows={isEntered ? 4 : 1} maxlength={MAX_TEXT} dir="auto" required onFocus={() => setIsEntered(true)} />
      </label>
      {isEntered && (
        <>
          <label class="field"><span class="label">Name</span><input name="author" autocomplete="name" maxlength={MAX_NAME} required /></label>
          {problem && <p class="error" role="alert">{problem}</p>}
          <p class="actions"><button type="submit" class="button primary">Post comment</button></p>
        </>
      )}
      <p class="status-message" role="status">{message}</p>
    </form>
  );
}
