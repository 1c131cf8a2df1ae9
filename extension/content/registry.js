// @ts-check
"use strict";
/**
 * Where the editors and the sites are found, and what each of them must be.
 *
 * The files of content/, editors/ and sites/ are classic scripts that share one isolated world, not ES modules: a
 * module would have to be web-accessible, and any page could then tell that Pitch In is installed. (Chromium 156
 * can't import a module by its `use_dynamic_url` address.) What others use is a top-level function, since those
 * may be declared again when a site is switched off and on; all else stands in a block.
 */

/**
 * @typedef {import("../shared/protocol.js").Answer} Answer
 * @typedef {import("../shared/protocol.js").Context} Context
 * @typedef {import("../shared/protocol.js").Count} Count
 * @typedef {import("../shared/protocol.js").Counts} Counts
 * @typedef {import("../shared/protocol.js").PageMessage} PageMessage
 * @typedef {import("../shared/protocol.js").Problem} Problem
 * @typedef {import("../shared/protocol.js").Review} Review
 * @typedef {import("../shared/protocol.js").Span} Span
 * @typedef {import("../shared/protocol.js").SeenItem} SeenItem
 * @typedef {import("../shared/protocol.js").SubmittedPost} SubmittedPost
 * @typedef {import("../shared/protocol.js").Suggestion} Suggestion
 */

/**
 * A kind of editor.
 * @typedef {object} Editor
 * @property {string} name The file's name.
 * @property {(element: HTMLElement) => boolean} handles
 * @property {(element: HTMLElement) => string} read The draft, with the line breaks that a reader will see.
 * @property {(element: HTMLElement, text: string) => Promise<boolean>} write Replaces the draft as one step that undo
 *   takes back, reads back, and says whether the editor now holds exactly the text.
 * @property {(element: HTMLElement) => void} undo Asks the editor to take its last change back. May fail silently too.
 */

/**
 * A place where a public text is written.
 * @typedef {object} Composer
 * @property {HTMLElement} field The element that holds the draft.
 * @property {Element} root The form, dialog or box that also holds the submit button.
 */

/**
 * What the page says about a submitted post.
 * @typedef {{state: "confirmed", permalink: string | null} | {state: "failed"} | {state: "pending"}} Outcome
 */

/**
 * One post or comment that stands on the page.
 * @typedef {object} PageItem
 * @property {string} mark What tells it from all others, also after the page drew it anew.
 * @property {string} text
 * @property {string | null} permalink
 * @property {string | null} author Without "@".
 * @property {Counts} counts
 * @property {boolean} [own] Where the page itself marks the person's own items.
 * @property {boolean} [deleted] Where the page shows that its author took it back.
 */

/**
 * A selector with its proof: how often it must match on each saved page in tests/pages/.
 * @typedef {{css: string, on: Record<string, number>}} Selector
 */

/** @typedef {"none" | "ctrl-enter" | "enter"} SubmitKeys */

/**
 * A site, or a kind of site. What each part means stands in sites/README.md.
 * @typedef {object} Site
 * @property {string} name The file's name.
 * @property {string[]} hosts As in "x.com" or "*.tumblr.com"; none for software that runs on any host.
 * @property {Record<string, Selector>} selectors
 * @property {() => boolean} applies Whether this page is of this site, by what it holds.
 * @property {(field: HTMLElement) => boolean} [isPrivate] Whether what is written here must never be read.
 * @property {(field: HTMLElement) => Composer | null} composer Null where the field is no public composer.
 * @property {(composer: Composer) => Context} context What the draft answers.
 * @property {(control: Element, composer: Composer) => boolean} submits Whether a click on this control posts.
 * @property {(composer: Composer) => Element | null} [thread] What holds all fields that one press posts, each as a post of
 *   its own.
 * @property {SubmitKeys | ((composer: Composer) => SubmitKeys)} submitKeys Which keys post, everywhere or in this composer.
 * @property {() => PageItem[]} items
 * @property {() => string | null} ownHandle Without "@".
 * @property {(composer: Composer) => number | null} limit In UTF-16 code units.
 * @property {(post: SubmittedPost, composer: Composer | null) => Outcome | null} [outcome] Without a composer: on the
 *   page that was loaded after the submit. Null: go by the items.
 * @property {(text: string) => string[]} [baseline] Marks of what stands on the page before `text` is posted.
 */

/**
 * @typedef {object} Registry
 * @property {Map<string, Editor>} editors
 * @property {Map<string, Site>} sites
 * @property {string | null} here The site that this page was found to be of.
 */

/**
 * @returns {Registry}
 */
function pitchInRegistry() {
  const world = /** @type {{pitchInRegistry_?: Registry}} */ (globalThis);
  world.pitchInRegistry_ ??= { editors: new Map(), sites: new Map(), here: null };
  return world.pitchInRegistry_;
}

/** @param {Editor} editor */
function registerEditor(editor) {
  pitchInRegistry().editors.set(editor.name, editor);
}

/** @param {Site} site */
function registerSite(site) {
  pitchInRegistry().sites.set(site.name, site);
}

/**
 * @param {HTMLElement} field
 * @returns {Editor | undefined}
 */
function editorOf(field) {
  return pitchInRegistry()
    .editors.values()
    .find((editor) => editor.handles(field));
}

/**
 * The site of this page: the first whose host and signs fit; `page` stands last and goes by general rules. A page that
 * was found to be of a site stays of it; one that nobody knew may not have shown its signs yet.
 * @returns {Site | undefined}
 */
function siteHere() {
  const registry = pitchInRegistry();
  const known = registry.sites.get(registry.here ?? "");
  if (known) return known;
  const site = registry.sites
    .values()
    .find(({ hosts, applies }) => (!hosts.length || hosts.some(isThisHost)) && applies());
  registry.here = site && !isAnyPage(site) ? site.name : null;
  return site;
}

/**
 * Whether it is what is asked last, for pages that no site file knows.
 * @param {Site} site
 */
function isAnyPage({ name }) {
  return name === "page";
}

/** @param {string} pattern */
function isThisHost(pattern) {
  const { hostname } = location;
  return pattern.startsWith("*.")
    ? hostname === pattern.slice(2) || hostname.endsWith(pattern.slice(1))
    : hostname === pattern;
}

/**
 * @param {HTMLElement} field
 * @returns {{site: Site, composer: Composer} | null}
 */
function findComposer(field) {
  const site = siteHere();
  if (!site || site.isPrivate?.(field)) return null;
  const composer = site.composer(field);
  return composer && { site, composer };
}
