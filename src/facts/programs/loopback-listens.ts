import { defineFact } from '../../core/fact.ts';
import { known } from '../../core/outcome.ts';
import { grpcModule } from '../../knowledge/names.ts';
import { isBesideTheProduct } from '../source/own-code.ts';
import type { ParsedFile } from '../source/references.ts';
import { parsedAmong } from '../source/references.ts';
import { programCode } from './program-code.ts';

/** A `net.Listen` of a gRPC server at an address that only its own machine, or its own container, reaches. */
export interface LoopbackListen {
  /** `localhost:50051`. */
  readonly address: string;
  readonly port: number;
  readonly file: string;
  readonly line: number;
  /** The whole line. */
  readonly text: string;
}

const loopback = /^(?:localhost|127\.\d+\.\d+\.\d+|\[::1\]):(\d{1,5})$/;

/** Only what the code itself decides: an address from a flag or a variable is none. */
export const loopbackListens = defineFact<readonly LoopbackListen[]>(
  'program.loopback-listens',
  'program',
  async (ask) => {
    const code = await ask.get(programCode);
    if (code.kind !== 'known') return code;
    const own = code.value.files.filter((file) => !isBesideTheProduct(file));
    const parsed = await parsedAmong(ask, own, {
      names: new Map([
        ['net', new Set(['Listen'])],
        [grpcModule, new Set(['NewServer'])],
      ]),
    });
    return parsed.kind === 'known' ? known(parsed.value.filter(servesGrpc).flatMap(listensOf)) : parsed;
  },
);

function servesGrpc({ references }: ParsedFile): boolean {
  return references.some(
    ({ package: path, name, use }) => path === grpcModule && name === 'NewServer' && use === 'call',
  );
}

function listensOf({ path, references }: ParsedFile): LoopbackListen[] {
  return references.flatMap((reference) => {
    const { package: from, name, use, conditional, arguments: given, line, text } = reference;
    if (from !== 'net' || name !== 'Listen' || use !== 'call' || conditional) return [];
    const [network, address] = given.map(({ value }) => (value?.kind === 'text' ? value.value : undefined));
    const port = loopback.exec(address ?? '')?.[1];
    if (!network?.startsWith('tcp') || address === undefined || port === undefined) return [];
    return [{ address, port: Number(port), file: path, line, text }];
  });
}
