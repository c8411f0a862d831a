"""Problems of rendered pages: links, languages, counterparts, headings, what they load."""

from builder.problems.catalogue import Sentence

SENTENCES = {
    "broken-link": Sentence(
        "{pages}: the link to {address} leads to nothing on this site",
        "correct the address, or add what it should lead to; a folder's address ends in /",
        "did you mean {suggestion}?",
    ),
    "broken-fragment": Sentence(
        "{pages}: {address} leads to a page that has no place called #{fragment}",
        "correct what follows the #, or give the heading or segment that id",
        "did you mean #{suggestion}?",
    ),
    "link-outside-base": Sentence(
        "{pages}: {address} is on this host but not below {base}",
        "write the address with the site's path, or take it from the page's context in {template}",
    ),
    "relative-link": Sentence(
        "{pages}: {address} is relative, but this page is shown at any address",
        "begin the address with the path of the site's root in {template}",
    ),
    "unsafe-scheme": Sentence(
        "{pages}: the link {address} is no http, https or mailto address",
        "link to an https page or a mailto address, or leave the link out",
    ),
    "duplicate-page-id": Sentence(
        '{pages}: the id "{id}" stands {count} times on the page',
        "give each place its own id; look in {template}, its components and the {{#id}} marks of "
        "headings",
    ),
    "empty-page-id": Sentence(
        "{pages}: an element has an empty id",
        "fill the id or take it away in {template} or its components",
    ),
    "html-lang": Sentence(
        '{pages}: <html lang> says "{found}", but the page is in "{expected}"',
        "write lang on <html> from the page's language in the base template",
    ),
    "html-dir": Sentence(
        '{pages}: <html dir> says "{found}", but the page\'s language is written {expected}',
        "write dir on <html> from the page's direction in the base template",
    ),
    "bad-language-tag": Sentence(
        '{pages}: "{tag}" is no language code',
        "write the code of the language, not of the country, such as kk for Kazakh and ja for "
        "Japanese (BCP 47)",
    ),
    "foreign-text": Sentence(
        '{pages}: "{text}" stands as if it were in "{language}", whose letters are others',
        "translate it, or tell its language: [[lang:CODE|...]] in content, a lang attribute in "
        "{template}",
    ),
    "foreign-attribute": Sentence(
        '{pages}: {attribute} says "{text}", which is not in "{language}"',
        "translate it: an attribute or title has no language but its element's or the page's",
    ),
    "missing-glyph": Sentence(
        '{pages}: the site\'s typefaces have no "{character}" ({point}), which stands in "{text}"',
        "write another character, tell the language if it is a foreign word, or add it to "
        "tools/fonts/typefaces.py and run make fonts",
    ),
    "toggle-missing": Sentence(
        '{pages}: the header has no link to this page in "{language}"',
        "put the language toggle first in <header>, one link for each of the page's toggles",
    ),
    "toggle-repeated": Sentence(
        '{pages}: the header has more than one link to this page in "{language}"',
        "keep one; other links in the header must not repeat the toggle",
    ),
    "toggle-wrong-target": Sentence(
        '{pages}: the toggle to "{language}" leads to {address}, not to the same page, {expected}',
        "take the toggle's address from the page's toggles, never a home page",
    ),
    "toggle-not-first": Sentence(
        '{pages}: the link "{first}" ({address}) stands in the header before the language toggle',
        "put the toggle first in <header>; only the skip link may come before it",
    ),
    "toggle-label": Sentence(
        '{pages}: the toggle to "{language}" is called "{text}", not "{name}"',
        "call it by the language's own name and nothing else",
    ),
    "toggle-attributes": Sentence(
        '{pages}: the toggle to "{language}" has {attribute}="{value}" where '
        '{attribute}="{wanted}" is due',
        "give the toggle lang and hreflang of the language it leads to, and rel=alternate",
    ),
    "toggle-to-itself": Sentence(
        '{pages}: the header offers "{language}", the language the page is in already',
        "offer the other languages only",
    ),
    "neutral-home-link": Sentence(
        '{pages}: there are {count} links to the home page in "{language}" where one is due',
        "give each language one link of equal weight in {template}",
    ),
    "neutral-toggle": Sentence(
        "{pages}: a page of no language has a language toggle in its header",
        "leave the toggle out of {template}: its links to each language take its place",
    ),
    "hreflang-missing-self": Sentence(
        '{pages}: among its alternates the page does not list itself, {expected} as "{hreflang}"',
        "write every one of the page's alternates in the base template",
    ),
    "hreflang-not-absolute": Sentence(
        '{pages}: the alternate "{hreflang}" is {address}, which is no full address',
        "write the full address, as the page's alternates have it",
    ),
    "hreflang-not-reciprocal": Sentence(
        "{pages}: {expected} lists this page as its translation, but this page does not list it "
        'as "{hreflang}"',
        "write every one of the page's alternates in the base template",
    ),
    "hreflang-x-default": Sentence(
        "{pages}: the alternate x-default is {address} where {expected} is due",
        "x-default is the page where a reader chooses a language, the same for all; incomplete "
        "pages have none",
    ),
    "hreflang-repeated": Sentence(
        '{pages}: a second alternate claims to be "{hreflang}": {address}',
        "list each language once",
    ),
    "hreflang-wrong": Sentence(
        '{pages}: the alternate "{hreflang}" is {address} where {expected} is due',
        "list the page's real translations and no others (– stands for none)",
    ),
    "canonical-wrong": Sentence(
        "{pages}: the canonical address is {address} where {expected} is due",
        "write the page's canonical address once, in full, in the base template (– stands for "
        "none)",
    ),
    "h1-count": Sentence(
        "{pages}: the page has {count} first-level headings where one is due",
        "write the page's title as <h1> once in {template}; headings in texts begin with ##",
    ),
    "heading-gap": Sentence(
        '{pages}: the heading "{heading}" is of level {level} right after level {before}',
        "do not skip a level: use one # less, or add the heading that is missing",
    ),
    "heading-empty": Sentence(
        "{pages}: a heading of level {level} has no text",
        "write the heading, or take it away in {template} where there is nothing to say",
    ),
    "title-missing": Sentence(
        "{pages}: the page has no <title>",
        "write the page's title in <title> in the base template, and a title in the record",
    ),
    "title-duplicate": Sentence(
        '{pages}: the title "{title}" is also that of {other}',
        "give one of them another title, so that a reader can tell tabs and search results apart",
    ),
    "description-missing": Sentence(
        "{pages}: the page has no description for search results",
        'write <meta name="description"> from the page\'s description, and a summary in the record',
    ),
    "image-alt": Sentence(
        "{pages}: the picture {address} has no alt text",
        'say in alt what it shows, or write alt="" if it shows nothing that the text does not say',
    ),
    "foreign-origin": Sentence(
        "{pages}: <{element}> loads or sends to {address} ({attribute}), which is not on this site",
        "put a copy under static/, or make it an ordinary link: nothing is loaded from elsewhere",
    ),
    "inline-code": Sentence(
        "{pages}: script or style stands in the page itself: {found}",
        "move it to a file under static/: the site's security policy forbids it in {template}",
    ),
    "main-count": Sentence(
        "{pages}: the page has {count} <main> elements where one is due",
        "put what the page is about into one <main> with an id",
    ),
    "skip-link-missing": Sentence(
        "{pages}: the first link of the page does not lead to its <main>",
        "give <main> an id and make a link to it the first on the page",
    ),
    "empty-link": Sentence(
        "{pages}: the link to {address} has no text",
        "write what it leads to; a picture in a link needs an alt text",
    ),
    "sends-on": Sentence(
        "{pages} sends its readers on to {address}",
        "delete the refresh in {template}: only a former address may send readers on",
    ),
    "moved-indexed": Sentence(
        "{pages} is a former address, but search engines may list it",
        "mark it noindex in {template}",
    ),
    "moved-nowhere": Sentence(
        "{pages} is a former address that does not lead to the page and nowhere else: {address}",
        "send readers to the page in {template}, and give them one link to it",
    ),
    "robots-sitemap": Sentence(
        "robots.txt does not name the sitemap",
        'add the line "{line}"',
    ),
    "sitemap-missing": Sentence(
        "there is no sitemap",
        "publish the site with its sitemap.xml",
    ),
    "sitemap-unreadable": Sentence(
        "the sitemap is not XML: {said}",
        "escape what stands in addresses; a page's address may be at fault",
    ),
    "sitemap-missing-page": Sentence(
        "the sitemap does not list {address}",
        "list every page that is to be found",
    ),
    "sitemap-unknown-page": Sentence(
        "the sitemap lists {address}, which is no page to be found",
        "list no page that is gone, incomplete or marked noindex",
    ),
    "sitemap-repeated-page": Sentence(
        "the sitemap lists {address} more than once",
        "list every page once",
    ),
    "sitemap-alternates": Sentence(
        "the sitemap gives {address} other languages than the page has",
        "list the same alternates as the page does",
    ),
    "stylesheet-broken-link": Sentence(
        "the stylesheet asks for {address}, which is not there",
        "add the file under static/, or correct the address in static/css/",
    ),
    "stylesheet-foreign-origin": Sentence(
        "the stylesheet loads {address}, which is not on this site",
        "put a copy under static/ and name that: nothing is loaded from elsewhere",
    ),
}
