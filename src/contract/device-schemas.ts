/** What a phone tells of itself, and what it is told to do. No names, no answers, no NIK in any of it. */
import { z } from '@hono/zod-openapi';
import { Id, Timestamp } from './schemas.ts';

const Count = z.int().min(0).max(1_000_000);
const SequenceNumber = z.int().min(1).max(1_000_000);
const ascending = ({ from, to }: { readonly from: number; readonly to: number }) => from <= to;
const NumberRangeWire = z
  .object({ from: SequenceNumber, to: SequenceNumber })
  .refine(ascending)
  .openapi('NumberRange', { description: 'Both ends are among them; from is not above to.' });

/** How somebody who finds the phone is kept from what is not sealed. */
const LockMode = z.enum(['none', 'pin', 'office-pin', 'passphrase', 'passkey']);

export const DeviceReportBody = z
  .object({
    appVersion: z.string().regex(/^[\w.+-]{1,40}$/),
    lock: LockMode,
    /** The highest number that this phone has ever given to an application; 0 before the first. */
    lastSequence: z.int().min(0).max(1_000_000),
    /** Numbers whose applications the phone still holds, of every account. */
    held: z.array(NumberRangeWire).max(500),
    /** Numbers that no application will ever come under, and why. Told until the office has answered. */
    voids: z
      .array(
        z
          .object({
            from: SequenceNumber,
            to: SequenceNumber,
            reason: z.enum(['withdrawn', 'erased', 'wiped', 'not-recorded', 'lost']),
          })
          .refine(ascending),
      )
      .max(500),
    counts: z.object({
      drafts: Count,
      /** Waiting to be sent, and only the office can open them. */
      sealed: Count,
      /** Waiting to be sent, and readable on the phone. */
      unsealed: Count,
      /** At the office already, and still readable on the phone. */
      delivered: Count,
      keptPapers: Count,
      /** Of residents whom a field officer helps. */
      folders: Count.default(0),
      sharedFiles: Count,
    }),
    /** What of this account is readable on the phone, the newest first. */
    readable: z
      .array(
        z.object({
          /** The application's, which a draft has already. */
          id: Id,
          serviceId: z.string().regex(/^[\w.-]{1,100}$/),
          state: z.enum(['draft', 'waiting', 'delivered']),
        }),
      )
      .max(500),
  })
  .openapi('DeviceReport');

export const SequenceAnswer = z
  .looseObject({
    /** Numbers of this phone that neither the office nor the phone knows of: lost, unless the phone knows better. */
    missing: z.array(NumberRangeWire),
    /** Numbers that more than one application came under: the phone's store was copied. */
    duplicated: z.array(NumberRangeWire),
    receivedAt: Timestamp,
  })
  .openapi('SequenceAnswer');

export const DeviceOrderBody = z
  .object({
    /** wipe signs out, too. */
    action: z.enum(['sign-out', 'wipe']),
    /**
     * What was sent off and the office does not have: kept where it is sealed, so that it can still be sent; or deleted as
     * well. What is readable is deleted in both cases, unless it can be sealed first.
     */
    unsent: z.enum(['keep-sealed', 'delete']).default('keep-sealed'),
  })
  .openapi('DeviceOrder');

export const DeviceOrderView = z
  .looseObject({ id: Id, action: z.enum(['sign-out', 'wipe']), orderedAt: Timestamp, doneAt: Timestamp.nullable() })
  .openapi('DeviceOrderView');

export const DeviceOrders = z
  .object({
    items: z
      .array(z.string().max(2000))
      .max(10)
      .openapi({
        description:
          'Compact JWS (RFC 7515, EdDSA), `typ` device-order+jwt, by a key of /v1/receipt-keys. Claims: `iss`, `dev` (the ' +
          'phone), `jti` (the order), `act`, `unsent`, `acc` (the account whose data it is about, null for all), `by` ' +
          '(person or office), `iat` (when it was ordered), `nonce` (as asked).',
      }),
  })
  .openapi('DeviceOrders');

export const WipeReceipt = z
  .object({
    /** The order as it was obeyed. */
    order: z.string().min(1).max(2000),
    doneAt: Timestamp,
    deleted: z.object({
      drafts: Count,
      applications: Count,
      papers: Count,
      keptPapers: Count,
      folders: Count.default(0),
      sharedFiles: Count,
      others: Count,
    }),
    /** Sealed ones that wait to be sent. */
    keptSealed: Count,
    /** Numbers of applications that were deleted and that the office never had. */
    neverSent: z.array(NumberRangeWire).max(500),
  })
  .openapi('WipeReceipt');
