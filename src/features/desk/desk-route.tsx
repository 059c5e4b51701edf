import { useState } from 'react';
import { Route, Routes, useParams } from 'react-router';
import { useMessages } from '#i18n/messages.ts';
import { deskWords } from '#i18n/sets/desk.ts';
import type { Account } from '#services/menu.ts';
import { Button } from '#ui/button.tsx';
import { ButtonLink } from '#ui/button-link.tsx';
import { EmptyState } from '#ui/empty-state.tsx';
import { Notice } from '#ui/notice.tsx';
import { Screen } from '#ui/screen.tsx';
import { Skeleton } from '#ui/skeleton.tsx';
// A sheet of its own: the app's one sheet is fetched by every citizen.
import sheet from './desk.css?url';
import { DeskFrame } from './desk-frame.tsx';
import { DeskSignIn } from './desk-sign-in.tsx';
import { ItemScreen } from './item-screen.tsx';
import { QueueScreen } from './queue-screen.tsx';
import { useDesk } from './use-desk.ts';
import { deskFor, useWho } from './use-roles.ts';
import { openWork } from './work.ts';

/** /meja/…: where officials work through what citizens have sent. */
export function DeskRoute() {
  const who = useWho();
  return (
    <>
      <link rel="stylesheet" href={sheet} precedence="desk" />
      {who === undefined ? <Skeleton rows={6} shape="row" /> : who === null ? <DeskSignIn /> : <Within who={who} />}
    </>
  );
}

function Within({ who }: { readonly who: Account }) {
  const roles = who.roles ?? [];
  const sees = deskFor(roles);
  if (sees === 'nothing') return <OfficialsOnly />;
  if (sees === 'numbers') return <AdminOnly />;
  return <Desk who={who} roles={roles} />;
}

function Desk({ who, roles }: { readonly who: Account; readonly roles: readonly string[] }) {
  const words = useMessages(deskWords);
  const desk = useDesk();
  if (desk === undefined) return <Skeleton rows={6} shape="row" />;
  if (desk === null) {
    return (
      <Screen title={words.title} back="/">
        <Notice
          tone="alert"
          live="alert"
          actions={
            <Button variant="secondary" onClick={() => location.reload()}>
              {words.again}
            </Button>
          }
        >
          {words.notLoaded}
        </Notice>
      </Screen>
    );
  }
  return <Open key={who.accountId} desk={desk} who={who} roles={roles} />;
}

function Open({ desk, who, roles }: Omit<Parameters<typeof ItemScreen>[0], 'applicationId'>) {
  useState(() => openWork(who.accountId, desk));
  return (
    <DeskFrame desk={desk} roles={roles} name={who.name}>
      <Routes>
        <Route index element={<QueueScreen desk={desk} accountId={who.accountId} />} />
        <Route path="permohonan/:applicationId" element={<Item desk={desk} who={who} roles={roles} />} />
        <Route path="*" element={<QueueScreen desk={desk} accountId={who.accountId} />} />
      </Routes>
    </DeskFrame>
  );
}

/** Another application is another screen: nothing that was marked or typed comes along. */
function Item(props: Omit<Parameters<typeof ItemScreen>[0], 'applicationId'>) {
  const { applicationId = '' } = useParams();
  return <ItemScreen key={applicationId} applicationId={applicationId} {...props} />;
}

function OfficialsOnly() {
  const { title, officialsOnly: words } = useMessages(deskWords);
  return (
    <Screen title={title} back="/" testId="officials-only">
      <EmptyState title={words.title} actions={<ButtonLink href="/permohonan">{words.mine}</ButtonLink>}>
        {words.text}
      </EmptyState>
    </Screen>
  );
}

function AdminOnly() {
  const { title, adminOnly: words } = useMessages(deskWords);
  return (
    <Screen title={title} back="/">
      <EmptyState title={words.title} actions={<ButtonLink href="/meja/kinerja">{words.numbers}</ButtonLink>}>
        {words.text}
      </EmptyState>
    </Screen>
  );
}
