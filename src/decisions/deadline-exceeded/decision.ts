import type { Decision } from '../../core/decision.ts';
import { whoListens } from '../port-refused/decision.ts';
import { en as refusedEn } from '../port-refused/messages.en.ts';
import { zh as refusedZh } from '../port-refused/messages.zh-CN.ts';
import { en } from './messages.en.ts';
import { zh } from './messages.zh-CN.ts';

/** Nothing but that time ran out: a blocking dial keeps the reason to itself, and a call that waits for a connection may. */
const decision: Decision = {
  id: 'deadline-exceeded',
  leftOpen: ({ all }) => all('deadline-exceeded'),
  start: {
    ask: 'what-is-wrong',
    command: 'grpc-doctor probe TARGET',
    answers: [
      { answer: 'refused', next: whoListens },
      { answer: 'silent', trap: 'server-silent' },
      { answer: 'closed', trap: 'connection-closed-by-server' },
      { answer: 'plaintext-to-tls', trap: 'tls-plaintext-to-tls' },
      { answer: 'tls-to-plaintext', trap: 'tls-to-plaintext' },
      { answer: 'certificate', trap: 'tls-unknown-authority' },
      { answer: 'no-name', trap: 'dns-name-not-found' },
      { answer: 'no-name-server', trap: 'dns-server-unreachable' },
      {
        answer: 'gets-through',
        next: {
          ask: 'way-of-client',
          command: 'env | grep -i _proxy',
          answers: [
            { answer: 'proxy', trap: 'http-proxy-env-interferes' },
            {
              answer: 'no-proxy',
              next: {
                ask: 'how-long',
                command: 'grpc-doctor probe TARGET --count 20',
                answers: [{ answer: 'slow' }, { answer: 'fast' }],
              },
            },
          ],
        },
      },
    ],
  },
  messages: { en: { ...refusedEn, ...en }, 'zh-CN': { ...refusedZh, ...zh } },
};

export default decision;
