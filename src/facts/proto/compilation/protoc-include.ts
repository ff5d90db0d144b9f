import { defineFact } from '../../../core/fact.ts';
import type { ReadHost } from '../../../core/host.ts';
import { known } from '../../../core/outcome.ts';
import { toolsOnPath } from '../../tools/path.ts';

/** A protoc, and the folder with .proto files that it searches after all others without being told. */
export interface ProtocInclude {
  /** Absolute path of the executable, links followed. */
  readonly protoc: string;
  /** Absolute; undefined where it finds none. */
  readonly folder?: string;
  /** It is a script: nobody can tell what it passes on. */
  readonly wrapper: boolean;
  /** Where it looked, in order. */
  readonly looked: readonly string[];
}

/** By this file protoc recognises the folder; measured with 3.6.1 to 36.2. */
const mark = ['google', 'protobuf', 'descriptor.proto'];

/** The folder of the executable, `include` in it, `include` beside it: the first that has descriptor.proto. No other is looked at. */
export function protocInclude(host: ReadHost, path: string, wrapper: boolean): ProtocInclude {
  const protoc = host.realPath(path);
  const own = host.path.dirname(protoc);
  const looked = [own, host.path.join(own, 'include'), host.path.join(host.path.dirname(own), 'include')];
  const folder = looked.find((one) => host.stat(host.path.join(one, ...mark))?.kind === 'file');
  return { protoc, looked, wrapper, ...(folder !== undefined && { folder }) };
}

/** The protoc that PATH leads to. */
export const protocOnPath = defineFact<ProtocInclude | undefined>('tools.protoc-include', 'machine', async (ask) => {
  const tools = await ask.get(toolsOnPath);
  if (tools.kind !== 'known') return tools;
  const protoc = tools.value.find(({ name, mayExecute }) => name === 'protoc' && mayExecute);
  if (!protoc) return known(undefined);
  return known(protocInclude(ask.host, protoc.path, protoc.format.kind === 'script'));
});
