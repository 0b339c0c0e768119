"""What the plugin keeps in a project: layer roles, the demo, the layers of a check."""
