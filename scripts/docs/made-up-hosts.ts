import { traps } from '../../src/traps/registry.gen.ts';
import { casesOf } from '../../test/support/cases.ts';
import { baseMachine, type MachineSpec, machineNames } from '../../test/support/machine.ts';

/** docs/evidence/made-up-hosts.md: what each machine rests on that no lab has recorded, and the cases that start from it. */
export function madeUpHostsPage(): string {
  const machines = machineNames().map((name) => ({ name, spec: baseMachine(name) }));
  const sections = machines.flatMap(({ name, spec }) => (spec.sources ? [sectionOf(name, spec, spec.sources)] : []));
  const recorded = machines.flatMap(({ name, spec }) => (spec.recorded ? [`- ${name}: ${spec.recorded}`] : []));
  return `# Made-up hosts · 虚构的主机

Labs run on Linux. On these machines every answer is made up, from the file or the public thread that is named: **not recorded**.
Cases of traps start from them.

实验只在 Linux 上运行。下面这些机器的每个回答都是根据所列的源文件或公开讨论编写的，**不是录制的**。各陷阱的用例以它们为起点。

${sections.join('\n\n')}

## Recorded · 录制的

${recorded.join('\n')}
`;
}

function sectionOf(name: string, { os, arch }: MachineSpec, sources: Readonly<Record<string, string>>): string {
  const rows = Object.entries(sources).map(([part, source]) => `| ${part} | ${source.replaceAll('|', '\\|')} |`);
  const cases = traps.flatMap(({ group, id }) => {
    const of = casesOf(group, id).filter((one) => one.of === name);
    return of.length > 0 ? [`[${id}](../en/traps/${id}.md) (${of.map((one) => one.name).join(', ')})`] : [];
  });
  const table = ['| part | source |', '|---|---|', ...rows].join('\n');
  return `## ${name}\n\n${os}/${arch}, not recorded · 未录制\n\n${table}\n\nCases · 用例: ${cases.join(' · ') || '-'}`;
}
