import type { Lab } from './lab.ts';

/** Labs that are run as one, and can be stopped and taken up again. */
export interface Suite {
  readonly id: string;
  readonly labs: readonly Lab[];
}

/** Labs that belong to what a chapter of the article is about, and to nothing that it says. */
const alsoOfChapter: Readonly<Record<string, readonly string[]>> = {
  'chapter-2': [
    'c-compiler-missing',
    'ca-bundle-missing',
    'cgo-disabled',
    'exec-format-error',
    'glibc-not-found',
    'go-cache-not-writable',
    'gobin-unusable',
    'goenv-poisoned',
    'gomaxprocs-above-quota',
    'gopath-unusable',
    'home-missing',
    'module-not-in-workspace',
    'private-module-auth',
    'processor-too-old',
    'sumdb-unreachable',
    'temporary-folder-missing',
    'tzdata-missing',
    'vendor-inconsistent',
  ],
  'chapter-3': [
    'descriptor-import-unregistered',
    'generated-code-stale',
    'go-package-foreign',
    'go-package-inconsistent',
    'go-package-invalid',
    'go-package-missing',
    'invalid-utf8-string',
    'mixed-protobuf-apiv1-v2',
    'plugin-option-unknown',
    'proto-duplicate-definition',
    'proto-floors',
    'proto-syntax-error',
    'registration-conflict',
    'unimplemented-embed',
  ],
  'chapter-4': [
    'alpn-missing',
    'connection-closed-by-server',
    'connection-refused',
    'dns-name-not-found',
    'dns-server-unreachable',
    'go-verdict-chains',
    'health-not-serving',
    'health-service-missing',
    'hold',
    'http-gateway-error-response',
    'http-proxy-env-interferes',
    'http1-server-instead-of-grpc',
    'listen-address-mismatch',
    'localhost-in-container',
    'mtls-client-cert-missing',
    'name-resolver-zero-addresses',
    'no-transport-security-set',
    'other-protocol-answers',
    'reflection-not-enabled',
    'server-silent',
    'target-scheme-wrong',
    'tls-cn-only',
    'tls-critical-extension',
    'tls-key-mismatch',
    'tls-key-usage',
    'tls-malformed-certificate',
    'tls-name-constraint',
    'tls-name-mismatch',
    'tls-path-length',
    'tls-plaintext-to-tls',
    'tls-server-name-refused',
    'tls-to-plaintext',
    'tls-version',
    'tls-ways-out',
    'tls-weak-signature',
    'unimplemented-service',
  ],
};

/** `chapter-2`: the labs that answer something of that chapter of the article. Undefined for any other word. */
export function suiteOf(id: string, labs: readonly Lab[]): Suite | undefined {
  const chapter = /^chapter-(\d)$/.exec(id)?.[1];
  if (chapter === undefined) return undefined;
  const also = alsoOfChapter[id] ?? [];
  const missing = also.find((one) => labs.every((lab) => lab.id !== one));
  if (missing !== undefined) throw new Error(`no lab ${missing}, which is one of ${id}`);
  const answers = (lab: Lab): boolean => lab.article?.some((item) => item.startsWith(`${chapter}.`)) ?? false;
  const own = labs.filter((lab) => answers(lab) || also.includes(lab.id));
  return own.length > 0 ? { id, labs: own } : undefined;
}

/** The words by which suites are run. */
export function suiteIds(labs: readonly Lab[]): string[] {
  const chapters = labs.flatMap(({ article = [] }) => article.map((item) => item.slice(0, 1)));
  return [...new Set(chapters)].sort().map((chapter) => `chapter-${chapter}`);
}
