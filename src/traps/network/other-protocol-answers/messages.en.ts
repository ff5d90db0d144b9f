export const en = {
  summary: 'Another protocol than HTTP answers at this port',
  title: '{place} speaks {protocol}, not gRPC',
  'title-tls': '{place} speaks {protocol} inside TLS, not gRPC',
  'title-unknown': '{place} answers in a protocol that is neither HTTP nor TLS',
  'title-hostile': '{place} sends more than any gRPC server does, or nonsense',
  why: 'Each server of this protocol begins with such bytes. The port belongs to another service.',
  'why-unknown':
    'A gRPC server answers the preface of HTTP/2 with a SETTINGS frame. These bytes are neither that nor HTTP/1 nor a TLS record.',
  'why-hostile':
    'The probe stopped at its limit of bytes, frames, headers or time. A client without such limits waits or runs out of memory.',
  fix: 'compare host and port with the ones that the gRPC server listens at; in Kubernetes, the targetPort of the Service with the containerPort',
  'fix-hostile':
    'do not dial it: find out what runs there, and compare host and port with the ones that the gRPC server listens at',
  'seen-why':
    'What came back is neither TLS nor the beginning of HTTP/2: the port may belong to a service of another kind.',
  'seen-fix':
    'compare host and port with the ones that the gRPC server listens at; in Kubernetes, the targetPort of the Service with the containerPort',
  'seen-ask':
    'what are the first bytes that come from there? grpc-doctor probe HOST:PORT shows them and names the protocol',
} as const;
