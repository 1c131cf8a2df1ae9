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
  const shown = part("imports");
  // What the person is typing into or has opened stays as it is.
  const inUse = shown.contains(document.activeElement) || shown.querySelector("details[open]");
  if (found && !inUse && !shown.isEqualNode(found)) shown.replaceWith(found);
  if (found?.childElementCount) document.getElementById("none")?.remove();
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
