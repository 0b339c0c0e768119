"""Safety buffers: distances, sources, threat zones of models, people, and the tables made of them."""
