import type { en } from './messages.en.ts';

export const zh: Record<keyof typeof en, string> = {
  summary: '证书带有一个标记为关键、而 Go 不认识的扩展',
  title: '{target} 的证书 {name} 带有 Go 不认识的关键扩展：{identifiers}',
  why: '“关键”的意思是：不理解它就必须拒绝。Go 照此办理，而且不说是哪一个。',
  fix: '如果这个扩展可以忽略，就去掉 {identifiers} 前面的 `critical` 重新签发；否则要由客户端在自己的 VerifyConnection 里处理',
  'seen-why': '证书带有 Go 不认识的关键扩展。',
  'seen-fix': '去掉该扩展，或不标为关键后重新签发',
};
