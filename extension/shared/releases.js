// @ts-check
/** Versions as in "1.4.2". Extension and agent of one release (1.4) understand each other. */

/**
 * @param {string} one
 * @param {string} other
 */
export function sameRelease(one, other) {
  return releaseOf(one).join(".") === releaseOf(other).join(".");
}

/**
 * @param {string} extension
 * @param {string} agent
 */
export function extensionIsOlder(extension, agent) {
  const [major, minor] = releaseOf(extension);
  const [otherMajor, otherMinor] = releaseOf(agent);
  return major < otherMajor || (major === otherMajor && minor < otherMinor);
}

/** @param {string} version */
function releaseOf(version) {
  return version.split(".").slice(0, 2).map(Number);
}
