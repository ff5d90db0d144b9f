import { defineFact } from '../../core/fact.ts';
import { known, valueIfKnown } from '../../core/outcome.ts';
import type { GogoField } from '../../read/generation/gogo-fields.ts';
import { moduleSources } from '../modules/sources.ts';
import { tree } from '../project/tree.ts';
import { bytesOf, liesBesideTheProduct, mentions } from '../source/own-code.ts';

/** A field of a message that the codec of grpc-go has to read by reflection and cannot. */
export interface GogoMessageField extends GogoField {
  readonly path: string;
}

/** Options and functions by which a program gives grpc-go a codec of its own. */
const codecNames = [
  'CustomCodec',
  'ForceCodec',
  'ForceServerCodec',
  'ForceCodecV2',
  'ForceServerCodecV2',
  'CallCustomCodec',
  'WithCodec',
];

const codecPackage = 'google.golang.org/grpc/encoding';

/**
 * Fields of gogo's messages in calls of the module's own services that grpc-go's own codec cannot read. None where the program
 * registers another codec, or may do so.
 */
export const gogoMessageFields = defineFact<readonly GogoMessageField[]>(
  'module.gogo-message-fields',
  'module',
  async (ask) => {
    const sources = await ask.get(moduleSources);
    if (sources.kind !== 'known') return sources;
    const { files, generated } = sources.value;
    const gogo = generated.filter(
      ({ path, header }) => header.usesGogo && header.services.length > 0 && !liesBesideTheProduct(path),
    );
    if (gogo.length === 0) return known([]);
    const root = valueIfKnown(await ask.get(tree))?.root ?? ask.options.dir;
    const { readGogoFields } = await import('../../read/generation/gogo-fields.ts');
    const found = gogo.flatMap(({ path }) => {
      const text = bytesOf(ask.host, root, path)?.toString('utf8') ?? '';
      return readGogoFields(text).map((field) => ({ ...field, path }));
    });
    const own = files.filter(({ path }) => !path.endsWith('.pb.go'));
    const registers = own.some(({ imports, path }) => {
      if (imports.some((one) => one.path === codecPackage)) return true;
      const usesGrpc = imports.some((one) => one.path === 'google.golang.org/grpc');
      const bytes = usesGrpc ? bytesOf(ask.host, root, path) : undefined;
      return bytes !== undefined && mentions(bytes, codecNames);
    });
    return known(found.length > 0 && registers ? [] : found);
  },
);
