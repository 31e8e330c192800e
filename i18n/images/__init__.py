"""Images: what kind a file is and how large, what it must not tell, and how a page remembers where one belongs."""

from i18n.images.cleaning import cleaned
from i18n.images.header import KINDS, Shape, shape
from i18n.images.marks import mark, marked

__all__ = ["KINDS", "Shape", "cleaned", "mark", "marked", "shape"]
