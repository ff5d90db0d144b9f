import type { Node } from 'web-tree-sitter';
import type { Mark } from '../syntax/syntax.ts';
import { type FileCode, fieldsOf } from './file-code.ts';
import { type CodePath, pathsOf } from './paths.ts';
import { Reach } from './reach.ts';

/** Who uses what is loaded: a server shows a pair and checks clients with a pool; a client shows a pair and checks servers with a pool. */
export type Side = 'server' | 'client' | 'unknown';

/** A line that loads certificates. */
export interface CertificateLoad extends Mark {
  /** `pair`: a certificate to be shown, and its key. `pool`: authorities to trust. */
  readonly kind: 'pair' | 'pool';
  readonly side: Side;
  /** One path; several where the line is reached with several. */
  readonly certificates: readonly CodePath[];
  readonly keys: readonly CodePath[];
  /** The server name that a client with this pool insists on, where the code says it. */
  readonly serverName?: string;
}

const tls = 'crypto/tls';
const grpc = 'google.golang.org/grpc';
const credentials = 'google.golang.org/grpc/credentials';
const http = 'net/http';
const readers: Readonly<Record<string, ReadonlySet<string>>> = {
  os: new Set(['ReadFile']),
  'io/ioutil': new Set(['ReadFile']),
};

interface Draft {
  readonly node: Node;
  readonly kind: 'pair' | 'pool';
  readonly certificates: readonly CodePath[];
  readonly keys: readonly CodePath[];
  side: Side;
  serverName?: string;
}

/** Reads which files a Go file loads as certificates, and for which side of TLS. */
export class LoadReader {
  readonly #code: FileCode;
  readonly #reach: Reach;
  readonly #drafts = new Map<number, Draft>();

  constructor(code: FileCode) {
    this.#code = code;
    this.#reach = new Reach(code);
  }

  read(): CertificateLoad[] {
    for (const call of this.#code.calls) this.#loads(call);
    if (this.#drafts.size === 0) return [];
    this.#configurations();
    for (const call of this.#code.calls) this.#consumer(call);
    this.#byTheFile();
    return [...this.#drafts.values()].map(({ node, ...draft }) => ({ ...draft, ...this.#code.mark(node) }));
  }

  #loads(call: Node): void {
    const called = this.#code.called(call);
    const given = this.#code.argumentsOf(call);
    const name = called?.name ?? call.childForFieldName('function')?.childForFieldName('field')?.text ?? '';
    const paths = (index: number): CodePath[] => pathsOf(given[index], this.#code);
    const put = (kind: Draft['kind'], certificates: CodePath[], keys: CodePath[], side: Side = 'unknown'): void => {
      if (certificates.some(({ path }) => path !== ''))
        this.#drafts.set(call.id, { node: call, kind, certificates, keys, side });
    };
    switch (called?.package === undefined ? `.${name}` : `${called.package}.${name}`) {
      case `${tls}.LoadX509KeyPair`:
        put('pair', paths(0), paths(1));
        return;
      case `${tls}.X509KeyPair`:
        put('pair', this.#files(given[0]), this.#files(given[1]));
        return;
      case `${credentials}.NewServerTLSFromFile`:
        put('pair', paths(0), paths(1), 'server');
        return;
      case `${credentials}.NewClientTLSFromFile`: {
        put('pool', paths(0), [], 'client');
        const draft = this.#drafts.get(call.id);
        const name = onlyText(given[1], this.#code);
        if (draft && name !== undefined) draft.serverName = name;
        return;
      }
      case `${http}.ListenAndServeTLS`:
        put('pair', paths(1), paths(2), 'server');
        return;
      case `${http}.ServeTLS`:
        put('pair', paths(2), paths(3), 'server');
        return;
      case '.ListenAndServeTLS':
        if (given.length === 2) put('pair', paths(0), paths(1), 'server');
        return;
      case '.ServeTLS':
        if (given.length === 3) put('pair', paths(1), paths(2), 'server');
        return;
      case '.AppendCertsFromPEM':
        if (given.length === 1) put('pool', this.#files(given[0]), []);
        return;
      default:
        return;
    }
  }

  /** The files whose bytes a value is: read, or embedded. */
  #files(node: Node | undefined): CodePath[] {
    return this.#reach.of(node).nodes.flatMap((one): CodePath[] => {
      if (one.type === 'identifier') return this.#embedded(one);
      const called = one.type === 'call_expression' ? this.#code.called(one) : undefined;
      if (called?.package !== undefined && readers[called.package]?.has(called.name))
        return pathsOf(this.#code.argumentsOf(one)[0], this.#code);
      return one.type === 'call_expression' ? this.#ofEmbeddedFolder(one) : [];
    });
  }

  /** `//go:embed certs/server.pem` above the variable. */
  #embedded(identifier: Node): CodePath[] {
    const patterns = this.#embedPatterns(identifier);
    const only = patterns.length === 1 ? patterns[0] : undefined;
    return only !== undefined && !/[*?[\]]/.test(only) ? [{ path: only, from: 'source' }] : [];
  }

  #embedPatterns(identifier: Node): string[] {
    for (const { node } of this.#code.parser.captures(
      '(source_file (var_declaration) @declaration)',
      this.#code.root,
    )) {
      const named = this.#code.parser.captures('(var_spec name: (identifier) @name)', node);
      const place = named.find((one) => one.node.text === identifier.text);
      if (!place) continue;
      // In a group the comment stands above the name, else above the declaration.
      const above = [place.node.parent?.previousNamedSibling, node.previousNamedSibling];
      const comment = above.find((one) => one?.type === 'comment' && one.text.startsWith('//go:embed '));
      return comment?.text.slice('//go:embed '.length).trim().split(/\s+/) ?? [];
    }
    return [];
  }

  /** `files.ReadFile("certs/server.pem")`, where `files` is an embedded folder. */
  #ofEmbeddedFolder(call: Node): CodePath[] {
    const called = call.childForFieldName('function');
    const operand = called?.childForFieldName('operand');
    if (called?.childForFieldName('field')?.text !== 'ReadFile' || operand?.type !== 'identifier') return [];
    if (this.#embedPatterns(operand).length === 0) return [];
    return pathsOf(this.#code.argumentsOf(call)[0], this.#code).map(({ path }) => ({ path, from: 'source' as const }));
  }

  #mark(node: Node | null | undefined, kind: Draft['kind'], side: Side, serverName?: string): void {
    for (const one of this.#reach.of(node).nodes) {
      const draft = this.#drafts.get(one.id);
      if (draft?.kind !== kind) continue;
      if (side !== 'unknown') draft.side = side;
      if (serverName !== undefined) draft.serverName = serverName;
    }
  }

  #configurations(): void {
    for (const { node } of this.#code.parser.captures('(composite_literal) @literal', this.#code.root)) {
      if (!this.#isConfig(node)) continue;
      const fields = this.#fieldsWithAssigned(node);
      const name = onlyText(fields.get('ServerName'), this.#code);
      this.#mark(fields.get('RootCAs'), 'pool', 'client', name);
      this.#mark(fields.get('ClientCAs'), 'pool', 'server');
      this.#mark(fields.get('Certificates'), 'pair', sideOf(fields));
    }
    // A configuration that was made elsewhere.
    for (const { field, value } of this.#code.fieldAssignments) {
      if (field === 'RootCAs') this.#mark(value, 'pool', 'client');
      if (field === 'ClientCAs') this.#mark(value, 'pool', 'server');
    }
  }

  #isConfig(literal: Node): boolean {
    const type = this.#code.typeOf(literal);
    return type?.package === tls && type.name === 'Config';
  }

  /** The fields of the literal, and those that are set on the variable that it is given to. */
  #fieldsWithAssigned(literal: Node): Map<string, Node> {
    const fields = fieldsOf(literal);
    for (const { owner, field, value } of this.#code.fieldAssignments)
      if (owner.value && (owner.value.equals(literal) || owner.value.childForFieldName('operand')?.equals(literal)))
        fields.set(field, value);
    return fields;
  }

  /** A call that only servers, or only clients, make. */
  #consumer(call: Node): void {
    const called = this.#code.called(call);
    const name = called?.name ?? call.childForFieldName('function')?.childForFieldName('field')?.text ?? '';
    const given = this.#code.argumentsOf(call);
    const side = sides[`${called?.package ?? ''}.${name}`] ?? sides[`.${name}`];
    if (side === undefined) return;
    for (const one of given) this.#side(one, side);
  }

  /** Certificates in configurations that an expression is made of are shown by this side. */
  #side(node: Node, side: Side): void {
    for (const one of this.#reach.of(node).nodes) {
      if (one.type === 'composite_literal' && this.#isConfig(one)) {
        this.#mark(this.#fieldsWithAssigned(one).get('Certificates'), 'pair', side);
        continue;
      }
      const called = one.type === 'call_expression' ? this.#code.called(one) : undefined;
      if (called?.package === credentials && called.name === 'NewTLS')
        for (const given of this.#code.argumentsOf(one)) this.#side(given, side);
      const draft = this.#drafts.get(one.id);
      if (draft?.kind === 'pair' && draft.side === 'unknown') draft.side = side;
    }
  }

  /** A file that only makes servers, or only dials, loads for that. */
  #byTheFile(): void {
    const called = this.#code.calls.map((call) => this.#code.called(call));
    const has = (path: string, names: readonly string[]): boolean =>
      called.some((one) => one?.package === path && names.includes(one.name));
    const serves = has(grpc, ['NewServer']) || has(tls, ['Listen', 'NewListener', 'Server']) || has('net', ['Listen']);
    const dials = has(grpc, ['Dial', 'DialContext', 'NewClient']) || has(tls, ['Dial', 'Client']);
    if (serves === dials) return;
    for (const draft of this.#drafts.values()) if (draft.side === 'unknown') draft.side = serves ? 'server' : 'client';
  }
}

const sides: Readonly<Record<string, Side>> = {
  [`${grpc}.Creds`]: 'server',
  [`${grpc}.WithTransportCredentials`]: 'client',
  // Frameworks call their options alike: zrpc.WithTransportCredentials.
  '.WithTransportCredentials': 'client',
  [`${credentials}.NewServerTLSFromCert`]: 'server',
  [`${tls}.Listen`]: 'server',
  [`${tls}.NewListener`]: 'server',
  [`${tls}.Server`]: 'server',
  [`${tls}.Dial`]: 'client',
  [`${tls}.DialWithDialer`]: 'client',
  [`${tls}.Client`]: 'client',
};

function sideOf(fields: ReadonlyMap<string, Node>): Side {
  if (fields.has('ClientAuth') || fields.has('ClientCAs')) return 'server';
  return fields.has('RootCAs') || fields.has('ServerName') || fields.has('InsecureSkipVerify') ? 'client' : 'unknown';
}

/** The text that an expression stands for, where it can be no other. */
function onlyText(node: Node | undefined, code: FileCode): string | undefined {
  const texts = new Set(pathsOf(node, code).map(({ path, flag }) => (flag === undefined ? path : '')));
  const [only] = texts;
  return texts.size === 1 && only ? only : undefined;
}
