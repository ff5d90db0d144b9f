import { describe, expect, it } from 'vitest';
import { readExposed } from '../../src/read/deploy/expose.ts';
import { readHealthProbes } from '../../src/read/deploy/health-probes.ts';
import { damageText, SEED, withstand } from './damage.ts';

const manifest = `apiVersion: v1
kind: Service
---
apiVersion: batch/v1
kind: CronJob
spec:
  jobTemplate:
    spec:
      template:
        spec:
          containers:
            - name: server
              image: registry.example/acme/server:v1
              livenessProbe:
                grpc:
                  port: 50051
              startupProbe:
                exec:
                  command: ["/bin/grpc_health_probe", "-addr=:50051"]
            - name: other
              image: acme/other
              livenessProbe:
                httpGet: { port: 80 }
`;

describe('probes of Kubernetes that call the health service', () => {
  it('are found in each document, with their lines', () => {
    expect(readHealthProbes(manifest)).toEqual([
      { container: 'server', image: 'registry.example/acme/server:v1', probe: 'livenessProbe', by: 'grpc', line: 16 },
      { container: 'server', image: 'registry.example/acme/server:v1', probe: 'startupProbe', by: 'command', line: 19 },
    ]);
  });

  it('are not looked for in templates', () => {
    expect(readHealthProbes(manifest.replace('spec:\n', 'spec:\n  {{- toYaml .Values.x }}\n'))).toEqual([]);
  });

  it(`never throws (seed ${SEED})`, { timeout: 120_000 }, () => {
    withstand([manifest.slice(0, 500)], damageText, readHealthProbes);
  });
});

describe('EXPOSE', () => {
  it('names ports of TCP, and leaves out what a variable decides', () => {
    const lines = ['FROM a', 'expose 80 443/tcp 53/udp $PORT 7000-7001', 'FROM b', 'EXPOSE 50051'];
    expect(readExposed(lines, 1, 3).map(({ port, line }) => [port, line])).toEqual([
      [80, 2],
      [443, 2],
    ]);
    expect(readExposed(lines, 3, 5)).toEqual([{ port: 50051, line: 4, text: 'EXPOSE 50051' }]);
  });
});
