/** What is said in English. */
export const en = {
  summary: 'The OpenAPI document gives enums or int64 fields another JSON type than the gateway sends',
  'title-enum-integer':
    'the document of {generator} says that {field} is an integer, the gateway sends the name of the enum value',
  'title-enum-string':
    'the document of {generator} says that {field} is a name, the gateway sends the number of the enum value',
  'title-int64': '{generator} {version} says that {field} is an integer, the gateway sends a string',
  'why-enum-integer':
    'ProtoJSON writes enums by name, and the gateway at {gateway} does not change that. {generator} calls them integers here.',
  'why-enum-string': 'UseEnumNumbers at {gateway} writes enums as numbers. {generator} lists their names.',
  'why-int64':
    'ProtoJSON writes 64-bit integers as strings, always. {generator} {version} calls them integers; {newest} says string.',
  'bites-enum-integer': 'A client that validates refuses {count} fields, or reads no value from them.',
  'bites-enum-string': 'A client that validates refuses {count} fields, or finds a value that is not in its list.',
  'bites-int64': 'A client that validates refuses {count} fields; one in a typed language fails to read the answer.',
  'fix-option': 'give {generator} the option {option}',
  'fix-numbers': 'or set UseEnumNumbers in the marshaler at {gateway}; clients that read names then read numbers',
  'fix-names': 'leave UseEnumNumbers out of the marshaler at {gateway}; clients that read numbers then read names',
  'fix-newer': 'make the document with {generator} {newest}; no option of {version} says string',
} as const;
