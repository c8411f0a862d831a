"""Content to pages: every page in every language, complete at birth, made when asked for."""

from collections.abc import Mapping
from functools import cached_property

from builder.checks.summary import Summary, summary
from builder.content.content import Content
from builder.content.kinds import Policy
from builder.site.drafts import Draft, Maker, drafts
from builder.site.page import Page, SiteView
from builder.site.pictures import Pictures
from builder.site.routes import HOME, PageKey, Routes
from builder.site.search import SearchIndex, search_index
from builder.site.share_images import ShareImages
from builder.site.skeleton import neutral_pages, page_of, site_view
from builder.site.views.articles import ArticleView
from builder.site.views.cards import Cards, ShareImage, all_cards
from builder.site.views.edition import Edition, named_by, source_numbers, terms_called
from builder.site.views.reviews import Reviews, reviews
from builder.site.views.shown import shown
from builder.site.views.words import Words


class Pages:
    """All pages of a site but those made of other pages; each is made when it is asked for.

    Args:
        content: the site.
        routes: where its pages are.
        pictures: the pictures of its records.
        share_images: the images that stand for pages where these are shared, if there are any.
    """

    def __init__(
        self,
        content: Content,
        routes: Routes,
        pictures: Pictures,
        share_images: ShareImages | None = None,
    ) -> None:
        self._content = content
        self._routes = routes
        self._pictures = pictures
        self._share_images = share_images
        self._made: dict[tuple[PageKey, str], tuple[Draft, Page | None]] = {}

    @cached_property
    def keys(self) -> tuple[tuple[PageKey, str], ...]:
        """What each page is about, with its language, in a fixed order."""
        return tuple((key, code) for code, makers in self._makers.items() for key in makers)

    def page(self, key: PageKey, code: str) -> Page:
        """The page about something in a language, made once."""
        draft, page = self._drafted(key, code)
        if page is None:
            page = page_of(
                self.editions[code],
                self._sites[code],
                draft,
                self._complete(key),
                self._share_image(key, code),
            )
            self._made[key, code] = (draft, page)
        return page

    @cached_property
    def neutral(self) -> tuple[Page, ...]:
        """The pages of no language."""
        editions = tuple(self.editions.values())
        image = self._share_image(None, editions[0].code)
        return tuple(neutral_pages(editions, self._complete(HOME), image))

    @cached_property
    def indexes(self) -> tuple[SearchIndex, ...]:
        """The search file of every language."""
        return tuple(search_index(edition) for edition in self.editions.values())

    @cached_property
    def cards(self) -> Cards:
        """What the share images say."""
        return all_cards(tuple(self.editions.values()))

    @cached_property
    def reviews(self) -> Reviews:
        """What to say of texts that were not reviewed as they are."""
        return reviews(self._content)

    @cached_property
    def summary(self) -> Summary:
        """What was checked of the site's texts; counted only where a page shows it."""
        return summary(self._content)

    @cached_property
    def editions(self) -> Mapping[str, Edition]:
        """The site in each of its languages, by code."""
        content = self._content
        naming, numbers, terms = named_by(content), source_numbers(content), terms_called(content)
        reviewed = self.reviews
        return {
            language.code: Edition(
                content,
                self._routes,
                self._pictures,
                language,
                content.strings[language.code],
                naming,
                numbers,
                terms,
                reviewed,
                lambda: self.summary,
            )
            for language in content.languages
        }

    @cached_property
    def _sites(self) -> Mapping[str, SiteView]:
        return {code: site_view(edition) for code, edition in self.editions.items()}

    @cached_property
    def _makers(self) -> Mapping[str, Mapping[PageKey, Maker]]:
        return {
            code: drafts(edition, lambda: self.indexes) for code, edition in self.editions.items()
        }

    def _drafted(self, key: PageKey, code: str) -> tuple[Draft, Page | None]:
        if (key, code) not in self._made:
            self._made[key, code] = (self._makers[code][key](), None)
        return self._made[key, code]

    def _complete(self, key: PageKey) -> tuple[str, ...]:
        """The languages in which no other one stands in for a missing text on a page.

        Only the policy `any` lets a page with missing texts come so far.
        """
        if self._content.site.publish is not Policy.ANY:
            return tuple(self.editions)
        return tuple(
            code for code in self.editions if not _is_incomplete(self._drafted(key, code)[0])
        )

    def _share_image(self, key: PageKey | None, code: str) -> ShareImage | None:
        """A page's own, or else that of its language's home page."""
        if self._share_images is None:
            return None
        card = self.cards.get((key, code)) or self.cards[HOME, code]
        return self._share_images.image(card, self._routes.base)


def _is_incomplete(draft: Draft) -> bool:
    return draft.title.missing or any(
        (isinstance(value, Words) and value.missing)
        or (isinstance(value, ArticleView) and value.is_missing)
        for value in shown(draft.context)
    )
