"""Base class of the jobs that use labels."""

from __future__ import annotations

from .job import Job


class LabelledJob(Job):
    """A job that uses labels; each such job declares these settings."""

    input: tuple[str, ...]
    labels: str
    class_field: str
    unlabelled: str
    area: str
    class_names: dict[str, str]
    class_colours: dict[str, str]

    def labelled_areas(self) -> tuple[str, ...]:
        """Polygon layers in any of which labels are used; none if they are used everywhere."""
        return (self.area,) if self.area else ()

    def inputs(self) -> list[str]:
        """Rasters, layers, and the model to start from."""
        names = ("labels", "area", "test_area", "split", "start_model")
        return [*self.input, *filter(None, (getattr(self, name, "") for name in names))]
