"""QGIS' proxy in the environment of uv, as set in QGIS' options."""

import pytest
from qgis.core import QgsNetworkAccessManager, QgsSettings
from toppixel.algorithms import plugin_settings
from toppixel.algorithms.network import package_source
from toppixel.core.contract.messages.errors import EngineInstallError


@pytest.fixture
def proxy(qgis_app):
    """Sets QGIS' proxy; takes it back."""

    def choose(**values):
        for name, value in {"proxyEnabled": True, "proxyType": "HttpProxy", **values}.items():
            QgsSettings().setValue(f"proxy/{name}", value)
        QgsNetworkAccessManager.instance().setupDefaultProxyAndCache()

    yield choose
    QgsSettings().remove("proxy")
    QgsNetworkAccessManager.instance().setupDefaultProxyAndCache()
    plugin_settings.set_package_index("")


def test_qgis_without_a_proxy_leaves_the_environment_as_it_is(proxy):
    proxy(proxyEnabled=False)
    assert package_source().proxy == ""


def test_proxy_with_user_name_and_password(proxy):
    proxy(proxyHost="proxy.example.org", proxyPort="3128", proxyUser="jo ü", proxyPassword="a@b:c/")
    assert package_source().proxy == "http://jo%20%C3%BC:a%40b:c%2F@proxy.example.org:3128"


def test_proxy_of_the_other_kind(proxy):
    proxy(proxyType="Socks5Proxy", proxyHost="proxy", proxyPort="1080")
    assert package_source().proxy == "socks5h://proxy:1080"


def test_hosts_that_qgis_reaches_directly(proxy):
    proxy(proxyHost="proxy", proxyPort="3128", noProxyUrls=["https://intern.example.org/x"])
    source = package_source()
    assert source.proxy == "http://proxy:3128"
    assert source.without_proxy == "intern.example.org"
    plugin_settings.set_package_index("https://intern.example.org/x/simple")
    assert package_source().proxy == ""


def test_locked_user_name_is_reported(proxy):
    proxy(proxyHost="proxy", proxyPort="3128", authcfg="abc1234")
    with pytest.raises(EngineInstallError, match=r"authentication database, which is locked\. Unlock it"):
        package_source()


def test_index_of_the_user_s_own(proxy):
    plugin_settings.set_package_index("https://packages.example.org/simple")
    assert package_source().index == "https://packages.example.org/simple"


def test_bundle_needs_neither(proxy):
    proxy(proxyHost="proxy", proxyPort="3128", authcfg="abc1234")
    source = package_source("/bundle")
    assert (source.bundle, source.proxy, source.index) == ("/bundle", "", "")
