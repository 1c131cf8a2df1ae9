// @ts-check
"use strict";
/**
 * phpBB, on any host. The same form posts, quotes and edits, and writes private messages in the user control panel:
 * the address tells them apart. Facts: the prosilver templates, 2026-04.
 */
{
  const form = "form#postform, form#qr_postform";

  /** @satisfies {SiteSelectors} */
  const selectors = {
    field: {
      css: `:is(${form}) textarea[name="message"]`,
      on: {
        "phpbb/never-edit.html": 1,
        "phpbb/never-message.html": 1,
        "phpbb/quote.html": 1,
        "phpbb/topic.html": 1,
      },
    },
    root: {
      css: form,
      on: {
        "phpbb/never-edit.html": 1,
        "phpbb/never-message.html": 1,
        "phpbb/quote.html": 1,
        "phpbb/topic.html": 1,
      },
    },
    submit: {
      css: `:is(${form}) input[name="post"]`,
      on: {
        "phpbb/never-edit.html": 1,
        "phpbb/never-message.html": 1,
        "phpbb/quote.html": 1,
        "phpbb/topic.html": 1,
      },
    },
    item: { css: 'div.post[id^="p"]', on: { "phpbb/quote.html": 2, "phpbb/topic.html": 2 } },
    text: { css: ".content", on: { "phpbb/quote.html": 2, "phpbb/topic.html": 2 } },
    author: { css: "a.username, a.username-coloured", on: { "phpbb/quote.html": 1, "phpbb/topic.html": 4 } },
    link: { css: "p.author a:has(time), h3 a[href*='#p']", on: { "phpbb/topic.html": 4 } },
    topic: { css: "h2.topic-title, h2.posting-title", on: { "phpbb/quote.html": 1, "phpbb/topic.html": 1 } },
    own: {
      css: "#username_logged_in .username, #username_logged_in .username-coloured",
      on: { "phpbb/topic.html": 1 },
    },
  };

  registerSite(
    siteOf({
      name: "phpbb",
      selectors,
      applies: () => document.querySelector("body#phpbb") !== null,
      isPublic: () => !/\/(ucp|mcp|search|adm\/index)\.php/.test(location.pathname) && mode() !== "edit",
      parent: () => {
        const quoted = mode() === "quote" ? parameter("p") : null;
        return quoted
          ? document.querySelector(`#p${CSS.escape(quoted)}, #pr${CSS.escape(quoted)}`)
          : mode() === "post"
            ? null
            : document.querySelector(selectors.item.css);
      },
      title: () => shownText(selectors.topic),
    }),
  );

  function mode() {
    return parameter("mode");
  }

  /** @param {string} name */
  function parameter(name) {
    return new URLSearchParams(location.search).get(name);
  }
}
