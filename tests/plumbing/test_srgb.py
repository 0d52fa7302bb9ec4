"""The colour profile: made anew it is the same, and it is sRGB."""

from __future__ import annotations

import io
import struct
from pathlib import Path

import pytest

from resources import make_srgb
from response_app import paths

SHIPPED = paths.resource("srgb.icc").read_bytes()


def tags() -> dict[str, bytes]:
    (count,) = struct.unpack_from(">I", SHIPPED, 128)
    rows = [struct.unpack_from(">4s2I", SHIPPED, 132 + 12 * index) for index in range(count)]
    return {name.decode(): SHIPPED[start : start + size] for name, start, size in rows}


def test_the_script_makes_the_same_bytes() -> None:
    assert make_srgb.profile() == SHIPPED
    assert len(SHIPPED) < 4096


def test_the_header_is_that_of_a_display_profile_of_version_two() -> None:
    size, version, kind, space, connection = struct.unpack_from(">I4xI4s4s4s", SHIPPED)
    assert (size, version) == (len(SHIPPED), 0x02100000)
    assert (kind, space, connection, SHIPPED[36:40]) == (b"mntr", b"RGB ", b"XYZ ", b"acsp")
    assert struct.unpack_from(">3I", SHIPPED, 68) == (0xF6D6, 0x10000, 0xD32D)
    assert SHIPPED[84:128] == bytes(44)


def test_every_tag_that_a_display_profile_needs_is_there_on_a_boundary() -> None:
    found = tags()
    assert set(found) == {"desc", "cprt", "wtpt", "rXYZ", "gXYZ", "bXYZ", "rTRC", "gTRC", "bTRC"}
    starts = [struct.unpack_from(">4s2I", SHIPPED, 132 + 12 * index)[1] for index in range(len(found))]
    assert all(start % 4 == 0 for start in starts)
    assert found["desc"][12:33] == b"sRGB (IEC 61966-2-1)\0"
    assert found["cprt"].startswith(b"text\0\0\0\0CC0")


@pytest.mark.parametrize("name", ["rTRC", "gTRC", "bTRC"])
def test_the_curve_is_that_of_srgb(name: str) -> None:
    data = tags()[name]
    (count,) = struct.unpack_from(">I", data, 8)
    levels = [level / 65535 for level in struct.unpack_from(f">{count}H", data, 12)]
    assert (data[:4], levels[0], levels[-1]) == (b"curv", 0.0, 1.0)

    def looked_up(value: float) -> float:
        place = value * (count - 1)
        below = min(int(place), count - 2)
        return levels[below] + (levels[below + 1] - levels[below]) * (place - below)

    # IEC 61966-2-1 written out here once more, so that script and test do not share a slip.
    def light(value: float) -> float:
        return value / 12.92 if value <= 0.04045 else float(((value + 0.055) / 1.055) ** 2.4)

    assert max(abs(looked_up(level / 255) - light(level / 255)) for level in range(256)) <= 0.5 / 65535
    assert max(abs(looked_up(level / 65535) - light(level / 65535)) for level in range(65536)) <= 1 / 65535


def test_the_primaries_are_those_of_srgb_under_d50() -> None:
    found = tags()
    colours = {name: struct.unpack_from(">3i", found[name], 8) for name in ("rXYZ", "gXYZ", "bXYZ", "wtpt")}
    # The profile of the standard's authors, in 1/65536.
    published = {"rXYZ": (0x6FA2, 0x38F5, 0x0390), "gXYZ": (0x6299, 0xB785, 0x18DA), "bXYZ": (0x24A0, 0x0F84, 0xB6CF)}
    for name, expected in published.items():
        assert all(abs(ours - theirs) <= 12 for ours, theirs in zip(colours[name], expected, strict=True)), name
    together = tuple(map(sum, zip(colours["rXYZ"], colours["gXYZ"], colours["bXYZ"], strict=True)))
    assert together == colours["wtpt"] == (0xF6D6, 0x10000, 0xD32D)


def test_another_reader_finds_no_difference_from_its_own_srgb() -> None:
    pytest.importorskip("PIL.ImageCms", reason="Pillow without its colour management")
    from PIL import Image, ImageCms

    own = ImageCms.createProfile("sRGB")
    shipped = ImageCms.ImageCmsProfile(io.BytesIO(SHIPPED))
    assert shipped.profile.device_class == "mntr"
    assert shipped.profile.profile_description == "sRGB (IEC 61966-2-1)"
    steps = range(0, 256, 15)
    colours = bytes(part for red in steps for green in steps for blue in steps for part in (red, green, blue))
    image = Image.frombytes("RGB", (len(steps) ** 3, 1), colours)
    for source, target in ((shipped, own), (own, shipped)):
        turned = ImageCms.profileToProfile(image, source, target, ImageCms.Intent.RELATIVE_COLORIMETRIC)
        assert turned is not None
        assert max(abs(after - before) for after, before in zip(turned.tobytes(), colours, strict=True)) <= 1


def test_writing_it_puts_it_beside_the_script(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(make_srgb, "__file__", str(tmp_path / "make_srgb.py"))
    make_srgb.main()
    assert (tmp_path / "srgb.icc").read_bytes() == SHIPPED
