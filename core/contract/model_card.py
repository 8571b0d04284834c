"""The model card: a model file's description, read from its header without loading a tensor."""

from __future__ import annotations

import json
import struct
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any, Union

from .classes import ClassTable
from .messages.errors import ModelFileError

SCHEMA_VERSION = 1
"""Raised with any change of the fields below: a newer format is refused with an error, older ones are always
read."""

METADATA_KEY = "toppixel"
"""Key of the card in the header of a .safetensors file."""

MAXIMUM_HEADER_BYTES = 100_000_000
"""The format's own bound: a longer header is no .safetensors file."""

PIXEL_SIZE_TOLERANCE = 0.2
"""Relative; a model misses objects at a pixel size that differs by more than a fifth from its own."""

COARSEST_PIXELS = 8.0
"""Largest ratio of pixel sizes: at 8 times the model's, an object 30 pixels long has 4, too few to see."""


@dataclass(frozen=True)
class Band:
    """One input band, in the values of the training rasters.

    Attributes:
        name: Its description in the raster, or ``Band 1`` and so on.
        mean: Mean over the valid training pixels; subtracted from the input.
        std: Standard deviation over the same pixels, above 0; the input is divided by it.
        minimum: Smallest value seen.
        maximum: Largest value seen.
    """

    name: str
    mean: float
    std: float
    minimum: float
    maximum: float


@dataclass(frozen=True)
class ModelCard:
    """What is needed to apply a model, and its provenance.

    Attributes:
        architecture: Its name in the catalog (``unet``).
        encoder: Its name in segmentation-models-pytorch.
        bands: Input bands in order, with the statistics that normalise them.
        dtype: Data type of the training rasters (``uint8``).
        pixel_size_m: Side of a training pixel on the ground, metres.
        classes: The class table.
        tile_size: Default side of the square tiles at inference, pixels.
        loss: The loss text.
        class_weights: Weight of each class in the loss, by network index.
        metrics: Scores of the best epoch on the validation set.
        split: How the validation set was chosen.
        provenance: Inputs, versions, seed, time: what is needed to train it again.
        schema: Version of the card's format.
    """

    architecture: str
    encoder: str
    bands: tuple[Band, ...]
    dtype: str
    pixel_size_m: float
    classes: ClassTable
    tile_size: int
    loss: str
    class_weights: tuple[float, ...]
    metrics: Mapping[str, Any] = field(default_factory=dict)
    split: Mapping[str, Any] = field(default_factory=dict)
    provenance: Mapping[str, Any] = field(default_factory=dict)
    schema: int = SCHEMA_VERSION

    def to_json(self) -> str:
        """The card as JSON, as in the header."""
        return json.dumps({**asdict(self), "classes": self.classes.to_list()})

    @classmethod
    def from_json(cls, text: str) -> ModelCard:
        """The card from a header's JSON.

        Raises:
            ModelFileError: It was made by a newer TopPixel, or is damaged.
        """
        try:
            fields = json.loads(text)
            schema = int(fields["schema"])
            if schema > SCHEMA_VERSION:
                raise ModelFileError(
                    f"The model was made by a newer TopPixel (its format is {schema}, the newest known here "
                    f"is {SCHEMA_VERSION}).",
                    "Update TopPixel.",
                )
            fields["bands"] = tuple(Band(**band) for band in fields["bands"])
            fields["classes"] = ClassTable.from_list(fields["classes"])
            fields["class_weights"] = tuple(float(w) for w in fields["class_weights"])
            return cls(**fields)
        except (KeyError, TypeError, ValueError) as error:
            if isinstance(error, ModelFileError):
                raise
            raise ModelFileError(f"The model's description is damaged ({error}).") from error


def read_model_card(path: Union[str, Path]) -> ModelCard:
    """The card of a ``.safetensors`` file; reads only the header, which is cheap and needs no packages.

    Raises:
        ModelFileError: The file is missing, is not a ``.safetensors`` file or not a TopPixel model, or comes
            from a newer TopPixel.
    """
    name = Path(path).name
    try:
        with Path(path).open("rb") as file:
            start = file.read(8)
            length = struct.unpack("<Q", start)[0] if len(start) == 8 else 0
            header = file.read(length) if 0 < length <= MAXIMUM_HEADER_BYTES else b""
    except OSError as error:
        raise ModelFileError(f"The model '{path}' cannot be read ({error.strerror}).") from error
    try:
        metadata = json.loads(header)["__metadata__"]
        card_text = metadata[METADATA_KEY]
    except (KeyError, TypeError, ValueError) as error:
        raise ModelFileError(
            f"'{name}' is not a TopPixel model.",
            "Choose a .safetensors file made by 'Train segmentation model'.",
        ) from error
    try:
        return ModelCard.from_json(card_text)
    except ModelFileError as error:
        raise ModelFileError(f"'{name}': {error.message}", error.hint) from error
