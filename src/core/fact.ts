import { NotRecorded, type ReadHost } from './host.ts';
import { type Outcome, unknown } from './outcome.ts';
import { machine, project, type Subject, type SubjectKind, subjectKey } from './subject.ts';

/** What the user said of the endpoints and of the client that would dial them. */
export interface ProbeOptions {
  /** What the client does; left out: whatever the server speaks. */
  readonly as?: 'plaintext' | 'tls' | 'mtls';
  /** Absolute paths. */
  readonly ca: readonly string[];
  readonly cert?: string;
  readonly key?: string;
  readonly serverName?: string;
  /** Full name of a service that has to be there. */
  readonly service?: string;
  readonly goVersion?: string;
  readonly goLine?: string;
  readonly grpcVersion?: string;
  /** A real Go toolchain judges the chain, too. */
  readonly verifyWithGo: boolean;
  readonly checkRevocation: boolean;
  /** How long the connection is kept and watched, in milliseconds. */
  readonly holdMs?: number;
  /** How many times health is asked. */
  readonly count?: number;
  /** For one step, in milliseconds. */
  readonly stepMs: number;
}

/** What a step of a probe may take, unless the user says something else. */
export const usualStepMs = 2000;

/** What the user allowed and asked for; collectors and traps read it, nobody changes it. */
export interface CheckOptions {
  /** Folder to look at: absolute, in the host's own path syntax. */
  readonly dir: string;
  /** Folders of the project to look at, relative to its root; all of it where they are left out. */
  readonly roots?: readonly string[];
  /** Packets may be sent (`--network`). */
  readonly network: boolean;
  /** The user's own compilers may be asked what they say of the project's files (`--deep`). */
  readonly deep?: boolean;
  /** A built Go program to be judged (`--binary`): absolute. */
  readonly binary?: string;
  /** What `go mod download -x` printed (`--download-log`): absolute path of the file. */
  readonly downloadLog?: string;
  /** What the user is about to do; a missing generator fails `generate`, but not `build` when generated code is there. */
  readonly purpose: 'build' | 'generate' | 'all';
  /** For `probe`. */
  readonly probe?: ProbeOptions;
  /** Limit for one spawned command or request, in milliseconds. */
  readonly timeoutMs: number;
}

/**
 * A small, typed, named observation about one subject. Collected at most once per subject, and only when a trap or a
 * report asks. A collector never throws for what it meets outside: it returns `absent` or `unknown` with the reason.
 */
export interface Fact<T> {
  readonly name: string;
  readonly of: SubjectKind;
  readonly collect: (ask: Ask, subject: Subject) => Promise<Outcome<T>> | Outcome<T>;
}

/** What a collector may use. `get` asks for another fact: of the same subject, or of the machine or project it is in. */
export interface Ask {
  readonly host: ReadHost;
  readonly options: CheckOptions;
  get<T>(fact: Fact<T>, subject?: Subject): Promise<Outcome<T>>;
}

export function defineFact<T>(
  name: string,
  of: SubjectKind,
  collect: (ask: Ask, subject: Subject) => Promise<Outcome<T>> | Outcome<T>,
): Fact<T> {
  return { name, of, collect };
}

/** Collects facts lazily and keeps each answer, so that two traps that need one fact share one file read or one spawn. */
export class FactStore {
  readonly #answers = new Map<string, Promise<Outcome<unknown>>>();
  readonly host: ReadHost;
  readonly options: CheckOptions;

  constructor(host: ReadHost, options: CheckOptions) {
    this.host = host;
    this.options = options;
  }

  get<T>(fact: Fact<T>, asked: Subject): Promise<Outcome<T>> {
    const subject = subjectOfFact(fact, asked);
    const key = `${fact.name} ${subjectKey(subject)}`;
    const earlier = this.#answers.get(key);
    if (earlier) return earlier as Promise<Outcome<T>>;
    const answer = this.#collect(fact, subject);
    this.#answers.set(key, answer);
    return answer;
  }

  async #collect<T>(fact: Fact<T>, subject: Subject): Promise<Outcome<T>> {
    const ask: Ask = {
      host: this.host,
      options: this.options,
      get: (other, of) => this.get(other, of ?? subject),
    };
    try {
      return await fact.collect(ask, subject);
    } catch (error) {
      if (error instanceof NotRecorded) return unknown('not-recorded', { what: error.what });
      // A collector that throws is a bug of ours; the user still gets every other answer.
      return unknown('internal-error', {
        fact: fact.name,
        // An error of the machine may quote all of what it was given.
        message: (error instanceof Error ? error.message : `${error}`).slice(0, longestMessage),
      });
    }
  }
}

/** In characters. */
const longestMessage = 200;

/** A module asks the machine's facts of the machine: there is one machine and one project in a run. */
function subjectOfFact(fact: Fact<unknown>, asked: Subject): Subject {
  if (fact.of === asked.kind) return asked;
  if (fact.of === 'machine') return machine;
  if (fact.of === 'project') return project;
  throw new Error(`fact ${fact.name} is of a ${fact.of}, not of a ${asked.kind}`);
}
