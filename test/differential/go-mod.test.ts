import { execFile, spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type GoMod, parseGoMod } from '../../src/read/modules/go-mod.ts';
import type { Replacement } from '../../src/read/modules/go-mod-syntax.ts';
import { parseGoWork } from '../../src/read/modules/go-work.ts';
import { mutate, ODD_TEXTS, pick, RICH_GO_MOD, RICH_GO_WORK, randomFrom } from '../read/mutate.ts';
import { describeWith } from '../support/skip.ts';

/** The same inputs with the same number; GO_MOD_SEED=... tries others. */
const SEED = Number(process.env.GO_MOD_SEED ?? 20_261_124);
const CONCURRENCY = 4;
const MUTATED_GO_MOD = 2_400;
const MUTATED_GO_WORK = 500;
const ENV = { ...process.env, GOTOOLCHAIN: 'local', GOFLAGS: '', GOWORK: 'off' };

/** A tiny module whose graph brings a few hundred real go.mod files into the module cache. */
const TINY = `module tiny

go 1.24

require (
	github.com/grpc-ecosystem/grpc-gateway/v2 v2.27.3
	google.golang.org/grpc v1.85.0
)
`;

interface ModuleJson {
  Path: string;
  Version?: string;
}

interface GoModJson {
  Module: { Path: string; Deprecated?: string };
  Go?: string;
  Toolchain?: string;
  GoDebug?: { Key: string; Value: string }[] | null;
  Require: { Path: string; Version: string; Indirect?: boolean }[] | null;
  Exclude: ModuleJson[] | null;
  Replace: { Old: ModuleJson; New: ModuleJson }[] | null;
  Retract: { Low: string; High: string; Rationale?: string }[] | null;
  Tool: { Path: string }[] | null;
  Ignore: { Path: string }[] | null;
}

interface GoWorkJson {
  Go?: string;
  Use: { DiskPath: string }[] | null;
  Replace: { Old: ModuleJson; New: ModuleJson }[] | null;
}

/** What `go mod edit` makes of a file: its JSON, or its refusal. */
type Edited<T> = { readonly accepted: true; readonly json: T } | { readonly accepted: false; readonly text: string };

let dir = '';

/** Writes the file, because the go command reads bytes from a file only. */
function edit<T>(kind: 'mod' | 'work', text: string, slot: number): Promise<Edited<T>> {
  const file = join(dir, `${slot}.${kind}`);
  writeFileSync(file, text);
  return new Promise((resolve, reject) => {
    execFile('go', [kind, 'edit', '-json', file], { cwd: dir, env: ENV }, (error, stdout, stderr) => {
      if (!error) resolve({ accepted: true, json: JSON.parse(stdout) as T });
      else if (stderr.includes('errors parsing')) resolve({ accepted: false, text: stderr });
      else reject(error);
    });
  });
}

async function inParallel<T>(items: readonly T[], work: (item: T, slot: number) => Promise<void>): Promise<void> {
  let next = 0;
  const worker = async (slot: number) => {
    for (let item = items[next++]; item !== undefined; item = items[next++]) await work(item, slot);
  };
  await Promise.all(Array.from({ length: CONCURRENCY }, (_, slot) => worker(slot)));
}

function version(value: string | undefined): { Version?: string } {
  return value === undefined || value === '' ? {} : { Version: value };
}

/**
 * `go mod edit` drops lines without name before it prints (`require "" v1.0.0`; a build panics on it), except in tool
 * and ignore. The readers keep them.
 */
function named<T>(items: readonly T[], name: (item: T) => string): T[] {
  return items.filter((item) => name(item) !== '');
}

/** It drops repeated lines, too: of replacements the last one stays, of all else the first. */
function unique<T>(items: readonly T[], key: (item: T) => string): T[] {
  const seen = new Set<string>();
  return items.filter((item) => !seen.has(key(item)) && seen.add(key(item)));
}

function replaceJson(replacements: readonly Replacement[]): GoModJson['Replace'] {
  const newest = unique(
    named(replacements, (r) => r.path).toReversed(),
    (r) => `${r.path} ${r.version ?? ''}`,
  ).toReversed();
  return newest.map((r) => ({
    Old: { Path: r.path, ...version(r.version) },
    New: { Path: r.newPath, ...version(r.newVersion) },
  }));
}

function goModJson(file: GoMod): GoModJson {
  const excluded = unique(
    named(file.exclude, (x) => x.path),
    (x) => `${x.path} ${x.version}`,
  );
  return {
    Module: {
      Path: file.module?.path ?? '',
      ...(file.module?.deprecated && { Deprecated: file.module.deprecated }),
    },
    ...(file.go && { Go: file.go.version }),
    ...(file.toolchain && { Toolchain: file.toolchain.name }),
    GoDebug: named(file.godebug, (g) => g.key).map((g) => ({ Key: g.key, Value: g.value })),
    Require: named(file.require, (r) => r.path).map((r) => ({
      Path: r.path,
      Version: r.version,
      ...(r.indirect && { Indirect: true }),
    })),
    Exclude: excluded.map((x) => ({ Path: x.path, Version: x.version })),
    Replace: replaceJson(file.replace),
    Retract: named(file.retract, (r) => r.low + r.high).map((r) => ({
      ...(r.low && { Low: r.low }),
      ...(r.high && { High: r.high }),
      ...(r.rationale && { Rationale: r.rationale }),
    })) as GoModJson['Retract'],
    Tool: unique(file.tool, (t) => t.path).map((t) => ({ Path: t.path })),
    Ignore: unique(file.ignore, (i) => i.path).map((i) => ({ Path: i.path })),
  };
}

/** Lists that are empty come as null, or not at all. */
function withLists(json: GoModJson): GoModJson {
  const { GoDebug, Require, Exclude, Replace, Retract, Tool, Ignore } = json;
  return {
    ...json,
    GoDebug: GoDebug ?? [],
    Require: Require ?? [],
    Exclude: Exclude ?? [],
    Replace: Replace ?? [],
    Retract: Retract ?? [],
    Tool: Tool ?? [],
    Ignore: Ignore ?? [],
  };
}

interface Tally {
  accepted: number;
  refused: number;
  readonly differences: string[];
}

function newTally(): Tally {
  return { accepted: 0, refused: 0, differences: [] };
}

/** Compares as text with sorted keys, so that a difference can be printed. */
function canonical(value: unknown): string {
  return JSON.stringify(value, (_, inner: unknown) =>
    typeof inner === 'object' && inner !== null && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)))
      : inner,
  );
}

function settle(tally: Tally, text: string, refusedByUs: boolean, ours: unknown, edited: Edited<unknown>): void {
  tally[edited.accepted ? 'accepted' : 'refused']++;
  const theirs = edited.accepted ? canonical(edited.json) : `refused: ${edited.text}`;
  const mine = refusedByUs ? 'refused' : canonical(ours);
  const agree = edited.accepted ? mine === theirs : refusedByUs;
  if (!agree) tally.differences.push(`--- ${JSON.stringify(text)}\nours ${mine}\ngo   ${theirs}`);
}

function report(kind: string, tally: Tally, real: number): void {
  const { accepted, refused, differences } = tally;
  process.stdout.write(
    `${kind}: ${accepted + refused} texts compared (${real} real; go accepts ${accepted}, refuses ${refused}), ` +
      `seed ${SEED}, ${differences.length} differences\n`,
  );
  expect(differences.slice(0, 10).join('\n')).toBe('');
}

function goEnv(name: string): string {
  return spawnSync('go', ['env', name], { env: ENV, encoding: 'utf8' }).stdout.trim();
}

/** Different texts of go.mod files in the module cache. Without network there may be none; the other texts remain. */
function realGoMods(): string[] {
  writeFileSync(join(dir, 'go.mod'), TINY);
  spawnSync('go', ['list', '-mod=mod', '-m', 'all'], { cwd: dir, env: ENV, timeout: 90_000 });
  const cache = join(goEnv('GOMODCACHE'), 'cache', 'download');
  try {
    const files = readdirSync(cache, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.mod'));
    return [...new Set(files.sort().map((name) => readFileSync(join(cache, name), 'utf8')))];
  } catch {
    return [];
  }
}

function mutations(base: readonly string[], count: number, salt: number): string[] {
  const random = randomFrom(SEED + salt);
  return Array.from({ length: count }, () => mutate(pick(random, base), random));
}

describeWith(['go', 'version'])('go.mod and go.work are read as the go command reads them', () => {
  beforeAll(() => {
    dir = mkdtempSync(join(tmpdir(), 'go-mod-differential-'));
  });

  afterAll(() => {
    rmSync(dir, { recursive: true, force: true });
  });

  it('go.mod', { timeout: 180_000 }, async () => {
    const real = realGoMods();
    const base = [...real, ...Array.from({ length: Math.max(40, real.length / 2) }, () => RICH_GO_MOD)];
    const texts = [...new Set([...real, RICH_GO_MOD, ...ODD_TEXTS, ...mutations(base, MUTATED_GO_MOD, 0)])];
    const tally = newTally();
    await inParallel(texts, async (text, slot) => {
      const edited = await edit<GoModJson>('mod', text, slot);
      const ours = parseGoMod(text);
      const refused = ours.errors.length + ours.unknown.length > 0;
      const json = edited.accepted ? { ...edited, json: withLists(edited.json) } : edited;
      settle(tally, text, refused, goModJson(ours), json);
    });
    report('go.mod', tally, real.length);
    expect(texts.length).toBeGreaterThanOrEqual(1_000);
    expect(Math.min(tally.accepted, tally.refused)).toBeGreaterThan(300);
  });

  it('go.work', { timeout: 60_000 }, async () => {
    const texts = [...new Set([RICH_GO_WORK, ...ODD_TEXTS, ...mutations([RICH_GO_WORK], MUTATED_GO_WORK, 1)])];
    const tally = newTally();
    await inParallel(texts, async (text, slot) => {
      const edited = await edit<GoWorkJson>('work', text, slot);
      const ours = parseGoWork(text);
      const refused = ours.errors.length + ours.unknown.length > 0;
      const json = {
        ...(ours.go && { Go: ours.go.version }),
        Use: named(ours.use, (u) => u.path).map(({ path }) => ({ DiskPath: path })),
        Replace: replaceJson(ours.replace),
      };
      const theirs = edited.accepted
        ? { ...edited, json: { ...edited.json, Use: edited.json.Use ?? [], Replace: edited.json.Replace ?? [] } }
        : edited;
      settle(tally, text, refused, json, theirs);
    });
    report('go.work', tally, 0);
    expect(texts.length).toBeGreaterThanOrEqual(200);
    expect(Math.min(tally.accepted, tally.refused)).toBeGreaterThan(100);
  });
});
