/** What is said in English. */
export const en = {
  summary:
    'The gateway sends null for messages that are not set (EmitUnpopulated), which the OpenAPI document does not allow',
  title: 'the gateway sends "{field}": null while it is not set, and the document of {generator} allows no null',
  'why-default':
    'A gateway without marshaler options ({gateway}) has EmitUnpopulated on: a {type} that is not set becomes null. No generator of OpenAPI documents marks such fields as nullable by itself.',
  'why-set':
    'EmitUnpopulated at {gateway} makes null of a {type} that is not set. No generator of OpenAPI documents marks such fields as nullable by itself.',
  bites: 'A client that validates refuses answers in which one of {count} fields is not set.',
  'fix-marshaler':
    'write EmitDefaultValues instead of EmitUnpopulated (protobuf {floor} and later): scalars, lists and maps are still sent, messages only where they are set',
  'fix-nullable': 'or call the fields nullable, each of them',
} as const;
