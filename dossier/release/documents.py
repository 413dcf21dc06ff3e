"""Notes and sources for word processors: DOCX with a footnote for each passage that is cited. Pandoc lays them out.

What may not be shown of a source is not in it. How passages are cited in Markdown is left to `footnotes`.
"""

from __future__ import annotations

import mimetypes
import re
from base64 import b64encode
from collections import defaultdict
from collections.abc import Iterator, Mapping
from urllib.parse import unquote

from dossier.cite.pandoc import to_docx
from dossier.leaves.address import page_of
from dossier.model.ids import SourceKey
from dossier.model.kinds import Publish, RecordKind
from dossier.model.links import Cite, CiteForm, Href, Inline, Mention, Words
from dossier.model.public import Public
from dossier.model.reading import Block, BlockKind, RunKind, Where
from dossier.release.footnotes import address, claim_footnote, escaped, statement_footnote, work_footnote

_PICTURES = ("image/png", "image/jpeg", "image/gif")
_SHOWN = re.compile(r"!\[(?P<words>[^]]*)\](?P<opens>\(<?)\Z")
"""What comes before the address of a picture."""
_RIGHTS = {
    Publish.FULL: "The text as it reads.",
    Publish.EXCERPTS: "The quoted passages, each with its sentence; the rest of the text is not published.",
    Publish.WITHHELD: "The quotations alone; the rest of the text is not published.",
}


def note_documents(public: Public, day: str) -> Iterator[tuple[str, bytes]]:
    """Path and content of a document for each note."""
    for path, page in public.corpus.pages.items():
        if page.is_note and path != "notes/index.md":
            head = f"{escaped(page.summary)}\n\n" if page.summary else ""
            body = _inline(public, public.links.inline.get(((RecordKind.PAGE, path), "body"), ()))
            where = address(public, page_of(RecordKind.PAGE, path))
            yield path.removesuffix(".md") + ".docx", to_docx(f"{head}{body}\n\n{where}\n", page.title, day)


def source_documents(public: Public, day: str) -> Iterator[tuple[str, bytes]]:
    """Path and content of a document for each source."""
    for key, source in public.corpus.sources.items():
        rights = source.rights
        head = f"{_RIGHTS[rights.publish]} {address(public, page_of(RecordKind.SOURCE, key))}"
        markdown = f"{head}\n\n{_source(public, key)}\n"
        yield f"sources/{key}.docx", to_docx(markdown, public.corpus.title(key), day)


def _inline(public: Public, fragments: Inline) -> str:
    out = ""
    for part in fragments:
        match part:
            case Words():
                out += part.markdown
            case Cite():
                out += _cited(public, part)
            case Mention():
                out += escaped(part.words or _name(public, part))
            case Href():
                out = _addressed(public, out, part)
    return out


def _addressed(public: Public, before: str, link: Href) -> str:
    """What comes before a link, and its address; for a picture that Markdown shows, the picture itself.

    In place of SVG and whatever else not all word processors draw, its words lead to it on the site.
    """
    where = f"{public.corpus.configuration.site.url}{link.address}"
    shown = _SHOWN.search(before)
    content = public.corpus.assets.get(unquote(link.address))
    if shown is None or content is None:
        return f"{before}{where}"
    kind = mimetypes.guess_type(link.address)[0]
    if kind in _PICTURES:
        return f"{before}data:{kind};base64,{b64encode(content).decode()}"
    words = f"{shown['words']} (a picture, to be seen on the site: {escaped(where)})"
    return f"{before[: shown.start()]}[{words}]{shown['opens']}{where}"


def _cited(public: Public, cite: Cite) -> str:
    is_claim = cite.target is RecordKind.CLAIM
    author = ""
    if cite.form is CiteForm.IN_TEXT:
        key = public.corpus.claims[cite.id].source if is_claim else cite.id  # type: ignore[index]
        work = public.corpus.works.get(key)  # type: ignore[call-overload]
        author = escaped(work.label if work else key)
    note = claim_footnote(public, cite.id) if is_claim else work_footnote(public, cite.id)
    prefix = f"{cite.prefix.strip()} " if cite.prefix.strip() else ""
    return f"{author}^[{prefix}{note}{cite.suffix}]"


def _name(public: Public, mention: Mention) -> str:
    record = public.corpus.records(mention.target)[mention.id]
    match mention.target:
        case RecordKind.QUESTION:
            return str(record.asks)
        case RecordKind.SOURCE:
            return public.corpus.title(mention.id)
        case RecordKind.CLAIM:
            return str(record.statement)
        case RecordKind.WORK:
            return str(record.label)
        case RecordKind.PAGE:
            return str(record.title)
        case _:
            return str(record.name)


def _source(public: Public, key: SourceKey) -> str:
    if key not in public.readings:
        return ""
    notes = _ends(public, key)
    blocks = public.readings[key].blocks
    body = [_block(block, notes.get(block.index, {})) for block in blocks if block.note is None]
    own = [
        (f"{escaped(block.note)}. " if block.label else "") + _words(block, notes.get(block.index, {}))
        for block in blocks
        if block.note is not None
    ]
    return "\n\n".join([*body, *(["# Notes of the text", *own] if own else [])])


def _ends(public: Public, key: SourceKey) -> Mapping[int, Mapping[int, list[str]]]:
    """Footnotes of the claims of a source, by the block and the offset at which the words of each end."""
    found: defaultdict[int, defaultdict[int, list[str]]] = defaultdict(lambda: defaultdict(list))
    for claim in public.links.by_source.get(key, ()):
        anchor = public.evidence[claim].anchor
        if anchor and anchor.spans:
            last = anchor.spans[-1]
            found[last.block][last.end].append(statement_footnote(public, claim))
    return found


def _block(block: Block, notes: Mapping[int, list[str]]) -> str:
    words = _words(block, notes)
    match block.kind:
        case BlockKind.HEADING:
            return f"{'#' * min(6, 1 + block.level)} {words}"
        case BlockKind.QUOTATION:
            return f"> {words}"
        case BlockKind.ITEM:
            return f"{'    ' * (max(1, block.level) - 1)}- {words}"
        case BlockKind.PARAGRAPH:
            return f"*{words}*" if block.where is Where.CAPTION and not notes else words


def _words(block: Block, notes: Mapping[int, list[str]]) -> str:
    """The text of a block with its reference marks raised, and footnotes where words of claims end."""
    cuts: defaultdict[int, list[str]] = defaultdict(list)
    for offset, found in notes.items():
        cuts[offset] += found
    for offset, run in block.placed():
        if run.kind is RunKind.MARK and run.note is not None:
            cuts[offset].insert(0, f"^{escaped(run.note)}^")
    out, at = [], 0
    for offset in sorted(cuts):
        out += [escaped(block.text[at:offset]), *cuts[offset]]
        at = offset
    return "".join([*out, escaped(block.text[at:])])
