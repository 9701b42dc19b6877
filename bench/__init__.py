"""How fast Dateline reads: `python -m bench.reading`."""
