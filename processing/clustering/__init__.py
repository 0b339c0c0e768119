"""Where factories crowd together: from layers to arrays, and from what was found to tables, words and a plot."""
