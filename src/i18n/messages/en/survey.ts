import type { SurveyMessages } from '../id/survey.ts';

export const survey: SurveyMessages = {
  card: {
    title: 'How was the service?',
    text: 'Nine questions, one tap each. No official can see who answered what.',
    start: 'Answer now',
    resume: 'Go on',
    decline: 'No, thank you',
  },
  title: 'How was the service?',
  progress: (at, of) => `Question ${at} of ${of}`,
  previous: 'Previous question',
  questions: {
    U1: { title: 'Were the requirements as you were told?', scores: ['Not at all', 'Not quite', 'Yes', 'Entirely'] },
    U2: { title: 'Was it easy to apply?', scores: ['Not easy', 'Not very easy', 'Easy', 'Very easy'] },
    U3: { title: 'Was it done quickly?', scores: ['Not quickly', 'Not very quickly', 'Quickly', 'Very quickly'] },
    U4: { title: 'Was the fee fair?', scores: ['Very expensive', 'Rather expensive', 'Cheap', 'Free'] },
    U5: { title: 'Did you get what you asked for?', scores: ['Not at all', 'Not quite', 'Yes', 'Entirely'] },
    U6: { title: 'Were the staff able to help?', scores: ['Not able', 'Not very able', 'Able', 'Very able'] },
    U7: {
      title: 'Were the staff polite and friendly?',
      scores: ['Not friendly', 'Not very friendly', 'Friendly', 'Very friendly'],
    },
    U8: {
      title: 'How were complaints and questions handled?',
      scores: ['Not handled', 'Handled slowly', 'Well', 'Very well'],
    },
    U9: {
      title: 'How were the place and its facilities, Ajukan among them?',
      scores: ['Bad', 'Fair', 'Good', 'Very good'],
    },
  },
  comment: {
    title: 'Is there anything you would like to say?',
    help: 'The head of the office reads it without knowing who wrote it. Please write no name, NIK or phone number.',
    optional: '(may be left empty)',
    tooLong: (over) => `Too long by ${over} letters.`,
    send: 'Send the answers',
  },
  formula: {
    title: 'How are the answers counted?',
    text: 'Each answer is worth 1 to 4. The averages of the nine elements, each weighing 1/9, are added up and multiplied by 25. That is the index of satisfaction (IKM), 25 to 100, of PermenPANRB 14/2017. It is only shown where five people have answered.',
  },
  kept: 'Saved on this phone',
  waits: 'Your answers are saved on this phone. They go by themselves when there is signal and you are signed in.',
  sent: 'Thank you. Your answers have been counted.',
  refused: 'The office did not take these answers. Perhaps they were given from another phone.',
  notKept: 'Not saved yet. Please tap once more.',
  notYet: 'These questions come once the service has ended.',
  back: 'Back to the application',
};
