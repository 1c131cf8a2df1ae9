// @ts-check
/** Which addresses the extension may watch, and how the browser's match patterns name them. */

/** The permission to reach the agent on this machine. */
export const LOOPBACK = { origins: ["http://127.0.0.1/*", "http://localhost/*"] };

/**
 * The origin of a page that can be watched, or null for the browser's own pages, files and the like.
 * @param {string | undefined} address
 */
export function watchableOrigin(address) {
  if (!address || !URL.canParse(address)) return null;
  const { protocol, origin } = new URL(address);
  return protocol === "https:" || protocol === "http:" ? origin : null;
}

/**
 * The match pattern that covers an origin. Firefox's patterns take no port, so there it covers the host's
 * other ports too; the content script asks the worker before it looks at anything.
 * @param {string} origin
 */
export function patternOf(origin) {
  const { protocol, hostname, host } = new URL(origin);
  return `${protocol}//${inFirefox() ? hostname : host}/*`;
}

/**
 * The agent's address without a trailing slash, or null where it isn't a plain loopback address.
 * @param {string} address
 */
export function loopbackAddress(address) {
  if (!URL.canParse(address.trim())) return null;
  const { protocol, hostname, origin, pathname, search } = new URL(address.trim());
  const plain = pathname === "/" && search === "";
  return protocol === "http:" && ["127.0.0.1", "localhost"].includes(hostname) && plain ? origin : null;
}

function inFirefox() {
  return chrome.runtime.getURL("").startsWith("moz-extension:");
}
