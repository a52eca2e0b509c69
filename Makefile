# Quoth: `make run` and `make test` are all that a newcomer needs.
# Both install what is missing from the system's packages first.

SWIFT ?= swift
PREFIX ?= /usr/local
DESTDIR ?=
FUZZ_SECONDS ?= 600

# The C libraries that are linked, and the pager that answers are read in.
APT_PACKAGES := libedit-dev libyaml-dev libarchive-dev libexpat1-dev libgumbo-dev pkg-config less
# What unpacks damaged files, and what libarchive needs to be linked into the one file of the program.
APT_PACKAGES += zlib1g-dev libbz2-dev liblzma-dev libzstd-dev nettle-dev
# A file that each package installs, by which we see that it is there.
PROBES := $(addprefix /usr/include/,histedit.h yaml.h archive.h expat.h gumbo.h zlib.h bzlib.h lzma.h zstd.h nettle/aes.h)

# The program is one file that needs no library: it starts sooner, and runs on other machines.
LINKED = $$(sh .ci/release-flags $(CURDIR)/.build/archives)
RELEASE = -c release --product quoth $(LINKED)

# The sizes that are measured (see Tests/Benchmarks/README.md), and the folder of the peers' scripts.
BENCH_SIZES ?= 10M q10M
PEERS ?= ../shared/tools/peers

.PHONY: run test build setup install uninstall lint format check-format clean help golden builtin grammar fuzz bench instructions

help: ## Shows this list.
	@grep -hE '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 14

run: build ## Sets up, builds and opens the prompt on the built-in corpus.
	@"$$($(SWIFT) build $(RELEASE) --show-bin-path)/quoth" $(ARGS)

build: setup ## Sets up and builds the release program.
	@$(SWIFT) build $(RELEASE)

test: setup check-format ## Sets up and runs every test.
	$(SWIFT) build --build-tests
	$(SWIFT) test --skip-build --parallel

check-format:
	$(SWIFT) format lint --strict --recursive --parallel Sources Tests Package.swift

format: ## Formats the sources.
	$(SWIFT) format --in-place --recursive --parallel Sources Tests Package.swift

grammar: ## Makes the railroad diagrams and the TextMate grammar from grammar/quoth.ebnf.
	@python3 grammar/make-pages.py

golden: setup ## Writes the expected outputs anew; read the difference before a commit.
	UPDATE_GOLDEN=1 $(SWIFT) test --filter GoldenTests

builtin: setup ## Makes the image of the built-in corpus of its texts.
	UPDATE_BUILTIN=1 $(SWIFT) test --filter BuiltinCorpusTests
	touch Sources/CBuiltinCorpus/CBuiltinCorpus.c

fuzz: setup ## Fuzzes the parser, the session and the readers, FUZZ_SECONDS each.
	@SWIFT="$(SWIFT)" sh .ci/fuzz $(FUZZ_SECONDS)

bench: build ## Measures speed beside other engines; BENCH_SIZES, PEERS.
	@SWIFT="$(SWIFT)" PEERS="$(PEERS)" sh Tests/Benchmarks/run.sh $(BENCH_SIZES)

instructions: setup ## Counts the instructions of core operations; more than 2 % above those kept fail.
	@SWIFT="$(SWIFT)" sh Tests/Benchmarks/instructions.sh

install: build ## Puts one self-contained binary into $(PREFIX)/bin.
	install -d "$(DESTDIR)$(PREFIX)/bin"
	install -s -m 755 "$$($(SWIFT) build $(RELEASE) --show-bin-path)/quoth" "$(DESTDIR)$(PREFIX)/bin/quoth"

uninstall: ## Removes the installed binary.
	rm -f "$(DESTDIR)$(PREFIX)/bin/quoth"

clean: ## Removes what was built.
	rm -rf .build .build-fuzz

setup: ## Installs what is missing from the system's packages.
	@APT_PACKAGES="$(APT_PACKAGES)" PROBES="$(PROBES)" SWIFT="$(SWIFT)" sh .ci/setup
