import { LineIndex, SourceText } from '../source-text.ts';
import { evaluateMake, expandMake } from './make-expand.ts';
import { asMakefileText, type MakeLine, makeLines } from './makefile-lines.ts';
import { readShellSource, type ShellLine } from './shell-words.ts';

/** A variable of a makefile; the value is unexpanded. */
export interface MakeVariable {
  name: string;
  value: string;
  /** 1-based line of its (last) assignment. */
  line: number;
  exported: boolean;
  /** Two branches of a condition give it different values, so nobody can know it. */
  ambiguous?: boolean;
}

/** A rule: what is made out of what. */
export interface MakeRule {
  /** Expanded as far as possible. */
  targets: string[];
  prerequisites: string[];
  /** 1-based. */
  line: number;
}

/** The commands of one rule. */
export interface MakeRecipe {
  target: string;
  /** `.PHONY` names the target: it runs even where a file or folder is called like it. */
  phony: boolean;
  lines: ShellLine[];
}

/** A makefile, as far as reading without running it goes. */
export interface Makefile {
  variables: MakeVariable[];
  rules: MakeRule[];
  recipes: MakeRecipe[];
  /** Files of `include` lines, unexpanded: their variables are not known here. */
  includes: string[];
}

interface OpenRule extends MakeRule {
  recipe: MakeLine[];
  /** Target-specific variables. */
  own: Map<string, string>;
}

const ASSIGNMENT =
  /^((?:export|override|private)[ \t]+)*([^\s:#=!?+$]+|\$\([^)]*\)[^\s:#=]*)[ \t]*(::?:?=|\?=|\+=|!=|=)[ \t]*(.*)$/s;
/** Where the makefile is: paths out of this reader are relative to its folder. */
const BUILT_IN: [string, string][] = [
  ['CURDIR', '.'],
  ['MAKEFILE_LIST', 'Makefile'],
];
const CONDITION = /^(ifeq|ifneq|ifdef|ifndef)\b/;

/** Index of the colon that ends the targets; -1 when the line is no rule. */
function ruleColon(text: string): number {
  let depth = 0;
  for (let i = 0; i < text.length; i++) {
    const c = text[i];
    if (c === '(' || c === '{') depth++;
    else if (c === ')' || c === '}') depth--;
    else if (c === ':' && depth <= 0 && text[i + 1] !== '=' && !/^[A-Za-z]:[\\/]/.test(text.slice(i - 1))) return i;
  }
  return -1;
}

function list(text: string): string[] {
  return text.split(/\s+/).filter((word) => word !== '');
}

class Parser {
  private readonly variables = new Map<string, MakeVariable>();
  private readonly rules: OpenRule[] = [];
  private readonly includes: string[] = [];
  private readonly defines: { name: string; lines: MakeLine[] }[] = [];
  private readonly index: LineIndex;
  private current: OpenRule | undefined;
  private conditions = 0;
  private exportAll = false;

  constructor(text: string) {
    this.index = new LineIndex(text);
  }

  run(lines: MakeLine[]): Makefile {
    for (let i = 0; i < lines.length; i++) {
      const line = lines[i];
      if (!line) continue;
      const define = /^[ ]*(?:override[ ]+|export[ ]+)?define[ \t]+([^\s=:+?]+)/.exec(line.text)?.[1];
      if (define && line.kind === 'other') i = this.define(define, lines, i);
      else this.line(line);
    }
    for (const { lines: body } of this.defines) this.rulesInDefine(body);
    return this.result();
  }

  private define(name: string, lines: MakeLine[], at: number): number {
    let end = at + 1;
    while (end < lines.length && !/^\s*endef\b/.test(lines[end]?.text ?? '')) end++;
    const body = lines.slice(at + 1, end);
    const value = body.map((line) => line.text).join('\n');
    this.defines.push({ name, lines: body });
    this.set(name, value, lines[at]?.line ?? 1, false);
    return end;
  }

  /** A define may hold whole rules, for `$(eval $(call ...))`: they are read with their parameters unresolved. */
  private rulesInDefine(body: MakeLine[]): void {
    const at = body.findIndex((line) => line.kind === 'other' && ruleColon(line.text) > 0);
    if (at < 0 || !body.slice(at).some((line) => line.kind === 'recipe')) return;
    this.current = undefined;
    for (const line of body) if (line.kind === 'recipe' || ruleColon(line.text) > 0) this.line(line);
  }

  private line(line: MakeLine): void {
    if (line.kind === 'recipe' && this.current) this.current.recipe.push(line);
    else this.statement(line.kind === 'recipe' ? asMakefileText(line) : line.text.trim(), line);
  }

  private statement(text: string, line: MakeLine): void {
    if (text === '' || this.condition(text) || this.directive(text)) return;
    const assignment = ASSIGNMENT.exec(text);
    if (assignment?.[2])
      this.assign(
        assignment[2],
        assignment[3] ?? '=',
        assignment[4] ?? '',
        line.line,
        /\bexport\b/.test(assignment[1] ?? ''),
      );
    else this.rule(text, line);
  }

  private condition(text: string): boolean {
    if (CONDITION.test(text)) this.conditions++;
    else if (/^endif\b/.test(text)) this.conditions = Math.max(0, this.conditions - 1);
    else return /^else\b/.test(text);
    return true;
  }

  private directive(text: string): boolean {
    const include = /^[-s]?include\s+(.+)$/.exec(text);
    if (include?.[1]) this.includes.push(...list(include[1]));
    const exported = /^export(?:\s+([^=]*))?$/.exec(text);
    if (exported) this.export(list(exported[1] ?? ''));
    return include !== null || exported !== null || /^(?:unexport|undefine|vpath)\b/.test(text);
  }

  private export(names: string[]): void {
    if (names.length === 0) this.exportAll = true;
    for (const name of names) {
      const variable = this.variables.get(name);
      if (variable) variable.exported = true;
    }
  }

  private assign(name: string, operator: string, value: string, line: number, exported: boolean): void {
    const old = this.variables.get(name);
    if (operator === '?=' && old) return;
    if (operator === '+=' && old) this.set(name, `${old.value} ${value}`, line, exported);
    else if (operator === '!=') this.set(name, `$(shell ${value})`, line, exported);
    else this.set(name, operator.startsWith(':') ? selfExpanded(name, value, old) : value, line, exported);
  }

  private set(name: string, value: string, line: number, exported: boolean): void {
    const old = this.variables.get(name);
    const differs =
      old !== undefined && old.value !== value && this.conditions > 0 && !value.startsWith(`${old.value} `);
    const ambiguous = differs || (old?.ambiguous === true && this.conditions > 0);
    this.variables.set(name, {
      name,
      value,
      line,
      exported: exported || old?.exported === true,
      ...(ambiguous ? { ambiguous } : {}),
    });
  }

  private rule(text: string, line: MakeLine): void {
    const colon = ruleColon(text);
    if (colon <= 0) return;
    const targets = text.slice(0, colon);
    const rest = text
      .slice(colon + 1)
      .replace(/^:/, '')
      .trim();
    const own = ASSIGNMENT.exec(rest);
    if (own?.[2]) this.targetVariable(list(targets), own[2], own[4] ?? '');
    else this.openRule(list(targets), rest, line);
  }

  private openRule(targets: string[], rest: string, line: MakeLine): void {
    const semicolon = rest.indexOf(';');
    const sources = semicolon < 0 ? rest : rest.slice(0, semicolon);
    this.current = {
      targets,
      prerequisites: list(sources.replace('|', ' ')),
      line: line.line,
      recipe: [],
      own: new Map(),
    };
    this.rules.push(this.current);
    if (semicolon >= 0) this.inlineRecipe(line);
  }

  private inlineRecipe(line: MakeLine): void {
    const at = line.text.indexOf(';') + 1;
    const text = line.text.slice(at);
    this.current?.recipe.push({ ...line, kind: 'recipe', text, pieces: [{ text, start: line.offset + at }] });
  }

  private targetVariable(targets: string[], name: string, value: string): void {
    const own: [string, string] = [name, value];
    this.rules.push({ targets, prerequisites: [], line: 0, recipe: [], own: new Map([own]) });
  }

  private known(): Map<string, string> {
    const own = [...this.variables.values()]
      .filter((v) => !v.ambiguous)
      .map((v): [string, string] => [v.name, v.value]);
    return new Map([...BUILT_IN, ...own]);
  }

  private result(): Makefile {
    const known = this.known();
    const real = this.rules.filter((rule) => rule.line > 0);
    return {
      variables: [...this.variables.values()],
      rules: real.map(({ targets, prerequisites, line }) => ({
        targets: expandAll(targets, known),
        prerequisites: expandAll(prerequisites, known),
        line,
      })),
      recipes: real.filter((rule) => rule.recipe.length > 0).map((rule) => this.recipe(rule, known)),
      includes: this.includes,
    };
  }

  private recipe(rule: OpenRule, known: Map<string, string>): MakeRecipe {
    const [target = ''] = expandAll(rule.targets, known);
    const specific = this.rules
      .filter((r) => r.line === 0 && r.targets.some((t) => rule.targets.includes(t)))
      .flatMap((r) => [...r.own]);
    const variables = new Map([
      ...known,
      ...specific,
      ...automatic(expandAll(rule.targets, known), expandAll(rule.prerequisites, known)),
    ]);
    const oneShell = this.rules.some((r) => r.targets.includes('.ONESHELL'));
    const groups = oneShell ? [rule.recipe] : rule.recipe.map((line) => [line]);
    const exported = this.environment(variables, new Map(specific));
    const resolve = (name: string): string | undefined => evaluateMake(name, variables);
    const lines = groups.flatMap((group) =>
      readShellSource(this.script(group), { dialect: 'make', variables: exported, resolve }),
    );
    const phony = this.rules.some((r) => r.targets.includes('.PHONY') && r.prerequisites.includes(target));
    return { target, phony, lines };
  }

  /** What the commands find in their environment. make exports PATH without being asked: it came from there. */
  private environment(variables: Map<string, string>, specific: Map<string, string>): [string, string][] {
    const named = [...this.variables.values()]
      .filter((v) => v.exported || this.exportAll || v.name === 'PATH')
      .map((v) => v.name);
    return [...new Set([...named, ...specific.keys()])].flatMap((name): [string, string][] => {
      const value = variables.get(name);
      return value === undefined ? [] : [[name, expandMake(value, withoutSelf(variables, name))]];
    });
  }

  private script(lines: MakeLine[]): SourceText {
    const fragments = lines.flatMap((line) => recipeFragments(line));
    return new SourceText(fragments, this.index);
  }
}

/** A simple assignment that uses its own old value: `PATH := bin:$(PATH)`. */
function selfExpanded(name: string, value: string, old: MakeVariable | undefined): string {
  if (!old) return value;
  return value.split(`$(${name})`).join(old.value).split(`\${${name}}`).join(old.value);
}

function withoutSelf(variables: Map<string, string>, name: string): Map<string, string> {
  const others = new Map(variables);
  others.delete(name);
  return others;
}

function expandAll(texts: string[], known: Map<string, string>): string[] {
  return texts.flatMap((text) => (text.includes('$') ? list(expandMake(text, known)) : [text]));
}

/** `$@`, `$<`, `$^` and their folders, when the rule is no pattern. */
function automatic(targets: string[], prerequisites: string[]): [string, string][] {
  const [target] = targets;
  if (!target || targets.length > 1 || target.includes('%')) return [];
  const slash = target.lastIndexOf('/');
  const folder = slash < 0 ? '.' : target.slice(0, slash);
  const pairs: [string, string][] = [
    ['@', target],
    ['@D', folder],
    ['@F', target.slice(slash + 1)],
    ['^', prerequisites.join(' ')],
  ];
  return prerequisites[0] ? [...pairs, ['<', prerequisites[0]]] : pairs;
}

/** Without the `@`, `-` and `+` in front, which are for make. */
function recipeFragments(line: MakeLine): { text: string; start: number; fixed: boolean }[] {
  const [first, ...rest] = line.pieces;
  if (!first) return [];
  const marks = /^[ \t]*[@+-][@+\- \t]*/.exec(first.text)?.[0].length ?? 0;
  const pieces = [
    { text: first.text.slice(marks), start: first.start + marks },
    ...rest,
    { text: '\n', start: first.start },
  ];
  return pieces.map((piece) => ({ ...piece, fixed: false }));
}

/**
 * Reads a makefile without running it: variables, rules, and the commands of the recipes with the variables replaced that
 * the file itself sets. Conditions are not decided: both branches are read. `$(CURDIR)` is `.`: paths are relative to the
 * folder of the makefile. Never throws.
 */
export function parseMakefile(text: string): Makefile {
  return new Parser(text).run(makeLines(text));
}
