import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { diagnose } from '../../src/core/diagnosis.ts';
import { maskTold } from '../../src/host/mask.ts';
import { packageRoot } from '../../src/lab/paths.ts';
import { readFailure } from '../../src/text/failure.ts';
import { traps } from '../../src/traps/registry.gen.ts';
import { cli, plant, scratch } from '../support/cli.ts';
import { textsIn } from '../support/texts.ts';

// Put together here, so that nothing in this file looks like a key to those who look for keys.
const long = 'abcdefghijklmnopqrstuvwxyz0123456789';
const word = 'hunter2secret';
const jwt = ['eyJhbGciOiJIUzI1NiJ9', 'eyJzdWIiOiIxIn0', 'c2lnbmF0dXJl'].join('.');

/** What stands in a text, and the part of it that may stand nowhere else. */
const secrets: Readonly<Record<string, readonly [text: string, secret: string]>> = {
  'password in a URL': [`https://me:${word}@proxy.example/a`, word],
  'token in a URL': [`https://ghp_${long}@git.example/a`, long],
  'parameter of a URL': [`https://x.example/a?access_token=${word}&b=1`, word],
  'bearer token': [`authorization: Bearer ${word}`, word],
  'header in JSON': [`"authorization":["Bearer ${word}"]`, word],
  'basic login': ['Authorization: Basic bWU6aHVudGVyMg==', 'bWU6aHVudGVyMg'],
  'login of a proxy': ['Proxy-Authorization: Basic bWU6aHVudGVyMg==', 'bWU6aHVudGVyMg'],
  'key in a header': [`X-Api-Key: ${word}`, word],
  'token of GitHub': [`token ghp_${long} refused`, long],
  'newer token of GitHub': [`github_pat_11AB_${long}`, long],
  'token of GitLab': [`PRIVATE-TOKEN: glpat-${long}`, long],
  'token of GitLab alone': [`glpat-${long}`, long],
  'key of AWS': [`AKIA${'IOSFODNN7EXAMPLE'}`, 'IOSFODNN7'],
  'secret of AWS': [`aws_secret_access_key = wJalrX/${long}`, long],
  'variable of AWS': [`AWS_SECRET_ACCESS_KEY=wJalrX/${long}`, long],
  'signed JSON': [`cookie ${jwt} sent`, 'eyJzdWIiOiIxIn0'],
  'token of Slack': [`xoxb-123456789012-${long}`, long],
  'key of Google': [`AIza${long}`, long],
  'token of npm': [`//npm.example/:_authToken=npm_${long}`, long],
  'line of netrc': [`machine git.example login me password ${word}`, word],
  'lines of netrc': [`machine git.example\n  login me\n  password ${word}`, word],
  'assignment in a sentence': [`dsn host=x password=${word} user=me`, word],
  'member of JSON': [`{"password":"${word}"}`, word],
  'member of quoted JSON': [`{\\"client_secret\\":\\"${word}\\"}`, word],
  'setting of YAML': [`password: ${word}`, word],
  'option with a sign': [`mysql --password=${word} -u me`, word],
  'option with a blank': [`docker login --password ${word}`, word],
  'login of curl': [`curl -sS -u me:${word} https://x.example`, word],
  'database URL': [`postgres://me:${word}@db:5432/x`, word],
  'database of a driver': [`me:${word}@tcp(db:3306)/x`, word],
  cookie: [`Set-Cookie: session=${word}; Path=/`, word],
  'private key': [`-----BEGIN RSA ${'PRIVATE'} KEY-----\nMII${long}\nxyz\n-----END RSA ${'PRIVATE'} KEY-----`, long],
  'private key in a string': [
    `-----BEGIN ${'PRIVATE'} KEY-----\\nMII${long}\\n-----END ${'PRIVATE'} KEY-----\\n`,
    long,
  ],
};

/** A sentence that is quoted in the answer, whatever stands in it. */
const quoting = (text: string): string =>
  `before\nrpc error: desc = closing transport due to: received prior goaway: code: ENHANCE_YOUR_CALM, debug data: "too_many_pings ${text}"\nafter`;
const list = Object.entries(secrets).map(([name, [text, secret]]) => ({ name, text: quoting(text), secret }));

let root: string;
let remove: () => void;
beforeAll(async () => {
  ({ root, remove } = await scratch('secrets'));
  plant(root, {
    'lines.jsonl': list.map(({ name, text }) => `${JSON.stringify({ id: name, text })}\n`).join(''),
    ...Object.fromEntries(list.map(({ text }, at) => [`text-${at}`, text])),
  });
});
afterAll(() => remove());

const told = 'keepalive-too-many-pings';

describe('no secret of a text is told', () => {
  it('in an answer to a batch', async () => {
    const { stdout } = await cli(['diagnose', '--batch', 'lines.jsonl'], { cwd: root });
    const lines = stdout.trim().split('\n');
    expect(lines).toHaveLength(list.length);
    for (const [at, { name, secret }] of list.entries()) {
      expect(lines[at], name).toContain(told);
      expect(lines[at], name).not.toContain(secret);
    }
  });

  // One of each form: what masks is the same for all forms.
  const some = list.map((one, at) => ({ ...one, at })).filter(({ at }) => at % 4 === 0);

  it.each(some)('for people, in JSON and by run: $name', async ({ at, secret }) => {
    const file = `text-${at}`;
    for (const words of [
      ['diagnose', file],
      ['diagnose', '--format', 'json', file],
      ['diagnose', '--lang', 'zh', file],
    ]) {
      const { stdout } = await cli(words, { cwd: root });
      expect(stdout).toContain(told);
      expect(stdout).not.toContain(secret);
    }
    const ran = await cli(['run', '--', 'sh', '-c', `cat ${file} > /dev/null; cat ${file}; exit 1`], {
      cwd: root,
      env: { PATH: process.env.PATH ?? '', HOME: root },
    });
    expect(ran.stderr).toContain(told);
    expect(ran.stderr).not.toContain(secret);
  });
});

describe('masking', () => {
  it('leaves every line where it was', () => {
    for (const { name, text } of list) expect(maskTold(text).split('\n').length, name).toBe(text.split('\n').length);
  });

  it('changes no answer about a text without secrets', () => {
    const first = (text: string): string | undefined => diagnose(traps, readFailure(text))[0]?.trap.id;
    for (const { group, id } of traps)
      for (const { name, text } of textsIn(join(packageRoot(), 'src/traps', group, id)))
        expect(first(maskTold(text)), `${id}/${name}`).toBe(first(text));
  });

  it('names no key in words that only speak of one', () => {
    for (const text of [
      'bearer authentication is required, the token is not valid',
      'could not read Password for the repository',
      'unexpected token: expected a name',
      'syntax error: unexpected newline, password expected',
      'tls: failed to find any PEM data in key input',
      readFileSync(join(packageRoot(), 'LICENSE'), 'utf8'),
    ])
      expect(maskTold(text)).toBe(text);
  });
});
