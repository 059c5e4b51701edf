import { ReceiptWire } from '#contract/schemas.ts';
import { openTestApp } from '#server/testing/test-app.ts';
import { paperlessService } from '#server/testing/test-service.ts';
import { testSubmission } from '#server/testing/test-submission.ts';

const guesses = 100_000;
/** So many of them over HTTP, half by nobody and half by somebody who is not the owner; the others ask the store itself. */
const byRequest = 6000;
/** The public lookup is asked so often, with the right number. */
const bySecret = 3000;

/**
 * R20: there is no page on which a number alone shows anything; the public one asks for the receipt's secret too. Whoever knows the number of somebody's application, the
 * moment of it and the form of an id guesses a hundred thousand times, and gets nothing; a right guess looks like a wrong one.
 */
export async function checkGuesses(): Promise<readonly string[]> {
  const app = await openTestApp();
  try {
    const { id, path, body } = testSubmission([]);
    const json = { ...body, serviceId: paperlessService.id, schemaVersion: 1 };
    const { registrationNumber } = ReceiptWire.parse(await (await app.send('siti', 'PUT', path, { json })).json());
    const faults: string[] = [];
    const ask = async (person: 'budi' | null, guess: string) => {
      const answer = await app.send(person, 'GET', guess);
      return { status: answer.status, text: await answer.text() };
    };
    let hits = 0;
    for (let index = 0; index < guesses; index += 1) {
      const guess = guessOf(index, id, registrationNumber);
      if (index >= byRequest) {
        if ((await app.ports.applications.find(guess.split('/').at(-1) ?? '')) !== undefined) hits += 1;
        continue;
      }
      const { status, text } = await ask(index % 2 === 0 ? 'budi' : null, guess);
      if (status < 400 || text.includes(registrationNumber)) hits += 1;
    }
    if (hits > 0) faults.push(`${hits} of ${guesses} guesses got something`);
    const right = await ask('budi', path);
    const wrong = await ask('budi', guessOf(0, id, registrationNumber));
    if (right.status !== wrong.status || right.text !== wrong.text)
      faults.push('a right id is answered otherwise than a wrong one');
    const answers = new Set<string>();
    for (let index = 0; index < bySecret; index += 1) {
      const secret = (index * 2_654_435_761).toString(32).toUpperCase().padStart(26, '0');
      const answer = await app.send(null, 'POST', '/v1/status-lookups', { json: { registrationNumber, secret } });
      answers.add(`${answer.status} ${await answer.text()}`);
    }
    const unknown = { registrationNumber: '3603-2099-999999', secret: '0'.repeat(26) };
    const nobodys = await app.send(null, 'POST', '/v1/status-lookups', { json: unknown });
    answers.add(`${nobodys.status} ${await nobodys.text()}`);
    if (answers.size !== 1 || nobodys.status !== 404)
      faults.push('a guess at the secret of a receipt is answered otherwise than an unknown number');
    if ((await app.send('siti', 'GET', path)).status !== 200) faults.push('its owner does not get it either');
    if (!/^0[0-9a-f]{7}-[0-9a-f]{4}-7/.test(id)) faults.push('ids have another form than the guesses');
    return faults;
  } finally {
    await app.close();
  }
}

/** Numbers around the known one, and ids of the same millisecond. */
function guessOf(index: number, id: string, number: string): string {
  if (index % 10 === 0) {
    const sequence = String(index / 10).padStart(6, '0');
    return `/v1/applications/${number.replace(/\d{6}$/, sequence)}`;
  }
  const tail = (index * 2_654_435_761).toString(16).padStart(16, '0');
  return `/v1/applications/${id.slice(0, 15)}${tail.slice(0, 3)}-a${tail.slice(3, 6)}-${tail.slice(4, 16)}`;
}
