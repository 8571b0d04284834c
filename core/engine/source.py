"""Where packages come from: an index, by which proxy, or a bundle made on another machine."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

_PROXY_VARIABLES = {"ALL_PROXY", "HTTPS_PROXY", "HTTP_PROXY", "NO_PROXY"}
_INDEX_VARIABLES = {"UV_DEFAULT_INDEX", "UV_INDEX_URL", "PIP_INDEX_URL"}


@dataclass(frozen=True)
class PackageSource:
    """Where packages come from; what is left empty stays as the user's environment has it.

    Attributes:
        index: URL of a package index that stands for the Python Package Index.
        proxy: URL of a proxy, with user name where it asks for one.
        without_proxy: Hosts that are reached without it, with commas between.
        bundle: Folder of a bundle; with one, no network is used.
    """

    index: str = ""
    proxy: str = ""
    without_proxy: str = ""
    bundle: str = ""

    def applied_to(self, environment: Mapping[str, str]) -> dict[str, str]:
        """An environment in which uv and pip take packages from here."""
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
    """Take variables out, in whatever case (programs differ in which they read), and put new ones in."""
    for name in [name for name in environment if name.upper() in names]:
        del environment[name]
    environment.update(new)
