import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';

const root = join(import.meta.dirname, '..');
const files = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard'], {
  cwd: root,
  encoding: 'utf8',
})
  .split('\n')
  .filter((file) => file !== '');

function offenders(pattern: RegExp, except: (file: string) => boolean = () => false): string[] {
  return files.filter((file) => {
    if (except(file)) return false;
    try {
      return pattern.test(readFileSync(join(root, file), 'utf8'));
    } catch {
      // Deleted in the work tree, still in the index.
      return false;
    }
  });
}

// The names are put together here, so that this file does not hold them either.
const hosts = [
  'registry.npm' + 'js',
  'pypi' + '.org',
  'python' + 'hosted.org',
  'proxy.golang' + '.org',
  'sum.golang' + '.org',
  'repo1.' + 'maven.',
  'deb.' + 'debian.org',
  'crates' + '.io',
];

it('names no host of a package registry', () => {
  expect(offenders(new RegExp(hosts.map((host) => host.replaceAll('.', '\\.')).join('|')))).toEqual([]);
});

it('holds no path of a machine that it was written on', () => {
  expect(offenders(/(?:^|[^A-Za-z0-9_.])\/(?:root|farm)\//m)).toEqual([]);
});

it('locks packages without the address they came from', () => {
  const lock = readFileSync(join(root, 'package-lock.json'), 'utf8');
  expect(lock).not.toContain('"resolved"');
  expect(lock).toContain('"integrity"');
});

it('pins every version', () => {
  const { dependencies, devDependencies } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as Record<
    string,
    Record<string, string>
  >;
  const loose = Object.entries({ ...dependencies, ...devDependencies }).filter(([, version]) => !/^\d/.test(version));
  expect(loose).toEqual([]);
});
