"""What stands above and under every page: the organisation's own texts, and those of the document."""

from competenties.office import look
from competenties.office.clean import clean
from competenties.office.glyphs import widening, width
from competenties.office.house_style import HouseStyle

_NUMBERS_ROOM = 90  # points for the number of the page at the end of a footer


def has_header(house: HouseStyle) -> bool:
    """Tell whether anything stands above every page."""
    return house.logo is not None or bool(clean(house.header).strip())


def under_page(house: HouseStyle, said: str, *, is_landscape: bool = False) -> str:
    """Return the footer of the house and that of the document: on one line where it holds them."""
    own = clean(house.footer).strip()
    if not own or not said:
        return own or said
    line = f"{own} · {said}"
    wide = look.text_width(is_landscape=is_landscape) * look.POINTS_PER_CENTIMETRE
    needed = width(line, look.FOOTER_SIZE) * widening(house.font)
    return line if needed <= wide - _NUMBERS_ROOM else f"{own}\n{said}"
