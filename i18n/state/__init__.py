"""The door to what commands remember of a project between two runs: one SQLite file in ``.habar/``.

Everything in it can be found out again, so it may be deleted at any time. Nothing that is read from it is executed.
"""

from i18n.state.editions import Chosen, Editions, Row
from i18n.state.inputs import Inputs
from i18n.state.results import Names, Result, Results
from i18n.state.store import Store, opened

__all__ = ["Chosen", "Editions", "Inputs", "Names", "Result", "Results", "Row", "Store", "opened"]
