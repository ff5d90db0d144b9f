export const en = {
  summary: 'Nothing keeps the clock of this machine in step',
  'title-nobody': 'no time service is switched on: the clock of this machine goes its own way',
  'title-waiting': 'a time service is switched on, and has not set the clock yet',
  'why-nobody':
    'A clock that nobody sets gains or loses about a second a day, more in a virtual machine that was suspended.',
  'why-waiting':
    'Either it has just started, or it gets no answer: time servers are asked over UDP port 123, which many company networks close.',
  bites:
    'nothing today, as long as the clock is about right; later certificates and tokens are refused, and logs of two machines do not fit together',
  'fix-nobody': 'switch a time service on',
  'fix-waiting': 'see which servers it asks, and name one that this network lets through',
  verify: 'NTPSynchronized=yes',
} as const;
