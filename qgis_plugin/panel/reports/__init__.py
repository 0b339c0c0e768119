"""The tab “Reports”: templates, scopes, and the queue that makes them."""
