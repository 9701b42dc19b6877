"""Word grammars: templates over word classes, kept as data and matched once over a sentence's class string.

A sentence is cut into tokens; each token becomes one character, its class; a template ("COUNT UNITS ago") becomes a
regular expression over such characters. Words and templates live in `languages/<code>/*.toml`.
"""

from dateline.read.grammar.lexicon import Lexicon, load_table
from dateline.read.grammar.numbers import number_value
from dateline.read.grammar.templates import Rule, Templates, longest
from dateline.read.grammar.tokens import Tokens, cut

__all__ = ["Lexicon", "Rule", "Templates", "Tokens", "cut", "load_table", "longest", "number_value"]
