import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parseGoMod } from '../../src/read/modules/go-mod.ts';
import { isDirectoryPath } from '../../src/read/modules/go-mod-syntax.ts';
import { parseGoWork } from '../../src/read/modules/go-work.ts';
import {
  type UsedFolder,
  type WorkspaceProblem,
  type WorkspaceProblemKind,
  workspaceProblems,
} from '../../src/read/modules/workspace-consistency.ts';
import { itWith } from '../support/skip.ts';
import { damageText, withstand } from './damage.ts';
import { pick, type Random, randomFrom } from './mutate.ts';

const SEED = Number(process.env.WORKSPACE_SEED ?? 11);
const CASES = 120;
const ENV = { ...process.env, GOTOOLCHAIN: 'local', GOFLAGS: '', GOPROXY: 'off', GOWORK: '' };
const RULES = { comparesGoLines: true, impliedGo: '1.18', neverPublished: () => false };

type Files = Readonly<Record<string, string>>;

const HEALTHY: Files = {
  'go.work': 'go 1.21\n\nuse (\n\t./a\n\t./b\n\t./c\n)\n',
  'a/go.mod': 'module example.com/a\n\ngo 1.21\n\nreplace example.com/x => ../x\n',
  'b/go.mod': 'module example.com/b\n\ngo 1.20\n\nreplace example.com/x => ./../x\n',
  'c/go.mod': 'module example.com/c\n\ngo 1.21\n\nreplace example.com/y v1.0.0 => example.com/z v1.0.0\n',
};

/** The reader's own view of a folder with these files. */
function problemsOf(root: string, files: Files): WorkspaceProblem[] {
  const work = parseGoWork(files['go.work'] ?? '');
  const used = work.use.map(({ path, line }): UsedFolder => {
    const folder = join(root, path);
    const text = files[`${folder.slice(root.length + 1)}/go.mod`];
    const mod = text === undefined ? undefined : parseGoMod(text);
    const local = mod?.replace.filter(({ newPath }) => isDirectoryPath(newPath)) ?? [];
    return { path, line, folder, mod, targets: new Map(local.map((one) => [one.line, join(folder, one.newPath)])) };
  });
  return workspaceProblems(work, used, RULES);
}

/** How the go command (1.21 to 1.26) puts a problem of each kind. */
const IN_GO_WORDS: Readonly<Record<Exclude<WorkspaceProblemKind, 'never-published'>, RegExp>> = {
  'work-unreadable': /reading go\.work|errors parsing go\.work/,
  pattern: /cannot load module \.\.\. listed in go\.work file: open \S+go\.mod: no such file/,
  missing: /cannot load module \S+ listed in go\.work file: open \S+go\.mod: no such file/,
  unreadable: /cannot load module \S+ listed in go\.work file: errors parsing/,
  nameless: /missing module declaration/,
  'same-folder': /path \S+ appears multiple times in workspace/,
  'same-module': /module \S+ appears multiple times in workspace/,
  'newer-go': /listed in go\.work file requires go >=/,
  'member-replaced': /is replaced at all versions in the go\.work file/,
  'conflicting-replacements': /conflicting replacements for/,
};

type Edit = (files: Files) => Files;
const edit =
  (file: string, from: string | RegExp, to: string): Edit =>
  (files) => ({ ...files, [file]: (files[file] ?? '').replace(from, to) });
const without =
  (file: string): Edit =>
  ({ [file]: _gone, ...rest }) =>
    rest;

const EDITS: readonly Edit[] = [
  without('b/go.mod'),
  edit('go.work', './b', './...'),
  edit('b/go.mod', 'module example.com/b', ''),
  edit('b/go.mod', 'example.com/b', 'example.com/a'),
  edit('b/go.mod', 'go 1.20', 'go 1.21.3'),
  edit('b/go.mod', 'go 1.20', ''),
  edit('b/go.mod', 'go 1.20', '<<<<<<< HEAD'),
  edit('b/go.mod', './../x', './x'),
  edit('b/go.mod', '=> ./../x', '=> example.com/x v1.2.0'),
  edit('c/go.mod', /$/, 'replace example.com/x v1.0.0 => ../elsewhere\n'),
  edit('c/go.mod', /$/, 'replace example.com/a => ../a\n'),
  edit('a/go.mod', /$/, 'replace example.com/y v1.0.0 => example.com/z v1.1.0\n'),
  edit('go.work', 'go 1.21', 'go 1.20'),
  edit('go.work', 'go 1.21', ''),
  edit('go.work', './b', './b\n\tb'),
  edit('go.work', './b', 'b ./c'),
  edit('go.work', './b', './gone'),
  edit('go.work', /$/, 'replace example.com/x => ./x\n'),
  edit('go.work', /$/, 'replace example.com/y v3.0.0 => ./y\n'),
  edit('go.work', /$/, 'replace example.com/b => ./b\n'),
  edit('go.work', /$/, 'replace example.com/b v0.0.0 => ./b\n'),
  edit('go.work', /$/, 'excluded ./c\n'),
];

function editSome(random: Random): Files {
  let files = HEALTHY;
  for (let left = Math.floor(random() * 3); left > 0; left--) files = pick(random, EDITS)(files);
  return files;
}

let dir = '';

function goSays(name: string, files: Files): string {
  for (const [file, text] of Object.entries(files)) {
    mkdirSync(dirname(join(dir, name, file)), { recursive: true });
    writeFileSync(join(dir, name, file), text);
  }
  return spawnSync('go', ['list', '-m'], { cwd: join(dir, name), env: ENV, encoding: 'utf8' }).stderr;
}

beforeAll(() => {
  dir = mkdtempSync(join(tmpdir(), 'workspace-'));
});
afterAll(() => rmSync(dir, { recursive: true }));

describe('workspaceProblems', () => {
  it('finds nothing in a healthy workspace', () => {
    expect(problemsOf('/w', HEALTHY)).toEqual([]);
  });

  it('names the guilty member and the one it contradicts', () => {
    const [problem] = problemsOf('/w', edit('b/go.mod', './../x', './x')(HEALTHY));
    expect(problem).toMatchObject({
      kind: 'conflicting-replacements',
      member: { path: './b' },
      other: { path: './a' },
      line: 5,
      otherLine: 5,
      text: 'example.com/x',
      wanted: '/w/b/x',
      otherWanted: '/w/x',
    });
  });

  it('leaves the go lines alone where the go command does', () => {
    const work = parseGoWork('go 1.20\n\nuse ./a\n');
    const used = [
      { path: './a', line: 3, folder: '/w/a', mod: parseGoMod('module a\n\ngo 1.21\n'), targets: new Map() },
    ];
    expect(workspaceProblems(work, used, RULES)).toHaveLength(1);
    expect(workspaceProblems(work, used, { ...RULES, comparesGoLines: false })).toEqual([]);
  });

  it('stands broken files', () => {
    withstand(Object.values(HEALTHY), damageText, (text) =>
      problemsOf('/w', { ...HEALTHY, 'go.work': text, 'b/go.mod': text }),
    );
  });

  itWith(['go', 'version'])(
    'agrees with the go command on whether a workspace loads, and why not',
    () => {
      const random = randomFrom(SEED);
      for (let n = 0; n < CASES; n++) {
        const files = editSome(random);
        const kinds = problemsOf(join(dir, `${n}`), files).map(({ kind }) => kind);
        const stderr = goSays(`${n}`, files);
        const explained = kinds.some((kind) => kind !== 'never-published' && IN_GO_WORDS[kind].test(stderr));
        expect(
          explained || (kinds.length === 0 && stderr === ''),
          `${SEED} ${n} ${kinds}: ${stderr}\n${JSON.stringify(files)}`,
        ).toBe(true);
      }
    },
    60_000,
  );
});
