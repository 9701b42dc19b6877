"""An event's codes in PLOVER, CAMEO, ACLED-style types and GED's types of violence, from one table (`kinds.toml`)."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from dateline.model import ActorKind, Codes, Status
from dateline.ontologies.table import Case, Row, axes, table

KINDS: tuple[str, ...] = tuple(table())
"""The names of all event kinds, in the table's order."""


def describe(kind: str) -> str:
    """One line on what `kind` is for; KeyError for a name that is not in `KINDS`."""
    return table()[kind].description


def codes(
    kind: str, status: Status, actor_kinds: Sequence[ActorKind | None], target_kinds: Sequence[ActorKind | None]
) -> Codes:
    """The codes of one event; party kinds are None for a party that is not known. KeyError for an unknown kind.

    `plover` has keys event, mode and auxiliary (future, hypothetical, negated or None), `acled` disorder_type,
    event_type and sub_event_type, `cameo` is a two-digit root, `ucdp` GED's type_of_violence (see `violence`).

    >>> codes("air_strike", "planned", ["military"], []).plover
    {'event': 'ASSAULT', 'mode': 'aerial', 'auxiliary': 'future'}
    """
    row, actors, targets = table()[kind], _known(actor_kinds), _known(target_kinds)
    case = next((c for c in row.cases if _holds(c, actors, targets)), Case())
    return Codes(
        plover=_plover(case.plover or row.plover, status),
        cameo=case.cameo or row.cameo,
        acled=_acled(case.acled or row.acled),
        ucdp=violence(actors, targets) if _is_violence(row, status) else None,
    )


def violence(actors: Collection[str], targets: Collection[str]) -> int | None:
    """GED's type_of_violence from the kinds of the two sides; None when they do not settle it.

    1 state-based: both sides armed, at least one a government. 2 non-state: both sides organised groups, no government.
    3 one-sided: an organised side against unarmed people. An unknown side settles nothing.
    """
    sides = axes()["sides"]
    armed = {*sides["government"], *sides["group"]}
    if not armed & set(actors):
        return None
    if armed & set(targets):
        return 1 if set(sides["government"]) & {*actors, *targets} else 2
    return 3 if set(sides["unarmed"]) & set(targets) else None


def _known(kinds: Sequence[ActorKind | None]) -> frozenset[str]:
    return frozenset(kind or "unknown" for kind in kinds)


def _holds(case: Case, actors: frozenset[str], targets: frozenset[str]) -> bool:
    return all(not wanted or wanted & kinds for wanted, kinds in ((case.actor, actors), (case.target, targets)))


def _is_violence(row: Row, status: Status) -> bool:
    return row.lethal and status in axes()["sides"]["happened"]


def _plover(code: str | None, status: Status) -> dict[str, str | None] | None:
    if code is None:
        return None
    event, _, mode = code.partition("/")
    return {"event": event, "mode": mode or None, "auxiliary": axes()["auxiliary"].get(status)}


def _acled(code: str | None) -> dict[str, str | None] | None:
    if code is None:
        return None
    type_, _, sub_type = code.partition(": ")
    disorder = axes()["disorder"]
    return {"disorder_type": disorder.get(code, disorder[type_]), "event_type": type_, "sub_event_type": sub_type}
