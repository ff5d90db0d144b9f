import { element, octets, sequence } from './der-writer.ts';
import type { Hash, Key, KeyRing } from './keys.ts';
import { extension, type GeneralName, makeCertificate, type NamePart, type Plan } from './make-certificate.ts';
import type { Chance } from './random.ts';

/** A chain with whom it is judged by, and what went wrong in it on purpose. */
export interface MadeChain {
  readonly chain: readonly Uint8Array[];
  readonly roots: readonly Uint8Array[];
  readonly serverName: string;
  readonly usage: 'server' | 'client';
  readonly faults: readonly string[];
}

/** The time of all chains: 2026-11-26T11:00:00Z. */
export const chainsNow = Date.UTC(2026, 10, 26, 11);

const DAY = 86_400_000;
const any = '2.5.29.37.0';
const serverAuth = '1.3.6.1.5.5.7.3.1';
const clientAuth = '1.3.6.1.5.5.7.3.2';
const usages = [serverAuth, clientAuth, any, '1.3.6.1.5.5.7.3.4', '1.2.3.4'];
const policies = ['1.2.3.1', '1.2.3.2', '1.2.3.3', '2.5.29.32.0'];

const hosts = [
  'svc.test',
  'svc.test',
  'svc.test',
  'api.svc.test',
  'SVC.Test',
  'svc.test.',
  'under_score.test',
  'test',
  '127.0.0.1',
  '10.1.2.3',
  '::1',
  '[fd00::5]',
  '::ffff:10.1.2.3',
  'fe80::1%eth0',
  '-dash.test',
  'two..dots.test',
  '*.svc.test',
];

const names: readonly GeneralName[] = [
  'dns:svc.test',
  'dns:*.svc.test',
  'dns:*.test',
  'dns:*',
  'dns:sv*.test',
  'dns:other.example',
  'dns:SVC.TEST',
  'dns:under_score.test',
  'dns:svc.test.',
  'dns:',
  'dns:two..dots.test',
  'dns:-dash.test',
  'dns:bad name.test',
  'dns:127.0.0.1',
  'ip:7f000001',
  'ip:0a010203',
  'ip:00000000000000000000000000000001',
  'ip:fd000000000000000000000000000005',
  'ip:00000000000000000000ffff0a010203',
  'email:ann@svc.test',
  'email:Ann@SVC.test',
  'email:"quoted ann"@mail.svc.test',
  'email:nobody',
  'email:ann@other.example',
  'uri:https://svc.test/path',
  'uri:spiffe://svc.test/ns/a/sa/b',
  'uri:https://10.1.2.3/',
  'uri:https://[fd00::5]:443/x',
  'uri:urn:a:b',
  'uri:https://User@API.svc.test:8443/a%20b?q=1#f',
  'uri:http://svc.test:1:2/',
  'dir:somebody',
];

const trees: readonly GeneralName[] = [
  'dns:svc.test',
  'dns:.svc.test',
  'dns:test',
  'dns:api.svc.test',
  'dns:other.example',
  'dns:',
  'dns:SVC.test',
  'ip:0a000000ff000000',
  'ip:0a010203ffffffff',
  'ip:7f000000ff000000',
  'ip:0a010000ffff0000',
  `ip:fd00${'0'.repeat(28)}ff${'0'.repeat(30)}`,
  'email:svc.test',
  'email:.svc.test',
  'email:ann@svc.test',
  'email:ann@SVC.TEST',
  'email:',
  'uri:svc.test',
  'uri:.svc.test',
  'uri:other.example',
  'dir:somebody',
];

const commonName = '2.5.4.3';
const organization = '2.5.4.10';

/** Puts together one chain by chance. */
export class ChainMaker {
  readonly #chance: Chance;
  readonly #keys: KeyRing;
  #faults: string[] = [];

  constructor(chance: Chance, keys: KeyRing) {
    this.#chance = chance;
    this.#keys = keys;
  }

  make(): MadeChain {
    const chance = this.#chance;
    this.#faults = [];
    const usage = chance.is(0.15) ? 'client' : 'server';
    const serverName = chance.pick(hosts);
    const plans = this.#plans(usage, serverName, chance.pick([0, 1, 1, 1, 2, 2, 3]));
    const made = plans.map((plan, i) => makeCertificate(plan, plans[i + 1] ?? plan));
    const root = plans.at(-1);
    const leaf = plans[0];
    if (!root || !leaf) throw new Error('a chain without certificates');
    const chain = this.#sent(made, plans);
    const roots = this.#trusted(made, root);
    return {
      chain: this.#damaged(chain),
      roots,
      serverName: usage === 'client' ? '' : serverName,
      usage,
      faults: this.#faults,
    };
  }

  /** True with this probability, and noted. */
  #fault(name: string, probability: number): boolean {
    if (!this.#chance.is(probability)) return false;
    this.#faults.push(name);
    return true;
  }

  /** From the leaf to the root. */
  #plans(usage: 'server' | 'client', host: string, intermediates: number): Plan[] {
    const leaf = this.#leaf(usage, host);
    const authorities = Array.from({ length: intermediates + 1 }, (_, i) => this.#authority(i, i === intermediates));
    return [leaf, ...authorities];
  }

  #base(name: readonly NamePart[]): Plan {
    const chance = this.#chance;
    const key = chance.is(0.2) ? chance.pick(this.#keys.rsa) : chance.pick(this.#keys.usual);
    const hashes: readonly Hash[] = ['sha256', 'sha256', 'sha384', 'sha512'];
    return {
      name,
      key,
      serial: BigInt(chance.below(2 ** 31) + 1),
      version: 3,
      notBefore: chainsNow - 30 * DAY,
      notAfter: chainsNow + (1 + chance.below(400)) * DAY,
      subjectKeyId: chance.pick(['own', 'own', 'own', 'own', 'none']),
      authorityKeyId: chance.pick(['issuer', 'issuer', 'issuer', 'issuer', 'none']),
      extra: [],
      hash: chance.pick(hashes),
      pss: chance.is(0.3),
      broken: false,
    };
  }

  #leaf(usage: 'server' | 'client', host: string): Plan {
    const chance = this.#chance;
    const base = this.#base([[commonName, chance.is(0.3) ? host.replace(/\.$/, '') : 'leaf']]);
    const wanted = usage === 'server' ? serverAuth : clientAuth;
    const right = nameFor(host);
    const names = this.#fault('names', 0.2)
      ? this.#strangeNames()
      : [right, ...(chance.is(0.3) ? chance.some(this.#harmless(), 2) : [])];
    const usagesOfLeaf = this.#fault('usage', 0.08)
      ? chance.some(usages, 2)
      : chance.pick([undefined, [wanted], [wanted, any]]);
    return this.#spoiled(
      {
        ...base,
        ...(this.#fault('no-names', 0.05) ? {} : { names }),
        ...(usagesOfLeaf && { usages: usagesOfLeaf }),
        ...(chance.is(0.5) && { keyUsage: 0x80 }),
        ...(chance.is(0.3) && { policies: chance.some(policies, 2) }),
        ...(this.#fault('leaf-is-authority', 0.03) && { authority: { ca: true } }),
      },
      0.06,
    );
  }

  #harmless(): GeneralName[] {
    return names.filter((name) => /^(email:ann@svc|uri:spiffe|uri:https:\/\/svc|dns:other|dir:)/.test(name));
  }

  #strangeNames(): GeneralName[] {
    const chance = this.#chance;
    if (chance.is(0.05)) return Array.from({ length: 99 + chance.below(3) }, (_, i) => `dns:n${i}.example`);
    if (chance.is(0.05))
      return Array.from(
        { length: 99 + chance.below(3) },
        (_, i) => `ip:0b0000${(i % 256).toString(16).padStart(2, '0')}`,
      );
    return chance.some(names, 4);
  }

  #authority(i: number, root: boolean): Plan {
    const chance = this.#chance;
    const base = this.#base(this.#authorityName(root ? 'Root' : `Intermediate ${i}`));
    const constrained = this.#fault('constraints', root ? 0.06 : 0.12);
    return this.#spoiled(
      {
        ...base,
        authority: { ca: true, ...(this.#fault('path-length', 0.12) && { pathLength: chance.below(3) }) },
        ...(chance.is(0.6) && { keyUsage: 0x06 }),
        ...(this.#fault('usage-of-authority', 0.06) && { usages: chance.some(usages, 3) }),
        ...(constrained && chance.is(0.7) && { permitted: chance.some(trees, 4) }),
        ...(constrained && chance.is(0.6) && { excluded: chance.some(trees, 3) }),
        ...this.#policies(),
      },
      root ? 0.03 : 0.05,
    );
  }

  #authorityName(name: string): NamePart[] {
    const chance = this.#chance;
    if (this.#fault('odd-name', 0.1)) {
      return chance.pick<NamePart[]>([
        [[organization, 'Only "Organization"']],
        [],
        [
          ['2.5.4.6', 'DE', 0x13],
          [organization, 'A+B, <C>; "D"'],
          [commonName, ` ${name} # `],
        ],
        [[commonName, `Stra\u00dfe ${name}`, 0x14]],
        [[commonName, `\u8bc1\u4e66 ${name}`, 0x1e]],
        [
          [commonName, name],
          ['1.2.840.113549.1.9.1', 'a@b.test', 0x16],
        ],
        [
          [commonName, 'first'],
          [commonName, `tab\t${name}`],
        ],
      ]);
    }
    return [
      [commonName, name],
      [organization, 'Lab'],
    ];
  }

  #policies(): Partial<Plan> {
    const chance = this.#chance;
    if (!this.#fault('policies', 0.08)) return {};
    return {
      ...(chance.is(0.8) && { policies: chance.some(policies, 3) }),
      ...(chance.is(0.4) && { requireExplicit: chance.below(3) }),
      ...(chance.is(0.3) && { inhibitMapping: chance.below(2) }),
      ...(chance.is(0.3) && { inhibitAny: chance.below(2) }),
      ...(chance.is(0.3) && { mappings: [[chance.pick(policies), chance.pick(policies)] as const] }),
    };
  }

  /** The faults that any certificate may have, each with this probability. */
  #spoiled(plan: Plan, p: number): Plan {
    const chance = this.#chance;
    const spoils: readonly (readonly [string, () => Partial<Plan>])[] = [
      ['expired', () => ({ notAfter: chainsNow - chance.pick([1000, DAY, 400 * DAY]) })],
      ['not-yet', () => ({ notBefore: chainsNow + chance.pick([1000, DAY]) })],
      ['to-the-second', () => ({ notBefore: chainsNow, notAfter: chainsNow })],
      ['sha1', () => ({ hash: 'sha1' })],
      ['md5', () => ({ hash: 'md5' })],
      ['small-rsa', () => ({ key: chance.pick(this.#keys.small) })],
      ['huge-rsa', () => ({ key: this.#keys.huge })],
      ['strange-key', () => ({ key: chance.pick(this.#keys.strange) })],
      ['negative-serial', () => ({ serial: -BigInt(chance.below(1000) + 1) })],
      ['critical', () => ({ extra: [extension('1.2.3.4.5', octets(Buffer.from('x')), true)] })],
      ['unknown-extension', () => ({ extra: [extension('1.2.3.4.5', octets(Buffer.from('x')))] })],
      [
        'twice',
        () => ({ extra: [extension('1.2.3.4', octets(Buffer.from('x'))), extension('1.2.3.4', Buffer.from('y'))] }),
      ],
      [
        'critical-key-id',
        () => ({ subjectKeyId: 'none', extra: [extension('2.5.29.14', octets(Buffer.from('id')), true)] }),
      ],
      ['odd-extension', () => ({ extra: [this.#oddExtension()] })],
      ['not-an-authority', () => ({ authority: { ca: false } })],
      ['no-constraints-at-all', () => ({ authority: undefined })],
      ['usage-without-sign', () => ({ keyUsage: 0x80 })],
      ['key-id', () => ({ authorityKeyId: 'other' })],
      ['own-key-id', () => ({ subjectKeyId: 'other' })],
      ['broken-signature', () => ({ broken: true })],
      ['version', () => ({ version: chance.pick([1, 2]) })],
    ];
    let spoiled: Plan = plan;
    // One certificate with several faults is likelier than chance alone would have it.
    for (let again = this.#fault('spoiled', p * 3); again; again = chance.is(0.25)) {
      const [name, spoil] = chance.pick(spoils);
      this.#faults.push(name);
      spoiled = { ...spoiled, ...spoil() } as Plan;
    }
    return spoiled;
  }

  #oddExtension(): Uint8Array {
    const chance = this.#chance;
    const id = chance.pick([
      '2.5.29.31',
      '1.3.6.1.5.5.7.1.1',
      '2.5.29.32',
      '2.5.29.37',
      '2.5.29.36',
      '2.5.29.54',
      '2.5.29.33',
      '2.5.29.30',
    ]);
    const value = chance.pick([
      sequence(),
      sequence(sequence()),
      octets(Buffer.from('odd')),
      element(0x30, Buffer.from([0x30, 0x80])),
    ]);
    return extension(id, value, chance.is(0.5));
  }

  /** What is sent, in which order, and what else. */
  #sent(made: readonly Uint8Array[], plans: readonly Plan[]): Uint8Array[] {
    const chance = this.#chance;
    const [leaf, ...authorities] = made;
    if (!leaf) return [];
    let intermediates = authorities.slice(0, chance.is(0.3) ? undefined : -1);
    if (intermediates.length > 0 && this.#fault('missing-intermediate', 0.1)) intermediates = intermediates.slice(1);
    if (this.#fault('order', 0.1)) intermediates = chance.shuffled(intermediates);
    if (this.#fault('duplicate', 0.06)) intermediates = [...intermediates, ...chance.some([leaf, ...intermediates], 2)];
    if (this.#fault('cross-signed', 0.1)) intermediates = [...intermediates, this.#crossSigned(plans)];
    if (this.#fault('decoys', 0.06)) intermediates = [...this.#decoys(plans, chance.pick([1, 2, 5])), ...intermediates];
    if (this.#fault('many-decoys', 0.01))
      intermediates = [...this.#decoys(plans, 99 + chance.below(4)), ...intermediates];
    return [leaf, ...intermediates];
  }

  /** The root once more, signed by another one, which may be trusted as well. */
  #crossSigned(plans: readonly Plan[]): Uint8Array {
    const root = plans.at(-1);
    if (!root) throw new Error('no root');
    const other: Plan = { ...this.#authority(9, true), name: [[commonName, 'Other Root']] };
    return makeCertificate({ ...root, serial: root.serial + 1n }, other);
  }

  /** Certificates of the first issuer's name, by other keys. */
  #decoys(plans: readonly Plan[], count: number): Uint8Array[] {
    const issuer = plans[1];
    const above = plans[2] ?? issuer;
    if (!issuer || !above) return [];
    return Array.from({ length: count }, (_, i) => {
      const key: Key = this.#chance.pick(this.#keys.usual);
      return makeCertificate({ ...issuer, key, serial: BigInt(1000 + i), subjectKeyId: 'none' }, above);
    });
  }

  #trusted(made: readonly Uint8Array[], root: Plan): Uint8Array[] {
    const chance = this.#chance;
    const own = made.at(-1);
    const leaf = made[0];
    const [, intermediate] = made;
    if (!own || !leaf) return [];
    const foreign = (): Uint8Array => {
      const plan = { ...this.#base([[commonName, 'Foreign Root']]), authority: { ca: true } };
      return makeCertificate(plan, plan);
    };
    const remade = (): Uint8Array => {
      const plan = { ...root, key: chance.pick(this.#keys.usual), serial: root.serial + 7n };
      return makeCertificate(plan, plan);
    };
    if (this.#fault('foreign-root', 0.06)) return [foreign()];
    if (this.#fault('remade-root', 0.07)) return chance.is(0.3) ? [remade(), own] : [remade()];
    if (this.#fault('pinned-leaf', 0.03)) return [leaf];
    if (intermediate && this.#fault('pinned-intermediate', 0.03)) return [intermediate];
    if (this.#fault('no-roots', 0.01)) return [];
    return chance.is(0.2) ? [foreign(), own, own] : [own];
  }

  /** A byte that is not as it was. */
  #damaged(chain: readonly Uint8Array[]): Uint8Array[] {
    const chance = this.#chance;
    if (!this.#fault('damaged', 0.04)) return [...chain];
    const victim = chance.below(chain.length);
    return chain.map((der, i) => {
      if (i !== victim) return der;
      const copy = Buffer.from(der);
      const at = chance.below(copy.length);
      copy[at] = chance.below(256);
      return chance.is(0.1) ? copy.subarray(0, at) : copy;
    });
  }
}

function nameFor(host: string): GeneralName {
  const ips: Readonly<Record<string, string>> = {
    '127.0.0.1': '7f000001',
    '10.1.2.3': '0a010203',
    '::1': '00000000000000000000000000000001',
    '[fd00::5]': 'fd000000000000000000000000000005',
    '::ffff:10.1.2.3': '0a010203',
  };
  const ip = ips[host];
  return ip ? `ip:${ip}` : `dns:${host.replace(/\.$/, '')}`;
}
