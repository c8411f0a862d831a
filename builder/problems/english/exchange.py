"""Problems of files that go to translators and come back."""

from builder.problems.catalogue import Sentence

SENTENCES = {
    "xml-syntax": Sentence(
        "this is no readable XML: {said}", "ask for the file again, or save it anew as XLIFF 2.0"
    ),
    "xliff-declaration": Sentence(
        "{found} may not stand in a file for translators",
        "save it anew as XLIFF 2.0 without a document type; `export` makes none",
    ),
    "not-xliff": Sentence(
        "this is no XLIFF 2.0 file, but {found}", "save it in the translation tool as XLIFF 2.0"
    ),
    "xliff-languages": Sentence(
        "the file is from {source} into {target}; the site is in {languages}",
        "import it into the site that it was exported from",
    ),
    "xliff-other-site": Sentence(
        "the file is of another site: {site}, and this is {own}",
        "name the folder of its site with `--site`",
    ),
    "unit-unknown": Sentence(
        "the site has no text {text}, or it needs no translation",
        "export anew; the text may have been moved or deleted",
        "export anew; the text may be {suggestion} now",
    ),
    "unit-twice": Sentence(
        "{text} stands in the file twice", "delete one of the two, and import again"
    ),
    "unit-changed": Sentence(
        "{text} has changed on the site, or its source in the file, since it was exported",
        "export anew, and put the translation there",
    ),
    "unit-code": Sentence(
        "{text} holds a code that was not exported: {code}",
        "take it out, or put back the one that stood there",
    ),
    "unit-markup": Sentence(
        "{text} has not the codes of its source; missing: {missing}; too many: {extra}",
        "put each code once where it belongs, and those that make lines in their order",
    ),
    "unit-signs": Sentence(
        "{text} has signs that would be read as markup",
        "write it without [[ ]], braces, asterisks and other signs of markup, or at the start of "
        "a line without a list sign",
    ),
    "unit-no-place": Sentence(
        "{text} has no place in {file} yet",
        "write the block there first; a whole new article needs all its texts at once",
    ),
}
