import type { Decision } from '../../core/decision.ts';
import { en } from './messages.en.ts';
import { zh } from './messages.zh-CN.ts';

/** The roots of the client know nobody who signed the certificate: a root that is private, or roots that are missing. */
const decision: Decision = {
  id: 'unknown-authority',
  leftOpen: ({ all }) => all('certificate-refused').filter(({ data }) => data.reason === 'unknown-authority'),
  start: {
    ask: 'which-authority',
    command: 'grpc-doctor probe TARGET',
    answers: [
      { answer: 'private', trap: 'tls-unknown-authority' },
      { answer: 'public', trap: 'ca-bundle-missing' },
      { answer: 'by-server', trap: 'mtls-client-cert-missing' },
    ],
  },
  messages: { en, 'zh-CN': zh },
};

export default decision;
