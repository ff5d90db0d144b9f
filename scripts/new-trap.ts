/** Makes the folder of a new trap and lists it: npm run new-trap -- GROUP/ID */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Group } from '../src/core/trap.ts';
import { baseMachine } from '../test/support/machine.ts';

const root = join(import.meta.dirname, '..');
const trapsFolder = join(root, 'src', 'traps');
/** Every group; the compiler holds the list to the type. */
const groups = Object.keys({
  go: true,
  module: true,
  proto: true,
  codegen: true,
  tls: true,
  network: true,
  proxy: true,
  rpc: true,
  container: true,
  infra: true,
} satisfies Record<Group, true>);
/** The line that the scaffold takes for what is wrong, until somebody says what that really is. */
const marker = '// say what is wrong here';

function mistakeIn(given: string): string | undefined {
  const [group = '', id = '', ...surplus] = given.split('/');
  if (!id || surplus.length > 0) return `"${given}" is not GROUP/ID, such as codegen/plugin-not-on-path`;
  if (!groups.includes(group)) return `there is no group "${group}": it is one of ${groups.join(', ')}`;
  if (!/^[a-z][a-z0-9]*(-[a-z0-9]+)+$/.test(id)) return `"${id}" is not two or more small words joined by "-"`;
  const home = homeOf(id);
  return home && `there is a trap ${id} already, in src/traps/${home}`;
}

/** The group that holds a trap of this id. Ids are the same for all groups: users name a trap by its id alone. */
function homeOf(id: string): string | undefined {
  return readdirSync(trapsFolder).find((entry) => existsSync(join(trapsFolder, entry, id)));
}

function makeTrap(group: string, id: string): void {
  for (const [name, text] of Object.entries(filesOf(group, id))) {
    const path = join(trapsFolder, group, id, name);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, text);
    console.log(`src/traps/${group}/${id}/${name}`);
  }
  const tsx = join(root, 'node_modules', 'tsx', 'dist', 'cli.mjs');
  const gen = spawnSync(process.execPath, [tsx, join(root, 'scripts', 'gen.ts')], { cwd: root, stdio: 'inherit' });
  process.exitCode = gen.status ?? 1;
  if (gen.status === 0) console.log(`\nnow: npm test -- test/traps.test.ts -t ${id}\nand read CONTRIBUTING.md`);
}

function filesOf(group: string, id: string): Record<string, string> {
  const healthy = baseMachine('healthy');
  const goMod = healthy.project['go.mod'] ?? '';
  return {
    'trap.ts': trapText(group, id),
    'messages.en.ts': messagesEn,
    'messages.zh-CN.ts': messagesZh,
    'explain.en.md': explanation(sectionsEn, id),
    'explain.zh-CN.md': explanation(sectionsZh, id),
    'lab.ts': labText(id),
    'cases/fires-example.yaml': firesCase(goMod),
    'cases/quiet-example.yaml': quietCase(goMod),
    'cases/skipped-example.yaml': skippedCase(healthy.dir),
  };
}

function trapText(group: string, id: string): string {
  return `import { defineTrap, type Trap } from '../../../core/trap.ts';
import { moduleFile } from '../../../facts/modules/modules.ts';
import { en } from './messages.en.ts';
import { zh } from './messages.zh-CN.ts';

/** Say here in one sentence what is wrong. */
const trap: Trap = defineTrap({
  id: '${id}',
  group: '${group}',
  // What is judged: machine, project, module or tool.
  subject: 'module',
  // Facts, under the names that judge uses. One that is unknown skips the trap; one that is absent is undefined.
  needs: { file: moduleFile },
  messages: { en, 'zh-CN': zh },
  judge: ({ facts, subject }) => {
    const { file } = facts;
    const text = '${marker}';
    const line = (file?.lines.indexOf(text) ?? -1) + 1;
    if (!file || line === 0) return [];
    return [
      {
        subject,
        severity: 'error',
        confidence: 'proven',
        title: { key: 'title', data: { file: file.file } },
        why: { key: 'why' },
        bites: { key: 'bites' },
        location: { file: file.file, line },
        frame: { text },
        evidence: [{ source: file.file, line, text }],
        // What the user will meet, in the words of src/core/symptom.ts: the verdict orders and folds by it.
        causes: [],
        // At least one way out; src/fix/plans.ts has the usual ones.
        fixes: [],
        verify: { argv: ['go', 'build', './...'], expect: { key: 'common.build-passes' } },
      },
    ];
  },
});

export default trap;
`;
}

const messagesEn = `export const en = {
  summary: 'say here in one sentence what the trap is',
  title: 'say here what is wrong in {file}',
  why: 'say here why that breaks something',
  bites: 'quote here what the tool prints',
} as const;
`;

const messagesZh = `import type { en } from './messages.en.ts';

export const zh: Record<keyof typeof en, string> = {
  summary: '在这里用一句话说明这个陷阱',
  title: '在这里说明 {file} 中哪里不对',
  why: '在这里说明为什么会出问题',
  bites: '在这里引用工具的原始输出',
};
`;

type Section = readonly [heading: string, text: string];

/** The headings are the same on every page, in this order. */
const sectionsEn: readonly Section[] = [
  ['What it is', 'Say here what is wrong, in two or three sentences.'],
  ['Why it bites', 'Say here by which rule of Go, protoc or gRPC it breaks, and since which version.'],
  ['What you see', '```text\nquote here what the tool prints\n```'],
  ['How we know', 'Say here with which versions it was measured. `grpc-doctor lab run {id}` repeats it.'],
  ['How to get out', '1. Say here what to do first.\n2. Say here how to see that it is mended.'],
  ['When to ignore it', 'Say here when nothing needs to be done.'],
  ['What people say that is not true', '- "Quote here what is told": say here what was measured instead.'],
];

const sectionsZh: readonly Section[] = [
  ['这是什么', '在这里用两三句话说明哪里不对。'],
  ['为什么会出问题', '在这里说明违反了 Go、protoc 或 gRPC 的哪条规则，从哪个版本开始。'],
  ['你会看到什么', '```text\n在这里引用工具的原始输出\n```'],
  ['我们怎么知道', '在这里写明用哪些版本实测。执行 `grpc-doctor lab run {id}` 可以复现。'],
  ['怎么解决', '1. 在这里写第一步。\n2. 在这里写怎样确认已经解决。'],
  ['什么时候可以忽略', '在这里说明什么情况下不用处理。'],
  ['流传的错误说法', '- “在这里引用流传的说法”：在这里写实测结果。'],
];

function explanation(sections: readonly Section[], id: string): string {
  return sections.map(([heading, text]) => `## ${heading}\n\n${text.replace('{id}', id)}\n`).join('\n');
}

function labText(id: string): string {
  return `import { appendFile } from 'node:fs/promises';
import { broken, healthy, trapLab } from '../../../lab/kit/trap-lab.ts';

const trap = '${id}';

export default trapLab({
  trap,
  title: { en: 'Say here what is wrong', zh: '在这里说明哪里不对' },
  question: { en: 'Ask here what the lab answers.', zh: '在这里写实验要回答的问题。' },
  environments: [
    broken(
      'with',
      trap,
      { en: 'say here what is special', zh: '在这里说明特别之处' },
      { arrange: (site) => appendFile(site.at('src/hello/go.mod'), '\\n${marker}\\n') },
    ),
    healthy('without', { en: 'as it should be', zh: '一切正常' }),
  ],
});
`;
}

function firesCase(goMod: string): string {
  return `about: say here in one sentence what is wrong on this machine
of: healthy
changes:
  - at: [project, go.mod]
    to: |
${indented(`${goMod}\n${marker}\n`, 6)}
expect: { severity: error, subject: 'module:.', title: say-here-which-title-is-claimed }
`;
}

function quietCase(goMod: string): string {
  return `about: say here which one fact makes the difference
of: fires-example
change:
  at: [project, go.mod]
  to: |
${indented(goMod, 4)}
`;
}

function skippedCase(folder: string): string {
  return `about: the folder of the project may not be listed, so nothing is known of its modules
of: healthy
changes:
  - { at: [unreadable], to: [${folder}] }
reason: folder-unreadable
`;
}

function indented(text: string, spaces: number): string {
  const lines = text.trimEnd().split('\n');
  return lines.map((line) => (line === '' ? '' : `${' '.repeat(spaces)}${line}`)).join('\n');
}

const [word = ''] = process.argv.slice(2);
const mistake = mistakeIn(word);
if (mistake) {
  console.error(`new-trap: ${mistake}\nusage: npm run new-trap -- GROUP/ID`);
  process.exitCode = 2;
} else {
  const [group = '', id = ''] = word.split('/');
  makeTrap(group, id);
}
