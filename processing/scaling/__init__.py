"""Region-wide runs on several machines: reading by box, the engine on each part, Dask between them. Needs no QGIS."""
