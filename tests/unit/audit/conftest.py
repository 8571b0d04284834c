import numpy as np
import pytest

from core.audit.audit import Audit, audit_labels
from core.contract.classes import build_class_table
from core.geodata.chips.index import ChipIndex
from core.geodata.labels.targets import Labels


class Square:
    """A stub of a scene: an audit needs only its pixel size."""

    def __init__(self, pixel_size_m):
        self.pixel_size_m = pixel_size_m


@pytest.fixture
def make_audit(split_by_windows):
    """An audit of chips with the given pixels per class, ``counts`` (chips, classes)."""

    def make(
        counts,
        names=None,
        *,
        weights="median_frequency",
        batch_size=8,
        polygons=None,
        chip_size=32,
        validation=None,
    ) -> Audit:
        counts = np.atleast_2d(counts).astype(np.int32)
        names = names or [f"class {n}" for n in range(counts.shape[1])]
        cells = counts[:, np.newaxis]
        index = ChipIndex(
            chip_size,
            chip_size,
            len(names),
            ("a.tif",),
            ((len(counts) * chip_size, chip_size),),
            (cells,),
        )
        labels = Labels(build_class_table(list(enumerate(names))), (), polygons)
        split = None if validation is None else split_by_windows(index, [validation])
        return audit_labels(
            labels, [Square(0.5)], index, weights, batch_size, None if split is None else split.seen
        )

    return make
