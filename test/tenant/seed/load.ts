import { seedDirectory } from '../directory/routes.ts';
import { ensureMailbox, ensureOutsideMailbox } from '../mail/mailboxes.ts';
import { seedPlanner } from '../planner/routes.ts';
import { seedSharepoint } from '../sharepoint/routes.ts';
import type { Tenant } from '../tenant.ts';
import { mailboxes, people } from './people.ts';

/** Puts the school in place: its mailboxes and one for each parent outside, groups, SharePoint site and plan. Doing it again changes nothing. */
export function seedTenant(tenant: Tenant): void {
  for (const mailbox of mailboxes) ensureMailbox(tenant, mailbox);
  for (const person of people) if (person.outside) ensureOutsideMailbox(tenant, person.mail, person.displayName);
  seedDirectory(tenant);
  seedSharepoint(tenant);
  seedPlanner(tenant);
}
