/** The glossary for whoever writes Chinese texts of this project. */
import { glossary } from '../../src/i18n/glossary.ts';

export function glossaryPage(): string {
  const rows = glossary.map(
    ({ en, zh, never = [] }) => `| ${en.join('、')} | ${zh.join('、')} | ${never.join('、')} |`,
  );
  return [
    '# 术语表',
    '',
    '中文文本统一使用下面的译法；有多个译法时首选第一个。命令、参数、文件名和状态名不翻译。测试 `test/i18n` 逐句检查。',
    '',
    '| 英文 | 中文 | 不使用 |',
    '|---|---|---|',
    ...rows,
    '',
  ].join('\n');
}
