import type { NameQuery, ReadHost } from '../../core/host.ts';
import { isDomainName, nameList } from '../../read/dns/domain-name.ts';
import { joinHostPort } from '../../read/net/host-port.ts';
import type { ResolvConf } from '../../read/net/resolv-conf.ts';
import type { NetError } from './go-words.ts';
import type { NameQuestion } from './resolution.ts';
import { type Judged, judge } from './server-answer.ts';

/** Where questions go. */
export interface Server {
  /** As /etc/resolv.conf has it: this is what Go's errors name. */
  readonly label: string;
  readonly ip: string;
  readonly port: number;
}

export interface Plan {
  readonly servers: readonly Server[];
  readonly resolvConf: ResolvConf;
  /** For the whole lookup of ours, in milliseconds. */
  readonly stepMs: number;
}

/** What the servers said of one name. */
export interface Looked {
  readonly addresses: readonly string[];
  readonly questions: readonly NameQuestion[];
  /** `10.0.0.10:53` of those that did not answer. */
  readonly dead: readonly string[];
  /** All of them are dead: the rest of the names was not asked. */
  readonly allDead: boolean;
  /** Somebody knows the name, without an address. */
  readonly empty: boolean;
  /** How many names of the list were asked until there was an answer; all of them where there was none. */
  readonly namesAsked: number;
  /** What Go tells where no address was found. */
  readonly failed?: NetError;
}

const types = ['A', 'AAAA'] as const;
const leastWaitMs = 100;

/**
 * Asks the name servers as Go's own resolver does, but waits no longer for the dead than this step has time: each gets a share of
 * it, and whoever was silent is asked once more with all of it, so that the slow are not taken for dead.
 */
export async function lookUp(host: ReadHost, name: string, plan: Plan): Promise<Looked> {
  const names = isDomainName(name) ? nameList(name, plan.resolvConf.ndots, plan.resolvConf.search) : [];
  const first = new Asker(host, plan);
  const looked = await first.walk(name, names);
  const [question] = looked.questions;
  if (!question || first.silent.length === 0 || first.hasAllTheTime) return looked;
  const slow = await first.slowOnes(question.name);
  if (slow.length === 0) return looked;
  if (!looked.allDead) return { ...looked, dead: looked.dead.filter((server) => !slow.includes(server)) };
  const alive = plan.servers.filter((server) => slow.includes(addressOf(server)));
  const again = await new Asker(host, { ...plan, servers: alive }).walk(name, names);
  return { ...again, dead: looked.dead.filter((server) => !slow.includes(server)) };
}

interface Answered {
  readonly answer: NameQuestion['answer'];
  readonly addresses: readonly string[];
  readonly error?: NetError;
}

const noSuchHost: NetError = { error: { words: 'no such host', temporary: false }, tcp: false };

class Asker {
  readonly #host: ReadHost;
  readonly #plan: Plan;
  readonly #until: number;
  readonly #questions: NameQuestion[] = [];
  /** By address: it did not answer, or nobody listens there. */
  readonly #missed = new Map<string, 'silent' | 'refused'>();
  readonly #answered = new Set<string>();

  constructor(host: ReadHost, plan: Plan) {
    this.#host = host;
    this.#plan = plan;
    // Servers that answer, but slowly, get twice the time of the step in all.
    this.#until = host.now() + 2 * plan.stepMs;
  }

  /** Addresses of servers from which nothing came. */
  get silent(): readonly string[] {
    return this.#dead.filter((address) => this.#missed.get(address) === 'silent');
  }

  /** Each server got as long as the step has. */
  get hasAllTheTime(): boolean {
    return this.#waitMs >= this.#longestMs;
  }

  /** One name of the list after the other, until there is an address, or nobody left to ask. */
  async walk(name: string, names: readonly string[]): Promise<Looked> {
    let failed: NetError | undefined;
    let [addresses, namesAsked, empty]: [readonly string[], number, boolean] = [[], 0, false];
    for (const fqdn of names) {
      namesAsked += 1;
      const both = await this.#askBoth(fqdn);
      addresses = both.flatMap((one) => one.addresses);
      empty ||= both.some(({ answer }) => answer === 'empty');
      // Go prefers the error of the name as it was written.
      for (const { error } of both) if (error && (!failed || fqdn === `${name}.` || fqdn === name)) failed = error;
      if (addresses.length > 0 || this.#allDead || this.#host.now() >= this.#until) break;
    }
    const questions = this.#questions;
    const base = { addresses, questions, dead: this.#dead, allDead: this.#allDead, empty, namesAsked };
    return { ...base, ...(addresses.length === 0 && { failed: failed ?? noSuchHost }) };
  }

  /** Those of the silent ones that answer when they get all the time of the step. */
  async slowOnes(fqdn: string): Promise<readonly string[]> {
    const servers = this.#plan.servers.filter((server) => this.silent.includes(addressOf(server)));
    const judged = await Promise.all(servers.map((server) => this.#askServer(server, fqdn, 'A', this.#longestMs)));
    return servers.filter((_, index) => judged[index]?.dead === false).map(addressOf);
  }

  /** Who answers only some questions lives. */
  get #dead(): readonly string[] {
    return [...this.#missed.keys()].filter((address) => !this.#answered.has(address));
  }

  get #allDead(): boolean {
    return this.#plan.servers.every((server) => this.#dead.includes(addressOf(server)));
  }

  get #longestMs(): number {
    return Math.min(1000 * this.#plan.resolvConf.timeout, this.#plan.stepMs);
  }

  /** A share of the step for each server. */
  get #waitMs(): number {
    const { servers, stepMs } = this.#plan;
    const different = new Set(servers.map(addressOf)).size;
    return Math.min(this.#longestMs, Math.max(leastWaitMs, Math.floor(stepMs / Math.max(1, different))));
  }

  async #askBoth(fqdn: string): Promise<readonly Answered[]> {
    if (!this.#plan.resolvConf.singleRequest) return Promise.all(types.map((type) => this.#ask(fqdn, type)));
    const answers: Answered[] = [];
    for (const type of types) answers.push(await this.#ask(fqdn, type));
    return answers;
  }

  /** Each server in turn, and all of them again, until one has the last word. */
  async #ask(fqdn: string, type: NameQuery['type']): Promise<Answered> {
    const { servers, resolvConf } = this.#plan;
    let last: { judged: Judged; server: Server } | undefined;
    for (let attempt = 0; attempt < resolvConf.attempts; attempt += 1) {
      for (const server of servers) {
        const address = addressOf(server);
        if (this.#dead.includes(address) || this.#host.now() >= this.#until) continue;
        const judged = await this.#askServer(server, fqdn, type, this.#waitMs);
        if (judged.dead) this.#missed.set(address, judged.answer === 'timeout' ? 'silent' : 'refused');
        else this.#answered.add(address);
        if (judged.final) return answered(judged, server, resolvConf.tcp);
        last = { judged, server };
      }
    }
    const server = servers.at(-1);
    if (!last && server) last = { judged: judge({ kind: 'timeout', ms: 0 }), server };
    return last ? answered(last.judged, last.server, resolvConf.tcp) : { answer: 'timeout', addresses: [] };
  }

  async #askServer(server: Server, fqdn: string, type: NameQuery['type'], timeoutMs: number): Promise<Judged> {
    const { tcp, trustAd } = this.#plan.resolvConf;
    const answer = await this.#host.askName({
      server: server.ip,
      port: server.port,
      name: fqdn.replace(/\.$/, ''),
      type,
      timeoutMs,
      ...(tcp && { tcp }),
      ...(trustAd && { trustAd }),
    });
    const judged = judge(answer);
    this.#questions.push({ server: addressOf(server), name: fqdn, type, answer: judged.answer, ms: answer.ms });
    return judged;
  }
}

function answered({ answer, addresses, error }: Judged, server: Server, tcp: boolean): Answered {
  const failed = error && { error, server: server.label, sentTo: addressOf(server), tcp };
  return { answer, addresses, ...(failed && { error: failed }) };
}

function addressOf({ ip, port }: Server): string {
  return joinHostPort(ip, port);
}
