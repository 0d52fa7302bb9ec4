"""A picture on the page, such as the office's logo (record out)."""

from __future__ import annotations

from io import BytesIO

from PIL import Image, UnidentifiedImageError
from reportlab.lib.utils import ImageReader
from reportlab.platypus import Flowable

from ...errors import PdfRefused
from ..tree import Figure
from .tags import Element, Recorder

_MOST_HEIGHT, _MOST_WIDTH = 60.0, 220.0
_MOST_PIXELS = 1200


class FigureBlock(Flowable):  # type: ignore[misc]  # reportlab has no types
    """A picture, at most 60 points high, drawn opaque in RGB whatever its file holds."""

    def __init__(self, recorder: Recorder, figure: Figure, element: Element) -> None:
        super().__init__()
        self.recorder = recorder
        self.element = element
        self.image = opaque_rgb(figure.image)
        wide, high = self.image.size
        scale = min(_MOST_WIDTH / wide, _MOST_HEIGHT / high)
        self.width, self.height = wide * scale, high * scale

    def wrap(self, availWidth: float, availHeight: float) -> tuple[float, float]:
        """Return width and height in points."""
        return self.width, self.height

    def least_height(self, available: float) -> float:
        """Return the height that must stay together: all of it."""
        return float(self.height)

    def getSpaceAfter(self) -> float:
        """Return the space below in points."""
        return 12

    def draw(self) -> None:
        """Draw the picture in its Figure element."""
        x, y = self.canv.absolutePosition(0, 0)
        self.element.box = (round(x, 2), round(y, 2), round(x + self.width, 2), round(y + self.height, 2))
        with self.recorder.content(self.canv, self.element):
            self.canv.drawImage(ImageReader(self.image), 0, 0, self.width, self.height)


def opaque_rgb(data: bytes) -> Image.Image:
    """Return the picture as opaque 8-bit RGB on white, at most 1,200 pixels wide or high.

    PDF/A wants one colour space that the output intent names; a transparent logo looks the same on white paper.

    Raises:
        PdfRefused: the bytes are no picture that can be read.
    """
    try:
        with Image.open(BytesIO(data)) as picture:
            picture.load()
            image = picture.convert("RGBA")
    except (UnidentifiedImageError, OSError, ValueError, Image.DecompressionBombError) as error:
        raise PdfRefused("The logo could not be read as a picture.", "Choose a PNG or JPEG file in the office settings.") from error
    image.thumbnail((_MOST_PIXELS, _MOST_PIXELS))
    ground = Image.new("RGBA", image.size, "white")
    return Image.alpha_composite(ground, image).convert("RGB")
