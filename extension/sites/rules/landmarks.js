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
  const freshMs = 60_000;
  const world = /** @type {{pitchInLandmarks_?: Map<string, Landmark>}} */ (globalThis);
  world.pitchInLandmarks_ ??= new Map();
  const known = world.pitchInLandmarks_.get(name);
  const now = performance.now();
  if (
    known?.address === location.href &&
    now - known.foundAt < freshMs &&
    known.element?.isConnected !== false
  )
    return known.element;
  const element = find();
  world.pitchInLandmarks_.set(name, { element, address: location.href, foundAt: now });
  return element;
}

/** @typedef {{element: Element | null, address: string, foundAt: number}} Landmark */
