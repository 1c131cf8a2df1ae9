"""The viewer: pages for the person at this machine, made on the server, readable without JavaScript."""
