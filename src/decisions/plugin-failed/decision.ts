import type { Decision } from '../../core/decision.ts';
import { en } from './messages.en.ts';
import { zh } from './messages.zh-CN.ts';

/** protoc says in its last line only that a plugin failed; what it was stands in the line before, or nowhere. */
const decision: Decision = {
  id: 'plugin-failed',
  leftOpen: ({ all }) => all('plugin-failed'),
  start: {
    ask: 'line-before',
    command: 'protoc-gen-go --version',
    answers: [
      {
        answer: 'not-found',
        next: {
          ask: 'is-it-there',
          command: 'ls -l "$(go env GOPATH)/bin"',
          answers: [
            { answer: 'not-there', trap: 'plugin-not-on-path' },
            { answer: 'not-executable', trap: 'plugin-not-executable' },
            { answer: 'other-go', trap: 'plugin-lost-after-go-switch' },
          ],
        },
      },
      { answer: 'wrong-arch', trap: 'plugin-wrong-arch' },
      {
        answer: 'starts',
        next: {
          ask: 'what-it-says',
          answers: [
            { answer: 'no-go-package', trap: 'go-package-missing' },
            { answer: 'bad-go-package', trap: 'go-package-invalid' },
            { answer: 'two-names', trap: 'go-package-inconsistent' },
            { answer: 'plugins-grpc', trap: 'plugins-grpc-flag-removed' },
            { answer: 'option', trap: 'plugin-option-unknown' },
            { answer: 'edition', trap: 'plugin-feature-unsupported' },
          ],
        },
      },
    ],
  },
  messages: { en, 'zh-CN': zh },
};

export default decision;
