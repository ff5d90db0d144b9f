import { createHash } from 'node:crypto';
import { bits, boolean, context, explicit, integer, octets, oid, sequence, set, text, time } from './der-writer.ts';
import { algorithmOf, type Hash, type Key, signatureOf } from './keys.ts';

/** One attribute of a name: its type, its text, and the tag of the string. */
export type NamePart = readonly [oid: string, value: string, tag?: number];

/** A name of the subject, or of a constraint: `dns:svc.test`, `ip:0a000001`, `email:a@svc.test`, `uri:https://svc.test/`, `dir:`. */
export type GeneralName = string;

/** All that is decided of a certificate before it is written. */
export interface Plan {
  readonly name: readonly NamePart[];
  readonly key: Key;
  readonly serial: bigint;
  readonly version: 1 | 2 | 3;
  readonly notBefore: number;
  readonly notAfter: number;
  readonly names?: readonly GeneralName[];
  readonly usages?: readonly string[];
  readonly keyUsage?: number;
  readonly authority?: { readonly ca: boolean; readonly pathLength?: number } | undefined;
  readonly permitted?: readonly GeneralName[];
  readonly excluded?: readonly GeneralName[];
  readonly policies?: readonly string[];
  readonly mappings?: readonly (readonly [string, string])[];
  readonly requireExplicit?: number;
  readonly inhibitMapping?: number;
  readonly inhibitAny?: number;
  readonly subjectKeyId: 'own' | 'other' | 'none';
  readonly authorityKeyId: 'issuer' | 'other' | 'none';
  /** Extensions that nobody knows, or that are critical and should not be. */
  readonly extra: readonly Uint8Array[];
  readonly hash: Hash;
  readonly pss: boolean;
  readonly broken: boolean;
}

/** An extension. */
export function extension(id: string, value: Uint8Array, critical = false): Uint8Array {
  return sequence(oid(id), ...(critical ? [boolean(true)] : []), octets(value));
}

function nameOf(parts: readonly NamePart[]): Uint8Array {
  return sequence(...parts.map(([type, value, tag]) => set(sequence(oid(type), text(value, tag)))));
}

const generalTags: Readonly<Record<string, number>> = { email: 1, dns: 2, dir: 4, uri: 6, ip: 7, id: 8 };

function generalName(name: GeneralName): Uint8Array {
  const colon = name.indexOf(':');
  const kind = name.slice(0, colon);
  const value = name.slice(colon + 1);
  const tag = generalTags[kind] ?? 0;
  if (kind === 'dir') return explicit(tag, nameOf([['2.5.4.3', value]]));
  return context(tag, kind === 'ip' ? Buffer.from(value, 'hex') : Buffer.from(value, 'latin1'));
}

function keyId(key: Key): Uint8Array {
  return createHash('sha1').update(key.info).digest();
}

function subtrees(n: number, names: readonly GeneralName[] | undefined): Uint8Array[] {
  return names ? [explicit(n, ...names.map((name) => sequence(generalName(name))))] : [];
}

function extensionsOf(plan: Plan, issuer: Plan): Uint8Array[] {
  const found: Uint8Array[] = [];
  const add = (id: string, value: Uint8Array, critical = false) => found.push(extension(id, value, critical));
  if (plan.subjectKeyId !== 'none') {
    const id = plan.subjectKeyId === 'own' ? keyId(plan.key) : Buffer.alloc(20, 7);
    add('2.5.29.14', octets(id));
  }
  if (plan.authorityKeyId !== 'none') {
    const id = plan.authorityKeyId === 'issuer' ? keyId(issuer.key) : Buffer.alloc(20, 9);
    add('2.5.29.35', sequence(context(0, id)));
  }
  if (plan.authority) {
    const { ca, pathLength } = plan.authority;
    add(
      '2.5.29.19',
      sequence(...(ca ? [boolean(true)] : []), ...(pathLength === undefined ? [] : [integer(pathLength)])),
      true,
    );
  }
  if (plan.keyUsage !== undefined) add('2.5.29.15', bits(Uint8Array.of(plan.keyUsage)), true);
  if (plan.usages) add('2.5.29.37', sequence(...plan.usages.map(oid)));
  if (plan.names) add('2.5.29.17', sequence(...plan.names.map(generalName)), plan.name.length === 0);
  if (plan.permitted || plan.excluded)
    add('2.5.29.30', sequence(...subtrees(0, plan.permitted), ...subtrees(1, plan.excluded)), true);
  if (plan.policies) add('2.5.29.32', sequence(...plan.policies.map((one) => sequence(oid(one)))));
  if (plan.mappings) add('2.5.29.33', sequence(...plan.mappings.map(([a, b]) => sequence(oid(a), oid(b)))));
  if (plan.requireExplicit !== undefined || plan.inhibitMapping !== undefined) {
    const counts = [plan.requireExplicit, plan.inhibitMapping].flatMap((count, n) =>
      count === undefined ? [] : [context(n, Uint8Array.of(count))],
    );
    add('2.5.29.36', sequence(...counts), true);
  }
  if (plan.inhibitAny !== undefined) add('2.5.29.54', integer(plan.inhibitAny), true);
  return [...found, ...plan.extra];
}

/** The certificate of a plan, signed by the key of another one. */
export function makeCertificate(plan: Plan, issuer: Plan): Uint8Array {
  const algorithm = algorithmOf(issuer.key, plan.hash, plan.pss);
  const extensions = plan.version === 3 ? extensionsOf(plan, issuer) : [];
  const tbs = sequence(
    ...(plan.version > 1 ? [explicit(0, integer(plan.version - 1))] : []),
    integer(plan.serial),
    algorithm,
    nameOf(issuer.name),
    sequence(time(plan.notBefore), time(plan.notAfter)),
    nameOf(plan.name),
    plan.key.info,
    ...(extensions.length > 0 ? [explicit(3, sequence(...extensions))] : []),
  );
  const signature = Buffer.from(signatureOf(tbs, issuer.key, plan.hash, plan.pss));
  if (plan.broken) signature[signature.length - 1] = (signature.at(-1) ?? 0) ^ 1;
  return sequence(tbs, algorithm, bits(signature));
}
