// @ts-check
"use strict";
/**
 * Reads the posts and comments of a page by their selectors. What stands in an item that lies inside another (a quoted
 * post, an answer under a comment) belongs to the inner one.
 * @param {Declared} declared
 */
function itemReader({ selectors, ...declared }) {
  const itemCss = selectors.item?.css ?? ":not(*)";
  const reader = { all, said, name };
  return reader;

  /** @returns {PageItem[]} */
  function all() {
    return [...document.querySelectorAll(itemCss)].flatMap((element) => {
      const permalink = declared.permalinkOf
        ? declared.permalinkOf(element)
        : absoluteLink(own(element, "link"));
      const mark = (declared.mark ? declared.mark(element) : null) ?? permalink ?? (element.id || null);
      if (mark === null) return []; // Nothing would tell it from the next one with the same text.
      const item = {
        mark,
        text: text(element) ?? "",
        permalink,
        author: author(element),
        counts: counts(element),
      };
      return [
        {
          ...item,
          ...(declared.isOwn?.(element) && { own: true }),
          ...(declared.isDeleted?.(element) && { deleted: true }),
        },
      ];
    });
  }

  /** @param {Element} element */
  function text(element) {
    return declared.textOf ? declared.textOf(element) : textOf(own(element, "text"));
  }

  /**
   * What its author says there.
   * @param {Element} element
   */
  function said(element) {
    return declared.textOf ? declared.textOf(element) : ownTextOf(own(element, "text"));
  }

  /** @param {Element} element */
  function author(element) {
    const named = declared.authorOf ? declared.authorOf(element) : textOf(own(element, "author"));
    return named?.replace(/^@/, "") || null;
  }

  /** @param {Element} element */
  function name(element) {
    return declared.nameOf ? declared.nameOf(element) : author(element);
  }

  /** @param {Element} element */
  function counts(element) {
    if (declared.countsOf) return declared.countsOf(element);
    return knownCounts({
      likes: countOf(own(element, "likes")),
      replies: countOf(own(element, "replies")),
      shares: countOf(own(element, "shares")),
      views: countOf(own(element, "views")),
    });
  }

  /**
   * @param {Element} element
   * @param {"text" | "author" | "link" | "likes" | "replies" | "shares" | "views"} part
   */
  function own(element, part) {
    const selector = selectors[part];
    return selector ? firstInItem(element, selector.css, itemCss) : null;
  }
}

/**
 * The first match inside an item that isn't inside an item of its own.
 * @param {Element} item
 * @param {string} css
 * @param {string} itemCss
 */
function firstInItem(item, css, itemCss) {
  return [...item.querySelectorAll(css)].find((found) => found.closest(itemCss) === item) ?? null;
}

/**
 * Where a link leads, without secrets.
 * @param {Element | null} link
 */
function absoluteLink(link) {
  const href = link?.getAttribute("href");
  return href && URL.canParse(href, location.href) ? withoutSecrets(new URL(href, location.href)).href : null;
}

/**
 * The handle that an element names: in its link where `pattern` says what it is there, or in its content or text.
 * @param {Element | null} element
 * @param {RegExp} [pattern]
 */
function handleIn(element, pattern) {
  if (!element) return null;
  const href = element.getAttribute("href");
  if (pattern && href) return pattern.exec(new URL(href, location.href).pathname)?.[1] ?? null;
  const said = element.getAttribute("content") ?? textOf(element) ?? "";
  return said.trim().replace(/^@/, "") || null;
}
