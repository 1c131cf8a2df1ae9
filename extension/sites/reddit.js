// @ts-check
"use strict";
/**
 * Reddit, new (web components that carry their facts as attributes) and old. The new editor stands in the light DOM of
 * `shreddit-composer`, in its open shadow root in some builds, and is a textarea in Markdown mode. The box that looks
 * like a composer before it is clicked is none. On old Reddit an edit's form also holds the text that is edited.
 * Facts: extensions up to 2026-10, RES 2026-07, the site's published source of 2017.
 */
{
  const thing = ".thing[data-fullname]";
  const attributes = {
    author: ["author", "data-author"],
    permalink: ["permalink", "data-permalink"],
    mark: ["thingid", "id", "data-fullname"],
    likes: ["score", "data-score"],
    replies: ["comment-count", "data-comments-count"],
  };

  /** @satisfies {SiteSelectors} */
  const selectors = {
    field: {
      css: '[contenteditable="true"][role="textbox"], textarea:not(form.usertext textarea:not([name="text"]))',
      on: { "reddit/never-message.html": 2, "reddit/new.html": 4, "reddit/old.html": 3 },
    },
    root: {
      css: "shreddit-composer, form.usertext",
      on: { "reddit/never-message.html": 1, "reddit/new.html": 3, "reddit/old.html": 5 },
    },
    submit: {
      css: 'shreddit-composer button[slot="submit-button"][type="submit"], form.usertext .usertext-buttons button.save',
      on: { "reddit/never-message.html": 1, "reddit/new.html": 3, "reddit/old.html": 3 },
    },
    never: {
      css: "form.usertext:has(.usertext-body), #compose-message, [role=search]",
      on: { "reddit/never-message.html": 1, "reddit/new.html": 1, "reddit/old.html": 4 },
    },
    parentId: {
      css: 'form.usertext input[name="thing_id"]',
      on: { "reddit/never-message.html": 1, "reddit/old.html": 5 },
    },
    item: {
      css: `shreddit-comment, shreddit-post, ${thing}`,
      on: { "reddit/new.html": 4, "reddit/old.html": 3 },
    },
    text: {
      css: '[slot="comment"], [slot="text-body"], .entry .usertext-body .md',
      on: { "reddit/new.html": 4, "reddit/old.html": 3 },
    },
    author: { css: "a.author", on: { "reddit/old.html": 3 } },
    post: {
      css: "shreddit-post, .thing.link[data-fullname]",
      on: { "reddit/new.html": 1, "reddit/old.html": 1 },
    },
    oldTitle: { css: ".thing.link a.title", on: { "reddit/old.html": 1 } },
    own: {
      css: '#header-bottom-right .user > a, header a[href^="/user/"]',
      on: { "reddit/never-message.html": 1, "reddit/new.html": 1, "reddit/old.html": 1 },
    },
  };

  registerSite(
    siteOf({
      name: "reddit",
      hosts: ["www.reddit.com", "reddit.com", "sh.reddit.com", "new.reddit.com", "old.reddit.com"],
      selectors,
      privatePaths: /^\/(message|chat|settings|search|login|register|prefs|mail|mod)(\/|$)/,
      isPublic: ({ root }) => !(root.matches("shreddit-composer") && saysSave(root)),
      parent: ({ root }) => {
        const id = root.querySelector(selectors.parentId.css)?.getAttribute("value");
        if (id) return document.querySelector(`${thing}[data-fullname="${CSS.escape(id)}"]`);
        return closestAcross(root, "shreddit-comment") ?? document.querySelector("shreddit-post");
      },
      kind: (parent) => (parent ? (parent.matches(selectors.post.css) ? "comment" : "reply") : "post"),
      title: () =>
        document.querySelector("shreddit-post")?.getAttribute("post-title") ??
        textOf(document.querySelector(selectors.oldTitle.css)),
      address: () => location.origin + location.pathname,
      submitKeys: "ctrl-enter",
      authorOf: (item) => attribute(item, "author") ?? textOf(item.querySelector(selectors.author.css)),
      permalinkOf: (item) => {
        const path = attribute(item, "permalink");
        return path ? new URL(path, location.origin).href : null;
      },
      mark: (item) => attribute(item, "mark"),
      countsOf: (item) =>
        knownCounts({
          likes: readCount(attribute(item, "likes") ?? oldScore(item)),
          replies: readCount(attribute(item, "replies")),
        }),
      handle: /^\/user\/([^/]+)/,
      limitOf: ({ root }) => (closestAcross(root, "r-post-composer-form, #newlink") ? 40_000 : 10_000),
    }),
  );

  /**
   * @param {Element} item
   * @param {keyof typeof attributes} name
   */
  function attribute(item, name) {
    return attributes[name].map((one) => item.getAttribute(one)).find(Boolean) ?? null;
  }

  /**
   * On new Reddit only an edit is saved; on old Reddit the button of every form says so.
   * @param {Element} root
   */
  function saysSave(root) {
    const button = root.querySelector(selectors.submit.css);
    return /^\s*(save|speichern|guardar)\b/i.test(button?.textContent ?? "");
  }

  /** @param {Element} item */
  function oldScore(item) {
    return firstInItem(item, ".score.unvoted[title]", selectors.item.css)?.getAttribute("title");
  }
}
