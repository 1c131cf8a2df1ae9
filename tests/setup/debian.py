"""Debian's packages: `python -m tests.setup.debian` installs those that the tests' real servers need."""

import os
import shutil
import subprocess
import sys

# WordPress with the theme that its tests show, the PHP that serves it, and its database.
SERVERS = (
    "wordpress",
    "wordpress-theme-twentytwentythree",
    "php8.2-cli",
    "php8.2-curl",
    "php8.2-gd",
    "php8.2-intl",
    "php8.2-mbstring",
    "php8.2-mysql",
    "php8.2-xml",
    "mariadb-server",
    # MediaWiki with VisualEditor among its extensions, on SQLite.
    "mediawiki",
    "php8.2-sqlite3",
    # A screen and a keyboard for the test that answers the browser's permission prompt.
    "xvfb",
    "xdotool",
    # What an agent connects to, seen from outside.
    "strace",
)


def is_root_on_debian() -> bool:
    """Whether packages can be installed here."""
    return hasattr(os, "geteuid") and os.geteuid() == 0 and shutil.which("apt-get") is not None


def installed(package: str) -> bool:
    """Whether dpkg knows the package as fully installed."""
    command = ["dpkg-query", "--show", "--showformat=${Status}", package]
    answer = subprocess.run(command, capture_output=True, text=True, check=False)
    return answer.stdout == "install ok installed"


def install(*packages: str) -> None:
    """Install what is missing, without starting any service. Raises CalledProcessError when apt fails."""
    missing = [package for package in packages if not installed(package)]
    if not missing:
        return
    print(f"Installing from Debian: {', '.join(missing)} …", flush=True)
    # In runlevel 1 no package starts its service: the tests start their own, in folders of their own.
    quiet = os.environ | {"DEBIAN_FRONTEND": "noninteractive", "RUNLEVEL": "1"}
    subprocess.run(["apt-get", "update", "-qq"], env=quiet, check=True, stdout=subprocess.DEVNULL)
    command = ["apt-get", "install", "-qq", "--no-install-recommends", *missing]
    subprocess.run(command, env=quiet, check=True, stdout=subprocess.DEVNULL)


if __name__ == "__main__":
    if not is_root_on_debian():
        sys.exit(
            "The real servers come from Debian's packages: run this on Debian 12 as root, say in a container."
        )
    install(*SERVERS)
