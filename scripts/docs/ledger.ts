import { readFileSync } from 'node:fs';
import { type Ledger, type LedgerEntry, ledgerFile } from '../ledger-file.ts';

/** The findings on real repositories, and what a person says of each. */
export function ledgerPage(): string {
  const { repositories } = JSON.parse(readFileSync(ledgerFile, 'utf8')) as Ledger;
  const findings = repositories.flatMap((entry) => entry.findings);
  const errors = findings.filter(({ severity }) => severity === 'error').length;
  const silent = repositories.filter((entry) => entry.findings.length === 0).map(({ repository }) => repository);
  return `${[
    '# Real repositories · 真实仓库',
    `${repositories.length} public repositories, each at one commit, without network and with an empty module cache; once with only Go on the machine, once with protoc and the newest plugins too. Every finding at warning and above was looked at by hand: ${errors} errors and ${findings.length - errors} warnings. \`npm run ledger -- FOLDER\` asks again, and tells what is new and what is gone.`,
    `共 ${repositories.length} 个公开仓库，各取一个提交；不联网，模块缓存为空；一次只装 Go，一次还装有 protoc 和最新插件。警告及以上的每一条都经过人工核对：${errors} 个错误、${findings.length - errors} 个警告。\`npm run ledger -- FOLDER\` 重新检查，并指出新增和消失的结果。`,
    `Nothing at warning or above · 没有警告及以上的结果: ${silent.join(', ')}`,
    ...repositories.filter((entry) => entry.findings.length > 0).map(section),
  ].join('\n\n')}\n`;
}

function section({ repository, commit, findings }: LedgerEntry): string {
  const rows = findings.map(
    ({ severity, trap, place, title, verdict, why }) =>
      `| ${severity} | [${trap}](../en/traps/${trap}.md) | ${place} | ${cell(title)} | ${verdict}: ${cell(why)} |`,
  );
  return [
    `## ${repository}`,
    '',
    `at ${commit}`,
    '',
    '| severity | trap | place | finding | verdict |',
    '|---|---|---|---|---|',
    ...rows,
  ].join('\n');
}

function cell(text: string): string {
  return text.replaceAll('|', '\\|').replaceAll('<', '&lt;');
}
