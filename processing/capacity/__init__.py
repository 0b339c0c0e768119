"""How full industrial parks are: what is read, assessed, ranked and reported."""
