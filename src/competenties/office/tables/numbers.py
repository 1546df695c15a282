"""Numbers of a workbook as Excel shows them: whole, with decimals, as a share or as a date."""

import re
from collections.abc import Iterable
from datetime import datetime, timedelta
from typing import Any

# Formats that every workbook has without naming them (ECMA-376 part 1, 18.8.30).
_BUILT_IN = {1: "0", 2: "0.00", 3: "#,##0", 4: "#,##0.00", 9: "0%", 10: "0.00%", 49: "@"}
_DATES = {*range(14, 18), 22, *range(27, 32), 36, *range(50, 59)}
_TIMES = {*range(18, 22), *range(32, 36), *range(45, 48)}

_NOT_SHOWN = re.compile(r'"[^"]*"|\[[^\]]*\]|\\.|_.|\*.')
_DECIMALS = re.compile(r"[0#?](?:\.(0+))?")
_ZEROS = re.compile(r"0{2,}")  # a number that is shown with zeros in front: 00123
_EPOCH = datetime(1899, 12, 30)  # noqa: DTZ001  (a date in a sheet has no time zone)
_LAST_DAY = 2_958_465  # 31 December 9999
_DAY_ONE = 60  # Excel counts a 29 February 1900 that never was


def shown_styles(elements: Iterable[tuple[str, Any]]) -> list[str]:
    """Return the number format of each style of a workbook: "date", "time", or its pattern."""
    named: dict[int, str] = {}
    styles: list[str] = []
    for tag, element in elements:
        if tag == "numFmt":
            named[int(element.get("numFmtId"))] = element.get("formatCode") or ""
        elif tag == "cellXfs":
            numbers = (int(style.get("numFmtId") or 0) for style in element)
            styles = [_format(number, named) for number in numbers]
    return styles


def shown_number(text: str, pattern: str) -> str:
    """Return a number as its format shows it: 3, 1.10, 95% or 2026-11-25.

    Raises ValueError for what is no number.
    """
    number = float(text)
    if pattern in ("date", "time") and 0 <= number <= _LAST_DAY:
        return _moment(number, pattern)
    share = pattern.endswith("%")
    if _ZEROS.fullmatch(pattern) and number == int(number):
        return f"{int(number):0{len(pattern)}d}"
    decimals = _DECIMALS.search(pattern)
    value = number * 100 if share else number
    if decimals and decimals[1] is not None:
        shown = f"{value:.{len(decimals[1])}f}"
    else:
        shown = f"{value:.15g}"
    return f"{shown}%" if share else shown


def _format(number: int, named: dict[int, str]) -> str:
    if number in _DATES:
        return "date"
    if number in _TIMES:
        return "time"
    pattern = _NOT_SHOWN.sub("", named.get(number, _BUILT_IN.get(number, ""))).partition(";")[0]
    letters = pattern.lower()
    if letters == "general":
        return ""
    if "y" in letters or "d" in letters:
        return "date"
    return "time" if "h" in letters or "s" in letters else pattern


def _moment(number: float, pattern: str) -> str:
    days = number if number >= _DAY_ONE else number + 1
    moment = _EPOCH + timedelta(seconds=round(days * 86_400))
    clock = moment.strftime("%H:%M")
    if pattern == "time" and number < 1:
        return clock
    day = moment.strftime("%Y-%m-%d")
    return day if number == int(number) else f"{day} {clock}"
