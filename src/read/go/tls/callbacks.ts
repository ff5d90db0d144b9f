import type { Node } from 'web-tree-sitter';
import { constantOf } from '../syntax/constants.ts';
import type { Mark } from '../syntax/syntax.ts';
import { type FileCode, fieldsOf } from './file-code.ts';
import { Reach } from './reach.ts';

/** A tls.Config whose VerifyPeerCertificate verifies by itself, and what it leaves out. */
export interface OwnVerification extends Mark {
  /** The name of the field, or the place where it is set. */
  readonly mark: string;
  /** Go's own verification is switched off: `InsecureSkipVerify: true`. */
  readonly skips: boolean;
  /** The call of Verify. */
  readonly verify: Mark;
  /** Nothing compares the name that was dialled with the certificate. */
  readonly anyName: boolean;
  /** The intermediates that the server sent are not given to Verify. */
  readonly withoutIntermediates: boolean;
  /** Verify is called only where a branch is taken: `if len(verifiedChains) == 0`. */
  readonly conditional: boolean;
}

/** What tells that a callback looks at whose certificate it is by other means than DNSName. */
const identities: ReadonlySet<string> = new Set([
  'VerifyHostname',
  'URIs',
  'DNSNames',
  'IPAddresses',
  'EmailAddresses',
  'Subject',
  'SerialNumber',
  'PublicKey',
  'Raw',
  'RawSubject',
  'RawSubjectPublicKeyInfo',
  'Extensions',
  'Equal',
]);

/** The configurations of a file with a VerifyPeerCertificate that calls Verify, and leaves something out. */
export function readOwnVerifications(code: FileCode): OwnVerification[] {
  return code.parser.captures('(composite_literal) @literal', code.root).flatMap(({ node }) => {
    const type = code.typeOf(node);
    return type?.package === 'crypto/tls' && type.name === 'Config' ? ofConfig(node, code) : [];
  });
}

function ofConfig(literal: Node, code: FileCode): OwnVerification[] {
  const fields = configFields(literal, code);
  const callback = fields.get('VerifyPeerCertificate');
  if (!callback || fields.has('VerifyConnection')) return [];
  const written = fields.get('InsecureSkipVerify');
  const value = written && constantOf(written, code.flow);
  // What a variable or a branch decides is not known.
  if (written && (value?.kind !== 'truth' || (!isInside(written, literal) && code.inBranch(written)))) return [];
  const skips = value?.kind === 'truth' && value.value;
  // A server verifies clients here: their names are another matter, and chains it did not verify reach the callback.
  const isServer = ['ClientAuth', 'ClientCAs', 'GetCertificate'].some((name) => fields.has(name));
  if (isServer || (!skips && fields.has('Certificates'))) return [];
  const body = bodyOf(callback, code);
  const calls = body ? verifyCalls(body, code) : [];
  const [first] = calls;
  if (!body || !first) return [];
  const lacks = (name: string): boolean => calls.every(({ options }) => !options.has(name));
  const anyName = lacks('DNSName') && !looksAtIdentity(body, code);
  const withoutIntermediates = lacks('Intermediates');
  if (!anyName && !withoutIntermediates) return [];
  const mark = 'VerifyPeerCertificate';
  const conditional = calls.every(({ node }) => isInBranch(node, body));
  return [
    { ...code.mark(callback), mark, skips, verify: code.mark(first.node), anyName, withoutIntermediates, conditional },
  ];
}

/** The fields of the literal, and those that are set on the variable that it is given to. */
function configFields(literal: Node, code: FileCode): Map<string, Node> {
  const fields = fieldsOf(literal);
  for (const { owner, field, value } of code.fieldAssignments) {
    const made = owner.value;
    if (made && (made.equals(literal) || made.childForFieldName('operand')?.equals(literal))) fields.set(field, value);
  }
  return fields;
}

/** The body of a function literal, or of a function or method of this file. */
function bodyOf(callback: Node, code: FileCode): Node | undefined {
  const made = new Reach(code).of(callback).nodes;
  const only = made.length === 1 ? made[0] : undefined;
  if (only?.type === 'func_literal') return only.childForFieldName('body') ?? undefined;
  const name = only?.type === 'identifier' ? only.text : only?.childForFieldName('field')?.text;
  const declared = name === undefined ? undefined : code.declaration(name);
  // A function that gives the callback: what it returns is the callback.
  return declared?.childForFieldName('body') ?? undefined;
}

interface VerifyCall {
  readonly node: Node;
  /** Names of the options that are given. */
  readonly options: ReadonlySet<string>;
}

/** `leaf.Verify(x509.VerifyOptions{…})`, or with a variable that holds such options. */
function verifyCalls(body: Node, code: FileCode): VerifyCall[] {
  return code.parser.captures('(call_expression) @call', body).flatMap(({ node }) => {
    const called = node.childForFieldName('function');
    const [given, more] = code.argumentsOf(node);
    if (called?.childForFieldName('field')?.text !== 'Verify' || !given || more) return [];
    const binding = given.type === 'identifier' ? code.binding(given) : undefined;
    const literal = binding ? binding.value : given;
    const type = literal?.type === 'composite_literal' ? code.typeOf(literal) : undefined;
    if (!literal || type?.package !== 'crypto/x509' || type.name !== 'VerifyOptions') return [];
    const set = binding ? code.fieldAssignments.filter(({ owner }) => owner === binding).map(({ field }) => field) : [];
    return [{ node, options: new Set([...fieldsOf(literal).keys(), ...set]) }];
  });
}

function isInBranch(node: Node, body: Node): boolean {
  for (let at = node; at.parent && !at.equals(body); at = at.parent)
    if (at.parent.type === 'if_statement' && (at.type === 'block' || at.type === 'if_statement')) return true;
  return false;
}

function looksAtIdentity(body: Node, code: FileCode): boolean {
  const fields = code.parser.captures('(selector_expression field: (field_identifier) @field)', body);
  return fields.some(({ node }) => identities.has(node.text)) || /spiffe/i.test(body.text);
}

function isInside(node: Node, outer: Node): boolean {
  return node.startIndex >= outer.startIndex && node.endIndex <= outer.endIndex;
}
