export const en = {
  summary: 'A module proxy answers with a fault, and go does not go on to another entry',
  'title-status': 'the module proxy {entry} answers {answer}',
  'title-limit': 'the module proxy {entry} has had too many requests ({answer})',
  'title-redirects': 'the module proxy {entry} redirects in a circle',
  bites: 'go: {missing}: reading {entry}/{file}: {answer}; go does not try again',
  'bites-redirects': 'go: {missing}: Get "…": stopped after 10 redirects',
  'fix-later': 'try again later; in CI keep the module cache between jobs, so that fewer requests are made',
  'fix-tell': 'tell who runs it: twice in a row it gave no module',
  'seen-why':
    'An entry of GOPROXY answered with a fault of its own. go does not try again, and behind a comma it does not go on to the next entry.',
  'seen-fix': 'try again later, or put a | behind that entry so that go goes on to the next one',
} as const;
