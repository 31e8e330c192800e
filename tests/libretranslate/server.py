"""Starts LibreTranslate's own server with stand-ins for its models, in the environment that has it installed.

The first argument is a file with texts and their translations, in JSON; all others go to the server.
"""

import json
import sys
from pathlib import Path

import libretranslate.init
from argostranslate import translate
from libretranslate import main

TEXTS = json.loads(Path(sys.argv.pop(1)).read_text(encoding="utf-8"))


class Known(translate.ITranslation):
    """A model that knows a few texts, and says the others once more."""

    def __init__(self, from_lang, to_lang):
        self.from_lang, self.to_lang = from_lang, to_lang

    def hypotheses(self, input_text, num_hypotheses=1):
        return [translate.Hypothesis(TEXTS.get(input_text, input_text), 0.0)] * num_hypotheses


LANGUAGES = [translate.Language(code, name) for code, name in (("en", "English"), ("tk", "Turkmen"), ("ru", "Russian"))]
for one in LANGUAGES:
    for other in LANGUAGES:
        if one is not other:
            known = Known(one, other)
            one.translations_from.append(known)
            other.translations_to.append(known)

translate.get_installed_languages = lambda: LANGUAGES
libretranslate.init.boot = lambda *_given: None
main()
