"""Report in: which part of a saved web page is the report, and which belongs to the site around it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import islice
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_NEVER_NAMES = (
    "applet area audio base canvas colgroup datalist dialog embed frame frameset head iframe input link map meta noembed noframes "
    "noscript object optgroup option param progress script select source style svg template textarea title track video"
)
NEVER = frozenset(_NEVER_NAMES.split())
"""Elements that show no words of a report."""

_SITE = frozenset({"nav", "header", "footer", "aside", "menu", "search"})
_ROLES = "navigation banner contentinfo complementary search dialog alertdialog menu menubar toolbar alert tooltip"
_SITE_ROLES = frozenset(_ROLES.split())
_NAMES = (
    "breadcrumb breadcrumbs cookie cookies consent gdpr sharing sharethis addthis addtoany skiplink pagination pager masthead "
    "sidebar navbar navigation nav megamenu toolbar feedback newsletter"
)
_SITE_NAMES = frozenset(_NAMES.split())
_SITE_PAIRS = re.compile(
    r"(?:^|[\s_-])(?:(?:skip|share|social|print|site|global|page|related|back-to-top|in-this)[-_]?"
    r"(?:links?|buttons?|nav|header|footer|media|icons?|bar|menu|content|pages|posts|articles|publications|section|this|top)"
    r"|(?:header|footer|main|side|top)[-_]?(?:nav|menu|bar)|back-to-top)(?:$|[\s_-])"
)
_UNSEEN_NAMES = re.compile(
    r"(?:^|\s)(?:[a-z]+-)?(?:visually-?hidden|sr-only|screen-reader(?:-text|-only)?|visuallyhidden|assistive-text|element-invisible)(?:$|\s)"
)
_BOX_NAMES = re.compile(r"(?:^|[\s_-])(?:box|boxed|boxout|callout|inset|panel)(?:$|[\s_-])", re.IGNORECASE)
_BOX_STYLES = re.compile(
    r"(?:^|;)\s*(?:border\s*:(?!\s*(?:0|none))|background(?:-color)?\s*:(?!\s*(?:none|transparent|white|#fff(?:fff)?\b)))", re.IGNORECASE
)
_UNSEEN_STYLES = re.compile(r"(?:^|;)\s*(?:display\s*:\s*none|visibility\s*:\s*(?:hidden|collapse))", re.IGNORECASE)
_HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
_PROSE = frozenset({"p", "li", "td", "th", "dd", "dt", "blockquote", "pre", *_HEADINGS})
_MOST_OF_PAGE = 0.4
_DENSE = 0.6
_MOST_ASIDE = 0.5
_FEW_WORDS = 60
_FEWEST_WORDS = 12


@dataclass(slots=True)
class _Weight:
    """How much an element holds: words, of them in links to other pages, in prose; and whether the report's own elements are in it."""

    words: int = 0
    linked: int = 0
    prose: int = 0
    holds: bool = False


@dataclass(frozen=True, slots=True)
class Page:
    """A page as it is to be read.

    Attributes:
        body: the whole.
        main: the element that the report stands in.
        kept: elements outside `main` whose words are the report's too: its title and what stands between it and `main`.
        left: elements of the site, whose words are left out.
    """

    body: HtmlElement
    main: HtmlElement
    kept: frozenset[HtmlElement]
    left: frozenset[HtmlElement]


def look_at(body: HtmlElement) -> Page:
    """Find the report in a page: by its mark-up (`main`, `article`), else by where nearly all of its prose stands."""
    targets = {target for each in body.iter() if (target := _controls(each))}
    left = _unseen(body, targets)
    weights = _weigh(body, left)
    left |= _of_the_site(body, left, weights)
    weights = _weigh(body, frozenset(left))
    main = _main(body, weights)
    return Page(body, main, _kept(body, main, left), frozenset(left))


def tag_of(element: HtmlElement) -> str:
    """Return an element's name in small letters, "" for a comment and the like."""
    return element.tag.casefold() if isinstance(element.tag, str) else ""


def is_box(element: HtmlElement) -> bool:
    """Say whether an element is a box apart from the running text: by its name, its class, or the border or ground of its style."""
    tag = tag_of(element)
    if tag in ("aside", "fieldset"):
        return True
    if tag not in ("article", "blockquote", "div", "section"):
        return False
    return bool(_BOX_NAMES.search((element.get("class") or "")[:500]) or _BOX_STYLES.search((element.get("style") or "")[:2000]))


def _controls(element: HtmlElement) -> str:
    """Return the id of what a button opens and shuts, "" when it is none."""
    return (element.get("aria-controls") or "") if tag_of(element) in ("button", "a", "h2", "h3", "h4", "summary") else ""


def _unseen(body: HtmlElement, targets: set[str]) -> set[HtmlElement]:
    """Return what the reader of the page does not see: hidden, or for other programs; what a button opens is seen."""
    found: set[HtmlElement] = set()
    for each in body.iter():
        tag = tag_of(each)
        if tag in NEVER or (tag and each is not body and _is_hidden(each, targets)):
            found.add(each)
    return found


def _is_hidden(element: HtmlElement, targets: set[str]) -> bool:
    if _UNSEEN_NAMES.search((element.get("class") or "")[:500].casefold()):
        return True
    hidden = element.get("hidden")
    hides = (hidden is not None and hidden.casefold() != "until-found") or bool(_UNSEEN_STYLES.search((element.get("style") or "")[:2000]))
    return hides and not (element.get("id") and element.get("id") in targets)


def _weigh(body: HtmlElement, left: frozenset[HtmlElement] | set[HtmlElement]) -> dict[HtmlElement, _Weight]:
    """Return the weight of every element that is not left out, worked out from the leaves up."""
    weights: dict[HtmlElement, _Weight] = {}
    order: list[tuple[HtmlElement, bool, bool]] = []
    pending = [(body, False, False)]
    while pending:
        element, in_link, in_prose = pending.pop()
        tag = tag_of(element)
        in_link = in_link or (tag == "a" and not (element.get("href") or "#").startswith("#"))
        in_prose = in_prose or tag in _PROSE
        order.append((element, in_link, in_prose))
        pending.extend((each, in_link, in_prose) for each in element if each not in left)
    flags = {element: (in_link, in_prose) for element, in_link, in_prose in order}
    for element, in_link, in_prose in reversed(order):
        tag = tag_of(element)
        weight = _Weight(holds=tag in ("main", "article", "h1"))
        if tag:
            _add_words(weight, element.text, in_link, in_prose)
        for each in element:
            _add_words(weight, each.tail, in_link, in_prose)
            if each in flags:
                inner = weights[each]
                weight.words += inner.words
                weight.linked += inner.linked
                weight.prose += inner.prose
                weight.holds |= inner.holds
        weights[element] = weight
    return weights


def _add_words(weight: _Weight, text: str | None, in_link: bool, in_prose: bool) -> None:
    count = len((text or "").split())
    weight.words += count
    weight.linked += count if in_link else 0
    weight.prose += count if in_prose and not in_link else 0


def _of_the_site(body: HtmlElement, left: set[HtmlElement], weights: dict[HtmlElement, _Weight]) -> set[HtmlElement]:
    """Return the outermost elements that are the site's by their name, role or class, and do not hold the report."""
    found: set[HtmlElement] = set()
    total = max(1, weights[body].words)
    pending = [(each, False) for each in body]
    while pending:
        element, in_report = pending.pop()
        if element in left:
            continue
        tag = tag_of(element)
        weight = weights.get(element, _Weight())
        inside = in_report or tag in ("main", "article") or element.get("role") == "main"
        if tag and _is_site(element, tag, weight, total, in_report):
            found.add(element)
        else:
            pending.extend((each, inside) for each in element)
    return found


def _is_site(element: HtmlElement, tag: str, weight: _Weight, total: int, in_report: bool) -> bool:
    if tag in ("html", "body", "main", "article") or element.get("role") == "main":
        return False
    if tag in ("form", "fieldset", "button", "label", "legend"):
        return _is_control(element, tag, weight, total)
    if weight.holds and (not in_report or tag == "header"):
        return False
    if tag in _SITE or element.get("role") in _SITE_ROLES:
        if tag == "nav" or element.get("role") == "navigation":
            return weight.words < total * _MOST_OF_PAGE or weight.linked > weight.words * _MOST_ASIDE
        if in_report and (tag in ("header", "aside", "footer") or not tag):
            return _is_beside(element, tag, weight)
        return weight.words < total * _MOST_OF_PAGE or weight.linked > weight.words * _MOST_ASIDE
    if not _has_site_name(element):
        return False
    return (
        weight.words < _FEW_WORDS or weight.linked > weight.words * _DENSE or (not in_report and weight.words < total * _MOST_OF_PAGE / 4)
    )


def _is_beside(element: HtmlElement, tag: str, weight: _Weight) -> bool:
    """Say whether a header, footer or aside inside the report is the site's: of links, or a footer; a box of prose is the report's."""
    if tag == "header":
        return False
    quoted = any(tag_of(above) == "blockquote" for above in element.iterancestors())
    if tag == "footer" and not quoted:
        return not _holds_notes(element)
    return weight.linked > weight.words * _MOST_ASIDE or (weight.prose < _FEWEST_WORDS and not quoted)


def _holds_notes(element: HtmlElement) -> bool:
    return any((each.get("id") or "").casefold().startswith(("fn", "footnote", "_ftn")) for each in element.iter() if tag_of(each))


def _is_control(element: HtmlElement, tag: str, weight: _Weight, total: int) -> bool:
    """Say whether a form or button is one for the reader of the page; a heading's button, or a form about the whole page, is not."""
    if tag == "form":
        return not weight.holds and weight.words < total * _MOST_OF_PAGE
    if tag in ("button", "label"):
        above = [tag_of(each) for each in islice(element.iterancestors(), 3)]
        return not any(each in _HEADINGS or each == "summary" for each in above) and not element.get("aria-controls")
    return not weight.holds and weight.words < _FEW_WORDS


def _has_site_name(element: HtmlElement) -> bool:
    names = f"{element.get('class') or ''} {element.get('id') or ''}"[:500]
    parted = re.sub(r"(?<=[a-z])(?=[A-Z])", "-", names).casefold()
    return bool(_SITE_NAMES & set(re.split(r"[\s_-]+", parted))) or bool(_SITE_PAIRS.search(parted))


def _main(body: HtmlElement, weights: dict[HtmlElement, _Weight]) -> HtmlElement:
    """Return the element that the report stands in: marked as such and no stub, else the smallest with nearly all the prose."""
    total = weights[body]
    for names in (("main",), ("article",)):
        marked = [each for each in weights if tag_of(each) in names or (names == ("main",) and each.get("role") == "main")]
        largest = max(marked, key=lambda each: weights[each].words, default=None)
        if largest is not None and weights[largest].prose >= max(1, total.prose * 0.5):
            return largest
    main = body
    while True:
        inner = [each for each in main if each in weights and weights[each].prose >= max(1, total.prose * 0.9)]
        blocks = [each for each in inner if tag_of(each) not in _PROSE and tag_of(each) not in ("ul", "ol", "dl", "table", "tbody", "tr")]
        if not blocks:
            return main
        main = blocks[0]


def _kept(body: HtmlElement, main: HtmlElement, left: set[HtmlElement]) -> frozenset[HtmlElement]:
    """Return what is the report's outside of its element: the page's first heading, where it has none itself, and what follows."""
    title = next((each for each in body.iter() if tag_of(each) == "h1" and not _is_within(each, left)), None)
    if title is None or main is body or any(tag_of(each) == "h1" and not _is_within(each, left) for each in main.iter()):
        return frozenset()
    over = {*main.iterancestors(), *title.iterancestors()}
    kept: set[HtmlElement] = set()
    pending = list(reversed(list(body)))
    while pending:
        element = pending.pop()
        if element is main:
            break
        if element in over:
            pending.extend(reversed(list(element)))
        elif element not in left and (element is title or kept):
            kept.add(element)
    return frozenset(kept)


def _is_within(element: HtmlElement, holders: set[HtmlElement]) -> bool:
    return element in holders or any(each in holders for each in element.iterancestors())
