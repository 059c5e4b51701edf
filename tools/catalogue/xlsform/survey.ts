/** The survey sheet as steps and papers: a walk line by line, with the groups that are open on a stack. */
import type { Condition, Field, LocalizedText, Requirement, Step } from '#domain/service/definition.ts';
import { columnRemarks } from './columns.ts';
import { type Frame, Names } from './frame.ts';
import { fieldIdOf, wordsOf } from './names.ts';
import { type AskedType, otherQuestion, type QuestionBase, questionOf, withOther } from './question.ts';
import { type LineType, lineType } from './question-type.ts';
import type { Line, Place } from './sheet-lines.ts';
import { conditionIn, countIn, helpIn, requiredIn, type Walk } from './walk.ts';

export interface Survey {
  readonly steps: readonly Step[];
  readonly requirements: readonly Requirement[];
  /** Where the parts of the definition come from, for what its check finds. */
  readonly origins: ReadonlyMap<object, Place>;
}

export function readSurvey(lines: readonly Line[], parts: Pick<Walk, 'title' | 'lists' | 'texts' | 'say'>): Survey {
  const walk: Walk = {
    ...parts,
    stack: [],
    steps: [],
    requirements: [],
    origins: new Map(),
    names: new Names(),
    columnsSaid: new Set(),
  };
  for (const line of lines) readLine(walk, line);
  closeLoose(walk);
  for (const { place, kind } of walk.stack) {
    walk.say({
      weight: 'broken',
      place,
      message: `begins a ${kind === 'repeat' ? 'repeat' : 'group'} that never ends`,
    });
  }
  return walk;
}

function readLine(walk: Walk, line: Line): void {
  const type = line.get('type');
  if (type === '' || /^yes$/i.test(line.get('disabled'))) return;
  const kind = lineType(type);
  if (kind.kind === 'silent') {
    walk.names.leave(line.get('name'));
    walk.say({ weight: 'note', place: line.at('type'), message: `"${type}" is left out: the app does not ask for it` });
    return;
  }
  for (const remark of columnRemarks(line, walk.columnsSaid)) {
    if (kind.kind !== 'unknown' || remark.weight !== 'lost') walk.say(remark);
  }
  switch (kind.kind) {
    case 'begin':
      return begin(walk, line, kind.what);
    case 'end':
      return end(walk, line, kind.what);
    case 'question':
      return readQuestion(walk, line, kind);
    case 'unknown':
      walk.names.leave(line.get('name'));
      walk.say({
        weight: 'lost',
        place: line.at('type'),
        message: `"${kind.name}" has no like in the app: ${kind.advice}`,
      });
  }
}

function begin(walk: Walk, line: Line, what: 'group' | 'repeat'): void {
  const { stack } = walk;
  if (what === 'group') closeLoose(walk);
  const name = line.get('name');
  const label = walk.texts.read(line, 'label') ?? { id: wordsOf(name) || 'Pertanyaan' };
  const condition = conditionIn(walk, line, stack);
  const outside = condition === undefined ? undefined : conditionIn(walk, line, [], true);
  if (what === 'repeat' && stack.length === 0) stack.push(looseFrame(line.place, label, fieldIdOf(name)));
  stack.push({
    kind: what === 'repeat' ? 'repeat' : stack.length === 0 ? 'step' : 'personGroup',
    id: fieldIdOf(name === '' ? `${what}_${line.place.row}` : name),
    label,
    place: line.place,
    visibleWhen: condition,
    outside,
    count: what === 'repeat' ? countIn(walk, line) : null,
    fields: [],
    intro: null,
    notes: [],
  });
}

function end(walk: Walk, line: Line, what: 'group' | 'repeat'): void {
  const frame = walk.stack.at(-1);
  if (frame === undefined || frame.kind === 'loose' || (frame.kind === 'repeat') !== (what === 'repeat')) {
    walk.say({ weight: 'broken', place: line.at('type'), message: `ends a ${what} that is not the one begun last` });
    return;
  }
  walk.stack.pop();
  close(walk, frame);
  if (what === 'repeat' && walk.stack.length === 1) closeLoose(walk);
}

function closeLoose(walk: Walk): void {
  if (walk.stack.length !== 1 || walk.stack[0]?.kind !== 'loose') return;
  const [frame] = walk.stack.splice(0);
  if (frame !== undefined) close(walk, frame);
}

/** A frame becomes a step, or a field of the frame around it. */
function close(walk: Walk, frame: Frame): void {
  for (const { place } of frame.notes) {
    walk.say({ weight: 'lost', place, message: 'is a note with no question after it, which the app has no place for' });
  }
  const { kind, id, label, fields, place, visibleWhen, count, intro } = frame;
  if (fields.length === 0) {
    if (kind !== 'loose') walk.say({ weight: 'note', place, message: 'is left out: it holds no question' });
    return;
  }
  const when = visibleWhen === undefined ? {} : { visibleWhen };
  const parent = walk.stack.at(-1);
  if (kind === 'step' || kind === 'loose' || parent === undefined) {
    const step: Step = {
      id: uniqueStepId(walk, id),
      title: label,
      ...(intro === null ? {} : { intro }),
      ...when,
      fields,
    };
    walk.origins.set(step, place);
    walk.steps.push(step);
    return;
  }
  const base = { id, label, ...(intro === null ? {} : { help: intro }), ...when };
  const field: Field =
    kind === 'personGroup'
      ? { ...base, type: 'personGroup', fields }
      : {
          ...base,
          type: 'repeat',
          itemLabel: label,
          fields,
          ...(count === null ? {} : { minItems: count, maxItems: count }),
        };
  walk.origins.set(field, place);
  parent.fields.push(field);
}

function readQuestion(walk: Walk, line: Line, kind: LineType & { readonly kind: 'question' }): void {
  const name = line.get('name');
  if (name === '') {
    walk.say({ weight: 'broken', place: line.at('name'), message: 'has no name' });
    return;
  }
  const frame = openFrame(walk, line.place);
  const label = walk.texts.read(line, 'label') ?? walk.texts.read(line, 'hint') ?? { id: wordsOf(name) };
  if (kind.type === 'note') return readNote(walk, line, frame, label);
  if (/^(?:yes|true(?:\(\))?|1)$/i.test(line.get('readonly'))) {
    walk.names.leave(name);
    walk.say({
      weight: 'lost',
      place: line.at('readonly'),
      message: 'shows an answer that nobody can change, which the app does not',
    });
    return;
  }
  if (kind.type === 'image' || kind.type === 'file') return readPaper(walk, line, kind.type, label);
  ask(walk, line, frame, kind, label, kind.type);
}

function ask(
  walk: Walk,
  line: Line,
  frame: Frame,
  { list, orOther }: LineType & { readonly kind: 'question' },
  label: LocalizedText,
  type: AskedType,
): void {
  const name = line.get('name');
  const options = walk.lists.get(list);
  if (list !== '' && options === undefined) {
    walk.names.leave(name);
    walk.say({
      weight: 'broken',
      place: line.at('type'),
      message: `takes its choices from "${list}", and sheet choices has no such list`,
    });
    return;
  }
  const help = helpIn(walk, line, frame);
  const condition = conditionIn(walk, line, walk.stack);
  const base: QuestionBase = {
    id: fieldIdOf(name),
    label,
    ...(help === null ? {} : { help }),
    ...(requiredIn(walk, line) ? { required: true } : {}),
    ...(condition === undefined ? {} : { visibleWhen: condition }),
  };
  if (base.id !== name)
    walk.say({ weight: 'note', place: line.at('name'), message: `"${name}" is called "${base.id}" here` });
  const field = questionOf(type, line, {
    base,
    options: orOther ? withOther(options ?? []) : (options ?? []),
    texts: walk.texts,
    say: (weight, column, message) => walk.say({ weight, place: line.at(column), message }),
  });
  keep(walk, frame, name, field, line.place);
  if (orOther) keep(walk, frame, `${name}_other`, otherQuestion(field), line.place);
}

function keep(walk: Walk, frame: Frame, name: string, field: Field, place: Place): void {
  frame.fields.push(field);
  walk.origins.set(field, place);
  walk.names.add(name, field, walk.stack);
}

/** First in its step a note is what the step says before its questions; later it stands above the next one's hint. */
function readNote(walk: Walk, line: Line, frame: Frame, text: LocalizedText): void {
  walk.names.leave(line.get('name'));
  if (line.get('relevant') !== '') {
    walk.say({
      weight: 'lost',
      place: line.at('relevant'),
      message: 'is a note for some only, which the app has no place for',
    });
    return;
  }
  if (frame.fields.length === 0 && frame.intro === null) frame.intro = text;
  else frame.notes.push({ text, place: line.place });
}

function readPaper(walk: Walk, line: Line, type: 'image' | 'file', label: LocalizedText): void {
  walk.names.leave(line.get('name'));
  if (walk.stack.some(({ kind }) => kind === 'repeat')) {
    walk.say({
      weight: 'lost',
      place: line.at('type'),
      message: 'is a paper for each item of a repeat: the app asks for papers once',
    });
    return;
  }
  const own = conditionIn(walk, line, []);
  const all = [...walk.stack.map(({ outside }) => outside), own].filter((one) => one !== undefined);
  const [only] = all;
  const condition: Condition | undefined = all.length > 1 ? { and: all } : only;
  const note = walk.texts.read(line, 'hint');
  const isSignature = type === 'image' && /\bsignature\b/.test(line.get('appearance'));
  const requirement: Requirement = {
    id: fieldIdOf(line.get('name')),
    label,
    ...(note === null ? {} : { note }),
    required: requiredIn(walk, line),
    ...(isSignature ? { capture: 'signature' } : {}),
    accept: ['image/jpeg', 'image/png', 'image/webp', ...(type === 'file' ? (['application/pdf'] as const) : [])],
    maxFiles: 1,
    ...(condition === undefined ? {} : { visibleWhen: condition }),
  };
  walk.origins.set(requirement, line.place);
  walk.requirements.push(requirement);
  if (type === 'file') walk.say({ weight: 'note', place: line.at('type'), message: 'takes photos and PDF only' });
}

function openFrame(walk: Walk, place: Place): Frame {
  const frame = walk.stack.at(-1) ?? looseFrame(place, walk.title, `bagian_${walk.steps.length + 1}`);
  if (walk.stack.length === 0) walk.stack.push(frame);
  return frame;
}

function looseFrame(place: Place, label: LocalizedText, id: string): Frame {
  const bare = { visibleWhen: undefined, outside: undefined, count: null, intro: null };
  return { kind: 'loose', id, label, place, ...bare, fields: [], notes: [] };
}

function uniqueStepId(walk: Walk, id: string): string {
  const taken = walk.steps.some((step) => step.id === id);
  return taken ? `${id.slice(0, 55)}_${walk.steps.length + 1}` : id;
}
