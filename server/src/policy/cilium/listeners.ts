/** Where a name of a listener stands: in a configuration of Envoy, or in a rule that speaks of one. */
export interface ListenerHome {
  /** The namespace of the configuration; empty where it is of the cluster. */
  readonly namespace: string;
  /** The name of the configuration. */
  readonly config: string;
  /** Whether a name that stands for another namespace or configuration is one of this, too, so that nobody takes theirs. */
  readonly isForced: boolean;
}

/**
 * What Cilium calls a listener among those of all configurations: `namespace/configuration/listener`. A name with a slash is
 * taken for one that is complete, unless it is forced and begins with another namespace (pkg/policy/api,
 * `ResourceQualifiedName`).
 */
export function listenerName(name: string, { namespace, config, isForced }: ListenerHome): string {
  const slash = name.indexOf('/');
  const isComplete = slash >= 0 && (!isForced || name.slice(0, slash) === namespace);
  return name === '' || isComplete ? name : `${namespace}/${config}/${name}`;
}
