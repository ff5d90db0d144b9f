import type { Bilingual } from '../../kit/environment.ts';
import { measureVariant, mistakesOf, type ProtoCase } from '../../kit/proto-lab.ts';
import { defineLab, isWanted, type Measured, type Row } from '../../lab.ts';
import { cases } from './cases.ts';

const all = cases.flatMap((one) => Object.keys(one.variants).map((variant) => ({ one, variant })));

/** Rows of all kinds, with the fewest releases: for machines that are asked on every change. */
const short = [
  'optional/3.14.0',
  'optional-plugin/1.21.0',
  'edition-2024/31.1',
  'edition-2023-grpc-plugin/1.5.1',
  'no-go-package/36.2',
  'go-package-bare-word/36.2',
  'module-option/36.2',
  'import-missing/36.2',
  'wkt-bare-protoc/36.2',
  'output-dir-missing/36.2',
  'unknown-option/36.2',
  'file-cycle/36.2',
  'file-cycle/buf',
  'go-package-cycle/36.2',
  'go-package-cycle-unseen/buf',
  'alias-one-call/36.2',
  'shadowed-silently/36.2',
  'same-file-name-linked/both',
  'same-file-name-linked/two-programs',
  'runtime-optional/1.28.0-on-1.21.0',
  'two-apis/old-message-new-functions',
  'header-of-protoc/36.2',
];

/** Of releases that say the same in other words. */
const few = ['3.6.1', '3.12.4', '21.12', '25.9', '36.2'].map((release) => `file-cycle/${release}`);

/** What the rows say about claims of the article: all rows of a case, or one. */
const answers: Readonly<Record<string, readonly string[]>> = {
  '3.1.panic': ['optional-plugin/1.28.0', 'runtime-optional', 'own-nil-pointer'],
  '3.1.optional-3.12': ['optional', 'optional-flag'],
  '3.1.old-plugin': ['optional-plugin'],
  '3.1.command': ['plain/21.12', 'no-go-package/21.12'],
  '3.1.proto-field': ['optional/21.12'],
  '3.1.deref': ['own-nil-pointer'],
  '3.1.row-3.12.4': ['optional/3.12.4', 'optional-flag/3.12.4', 'optional-flag/3.12.4-protoc-gen-go-1.22.0'],
  '3.1.row-3.21.12': ['optional-plugin'],
  '3.2.silent': [
    ...few,
    'file-cycle/buf',
    'file-cycle/one-call-per-file',
    'file-cycle/two-names',
    'file-cycle-two-roots/21.12',
    'file-cycle-two-roots/36.2',
    'go-package-cycle/21.12',
    'go-package-cycle/36.2',
    'go-package-cycle/buf',
    'go-package-cycle-unseen/buf',
  ],
  '3.2.example': [...few, 'file-cycle/buf', 'file-cycle/without'],
  '3.2.no-topology': ['file-cycle-two-roots', 'file-cycle/two-names'],
  '3.2.descriptor-pool': ['file-cycle-in-descriptor-set', 'file-cycle/one-call-per-file'],
  '3.2.row-single': few,
  '3.2.row-multi': ['file-cycle-two-roots', 'shadowed-silently'],
  '3.2.diagram': ['file-cycle-two-roots', 'file-cycle/one-call-per-file'],
};

/** The ids of those rows. */
function rowsLike(names: readonly string[]): string[] {
  const ids = all.map(({ one, variant }) => `${one.id}/${variant}`);
  return names.flatMap((name) => (name.includes('/') ? [name] : ids.filter((id) => id.startsWith(`${name}/`))));
}

function titleOf({ title }: ProtoCase, variant: string): Bilingual {
  return { en: `${title.en} (${variant})`, zh: `${title.zh}（${variant}）` };
}

export default defineLab({
  id: 'proto-faults',
  title: {
    en: 'The fault matrix of .proto files, commands and generated code',
    zh: '.proto 文件、命令与生成代码的故障矩阵',
  },
  question: {
    en: 'What do protoc, buf and go say to each known fault, and what does the doctor say before they run?',
    zh: '对每一种已知故障，protoc、buf 和 go 各报什么？在运行它们之前，grpc-doctor 又报什么？',
  },
  traps: [...new Set(all.flatMap(({ one, variant }) => one.variants[variant]?.expect?.trap ?? []))],
  short,
  article: Object.keys(answers),
  rowsOf: Object.fromEntries(Object.entries(answers).map(([item, patterns]) => [item, rowsLike(patterns)])),
  rowTitles: Object.fromEntries(all.map(({ one, variant }) => [`${one.id}/${variant}`, titleOf(one, variant)])),
  table: [
    { column: 'generate', title: { en: 'protoc, buf', zh: 'protoc、buf' } },
    { column: 'program', title: { en: 'go', zh: 'go' } },
    { column: 'doctor', title: { en: 'grpc-doctor', zh: 'grpc-doctor' } },
  ],
  run: async (context): Promise<Measured> => {
    const rows: Row[] = [];
    const problems: string[] = [];
    for (const { one, variant } of all.filter(({ one, variant }) =>
      isWanted({ short }, context, `${one.id}/${variant}`),
    )) {
      const started = Date.now();
      const row = await measureVariant(one, variant, context);
      rows.push(row);
      problems.push(...mistakesOf(one, variant, row));
      context.progress(`proto-faults ${row.id} (${((Date.now() - started) / 1000).toFixed(1)} s)`);
    }
    return { rows, problems };
  },
});
