import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseGitConfig } from '../../src/read/credentials/git-config.ts';
import { parseNetrc } from '../../src/read/credentials/netrc.ts';
import { hostOf, isNeverPublic, looksLikeOwnHost } from '../../src/read/modules/module-host.ts';

describe('parseNetrc', () => {
  it('gives the hosts, on one line or many, and nothing of the logins', () => {
    const text =
      '# mine\nmachine a.example login ann password s3cret machine b.example\n\tlogin bob\n\tpassword machine\ndefault login x\n';
    const netrc = parseNetrc(text);
    expect(netrc.hosts).toEqual(['a.example', 'b.example']);
    expect(netrc.forAll).toBe(true);
    expect(JSON.stringify(netrc)).not.toContain('s3cret');
  });

  it('passes over macros', () => {
    expect(parseNetrc('macdef init\nmachine no.example\n\nmachine yes.example\r\n').hosts).toEqual(['yes.example']);
  });

  it('never throws', () => {
    const word = fc.constantFrom('machine', 'default', 'macdef', 'login', 'a.b', ' ', '\n', '#', '\0');
    fc.assert(fc.property(fc.array(word), (words) => void parseNetrc(words.join(' '))));
  });
});

describe('parseGitConfig', () => {
  it('gives rewritten addresses and helpers', () => {
    const text = [
      '[url "ssh://git@host.example/"]',
      '\tinsteadOf = https://host.example/',
      '\tpushInsteadOf = https://other.example/',
      '[credential "https://c.example"] helper = store',
      '[credential]',
      '\thelper =',
      '\thelper = "cache --timeout 10"',
      '[http "https://h.example/"]\r',
      '\textraHeader = Authorization: x\r',
      '[core]',
      '\teditor = vi',
    ].join('\n');
    expect(parseGitConfig(text)).toEqual({
      rewrites: [{ from: 'https://host.example/', to: 'ssh://git@host.example/' }],
      helped: ['https://c.example', '', 'https://h.example/'],
    });
  });

  it('never throws, and takes linear time', () => {
    fc.assert(fc.property(fc.string(), (text) => void parseGitConfig(text)));
    const start = performance.now();
    parseGitConfig(`[url "${'\\'.repeat(300_000)}\n${'a = b\n'.repeat(100_000)}`);
    expect(performance.now() - start).toBeLessThan(2_000);
  });
});

describe('hosts', () => {
  it.each([
    ['git.corp.internal/team/api', true, true],
    ['10.1.2.3/api', true, false],
    ['172.20.0.1/api', true, false],
    ['172.40.0.1/api', false, false],
    ['nas.lan/x', true, false],
    ['github.com/acme/api', false, false],
    ['gitlab.com/acme/api', false, false],
    ['gitlab.acme.com/api', false, true],
    ['git2.acme.com/api', false, true],
    ['gopkg.in/yaml.v3', false, false],
    ['internal.example.com/x', false, false],
    ['k8s.io/api', false, false],
  ])('%s', (path, never, own) => {
    expect([isNeverPublic(hostOf(path)), looksLikeOwnHost(hostOf(path))]).toEqual([never, own]);
  });
});
