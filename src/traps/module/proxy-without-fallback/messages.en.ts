export const en = {
  summary: 'Every module comes from one public mirror, and nothing stands behind it',
  'title-image': '{file} takes every module from {value}, and nothing stands behind it',
  'title-ci': '{file} takes every module from {value}, and nothing stands behind it',
  'title-machine': 'GOPROXY={value}: nothing stands behind this mirror',
  why: 'A mirror may be down, block this network, or not have a module. direct behind it asks the origin: after a comma for 404 and 410 only, after | after every failure.',
  bites: 'on such a day: go: …: Get "{value}/…": dial tcp …: i/o timeout, or 403, or 502; no image is built',
  'fix-bar': 'write {better}: after every failure the origin is asked (that needs git, and access to it)',
  'fix-comma': 'write {better}: Go {go} does not know |, and asks the origin after 404 and 410 only',
  'fix-argument': 'leave the choice to who builds: in another country another mirror is near',
  expect: '{better}',
} as const;
