import type { en } from './messages.en.ts';

export const zh: Record<keyof typeof en, string> = {
  summary: 'CA 为名称约束不允许的名称签发了证书',
  title: '{issuer} 不能为 {target} 证书里的名称签发',
  why: '它的证书带有名称约束（{constraint}）。约束针对证书里的每一个名称，而不只是客户端要求的那个：多写一个不允许的名称，整张证书都会被拒绝。',
  fix: '重新签发，只写允许的名称；或者换一个没有这种约束的 CA',
  'seen-why': '链中的某个 CA 不允许为这个名称签发证书。',
  'seen-fix': '使用约束允许的名称，或换一个 CA',
};
