import type { FileShape, ServiceShape, TypeShape } from '../proto/file-shape.ts';
import { shapeOfDescriptor } from '../proto/shape-of-descriptor.ts';
import { readDescriptorFile } from './descriptor-file.ts';
import { readRawDescriptors } from './raw-descriptor.ts';
import { readServiceDescs } from './service-descs.ts';

/** What a generated file says of the .proto file that it was made of. */
export interface EmbeddedSource {
  /** Name of the .proto file, as protoc saw it. */
  readonly source: string;
  /** 1-based line of the generated file that names it. */
  readonly line: number;
  /** Of the descriptor in it; undefined in a file with gRPC code only. */
  readonly shape?: FileShape;
  /** The option in the descriptor, as written. */
  readonly goPackage?: string;
  /** As servers register them; told where there is no descriptor. Names are without the package, types are not known. */
  readonly services: readonly ServiceShape[];
  /** Package of the services. */
  readonly servicePackage?: string;
}

/**
 * Reads what `bytes` of a generated Go file embed.
 *
 * @param source the name in its header; a descriptor of its own wins, as scripts have damaged headers
 */
export function readEmbeddedSource(bytes: Uint8Array, source: string): EmbeddedSource {
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
  const line = lineOfSource(text);
  const descriptors = readRawDescriptors(bytes).flatMap((raw) => readDescriptorFile(raw.bytes) ?? []);
  const descriptor = descriptors.find(({ name }) => name === source) ?? descriptors[0];
  if (!descriptor) return { source, line, ...servicesOf(text) };
  const { name, goPackage } = descriptor;
  return {
    source: name,
    line,
    shape: shapeOfDescriptor(descriptor),
    ...(goPackage !== undefined && { goPackage }),
    services: [],
  };
}

function servicesOf(text: string): Pick<EmbeddedSource, 'services' | 'servicePackage'> {
  const services = readServiceDescs(text);
  const [first] = services;
  if (!first) return { services: [] };
  const servicePackage = first.name.slice(0, Math.max(0, first.name.lastIndexOf('.')));
  return {
    servicePackage,
    services: services.map(({ name, methods }) => ({
      name: name.slice(name.lastIndexOf('.') + 1),
      methods: methods.map((method) => ({ ...method, input: untold, output: untold })),
    })),
  };
}

const untold: TypeShape = { kind: 'untold', name: '' };

/** 1-based; the comment stands in the head, and everything before it are comments too. */
function lineOfSource(text: string): number {
  const at = /^\/\/ source: /m.exec(text)?.index ?? 0;
  return text.slice(0, at).split('\n').length;
}
