// @ts-check
"use strict";
/** Any page that no other file knows, by general rules. The registry asks it last. */
{
  /** @satisfies {Record<string, Selector>} */
  const selectors = {
    parentId: {
      css: "input[type=hidden]:is([name=parent], [name=parent_id], [name=comment_parent], [name=in_reply_to], [name=parent_comment_short_id])",
      on: { "page/forum.html": 1 },
    },
    heading: { css: "h1", on: { "page/comments.html": 1, "page/forum.html": 1 } },
  };

  registerSite({
    name: "page",
    hosts: [],
    selectors,
    applies: () => true,
    composer(field) {
      const root = composerRoot(field);
      if (!root || isPrivatePage() || field.closest("[role=search], [role=combobox], form[role=search]"))
        return null;
      if (root.querySelector("input[type=password]") || isSideField(field, root)) return null;
      if (savesAnEdit({ field, root })) return null;
      return soundsPublic(field, root) ? { field, root } : null;
    },
    context({ root }) {
      const parent = parentByHiddenId(root) ?? parentAround(root);
      const article = parent ? null : pageArticle(root);
      return {
        site: "page",
        kind: parent ? "reply" : article ? "comment" : "post",
        page_url: pageAddress(),
        parent_text: parent ? saidIn(parent, root) : article,
        parent_author: parent ? authorIn(parent) : pageAuthor(),
        thread_title: pageTitle(),
      };
    },
    submits: looksLikeSubmit,
    submitKeys: "ctrl-enter",
    items: () => [],
    ownHandle: () => null,
    limit: () => null,
    baseline: (text) => itemsWithText(text).map(({ mark }) => mark),
    outcome: (post) => outcomeByItem(post, itemsWithText(post.text)),
  });

  /** @param {Element} root */
  function parentByHiddenId(root) {
    const id = root.querySelector(selectors.parentId.css)?.getAttribute("value");
    if (!id || id === "0") return null;
    return (
      ["", "comment-", "post-", "c", "p"]
        .map((prefix) => document.getElementById(prefix + id))
        .find(Boolean) ?? null
    );
  }

  /**
   * The post that the composer stands in. The page's only article is what the page is about, not a post among others.
   * @param {Element} root
   */
  function parentAround(root) {
    const container = root.parentElement?.closest(postContainer());
    if (!container || container.querySelector(selectors.heading.css)) return null;
    return container;
  }

  /**
   * A line for a name or a title beside the box for the text.
   * @param {HTMLElement} field
   * @param {Element} root
   */
  function isSideField(field, root) {
    return field.matches("input") && root.querySelector("textarea, [contenteditable=true]") !== null;
  }

  /**
   * What a post says itself: not its author's name, what it quotes, the answers that stand in it, and this composer.
   * @param {Element} post
   * @param {Element} root
   */
  function saidIn(post, root) {
    const byline = bylineOf(post);
    const isAnswer = (/** @type {Element} */ one) =>
      one.localName === post.localName && one.matches(postContainer());
    const leftOut = (/** @type {Element} */ one) => one === root || one === byline || isAnswer(one);
    return textWithout(post, (one) => leftOut(one) || isQuotation(one)) ?? textWithout(post, leftOut);
  }

  /** @param {Element} post */
  function bylineOf(post) {
    return post.querySelector(".p-author, [rel~=author], [itemprop=author], .author, .fn");
  }

  /** @param {Element} post */
  function authorIn(post) {
    return nameInByline(bylineOf(post));
  }
}
