import type { Chance } from '../../src/lab/labs/go-verdict-chains/random.ts';
import { readFailure } from '../../src/text/failure.ts';

/** Another way in which the same text gets to a reader. */
export type Mutation = (text: string, chance: Chance) => string;

const eachLine =
  (prefix: (chance: Chance) => string): Mutation =>
  (text, chance) =>
    text
      .trimEnd()
      .split('\n')
      .map((line) => prefix(chance) + line)
      .join('\n');

const two = (chance: Chance, most: number): string => `${chance.below(most)}`.padStart(2, '0');
const time = (chance: Chance): string => `${two(chance, 24)}:${two(chance, 60)}:${two(chance, 60)}`;
const millis = (chance: Chance): string => `${chance.below(1000)}`.padStart(3, '0');
const day = (chance: Chance): string => `2026-0${1 + chance.below(9)}-${1 + chance.below(2)}${chance.below(9)}`;

/** Lines end between words, at that width. */
function folded(text: string, width: number): string {
  return text
    .split('\n')
    .map((line) => line.replace(new RegExp(`(?=.{${width}})(.{1,${width}}) `, 'g'), '$1\n'))
    .join('\n');
}

/** Lines that no pattern knows, before the first and after the last that one knows, are cut. */
function cut(text: string): string {
  const lines = text.trimEnd().split('\n');
  const { observations } = readFailure(text);
  const from = Math.min(...observations.map(({ line }) => line)) - 1;
  return lines.slice(from).join('\n');
}

const roots = ['/home/zhang/code', '/builds/team/shop', '/Users/me/dev', '/workspace', '/go/src/app', '/mnt/c/repo'];

function elsewhere(text: string, chance: Chance): string {
  const root = chance.pick(roots);
  const host = `10.${chance.below(250)}.${chance.below(250)}.${1 + chance.below(250)}`;
  return text
    .replace(/(?<![\w./:-])\/(?:home|root|tmp|src|work|work\/main|app|project|build)(?=\/)/g, root)
    .replace(/\b(?:10|172\.(?:1[6-9]|2\d|3[01])|192\.168)(?:\.\d{1,3}){2,3}(?=[:\s"])/g, host)
    .replace(/(?<=\d:|localhost:)(?:[1-9]\d{4})(?=\D|$)/g, `${20_000 + chance.below(40_000)}`)
    .replace(/\b0x[0-9a-f]{6,16}\b/g, `0xc000${chance.below(899_999) + 100_000}`);
}

const jsonLine = (message: string, chance: Chance): string =>
  JSON.stringify({ level: 'error', ts: `${day(chance)}T${time(chance)}Z`, caller: 'app/run.go:41', msg: message });

export const mutations: Readonly<Record<string, Mutation>> = {
  'line ends of Windows': (text) => text.replaceAll('\n', '\r\n'),
  'a byte order mark': (text) => `\ufeff${text}`,
  'colours of words': (text, chance) =>
    text.replace(/[\w:]+/g, (word) => (chance.is(0.3) ? `\u001b[1;3${chance.below(8)}m${word}\u001b[0m` : word)),
  'colours of lines': eachLine((chance) => `\u001b[3${chance.below(8)}m\u001b[K`),
  'times of day': eachLine((chance) => `${time(chance)} `),
  'dates and times': eachLine((chance) => `${day(chance)}T${time(chance)}.${millis(chance)}Z `),
  "Go's log": eachLine(
    (chance) => `${day(chance).replaceAll('-', '/')} ${time(chance)} main.go:${chance.below(300)}: `,
  ),
  klog: eachLine(
    (chance) =>
      `E0${1 + chance.below(9)}1${chance.below(9)} ${time(chance)}.${millis(chance)}123       1 main.go:${chance.below(300)}] `,
  ),
  zap: eachLine(
    (chance) => `${day(chance)}T${time(chance)}.${millis(chance)}+0800\tERROR\tserver/main.go:${chance.below(300)}\t`,
  ),
  syslog: eachLine((chance) => `May  4 ${time(chance)} box app[${chance.below(9000)}]: `),
  'docker compose': eachLine(() => 'api-1  | '),
  'docker build': eachLine((chance) => `#12 ${chance.below(40)}.${millis(chance)} `),
  'kubectl logs --prefix': eachLine(() => '[pod/api-7d9c6b-x2x/api] '),
  'a job on GitHub': eachLine((chance) => `${day(chance)}T${time(chance)}.${millis(chance)}1234Z `),
  'JSON, a line each': (text, chance) =>
    text
      .trimEnd()
      .split('\n')
      .map((line) => jsonLine(line, chance))
      .join('\n'),
  'JSON, as a whole': (text, chance) => jsonLine(text.trimEnd(), chance),
  'JSON in JSON': (text, chance) => JSON.stringify({ log: `${jsonLine(text.trimEnd(), chance)}\n`, stream: 'stderr' }),
  logfmt: (text) => `time="2026-05-04T10:11:12Z" level=fatal msg=${JSON.stringify(text.trimEnd())} app=api`,
  'joined lines': (text) => text.trimEnd().replace(/\n\s*/g, ' '),
  'wrapped at 80': (text) => folded(text, 80),
  'wrapped at 120': (text) => folded(text, 120),
  'cut at 80 by a terminal': (text) => text.replace(/.{80}(?=.)/g, '$&\n'),
  'blank lines between': (text) => text.replaceAll('\n', '\n\n'),
  indented: eachLine(() => '    '),
  'indented by a tab': eachLine(() => '\t'),
  quoted: eachLine(() => '> '),
  fenced: (text) =>
    `Hello, since today I get this. Any idea?\n\n\`\`\`shell\n${text.trimEnd()}\n\`\`\`\n\nThanks a lot!\n`,
  'typographic quotes': (text) =>
    text
      .replace(/"([^"\n]*)"/g, '“$1”')
      .replace(/(?<=\s|^)'([^'\n]*)'/g, '‘$1’')
      .replace(/(?<=\w)'(?=\w)/g, '’'),
  'a Chinese shell': (text) =>
    `张三@开发机:~/项目$ make 构建\n${text.trimEnd()}\nmake: *** [Makefile:3：构建] 错误 1\n张三@开发机:~/项目$ `,
  'healthy lines around': (text) =>
    `${'10:11:12 INFO served /orders in 3 ms\n'.repeat(20)}${text.trimEnd()}\n${'10:11:13 INFO served /orders in 2 ms\n'.repeat(20)}`,
  'cut before what is known': cut,
  'other paths, hosts and ports': elsewhere,
};
