/** The module that both members need, and its two versions. Invented: a proxy on the loopback interface serves it. */
export const DEP = 'example.com/dep';

type Files = Readonly<Record<string, string>>;

/** A command that prepares a situation, with the lab's own Go. */
interface Step {
  readonly args: readonly string[];
  /** Folder of the situation. */
  readonly in: string;
  readonly GOWORK?: 'off';
}

/** Two modules, a go.work or none, and a command in one of them. */
export interface Situation {
  readonly id: string;
  /** What lies there, in the words of commands and files. */
  readonly layout: string;
  /** What is run; without the question from where the sources come where that follows. */
  readonly command: string;
  readonly files: Files;
  readonly prepare?: readonly Step[];
  /** Taken away after the preparation. */
  readonly remove?: readonly string[];
  /** Written after the preparation. */
  readonly later?: Files;
  /** Folder in which it is asked. */
  readonly in: string;
  readonly env?: Readonly<Record<string, string>>;
  /** Run first; its failure is the outcome. */
  readonly first?: readonly string[];
  /** Flags of the question from where the sources come. */
  readonly flags?: readonly string[];
  /** The outcome is how this command ends, and not from where the sources come. */
  readonly instead?: readonly string[];
}

const goMod = (name: string, version = 'v0.1.0', go = '1.18') =>
  `module example.com/${name}\n\ngo ${go}\n\nrequire ${DEP} ${version}\n`;
const member = (name: string, version?: string): Files => ({
  [`${name}/go.mod`]: goMod(name, version),
  [`${name}/${name}.go`]: `package ${name}\n\nimport _ "${DEP}"\n`,
});
const both: Files = { ...member('a'), ...member('b') };
/** The members disagree about the version. */
const uneven: Files = { ...member('a'), ...member('b', 'v0.2.0') };
const work = 'go 1.18\n\nuse (\n\t./a\n\t./b\n)\n';
const withWork = { 'go.work': work };
/** A module beside go.work. */
const root: Files = {
  'go.mod': goMod('a'),
  'a.go': `package a\n\nimport _ "${DEP}"\n`,
  'go.work': 'go 1.18\n\nuse .\n',
};
const fork: Files = {
  'fork/go.mod': `module ${DEP}\n\ngo 1.18\n`,
  'fork/dep.go': 'package dep\n\nconst Version = "fork"\n',
};

const vendorA: Step = { args: ['mod', 'vendor'], in: 'a', GOWORK: 'off' };
const vendorRoot: Step = { args: ['mod', 'vendor'], in: '.', GOWORK: 'off' };
const vendorWork: Step = { args: ['work', 'vendor'], in: '.' };
const off = { GOWORK: 'off' };
const replaceByFork = `${work}\nreplace ${DEP} => ./fork\n`;

const ofModule = {
  layout: 'go.work, a/vendor by go mod vendor',
  files: { ...both, ...withWork },
  prepare: [vendorA],
  in: 'a',
};
const ofWork = {
  layout: 'go.work, vendor by go work vendor',
  files: { ...both, ...withWork },
  prepare: [vendorWork],
  in: 'a',
};
const besideWork = {
  layout: 'go.work and go.mod, vendor by go mod vendor',
  files: root,
  prepare: [vendorRoot],
  in: '.',
};
const pattern = { layout: 'go.work with use ./...', files: { ...both, 'go.work': 'go 1.18\n\nuse ./...\n' }, in: '.' };

export const situations: readonly Situation[] = [
  // The vendor folder of a member.
  { id: 'member-vendored', command: 'go build', ...ofModule },
  { id: 'member-vendored-off', command: 'GOWORK=off go build', ...ofModule, env: off },
  { id: 'member-vendored-flag', command: 'go build -mod=vendor', ...ofModule, flags: ['-mod=vendor'] },
  {
    id: 'member-vendored-goflags',
    command: 'GOFLAGS=-mod=vendor go build',
    ...ofModule,
    env: { GOFLAGS: '-mod=vendor' },
  },
  { id: 'member-vendored-readonly', command: 'go build -mod=readonly', ...ofModule, flags: ['-mod=readonly'] },
  { id: 'member-vendored-mod', command: 'go build -mod=mod', ...ofModule, flags: ['-mod=mod'] },
  { id: 'member-vendored-modfile', command: 'go build -modfile=go.mod', ...ofModule, flags: ['-modfile=go.mod'] },
  { id: 'member-vendored-mod-vendor', command: 'go mod vendor', ...ofModule, instead: ['mod', 'vendor'] },
  { id: 'member-vendored-work-vendor', command: 'go work vendor, go build', ...ofModule, first: ['work', 'vendor'] },
  { id: 'member-vendored-list', command: 'go list -m -json all', ...ofModule, instead: ['list', '-m', '-json', 'all'] },
  {
    id: 'member-no-list',
    command: 'go build',
    ...{ ...ofModule, layout: 'go.work, a/vendor without modules.txt', remove: ['a/vendor/modules.txt'] },
  },
  {
    id: 'member-no-list-off',
    command: 'GOWORK=off go build',
    ...{ ...ofModule, layout: 'go.work, a/vendor without modules.txt', remove: ['a/vendor/modules.txt'], env: off },
  },
  // The vendor folder of the workspace.
  { id: 'work-vendored', command: 'go build', ...ofWork },
  { id: 'work-vendored-flag', command: 'go build -mod=vendor', ...ofWork, flags: ['-mod=vendor'] },
  { id: 'work-vendored-readonly', command: 'go build -mod=readonly', ...ofWork, flags: ['-mod=readonly'] },
  { id: 'work-vendored-off', command: 'GOWORK=off go build', ...ofWork, env: off },
  { id: 'work-vendored-list', command: 'go list -m -json all', ...ofWork, instead: ['list', '-m', '-json', 'all'] },
  {
    id: 'work-vendored-stale',
    command: 'go build',
    ...{ ...ofWork, layout: 'the same, then b requires v0.2.0', later: { 'b/go.mod': goMod('b', 'v0.2.0') } },
  },
  {
    id: 'work-vendored-no-list',
    command: 'go build',
    ...{ ...ofWork, layout: 'the same without modules.txt', remove: ['vendor/modules.txt'] },
  },
  {
    id: 'work-vendored-no-go-line',
    command: 'go build',
    ...{ ...ofWork, layout: 'the same, go.work without go line', later: { 'go.work': 'use (\n\t./a\n\t./b\n)\n' } },
  },
  // A module beside go.work.
  { id: 'root-vendored', command: 'go build', ...besideWork },
  { id: 'root-vendored-flag', command: 'go build -mod=vendor', ...besideWork, flags: ['-mod=vendor'] },
  { id: 'root-vendored-off', command: 'GOWORK=off go build', ...besideWork, env: off },
  {
    id: 'root-work-vendored-off',
    command: 'GOWORK=off go build',
    ...{
      layout: 'go.work and go.mod, vendor by go work vendor',
      files: root,
      prepare: [vendorWork],
      in: '.',
      env: off,
    },
  },
  // What the article has in go.work.
  { id: 'use-pattern', command: 'go build', ...pattern, in: 'a' },
  { id: 'use-pattern-root', command: 'go list -m all', ...pattern, instead: ['list', '-m', 'all'] },
  {
    id: 'use-pattern-mended',
    command: 'go work use -r ., go build',
    ...pattern,
    in: 'a',
    first: ['work', 'use', '-r', '..'],
  },
  // The strategies of the article, where the members disagree: what a is built with.
  {
    id: 'strategy-none',
    layout: 'a v0.1.0, b v0.2.0, go.work',
    command: 'go build',
    files: { ...uneven, ...withWork },
    in: 'a',
  },
  {
    id: 'strategy-remove',
    ...{
      layout: 'the same, a/vendor, go.work removed',
      command: 'go build',
      files: uneven,
      prepare: [vendorA],
      in: 'a',
    },
  },
  {
    id: 'strategy-vendor',
    ...{
      layout: 'the same, a/vendor, go.work removed',
      command: 'go build -mod=vendor',
      files: uneven,
      prepare: [vendorA],
    },
    ...{ in: 'a', flags: ['-mod=vendor'] },
  },
  {
    id: 'strategy-replace',
    ...{ layout: 'the same, a/vendor, go.work with replace', command: 'go build', prepare: [vendorA], in: 'a' },
    files: { ...uneven, ...fork, 'go.work': replaceByFork },
  },
  {
    id: 'strategy-replace-flag',
    ...{
      layout: 'the same, a/vendor, go.work with replace',
      command: 'go build -mod=vendor',
      prepare: [vendorA],
      in: 'a',
    },
    ...{ files: { ...uneven, ...fork, 'go.work': replaceByFork }, flags: ['-mod=vendor'] },
  },
  {
    id: 'strategy-off',
    ...{ layout: 'the same, a/vendor and go.work', command: 'GOWORK=off go build', files: { ...uneven, ...withWork } },
    ...{ prepare: [vendorA], in: 'a', env: off },
  },
  {
    id: 'strategy-work-vendor',
    ...{ layout: 'the same, vendor by go work vendor', command: 'go build', files: { ...uneven, ...withWork } },
    ...{ prepare: [vendorWork], in: 'a' },
  },
];

/** A selection that shows each rule once, for machines that are asked on every change. */
export const shortForm: readonly string[] = [
  'member-vendored',
  'member-vendored-off',
  'member-vendored-flag',
  'member-vendored-mod',
  'member-vendored-mod-vendor',
  'work-vendored',
  'work-vendored-list',
  'work-vendored-stale',
  'use-pattern',
  'strategy-replace',
  'strategy-work-vendor',
];
