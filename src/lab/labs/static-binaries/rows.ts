import type { Bilingual } from '../../kit/environment.ts';

/** What each row is about. */
export const rowTitles: Readonly<Record<string, Bilingual>> = {
  file: { en: 'ldd says', zh: 'ldd 的输出' },
  needed: { en: 'NEEDED (readelf -d)', zh: 'NEEDED（readelf -d）' },
  interpreter: { en: 'interpreter (readelf -l)', zh: '解释器（readelf -l）' },
  'linker-warns': { en: 'ld warns of', zh: 'ld 警告的函数' },
  start: { en: 'start', zh: '启动' },
  dns: { en: 'DNS: net.LookupHost', zh: 'DNS：net.LookupHost' },
  localhost: { en: 'DNS: localhost', zh: 'DNS：localhost' },
  user: { en: 'user.Current', zh: 'user.Current' },
  'user-lookup': { en: 'user.Lookup', zh: 'user.Lookup' },
  port: { en: 'net.LookupPort', zh: 'net.LookupPort' },
  zone: { en: 'time.LoadLocation', zh: 'time.LoadLocation' },
  'local-zone': { en: 'time.Local', zh: 'time.Local' },
  roots: { en: 'TLS handshake', zh: 'TLS 握手' },
  temp: { en: 'os.CreateTemp', zh: 'os.CreateTemp' },
  mime: { en: 'mime.TypeByExtension', zh: 'mime.TypeByExtension' },
  home: { en: 'os.UserHomeDir', zh: 'os.UserHomeDir' },
  'cure-roots-file': { en: 'handshake, ca-certificates.crt copied', zh: '握手，复制了 ca-certificates.crt' },
  'cure-roots-variable': { en: 'handshake, SSL_CERT_FILE', zh: '握手，设置 SSL_CERT_FILE' },
  'cure-zone-tag': { en: 'LoadLocation, -tags timetzdata', zh: 'LoadLocation，-tags timetzdata' },
  'cure-zone-variable': { en: 'LoadLocation, zoneinfo.zip and ZONEINFO', zh: 'LoadLocation，zoneinfo.zip 加 ZONEINFO' },
  'cure-zone-goroot': { en: 'LoadLocation, zoneinfo.zip and GOROOT', zh: 'LoadLocation，zoneinfo.zip 加 GOROOT' },
  'local-zone-without': { en: 'TZ=Asia/Shanghai', zh: 'TZ=Asia/Shanghai' },
  'cure-local-zone-tag': { en: 'TZ, -tags timetzdata', zh: 'TZ，-tags timetzdata' },
  'cure-local-zone-variable': { en: 'TZ, zoneinfo.zip and ZONEINFO', zh: 'TZ，zoneinfo.zip 加 ZONEINFO' },
  'cure-local-zone-goroot': { en: 'TZ, zoneinfo.zip and GOROOT', zh: 'TZ，zoneinfo.zip 加 GOROOT' },
  'user-home-only': { en: 'user.Current, HOME alone', zh: 'user.Current，只有 HOME' },
  'cure-user-variables': { en: 'user.Current, USER and HOME', zh: 'user.Current，USER 加 HOME' },
  'cure-user-file': { en: 'user.Current, /etc/passwd copied', zh: 'user.Current，复制了 /etc/passwd' },
  'cure-temp-folder': { en: 'os.CreateTemp, /tmp made', zh: 'os.CreateTemp，建了 /tmp' },
};

const linking = ['file', 'needed', 'interpreter', 'start'];
const names = ['dns', 'localhost'];
const users = ['user', 'user-lookup', 'user-home-only', 'cure-user-variables', 'cure-user-file'];

/** The rows that answer an item of the article; every row where it is not named. */
export const rowsOf: Readonly<Record<string, readonly string[]>> = {
  '2.2.static-fails': [...linking, 'dns', 'user', 'zone', 'roots'],
  '2.2.pure-go': [...names, 'user', 'user-lookup', 'port'],
  '2.2.resolv-conf': names,
  '2.2.build': linking,
  '2.2.ldd-text': ['file'],
  '2.2.readelf': ['needed', 'interpreter'],
  '2.2.ldd-empty': ['file', 'needed'],
  '2.2.strace': ['start', 'dns'],
  '2.2.row-dns': names,
  '2.2.row-user': users,
  '2.2.row-linking': [...linking, 'linker-warns'],
};
