// @ts-check
// Sends an export to the agent in slices, and shows how far imports are while they run.

const SLICE = 1024 * 1024;
const PAUSE = 1000;
const HEADERS = { "X-Pitch-In": "1" };

/** @param {string} id */
function part(id) {
  const found = document.getElementById(id);
  if (found) return found;
  throw new Error(`The page has no part "${id}".`);
}

/** @param {string} sentence */
function say(sentence) {
  part("sending").textContent = sentence;
}

/**
 * What the agent answers, or its sentence as an error.
 *
 * @param {string} path
 * @param {RequestInit} request
 * @returns {Promise<{id: string}>}
 */
async function ask(path, request) {
  const answer = await fetch(path, request);
  const body = await answer.json();
  if (!answer.ok) throw new Error(body.detail);
  return body;
}

/** @param {File} file */
async function send(file) {
  const { id } = await ask("/v1/imports", {
    method: "POST",
    headers: { ...HEADERS, "Content-Type": "application/json" },
    body: JSON.stringify({ name: file.name, size: file.size }),
  });
  for (let offset = 0; offset < file.size; offset += SLICE) {
    say(`Taking the file: ${Math.floor((100 * offset) / file.size)} %`);
    await ask(`/v1/imports/${id}/content?offset=${offset}`, {
      method: "PUT",
      headers: { ...HEADERS, "Content-Type": "application/octet-stream" },
      body: file.slice(offset, offset + SLICE),
    });
  }
  say("The file is there. Its import stands below.");
}

async function look() {
  const answer = await fetch("/imports/now");
  if (answer.status === 401) return location.reload();
  const page = new DOMParser().parseFromString(await answer.text(), "text/html");
  const found = page.getElementById("imports");
  if (!found) return;
  bringUpToDate(part("imports"), found);
  if (found.childElementCount) document.getElementById("none")?.remove();
}

/**
 * Each part by itself, so that one import's progress takes nothing from another's form.
 *
 * @param {HTMLElement} shown
 * @param {HTMLElement} found
 */
function bringUpToDate(shown, found) {
  shown.dataset.working = found.dataset.working;
  for (const old of [...shown.children]) {
    if (!found.querySelector(`:scope > #${old.id}`) && !inUse(old)) old.remove();
  }
  /** @type {Element | null} */
  let before = null;
  for (const fresh of [...found.children]) {
    const old = shown.querySelector(`:scope > #${fresh.id}`);
    const stays = old && (inUse(old) || sameBut(old, fresh)) ? old : fresh;
    if (!old && before) before.after(fresh);
    else if (!old) shown.prepend(fresh);
    else if (stays === fresh) old.replaceWith(fresh);
    before = stays;
  }
}

/**
 * Whether the person is at it, or has answered something there that wasn't sent yet.
 *
 * @param {Element} part
 */
function inUse(part) {
  const fields = [...part.querySelectorAll("input")];
  return part.contains(document.activeElement) || fields.some((each) => each.value !== each.defaultValue);
}

/**
 * Whether two parts are the same, once in the fresh one is open what the person has opened.
 *
 * @param {Element} old
 * @param {Element} fresh
 */
function sameBut(old, fresh) {
  const opened = [...old.querySelectorAll("details")];
  for (const [place, each] of [...fresh.querySelectorAll("details")].entries()) {
    each.open = opened[place]?.open ?? false;
  }
  return old.isEqualNode(fresh);
}

async function keepLooking() {
  for (;;) {
    // While the agent is stopped the page stays as it is; it goes on when the agent is back.
    if (document.visibilityState === "visible" && part("imports").dataset.working === "yes") {
      await look().catch(() => undefined);
    }
    await new Promise((resume) => setTimeout(resume, PAUSE));
  }
}

const choice = part("file");
const button = part("send");
if (!(choice instanceof HTMLInputElement)) throw new Error("The file can't be chosen.");
part("choose").hidden = false;

button.addEventListener("click", async () => {
  const file = choice.files?.[0];
  if (!file) return say("Choose a file first.");
  if (!file.size) return say("That file is empty: choose another one.");
  button.setAttribute("aria-disabled", "true");
  try {
    await send(file);
    await look();
  } catch (error) {
    say(
      error instanceof TypeError
        ? "Pitch In does not answer. Start it again."
        : String(error).replace(/^Error: /, ""),
    );
  }
  button.removeAttribute("aria-disabled");
});

keepLooking();

export {};
