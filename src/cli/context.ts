import type { ReadHost } from '../core/host.ts';
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
  /** Writes a file that the user asked for; a message where it failed. */
  readonly save: (path: string, content: string | Uint8Array) => string | undefined;
  /** Reads a text that is shipped beside the program. */
  readonly asset: (path: string) => string | undefined;
  /** The report: standard output. */
  readonly out: (text: string) => void;
  /** Progress and remarks: standard error. */
  readonly note: (text: string) => void;
}
