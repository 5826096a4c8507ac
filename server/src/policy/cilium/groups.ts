/** Begins the label that stands for the name of a CIDR group (Cilium, pkg/policy/api). */
const GROUP_NAME = 'io.cilium.policy.cidrgroupname/';

/** The label by which a rule finds the CIDR group of a name. */
export const groupLabel = (name: string): string => `${GROUP_NAME}${name}`;

/** The name of the CIDR group that a label stands for; null for other labels. */
export const groupNamed = (label: string): string | null =>
  label.startsWith(GROUP_NAME) ? label.slice(GROUP_NAME.length) : null;
