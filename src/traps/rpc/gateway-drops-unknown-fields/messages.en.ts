/** What is said in English. */
export const en = {
  summary:
    'A field with a json_name of its own: the gateway drops the lowerCamelCase name without a word (DiscardUnknown)',
  title:
    'a request with "{camel}" loses the value: the field is called "{json}", and the gateway drops what it does not know',
  'why-default':
    'json_name replaces the name {camel}; only {json} and {name} are read. A gateway without marshaler options ({gateway}) has DiscardUnknown on.',
  'why-set':
    'json_name replaces the name {camel}; only {json} and {name} are read. DiscardUnknown at {gateway} drops all other names.',
  bites: 'The server gets the zero value, and the client gets no error ({count} fields).',
  'fix-json-name':
    'leave json_name out, so that {camel} is the name and {name} is still read; answers then have {camel}',
  'fix-refuse': 'or have unknown names refused, those of newer clients too',
} as const;
