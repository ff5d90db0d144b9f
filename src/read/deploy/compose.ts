import type { LineIndex } from '../source-text.ts';
import { readYaml, type YamlSource, yamlGet, yamlItems, yamlMerged, yamlOffset, yamlText } from '../yaml-source.ts';

/** A text of a service, and where it stands. */
export interface ComposeText {
  /** Of `environment`. */
  readonly name?: string;
  readonly value: string;
  readonly line: number;
}

/** A port of a service. */
export interface ComposePort {
  /** In the container. */
  readonly container: number;
  /** Of the host. */
  readonly published?: number;
  readonly line: number;
}

/** A service of a file of Docker Compose. */
export interface ComposeService {
  readonly name: string;
  readonly line: number;
  /** Folder of the build context as it is written, and the Dockerfile in it. */
  readonly build?: { readonly context: string; readonly dockerfile: string };
  readonly image?: string;
  readonly ports: readonly ComposePort[];
  readonly environment: readonly ComposeText[];
  /** Words of `entrypoint` and `command`. */
  readonly words: readonly ComposeText[];
  /** It has no network of its own: `host`, `service:NAME`. */
  readonly networkMode?: string;
}

/** Reads the services; never throws, and gives none where the file is no such file. */
export function readCompose(text: string): ComposeService[] {
  const source = readYaml(text);
  const services = yamlGet(source.root, 'services');
  return services ? [...yamlMerged(source, services)].map(([name, node]) => serviceOf(source, name, node)) : [];
}

function serviceOf(source: YamlSource, name: string, node: unknown): ComposeService {
  const entries = yamlMerged(source, node);
  const lineOf = lineIn(source);
  const build = buildOf(source, entries.get('build'));
  const image = yamlText(entries.get('image'));
  const networkMode = yamlText(entries.get('network_mode'));
  return {
    name,
    line: lineOf(node),
    ...(build && { build }),
    ...(image !== undefined && { image }),
    ports: [
      ...yamlItems(source, entries.get('ports')).flatMap((one) => portOf(source, one)),
      ...yamlItems(source, entries.get('expose')).flatMap((one) => portOf(source, one)),
    ],
    environment: environmentOf(source, entries.get('environment')),
    words: [...wordsOf(source, entries.get('entrypoint')), ...wordsOf(source, entries.get('command'))],
    ...(networkMode !== undefined && { networkMode }),
  };
}

function lineIn({ lines }: YamlSource): (node: unknown) => number {
  const index: LineIndex = lines;
  return (node) => index.place(yamlOffset(node)).line;
}

function buildOf(source: YamlSource, node: unknown): ComposeService['build'] {
  const context = yamlText(node);
  if (context !== undefined) return { context, dockerfile: 'Dockerfile' };
  const entries = yamlMerged(source, node);
  const folder = yamlText(entries.get('context'));
  if (folder === undefined) return undefined;
  return { context: folder, dockerfile: yamlText(entries.get('dockerfile')) ?? 'Dockerfile' };
}

/** `50051`, `8080:50051`, `127.0.0.1:8080:50051/tcp`, `{ target: 50051, published: 8080 }`; ranges and variables are left out. */
function portOf(source: YamlSource, node: unknown): ComposePort[] {
  const line = lineIn(source)(node);
  const written = yamlText(node);
  if (written === undefined) {
    const entries = yamlMerged(source, node);
    const target = portNumber(yamlText(entries.get('target')));
    const published = portNumber(yamlText(entries.get('published')));
    return target === undefined ? [] : [{ container: target, ...(published !== undefined && { published }), line }];
  }
  const parts = written.replace(/\/tcp$/i, '').split(':');
  const container = portNumber(parts.at(-1));
  const published = portNumber(parts.at(-2));
  return container === undefined ? [] : [{ container, ...(published !== undefined && { published }), line }];
}

function portNumber(text: string | undefined): number | undefined {
  return text !== undefined && /^\d{1,5}$/.test(text) ? Number(text) : undefined;
}

/** As a mapping, or as a list of `NAME=value`. */
function environmentOf(source: YamlSource, node: unknown): ComposeText[] {
  const lineOf = lineIn(source);
  const listed = yamlItems(source, node).flatMap((one): ComposeText[] => {
    const [, name, value] = /^([^=]+)=(.*)$/s.exec(yamlText(one) ?? '') ?? [];
    return name === undefined || value === undefined ? [] : [{ name, value, line: lineOf(one) }];
  });
  const mapped = [...yamlMerged(source, node)].flatMap(([name, one]): ComposeText[] => {
    const value = yamlText(one);
    return value === undefined ? [] : [{ name, value, line: lineOf(one) }];
  });
  return [...listed, ...mapped];
}

function wordsOf(source: YamlSource, node: unknown): ComposeText[] {
  const lineOf = lineIn(source);
  return yamlItems(source, node).flatMap((one) =>
    (yamlText(one) ?? '')
      .split(/\s+/)
      .filter((word) => word !== '')
      .map((value) => ({ value, line: lineOf(one) })),
  );
}
