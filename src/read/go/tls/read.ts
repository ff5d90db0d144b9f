import type { GoParser } from '../syntax/parser.ts';
import type { PackageConstants } from '../syntax/reader.ts';
import { type OwnVerification, readOwnVerifications } from './callbacks.ts';
import {
  type BlindConfig,
  type Dial,
  readBlindConfigs,
  readDials,
  readServersMade,
  type ServerMade,
} from './endpoints.ts';
import { FileCode } from './file-code.ts';
import { type CertificateLoad, LoadReader } from './loads.ts';

/** What a Go file does about TLS. */
export interface TlsCode {
  /** Package clause. */
  readonly package: string;
  readonly loads: readonly CertificateLoad[];
  readonly dials: readonly Dial[];
  readonly servers: readonly ServerMade[];
  readonly ownVerifications: readonly OwnVerification[];
  readonly blindConfigs: readonly BlindConfig[];
}

/** Reads what a Go file does about TLS. Never throws for the text; undefined for one that is too long to be written by hand. */
export function readTlsCode(parser: GoParser, text: string, constants: PackageConstants): TlsCode | undefined {
  return parser.parse(text, (root) => {
    const code = new FileCode(parser, root, text, constants);
    const clause = root.namedChildren.find((node) => node?.type === 'package_clause');
    return {
      package: clause?.namedChild(0)?.text ?? '',
      loads: new LoadReader(code).read(),
      dials: readDials(code),
      servers: readServersMade(code),
      ownVerifications: readOwnVerifications(code),
      blindConfigs: readBlindConfigs(code),
    };
  });
}
