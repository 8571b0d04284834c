"""The package index and its proxy from the settings of QGIS and of the plugin."""

from __future__ import annotations

from qgis.core import QgsNetworkAccessManager, QgsSettings
from qgis.PyQt.QtCore import QUrl
from qgis.PyQt.QtNetwork import QNetworkProxy, QNetworkProxyQuery

from ..core.contract.messages.errors import EngineInstallError
from ..core.engine.source import PackageSource
from . import plugin_settings
from .translation import tr

USUAL_INDEX = "https://pypi.org/simple/"

_SCHEMES = {
    QNetworkProxy.ProxyType.HttpProxy: "http",
    QNetworkProxy.ProxyType.HttpCachingProxy: "http",
    QNetworkProxy.ProxyType.Socks5Proxy: "socks5h",
}
"""With ``socks5h`` the proxy resolves host names, as it does for Qt."""


def package_source(bundle: str = "") -> PackageSource:
    """Where packages come from, by the settings of QGIS and of the plugin.

    Args:
        bundle: Folder of a bundle; then no network is used.

    Raises:
        EngineInstallError: The proxy's user name is in QGIS' authentication database, which is locked.
    """
    if bundle:
        return PackageSource(bundle=bundle)
    index = plugin_settings.package_index()
    proxy = _proxy_for(QUrl(index or USUAL_INDEX))
    if proxy is not None and _is_locked(proxy):
        raise EngineInstallError(
            tr("QGIS keeps the user name for its proxy in its authentication database, which is locked."),
            tr("Unlock it under Settings - Options - Authentication, then run 'Set up engine' again."),
        )
    return PackageSource(index, _address(proxy) if proxy is not None else "", _reached_directly())


def _proxy_for(address: QUrl) -> QNetworkProxy | None:
    """The proxy that QGIS uses for an address; None for a direct connection."""
    factory = QgsNetworkAccessManager.instance().proxyFactory()
    for proxy in factory.queryProxy(QNetworkProxyQuery(address)) if factory is not None else ():
        if proxy.type() in _SCHEMES and proxy.hostName():
            return proxy
    return None


def _is_locked(proxy: QNetworkProxy) -> bool:
    return bool(QgsSettings().value("proxy/authcfg", "")) and not proxy.user()


def _address(proxy: QNetworkProxy) -> str:
    url = QUrl()
    url.setScheme(_SCHEMES[proxy.type()])
    url.setHost(proxy.hostName())
    url.setPort(proxy.port() or 8080)
    if proxy.user():
        url.setUserName(proxy.user())
        url.setPassword(proxy.password())
    return url.toString(QUrl.ComponentFormattingOption.FullyEncoded)


def _reached_directly() -> str:
    """Hosts that QGIS reaches without its proxy, separated by commas."""
    manager = QgsNetworkAccessManager.instance()
    hosts = [QUrl(address).host() for address in (*manager.excludeList(), *manager.noProxyList())]
    return ",".join(dict.fromkeys(host for host in hosts if host))
