"""Values for property tests."""

from datetime import date

from hypothesis import strategies as st

from builder.language import PartialDate
from tests.language.invented import LANGUAGES_AND_ONE_MORE

any_language = st.sampled_from(sorted(LANGUAGES_AND_ONE_MORE)).map(
    LANGUAGES_AND_ONE_MORE.__getitem__
)


@st.composite
def partial_dates(draw: st.DrawFn, last: date = date.max) -> PartialDate:
    """Any partial date, of any precision."""
    day = draw(st.dates(min_value=date(1000, 1, 1), max_value=last))
    precision = draw(st.integers(1, 3))
    return PartialDate(*(day.year, day.month, day.day)[:precision])
