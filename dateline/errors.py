"""Everything Dateline raises on purpose.

    DatelineError
    ├── IntakeError        a file could not be taken as a report (binary, empty, unreadable, another language)
    ├── DataError          a knowledge, ontology or gold file does not follow its documented format
    └── WeightsError       the shipped reader is missing or of another version

What a report says and Dateline does not understand is never an exception: it is a `dateline.model.Note`.
"""


class DatelineError(Exception):
    """Base of all errors a caller may want to catch; its text is one line fit for a terminal."""


class IntakeError(DatelineError):
    """A source could not be taken as a report; the text names it and says why."""


class DataError(DatelineError):
    """A data file breaks its documented format; the text names the file and the line."""


class WeightsError(DatelineError):
    """The reader's weights are missing or do not fit this version."""
