"""Problems of what was written: fields, references, translations, structure, strings."""

from builder.problems.catalogue import Sentence

SENTENCES = {
    # Fields
    "unknown-key": Sentence(
        "the key {key} is not known here",
        "delete it, or compare with a file that works",
        "did you mean {suggestion}?",
    ),
    "given-key": Sentence(
        "the key {key} is not for you to write",
        "delete it; the id of a record is the name of its file",
    ),
    "missing-key": Sentence(
        "the key {key} is missing",
        "add `{key}:`",
    ),
    "wrong-type": Sentence(
        "here {expected} is expected, not {found}",
        "compare with a file that works",
        "put it in brackets: {suggestion}",
    ),
    "empty-value": Sentence(
        "this is empty",
        "fill it in; a key that is not required can be deleted instead",
    ),
    "too-few": Sentence(
        "the list is too short: at least {least} expected",
        "add what is missing",
    ),
    "too-many": Sentence(
        "the list is too long: at most {most} expected",
        "take out what is too much",
    ),
    "listed-twice": Sentence(
        "{value} stands in this list twice",
        "keep one of the two",
    ),
    "bad-value": Sentence(
        "{value!r} cannot stand here",
        "compare with a file that works",
    ),
    "bad-choice": Sentence(
        "{value!r} is not one of the possible values",
        "use one of: {choices}",
        "did you mean {suggestion}? Possible: {choices}",
    ),
    "bad-email": Sentence(
        "{value!r} is not an e-mail address",
        "write it in full, such as editors@example.org",
    ),
    "bad-checksum": Sentence(
        "{value!r} is not a SHA-256 checksum",
        "write 64 digits, 0-9 and a-f, as `sha256sum FILE` prints them",
    ),
    "bad-licence": Sentence(
        "this is neither the address of a licence nor its words in every language",
        "write its full address, such as https://creativecommons.org/licenses/by/4.0/, or a text "
        "in each language",
    ),
    "bad-date": Sentence(
        "{value!r} is not a date",
        "write 2016, 2016-11 or 2016-11-07, and only a day that exists",
        "did you mean {suggestion}?",
    ),
    "bad-time": Sentence(
        "{value!r} is not a time of day",
        "write hours and minutes, such as 18:23",
        "did you mean {suggestion}?",
    ),
    "bad-slug": Sentence(
        "{slug!r} cannot be part of an address",
        "use small Latin letters a-z, digits and single hyphens",
        "did you mean {suggestion}?",
    ),
    "bad-address": Sentence(
        "{value!r} is not a full web address",
        "write it with https:// or http://, without spaces",
        "did you mean {suggestion}?",
    ),
    "bad-site-address": Sentence(
        "no site can be published at {value!r}",
        "write a host and, if need be, a folder, such as https://example.org/visit/",
    ),
    "bad-language-code": Sentence(
        "{value!r} is not a language code",
        "use a code of BCP 47, such as ja",
        "did you mean {suggestion}? The code is that of the language, not the country",
    ),
    "bad-language-mark": Sentence(
        "`[[` stands here, but what follows is no language mark",
        "write [[lang:ja|text]] with the code of the language, or leave the brackets out",
        "did you mean [[lang:{suggestion}|…]]? The code is that of the language, not the country",
    ),
    "not-translated": Sentence(
        "one text for each language is expected",
        "write {example}",
    ),
    "unknown-language": Sentence(
        "the site has no language {language!r}",
        "its languages are {languages}; see site.yaml",
        "did you mean {suggestion}? The site's languages: {languages}",
    ),
    "comma-in-braces": Sentence(
        "“{words}” is cut off from its text: between {{ and }}, a comma ends the text before it",
        "put the whole text in quotation marks",
    ),
    "unsupported-language": Sentence(
        "no language {language!r} is known",
        "use one of {languages}; another one needs a module in builder/language/",
        "did you mean {suggestion}? Known languages: {languages}",
    ),
    "site-languages": Sentence(
        "the site says no languages",
        "write a list of language codes under `languages:`",
    ),
    "language-twice": Sentence(
        "the language {language} is listed twice",
        "keep one of the two",
    ),
    "duplicate-id": Sentence(
        "the id {id} is used twice in this list",
        "give each entry an id of its own",
    ),
    "duplicate-address": Sentence(
        "this page would have the address {address}, which {other} has already",
        "give one of the two another slug",
    ),
    # States that cannot be
    "date-or-range": Sentence(
        "a time needs either `date`, or both `from` and `to`",
        "write one of the two forms",
    ),
    "ends-before-start": Sentence(
        "this ends ({end}) before it starts ({start})",
        "correct one of the two",
    ),
    "end-without-start": Sentence(
        "`end` stands without `start`",
        "add `start`, or delete `end`",
    ),
    "applies-before-conclusion": Sentence(
        "this applies from {applies}, before it was concluded ({concluded})",
        "correct one of the two dates",
    ),
    "figure-origin": Sentence(
        "a figure comes from exactly one of `quote`, `agreement` and `article`",
        "keep the one that gives it",
    ),
    "figure-value": Sentence(
        "the value does not fit a figure of the kind {kind}",
        "count and ordinal: a number in `value`; money: a number and `currency`, no `words`; "
        "date: a date and no `words`; text: `words` and no `value`",
    ),
    "unknown-currency": Sentence(
        "the currency {currency!r} has no name in these languages: {languages}",
        "use a code of ISO 4217 that builder/language/ knows",
    ),
    # References and sources
    "unknown-record": Sentence(
        "there is no {kind} {id!r}",
        "create it, or correct the id",
        "did you mean {suggestion}?",
    ),
    "refers-to-draft": Sentence(
        "the {kind} {id} is a draft, so it is not published and cannot be named here",
        "delete `draft: true` in its file when it is done, or take the reference out until then",
    ),
    "article-named-like-section": Sentence(
        "the site has a section called {name}, so an article cannot be called so too",
        "give the article's files another name",
    ),
    "unknown-navigation": Sentence(
        "the navigation names {name!r}, which is neither a section nor an article",
        "use the name of a section under `sections:`, or of a file in content/pages/",
        "did you mean {suggestion}?",
    ),
    "unknown-block": Sentence(
        "the article has no block {segment}",
        "use the id of a heading or block, such as trade-2",
        "did you mean {suggestion}?",
    ),
    "unknown-segment": Sentence(
        "no source has a segment {segment}",
        "use a segment of a source's `stored:`",
        "did you mean {suggestion}?",
    ),
    "duplicate-segment": Sentence(
        "the source {source} has a segment {segment} too",
        "give each segment an id of its own, so that `covers:` can tell them apart",
    ),
    "uncovered-segment": Sentence(
        "nothing on the site tells the segment {segment}",
        "add it to `covers:` of the record or block that tells it",
    ),
    "unused-source": Sentence(
        "nothing cites the source {id}",
        "cite it where it belongs, or delete the file",
    ),
    # Translations and structure
    "missing-translation": Sentence(
        "{field} has no text in the language {language}",
        "add `{language}:`, or leave the field out in every language if it may be",
    ),
    "missing-prose": Sentence(
        "the article has no text in the language {language}",
        "create {name}",
    ),
    "original-missing": Sentence(
        "the original is said to be in {language}, but that text is not there",
        "add the text in {language}, or correct `original:`",
    ),
    "translated-original": Sentence(
        "the text in {language} is the original, so nobody translated it",
        "delete {language} under `translated:`",
    ),
    "translator-missing": Sentence(
        "it is not said who translated this into {language}",
        "add {language} under `translated:` (official, interpreter, agency or editors)",
    ),
    "structure-differs": Sentence(
        "the {language} text has {here_kind} {here} here, where the {other_language} text has "
        "{there_kind} {there} ({other_place})",
        "give both the same blocks in the same order, with the same ids and embeds",
    ),
    "structure-ends": Sentence(
        "the {language} text ends after this block, where the {other_language} text goes on "
        "with {there_kind} {there} ({other_place})",
        "add the block here, or delete it there",
    ),
    "placeholders-differ": Sentence(
        "the placeholders of the string {key} differ: {here} here, {there} in {language} "
        "(- stands for none)",
        "write the same placeholders in every language; what is missing in one, add there",
    ),
    # Interface strings
    "missing-string": Sentence(
        "the string {key} is missing",
        "add it, as every language needs it",
    ),
    "language-without-name": Sentence(
        "some text is said to be in the language {language}, which has no name here",
        "add `{language}:` under `language:`, or correct the code where the text stands",
    ),
    "unused-string": Sentence(
        "nothing uses the string {key}",
        "delete it in every language",
        "did you mean {suggestion}?",
    ),
    "unknown-string": Sentence(
        "the template asks for the string {key}, which no language has",
        "add it to every file in content/strings/",
        "did you mean {suggestion}?",
    ),
}
