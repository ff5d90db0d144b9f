import type { Certificate } from '../../read/x509/certificate.ts';

const ANY_USAGE = '2.5.29.37.0';
const usages = { server: '1.3.6.1.5.5.7.3.1', client: '1.3.6.1.5.5.7.3.2' } as const;

/** Whether every certificate of a chain that names usages names this one, or any. */
export function allowsUsage(chain: readonly Certificate[], usage: 'server' | 'client'): boolean {
  return usageBreaker(chain, usage) === undefined;
}

/** The certificate nearest to the root that does not allow the usage. */
export function usageBreaker(chain: readonly Certificate[], usage: 'server' | 'client'): Certificate | undefined {
  return chain.findLast(
    ({ extendedKeyUsage: named }) => named.length > 0 && !named.includes(ANY_USAGE) && !named.includes(usages[usage]),
  );
}
