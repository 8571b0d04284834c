"""TensorBoard's event files, written from the events that a training reports."""

from __future__ import annotations

import base64
import contextlib
import os
import struct
import time
from collections.abc import Callable
from pathlib import Path

from tensorboardX.event_file_writer import EventsWriter
from tensorboardX.proto.event_pb2 import Event as Record
from tensorboardX.proto.event_pb2 import SessionLog
from tensorboardX.proto.summary_pb2 import Summary

from ...contract.messages.events import Event, Metric, Picture, Progress, Training

FILES = "events.out.tfevents.*"

PNG_CHANNELS = {0: 1, 2: 3, 4: 2, 6: 4}
"""Channels by the colour type in a PNG's header (ISO/IEC 15948, 11.2.2)."""


class EventFiles:
    """A listener that writes the metrics and pictures of a training for TensorBoard.

    A resumed training writes a further file, whose start marker removes the epochs that the training has
    lost. Metrics of earlier epochs are written only if there is no file yet. When writing fails, there is one
    warning, and the training continues without the files.

    The library's threaded writer is not used: it waits for ever when its thread has died.

    Args:
        folder: Folder for the files of this training; created if missing.
        warn: Called with a sentence if writing fails.
    """

    def __init__(self, folder: Path, warn: Callable[[str], None]) -> None:
        self._folder = folder
        self._warn = warn
        self._earlier: list[Metric] | None = None
        self._writer: EventsWriter | None = None
        self._is_flushed = True

    def on_event(self, event: Event) -> None:
        """Write metrics and pictures; ignore other events.

        Args:
            event: A training reports ``Training``, then the metrics of earlier epochs, then its first
                progress.
        """
        try:
            self._take(event)
        except OSError as error:
            self._stop()
            self._warn(
                f"TensorBoard's files cannot be written in '{self._folder}' ({error.strerror}); the training "
                "continues without them."
            )

    def close(self) -> None:
        """Close the file; later events are ignored."""
        self._stop()

    def _take(self, event: Event) -> None:
        if isinstance(event, Training):
            self._earlier = []
        elif isinstance(event, Progress):
            self._write_out()
        elif isinstance(event, Metric) and self._earlier is not None:
            self._earlier.append(event)
        elif isinstance(event, Metric):
            self._write(event.step, _scalar(event))
        elif isinstance(event, Picture):
            self._write(event.step, _image(event))

    def _write_out(self) -> None:
        """Done while the network trains: open the file, or flush it to disk."""
        if self._earlier is not None:
            earlier, self._earlier = self._earlier, None
            self._open(earlier)
        if self._writer is not None and not self._is_flushed:
            self._writer.flush()
            self._is_flushed = True

    def _open(self, earlier: list[Metric]) -> None:
        self._stop()
        self._folder.mkdir(parents=True, exist_ok=True)
        is_new = not any(self._folder.glob(FILES))
        next_epoch = 1 + max((metric.step for metric in earlier), default=0)
        # The library's file names have a resolution of one second.
        self._writer = EventsWriter(str(self._folder / "events"), f".{os.getpid()}.{next_epoch}")
        self._put(Record(step=next_epoch, session_log=SessionLog(status=SessionLog.START)))
        for metric in earlier if is_new else ():
            self._write(metric.step, _scalar(metric))

    def _write(self, step: int, value: Summary.Value) -> None:
        self._put(Record(step=step, summary=Summary(value=[value])))

    def _put(self, record: Record) -> None:
        if self._writer is not None:
            record.wall_time = time.time()
            self._writer.write_event(record)
            self._is_flushed = False

    def _stop(self) -> None:
        writer, self._writer = self._writer, None
        if writer is not None:
            with contextlib.suppress(OSError):  # warned of when it was written to
                writer.close()


def _scalar(metric: Metric) -> Summary.Value:
    return Summary.Value(tag=metric.name, simple_value=metric.value)


def _image(picture: Picture) -> Summary.Value:
    png = base64.b64decode(picture.png)
    width, height, _, colour_type = struct.unpack(">IIBB", png[16:26])
    image = Summary.Image(
        height=height, width=width, colorspace=PNG_CHANNELS[colour_type], encoded_image_string=png
    )
    return Summary.Value(tag=f"validation/{picture.kind}", image=image)
