"""Web pages: what is the report, what stands around it, what the page says of itself."""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dateline.errors import IntakeError
from dateline.intake import take

PAGE = """<!DOCTYPE html><html lang="en"><head><title>Shelling kills six | The Valley Post</title>
<meta property="og:site_name" content="Valley Post Online"><link rel="canonical" href="https://post.example/a/1">
<script type="application/ld+json">{"@graph": [{"@type": "WebSite", "name": "x"}, {"@type": "NewsArticle",
"headline": "Shelling kills six &amp; wounds ten", "datePublished": "2019-02-21T09:00:00+03:00",
"author": [{"@type": "Person", "name": "Jane Doe"}, {"name": "John Roe"}], "publisher": {"name": "The Valley Post"}}]}
</script><style>p {}</style></head><body class="has-sidebar">
<header><a href="/">Home</a> <a href="/w">World</a></header><nav><ul><li><a>Politics</a><li><a>Sport</a></ul></nav>
<article><header><h1>Shelling kills six</h1><p class="byline">By <a rel="author">Jane Doe</a></p></header>
<div class="shareBar"><a>Share on Facebook</a></div>
<p>BEIRUT (AP) &mdash; Six people were <b>killed</b> on Monday, <a href=x>officials</a> said&nbsp;here.
<p>“We saw it,” a resident said.<br>He fled.
<figure><img><figcaption>A street.</figcaption></figure><aside class="related">Other story</aside>
<p hidden>secret one</p><div style="display: none">secret two</div><script>secret()</script></article>
<footer>© 2019 Post</footer><div id="cookie-banner">We use cookies</div></body></html>"""


def zones(report, kind):
    return [zone.span.of(report.text) for zone in report.zones if zone.kind == kind]


def test_json_ld_says_what_the_report_is():
    report, notes = take(PAGE.encode(), path="p.html")
    assert report.title == "Shelling kills six & wounds ten"
    assert report.outlet == "The Valley Post"
    assert report.byline == "Jane Doe, John Roe"
    assert report.published == date(2019, 2, 21)
    assert report.url == "https://post.example/a/1"
    assert notes == ()


def test_paragraphs_are_kept_apart_and_inline_marks_joined():
    text = take(PAGE.encode(), path="p.html")[0].text
    assert "BEIRUT (AP) — Six people were killed on Monday, officials said here.\n\n“We saw it,”" in text
    assert "a resident said.\nHe fled." in text
    assert "secret" not in text


def test_what_stands_around_the_report_is_kept_and_marked():
    report, _ = take(PAGE.encode(), path="p.html")
    around = zones(report, "boilerplate")
    for words in ("Home World", "Politics", "Share on Facebook", "A street.", "Other story", "© 2019 Post", "We use cookies"):
        assert any(words in zone for zone in around), words
    assert not any("killed on Monday" in zone for zone in around)
    assert zones(report, "headline") == ["Shelling kills six"]
    assert zones(report, "byline") == ["By Jane Doe"]


def test_meta_elements_and_time_serve_without_json_ld():
    page = """<html><head><meta property="og:title" content="The title"><meta name="author" content="https://x/jane">
    <meta property="article:published_time" content="2019-02-21"></head><body><p>The man said that it was so.</p></body>"""
    report, _ = take(page.encode(), path="p.html")
    assert (report.title, report.byline, report.published) == ("The title", None, date(2019, 2, 21))
    page = '<html><body><article><header><time datetime="2019-03-01T10:00">1 March</time></header><p>The man said it was.'
    assert take(page.encode(), path="p.html")[0].published == date(2019, 3, 1)


def test_a_date_in_the_address_is_used_and_said_to_be_so():
    page = '<html><link rel="canonical" href="https://x.example/2019/mar/04/a-story"><p>The man said that it was so.'
    report, notes = take(page.encode(), path="p.html")
    assert report.published == date(2019, 3, 4)
    assert [note.code for note in notes] == ["published-from-url"]


def test_an_article_only_in_json_ld_is_taken_from_there():
    body = "The officials said that the army was in the village. " * 10
    page = f'<html><script type="application/ld+json">{{"@type":"Article","articleBody":"{body}"}}</script><p>Load</p>'
    report, notes = take(page.encode(), path="p.html")
    assert "in the village" in report.text
    assert [note.code for note in notes] == ["text-from-metadata"]


def test_broken_json_ld_is_noted():
    page = '<html><script type="application/ld+json">{"a": </script><p>The man said that it was so, and he left.'
    assert [note.code for note in take(page.encode(), path="p.html")[1]] == ["json-ld-broken"]


def test_a_wrapper_with_a_telling_name_does_not_swallow_the_report():
    page = '<html><body><div class="related-layout"><p>The officials said that the army was in the village.</p></div>'
    assert zones(take(page.encode(), path="p.html")[0], "boilerplate") == []


def test_declared_encoding_is_used():
    page = '<html><meta charset="windows-1251"><p>The officials said “it is so” at the Мир square.</p>'
    assert "Мир" in take(page.encode("cp1251"), path="p.html")[0].text


def test_a_declared_encoding_that_is_no_character_set_is_not_used():
    page = b'<html><meta charset="unicode_escape"><p>The man said that it was so \\ud800 \xe9.</p>'
    take(page, path="p.html")[0].text.encode()


HOSTILE = [
    b"<div>" * 50_000 + b"text",
    b"<html><p a='" + b"x" * 3_000_000 + b"'>The man said that it was so.",
    b"<html><p>&#0;&#xD800;&#x110000;&bogus;&amp&lt The man said that it was so." + b"&#27;" * 3,
    b"<html>" + b"<" * 50_000,
    b"<html><table>" * 1000 + b"The man",
    b"<html><script type='application/ld+json'>" + b"[" * 100_000 + b"</script><p>The man said that it was so.",
    b"<html><!--" + b"-" * 100_000,
    b"<html><body></body></html>",
    b"<html\x00><p>The man said that it was so.</p>" + b" " * 200,
]


@pytest.mark.parametrize("page", HOSTILE, ids=range(len(HOSTILE)))
def test_hostile_pages_give_a_report_or_a_reason(page):
    try:
        report, _ = take(page, path="p.html")
    except IntakeError as reason:
        assert "\n" not in str(reason)
    else:
        report.text.encode()


PIECES = [
    "<p>", "</p>", "<div hidden>", "</div>", "<a>", "<td>", "<br>", "<h1>", "<nav>", "x y", "&#8;", "<article>", "</article>",
    "<!--", "-->", "<script>", "</script>", "“q”", "\x00", "<pre>\n", "<style>",
]  # fmt: skip


@settings(max_examples=100, deadline=None)
@given(st.lists(st.sampled_from(PIECES), max_size=30))
def test_any_markup_gives_zones_inside_the_text(pieces):
    try:
        report, _ = take(("<html>" + "".join(pieces)).encode(), path="p.html")
    except IntakeError:
        return
    ends = [0]
    for zone in report.zones:
        assert ends[-1] <= zone.span.start < zone.span.end <= len(report.text)
        ends.append(zone.span.end)
