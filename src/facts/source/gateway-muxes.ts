import { defineFact } from '../../core/fact.ts';
import { absent, known, unknown } from '../../core/outcome.ts';
import { maskSecrets } from '../../host/mask.ts';
import { type GatewayJson, type GatewayMux, gatewayRuntime } from '../../read/go/syntax/gateway-muxes.ts';
import type { Mark } from '../../read/go/syntax/syntax.ts';
import { sourcesByModule } from '../modules/sources.ts';
import { tree } from '../project/tree.ts';
import { bytesOf, isBesideTheProduct } from './own-code.ts';
import { goParser } from './parser.ts';

/** A mux of grpc-gateway in the project's own code. */
export interface ProjectMux extends GatewayMux {
  readonly file: string;
  readonly json: GatewayJson;
}

/**
 * The muxes of grpc-gateway v2 that the project's own code makes: without tests, examples and generated files. Absent where it
 * makes none, and unknown where the code does not tell how one of them writes JSON.
 */
export const gatewayMuxes = defineFact<readonly ProjectMux[]>('project.gateway-muxes', 'project', async (ask) => {
  const [sources, files] = [await ask.get(sourcesByModule), await ask.get(tree)];
  if (sources.kind !== 'known') return sources;
  if (files.kind !== 'known') return files;
  const candidates = [...sources.value.values()]
    .flatMap((module) => module.files)
    .filter(
      (file) => !file.ignored && !isBesideTheProduct(file) && file.imports.some(({ path }) => path === gatewayRuntime),
    );
  const texts = candidates.flatMap(({ path }) => {
    const bytes = path.endsWith('.gw.go') ? undefined : bytesOf(ask.host, files.value.root, path);
    return bytes?.includes('NewServeMux') ? [{ path, text: maskSecrets(bytes.toString('utf8')) }] : [];
  });
  if (texts.length === 0) return absent('no-gateway');
  const parser = await ask.get(goParser);
  if (parser.kind !== 'known') return parser;
  const { readGatewayMuxes } = await import('../../read/go/syntax/gateway-muxes.ts');
  const muxes = texts.flatMap(({ path, text }) =>
    readGatewayMuxes(parser.value, text).map((mux) => ({ ...mux, file: path })),
  );
  const dark = muxes.find(({ json }) => json === undefined);
  if (dark) return unknown('gateway-json-unknown', { file: dark.file, line: dark.line });
  return muxes.length === 0
    ? absent('no-gateway')
    : known(muxes.flatMap(({ json, ...mux }) => (json ? [{ ...mux, json }] : [])));
});

/** What all gateways of a project have in common; undefined where they differ, so that a schema may be meant for either. */
export function agreed(muxes: readonly ProjectMux[], option: keyof GatewayJson): boolean | undefined {
  const [first] = muxes;
  const value = first?.json[option];
  return muxes.every(({ json }) => json[option] === value) ? value : undefined;
}

/** Where the JSON of a gateway is decided: its marshaler, else the mux that has the default one. */
export function placeOf(mux: ProjectMux): Mark & { readonly file: string } {
  const { line, column, text } = mux.marshaler ?? mux;
  return { file: mux.file, line, column, text };
}
