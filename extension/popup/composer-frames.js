// @ts-check
/** Comment boxes that a page takes from elsewhere: they stand in a frame with an address of its own. */

const HOSTS = ["disqus.com", "www.blogger.com"];

/**
 * The origins of such frames in a tab. Asked only on sites that are switched on.
 * @param {number} tabId
 * @returns {Promise<string[]>}
 */
export async function composerFrames(tabId) {
  const target = { tabId };
  const found = await chrome.scripting.executeScript({ target, func: frameAddresses }).catch(() => []);
  const addresses = found.flatMap(({ result }) => result ?? []);
  const origins = addresses.map((address) => new URL(address).origin);
  return [...new Set(origins)].filter((origin) => HOSTS.includes(new URL(origin).hostname));
}

/** Runs in the page. */
function frameAddresses() {
  return [...document.querySelectorAll("iframe")].map(({ src }) => src).filter((src) => URL.canParse(src));
}
