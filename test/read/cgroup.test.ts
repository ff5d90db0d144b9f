import { describe, expect, test } from 'vitest';
import { goMaxProcs } from '../../src/knowledge/processors.ts';
import { findCpuGroup, readCfsQuota, readCpuMax, readCpuStat } from '../../src/read/system/cgroup.ts';

const v2Mount = '31 23 0:27 / /sys/fs/cgroup rw,nosuid - cgroup2 cgroup2 rw,nsdelegate\n';
const v1Mounts = [
  '24 22 0:21 / /sys/fs/cgroup ro - tmpfs tmpfs ro,mode=755',
  '25 24 0:22 /docker/ab12 /sys/fs/cgroup/cpu,cpuacct ro - cgroup cgroup rw,cpu,cpuacct',
  '26 24 0:23 /docker/ab12 /sys/fs/cgroup/cpuset ro - cgroup cgroup rw,cpuset',
].join('\n');

describe('the cgroup of the processor time', () => {
  test.each([
    ['a service of systemd', '0::/system.slice/api.service\n', v2Mount, 2, '/sys/fs/cgroup/system.slice/api.service'],
    ['a container with a namespace of its own', '0::/\n', v2Mount, 2, '/sys/fs/cgroup'],
    [
      'an older Docker',
      '4:cpu,cpuacct:/docker/ab12\n3:cpuset:/docker/ab12\n',
      v1Mounts,
      1,
      '/sys/fs/cgroup/cpu,cpuacct',
    ],
    ['v1 before v2', '1:cpu:/x\n0::/\n', `${v2Mount}2 1 0:9 / /c\\040pu rw - cgroup none rw,cpu\n`, 1, '/c pu/x'],
  ])('%s', (_, membership, mounts, version, folder) => {
    expect(findCpuGroup(membership, mounts)).toEqual({ version, folder });
  });

  test.each([
    ['no cgroups', '', v2Mount],
    ['a v1 hierarchy without cpu and no v2', '3:cpuset:/\n', v1Mounts],
    ['not mounted', '0::/\n', 'nonsense\n\n - \n'],
    ['mounted elsewhere', '4:cpu,cpuacct:/docker/ab1234\n', v1Mounts],
  ])('none: %s', (_, membership, mounts) => expect(findCpuGroup(membership, mounts)).toBeUndefined());
});

test.each([
  ['max 100000\n', undefined],
  ['150000 100000\n', 1.5],
  ['50000 100000', 0.5],
  ['0 100000', undefined],
  ['100000 0', undefined],
  ['', undefined],
  ['-5 100000', undefined],
])('cpu.max %j', (text, quota) => expect(readCpuMax(text)).toBe(quota));

test('quotas of v1', () => {
  expect(readCfsQuota('-1\n', '100000\n')).toBeUndefined();
  expect(readCfsQuota('250000\n', '100000\n')).toBe(2.5);
});

test('cpu.stat of both versions', () => {
  const v2 = 'usage_usec 9\nnr_periods 36\nnr_throttled 9\nthrottled_usec 5502\n';
  expect(readCpuStat(v2)).toEqual({ periods: 36, throttled: 9, throttledMs: 5.502 });
  const v1 = 'nr_periods 36\nnr_throttled 1\nthrottled_time 5502335\nnr_bursts 0\n';
  expect(readCpuStat(v1)).toEqual({ periods: 36, throttled: 1, throttledMs: 5.502335 });
  expect(readCpuStat('usage_usec 9\n')).toBeUndefined();
  expect(readCpuStat('nr_periods x\nnr_throttled\n')).toBeUndefined();
});

// Measured with 8 processors: see the lab gomaxprocs-above-quota.
test.each([
  [{ go: '1.24.9' }, 1.5, 8],
  [{ go: '1.24.9', goLine: '1.24' }, 1.5, 8],
  [{ go: '1.26.8', goLine: '1.24' }, 1.5, 8],
  [{ go: '1.25.4', goLine: '1.25' }, 0.5, 2],
  [{ go: '1.26.8', goLine: '1.25.0' }, 1.5, 2],
  [{ go: '1.26.8' }, 2.5, 3],
  [{ go: '1.26.8' }, 12, 8],
  [{ go: '1.26.8' }, undefined, 8],
  [{ go: '1.26.8', variable: '5' }, 1.5, 5],
  [{ go: '1.24.9', variable: '0' }, 1.5, 8],
  [{ go: '1.26.8', variable: 'many' }, 2.5, 3],
])('GOMAXPROCS of %j with quota %s', (program, quota, expected) => {
  expect(goMaxProcs({ ...program, processors: 8, quota })).toBe(expected);
});
