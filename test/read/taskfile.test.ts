import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseTaskfile } from '../../src/read/shell/taskfile.ts';
import { damageText, SEED, withstand } from './damage.ts';

const TASKFILE = `version: '3'
vars:
  OUT: gen
  SHA: {sh: git rev-parse HEAD}
env:
  PATH: 'bin:{{.PATH}}'
tasks:
  gen:
    dir: api
    vars: {OPTS: "paths=source_relative"}
    cmds:
      - cmd: protoc --go_out={{.OUT}} --go_opt={{ .OPTS }} {{.FILE | default "a.proto"}} {{.SHA}}
      - |
        set -e
        protoc \\
          --go-grpc_out={{.OUT}} b.proto
      - task: other
  other: buf generate
  tools: [go install example.com/x@latest]
`;

/** The YAML library is the slow part: short texts keep ten thousand of them cheap. */
const SMALL = [
  'vars: {A: x}\ntasks:\n  g:\n    cmds:\n      - cmd: protoc {{.A | default "y"}}\n      - |\n        a\n        b\n',
  'env: {PATH: "a:{{.PATH}}"}\ntasks:\n  g: >\n    a {{.A}}\n    b\n  h: [a, "b \\n c"]\n',
];

describe('parseTaskfile', () => {
  it('reads the commands of the tasks', () => {
    const { tasks, variables, errors } = parseTaskfile(TASKFILE);
    expect(errors).toEqual([]);
    expect(variables).toEqual({ OUT: 'gen' });
    expect(
      tasks.map((task) => [task.name, task.lines.map((line) => line.words.map((word) => word.text).join(' '))]),
    ).toEqual([
      [
        'gen',
        [
          'protoc --go_out=gen --go_opt=paths=source_relative a.proto {{.SHA}}',
          'set -e',
          'protoc --go-grpc_out=gen b.proto',
        ],
      ],
      ['other', ['buf generate']],
      ['tools', ['go install example.com/x@latest']],
    ]);
  });

  it('knows places, folder and PATH', () => {
    const lines = parseTaskfile(TASKFILE).tasks[0]?.lines ?? [];
    expect(lines[0]).toMatchObject({ line: 12, column: 14, folder: 'api', pathPrefixes: ['bin'], pathSuffixes: [] });
    expect(lines[2]).toMatchObject({ line: 15, column: 9 });
    expect(lines[2]?.words[1]).toMatchObject({ line: 16, column: 11 });
  });

  it('tells what is wrong', () => {
    expect(parseTaskfile('- a').errors).toEqual(['not a mapping']);
    expect(parseTaskfile('tasks: {a: [').errors.length).toBeGreaterThan(0);
  });

  it(`never throws (seed ${SEED})`, { timeout: 60_000 }, () => {
    withstand(SMALL, damageText, parseTaskfile);
    fc.assert(fc.property(fc.string(), (text) => Array.isArray(parseTaskfile(`tasks:\n  a: ${text}`).tasks)));
  });
});
