// @ts-check
"use strict";
/**
 * An element that says what a page is about, or null where there is none. Drafts are reviewed at each pause, and to
 * search a page of many nodes as often would cost more than all the rest of a review. So it is searched anew only at a
 * new address, when the element is gone, and once in a while. What the element says is read each time.
 * @param {string} name
 * @param {() => Element | null} find
 * @returns {Element | null}
 */
function landmark(name, find) {
  return (freshLandmark(name) ?? newLandmark(name, find)).element;
}

/**
 * The same for one that may come late and that others are taken for meanwhile: as long as there is none, it is searched
 * for each time. Only for what is found quickly.
 * @param {string} name
 * @param {() => Element | null} find
 * @returns {Element | null}
 */
function landmarkOnceThere(name, find) {
  return freshLandmark(name)?.element ?? newLandmark(name, find).element;
}

/**
 * @param {string} name
 * @returns {Landmark | undefined}
 */
function freshLandmark(name) {
  const freshMs = 60_000;
  const known = landmarks().get(name);
  const holds =
    known?.address === location.href &&
    performance.now() - known.foundAt < freshMs &&
    known.element?.isConnected !== false;
  return holds ? known : undefined;
}

/**
 * @param {string} name
 * @param {() => Element | null} find
 * @returns {Landmark}
 */
function newLandmark(name, find) {
  const found = { element: find(), address: location.href, foundAt: performance.now() };
  landmarks().set(name, found);
  return found;
}

function landmarks() {
  const world = /** @type {{pitchInLandmarks_?: Map<string, Landmark>}} */ (globalThis);
  world.pitchInLandmarks_ ??= new Map();
  return world.pitchInLandmarks_;
}

/** @typedef {{element: Element | null, address: string, foundAt: number}} Landmark */
