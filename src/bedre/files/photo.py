"""A photo made safe: read as a picture, turned upright, made smaller, written anew as JPEG without what the camera told."""

from __future__ import annotations

import io
import warnings
from dataclasses import dataclass

from django.utils.translation import gettext as _
from PIL import Image, ImageOps, UnidentifiedImageError
from pillow_heif import register_heif_opener

from bedre.kernel.errors import DomainError

register_heif_opener()

MAX_PIXELS = 60_000_000
"""Width × height: what a good phone takes today is 50 megapixels."""

LONGEST_SIDE = 2000
QUALITY = 82
FORMATS = ("JPEG", "PNG", "WEBP", "HEIF", "GIF")


@dataclass(frozen=True)
class Photo:
    """JPEG bytes with their size in pixels."""

    data: bytes
    width: int
    height: int


def reencode(data: bytes) -> Photo:
    """The photo as a JPEG of at most 2000 pixels a side, without EXIF. Raises DomainError for what is no photo or unfolds into too much."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error", Image.DecompressionBombWarning)
            with Image.open(io.BytesIO(data), formats=FORMATS) as image:
                if image.width * image.height > MAX_PIXELS:
                    raise Image.DecompressionBombError
                return _written(image)
    except (Image.DecompressionBombError, Image.DecompressionBombWarning):
        raise DomainError(_("The photo unfolds into more than 60 million pixels. Take it again, or make it smaller.")) from None
    except (UnidentifiedImageError, OSError, SyntaxError, ValueError):
        raise DomainError(_("This file is not a photo we can read. JPEG, PNG, WebP and HEIC work.")) from None


def _written(image: Image.Image) -> Photo:
    upright = ImageOps.exif_transpose(image)
    upright.thumbnail((LONGEST_SIDE, LONGEST_SIDE))
    flat = Image.new("RGB", upright.size, "white")
    with_alpha = upright.convert("RGBA")
    flat.paste(with_alpha, mask=with_alpha.getchannel("A"))
    out = io.BytesIO()
    flat.save(out, "JPEG", quality=QUALITY, optimize=True)
    return Photo(out.getvalue(), *flat.size)
