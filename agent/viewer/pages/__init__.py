"""One file per page; each exports its Flask `blueprint` and is found by `agent.app`."""
