import type { Locale } from '../../src/core/trap.ts';
import type { Basis, Kind, LaterWork, Verdict } from '../../src/knowledge/article/item.ts';
import { laterWork } from '../../src/knowledge/article/item.ts';

/** The words of the page about the article. */
export interface ArticleWords {
  readonly title: string;
  readonly introduction: readonly string[];
  readonly verdict: Readonly<Record<Verdict, string>>;
  readonly meaning: Readonly<Record<Verdict, string>>;
  readonly kind: Readonly<Record<Kind, string>>;
  readonly basis: Readonly<Record<Basis, string>>;
  readonly chapter: string;
  readonly all: string;
  readonly columns: readonly [string, string, string, string];
  readonly tried: (counts: Tried) => string;
  readonly later: (work: LaterWork) => string;
  readonly colon: string;
}

/** How many items there is something for. */
export interface Tried {
  readonly all: number;
  readonly measured: number;
  readonly traps: number;
  readonly labs: number;
  readonly later: number;
}

const en: ArticleWords = {
  title: 'The article, claim by claim',
  introduction: [
    'This project began with an article in Chinese on why Go and gRPC environments fail, with a script. Here is all that it claims, shows and advises, in its order and in our words, and what became of it when it was tried with the real tools.',
    'In the last column, *check* X stands for `grpc-doctor check --only X` (with `--network` where a proxy is asked), *explain* X for `grpc-doctor explain X`, *lab* X for `grpc-doctor lab run X`. *later* names announced work: its labs and traps will go into the row when they are there.',
  ],
  verdict: {
    true: 'true',
    dated: 'dated',
    false: 'false',
    unverifiable: 'unverifiable',
    'out-of-scope': 'out of scope',
  },
  meaning: {
    true: 'holds, at least in the usual case; the text names the other cases',
    dated: 'was so once',
    false: 'was refuted',
    unverifiable: 'no source is given, and none was found; or it cannot be measured here',
    'out-of-scope': 'says nothing about an environment of Go and gRPC',
  },
  kind: {
    claim: 'claim',
    snippet: 'code',
    table: 'row of a table',
    number: 'number',
    diagram: 'diagram',
    advice: 'advice',
  },
  basis: { measured: 'measured', documented: 'documented', reasoned: 'follows from' },
  chapter: 'chapter',
  all: 'all',
  columns: ['The article says', 'Verdict', 'What is true', 'Try it'],
  tried: ({ all, measured, traps, labs, later }) =>
    `Of ${all} items ${measured} were judged by measuring; ${traps} are answered by a trap or its explanation, ${labs} by a lab that runs here, and ${later} wait for announced work.`,
  later: (work) => {
    const { issue, en: what } = laterWork[work];
    return `later: ${what}${issue === null ? '' : ` (issue ${issue})`}`;
  },
  colon: ': ',
};

const zh: ArticleWords = {
  title: '文章逐条核对',
  introduction: [
    '这个项目起因于一篇中文文章，讲 Go 与 gRPC 环境为什么会出问题，并附有一个检测脚本。本页按原文顺序，用我们自己的话列出它的每一个论断、代码、图表和建议，以及用真实工具试过之后的结论。',
    '最后一列里，*检查* X 指 `grpc-doctor check --only X`（需要询问代理的加上 `--network`），*说明* X 指 `grpc-doctor explain X`，*实验* X 指 `grpc-doctor lab run X`。*待完成*是已经宣布的工作，相应的实验和陷阱完成后会写进这一行。',
  ],
  verdict: {
    true: '属实',
    dated: '已过时',
    false: '不实',
    unverifiable: '无法核实',
    'out-of-scope': '不在范围',
  },
  meaning: {
    true: '成立，至少在通常情况下成立；例外写在说明里',
    dated: '曾经如此',
    false: '已被推翻',
    unverifiable: '没有给出来源，我们也没有找到；或者这里无法测量',
    'out-of-scope': '与 Go 和 gRPC 环境无关',
  },
  kind: { claim: '论断', snippet: '代码', table: '表格行', number: '数字', diagram: '图示', advice: '建议' },
  basis: { measured: '实测', documented: '文档', reasoned: '推得' },
  chapter: '章',
  all: '合计',
  columns: ['文章的说法', '结论', '事实', '自己试'],
  tried: ({ all, measured, traps, labs, later }) =>
    `共 ${all} 条：${measured} 条靠实测判定，${traps} 条有陷阱或其说明作答，${labs} 条有可以在这里运行的实验，${later} 条等待已宣布的工作。`,
  later: (work) => {
    const { issue, zh: what } = laterWork[work];
    return `待完成：${what}${issue === null ? '' : `（issue ${issue}）`}`;
  },
  colon: '：',
};

export const articleWords: Readonly<Record<Locale, ArticleWords>> = { en, 'zh-CN': zh };

/** What a row offers, before the name of a trap or a lab. */
export const offers: Readonly<Record<Locale, Readonly<Record<'check' | 'explain' | 'lab', string>>>> = {
  en: { check: 'check', explain: 'explain', lab: 'lab' },
  'zh-CN': { check: '检查', explain: '说明', lab: '实验' },
};
