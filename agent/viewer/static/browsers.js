// @ts-check
// Shows a browser that asks to pair as soon as it asks, and a paired one as soon as it has its key.

const PAUSE = 1500;

async function look() {
  const answer = await fetch("/browsers/now");
  if (answer.status === 401) return location.reload();
  const page = new DOMParser().parseFromString(await answer.text(), "text/html");
  for (const id of ["waiting", "paired"]) {
    const shown = document.getElementById(id);
    const found = page.getElementById(id);
    // Only what changed is replaced, so that the keyboard's place on the page is kept.
    if (shown && found && !shown.isEqualNode(found)) shown.replaceChildren(...found.childNodes);
  }
}

async function keepLooking() {
  for (;;) {
    // While the agent is stopped the page stays as it is; it goes on when the agent is back.
    if (document.visibilityState === "visible") await look().catch(() => undefined);
    await new Promise((resume) => setTimeout(resume, PAUSE));
  }
}

keepLooking();
