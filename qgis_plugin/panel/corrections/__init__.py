"""The tab “Corrections”: what is wrong with coordinates, and which repairs a person accepts."""
