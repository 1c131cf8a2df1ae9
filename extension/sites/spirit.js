// @ts-check
"use strict";
/**
 * Spirit, a forum in Django, on any host. Private topics and edits use the same form; only their addresses differ.
 * Facts: the templates of 0.14. A comment that was removed leaves a line with its author.
 */
{
  const form = "form.js-reply";

  /** @satisfies {SiteSelectors} */
  const selectors = {
    field: {
      css: `${form} textarea#id_comment`,
      on: { "spirit/never-edit.html": 1, "spirit/never-private.html": 1, "spirit/topic.html": 1 },
    },
    root: {
      css: form,
      on: { "spirit/never-edit.html": 1, "spirit/never-private.html": 1, "spirit/topic.html": 1 },
    },
    submit: {
      css: `${form} input.comment__reply__actions__publish`,
      on: { "spirit/never-edit.html": 1, "spirit/never-private.html": 1, "spirit/topic.html": 1 },
    },
    item: {
      css: ".comments_list__comment.js-comment, .comments_list__item.js-comment:has(.fa-trash-o)",
      on: { "spirit/topic.html": 2 },
    },
    text: { css: ".js-comment-text", on: { "spirit/topic.html": 1 } },
    author: {
      css: ".comment__info__username__link span, .comments_list__item__info > span > a",
      on: { "spirit/topic.html": 2 },
    },
    likes: { css: "a.js-like[data-count]", on: { "spirit/topic.html": 1 } },
    title: {
      css: "h1.headline",
      on: { "spirit/never-edit.html": 1, "spirit/never-private.html": 1, "spirit/topic.html": 1 },
    },
    own: { css: ".comment__reply__info__link", on: { "spirit/topic.html": 1 } },
  };

  registerSite(
    siteOf({
      name: "spirit",
      selectors,
      applies: () => pageHas(`.spirit ${form}`, ".comments_list .js-comment"),
      privatePaths:
        /\/(topic\/private|comment\/\d+\/update|topic\/\d+\/update|search|user\/(login|register))\//,
      parent: () => document.querySelector(selectors.item.css),
      title: () => title(),
      address: () => location.origin + location.pathname,
      isDeleted: (item) => item.matches(".comments_list__item"),
      permalinkOf: (item) => `${location.origin}${location.pathname}#${item.id}`,
      countsOf: (item) => {
        const like = firstInItem(item, selectors.likes.css, selectors.item.css);
        return knownCounts({ likes: readCount(like?.getAttribute("data-count")) });
      },
    }),
  );

  /** The headline's own words, without the link that edits it. */
  function title() {
    const headline = document.querySelector(selectors.title.css);
    const words = [...(headline?.childNodes ?? [])].filter((node) => node.nodeType === Node.TEXT_NODE);
    return (
      words
        .map((node) => node.textContent?.trim())
        .join(" ")
        .trim() || null
    );
  }
}
