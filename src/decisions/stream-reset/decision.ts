import type { Decision } from '../../core/decision.ts';
import { en } from './messages.en.ts';
import { zh } from './messages.zh-CN.ts';

/** A stream was reset: the code alone does not tell who did it, nor why. */
const decision: Decision = {
  id: 'stream-reset',
  leftOpen: ({ all }) => all('stream-reset'),
  start: {
    ask: 'what-the-proxy-says',
    command: 'tail /var/log/nginx/error.log',
    answers: [
      { answer: 'timed-out', trap: 'proxy-idle-timeout' },
      { answer: 'http1', trap: 'nginx-http1-upstream' },
      { answer: 'protocol', trap: 'envoy-upstream-protocol-mismatch' },
      { answer: 'closed' },
      { answer: 'no-proxy' },
    ],
  },
  messages: { en, 'zh-CN': zh },
};

export default decision;
