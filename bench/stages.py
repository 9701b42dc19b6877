"""Where the time of a reading goes: each stage's functions are timed, less what they spend in another stage."""

from __future__ import annotations

import importlib
import sys
from collections import defaultdict
from collections.abc import Callable
from functools import wraps
from time import perf_counter
from typing import Any

# Stage → functions, "module:name" or "module:Class.name". What is in none is "the rest".
STAGES = {
    "zones": ["dateline.clean:clean"],
    "sentences": ["dateline.read.sentences:split_sentences"],
    "words": ["dateline.read.words:words_of"],
    "encode": ["dateline.read.network:OnnxNetwork.first", "dateline.read.network:OnnxNetwork.second"],
    "decode": ["dateline.read.packing:label", "dateline.read.draft:draft"],
    "claims": ["dateline.read.claims:read_claims", "dateline.read.quotes:quoted"],
    "events": ["dateline.read.events:read_events"],
    "places": ["dateline.read.cells:read_places"],
    "times": ["dateline.read.cells:read_times"],
    "figures": ["dateline.read.cells:read_figures"],
    "actors": ["dateline.read.actors:find_actors"],
}


class Clock:
    """Seconds by stage, each second in one stage only."""

    def __init__(self) -> None:
        self.seconds: dict[str, float] = defaultdict(float)
        self.missing: list[str] = []
        self._inner: list[float] = []

    def wrap(self, stage: str, function: Callable[..., Any]) -> Callable[..., Any]:
        """The function, timed."""

        @wraps(function)
        def timed(*args: Any, **kwargs: Any) -> Any:
            self._inner.append(0.0)
            start = perf_counter()
            try:
                return function(*args, **kwargs)
            finally:
                spent = perf_counter() - start
                self.seconds[stage] += spent - self._inner.pop()
                if self._inner:
                    self._inner[-1] += spent

        return timed

    def install(self) -> None:
        """Wraps every stage's functions, also where another module took them by name; unknown ones go to `missing`."""
        for stage, names in STAGES.items():
            for name in names:
                if not self._install(stage, name):
                    self.missing.append(name)

    def _install(self, stage: str, name: str) -> bool:
        module, _, path = name.partition(":")
        *outer, last = path.split(".")
        try:
            owner: Any = importlib.import_module(module)
            for part in outer:
                owner = getattr(owner, part)
            function = getattr(owner, last)
        except (ImportError, AttributeError):
            return False
        timed = self.wrap(stage, function)
        setattr(owner, last, timed)
        for other in [m for key, m in sys.modules.items() if key.startswith("dateline") and not outer]:
            for attribute in [key for key, value in vars(other).items() if value is function]:
                setattr(other, attribute, timed)
        return True
