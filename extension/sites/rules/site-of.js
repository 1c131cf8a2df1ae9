// @ts-check
"use strict";
/**
 * Makes a site of what its file declares. Most sites differ only in their selectors, and in where the parent stands.
 */

/**
 * The selectors that `siteOf` knows by name; a file may add others for its own use.
 * @typedef {Record<string, Selector> & {
 *   field: Selector, root?: Selector, submit?: Selector, thread?: Selector, never?: Selector,
 *   item?: Selector, text?: Selector, author?: Selector, link?: Selector,
 *   likes?: Selector, replies?: Selector, shares?: Selector, views?: Selector,
 *   title?: Selector, own?: Selector, sent?: Selector
 * }} SiteSelectors
 *
 * `field` the editor, `root` what holds it and its button, `submit` the button, `thread` what holds all fields that
 * it posts at once, `never` what holds fields that are never read; `item` a post or comment and what stands in it:
 * `text`, `author`, `link` (to itself), counts; `title` of the thread, `own` what names the signed-in person, `sent` a
 * link that appears once a post is out.
 */

/**
 * What a page is about, where that is no item.
 * @typedef {{text: string | null, author: string | null}} Lead
 */

/**
 * @typedef {object} Declared
 * @property {string} name
 * @property {string[]} [hosts]
 * @property {SiteSelectors} selectors
 * @property {() => boolean} [applies]
 * @property {RegExp} [privatePaths] Paths where nothing is read.
 * @property {(field: HTMLElement) => Element | null} [root]
 * @property {(composer: Composer) => boolean} [isPublic] Whether what is written here is a new public text; where this
 *   isn't given, a button that saves an edit says no.
 * @property {(composer: Composer) => Element | null} [parent] The item that is answered; the one around the composer
 *   where this isn't given.
 * @property {(composer: Composer) => Lead | null} [lead]
 * @property {(parent: Element | null, lead: Lead | null, composer: Composer) => Context["kind"]} [kind]
 * @property {() => string | null} [title]
 * @property {() => string} [address] Of the page.
 * @property {(control: Element, composer: Composer) => boolean} [submits]
 * @property {Site["submitKeys"]} [submitKeys]
 * @property {(item: Element) => string | null} [mark]
 * @property {(item: Element) => string | null} [textOf]
 * @property {(item: Element) => string | null} [authorOf] As `own` names the person: a handle where that is one.
 * @property {(item: Element) => string | null} [nameOf] What its author is called there, where that isn't the handle.
 * @property {(item: Element) => string | null} [permalinkOf]
 * @property {(item: Element) => Counts} [countsOf]
 * @property {(item: Element) => boolean} [isOwn]
 * @property {(item: Element) => boolean} [isDeleted]
 * @property {RegExp} [handle] What in the link of `own` is the person's handle.
 * @property {number} [limit] In UTF-16 code units; a `maxlength` of the field goes first.
 * @property {(composer: Composer) => number | null} [limitOf] Where the page shows how much fits.
 * @property {Site["outcome"]} [outcome]
 */

/**
 * @param {Declared} declared
 * @returns {Site}
 */
function siteOf(declared) {
  const { name, selectors } = declared;
  const read = itemReader(declared);
  const isPublic = declared.isPublic ?? ((composer) => !savesAnEdit(composer, selectors.submit?.css));
  return {
    name,
    hosts: declared.hosts ?? [],
    selectors,
    applies: declared.applies ?? (() => true),
    isPrivate: (field) =>
      declared.privatePaths?.test(location.pathname) === true ||
      (selectors.never !== undefined && closestAcross(field, selectors.never.css) !== null),
    composer(field) {
      if (!field.matches(selectors.field.css)) return null;
      const root = (declared.root ?? ((one) => closestAcross(one, selectors.root?.css ?? "form")))(field);
      const composer = root && { field, root };
      return composer && isPublic(composer) ? composer : null;
    },
    context(composer) {
      const parent = (declared.parent ?? around)(composer);
      const lead = parent ? null : (declared.lead?.(composer) ?? null);
      return {
        site: name,
        kind: (declared.kind ?? usualKind)(parent, lead, composer),
        page_url: (declared.address ?? shownAddress)(),
        parent_text: parent ? read.said(parent) : (lead?.text ?? null),
        parent_author: parent ? read.name(parent) : (lead?.author ?? null),
        thread_title: declared.title ? declared.title() : shownText(selectors.title),
      };
    },
    submits:
      declared.submits ??
      ((control, { root }) =>
        control.matches(selectors.submit?.css ?? "[type=submit]") &&
        holds(root, control) &&
        isEnabled(control)),
    thread: ({ field }) => (selectors.thread ? closestAcross(field, selectors.thread.css) : null),
    submitKeys: declared.submitKeys ?? "none",
    items: read.all,
    ownHandle: () => handleIn(document.querySelector(selectors.own?.css ?? ":not(*)"), declared.handle),
    limit: (composer) => ownLimit(composer.field) ?? declared.limitOf?.(composer) ?? declared.limit ?? null,
    baseline: () => [...read.all().map(({ mark }) => mark), ...sentLinks(selectors.sent)],
    outcome: (post, composer) => declared.outcome?.(post, composer) ?? outcomeByLink(post, selectors.sent),
  };

  /** @param {Composer} composer */
  function around({ root }) {
    return selectors.item ? closestAcross(root, selectors.item.css) : null;
  }
}

/** @type {NonNullable<Declared["kind"]>} */
function usualKind(parent, lead) {
  if (parent) return "reply";
  return lead ? "comment" : "post";
}

/** The address that the browser shows, without what only served the way there. */
function shownAddress() {
  const here = new URL(location.href);
  here.hash = "";
  return withoutSecrets(here).href;
}

/** @param {Selector | undefined} selector */
function shownText(selector) {
  return selector ? textOf(document.querySelector(selector.css)) : null;
}

/** @param {HTMLElement} field */
function ownLimit(field) {
  const { maxLength = 0 } = /** @type {Partial<HTMLTextAreaElement>} */ (field);
  return maxLength > 0 ? maxLength : null;
}

/**
 * The links that the page shows once a post is out, as in "Your post was sent. View".
 * @param {Selector | undefined} sent
 */
function sentLinks(sent) {
  return sent
    ? [...document.querySelectorAll(sent.css)].map(absoluteLink).filter((href) => href !== null)
    : [];
}

/**
 * @param {SubmittedPost} post
 * @param {Selector | undefined} sent
 * @returns {Outcome | null}
 */
function outcomeByLink(post, sent) {
  const permalink = sentLinks(sent).find((href) => !post.baseline.includes(href));
  return permalink ? { state: "confirmed", permalink } : null;
}
