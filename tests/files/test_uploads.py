"""Photos and files as they come from phones and strangers: made safe, or refused with a sentence and nothing typed lost."""

from __future__ import annotations

import io
import struct
import zlib

import pytest
from django.conf import settings
from django.core.files.uploadedfile import SimpleUploadedFile
from PIL import Image

from bedre.board.models import Improvement
from bedre.files.models import Upload
from bedre.files.photo import reencode
from bedre.files.storage import accept_document, path_of
from bedre.kernel.errors import DomainError
from bedre.kernel.tenancy import active

NEW = "/harstad/hjemmetjenesten-2/tavle/nytt/"


@pytest.fixture(autouse=True)
def media(tmp_path, monkeypatch):
    monkeypatch.setattr(settings, "MEDIA_ROOT", tmp_path)
    return tmp_path


def picture(kind: str, size=(40, 20), **more) -> bytes:
    """A yellow photo with a red corner at the top left."""
    image = Image.new("RGB", size, "yellow")
    image.paste("red", (0, 0, 8, 8))
    out = io.BytesIO()
    image.save(out, kind, **more)
    return out.getvalue()


def exif() -> Image.Exif:
    """What a camera tells: turned a quarter, who owns it, where it was."""
    told = Image.Exif()
    told[0x0112], told[0x013B] = 6, "Kari Nordmann"
    told.get_ifd(0x8825)[1] = "N"
    return told


def bomb() -> bytes:
    """A PNG of a few bytes that says it is 50,000 × 50,000 pixels."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    head = struct.pack(">IIBBBBB", 50_000, 50_000, 8, 2, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(b"\0" * 1000)) + chunk(b"IEND", b"")


WRONG = {
    "a text": (b"Dette er ikke et bilde", "ikke et bilde vi kan lese"),
    "half a photo": (picture("JPEG", (400, 400))[:300], "ikke et bilde vi kan lese"),
    "a bomb": (bomb(), "60 millioner"),
    "a drawing with a script": (
        b"<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>",
        "ikke et bilde vi kan lese",
    ),
    "nothing": (b"", "tom"),
}


@pytest.mark.parametrize("kind", ["HEIF", "PNG", "WEBP", "GIF", "JPEG"])
def test_every_kind_of_photo_becomes_a_jpeg(kind):
    photo = reencode(picture(kind))
    with Image.open(io.BytesIO(photo.data)) as image:
        assert (image.format, image.size, (photo.width, photo.height)) == ("JPEG", (40, 20), (40, 20))


@pytest.mark.parametrize("kind", ["HEIF", "JPEG"])
def test_a_photo_loses_what_the_camera_told_and_stands_upright(kind):
    data = picture(kind, exif=exif().tobytes())
    photo = reencode(data)
    with Image.open(io.BytesIO(photo.data)) as image:
        assert dict(image.getexif()) == {}
        assert "exif" not in image.info
    assert b"Kari" not in photo.data and b"Kari" in data


def test_a_photo_that_is_transparent_stands_on_white():
    out = io.BytesIO()
    Image.new("RGBA", (4, 4), (0, 0, 0, 0)).save(out, "PNG")
    with Image.open(io.BytesIO(reencode(out.getvalue()).data)) as image:
        assert image.getpixel((1, 1)) == (255, 255, 255)


def test_a_large_photo_is_made_smaller():
    photo = reencode(picture("JPEG", (4000, 1000)))
    assert (photo.width, photo.height) == (2000, 500)


@pytest.mark.parametrize("what", WRONG)
def test_a_photo_that_is_none_is_refused_with_a_sentence_and_nothing_typed_is_lost(cast, client_as, what):
    data, sentence = WRONG[what]
    form = {
        "title": "Nøkkelskap ved døra 🌻",
        "idea": "Skru det opp",
        "photo": SimpleUploadedFile("bilde.jpg", data, "image/jpeg"),
    }
    answer = client_as("employee").post(NEW, form)
    page = answer.content.decode()
    assert answer.status_code == 422
    assert sentence in page and "Nøkkelskap ved døra 🌻" in page and "Skru det opp" in page
    with active(cast.municipality):
        assert (Improvement.objects.count(), Upload.objects.count()) == (0, 0)


def test_a_heic_photo_hangs_on_the_card_as_a_jpeg(cast, client_as):
    employee = client_as("employee")
    photo = SimpleUploadedFile("IMG_0001.HEIC", picture("HEIF"), "image/heic")
    assert employee.post(NEW, {"title": "Nøkkelskap", "photo": photo}).status_code == 302
    with active(cast.municipality):
        upload = Upload.objects.get()
    answer = employee.get(f"/harstad/fil/{upload.pk}/")
    data = b"".join(answer.streaming_content)
    assert (answer["Content-Type"], answer["X-Content-Type-Options"], data[:3]) == ("image/jpeg", "nosniff", b"\xff\xd8\xff")
    assert client_as("stranger").get(f"/harstad/fil/{upload.pk}/").status_code == 404


def test_a_photo_is_asked_for_again_and_sent_once(cast, client_as):
    employee = client_as("employee")
    employee.post(NEW, {"title": "Nøkkelskap", "photo": SimpleUploadedFile("a.png", picture("PNG"))})
    with active(cast.municipality):
        url = f"/harstad/fil/{Upload.objects.get().pk}/"
    etag = employee.get(url)["ETag"]
    assert employee.get(url, HTTP_IF_NONE_MATCH=etag).status_code == 304


@pytest.mark.parametrize(
    ("name", "data", "sentence"),
    [
        ("program.exe", b"MZ", "kan ikke lagres her"),
        ("plan.pdf", b"PK\x03\x04", "noe annet enn navnet sier"),
        ("plan.docx", b"%PDF-1.7", "noe annet enn navnet sier"),
        ("plan.txt", b"", "tom"),
    ],
)
def test_a_file_of_the_wrong_kind_is_refused(harstad, name, data, sentence):
    with pytest.raises(DomainError, match=sentence):
        accept_document(SimpleUploadedFile(name, data), owner=harstad.unit, by=harstad.coach)


def test_a_file_over_the_limit_is_refused_and_leaves_nothing(harstad, monkeypatch, media):
    monkeypatch.setattr(settings, "MAX_UPLOAD_BYTES", 1024 * 1024)
    with pytest.raises(DomainError, match="høyst 1 megabyte"):
        accept_document(SimpleUploadedFile("plan.pdf", b"%PDF" + b"x" * 1024 * 1024), owner=harstad.unit, by=harstad.coach)
    assert list(media.rglob("*")) == []


def test_a_name_never_leads_out_of_the_folder(harstad, media):
    kept = accept_document(SimpleUploadedFile("../../../etc/passwd.txt", b"hei"), owner=harstad.unit, by=harstad.coach)
    assert path_of(kept).resolve().is_relative_to(media.resolve())
    assert kept.original_name == "passwd.txt"
