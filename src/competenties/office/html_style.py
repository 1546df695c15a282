"""The style of a document on screen and on paper: sizes of `look`, colours and fonts of a house."""

from functools import lru_cache
from string import Template

from competenties.office import look
from competenties.office.house_style import PLAIN, HouseStyle


@lru_cache(maxsize=64)
def style(house: HouseStyle) -> str:
    """Return the style of a page in a house style."""
    font = look.FONT if house.font == PLAIN.font else f'"{house.font}", {look.FONT}'
    made = Template(_STYLE).substitute(ink=house.ink, accent=house.accent, font=font)
    if house.heading_font:
        made += f'h1, h2, h3, h4 {{ font-family: "{house.heading_font}", {font}, sans-serif; }}\n'
    return made


CONTENTS = f"""
.contents ol {{ list-style: none; margin: 0 0 .6em; padding-left: 0; }}
.contents ol ol {{ margin: 0; padding-left: {look.TOC_INDENT}cm; }}
.contents a, .index a {{ color: inherit; }}
.index {{ columns: {look.INDEX_COLUMNS}; column-gap: {look.INDEX_GAP}cm; }}
.index ul {{ list-style: none; padding-left: 0; }}
@media screen and (max-width: 40rem) {{ .index {{ columns: 1; }} }}
"""
"""The style of what leads to headings."""

HEADER = f"""
header {{
  display: flex; justify-content: space-between; align-items: start; gap: 1rem; flex-wrap: wrap;
  max-width: 56rem; margin: 0 auto; padding: 1.25rem 1.25rem 0; color: #{look.GREY};
}}
header img {{ display: block; max-width: 100%; height: auto; }}
header p {{ margin: 0 0 0 auto; text-align: right; font-size: .85rem; }}
@media print {{
  header {{ max-width: none; padding: 0 0 {look.UNDER_HEADER}cm; }}
  header p {{ font-size: {look.FOOTER_SIZE}pt; }}
}}
"""
"""The style of what stands above a page."""

_STYLE = f"""
:root {{ color-scheme: light; }}
* {{ box-sizing: border-box; }}
body {{
  margin: 0; background: #fff; color: #$ink;
  font: 1rem/1.45 $font, Carlito, "Segoe UI", Arial, sans-serif;
  overflow-wrap: break-word;
}}
main, footer {{ max-width: 56rem; margin: 0 auto; padding: 0 1.25rem; }}
main {{ padding-top: 1.5rem; }}
h1, h2, h3, h4 {{ color: #$accent; line-height: 1.25; margin: 1.4em 0 .35em; }}
h1 {{ font-size: 1.75rem; margin-top: 0; }}
h2 {{ font-size: 1.2rem; }}
h3 {{ font-size: 1.05rem; }}
h4 {{ font-size: 1rem; }}
p {{ margin: 0 0 .4em; }}
ul {{ margin: 0 0 .4em; padding-left: 1.2em; }}
.lead {{ font-size: 1.08rem; }}
.level {{ font-weight: bold; }}
.note, .notice {{ font-size: .9rem; }}
.notice, footer {{ color: #{look.GREY}; }}
.warning {{ font-weight: bold; background: #{look.WARNING}; padding: .4em .6em; }}
dl {{ margin: 0 0 .6em; }}
dl > div {{ display: flex; gap: .75rem; padding: .1rem 0; }}
dt {{ flex: 0 0 9.5rem; font-weight: bold; }}
dd {{ flex: 1 1 0; min-width: 0; margin: 0; }}
dl.pairs {{ display: grid; grid-template-columns: repeat(auto-fit, minmax(19rem, 1fr)); gap: 0 2rem; }}
.wide {{ grid-column: 1 / -1; }}
table {{ width: 100%; border-collapse: collapse; margin: .3em 0 .8em; table-layout: fixed; }}
caption {{
  position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%);
  white-space: nowrap;
}}
th, td {{ text-align: left; vertical-align: top; padding: .3rem .75rem .3rem 0; }}
td > :last-child, th > :last-child {{ margin-bottom: 0; }}
thead th {{ border-bottom: 2px solid #$ink; vertical-align: bottom; }}
tr {{ border-bottom: 1px solid #{look.HAIRLINE}; }}
dl.room > div {{ display: block; }}
.group strong {{ color: #$accent; }}
.part strong {{ color: inherit; }}
.group p {{ font-weight: normal; }}
.form th, .form td {{ border: 1px solid #{look.RULE}; padding: .4rem .5rem; }}
.picture {{ break-inside: avoid; }}
.picture img {{ display: block; max-width: 100%; height: auto; }}
.blank {{ display: block; width: 100%; border-bottom: 1px solid #{look.RULE}; }}
.form .blank {{ border: 0; }}
.choice {{ display: inline-block; white-space: pre-wrap; border: 1px solid #{look.RULE}; border-radius: 3px; padding: 0 .4em; }}
footer {{ font-size: .85rem; padding-top: 1rem; padding-bottom: 1.5rem; }}
@media screen and (max-width: 40rem) {{
  dl > div {{ display: block; padding: .2rem 0; }}
  dl.pairs {{ display: block; }}
  table, tbody, tr, td, .group th {{ display: block; width: 100%; }}
  thead {{ position: absolute; clip-path: inset(50%); width: 1px; height: 1px; overflow: hidden; }}
  td {{ padding: .2rem 0; }}
  td::before {{ content: attr(data-title); display: block; font-size: .85rem; color: #{look.GREY}; }}
}}
@page {{
  size: A4;
  margin: {look.TOP_MARGIN}cm {look.SIDE_MARGIN}cm {look.FOOTER_MARGIN}cm;
}}
@media print {{
  body {{ font-size: {look.STYLES["Normal"].size}pt; line-height: 1.2; }}
  main, footer {{ max-width: none; padding: 0; }}
  main {{  /* room for the footer on every page */
    padding: 0 0 {look.BOTTOM_MARGIN - look.FOOTER_MARGIN}cm;
    -webkit-box-decoration-break: clone; box-decoration-break: clone;
  }}
  dl > div {{ padding: 0; }}
  dt {{ flex-basis: 3.1cm; }}
  dl.pairs {{ grid-template-columns: 1fr 1fr; gap: 0 .5cm; }}
  p, ul {{ margin-bottom: 2pt; }}
  th, td {{ padding: 1pt 6pt 1pt 0; }}
  h1 {{ font-size: {look.STYLES["Title"].size}pt; }}
  h2 {{ font-size: {look.STYLES["Heading 1"].size}pt; margin-top: .7em; }}
  h3 {{ font-size: {look.STYLES["Heading 2"].size}pt; }}
  h1, h2, h3, h4, .intro, .level {{ break-after: avoid; }}
  tr, li, dl > div {{ break-inside: avoid; }}
  thead {{ display: table-header-group; }}
  .lead {{ font-size: {look.STYLES["Lead"].size}pt; }}
  .note {{ font-size: {look.STYLES["Note"].size}pt; }}
  .notice {{ display: none; }}
  .warning {{ border: 1px solid #$ink; }}
  .new-page {{ break-before: page; }}
  footer {{ position: fixed; bottom: 0; left: 0; right: 0; padding: 0; font-size: {look.FOOTER_SIZE}pt; }}
}}
"""
