import { defineFact } from '../../core/fact.ts';
import { known, valueIfKnown } from '../../core/outcome.ts';
import { jobPlugins, type PlannedPlugin, plannedReaders } from '../generation/planned.ts';
import { modules } from '../modules/modules.ts';
import type { Compilation } from './compilation/compilation.ts';
import { compilations } from './compilation/compilations.ts';

/** A plugin that would run next, and the compilations that hand it their files. */
export interface PluginReader {
  readonly plan: PlannedPlugin;
  readonly compilations: readonly Compilation[];
}

export const pluginReaders = defineFact<readonly PluginReader[]>('project.plugin-readers', 'project', async (ask) => {
  const all = await ask.get(compilations);
  if (all.kind !== 'known') return all;
  const found: PluginReader[] = [];
  for (const id of valueIfKnown(await ask.get(modules)) ?? []) {
    const subject = { kind: 'module', id } as const;
    const plans = [
      ...(valueIfKnown(await ask.get(plannedReaders, subject)) ?? []),
      ...(valueIfKnown(await ask.get(jobPlugins, subject)) ?? []),
    ];
    for (const plan of plans) {
      const { file, line } = plan.use.step;
      const own = all.value.filter(({ step }) => step && step.file === file && step.line === line);
      if (own.length > 0) found.push({ plan, compilations: own });
    }
  }
  return known(found);
});
