"""Where packages come from: an index, possibly through a proxy, or a bundle made on another machine."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

_PROXY_VARIABLES = {"ALL_PROXY", "HTTPS_PROXY", "HTTP_PROXY", "NO_PROXY"}
_INDEX_VARIABLES = {"UV_DEFAULT_INDEX", "UV_INDEX_URL", "PIP_INDEX_URL"}


@dataclass(frozen=True)
class PackageSource:
    """Where packages come from; empty fields are taken from the user's environment.

    Attributes:
        index: URL of a package index that replaces the Python Package Index.
        proxy: URL of a proxy, with user name and password if it needs them.
        without_proxy: Hosts that are reached without it, separated by commas.
        bundle: Folder of a bundle; with one, no network is used.
    """

    index: str = ""
    proxy: str = ""
    without_proxy: str = ""
    bundle: str = ""

    def applied_to(self, environment: Mapping[str, str]) -> dict[str, str]:
        """A copy of the environment in which uv and pip use this source."""
        changed = dict(environment)
        if self.index:
            _replace(changed, _INDEX_VARIABLES, {"UV_DEFAULT_INDEX": self.index, "PIP_INDEX_URL": self.index})
        if self.proxy:
            new = dict.fromkeys(("ALL_PROXY", "HTTPS_PROXY", "HTTP_PROXY"), self.proxy)
            if self.without_proxy:
                new["NO_PROXY"] = self.without_proxy
            _replace(changed, _PROXY_VARIABLES, new)
        return changed


def _replace(environment: dict[str, str], names: set[str], new: Mapping[str, str]) -> None:
    """Remove variables, in upper or lower case (programs differ in which they read), and add new ones."""
    for name in [name for name in environment if name.upper() in names]:
        del environment[name]
    environment.update(new)
