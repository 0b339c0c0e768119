"""What the plugin adds to the locator bar: factories, activities and coordinates."""
