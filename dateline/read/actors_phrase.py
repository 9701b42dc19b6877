"""Which actor a phrase stands for: its head decides."""

from __future__ import annotations

from collections.abc import Sequence

from dateline.languages.en.actors import actor_words
from dateline.model import Actor, ActorKind
from dateline.read.actors_mentions import Mention
from dateline.read.actors_names import Token
from dateline.read.actors_registry import registry


class ActorPhrase:
    """A phrase's words and the actors named in it; read from a token on, as heads go."""

    def __init__(self, text: str, words: Sequence[Token], named: Sequence[Mention], found: Sequence[Actor]) -> None:
        self.text, self.words, self.found = text, words, found
        self.by_first = {one.first: one for one in named}
        self.lists = actor_words()

    def actor(self, start: int) -> str | None:
        """The actor of the phrase that begins at token `start`."""
        core, end, stop = self._core(start)
        if not core:
            return None
        if self._is_against(start):
            return None
        if stop == "join" and not self._same_after(core, end):
            return None
        head = core[-1]
        if isinstance(head, Mention):
            return None if stop == "comma" and self._is_list(head, end) else head.id
        return self._by_word(core, head, end, stop)

    def _by_word(self, core: list[Mention | Token], head: Token, end: int, stop: str) -> str | None:
        phrases = self.lists.phrases
        group = next((one for one in reversed(core) if isinstance(one, Mention)), None)
        belongs = head.plain in phrases["members"]
        if group is not None:
            return group.id if belongs and group.how in ("actor", "body", "person") else None
        if stop == "of" and (belongs or head.plain in phrases["amounts"] or self._body_of(head)):
            return self._of(head, end)
        if stop == "comma" and (head.text[0].isupper() or self._is_renamed(head, end)):
            return self.actor(end)
        return self._generic(core, head)

    def _is_renamed(self, head: Token, end: int) -> bool:
        """"the Kurdish militia, the YPG", "the women’s units (YPJ)": the same again by its name."""
        if end in self.by_first and "(" in self.text[self.words[end - 1].end : self.words[end].start]:
            return True
        if end < len(self.words) and self.words[end].plain in self.lists.phrases["cut"]:
            return False
        listed = any(word.plain in self.lists.phrases["joins"] for word in self.words[end:])
        return head.plain in self.lists.phrases["members"] and not listed

    def _of(self, head: Token, end: int) -> str | None:
        """"members of the SDF", "the government of Iraq", "hundreds of IS fighters"."""
        id, body = self.actor(end), self._body_of(head)
        known = registry().known.get(id or "")
        if id and id.endswith("-government") and body == "military":
            return id.removesuffix("government") + "military"
        if known and known.kind == "state" and body and f"{id}-{body}" in registry().known:
            return f"{id}-{body}"
        if known and body is None and known.id + "-government" in registry().known and head.plain not in ("hundreds",):
            return None
        return id

    def _body_of(self, head: Token) -> str | None:
        names = (name for name, body in self.lists.bodies.items() if head.plain in body.heads)
        return next(names, "government" if head.plain in self.lists.phrases["neutral"] else None)

    def _core(self, start: int) -> tuple[list[Mention | Token], int, str]:
        """The words up to where the kernel ends, the token after, and what ended it (of, comma, join, cut, end)."""
        core: list[Mention | Token] = []
        at, phrases = start, self.lists.phrases
        while at < len(self.words):
            if at > start and not self._is_near(at) and core:
                return core, at, "comma"
            if core and self.text[self.words[at].start - 1] == "/":
                return core, at, "join"
            one = self.by_first.get(at)
            word = self.words[at].plain
            if one and not self._is_done_by(one):
                core.append(one)
                at = one.last
                continue
            if one:
                at = one.last + 1
                continue
            if word in phrases["of"]:
                return core, at + 1, "of"
            if word in phrases["joins"]:
                return core, at + 1, "join"
            if word in phrases["done_by"] and core and self.text[self.words[at].start - 1] in "-‐‑":
                core.pop()
                at += 1
                continue
            if word in phrases["cut"] and core:
                return core, at, "cut"
            core.append(self.words[at])
            at += 1
        return core, at, "end"

    def _is_near(self, at: int) -> bool:
        gap = self.text[self.words[at - 1].end : self.words[at].start]
        if gap == ",":
            return True
        return "," not in gap and "(" not in gap and "–" not in gap and "—" not in gap

    def _is_done_by(self, one: Mention) -> bool:
        """"US-backed", "Kurdish-led": the actor is not what the phrase is about."""
        if one.last >= len(self.words) or self.words[one.last].plain not in self.lists.phrases["done_by"]:
            return False
        return self.text[self.words[one.last - 1].end] in "-‐‑– "

    def _is_against(self, start: int) -> bool:
        first = self.words[start].plain
        skip = start + 1 if first in ("a", "an", "the", "some", "two", "three", "several", "many") else start
        return skip < len(self.words) and self.words[skip].plain in self.lists.phrases["against"]

    def _same_after(self, core: list[Mention | Token], end: int) -> bool:
        """Whether the words after "and" name no other actor."""
        first = {one.id for one in core if isinstance(one, Mention)}
        rest = {one.id for one in self.by_first.values() if one.first >= end}
        return bool(first) and rest <= first and not self._has_nation(end)

    def _has_nation(self, start: int) -> bool:
        """Whether a nationality stands in the words from `start` on ("US and Russian citizens")."""
        hits = registry().names.find(self.text, self.words[start:])
        return any(hit.what.startswith("adjective:") for hit in hits)

    def _is_list(self, head: Mention, end: int) -> bool:
        """Whether the words after the comma name others too ("Turkey, the UN and aid groups"), not the same again."""
        others = any(one.first >= end and one.id != head.id and one.how != "person" for one in self.by_first.values())
        return (others or self._has_nation(end)) and any(word.plain in self.lists.phrases["joins"] for word in self.words[end:])

    def _generic(self, core: list[Mention | Token], head: Token) -> str | None:
        """"the army", "regime forces": the report's own, when it names exactly one."""
        words = [one.plain for one in core if isinstance(one, Token)]
        bare = [word for word in words if word not in ("the", "a", "an", "its", "s")]
        if bare in (["regime", "forces"], ["government", "forces"], ["government", "troops"], ["regime", "troops"]):
            return self._only("military") or self._military_of_only()
        if words[:1] != ["the"] or len(bare) != 1:
            return None
        return self._only(self.lists.generic.get(head.plain))

    def _only(self, body: str | None) -> str | None:
        if body is None:
            return None
        ids = [one.id for one in self.found if one.id.endswith(f"-{body}")]
        return ids[0] if len(ids) == 1 else None

    def _military_of_only(self) -> str | None:
        government = self._only("government")
        return government.removesuffix("government") + "military" if government else None

    def kind(self, start: int) -> ActorKind | None:
        """The kind by the head's word alone."""
        core, end, stop = self._core(start)
        head = core[-1] if core else None
        if not isinstance(head, Token):
            return None
        if stop == "of" and head.plain in self.lists.phrases["amounts"]:
            return self.kind(end)
        return self.lists.kinds.get(head.plain)  # type: ignore[return-value]
