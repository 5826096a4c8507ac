/** Whether a text can hold manifests that were written, not dumped from a cluster. */
export const isManifest = (text: string): boolean => mayHoldObjects(text) && !isClusterDump(text);

/** Whether a text could hold a Kubernetes object; a scan of bytes that is never wrong when it says no. */
export const mayHoldObjects = (text: string): boolean =>
  text.includes('apiVersion') && text.includes('kind');

/** Whether the text was dumped from a cluster rather than written: the server's bookkeeping is still in it. */
export const isClusterDump = (text: string): boolean =>
  /^[ \t-]*["']?managedFields["']?[ \t]*:/m.test(text);
