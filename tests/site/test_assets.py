"""Static files: hashed names, one stylesheet in declared layers."""

from pathlib import Path

import pytest

from builder.problems import Place, ProblemError
from builder.site.assets import Assets, read_assets


def write(folder: Path, files: dict[str, str]) -> Path:
    for name, text in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text)
    return folder


def test_names_change_with_content_and_only_then() -> None:
    one, same, other = (Assets({"js/a.js": body}) for body in (b"1", b"1", b"2"))

    assert one.paths == same.paths
    assert one.paths != other.paths
    assert one.bodies[one.paths["js/a.js"]] == b"1"


def test_a_script_is_published_without_the_lines_that_are_comments() -> None:
    script = b"// What it does.\nstart(); // now\n\n  // Why.\n  const a = `//`;\n"
    assets = Assets({"js/a.js": script, "data/a.txt": script})

    assert assets.bodies[assets.paths["js/a.js"]] == b"start(); // now\n\n  const a = `//`;\n"
    assert assets.bodies[assets.paths["data/a.txt"]] == script


@pytest.mark.parametrize("script", [b"/*\nold();\n//*/\nnew();\n", b"say(`\n// no comment\n`);\n"])
def test_a_script_in_which_such_a_line_may_be_none_is_left_alone(script: bytes) -> None:
    assets = Assets({"js/a.js": script})

    assert assets.bodies[assets.paths["js/a.js"]] == script


def test_the_stylesheet_is_joined_in_its_layers_with_published_addresses() -> None:
    assets = Assets(
        {
            "css/main.css": b'@layer base;\n@import "base.css" layer(base);\n',
            "css/base.css": b'/* A sun. */\np { background: url("../images/sun.svg"); }\n',
            "images/sun.svg": b"<svg/>",
        }
    )

    sheet = assets.bodies[assets.paths["css/main.css"]].decode()
    image = assets.paths["images/sun.svg"].removeprefix("assets/")
    assert sheet == (f'@layer base;@layer base{{p{{background:url("../{image}")}}}}')
    assert "css/base.css" not in assets.paths


def test_files_of_one_layer_stand_in_one_block_and_strings_are_left_alone() -> None:
    assets = Assets(
        {
            "css/main.css": b'@import "a.css" layer(base);\n@import "b.css" layer(base);\n',
            "css/a.css": b"p { margin: 0; }\n",
            "css/b.css": b"""li::before { content: " ;  : " ' / 0.5 '; }\n""",
        }
    )

    sheet = assets.bodies[assets.paths["css/main.css"]].decode()
    assert sheet == "@layer base{p{margin:0}li::before{content:\" ;  : \" ' / 0.5 '}}"


def test_signs_stand_without_spaces_but_sums_and_descendants_keep_theirs() -> None:
    written = (
        b"@media (width >= 40rem) { a > b i { inset: -0.5em 10.05px calc(1px + 0.25em); "
        b"font: 1em / 1.5 serif; } }\n"
    )
    assets = Assets({"css/main.css": b'@import "a.css";\n', "css/a.css": written})

    sheet = assets.bodies[assets.paths["css/main.css"]].decode()
    assert sheet == (
        "@media (width>=40rem){a>b i{inset:-.5em 10.05px calc(1px + .25em);font:1em/1.5 serif}}"
    )


@pytest.mark.parametrize(
    ("files", "code", "place"),
    [
        (
            {"css/main.css": b'/* */\n@import "no.css" layer(base);\n'},
            "missing-stylesheet",
            Place("static/css/main.css", 2, 1),
        ),
        (
            {"css/main.css": b'@import "a.css";\n', "css/a.css": b"\n\np{src:url(no.woff2)}"},
            "missing-static",
            Place("static/css/a.css", 3, 1),
        ),
    ],
)
def test_a_stylesheet_that_names_what_is_not_there_is_refused(
    files: dict[str, bytes], code: str, place: Place
) -> None:
    with pytest.raises(ProblemError) as caught:
        Assets(files)

    assert [(p.code, p.place) for p in caught.value.problems] == [(code, place)]


def test_a_file_of_the_site_replaces_the_packaged_one(tmp_path: Path) -> None:
    packaged = write(tmp_path / "ours", {"css/main.css": "a{}", "js/a.js": "1"})
    own = write(tmp_path / "own", {"css/main.css": "b{}", ".hidden": "x"})

    assets = read_assets((packaged, own))

    assert assets.bodies[assets.paths["css/main.css"]] == b"b{}"
    assert set(assets.paths) == {"css/main.css", "js/a.js"}


def test_a_link_out_of_the_folder_is_refused(tmp_path: Path) -> None:
    folder = write(tmp_path / "static", {"css/main.css": ""})
    (tmp_path / "secret").write_text("s")
    (folder / "a.txt").symlink_to(tmp_path / "secret")

    with pytest.raises(ProblemError) as caught:
        read_assets((folder,))

    assert caught.value.problems[0].code == "link-out-of-site"


@pytest.mark.parametrize("name", ["main.css~", "#main.css#", "4913", "main.css.swp", ".main.css"])
def test_what_editors_leave_behind_is_not_published(name: str, tmp_path: Path) -> None:
    folder = write(tmp_path / "static", {"css/main.css": "", f"css/{name}": "half"})

    assert set(read_assets((folder,)).paths) == {"css/main.css"}


def test_a_link_to_a_folder_is_refused(tmp_path: Path) -> None:
    (tmp_path / "images").symlink_to("/")

    with pytest.raises(ProblemError) as caught:
        read_assets((tmp_path,))

    assert [(p.code, p.place) for p in caught.value.problems] == [
        ("linked-folder", Place("static/images"))
    ]


@pytest.mark.parametrize("address", ["data:image/png;base64,AA", "#mark", "https://x.example/a"])
def test_addresses_of_no_file_are_left_to_verification(address: str) -> None:
    rule = f"p {{ background: url({address}); }}\n"
    assets = Assets({"css/main.css": b'@import "base.css";\n', "css/base.css": rule.encode()})

    assert f"url({address})" in assets.bodies[assets.paths["css/main.css"]].decode()


@pytest.mark.parametrize("mark", ["", "'", '"'])
def test_addresses_are_found_in_any_quotation_marks(mark: str) -> None:
    rule = f"p {{ background: url( {mark}a.svg{mark} ); }}\n"
    files = {"css/main.css": b'@import "base.css";\n', "css/base.css": rule.encode()}
    assets = Assets({**files, "css/a.svg": b"<svg/>"})

    image = assets.paths["css/a.svg"].removeprefix("assets/")
    sheet = assets.bodies[assets.paths["css/main.css"]].decode()
    assert f'url("../{image}")' in sheet


def test_a_page_among_static_files_is_refused(tmp_path: Path) -> None:
    folder = write(tmp_path / "static", {"css/main.css": "", "old/Page.HTML": "<script>x</script>"})

    with pytest.raises(ProblemError) as caught:
        read_assets((folder,))

    (problem,) = caught.value.problems
    assert (problem.code, problem.place) == ("static-page", Place("static/old/Page.HTML"))
