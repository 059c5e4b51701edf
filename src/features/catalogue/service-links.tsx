import { ExternalLink } from 'lucide-react';
import { useLocalText } from '#i18n/local-text.ts';
import { useMessages } from '#i18n/messages.ts';
import { servicePageWords } from '#i18n/sets/service-page.ts';
import type { ServiceDefinition } from '#domain/service/definition.ts';
import { Section } from '#ui/section.tsx';
import styles from './service-facts.module.css';

/** Other doors to the same help. They need signal, and they know nothing of what is filled in here. */
export function ServiceLinks({ links }: { readonly links: NonNullable<ServiceDefinition['links']> }) {
  const words = useMessages(servicePageWords);
  const text = useLocalText();
  return (
    <Section title={words.links}>
      <ul className={styles.links}>
        {links.map(({ label, url }) => (
          <li key={url}>
            <a href={url} target="_blank" rel="noopener noreferrer">
              <ExternalLink aria-hidden />
              <span>{text(label)}</span>
            </a>
          </li>
        ))}
      </ul>
    </Section>
  );
}
