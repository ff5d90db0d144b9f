import type { LineIndex } from '../source-text.ts';
import { readYaml, type YamlSource, yamlEntries, yamlGet, yamlList, yamlOffset, yamlText } from '../yaml-source.ts';

/** A check of a container in a manifest of Kubernetes that calls the health service of gRPC. */
export interface HealthProbe {
  readonly container: string;
  readonly image: string;
  readonly probe: 'livenessProbe' | 'readinessProbe' | 'startupProbe';
  /** `grpc`: by the kubelet; `command`: by grpc_health_probe in the container. */
  readonly by: 'grpc' | 'command';
  /** In the file, from 1. */
  readonly line: number;
}

const probes = ['livenessProbe', 'readinessProbe', 'startupProbe'] as const;
/** From the root of a manifest to its containers: CronJob has the longest way. */
const deepest = 8;

/** Reads all documents of a file; never throws. Templates that are no YAML give nothing. */
export function readHealthProbes(text: string): HealthProbe[] {
  return documentsOf(text).flatMap(({ text: one, firstLine }) => {
    const source = readYaml(one);
    return source.problems.length > 0 ? [] : probesBelow(source, source.root, firstLine - 1, deepest);
  });
}

function documentsOf(text: string): { text: string; firstLine: number }[] {
  const lines = text.split('\n');
  const starts = [0, ...lines.flatMap((line, index) => (/^---(?:\s|$)/.test(line) ? [index + 1] : []))];
  return starts.map((start, index) => ({
    text: lines.slice(start, (starts[index + 1] ?? lines.length + 1) - 1).join('\n'),
    firstLine: start + 1,
  }));
}

function probesBelow(source: YamlSource, node: unknown, before: number, left: number): HealthProbe[] {
  if (left === 0) return [];
  return yamlEntries(node).flatMap(([key, value]) =>
    key === 'containers'
      ? yamlList(value).flatMap((container) => probesOf(source, container, before))
      : probesBelow(source, value, before, left - 1),
  );
}

function probesOf({ lines }: YamlSource, container: unknown, before: number): HealthProbe[] {
  const index: LineIndex = lines;
  const name = yamlText(yamlGet(container, 'name')) ?? '';
  const image = yamlText(yamlGet(container, 'image')) ?? '';
  return probes.flatMap((probe): HealthProbe[] => {
    const node = yamlGet(container, probe);
    const grpc = yamlGet(node, 'grpc');
    const words = yamlList(yamlGet(yamlGet(node, 'exec'), 'command'));
    const command = words.find((word) => /(?:^|[/\s])grpc[_-]health[_-]probe(?:\s|$)/.test(yamlText(word) ?? ''));
    const found = grpc ?? command;
    if (!found) return [];
    const line = before + index.place(yamlOffset(found)).line;
    return [{ container: name, image, probe, by: grpc ? 'grpc' : 'command', line }];
  });
}
