export const en = {
  summary: 'The server has no health service',
  title: '{place} has no health service (grpc.health.v1.Health)',
  'title-asked': 'nobody can tell whether {service} is healthy: the server has no health service',
  why: 'Calls work without it. But the grpc probe of Kubernetes, grpc_health_probe and health checks of load balancers call it, and take its absence for a failure.',
  bites: 'rpc error: code = Unimplemented desc = {message}',
  'fix-register':
    'register it beside the other services; it says SERVING for the server as a whole, and of a service what SetServingStatus was told',
  'title-probe':
    '{probe} of container {container} asks for health over gRPC, and the server of {server}:{line} has no health service',
  'why-probe':
    'Kubernetes calls grpc.health.v1.Health/Check. The image has the name of this program, whose code makes a gRPC server and imports no health service.',
  'bites-restart': 'the kubelet restarts the container again and again: health check failed, code = Unimplemented',
  'bites-unready': 'the pod never becomes ready, and its Service sends it no calls',
  label: 'the server of {server}:{line} does not answer it',
  'seen-why': 'The server does not register grpc.health.v1.Health, which the probe asks.',
  'seen-fix': 'register it beside the other services',
} as const;
