import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { spawnServer, testFolder } from '#server/testing/test-server.ts';
import { testPhone } from '#server/testing/test-phone.ts';
import { testSubmission } from '#server/testing/test-submission.ts';
import { scanBytes } from '../checks/canary-scan.ts';

/**
 * R7 and R30: a server process that writes down all it can, an application from the first piece to an officer's look,
 * and requests that are wrong; then every byte that it wrote to its log, and its audit log, are looked through.
 */
export async function checkLogs(): Promise<readonly string[]> {
  const folder = testFolder();
  const server = await spawnServer(folder, { LOG_LEVEL: 'debug' });
  try {
    const siti = await testPhone(server.url);
    const officer = await testPhone(server.url, 'officer');
    const submission = testSubmission();
    await siti.put(submission);
    for (const paper of submission.papers) {
      const uploadUrl = (await siti.announce(submission.id, paper)) ?? '';
      await siti.patch(uploadUrl, 0, paper.file.bytes);
    }
    const ask = (path: string, headers: Readonly<Record<string, string>>) => fetch(`${server.url}${path}`, { headers });
    await (await ask(submission.path, officer.authorization)).arrayBuffer();
    await (await ask('/nik/9999990101900001?nama=KANARI', siti.authorization)).arrayBuffer();
    await (
      await ask(`${submission.path}/KANARI`, { Authorization: 'Bearer KANARI', Cookie: 'sid=KANARI' })
    ).arrayBuffer();
    return [...scanAll('the server log', server.said()), ...scanAudit(folder.dataDir)];
  } finally {
    await server.end('SIGTERM');
    folder.remove();
  }
}

function scanAll(where: string, text: string): readonly string[] {
  if (text.split('\n').length < 8) return [`${where} has hardly a line`];
  return scanBytes(where, Buffer.from(text)).map(({ canary, coding }) => `${where}: ${canary} as ${coding}`);
}

function scanAudit(dataDir: string): readonly string[] {
  const database = new DatabaseSync(join(dataDir, 'app.db'), { readOnly: true });
  const rows = database.prepare('SELECT * FROM audit_log').all();
  // The scan is worth something only where the same scan finds what must be there.
  const applications = JSON.stringify(database.prepare('SELECT * FROM application').all());
  database.close();
  const faults = scanBytes('the audit log', Buffer.from(JSON.stringify(rows))).map(
    ({ canary }) => `the audit log: ${canary}`,
  );
  if (rows.length < 3) faults.push('the audit log has hardly an entry');
  if (scanBytes('', Buffer.from(applications)).length === 0)
    faults.push('the scan finds nothing where the answers are');
  return faults;
}
