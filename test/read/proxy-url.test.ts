import { describe, expect, it } from 'vitest';
import { readProxyUrl } from '../../src/read/modules/proxy-url.ts';

describe('readProxyUrl', () => {
  it.each([
    [
      'https://proxy.example/google.golang.org/grpc/@v/v1.85.0.mod',
      { proxy: 'https://proxy.example', path: 'google.golang.org/grpc', version: 'v1.85.0', file: 'mod' },
    ],
    [
      'https://ann@repo.corp.example:8443/api/go/go-all/github.com/!burnt!sushi/toml/@v/v1.2.1-0.2022!a.zip',
      {
        proxy: 'https://ann@repo.corp.example:8443/api/go/go-all',
        path: 'github.com/BurntSushi/toml',
        version: 'v1.2.1-0.2022A',
        file: 'zip',
      },
    ],
    [
      // As Go 1.21.13 and 1.26.8 print it.
      'https://proxy.example/github.com/%21burnt%21sushi/toml/@v/v1.2.1.mod',
      { proxy: 'https://proxy.example', path: 'github.com/BurntSushi/toml', version: 'v1.2.1', file: 'mod' },
    ],
    [
      'http://10.99.0.2:8080/example.com/m0/v2/@v/list',
      { proxy: 'http://10.99.0.2:8080', path: 'example.com/m0/v2', file: 'list' },
    ],
    [
      'https://proxy.example/example.com/m/@latest',
      { proxy: 'https://proxy.example', path: 'example.com/m', file: 'latest' },
    ],
  ])('%s', (url, expected) => expect(readProxyUrl(url)).toEqual(expected));

  it.each([
    '',
    'https://',
    'https://example.com/m0?go-get=1',
    'https://proxy.example/sumdb/sum.example/lookup/example.com/m@v1.0.0',
    'https://proxy.example/@v/list',
    'https://proxy.example/single/@v/v1.0.0.mod',
    'https://proxy.example/example.com/m/@v/v1.0.0.txt',
    'https://proxy.example/example.com/m/@v/.mod',
    'https://proxy.example/example.com/m/@latest/more',
  ])('is no request to a proxy: %s', (url) => expect(readProxyUrl(url)).toBeUndefined());
});
