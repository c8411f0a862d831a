"""Problems of making files for an editor, or changing them."""

from builder.problems.catalogue import Sentence

SENTENCES = {
    "id-taken": Sentence(
        "there is a {kind} {id!r} already",
        "choose another id, or edit this file",
    ),
    "reference-hidden": Sentence(
        "{id!r} is named here in a way that cannot be changed by itself",
        "write it plainly, without escapes, and try again; nothing was changed",
    ),
    "folder-not-empty": Sentence(
        "the folder holds files already, and none of them is touched",
        "name a folder that is empty, or that is not there yet",
    ),
    "not-written": Sentence(
        "this could not be written: {reason}; nothing was changed",
        "free space or correct permissions, then try again",
    ),
}
