"""The HTTP interface: a file per resource, each with its `api`, found by the folder."""
