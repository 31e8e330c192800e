"""Images and attachments from the folder beside a bulletin to its pages; and everything that keeps one from them."""

from __future__ import annotations

import hashlib
import os
import re
import shutil
from pathlib import Path

import pytest

from i18n import state
from i18n.workflow import build, check, extract, mediafiles
from i18n.workflow.keeping import edition

PHOTO = (Path(__file__).parents[1] / "images" / "data" / "small.jpg").read_bytes()
DIGEST = hashlib.sha256(PHOTO).hexdigest()[:12]
BULLETIN = "2024-03-01-fair"
FOLDER = f"sources/{BULLETIN}"
MEDIA = "media/2024/03/01/fair"
PAGE = "en/2024/03/01/fair/index.html"
SETTINGS = """
[[image]]
file = "hall.jpg"
alt = "A hall with flags."
caption = "The hall on 1 March. It is in Mary."
credit = "Photo: <MFA>"

[[image]]
file = "stands.jpg"
alt = "Stands"

[[attachment]]
file = "plan.pdf"
title = "Plan of the fair"
language = "ru"
"""


@pytest.fixture
def fair(ministry):
    """The fair with two images and an attachment."""
    ministry.write(f"{FOLDER}/hall.jpg", PHOTO)
    ministry.write(f"{FOLDER}/stands.jpg", PHOTO)
    ministry.write(f"{FOLDER}/plan.pdf", b"%PDF-1.4 ...")
    ministry.write(f"sources/{BULLETIN}.toml", SETTINGS)
    assert extract.run(ministry.project).problems == []
    return ministry


def page(place, name=PAGE) -> str:
    return place.read(f"output/{name}").decode()


def codes(problems) -> list[str]:
    return [found.code for found in problems]


def test_images_and_attachments_are_on_the_page(fair):
    report = build.run(fair.project)
    assert report.problems == []
    photo, text = f"../../../../../{MEDIA}/hall.{DIGEST}.jpg", page(fair)
    assert (
        '<div class="body">\n<figure class="picture">\n'
        f'<img src="{photo}" width="24" height="16" alt="A hall with flags.">\n'
        "<figcaption>The hall on 1\u00a0March. It is in Mary. "
        '<small class="credit">Photo: &lt;MFA&gt;</small></figcaption>\n</figure>\n<p id="p1">A fair'
    ) in text
    assert (
        f'{MEDIA}/stands.{DIGEST}.jpg" width="24" height="16" alt="Stands" loading="lazy">\n</figure>\n<section' in text
    )
    assert re.search(
        r'<a href="[^"]*/plan\.\w{12}\.pdf" type="application/pdf" hreflang="ru">Plan of the fair</a>', text
    )
    assert '<small>PDF · 1\u00a0kB · <span lang="ru">Русский</span></small>' in text
    assert fair.read(f"output/{MEDIA}/hall.{DIGEST}.jpg") == PHOTO
    assert build.run(fair.project).written == 0


def test_words_of_images_are_translated_and_credits_are_not(fair):
    catalog = f"locales/ru/LC_MESSAGES/{BULLETIN}.po"
    words = {
        "A hall with flags.": "Зал с флагами.",
        "The hall on 1 March.": "Зал 1 марта.",
        "It is in Mary.": "Он находится в Мары.",
        "Stands": "Стенды",
        "Plan of the fair": "План ярмарки",
    }
    text = fair.read(catalog).decode()
    for msgid, msgstr in words.items():
        text = text.replace(f'msgid "{msgid}"\nmsgstr ""', f'msgid "{msgid}"\nmsgstr "{msgstr}"')
    fair.write(catalog, text)
    build.run(fair.project)
    russian = page(fair, PAGE.replace("en/", "ru/"))
    assert 'alt="Зал с флагами."' in russian
    assert 'Зал 1\u00a0марта. Он находится в\u00a0Мары. <small class="credit" lang="en">Photo: &lt;MFA&gt;' in russian
    assert ">План ярмарки</a>" in russian
    assert f"hall.{DIGEST}.jpg" in russian


def test_a_page_with_images_that_are_not_described_in_its_language_says_so(fair):
    fair.write("habar.toml", fair.read("habar.toml").decode() + "gate = 0\n")
    build.run(fair.project)
    russian = page(fair, PAGE.replace("en/", "ru/"))
    assert 'alt="A hall with flags." lang="en"' in russian
    assert 'hreflang="ru" lang="en">Plan of the fair</a>' in russian


def test_the_table_knows_the_images(fair):
    build.run(fair.project)
    with state.opened(fair.root) as store:
        row = edition(state.Editions(store).of(BULLETIN)[0].data)
    assert [(image.address, image.type, image.size, image.width, image.height) for image in row.images] == [
        (f"{MEDIA}/hall.{DIGEST}.jpg", "image/jpeg", len(PHOTO), 24, 16),
        (f"{MEDIA}/stands.{DIGEST}.jpg", "image/jpeg", len(PHOTO), 24, 16),
    ]
    assert (row.images[0].alt, row.images[0].credit) == ("A hall with flags.", "Photo: <MFA>")


def test_another_photo_has_another_address_and_the_old_one_goes_with_the_old_page(fair):
    build.run(fair.project)
    fair.write(f"{FOLDER}/hall.jpg", PHOTO[:-2] + b"\0\xff\xd9")
    report = build.run(fair.project)
    assert report.removed == [f"{MEDIA}/hall.{DIGEST}.jpg"]
    assert f"hall.{DIGEST}" not in page(fair)


# What keeps a bulletin back -----------------------------------------------------------------------


def wrong(place, settings: str) -> list[str]:
    """The messages of a build with these settings. Nothing of the bulletin is in the output."""
    place.write(f"sources/{BULLETIN}.toml", settings)
    report = build.run(place.project)
    assert not [name for name in place.files("output") if "fair" in name]
    checked = check.run(place.project, [BULLETIN])
    assert set(map(str, report.problems)) <= set(map(str, checked.problems))
    return [str(found) for found in report.problems]


def image(file: str, alt: str = 'alt = "A hall"') -> str:
    return f"[[image]]\nfile = {file!r}\n{alt}\n"


def test_an_image_needs_a_text(fair):
    assert wrong(fair, "\n" + image("hall.jpg", "")) == [
        f"sources/{BULLETIN}.toml:2: error H330: the image hall.jpg has no text for those who cannot see it"
    ]


@pytest.mark.parametrize(
    "name", ["../x.jpg", "..", ".", "a/b.jpg", "/etc/passwd", "C:x.jpg", "a\\\\b.jpg", "%2e%2e", "%2e%2e%2fx"]
)
def test_names_that_lead_out(fair, name):
    (message,) = wrong(fair, image("hall.jpg") + image(name).replace("'", '"'))
    assert message.startswith(f"sources/{BULLETIN}.toml:4: error H332:")


def test_links_that_lead_out(fair, tmp_path):
    (tmp_path / "secret.jpg").write_bytes(PHOTO)
    (fair.root / FOLDER / "link.jpg").symlink_to(tmp_path / "secret.jpg")
    (message,) = wrong(fair, image("link.jpg"))
    assert "error H332" in message
    assert "link that leads out" in message


def test_an_image_whose_name_only_looks_like_the_one_that_was_written(fair):
    fair.write(f"{FOLDER}/zal-и\u0306.jpg", PHOTO)
    fair.write(f"sources/{BULLETIN}.toml", image("zal-й.jpg"))
    (found,) = [found for found in build.run(fair.project).problems if found.code == "H331"]
    assert found.hint.startswith("there is one that looks alike")


@pytest.mark.parametrize("name", ["hal.jpg", "HALL.JPG"])
def test_a_missing_image_is_named_with_one_like_it(name, fair):
    fair.write(f"sources/{BULLETIN}.toml", image(name))
    (found,) = build.run(fair.project).problems
    assert (found.code, found.hint) == ("H331", "did you mean 'hall.jpg'?")
    assert (found.place.path, found.place.line) == (f"sources/{BULLETIN}.toml", 1)


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>", "H333"),
        (b"", "H333"),
        (PHOTO[:300], "H333"),
        (b"GIF89a\xff\xff\xff\xff", "H334"),
        (PHOTO + bytes(mediafiles.LARGEST_IMAGE), "H334"),
    ],
)
def test_images_that_cannot_be_used(fair, data, code):
    fair.write(f"{FOLDER}/bad.jpg", data)
    (message,) = wrong(fair, image("bad.jpg"))
    assert message.startswith(f"{FOLDER}/bad.jpg: error {code}:")


@pytest.mark.parametrize(
    ("name", "data"), [("a.html", b"<script>"), ("a.svg", b"<svg/>"), ("a.pdf", b"<html>"), ("a", b"")]
)
def test_files_that_cannot_be_attached(fair, name, data):
    fair.write(f"{FOLDER}/{name}", data)
    (message,) = wrong(fair, f'[[attachment]]\nfile = "{name}"\ntitle = "A file"\n')
    assert f"{FOLDER}/{name}: error H337" in message


@pytest.mark.parametrize(
    ("settings", "said"),
    [
        ("image = 3\n", "image must be a part of its own, which begins with [[image]]"),
        ('[[image]]\nalt = "x"\n', "image must be complete: each [[image]] needs file = ..."),
        ('[[attachment]]\nfile = "x"\n', "attachment must be complete: each [[attachment]] needs title = ..."),
        ('[[image]]\nfile = "x"\nalternative = "x"\n', "image.alternative must be left out"),
        ('[[image]]\nfile = ""\n', "image.file must be a text"),
    ],
)
def test_settings_that_are_wrong(fair, settings, said):
    assert said in " ".join(wrong(fair, settings))


# Around it ----------------------------------------------------------------------------------------


def test_what_nothing_mentions_is_warned_of(fair):
    fair.write(f"{FOLDER}/other.jpg", PHOTO)
    fair.write("sources/2024-03-09-nothing/photo.jpg", PHOTO)
    found = {(problem.code, problem.place.path) for problem in check.run(fair.project).problems}
    assert ("H336", f"{FOLDER}/other.jpg") in found
    assert ("H338", "sources/2024-03-09-nothing") in found
    assert not {path for code, path in found if code in ("H118", "H336")} - {f"{FOLDER}/other.jpg"}


MARKDOWN = """# A hall

Here is ![A hall](hall.jpg) in a text.

![Another hall](2024-03-05-hall/h%20all.jpg "With a title")

![Elsewhere](https://example.org/x.jpg)
"""
HTML = """<html><body><h1>A hall</h1>
<p>Here is <img src="hall.jpg" alt="A hall"> in a text.</p>
<p><img src="./h%20all.jpg" alt="Another hall"> Text.</p>
<figure><img src="hall.jpg" alt="A third"><figcaption>Below.</figcaption></figure>
<nav><img src="missing.jpg"></nav>
<img src="https://example.org/x.jpg">
</body></html>
"""


@pytest.mark.parametrize(("name", "text", "count"), [("a.md", MARKDOWN, 2), ("a.html", HTML, 3)])
def test_images_in_the_text(workplace, name, text, count):
    source = name.replace("a.", "2024-03-05-hall.")
    workplace.write(f"sources/{source}", text)
    workplace.write("sources/2024-03-05-hall/hall.jpg", PHOTO)
    workplace.write("sources/2024-03-05-hall/h all.jpg", PHOTO)
    report = build.run(workplace.project)
    assert report.problems == []
    shown = page(workplace, "en/2024/03/05/hall/index.html")
    body = shown.partition('<div class="body">')[2].partition("<footer")[0]
    assert len(re.findall(rf'<img src="[./]*/media/2024/03/05/hall/h-?all\.{DIGEST}\.jpg" width="24"', body)) == count
    assert "example.org" not in body
    assert "missing" not in body
    assert "\2" not in shown
    assert "<p></p>" not in body
    found = check.run(workplace.project).problems
    assert codes(found).count("H335") == 1


@pytest.mark.parametrize(
    ("name", "text", "line"),
    [
        ("a.md", "# T\n\nText.\n\n![](hall.jpg)\n", 5),
        ("a.md", "# T\n\nText.\n\nA ![ ](hall.jpg) b\n", 5),
        ("a.html", "<h1>T</h1>\n<p>Text</p>\n<p><img src='hall.jpg'></p>", 3),
        ("a.html", "<h1>T</h1>\n<p>Text</p>\n<p>a <img src='hall.jpg' alt=''> b</p>", 3),
    ],
)
def test_images_in_the_text_need_a_text(workplace, name, text, line):
    source = f"sources/{name.replace('a.', '2024-03-05-hall.')}"
    workplace.write(source, text)
    workplace.write("sources/2024-03-05-hall/hall.jpg", PHOTO)
    (found,) = build.run(workplace.project).problems
    assert (found.code, str(found.place)) == ("H330", f"{source}:{line}")


def test_links_and_things_that_are_no_files(fair, tmp_path):
    """A loop of links, a folder, a pipe, a name that no system knows, a folder that is a link."""
    place = fair.root / FOLDER
    (place / "loop.jpg").symlink_to(place / "loop.jpg")
    (place / "folder.jpg").mkdir()
    os.mkfifo(place / "pipe.jpg")
    for name in ("loop.jpg", "folder.jpg", "pipe.jpg", "x" * 300 + ".jpg"):
        (message,) = wrong(fair, image(name))
        assert re.match(r".*: error (H331|H332|H501): ", message)
    shutil.move(place, tmp_path / "elsewhere")
    place.symlink_to(tmp_path / "elsewhere")
    (message,) = wrong(fair, image("hall.jpg"))
    assert "link that leads out" in message


def test_an_attachment_that_tells_more_than_is_meant_is_warned_of(fair):
    told = "readers can find out more than is meant: it names Maral as its author and holds comments"
    expected = [("H394", f"{FOLDER}/plan.pdf", told)]
    fair.write(f"{FOLDER}/plan.pdf", b"%PDF-1.4 /Author (Maral) /Subtype /Text")
    for found in (build.run(fair.project), build.run(fair.project), check.run(fair.project)):
        assert [
            (each.code, each.place.path, each.message) for each in found.problems if each.code == "H394"
        ] == expected
    fair.write("habar.toml", fair.read("habar.toml").decode() + '[publisher]\nru = "Maral"\n')
    assert [each.message for each in build.run(fair.project).problems] == [
        told.replace("names Maral as its author and ", "")
    ]
    fair.write(f"sources/{BULLETIN}.toml", "[withdrawn]\ndate = 2024-03-09\n" + SETTINGS)
    assert build.run(fair.project).problems == []


def test_an_image_that_changes_while_the_site_is_built(fair, monkeypatch):
    changed = []

    def press(*arguments, files=build.publish.page_files):
        fair.write(f"{FOLDER}/hall.jpg", PHOTO[:-2] + bytes([len(changed)]) + PHOTO[-2:])
        changed.append(1)
        return files(*arguments)

    monkeypatch.setattr(build.publish, "page_files", press)
    report = build.run(fair.project)
    assert "H333" in codes(report.problems)


def test_a_build_sees_what_happens_in_the_folder(fair):
    """Each build after the first makes again what an image, missing before or gone since, is in."""
    (fair.root / FOLDER / "hall.jpg").unlink()
    assert codes(build.run(fair.project).problems) == ["H331"]
    fair.write(f"{FOLDER}/hall.jpg", PHOTO)
    assert build.run(fair.project).problems == []
    assert f"hall.{DIGEST}" in page(fair)
    fair.write(f"{FOLDER}/stands.jpg", PHOTO[:-2] + b"\0\xff\xd9")
    assert build.run(fair.project).removed == [f"{MEDIA}/stands.{DIGEST}.jpg"]
    (fair.root / FOLDER / "plan.pdf").unlink()
    before = fair.files("output")
    assert codes(build.run(fair.project).problems) == ["H331", "H383"]
    assert fair.files("output") == before  # with the plan that readers have


def test_readers_are_not_told_where_a_photo_was_taken(fair):
    told = Path(__file__).parents[1] / "images" / "data"
    data, clean = ((told / name / "photo.jpg").read_bytes() for name in ("told", "cleaned"))
    fair.write(f"{FOLDER}/hall.jpg", data)
    assert build.run(fair.project).problems == []
    digest = hashlib.sha256(clean).hexdigest()[:12]
    assert fair.read(f"output/{MEDIA}/hall.{digest}.jpg") == clean
    assert [name for name, made in fair.files("output").items() if b"Secret" in made] == []
    assert fair.read(f"{FOLDER}/hall.jpg") == data
    assert f'src="../../../../../{MEDIA}/hall.{digest}.jpg" width="16" height="24"' in page(fair)


@pytest.mark.parametrize(
    "tag",
    ['<img src="hall.jpg" alt="A hall">', "Text <IMG\nsrc='hall.jpg'/> in it.", "<figure>\n<img src=x>\n</figure>"],
)
def test_an_image_tag_in_markdown_is_not_missed_without_a_word(workplace, tag):
    workplace.write("sources/2024-03-05-hall.md", f"# A hall\n\nText.\n\n{tag}\n")
    found = [problem for problem in check.run(workplace.project).problems if problem.code == "H339"]
    assert [str(problem.place) for problem in found] == ["sources/2024-03-05-hall.md:5"]
    assert "H339" not in codes(build.run(workplace.project).problems)
