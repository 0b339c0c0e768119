"""The engine: pure functions on frames and arrays. Imports neither QGIS nor Qt, reads and writes nothing."""
