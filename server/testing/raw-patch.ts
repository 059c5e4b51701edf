import { connect, type Socket } from 'node:net';

/** A PATCH on a bare socket that says how long it is and sends only a part: the rest is for the test to decide. */
export async function rawPatch(
  url: string,
  uploadUrl: string,
  authorization: string,
  { offset, length, first }: { readonly offset: number; readonly length: number; readonly first: Uint8Array },
): Promise<Socket> {
  const { hostname, port, host } = new URL(url);
  const socket = connect(Number(port), hostname);
  // A reset by the other side is an outcome here, never an error of the test.
  socket.on('error', () => {});
  await new Promise((resolve) => socket.once('connect', resolve));
  const lines = [
    `PATCH ${uploadUrl} HTTP/1.1`,
    `Host: ${host}`,
    `Authorization: ${authorization}`,
    'Tus-Resumable: 1.0.0',
    `Upload-Offset: ${offset}`,
    'Content-Type: application/offset+octet-stream',
    `Content-Length: ${length}`,
  ];
  socket.write(`${lines.join('\r\n')}\r\n\r\n`);
  await new Promise((resolve) => socket.write(first, resolve));
  return socket;
}
