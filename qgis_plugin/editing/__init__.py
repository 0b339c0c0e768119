"""What happens while a person edits the register by hand."""
