/** What is said in English. */
export const en = {
  summary: 'The OpenAPI document names fields in one way, and the gateway sends them in the other (UseProtoNames)',
  title: 'the gateway sends {sent}, the document of {generator} says {said}',
  'why-proto':
    'UseProtoNames at {gateway} writes names as the .proto has them. {generator} writes lowerCamelCase where no option says otherwise.',
  'why-json':
    '{option} makes {generator} write names as the .proto has them. The gateway at {gateway} has no UseProtoNames, so it writes lowerCamelCase.',
  bites:
    'A client made from the document finds none of these {count} fields in an answer, and misses those that it requires.',
  'fix-option': 'give {generator} the option {option}',
  'fix-json-names': 'leave UseProtoNames out of the marshaler at {gateway}; clients that read {proto} then read {json}',
  'fix-use-proto-names': 'set UseProtoNames in the marshaler at {gateway}; clients that read {json} then read {proto}',
} as const;
