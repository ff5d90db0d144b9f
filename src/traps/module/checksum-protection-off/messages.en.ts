export const en = {
  summary: 'A setting lets a proxy deliver changed modules unnoticed',
  title: '{name}={value} switches the checksum database off for {module}',
  'title-private':
    'GOPRIVATE={own} takes {module} out of the checksum database, and {name}={value} leaves it to the proxy',
  'why-off': 'Without the checksum database the first download is believed as it is, and its hash goes into go.sum.',
  'why-pattern':
    'Modules that match are not looked up in the checksum database, but still come from the proxy; a prefix is enough to match.',
  'why-private':
    'GOPRIVATE alone also goes around the proxy; GONOPROXY takes that half back, so the proxy delivers and nobody compares.',
  bites: 'nothing as long as go.sum holds the hashes; the next new version is taken unverified',
  'bites-unhashed': 'go.sum does not hold {module} yet: whatever the proxy sends is compiled, without a message',
  expect: 'the database is on, and no pattern matches grpc or protobuf',
} as const;
