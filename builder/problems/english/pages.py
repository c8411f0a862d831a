"""Problems of making pages: templates, static files, and writing them."""

from builder.problems.catalogue import Sentence

SENTENCES = {
    # Templates and static files
    "template-syntax": Sentence(
        "the template cannot be read: {said}",
        "correct the template at this line",
    ),
    "template-failed": Sentence(
        "the template failed while it rendered the page of {page}: {said}",
        "correct the name, or hand the value over in builder/site/",
    ),
    "template-missing": Sentence(
        "there is no template {name}, which the page of {page} needs",
        "create it, or correct the name",
        "did you mean {suggestion}?",
    ),
    "string-key-not-fixed": Sentence(
        "t() is called with a key that is worked out, so nobody can check it",
        "write the key itself, or use a group of strings through a view",
    ),
    "static-page": Sentence(
        "a page among the static files would be published without any check",
        "make it an article in content/pages/, or a template",
    ),
    "missing-stylesheet": Sentence(
        "the stylesheet imports {name}, which is not in static/",
        "create the file, or delete the line",
        "did you mean {suggestion}?",
    ),
    "missing-static": Sentence(
        "the stylesheet names {name}, which is not in static/",
        "create the file, or correct the address",
        "did you mean {suggestion}?",
    ),
    "font-unreadable": Sentence(
        "the fonts of the share images cannot be read: {said}",
        "put WOFF2 fonts there; Pillow reads them where it came with Brotli, as its wheels do",
    ),
    # Output
    "output-path-unsafe": Sentence(
        "{path!r} cannot be published: it would leave the output folder or cannot be a file "
        "name everywhere",
        'use a relative path with "/" and without empty, "." or ".." parts',
    ),
    "output-path-twice": Sentence(
        "two files would be published as {path}",
        "give one of them another address",
    ),
    "output-path-file-and-folder": Sentence(
        "{path} would be both a file and a folder",
        "give one of them another address",
    ),
    "output-path-alike": Sentence(
        "{path} and {other} differ only in case or Unicode form, so some systems take them for one",
        "spell both the same, or make them different",
    ),
    "output-root": Sentence(
        "the output folder is the root of the file system",
        "choose a folder for --output",
    ),
    "output-symlink": Sentence(
        "the output folder is a symbolic link",
        "name the folder it points to, or remove the link",
    ),
    "output-not-folder": Sentence(
        "the output folder is not a folder",
        "remove the file, or choose another --output",
    ),
    "output-protected": Sentence(
        "the output is, holds or lies in {protected}, which the site is made from",
        "choose a place outside it",
    ),
    "output-foreign": Sentence(
        "this was not made by a build, so it is not replaced",
        "move it away, or choose another --output",
    ),
    "output-immovable": Sentence(
        "this cannot be exchanged for another folder: {reason}",
        "it is a mount point or part of a container's image: choose a folder inside it",
    ),
    "output-busy": Sentence(
        "another build is writing to this folder",
        "wait until it has finished",
    ),
    "output-failed": Sentence(
        "this could not be written: {reason}; what was published before is untouched",
        "free space or correct permissions, then build again",
    ),
    "output-leftover": Sentence(
        "the rest of an earlier tree could not be removed: {reason}",
        "remove it by hand, and build again",
    ),
}
