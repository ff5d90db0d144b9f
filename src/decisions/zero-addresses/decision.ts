import type { Decision } from '../../core/decision.ts';
import { en } from './messages.en.ts';
import { zh } from './messages.zh-CN.ts';

/** A resolver came back with nothing: gRPC's own says so, too, of a name that does not exist. */
const decision: Decision = {
  id: 'zero-addresses',
  leftOpen: ({ all }) => all('no-addresses'),
  start: {
    ask: 'which-resolver',
    answers: [
      {
        answer: 'dns',
        next: {
          ask: 'has-addresses',
          command: 'getent ahosts NAME',
          answers: [
            { answer: 'none', trap: 'dns-name-not-found' },
            { answer: 'later', trap: 'name-resolver-zero-addresses' },
            { answer: 'only-dialer', trap: 'target-scheme-wrong' },
          ],
        },
      },
      { answer: 'own', trap: 'name-resolver-zero-addresses' },
    ],
  },
  messages: { en, 'zh-CN': zh },
};

export default decision;
