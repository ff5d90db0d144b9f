import type { en } from './messages.en.ts';

export const zh: Record<keyof typeof en, string> = {
  summary: '连不上校验和数据库，go 会拒绝没有哈希的模块',
  title: '校验和数据库 {name} 没有回答（{answer}）',
  'title-proxy': '模块代理 {entry} 声称会转发校验和数据库，实际没有（{answer}）',
  'title-supported': '模块代理 {entry} 没有说明是否转发校验和数据库（{answer}）',
  why: 'GOPROXY 里没有代理转发它，go 只能直接去问，而那条路不通。',
  'why-proxy': '只要代理说了会转发，go 就不再问别人，也不会问数据库本身。',
  'why-supported': '只有 404 和 410 之后（或者后面是 |），go 才会问下一个代理，最后问数据库本身。',
  bites: 'go: {module}: verifying module: … {address}: {answer}',
  'bites-waits': 'go 会永远等待：有 {count} 个模块需要核对',
  'bites-later': '目前没有影响：go.sum 里有全部哈希；下一次 go get 或 go mod tidy 会被拒绝',
  'fix-sum': '使用完整的 go.sum：提交它，或者在能访问数据库的地方生成（go mod tidy）；里面已有的不会再问',
  'fix-way': '给 go 一条通路：HTTP 代理，或者会转发数据库（或对 /sumdb/ 返回 404）的模块代理',
  'seen-why': '校验和数据库没有应答。',
  'seen-fix': '把 GOSUMDB 设为镜像，或者使用会转发校验和数据库的代理',
};
