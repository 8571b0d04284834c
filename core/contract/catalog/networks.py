"""Architectures, encoders, encoder weights, devices."""

from __future__ import annotations

ARCHITECTURES: dict[str, str] = {
    "unet": "U-Net",
    "unetplusplus": "U-Net++",
    "fpn": "FPN",
    "pspnet": "PSPNet",
    "deeplabv3": "DeepLabV3",
    "deeplabv3plus": "DeepLabV3+",
    "linknet": "LinkNet",
    "manet": "MA-Net",
    "pan": "PAN",
    "upernet": "UPerNet",
    "segformer": "SegFormer",
    "dpt": "DPT",
}
"""Titles of segmentation-models-pytorch's architectures, by name."""


FIXED_SIZE_ARCHITECTURES = ("dpt",)
"""Their position embedding belongs to one size: tiles are as large as chips."""


DEFAULT_ENCODER = "tu-tf_efficientnet_lite0"


ENCODERS: tuple[str, ...] = (
    DEFAULT_ENCODER,
    "resnet18",
    "resnet34",
    "resnet50",
    "resnet101",
    "efficientnet-b0",
    "efficientnet-b3",
    "mobilenet_v2",
    "mit_b0",
    "mit_b2",
    "tu-mobilenetv3_small_100",
    "tu-convnext_tiny",
    "tu-convnextv2_tiny",
    "tu-regnety_016",
    "tu-maxvit_tiny_tf_512",
)
"""Encoders that dialogs offer; any other name that segmentation-models-pytorch takes works as well."""


ENCODER_STRIDE = 32
"""Output stride of the encoders offered: sides of chips and tiles are multiples of it."""


ENCODER_WEIGHTS: dict[str, str] = {
    "pretrained": "Start from weights trained on ImageNet.",
    "random": "Start from random weights.",
}
"""Initial weights of an encoder; the path of a weights file is the other way."""


DEVICES: tuple[str, ...] = ("auto", "cpu", "cuda", "mps")
