import { defineFact } from '../../core/fact.ts';
import { known, valueIfKnown } from '../../core/outcome.ts';
import { type GoSum, parseGoSum } from '../../read/modules/go-sum.ts';
import { limits } from '../limits.ts';
import { readText } from '../text-file.ts';
import { moduleSum, modules } from './modules.ts';
import { workspace } from './workspace.ts';

/** A go.sum or go.work.sum of the project. */
export interface SumFile {
  /** Path relative to the project. */
  readonly file: string;
  readonly sum: GoSum;
}

/** Path of a module's go.sum, relative to the project. */
export function sumFileOf(dir: string): string {
  return dir === '.' ? 'go.sum' : `${dir}/go.sum`;
}

/** All files with hashes of the project: go.work.sum first, then those of the modules. */
export const sumsOfProject = defineFact<readonly SumFile[]>('project.sums', 'project', async (ask) => {
  const sums: SumFile[] = [];
  const space = valueIfKnown(await ask.get(workspace));
  const text = space && readText(ask.host, `${space.path}.sum`, limits.listBytes);
  if (text?.kind === 'known') sums.push({ file: `${space?.file}.sum`, sum: parseGoSum(text.value) });
  for (const id of valueIfKnown(await ask.get(modules)) ?? []) {
    const sum = valueIfKnown(await ask.get(moduleSum, { kind: 'module', id }));
    if (sum) sums.push({ file: sumFileOf(id), sum });
  }
  return known(sums);
});
