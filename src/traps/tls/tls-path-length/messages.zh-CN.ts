import type { en } from './messages.en.ts';

export const zh: Record<keyof typeof en, string> = {
  summary: '某个 CA 之下的层数超过了它的路径长度限制',
  title: '{issuer} 之下有 {count} 层 CA，而它只允许 {limit} 层',
  'title-root': '客户端为 {target} 信任的 {issuer} 之下有 {count} 层 CA，超过了它允许的层数',
  why: '`pathlen:{limit}` 数的是它与服务器证书之间的 CA，服务器证书本身不算。{below} 就是多出来的那一层。',
  'why-root': '路径长度数的是它与服务器证书之间的 CA，服务器证书本身不算。',
  fix: '由上一层的 CA 签发服务器证书，或者放宽路径长度，重新签发上层的 CA',
  'seen-why': '链中的某个 CA 允许的中间证书数少于实际数量。',
  'seen-fix': '用更长的路径长度重新签发该 CA，或直接用它签发',
};
