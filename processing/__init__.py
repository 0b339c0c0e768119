"""What runs without a desktop: from the toolbox, a model, qgis_process or a test."""
