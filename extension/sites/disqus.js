// @ts-check
"use strict";
/**
 * Disqus stands in a frame of disqus.com; the frame's own address says which page it belongs to and what that is
 * called. Facts: M for the frame, L for what is inside.
 */
{
  /** @satisfies {SiteSelectors} */
  const selectors = {
    field: { css: '.textarea[contenteditable="true"]', on: { "disqus/embed.html": 2 } },
    root: { css: "form", on: { "disqus/embed.html": 3 } },
    item: { css: 'li[id^="post-"]', on: { "disqus/embed.html": 2 } },
    text: { css: ".post-message", on: { "disqus/embed.html": 1 } },
    author: { css: ".post-byline .author", on: { "disqus/embed.html": 2 } },
    likes: { css: '[data-role="likes"]', on: { "disqus/embed.html": 1 } },
  };

  registerSite(
    siteOf({
      name: "disqus",
      hosts: ["disqus.com"],
      selectors,
      applies: () => location.pathname.startsWith("/embed/comments"),
      lead: () => ({ text: null, author: null }),
      title: () => parameter("t_t") ?? parameter("t_d"),
      address: embeddingPage,
      submits: looksLikeSubmit,
      permalinkOf: (item) => `${embeddingPage()}#comment-${item.id.replace("post-", "")}`,
    }),
  );

  /** @param {string} name */
  function parameter(name) {
    return new URLSearchParams(location.search).get(name);
  }

  function embeddingPage() {
    const page = parameter("t_u") ?? document.referrer;
    if (!URL.canParse(page)) return location.origin;
    const address = new URL(page);
    address.hash = "";
    return withoutSecrets(address).href;
  }
}
