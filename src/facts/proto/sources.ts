import { defineFact } from '../../core/fact.ts';
import type { ReadHost } from '../../core/host.ts';
import { known, type Reason } from '../../core/outcome.ts';
import { maskSecrets } from '../../host/mask.ts';
import type { ProtoSource } from '../../read/proto/proto-source.ts';
import { readProto } from '../../read/proto/read-proto.ts';
import { limits } from '../limits.ts';
import { tree } from '../project/tree.ts';

/** The .proto files of a project, each opened once. */
export interface ProtoReading {
  /** By path in the project, in walking order. */
  readonly sources: ReadonlyMap<string, ProtoSource>;
  /** Why files were not read. */
  readonly unread: readonly Reason[];
}

export const protoReading = defineFact<ProtoReading>('project.proto-reading', 'project', async (ask) => {
  const found = await ask.get(tree);
  if (found.kind !== 'known') return found;
  const { root, protos } = found.value;
  const sources = new Map<string, ProtoSource>();
  const unread: Reason[] = [];
  for (const path of protos) {
    const read = protoSource(ask.host, ask.host.path.join(root, ...path.split('/')));
    if (read.kind === 'read') sources.set(path, read.source);
    // A link that leads nowhere is no file.
    else if (read.kind !== 'missing') unread.push({ key: `file-${read.kind}`, data: { file: path } });
  }
  return known({ sources, unread });
});

/** What the .proto files of the project say, by path; without those that could not be read. */
export const protoSources = defineFact<ReadonlyMap<string, ProtoSource>>(
  'project.proto-sources',
  'project',
  async (ask) => {
    const reading = await ask.get(protoReading);
    return reading.kind === 'known' ? known(reading.value.sources) : reading;
  },
);

type ReadProblem = Exclude<ReturnType<ReadHost['readFile']>['kind'], 'read'>;

const decoder = new TextDecoder('utf-8', { ignoreBOM: true });

/** Reads one .proto file by its absolute path. Values that look like secrets are masked. */
export function protoSource(
  host: ReadHost,
  path: string,
): { readonly kind: 'read'; readonly source: ProtoSource } | { readonly kind: ReadProblem } {
  const read = host.readFile(path, limits.protoBytes);
  if (read.kind !== 'read') return { kind: read.kind };
  // Masking the few values that are kept costs a hundredth of masking the text.
  const source = readProto(decoder.decode(read.bytes));
  const options = source.options.map((option) => ({ ...option, value: maskSecrets(option.value) }));
  const imports = source.imports.map((one) => ({ ...one, path: maskSecrets(one.path) }));
  const faults = source.faults.map((fault) => ({ ...fault, found: maskSecrets(fault.found) }));
  return { kind: 'read', source: { ...source, options, imports, faults } };
}
