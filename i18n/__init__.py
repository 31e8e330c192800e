"""habar: source bulletins in, translation catalogs in the middle, localized pages out.

The distribution and the command are called ``habar``; the import package is ``i18n``.
"""

__version__ = "0.1.0"
