"""The suns of the site, drawn: the same shapes and colours as in static/images."""

from collections.abc import Callable
from math import cos, pi, sin
from typing import TypeAlias

from PIL import ImageDraw

GUEST_SKY, HOST_SKY, GOLD, RED = "#1787a6", "#e8dcc4", "#f3b52c", "#cf2b34"

Sun: TypeAlias = Callable[[ImageDraw.ImageDraw, int], None]

WIDTH = 263 / 325  # of its height: the part of sign.svg that is drawn on
SEAM = 153 / 325


def both(draw: ImageDraw.ImageDraw, height: int) -> None:
    """One sun seen from two places; the numbers are those of sign.svg."""
    one = height / 325
    seam, setting, rising, radius = 153 * one, 172 * one, 132 * one, 108 * one
    draw.pieslice(_around(seam, setting, radius), 90, 270, fill=GOLD)
    draw.pieslice(_around(seam, rising, radius), 270, 90, fill=RED)
    for number in range(16):
        _ray(
            draw,
            (seam, setting),
            -pi / 2 - (number + 0.5) * pi / 16,
            (122 * one, 150 * one),
            5 * one,
        )


def in_skies(draw: ImageDraw.ImageDraw, height: int) -> None:
    """The same, each half in its own sky."""
    seam = height * SEAM
    draw.rectangle((0, 0, seam, height), fill=GUEST_SKY)
    draw.rectangle((seam, 0, height, height), fill=HOST_SKY)
    both(draw, height)


def badge(draw: ImageDraw.ImageDraw, height: int) -> None:
    """The same without rays; the numbers are those of favicon.svg."""
    one = height / 64
    draw.rounded_rectangle((0, 0, height, height), 12 * one, fill=GUEST_SKY)
    right = (32 * one, 0, height, height)
    draw.rounded_rectangle(right, 12 * one, fill=HOST_SKY, corners=(False, True, True, False))
    draw.pieslice(_around(32 * one, 35 * one, 20 * one), 90, 270, fill=GOLD)
    draw.pieslice(_around(32 * one, 29 * one, 20 * one), 270, 90, fill=RED)


def guest(draw: ImageDraw.ImageDraw, height: int) -> None:
    """The sun of the guest in its sky; the numbers are those of sun-guest.svg."""
    one = height / 40
    draw.ellipse(_around(20 * one, 20 * one, 20 * one), fill=GUEST_SKY)
    draw.ellipse(_around(20 * one, 20 * one, 8 * one), fill=GOLD)
    for number in range(16):
        _ray(draw, (20 * one, 20 * one), number * pi / 8, (10.6 * one, 14.4 * one), 1.8 * one)


def host(draw: ImageDraw.ImageDraw, height: int) -> None:
    """The sun of the host in its sky, a disc; the numbers are those of sun-host.svg."""
    one = height / 40
    draw.ellipse(_around(20 * one, 20 * one, 20 * one), fill=HOST_SKY)
    draw.ellipse(_around(20 * one, 20 * one, 10.5 * one), fill=RED)


def _ray(
    draw: ImageDraw.ImageDraw,
    centre: tuple[float, float],
    angle: float,
    reach: tuple[float, float],
    thickness: float,
) -> None:
    """A line with round ends, from the nearer to the farther reach."""
    (x, y), across, down = centre, cos(angle), sin(angle)
    near, far = ((x + across * r, y + down * r) for r in reach)
    draw.line((*near, *far), fill=GOLD, width=round(thickness))
    for end in (near, far):
        draw.ellipse(_around(*end, thickness / 2), fill=GOLD)


def _around(x: float, y: float, radius: float) -> tuple[float, float, float, float]:
    return x - radius, y - radius, x + radius, y + radius
