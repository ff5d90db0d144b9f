/** What is said in English. */
export const en = {
  summary: 'A comment gives a field a Go tag json:"…" (@gotags, @inject_tag), which the gateway does not read',
  title: 'the tag json:"{tag}" of {field} changes nothing in the gateway, which sends "{sent}"',
  why: 'The gateway at {gateway} writes JSON with protojson, from the descriptor of the message: Go tags are for encoding/json alone.',
  bites: 'Code that encodes the same message with encoding/json answers differently from the gateway ({count} fields).',
  'fix-json-name':
    'give the field this name in the .proto; requests with its lowerCamelCase name are then not read any more',
  'fix-drop':
    'take the tag away: a 64-bit integer is a string without it, and a field that nobody is to see belongs into another message',
} as const;
