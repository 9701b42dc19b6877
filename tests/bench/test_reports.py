"""The made-up reports the benchmark reads, and its stage clock."""

from time import sleep

from bench.reports import reports
from bench.stages import Clock
from dateline.read.sentences import split_sentences


def test_reports_are_the_same_for_a_seed_and_of_the_length_asked():
    assert reports(3, seed=4) == reports(3, seed=4) != reports(3, seed=5)
    texts = reports(20)
    sentences = sum(len(split_sentences(text)) for text in texts)
    assert sentences == 20 * 20
    assert 23 <= sum(len(text.split()) for text in texts) / sentences <= 27


def test_a_second_is_counted_in_one_stage_only():
    clock = Clock()
    inner = clock.wrap("inner", lambda: sleep(0.02))
    clock.wrap("outer", lambda: (inner(), sleep(0.01)))()
    assert 0.02 <= clock.seconds["inner"] < 0.04
    assert 0.01 <= clock.seconds["outer"] < 0.02
