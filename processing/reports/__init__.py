"""Report content and the layouts built from it; QGIS core only, no desktop."""
