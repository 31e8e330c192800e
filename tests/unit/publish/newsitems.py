"""Judges of news items: the schemas of NewsML-G2 and NITF together, and habar's own rules on top."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from pathlib import Path

from lxml import etree

G2 = "{http://iptc.org/std/nar/2006-10-01/}"
NITF = "{http://iptc.org/std/NITF/2006-10-18/}"
LANG = "{http://www.w3.org/XML/1998/namespace}lang"
CATALOGS = {
    # Aliases of schemes that stand in the catalog, as far as habar uses them.
    "http://www.iptc.org/std/catalog/catalog.IPTC-G2-Standards_41.xml": {"ninat", "stat", "drol"},
}
BOTH = """<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema">
<xs:import namespace="http://iptc.org/std/nar/2006-10-01/" schemaLocation="{folder}/NewsML-G2_2.35-spec-All-Power.xsd"/>
<xs:import namespace="http://iptc.org/std/NITF/2006-10-18/" schemaLocation="{folder}/nitf-3-6.xsd"/>
</xs:schema>"""


@cache
def schema(folder: Path) -> etree.XMLSchema:
    """Both schemas: NewsML-G2 by itself would let any XML pass for the text."""
    return etree.XMLSchema(etree.fromstring(BOTH.format(folder=folder.as_uri())))


def faults(folder: Path, data: bytes) -> list[str]:
    """What the schemas and the own rules find."""
    tree = etree.fromstring(data)
    judge = schema(folder)
    judge.validate(tree)
    return [str(found) for found in judge.error_log] + list(own_faults(tree))


def own_faults(item: etree._Element) -> Iterator[str]:
    """What the schemas do not ask for."""
    locale = item.get(LANG)
    known = set().union(*(CATALOGS.get(ref.get("href"), set()) for ref in item.iterfind(G2 + "catalogRef")))
    codes = {node.get(name) for node in item.iter() for name in ("qcode", "rel", "role") if node.get(name)}
    if not known:
        yield "no catalog"
    yield from (f"{code}: not in the catalog" for code in sorted(codes) if code.partition(":")[0] not in known)
    guid = item.get("guid")
    if not guid.startswith("tag:") or f":{locale}/" not in guid:
        yield f"{guid}: no name with the language"
    if [node.get("tag") for node in item.iterfind(f"{G2}contentMeta/{G2}language")] != [locale]:
        yield "another language inside"
    status = [node.get("qcode") for node in item.iterfind(f"{G2}itemMeta/{G2}pubStatus")]
    if status not in (["stat:usable"], ["stat:canceled"]):
        yield f"{status}: no status"
    if not int(item.get("version", "0")):
        yield "no version"
    headline = item.findtext(f"{G2}contentMeta/{G2}headline")
    for body in item.iter(NITF + "body"):
        if body.get(LANG) != locale:
            yield "the text is in another language"
        if [node.text for node in body.iter(NITF + "hl1")] != [headline]:
            yield "another headline above the text"
        blocks = [node for node in body.iter(*(NITF + name for name in ("p", "hl2", "li"))) if not node.get("id")]
        if blocks:
            yield "a paragraph without its id"
    if (status == ["stat:usable"]) != bool(list(item.iter(NITF + "body"))):
        yield "a text where there is none, or none where there is one"
