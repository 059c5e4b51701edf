/** A file that another app has handed to this one, without its bytes, until the person has said where it belongs. */
export interface SharedFile {
  readonly id: string;
  readonly sharedAtMs: number;
  readonly name: string;
  /** As the sender called it; not looked at yet. */
  readonly mediaType: string;
  readonly sizeBytes: number;
}

/** Where other apps send files, and where the person says what they are for. The manifest and the server say it too. */
export const sharePlaces = { receive: '/share', screen: '/bagikan' } as const;
/** What is wrong when a file did not come through: nobody took it yet, or it could not be stored. */
export type ShareTrouble = 'belum' | 'gagal';
