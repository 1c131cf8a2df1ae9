"""What the extension itself tells and takes, asked from inside it: alike in every browser."""

from typing import Any

from tests.extension.reach import eventually, run_in_frames

KEEP_ONLY = """async ([agent, origin]) => {
  const scripts = await chrome.scripting.getRegisteredContentScripts();
  const ours = `site ${origin}`;
  const others = scripts.map(({ id }) => id).filter((id) => id !== ours);
  if (others.length) await chrome.scripting.unregisterContentScripts({ ids: others });
  await chrome.storage.session.clear();
  await chrome.storage.local.remove(["settings", "outbox"]);
  const sites = others.length < scripts.length ? [origin] : [];
  await chrome.storage.local.set({ agent, sites });
  await chrome.action.setBadgeText({ text: "" });
}"""


class Inside:
    """A profile's extension. Each browser has its own way in: `inside`."""

    def inside(self, expression: str, argument: object = None) -> Any:
        """The value of an expression in the extension's own world."""
        raise NotImplementedError

    def addresses(self) -> list[str]:
        """Of all tabs that the extension may know."""
        return list(self.inside("chrome.tabs.query({}).then((tabs) => tabs.flatMap(({url}) => url ?? []))"))

    def tab_of(self, page: Any) -> int:
        """The number by which the extension knows a tab."""
        query = "url => chrome.tabs.query({}).then((tabs) => tabs.findLast((tab) => tab.url === url)?.id)"
        return int(eventually(lambda: self.inside(query, page.url), f"the tab of {page.url}"))

    def in_content_script(self, page: Any, function: str, *arguments: object) -> Any:
        """The value of a function in the content script's world, of the first frame in which it has one."""
        return self.inside(run_in_frames(function), [self.tab_of(page), list(arguments)])

    def ask_as_page(self, page: Any, message: dict[str, object]) -> Any:
        """What the worker answers to a message out of the page's process."""
        ask = "async (message) => ({value: await chrome.runtime.sendMessage(message)})"
        return self.in_content_script(page, ask, message)

    def shorten_patience(self, origin: str) -> None:
        """Let the extension lose its patience early on pages that are loaded from now on."""
        script = {"id": "patience", "matches": [f"{origin.rpartition(':')[0]}/*"], "js": ["patience.js"]}
        self.inside(
            "script => chrome.scripting.registerContentScripts([{...script, runAt: 'document_start'}])",
            script,
        )

    def use_agent(self, address: str, key: str) -> None:
        """Be paired with this agent from now on."""
        self.inside("agent => chrome.storage.local.set({agent})", {"address": address, "key": key})

    def move_agent(self, address: str) -> None:
        """Find the agent somewhere else from now on, with the key that it gave us."""
        self.use_agent(address, self.stored()["agent"]["key"])

    def forget_all_but(self, agent: dict[str, str], origin: str) -> None:
        """Leave only that agent and that site, if it is on: no posts, no settings."""
        self.inside(KEEP_ONLY, [agent, origin])

    def stored(self) -> dict[str, Any]:
        """All that the extension keeps on disk."""
        return dict(self.inside("chrome.storage.local.get()"))

    def outbox(self) -> list[dict[str, Any]]:
        """The posts that wait for the agent."""
        return list(self.stored().get("outbox", []))

    def submitted(self) -> list[dict[str, Any]]:
        """The posts that were sent off and not yet seen on a page."""
        return list(self.inside("chrome.storage.session.get().then((kept) => kept.submitted ?? [])"))
