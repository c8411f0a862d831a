"""Which typefaces there are, from which packages, with which characters."""

from dataclasses import dataclass, replace

from builder.language import LANGUAGES

REPERTOIRE = frozenset(
    "".join(map(chr, range(0x20, 0x7F)))
    + "".join(letter + letter.lower() for one in LANGUAGES.values() for letter in one.alphabet)
    + "АБВГДЕЁЖЗИЙКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯабвгдеёжзийклмнопрстуфхцчшщъыьэюя"  # Russian names
    + "ÀÁÂÃÄÅÆÇÈÉÊËÌÍÎÏÑÒÓÔÕÖØÙÚÛÜÝßàáâãäåæçèéêëìíîïñòóôõöøùúûüýÿ"  # names in Latin-1
    + "ŌōŪū"  # Japanese names in Hepburn's letters
    + "«»‹›“”„‘’‚–—…·•№§©°×÷−½€¥£₸↑↓\u00a0\u2010\u2011"
)
STAND_INS = {"\u2010": "-", "\u2011": "-"}
"""Characters that the packages lack, and those whose drawing is theirs too."""

SCRIPTS = ("latin", "cyrillic", "cyrillic-ext", "latin-ext")
"""The files that a face is cut into; a character is taken from the first that has it."""


@dataclass(frozen=True, slots=True)
class Package:
    """A published typeface; `digest` is the SHA-256 of its archive, in hexadecimal digits."""

    name: str
    version: str
    digest: str


@dataclass(frozen=True, slots=True)
class Face:
    """One weight (CSS, 100 to 900) of a family, upright or italic."""

    weight: int
    style: str = "normal"

    @property
    def name(self) -> str:
        """What foundries call it, after the name of its family."""
        weight = {400: "Regular", 600: "SemiBold", 700: "Bold"}[self.weight]
        if self.style == "normal":
            return weight
        return f"{weight} {self.style.capitalize()}".removeprefix("Regular ")

    @property
    def common(self) -> "Face":
        """The face that machines have in its place: few have more than two weights."""
        return replace(self, weight=400 if self.weight < 600 else 700)


@dataclass(frozen=True, slots=True)
class Fallback:
    """What readers' machines have until ours is there.

    Attributes:
        name: what stylesheets call it.
        package: a typeface of the same widths, to be measured.
        local: the families on readers' machines that have these widths.
    """

    name: str
    package: Package
    local: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Family:
    """A family of ours, under the name that stylesheets call it by."""

    name: str
    original: str
    package: Package
    faces: tuple[Face, ...]
    fallbacks: tuple[Fallback, ...]

    @property
    def slug(self) -> str:
        """The name in the names of files."""
        return self.name.lower().replace(" ", "-")

    def file(self, face: Face) -> str:
        """The name of a face's file."""
        style = "" if face.style == "normal" else f"-{face.style}"
        return f"{self.slug}-{face.weight}{style}.woff2"


SOURCE_SERIF = Package(
    "@fontsource/source-serif-4",
    "5.3.1",
    "54b7898afa20cf4b2d807bbf2b5a2f865e28a83db8a5fcc563dafce5ecb5e7c8",
)
GOLOS_TEXT = Package(
    "@fontsource/golos-text",
    "5.3.0",
    "7cb2c7e7937dabca661af46083f2297649be8abf9a268464096c1e3f512ccc57",
)
NOTO_SERIF = Package(
    "@fontsource/noto-serif",
    "5.3.0",
    "846d219c2c9c668ebe2b5ca0e76c403a35f847d83c4c441c107f9bdc152830df",
)
TINOS = Package(
    "@fontsource/tinos",
    "5.3.0",
    "218a9f3dfc1f43e595835ba84ffb1f69723f27cab54a50b5acd64c0fe067dbe2",
)
ROBOTO = Package(
    "@fontsource/roboto",
    "5.3.0",
    "77620f437249772e381698224ea1bddd01c985ecd60267a63ddc96b9eb9348f7",
)
ARIMO = Package(
    "@fontsource/arimo",
    "5.3.0",
    "df44945077a74905969f15bba3b442f9fb6773818b2b59c970911deace01132f",
)

FAMILIES = (
    Family(
        "Sapar Serif",
        "Source Serif 4",
        SOURCE_SERIF,
        (Face(400), Face(400, "italic"), Face(700)),
        (
            Fallback("Sapar Serif as Noto", NOTO_SERIF, ("Noto Serif",)),
            Fallback("Sapar Serif as Times", TINOS, ("Times New Roman", "Liberation Serif")),
        ),
    ),
    Family(
        "Sapar Sans",
        "Golos Text",
        GOLOS_TEXT,
        (Face(400), Face(600)),
        (
            Fallback("Sapar Sans as Roboto", ROBOTO, ("Roboto",)),
            Fallback("Sapar Sans as Arial", ARIMO, ("Arial", "Liberation Sans")),
        ),
    ),
)
