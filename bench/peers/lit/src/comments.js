import { html, nothing } from "lit";
import { repeat } from "lit/directives/repeat.js";
import { MAX_NAME, MAX_TEXT, PAGE_SIZE, ago, initials } from "../../common/comments.js";
import { plural } from "../../common/words.js";

/** The comments on the card's article. They are kept in this browser. */
export const commentsSection = (host) => {
  const { comments, commentForm } = host;
  const toggle = (event) => (host.commentForm = { ...host.commentForm, isOpen: event.currentTarget.open });
  return html`
    <details class="part comments" ?open=${commentForm.isOpen} @toggle=${toggle}>
      <summary>
        <h3>${comments.length ? plural(comments.length, "comment") : "Comments"}</h3>
        <span class="gist">${commentForm.isOpen ? nothing : "Leave a comment"}</span>
      </summary>
      ${commentForm.isOpen ? content(host) : nothing}
    </details>`;
};

const content = (host) => {
  const { comments, commentForm } = host;
  const { limit } = commentForm;
  const showMore = () => (host.commentForm = { ...commentForm, limit: limit + PAGE_SIZE });
  return html`
    <p class="note">Comments stay in this browser; nothing is sent.</p>
    ${form(host)}
    ${comments.length
      ? html`<ol class="thread">
          ${repeat(comments.slice(0, limit), ({ id }) => id, (each) => html`<li>${comment(host.card, each)}</li>`)}
        </ol>`
      : html`<p class="note">No comments yet.</p>`}
    ${comments.length > limit
      ? html`<p class="actions">
          <button type="button" class="button" @click=${showMore}>Show more</button>
          <span class="note">Showing ${limit} of ${comments.length} comments</span>
        </p>`
      : nothing}`;
};

const comment = (card, comment) => {
  const claim = card.byId.get(comment.about);
  return html`
    <article class="comment" aria-label=${comment.author}>
      <p class="by">
        <span class="avatar" aria-hidden="true">${initials(comment.author)}</span>
        <span><strong><bdi>${comment.author}</bdi></strong><span class="mark">${comment.isSample ? "Sample" : "You"}</span></span>
        <time class="when" datetime=${comment.dateCreated}>${ago(comment.dateCreated)}</time>
      </p>
      ${claim ? html`<p class="note context">On claim ${claim.number}</p>` : nothing}
      <div class="text">${comment.text.split(/\n{2,}/).map((text) => html`<p dir="auto">${text}</p>`)}</div>
    </article>`;
};

const form = (host) => {
  const { about, isEntered, message, problem } = host.commentForm;
  const set = (change) => () => (host.commentForm = { ...host.commentForm, ...change });
  return html`
    <form @submit=${host.post} novalidate>
      ${about
        ? html`<div class="about">
            <p dir="auto">About claim ${about.number}: ${about.text}</p>
            <button type="button" class="link" @click=${set({ about: undefined })}>Not about this claim</button>
          </div>`
        : nothing}
      <label class="field">
        <span class="label">Comment</span>
        <textarea name="text" rows=${isEntered ? 4 : 1} maxlength=${MAX_TEXT} dir="auto" required @focus=${set({ isEntered: true })}></textarea>
      </label>
      ${isEntered
        ? html`
            <label class="field"><span class="label">Name</span><input name="author" autocomplete="name" maxlength=${MAX_NAME} required /></label>
            ${problem ? html`<p class="error" role="alert">${problem}</p>` : nothing}
            <p class="actions"><button type="submit" class="button primary">Post comment</button></p>`
        : nothing}
      <p class="status-message" role="status">${message}</p>
    </form>`;
};
