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
 * @typedef {import("../shared/protocol.js").PageMessage} PageMessage
 * @typedef {import("../shared/protocol.js").Problem} Problem
 * @typedef {import("../shared/protocol.js").Review} Review
 * @typedef {import("../shared/protocol.js").Span} Span
 * @typedef {import("../shared/protocol.js").SubmittedPost} SubmittedPost
 * @typedef {import("../shared/protocol.js").Suggestion} Suggestion
 */

/**
 * A kind of editor.
 * @typedef {object} Editor
 * @property {string} name The file's name.
 * @property {(element: HTMLElement) => boolean} handles
 * @property {(element: HTMLElement) => string} read The draft, with the line breaks that a reader will see.
 * @property {(element: HTMLElement, text: string) => Promise<void>} write Replaces the draft as one step that undo
 *   takes back. May fail silently: the caller reads back.
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
 * A selector with its proof: how often it must match on each saved page in tests/pages/.
 * @typedef {{css: string, on: Record<string, number>}} Selector
 */

/**
 * A site, or a kind of site.
 * @typedef {object} Site
 * @property {string} name The file's name.
 * @property {Record<string, Selector>} selectors
 * @property {() => boolean} applies Whether this page is of this site.
 * @property {(field: HTMLElement) => Composer | null} composer Null where the field is no public composer.
 * @property {(composer: Composer) => Context} context What the draft answers.
 * @property {(control: Element, composer: Composer) => boolean} submits Whether a click on this control posts.
 * @property {boolean} submitKey Whether Ctrl+Enter or Cmd+Enter posts.
 * @property {(text: string) => string[]} baseline Marks of what stands on the page before `text` is posted.
 * @property {(post: SubmittedPost, composer: Composer | null) => Outcome} outcome Without a composer: on the page that
 *   was loaded after the submit.
 */

/**
 * @typedef {{editors: Map<string, Editor>, sites: Map<string, Site>}} Registry
 * @returns {Registry}
 */
function pitchInRegistry() {
  const world = /** @type {{pitchInRegistry_?: Registry}} */ (globalThis);
  world.pitchInRegistry_ ??= { editors: new Map(), sites: new Map() };
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
 * The first site that knows this field as a public composer; `page` stands last and goes by general rules.
 * @param {HTMLElement} field
 * @returns {{site: Site, composer: Composer} | null}
 */
function findComposer(field) {
  const site = pitchInRegistry()
    .sites.values()
    .find((candidate) => candidate.applies());
  const composer = site?.composer(field);
  return site && composer ? { site, composer } : null;
}
