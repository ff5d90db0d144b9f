/** A Service of Kubernetes as its name in the cluster's DNS tells it. */
export interface ClusterService {
  readonly service: string;
  readonly namespace: string;
}

/** The Service behind `greeter.shop.svc`, with or without `cluster.local`: SERVICE.NAMESPACE.svc[.ZONE]; a pod may stand before it. */
export function clusterService(name: string): ClusterService | undefined {
  const labels = name.replace(/\.$/, '').split('.');
  const at = labels.indexOf('svc');
  const [service, namespace] = at < 2 ? [] : [labels[at - 2], labels[at - 1]];
  return service && namespace ? { service, namespace } : undefined;
}
