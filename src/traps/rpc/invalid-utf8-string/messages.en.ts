export const en = {
  summary: 'Bytes that are no text are put into a string field of a message',
  title: '{message}.{field} is a string field, and gets the bytes of {function}',
  why: 'A string field holds UTF-8, and the runtime looks at it whenever it writes or reads the message. What {function} gives is next to never UTF-8; Go makes a string of any bytes without a word.',
  bites:
    'the call fails, with code Internal: grpc: error while marshaling: string field contains invalid UTF-8 (it does not say which field)',
  'fix-bytes':
    'make the field {field} in {proto} of type bytes, and generate again: nothing changes on the wire, and readers in other languages get bytes',
  'fix-text': 'or write text: hex.EncodeToString({bytes}), and tell the readers of {field} so',
  'seen-why': 'A string field of proto3 holds bytes that are not UTF-8.',
  'seen-fix': 'use bytes for binary data, or strings.ToValidUTF8 for text',
} as const;
