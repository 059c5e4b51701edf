import { makePdf } from '../samples/papers.ts';
import { makePhoto } from '../samples/photo.ts';
import { type SampleFile, writeSample } from '../samples/sample-file.ts';
import { ChromiumPhone, type ChromiumOptions } from './chromium.ts';
import type { DemoAccount } from '#server/auth/demo-issuer.ts';
import type { Office } from './office.ts';
import { OfficeClient } from './office-client.ts';
import type { Phone } from './phone.ts';
import { makeScratch, removeScratch } from './scratch.ts';

/** What one promise is tried on: an office, a person who was never there, phones, papers. Struck when it ends. */
export class Stage {
  readonly office: Office;
  readonly citizen: DemoAccount;
  readonly phones: Phone[] = [];
  readonly notes: string[] = [];
  readonly #folders: string[] = [];
  /** Those taken so far. */
  readonly photos: SampleFile[] = [];

  constructor(office: Office) {
    this.office = office;
    this.citizen = office.nextCitizen();
  }

  get proxy(): Office['proxy'] {
    return this.office.proxy;
  }

  async chromium(options: Pick<ChromiumOptions, 'context'> = {}): Promise<ChromiumPhone> {
    return this.own(
      await ChromiumPhone.launch({ ...options, origin: this.office.origin, profile: this.folder('chromium') }),
    );
  }

  /** A phone that the app has been opened on before: what its worker keeps lies there, and nothing else. */
  async chromiumWithShell(): Promise<ChromiumPhone> {
    const profile = this.folder('chromium');
    await this.office.shell.layInto(profile);
    return this.own(await ChromiumPhone.launch({ origin: this.office.origin, profile }));
  }

  /** The stage closes the phone, and judges what its browser said. */
  own<P extends Phone>(phone: P): P {
    this.phones.push(phone);
    return phone;
  }

  folder(prefix: string): string {
    const folder = makeScratch(prefix);
    this.#folders.push(folder);
    return folder;
  }

  /** A photo like no other. */
  photo(sizeBytes: number, name = `foto-${this.photos.length + 1}.jpg`): SampleFile {
    const photo = this.sample(name, 'image/jpeg', makePhoto(sizeBytes, this.photos.length + 1));
    this.photos.push(photo);
    return photo;
  }

  /** A large paper like no other; a PDF is stored and sent as it is. */
  scan(sizeBytes: number, name = `pindaian-${this.photos.length + 1}.pdf`): SampleFile {
    const scan = this.sample(name, 'application/pdf', makePdf(name, sizeBytes, this.photos.length + 1));
    this.photos.push(scan);
    return scan;
  }

  pdf(name = 'surat.pdf'): SampleFile {
    return this.sample(name, 'application/pdf', makePdf(name));
  }

  sample(name: string, mediaType: string, bytes: Buffer): SampleFile {
    return writeSample(this.folder('gallery'), name, mediaType, bytes);
  }

  /** What the office really has, asked past the proxy. */
  async officeView(account: DemoAccount = this.citizen): Promise<OfficeClient> {
    return await OfficeClient.signIn(this.office.directOrigin, account);
  }

  /** A figure for the report of a test that passed. */
  note(text: string): void {
    this.notes.push(text);
  }

  async strike(): Promise<void> {
    for (const phone of this.phones) await phone.close();
    for (const folder of this.#folders) removeScratch(folder);
    await this.office.proxy.heal();
  }
}
