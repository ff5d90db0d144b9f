import type { Node } from 'web-tree-sitter';
import { constantOf } from '../syntax/constants.ts';
import type { Mark } from '../syntax/syntax.ts';
import { type FileCode, fieldsOf } from './file-code.ts';
import { pathsOf } from './paths.ts';
import { Reach } from './reach.ts';

/** How a connection is secured, as far as the code says it. */
export type Security =
  | 'plaintext'
  | 'tls'
  /** Either, by what is decided while the program runs. */
  | 'switched'
  /** No option about it at all. */
  | 'none'
  | 'unknown';

/** A place where a client dials: grpc.Dial, grpc.NewClient, or a gateway that dials its endpoint. */
export interface Dial extends Mark {
  /** `grpc.NewClient`, as it is written. */
  readonly mark: string;
  readonly function: string;
  /** A gateway's `Register…FromEndpoint`. */
  readonly gateway: boolean;
  /** The target, where it is one constant. */
  readonly target?: string;
  /** A dialer or resolver of the program's own may read the target, or an option comes from elsewhere. */
  readonly ownWay: boolean;
  readonly security: Security;
  /** Where the options say that it is plaintext. */
  readonly option?: Mark;
}

/** A gRPC server that is made. */
export interface ServerMade extends Mark {
  readonly mark: string;
  readonly security: Security;
  /** What it listens on, where it is one constant and the same function says so. */
  readonly address?: string;
  /** Where its credentials are set. */
  readonly option?: Mark;
}

const grpc = 'google.golang.org/grpc';
const credentials = `${grpc}/credentials`;
const insecure = `${grpc}/credentials/insecure`;
const dials: Readonly<Record<string, number>> = { Dial: 0, DialContext: 1, NewClient: 0 };

/** The dials of a file. */
export function readDials(code: FileCode): Dial[] {
  const reach = new Reach(code);
  return code.calls.flatMap((call): Dial[] => {
    const called = code.called(call);
    const given = code.argumentsOf(call);
    const text = call.childForFieldName('function')?.text ?? '';
    if (called?.package === grpc && Object.hasOwn(dials, called.name)) {
      const at = dials[called.name] ?? 0;
      const options = optionsOf(given.slice(at + 1), reach, code);
      return [
        {
          ...code.mark(call),
          mark: text,
          function: called.name,
          gateway: false,
          ...targetOf(given[at], code),
          ...options,
        },
      ];
    }
    // pb.RegisterGreeterHandlerFromEndpoint(ctx, mux, endpoint, options)
    if (!/^Register\w+HandlerFromEndpoint$/.test(called?.name ?? '') || given.length !== 4) return [];
    const options = optionsOf(given.slice(3), reach, code);
    return [
      {
        ...code.mark(call),
        mark: text,
        function: called?.name ?? '',
        gateway: true,
        ...targetOf(given[2], code),
        ...options,
      },
    ];
  });
}

/** One constant, or nothing. */
function targetOf(node: Node | undefined, code: FileCode): Pick<Dial, 'target'> {
  const values = [...new Set(pathsOf(node, code).map(({ path, flag }) => (flag === undefined ? path : '')))];
  const [only] = values;
  return values.length === 1 && only ? { target: only } : {};
}

/** What dial options say, all ways together. */
function optionsOf(given: readonly Node[], reach: Reach, code: FileCode): Pick<Dial, 'security' | 'option' | 'ownWay'> {
  const seen = { plaintext: [] as Node[], tls: [] as Node[], other: false, ownWay: false };
  for (const one of given) {
    const { nodes, closed } = reach.of(one);
    if (!closed) {
      seen.other = true;
      seen.ownWay = true;
    }
    for (const node of nodes) {
      const called = node.type === 'call_expression' ? code.called(node) : undefined;
      if (called?.package !== grpc || !/^(?:With|FailOn|EmptyDialOption)/.test(called.name)) {
        seen.other = true;
        seen.ownWay = true;
        continue;
      }
      if (/Dialer$|^WithResolvers$/.test(called.name)) seen.ownWay = true;
      if (called.name === 'WithInsecure') seen.plaintext.push(node);
      else if (called.name === 'WithTransportCredentials')
        seen[securityOf(code.argumentsOf(node)[0], reach, code)].push(node);
      else if (called.name === 'WithCredentialsBundle') seen.other = true;
      else continue;
    }
  }
  return { ...summed(seen, code), ownWay: seen.ownWay };

  function securityOf(node: Node | undefined, by: Reach, of: FileCode): 'plaintext' | 'tls' {
    const kind = credentialsOf(node, by, of);
    if (kind === 'unknown') seen.other = true;
    return kind === 'plaintext' ? 'plaintext' : 'tls';
  }
}

function credentialsOf(node: Node | undefined, reach: Reach, code: FileCode): 'plaintext' | 'tls' | 'unknown' {
  const { nodes, closed } = reach.of(node);
  const kinds = new Set(
    nodes.map((one) => {
      const called = one.type === 'call_expression' ? code.called(one) : undefined;
      if (called?.package === insecure && called.name === 'NewCredentials') return 'plaintext';
      return called?.package === credentials && /TLS/.test(called.name) ? 'tls' : 'unknown';
    }),
  );
  const [only] = kinds;
  return closed && kinds.size === 1 && only ? only : 'unknown';
}

function summed(
  {
    plaintext,
    tls,
    other,
  }: { readonly plaintext: readonly Node[]; readonly tls: readonly Node[]; readonly other: boolean },
  code: FileCode,
): Pick<Dial, 'security' | 'option'> {
  const place = (node: Node | undefined): Pick<Dial, 'option'> => (node ? { option: code.mark(node) } : {});
  if (other) return { security: 'unknown', ...place(tls[0] ?? plaintext[0]) };
  if (plaintext.length > 0 && tls.length > 0) return { security: 'switched', ...place(tls[0]) };
  if (plaintext.length > 0) return { security: 'plaintext', ...place(plaintext[0]) };
  return tls.length > 0 ? { security: 'tls', ...place(tls[0]) } : { security: 'none' };
}

/** The servers of a file. */
export function readServersMade(code: FileCode): ServerMade[] {
  const reach = new Reach(code);
  return code.calls.flatMap((call): ServerMade[] => {
    const called = code.called(call);
    if (called?.package !== grpc || called.name !== 'NewServer') return [];
    const around = code.functionAround(call);
    return [
      {
        ...code.mark(call),
        mark: call.childForFieldName('function')?.text ?? '',
        ...serverOptions(code.argumentsOf(call), reach, code),
        ...addressOf(call, around, reach, code),
      },
    ];
  });
}

function serverOptions(given: readonly Node[], reach: Reach, code: FileCode): Pick<ServerMade, 'security' | 'option'> {
  const found = { plaintext: [] as Node[], tls: [] as Node[], other: false };
  let certain = true;
  for (const one of given) {
    const { nodes, closed } = reach.of(one);
    if (!closed) certain = false;
    for (const node of nodes) {
      const called = node.type === 'call_expression' ? code.called(node) : undefined;
      if (called?.package !== grpc) certain = false;
      if (called?.package !== grpc || called.name !== 'Creds') continue;
      const kind = credentialsOf(code.argumentsOf(node)[0], reach, code);
      if (kind === 'plaintext') found.plaintext.push(node);
      else if (kind === 'tls') found.tls.push(node);
      else certain = false;
      // What is put into Creds in a branch is put in only where the branch is taken.
      if (kind === 'tls' && code.inBranch(node)) found.plaintext.push(node);
    }
  }
  const tls = found.tls[0];
  if (tls && found.plaintext.length > 0) return { security: 'switched', option: code.mark(tls) };
  if (!certain) return { security: 'unknown', ...(tls && { option: code.mark(tls) }) };
  return tls ? { security: 'tls', option: code.mark(tls) } : { security: 'plaintext' };
}

/** net.Listen("tcp", ":50051") whose listener this server serves: the only one of both in the function. */
function addressOf(call: Node, around: Node | undefined, reach: Reach, code: FileCode): Pick<ServerMade, 'address'> {
  if (!around) return {};
  const inside = code.calls.filter((one) => one.startIndex >= around.startIndex && one.endIndex <= around.endIndex);
  const serves = inside.filter(
    (one) => one.childForFieldName('function')?.childForFieldName('field')?.text === 'Serve',
  );
  const listeners = new Set<Node>();
  for (const one of serves) {
    const operand = one.childForFieldName('function')?.childForFieldName('operand');
    if (!reach.of(operand).nodes.some((node) => node.equals(call))) continue;
    for (const node of reach.of(code.argumentsOf(one)[0]).nodes) listeners.add(node);
  }
  const [only] = listeners;
  const called = only?.type === 'call_expression' ? code.called(only) : undefined;
  if (listeners.size !== 1 || !only || called?.package !== 'net' || called.name !== 'Listen') return {};
  const [network, address] = code.argumentsOf(only);
  const kind = network && constantOf(network, code.flow);
  if (kind?.kind !== 'text' || !kind.value.startsWith('tcp')) return {};
  const { target } = targetOf(address, code);
  return target === undefined ? {} : { address: target };
}

/** A tls.Config that a gRPC client gets, and that verifies nothing. */
export interface BlindConfig extends Mark {
  readonly mark: string;
}

/** `credentials.NewTLS(&tls.Config{InsecureSkipVerify: true})` for a client, not in a branch, and with nothing that checks instead. */
export function readBlindConfigs(code: FileCode): BlindConfig[] {
  const reach = new Reach(code);
  const found = new Map<number, BlindConfig>();
  for (const call of code.calls) {
    const called = code.called(call);
    if (called?.package !== grpc || called.name !== 'WithTransportCredentials') continue;
    for (const made of reach.of(code.argumentsOf(call)[0]).nodes) {
      const maker = made.type === 'call_expression' ? code.called(made) : undefined;
      if (maker?.package !== credentials || maker.name !== 'NewTLS') continue;
      for (const literal of reach.of(code.argumentsOf(made)[0]).nodes) {
        const fields = literal.type === 'composite_literal' ? fieldsOf(literal) : undefined;
        const skip = fields?.get('InsecureSkipVerify');
        const value = skip && constantOf(skip, code.flow);
        if (!skip || value?.kind !== 'truth' || !value.value || code.inBranch(literal)) continue;
        if (fields?.has('VerifyConnection') || fields?.has('VerifyPeerCertificate')) continue;
        found.set(literal.id, { ...code.mark(skip.parent?.parent ?? skip), mark: 'InsecureSkipVerify' });
      }
    }
  }
  return [...found.values()];
}
