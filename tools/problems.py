"""`python -m tools.problems`: makes `docs/problems.md`, which explains every problem, anew."""

import re
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from builder.problems.catalogue import Sentence
from builder.problems.catalogues import CATALOGUES, USUAL
from builder.problems.english.authoring import SENTENCES as OF_AUTHORING
from builder.problems.english.content import SENTENCES as OF_CONTENT
from builder.problems.english.evidence import SENTENCES as OF_EVIDENCE
from builder.problems.english.exchange import SENTENCES as OF_EXCHANGE
from builder.problems.english.files import SENTENCES as OF_FILES
from builder.problems.english.pages import SENTENCES as OF_PAGES
from builder.problems.english.parity import SENTENCES as OF_PARITY
from builder.problems.english.reviews import SENTENCES as OF_REVIEWS
from builder.problems.english.terms import SENTENCES as OF_TERMS
from builder.problems.english.verification import SENTENCES as OF_VERIFICATION

ROOT = Path(__file__).parent.parent
DOCUMENT = ROOT / "docs" / "problems.md"
EXPLANATIONS = Path(__file__).with_name("problem_explanations.toml")

_BROKEN = ROOT / "tests" / "sites" / "broken"
_DEFECTS = ROOT / "tests" / "verify" / "defects.toml"
_TOLD = re.compile(r"(?P<file>[^\s:][^:]*)(?::\d+:\d+)?: \w+\[(?P<code>[a-z0-9-]+)\]: ")
_GROUPS: Mapping[str, Mapping[str, Sentence]] = {
    "Files, YAML and Markdown": OF_FILES,
    "Records, translations and words": OF_CONTENT,
    "Evidence, waivers and how texts are written": OF_EVIDENCE,
    "What two texts state": OF_PARITY,
    "Terms": OF_TERMS,
    "Files for translators": OF_EXCHANGE,
    "Templates, static files and the output folder": OF_PAGES,
    "Rendered pages": OF_VERIFICATION,
    "New and renamed records": OF_AUTHORING,
    "Review of texts": OF_REVIEWS,
}
_INTRODUCTION = """\
# Problems

Every problem that Sapar tells of, by its code: why it is one, an example with its mended form,
and its sentences in every language it is told in. Words in braces are filled in. This page is
made by `python -m tools.problems`; a test compares the two.

## How problems are told

`build` and `check` print each problem with its place, the line with a caret beneath, and what to
do about it. `--lang {languages}` chooses the language of the sentences; without it, that is the
terminal's (`LC_ALL`, `LC_MESSAGES` or `LANG`), or English.

    content/people/guest.yaml:3:1: error[unknown-key]: the key ofice is not known here
        3 | ofice: {{kk: Қонақ елдің басшысы, en: Head of the guest country}}
          | ^
      hint: did you mean office?

An **error** stops the build. A **warning** does so under `--strict` only, which also asks that
every text was reviewed.

`check --format json` prints a list to standard output, an object for each problem, in the order
of places. Its keys are these, and a later version may add others but takes none away:

| key | what it holds |
| --- | --- |
| `file` | the file, from the site's folder, with `/` between folders |
| `line`, `column` | the place in it, in characters from 1; both 0 where the whole file is meant |
| `severity` | `error` or `warning`, in every language |
| `code` | one of the codes below, in every language |
| `message` | what is wrong, in the language of `--lang` |
| `hint` | what to do, in the language of `--lang` |

A list without entries means that nothing is wrong.

`check --format github` prints annotations for GitHub Actions to standard error. They name files
from the working folder, so that a site in a subfolder (`--site visits/2016`) is annotated where
it lies.
"""


@dataclass(frozen=True, slots=True)
class Example:
    """What is wrong somewhere and how it is put right; `kind` is the kind of file, as `yaml`.

    `site` is the broken site that shows it, if one does, and `file` the file in it.
    """

    kind: str
    bad: str
    good: str
    site: str = ""
    file: str = ""

    @property
    def is_name(self) -> bool:
        """Whether it is the name of the file that is wrong."""
        return self.bad == self.file


def explanations() -> Mapping[str, Mapping[str, str]]:
    """Code -> what is said of it: `why`, and where there is an example `bad` and `good`."""
    return tomllib.loads(EXPLANATIONS.read_text(encoding="utf-8"))


def examples() -> dict[str, Example]:
    """Code -> its example, for those that have one."""
    found = dict(_of_pages())
    for code, told in explanations().items():
        if "bad" in told:
            found[code] = _of_site(code, told)
    return found


def document() -> str:
    """The whole page."""
    shown, told = examples(), explanations()
    languages = " or ".join(f"`{code}`" for code in CATALOGUES).replace("` or `", "|")
    parts = [_INTRODUCTION.format(languages=languages.strip("`"))]
    for title, codes in _GROUPS.items():
        parts.append(f"\n## {title}\n\n")
        parts.append(" · ".join(f"[{code}](#{code})" for code in codes) + "\n")
        parts.extend(_entry(code, told[code]["why"], shown.get(code)) for code in codes)
    return "".join(parts)


def _entry(code: str, why: str, example: Example | None) -> str:
    lines = [f"\n### {code}\n", f"{why}\n"]
    if example:
        kind = "" if example.is_name else example.kind
        lines.append(f"Wrong:\n\n```{kind}\n{_shown(example.bad)}\n```\n")
        good = f"Right:\n\n```{kind}\n{_shown(example.good)}\n```\n"
        lines.append(good if example.good.strip() else "Right: without it.\n")
    sentences = []
    for language, catalogue in CATALOGUES.items():
        sentence = catalogue.sentences[code]
        said = [sentence.message, sentence.hint, sentence.suggestion]
        texts = [_PLACEHOLDER.sub(r"{\1}", text) for text in said if text]
        first, *others = (text.replace("{{", "{").replace("}}", "}") for text in texts)
        hints = "\n".join(f"   {catalogue.hint}: {other}" for other in others)
        sentences.append(f"{language} {first}\n{hints}")
    lines.append("```text\n{}\n```\n".format("\n".join(sentences)))
    return "\n".join(lines)


_PLACEHOLDER = re.compile(r"(?<!\{)\{(\w+)(?:![rs])?\}(?!\})")


def _shown(text: str) -> str:
    return text.strip("\n")


def _of_site(code: str, told: Mapping[str, str]) -> Example:
    """The example in the first broken site that is told the code and holds the text."""
    for site in (told["site"],) if "site" in told else sorted(p.name for p in _BROKEN.iterdir()):
        for file in _files_told(site, code):
            if told["bad"] == file or told["bad"] in _text(site, file):
                kind = PurePosixPath(file).suffix[1:]
                return Example(
                    {"md": "markdown"}.get(kind, kind), told["bad"], told["good"], site, file
                )
    raise LookupError(f"{EXPLANATIONS.name}: no broken site shows the example of {code}")


def _files_told(site: str, code: str) -> list[str]:
    """The files of a broken site of which a code is told, and those laid over it."""
    said = (_BROKEN / site / "expected.txt").read_text(encoding="utf-8")
    told = [match["file"] for match in _TOLD.finditer(said) if match["code"] == code]
    if not told:
        return []
    laid = sorted(path.relative_to(_BROKEN / site) for path in (_BROKEN / site).rglob("*.*"))
    own = [path.as_posix() for path in laid if path.parent.name]
    return list(dict.fromkeys([*told, *own]))


def _text(site: str, file: str) -> str:
    path = _BROKEN / site / file
    return path.read_text(encoding="utf-8", errors="replace") if path.is_file() else ""


def _of_pages() -> Iterator[tuple[str, Example]]:
    """The shortest defect of the good pages that raises a code alone."""
    defects = tomllib.loads(_DEFECTS.read_text(encoding="utf-8"))["defect"]
    for defect in sorted(defects, key=lambda one: -len(one["find"] + one["replace"])):
        codes = {expected["code"] for expected in defect["expected"]}
        if len(codes) == 1 and defect["replace"].strip():
            kind = PurePosixPath(defect["file"]).suffix[1:]
            yield codes.pop(), Example(kind, defect["replace"].strip(), defect["find"].strip())


def main() -> None:
    """Writes the page."""
    DOCUMENT.parent.mkdir(exist_ok=True)
    DOCUMENT.write_text(document(), encoding="utf-8")
    print(f"{len(USUAL.sentences)} problems in {DOCUMENT.relative_to(ROOT)}")


if __name__ == "__main__":
    main()
