/**
 * `npm run office -- …`: an officer's desk in the terminal, through the public API. It speaks to OFFICE_URL
 * (this machine's server at PORT, as `npm start` has it) as OFFICE_LOGIN with OFFICE_CODE, or else as the officials of the demo accounts in DATA_DIR.
 */
import { resolve } from 'node:path';
import { readDemoAccounts } from '#server/auth/demo-accounts.ts';
import { portOf } from '#server/environment.ts';
import { StartProblem } from '#server/start-problem.ts';
import { type OfficeDesk, OfficeProblem, openOfficeDesk } from './office/office-desk.ts';

const usage = `
  npm run office -- queue [status]                permohonan yang menunggu / what waits
  npm run office -- show <nomor>                  satu permohonan / one application
  npm run office -- review <nomor>                mulai diperiksa / start to examine
  npm run office -- process <nomor>               mulai diproses / start to process
  npm run office -- sign <nomor>                  menunggu tanda tangan / waits for a signature
  npm run office -- ready <nomor>                 siap diambil / ready for collection
  npm run office -- complete <nomor>              selesai / done
  npm run office -- return <nomor> "<alasan>"     kembalikan untuk diperbaiki / return for repair
  npm run office -- reject <nomor> "<alasan>"     tolak / reject

  <nomor>: nomor registrasi (3603-2026-000001) atau id / registration number or id
`;

const actions = ['review', 'return', 'process', 'sign', 'ready', 'complete', 'reject'] as const;

const [command = 'help', first, second] = process.argv.slice(2);
try {
  await run(command);
} catch (error) {
  if (!(error instanceof OfficeProblem || error instanceof StartProblem)) throw error;
  console.error(`\n  ${error.message}\n`);
  process.exitCode = 1;
}

async function run(name: string): Promise<void> {
  const action = actions.find((known) => known === name);
  if (name === 'queue') return printQueue(await signedIn(), first);
  if (name === 'show' && first !== undefined) return printApplication(await signedIn(), first);
  if (action !== undefined && first !== undefined) {
    const desk = await deskFor(action, first);
    const receipt = await desk.decide(first, action, second);
    console.log(`${receipt.registrationNumber}   ${receipt.status}`);
    return;
  }
  console.log(usage);
  if (name !== 'help') process.exitCode = 1;
}

/** What waits for a signature is moved on by who may sign. */
async function deskFor(action: (typeof actions)[number], number: string): Promise<OfficeDesk> {
  const desk = await signedIn();
  if (filled('OFFICE_LOGIN') !== undefined || (action !== 'ready' && action !== 'process')) return desk;
  const { view } = await desk.read(number);
  return view.status === 'awaiting_signature' ? signedIn('penandatangan') : desk;
}

async function signedIn(role: 'verifikator' | 'penandatangan' = 'verifikator'): Promise<OfficeDesk> {
  const url = officeUrl();
  const dataDir = resolve(filled('DATA_DIR') ?? 'data');
  const accounts = readDemoAccounts(dataDir);
  const officer = typeof accounts === 'string' ? undefined : accounts.find(({ roles }) => roles.includes(role));
  const login = filled('OFFICE_LOGIN') ?? officer?.login;
  const code = filled('OFFICE_CODE') ?? officer?.code;
  if (login === undefined || code === undefined) {
    throw new OfficeProblem(
      accounts === 'unreadable'
        ? `demo-accounts.json in ${dataDir} is not a list of accounts. Mend it, or set OFFICE_LOGIN and OFFICE_CODE.`
        : `No officer is known in ${dataDir}. Set DATA_DIR, or OFFICE_LOGIN and OFFICE_CODE.`,
    );
  }
  return openOfficeDesk(url, login, code);
}

function officeUrl(): string {
  const url = filled('OFFICE_URL');
  if (url === undefined) return `http://localhost:${portOf(process.env['PORT'])}`;
  if (/^https?:\/\//.test(url) && URL.canParse(url)) return url;
  throw new OfficeProblem(`OFFICE_URL is "${url}", but has to be an address like http://localhost:8080.`);
}

function filled(name: string): string | undefined {
  const value = process.env[name]?.trim() ?? '';
  return value === '' ? undefined : value;
}

async function printQueue(desk: OfficeDesk, status: string | undefined): Promise<void> {
  let count = 0;
  for await (const item of desk.queue(status)) {
    count += 1;
    console.log(
      `${item.registrationNumber}   ${item.status.padEnd(18)}   ${item.serviceId.padEnd(24)}   ${item.receivedAt}`,
    );
  }
  if (count === 0) console.log('Tidak ada permohonan. / No applications.');
}

async function printApplication(desk: OfficeDesk, number: string): Promise<void> {
  const { view } = await desk.read(number);
  console.log(`${view.registrationNumber}   ${view.status}   ${view.serviceId}   ${view.receivedAt}`);
  if (view.reason !== null) console.log(`Alasan / reason: ${view.reason}`);
  for (const document of view.documents)
    console.log(`${document.slot}   ${document.mediaType}   ${document.size} B   ${document.state}`);
}
