"""Writing virtual rasters (VRT): XML files with which GDAL reads several rasters as one."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from html import escape
from pathlib import Path

from rasterio import Affine
from rasterio.windows import Window

GDAL_TYPES = {"uint8": "Byte", "uint16": "UInt16", "int32": "Int32", "float32": "Float32"}

VALUE, NAME, RED, GREEN, BLUE = 5, 2, 6, 7, 8
"""GDAL's usages of columns in a raster attribute table (GFU_MinMax, GFU_Name …)."""

INTEGER, TEXT = 0, 2


@dataclass(frozen=True)
class VrtBand:
    """One band of a virtual raster.

    Attributes:
        dtype: Data type, as numpy names it.
        nodata: Nodata value, also of pixels outside all sources.
        description: Shown as the band's name.
        tags: Metadata of the band.
        scale: Factor from stored to real values, or None.
        classes: (value, name, ``#rrggbb``) of each class, for the attribute table and the colour table.
    """

    dtype: str
    nodata: float
    description: str
    tags: Mapping[str, str] = field(default_factory=dict)
    scale: float | None = None
    classes: Sequence[tuple[int, str, str]] = ()


@dataclass(frozen=True)
class VrtSource:
    """A source raster of a virtual raster, with the same bands.

    Attributes:
        path: The file; a relative path is relative to the virtual raster.
        height: Its rows.
        width: Its columns.
        window: Its window in the virtual raster; if the size differs, it is resampled (nearest neighbour).
        is_patchy: Whether its nodata pixels are transparent to the sources below.
    """

    path: Path
    height: int
    width: int
    window: Window
    is_patchy: bool = False


def vrt_text(
    shape: tuple[int, int],
    crs: str,
    transform: Affine,
    bands: Sequence[VrtBand],
    sources: Sequence[VrtSource],
    tags: Mapping[str, str] | None = None,
) -> str:
    """The content of a ``.vrt`` file.

    Args:
        shape: Rows and columns.
        crs: Coordinate system, as ``EPSG:…`` or WKT.
        transform: From (column, row) to map coordinates.
        bands: The bands.
        sources: The rasters, later ones over earlier ones.
        tags: Metadata of the dataset.
    """
    height, width = shape
    geotransform = ", ".join(f"{number!r}" for number in transform.to_gdal())
    return (
        f'<VRTDataset rasterXSize="{width}" rasterYSize="{height}">\n'
        f"<SRS>{escape(crs)}</SRS>\n<GeoTransform>{geotransform}</GeoTransform>\n{_metadata(tags or {})}"
        + "".join(_band(number, band, sources) for number, band in enumerate(bands, start=1))
        + "</VRTDataset>\n"
    )


def _band(number: int, band: VrtBand, sources: Sequence[VrtSource]) -> str:
    kind = "<ColorInterp>Palette</ColorInterp>\n" if _has_palette(band) else ""
    scale = "" if band.scale is None else f"<Scale>{band.scale!r}</Scale>\n"
    return (
        f'<VRTRasterBand dataType="{GDAL_TYPES[band.dtype]}" band="{number}">\n'
        f"<Description>{escape(band.description)}</Description>\n{_metadata(band.tags)}"
        f"<NoDataValue>{band.nodata!r}</NoDataValue>\n{scale}{kind}"
        f"{_palette(band)}{_attribute_table(band)}"
        + "".join(_source(number, source, band.nodata) for source in sources)
        + "</VRTRasterBand>\n"
    )


def _source(number: int, source: VrtSource, nodata: float) -> str:
    window = source.window
    kind, ending = (
        ("ComplexSource", f"<NODATA>{nodata!r}</NODATA>") if source.is_patchy else ("SimpleSource", "")
    )
    return (
        f"<{kind}>"
        f'<SourceFilename relativeToVRT="{int(not source.path.is_absolute())}">'
        f"{escape(source.path.as_posix())}</SourceFilename>"
        f"<SourceBand>{number}</SourceBand>"
        f'<SrcRect xOff="0" yOff="0" xSize="{source.width}" ySize="{source.height}"/>'
        f'<DstRect xOff="{window.col_off}" yOff="{window.row_off}" '
        f'xSize="{window.width}" ySize="{window.height}"/>{ending}</{kind}>\n'
    )


def _metadata(tags: Mapping[str, str]) -> str:
    items = "".join(f'<MDI key="{escape(key)}">{escape(text)}</MDI>' for key, text in tags.items())
    return f"<Metadata>{items}</Metadata>\n" if items else ""


def _has_palette(band: VrtBand) -> bool:
    """GDAL supports colour tables for unsigned types only."""
    return bool(band.classes) and band.dtype in ("uint8", "uint16")


def _palette(band: VrtBand) -> str:
    """The colour table up to the largest class value; values of no class are transparent."""
    if not _has_palette(band):
        return ""
    colours = {value: _rgb(colour) for value, _, colour in band.classes}
    entries = "".join(
        f'<Entry c1="{red}" c2="{green}" c3="{blue}" c4="{255 if value in colours else 0}"/>'
        for value in range(256 if band.dtype == "uint8" else max(colours) + 1)
        for red, green, blue in (colours.get(value, (0, 0, 0)),)
    )
    return f"<ColorTable>{entries}</ColorTable>\n"


def _attribute_table(band: VrtBand) -> str:
    """The raster attribute table: value, name and colour of each class."""
    if not band.classes:
        return ""
    columns = (
        ("Value", INTEGER, VALUE), ("Class", TEXT, NAME), ("Red", INTEGER, RED), ("Green", INTEGER, GREEN),
        ("Blue", INTEGER, BLUE),
    )  # fmt: skip
    heads = "".join(
        f'<FieldDefn index="{index}"><Name>{name}</Name><Type>{kind}</Type><Usage>{usage}</Usage></FieldDefn>'
        for index, (name, kind, usage) in enumerate(columns)
    )
    rows = "".join(
        f'<Row index="{index}">'
        + "".join(f"<F>{escape(str(cell))}</F>" for cell in (value, name, *_rgb(colour)))
        + "</Row>"
        for index, (value, name, colour) in enumerate(band.classes)
    )
    return f'<GDALRasterAttributeTable tableType="thematic">{heads}{rows}</GDALRasterAttributeTable>\n'


def _rgb(colour: str) -> tuple[int, int, int]:
    red, green, blue = bytes.fromhex(colour[1:])
    return red, green, blue
