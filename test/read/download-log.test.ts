import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { downloadFailures } from '../../src/read/modules/download-failures.ts';
import { type DownloadLog, parseDownloadLog, unanswered } from '../../src/read/modules/download-log.ts';
import { randomFrom } from './mutate.ts';

const proxy = 'https://proxy.example';
const get = (path: string): string => `# get ${proxy}/${path}`;
const open = (log: DownloadLog): string[] => log.requests.filter(({ end }) => !end).map(({ what }) => what);

describe('parseDownloadLog', () => {
  it('joins a request with its answer, over lines of others', () => {
    const text = [
      get('example.com/a/@v/v1.0.0.mod'),
      get('example.com/b/@v/v1.0.0.mod'),
      'go: downloading example.com/c v1.0.0',
      `${get('example.com/b/@v/v1.0.0.mod')}: 404 Not Found (0.057s)`,
      `${get('example.com/a/@v/v1.0.0.mod')}: 200 OK (12.204s)`,
      '',
    ].join('\n');
    expect(parseDownloadLog(text)).toEqual({
      requests: [
        {
          what: `${proxy}/example.com/a/@v/v1.0.0.mod`,
          host: 'proxy.example',
          line: 1,
          end: { line: 5, text: '200 OK (12.204s)', status: 200, seconds: 12.204 },
        },
        {
          what: `${proxy}/example.com/b/@v/v1.0.0.mod`,
          host: 'proxy.example',
          line: 2,
          end: { line: 4, text: '404 Not Found (0.057s)', status: 404, seconds: 0.057 },
        },
      ],
      commands: [],
      ended: false,
      pages: [],
      incomplete: false,
    });
  });

  it('takes a failure without an answer for an end', () => {
    const url = 'http://10.99.0.2:8080/example.com/m0/@v/v1.0.0.mod';
    const text = `# get ${url}\n# get ${url}: Get "${url}": dial tcp 10.99.0.2:8080: i/o timeout\n`;
    const [request] = parseDownloadLog(text).requests;
    expect(request).toMatchObject({
      host: '10.99.0.2:8080',
      end: { line: 2, text: `Get "${url}": dial tcp 10.99.0.2:8080: i/o timeout` },
    });
    expect(request?.end?.status).toBeUndefined();
  });

  it('leaves the request open that has no second line', () => {
    const log = parseDownloadLog(`${get('a/@v/list')}\n${get('b/@v/list')}\n${get('a/@v/list')}: 200 OK (0.01s)\n`);
    expect(unanswered(log).map(({ what, line }) => [what, line])).toEqual([[`${proxy}/b/@v/list`, 2]]);
  });

  it('calls nothing unanswered when go itself said how it ended', () => {
    const text = `${get('a/@v/list')}\ngo: module a: no matching versions for query "latest"\n`;
    expect(unanswered(parseDownloadLog(text))).toEqual([]);
    expect(open(parseDownloadLog(text))).toHaveLength(1);
  });

  it.each(['go: downloading example.com/c v1.0.0', 'go: finding module for package example.com/c', 'go: added x v1'])(
    'goes on after %s',
    (line) => expect(unanswered(parseDownloadLog(`${get('a/@v/list')}\n${line}\n`))).toHaveLength(1),
  );

  it.each([
    'go: example.com/a@v1.0.0: parsing go.mod: missing module line',
    'go: example.com/a@v1.0.0: verifying go.mod: example.com/a@v1.0.0/go.mod: malformed record data',
  ])('keeps what go says at its end of a web page: %s', (said) => {
    const answered = `${get('a/@v/v1.0.0.mod')}\n${get('a/@v/v1.0.0.mod')}: 200 OK (0.01s)\n`;
    const page = { module: 'example.com/a@v1.0.0', line: 3, text: said };
    expect(parseDownloadLog(`${answered}${said}\n`).pages).toEqual([page]);
    expect(parseDownloadLog(`${said}\n`).pages).toEqual([{ ...page, line: 1 }]);
    // A later run went on.
    expect(parseDownloadLog(`${said}\n${answered}`).pages).toEqual([]);
  });

  it('looks at the last of several runs', () => {
    const first = `${get('a/@v/list')}\n`;
    const failed = `${get('b/@v/list')}\n${get('b/@v/list')}: 500 Internal Server Error (0.1s)\ngo: failed\n`;
    expect(unanswered(parseDownloadLog(`${failed}${first}`))).toHaveLength(1);
    // The killed run comes first: the same address is answered in the second.
    const again = parseDownloadLog(`${first}${first}${get('a/@v/list')}: 200 OK (0.1s)\n`);
    expect(unanswered(again).map(({ line }) => line)).toEqual([1]);
  });

  it('does not count a beginning that is cut off', () => {
    const whole = `${get('a/@v/v1.0.0.mod')}\n`;
    for (let length = 0; length < whole.length; length += 1) {
      expect(parseDownloadLog(whole.slice(0, length)).requests).toEqual([]);
    }
    expect(open(parseDownloadLog(whole))).toHaveLength(1);
    // An end that is cut off behind the address is still an end.
    expect(open(parseDownloadLog(`${whole}${get('a/@v/v1.0.0.mod')}: 40`))).toEqual([]);
    expect(open(parseDownloadLog(`${whole}${get('a/@v/v1.0.0.mod')}`))).toHaveLength(1);
  });

  it('reads CRLF, colours, and what CI systems put before a line', () => {
    const stamped = (line: string, at: number): string => `2026-11-26T00:00:0${at}.1234567Z ${line}`;
    const text = [
      stamped(get('a/@v/v1.0.0.mod'), 1),
      stamped(`${get('a/@v/v1.0.0.mod')}: 200 OK (0.1s)`, 2),
      `#12 0.345 ${get('b/@v/v1.0.0.mod')}`,
      `\u001b[33m${get('c/@v/v1.0.0.mod')}\u001b[0m`,
      '',
    ].join('\r\n');
    expect(open(parseDownloadLog(text))).toEqual([`${proxy}/b/@v/v1.0.0.mod`, `${proxy}/c/@v/v1.0.0.mod`]);
  });

  it.each(['[output clipped, log limit 2MiB reached]', `${get('z/@v/list')}: 200 OK (0.1s)`])(
    'knows of no unanswered request where parts are missing: %s',
    (line) => {
      const log = parseDownloadLog(`${get('a/@v/list')}\n${line}\n`);
      expect(log.incomplete).toBe(true);
      expect(unanswered(log)).toEqual([]);
    },
  );

  it('reads commands of git, and finds their host in an earlier one of the same folder', () => {
    const folder = 'cd /home/ann/go/pkg/mod/cache/vcs/cdce57';
    const text = [
      `${folder}; git remote add origin -- https://code.example/lib`,
      `0.015s # ${folder}; git remote add origin -- https://code.example/lib`,
      `${folder}; git fetch -f --depth=1 origin refs/tags/v1.0.0:refs/tags/v1.0.0`,
      '',
    ].join('\n');
    const { commands } = parseDownloadLog(text);
    expect(commands.map(({ host, end }) => [host, end?.seconds])).toEqual([
      ['code.example', 0.015],
      ['code.example', undefined],
    ]);
  });

  it('reads what is no log, and finds nothing', () => {
    for (const text of ['', '\n\n', '# get\n', '# get ftp://x\n', 'ok  \texample.com/p\t0.1s\n', '# get https://\n']) {
      expect(parseDownloadLog(text).requests.filter(({ what }) => what !== 'https://')).toEqual([]);
    }
  });
});

/** Recorded from real runs of `go mod download -x` (GOMAXPROCS 2, or 8 where packets vanish); hosts are replaced. */
describe('real logs', () => {
  const read = (version: string, name: string) =>
    parseDownloadLog(readFileSync(new URL(`logs/go${version}-${name}.log`, import.meta.url), 'utf8'));

  describe.each(['1.21.13', '1.26.8'])('of Go %s', (version) => {
    it.each([
      ['ok', 23, 0, 0, 0],
      ['403', 6, 0, 6, 0],
      ['502', 6, 0, 6, 0],
      ['404-then-direct', 12, 0, 0, 0],
      ['vanishes', 6, 0, 6, 0],
      ['no-such-host', 6, 0, 6, 0],
      ['silent-killed', 2, 2, 0, 2],
      ['late-killed', 6, 2, 0, 2],
      // The head of the answer came, its body did not: the log cannot tell.
      ['stalled-killed', 2, 0, 0, 0],
    ])('%s: %d requests, %d open, %d failures, %d unanswered', (name, requests, unended, failures, waited) => {
      const log = read(version, name);
      expect(log.incomplete).toBe(false);
      expect([log.requests.length, open(log).length]).toEqual([requests, unended]);
      expect(downloadFailures(log)).toHaveLength(failures);
      expect(unanswered(log)).toHaveLength(waited);
    });
  });
});

describe('requests side by side', () => {
  const path = fc.integer({ min: 0, max: 40 }).map((n) => `example.com/m${n}/@v/v1.0.0.mod`);
  const run = fc.uniqueArray(
    fc.tuple(path, fc.constantFrom('200 OK (0.1s)', '404 Not Found (1.5s)', 'refused', null)),
    {
      selector: ([name]) => name,
    },
  );

  it('are told apart however their lines mix', () => {
    fc.assert(
      fc.property(run, fc.integer(), (requests, seed) => {
        const log = parseDownloadLog(mixed(requests, seed));
        const expected = requests.map(([name, end]) => [`${proxy}/${name}`, end]);
        const found = log.requests.map(({ what, end }) => [what, end?.text ?? null]);
        expect(new Map(found as [string, string][])).toEqual(new Map(expected as [string, string][]));
        expect(log.requests).toHaveLength(requests.length);
        for (const { line, end } of log.requests) expect(end ? end.line > line : true).toBe(true);
      }),
    );
  });

  it('lose at most their last line when the log is cut anywhere', () => {
    fc.assert(
      fc.property(run, fc.integer(), fc.double({ min: 0, max: 1, noNaN: true }), (requests, seed, part) => {
        const text = mixed(requests, seed);
        const cut = text.slice(0, Math.floor(text.length * part));
        const whole = cut.slice(0, cut.lastIndexOf('\n') + 1);
        expect(parseDownloadLog(cut).requests.map(({ what }) => what)).toEqual(
          parseDownloadLog(whole).requests.map(({ what }) => what),
        );
      }),
    );
  });

  /** A beginning for each request, and somewhere behind it its end. */
  function mixed(requests: readonly (readonly [string, string | null])[], seed: number): string {
    const random = randomFrom(seed);
    const waiting = requests.map(([name, end]) => [get(name), ...(end === null ? [] : [`${get(name)}: ${end}`])]);
    const lines: string[] = [];
    while (waiting.some((rest) => rest.length > 0)) {
      const rest = waiting[Math.floor(random() * waiting.length)];
      const line = rest?.shift();
      if (line) lines.push(line);
    }
    return lines.map((line) => `${line}\n`).join('');
  }
});

describe('hostile logs', () => {
  /** Of processor time: how busy the machine is does not matter. */
  const limitSeconds = 5;
  const inTime = (text: string): DownloadLog => {
    const started = process.cpuUsage();
    const log = parseDownloadLog(text);
    const { user, system } = process.cpuUsage(started);
    expect((user + system) / 1e6).toBeLessThan(limitSeconds);
    return log;
  };

  it('a million lines', () => {
    const lines = Array.from(
      { length: 500_000 },
      (_, n) => `${get(`m${n}/@v/list`)}\n${get(`m${n}/@v/list`)}: 200 OK (0.1s)\n`,
    );
    expect(inTime(lines.join('')).requests).toHaveLength(500_000);
  });

  it('the same request a hundred thousand times', () => {
    expect(open(inTime(`${get('a/@v/list')}\n`.repeat(100_000)))).toHaveLength(100_000);
  });

  it.each([
    ['one line of a megabyte', `${get('a'.repeat(1024 * 1024))}\n`],
    ['a line of blanks', `# get https://a${' '.repeat(1024 * 1024)}: 200 OK (0.1s)\n`],
    ['nothing but beginnings', '# get https://'.repeat(100_000)],
    ['nothing but colons', `# get https://${': '.repeat(500_000)}\n`],
    ['control characters', `${'\u001b[0m\u0000\u0007'.repeat(200_000)}\n`],
    ['unfinished colours', `${'\u001b['.repeat(400_000)}\n`],
    ['folders without end', `${'cd /a; '.repeat(200_000)}\n`],
    ['addresses in a command', `cd /a; git fetch ${'https://a@'.repeat(100_000)}\n`],
  ])('%s', (_, text) => {
    const log = inTime(text);
    for (const { what } of [...log.requests, ...log.commands]) expect(what.length).toBeLessThan(10_000);
  });

  it('takes control characters out of what it keeps', () => {
    const log = parseDownloadLog(`${get('a/\u001b[31m\u0007@v/list')}\n`);
    expect(JSON.stringify(log)).not.toMatch(/\\u00/);
  });
});
