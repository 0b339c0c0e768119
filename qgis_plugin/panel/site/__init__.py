"""The tab “Site check”: may a factory stand at this place?"""
