"""Event files are read back record by record, with checksums computed here."""

import gc
import struct
from pathlib import Path

import numpy as np
import pytest
from tensorboardX.proto.event_pb2 import Event as Record
from tensorboardX.proto.event_pb2 import SessionLog

from core.contract.classes import build_class_table
from core.contract.jobs.train import TrainJob
from core.contract.messages.events import Log
from core.evaluation.figures import encode_png
from core.training.report.tensorboard import EventFiles

CLASSES = build_class_table([(0, "background"), (1, "car / Auto $x$")])


def crc32c(content):
    """CRC-32C (RFC 3720, appendix B.4), bit by bit."""
    crc = 0xFFFFFFFF
    for byte in content:
        crc ^= byte
        for _ in range(8):
            crc = (crc >> 1) ^ (0x82F63B78 if crc & 1 else 0)
    return crc ^ 0xFFFFFFFF


def masked(content):
    """The checksum as stored in records, rotated and shifted."""
    crc = crc32c(content)
    return (((crc >> 15) | (crc << 17)) + 0xA282EAD8) & 0xFFFFFFFF


def read_file(path):
    """The records of one file."""
    content, at, records = path.read_bytes(), 0, []
    while at < len(content):
        length = content[at : at + 8]
        (size,) = struct.unpack("<Q", length)
        assert struct.unpack("<I", content[at + 8 : at + 12])[0] == masked(length)
        body = content[at + 12 : at + 12 + size]
        assert struct.unpack("<I", content[at + 12 + size : at + 16 + size])[0] == masked(body)
        records.append(Record.FromString(body))
        at += 16 + size
    return records


def files_in(folder):
    return sorted(Path(folder).glob("events.out.tfevents.*"), key=lambda path: path.stat().st_mtime_ns)


def shown(folder):
    """What TensorBoard shows: values by tag and step; a start removes those of its step and later."""
    series = {}
    for path in files_in(folder):
        for record in read_file(path):
            if record.session_log.status == SessionLog.START:
                for values in series.values():
                    for step in [step for step in values if step >= record.step]:
                        del values[step]
            for value in record.summary.value:
                found = value.image if value.HasField("image") else value.simple_value
                series.setdefault(value.tag, {})[record.step] = found
    return {tag: values for tag, values in series.items() if values}


@pytest.fixture
def listening(tmp_path, reporter):
    """Writes events as in a training; yields the folder, and a function that reports epochs."""
    folder = tmp_path / "Läufe 'a'" / "model"
    files = EventFiles(folder, reporter.warning)

    def run(first, last, *, before=0, value=0.5):
        reporter.progress(1, 9, "blocks", "Counting the labels")
        reporter.training("ce", 1, 9, CLASSES)
        for epoch in range(1, before + 1):
            reporter.metric("train/loss", 1 / epoch, epoch)
        for epoch in range(first, last + 1):
            reporter.progress(epoch - 1, 9, "chips", f"Training {epoch}")
            reporter.metric("train/loss", value / epoch, epoch)
            reporter.metric(f"validation/iou/{CLASSES[1].name}", 0.25, epoch)
            reporter.picture("prediction", encode_png(np.full((5, 7, 3), epoch, np.uint8)), epoch)
        files.close()

    with reporter.listening(files.on_event):
        yield folder, run
    files.close()


def test_metrics_and_pictures_of_every_epoch_are_written(listening):
    folder, run = listening
    run(1, 3)
    series = shown(folder)
    assert set(series) == {"train/loss", "validation/iou/car / Auto $x$", "validation/prediction"}
    assert series["train/loss"] == pytest.approx({1: 0.5, 2: 0.25, 3: 0.5 / 3})
    picture = series["validation/prediction"][2]
    assert (picture.height, picture.width) == (5, 7)
    assert picture.colorspace in (3, 4)
    assert picture.encoded_image_string == encode_png(np.full((5, 7, 3), 2, np.uint8))


def test_the_file_begins_with_its_version(listening):
    folder, run = listening
    run(1, 1)
    (path,) = files_in(folder)
    assert read_file(path)[0].file_version == "brain.Event:2"


def test_other_events_leave_no_file(listening, reporter):
    folder, _ = listening
    reporter.progress(1, 2, "blocks", "Counting")
    reporter.info("Hello")
    assert not folder.exists()


def test_a_resumed_training_replaces_lost_epochs(listening):
    folder, run = listening
    run(1, 3)
    run(3, 4, before=2, value=0.9)  # the third epoch was not in the checkpoint
    loss = shown(folder)["train/loss"]
    assert loss == pytest.approx({1: 0.5, 2: 0.25, 3: 0.3, 4: 0.225})
    assert list(shown(folder)["validation/prediction"]) == [1, 2, 3, 4]


def test_a_resumed_training_without_files_writes_the_earlier_epochs(listening):
    folder, run = listening
    run(3, 4, before=2)
    assert shown(folder)["train/loss"] == pytest.approx({1: 1.0, 2: 0.5, 3: 0.5 / 3, 4: 0.125})


def test_a_new_training_replaces_an_old_one(listening):
    folder, run = listening
    run(1, 5)
    run(1, 2, value=0.8)
    assert shown(folder)["train/loss"] == pytest.approx({1: 0.8, 2: 0.4})


def test_metrics_are_flushed_before_the_next_epoch_ends(listening, reporter):
    folder, _ = listening
    reporter.training("ce", 1, 9, CLASSES)
    reporter.progress(0, 9, "chips", "Training")
    reporter.metric("train/loss", 1.0, 1)
    reporter.progress(9, 9, "chips", "Training")
    assert shown(folder)["train/loss"] == {1: 1.0}


def test_a_folder_that_cannot_be_written_leads_to_a_warning_per_training(tmp_path, reporter):
    (tmp_path / "file").write_text("in the way")
    files = EventFiles(tmp_path / "file" / "model", reporter.warning)
    with reporter.listening(files.on_event):
        for epoch in (1, 2):
            reporter.training("ce", 1, 9, CLASSES)
            reporter.progress(epoch, 9, "chips", f"Training {epoch}")
            reporter.metric("train/loss", 1.0, epoch)
    assert len(reporter.warnings) == 2
    assert "TensorBoard" in reporter.warnings[0]
    assert [event.event for event in reporter.events].count("metric") == 2


# A file that cannot be flushed is left by the library for the garbage collector, which warns of it.
@pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning")
def test_a_full_disk_leads_to_one_warning(listening, reporter, monkeypatch):
    folder, run = listening

    def full(*_):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("tensorboardX.record_writer.RecordWriter.flush", full)
    run(1, 3)
    assert len(reporter.warnings) == 1
    assert "No space left on device" in reporter.warnings[0]
    assert str(folder) in reporter.warnings[0]
    gc.collect()  # here, not in a later test


def test_a_listener_is_removed_at_the_end_of_its_block(reporter):
    received = []
    with reporter.listening(received.append):
        reporter.info("one")
    reporter.info("two")
    assert received == [Log("one")]
    assert [event.text for event in reporter.events] == ["one", "two"]


def test_the_folder_is_checked_before_the_training(tmp_path):
    job = TrainJob(input=("a.tif",), labels="b", model="c.safetensors", tensorboard=str(tmp_path / "a" / "b"))
    assert any("TensorBoard folder" in problem for problem in job.problems())
