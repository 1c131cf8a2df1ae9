// @ts-check
// Reviews a draft without leaving the page. Beside being calmer, this keeps the draft out of the browser's own
// session file, which holds the bodies of forms that were sent, but not those of a script's requests.

const FIELDS = ["draft", "parent_text", "parent_author", "thread_title"];
const BLANK = /\[… [^[\]\n]{1,80}\]/u;

/** @type {AbortController | undefined} */
let running;

/**
 * @param {ParentNode} within
 * @param {string} id
 * @returns {HTMLElement}
 */
function part(within, id) {
  const found = within.querySelector(`#${id}`);
  if (found instanceof HTMLElement) return found;
  throw new Error(`The page has no part "${id}".`);
}

/**
 * @param {ParentNode} within
 * @param {string} id
 * @returns {HTMLInputElement | HTMLTextAreaElement}
 */
function field(within, id) {
  const found = part(within, id);
  if (found instanceof HTMLInputElement || found instanceof HTMLTextAreaElement) return found;
  throw new Error(`"${id}" is not a field.`);
}

/** @param {ParentNode} page */
function offerCopying(page) {
  for (const button of page.querySelectorAll("[data-copy]")) {
    if (button instanceof HTMLButtonElement) button.hidden = false;
  }
}

/**
 * Put the server's answer in place of the last review.
 *
 * @param {Document} page
 * @param {boolean} fills whether the answer also holds a new draft
 */
function show(page, fills) {
  if (fills) for (const name of FIELDS) field(document, name).value = field(page, name).value;
  for (const id of ["before", "review"]) part(document, id).replaceWith(part(page, id));
  offerCopying(document);
  part(document, "announced").textContent = part(document, "review-title").textContent;
}

/** Select the first blank, so that typing fills it in. */
function goToDraft() {
  const draft = field(document, "draft");
  const blank = BLANK.exec(draft.value);
  draft.focus();
  if (blank) draft.setSelectionRange(blank.index, blank.index + blank[0].length);
}

/**
 * What the agent could not do: said where the review would stand, so that the draft stays in its box.
 *
 * @param {Node[]} content
 */
function explain(content) {
  const review = part(document, "review");
  review.replaceChildren(...content);
  review.removeAttribute("aria-busy");
  review.removeAttribute("aria-labelledby");
  review.focus();
}

/**
 * From another page: show the whole page that came, as if the browser had gone there.
 *
 * @param {Document} page
 */
function goTo(page) {
  history.pushState(null, "", "/draft");
  document.title = page.title;
  document.body.replaceWith(page.body);
  offerCopying(document);
  const wrong = document.querySelector("[aria-invalid]");
  if (wrong instanceof HTMLElement) wrong.focus();
  else part(document, "review").focus();
}

/**
 * @param {HTMLFormElement} form
 * @param {HTMLElement | null} submitter
 */
async function review(form, submitter) {
  running?.abort();
  running = new AbortController();
  part(document, "review").setAttribute("aria-busy", "true");
  const uses = submitter instanceof HTMLButtonElement && submitter.name === "use";
  const answer = await fetch("/draft", {
    method: "POST",
    body: new FormData(form, submitter),
    signal: running.signal,
  });
  const page = new DOMParser().parseFromString(await answer.text(), "text/html");
  if ("leaves" in form.dataset && (answer.ok || answer.status === 422)) {
    goTo(page);
  } else if (answer.status === 422) {
    part(document, "draft-form").replaceWith(part(page, "draft-form"));
    document.querySelector("[aria-invalid]")?.scrollIntoView({ block: "center" });
    part(document, "review").removeAttribute("aria-busy");
  } else if (!answer.ok) {
    explain([...part(page, "main").childNodes]);
  } else {
    show(page, uses || "fill" in form.dataset);
    if (uses) goToDraft();
    else part(document, "review").focus();
  }
}

document.addEventListener("submit", (event) => {
  const form = event.target;
  if (!(form instanceof HTMLFormElement) || !("review" in form.dataset)) return;
  event.preventDefault();
  review(form, event.submitter).catch((error) => {
    if (error instanceof DOMException && error.name === "AbortError") return;
    const sentence = document.createElement("p");
    sentence.textContent = "Pitch In does not answer. Start it again; your draft is still in its box.";
    explain([sentence]);
  });
});

document.addEventListener("click", async (event) => {
  const button = event.target;
  if (!(button instanceof HTMLButtonElement) || button.dataset.copy === undefined) return;
  await navigator.clipboard.writeText(button.dataset.copy);
  button.textContent = "Copied";
});

// The page that was left by `goTo` is fetched anew.
addEventListener("popstate", () => location.reload());

offerCopying(document);
