"""What the extension itself tells and takes, asked from inside it: alike in every browser."""

from typing import Any

from tests.extension.reach import eventually, run_in_frames


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

    def move_agent(self, address: str) -> None:
        """Find the agent somewhere else from now on, with the key that it gave us."""
        self.inside(
            """async (address) => {
                 const { agent } = await chrome.storage.local.get("agent");
                 await chrome.storage.local.set({ agent: { ...agent, address } });
               }""",
            address,
        )

    def stored(self) -> dict[str, Any]:
        """All that the extension keeps on disk."""
        return dict(self.inside("chrome.storage.local.get()"))

    def outbox(self) -> list[dict[str, Any]]:
        """The posts that wait for the agent."""
        return list(self.stored().get("outbox", []))

    def submitted(self) -> list[dict[str, Any]]:
        """The posts that were sent off and not yet seen on a page."""
        return list(self.inside("chrome.storage.session.get().then((kept) => kept.submitted ?? [])"))
