# A thin front to Meson.  make run and make test install what a fresh Debian 12 machine lacks.
PREFIX ?= /usr/local
BUILD ?= build
export PATH := $(PATH):/usr/local/bin
NINJA = ninja -C $(BUILD)

.PHONY: all setup run test bench install train train-coder scores golden clean

all: setup $(BUILD)/build.ninja
	@$(NINJA) --quiet

setup:
	@sh tools/setup.sh

$(BUILD)/build.ninja: | setup
	@meson setup $(BUILD) --prefix $(PREFIX) >$(BUILD).log 2>&1 || { cat $(BUILD).log; exit 1; }
	@rm -f $(BUILD).log

run: all
	@$(BUILD)/casus code --format table --published 2025-03-12 $(filter-out %.md,$(wildcard examples/*))

test: all
	@meson test -C $(BUILD) --print-errorlogs

bench: all
	@sh tests/bench.sh $(BUILD)

# The models ship with the source; these train them anew, where ../shared is.
train: all
	@sh tools/train.sh $(BUILD)

train-coder: all
	@sh tools/train.sh $(BUILD) coder

# Scores on the evaluation sets of ../shared, where they are.
scores: all
	@sh tests/scores.sh $(BUILD)

# Writes the expected records and outputs anew: read the diff, each is a claim.
golden: all
	@sh tests/regenerate.sh $(BUILD)

install: all
	@meson install -C $(BUILD) --no-rebuild $(if $(DESTDIR),--destdir $(abspath $(DESTDIR)))

clean:
	@rm -rf $(BUILD)
