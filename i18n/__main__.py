"""``python -m i18n`` is ``habar``."""

from i18n.cli import main

main()
