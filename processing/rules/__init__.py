"""Rule packs: reading them, what is wrong with them, and what they say."""
