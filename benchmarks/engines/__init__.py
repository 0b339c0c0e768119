"""One module a tool: `load` its layers, `answer` the question, `collect` the answer for comparison.

`collect` gives, in the order of the factories: ``zone`` and ``park`` (ids as text, empty for none) and ``permitted``
(1, 0, or -1 where there is no zone). Modules of other tools also run as a script, from GeoPackage to GeoPackage.
"""
