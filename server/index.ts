import { CatalogueError } from './catalogue/catalogue.ts';
import { settingsFrom } from './environment.ts';
import { type RunningServer, startServer } from './start.ts';
import { StartProblem } from './start-problem.ts';

const { server, settings } = await start();
stopOnSignal(server);
console.log(`listening on ${server.url}`);
if (settings.codesAtTerminal) {
  console.log('\n  Masuk dengan nomor HP mana saja: kodenya muncul di sini.');
  console.log('  Sign in with any mobile number (0812-3456-7890): its code appears here.');
}
if (server.demoAccounts.length > 0) {
  console.log('\n  Akun contoh untuk `npm run office` dan uji coba / sample accounts:');
  for (const { login, code, name, roles } of server.demoAccounts) {
    console.log(`    ${login}   ${code}   ${name} (${roles.join(', ')})`);
  }
}
console.log('\n  Berhenti / stop: Ctrl+C\n');

async function start() {
  try {
    const settings = settingsFrom(process.env);
    return { settings, server: await startServer(settings) };
  } catch (error) {
    if (!(error instanceof StartProblem || error instanceof CatalogueError)) throw error;
    console.error(`\n  Server tidak berjalan. / The server has not started. ${error.message}\n`);
    process.exit(1);
  }
}

function stopOnSignal(running: RunningServer): void {
  let sinceMs: number | undefined;
  for (const signal of ['SIGTERM', 'SIGINT'] as const) {
    process.on(signal, () => {
      // A terminal and the program around us may both pass one Ctrl+C on; a later one is from somebody who won't wait.
      if (sinceMs !== undefined && performance.now() - sinceMs > 1000) process.exit(1);
      if (sinceMs !== undefined) return;
      sinceMs = performance.now();
      running.close().then(
        () => process.exit(0),
        () => process.exit(1),
      );
    });
  }
}
