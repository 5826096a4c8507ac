import type { Endpoint, PodEndpoint, Subject } from './endpoint.ts';
import type { HttpRequest } from './http.ts';
import type { Direction } from './ir.ts';

/** What is asked: whether `subject` may be reached by (`ingress`) or reach (`egress`) `peer`. */
export interface Question<Asked extends Subject = PodEndpoint> {
  readonly subject: Asked;
  readonly peer: Endpoint;
  readonly direction: Direction;
  /** The request that the connection carries, if that is known. */
  readonly request?: HttpRequest;
}
