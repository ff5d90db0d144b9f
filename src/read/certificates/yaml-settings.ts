import { isMap, isScalar, isSeq, type Node } from 'yaml';
import { readYaml, type YamlSource } from '../yaml-source.ts';
import { type NamedFile, settingOf } from './settings.ts';

/** A folder or file of the project that a container sees under another path. */
export interface Mount {
  /** As it is written, relative to the file. */
  readonly source: string;
  /** Absolute. */
  readonly target: string;
}

/** What a YAML file says of certificates. */
export interface YamlCertificates {
  readonly files: readonly NamedFile[];
  readonly mounts: readonly Mount[];
}

const maxDepth = 40;
/** Keys of Envoy: each holds `filename`. */
const envoy: Readonly<Record<string, NamedFile['names']>> = {
  certificate_chain: 'certificate',
  private_key: 'key',
  trusted_ca: 'authority',
};

/** The certificate files that a YAML file names: Envoy's, settings by their names, and flags of commands. Never throws. */
export function readYamlCertificates(text: string): YamlCertificates {
  const source = readYaml(text);
  const walk = new Walk(source);
  if (source.root) walk.visit(source.root, '', '', 0);
  return { files: walk.files, mounts: walk.mounts };
}

class Walk {
  readonly #source: YamlSource;
  readonly #lines: readonly string[];
  readonly files: NamedFile[] = [];
  readonly mounts: Mount[] = [];
  #group = 0;

  constructor(source: YamlSource) {
    this.#source = source;
    this.#lines = source.text.split('\n');
  }

  /** `side` follows from Envoy's contexts above. */
  visit(node: unknown, key: string, side: string, depth: number): void {
    if (depth > maxDepth) return;
    if (isMap(node)) {
      this.#group += 1;
      const group = this.#group;
      for (const pair of node.items) {
        const name = isScalar(pair.key) ? String(pair.key.value) : '';
        const below = name === 'downstream_tls_context' ? 'server' : side;
        this.#entry(name, pair.value, node, group, name === 'upstream_tls_context' ? 'client' : below);
        this.visit(
          pair.value,
          name,
          name === 'transport_socket' ? sideOfSocket(pair.value) || below : below,
          depth + 1,
        );
      }
      return;
    }
    if (!isSeq(node)) return;
    this.#group += 1;
    const group = this.#group;
    const texts = node.items.map((item) => (isScalar(item) && typeof item.value === 'string' ? item.value : ''));
    if (key === 'volumes') for (const text of texts) this.#mount(text);
    if (/^(?:command|args|entrypoint)$/i.test(key)) this.#flags(texts, node.items, group);
    for (const item of node.items) this.visit(item, key, side, depth + 1);
  }

  #entry(name: string, value: unknown, owner: unknown, group: number, side: string): void {
    if (isMap(value) && Object.hasOwn(envoy, name)) {
      const file = value.get('filename', true);
      const names = envoy[name];
      if (isScalar(file) && typeof file.value === 'string' && names)
        this.#put({ names, side: side === 'server' || side === 'client' ? side : 'unknown' }, file.value, file, group);
      return;
    }
    if (isScalar(value) && typeof value.value === 'string') {
      if (name === 'command' || name === 'entrypoint') this.#flags(value.value.split(/\s+/), [], group, value);
      const setting = settingOf(name);
      if (setting && /[./\\]/.test(value.value) && !/\s/.test(value.value))
        this.#put(setting, value.value, value, group);
    }
    if (isMap(owner) && name === 'source' && isScalar(value) && typeof value.value === 'string') {
      const target = owner.get('target');
      if (typeof target === 'string') this.#mount(`${value.value}:${target}`);
    }
  }

  /** `./certs:/etc/certs:ro` */
  #mount(text: string): void {
    const [source, target] = text.split(':');
    if (source?.startsWith('.') && target?.startsWith('/')) this.mounts.push({ source, target });
  }

  /** `--tls-cert=certs/server.pem`, or the flag and its value one after the other. */
  #flags(texts: readonly string[], items: readonly unknown[], group: number, whole?: Node): void {
    for (const [index, text] of texts.entries()) {
      const flag = /^--?([A-Za-z][\w.-]*)(?:=(.+))?$/.exec(text);
      const setting = flag?.[1] === undefined ? undefined : settingOf(flag[1]);
      const value = flag?.[2] ?? texts[index + 1];
      const place = (items[index] as Node | undefined) ?? whole;
      if (setting && value && place && !value.startsWith('-')) this.#put(setting, value, place, group);
    }
  }

  #put(setting: Pick<NamedFile, 'names' | 'side'>, path: string, node: Node, group: number): void {
    if (/[${}*]/.test(path)) return;
    const { line } = this.#source.lines.place(node.range?.[0] ?? 0);
    this.files.push({ ...setting, path, line, text: (this.#lines[line - 1] ?? '').trim(), group });
  }
}

/** `typed_config: { "@type": ….DownstreamTlsContext }`. */
function sideOfSocket(value: unknown): string {
  const config = isMap(value) ? value.get('typed_config', true) : undefined;
  const type = isMap(config) ? String(config.get('@type') ?? '') : '';
  return type.endsWith('DownstreamTlsContext') ? 'server' : type.endsWith('UpstreamTlsContext') ? 'client' : '';
}
