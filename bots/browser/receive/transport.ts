import { once } from 'node:events';
import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { UserError } from '../../../core/domain/user-error.ts';
import { LIMITS } from '../limits.ts';

/** This machine only: nobody on the network reaches it. */
const HOST = '127.0.0.1';

/**
 * Listens on a port, or where `orNext` says so on the next that is free. Port 0 is any free one.
 * @throws UserError where it is in use or may not be used.
 */
export async function openTransport(
  listener: RequestListener,
  { port, orNext = false }: { readonly port: number; readonly orNext?: boolean | undefined },
): Promise<{ readonly server: Server; readonly port: number }> {
  for (let tried = port; ; tried++) {
    try {
      return await open(listener, tried);
    } catch (error) {
      const code = error instanceof Error && 'code' in error ? error.code : undefined;
      const again = code === 'EADDRINUSE' && orNext && tried < port + LIMITS.nextPorts.max;
      if (!again) throw refusal(port, code, error);
    }
  }
}

async function open(listener: RequestListener, port: number) {
  const server = createServer(listener);
  server.listen(port, HOST);
  await once(server, 'listening');
  const address: AddressInfo | string | null = server.address();
  return { server, port: typeof address === 'object' && address ? address.port : port };
}

function refusal(port: number, code: unknown, cause: unknown): UserError {
  const next =
    'Stop what listens there, or set another with DRAMATIS_PORT or under local in dramatis.yaml.';
  if (code === 'EADDRINUSE')
    return new UserError(`Port ${port} is in use.`, next, { code: 'conflict', cause });
  if (code === 'EACCES') {
    return new UserError(
      `Port ${port} may not be used by this account.`,
      'Set one above 1023 with DRAMATIS_PORT or under local in dramatis.yaml.',
      { code: 'not-allowed', cause },
    );
  }
  return new UserError(`The local channel could not listen on port ${port}.`, next, {
    code: 'unavailable',
    cause,
  });
}
