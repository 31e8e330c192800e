"""Images of a bulletin in the files for machines: each says the same of them, whatever their texts hold."""

from __future__ import annotations

import json

import feedparser
import html5lib
import pytest
from jsonschema import Draft202012Validator
from lxml import etree

from i18n.publish import Excerpt, Leaf, Press, Slice
from i18n.publish.alternates import Illustration
from i18n.publish.atom import feed
from i18n.publish.newsml import newsml
from i18n.publish.ninjs import ninjs
from i18n.publish.page import page
from tests.conftest import shared
from tests.unit.publish.newsitems import LANG, NITF, faults
from tests.unit.publish.test_publish_newsitems import PROFILE

BASE = "https://news.example.org/mfa/"
TEXTS = ["A hall", '</script> "quoted" & <b>', "]]>", "%(body)s", "raw", "\u202e"]


def illustrated(example, *images):
    leaf = example.leaf(example.localized[0])
    row = tuple(each._replace(images=images) if each.locale == "en" else each for each in leaf.row)
    return Leaf(leaf.localized, row)


def image(number, alt="", credit="", caption=""):
    return Illustration(
        f"media/2024/01/23/x/{number}.0123456789ab.jpg", "image/jpeg", 2048, 640, 480, alt, "", credit, caption
    )


@pytest.mark.parametrize("text", TEXTS)
def test_every_format_says_the_same_of_an_image(online, text):
    leaf = illustrated(online, image(1, text, f"Photo: {text}", f"Below: {text}"), image(2))
    press, address = Press(online.site, {}), leaf.edition.address
    wanted = [(f"{BASE}media/2024/01/23/x/{number}.0123456789ab.jpg", "image/jpeg", 640, 480) for number in (1, 2)]

    tree = html5lib.parse(page(press, leaf)[address + "index.html"], namespaceHTMLElements=False)
    pairs = [(node.get("property"), node.get("content")) for node in tree.iterfind("head/meta[@property]")]
    facts = [[value for key, value in pairs if key == name] for name in
             ("og:image", "og:image:type", "og:image:width", "og:image:height")]  # fmt: skip
    assert [(href, kind, int(width), int(height)) for href, kind, width, height in zip(*facts, strict=True)] == wanted
    assert [value for key, value in pairs if key == "og:image:alt"] == [text]
    told = json.loads(tree.findtext("head/script"))["image"]
    assert [(each["url"], "image/jpeg", each["width"], each["height"]) for each in told] == wanted
    assert [(each.get("caption"), each.get("description"), each.get("creditText")) for each in told] == [
        (f"Below: {text}", text, f"Photo: {text}"),
        (None, None, None),
    ]

    made = newsml(press, leaf)[address + "newsml.xml"]
    assert faults(shared("schemas"), made) == []
    media = list(etree.fromstring(made).iter(NITF + "media"))
    references = [each.find(NITF + "media-reference") for each in media]
    assert [
        (each.get("source"), each.get("mime-type"), int(each.get("width")), int(each.get("height")))
        for each in references
    ] == wanted
    assert [each.get("alternate-text") for each in references] == [text, None]
    assert [each.findtext(NITF + "media-caption") for each in media] == [f"Below: {text}", None]
    assert [each.findtext(NITF + "media-producer") for each in media] == [f"Photo: {text}", None]

    other = json.loads(ninjs(press, leaf)[address + "ninjs.json"])
    assert list(Draft202012Validator(json.loads(PROFILE.read_text(encoding="utf-8"))).iter_errors(other)) == []
    shown = [each for each in other["associations"] if each["type"] == "picture"]
    files = [each["renditions"][0] for each in shown]
    assert [(each["href"], each["contentType"], each["width"], each["height"]) for each in files] == wanted
    assert {each["sizeInBytes"] for each in files} == {2048}
    assert [[one["value"] for one in each.get("descriptions", ())] for each in shown] == [[f"Below: {text}"], []]
    assert [(each["name"], each.get("by")) for each in shown] == [(text, f"Photo: {text}"), (wanted[1][0], None)]


def test_what_is_not_translated_of_an_image_says_its_language(online):
    shown = image(1, "Зал", "", "Зал до открытия")._replace(alt_locale="ru", caption_locale="ru")
    leaf = illustrated(online, shown)
    press, address = Press(online.site, {}), leaf.edition.address
    tree = html5lib.parse(page(press, leaf)[address + "index.html"], namespaceHTMLElements=False)
    [told] = json.loads(tree.findtext("head/script"))["image"]
    assert told["caption"] == {"@value": "Зал до открытия", "@language": "ru"}
    assert told["description"] == {"@value": "Зал", "@language": "ru"}
    made = newsml(press, leaf)[address + "newsml.xml"]
    assert faults(shared("schemas"), made) == []
    media = etree.fromstring(made).find(f".//{NITF}media")
    assert [media.find(NITF + name).get(LANG) for name in ("media-reference", "media-caption")] == ["ru", "ru"]
    other = json.loads(ninjs(press, leaf)[address + "ninjs.json"])
    assert list(Draft202012Validator(json.loads(PROFILE.read_text(encoding="utf-8"))).iter_errors(other)) == []
    assert [each["language"] for each in other["associations"] if each["type"] == "picture"] == ["ru"]


def test_a_feed_encloses_the_images(online):
    leaf = illustrated(online, image(1, "A hall"), image(2))
    [data] = feed(Press(online.site, {}), Excerpt(Slice("en"), (leaf.edition,), {})).values()
    [entry] = feedparser.parse(data).entries
    assert [(each.type, each.length, each.href.rpartition("/")[2]) for each in entry.enclosures] == [
        ("image/jpeg", "2048", "1.0123456789ab.jpg"),
        ("image/jpeg", "2048", "2.0123456789ab.jpg"),
    ]
