"""Sentences: "|" marks where one must end."""

from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.model import Span, Zone
from dateline.read.paragraphs import paragraphs
from dateline.read.sentences import split_sentences

SHARED = Path(__file__).resolve().parents[3] / "shared"

ONE_PARAGRAPH = [
    "The convoy left Tarma at dawn.|Nobody stopped it.",
    "Gen. Adan met Lt. Col. Musa Idris on Feb. 3 near St. Anne.|He left.",
    "Col. John F. Okello and Mr. J. K. Deng spoke.|The U.S. Army did not.",
    "They flew to the U.S.|The raid was over.",
    "They crossed at 9 p.m. on Monday.|Fire fell until 4 a.m.|Residents hid.",
    "It began at 11 p.m. Monday.|It ended at 2 p.m. GMT.|Then it rained.",
    "Some 3.5 tons were found.|In all 12 died in 2018.|Another 40 fled.",
    "See No. 7 and p. 12.|No. 7 fell first.",
    "The firm Sadir Ltd. said no.|Guards came from Sadir Co.|The town slept.",
    "“They left privately.”|He added nothing.",
    "“They left,” he said.|“We stayed.”",
    "“They left. We stayed. Nobody came,” he said.|Then he wept.",
    '"They left. We stayed," he said.|"It was dark."',
    '"They left."|He turned.',
    "“Who fired?” Adan asked.|“Run!” she cried.",
    "“Who fired?” the colonel asked.",
    "Who fired?|Nobody knows!|The colonel left.",
    "It ended …|The men went home ... and slept.",
    "The men (all from Tarma.) left.|(Nobody saw them.)|They hid.",
    "The raid failed.|al-Saif said so.|The town of al-Saif fell.",
    "They shelled Tarma.|The town burned.|See www.example.Org for more.",
    "He wrote to adan@tarma.Net and left.",
    "1. The town fell.|2. The army left.",
    "Findings:|• two dead|• six hurt",
    "Strikes were made.|. Near Tarma, two struck.|. Near Saif, one did.",
    "The town fell.[3]|The army left. [4][5]|It rained.",
    '" We fled, " he said. " It was dark. "|He left.',
    "WALDA, W.Va. - The mine closed.",
    "He came from Sadir, i.e. the north, with Dr. Idris et al. and slept.",
    "“The war is over.|We won.|He said nothing else about it.",
    "It is No. 1.|No one else came.",
]


def pieces(marked):
    """The text of a marked case, and the sentences wanted."""
    parts = marked.split("|")
    glued = {"They shelled Tarma."}
    text = parts[0]
    for before, part in pairwise(parts):
        text += part if before in glued else f" {part}"
    return text, parts


@pytest.mark.parametrize("marked", ONE_PARAGRAPH)
def test_one_paragraph(marked):
    text, wanted = pieces(marked)
    assert [span.of(text) for span in split_sentences(text)] == wanted


def test_a_blank_line_ends_a_sentence_with_or_without_a_stop():
    text = "Clashes near Tarma\n\nBy Musa Idris\n \n“We fled\n\n“It was dark,” he said."
    assert [span.of(text) for span in split_sentences(text)] == [
        "Clashes near Tarma", "By Musa Idris", "“We fled", "“It was dark,” he said.",
    ]  # fmt: skip


def test_a_paragraph_a_line():
    text = "Clashes near Tarma\nBy Musa Idris\nThe town fell. The army left\nNobody stayed."
    assert [span.of(text) for span in split_sentences(text)] == [
        "Clashes near Tarma", "By Musa Idris", "The town fell.", "The army left", "Nobody stayed.",
    ]  # fmt: skip


def test_lines_wrapped_to_a_width_are_not_cut():
    text = (
        "The convoy left Tarma at dawn and reached the river by noon, where the\n"
        "men of Colonel Adan had been waiting since the night before. Nobody in\n"
        "Tarma saw it pass, a resident said.\n"
        "The river was high and the bridge at Saif had been blown up, so that\n"
        "they turned back."
    )
    assert [" ".join(span.of(text).split()) for span in split_sentences(text)] == [
        "The convoy left Tarma at dawn and reached the river by noon, where the men of Colonel Adan had been waiting "
        "since the night before.",
        "Nobody in Tarma saw it pass, a resident said.",
        "The river was high and the bridge at Saif had been blown up, so that they turned back.",
    ]


def test_a_list_is_cut_at_its_lines():
    text = "Among the dead:\n- two soldiers of the brigade\n- a driver\n- one child from the town of Tarma, aged nine"
    assert len(split_sentences(text)) == 4


def test_a_quotation_carried_over_paragraphs_keeps_each_paragraph_whole():
    text = "“We fled. It was dark.\n\n“Nobody came. We walked,” he said. He wept."
    assert [span.of(text) for span in split_sentences(text)] == [
        "“We fled. It was dark.", "“Nobody came. We walked,” he said.", "He wept.",
    ]  # fmt: skip


def test_a_mark_that_never_closes_does_not_swallow_the_paragraph():
    text = "He said “we fled. It was dark. Nobody came.\n\nThe army left."
    assert len(split_sentences(text)) == 4


def test_zones_are_edges():
    text = "TARMA (Reuters) — The town fell. Read more"
    zones = (Zone("dateline", Span(0, 17)), Zone("body", Span(18, 32)), Zone("boilerplate", Span(33, 42)))
    assert [span.of(text) for span in split_sentences(text, zones)] == [
        "TARMA (Reuters) —", "The town fell.", "Read more",
    ]  # fmt: skip


def test_nothing_has_no_sentences():
    assert split_sentences("") == split_sentences(" \n\n\t ") == paragraphs("\n") == []


ALPHABET = st.sampled_from([*"aA1 .?!…\n\t\"'“”‘’()[]-–•:,/@é\u00a0\u200f", "\n\n", "Gen.", " U.S. ", " said ", "''"])


@given(st.lists(ALPHABET, max_size=80).map("".join))
def test_sentences_hold_all_words_in_order(text):
    position = 0
    for span in split_sentences(text):
        assert position <= span.start < span.end <= len(text)
        assert not text[position : span.start].strip()
        assert span.of(text) == span.of(text).strip()
        position = span.end
    assert not text[position:].strip()


@given(st.text(max_size=200))
def test_any_text_is_split_the_same_twice(text):
    assert split_sentences(text) == split_sentences(text)


@pytest.mark.skipif(not SHARED.is_dir(), reason="annotated reports (../shared/gold) are not here")
def test_boundaries_of_the_annotated_reports():
    from dateline.score.gold import load_gold

    right = gold = read = 0
    for doc in load_gold(SHARED / "gold" / "dev"):
        wanted = {span.end for span in doc.sentences}
        got = {span.end for span in split_sentences(doc.text)}
        right, gold, read = right + len(wanted & got), gold + len(wanted), read + len(got)
    assert 2 * right / (gold + read) >= 0.98
