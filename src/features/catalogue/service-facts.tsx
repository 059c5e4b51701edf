import type { ReactNode } from 'react';
import { useFormats } from '#i18n/format.ts';
import { useLocalText } from '#i18n/local-text.ts';
import { useMessages } from '#i18n/messages.ts';
import { servicePageWords } from '#i18n/sets/service-page.ts';
import type { ServiceDefinition } from '#domain/service/definition.ts';
import { Card } from '#ui/card.tsx';
import { Disclosure } from '#ui/disclosure.tsx';
import { Section } from '#ui/section.tsx';
import styles from './service-facts.module.css';

/** The office's service standard: how it goes, how long, what it costs, what comes out, and by which law. */
export function ServiceFacts({ service }: { readonly service: ServiceDefinition }) {
  const words = useMessages(servicePageWords);
  const formats = useFormats();
  const text = useLocalText();
  const { standard } = service;
  return (
    <>
      <Section title={words.procedure}>
        <ol className={styles.steps}>
          {standard.procedure.map((step) => (
            <li key={step.id}>{text(step)}</li>
          ))}
        </ol>
      </Section>
      <Card>
        <dl className={styles.facts}>
          <Fact name={words.time}>
            <p>{standard.workingDays === null ? words.timeUnknown : words.workingDays(standard.workingDays)}</p>
            {standard.workingDays !== null && <p className={styles.note}>{words.timeClock}</p>}
            {standard.workingDaysNote !== undefined && <p className={styles.note}>{text(standard.workingDaysNote)}</p>}
          </Fact>
          <Fact name={words.fee}>
            <p>{standard.feeIdr === 0 ? words.free : formats.rupiah(standard.feeIdr)}</p>
            {standard.feeNote !== undefined && <p className={styles.note}>{text(standard.feeNote)}</p>}
          </Fact>
          <Fact name={words.product}>{text(standard.product)}</Fact>
          <Fact name={words.office}>{service.unit}</Fact>
        </dl>
      </Card>
      <Card>
        <Disclosure summary={words.legalBasis}>
          <p>{standard.legalBasis}</p>
          {standard.officialForm !== undefined && <p>{words.officialForm(standard.officialForm)}</p>}
        </Disclosure>
      </Card>
    </>
  );
}

function Fact({ name, children }: { readonly name: string; readonly children: ReactNode }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}
