"""What a project decided about the checks, from its settings, its glossary and its rules."""

from __future__ import annotations

from i18n import files
from i18n.checks import HouseRule, Policy, load_house_rules, tried
from i18n.config import Project
from i18n.encoding import Codes, decode
from i18n.model import Place
from i18n.problems import HabarError, Problem
from i18n.workflow import rules, terms


def load(project: Project, problems: list[Problem] | None = None) -> Policy:
    """The project's decisions.

    :param problems: where rows of the glossary that cannot be read are told; None: they stop the command.

    :raises HabarError: H279, the glossary cannot be read; H121 to H127 with every fault of the rules.
    """
    wrong: list[Problem] = [] if problems is None else problems
    base = terms.base(project, wrong)
    if problems is None and wrong:
        raise HabarError(*wrong)
    return Policy(project.levels, base, house_rules(project))


def house_rules(project: Project) -> tuple[HouseRule, ...]:
    """The rules in ``rules/checks.toml``; none where there is no such file.

    :raises HabarError: H121 to H127 with every fault of the file.
    """
    name = f"{rules.FOLDER}/{rules.CHECKS}"
    data = files.read_if_there(project.root / name, name)
    if data is None:
        return ()
    return load_house_rules(decode(data, name, Codes(empty="H121", not_utf8="H121", nul="H121")).text, Place(name))


def try_rules(project: Project) -> tuple[int, int, list[Problem]]:
    """How many rules the project has of its own, how many examples they have, and those that come out otherwise."""
    found = house_rules(project)
    wrong = [one for rule in found for one in tried(rule)]
    return len(found), sum(len(rule.examples) for rule in found), wrong
