import type { RequestListener } from 'node:http';
import { serveFault } from '../../../lab/kit/faulty-proxy.ts';
import { exceptFor, proxyLab } from '../../../lab/kit/proxy-lab.ts';

const page: RequestListener = (_, response) =>
  void response.writeHead(200, { 'content-type': 'text/html' }).end('<html><body>Please log in</body></html>');

export default proxyLab({
  trap: 'proxy-answers-html',
  title: { en: 'A web page in the place of modules', zh: '本该是模块，来的却是网页' },
  question: {
    en: 'What does the go command make of a login page?',
    zh: 'go 命令会怎样对待登录页？',
  },
  article: ['2.3.checksum-risk'],
  faults: [
    {
      id: 'page',
      title: { en: 'a login page for every file', zh: '所有文件都是登录页' },
      start: () => serveFault('html'),
    },
    {
      id: 'page-zip',
      title: { en: 'a page in the place of the .zip', zh: '.zip 是网页' },
      start: (downloads) => exceptFor(['.zip'], downloads, page),
    },
    {
      id: 'page-info',
      title: { en: 'a page in the place of the .info', zh: '.info 是网页' },
      start: (downloads) => exceptFor(['.info'], downloads, page),
      severity: 'warning',
    },
    {
      id: 'page-list',
      title: { en: 'a page in the place of the list', zh: '版本列表是网页' },
      start: (downloads) => exceptFor(['/list'], downloads, page),
      harmless: true,
      severity: 'warning',
    },
  ],
});
