import type { StepPlugin } from '../../../read/generation/generation.ts';
import { isGoPlugin, type Step } from '../../generation/steps.ts';
import type { Compilation, Output } from './compilation.ts';
import type { GivenGoPackage } from './go-package.ts';

/** What the plugins of a step write, and where; `folderOf` turns the words of an output folder into an absolute path. */
export function outputsOf(step: Step, folderOf: (written: string) => string | undefined): Output[] {
  return step.plugins.map((plugin) => {
    const written = plugin.out ?? '';
    const folder = folderOf(written);
    const module = plugin.options.find((option) => option.startsWith('module='))?.slice('module='.length);
    return {
      plugin: plugin.name,
      written,
      ...(folder !== undefined && { folder }),
      paths: plugin.options.includes('paths=source_relative') ? 'source_relative' : 'import',
      ...(module !== undefined && { module }),
      line: plugin.line,
      column: plugin.column,
      text: plugin.text,
      options: plugin.options,
    };
  });
}

/** The `M` options of the Go plugins of a step, by the name of the .proto file. */
export function mappingsOf(step: Step): Map<string, GivenGoPackage> {
  const mappings = new Map<string, GivenGoPackage>();
  for (const plugin of step.plugins.filter(isGoPlugin))
    for (const option of plugin.options) {
      const equals = option.indexOf('=');
      if (!option.startsWith('M') || equals < 0) continue;
      mappings.set(option.slice(1, equals), givenBy(step, plugin, option.slice(equals + 1)));
    }
  return mappings;
}

function givenBy(step: Step, { line, column }: StepPlugin, value: string): GivenGoPackage {
  return { from: 'mapping', value, file: step.file, line, column };
}

/** True where Go code is made: of the others nobody asks this program. */
export function makesGo({ outputs }: Compilation): boolean {
  return outputs.some(({ plugin }) => isGoPlugin({ name: plugin }));
}
