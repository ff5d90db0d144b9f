import { defineFact } from '../../core/fact.ts';
import { known, valueIfKnown } from '../../core/outcome.ts';
import { conflictPolicy } from '../../knowledge/registration.ts';
import { limits } from '../limits.ts';
import { projectText } from '../modules/modules.ts';
import { tree } from '../project/tree.ts';

/** A line of the project, or a variable of this shell, by which programs go on where two of their files collide. */
export interface ConflictPolicy {
  /** Of a variable its name, with a dollar sign. */
  readonly file: string;
  readonly line?: number;
  readonly text: string;
  readonly value: string;
}

const { environment, linker, values } = conflictPolicy;
const setting = new RegExp(
  `(?:${environment}|${linker.replaceAll('.', '\\.')})\\b["'\`]?\\s*(?:[=:,]|\\s)\\s*["'\`]?(${values.join('|')})\\b`,
);

/**
 * Where makefiles, scripts, images, CI and Go code set the policy. Whether it is set for one program or another is not followed. Only
 * collected where something collides: it reads many files.
 */
export const conflictPolicies = defineFact<readonly ConflictPolicy[]>(
  'project.conflict-policies',
  'project',
  async (ask) => {
    const files = await ask.get(tree);
    if (files.kind !== 'known') return files;
    const { generationFiles, dockerfiles, ciFiles, goSources } = files.value;
    const here = ask.host.env(environment);
    const found: ConflictPolicy[] = values.some((value) => value === here)
      ? [{ file: `$${environment}`, text: `${environment}=${here}`, value: here ?? '' }]
      : [];
    for (const file of [...generationFiles, ...dockerfiles, ...ciFiles, ...goSources.slice(0, limits.goFiles)]) {
      const text = valueIfKnown(await projectText(ask, file, limits.scriptBytes));
      if (!text?.includes(environment) && !text?.includes(linker)) continue;
      text.split('\n').forEach((line, at) => {
        const value = setting.exec(line)?.[1];
        if (value !== undefined) found.push({ file, line: at + 1, text: line.trim(), value });
      });
    }
    return known(found);
  },
);
