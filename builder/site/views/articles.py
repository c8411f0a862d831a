"""Long texts: their segments with every named record linked and every embed in place."""

from markupsafe import Markup
from msgspec import Struct

from builder.content.blocks import Block, Reference
from builder.content.model import Article, Source
from builder.site.views.agreements import AgreementSummary, agreement_summary
from builder.site.views.checked import CheckedView, checked_view
from builder.site.views.edition import Edition
from builder.site.views.quotes import QuoteSummary, quote_summary
from builder.site.views.words import NO_NOTICE, Link, Words, review_notice, unbroken_html


class BlockView(Struct, frozen=True):
    """A segment: its HTML, or what it embeds: a record, or what was checked."""

    kind: str
    segment: str
    level: int
    html: Markup
    notice: Markup = NO_NOTICE  # how it was reviewed
    quote: QuoteSummary | None = None
    agreement: AgreementSummary | None = None
    checked: CheckedView | None = None


class ArticleView(Struct, frozen=True):
    """An article; `language` is that of its prose, which may stand in for a missing one."""

    title: Words
    summary: Words
    language: str
    is_missing: bool
    blocks: tuple[BlockView, ...]
    sources: tuple[Link, ...]
    named: tuple[Link, ...]  # the sources that its prose leads to


def article_view(edition: Edition, article: Article) -> ArticleView:
    """An article with its prose, in another language where this one's is missing."""
    texts = edition.content.prose[article.id]
    language = edition.code if edition.code in texts else next(iter(texts))
    return ArticleView(
        title=edition.words(article.title),
        summary=edition.words(article.summary),
        language=language,
        is_missing=language != edition.code,
        blocks=tuple(_block(edition, article.id, block, language) for block in texts[language]),
        sources=edition.sources(article.sources),
        named=edition.sources(
            {
                reference.id: None
                for block in texts[language]
                for reference in block.references
                if reference.kind == Source.kind_name
            }
        ),
    )


def _block(edition: Edition, article: str, block: Block, language: str) -> BlockView:
    if block.kind == "embed":
        return _embed(edition, block)
    html = Markup("").join(
        _link(edition, part, language) if isinstance(part, Reference) else unbroken_html(part)
        for part in block.parts
    )
    note = edition.reviews.of((Article.kind_name, article, block.segment)).get(edition.code)
    notice = review_notice(edition.label("review", note) if note else "")
    return BlockView(block.kind, block.segment, block.level, html, notice)


def _embed(edition: Edition, block: Block) -> BlockView:
    if not block.references:
        checked = checked_view(edition)
        return BlockView("embed", block.segment, 0, Markup(""), checked=checked)
    reference = block.references[0]
    content = edition.content
    if reference.kind == "quote":
        quote = quote_summary(edition, content.quotes[reference.id])
        return BlockView("embed", block.segment, 0, Markup(""), quote=quote)
    agreement = agreement_summary(edition, content.agreements[reference.id])
    return BlockView("embed", block.segment, 0, Markup(""), agreement=agreement)


def _link(edition: Edition, reference: Reference, language: str) -> Markup:
    """A link in prose of a language; the record's own name is its label where none is given."""
    href = edition.routes.record(reference.kind, reference.id, edition.code)
    label: Markup | Words | None = reference.label and unbroken_html(reference.label)
    if label is None:
        names = edition.names(reference.kind, reference.id)
        label = Words(names[language], language) if language in names else edition.words(names)
    return Markup('<a href="{}">{}</a>').format(href, label)
