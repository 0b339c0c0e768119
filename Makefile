.PHONY: setup
setup:
	@.ci/setup
