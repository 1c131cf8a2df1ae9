// @ts-check
"use strict";
/**
 * Comments of Blogger stand in a frame of www.blogger.com, which knows its post only by number; what is discussed is in
 * the page around it, out of reach. Facts: few and old; the button is found by general rules.
 */
{
  /** @satisfies {SiteSelectors} */
  const selectors = {
    field: {
      css: "textarea#commentBodyField, form textarea",
      on: { "blogger/frame.html": 1, "blogger/never-editor.html": 1 },
    },
    root: { css: "form", on: { "blogger/frame.html": 1, "blogger/never-editor.html": 2 } },
  };

  registerSite(
    siteOf({
      name: "blogger",
      hosts: ["www.blogger.com"],
      selectors,
      applies: () => /^\/(comment\/frame\/|comment-iframe\.g)/.test(location.pathname),
      lead: () => ({ text: null, author: null }),
      address: () => (document.referrer ? withoutSecrets(new URL(document.referrer)).href : location.origin),
      submits: looksLikeSubmit,
    }),
  );
}
