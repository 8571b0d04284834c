"""What every job that learns or counts from labels has in common."""

from __future__ import annotations

from .job import Job


class LabelledJob(Job):
    """A job that knows from labels what is where; each such job declares these settings."""

    input: tuple[str, ...]
    labels: str
    class_field: str
    unlabelled: str
    area: str
    class_names: dict[str, str]
    class_colours: dict[str, str]

    def labelled_areas(self) -> tuple[str, ...]:
        """Polygon layers in any of which labels count; none where they count everywhere."""
        return (self.area,) if self.area else ()

    def inputs(self) -> list[str]:
        """Rasters, layers, and the model to start from."""
        names = ("labels", "area", "test_area", "split", "start_model")
        return [*self.input, *filter(None, (getattr(self, name, "") for name in names))]
