"""Open datasets, one per thread and process, since GDAL datasets cannot be shared."""

from __future__ import annotations

import os
import threading

import rasterio
from rasterio.windows import Window

from .vrt_sources import VrtSources


class Handles:
    """The datasets of one raster, one per thread and process; picklable without them."""

    def __init__(self) -> None:
        self._local = threading.local()
        self._lock = threading.Lock()
        self._opened: list[tuple[threading.Thread, rasterio.DatasetReader]] = []
        self._sources: VrtSources | None = None

    def dataset(self, path: str) -> rasterio.DatasetReader:
        """The calling thread's dataset, opened on first use."""
        process, dataset = getattr(self._local, "entry", (None, None))
        # A forked process shares the file position with its parent, so it must open the file itself.
        if dataset is None or process != os.getpid() or dataset.closed:
            dataset = rasterio.open(path)
            self._local.entry = (os.getpid(), dataset)
            with self._lock:
                self._close_datasets_of_ended_threads()
                self._opened.append((threading.current_thread(), dataset))
        return dataset

    def dataset_for(self, path: str, window: Window) -> rasterio.DatasetReader:
        """The same, after a check that all source files of a virtual raster under a window can be opened."""
        dataset = self.dataset(path)
        if dataset.driver == "VRT":
            self._sources = self._sources or VrtSources(dataset)
            self._sources.require(window)
        return dataset

    def forget(self) -> None:
        """Close the calling thread's dataset and drop GDAL's cache of it; the next read reopens it."""
        _, dataset = getattr(self._local, "entry", (None, None))
        if dataset is not None:
            dataset.close()
        if self._sources is not None:
            self._sources.forget()

    def close(self) -> None:
        """Close the datasets of all threads; the next read reopens the file."""
        with self._lock:
            while self._opened:
                self._opened.pop()[1].close()

    def _close_datasets_of_ended_threads(self) -> None:
        ended = [entry for entry in self._opened if not entry[0].is_alive()]
        for entry in ended:
            self._opened.remove(entry)
            entry[1].close()

    def __reduce__(self) -> tuple[type[Handles], tuple[()]]:
        return (Handles, ())
