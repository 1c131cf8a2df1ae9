// @ts-check
"use strict";
/**
 * What a draft answers. Where the page isn't as its site file expects, the draft is still read, only without that.
 * @param {Site} site
 * @param {Composer} composer
 * @returns {Context}
 */
function contextOf(site, composer) {
  try {
    return site.context(composer);
  } catch (error) {
    reportError(error);
    return {
      site: site.name,
      kind: null,
      page_url: location.origin + location.pathname,
      parent_text: null,
      parent_author: null,
      thread_title: null,
    };
  }
}
