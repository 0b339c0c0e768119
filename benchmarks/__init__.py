"""Side by side with other tools: `make bench`, or ``python benchmarks/run.py SIZE...``. Not part of the plugin."""
