"""What `site.yaml` may say: address, languages, sections, navigation, policy."""

from collections.abc import Mapping
from typing import Annotated

from msgspec import Meta

from builder.content.base import Model
from builder.content.fields import (
    Distinct,
    EmailAddress,
    LanguageCode,
    SiteAddress,
    Slug,
    Text,
    Translated,
)
from builder.content.kinds import Policy
from builder.content.parts import WaiverElsewhere


class Contact(Model):
    """Where a reader may report an error: an e-mail address."""

    address: EmailAddress


class Section(Model):
    """A list page of the site; its title stands in the interface strings."""

    slug: Slug


class Sections(Model):
    """The list pages every site has."""

    quotes: Section
    agreements: Section
    people: Section
    timeline: Section
    sources: Section
    terms: Section
    search: Section
    edition: Section

    def slugs(self) -> Mapping[str, Translated]:
        """Section name -> its slugs, in the order above."""
        return {name: getattr(self, name).slug for name in self.__struct_fields__}


class Site(Model):
    """What the site is: address, languages in order, names, navigation."""

    file: str
    address: SiteAddress
    languages: Annotated[tuple[LanguageCode, ...], Meta(min_length=1)]
    name: Translated
    description: Translated
    sections: Sections
    # sections and articles, by name
    navigation: Annotated[tuple[Text, ...], Distinct, Meta(min_length=1)]
    contact: Contact
    publish: Policy = Policy.COMPLETE
    waive: tuple[WaiverElsewhere, ...] = ()
