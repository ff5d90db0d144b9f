import { programLab } from '../../../lab/kit/program-lab.ts';

const other = process.arch === 'arm64' ? 'amd64' : 'arm64';

export default programLab({
  trap: 'exec-format-error',
  title: { en: 'Programs for another system or processor', zh: '为另一种系统或处理器编译的程序' },
  question: {
    en: 'What does the kernel say about a program that was built for something else, and does the check know before?',
    zh: '程序是为别的平台编译的，内核会说什么？检查能事先看出来吗？',
  },
  programs: [
    {
      id: 'other-processor',
      title: { en: 'built with GOARCH of another processor', zh: 'GOARCH 是另一种处理器' },
      build: { GOARCH: other },
      starts: false,
    },
    { id: 'macos', title: { en: 'built for macOS', zh: '为 macOS 编译' }, build: { GOOS: 'darwin' }, starts: false },
    {
      id: 'windows',
      title: { en: 'built for Windows', zh: '为 Windows 编译' },
      build: { GOOS: 'windows' },
      starts: false,
    },
    {
      id: 'freebsd',
      title: { en: 'built for FreeBSD', zh: '为 FreeBSD 编译' },
      build: { GOOS: 'freebsd' },
      starts: false,
    },
    {
      id: 'package',
      title: { en: 'a package that is not main', zh: '不是 main 的包' },
      build: {},
      package: './plain',
      starts: false,
    },
    { id: 'same', title: { en: 'built for this machine', zh: '为本机编译' }, build: {}, starts: true },
    {
      id: 'image',
      title: { en: 'built on a Mac, put into a Linux image', zh: '在 Mac 上编译，放进 Linux 镜像' },
      build: { GOOS: 'darwin', GOARCH: 'arm64' },
      image: { from: 'gcr.io/distroless/static-debian12', files: [] },
      starts: false,
    },
  ],
});
