import type { ConsentMessages } from '../id/consent.ts';

export const consent: ConsentMessages = {
  title: 'The resident’s consent',
  lead: (name) => `Read this to ${name}, or hand over the phone so that they read it themselves.`,
  statement: ({ officer, service, office }) => [
    `I allow ${officer} to fill in and send the application ${service} on my behalf.`,
    `What is sent: the form, the papers that are asked for, and this consent. It goes to: ${office}.`,
    'My data are used for this application only. On the officer’s phone the form and photos are deleted seven days after the office has received them. The office keeps them as long as archive rules ask.',
    'I may withdraw this consent at any time, through the officer or the office. What has not been sent is not sent then.',
  ],
  how: 'How the resident agrees',
  methods: {
    signature: { label: 'Signature on the screen', note: 'With a finger, on this phone.' },
    'signed-paper': { label: 'Photo of a statement on paper', note: 'Signed, or with a thumbprint.' },
    spoken: { label: 'Spoken before a witness', note: 'If the resident can neither write nor give a thumbprint.' },
  },
  take: 'Take a photo',
  pick: 'Choose a photo',
  chosen: (name) => `Photo chosen: ${name}`,
  witness: 'Name of the witness',
  witnessHelp: 'Somebody else who heard it, not you.',
  witnessMissing: 'Write the name of the witness.',
  pictureMissing: 'Take a photo of the statement first.',
  give: 'The resident agrees, go on',
  busy: 'Saving the consent…',
  notStored: 'The consent is not saved yet',
  unknownService: 'This form is not on the phone yet. Open Home when there is internet, then try again.',
};
