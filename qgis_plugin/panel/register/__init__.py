"""The tab of the register: every factory, searched, filtered and shown on the map."""
