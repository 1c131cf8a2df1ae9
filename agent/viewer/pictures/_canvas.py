"""Draws shapes and words into an SVG file, by attributes alone."""

from typing import Final
from xml.etree.ElementTree import Element, SubElement, tostring

from agent.viewer.pictures._look import Look, fitted

SIZE: Final = 14
SMALL: Final = 12.5
_FONT: Final = "Segoe UI, -apple-system, Inter, Cantarell, Ubuntu, Noto Sans, Liberation Sans, sans-serif"


class Canvas:
    """A picture of a height in pixels; colours are names of tokens."""

    def __init__(self, look: Look, height: float, title: str, description: str) -> None:
        self.look = look
        self.height = height
        self._root = Element(
            "svg",
            {
                "xmlns": "http://www.w3.org/2000/svg",
                "viewBox": f"0 0 {look.width} {height:g}",
                "width": str(look.width),
                "height": f"{height:g}",
                "role": "img",
                "aria-labelledby": "title description",
                "font-family": _FONT,
            },
        )
        SubElement(self._root, "title", id="title").text = title
        SubElement(self._root, "desc", id="description").text = description

    def line(
        self, points: list[tuple[float, float]], colour: str, width: float = 1, dashes: str = ""
    ) -> None:
        """A line through points."""
        drawn = self._add("polyline", points=_points(points), fill="none", stroke=self.look.colour(colour))
        drawn.attrib |= {"stroke-width": f"{width:g}", "stroke-linecap": "round", "stroke-linejoin": "round"}
        if dashes:
            drawn.set("stroke-dasharray", dashes)

    def area(self, points: list[tuple[float, float]], colour: str) -> None:
        """A filled shape."""
        self._add("polygon", points=_points(points), fill=self.look.colour(colour))

    def dot(self, x: float, y: float, colour: str, filled: str) -> None:
        """A dot with a rim of one colour, filled with another."""
        drawn = self._add("circle", cx=f"{x:.1f}", cy=f"{y:.1f}", r="5", fill=self.look.colour(filled))
        drawn.attrib |= {"stroke": self.look.colour(colour), "stroke-width": "2"}

    def bar(self, x: float, y: float, width: float, height: float, colour: str, fill: str = "solid") -> None:
        """A bar; `fill` is solid, striped, crossed or open, so that bars differ without their colour."""
        drawn = self._add(
            "rect", x=f"{x:.1f}", y=f"{y:.1f}", width=f"{width:.1f}", height=f"{height:.1f}", rx="2"
        )
        ink = self.look.colour(colour)
        if fill == "solid":
            drawn.set("fill", ink)
        else:
            drawn.attrib |= {"fill": self.look.colour("surface"), "stroke": ink, "stroke-width": "1.5"}
        if fill in ("striped", "crossed"):
            drawn.set("fill", f"url(#{self._pattern(colour, fill)})")

    def words(
        self,
        x: float,
        y: float,
        words: str,
        colour: str = "ink",
        *,
        anchor: str = "start",
        size: float = SIZE,
        bold: str = "",
        room: float | None = None,
        over_lines: bool = False,
    ) -> None:
        """Words whose baseline is at `y`, cut to `room` pixels; `bold` is a font weight.

        `over_lines`: what lies behind them keeps a little distance, so that they can be read.
        """
        shown = words if room is None else fitted(words, room, size)
        drawn = self._add("text", x=f"{x:.1f}", y=f"{y:.1f}", fill=self.look.colour(colour))
        drawn.attrib |= {"font-size": f"{size:g}", "text-anchor": anchor}
        if over_lines:
            rim = {"stroke": self.look.colour("surface"), "stroke-width": "5", "stroke-linejoin": "round"}
            drawn.attrib |= rim | {"paint-order": "stroke"}
        if bold:
            drawn.set("font-weight", bold)
        drawn.text = shown

    def svg(self) -> str:
        """The file."""
        return tostring(self._root, encoding="unicode")

    def _pattern(self, colour: str, fill: str) -> str:
        name = f"{fill}-{colour}"
        if self._root.find(f"pattern[@id='{name}']") is None:
            pattern = SubElement(
                self._root, "pattern", id=name, width="6", height="6", patternUnits="userSpaceOnUse"
            )
            SubElement(pattern, "rect", width="6", height="6", fill=self.look.colour("surface"))
            path = "M0 6L6 0" if fill == "striped" else "M0 6L6 0M0 0L6 6"
            SubElement(
                pattern, "path", {"d": path, "stroke": self.look.colour(colour), "stroke-width": "1.5"}
            )
        return name

    def _add(self, tag: str, **attributes: str) -> Element:
        return SubElement(self._root, tag, attributes)


def _points(points: list[tuple[float, float]]) -> str:
    return " ".join(f"{x:.1f},{y:.1f}" for x, y in points)
