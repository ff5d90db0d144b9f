/** How a request of the go command ended. `text` is as it was printed: `404 Not Found (0.057s)`, `Get "…": dial tcp: …`. */
export interface RequestEnd {
  readonly line: number;
  readonly text: string;
  /** HTTP status, where an answer came. */
  readonly status?: number;
  /** From the question to the head of the answer; failures are printed without. */
  readonly seconds?: number;
}

/** A request, or a command of version control, that the go command has told of. */
export interface LoggedRequest {
  /** As it was printed; for a command its words. */
  readonly what: string;
  /** Where it goes to, with the port: `proxy.example`, `10.99.0.2:8080`. */
  readonly host: string;
  readonly line: number;
  readonly end?: RequestEnd;
}

/** A line of the go command about a file that is none: requests for it were answered 200, or it lay in the module cache. */
export interface PageError {
  /** `path@version`. */
  readonly module: string;
  readonly line: number;
  readonly text: string;
}

/** What `go mod download -x` printed, and other go commands with `-x`. Requests stand in the order of their first lines. */
export interface DownloadLog {
  readonly requests: readonly LoggedRequest[];
  /** Commands of version control, for modules that are fetched from their origin. */
  readonly commands: readonly LoggedRequest[];
  /** The go command said how it ended (`go: …` behind the last request): what is open then was given up, and not waited for. */
  readonly ended: boolean;
  /** What go said behind the last request of modules that it found to be web pages, or that the checksum database was one. */
  readonly pages: readonly PageError[];
  /** Parts are missing: somebody shortened the log, or it holds the end of a request whose beginning it does not hold. */
  readonly incomplete: boolean;
}

/** Control characters and colours that a CI system put in. */
const hasNoise = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f]/;
const noise = /\u001b\[[0-9;?]*[A-Za-z]|[\u0000-\u0008\u000b-\u001f\u007f-\u009f]/g;

/** Something may stand before it: the time, or the number of a build step. Before the answer stands a colon, which no address holds before a blank. */
const request = '# get ';
const address = /^(?:https?|file):\/\/\S+$/;
const answer = /^(\d{3})\b.*\((\d+\.\d+)s\)$/;
/** `cd FOLDER; git fetch …`, and when it has ended `0.123s # cd FOLDER; git fetch …`. */
const command = /(?:^|\s)(?:(\d+\.\d+)s # )?(cd \S.*?; *(?:git|hg|svn|bzr|fossil) .*)$/;
const lastWord = /(?:^|\s)go: (?!downloading |finding |extracting |added |upgraded )\S/;
/** What go says to a web page as go.mod, as answer of the checksum database, as .zip and as .info (measured, Go 1.26.8). */
const pageSigns = [
  'parsing go.mod: missing module line',
  'malformed record data',
  'zip: not a valid zip file',
  "invalid character '<' looking for beginning of value",
];
/** As many as are shown of the modules of one proxy. */
const mostPages = 3;
const shortened = /\boutput clipped\b|\blog (?:was )?truncated\b/i;

/** No line that go prints is longer: what is longer is cut before it is looked at. */
const longestLine = 8192;

interface Open {
  readonly what: string;
  readonly host: string;
  readonly line: number;
  end?: RequestEnd;
}

/**
 * Reads a log. The go command writes each line at once, so requests that run side by side mix only by whole lines; the answer of a
 * request is found by its address. A last line without an end is only half there: a beginning is then not counted.
 */
export function parseDownloadLog(text: string): DownloadLog {
  const reader = new Reader();
  let line = 0;
  for (let from = 0; from < text.length; ) {
    const at = text.indexOf('\n', from);
    const to = at < 0 ? text.length : at;
    line += 1;
    reader.read(clean(text.slice(from, Math.min(to, from + longestLine))), line, at >= 0);
    from = to + 1;
  }
  return reader.log();
}

function clean(line: string): string {
  return (hasNoise.test(line) ? line.replace(noise, '') : line).trimEnd();
}

class Reader {
  readonly #requests: Open[] = [];
  readonly #commands: Open[] = [];
  /** By address: those that have no end yet, the latest last. */
  readonly #open = new Map<string, Open[]>();
  /** Of commands, by the folder in which they ran. */
  readonly #hosts = new Map<string, string>();
  #ended = false;
  #pages: PageError[] = [];
  #incomplete = false;

  read(text: string, line: number, complete: boolean): void {
    if (text === '') return;
    if (this.#readRequest(text, line, complete) || this.#readCommand(text, line, complete)) return;
    this.#readPageError(text, line);
    if (lastWord.test(text)) this.#ended = true;
    else if (shortened.test(text)) this.#incomplete = true;
  }

  log(): DownloadLog {
    return {
      requests: this.#requests,
      commands: this.#commands,
      ended: this.#ended,
      pages: this.#pages,
      incomplete: this.#incomplete,
    };
  }

  #readRequest(text: string, line: number, complete: boolean): boolean {
    const at = text.indexOf(request);
    if (at < 0) return false;
    const to = text.indexOf(': ', at + request.length);
    const what = text.slice(at + request.length, to < 0 ? undefined : to);
    if (!address.test(what)) return false;
    if (to >= 0) {
      const said = text.slice(to + 2);
      this.#end(what, { line, text: said, ...answerIn(said) });
    } else if (complete) this.#begin(this.#requests, { what, host: hostIn(what), line });
    return true;
  }

  #readCommand(text: string, line: number, complete: boolean): boolean {
    const found = command.exec(text);
    if (!found) return false;
    const [, seconds, words = ''] = found;
    if (seconds !== undefined) this.#end(words, { line, text: `${seconds}s`, seconds: Number(seconds) });
    else if (complete) this.#begin(this.#commands, { what: words, host: this.#hostOfCommand(words), line });
    return true;
  }

  #readPageError(text: string, line: number): void {
    if (this.#pages.length >= mostPages || !pageSigns.some((sign) => text.includes(sign))) return;
    const word = text.split(/\s/).find((one) => one.includes('@v') && one.endsWith(':'));
    if (word) this.#pages.push({ module: word.slice(0, -1), line, text });
  }

  /** `origin` is a name that an earlier command has given to an address. */
  #hostOfCommand(words: string): string {
    const folder = words.slice(0, words.indexOf(';'));
    const host = hostIn(words) || (this.#hosts.get(folder) ?? '');
    this.#hosts.set(folder, host);
    return host;
  }

  #begin(list: Open[], one: Open): void {
    list.push(one);
    const open = this.#open.get(one.what);
    if (open) open.push(one);
    else this.#open.set(one.what, [one]);
    // A log may hold several runs: what an earlier one said at its end is not the end of this one.
    this.#ended = false;
    this.#pages = [];
  }

  /** The latest goes first: in a log of two runs the one that was left open is the earlier one. */
  #end(what: string, end: RequestEnd): void {
    const one = this.#open.get(what)?.pop();
    if (one) one.end = end;
    else this.#incomplete = true;
  }
}

function answerIn(text: string): Pick<RequestEnd, 'status' | 'seconds'> {
  const [, status, seconds] = answer.exec(text) ?? [];
  return status === undefined ? {} : { status: Number(status), seconds: Number(seconds) };
}

function hostIn(text: string): string {
  return /[a-z+]+:\/\/(?:[^\s/@]*@)?([^\s/?#'"]*)/i.exec(text)?.[1] ?? '';
}

/** What has no end, when the log shows that go was still waiting for it. */
export function unanswered({ requests, commands, ended, incomplete }: DownloadLog): LoggedRequest[] {
  return ended || incomplete ? [] : [...requests, ...commands].filter(({ end }) => !end);
}
