import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { expandMake } from '../../src/read/shell/make-expand.ts';
import { parseMakefile } from '../../src/read/shell/makefile.ts';
import { damageText, SEED, withstand } from './damage.ts';

const MAKEFILE = `# protoc --go_out=. never.proto
PROTOC ?= protoc
PROTO_DIR := proto
FILES = $(wildcard $(PROTO_DIR)/*.proto)
FLAGS = --go_out=$(OUT) \\
        --go_opt=paths=source_relative
FLAGS += --go-grpc_out=$(OUT)
OUT := gen
LOCALBIN = $(CURDIR)/bin
export GOBIN := $(LOCALBIN)
export PATH := $(LOCALBIN):$(PATH)
ifeq ($(OS),Windows_NT)
	EXE = .exe
else
	EXE =
endif

define install
@echo installing $(1)
go install $(1)@$(2)
endef

define module
gen-$(1):
	$(PROTOC) --go_out=. $(1)/a.proto
endef

.PHONY: all gen
all: gen ; @buf generate --template 'a b.yaml'

gen: $(FILES) | tools ## Generate
	@# a comment in a recipe, protoc --go_out=. b.proto
	@$(PROTOC) -I $(PROTO_DIR) $(FLAGS) \\
	  $(FILES)$(EXE)
	-for f in a b; do protoc --go_out=$$OUT "$$f"; done

tools: export GOFLAGS := -mod=mod
tools:
	$(call install,example.com/x/cmd/y,v1.2.3)

$(LOCALBIN)/protoc-gen-go: go.mod
	go build -o $@ google.golang.org/protobuf/cmd/protoc-gen-go
`;

function commands(text: string): Record<string, string[]> {
  const recipes = parseMakefile(text).recipes.map(({ target, lines }): [string, string[]] => [
    target,
    lines.filter((line) => !line.commented).map((line) => line.words.map((word) => word.text).join(' ')),
  ]);
  return Object.fromEntries(recipes);
}

describe('parseMakefile', () => {
  it('reads recipes with the variables replaced', () => {
    expect(commands(MAKEFILE)).toEqual({
      all: ['buf generate --template a b.yaml'],
      gen: [
        'protoc -I proto --go_out=gen --go_opt=paths=source_relative --go-grpc_out=gen proto/*.proto$(EXE)',
        'protoc --go_out=$$OUT $$f',
      ],
      tools: ['echo installing example.com/x/cmd/y', 'go install example.com/x/cmd/y@v1.2.3'],
      './bin/protoc-gen-go': ['go build -o ./bin/protoc-gen-go google.golang.org/protobuf/cmd/protoc-gen-go'],
      'gen-$(1)': ['protoc --go_out=. $(1)/a.proto'],
    });
  });

  it('knows places, PATH and GOBIN', () => {
    const gen = parseMakefile(MAKEFILE).recipes.find((recipe) => recipe.target === 'gen');
    const line = gen?.lines.find((l) => l.text.startsWith('$(PROTOC)'));
    expect(line).toMatchObject({ line: 33, column: 3, pathPrefixes: ['./bin'], gobin: './bin' });
    expect(line?.words[1]).toMatchObject({ line: 33, column: 13 });
    expect(line?.words.at(-1)).toMatchObject({ line: 34, column: 4, unresolved: ['$(EXE)'] });
  });

  it('reads rules and variables', () => {
    const { rules, variables } = parseMakefile(MAKEFILE);
    expect(rules.find((rule) => rule.targets[0] === 'gen')).toEqual({
      targets: ['gen'],
      prerequisites: ['proto/*.proto', 'tools'],
      line: 31,
    });
    expect(variables.find((variable) => variable.name === 'EXE')).toMatchObject({ ambiguous: true });
    expect(variables.find((variable) => variable.name === 'GOBIN')).toMatchObject({ exported: true, line: 10 });
  });

  it('keeps the lines of a recipe apart, unless .ONESHELL joins them', () => {
    const text = 'gen:\n\texport PATH=x:$$PATH\n\tprotoc --go_out=. a.proto\n';
    const paths = (makefile: string) =>
      parseMakefile(makefile).recipes.flatMap((r) => r.lines.map((l) => l.pathPrefixes));
    expect(paths(text)).toEqual([[]]);
    expect(paths(`.ONESHELL:\n${text}`)).toEqual([['x']]);
    expect(paths('gen:\n\tPATH="$(PWD)/bin:$$PATH" protoc --go_out=. a.proto\n')).toEqual([['$(PWD)/bin']]);
  });

  it('expands the functions that only move text', () => {
    const variables = new Map([
      ['A', 'x/a.proto y/b.proto'],
      ['B', '$(A:.proto=.go)'],
      ['P', 'A'],
      ['R', '$(R)'],
    ]);
    expect(expandMake('$(notdir $(A)) $(B) $($(P)) $(patsubst %.proto,%,$(A))', variables)).toBe(
      'a.proto b.proto x/a.go y/b.go x/a.proto y/b.proto x/a y/b',
    );
    expect(expandMake('$(shell ls $(A)) $$HOME $(UNKNOWN)', variables)).toBe('$(shell ls $(A)) $$HOME $(UNKNOWN)');
    expect(expandMake('$(R)', variables)).toBe('$(R)');
  });

  it(`never throws (seed ${SEED})`, { timeout: 60_000 }, () => {
    withstand([MAKEFILE], damageText, parseMakefile);
    fc.assert(fc.property(fc.string(), (text) => Array.isArray(parseMakefile(`x:\n\t${text}`).recipes)));
  });

  it('ends quickly on variables that double each other', () => {
    const names = Array.from({ length: 26 }, (_, i) => `A${i}`);
    const text = names.map((name, i) => `${name} = $(A${i + 1})$(A${i + 1})`).join('\n');
    parseMakefile(`${text}\nx:\n\tprotoc $(A0)\n`);
  });
});
