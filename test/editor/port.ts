import { createServer } from 'node:net';

/** The first port from one on that nobody listens at, on either address that `localhost` may mean. */
export async function freePort(from: number): Promise<number> {
  for (let port = from; port < 65_536; port++)
    if ((await isFree(port, '127.0.0.1')) && (await isFree(port, '::1'))) return port;
  throw new Error(`no port from ${from} on is free`);
}

function isFree(port: number, host: string): Promise<boolean> {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.once('error', ({ code }: NodeJS.ErrnoException) =>
      // A machine without IPv6 has no such address that could be taken.
      resolve(code === 'EADDRNOTAVAIL' || code === 'EAFNOSUPPORT'),
    );
    probe.listen(port, host, () => probe.close(() => resolve(true)));
  });
}
