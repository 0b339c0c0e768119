"""Who could supply whom: the table of links, products and amounts; from layers to rows; tables and sentences."""
