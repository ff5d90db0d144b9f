import type { Situation } from '../../../kit/endpoint-lab.ts';

/** Numbers of TLS alerts that Go has a sentence for, and one that nobody has. */
const numbers = [
  0, 10, 20, 21, 22, 30, 40, 41, 42, 43, 44, 45, 46, 47, 48, 49, 50, 51, 60, 70, 71, 80, 86, 90, 100, 109, 110, 111,
  112, 113, 114, 115, 116, 120, 121, 200,
] as const;

/** What a client prints of each alert of a server. */
export const alertRows: readonly Situation[] = numbers.map((alert) => ({
  id: `alert-${String(alert).padStart(3, '0')}`,
  title: { en: `the server answers with TLS alert ${alert}`, zh: `服务器以 TLS 警报 ${alert} 作答` },
  server: { serve: 'alert', alert },
  client: { as: 'tls', ca: ['root'], serverName: 'localhost' },
  trap: 'any',
}));
