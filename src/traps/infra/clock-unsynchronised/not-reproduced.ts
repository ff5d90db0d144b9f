import { defineNotReproduced } from '../../../lab/not-reproduced.ts';

export default defineNotReproduced({
  why: {
    en: 'The machine of the labs runs without systemd, and its kernel flag cannot be set without disturbing its clock.',
    zh: '做实验的机器没有 systemd；不扰动它的时钟就无法改动内核标志。',
  },
  source: 'systemd src/timedate/timedated.c (ntp_synced), timedatectl(1)',
});
