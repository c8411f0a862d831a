"""Problems of files as such: where they lie, how they are encoded, YAML and Markdown form."""

from builder.problems.catalogue import Sentence

SENTENCES = {
    # Files and folders
    "missing-file": Sentence(
        "the file {name} is missing",
        "create it; the README says what stands in it",
    ),
    "unknown-file": Sentence(
        "nothing is known about the file {name}",
        "move it out of content/, or give it the folder and name of what it is",
        "did you mean {suggestion}?",
    ),
    "bad-id": Sentence(
        "{id!r} cannot be the id of a record",
        "use small Latin letters, digits and single hyphens, such as trade-2015; "
        "if the id is the name of the file, name the file anew",
        "did you mean {suggestion}? An id has small Latin letters, digits and single hyphens",
    ),
    "link-out-of-site": Sentence(
        "this is a link to a file outside the site's folder",
        "put a copy of the file here instead of the link",
    ),
    "linked-folder": Sentence(
        "this is a link to a folder",
        "put the files here instead of the link",
    ),
    "file-unreadable": Sentence(
        "the file cannot be read: {reason}",
        "correct its permissions; if it is a link, put a copy of the file here instead",
    ),
    "file-too-large": Sentence(
        "the file is larger than {limit} bytes",
        "split it: one record a file",
    ),
    "empty-file": Sentence(
        "the file is empty",
        "write the record, or delete the file",
    ),
    "not-utf-8": Sentence(
        "the file is not UTF-8 text ({found})",
        'save it again with the encoding "UTF-8"',
    ),
    "control-character": Sentence(
        "an invisible control character stands here ({character})",
        "delete it and type the place anew",
    ),
    "prose-without-language": Sentence(
        "the name {name}.md says no language",
        "name it {name}.LANGUAGE.md, with the code of its language",
    ),
    "prose-without-article": Sentence(
        "this text belongs to no article",
        "create {name}, or give the text the name of an article",
        "did you mean {suggestion}?",
    ),
    "stored-text-missing": Sentence(
        "the stored text {name} is not there",
        "put the file there, or correct its name",
        "did you mean {suggestion}?",
    ),
    "stored-text-unnamed": Sentence(
        "no source names this stored text",
        "name it under `stored:` of its source, or delete it",
    ),
    "checksum-differs": Sentence(
        "{name} is not the file this record was made from: its SHA-256 is {found}",
        "restore the file; only where it was changed on purpose, write its new SHA-256 here",
    ),
    "bad-picture-name": Sentence(
        "{name!r} cannot be the name of a picture",
        "use small Latin letters, digits and single hyphens, and .jpg, .png, .webp or .avif, such "
        "as talks-in-tokyo.jpg",
        "did you mean {suggestion}?",
    ),
    "picture-missing": Sentence(
        "the picture {name} is not there",
        "put the file there, or correct its name",
        "did you mean {suggestion}?",
    ),
    "picture-unnamed": Sentence(
        "no record names this picture",
        "name it under `images:` of a record, with its alt text and credit, or delete it",
    ),
    "picture-format": Sentence(
        "this is no picture of a known format",
        "save it again as JPEG, PNG, WebP or AVIF",
    ),
    "picture-unreadable": Sentence(
        "the picture cannot be read to its end: {said}",
        "save it again as JPEG, PNG, WebP or AVIF",
    ),
    "picture-too-large": Sentence(
        "the picture has more than {limit} pixels",
        "save it smaller; nothing wider than 1440 pixels is shown",
    ),
    "picture-animated": Sentence(
        "the picture moves: it has {frames} frames",
        "save one of them as a picture of its own",
    ),
    "bad-segment": Sentence(
        "the segment {segment} is not a passage of the stored text of {length} characters, "
        "or it overlaps the one before",
        "give its first character and the one after its last, in order of the text",
    ),
    # YAML
    "yaml-syntax": Sentence(
        "this is not valid YAML: {said}",
        "compare this line and the one above with a file that works",
    ),
    "yaml-tab": Sentence(
        "a tab stands where only spaces may",
        "replace the tab by spaces, two for each level",
    ),
    "yaml-colon": Sentence(
        "a colon stands where no key can be",
        "put the text in quotation marks, or indent the line like the others; the colon in the "
        "line above may lack its space",
    ),
    "yaml-missing-colon": Sentence(
        "no colon follows this, so it is no key",
        "write `key: value`, with a space after the colon; indent what continues a text",
    ),
    "yaml-dash": Sentence(
        "a list begins in the middle of a line",
        "start the list on the next line, or put the text in quotation marks",
    ),
    "yaml-indentation": Sentence(
        "this line is indented differently from those it belongs to",
        "indent it with as many spaces as its neighbours",
    ),
    "yaml-open-quote": Sentence(
        "the quotation mark that opens here is never closed",
        "close it at the end of the text",
    ),
    "yaml-after-quote": Sentence(
        "the text goes on after the quotation mark or bracket that closed it",
        "put the whole text in quotation marks; write a mark inside it twice",
    ),
    "yaml-after-end": Sentence(
        "what stands above is complete already, so nothing can follow it",
        "delete what is above if it is an empty list, `[]`; else write this into it",
    ),
    "yaml-open-bracket": Sentence(
        "the bracket that opens here is never closed",
        "close it; if it is closed already, or is part of a text, put that text in quotation "
        "marks; or a quotation mark between the brackets is not closed, or ends too early",
    ),
    "yaml-escape": Sentence(
        "a backslash in double quotation marks is followed by an unknown sign",
        "use single quotation marks",
    ),
    "yaml-needs-quotes": Sentence(
        "a text cannot begin with {character}",
        "put the text in quotation marks",
    ),
    "yaml-alias": Sentence(
        "*{name} stands for something written elsewhere, which is not allowed",
        "write the value itself; if it is a text, put it in quotation marks",
    ),
    "yaml-anchor": Sentence(
        "&{name} gives a name to a value, which is not allowed",
        "delete it; if it is part of a text, put the text in quotation marks",
    ),
    "yaml-merge-key": Sentence(
        "`<<` takes over the keys of another map, which is not allowed",
        "write the keys themselves",
    ),
    "yaml-tag": Sentence(
        "the tag {tag} is not allowed",
        "delete it; every field already has its type",
    ),
    "yaml-duplicate-key": Sentence(
        "the key {key} stands here a second time",
        "keep one of the two",
    ),
    "yaml-complex-key": Sentence(
        "a list or map stands where a key must be",
        "write a plain word as the key",
    ),
    "yaml-second-document": Sentence(
        "`---` begins a second document in this file",
        "keep one record a file",
    ),
    "yaml-too-deep": Sentence(
        "lists or maps are nested more than {limit} deep",
        "write the record as the others are written",
    ),
    # Markdown
    "prose-html": Sentence(
        "HTML is not allowed in prose",
        r"write Markdown; for the sign itself write \<",
    ),
    "prose-code": Sentence(
        "code is not allowed in prose",
        "delete the back-quotes",
    ),
    "prose-open-fence": Sentence(
        "the fence that opens here is never closed, so it would swallow the rest of the text",
        "delete the line; prose has no use for code",
    ),
    "prose-image": Sentence(
        "images are not allowed in prose",
        "take it out, and name the picture under `images:` of a record",
    ),
    "prose-link-label": Sentence(
        "links by label are not allowed",
        "write [text](https://…) where the link is",
    ),
    "prose-unsafe-link": Sentence(
        "the link to {target!r} is not allowed",
        "use a full https:// or mailto: address, #segment, or [[kind:id|text]] for a record",
    ),
    "prose-unsafe": Sentence(
        "this block would make HTML that is not safe",
        "write it in plain Markdown",
    ),
    "prose-too-deep": Sentence(
        "lists or quotations are nested too deep here",
        "write them one below the other",
    ),
    "prose-unsupported": Sentence(
        "indented text and rules (***, ---) are not allowed",
        "begin the line at the margin, or delete the rule",
    ),
    "prose-blank-line": Sentence(
        "a list, table or quotation begins without an empty line before it",
        "leave an empty line above",
    ),
    "prose-table": Sentence(
        "a table needs a second line that parts its head from its rows",
        "write | --- | --- | there, with as many columns as the first line has",
    ),
    "prose-heading-level": Sentence(
        "a heading of level {level} is not allowed",
        "use ## or ###; the title of the page stands in the YAML file",
    ),
    "prose-heading-empty": Sentence(
        "the heading has no text",
        "write its text after the #, or delete the line",
    ),
    "prose-heading-without-id": Sentence(
        "the heading {title!r} has no id",
        "add one that is the same in every language: ## {title} {{#word}}",
    ),
    "prose-heading-id": Sentence(
        "{id!r} cannot be the id of a heading",
        "use small Latin letters and single hyphens, without a number at the end",
        "did you mean {suggestion}?",
    ),
    "prose-duplicate-heading": Sentence(
        "another heading has the id {id!r} already",
        "give each heading an id of its own",
    ),
    "prose-bad-reference": Sentence(
        "this is not a whole reference",
        "write [[kind:id]] or [[kind:id|text]] on one line, without brackets in the text",
    ),
    "reference-kind": Sentence(
        "there are no records of the kind {kind!r}",
        "use one of: {kinds}",
        "did you mean {suggestion}?",
    ),
    "prose-cannot-embed": Sentence(
        "a record of the kind {kind!r} cannot be embedded",
        "embed one of: {kinds}; refer to others with [[{kind}:id|text]]",
        "did you mean {suggestion}? Embed one of: {kinds}",
    ),
    "prose-embed-not-alone": Sentence(
        "an embed must stand on a line of its own",
        "put {{{{kind:id}}}} on a line of its own, or write [[kind:id|text]]",
    ),
}
