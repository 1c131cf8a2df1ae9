"""What a person does in the extension's own pages, alike in every browser."""

from typing import Any

from tests.agent_process import RunningAgent
from tests.extension.expecting import expect
from tests.extension.inside import Inside


class OwnPages(Inside):
    """A profile, and the person at it. Each browser opens its tabs in its own way."""

    def open(self, address: str) -> Any:
        """A new tab."""
        raise NotImplementedError

    def options(self) -> Any:
        """The options page."""
        raise NotImplementedError

    def set_address(self, address: str) -> None:
        """Tell the extension where the agent is."""
        options = self.options()
        field = options.get_by_label("Address of the agent")
        expect(field).not_to_have_value("")
        field.fill(address)
        options.get_by_role("button", name="Save").first.click()
        expect(options.get_by_text("Saved.")).to_be_visible()
        options.close()

    def pair(self, agent: RunningAgent) -> None:
        """Be paired with this agent as a person does it."""
        self.set_address(agent.address)
        options = self.options()
        self.confirm_code(options, agent)
        expect(options.get_by_text("Ready")).to_be_visible()
        options.close()

    def confirm_code(self, options: Any, agent: RunningAgent) -> None:
        """Ask for a code in the options page and confirm it in the viewer."""
        options.get_by_role("button", name="Pair this browser").click()
        expect(options.locator(".code")).to_be_visible()
        code = options.locator(".code").inner_text()
        viewer = self.open(agent.new_link())
        viewer.goto(f"{agent.address}/browsers")
        expect(viewer.get_by_text(code)).to_be_visible()
        viewer.get_by_role("button", name="The code matches: pair").click()
        expect(viewer.get_by_text(code)).to_be_hidden()
        viewer.close()

    def switch_on(self, origin: str) -> None:
        """Switch a site on by its address."""
        options = self.options()
        options.get_by_label("Switch on a site by its address").fill(origin)
        options.get_by_role("button", name="Switch on for this site").click()
        expect(options.get_by_role("listitem").filter(has_text=origin)).to_be_visible()
        options.close()
