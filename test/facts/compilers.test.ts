import { describe, expect, it } from 'vitest';
import { protocOfImage, protocOfRunner } from '../../src/knowledge/protoc.ts';
import { readCiFile } from '../../src/read/deploy/ci-file.ts';
import { readImageReference } from '../../src/read/deploy/image-reference.ts';

describe('the protoc of a distribution', () => {
  it.each([
    ['ubuntu:22.04', '3.12.4'],
    ['ubuntu:jammy', '3.12.4'],
    ['docker.io/library/ubuntu:22.04', '3.12.4'],
    ['debian:11-slim', '3.12.4'],
    ['golang:1.20-bullseye', '3.12.4'],
    ['golang:1.26.8-bookworm', '3.21.12'],
    ['node:20-bullseye-slim', '3.12.4'],
    ['ubuntu:latest', undefined],
    ['golang:1.20', undefined],
    ['golang:22.04', undefined],
    ['alpine:3.22', undefined],
    ['$BASE', undefined],
  ])('%s: %s', (image, version) => {
    expect(protocOfImage(readImageReference(image))?.version).toBe(version);
  });

  it.each([
    ['ubuntu-22.04', '3.12.4'],
    ['ubuntu-22.04-arm', '3.12.4'],
    ['ubuntu-24.04', '3.21.12'],
    ['ubuntu-latest', undefined],
    ['macos-14', undefined],
    ['self-hosted', undefined],
  ])('a job on %s: %s', (label, version) => {
    expect(protocOfRunner(label)?.version).toBe(version);
  });
});

describe('the machines of a job', () => {
  const runnersOf = (text: string): string[] =>
    readCiFile('.github/workflows/ci.yml', text).jobs.flatMap(({ runners = [] }) => runners.map((one) => one.text));

  it('are its label, or those of its matrix', () => {
    expect(runnersOf('jobs:\n  a:\n    runs-on: ubuntu-22.04\n    steps: []\n')).toEqual(['ubuntu-22.04']);
    const matrix =
      'jobs:\n  a:\n    strategy:\n      matrix:\n        os: [ubuntu-22.04, ubuntu-24.04]\n    runs-on: $' +
      '{{ matrix.os }}\n    steps: []\n';
    expect(runnersOf(matrix)).toEqual(['ubuntu-22.04', 'ubuntu-24.04']);
  });

  it('are not told by a list or a group', () => {
    expect(runnersOf('jobs:\n  a:\n    runs-on: [self-hosted, linux]\n    steps: []\n')).toEqual([]);
    expect(runnersOf('jobs:\n  a:\n    runs-on:\n      group: large\n    steps: []\n')).toEqual([]);
  });
});
