/** What must be granted for a group of calls, as the operator's sentence names it. `infra/permissions.md` lists the calls. */
export const rights = {
  mail: 'in Exchange the role "Application Mail.Read" for the school\'s mailbox, "Application Mail.ReadWrite" and "Application Mail.Send" for the sending mailbox, and the settings that name both',
  list: 'the app\'s "write" grant on the list "Concerns" (Lists.SelectedOperations.Selected) and the setting SITE_PATH',
  library: 'the app\'s "write" grant on the library "Concern files" (Lists.SelectedOperations.Selected) and the setting SITE_PATH',
  planner: 'the permission Tasks.ReadWrite.All and the setting for the plan',
  groups: 'the permissions GroupMember.Read.All and User.ReadBasic.All, and the settings that name the groups',
} as const;

export type Right = keyof typeof rights;
