// @ts-check
"use strict";
/**
 * Mailing lists in HyperKitty, on any host. Each message has its own reply form, which goes to the whole list.
 * Facts: its templates, up to 2021.
 */
{
  const form = '.reply-form form[action$="/reply"]';

  /** @satisfies {SiteSelectors} */
  const selectors = {
    field: { css: `${form} textarea[name="message"]`, on: { "hyperkitty/thread.html": 1 } },
    root: { css: form, on: { "hyperkitty/thread.html": 1 } },
    submit: { css: `${form} [type="submit"]`, on: { "hyperkitty/thread.html": 1 } },
    item: { css: ".email", on: { "hyperkitty/thread.html": 2 } },
    text: { css: ".email-body", on: { "hyperkitty/thread.html": 2 } },
    author: { css: ".email-author .name", on: { "hyperkitty/thread.html": 2 } },
    link: { css: ".messagelink a", on: { "hyperkitty/thread.html": 2 } },
    votes: { css: ".likeform", on: { "hyperkitty/thread.html": 1 } },
    title: {
      css: ".thread-header h3, .page-header h1, .page-header h3",
      on: { "hyperkitty/thread.html": 1 },
    },
  };

  registerSite(
    siteOf({
      name: "hyperkitty",
      selectors,
      applies: () => /\/(thread|message)\//.test(location.pathname) && pageHas(".email .email-body"),
      countsOf: (item) => {
        const votes = /\+(\d+)\/-\d+/.exec(item.querySelector(selectors.votes.css)?.textContent ?? "");
        return knownCounts({ likes: readCount(votes?.[1]) });
      },
    }),
  );
}
