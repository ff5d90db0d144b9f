import { describe, expect, it } from 'vitest';
import { readCompose } from '../../src/read/deploy/compose.ts';
import { damageText, SEED, withstand } from './damage.ts';

const text = `x-common: &common
  environment:
    LOG: debug
services:
  greeter:
    <<: *common
    build: ./greeter
    ports:
      - "127.0.0.1:8080:50051/tcp"
      - target: 9090
        published: 9091
      - 7000-7010:7000-7010
      - \${PORT}:80
    expose: [6000]
  web:
    image: acme/web
    build:
      context: .
      dockerfile: web/Dockerfile
    network_mode: host
    environment:
      - GREETER_ADDR=localhost:50051
      - EMPTY
    command: serve --greeter localhost:50051
    entrypoint: ["/web"]
`;

describe('files of Docker Compose', () => {
  const [greeter, web] = readCompose(text);

  it('takes ports in all their forms, and leaves out what is not known', () => {
    expect(greeter?.ports).toEqual([
      { container: 50051, published: 8080, line: 9 },
      { container: 9090, published: 9091, line: 10 },
      { container: 80, line: 13 },
      { container: 6000, line: 14 },
    ]);
  });

  it('follows merge keys, and takes variables as a list and as a mapping', () => {
    expect(greeter?.environment).toEqual([{ name: 'LOG', value: 'debug', line: 3 }]);
    expect(web?.environment).toEqual([{ name: 'GREETER_ADDR', value: 'localhost:50051', line: 22 }]);
  });

  it('takes words, images and where they are built', () => {
    expect(web?.words.map(({ value }) => value)).toEqual(['/web', 'serve', '--greeter', 'localhost:50051']);
    expect(greeter?.build).toEqual({ context: './greeter', dockerfile: 'Dockerfile' });
    expect(web).toMatchObject({ image: 'acme/web', networkMode: 'host', build: { dockerfile: 'web/Dockerfile' } });
  });

  it.each(['', 'services:', 'services: []', '- a', '{{ template }}'])('%j has none', (other) => {
    expect(readCompose(other)).toEqual([]);
  });

  it(`never throws (seed ${SEED})`, { timeout: 120_000 }, () => {
    withstand([text.slice(0, 400)], damageText, readCompose);
  });
});
