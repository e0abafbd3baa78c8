"""What the window says in another language: the texts that are compiled into it."""
import gettext
import os
import pathlib
import subprocess
import tempfile


def translator(language):
    """english -> the same in `language`; fails on a word the window does not say."""
    if language == "en":
        return lambda english: english
    po = pathlib.Path(os.environ["OW_SOURCE_DIR"]) / "i18n/po" / f"{language}.po"
    with tempfile.NamedTemporaryFile(suffix=".mo") as compiled:
        subprocess.run(["msgfmt", "-o", compiled.name, po], check=True)
        texts = gettext.GNUTranslations(open(compiled.name, "rb"))

    def say(english):
        said = texts.gettext(english)
        assert said != english or not english.isascii(), f"the window does not say {english!r}"
        return said
    return say
