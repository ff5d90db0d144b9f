import type { Edit } from '../core/claim.ts';
import type { GoCompilation } from '../facts/proto/go-packages/go-compilations.ts';

/** The edits that make the Go plugins of a protoc command put their code beside the names of the files. */
export function sourceRelative({ compilation: { step }, outputs }: GoCompilation): Edit[] {
  if (step?.via !== 'protoc') return [];
  return outputs.flatMap(({ output: { plugin, paths, module, line, text: before } }): Edit[] => {
    const text = step.lineTexts.get(line);
    const flag = plugin.replace(/^protoc-gen-/, '');
    if (paths === 'source_relative' || module !== undefined || text?.split(before).length !== 2) return [];
    return [{ file: step.file, line, text, before, after: `${before} --${flag}_opt=paths=source_relative` }];
  });
}

/** The edits that take the path of a module off the folders that the Go plugins of a protoc command write to. */
export function moduleOption({ compilation: { step }, outputs }: GoCompilation, path: string): Edit[] {
  if (step?.via !== 'protoc') return [];
  return outputs.flatMap(({ output: { plugin, paths, module, line, text: before } }): Edit[] => {
    const text = step.lineTexts.get(line);
    if (paths === 'source_relative' || module !== undefined || text?.split(before).length !== 2) return [];
    const flag = plugin.replace(/^protoc-gen-/, '');
    return [{ file: step.file, line, text, before, after: `${before} --${flag}_opt=module=${path}` }];
  });
}
