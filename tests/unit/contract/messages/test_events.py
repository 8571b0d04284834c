import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.contract.classes import build_class_table
from core.contract.messages import events
from core.contract.messages.events import decode_event, encode_event, encode_request

EXAMPLES = [
    events.Hello(1, "0.1.0", 42),
    events.Log("zwei\nZeilen 中", "warning"),
    events.Progress(1.5, 3, "tiles", "Working", 2.0),
    events.Training("ce + dice", 0, 30, build_class_table([(1, "Straße"), (2, "车")]).to_list()),
    events.Metric("train/loss", 0.25, 3),
    events.Picture("prediction", "iVBORw0KGgo=", 3),
    events.Artifact("model", "/a b/ü.safetensors"),
    events.Result({"iou": {"car": 0.5}, "paths": ["a"]}),
    events.Cancelled(),
    events.Error("bad-raster", "No.", "Do.", "Trace\nback"),
]


@pytest.mark.parametrize("event", EXAMPLES, ids=lambda event: event.event)
def test_event_survives_the_line(event):
    line = encode_event(event)
    assert "\n" not in line
    assert line.isascii()
    assert decode_event(line) == event


@given(st.text())
def test_any_text_of_a_log_survives(text):
    assert decode_event(encode_event(events.Log(text))) == events.Log(text)


@pytest.mark.parametrize(
    "line",
    ["", "a print", "17", "[]", "null", "{}", '{"event": "of the future"}', '{"event": "log"}',
     '{"event": "log", "text": "a", "colour": "red"}', '{"event": ["log"]}', '{"event": "log", "text": "a"'],
)  # fmt: skip
def test_line_that_is_no_event_is_none(line):
    assert decode_event(line) is None


def test_three_events_are_terminal():
    assert [e.event for e in EXAMPLES if e.terminal] == ["result", "cancelled", "error"]


def test_request_is_one_line_with_the_protocol():
    line = encode_request("train", {"labels": "ü\n"})
    assert "\n" not in line
    assert json.loads(line) == {
        "protocol": events.PROTOCOL_VERSION,
        "job": "train",
        "settings": {"labels": "ü\n"},
    }
