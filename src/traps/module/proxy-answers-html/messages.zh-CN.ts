import type { en } from './messages.en.ts';

export const zh: Record<keyof typeof en, string> = {
  summary: '本该是模块，来的却是网页，go 会当成攻击',
  title: '模块代理 {entry} 对 {file} 返回的是网页，可能是登录页',
  bites: 'verifying {missing}/go.mod: checksum mismatch … SECURITY ERROR',
  'bites-zip': 'go: zip: not a valid zip file',
  'fix-sign-in': '在这个网络里用浏览器随便打开一个页面并登录，然后再试',
  'fix-no-attack': '不要动 go.sum 和模块缓存：go.sum 或校验和数据库拒绝的内容不会被保留',
  'bites-database': 'go: {missing}: verifying go.mod: {missing}/go.mod: malformed record data',
  'bites-kept': 'go: {missing}: parsing go.mod: missing module line；代理恢复后仍会这样，因为网页留在了模块缓存里',
  'title-log': '日志末尾 go 对 {module} 的报错，正是遇到网页时的报错',
  'why-log': '请求得到的回答是 200，或者文件早已在模块缓存里；但得到的不是所要的内容。',
  'bites-log': '{said}',
  'fix-kept':
    '没有什么会拒绝这个网页，go 因此把它保留了下来：删除模块缓存里的这个文件、今天下载的其他模块的同类文件，以及它们在 go.sum 里新增的行',
  'fix-log':
    '如果仍然报错：看模块缓存（go env GOMODCACHE）里该模块的 cache/download/…/@v/….mod 是否以 < 开头，是就删除该文件',
  'seen-why': 'go 命令要的是模块，来的却是网页：登录页或错误页。',
  'seen-why-other': '来的不是所要的内容，多半是网页。',
  'seen-why-sum': '网页代替 go.mod 到来时，校验和同样对不上。',
  'seen-fix': '在同一个网络里用浏览器打开那个地址，如果要求登录就登录，然后再试',
  'seen-ask': '来的文件是不是以 < 开头？取来看看：curl -sL GOPROXY/MODULE/@v/VERSION.mod | head -c 100',
};
