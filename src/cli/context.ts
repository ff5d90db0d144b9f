import type { ReadHost } from '../core/host.ts';
import type { Trap } from '../core/trap.ts';
import type { Words } from '../i18n/words.ts';
import type { Page } from '../report/human.ts';
import type { Invocation } from './parse.ts';

/** What a command works with. Commands return an exit code and write through `out` and `note` only. */
export interface Context {
  readonly invocation: Invocation;
  readonly host: ReadHost;
  readonly words: Words;
  /** For machine formats: English, unless a language was asked for. */
  readonly machineWords: Words;
  readonly page: Page;
  /** Folder in which the program was started, absolute; undefined where it has been removed. */
  readonly cwd: string | undefined;
  readonly version: string;
  /** Writes a file that the user asked for, a program with the right to start it; a message where it failed. */
  readonly save: (path: string, content: string | Uint8Array, program?: boolean) => string | undefined;
  /** Reads a text that is shipped beside the program. */
  readonly asset: (path: string) => string | undefined;
  /** What is piped in, in pieces; undefined where a person sits at a terminal. */
  readonly input: () => AsyncIterable<Uint8Array> | undefined;
  /** The report: standard output. */
  readonly out: (text: string) => void;
  /** Remarks: standard error. */
  readonly note: (text: string) => void;
  /** Puts a line over the one before it, an empty one takes it away. Only where standard error is a terminal. */
  readonly progress?: (text: string) => void;
  /** Every trap there is: a probe knows only those that are seen on endpoints. */
  readonly allTraps: () => Promise<readonly Trap[]>;
  /** All of standard input as text; undefined where it has more bytes than that. */
  readonly stdin: (limit: number) => Promise<string | undefined>;
}
